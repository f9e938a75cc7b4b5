// links: pq madoguchi_central
#include "support/attackedregister.h"
#include "support/entrysql.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// Somebody with both factors of a clerk who calls by hand what writes at the register.
class TestEntryAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_place.reset(); }
    void nothingIsWrittenWithoutASession_data();
    void nothingIsWrittenWithoutASession();
    void eachCallNeedsItsRight_data();
    void eachCallNeedsItsRight();
    void aRightThatEndedAMinuteAgoHasEnded();
    void aStationWithoutResidentsWritesNothing();
    void whatIsRolledBackWasNotSaid();
    void nothingIsToldInTheTransactionThatAsked();
    void aNumberIsToldOnceAndToWhoAsked();
    void theAuthorIsWhoCalls();
    void fourEyesAreOfTheTableToo();
    void whatWasAnsweredOrDecidedDoesNotChange();
    void aUuidStandsForOneContentOfOneClerk();
    void theOutcomeIsTheAuthorsOnly();
    void aDecisionIsToldToWhoMadeIt();
    void locksAreOneSetAndOnesOwn();
    void anOfferCountsNothingByItself();
    void anOfferedDecisionIsOnesOwn();
    void everyRefusalIsInTheLog();
    void nobodyHoldsWritersUp();

private:
    [[nodiscard]] std::unique_ptr<RawSession> signedIn(const QString &user) const
    {
        return m_place->signedIn(user);
    }
    QString sql(const QString &text) const { return m_place->sql(text); }
    [[nodiscard]] QString rows(const QString &tables) const
    {
        return sql(u"select count(*) from office.replica where table_number in (%1)"_s.arg(tables));
    }

    std::unique_ptr<AttackedRegister> m_place;
};

namespace {

struct Call
{
    const char *name;
    QString call;
    int right;
};
/// Each call that needs a session, with everything else in order.
QList<Call> calls()
{
    return {{"submit a note", submitCall(1, 1, 0, noteFields(1, u"メモ"_s)), 4096},
            {"submit a contact", submitCall(2, 2, 0, contactFields(1, u"03"_s)), 4096},
            {"submit a restriction", submitCall(3, 3, 0, restrictionFields(1), u"届"_s), 8192},
            {"submit a move", submitCall(4, 4, 0, moveFields(1)), 65536},
            {"outcome", u"select status from api.outcome('%1')"_s.arg(uuidNumber(1)), 4096},
            {"decide", decideCall(1, 0), 16384},
            {"lock_for_edit", u"select status from api.lock_for_edit('[[2,1]]')"_s, 77824},
            {"break_lock", u"select status from api.break_lock(2, 1, '急ぎ')"_s, 32768},
            {"ask_number", u"select status, ticket from api.ask_number(1, '届出')"_s, 2048},
            {"offer_again", u"select status from api.offer_again('[]')"_s, 1},
            {"listen", u"select status from api.listen()"_s, 1}};
}

QString statusOf(const QString &answer)
{
    return answer.section(u'\n', -1).section(u'|', 0, 0);
}

} // namespace

void TestEntryAttacks::init()
{
    m_place = std::make_unique<AttackedRegister>();
}

void TestEntryAttacks::nothingIsWrittenWithoutASession_data()
{
    QTest::addColumn<QString>("call");
    for (const auto &one : calls())
        QTest::newRow(one.name) << one.call;
    QTest::newRow("release_locks") << u"select status from api.release_locks()"_s;
    QTest::newRow("decision") << decisionCall(1);
    QTest::newRow("number") << u"select status from api.number(1)"_s;
}

void TestEntryAttacks::nothingIsWrittenWithoutASession()
{
    QFETCH(QString, call);
    const auto clerk = m_place->connect(u"clerk"_s);
    QCOMPARE(statusOf((*clerk)(call)), u"NotSignedIn"_s);
    (*clerk)(u"begin"_s); // nor with one that nobody has committed
    QCOMPARE(clerk->signIn(u"S0001"_s, keyOf('p')), u"ok"_s);
    QCOMPARE(statusOf((*clerk)(call)), u"NotSignedIn"_s);
    (*clerk)(u"rollback"_s);
    QCOMPARE(rows(u"4, 8, 9, 10"_s), u"0"_s);
}

void TestEntryAttacks::eachCallNeedsItsRight_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("right");
    for (const auto &one : calls())
        QTest::newRow(one.name) << one.call << one.right;
}

// All other rights, and not this one.
void TestEntryAttacks::eachCallNeedsItsRight()
{
    QFETCH(QString, call);
    QFETCH(int, right);
    sql(u"delete from office.user_grant; insert into office.user_grant "
        "select '982016', 'clerk', 1 << b, '2026-01-01', 'infinity' "
        "from generate_series(0, 16) b where (1 << b) & %1 = 0"_s.arg(right));
    const auto clerk = signedIn(u"clerk"_s);
    QCOMPARE(statusOf((*clerk)(call)), u"RightMissing"_s);
    QCOMPARE(rows(u"4, 8, 9, 10"_s), u"0"_s);
    QVERIFY(sql(u"select count(*) from office.register_log where outcome = 'RightMissing' "
                "and user_id = 'clerk' and station_id = 'S0001'"_s)
                .toInt() > 0);
}

// Midnight in Japan passes on an open session.
void TestEntryAttacks::aRightThatEndedAMinuteAgoHasEnded()
{
    sql(u"update office.user_grant set valid_to = '2026-11-02'"_s);
    sql(u"delete from office.user_grant where user_id = 'chief'; insert into office.user_grant "
        "select '982016', 'chief', 1 << b, '2026-01-01', '2026-11-02' "
        "from generate_series(0, 16) b"_s);
    m_place->goTo(QDateTime(QDate(2026, 11, 2), QTime(14, 59, 30), Qt::UTC));
    const auto chief = signedIn(u"chief"_s);
    for (const auto &one : calls()) {
        const QString status = statusOf((*chief)(one.call));
        QVERIFY2(status != u"RightMissing"_s && status != u"NotSignedIn"_s, one.name);
    }
    const QString ticket = (*chief)(u"select ticket from api.ask_number(1, '届出')"_s);
    m_place->goTo(QDateTime(QDate(2026, 11, 2), QTime(15, 0, 30), Qt::UTC));
    for (const auto &one : calls())
        QVERIFY2(statusOf((*chief)(one.call)) == u"RightMissing"_s, one.name);
    QCOMPARE((*chief)(u"select status, individual_number from api.number(%1)"_s.arg(ticket)),
             u"RightMissing|"_s);
}

void TestEntryAttacks::aStationWithoutResidentsWritesNothing()
{
    sql(u"delete from office.user_grant where user_id = 'chief'; insert into office.user_grant "
        "select '982016', 'chief', 1 << b, '2026-01-01', 'infinity' "
        "from generate_series(0, 16) b"_s);
    const auto chief = signedIn(u"chief"_s);
    sql(u"update office.station set scopes = '{税}' where station_id = 'S0001'"_s);
    for (const auto &one : calls())
        QVERIFY2(statusOf((*chief)(one.call)) == u"RegisterRefused"_s, one.name);
    QCOMPARE(rows(u"4, 8, 9, 10"_s), u"0"_s);
}

void TestEntryAttacks::whatIsRolledBackWasNotSaid()
{
    const auto clerk = signedIn(u"clerk"_s);
    (*clerk)(u"begin; savepoint one"_s);
    QCOMPARE((*clerk)(submitCall(1, 1, 0, noteFields(1, u"メモ"_s))), u"ok|"_s);
    QCOMPARE((*clerk)(outcomeCall(1)), u"RegisterRefused|||"_s); // in the same transaction
    (*clerk)(u"set constraints all immediate"_s);                // numbered, not committed
    QCOMPARE((*clerk)(outcomeCall(1)), u"RegisterRefused|||"_s);
    (*clerk)(u"rollback to one"_s);
    QCOMPARE((*clerk)(submitCall(2, 3, 0, restrictionFields(1), u"届"_s)), u"ok|"_s);
    (*clerk)(u"rollback"_s);
    QCOMPARE((*clerk)(outcomeCall(1)), u"RegisterRefused|||"_s);
    QCOMPARE((*clerk)(outcomeCall(2)), u"RegisterRefused|||"_s);
    QCOMPARE(rows(u"4, 8, 9, 10"_s), u"0"_s);
    QCOMPARE(sql(u"select count(*) from office.submission"_s), u"0"_s);
    QCOMPARE(sql(u"select count(*) from office.feed"_s), u"0"_s);
    // In a savepoint that is kept it counts, with its log row.
    (*clerk)(u"begin; savepoint one"_s);
    QCOMPARE((*clerk)(submitCall(1, 1, 0, noteFields(1, u"メモ"_s))), u"ok|"_s);
    (*clerk)(u"release one; commit"_s);
    QCOMPARE((*clerk)(outcomeCall(1)), u"ok|0|1|0"_s);
    QCOMPARE(sql(u"select count(*) from office.register_log where call = 'submit' and "
                 "outcome = 'ok' and detail like '%1'"_s.arg(u"%"_s + uuidNumber(1))),
             u"1"_s);
}

void TestEntryAttacks::nothingIsToldInTheTransactionThatAsked()
{
    sql(u"insert into numbers.person values ('982016', 1, '\\x', '\\x3132', '\\x', "
        "decode(repeat('00', 16), 'hex'))"_s);
    const auto chief = signedIn(u"chief"_s);
    const QString asked = u"select ticket from api.ask_number(1, '届出')"_s;
    const QString fetch = u"select status, individual_number from api.number(%1)"_s;
    (*chief)(u"begin"_s);
    QCOMPARE((*chief)(fetch.arg((*chief)(asked))), u"RegisterRefused|"_s);
    (*chief)(u"savepoint one"_s);
    const QString inner = (*chief)(asked);
    (*chief)(u"release one"_s);
    QCOMPARE((*chief)(fetch.arg(inner)), u"RegisterRefused|"_s);
    (*chief)(u"rollback"_s);
    QCOMPARE((*chief)(fetch.arg(inner)), u"RegisterRefused|"_s);
    QCOMPARE(sql(u"select count(*) from office.register_log where call = 'ask_number'"_s), u"0"_s);
    const QString good = (*chief)(asked);
    QCOMPARE(sql(u"select detail from office.register_log where call = 'ask_number'"_s),
             u"1 届出"_s);
    QVERIFY((*chief)(fetch.arg(good)).startsWith(u"ok|"_s));
}

void TestEntryAttacks::aNumberIsToldOnceAndToWhoAsked()
{
    sql(u"insert into numbers.person select '982016', n, '\\x', '\\x3132', '\\x', "
        "decode(repeat('00', 16), 'hex') from generate_series(1, 2) n"_s);
    const auto chief = signedIn(u"chief"_s);
    const auto beside = signedIn(u"chief"_s);
    const QString fetch = u"select status from api.number(%1)"_s;
    const QString ticket = (*chief)(u"select ticket from api.ask_number(1, '届出')"_s);
    QCOMPARE((*beside)(fetch.arg(ticket)), u"RegisterRefused"_s);
    QCOMPARE((*chief)(fetch.arg(ticket)), u"ok"_s);
    QCOMPARE((*chief)(fetch.arg(ticket)), u"RegisterRefused"_s);
    QCOMPARE((*chief)(fetch.arg(chief->ask(u"load"_s))), u"RegisterRefused"_s);
    QCOMPARE((*chief)(u"select status, ticket from api.ask('number')"_s), u"RegisterRefused|"_s);
    QCOMPARE((*chief)(u"select status, ticket from api.ask_number(1, ' 　')"_s),
             u"ReasonMissing|"_s);
    QCOMPARE((*chief)(u"select status, ticket from api.ask_number(1, null)"_s),
             u"ReasonMissing|"_s);
    QCOMPARE((*chief)(u"select status, ticket from api.ask_number(99, '届出')"_s),
             u"ResidentUnknown|"_s);
    QCOMPARE((*chief)(fetch.arg((*chief)(u"select ticket from api.ask_number(3, '届出')"_s))),
             u"NumberUnknown"_s);
    // A ticket grows old.
    const QString old = (*chief)(u"select ticket from api.ask_number(2, '届出')"_s);
    m_place->goTo(QDateTime(QDate(2026, 11, 2), QTime(1, 2), Qt::UTC));
    QCOMPARE((*chief)(fetch.arg(old)), u"RegisterRefused"_s);
}

void TestEntryAttacks::theAuthorIsWhoCalls()
{
    const auto clerk = signedIn(u"clerk"_s);
    QCOMPARE((*clerk)(submitCall(1, 1, 0, noteFields(1, u"メモ"_s))), u"ok|"_s);
    QCOMPARE((*clerk)(submitCall(2, 3, 0, restrictionFields(2), u"届"_s)), u"ok|"_s);
    QCOMPARE(
        sql(u"select office.note_body('%1', 1, 1, office.authorship('982016', 'clerk', "
            "office.moment())) = (select body from office.replica where table_number = 9)"_s.arg(
                noteFields(1, u"メモ"_s))),
        u"t"_s);
    QCOMPARE(sql(u"select author_id, station_id from office.entry"_s), u"clerk|S0001"_s);
    QCOMPARE(sql(u"select user_id, station_id from office.submission"_s),
             u"clerk|S0001\nclerk|S0001"_s);
}

void TestEntryAttacks::fourEyesAreOfTheTableToo()
{
    sql(u"insert into office.user_grant values ('982016', 'clerk', 16384, '2026-01-01', "
        "'infinity')"_s);
    const auto clerk = signedIn(u"clerk"_s);
    const auto chief = signedIn(u"chief"_s);
    QCOMPARE((*clerk)(submitCall(1, 3, 0, restrictionFields(1), u"届"_s)), u"ok|"_s);
    QCOMPARE((*clerk)(decideCall(1, 0)), u"OwnEntry|"_s);
    QCOMPARE((*clerk)(decideCall(1, 1, u"誤り"_s)), u"OwnEntry|"_s);
    QCOMPARE((*chief)(decideCall(1, 2)), u"RightMissing|"_s); // only its author withdraws
    for (const int none : {-1, 3, 2147483647})
        QCOMPARE((*chief)(decideCall(1, none)), u"EntryIncomplete|outcome"_s);
    for (const char *statement :
         {"update office.entry set state = 2, checker_id = author_id, checker = author",
          "update office.entry set state = 3, checker_id = author_id, checker = author",
          "update office.entry set state = 4, checker_id = 'chief', checker = author",
          "update office.entry set state = 2",
          "insert into office.entry select code, 9, 2, 5, 0, "
          "fields, 0, reason, 'clerk', author, station_id, 'clerk', author, '' from "
          "office.entry"}) {
        const Ran ran =
            TestCluster::ask(TestPostgresRegister::cluster().administrator(m_place->database()),
                             QString(), QLatin1String(statement));
        QVERIFY2(ran.exitCode != 0 && ran.error.contains(u"check constraint"_s), statement);
    }
    QCOMPARE((*chief)(decideCall(1, 0)), u"ok|"_s);
    QCOMPARE(sql(u"select state, checker_id from office.entry"_s), u"2|chief"_s);
}

void TestEntryAttacks::whatWasAnsweredOrDecidedDoesNotChange()
{
    const auto clerk = signedIn(u"clerk"_s);
    const auto chief = signedIn(u"chief"_s);
    QCOMPARE((*clerk)(submitCall(1, 3, 0, restrictionFields(1), u"届"_s)), u"ok|"_s);
    QCOMPARE((*clerk)(submitCall(2, 1, 0, noteFields(1, u"メモ"_s))), u"ok|"_s);
    QCOMPARE((*chief)(decideCall(1, 1, u"誤り"_s)), u"ok|"_s);
    QCOMPARE((*chief)(decideCall(1, 0)), u"EntryDecided|"_s);
    QCOMPARE((*clerk)(decideCall(1, 2)), u"EntryDecided|"_s);
    QCOMPARE((*chief)(decideCall(7, 0)), u"EntryUnknown|"_s);
    for (const char *statement :
         {"update office.entry set answer = ''", "delete from office.entry",
          "update office.submission set verdict = 2", "delete from office.submission",
          "update office.replica set body = '' where table_number = 9",
          "delete from office.replica where table_number = 9"}) {
        const Ran ran =
            TestCluster::ask(TestPostgresRegister::cluster().administrator(m_place->database()),
                             QString(), u"set role madoguchi_owner; "_s + QLatin1String(statement));
        QVERIFY2(ran.exitCode != 0 && ran.error.contains(u"does not change"_s), statement);
    }
}

void TestEntryAttacks::aUuidStandsForOneContentOfOneClerk()
{
    const auto clerk = signedIn(u"clerk"_s);
    const auto chief = signedIn(u"chief"_s);
    const QString call = submitCall(1, 1, 0, noteFields(1, u"メモ"_s));
    QCOMPARE((*clerk)(call), u"ok|"_s);
    const QString first = (*clerk)(outcomeCall(1));
    QCOMPARE((*clerk)(call), u"ok|"_s);
    QCOMPARE((*clerk)(outcomeCall(1)), first);
    QCOMPARE((*clerk)(submitCall(1, 1, 0, noteFields(2, u"メモ"_s))), u"RegisterRefused|"_s);
    QCOMPARE((*clerk)(submitCall(1, 2, 0, contactFields(1, u"03"_s))), u"RegisterRefused|"_s);
    QCOMPARE((*clerk)(submitCall(1, 1, 0, noteFields(1, u"メモ"_s), u"理由"_s)),
             u"RegisterRefused|"_s);
    QCOMPARE((*chief)(call), u"RegisterRefused|"_s);
    QCOMPARE(rows(u"8, 9"_s), u"1"_s);
    for (const char *uuid : {"", "1", "00000000-0000-4000-8000-00000000000Z",
                             "{00000000-0000-4000-8000-000000000009}"})
        QCOMPARE((*clerk)(QString(call).replace(uuidNumber(1), QLatin1String(uuid))),
                 u"EntryIncomplete|uuid"_s);
}

void TestEntryAttacks::theOutcomeIsTheAuthorsOnly()
{
    const auto clerk = signedIn(u"clerk"_s);
    const auto chief = signedIn(u"chief"_s);
    QCOMPARE((*clerk)(submitCall(1, 2, 0, contactFields(1, u"03-1111"_s))), u"ok|"_s);
    QCOMPARE((*clerk)(submitCall(2, 2, 0, contactFields(1, u"03-2222"_s))), u"ok|"_s);
    QCOMPARE((*clerk)(outcomeCall(2)), u"ok|2|0|0"_s); // too late: theirs is told
    const QString theirs = u"select status, theirs is null from api.outcome('%1')"_s;
    QCOMPARE((*clerk)(theirs.arg(uuidNumber(2))), u"ok|f"_s);
    QCOMPARE((*chief)(theirs.arg(uuidNumber(2))), u"RegisterRefused|t"_s);
    QCOMPARE((*chief)(outcomeCall(1)), u"RegisterRefused|||"_s);
    QCOMPARE((*clerk)(u"select status from api.outcome(null)"_s), u"RegisterRefused"_s);
}

// What a station remembers of it, and from no transaction that can still be taken back.
void TestEntryAttacks::aDecisionIsToldToWhoMadeIt()
{
    const auto clerk = signedIn(u"clerk"_s);
    const auto chief = signedIn(u"chief"_s);
    QCOMPARE((*clerk)(submitCall(1, 3, 0, restrictionFields(1), u"届"_s)), u"ok|"_s);
    QCOMPARE((*chief)(decisionCall(1)), u"RegisterRefused||"_s); // it waits
    for (const char *before : {"begin", "begin; savepoint a"}) {
        (*chief)(QLatin1String(before));
        QCOMPARE((*chief)(decideCall(1, 0)), u"ok|"_s);
        QCOMPARE((*chief)(u"set constraints all immediate"_s), QString());
        QCOMPARE((*chief)(decisionCall(1)), u"RegisterRefused||"_s);
        (*chief)(u"rollback"_s);
    }
    QCOMPARE((*chief)(decideCall(1, 0)), u"ok|"_s);
    const QString number = sql(u"select max(number) from office.feed"_s);
    QCOMPARE((*chief)(decisionCall(1)), u"ok|%1|%2"_s.arg(uuidNumber(1), number));
    QCOMPARE((*clerk)(decisionCall(1)), u"RegisterRefused||"_s); // its author did not decide it
    QCOMPARE((*chief)(u"select status from api.decision(null)"_s), u"RegisterRefused"_s);
}

void TestEntryAttacks::locksAreOneSetAndOnesOwn()
{
    const auto clerk = signedIn(u"clerk"_s);
    auto chief = signedIn(u"chief"_s);
    const auto lock = [](const RawSession &session, const char *keys) {
        return session(u"select status, kind, id, user_id from api.lock_for_edit('%1')"_s.arg(
            QLatin1String(keys)));
    };
    QCOMPARE(lock(*clerk, "[[2, 3], [1, 7]]"), u"ok|||"_s);
    // One of two is held: none is taken.
    QCOMPARE(lock(*chief, "[[2, 4], [2, 3]]"), u"ok|2|3|clerk\nok|||"_s);
    QCOMPARE(lock(*clerk, "[[2, 4]]"), u"ok|||"_s);
    for (const char *keys : {"{}", "[[3, 1]]", "[[2, 0]]", "[[2, -1]]", "[[2, 1, 1]]", "[2, 1]",
                             "[[2, \"1\"]]", "[[2, 1.5]]"})
        QCOMPARE(lock(*clerk, keys), u"RegisterRefused|||"_s);
    QCOMPARE((*clerk)(u"select status from api.lock_for_edit(null)"_s), u"RegisterRefused"_s);
    // They end with the session, by time, and by a supervisor with a reason.
    QCOMPARE((*chief)(u"select status from api.break_lock(2, 4, ' ')"_s), u"ReasonMissing"_s);
    QCOMPARE(lock(*chief, "[[2, 4]]"), u"ok|2|4|clerk\nok|||"_s);
    QCOMPARE((*chief)(u"select status from api.break_lock(2, 4, '急病')"_s), u"ok"_s);
    QCOMPARE(lock(*chief, "[[2, 4]]"), u"ok|||"_s);
    QCOMPARE(sql(u"select detail from office.register_log where call = 'break_lock' and "
                 "outcome = 'ok'"_s),
             u"person 4 急病"_s);
    chief.reset(); // the connection is gone
    QTRY_COMPARE(lock(*clerk, "[[2, 4]]"), u"ok|||"_s);
    const auto again = signedIn(u"chief"_s);
    QCOMPARE((*again)(u"select status from api.release_locks()"_s), u"ok"_s); // his own: none
    QCOMPARE(lock(*again, "[[2, 3]]"), u"ok|2|3|clerk\nok|||"_s);
    m_place->goTo(QDateTime(QDate(2026, 11, 2), QTime(1, 5, 1), Qt::UTC));
    QCOMPARE(lock(*again, "[[2, 3]]"), u"ok|||"_s);
}

void TestEntryAttacks::anOfferCountsNothingByItself()
{
    const auto clerk = signedIn(u"clerk"_s);
    const auto offer = [](int n, const QString &user, int person, const QString &telephone) {
        return u"[{\"uuid\":\"%1\",\"user\":\"%2\",\"feedNumber\":5,\"kind\":2,\"baseVersion\":0,"
               "\"fields\":%3,\"reason\":\"\",\"filedAt\":0,\"at\":1793580000000}]"_s.arg(
                   uuidNumber(n), user, contactFields(person, telephone));
    };
    const auto offered = [&](const QString &offers) {
        return (*clerk)(u"select status from api.offer_again('%1')"_s.arg(offers));
    };
    QCOMPARE(offered(offer(1, u"chief"_s, 1, u"03"_s)), u"ok"_s); // of whoever worked there
    QCOMPARE(offered(offer(1, u"chief"_s, 1, u"03"_s)), u"ok"_s);
    QCOMPARE(rows(u"8"_s), u"0"_s);
    QCOMPARE(sql(u"select user_id, offered_by, station_id from office.recovery"_s),
             u"chief|clerk|S0001"_s);
    // What is offered in two ways, and by whom nobody knows, is left to a person.
    QCOMPARE(offered(offer(2, u"clerk"_s, 2, u"03"_s)), u"ok"_s);
    QCOMPARE(offered(offer(2, u"clerk"_s, 2, u"04"_s)), u"ok"_s);
    QCOMPARE(offered(offer(3, u"mallory"_s, 3, u"03"_s)), u"ok"_s);
    for (const QString &wrong :
         {u"{}"_s, u"[1]"_s, u"[{}]"_s, offer(4, u"clerk"_s, -1, u"03"_s),
          offer(4, u"clerk"_s, 1, QString(31, u'0')),
          offer(4, u"clerk"_s, 1, u"03"_s).replace(u"\"kind\":2"_s, u"\"kind\":9"_s),
          offer(4, u"clerk"_s, 1, u"03"_s).replace(u"\"reason\""_s, u"\"by\""_s)})
        QCOMPARE(offered(wrong), u"EntryIncomplete"_s);
    QCOMPARE((*clerk)(u"select status from api.offer_again(null)"_s), u"EntryIncomplete"_s);
    // Until the administrator has applied them the order is not overtaken.
    QCOMPARE((*clerk)(submitCall(2, 2, 0, contactFields(2, u"03"_s))), u"EntryPending|"_s);
    const auto applied = m_place->owner().applyOffers();
    QVERIFY(applied);
    QCOMPARE(applied->applied, 0);
    QCOMPARE(applied->left, 3);
    // Nobody speaks for another: it counts once its author says so.
    QCOMPARE(applied->waiting, 1);
    QCOMPARE(rows(u"8"_s), u"0"_s);
    QCOMPARE(sql(u"select outcome, detail from office.register_log where call = 'recover' "
                 "and detail like '%offered by%'"_s),
             u"EntryPending|%1 of chief offered by clerk"_s.arg(uuidNumber(1)));
    const auto chief = signedIn(u"chief"_s);
    QCOMPARE((*chief)(u"select status from api.offer_again('%1')"_s.arg(
                 offer(1, u"chief"_s, 1, u"03"_s))),
             u"ok"_s);
    QCOMPARE(m_place->owner().applyOffers()->applied, 1);
    QCOMPARE(sql(u"select id from office.replica where table_number = 8"_s), u"1"_s);
    QCOMPARE(sql(u"select user_id from office.submission"_s), u"chief"_s);
    // Nor does what another says in one's name spoil one's own word.
    QCOMPARE(offered(offer(5, u"clerk"_s, 5, u"03"_s)), u"ok"_s);
    QCOMPARE((*chief)(u"select status from api.offer_again('%1')"_s.arg(
                 offer(5, u"clerk"_s, 5, u"04"_s))),
             u"ok"_s);
    QCOMPARE(m_place->owner().applyOffers()->applied, 1);
}

void TestEntryAttacks::anOfferedDecisionIsOnesOwn()
{
    const auto clerk = signedIn(u"clerk"_s);
    const auto chief = signedIn(u"chief"_s);
    QCOMPARE((*clerk)(submitCall(1, 3, 0, restrictionFields(1), u"届"_s)), u"ok|"_s);
    const auto offer = [](const QString &user, const QString &more = u"\"outcome\":0"_s) {
        return u"{\"uuid\":\"%1\",\"user\":\"%2\",\"feedNumber\":9,%3,\"reason\":\"\","
               "\"at\":1793580600000}"_s.arg(uuidNumber(1), user, more);
    };
    const auto offered = [](const RawSession &session, const QString &offers) {
        return session(u"select status from api.offer_again('[%1]')"_s.arg(offers));
    };
    QCOMPARE(offered(*clerk, offer(u"chief"_s)), u"RightMissing"_s);
    QCOMPARE(offered(*chief, offer(u"chief"_s) + u',' + offer(u"clerk"_s)), u"RightMissing"_s);
    const QString empty = u"\"outcome\":0,\"outcome\":1"_s; // the last one counts: no reason
    for (const QString &wrong :
         {empty, u"\"outcome\":3"_s, u"\"outcome\":-1"_s, u"\"outcome\":0.5"_s,
          u"\"outcome\":\"0\""_s, u"\"outcome\":0,\"fields\":{}"_s, u"\"outcome\":null"_s})
        QCOMPARE(offered(*chief, offer(u"chief"_s, wrong)), u"EntryIncomplete"_s);
    QCOMPARE(offered(*chief, offer(u"chief"_s).replace(u"1793580600000"_s, u"0"_s)),
             u"EntryIncomplete"_s);
    QCOMPARE(sql(u"select count(*) from office.recovery"_s), u"0"_s);
    QCOMPARE(offered(*chief, offer(u"chief"_s)), u"ok"_s);
    QCOMPARE(sql(u"select state from office.entry"_s), u"1"_s); // counts nothing by itself
    // Nor does it hold up whoever decides now.
    QCOMPARE((*chief)(decideCall(1, 1, u"誤り"_s)), u"ok|"_s);
    QCOMPARE(m_place->owner().applyOffers()->left, 1);
    QCOMPARE(sql(u"select state from office.entry"_s), u"3"_s);
}

void TestEntryAttacks::everyRefusalIsInTheLog()
{
    const auto clerk = signedIn(u"clerk"_s);
    const QString before = sql(u"select max(number) from office.register_log"_s);
    int refused = 0;
    for (const QString &call :
         {submitCall(1, 1, 0, noteFields(99, u"a"_s)),
          submitCall(1, 1, 1, noteFields(1, u"a"_s, 9)), submitCall(1, 9, 0, noteFields(1, u"a"_s)),
          outcomeCall(1), decideCall(1, 0), decisionCall(1),
          u"select status from api.lock_for_edit('[]'::jsonb || '7')"_s,
          u"select status from api.break_lock(2, 1, 'a')"_s,
          u"select status from api.ask_number(1, 'a')"_s, u"select status from api.number(1)"_s,
          u"select status from api.offer_again('7')"_s}) {
        QVERIFY2(statusOf((*clerk)(call)) != u"ok"_s, qPrintable(call));
        ++refused;
        QCOMPARE(sql(u"select count(*) from office.register_log where number > %1 and "
                     "outcome <> 'ok'"_s.arg(before)),
                 QString::number(refused));
    }
    QVERIFY(!sql(u"select detail from office.register_log"_s).contains(u"メモ"_s));
}

// Whoever has written and does not commit keeps the lock of writing.
void TestEntryAttacks::nobodyHoldsWritersUp()
{
    const auto idle = signedIn(u"clerk"_s);
    const auto other = signedIn(u"chief"_s);
    (*idle)(u"set idle_in_transaction_session_timeout = 0; begin"_s);
    (*other)(u"set statement_timeout = '15s'"_s);
    QCOMPARE((*idle)(submitCall(1, 1, 0, noteFields(1, u"メモ"_s))), u"ok|"_s);
    QElapsedTimer waited;
    waited.start();
    QCOMPARE((*other)(submitCall(2, 1, 0, noteFields(1, u"メモ"_s))), u"ok|"_s);
    QVERIFY(waited.elapsed() < 10'000);
    QVERIFY((*idle)(u"commit"_s).startsWith(u"SQLSTATE"_s));
    QCOMPARE(rows(u"9"_s), u"1"_s);
}

QTEST_GUILESS_MAIN(TestEntryAttacks)
#include "tst_entryattacks.moc"
