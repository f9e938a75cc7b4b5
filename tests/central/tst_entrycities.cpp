// links: pq madoguchi_central
#include "support/attackedregister.h"
#include "support/entrysql.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// Two cities on one server: a clerk of the one, with every right there is, writes by hand what
// concerns the other.
class TestEntryCities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nobodyOfAnotherCityIsWrittenOn();
    void whatAnotherCityEnteredIsNotDecided();
    void uuidsNumbersAndVersionsAreOfOneCity();
    void numbersOfAnotherCityAreNotTold();
    void locksAreOfOneCity();
    void offersAreAppliedInTheirCity();

private:
    QString sql(const QString &text) const { return m_place->sql(text); }

    std::unique_ptr<AttackedRegister> m_place;
    std::unique_ptr<central::PostgresRegister> m_there;
    std::unique_ptr<RawSession> m_here;
    std::unique_ptr<RawSession> m_other;
};

void TestEntryCities::init()
{
    m_place = std::make_unique<AttackedRegister>();
    auto &cluster = TestPostgresRegister::cluster();
    const central::PgTarget target{.connect = cluster.administrator(m_place->database())};
    const auto connection = central::PgConnection::open(target);
    QVERIFY(connection);
    QVERIFY(central::PostgresRegister::makeCity(
        **connection,
        {.registerId = u"99999999-2222-4333-8444-555555555555"_s,
         .municipality = u"となり市"_s,
         .code = u"982024"_s,
         .training = true},
        cluster.keyFile()));
    auto opened = central::PostgresRegister::open(target, u"982024"_s);
    QVERIFY(opened);
    m_there = std::move(*opened);
    QVERIFY(m_there->addUsers({TestRegister::user(u"neighbour"_s, central::Role::Supervisor)}));
    QVERIFY(m_there->setPassword(u"neighbour"_s, keyOf('w'), central::PasswordOf::User));
    QVERIFY(m_there->addStations(
        {{.id = u"N0001"_s, .name = u"となり"_s, .scopes = {u"住民"_s}, .logKey = {}}}));
    QVERIFY(m_there->setProofKey(u"N0001"_s, keyOf('p')));
    central::CityPart part;
    part.people.append({aPerson(6)}); // there is one of this number here too
    part.people.append({aPerson(4711)});
    QVERIFY(m_there->add(part));
    sql(u"delete from office.user_grant where user_id in ('neighbour', 'clerk'); "
        "insert into office.user_grant select code, user_id, 1 << b, '2026-01-01', 'infinity' "
        "from office.user_account, generate_series(0, 16) b "
        "where user_id in ('neighbour', 'clerk')"_s);
    m_here = m_place->signedIn(u"clerk"_s);
    m_other = m_place->signedIn(u"neighbour"_s, u"N0001"_s);
}

void TestEntryCities::cleanup()
{
    m_here.reset();
    m_other.reset();
    m_there.reset();
    m_place.reset();
}

void TestEntryCities::nobodyOfAnotherCityIsWrittenOn()
{
    QCOMPARE((*m_other)(submitCall(1, 1, 0, noteFields(1, u"メモ"_s))), u"ResidentUnknown|"_s);
    QCOMPARE((*m_other)(submitCall(2, 2, 0, contactFields(1, u"03"_s))), u"ResidentUnknown|"_s);
    QCOMPARE((*m_other)(submitCall(3, 3, 0, restrictionFields(1), u"届"_s)), u"ResidentUnknown|"_s);
    QCOMPARE((*m_here)(submitCall(4, 1, 0, noteFields(4711, u"メモ"_s))), u"ResidentUnknown|"_s);
    QCOMPARE(sql(u"select count(*) from office.replica where table_number in (4, 8, 9, 10)"_s),
             u"0"_s);
}

void TestEntryCities::whatAnotherCityEnteredIsNotDecided()
{
    QCOMPARE((*m_here)(submitCall(1, 3, 0, restrictionFields(1), u"届"_s)), u"ok|"_s);
    QCOMPARE((*m_other)(decideCall(1, 0)), u"EntryUnknown|"_s);
    QCOMPARE((*m_other)(decideCall(1, 1, u"誤り"_s)), u"EntryUnknown|"_s);
    QCOMPARE((*m_other)(outcomeCall(1)), u"RegisterRefused|||"_s);
    QCOMPARE(sql(u"select state from office.entry"_s), u"1"_s);
    // Nor is a note or restriction of the same number changed.
    QCOMPARE((*m_here)(submitCall(2, 1, 0, noteFields(6, u"ここ"_s))), u"ok|"_s);
    QCOMPARE((*m_other)(submitCall(3, 1, 1, noteFields(6, u"となり"_s, 1))), u"EntryUnknown|"_s);
    QCOMPARE((*m_other)(submitCall(4, 3, 1, restrictionFields(6, 1), u"届"_s)), u"EntryUnknown|"_s);
}

void TestEntryCities::uuidsNumbersAndVersionsAreOfOneCity()
{
    QCOMPARE((*m_here)(submitCall(1, 2, 0, contactFields(6, u"ここ"_s))), u"ok|"_s);
    // The same uuid there is another submission, and the first version there is the first.
    QCOMPARE((*m_other)(submitCall(1, 2, 0, contactFields(6, u"となり"_s))), u"ok|"_s);
    QCOMPARE((*m_here)(outcomeCall(1)), u"ok|0|1|0"_s);
    QCOMPARE((*m_other)(outcomeCall(1)), u"ok|0|1|0"_s);
    QCOMPARE((*m_here)(submitCall(2, 3, 0, restrictionFields(6), u"届"_s)), u"ok|"_s);
    QCOMPARE((*m_other)(submitCall(3, 3, 0, restrictionFields(6), u"届"_s)), u"ok|"_s);
    QCOMPARE(sql(u"select code, number, author_id, person_id from office.entry order by 1"_s),
             u"982016|1|clerk|6\n982024|1|neighbour|6"_s);
    QCOMPARE(sql(u"select code, id from office.replica where table_number = 4 order by 1"_s),
             u"982016|1\n982024|1"_s);
}

void TestEntryCities::numbersOfAnotherCityAreNotTold()
{
    sql(u"insert into numbers.person select '982016', n, '\\x31', '\\x31', '\\x', "
        "decode(repeat('00', 16), 'hex') from (values (1), (6)) as v (n)"_s);
    QCOMPARE((*m_other)(u"select status, ticket from api.ask_number(1, '届出')"_s),
             u"ResidentUnknown|"_s);
    const QString ticket = (*m_other)(u"select ticket from api.ask_number(6, '届出')"_s);
    QCOMPARE((*m_other)(u"select status, individual_number from api.number(%1)"_s.arg(ticket)),
             u"NumberUnknown|"_s);
    const QString mine = (*m_here)(u"select ticket from api.ask_number(6, '届出')"_s);
    QCOMPARE((*m_here)(u"select status from api.number(%1)"_s.arg(mine)), u"ok"_s);
}

void TestEntryCities::locksAreOfOneCity()
{
    const QString lock = u"select status, user_id from api.lock_for_edit('[[2, 6]]')"_s;
    QCOMPARE((*m_here)(lock), u"ok|"_s);
    QCOMPARE((*m_other)(lock), u"ok|"_s);
    QCOMPARE((*m_other)(u"select status from api.break_lock(2, 6, '急ぎ')"_s), u"ok"_s);
    QCOMPARE(sql(u"select user_id from office.edit_lock"_s), u"clerk"_s);
}

void TestEntryCities::offersAreAppliedInTheirCity()
{
    const QString offer =
        u"select status from api.offer_again('[{\"uuid\":\"%1\",\"user\":\"neighbour\","
        "\"feedNumber\":5,\"kind\":2,\"baseVersion\":0,\"fields\":%2,\"reason\":\"\","
        "\"filedAt\":0,\"at\":0}]')"_s;
    QCOMPARE((*m_other)(offer.arg(uuidNumber(1), contactFields(6, u"03"_s))), u"ok"_s);
    const auto here = m_place->owner().applyOffers();
    QVERIFY(here);
    QCOMPARE(here->applied + here->left + here->known, 0);
    // Somebody else's clerk is nobody here.
    QCOMPARE((*m_here)(offer.arg(uuidNumber(2), contactFields(6, u"03"_s))), u"ok"_s);
    QCOMPARE(m_place->owner().applyOffers()->left, 1);
    const auto there = m_there->applyOffers();
    QVERIFY(there);
    QCOMPARE(there->applied, 1);
    QCOMPARE(sql(u"select code from office.replica where table_number = 8"_s), u"982024"_s);
}

QTEST_GUILESS_MAIN(TestEntryCities)
#include "tst_entrycities.moc"
