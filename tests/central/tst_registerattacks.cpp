// links: pq madoguchi_central
#include "base/errorname.h"
#include "support/attackedregister.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// Somebody with both factors of a clerk who writes his own SQL: what he is refused, and what stays
// of it in the register's log. Each test has its own register and its own connections.
class TestRegisterAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingButTheFunctionsCanBeReached_data();
    void nothingButTheFunctionsCanBeReached();
    void noTableOfTheRegisterCanBeTouched();
    void aRoleThatIsNoClerkCannotEvenConnect();
    void aSessionNeedsTheStationsProof();
    void aProofServesOnce();
    void aSessionCountsOnceItIsCommitted();
    void nothingIsFetchedInTheTransactionThatAsked_data();
    void nothingIsFetchedInTheTransactionThatAsked();
    void nothingIsFetchedAfterTheAskWasRolledBack_data();
    void nothingIsFetchedAfterTheAskWasRolledBack();
    void aSessionBelongsToTheProcessThatOpenedIt();
    void aTicketBelongsToItsConnectionAndIsSpent();
    void aRightThatEndedEndsOnTheOpenSession_data();
    void aRightThatEndedEndsOnTheOpenSession();
    void anOldViewOfTheRightsDoesNotCount();
    void anotherCertificateOfTheSameNameIsRefused();
    void whatTheCallerSetsChangesNoAnswer();
    void whateverIsAskedTheAnswerIsAStatus();

private:
    [[nodiscard]] std::unique_ptr<RawSession> connect(const QString &user) const
    {
        return m_place->connect(user);
    }
    [[nodiscard]] std::unique_ptr<RawSession> signedIn(const QString &user) const
    {
        return m_place->signedIn(user);
    }
    QString sql(const QString &text) const { return m_place->sql(text); }

    std::unique_ptr<AttackedRegister> m_place;
};

namespace {

/// Each function that hands out something for a ticket: its name, what to ask for, the call.
struct Fetch
{
    const char *name;
    const char *what;
    const char *call;
};
constexpr Fetch fetches[] = {
    {"begin_load", "load", "select status, counts from api.begin_load(%1)"},
    {"chunk", "load", "select status, id, body from api.chunk(%1, 1, 0, 0, 10)"},
    {"feed", "feed", "select status, page from api.feed(%1, 0, '\\x00', 10)"},
    {"position", "feed", "select status, number from api.position(%1)"},
    {"digest", "digest", "select status, sha256 from api.digest(%1)"},
    {"station_share", "share", "select status, share from api.station_share(%1)"},
    {"log_key_pair", "log_key", "select status, secret from api.log_key_pair(%1)"},
};

void everyFetch()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("call");
    for (const auto &fetch : fetches)
        QTest::newRow(fetch.name) << QString::fromLatin1(fetch.what)
                                  << QString::fromLatin1(fetch.call);
}

const QString denied = u"SQLSTATE 42501"_s;

} // namespace

void TestRegisterAttacks::init()
{
    m_place = std::make_unique<AttackedRegister>();
}

void TestRegisterAttacks::cleanup()
{
    m_place.reset();
}

void TestRegisterAttacks::nothingButTheFunctionsCanBeReached_data()
{
    QTest::addColumn<QString>("statement");
    const struct
    {
        const char *name;
        const char *statement;
    } all[] = {
        {"a function of the register itself", "select office.digest_of('982016', '{1}')"},
        {"who calls, as somebody else", "select office.caller('x', 0)"},
        {"a login", "select office.make_login('mallory')"},
        {"a password", "select office.set_password('982016', 'chief', 'SCRAM-SHA-256$x')"},
        {"a key of pgcrypto", "select office.hmac('a'::bytea, 'b'::bytea, 'sha256')"},
        {"a table", "create table public.mine (a integer)"},
        {"a table in api", "create table api.mine (a integer)"},
        {"a table of one's own session", "create temporary table mine (a integer)"},
        {"a schema", "create schema mine"},
        {"a function in api", "create function api.identity2() returns integer language sql "
                              "as 'select 1'"},
        {"a block", "do $$ begin end $$"},
        {"the lock of the feed", "select pg_advisory_lock(4242, 982016)"},
        {"the lock of the feed, until the end", "select pg_advisory_xact_lock(4242, 982016)"},
        {"a large object", "select lo_from_bytea(0, 'x')"},
        {"the disk of the changes filled", "select pg_logical_emit_message(false, 'x', 'x')"},
        {"another user", "set session authorization chief"},
        {"the owner", "set role madoguchi_owner"},
        {"no triggers", "set session_replication_role = replica"},
        {"a file", "select pg_read_file('PG_VERSION')"},
        {"a program", "copy (select 1) to program 'true'"},
        {"somebody else's connection", "select pg_terminate_backend(pid) from pg_stat_activity "
                                       "where usename = 'postgres' limit 1"},
        {"the log emptied", "truncate office.register_log"},
    };
    for (const auto &one : all)
        QTest::newRow(one.name) << QString::fromLatin1(one.statement);
}

void TestRegisterAttacks::nothingButTheFunctionsCanBeReached()
{
    QFETCH(QString, statement);
    const auto clerk = signedIn(u"clerk"_s);
    QCOMPARE((*clerk)(statement), denied);
}

void TestRegisterAttacks::noTableOfTheRegisterCanBeTouched()
{
    const QStringList tables =
        sql(u"select oid::regclass from pg_class where relkind in ('r', 'S') and "
            "relnamespace::regnamespace::text in ('office', 'numbers')"_s)
            .split(u'\n');
    QVERIFY(tables.size() > 12);
    const auto clerk = signedIn(u"clerk"_s);
    for (const QString &table : tables) {
        for (const char *statement :
             {"select * from %1", "delete from %1", "copy %1 to stdout", "truncate %1"})
            QVERIFY2((*clerk)(QString::fromLatin1(statement).arg(table)) == denied,
                     qPrintable(table));
        (*clerk)(u"begin"_s);
        QVERIFY(
            (*clerk)(u"lock table %1 in access share mode"_s.arg(table)).startsWith(u"SQLSTATE"_s));
        (*clerk)(u"rollback"_s);
    }
}

void TestRegisterAttacks::aRoleThatIsNoClerkCannotEvenConnect()
{
    sql(u"do $$ begin if not exists (select from pg_roles where rolname = 'stranger') then "
        "create role stranger login password '%1'; end if; end $$"_s.arg(QString(32, u'w')));
    const auto place = m_place->place(u"stranger"_s);
    QVERIFY(!RawSession(place.target.connect, place.target.password).isOpen());
    // Nor can a clerk go to another database of the server.
    const QString there = m_place->place(u"clerk"_s).target.connect;
    QVERIFY(!RawSession(
                 QString(there).replace(u"dbname="_s + m_place->database(), u"dbname=postgres"_s),
                 keyOf('w'))
                 .isOpen());
    // A clerk without an account connects, and is told nothing.
    const auto nobody = connect(u"nobody"_s);
    QCOMPARE((*nobody)(u"select status, register_id from api.identity()"_s), u"UserUnknown|"_s);
    QCOMPARE((*nobody)(u"select status, nonce from api.nonce()"_s), u"UserUnknown|"_s);
    QCOMPARE(nobody->open(u"S0001"_s, u"00"_s), u"UserUnknown"_s);
    QCOMPARE((*nobody)(u"select status, ticket from api.ask('load')"_s), u"NotSignedIn|"_s);
}

void TestRegisterAttacks::aSessionNeedsTheStationsProof()
{
    const auto clerk = connect(u"clerk"_s);
    QCOMPARE(clerk->signIn(u"S0001"_s, keyOf('q')), u"RegisterRefused"_s); // another secret
    QCOMPARE(clerk->signIn(u"S0009"_s, keyOf('p')), u"RegisterRefused"_s); // not registered
    sql(u"insert into office.station select code, 'S0003', 'なし', scopes, log_key, null, "
        "share_salt, share_mask "
        "from office.station where station_id = 'S0001'"_s);
    QCOMPARE(clerk->signIn(u"S0003"_s, keyOf('p')), u"RegisterRefused"_s); // not enrolled
    QCOMPARE((*clerk)(u"select status from api.open_session('S0003', null)"_s),
             u"RegisterRefused"_s);
    // The proof of another station is no proof of this one.
    m_place->addStation(
        {.id = u"S0004"_s, .name = u"本庁4"_s, .scopes = {u"住民"_s}, .logKey = {}});
    const QString nonce = clerk->nonce();
    QCOMPARE(clerk->open(u"S0001"_s, RawSession::proof(nonce, u"S0004"_s, keyOf('p'))),
             u"RegisterRefused"_s);
    const QString again = clerk->nonce();
    QCOMPARE(clerk->open(u"S0004"_s, RawSession::proof(again, u"S0001"_s, keyOf('p'))),
             u"RegisterRefused"_s);
    QCOMPARE((*clerk)(u"select status from api.demand(1)"_s), u"NotSignedIn"_s);
    QCOMPARE(clerk->signIn(u"S0001"_s, keyOf('p')), u"ok"_s);
}

void TestRegisterAttacks::aProofServesOnce()
{
    const auto clerk = connect(u"clerk"_s);
    const QString proof = RawSession::proof(clerk->nonce(), u"S0001"_s, keyOf('p'));
    const auto elsewhere = connect(u"clerk"_s);
    QCOMPARE(elsewhere->open(u"S0001"_s, proof), u"RegisterRefused"_s); // never asked
    QVERIFY(!elsewhere->nonce().isEmpty());
    QCOMPARE(elsewhere->open(u"S0001"_s, proof), u"RegisterRefused"_s); // asked for another
    QCOMPARE(clerk->open(u"S0001"_s, proof), u"ok"_s);
    QCOMPARE(clerk->open(u"S0001"_s, proof), u"RegisterRefused"_s); // spent
    QCOMPARE((*clerk)(u"select status from api.demand(1)"_s), u"NotSignedIn"_s);
    QVERIFY(!clerk->nonce().isEmpty());
    QCOMPARE(clerk->open(u"S0001"_s, proof), u"RegisterRefused"_s); // of an earlier nonce
}

void TestRegisterAttacks::aSessionCountsOnceItIsCommitted()
{
    const auto clerk = connect(u"clerk"_s);
    (*clerk)(u"begin"_s);
    QCOMPARE(clerk->signIn(u"S0001"_s, keyOf('p')), u"ok"_s);
    QCOMPARE((*clerk)(u"select status, ticket from api.ask('load')"_s), u"NotSignedIn|"_s);
    (*clerk)(u"savepoint one"_s);
    QCOMPARE((*clerk)(u"select status, ticket from api.ask('share')"_s), u"NotSignedIn|"_s);
    (*clerk)(u"rollback"_s);
    QCOMPARE((*clerk)(u"select status, ticket from api.ask('load')"_s), u"NotSignedIn|"_s);
    QVERIFY(!sql(u"select call from office.register_log where outcome = 'ok'"_s)
                 .contains(u"open_session"_s));
}

void TestRegisterAttacks::nothingIsFetchedInTheTransactionThatAsked_data()
{
    everyFetch();
}

void TestRegisterAttacks::nothingIsFetchedInTheTransactionThatAsked()
{
    QFETCH(QString, what);
    QFETCH(QString, call);
    const auto admin = signedIn(u"admin"_s);
    (*admin)(u"begin"_s);
    const QString ticket = admin->ask(what);
    QVERIFY(ticket.toLongLong() > 0);
    QVERIFY((*admin)(call.arg(ticket)).startsWith(u"RegisterRefused|"_s));
    (*admin)(u"savepoint one"_s);
    const QString inner = admin->ask(what); // in a transaction inside the transaction
    (*admin)(u"release one"_s);
    const QString answer = (*admin)(call.arg(inner));
    QVERIFY(answer.startsWith(u"RegisterRefused|"_s));
    QVERIFY(answer.section(u'|', 1).remove(u'|').isEmpty());
    (*admin)(u"rollback"_s);
}

void TestRegisterAttacks::nothingIsFetchedAfterTheAskWasRolledBack_data()
{
    everyFetch();
}

void TestRegisterAttacks::nothingIsFetchedAfterTheAskWasRolledBack()
{
    QFETCH(QString, what);
    QFETCH(QString, call);
    const auto admin = signedIn(u"admin"_s);
    (*admin)(u"begin; savepoint one"_s);
    const QString ticket = admin->ask(what);
    (*admin)(u"rollback to one"_s);
    QVERIFY((*admin)(call.arg(ticket)).startsWith(u"RegisterRefused|"_s));
    (*admin)(u"commit"_s);
    QVERIFY((*admin)(call.arg(ticket)).startsWith(u"RegisterRefused|"_s));
    // Asked properly it is answered, and the row was there before.
    const QString good = admin->ask(what);
    QCOMPARE(sql(u"select count(*) from office.register_log where call = 'ask' and "
                 "outcome = 'ok' and user_id = 'admin'"_s),
             u"1"_s);
    const QString answer = (*admin)(call.arg(good));
    // The feed was asked from a place nobody knows: that too is an answer to a good ticket.
    QVERIFY2(answer.startsWith(u"ok|"_s) || answer.startsWith(u"RegisterUnknown|"_s),
             qPrintable(answer));
}

/// A server gives the number of a process anew, and its rows stay when a connection is lost.
void TestRegisterAttacks::aSessionBelongsToTheProcessThatOpenedIt()
{
    const auto left = signedIn(u"clerk"_s);
    const auto fresh = connect(u"clerk"_s);
    const QString inherit = u"update office.session set pid = %1 where pid = %2"_s.arg(
        (*fresh)(u"select pg_backend_pid()"_s), (*left)(u"select pg_backend_pid()"_s));
    sql(inherit);
    const QString ask = u"select status, ticket from api.ask('load')"_s;
    QCOMPARE((*fresh)(ask), u"NotSignedIn|"_s); // it never drew a number
    QCOMPARE((*left)(ask), u"NotSignedIn|"_s);
    const auto another = connect(u"clerk"_s);
    (*another)(u"begin"_s);
    QCOMPARE((*another)(u"select status from api.nonce()"_s), u"ok"_s);
    (*another)(u"rollback"_s);
    sql(u"update office.session set pid = %1 where opened_at is not null"_s.arg(
        (*another)(u"select pg_backend_pid()"_s)));
    QCOMPARE((*another)(ask), u"NotSignedIn|"_s); // another number than the session's
    QVERIFY((*another)(u"select currval('office.opening')"_s).startsWith(denied));
    QVERIFY((*another)(u"select setval('office.opening', 1)"_s).startsWith(denied));
    QVERIFY((*another)(u"select nextval('office.opening')"_s).startsWith(denied));
    // Whoever forgets his numbers has to sign in again.
    const auto clerk = signedIn(u"clerk"_s);
    (*clerk)(u"discard sequences"_s);
    QCOMPARE((*clerk)(ask), u"NotSignedIn|"_s);
    QCOMPARE(clerk->signIn(u"S0001"_s, keyOf('p')), u"ok"_s);
    QVERIFY((*clerk)(ask).startsWith(u"ok|"_s));
    // What no call would take is not opened either, and not logged as opened.
    const QString proof = RawSession::proof(clerk->nonce(), u"S0001"_s, keyOf('p'));
    (*clerk)(u"discard all"_s);
    QCOMPARE(clerk->open(u"S0001"_s, proof), u"RegisterRefused"_s);
    QVERIFY(sql(u"select count(*) from office.register_log where call = 'ask' and "
                "outcome = 'NotSignedIn'"_s)
                .toInt() >= 4);
}

void TestRegisterAttacks::aTicketBelongsToItsConnectionAndIsSpent()
{
    const auto first = signedIn(u"clerk"_s);
    const auto second = signedIn(u"clerk"_s);
    const QString load = first->ask(u"load"_s);
    const QString begin = u"select status from api.begin_load(%1)"_s.arg(load);
    QCOMPARE((*first)(begin), u"ok"_s);
    QCOMPARE((*first)(begin), u"ok"_s);
    QCOMPARE((*second)(begin), u"RegisterRefused"_s);
    const QString share = u"select status from api.station_share(%1)"_s.arg(first->ask(u"share"_s));
    QCOMPARE((*first)(share), u"ok"_s);
    QCOMPARE((*first)(share), u"RegisterRefused"_s);
    // A ticket for one thing serves no other.
    QCOMPARE((*first)(u"select status from api.station_share(%1)"_s.arg(load)),
             u"RegisterRefused"_s);
    QCOMPARE((*first)(u"select status from api.digest(%1)"_s.arg(load)), u"RegisterRefused"_s);
    QCOMPARE((*first)(u"select status, ticket from api.ask('log_key')"_s), u"RightMissing|"_s);
    QCOMPARE((*first)(u"select status, ticket from api.ask('numbers')"_s), u"RegisterRefused|"_s);
    QCOMPARE((*first)(u"select status, ticket from api.ask(null)"_s), u"RegisterRefused|"_s);
    QCOMPARE((*first)(u"select status from api.demand(null)"_s), u"RightMissing"_s);
    QCOMPARE((*first)(u"select status from api.demand(-1)"_s), u"RightMissing"_s);
    QCOMPARE((*first)(u"select status from api.begin_load(null)"_s), u"RegisterRefused"_s);
    // It ends with its session.
    QCOMPARE(first->signIn(u"S0001"_s, keyOf('p')), u"ok"_s);
    QCOMPARE((*first)(begin), u"RegisterRefused"_s);
}

void TestRegisterAttacks::aRightThatEndedEndsOnTheOpenSession_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("status");
    QTest::newRow("the right ended yesterday")
        << u"update office.user_grant set valid_to = office.today() - 1 where user_id = 'clerk'"_s
        << u"RightMissing"_s;
    QTest::newRow("the right begins tomorrow")
        << u"update office.user_grant set valid_from = office.today() + 1 "
           "where user_id = 'clerk' and right_bit = 1"_s
        << u"RightMissing"_s;
    QTest::newRow("the account ended yesterday")
        << u"update office.user_account set valid_to = office.today() - 1 where user_id = 'clerk'"_s
        << u"UserExpired"_s;
    QTest::newRow("the account is locked")
        << u"update office.user_account set locked = true where user_id = 'clerk'"_s
        << u"UserLocked"_s;
    QTest::newRow("the station lost the residents")
        << u"update office.station set scopes = '{税}' where station_id = 'S0001'"_s
        << u"RegisterRefused"_s;
}

void TestRegisterAttacks::aRightThatEndedEndsOnTheOpenSession()
{
    QFETCH(QString, change);
    QFETCH(QString, status);
    const auto clerk = signedIn(u"clerk"_s);
    const QString ticket = clerk->ask(u"load"_s);
    const auto all = [&](const QString &expected) {
        for (const char *call :
             {"select status from api.demand(1)", "select status from api.ask('load')",
              "select status from api.begin_load(%1)", "select status from api.position(%1)",
              "select distinct status from api.chunk(%1, 1, 0, 0, 10)",
              "select distinct status from api.chunk(%1, 3, 0, 0, 10)"}) {
            const QString said = (*clerk)(QString::fromLatin1(call).replace(u"%1"_s, ticket));
            QVERIFY2(said == expected, qPrintable(QLatin1String(call) + u": "_s + said));
        }
    };
    all(u"ok"_s);
    (*clerk)(u"begin"_s); // and in a transaction that was open before
    all(u"ok"_s);
    sql(change);
    all(status);
    (*clerk)(u"rollback"_s);
    all(status);
    QVERIFY(sql(u"select count(*) from office.register_log where user_id = 'clerk' and "
                "outcome = '%1'"_s.arg(status))
                .toInt() >= 6);
}

void TestRegisterAttacks::anOldViewOfTheRightsDoesNotCount()
{
    const auto clerk = signedIn(u"clerk"_s);
    const QString ticket = clerk->ask(u"load"_s);
    for (const char *level : {"repeatable read", "serializable"}) {
        (*clerk)(u"begin isolation level "_s + QLatin1String(level));
        QCOMPARE((*clerk)(u"select status from api.demand(1)"_s), u"RegisterRefused"_s);
        QCOMPARE((*clerk)(u"select status from api.chunk(%1, 1, 0, 0, 1)"_s.arg(ticket)),
                 u"RegisterRefused"_s);
        QVERIFY(clerk->signIn(u"S0001"_s, keyOf('p')) != u"ok"_s);
        (*clerk)(u"rollback"_s);
    }
}

void TestRegisterAttacks::anotherCertificateOfTheSameNameIsRefused()
{
    const auto first = connect(u"clerk"_s);
    const QString serial = (*first)(u"select client_serial from pg_stat_ssl where pid = "
                                    "pg_backend_pid()"_s);
    // Told by openssl, kept by the register, compared with what the server says of the connection.
    const QString told = mustRun(
        {u"openssl"_s, u"x509"_s, u"-noout"_s, u"-serial"_s, u"-in"_s,
         m_place->place(u"clerk"_s).target.connect.section(u"sslcert="_s, 1).section(u' ', 0, 0)});
    QVERIFY(m_place->owner().setCertificate(u"clerk"_s, told.trimmed().section(u'=', 1)));
    QCOMPARE(sql(u"select certificate_serial from office.user_account where user_id = 'clerk'"_s),
             serial);
    QCOMPARE(first->signIn(u"S0001"_s, keyOf('p')), u"ok"_s);
    auto &cluster = TestPostgresRegister::cluster();
    const auto spare = cluster.authority().certifyWithKeyFile(u"clerk"_s);
    const RawSession second(cluster.connection(u"clerk"_s, spare, m_place->database()), keyOf('w'));
    QVERIFY(second.isOpen()); // name and password are right
    QCOMPARE(second.signIn(u"S0001"_s, keyOf('p')), u"RegisterRefused"_s);
    // And an open session ends when the account is bound to another card.
    QCOMPARE((*first)(u"select status from api.demand(1)"_s), u"ok"_s);
    QVERIFY(m_place->owner().setCertificate(u"clerk"_s, u"01"_s));
    QCOMPARE((*first)(u"select status from api.demand(1)"_s), u"RegisterRefused"_s);
}

void TestRegisterAttacks::whatTheCallerSetsChangesNoAnswer()
{
    const auto plain = signedIn(u"admin"_s);
    const auto odd = connect(u"admin"_s);
    for (const char *setting :
         {"datestyle = 'German'", "bytea_output = 'escape'", "timezone = 'Pacific/Kiritimati'",
          "standard_conforming_strings = off", "synchronous_commit = off",
          "search_path = pg_temp, public", "transform_null_equals = on", "enable_indexscan = off",
          "quote_all_identifiers = on", "constraint_exclusion = on"})
        QCOMPARE((*odd)(u"set "_s + QLatin1String(setting)), QString());
    const QString nonce = odd->nonce();
    const QString proof = RawSession::proof(nonce, u"S0001"_s, keyOf('p'));
    const QString session = (*odd)(
        u"select session - 'registerTime' from api.open_session('S0001', decode('%1', 'hex'))"_s
            .arg(proof));
    QVERIFY(session.contains(u"\"to\": \"2027-03-31\""_s));
    QVERIFY(session.contains(u"\"today\": \"2026-11-02\""_s));
    const auto digest = [](const RawSession &of) {
        return of(u"select encode(sha256, 'hex') from api.digest(%1)"_s.arg(of.ask(u"digest"_s)));
    };
    QCOMPARE(digest(*odd), digest(*plain));
    QCOMPARE(digest(*odd).size(), 64);
}

// Each function with nothing, with the least and with the most of everything, with a session and
// without: never an error of SQL, and no status that the workstation has no words for.
void TestRegisterAttacks::whateverIsAskedTheAnswerIsAStatus()
{
    QSet<QString> known{u"ok"_s};
    for (int code = 0; code < int(base::ErrorCode::Count); ++code)
        known.insert(base::errorName(base::ErrorCode(code)));
    const QHash<QString, QStringList> values{
        {u"text"_s, {u"''"_s, u"'load'"_s, u"repeat('x', 100000)"_s}},
        {u"bigint"_s, {u"'-9223372036854775808'"_s, u"0"_s, u"9223372036854775807"_s}},
        {u"integer"_s, {u"'-2147483648'"_s, u"1"_s, u"2147483647"_s}},
        {u"bytea"_s, {u"''"_s, u"'\\x00'"_s, u"convert_to(repeat('x', 100000), 'UTF8')"_s}},
        {u"boolean"_s, {u"false"_s, u"true"_s, u"true"_s}},
        {u"jsonb"_s, {u"'{}'"_s, u"'[{\"kind\": 1}]'"_s, u"'[[], \"x\", null, -1]'"_s}},
        {u"timestamp with time zone"_s, {u"'-infinity'"_s, u"'2026-11-02'"_s, u"'infinity'"_s}}};
    const QStringList functions = sql(u"select p.proname || '(' || (select "
                                      u"coalesce(string_agg(format_type(a, null), ';'), '') "
                                      "from unnest(p.proargtypes) a) from pg_proc p "
                                      "where p.pronamespace = 'api'::regnamespace order by 1"_s)
                                      .split(u'\n');
    QVERIFY(functions.size() >= 18);
    for (const bool open : {true, false}) {
        const auto clerk = connect(u"clerk"_s);
        for (const QString &function : functions) {
            const QString name = function.section(u'(', 0, 0);
            const QStringList types = function.section(u'(', 1).split(u';', Qt::SkipEmptyParts);
            for (int kind = -1; kind < 3; ++kind) {
                if (open)
                    QCOMPARE(clerk->signIn(u"S0001"_s, keyOf('p')), u"ok"_s);
                QStringList arguments;
                for (const QString &type : types)
                    arguments.append((kind < 0 ? u"null"_s : values[type].value(kind)) + u"::"_s +
                                     type);
                const QString call =
                    u"select status from api.%1(%2)"_s.arg(name, arguments.join(u','));
                const QString said = (*clerk)(call).section(u'\n', -1);
                QVERIFY2(known.contains(said), qPrintable(call.left(200) + u": "_s + said));
                if (name == u"record_sign_in")
                    sql(u"update office.user_account set locked = false, failures = 0"_s);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestRegisterAttacks)
#include "tst_registerattacks.moc"
