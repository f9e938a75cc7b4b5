#include "residents/withheld.h"
#include "support/builders.h"
#include "support/testcache.h"

#include <QtTest>

using base::ErrorCode;
using residents::Contact;
using residents::Entry;
using residents::EntryState;
using residents::Note;
using support::aHousehold;
using support::aPerson;
using support::aProtection;
using support::rowOf;
using support::TestCache;

namespace {

const QDate today(2026, 11, 2);
const QString town = QStringLiteral("東雲台七丁目");

residents::Authorship aClerk()
{
    return {.user = QStringLiteral("madoguchi1"),
            .name = QStringLiteral("研修　窓口一"),
            .section = QStringLiteral("市民課"),
            .at = QDateTime(today, QTime(1, 0), Qt::UTC)};
}

cache::StoredRow noteRow(qint64 id, int version, qint64 person, const QString &text)
{
    Note note;
    note.id = id;
    note.version = version;
    note.person = {person};
    note.text = text;
    note.by = aClerk();
    return {.table = cache::Table::Note,
            .id = id,
            .version = version,
            .rowVersion = id,
            .body = residents::encode(note)};
}

Contact aContact(qint64 person, int version, const QString &telephone)
{
    Contact contact;
    contact.person = {person};
    contact.version = version;
    contact.telephone = telephone;
    contact.by = aClerk();
    return contact;
}

cache::StoredRow rowOfContact(const Contact &contact)
{
    return {.table = cache::Table::Contact,
            .id = contact.person.value,
            .version = contact.version,
            .rowVersion = contact.version,
            .body = residents::encode(contact)};
}

cache::StoredRow entryRow(qint64 number, EntryState state, const residents::Restriction &wanted)
{
    const Entry entry{.number = number,
                      .state = state,
                      .proposal = {.entered = wanted, .baseVersion = 0, .reason = {}},
                      .author = aClerk(),
                      .station = QStringLiteral("S0001"),
                      .checker = {},
                      .answer = {}};
    return {.table = cache::Table::Entry,
            .id = number,
            .version = 0,
            .rowVersion = number,
            .body = residents::encode(entry)};
}

residents::Restriction onHousehold(qint64 id, qint64 household)
{
    auto restriction = aProtection(id, 0);
    restriction.household = {household};
    return restriction;
}

/// 1 lives at 東雲台七丁目１番地, 2 with him; 3 next door. Telephones 0999000001 to 0999000003.
QList<cache::StoredRow> people()
{
    const auto at = [](qint64 id, qint64 household, QStringView lot) {
        return aPerson(id)
            .named(u"秘田", u"守")
            .read(u"ヒダ", u"マモル")
            .inHousehold(household)
            .livingAt(town, lot)
            .telephone(QStringLiteral("099900000%1").arg(id));
    };
    return {rowOf(at(1, 10, u"１番地")), rowOf(at(2, 10, u"１番地")), rowOf(at(3, 11, u"２番地")),
            rowOf(aHousehold(10, 1)), rowOf(aHousehold(11, 3))};
}

QList<qint64> byTelephone(TestCache &cache, const QString &number)
{
    cache::Query query;
    query.telephone = number;
    query.today = today;
    const auto found = cache.reader().find(query);
    if (!found)
        qFatal("not searched");
    QList<qint64> ids;
    for (const auto &row : found->rows)
        ids.append(row.id.person.value);
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

// Notes, contacts, restrictions and 仮登録 in cache.db.
class TestEntryReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesComeWithTheirVersions();
    void contactsComeNewestFirst();
    void restrictionsComeWithThoseThatEnded();
    void entriesThatWaitAreFound();
    void somebodyUnknownHasNothing();
    void wordsThatTellWhereSomebodyHidesAreLeftOut();
    void aSendingAddressThatTellsIsLeftOut();
    void aProvisionalRestrictionHides();
    void theNewestContactIsSearched();
    void theFeedRenewsTheTelephone();
    void aBodyOfAnotherRowIsRefused();
};

void TestEntryReads::notesComeWithTheirVersions()
{
    auto rows = people();
    rows << noteRow(1, 1, 3, QStringLiteral("一")) << noteRow(1, 2, 3, QStringLiteral("二"))
         << noteRow(2, 1, 1, QStringLiteral("他人")) << noteRow(3, 1, 3, QStringLiteral("三"));
    TestCache cache(rows);
    const auto notes = cache.reader().notes({3});
    QVERIFY(notes);
    QCOMPARE(notes->size(), 2);
    QCOMPARE(notes->at(0).versions.size(), 1);
    QCOMPARE(notes->at(0).versions.first().text, QStringLiteral("三"));
    QCOMPARE(notes->at(1).versions.size(), 2);
    QCOMPARE(notes->at(1).versions.first().text, QStringLiteral("二"));
    QCOMPARE(notes->at(1).versions.first().by, aClerk());
    QCOMPARE(notes->at(1).versions.last().text, QStringLiteral("一"));
    QVERIFY(notes->at(1).withheld.isEmpty());
    QVERIFY(cache.reader().notes({2})->isEmpty());
}

void TestEntryReads::contactsComeNewestFirst()
{
    auto rows = people();
    rows << rowOfContact(aContact(3, 1, QStringLiteral("090-0000-0001")))
         << rowOfContact(aContact(3, 2, QStringLiteral("090-0000-0002")));
    TestCache cache(rows);
    const auto contact = cache.reader().contact({3});
    QVERIFY(contact);
    QCOMPARE(contact->versions.size(), 2);
    QCOMPARE(contact->versions.first(), aContact(3, 2, QStringLiteral("090-0000-0002")));
    QVERIFY(cache.reader().contact({1})->versions.isEmpty());
}

void TestEntryReads::restrictionsComeWithThoseThatEnded()
{
    auto ended = aProtection(1, 3);
    ended.ended = true;
    auto rows = people();
    rows << rowOf(ended) << rowOf(aProtection(2, 3, today.addDays(30))) << rowOf(aProtection(3, 1))
         << rowOf(onHousehold(4, 11));
    TestCache cache(rows);
    const auto found = cache.reader().restrictions({3});
    QVERIFY(found);
    QList<qint64> ids;
    for (const auto &one : *found)
        ids.append(one.id);
    std::sort(ids.begin(), ids.end());
    const QList<qint64> expected{1, 2, 4};
    QCOMPARE(ids, expected);
}

void TestEntryReads::entriesThatWaitAreFound()
{
    auto rows = people();
    rows << entryRow(1, EntryState::Registered, aProtection(1, 3))
         << entryRow(2, EntryState::Provisional, aProtection(2, 3))
         << entryRow(3, EntryState::Provisional, onHousehold(3, 10));
    TestCache cache(rows);
    const auto numbers = [](const base::Result<QList<Entry>> &entries) {
        QList<qint64> found;
        for (const auto &entry : *entries)
            found.append(entry.number);
        return found;
    };
    const QList<qint64> all{2, 3};
    QCOMPARE(numbers(cache.reader().waitingEntries()), all);
    QCOMPARE(numbers(cache.reader().waitingEntries({3})), QList<qint64>{2});
    QCOMPARE(numbers(cache.reader().waitingEntries({2})), QList<qint64>{3}); // his household
    const auto decided = cache.reader().entry(1);
    QVERIFY(decided && *decided);
    QCOMPARE((*decided)->state, EntryState::Registered);
    QVERIFY(!cache.reader().entry(9)->has_value());
    // The feed brings its decision.
    QVERIFY(cache.apply({entryRow(2, EntryState::SentBack, aProtection(2, 3))}));
    QCOMPARE(numbers(cache.reader().waitingEntries()), QList<qint64>{3});
}

void TestEntryReads::somebodyUnknownHasNothing()
{
    TestCache cache(people());
    QVERIFY(!cache.reader().notes({77}));
    QCOMPARE(cache.reader().notes({77}).error().code, ErrorCode::ResidentUnknown);
    QCOMPARE(cache.reader().contact({77}).error().code, ErrorCode::ResidentUnknown);
    QCOMPARE(cache.reader().restrictions({77}).error().code, ErrorCode::ResidentUnknown);
    QCOMPARE(cache.reader().waitingEntries({77}).error().code, ErrorCode::ResidentUnknown);
}

void TestEntryReads::wordsThatTellWhereSomebodyHidesAreLeftOut()
{
    const auto telling = QStringLiteral("妹は東雲台７－１に住んでいるとのこと。");
    auto rows = people();
    rows << noteRow(1, 1, 3, telling) << noteRow(1, 2, 3, QStringLiteral("妹と同居予定"))
         << noteRow(2, 1, 1, telling);
    TestCache cache(rows);
    QCOMPARE(cache.reader().notes({3})->first().versions.last().text, telling); // nobody hides
    QVERIFY(cache.apply({rowOf(aProtection(1, 1), 5)}));
    const auto notes = cache.reader().notes({3});
    QVERIFY(notes);
    QCOMPARE(notes->first().versions.last().text, residents::withheldWords());
    QCOMPARE(notes->first().versions.first().text, QStringLiteral("妹と同居予定"));
    QCOMPARE(notes->first().withheld, QList<int>{1});
    // Her own record tells it: opening that takes the reason.
    QCOMPARE(cache.reader().notes({1})->first().versions.first().text, telling);
}

void TestEntryReads::aSendingAddressThatTellsIsLeftOut()
{
    auto contact = aContact(3, 1, QStringLiteral("090-0000-0001"));
    contact.sendPostalCode = QStringLiteral("9990001");
    contact.sendAddress = QStringLiteral("あさぎり県みどり野市東雲台七丁目1番地");
    contact.sendName = QStringLiteral("秘田　守");
    auto rows = people();
    rows << rowOfContact(contact) << rowOf(aProtection(1, 1));
    TestCache cache(rows);
    const auto read = cache.reader().contact({3});
    QVERIFY(read);
    QCOMPARE(read->versions.first(), aContact(3, 1, QStringLiteral("090-0000-0001")));
    QCOMPARE(read->withheld, QList<int>{1});
    residents::Entered theirs = contact; // the same from a conflict
    const auto left = cache.reader().withhold(theirs);
    QVERIFY(left && *left);
    QCOMPARE(std::get<Contact>(theirs).sendAddress, QString());
}

void TestEntryReads::aProvisionalRestrictionHides()
{
    auto rows = people();
    rows << noteRow(1, 1, 3, QStringLiteral("東雲台７－１の妹から電話"));
    TestCache cache(rows);
    cache::Query query;
    query.address = QStringLiteral("東雲台7-1");
    query.today = today;
    QCOMPARE(cache.reader().find(query)->rows.size(), 2);
    auto filed = aProtection(1, 1);
    filed.provisional = true;
    QVERIFY(cache.apply({rowOf(filed, 5)}));
    QCOMPARE(cache.reader().find(query)->rows.size(), 0);
    QVERIFY(cache.reader().person({1}, today)->addressHidden);
    QVERIFY(cache.reader().person({1}, today)->record.restrictions.first().provisional);
    QCOMPARE(cache.reader().notes({3})->first().withheld, QList<int>{1});
    auto sentBack = filed;
    sentBack.version = 2;
    sentBack.provisional = false;
    sentBack.ended = true;
    QVERIFY(cache.apply({rowOf(sentBack, 6)}));
    QCOMPARE(cache.reader().find(query)->rows.size(), 2);
}

void TestEntryReads::theNewestContactIsSearched()
{
    auto rows = people();
    rows << rowOfContact(aContact(1, 1, QStringLiteral("090-0000-1111")))
         << rowOfContact(aContact(1, 2, QStringLiteral("０９０－００００－２２２２")))
         << rowOfContact(aContact(2, 1, {}));
    TestCache cache(rows);
    QCOMPARE(byTelephone(cache, QStringLiteral("09000002222")), QList<qint64>{1});
    QCOMPARE(byTelephone(cache, QStringLiteral("2222")), QList<qint64>{1});
    QVERIFY(byTelephone(cache, QStringLiteral("1111")).isEmpty());
    QVERIFY(byTelephone(cache, QStringLiteral("0999000001")).isEmpty());
    QVERIFY(byTelephone(cache, QStringLiteral("0999000002")).isEmpty()); // taken back
    QCOMPARE(byTelephone(cache, QStringLiteral("0999000003")), QList<qint64>{3});
}

void TestEntryReads::theFeedRenewsTheTelephone()
{
    TestCache cache(people());
    QCOMPARE(byTelephone(cache, QStringLiteral("0999000003")), QList<qint64>{3});
    QVERIFY(cache.apply({rowOfContact(aContact(3, 1, QStringLiteral("090-0000-3333")))}));
    QVERIFY(byTelephone(cache, QStringLiteral("0999000003")).isEmpty());
    QCOMPARE(byTelephone(cache, QStringLiteral("3333")), QList<qint64>{3});
    // A later state of the person does not bring the older number back.
    QVERIFY(cache.apply({rowOf(aPerson(3).named(u"秘田", u"守").telephone(u"0999000003"), 9)}));
    QVERIFY(byTelephone(cache, QStringLiteral("0999000003")).isEmpty());
    QCOMPARE(byTelephone(cache, QStringLiteral("3333")), QList<qint64>{3});
}

void TestEntryReads::aBodyOfAnotherRowIsRefused()
{
    TestCache cache(people());
    auto note = noteRow(1, 1, 3, QStringLiteral("一"));
    note.id = 2;
    auto contact = rowOfContact(aContact(3, 1, QStringLiteral("1")));
    contact.id = 1;
    auto entry = entryRow(1, EntryState::Provisional, aProtection(2, 3));
    entry.id = 2;
    auto torn = noteRow(1, 1, 3, QStringLiteral("一"));
    torn.body.chop(1);
    for (const auto &row : {note, contact, entry, torn}) {
        const auto done = cache.apply({row});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::RegisterDamaged);
    }
    QVERIFY(cache.reader().notes({3})->isEmpty());
}

QTEST_GUILESS_MAIN(TestEntryReads)
#include "tst_entryreads.moc"
