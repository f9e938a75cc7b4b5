#include "auth/stationkeys.h"

#include <QTest>

// Expected values: RFC 5869 computed with another implementation (HMAC of Python's standard
// library) over letters as key material.
class TestStationKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStationKeyComesFromBothParts()
    {
        const auto key = auth::stationKeyFrom(base::Secret(32, 'h'), base::Secret(32, 's'),
                                              QStringLiteral("S0001"));
        QCOMPARE(hex(key),
                 QByteArray("0c516ebb3ae7722b3cc4e4ff5a3f9e0ace8f4aef3bc45d38a6c18bea923d48e5"));
    }
    void theProofKeyComesFromTheSecret()
    {
        const auto key = auth::proofKeyFrom(base::Secret(32, 's'), QStringLiteral("S0001"));
        QCOMPARE(hex(key),
                 QByteArray("747050b7bbb29fc6968edf5e17addb32c9c36ec5c6ffedc4c43833eca2ceec3d"));
    }
    void eachStationHasItsOwn()
    {
        const base::Secret secret(32, 's');
        QVERIFY(auth::proofKeyFrom(secret, QStringLiteral("S0001")) !=
                auth::proofKeyFrom(secret, QStringLiteral("S0002")));
        QVERIFY(auth::stationKeyFrom(secret, secret, QStringLiteral("S0001")) !=
                auth::stationKeyFrom(secret, secret, QStringLiteral("S0002")));
    }

private:
    static QByteArray hex(const base::Secret &secret)
    {
        return QByteArray(reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size()))
            .toHex();
    }
};

QTEST_GUILESS_MAIN(TestStationKeys)
#include "tst_stationkeys.moc"
