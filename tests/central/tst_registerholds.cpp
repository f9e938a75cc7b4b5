// links: pq madoguchi_central
#include "support/entrysql.h"
#include "support/watchplace.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// Somebody with both factors who begins a transaction, calls, and then does nothing: the others
// work on, and the watch ends him. And what he may not make the register keep.
class TestRegisterHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everybodyElseCanSignIn();
    void numbersAreHandedOutAllTheSame();
    void theWatchEndsAnOpenTransaction();
    void theWatchShutsWhoHoldsHisOwnAccount();
    void nobodyGuessesAnothersPasswordForEver();
    void whatIsKeptOfACallIsShort();
    void nobodyGoesOnFromARemovedBeginning();
    void aPositionHasAHash();
    void theFeedOfACityIsToldToNobodyElse();
    void numbersLeaveAGapBehindARestore();

private:
    [[nodiscard]] std::unique_ptr<RawSession> holder(const QString &user) const;
    QString sql(const QString &text) const { return m_place->sql(text); }
    /// Numbers of the series of persons, to the chief.
    [[nodiscard]] QString taken(const RawSession &chief, int count = 1) const
    {
        return chief(u"select status, number from api.take_numbers(1, %1)"_s.arg(count));
    }

    std::unique_ptr<WatchPlace> m_place;
};

namespace {

const QString ended = u"SQLSTATE"_s;

} // namespace

void TestRegisterHolds::init()
{
    m_place = std::make_unique<WatchPlace>();
    sql(u"insert into office.user_grant select code, user_id, 65536, valid_from, valid_to from "
        "office.user_grant where user_id = 'chief' and right_bit = 1 on conflict do nothing"_s);
}

void TestRegisterHolds::cleanup()
{
    m_place.reset();
    TestPostgresRegister::cluster().sql(u"alter role clerk valid until 'infinity'"_s);
}

/// In a transaction that the server would leave open for ever.
std::unique_ptr<RawSession> TestRegisterHolds::holder(const QString &user) const
{
    auto session = m_place->place().signedIn(user);
    (*session)(u"set idle_in_transaction_session_timeout = 0"_s);
    (*session)(u"begin"_s);
    return session;
}

void TestRegisterHolds::everybodyElseCanSignIn()
{
    const auto idle = holder(u"clerk"_s);
    // Left over from connections that ended long ago; whoever signs in removes them.
    sql(u"insert into office.session (pid, backend_start, code, user_id, nonce_at) values (0, "
        "'2020-01-01', '982016', 'chief', '2020-01-01')"_s);
    sql(u"insert into office.ticket (code, pid, backend_start, user_id, station_id, what, "
        "asked_at, xid) "
        "values ('982016', 0, '2020-01-01', 'chief', 'S0001', 'feed', '2020-01-01', '3')"_s);
    QCOMPARE(idle->nonce().size(), 64);
    QCOMPARE(idle->open(u"S0001"_s, u"00"_s), u"RegisterRefused"_s);
    const auto chief = m_place->place().connect(u"chief"_s);
    (*chief)(u"set lock_timeout = '1s'"_s);
    QCOMPARE(chief->signIn(u"S0001"_s, keyOf('p')), u"ok"_s);
    QCOMPARE((*idle)(u"commit"_s), QString());
    // What was passed over is removed by the next one.
    QCOMPARE(sql(u"select count(*) from office.session where pid = 0"_s), u"0"_s);
    QCOMPARE(sql(u"select count(*) from office.ticket where pid = 0"_s), u"0"_s);
}

void TestRegisterHolds::numbersAreHandedOutAllTheSame()
{
    const auto chief = m_place->place().signedIn(u"chief"_s);
    QCOMPARE(taken(*chief), u"ok|19"_s);
    const auto idle = holder(u"chief"_s);
    QCOMPARE(taken(*idle), u"ok|27"_s);
    QElapsedTimer waited;
    waited.start();
    QCOMPARE(taken(*chief), u"ok|27"_s); // nobody kept it
    QVERIFY(waited.elapsed() < 10'000);
    QVERIFY((*idle)(u"commit"_s).startsWith(ended));
}

void TestRegisterHolds::theWatchEndsAnOpenTransaction()
{
    const auto idle = holder(u"clerk"_s);
    const auto other = m_place->place().signedIn(u"chief"_s);
    QCOMPARE((*idle)(u"select status from api.demand(0)"_s), u"ok"_s);
    QCOMPARE(m_place->watch().endHeld(60).value_or(-1), 0);
    // A sign of life does not help.
    QThread::msleep(1500);
    QCOMPARE((*idle)(u"select status from api.demand(0)"_s), u"ok"_s);
    QCOMPARE(m_place->watch().endHeld(1).value_or(-1), 1);
    QVERIFY((*idle)(u"select status from api.demand(0)"_s).startsWith(ended));
    QCOMPARE((*other)(u"select status from api.demand(0)"_s), u"ok"_s);
    QCOMPARE(sql(u"select user_id, outcome, detail from office.register_log where call = "
                 "'transaction'"_s),
             u"clerk|RegisterRefused|1 open for more than 1 s were ended"_s);
}

void TestRegisterHolds::theWatchShutsWhoHoldsHisOwnAccount()
{
    const qint64 before = m_place->noted();
    const auto idle = holder(u"clerk"_s);
    QCOMPARE((*idle)(u"select status from api.record_sign_in('clerk', true)"_s), u"ok"_s);
    for (int time = 0; time < 5; ++time)
        QVERIFY(!m_place->tried(u"clerk"_s, u"wrong"_s).isEmpty());
    QVERIFY(m_place->refused(before + 5));
    QCOMPARE(m_place->locked(), u"clerk"_s);
    QVERIFY((*idle)(u"commit"_s).startsWith(ended));
}

void TestRegisterHolds::nobodyGuessesAnothersPasswordForEver()
{
    // With his own card, and a success of his own behind every fourth guess.
    const qint64 before = m_place->noted();
    for (int guess = 1; guess <= 5; ++guess) {
        QVERIFY(!m_place->tried(u"chief"_s, u"wrong"_s, u"clerk"_s).isEmpty());
        QVERIFY(m_place->refused(before + guess));
        if (guess == 4) {
            QCOMPARE(m_place->locked(), QString());
            QCOMPARE(m_place->tried(u"clerk"_s, WatchPlace::password()), QString());
        }
    }
    QCOMPARE(m_place->locked(), u"clerk"_s);
}

void TestRegisterHolds::whatIsKeptOfACallIsShort()
{
    const auto chief = m_place->place().signedIn(u"chief"_s);
    const QString deposit = u"select status from api.deposit_head('S0001', %1, sha256(''), now(), "
                            "decode(repeat('00', %2), 'hex'), decode(repeat('00', %3), 'hex'))"_s;
    QCOMPARE((*chief)(deposit.arg(1).arg(4097).arg(64)), u"RegisterRefused"_s);
    QCOMPARE((*chief)(deposit.arg(1).arg(4096).arg(65)), u"RegisterRefused"_s);
    QCOMPARE(sql(u"select count(*) from office.station_head"_s), u"0"_s);
    QCOMPARE((*chief)(deposit.arg(1).arg(4096).arg(64)), u"ok"_s);
    QCOMPARE((*chief)(u"select status from api.unlock_user(repeat('x', 1000000))"_s),
             u"UserUnknown"_s);
    QCOMPARE(sql(u"select detail from office.register_log where call = 'unlock_user'"_s),
             QString(63, u'x'));
}

void TestRegisterHolds::nobodyGoesOnFromARemovedBeginning()
{
    const QString first = sql(u"select encode(office.first_hash('982016'), 'hex')"_s);
    const auto chief = m_place->place().signedIn(u"chief"_s);
    const QString call = u"select count(table_number), min(status) from api.feed(%1, 0, '\\x%2', "
                         "10)"_s.arg(chief->ask(u"feed"_s), first);
    for (qint64 id = 11; id <= 13; ++id) {
        central::CityPart part;
        part.people.append({aPerson(id)});
        QVERIFY(m_place->place().owner().applyChanges(part).has_value());
    }
    QCOMPARE((*chief)(call), u"3|ok"_s);
    sql(u"delete from office.feed where number = 1"_s);
    QCOMPARE((*chief)(call), u"0|RegisterUnknown"_s);
}

void TestRegisterHolds::aPositionHasAHash()
{
    const auto chief = m_place->place().signedIn(u"chief"_s);
    const QString ticket = chief->ask(u"feed"_s);
    for (const QString &number : {u"-1"_s, u"99"_s, u"null"_s})
        QCOMPARE((*chief)(u"select status from api.feed(%1, %2, null, 10)"_s.arg(ticket, number)),
                 u"RegisterUnknown"_s);
    // Nor does a place that exists help whoever does not know what stands there.
    for (qint64 id = 11; id <= 13; ++id) {
        central::CityPart part;
        part.people.append({aPerson(id)});
        QVERIFY(m_place->place().owner().applyChanges(part).has_value());
    }
    const QString call = u"select status, number, id, body from api.feed(%1, 2, %2, 10) limit 1"_s;
    for (const QString &hash : {u"null"_s, u"''"_s, u"(select sha256(''))"_s})
        QCOMPARE((*chief)(call.arg(ticket, hash)), u"RegisterUnknown|||"_s);
    const QString known = sql(u"select encode(hash, 'hex') from office.feed where number = 2"_s);
    QVERIFY((*chief)(call.arg(ticket, u"'\\x%1'"_s.arg(known))).startsWith(u"ok|3|13|"_s));
}

void TestRegisterHolds::theFeedOfACityIsToldToNobodyElse()
{
    const auto clerk = m_place->place().signedIn(u"clerk"_s);
    QCOMPARE((*clerk)(u"select status from api.listen()"_s), u"ok"_s);
    const QString channel = (*clerk)(u"select pg_listening_channels()"_s);
    // Whoever knows the code of a city does not know it.
    QVERIFY(channel.startsWith(u"madoguchi_feed_"_s));
    QVERIFY(!channel.contains(u"982016"_s));
    QVERIFY(channel.size() <= 63);
    const QString other = sql(u"begin; alter table office.city disable trigger identity_stays; "
                              "update office.city set register_id = 'another'; "
                              "select office.feed_channel('982016'); rollback"_s);
    QVERIFY(!other.contains(channel));
}

void TestRegisterHolds::numbersLeaveAGapBehindARestore()
{
    const auto chief = m_place->place().signedIn(u"chief"_s);
    QCOMPARE(taken(*chief, 2), u"ok|19\nok|27"_s);
    // The copy of another line: what was handed out since is not in it.
    sql(u"update office.number_series set lineage = '7000000000000000000 00000001'"_s);
    // Body 100003, by hand: 3*2 + 1*7 = 13, mod 11 = 2, 9.
    QCOMPARE(taken(*chief), u"ok|1000039"_s);
    // Once: body 100004, 4*2 + 1*7 = 15, mod 11 = 4, 7.
    QCOMPARE(taken(*chief), u"ok|1000047"_s);
}

QTEST_GUILESS_MAIN(TestRegisterHolds)
#include "tst_registerholds.moc"
