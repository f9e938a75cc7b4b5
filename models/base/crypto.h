#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

// The cryptographic primitives of design.md 4, over Botan 2.19 or 3. Factory functions only, so
// that both versions compile; what Botan throws is caught here. Lengths are in bytes.
namespace base::crypto {

constexpr int keyBytes = 32;
constexpr int nonceBytes = 12;
constexpr int hashBytes = 32;
constexpr int signatureBytes = 64;

[[nodiscard]] QByteArray randomBytes(int count);
[[nodiscard]] Secret randomSecret(int count);
[[nodiscard]] QByteArray sha256(QByteArrayView data);
/// HMAC-SHA-256 (RFC 2104), 32 bytes.
[[nodiscard]] QByteArray hmac(const Secret &key, QByteArrayView message);
/// HKDF-SHA-256 (RFC 5869). `info` is the label that keeps keys for different uses apart.
[[nodiscard]] Secret hkdf(const Secret &input, QByteArrayView salt, QByteArrayView info,
                          int count = keyBytes);

struct PasswordCost
{
    int memoryKib = 128 * 1024;
    int passes = 3;
    int lanes = 2;
    bool operator==(const PasswordCost &) const = default;
};
/// Argon2id (RFC 9106), 32 bytes.
[[nodiscard]] Result<Secret> argon2id(const Secret &password, QByteArrayView salt,
                                      const PasswordCost &cost);

/// PBKDF2-HMAC-SHA-256 (RFC 8018), 32 bytes: what SCRAM makes of a password. Fails with SealBroken
/// for less than one round or an empty salt.
[[nodiscard]] Result<Secret> pbkdf2(const Secret &password, QByteArrayView salt, int rounds);

/// AES-256-GCM with a 12-byte nonce; the tag is the last 16 bytes of the answer.
[[nodiscard]] QByteArray seal(const Secret &key, QByteArrayView nonce, QByteArrayView header,
                              const Secret &plain);
/// Fails with SealBroken when key, nonce, header or text are not those that were sealed.
[[nodiscard]] Result<Secret> unseal(const Secret &key, QByteArrayView nonce, QByteArrayView header,
                                    QByteArrayView sealed);

/// A key pair for sealing to somebody (X25519) or for signing (Ed25519). Both parts are 32 raw
/// bytes.
struct KeyPair
{
    Secret secret;
    QByteArray open;
};
[[nodiscard]] KeyPair boxKeyPair();
/// An X25519 pair from 32 secret bytes (always the same one).
[[nodiscard]] KeyPair boxKeyPairFrom(const Secret &seed);
/// Seals so that only the holder of the pair can read: ephemeral X25519, HKDF, AES-256-GCM.
/// Empty when `open` is no usable public key (wrong length or of small order).
[[nodiscard]] QByteArray sealTo(QByteArrayView open, QByteArrayView plain);
[[nodiscard]] Result<QByteArray> openSealed(const KeyPair &pair, QByteArrayView sealed);

/// An Ed25519 pair from 32 secret bytes (RFC 8032).
[[nodiscard]] KeyPair signingKeyPairFrom(const Secret &seed);
[[nodiscard]] QByteArray sign(const KeyPair &pair, QByteArrayView message);
[[nodiscard]] bool verify(QByteArrayView open, QByteArrayView message, QByteArrayView signature);

/// ECDH on P-256 made by the software side: a fresh ephemeral point (65 bytes, uncompressed) and
/// the share that the holder of `tokenPoint`'s private key can derive from it.
struct EcdhOffer
{
    QByteArray ephemeralPoint;
    Secret share;
};
[[nodiscard]] Result<EcdhOffer> offerTo(QByteArrayView tokenPoint);

/// Known answers of every primitive above; run once at start. Fails with Unexpected naming the one.
[[nodiscard]] Result<> selfTest();

} // namespace base::crypto
