#pragma once

#include "base/crypto.h"
#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace auth {

enum class SlotKind {
    Card,
    Spare,    ///< the clerk's second card
    Recovery, ///< two officers together
};

/// A card a slot is made for. Nothing of it is secret; the card itself need not be there.
struct SlotCard
{
    QString serial;
    QByteArray fingerprint; ///< SHA-256 of the card's signing certificate
    QByteArray point;       ///< the derive key's open point, P-256, 65 bytes
};

/// One person's part in a slot.
struct SlotHolder
{
    QString serial;
    QByteArray fingerprint;    ///< 32 bytes
    QByteArray salt;           ///< Argon2id, 16 bytes
    QByteArray ephemeralPoint; ///< what the card derives the share from (Token::derive), 65 bytes
    QByteArray tokenPoint;     ///< 65 bytes
    bool operator==(const SlotHolder &) const = default;
};

/// The station key W, wrapped for a card and a password (two of each for Recovery):
///   KEK = HKDF-SHA-256(per holder: Argon2id(password) || ECDH share; then the station secret;
///                      salt = SHA-256(header), info = "madoguchi/keyslot/v1")
///   sealed = AES-256-GCM(KEK, nonce, header as associated data, W)
/// so that neither factor, nor the files beside another station secret, opens it.
struct KeySlot
{
    SlotKind kind = SlotKind::Card;
    base::crypto::PasswordCost cost;
    QList<SlotHolder> holders; ///< one; two for Recovery, in this order
    QByteArray nonce;          ///< 12 bytes
    QByteArray sealed;         ///< W and the tag, 48 bytes
    bool operator==(const KeySlot &) const = default;

    /// What is authenticated: kind, cost, holders, salts and points, in their one form.
    [[nodiscard]] QByteArray header() const;
    [[nodiscard]] QByteArray bytes() const;
    /// SlotDamaged when the bytes cannot have come from bytes().
    [[nodiscard]] static base::Result<KeySlot> parse(QByteArrayView bytes);
};

/// What one holder brings: the password, and what the card derived from the ephemeral point.
struct SlotFactors
{
    base::Secret password;
    base::Secret share;
};

struct SlotOrder
{
    SlotKind kind = SlotKind::Card;
    base::crypto::PasswordCost cost;
    QList<SlotCard> cards;
    std::vector<base::Secret> passwords; ///< one for each card
};

/// Wraps W anew. TokenUnfit when a card's point is none.
[[nodiscard]] base::Result<KeySlot> makeSlot(const SlotOrder &order, const base::Secret &stationKey,
                                             const base::Secret &stationSecret);

/// W again. PasswordWrong when the seal does not open: a wrong password cannot be told from another
/// card, another station secret or a slot that was tampered with. Damage by accident is found
/// before, by KeySlots (SlotDamaged). Takes as long as Argon2id takes (notes: 0.3 - 0.6 s).
[[nodiscard]] base::Result<base::Secret> openSlot(const KeySlot &slot,
                                                  const std::vector<SlotFactors> &factors,
                                                  const base::Secret &stationSecret);

} // namespace auth
