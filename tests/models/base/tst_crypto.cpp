#include "base/crypto.h"

#include <QTest>

using base::ErrorCode;
using base::Secret;
using namespace base::crypto;

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

Secret secret(const QByteArray &bytes)
{
    return Secret(bytes.begin(), bytes.end());
}

QByteArray bytes(const Secret &secret)
{
    return QByteArray(reinterpret_cast<const char *>(secret.data()),
                      static_cast<qsizetype>(secret.size()));
}

} // namespace

/// Expected values are the published vectors named at each row.
class TestCrypto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selfTestPasses();
    void sha256_data();
    void sha256();
    void hmacMatchesRfc4231();
    void hkdfMatchesRfc5869_data();
    void hkdfMatchesRfc5869();
    void argon2idMatchesTheReference_data();
    void argon2idMatchesTheReference();
    void argon2idRefusesBadCosts();
    void sealMatchesGcmCases_data();
    void sealMatchesGcmCases();
    void unsealRefusesEveryChange();
    void signMatchesRfc8032_data();
    void signMatchesRfc8032();
    void boxPairsMatchRfc7748();
    void opensAMessageMadeElsewhere();
    void sealedMessagesBreakAtEveryByte();
    void pointsOfSmallOrderAreRefused();
    void ecdhBothSidesAgree();
    void ecdhRefusesPointsOffTheCurve();
    void randomDiffers();
};

void TestCrypto::selfTestPasses()
{
    const auto tested = selfTest();
    QVERIFY2(tested.has_value(), tested ? "" : qPrintable(tested.error().detail));
}

void TestCrypto::sha256_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("FIPS 180-4: abc")
        << QByteArray("abc")
        << hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("FIPS 180-4: two blocks")
        << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        << hex("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("empty")
        << QByteArray() << hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("FIPS 180-4: a million a")
        << QByteArray(1'000'000, 'a')
        << hex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestCrypto::sha256()
{
    QFETCH(QByteArray, message);
    QTEST(base::crypto::sha256(message), "digest");
}

void TestCrypto::hmacMatchesRfc4231()
{
    // 4.2, and 4.7 with a key longer than a block
    QCOMPARE(hmac(Secret(20, 0x0b), "Hi There"),
             hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
    QCOMPARE(hmac(Secret(131, 0xaa), "Test Using Larger Than Block-Size Key - Hash Key First"),
             hex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
}

void TestCrypto::hkdfMatchesRfc5869_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("A.1") << QByteArray(22, 0x0b) << hex("000102030405060708090a0b0c")
                         << hex("f0f1f2f3f4f5f6f7f8f9")
                         << hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                                "34007208d5b887185865");
    QTest::newRow("A.3: no salt, no info")
        << QByteArray(22, 0x0b) << QByteArray() << QByteArray()
        << hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a"
               "96c8");
}

void TestCrypto::hkdfMatchesRfc5869()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, salt);
    QFETCH(QByteArray, info);
    QFETCH(QByteArray, output);
    QCOMPARE(bytes(hkdf(secret(input), salt, info, static_cast<int>(output.size()))), output);
}

void TestCrypto::argon2idMatchesTheReference_data()
{
    QTest::addColumn<int>("memoryKib");
    QTest::addColumn<int>("passes");
    QTest::addColumn<int>("lanes");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<QByteArray>("key");
    // phc-winner-argon2 src/test.c, Argon2id, version 0x13
    QTest::newRow("m=2^16 t=2 p=1")
        << 65536 << 2 << 1 << QByteArray("password") << QByteArray("somesalt")
        << hex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    QTest::newRow("m=2^8 t=2 p=1")
        << 256 << 2 << 1 << QByteArray("password") << QByteArray("somesalt")
        << hex("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
    QTest::newRow("m=2^8 t=2 p=2")
        << 256 << 2 << 2 << QByteArray("password") << QByteArray("somesalt")
        << hex("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037");
    QTest::newRow("another password")
        << 65536 << 2 << 1 << QByteArray("differentpassword") << QByteArray("somesalt")
        << hex("0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde");
}

void TestCrypto::argon2idMatchesTheReference()
{
    QFETCH(int, memoryKib);
    QFETCH(int, passes);
    QFETCH(int, lanes);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, salt);
    const auto key = argon2id(secret(password), salt, PasswordCost{memoryKib, passes, lanes});
    QVERIFY(key.has_value());
    QTEST(bytes(*key), "key");
}

void TestCrypto::argon2idRefusesBadCosts()
{
    const Secret word = secret("password");
    QVERIFY(!argon2id(word, "somesalt", PasswordCost{0, 1, 1}));
    QVERIFY(!argon2id(word, "somesalt", PasswordCost{256, 0, 1}));
    QVERIFY(!argon2id(word, "somesalt", PasswordCost{256, 1, 0}));
    QVERIFY(!argon2id(word, "somesalt", PasswordCost{2'000'000'000, 1, 1}));
    QVERIFY(!argon2id(word, "short", PasswordCost{256, 1, 1}));
}

void TestCrypto::sealMatchesGcmCases_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("sealed");
    // The Galois/Counter Mode of Operation (GCM), McGrew and Viega, appendix B
    QTest::newRow("13") << QByteArray(32, 0) << QByteArray(12, 0) << QByteArray() << QByteArray()
                        << hex("530f8afbc74536b9a963b4f1c4cb738b");
    QTest::newRow("14") << QByteArray(32, 0) << QByteArray(12, 0) << QByteArray()
                        << QByteArray(16, 0)
                        << hex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    QTest::newRow("16") << hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
                        << hex("cafebabefacedbaddecaf888")
                        << hex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
                        << hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                               "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
                        << hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                               "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                               "76fc6ece0f4e1768cddf8853bb2d551b");
}

void TestCrypto::sealMatchesGcmCases()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, nonce);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, sealed);
    QCOMPARE(seal(secret(key), nonce, header, secret(plain)), sealed);
    const auto opened = unseal(secret(key), nonce, header, sealed);
    QVERIFY(opened.has_value());
    QCOMPARE(bytes(*opened), plain);
}

void TestCrypto::unsealRefusesEveryChange()
{
    const Secret key = randomSecret(keyBytes);
    const QByteArray nonce = randomBytes(nonceBytes);
    const QByteArray sealed = seal(key, nonce, "header", secret("plain"));
    for (qsizetype at = 0; at < sealed.size(); ++at) {
        QByteArray changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto opened = unseal(key, nonce, "header", changed);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::SealBroken);
    }
    QVERIFY(!unseal(key, nonce, "Header", sealed));
    QVERIFY(!unseal(key, randomBytes(nonceBytes), "header", sealed));
    QVERIFY(!unseal(randomSecret(keyBytes), nonce, "header", sealed));
    QVERIFY(!unseal(key, nonce, "header", {}));
    QVERIFY(!unseal(Secret(3), nonce, "header", sealed));
}

void TestCrypto::signMatchesRfc8032_data()
{
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("7.1 TEST 1")
        << hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        << hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a") << QByteArray()
        << hex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc6"
               "1e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    QTest::newRow("7.1 TEST 2")
        << hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        << hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c") << hex("72")
        << hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e45"
               "8f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

void TestCrypto::signMatchesRfc8032()
{
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, open);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const KeyPair pair = signingKeyPairFrom(secret(seed));
    QCOMPARE(pair.open, open);
    QCOMPARE(sign(pair, message), signature);
    QVERIFY(verify(open, message, signature));
    QVERIFY(!verify(open, message + 'x', signature));
    QByteArray changed = signature;
    changed[0] = static_cast<char>(changed[0] ^ 1);
    QVERIFY(!verify(open, message, changed));
    QVERIFY(!verify(open, message, {}));
    QVERIFY(!verify(QByteArray(31, 'x'), message, signature));
    QVERIFY(!verify(QByteArray(32, '\xff'), message, signature));
}

void TestCrypto::boxPairsMatchRfc7748()
{
    // RFC 7748 6.1
    const KeyPair alice = boxKeyPairFrom(
        secret(hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")));
    QCOMPARE(alice.open, hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
    const KeyPair bob = boxKeyPairFrom(
        secret(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")));
    QCOMPARE(bob.open, hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
}

void TestCrypto::opensAMessageMadeElsewhere()
{
    // Alice's pair as ephemeral, Bob's as receiver; made with python-cryptography 48.
    const KeyPair bob = boxKeyPairFrom(
        secret(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")));
    const auto opened =
        openSealed(bob, hex("018520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"
                            "817c3d904d20ad254bd46179ef98e46cf38448ca4972"));
    QVERIFY(opened.has_value());
    QCOMPARE(*opened, QByteArray("窓口"));
}

void TestCrypto::sealedMessagesBreakAtEveryByte()
{
    const KeyPair pair = boxKeyPair();
    const QByteArray sealed = sealTo(pair.open, "窓口");
    QVERIFY(!sealed.contains("窓口"));
    QVERIFY(sealTo(pair.open, "窓口") != sealed);
    QCOMPARE(openSealed(pair, sealed).value_or(QByteArray()), QByteArray("窓口"));
    for (qsizetype at = 0; at < sealed.size(); ++at) {
        QByteArray changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        QVERIFY(!openSealed(pair, changed));
        QVERIFY(!openSealed(pair, sealed.first(at)));
    }
    QVERIFY(!openSealed(boxKeyPair(), sealed));
}

void TestCrypto::pointsOfSmallOrderAreRefused()
{
    QVERIFY(sealTo(QByteArray(32, 0), "x").isEmpty());
    QVERIFY(sealTo(QByteArray(31, 1), "x").isEmpty());
    QVERIFY(sealTo({}, "x").isEmpty());
}

void TestCrypto::ecdhBothSidesAgree()
{
    // RFC 5903 8.1 (256-bit random ECP group): the responder's public value.
    const QByteArray point =
        hex("04"
            "d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63"
            "56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab");
    const auto first = offerTo(point);
    QVERIFY(first.has_value());
    QCOMPARE(first->ephemeralPoint.size(), 65);
    QCOMPARE(first->share.size(), size_t{32});
    const auto second = offerTo(point);
    QVERIFY(second.has_value());
    QVERIFY(first->ephemeralPoint != second->ephemeralPoint);
    QVERIFY(first->share != second->share);
}

void TestCrypto::ecdhRefusesPointsOffTheCurve()
{
    QByteArray point(65, 1);
    point[0] = 4;
    QVERIFY(!offerTo(point));
    QVERIFY(!offerTo({}));
    QVERIFY(!offerTo(QByteArray(1, 0)));
    QCOMPARE(offerTo(point).error().code, ErrorCode::TokenUnfit);
}

void TestCrypto::randomDiffers()
{
    QCOMPARE(randomBytes(32).size(), 32);
    QVERIFY(randomBytes(32) != randomBytes(32));
    QCOMPARE(randomSecret(0).size(), size_t{0});
}

QTEST_GUILESS_MAIN(TestCrypto)
#include "tst_crypto.moc"
