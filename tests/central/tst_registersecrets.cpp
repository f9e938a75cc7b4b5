// links: pq madoguchi_central
#include "central/serverkey.h"
#include "support/attackedregister.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;
using base::ErrorCode;

// What must not be told by a copy of the database: it hangs on a key outside of it.
class TestRegisterSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDumpTellsNothing();
    void withoutItsKeyTheServerTellsNothing_data();
    void withoutItsKeyTheServerTellsNothing();
    void theNumbersOfAPersonHaveAPadOfTheirOwn();
    void aRegisterInClearIsBroughtOver();
};

namespace {

const QString individual = u"123456789018"_s; // a specimen
const QString residence = u"11223344556"_s;

base::Secret secret(const QString &text)
{
    const QByteArray bytes = text.toLatin1();
    return {bytes.cbegin(), bytes.cend()};
}

QString hex(const base::Secret &secret)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size()))
            .toHex());
}

void addNumbers(AttackedRegister &place)
{
    std::vector<residents::SensitiveNumbers> numbers;
    for (qint64 person = 1; person <= 2; ++person)
        numbers.push_back({.person = {person},
                           .residentCode = secret(residence),
                           .individualNumber = secret(individual),
                           .residenceCard = {}});
    if (!place.owner().addNumbers(numbers))
        qFatal("no numbers");
}

} // namespace

void TestRegisterSecrets::aDumpTellsNothing()
{
    AttackedRegister place;
    addNumbers(place);
    const auto link = central::PostgresLink::open(place.place(u"admin"_s));
    QVERIFY(link);
    QVERIFY((*link)->openSession({.userId = u"admin"_s,
                                  .certificateFingerprint = TestRegister::card(u"admin"_s),
                                  .stationId = u"S0001"_s}));
    const auto share = (*link)->stationShare();
    const auto logKey = (*link)->logKeyPair();
    QVERIFY(share && logKey);
    QCOMPARE(base::crypto::boxKeyPairFrom(logKey->secret).open, logKey->open);
    const auto connection = central::PgConnection::open(
        {.connect = TestPostgresRegister::cluster().administrator(place.database())});
    const auto key = central::ServerKey::ofCity(**connection, u"982016"_s);
    QVERIFY(key);
    QCOMPARE(hex(key->logKeyPairOf(u"982016"_s).secret), hex(logKey->secret));

    const QString dump = mustRun({serverProgram(u"pg_dump"_s), u"-d"_s,
                                  TestPostgresRegister::cluster().administrator(place.database())});
    QVERIFY(dump.contains(u"COPY numbers.person"_s));
    QVERIFY(dump.contains(QString::fromLatin1(logKey->open.toHex()))); // it is all there
    for (const QString &told :
         {hex(*share), hex(logKey->secret), QString::fromLatin1(individual.toLatin1().toHex()),
          individual, QString::fromLatin1(residence.toLatin1().toHex()), residence,
          QString::fromLatin1(QByteArray(32, 'K').toHex())})
        QVERIFY(!dump.contains(told));
}

void TestRegisterSecrets::withoutItsKeyTheServerTellsNothing_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("no file") << u"/nowhere/register.key"_s;
    QTest::newRow("another file") << u"/etc/passwd"_s;
    QTest::newRow("a folder") << u"/etc"_s;
    QTest::newRow("another key") << QString();
}

void TestRegisterSecrets::withoutItsKeyTheServerTellsNothing()
{
    QFETCH(QString, file);
    AttackedRegister place;
    addNumbers(place);
    const ServerFolder folder;
    if (file.isEmpty()) {
        file = folder.at(u"other.key"_s);
        writeServerFile(file, QByteArray(32, 'k'));
    }
    const auto admin = place.signedIn(u"admin"_s);
    const auto chief = place.signedIn(u"chief"_s);
    const auto ticket = [&] { return (*chief)(u"select ticket from api.ask_number(1, '届出')"_s); };
    place.sql(u"insert into office.user_grant select code, user_id, 2048, valid_from, valid_to "
              "from office.user_grant where user_id = 'chief' and right_bit = 1 "
              "on conflict do nothing"_s);
    const QString there = place.sql(u"select key_file from office.city"_s);
    place.sql(u"update office.city set key_file = '%1'"_s.arg(file));
    QCOMPARE(
        (*admin)(u"select status, share from api.station_share(%1)"_s.arg(admin->ask(u"share"_s))),
        u"RegisterDamaged|"_s);
    QCOMPARE((*admin)(u"select status, secret from api.log_key_pair(%1)"_s.arg(
                 admin->ask(u"log_key"_s))),
             u"RegisterDamaged|"_s);
    QCOMPARE((*chief)(u"select status, individual_number from api.number(%1)"_s.arg(ticket())),
             u"RegisterDamaged|"_s);
    const auto share = place.owner().stationShare(u"S0001"_s);
    QVERIFY(!share);
    QCOMPARE(share.error().code, ErrorCode::RegisterDamaged);
    // The file is back.
    place.sql(u"update office.city set key_file = '%1'"_s.arg(there));
    QCOMPARE((*chief)(u"select status, convert_from(individual_number, 'UTF8') "
                      "from api.number(%1)"_s.arg(ticket())),
             u"ok|"_s + individual);
    QVERIFY(place.owner().stationShare(u"S0001"_s));
}

void TestRegisterSecrets::theNumbersOfAPersonHaveAPadOfTheirOwn()
{
    AttackedRegister place;
    addNumbers(place);
    QCOMPARE(place.sql(u"select count(distinct nonce), count(distinct individual_number), "
                       "count(distinct resident_code) from numbers.person"_s),
             u"2|2|2"_s);
    QCOMPARE(place.sql(u"select count(*) from numbers.person where octet_length(individual_number)"
                       " = 12 and octet_length(resident_code) = 11"_s),
             u"2"_s);
}

// A register of a program that kept its secrets in the tables: they stay what they were.
void TestRegisterSecrets::aRegisterInClearIsBroughtOver()
{
    auto &cluster = TestPostgresRegister::cluster();
    cluster.sql(u"create database inclear"_s);
    const QString connect = cluster.administrator(u"inclear"_s);
    const QTemporaryDir root;
    const QString from = QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/sql/register/migrations/");
    QVERIFY(QDir(root.path()).mkpath(u"register/migrations"_s));
    for (const QString &file : QDir(from).entryList({u"000[1-4]_*.sql"_s}))
        QVERIFY(QFile::copy(from + file, root.filePath(u"register/migrations/"_s + file)));
    const auto connection = central::PgConnection::open({.connect = connect});
    QVERIFY(connection);
    QVERIFY((*connection)->begin());
    QVERIFY(central::RegisterSchema(**connection, root.path()).install());
    QVERIFY((*connection)->commit());
    cluster.sql(u"insert into office.city (code, register_id, municipality, training, "
                "log_key_secret, log_key_open) values ('982016', 'r', 'm', true, "
                "sha256('secret'), sha256('open'));"
                "insert into office.station values ('982016', 'S0001', 'm', '{住民}', '', null, "
                "sha256('share'));"
                "insert into numbers.person values ('982016', 7, '%1', '%2', '')"_s.arg(residence,
                                                                                        individual),
                u"inclear"_s);
    central::RegisterSchema schema(**connection);
    const auto without = schema.upgrade();
    QVERIFY(!without);
    QCOMPARE(without.error().code, ErrorCode::ArgumentWrong);
    QVERIFY(without.error().detail.contains(u"--key FILE"_s));
    const auto unreadable = schema.upgrade(u"/nowhere/key"_s);
    QVERIFY(!unreadable);
    QCOMPARE(unreadable.error().code, ErrorCode::FileUnreadable);
    QCOMPARE(cluster.sql(u"select max(number) from office.migration"_s, u"inclear"_s), u"4"_s);

    const auto done = schema.upgrade(cluster.keyFile());
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QCOMPARE(cluster.sql(u"select office.share_of('982016', 'S0001') = sha256('share'), "
                         "office.log_key_of('982016') = sha256('secret')"_s,
                         u"inclear"_s),
             u"t|t"_s);
    QCOMPARE(cluster.sql(u"select convert_from(individual_number, 'UTF8'), "
                         "convert_from(resident_code, 'UTF8') "
                         "from office.numbers_of('982016', 7)"_s,
                         u"inclear"_s),
             individual + u'|' + residence);
    QVERIFY(cluster.sql(u"select individual_number from numbers.person"_s, u"inclear"_s) !=
            u"\\x"_s + QString::fromLatin1(individual.toLatin1().toHex()));
    cluster.sql(u"drop database inclear with (force)"_s);
}

QTEST_GUILESS_MAIN(TestRegisterSecrets)
#include "tst_registersecrets.moc"
