// links: madoguchi_token
#include "auth/cardidentity.h"
#include "auth/doorpolicy.h"
#include "auth/keyuse.h"
#include "auth/passwordrules.h"
#include "support/traincard.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace auth;
using base::ErrorCode;
using base::Secret;
using support::secret;

/// Who a card names, what a password must be, when a door locks, which key is for what.
class TestSignInRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhoTheCardNames();
    void refusesACardOfTwoPeople();
    void refusesWhatIsNoCertificate();
    void knowsItsAuthority();
    void neverMakesACardOverACard();
    void judgesPasswords_data();
    void judgesPasswords();
    void passwordLivesNinetyDays();
    void locksAtTheFifthFailure();
    void opensTheCountAnew();
    void keepsKeysApart();
};

void TestSignInRules::readsWhoTheCardNames()
{
    const QDateTime now(QDate(2025, 4, 1), QTime(9, 0), Qt::UTC);
    const auto authority = TrainingAuthority::make(now);
    QVERIFY(authority);
    const auto point = base::crypto::offerTo(
        QByteArray::fromHex("046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                            "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));
    QVERIFY(point);
    const auto der = authority->certify({.userId = QStringLiteral("u001"),
                                         .displayName = QStringLiteral("髙﨑 𠮷子"),
                                         .point = point->ephemeralPoint,
                                         .use = CertificateUse::Derive});
    QVERIFY(der);
    const auto identity = readCertificate(*der);
    QVERIFY(identity);
    QCOMPARE(identity->userId, QStringLiteral("u001"));
    QCOMPARE(identity->displayName, QStringLiteral("髙﨑 𠮷子"));
    QCOMPARE(identity->point, point->ephemeralPoint);
    QCOMPARE(identity->fingerprint, base::crypto::sha256(*der));
    QVERIFY(!identity->certificateSerial.isEmpty());
    QCOMPARE(identity->validFrom, QDateTime(QDate(2025, 3, 31), QTime(9, 0), Qt::UTC));
    QCOMPARE(identity->validTo, QDateTime(QDate(2035, 4, 1), QTime(9, 0), Qt::UTC));
}

void TestSignInRules::refusesACardOfTwoPeople()
{
    QTemporaryDir folder;
    const support::CardMaker maker(folder.path());
    const auto one = maker.make(QStringLiteral("u001"), QStringLiteral("研修 一郎"));
    const auto two = maker.make(QStringLiteral("u002"), QStringLiteral("研修 花子"));
    QVERIFY(one);
    QVERIFY(two);
    token::TokenView view;
    view.signCertificate = one->signCertificate;
    view.deriveCertificate = one->deriveCertificate;
    const auto whole = readCard(view);
    QVERIFY(whole);
    QCOMPARE(whole->point, one->derivePoint);
    QCOMPARE(whole->fingerprint, base::crypto::sha256(one->signCertificate));
    view.deriveCertificate = two->deriveCertificate;
    const auto mixed = readCard(view);
    QVERIFY(!mixed);
    QCOMPARE(mixed.error().code, ErrorCode::TokenUnfit);
}

void TestSignInRules::refusesWhatIsNoCertificate()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("x"), QByteArray(500, '\x30')}) {
        const auto identity = readCertificate(bytes);
        QVERIFY(!identity);
        QCOMPARE(identity.error().code, ErrorCode::TokenUnfit);
    }
}

void TestSignInRules::knowsItsAuthority()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto one = TrainingAuthority::make(now);
    const auto other = TrainingAuthority::make(now);
    const QByteArray point =
        QByteArray::fromHex("046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                            "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
    const auto der = one->certify(
        {QStringLiteral("u001"), QStringLiteral("研修 一郎"), point, CertificateUse::Sign});
    QVERIFY(der);
    QVERIFY(isIssuedBy(*der, one->certificate()));
    QVERIFY(!isIssuedBy(*der, other->certificate()));
    QByteArray bent = *der;
    bent[bent.size() / 2] = static_cast<char>(bent.at(bent.size() / 2) ^ 1);
    QVERIFY(!isIssuedBy(bent, one->certificate()));
}

void TestSignInRules::neverMakesACardOverACard()
{
    QTemporaryDir folder;
    const support::CardMaker maker(folder.path());
    QVERIFY(maker.make(QStringLiteral("u001"), QStringLiteral("研修 一郎")));
    const auto again = maker.make(QStringLiteral("u001"), QStringLiteral("研修 一郎"));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::PlaceNotEmpty);
}

void TestSignInRules::judgesPasswords_data()
{
    using Faults = QList<PasswordFault>;
    using enum PasswordFault;
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("present");
    QTest::addColumn<Faults>("faults");
    const QByteArray none;
    const QByteArray present("kurashi-2025");
    QTest::newRow("12 characters") << QByteArray("kurashi-2025") << none << Faults{};
    QTest::newRow("11 characters") << QByteArray("kurashi-202") << none << Faults{TooShort};
    QTest::newRow("empty") << none << none << Faults{TooShort, Monotonous};
    QTest::newRow("12 kanji are typed on no keyboard")
        << QByteArray("春夏秋冬東西南北上下左右") << none << Faults{Unusual};
    QTest::newRow("4 kanji are 12 bytes but 4")
        << QByteArray("春夏秋冬") << none << Faults{TooShort, Unusual};
    QTest::newRow("a tabulator") << QByteArray("kurashi\t2025") << none << Faults{Unusual};
    QTest::newRow("spaces") << QByteArray("the sea in may") << none << Faults{};
    QTest::newRow("one letter") << QByteArray("aaaaaaaaaaaa") << none << Faults{Monotonous};
    QTest::newRow("four letters") << QByteArray("abcdabcdabcd") << none << Faults{Monotonous};
    QTest::newRow("user id inside") << QByteArray("hello-U001-hello") << none << Faults{HoldsName};
    QTest::newRow("family name inside")
        << QByteArray("the house of smith") << none << Faults{HoldsName};
    QTest::newRow("two letters are no name") << QByteArray("joke-at-noon") << none << Faults{};
    QTest::newRow("the same") << present << present << Faults{Similar};
    QTest::newRow("only the year counts up")
        << QByteArray("kurashi-2026") << present << Faults{Similar};
    QTest::newRow("only the case differs")
        << QByteArray("KURASHI-2025") << present << Faults{Similar};
    QTest::newRow("three characters put in front")
        << QByteArray("abckurashi-2025") << present << Faults{Similar};
    QTest::newRow("six characters put in front")
        << QByteArray("abcdefkurashi-2025") << present << Faults{Similar};
    QTest::newRow("the present one is longer")
        << QByteArray("kurashi-2025") << QByteArray("my kurashi-2025 here") << Faults{Similar};
    QTest::newRow("turned") << QByteArray("2025-kurashi") << QByteArray("kurashi2025-")
                            << Faults{Similar};
    QTest::newRow("from behind") << QByteArray("5202-ihsaruk") << present << Faults{Similar};
    QTest::newRow("four places differ") << QByteArray("kurashi-8143") << present << Faults{};
    QTest::newRow("a short one inside")
        << QByteArray("kurashi-2025") << QByteArray("kura") << Faults{};
}

// PEN-R32, AU-4: 同一又は類似パスワード再利用制限、最低文字数.
void TestSignInRules::judgesPasswords()
{
    QFETCH(QByteArray, wanted);
    QFETCH(QByteArray, present);
    QFETCH(QList<PasswordFault>, faults);
    const Secret typed = secret(wanted.constData());
    const Secret before = secret(present.constData());
    QCOMPARE(faultsOf({.wanted = typed,
                       .present = before,
                       .userId = QStringLiteral("u001"),
                       .name = QStringLiteral("Smith　Jo")},
                      {}),
             faults);
}

void TestSignInRules::passwordLivesNinetyDays()
{
    // 民法 第140条: 初日は算入しない。 The 90th day after 1 January 2025 is 1 April.
    QCOMPARE(passwordEnds(QDate(2025, 1, 1), 90), QDate(2025, 4, 1));
}

void TestSignInRules::locksAtTheFifthFailure()
{
    const DoorPolicy policy;
    const QString user = QStringLiteral("u001");
    QList<DoorEntry> entries;
    for (int left = 5; left > 0; --left) {
        QCOMPARE(policy.triesLeft(entries, user), left);
        QVERIFY(!policy.isLocked(entries, user));
        entries.append({user, DoorEvent::Failed});
        entries.append({QStringLiteral("u002"), DoorEvent::Opened});
    }
    QVERIFY(policy.isLocked(entries, user));
    QVERIFY(!policy.isLocked(entries, QStringLiteral("u002")));
    for (int i = 0; i < 7; ++i) // twelve in all
        entries.append({user, DoorEvent::Failed});
    QVERIFY(policy.isLocked(entries, user));
    QCOMPARE(policy.triesLeft(entries, user), 0);
    entries.append({user, DoorEvent::Unlocked});
    QVERIFY(!policy.isLocked(entries, user));
    QCOMPARE(policy.triesLeft(entries, user), 5);
}

void TestSignInRules::opensTheCountAnew()
{
    const DoorPolicy policy;
    const QString user = QStringLiteral("u001");
    QList<DoorEntry> entries(4, {user, DoorEvent::Failed});
    entries.append({user, DoorEvent::Opened});
    QCOMPARE(policy.failures(entries, user), 0);
    entries += QList<DoorEntry>(5, {user, DoorEvent::Failed});
    // Once locked, an entry that says it opened does not unlock.
    entries.append({user, DoorEvent::Opened});
    QVERIFY(policy.isLocked(entries, user));
}

void TestSignInRules::keepsKeysApart()
{
    const Secret stationKey = base::crypto::randomSecret(32);
    QSet<QByteArray> all;
    for (const KeyUse use : {KeyUse::Cache, KeyUse::Journal, KeyUse::LogSigning, KeyUse::Register,
                             KeyUse::Numbers, KeyUse::DoorBox, KeyUse::RegisterLogBox}) {
        const Secret key = keyFor(stationKey, use);
        QCOMPARE(key.size(), std::size_t(32));
        QVERIFY(key == keyFor(stationKey, use));
        all.insert(QByteArray(reinterpret_cast<const char *>(key.data()), 32));
    }
    QCOMPARE(all.size(), 7);
    QVERIFY(keyFor(base::crypto::randomSecret(32), KeyUse::Cache) !=
            keyFor(stationKey, KeyUse::Cache));
}

QTEST_GUILESS_MAIN(TestSignInRules)
#include "tst_signinrules.moc"
