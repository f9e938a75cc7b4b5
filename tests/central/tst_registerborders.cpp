// links: pq madoguchi_central
#include "support/attackedregister.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// What a signed-in clerk who writes his own SQL sees of other sections and cities, and what the
// register's log keeps of all of it.
class TestRegisterBorders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<AttackedRegister>(); }
    void cleanup() { m_place.reset(); }
    void otherSectionsStayOut();
    void otherCitiesStayOut();
    void everyRefusalIsInTheLogAndTheChainHolds();
    void aRefusalThatIsRolledBackIsInTheServersLog();
    void nobodyHoldsTheOthersUp();
    void whatIsKeptCannotBeAlteredByItsOwner();

private:
    [[nodiscard]] std::unique_ptr<RawSession> connect(const QString &user) const
    {
        return m_place->connect(user);
    }
    [[nodiscard]] std::unique_ptr<RawSession> signedIn(const QString &user,
                                                       const QString &station = u"S0001"_s) const
    {
        return m_place->signedIn(user, station);
    }
    QString sql(const QString &text) const { return m_place->sql(text); }

    std::unique_ptr<AttackedRegister> m_place;
};

void TestRegisterBorders::otherSectionsStayOut()
{
    m_place->addStation({.id = u"S0002"_s, .name = u"支所"_s, .scopes = {u"住民"_s}, .logKey = {}});
    const auto clerk = signedIn(u"clerk"_s, u"S0002"_s);
    const QString ticket = clerk->ask(u"load"_s);
    const QString start = (*clerk)(
        u"select tables, counts, encode(hash, 'hex') from api.begin_load(%1)"_s.arg(ticket));
    QCOMPARE(start.section(u'|', 0, 1), u"[1, 2, 3, 4, 8, 9, 10]|[6, 0, 0, 0, 0, 0, 0, 0, 0, 0]"_s);
    for (int table = 5; table <= 7; ++table) {
        const QString rows =
            u"select count(id), count(*) from api.chunk(%1, %2, 0, 0, 100)"_s.arg(ticket).arg(
                table);
        QCOMPARE((*clerk)(rows), u"0|1"_s); // the line with the status
    }
    central::CityPart changes;
    changes.assessments.append(anAssessment(2, 2026, 3));
    changes.ledger.append(aLedgerRow(2, 2026, 1));
    changes.pensions.append(aPensionRecord(2));
    QVERIFY(m_place->owner().applyChanges(changes));
    const QString feed = u"select table_number, id, version, body, withheld is not null from "
                         "api.feed(%1, 0, '\\x%2', 100) where table_number is not null"_s;
    QCOMPARE((*clerk)(feed.arg(ticket, start.section(u'|', 2))), u"5|0|0||t\n6|0|0||t\n7|0|0||t"_s);
    QVERIFY(sql(u"select count(*) from office.register_log where outcome = 'withheld'"_s).toInt() ==
            3);
}

void TestRegisterBorders::otherCitiesStayOut()
{
    const central::PgTarget target{
        .connect = TestPostgresRegister::cluster().administrator(m_place->database())};
    const auto connection = central::PgConnection::open(target);
    QVERIFY(connection);
    QVERIFY(central::PostgresRegister::makeCity(
        **connection,
        {.registerId = u"99999999-2222-4333-8444-555555555555"_s,
         .municipality = u"となり市"_s,
         .code = u"982024"_s,
         .training = true},
        TestPostgresRegister::cluster().keyFile()));
    const auto neighbour = central::PostgresRegister::open(target, u"982024"_s);
    QVERIFY(neighbour);
    auto user = TestRegister::user(u"neighbour"_s, central::Role::Supervisor);
    QVERIFY((*neighbour)->addUsers({user}));
    QVERIFY((*neighbour)->setPassword(u"neighbour"_s, keyOf('w'), central::PasswordOf::User));
    QVERIFY((*neighbour)
                ->addStations({{.id = u"N0001"_s,
                                .name = u"となり"_s,
                                .scopes = {u"住民"_s, u"税"_s, u"収納"_s, u"年金"_s},
                                .logKey = {}}}));
    QVERIFY((*neighbour)->setProofKey(u"N0001"_s, keyOf('p')));
    central::CityPart part;
    part.people.append({aPerson(4711)});
    QVERIFY((*neighbour)->add(part));

    const auto clerk = signedIn(u"clerk"_s);
    const auto other = connect(u"neighbour"_s);
    // His station is none of ours, and ours none of his, even with the secret.
    QCOMPARE(other->signIn(u"S0001"_s, keyOf('p')), u"RegisterRefused"_s);
    QCOMPARE(other->signIn(u"N0001"_s, keyOf('p')), u"ok"_s);
    const QString mine = clerk->ask(u"load"_s);
    const QString his = other->ask(u"load"_s);
    const QString rows = u"select id from api.chunk(%1, 1, 0, 0, 100) where id is not null"_s;
    QCOMPARE((*other)(rows.arg(his)), u"4711"_s);
    QCOMPARE((*clerk)(rows.arg(mine)), u"1\n2\n3\n4\n5\n6"_s);
    QCOMPARE((*other)(rows.arg(mine)), QString());
    const QString counts = u"select counts from api.begin_load(%1)"_s;
    QCOMPARE((*other)(counts.arg(his)), u"[1, 0, 0, 0, 0, 0, 0, 0, 0, 0]"_s);
    QCOMPARE((*other)(u"select status, fingerprint from api.unlock_user('clerk')"_s),
             u"UserUnknown|"_s);
    QCOMPARE((*other)(u"select status, row_count from api.witnessed_head('S0001')"_s), u"ok|"_s);
    QCOMPARE((*other)(u"select status from api.deposit_head('S0001', 99, '\\x00', now(), '\\x00', "
                      "'\\x00')"_s),
             u"RegisterRefused"_s);
    QCOMPARE((*other)(u"select code, municipality from api.identity()"_s), u"982024|となり市"_s);
    // A change there is none here.
    central::CityPart change;
    change.people.append({aPerson(4712)});
    QVERIFY((*neighbour)->applyChanges(change));
    QCOMPARE((*clerk)(u"select status, number from api.position(%1)"_s.arg(mine)), u"ok|0"_s);
    QCOMPARE((*other)(u"select status, number from api.position(%1)"_s.arg(his)), u"ok|1"_s);
}

void TestRegisterBorders::everyRefusalIsInTheLogAndTheChainHolds()
{
    const auto clerk = connect(u"clerk"_s);
    QCOMPARE((*clerk)(u"select status from api.demand(1)"_s), u"NotSignedIn"_s);
    QCOMPARE(clerk->signIn(u"S0001"_s, keyOf('q')), u"RegisterRefused"_s);
    QCOMPARE(clerk->signIn(u"S0001"_s, keyOf('p')), u"ok"_s);
    QCOMPARE((*clerk)(u"select status from api.ask('log_key')"_s), u"RightMissing"_s);
    QCOMPARE((*clerk)(u"select status from api.unlock_user('chief')"_s), u"RightMissing"_s);
    QCOMPARE((*clerk)(u"select status from api.record_sign_in('chief', false)"_s),
             u"RegisterRefused"_s);
    QCOMPARE((*clerk)(u"select status from api.begin_load(1)"_s), u"RegisterRefused"_s);
    QCOMPARE((*clerk)(u"select status from api.close_session()"_s), u"ok"_s);
    QCOMPARE(sql(u"select number, user_id, station_id, call, outcome from office.register_log "
                 "order by number"_s),
             u"1|postgres||set_password|ok\n" // the three accounts of the place
             "2|postgres||set_password|ok\n"
             "3|postgres||set_password|ok\n"
             "4|clerk||demand|NotSignedIn\n"
             "5|clerk|S0001|open_session|RegisterRefused\n"
             "6|clerk|S0001|open_session|ok\n"
             "7|clerk|S0001|ask|RightMissing\n"
             "8|clerk|S0001|unlock_user|RightMissing\n"
             "9|clerk||record_sign_in|RegisterRefused\n"
             "10|clerk|S0001|begin_load|RegisterRefused\n"
             "11|clerk|S0001|close_session|ok"_s);
    QFile check(QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/sql/register/check/log_chain.sql"));
    QVERIFY(check.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(check.readAll());
    QCOMPARE(sql(text), QString());
    // Whoever can go past the triggers is found by the chain.
    sql(u"alter table office.register_log disable trigger all; update office.register_log "
        "set user_id = 'chief' where number = 4; "
        "alter table office.register_log enable trigger all"_s);
    QCOMPARE(sql(text), u"982016: row 4"_s);
}

void TestRegisterBorders::aRefusalThatIsRolledBackIsInTheServersLog()
{
    const auto clerk = signedIn(u"clerk"_s);
    (*clerk)(u"begin"_s);
    QCOMPARE((*clerk)(u"select status from api.unlock_user('admin')"_s), u"RightMissing"_s);
    (*clerk)(u"rollback"_s);
    QVERIFY(!sql(u"select call from office.register_log"_s).contains(u"unlock_user"_s));
    QVERIFY(TestPostgresRegister::cluster().log().contains(
        u"madoguchi: unlock_user RightMissing user=clerk city=982016 station=S0001"_s));
}

void TestRegisterBorders::nobodyHoldsTheOthersUp()
{
    const auto idle = signedIn(u"clerk"_s);
    const auto other = signedIn(u"chief"_s);
    (*idle)(u"set idle_in_transaction_session_timeout = 0"_s);
    (*other)(u"set statement_timeout = '15s'"_s);
    (*idle)(u"begin"_s);
    QVERIFY(idle->ask(u"load"_s).toLongLong() > 0);
    QCOMPARE((*idle)(u"set constraints all immediate"_s), QString());
    QElapsedTimer waited;
    waited.start();
    QCOMPARE((*other)(u"select status from api.ask('load')"_s), u"ok"_s);
    QVERIFY(waited.elapsed() < 10'000);
    QVERIFY((*idle)(u"commit"_s).startsWith(u"SQLSTATE"_s));
    QVERIFY(TestPostgresRegister::cluster().log().contains(
        u"madoguchi: take_turn ended user=clerk city=982016"_s));
}

void TestRegisterBorders::whatIsKeptCannotBeAlteredByItsOwner()
{
    const auto clerk = signedIn(u"clerk"_s);
    TestPostgresRegister::cluster().sql(
        u"insert into office.outbound (code, kind, number, entry, person, version, "
        "lineage) values ('982016', 1, 1, 1, 1, 1, '')"_s,
        m_place->database());
    for (const char *statement :
         {"update office.register_log set user_id = 'x'", "delete from office.register_log",
          "truncate office.register_log", "update office.city set training = false",
          "delete from office.city", "update office.city set code = '000001'",
          "delete from office.outbound", "update office.outbound set number = 9",
          "truncate office.outbound"}) {
        const Ran ran =
            TestCluster::ask(TestPostgresRegister::cluster().administrator(m_place->database()),
                             QString(), u"set role madoguchi_owner; "_s + QLatin1String(statement));
        QVERIFY2(ran.exitCode != 0 && ran.error.contains(u"does not change"_s),
                 qPrintable(QLatin1String(statement) + ran.error));
    }
}

QTEST_GUILESS_MAIN(TestRegisterBorders)
#include "tst_registerborders.moc"
