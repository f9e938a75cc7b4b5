#pragma once

#include "auth/keyslot.h"

namespace auth {

/// The file with the slots, LUKS style: several wrap the same W. Read whole, written whole.
/// Each slot carries a SHA-256 of its own, so that damage by accident is told from a wrong password
/// and one damaged slot leaves the others usable. The digest is no protection against tampering:
/// the seal is.
class KeySlots final
{
public:
    /// No file is no slot. SlotDamaged when it is not a slot file at all.
    [[nodiscard]] static base::Result<KeySlots> read(const QString &path);
    [[nodiscard]] base::Result<> write(const QString &path) const;
    [[nodiscard]] static base::Result<KeySlots> parse(QByteArrayView bytes);
    [[nodiscard]] QByteArray bytes() const;

    [[nodiscard]] const QList<KeySlot> &all() const { return m_slots; }
    /// Slots that could not be read; they are kept as they are until a new one takes their place.
    [[nodiscard]] qsizetype damaged() const { return m_damaged.size(); }
    /// The slot of a card. SlotMissing: this person has never signed in here; SlotDamaged: it may
    /// be one of those that could not be read.
    [[nodiscard]] base::Result<KeySlot> find(const QByteArray &fingerprint) const;
    /// Adds, or replaces the slot for the same card or cards.
    void put(const KeySlot &slot);
    /// Every slot the card has a part in. False when there was none.
    bool remove(const QByteArray &fingerprint);
    /// Gives up on what could not be read.
    void dropDamaged() { m_damaged.clear(); }

private:
    QList<KeySlot> m_slots;
    QList<QByteArray> m_damaged;
};

} // namespace auth
