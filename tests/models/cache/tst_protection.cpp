#include "cache/searchentry.h"
#include "cache/token.h"
#include "storage/database.h"
#include "support/builders.h"
#include "support/testcache.h"
#include "text/address.h"

#include <QSqlDriver>
#include <QSqlQuery>
#include <QtTest>

using support::aHousehold;
using support::aPerson;
using support::aProtection;
using support::rowOf;
using support::TestCache;

// 支援措置 (municipal-facts.md 4.12): never found by address, never an address in a list.
namespace {

const QDate today(2026, 11, 2);
const QString town = QStringLiteral("東雲台七丁目");

/// 1 is protected and lives with 2; 3 lives next door; 4 died where 1 lives; 5 lives elsewhere.
QList<cache::StoredRow> people(bool withProtection)
{
    const auto at = [](qint64 id, qint64 household, QStringView lot) {
        return aPerson(id)
            .named(u"秘田", u"守")
            .read(u"ヒダ", u"マモル")
            .inHousehold(household)
            .livingAt(town, lot)
            .headed(u"秘田　長")
            .telephone(u"0999000%1")
            .bornOn(1990, 1, int(id));
    };
    QList<cache::StoredRow> rows{
        rowOf(at(1, 10, u"１番地")), rowOf(at(2, 10, u"１番地")), rowOf(at(3, 11, u"２番地")),
        rowOf(at(4, 10, u"１番地").state(residents::State::Died)), rowOf(at(5, 12, u"３番地"))};
    for (const qint64 household : {10, 11, 12})
        rows.append(rowOf(aHousehold(household, household == 10 ? 2 : household - 8)));
    if (withProtection)
        rows.append(rowOf(aProtection(1, 1)));
    return rows;
}

QList<qint64> byAddress(TestCache &cache, const QString &address)
{
    cache::Query query;
    query.address = address;
    query.withRemoved = true;
    query.today = today;
    const auto found = cache.reader().find(query);
    QList<qint64> ids;
    if (found) {
        for (const auto &row : found->rows)
            ids.append(row.id.person.value);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

int tokensLeft(TestCache &cache, char16_t field, const QString &key)
{
    storage::Opening opening;
    opening.path = cache.path();
    opening.key = &cache.key();
    opening.mode = storage::Opening::Mode::ReadOnly;
    opening.kind = QStringLiteral("cache");
    const auto database = storage::Database::open(opening);
    if (!database)
        return -1;
    QSqlQuery query((*database)->driver()->createResult());
    query.prepare(
        QStringLiteral("SELECT count(*) FROM search_token WHERE search_token MATCH :tokens"));
    QStringList quoted;
    for (const auto &token : cache::pairsOf(field, key))
        quoted.append(u'"' + token + u'"');
    query.bindValue(QStringLiteral(":tokens"), quoted.join(QStringLiteral(" AND ")));
    return query.exec() && query.next() ? query.value(0).toInt() : -1;
}

} // namespace

class TestProtection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formerHousematesDoNotTell();
    void whereSheWentIsNotToldByWhoLeftWithHer();
    void remarksDoNotTell();
    void nobodyUnderTheRoofIsFoundByAddressOrHead();
    void noAddressAndNoHeadInAnyList();
    void theIndexItselfHasNoTokenOfIt();
    void aRestrictionByFeedHidesAtOnce();
    void oneThatBeginsLaterHidesFromWhenItIsKnown();
    void onlyADecisionEndsIt();
    void movingInHidesThoseWhoLiveThere();
    void aRestrictionOnTheHouseholdHidesAllMembers();
    void anOlderRowDoesNotComeBack();
    void theOrderDoesNotTellWhereSomebodyLives();
    void recordsSayThatTheAddressIsHidden();
};

void TestProtection::nobodyUnderTheRoofIsFoundByAddressOrHead()
{
    TestCache open(people(false));
    QCOMPARE(byAddress(open, town), (QList<qint64>{1, 2, 3, 4, 5}));
    TestCache cache(people(true));
    QCOMPARE(byAddress(cache, town), (QList<qint64>{3, 5}));
    QCOMPARE(byAddress(cache, town + QStringLiteral("１番地")), QList<qint64>{});
    cache::Query query;
    query.headName = QStringLiteral("秘田長");
    query.today = today;
    const auto found = cache.reader().find(query);
    QVERIFY(found);
    QCOMPARE(found->rows.size(), 2);
    QVERIFY(!found->more);
    // A head given in kana is looked up person by person: hidden ones do not answer either.
    query.headName = QStringLiteral("ヒダ");
    query.name = QStringLiteral("ヒダ");
    const auto byKana = cache.reader().find(query);
    QVERIFY(byKana);
    for (const auto &row : byKana->rows)
        QVERIFY(row.id.person.value == 3 || row.id.person.value == 5);
}

void TestProtection::noAddressAndNoHeadInAnyList()
{
    TestCache cache(people(true));
    cache::Query query;
    query.name = QStringLiteral("秘田");
    query.withRemoved = true;
    query.today = today;
    const auto found = cache.reader().find(query);
    QVERIFY(found);
    QCOMPARE(found->rows.size(), 5);
    for (const auto &row : found->rows) {
        const bool hidden = row.household.value == 10;
        QCOMPARE(row.addressHidden, hidden);
        QCOMPARE(row.address.isEmpty(), hidden);
        QCOMPARE(row.headName.isEmpty(), hidden);
        QCOMPARE(row.restricted, row.id.person.value == 1);
    }
    query = {};
    query.household = base::HouseholdId{10};
    query.today = today;
    const auto members = cache.reader().find(query);
    QVERIFY(members);
    QCOMPARE(members->rows.size(), 2);
    for (const auto &row : members->rows)
        QVERIFY(row.address.isEmpty());
}

void TestProtection::theIndexItselfHasNoTokenOfIt()
{
    const QString hiddenKey = text::foldAddress(QString(town + QStringLiteral("１番地")));
    TestCache open(people(false));
    QCOMPARE(tokensLeft(open, cache::field::address, hiddenKey), 3);
    TestCache cache(people(true));
    QCOMPARE(tokensLeft(cache, cache::field::address, hiddenKey), 0);
    QCOMPARE(tokensLeft(cache, cache::field::address, text::foldAddress(town)), 2);
}

void TestProtection::aRestrictionByFeedHidesAtOnce()
{
    TestCache cache(people(false));
    QCOMPARE(byAddress(cache, town).size(), 5);
    QVERIFY(cache.apply({rowOf(aProtection(1, 1), 1)}));
    QCOMPARE(byAddress(cache, town), (QList<qint64>{3, 5}));
    const QString hiddenKey = text::foldAddress(QString(town + QStringLiteral("１番地")));
    QCOMPARE(tokensLeft(cache, cache::field::address, hiddenKey), 0);
}

void TestProtection::oneThatBeginsLaterHidesFromWhenItIsKnown()
{
    TestCache cache(people(false));
    QVERIFY(cache.apply({rowOf(aProtection(1, 1, today.addDays(30)), 1)}));
    QCOMPARE(byAddress(cache, town), (QList<qint64>{3, 5}));
    const auto person = cache.reader().person({1}, today);
    QVERIFY(person);
    QVERIFY(person->addressHidden);
    QVERIFY(person->record.restrictions.isEmpty()); // not yet in force
    QCOMPARE(cache.reader().person({1}, today.addDays(30))->record.restrictions.size(), 1);
}

void TestProtection::onlyADecisionEndsIt()
{
    TestCache cache(people(true));
    auto restriction = aProtection(1, 1);
    restriction.until = QDate(2026, 6, 30); // long past
    QVERIFY(cache.apply({rowOf(restriction, 1)}));
    QCOMPARE(byAddress(cache, town), (QList<qint64>{3, 5}));
    restriction.ended = true;
    QVERIFY(cache.apply({rowOf(restriction, 2)}));
    QCOMPARE(byAddress(cache, town), (QList<qint64>{1, 2, 3, 4, 5}));
}

void TestProtection::movingInHidesThoseWhoLiveThere()
{
    TestCache cache(people(true));
    const residents::Snapshot moved =
        aPerson(1).named(u"秘田", u"守").inHousehold(12).livingAt(town, u"３番地").version(2);
    QVERIFY(cache.apply({rowOf(moved, 1)}));
    QCOMPARE(byAddress(cache, town), (QList<qint64>{2, 3, 4}));
}

void TestProtection::aRestrictionOnTheHouseholdHidesAllMembers()
{
    TestCache cache(people(false));
    auto restriction = aProtection(7, 0);
    restriction.household = {11};
    QVERIFY(cache.apply({rowOf(restriction, 1)}));
    QCOMPARE(byAddress(cache, town), (QList<qint64>{1, 2, 4, 5}));
    QCOMPARE(cache.reader().person({3}, today)->record.restrictions.size(), 1);
}

void TestProtection::anOlderRowDoesNotComeBack()
{
    TestCache cache(people(false));
    QVERIFY(cache.apply({rowOf(aProtection(1, 1), 9)}));
    auto older = aProtection(1, 1);
    older.ended = true;
    QVERIFY(cache.apply({rowOf(older, 8)}));
    QCOMPARE(byAddress(cache, town), (QList<qint64>{3, 5}));
}

void TestProtection::theOrderDoesNotTellWhereSomebodyLives()
{
    // The same people, the protected one somewhere else: the list is the same line for line.
    const auto order = [](QStringView lot) {
        auto rows = people(true);
        rows[0] = rowOf(aPerson(1)
                            .named(u"秘田", u"守")
                            .read(u"ヒダ", u"マモル")
                            .inHousehold(10)
                            .livingAt(u"西の果て", lot)
                            .bornOn(1990, 1, 1));
        TestCache cache(rows);
        cache::Query query;
        query.name = QStringLiteral("ヒダ");
        query.today = today;
        QStringList lines;
        const auto found = cache.reader().find(query);
        if (!found)
            return QStringList{found.error().detail};
        for (const auto &row : found->rows)
            lines.append(QStringLiteral("%1 %2").arg(row.id.person.value).arg(row.address));
        return lines;
    };
    QCOMPARE(order(u"１番地"), order(u"９９番地"));
}

void TestProtection::recordsSayThatTheAddressIsHidden()
{
    TestCache cache(people(true));
    QVERIFY(cache.reader().person({1}, today)->addressHidden);
    QVERIFY(cache.reader().person({2}, today)->addressHidden); // the same address
    QVERIFY(!cache.reader().person({3}, today)->addressHidden);
    const auto household = cache.reader().household({10}, today);
    QVERIFY(household);
    QVERIFY(household->addressHidden);
    QCOMPARE(household->record.members.size(), 2);
    QCOMPARE(household->record.formerMembers.size(), 1);
    QVERIFY(!cache.reader().household({11}, today)->addressHidden);
}

/// Who lived with her and moved away: his former states and his 前住所 name the place where she
/// lives now. His own record says all but that.
void TestProtection::formerHousematesDoNotTell()
{
    using residents::Place;
    const auto home = [](QStringView building) {
        return residents::Address{.code = QStringLiteral("98201001007"),
                                  .postalCode = QStringLiteral("9990007"),
                                  .municipality = QStringLiteral("あさぎり県みどり野市"),
                                  .town = town,
                                  .lot = QStringLiteral("１番地"),
                                  .building = building.toString()};
    };
    residents::Snapshot she = aPerson(1).named(u"秘田", u"守").inHousehold(10);
    she.address = home(u"２０１号室");
    const auto mover = [&home](qint64 id, QStringView building) {
        residents::Snapshot before = aPerson(id).named(u"出田", u"進").inHousehold(10);
        before.address = home(building);
        residents::Snapshot now = aPerson(id).named(u"出田", u"進").inHousehold(20 + id).version(2);
        now.formerAddress = before.address;
        return QList<residents::Snapshot>{before, now};
    };
    QList<cache::StoredRow> rows{rowOf(she)};
    for (const auto &[id, building] :
         {std::pair(2, u"２０１号室"), std::pair(3, u""), std::pair(4, u"１０１号室")}) {
        const auto states = mover(id, building);
        rows += {support::formerRowOf(states.first()), rowOf(states.last())};
    }
    // Lives at the same place in a household of his own: his record tells it, as it must.
    residents::Snapshot beside = aPerson(5).named(u"隣田", u"近").inHousehold(15);
    beside.address = she.address;
    rows.append(rowOf(beside));
    TestCache cache(rows);
    auto &reader = cache.reader();
    const auto former = [&reader](qint64 id) { return *reader.stateOf({{id}, 1}); };
    QCOMPARE(reader.person({2}, today)->withheld, residents::Places());
    QCOMPARE(former(2).snapshot.address, she.address);

    QVERIFY(cache.apply({rowOf(aProtection(1, 1))}));
    for (const qint64 id : {2, 3}) {
        const auto now = *reader.person({id}, today);
        QVERIFY(!now.addressHidden);
        QCOMPARE(now.withheld, residents::Places(Place::Former));
        QVERIFY(now.record.snapshot.formerAddress.isEmpty());
        QVERIFY(!now.record.snapshot.address.isEmpty());
        QCOMPARE(former(id).withheld, residents::Places(Place::Address));
        QVERIFY(former(id).snapshot.address.isEmpty());
        QVERIFY(former(id).snapshot.address.code.isEmpty());
    }
    // Another flat of the house, and who lives there himself.
    QCOMPARE(reader.person({4}, today)->withheld, residents::Places());
    QCOMPARE(former(4).snapshot.address, home(u"１０１号室"));
    QCOMPARE(reader.person({5}, today)->record.snapshot.address, she.address);
    // Her own record is shown whole to who may open it.
    QCOMPARE(reader.person({1}, today)->record.snapshot.address, she.address);
    QVERIFY(reader.person({1}, today)->addressHidden);
}

/// She left the city and is still protected: the child that left with her, and the one that came
/// back from there, do not tell where she is, however the place is written.
void TestProtection::whereSheWentIsNotToldByWhoLeftWithHer()
{
    using residents::Place;
    const residents::Address there{.code = {},
                                   .postalCode = {},
                                   .municipality = QStringLiteral("よその県よその市"),
                                   .town = QStringLiteral("八幡町二丁目"),
                                   .lot = QStringLiteral("１２番地の３"),
                                   .building = {}};
    residents::Address asTyped = there;
    asTyped.municipality = QStringLiteral("よその市");
    asTyped.town = QStringLiteral("八幡町");
    asTyped.lot = QStringLiteral("2-12-3");
    const auto gone = [](qint64 id) {
        return aPerson(id).inHousehold(10).state(residents::State::MovedOut).snapshot();
    };
    residents::Snapshot she = gone(1);
    she.confirmedDestination = residents::Destination{there, QDate(2026, 4, 1)};
    residents::Snapshot child = gone(2);
    child.plannedDestination = residents::Destination{asTyped, QDate(2026, 4, 1)};
    child.confirmedDestination = residents::Destination{there, QDate(2026, 4, 1)};
    residents::Snapshot back = aPerson(3).inHousehold(10);
    back.addressBeforeMoveIn = there;
    residents::Snapshot elsewhere = aPerson(4).inHousehold(11);
    elsewhere.addressBeforeMoveIn = there;
    elsewhere.addressBeforeMoveIn.lot = QStringLiteral("１２番地の４");
    TestCache cache({rowOf(she), rowOf(child), rowOf(back), rowOf(elsewhere),
                     rowOf(aHousehold(10, 3)), rowOf(aProtection(1, 1))});
    auto &reader = cache.reader();
    const auto withHer = *reader.person({2}, today);
    QVERIFY(!withHer.addressHidden); // nothing asks for a reason
    QCOMPARE(withHer.withheld, residents::Places(Place::Planned) | Place::Confirmed);
    QVERIFY(withHer.record.snapshot.confirmedDestination->address.isEmpty());
    QCOMPARE(reader.person({3}, today)->withheld, residents::Places(Place::BeforeMoveIn));
    QCOMPARE(reader.person({4}, today)->withheld, residents::Places());
    const auto household = *reader.household({10}, today);
    QCOMPARE(household.withheld.value({3}), residents::Places(Place::BeforeMoveIn));
    QVERIFY(household.record.members.first().snapshot.addressBeforeMoveIn.isEmpty());
    // Her own record is the way to it.
    const auto herself = *reader.person({1}, today);
    QVERIFY(herself.addressHidden);
    QCOMPARE(herself.record.snapshot.confirmedDestination, she.confirmedDestination);
}

void TestProtection::remarksDoNotTell()
{
    using residents::Place;
    residents::Snapshot former = aPerson(6).inHousehold(13);
    former.remarks = QStringLiteral("令和8年4月1日、東雲台7-1の世帯から分離");
    residents::Snapshot other = aPerson(7).inHousehold(14);
    other.remarks = QStringLiteral("令和8年4月1日、東雲台7-12の世帯から分離");
    TestCache cache(people(true) + QList{rowOf(former), rowOf(other)});
    const auto shown = *cache.reader().person({6}, today);
    QCOMPARE(shown.withheld, residents::Places(Place::Remarks));
    QVERIFY(shown.record.snapshot.remarks.isEmpty());
    QCOMPARE(cache.reader().person({7}, today)->record.snapshot.remarks, other.remarks);
}

QTEST_GUILESS_MAIN(TestProtection)
#include "tst_protection.moc"
