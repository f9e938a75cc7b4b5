#include "central/replicadigest.h"
#include "central/sessionanswer.h"
#include "support/builders.h"
#include "support/postgresregister.h"
#include "support/relay.h"

#include <QtTest>

#include <future>

using base::ErrorCode;
using support::aPerson;
using support::TestPostgresRegister;

namespace {

constexpr qint64 people = 40;

central::CityPart smallCity()
{
    central::CityPart city;
    for (qint64 id = 1; id <= people; ++id)
        city.people.append({aPerson(id)});
    return city;
}

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer.has_value() ? ErrorCode::Count : answer.error().code;
}

const QString clerk = QStringLiteral("clerk");
const QString chief = QStringLiteral("chief");

/// Ends every connection of the clerk to this register, as a network that breaks does.
void cutOff(const TestPostgresRegister &place)
{
    TestPostgresRegister::cluster().sql(
        QStringLiteral("select pg_terminate_backend(pid, 10000) from pg_stat_activity "
                       "where usename = 'clerk' and datname = '%1'")
            .arg(place.database()));
}

qint64 sessionsOpened(const TestPostgresRegister &place)
{
    return TestPostgresRegister::cluster()
        .sql(QStringLiteral("select count(*) from office.register_log "
                            "where call = 'open_session' and outcome = 'ok'"),
             place.database())
        .toLongLong();
}

} // namespace

// What only the link to a server has: connections that are lost, tickets, the station's proof.
class TestPostgresLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLostConnectionIsMadeAnewWithItsSession();
    void whatWasClosedStaysClosed();
    void aSessionThatIsRefusedNowIsGone();
    void aRefusedPasswordIsNotTriedAgain();
    void aLostAnswerLeavesTheNewPassword_data();
    void aLostAnswerLeavesTheNewPassword();
    void aWriteIsNotRepeated();
    void aLoadGoesOnAfterTheServerStopped();
    void aServerThatIsAwayIsSaidInTime();
    void anOldTicketIsAskedForAnew();
    void aStationProvesItself();
    void theConnectionIsOfOneUser();
    void theShareIsFetchedInASession();
    void anotherStationsHeadIsNotTaken();
    void aStatusNobodyKnowsIsOfANewerRegister();
    void aSessionsAnswerIsRead_data();
    void aSessionsAnswerIsRead();
};

void TestPostgresLink::aLostConnectionIsMadeAnewWithItsSession()
{
    TestPostgresRegister place(smallCity());
    auto &link = place.link(clerk);
    QVERIFY(place.signIn(clerk));
    QVERIFY(link.beginLoad());
    QCOMPARE(sessionsOpened(place), 1);
    cutOff(place);
    const auto chunk = link.chunk({.table = central::Table::Person, .after = {}, .limit = 5});
    QVERIFY2(chunk, qPrintable(chunk ? QString() : chunk.error().detail));
    QCOMPARE(chunk->rows.size(), 5);
    QCOMPARE(sessionsOpened(place), 2);
    cutOff(place);
    QVERIFY(link.demand(central::Right::Search));
    cutOff(place);
    QVERIFY(link.position());
    QCOMPARE(sessionsOpened(place), 4);
}

void TestPostgresLink::whatWasClosedStaysClosed()
{
    TestPostgresRegister place(smallCity());
    auto &link = place.link(clerk);
    QVERIFY(place.signIn(clerk));
    link.closeSession();
    cutOff(place);
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::NotSignedIn);
    QVERIFY(place.signIn(clerk));
    cutOff(place);
    link.closeSession();
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::NotSignedIn);
    QCOMPARE(sessionsOpened(place), 2);
}

void TestPostgresLink::aSessionThatIsRefusedNowIsGone()
{
    TestPostgresRegister place(smallCity());
    auto &link = place.link(clerk);
    QVERIFY(place.signIn(clerk));
    TestPostgresRegister::cluster().sql(
        QStringLiteral("update office.user_account set locked = true where user_id = 'clerk'"),
        place.database());
    cutOff(place);
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::UserLocked);
    TestPostgresRegister::cluster().sql(
        QStringLiteral("update office.user_account set locked = false where user_id = 'clerk'"),
        place.database());
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::NotSignedIn); // nobody signed in again
    QVERIFY(place.signIn(clerk));
    QVERIFY(link.beginLoad());
}

// The watch counts each refused password, and five of them lock the account of somebody who changed
// it at another workstation and types nothing here.
void TestPostgresLink::aRefusedPasswordIsNotTriedAgain()
{
    TestPostgresRegister place(smallCity());
    auto &link = place.link(clerk);
    QVERIFY(place.signIn(clerk));
    QVERIFY(place.owner().setPassword(clerk, support::keyOf('e'), central::PasswordOf::User));
    QVERIFY(link.demand(central::Right::Search));
    cutOff(place);
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::RegisterRefused);
    // From here on it would be taken.
    QVERIFY(place.owner().setPassword(clerk, support::keyOf('w'), central::PasswordOf::User));
    QCOMPARE(codeOf(link.demand(central::Right::Search)), ErrorCode::RegisterRefused);
    QCOMPARE(codeOf(link.position()), ErrorCode::RegisterRefused);
    QCOMPARE(sessionsOpened(place), 1);
}

void TestPostgresLink::aLostAnswerLeavesTheNewPassword_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("the line is back while it waits") << true;
    QTest::newRow("the line is back later") << false;
}

// The register has changed it and the line was cut before its answer: the old one opens nothing any
// more, and who changed it is not locked out.
void TestPostgresLink::aLostAnswerLeavesTheNewPassword()
{
    QFETCH(bool, atOnce);
    TestPostgresRegister place(smallCity());
    const auto &cluster = TestPostgresRegister::cluster();
    support::Relay relay(cluster.port());
    auto way = place.place(clerk);
    way.target.connect.replace(QStringLiteral("port=%1").arg(cluster.port()),
                               QStringLiteral("port=%1").arg(relay.port()));
    way.target.statementLimitMs = 2000;
    const auto link = central::PostgresLink::open(std::move(way));
    QVERIFY(link);
    QVERIFY((*link)->openSession({.userId = clerk,
                                  .certificateFingerprint = support::TestRegister::card(clerk),
                                  .stationId = QStringLiteral("S0001")}));
    relay.loseNextAnswer(1); // the salts come through
    auto changing = std::async(std::launch::async,
                               [&] { return (*link)->changePassword(support::keyOf('n')); });
    QTRY_COMPARE(cluster.sql(QStringLiteral("select count(*) from office.register_log where "
                                            "call = 'change_password' and outcome = 'ok'"),
                             place.database()),
                 QStringLiteral("1"));
    if (atOnce)
        relay.set(support::Relay::Line::Whole);
    const auto changed = changing.get();
    relay.set(support::Relay::Line::Whole);
    QCOMPARE(codeOf(changed), atOnce ? ErrorCode::Count : ErrorCode::RegisterUnreachable);
    QVERIFY((*link)->demand(central::Right::Search));
    QCOMPARE(codeOf(central::PostgresLink::open(place.place(clerk))), ErrorCode::RegisterRefused);
    // From now on only the new one is tried.
    cutOff(place);
    QVERIFY((*link)->position());
}

void TestPostgresLink::aWriteIsNotRepeated()
{
    TestPostgresRegister place(smallCity());
    auto &link = place.link(clerk);
    const auto wrong = central::SignInOutcome::WrongPassword;
    QVERIFY(link.recordSignIn(clerk, wrong));
    cutOff(place);
    QCOMPARE(codeOf(link.recordSignIn(clerk, wrong)), ErrorCode::RegisterUnreachable);
    QCOMPARE((*place.owner().user(clerk))->failures, 1);
    QVERIFY(link.recordSignIn(clerk, wrong)); // connects again
    QCOMPARE((*place.owner().user(clerk))->failures, 2);
}

void TestPostgresLink::aLoadGoesOnAfterTheServerStopped()
{
    TestPostgresRegister place(smallCity());
    auto &link = place.link(clerk);
    QVERIFY(place.signIn(clerk));
    QVERIFY(link.beginLoad());
    central::ReplicaDigest digest;
    central::ChunkRequest request{.table = central::Table::Person, .after = {}, .limit = 15};
    qint64 rows = 0;
    for (bool last = false; !last;) {
        const auto chunk = link.chunk(request);
        QVERIFY2(chunk, qPrintable(chunk ? QString() : chunk.error().detail));
        for (const auto &row : chunk->rows) {
            digest.add(request.table, row);
            request.after = row.key;
            ++rows;
        }
        last = chunk->last;
        if (rows == 15) {
            TestPostgresRegister::cluster().stop();
            TestPostgresRegister::cluster().start();
        }
    }
    QCOMPARE(rows, people);
    QCOMPARE(*link.registerDigest(), digest.finish());
}

void TestPostgresLink::aServerThatIsAwayIsSaidInTime()
{
    TestPostgresRegister place(smallCity());
    auto &link = place.link(clerk);
    QVERIFY(place.signIn(clerk));
    TestPostgresRegister::cluster().stop();
    QElapsedTimer waiting;
    waiting.start();
    QCOMPARE(codeOf(link.feed({}, 10)), ErrorCode::RegisterUnreachable);
    QCOMPARE(codeOf(link.demand(central::Right::Search)), ErrorCode::RegisterUnreachable);
    QCOMPARE(codeOf(central::PostgresLink::open(place.place(clerk))),
             ErrorCode::RegisterUnreachable);
    QVERIFY(waiting.elapsed() < 4000);
    TestPostgresRegister::cluster().start();
    QVERIFY(link.demand(central::Right::Search)); // by itself
}

void TestPostgresLink::anOldTicketIsAskedForAnew()
{
    TestPostgresRegister place(smallCity());
    auto &link = place.link(clerk);
    QVERIFY(place.signIn(clerk));
    const auto at = link.position();
    QVERIFY(at);
    TestPostgresRegister::cluster().sql(QStringLiteral("delete from office.ticket"),
                                        place.database());
    QVERIFY(link.feed(*at, 10));
    QVERIFY(link.feed(*at, 10));
}

void TestPostgresLink::aStationProvesItself()
{
    TestPostgresRegister place(smallCity());
    auto stolen = place.place(clerk);
    stolen.proofKey = support::keyOf('x');
    const auto link = central::PostgresLink::open(std::move(stolen));
    QVERIFY(link); // both factors are right
    const auto session =
        (*link)->openSession({.userId = clerk,
                              .certificateFingerprint = support::TestRegister::card(clerk),
                              .stationId = QStringLiteral("S0001")});
    QCOMPARE(codeOf(session), ErrorCode::RegisterRefused);
    QCOMPARE(codeOf((*link)->beginLoad()), ErrorCode::NotSignedIn);
    QCOMPARE(sessionsOpened(place), 0);
}

void TestPostgresLink::theConnectionIsOfOneUser()
{
    TestPostgresRegister place(smallCity());
    auto &link = place.link(clerk);
    QCOMPARE(codeOf(link.whoHolds(support::TestRegister::card(chief))), ErrorCode::UserUnknown);
    QCOMPARE(codeOf(link.recordSignIn(chief, central::SignInOutcome::WrongPassword)),
             ErrorCode::RegisterRefused);
    QCOMPARE(codeOf(link.openSession({.userId = chief,
                                      .certificateFingerprint = support::TestRegister::card(chief),
                                      .stationId = QStringLiteral("S0001")})),
             ErrorCode::RegisterRefused);
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::NotSignedIn);
}

void TestPostgresLink::theShareIsFetchedInASession()
{
    TestPostgresRegister place(smallCity());
    auto &link = place.link(clerk);
    QCOMPARE(codeOf(link.stationShare()), ErrorCode::NotSignedIn);
    QVERIFY(place.signIn(clerk));
    const auto share = link.stationShare();
    QVERIFY(share);
    QCOMPARE(share->size(), std::size_t(32));
    QCOMPARE(*link.stationShare(), *share);
    QVERIFY(place.signIn(chief));
    QCOMPARE(*place.link(chief).stationShare(), *share);
}

void TestPostgresLink::anotherStationsHeadIsNotTaken()
{
    TestPostgresRegister place(smallCity());
    QVERIFY(place.signIn(clerk));
    const auto pair = base::crypto::signingKeyPairFrom(support::keyOf('s'));
    place.addStation({.id = QStringLiteral("S0002"),
                      .name = QStringLiteral("支所"),
                      .scopes = {QStringLiteral("住民")},
                      .logKey = pair.open});
    central::StationHead head{.stationId = QStringLiteral("S0002"),
                              .count = 1,
                              .hash = QByteArray(32, 'h'),
                              .at = QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC),
                              .signedBytes = "1",
                              .signature = base::crypto::sign(pair, "1")};
    QCOMPARE(codeOf(place.link(clerk).depositCheckpoint(head)), ErrorCode::RegisterRefused);
    place.link(clerk).closeSession();
    head.stationId = QStringLiteral("S0001");
    QCOMPARE(codeOf(place.link(clerk).depositCheckpoint(head)), ErrorCode::NotSignedIn);
}

void TestPostgresLink::aStatusNobodyKnowsIsOfANewerRegister()
{
    TestPostgresRegister place(smallCity());
    QVERIFY(place.signIn(clerk));
    TestPostgresRegister::cluster().sql(
        QStringLiteral("create or replace function api.demand(needed integer) returns table "
                       "(status text) language sql as $$ select 'Tomorrow' $$"),
        place.database());
    QCOMPARE(codeOf(place.link(clerk).demand(central::Right::Search)), ErrorCode::RegisterNewer);
}

void TestPostgresLink::aSessionsAnswerIsRead_data()
{
    QTest::addColumn<QString>("json");
    QTest::newRow("empty") << QString();
    QTest::newRow("no object") << QStringLiteral("[1]");
    QTest::newRow("cut") << QStringLiteral("{\"user\": {\"id\": \"clerk\"");
    QTest::newRow("half") << QStringLiteral("{\"user\": {\"id\": \"clerk\"}}");
    QTest::newRow("other kinds") << QStringLiteral("{\"user\": 3, \"station\": [], \"today\": {}}");
}

void TestPostgresLink::aSessionsAnswerIsRead()
{
    QFETCH(QString, json);
    QCOMPARE(codeOf(central::readSessionAnswer(json)), ErrorCode::RegisterDamaged);
}

QTEST_GUILESS_MAIN(TestPostgresLink)
#include "tst_postgreslink.moc"
