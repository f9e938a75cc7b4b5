#include "base/crypto.h"

// Known answers, one for each primitive: a library that was swapped or built wrongly is found
// before it protects anything. The vectors are published ones; each line names its source.
namespace base::crypto {

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

Secret secretHex(const char *digits)
{
    const QByteArray bytes = hex(digits);
    return Secret(bytes.begin(), bytes.end());
}

QByteArray bytesOf(const Secret &secret)
{
    return QByteArray(reinterpret_cast<const char *>(secret.data()),
                      static_cast<qsizetype>(secret.size()));
}

} // namespace

Result<> selfTest()
{
    const auto wrong = [](const char *what) {
        return fail(ErrorCode::Unexpected,
                    QStringLiteral("crypto self-test: ") + QLatin1StringView(what));
    };
    // FIPS 180-4 example "abc"
    if (sha256(QByteArrayView("abc")) !=
        hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
        return wrong("SHA-256");
    // RFC 4231 4.3
    if (hmac(secretHex("4a656665"), QByteArrayView("what do ya want for nothing?")) !=
        hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
        return wrong("HMAC");
    // RFC 5869 A.1, first 32 bytes
    const Secret input(22, 0x0b);
    if (bytesOf(hkdf(input, hex("000102030405060708090a0b0c"), hex("f0f1f2f3f4f5f6f7f8f9"))) !=
        hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"))
        return wrong("HKDF");
    // RFC 7914 11, first 32 bytes
    const auto slow = pbkdf2(secretHex("706173737764"), hex("73616c74"), 1);
    if (!slow ||
        bytesOf(*slow) != hex("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"))
        return wrong("PBKDF2");
    // Reference implementation of Argon2, test.c: v=19, t=2, m=2^8, p=2
    const auto word =
        argon2id(secretHex("70617373776f7264"), hex("736f6d6573616c74"), PasswordCost{256, 2, 2});
    if (!word ||
        bytesOf(*word) != hex("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"))
        return wrong("Argon2id");
    // The Galois/Counter Mode of Operation (McGrew, Viega), test case 14
    const Secret zeroKey(keyBytes, 0);
    const QByteArray sealed = seal(zeroKey, QByteArray(nonceBytes, 0), {}, Secret(16, 0));
    if (sealed != hex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919") ||
        !unseal(zeroKey, QByteArray(nonceBytes, 0), {}, sealed) ||
        unseal(zeroKey, QByteArray(nonceBytes, 1), {}, sealed))
        return wrong("AES-256-GCM");
    // RFC 8032 7.1 TEST 2
    const KeyPair signing = signingKeyPairFrom(
        secretHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    const QByteArray signature = sign(signing, hex("72"));
    if (signature != hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                         "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00") ||
        !verify(signing.open, hex("72"), signature) || verify(signing.open, hex("73"), signature))
        return wrong("Ed25519");
    // RFC 7748 6.1, Bob
    const KeyPair bob = boxKeyPairFrom(
        secretHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
    if (bob.open != hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"))
        return wrong("X25519");
    const auto opened = openSealed(bob, sealTo(bob.open, hex("00ff")));
    if (!opened || *opened != hex("00ff"))
        return wrong("sealing");
    return {};
}

} // namespace base::crypto
