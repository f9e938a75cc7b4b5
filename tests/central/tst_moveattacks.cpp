// links: pq madoguchi_central
#include "central/entryjson.h"
#include "central/registerschema.h"
#include "models/central/movework.h"
#include "support/attackedregister.h"
#include "support/entrysql.h"

using namespace Qt::Literals::StringLiterals;
using namespace movework;
using support::decideCall;
using support::submitCall;

// Somebody with both factors of a clerk who enters 異動 by hand.
class TestMoveAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<support::AttackedRegister>(familyCity()); }
    void cleanup() { m_place.reset(); }
    void noOtherColumnIsWritten_data();
    void noOtherColumnIsWritten();
    void whatIsRolledBackHoldsNobody();
    void aCheckThatIsRolledBackChangesNobody();
    void oneTransactionIsNotTwoPersons();
    void rowsThatWereThereBeforeAreFound();

private:
    static QString fields(const Move &move)
    {
        return *central::fieldsAsJson({.entered = move, .baseVersion = 0, .reason = {}});
    }
    [[nodiscard]] QString changed() const
    {
        return m_place->sql(u"select count(*) from office.replica where table_number = 2 "
                            "or table_number = 1 and state > 1"_s);
    }
    [[nodiscard]] QString held() const
    {
        return m_place->sql(u"select count(*) from office.move_hold"_s);
    }
    std::unique_ptr<support::AttackedRegister> m_place;
};

// R-ACC-02: a 転居 that changes anything but the address is an error.
void TestMoveAttacks::noOtherColumnIsWritten_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("instead");
    QTest::newRow("a name") << u"{\"acknowledged\""_s << u"{\"name\":\"鈴木\",\"acknowledged\""_s;
    QTest::newRow("a birth date") << u"{\"acknowledged\""_s
                                  << u"{\"bornOn\":\"1990-01-01\",\"acknowledged\""_s;
    QTest::newRow("a name of one mover") << u"[1,1,\"世帯主\"]"_s << u"[1,1,\"世帯主\",\"鈴木\"]"_s;
    QTest::newRow("a country in the address")
        << u"\"address\":{"_s << u"\"address\":{\"country\":\"\","_s;
    QTest::newRow("an object for a mover") << u"[1,1,\"世帯主\"]"_s << u"{\"person\":1}"_s;
    QTest::newRow("a number for a document") << u"[\"driving-licence\"]"_s << u"[1]"_s;
}

void TestMoveAttacks::noOtherColumnIsWritten()
{
    QFETCH(QString, part);
    QFETCH(QString, instead);
    QString sent = fields(wholeFamily());
    QVERIFY(sent.contains(part));
    sent.replace(part, instead);
    const auto clerk = m_place->signedIn(u"clerk"_s);
    QCOMPARE((*clerk)(submitCall(1, 4, 0, sent)), u"RegisterRefused|keys"_s);
    QCOMPARE(held(), u"0"_s);
    QCOMPARE(m_place->sql(u"select outcome from office.register_log where call = 'submit'"_s),
             u"RegisterRefused"_s);
}

void TestMoveAttacks::whatIsRolledBackHoldsNobody()
{
    const auto clerk = m_place->signedIn(u"clerk"_s);
    (*clerk)(u"begin"_s);
    QCOMPARE((*clerk)(submitCall(1, 4, 0, fields(wholeFamily()))), u"ok|"_s);
    (*clerk)(u"rollback"_s);
    QCOMPARE(held(), u"0"_s);
    QCOMPARE(changed(), u"0"_s);
    QCOMPARE((*clerk)(submitCall(2, 4, 0, fields(wholeFamily()))), u"ok|"_s);
    QCOMPARE(held(), u"5"_s); // the household and four persons
    QCOMPARE(changed(), u"0"_s);
}

void TestMoveAttacks::aCheckThatIsRolledBackChangesNobody()
{
    const auto clerk = m_place->signedIn(u"clerk"_s);
    const auto chief = m_place->signedIn(u"chief"_s);
    QCOMPARE((*clerk)(submitCall(1, 4, 0, fields(wholeFamily()))), u"ok|"_s);
    (*chief)(u"begin"_s);
    QCOMPARE((*chief)(decideCall(1, 0)), u"ok|"_s);
    (*chief)(u"rollback"_s);
    QCOMPARE(changed(), u"0"_s);
    QCOMPARE(held(), u"5"_s);
    QCOMPARE((*chief)(decideCall(1, 0)), u"ok|"_s);
    QCOMPARE(changed(), u"8"_s);
    QCOMPARE(held(), u"0"_s);
}

// A 仮登録 and its own 照合 in one transaction.
void TestMoveAttacks::oneTransactionIsNotTwoPersons()
{
    const auto chief = m_place->signedIn(u"chief"_s);
    (*chief)(u"begin"_s);
    QCOMPARE((*chief)(submitCall(1, 4, 0, fields(wholeFamily()))), u"ok|"_s);
    QCOMPARE((*chief)(decideCall(1, 0)), u"OwnEntry|"_s);
    (*chief)(u"commit"_s);
    QCOMPARE(changed(), u"0"_s);
    QCOMPARE(m_place->sql(u"select state from office.entry"_s), u"1"_s);
}

// A register of the schema before 異動, with residents; then it is upgraded.
void TestMoveAttacks::rowsThatWereThereBeforeAreFound()
{
    auto &cluster = support::TestPostgresRegister::cluster();
    cluster.sql(u"create database beforemoves"_s);
    const QTemporaryDir root;
    const QString from = QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/sql/register/migrations/");
    QVERIFY(QDir(root.path()).mkpath(u"register/migrations"_s));
    for (const QString &file : QDir(from).entryList({u"*.sql"_s})) {
        if (file < u"0013"_s)
            QVERIFY(QFile::copy(from + file, root.filePath(u"register/migrations/"_s + file)));
    }
    const auto connection =
        central::PgConnection::open({.connect = cluster.administrator(u"beforemoves"_s)});
    QVERIFY(connection);
    QVERIFY((*connection)->begin());
    QVERIFY(central::RegisterSchema(**connection, root.path()).install());
    QVERIFY((*connection)->commit());
    const auto add = [&](int table, qint64 id, const QByteArray &body) {
        cluster.sql(u"set session_replication_role = replica; insert into office.replica (code, "
                    "table_number, id, version, row_version, state, body) values "
                    "('982016', %1, %2, 0, 0, %3, '\\x%4')"_s.arg(table)
                        .arg(id)
                        .arg(table == 1 ? 1 : 0)
                        .arg(QString::fromLatin1(body.toHex())),
                    u"beforemoves"_s);
    };
    // Numbers of one, two, three, five and nine bytes.
    const QList<qint64> numbers{1, 23, 24, 255, 256, 65535, 65536, 4294967296, 123456789012345678};
    for (const qint64 number : numbers) {
        add(1, number, residents::encode(support::aPerson(number).snapshot()));
        add(4, number, residents::encode(support::aProtection(number, number)));
    }
    auto whole = support::aProtection(2, 0);
    whole.household = {65536};
    add(4, 2, residents::encode(whole));
    QVERIFY(central::RegisterSchema(**connection).upgrade(cluster.keyFile()));
    const auto found = [&](int table, qint64 target) {
        return cluster.sql(u"set enable_seqscan = off; select id from office.replica where code = "
                           "'982016' and table_number = %1 and "
                           "office.target_of(table_number, body) = %2"_s.arg(table)
                               .arg(target),
                           u"beforemoves"_s);
    };
    for (const qint64 number : numbers) {
        QCOMPARE(found(1, number), QString::number(number));
        QCOMPARE(found(4, number), QString::number(number));
    }
    QCOMPARE(found(4, -65536), u"2"_s);
    cluster.sql(u"drop database beforemoves with (force)"_s);
}

QTEST_GUILESS_MAIN(TestMoveAttacks)
#include "tst_moveattacks.moc"
