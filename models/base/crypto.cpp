#include "base/crypto.h"

#include "base/ensure.h"

#include <botan/aead.h>
#include <botan/ecdh.h>
#include <botan/ed25519.h>
#include <botan/hash.h>
#include <botan/kdf.h>
#include <botan/mac.h>
#include <botan/pk_algs.h>
#include <botan/pubkey.h>
#include <botan/pwdhash.h>
#include <botan/system_rng.h>
#if __has_include(<botan/x25519.h>)
#include <botan/x25519.h>
using BoxPrivateKey = Botan::X25519_PrivateKey;
#else
#include <botan/curve25519.h>
using BoxPrivateKey = Botan::Curve25519_PrivateKey;
#endif

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <vector>

namespace base::crypto {

namespace {

constexpr char sealVersion = 1;
constexpr int tagBytes = 16;

const std::uint8_t *octets(QByteArrayView view)
{
    return reinterpret_cast<const std::uint8_t *>(view.data());
}

size_t size(QByteArrayView view)
{
    return static_cast<size_t>(view.size());
}

template <typename Octets>
QByteArray toBytes(const Octets &octets)
{
    return QByteArray(reinterpret_cast<const char *>(octets.data()),
                      static_cast<qsizetype>(octets.size()));
}

Secret toSecret(QByteArrayView view)
{
    return Secret(octets(view), octets(view) + view.size());
}

std::vector<std::uint8_t> toVector(QByteArrayView view)
{
    return std::vector<std::uint8_t>(octets(view), octets(view) + view.size());
}

Error broken(const std::exception &thrown)
{
    return Error{ErrorCode::SealBroken, QString::fromUtf8(thrown.what())};
}

/// What cannot fail with parts of the right size; if it does, the machine is not to be trusted.
[[noreturn]] void impossible(const std::exception &thrown)
{
    ensure(false, thrown.what());
    std::terminate();
}

Result<Secret> agree(const Secret &secret, QByteArrayView open)
{
    if (open.size() != keyBytes || secret.size() != size_t{keyBytes})
        return fail(ErrorCode::SealBroken, QStringLiteral("X25519 key of the wrong length"));
    try {
        Botan::System_RNG rng;
        const BoxPrivateKey own(secret);
        const Botan::PK_Key_Agreement agreement(own, rng, "Raw");
        Secret share = agreement.derive_key(0, octets(open), size(open), nullptr, 0).bits_of();
        // RFC 7748 6.1: an all-zero share means the other side sent a point of small order.
        const bool allZero =
            std::all_of(share.begin(), share.end(), [](std::uint8_t octet) { return octet == 0; });
        if (allZero || share.size() != size_t{keyBytes})
            return fail(ErrorCode::SealBroken, QStringLiteral("X25519 share is zero"));
        return share;
    } catch (const std::exception &thrown) {
        return tl::unexpected<Error>(broken(thrown));
    }
}

/// The one-time key of a sealed message: bound to both public parts.
Secret boxKey(const Secret &share, QByteArrayView ephemeral, QByteArrayView open)
{
    QByteArray salt = ephemeral.toByteArray();
    salt.append(open);
    return hkdf(share, salt, QByteArrayView("madoguchi/seal-to/v1"));
}

QByteArray boxHeader(QByteArrayView ephemeral)
{
    QByteArray header(1, sealVersion);
    header.append(ephemeral);
    return header;
}

} // namespace

QByteArray randomBytes(int count)
{
    return toBytes(randomSecret(count));
}

Secret randomSecret(int count)
{
    ensure(count >= 0, "crypto: a count of random bytes below zero");
    Secret bytes(static_cast<size_t>(count));
    try {
        Botan::System_RNG rng;
        rng.randomize(bytes.data(), bytes.size());
    } catch (const std::exception &thrown) {
        impossible(thrown);
    }
    return bytes;
}

namespace {

/// SHA-256 objects that nobody uses at the moment, reset by final(): making one costs more than
/// hashing a log row. Not one a thread: QThread::wait() answers before the thread's own variables
/// are gone, and theirs would then be freed after Botan's allocator, at the end of the program.
class IdleHashes final
{
public:
    [[nodiscard]] std::unique_ptr<Botan::HashFunction> take()
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_hashes.empty()) {
                auto hash = std::move(m_hashes.back());
                m_hashes.pop_back();
                return hash;
            }
        }
        return Botan::HashFunction::create_or_throw("SHA-256");
    }
    void giveBack(std::unique_ptr<Botan::HashFunction> hash)
    {
        const std::scoped_lock lock(m_mutex);
        m_hashes.push_back(std::move(hash));
    }

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Botan::HashFunction>> m_hashes;
};

/// Never destroyed, for the same reason.
IdleHashes &idleHashes()
{
    static auto *const all = new IdleHashes;
    return *all;
}

} // namespace

QByteArray sha256(QByteArrayView data)
{
    try {
        auto hash = idleHashes().take();
        QByteArray digest(hashBytes, Qt::Uninitialized);
        hash->update(octets(data), size(data));
        hash->final(reinterpret_cast<std::uint8_t *>(digest.data()));
        idleHashes().giveBack(std::move(hash));
        return digest;
    } catch (const std::exception &thrown) {
        impossible(thrown);
    }
}

QByteArray hmac(const Secret &key, QByteArrayView message)
{
    try {
        const auto code = Botan::MessageAuthenticationCode::create_or_throw("HMAC(SHA-256)");
        code->set_key(key.data(), key.size());
        code->update(octets(message), size(message));
        return toBytes(code->final());
    } catch (const std::exception &thrown) {
        impossible(thrown);
    }
}

Secret hkdf(const Secret &input, QByteArrayView salt, QByteArrayView info, int count)
{
    ensure(count > 0 && count <= 255 * hashBytes, "crypto: HKDF output length");
    try {
        const auto kdf = Botan::KDF::create_or_throw("HKDF(SHA-256)");
        return kdf->derive_key(static_cast<size_t>(count), input.data(), input.size(), octets(salt),
                               size(salt), octets(info), size(info));
    } catch (const std::exception &thrown) {
        impossible(thrown);
    }
}

Result<Secret> pbkdf2(const Secret &password, QByteArrayView salt, int rounds)
{
    if (rounds < 1 || salt.isEmpty())
        return fail(ErrorCode::SealBroken, QStringLiteral("PBKDF2 rounds or salt out of range"));
    try {
        const auto family = Botan::PasswordHashFamily::create_or_throw("PBKDF2(SHA-256)");
        const auto hash = family->from_params(static_cast<size_t>(rounds));
        Secret key(keyBytes);
        hash->derive_key(key.data(), key.size(), reinterpret_cast<const char *>(password.data()),
                         password.size(), octets(salt), size(salt));
        return key;
    } catch (const std::exception &thrown) {
        return fail(ErrorCode::Unexpected, QString::fromUtf8(thrown.what()));
    }
}

Result<Secret> argon2id(const Secret &password, QByteArrayView salt, const PasswordCost &cost)
{
    // RFC 9106 3.1: at least 8 KiB a lane, at least one pass and one lane, salt of 8 bytes or more.
    constexpr int mostMemoryKib = 4 * 1024 * 1024;
    if (cost.lanes < 1 || cost.lanes > 64 || cost.passes < 1 || cost.passes > 1000 ||
        cost.memoryKib < 8 * cost.lanes || cost.memoryKib > mostMemoryKib || salt.size() < 8)
        return fail(ErrorCode::SealBroken, QStringLiteral("Argon2id cost or salt out of range"));
    try {
        const auto family = Botan::PasswordHashFamily::create_or_throw("Argon2id");
        const auto hash =
            family->from_params(static_cast<size_t>(cost.memoryKib),
                                static_cast<size_t>(cost.passes), static_cast<size_t>(cost.lanes));
        Secret key(keyBytes);
        hash->derive_key(key.data(), key.size(), reinterpret_cast<const char *>(password.data()),
                         password.size(), octets(salt), size(salt));
        return key;
    } catch (const std::exception &thrown) {
        return fail(ErrorCode::Unexpected, QString::fromUtf8(thrown.what()));
    }
}

QByteArray seal(const Secret &key, QByteArrayView nonce, QByteArrayView header, const Secret &plain)
{
    ensure(key.size() == size_t{keyBytes}, "crypto: key of the wrong length");
    ensure(nonce.size() == nonceBytes, "crypto: nonce of the wrong length");
    try {
        const auto mode =
            Botan::AEAD_Mode::create_or_throw("AES-256/GCM", Botan::Cipher_Dir::ENCRYPTION);
        mode->set_key(key);
        mode->set_associated_data(octets(header), size(header));
        mode->start(octets(nonce), size(nonce));
        Secret buffer = plain;
        mode->finish(buffer);
        return toBytes(buffer);
    } catch (const std::exception &thrown) {
        impossible(thrown);
    }
}

Result<Secret> unseal(const Secret &key, QByteArrayView nonce, QByteArrayView header,
                      QByteArrayView sealed)
{
    if (key.size() != size_t{keyBytes} || nonce.size() != nonceBytes || sealed.size() < tagBytes)
        return fail(ErrorCode::SealBroken, QStringLiteral("a part is of the wrong length"));
    try {
        const auto mode =
            Botan::AEAD_Mode::create_or_throw("AES-256/GCM", Botan::Cipher_Dir::DECRYPTION);
        mode->set_key(key);
        mode->set_associated_data(octets(header), size(header));
        mode->start(octets(nonce), size(nonce));
        Secret buffer = toSecret(sealed);
        mode->finish(buffer);
        return buffer;
    } catch (const std::exception &thrown) {
        return tl::unexpected<Error>(broken(thrown));
    }
}

KeyPair boxKeyPair()
{
    return boxKeyPairFrom(randomSecret(keyBytes));
}

KeyPair boxKeyPairFrom(const Secret &seed)
{
    ensure(seed.size() == size_t{keyBytes}, "crypto: X25519 seed of the wrong length");
    try {
        const BoxPrivateKey key(seed);
        return KeyPair{seed, toBytes(key.public_value())};
    } catch (const std::exception &thrown) {
        impossible(thrown);
    }
}

QByteArray sealTo(QByteArrayView open, QByteArrayView plain)
{
    const KeyPair ephemeral = boxKeyPair();
    const auto share = agree(ephemeral.secret, open);
    if (!share)
        return {};
    // The key is used for this message only, so the nonce may be constant.
    QByteArray message = boxHeader(ephemeral.open);
    message.append(seal(boxKey(*share, ephemeral.open, open), QByteArray(nonceBytes, 0), message,
                        toSecret(plain)));
    return message;
}

Result<QByteArray> openSealed(const KeyPair &pair, QByteArrayView sealed)
{
    constexpr int headerBytes = 1 + keyBytes;
    if (sealed.size() < headerBytes + tagBytes || sealed.front() != sealVersion)
        return fail(ErrorCode::SealBroken, QStringLiteral("not a sealed message"));
    const QByteArrayView ephemeral = sealed.sliced(1, keyBytes);
    const auto share = agree(pair.secret, ephemeral);
    if (!share)
        return fail(share);
    const auto plain = unseal(boxKey(*share, ephemeral, pair.open), QByteArray(nonceBytes, 0),
                              sealed.first(headerBytes), sealed.sliced(headerBytes));
    if (!plain)
        return fail(plain);
    return toBytes(*plain);
}

KeyPair signingKeyPairFrom(const Secret &seed)
{
    ensure(seed.size() == size_t{keyBytes}, "crypto: Ed25519 seed of the wrong length");
    try {
        const Botan::Ed25519_PrivateKey key(seed);
        return KeyPair{seed, toBytes(key.get_public_key())};
    } catch (const std::exception &thrown) {
        impossible(thrown);
    }
}

QByteArray sign(const KeyPair &pair, QByteArrayView message)
{
    ensure(pair.secret.size() == size_t{keyBytes}, "crypto: Ed25519 seed of the wrong length");
    try {
        Botan::System_RNG rng;
        const Botan::Ed25519_PrivateKey key(pair.secret);
        Botan::PK_Signer signer(key, rng, "Pure");
        return toBytes(signer.sign_message(octets(message), size(message), rng));
    } catch (const std::exception &thrown) {
        impossible(thrown);
    }
}

bool verify(QByteArrayView open, QByteArrayView message, QByteArrayView signature)
{
    if (open.size() != keyBytes || signature.size() != signatureBytes)
        return false;
    try {
        const Botan::Ed25519_PublicKey key(toVector(open));
        Botan::PK_Verifier verifier(key, "Pure");
        return verifier.verify_message(octets(message), size(message), octets(signature),
                                       size(signature));
    } catch (const std::exception &) {
        return false;
    }
}

Result<EcdhOffer> offerTo(QByteArrayView tokenPoint)
{
    constexpr int pointBytes = 65;
    constexpr char uncompressed = 4;
    if (tokenPoint.size() != pointBytes || tokenPoint.front() != uncompressed)
        return fail(ErrorCode::TokenUnfit, QStringLiteral("not an uncompressed P-256 point"));
    try {
        Botan::System_RNG rng;
        const auto key = Botan::create_private_key("ECDH", rng, "secp256r1");
        const auto *own = dynamic_cast<const Botan::PK_Key_Agreement_Key *>(key.get());
        if (own == nullptr)
            return fail(ErrorCode::Unexpected, QStringLiteral("no ECDH in the library"));
        const Botan::PK_Key_Agreement agreement(*key, rng, "Raw");
        Secret share =
            agreement.derive_key(keyBytes, octets(tokenPoint), size(tokenPoint), nullptr, 0)
                .bits_of();
        return EcdhOffer{toBytes(own->public_value()), std::move(share)};
    } catch (const std::exception &thrown) {
        return fail(ErrorCode::TokenUnfit, QString::fromUtf8(thrown.what()));
    }
}

} // namespace base::crypto
