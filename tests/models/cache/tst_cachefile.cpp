#include "cache/namekeys.h"
#include "cache/peek.h"
#include "cache/searchentry.h"
#include "storage/keycheck.h"
#include "support/builders.h"
#include "support/testcache.h"

#include <QFile>
#include <QtTest>

using base::ErrorCode;
using support::aHousehold;
using support::aPerson;
using support::rowOf;
using support::TestCache;

namespace {
const QDate today(2026, 11, 2);
}

class TestCacheFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peekingSeesWhatDecodingSees();
    void aBodyThatIsNoneIsRefused();
    void recordsHouseholdsAndHistoryAreRead();
    void theIndexGoesOnWhereItStopped();
    void manySmallChangesAreTidiedUp();
    void theRowVersionDecides();
    void missingWrongAndCutFilesSayWhatTheyAre();
    void packedNamesComeBack();
};

void TestCacheFile::peekingSeesWhatDecodingSees()
{
    for (int state = 0; state <= int(residents::State::NationalityChanged); ++state) {
        const residents::Snapshot person = aPerson(40 + state)
                                               .named(u"山田", u"花子")
                                               .inHousehold(state * 3)
                                               .version(7)
                                               .state(residents::State(state));
        const auto columns = cache::peekPerson(residents::encode(person));
        QVERIFY(columns);
        QCOMPARE(columns->person, person.id.person.value);
        QCOMPARE(columns->version, 7);
        QCOMPARE(columns->household, person.household.value);
        QCOMPARE(columns->removed, !residents::isPresent(person.state));
    }
}

void TestCacheFile::aBodyThatIsNoneIsRefused()
{
    const QByteArray body = residents::encode(aPerson(1).named(u"山田", u"花子").snapshot());
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY(!cache::peekPerson(QByteArrayView(body).first(size)));
    TestCache cache({});
    const cache::StoredRow row{.table = cache::Table::Person,
                               .id = 2, // the body is of number 1
                               .version = 0,
                               .rowVersion = 0,
                               .body = body};
    const auto done = cache.writer().load({row});
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::RegisterDamaged);
    QCOMPARE(*cache.writer().countOf(cache::Table::Person), 0);
}

void TestCacheFile::recordsHouseholdsAndHistoryAreRead()
{
    residents::Snapshot now =
        aPerson(2).named(u"山田", u"花子").inHousehold(9).as(u"妻").version(3);
    residents::Snapshot second = now;
    second.id.version = 2;
    second.name.family = QStringLiteral("鈴木");
    residents::Snapshot first = second;
    first.id.version = 1;
    const residents::Snapshot head =
        aPerson(5).named(u"山田", u"太郎").inHousehold(9).as(u"世帯主");
    const residents::Snapshot child =
        aPerson(1).named(u"山田", u"一").inHousehold(9).as(u"子").bornOn(2015, 1, 1);
    TestCache cache({rowOf(now), rowOf(head), rowOf(child), support::formerRowOf(first),
                     support::formerRowOf(second), rowOf(aHousehold(9, 5))});
    auto &reader = cache.reader();
    QCOMPARE(reader.person({2}, today)->record.snapshot, now);
    QCOMPARE(reader.person({3}, today).error().code, ErrorCode::ResidentUnknown);
    const auto household = reader.household({9}, today);
    QVERIFY(household);
    QList<qint64> order;
    for (const auto &member : household->record.members)
        order.append(member.snapshot.id.person.value);
    QCOMPARE(order, (QList<qint64>{5, 2, 1})); // 世帯主, 妻, 子 (JS1 5.2)
    QCOMPARE(reader.household({8}, today).error().code, ErrorCode::ResidentUnknown);
    const auto history = reader.history({2});
    QVERIFY(history);
    QCOMPARE(history->size(), 3);
    QCOMPARE(history->first().version, 3);
    QVERIFY(history->first().current);
    QCOMPARE(history->last().version, 1);
    QCOMPARE(reader.stateOf({.person = {2}, .version = 2})->snapshot, second);
    QCOMPARE(reader.stateOf({.person = {2}, .version = 3})->snapshot, now);
    QCOMPARE(reader.stateOf({.person = {2}, .version = 4}).error().code,
             ErrorCode::ResidentUnknown);
}

void TestCacheFile::theIndexGoesOnWhereItStopped()
{
    QList<cache::StoredRow> rows;
    for (qint64 id = 1; id <= 9000; ++id)
        rows.append(rowOf(aPerson(id).named(u"山田", u"花子").bornOn(1970, 1, 1 + int(id % 28))));
    TestCache cache({});
    QVERIFY(cache.writer().load(rows));
    const auto stopped = cache.writer().buildIndex([](int) { return false; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::SearchOvertaken);
    cache::Query query;
    query.birth = cache::BirthRange{QDate(1970, 1, 5), QDate(1970, 1, 5)};
    query.limit = 1000;
    query.today = today;
    QVERIFY(cache.reader().find(query)->rows.size() < 321);
    QVERIFY(cache.writer().buildIndex());
    // Those with id % 28 == 4, from 1 to 9000: 4, 32 ... 8992 -> 322.
    QCOMPARE(cache.reader().find(query)->rows.size(), 322);
}

/// Each change leaves a part of the index; they are joined when nothing waits, and nobody gets
/// lost.
void TestCacheFile::manySmallChangesAreTidiedUp()
{
    constexpr int rounds = 60; // more parts than the index can hold of one size
    constexpr int each = 30;
    QList<cache::StoredRow> rows;
    for (qint64 id = 1; id <= rounds * each; ++id)
        rows.append(rowOf(aPerson(id).named(u"山田", u"花子").read(u"ヤマダ", u"ハナコ"), 1));
    TestCache cache(rows);
    const auto find = [&cache](const char16_t *name, qint64 person) {
        cache::Query query;
        query.today = today;
        query.limit = 1000;
        query.name = QString::fromUtf16(name);
        if (person > 0)
            query.person = base::PersonId{person};
        return cache.reader().find(query)->rows.size();
    };
    for (int round = 0; round < rounds; ++round) {
        QList<cache::StoredRow> changes;
        for (qint64 id = round * each + 1; id <= (round + 1) * each; id += 2)
            changes.append(
                rowOf(aPerson(id).named(u"変田", u"花子").read(u"ヘンダ", u"ハナコ"), 2));
        QVERIFY(cache.apply(changes));
        if (round % 7 == 0)
            QVERIFY(cache.writer().tidy());
    }
    for (int idle = 0; idle < 30; ++idle)
        QVERIFY(cache.writer().tidy());
    QCOMPARE(find(u"変田", 0), rounds * each / 2);
    QCOMPARE(find(u"へんだ", 0), rounds * each / 2);
    QCOMPARE(find(u"山田", 0), rounds * each / 2);
    QCOMPARE(find(u"山田", 301), 0); // no old token stayed
    QCOMPARE(find(u"変田", 301), 1);
    QCOMPARE(find(u"山田", 302), 1);
}

void TestCacheFile::theRowVersionDecides()
{
    TestCache cache({rowOf(aPerson(1).named(u"新田", u"花子"), 5)});
    QVERIFY(cache.writer().load({rowOf(aPerson(1).named(u"古田", u"花子"), 4)}));
    QCOMPARE(cache.reader().person({1}, today)->record.snapshot.name.family,
             QStringLiteral("新田"));
    QVERIFY(cache.apply({rowOf(aPerson(1).named(u"更田", u"花子"), 6)}));
    QCOMPARE(cache.reader().person({1}, today)->record.snapshot.name.family,
             QStringLiteral("更田"));
}

void TestCacheFile::missingWrongAndCutFilesSayWhatTheyAre()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("cache.db"));
    const auto key = base::crypto::randomSecret(32);
    const auto codeOf = [&path](const base::Secret &with) {
        const auto opened = cache::CacheReader::open(path, with);
        return opened ? ErrorCode::Count : opened.error().code;
    };
    QCOMPARE(codeOf(key), ErrorCode::CacheMissing);
    {
        TestCache made({rowOf(aPerson(1).named(u"山田", u"花子"))});
        QVERIFY(made.writer().checkpoint());
        QVERIFY(QFile::copy(made.path(), path));
        QVERIFY(QFile::copy(storage::keyCheckPath(made.path()), storage::keyCheckPath(path)));
        QCOMPARE(codeOf(made.key()), ErrorCode::Count);
        QCOMPARE(codeOf(key), ErrorCode::CacheWrongKey);
        QFile file(path);
        QVERIFY(file.resize(file.size() / 2));
        QCOMPARE(codeOf(made.key()), ErrorCode::CacheDamaged);
    }
}

void TestCacheFile::packedNamesComeBack()
{
    cache::NameKeyMaker maker;
    residents::Snapshot before = aPerson(1).named(u"田中", u"花子").read(u"タナカ", u"ハナコ");
    const residents::Snapshot now = aPerson(1)
                                        .named(u"渡邊", u"花子")
                                        .read(u"ワタナベ", u"ハナコ")
                                        .formerFamily(u"𠮷田", u"ヨシダ")
                                        .version(2);
    const auto names = maker.namesOf(now, {before});
    QCOMPARE(names.size(), 3);
    QCOMPARE(names.last().which, cache::MatchedName::Past);
    QCOMPARE(cache::unpacked(cache::packed(names)), names);
    // municipal-facts.md 2.4: サノ ウメ read together is サノオメ.
    QCOMPARE(cache::joinedKana({QStringLiteral("サノ"), QStringLiteral("ウメ")}),
             QStringLiteral("サノオメ"));
}

QTEST_GUILESS_MAIN(TestCacheFile)
#include "tst_cachefile.moc"
