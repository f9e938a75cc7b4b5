#include "cache/cachereader.h"
#include "residents/codec.h"
#include "storage/database.h"
#include "storage/keycheck.h"
#include "support/builders.h"
#include "support/stationbeside.h"
#include "sync/replicakeeper.h"
#include "sync/setaside.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QtTest>

#include <csignal>

using base::ErrorCode;
using base::Result;
using support::aHousehold;
using support::aPerson;
using support::cacheDigest;
using support::foundBy;
using Station = support::StationBeside;
using support::TestRegister;
using syncing::Outcome;

namespace {

const QDate today(2026, 11, 2);
constexpr int cityPeople = 9000; // more than two chunks of persons and of the index

central::CityPart city(const QString &given = QStringLiteral("花子"))
{
    central::CityPart city;
    for (qint64 id = 1; id <= cityPeople; ++id) {
        const auto person = aPerson(id)
                                .named(u"山田", given)
                                .read(u"ヤマダ", u"ハナコ")
                                .bornOn(1950, 1 + int(id % 12), 1 + int(id % 28));
        QList<residents::Snapshot> states{person};
        if (id % 3 == 0) {
            residents::Snapshot second = person;
            second.id.version = 2;
            states.append(second);
        }
        city.people.append(states);
        if (id % 2 == 0)
            city.households.append(aHousehold(id, id));
    }
    city.restrictions.append(support::aProtection(1, 5));
    return city;
}

/// What a later version of the program does to the file: one migration more.
bool makeNewer(const Station &station)
{
    const QTemporaryDir root;
    QDir folder(root.path());
    if (!folder.mkdir(QStringLiteral("cache")) || !folder.cd(QStringLiteral("cache")))
        return false;
    const QDir shipped(QStringLiteral(":/sql/cache"));
    const QStringList steps = shipped.entryList({QStringLiteral("0*.sql")});
    for (const QString &step : steps)
        QFile::copy(shipped.filePath(step), folder.filePath(step));
    QFile later(folder.filePath(QStringLiteral("000%1_later.sql").arg(steps.size() + 1)));
    if (!later.open(QIODevice::WriteOnly))
        return false;
    later.write("-- Later.\nCREATE TABLE later (id INTEGER PRIMARY KEY);\n");
    later.close();
    return storage::Database::open({.path = station.path(),
                                    .key = &station.key,
                                    .kind = QStringLiteral("cache"),
                                    .sqlRoot = root.path()})
        .has_value();
}

} // namespace

class TestReplicaKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_office = std::make_unique<TestRegister>(city()); }
    void aFirstLoadEqualsTheRegister();
    void changesDuringTheLoadAreThereWhenItEnds();
    void aDamagedChunkIsAskedForAgain();
    void stoppedAnywhereItGoesOn();
    void killedAnywhereItGoesOn_data();
    void killedAnywhereItGoesOn();
    void theFeedBringsChangesInOrder();
    void aDamagedPageChangesNothing();
    void aRegisterWithAnotherHistoryIsLoadedAnew();
    void anUnusableCacheIsSetAside_data();
    void anUnusableCacheIsSetAside();
    void theTwoNewestSetAsideStay();
    void anUnreachableRegisterLeavesTheCacheAlone();
    void otherFoldingRulesRebuildTheIndexOnly();
    void theJournalIsNotTouched();

private:
    std::unique_ptr<TestRegister> m_office;
};

void TestReplicaKeeper::aFirstLoadEqualsTheRegister()
{
    Station station(*m_office);
    const auto report = station.keeper.bring();
    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    QCOMPARE(report->outcome, Outcome::Loaded);
    QCOMPARE(report->rows, cityPeople + cityPeople / 3 + cityPeople / 2 + 1);
    QVERIFY(report->state.complete);
    QCOMPARE(report->state.registerId, TestRegister::registerId());
    QCOMPARE(report->state.dataAsOf, m_office->clock().now());
    QCOMPARE(*cacheDigest(station.path(), station.key), *m_office->link().registerDigest());
    QVERIFY(!QFile::exists(station.path() + QStringLiteral(".loading")));
    QCOMPARE(station.keeper.bring()->outcome, Outcome::UpToDate);
}

void TestReplicaKeeper::changesDuringTheLoadAreThereWhenItEnds()
{
    TestRegister office(city());
    Station station(office);
    bool changed = false;
    syncing::ReplicaKeeper keeper(
        station.line,
        {.cachePath = station.path(), .cacheKey = station.key, .progress = [&](int percent) {
             if (percent > 10 && !changed) {
                 changed = true;
                 central::CityPart changes;
                 changes.people.append({aPerson(1).named(u"途中", u"変").version(2)});
                 changes.people.append({aPerson(cityPeople + 1).named(u"途中", u"新").version(1)});
                 changes.restrictions.append(support::aProtection(2, 7));
                 if (!office.owner().applyChanges(changes))
                     qFatal("no change");
             }
             return true;
         }});
    QVERIFY(keeper.bring());
    QVERIFY(changed);
    QCOMPARE(foundBy(station, QStringLiteral("途中")), 2);
    QCOMPARE(*cacheDigest(station.path(), station.key), *office.link().registerDigest());
}

void TestReplicaKeeper::aDamagedChunkIsAskedForAgain()
{
    Station station(*m_office);
    station.line.damagedChunks = 2;
    QVERIFY(station.keeper.bring());
    QCOMPARE(*cacheDigest(station.path(), station.key), *m_office->link().registerDigest());

    Station hopeless(*m_office);
    hopeless.line.damagedChunks = 1000;
    const auto failed = hopeless.keeper.bring();
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::ChunkDamaged);
    QVERIFY(!QFile::exists(hopeless.path()));
    hopeless.line.damagedChunks = 0;
    QVERIFY(hopeless.keeper.bring());
    QCOMPARE(*cacheDigest(hopeless.path(), hopeless.key), *m_office->link().registerDigest());
}

void TestReplicaKeeper::stoppedAnywhereItGoesOn()
{
    Station station(*m_office);
    int stops = 0;
    int highest = -1;
    for (int round = 0; round < 50; ++round) {
        syncing::ReplicaKeeper keeper(
            station.line,
            {.cachePath = station.path(), .cacheKey = station.key, .progress = [&](int percent) {
                 const bool further = percent > highest;
                 highest = qMax(highest, percent);
                 return !further; // every step forward is a stop
             }});
        const auto report = keeper.bring();
        if (report)
            break;
        QCOMPARE(report.error().code, ErrorCode::SearchOvertaken);
        QVERIFY(!QFile::exists(station.path()));
        ++stops;
    }
    QVERIFY(stops >= 3);
    QCOMPARE(highest, 100);
    QCOMPARE(foundBy(station, QStringLiteral("ヤマダ")), 1000);
    QCOMPARE(*cacheDigest(station.path(), station.key), *m_office->link().registerDigest());
}

void TestReplicaKeeper::killedAnywhereItGoesOn_data()
{
    QTest::addColumn<int>("atPercent");
    for (const int percent : {1, 20, 40, 56, 75, 98})
        QTest::addRow("%d %%", percent) << percent;
}

void TestReplicaKeeper::killedAnywhereItGoesOn()
{
    QFETCH(int, atPercent);
    Station station(*m_office);
    // The child is this program: it loads and kills itself without a chance to tidy up.
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--load-and-die"), m_office->folder(), station.path(),
                 QString::number(atPercent)});
    QVERIFY(child.waitForFinished(120'000));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QVERIFY(!QFile::exists(station.path()));
    const auto report = station.keeper.bring();
    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    if (atPercent > 50)
        QCOMPARE(report->rows, 0); // all rows had been committed before the kill
    QCOMPARE(*cacheDigest(station.path(), station.key), *m_office->link().registerDigest());
    QCOMPARE(foundBy(station, QStringLiteral("ヤマダ")), 1000);
}

void TestReplicaKeeper::theFeedBringsChangesInOrder()
{
    TestRegister office(city());
    Station station(office);
    QVERIFY(station.keeper.bring());
    for (int version = 2; version < 40; ++version) {
        central::CityPart changes;
        const QString given = QStringLiteral("第%1").arg(version);
        changes.people.append({aPerson(1).named(u"変田", given).version(version)});
        changes.households.append(aHousehold(1, version));
        QVERIFY(office.owner().applyChanges(changes));
    }
    office.clock().pass(60'000);
    const auto report = station.keeper.catchUp();
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::CaughtUp);
    QCOMPARE(report->rows, 38 * 3); // household, former state, new state
    QCOMPARE(report->state.dataAsOf, office.clock().now());
    QCOMPARE(report->state.feedNumber, office.link().position()->number);
    QCOMPARE(*cacheDigest(station.path(), station.key), *office.link().registerDigest());
    auto reader = cache::CacheReader::open(station.path(), station.key);
    QVERIFY(reader);
    QCOMPARE((*reader)->history({1})->size(), 39);
    QCOMPARE((*reader)->person({1}, today)->record.snapshot.name.given, QStringLiteral("第39"));
    QCOMPARE(foundBy(station, QStringLiteral("変田")), 1);
}

void TestReplicaKeeper::aDamagedPageChangesNothing()
{
    TestRegister office(city());
    Station station(office);
    QVERIFY(station.keeper.bring());
    central::CityPart changes;
    changes.people.append({aPerson(1).named(u"変田", u"花").version(2)});
    QVERIFY(office.owner().applyChanges(changes));
    station.line.damagedPages = 3;
    const auto failed = station.keeper.catchUp();
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::ChunkDamaged);
    QCOMPARE(foundBy(station, QStringLiteral("変田")), 0);
    QVERIFY(station.keeper.catchUp());
    QCOMPARE(foundBy(station, QStringLiteral("変田")), 1);
}

void TestReplicaKeeper::aRegisterWithAnotherHistoryIsLoadedAnew()
{
    Station station(*m_office);
    QVERIFY(station.keeper.bring());
    {
        TestRegister other(city(QStringLiteral("別子")),
                           QStringLiteral("99999999-2222-4333-8444-555555555555"));
        QVERIFY(other.signIn(QStringLiteral("clerk")));
        syncing::ReplicaKeeper keeper(
            other.link(), {.cachePath = station.path(), .cacheKey = station.key, .progress = {}});
        QCOMPARE(keeper.catchUp().error().code, ErrorCode::RegisterUnknown);
        const auto report = keeper.bring();
        QVERIFY(report);
        QCOMPARE(report->outcome, Outcome::SetAside);
        QCOMPARE(report->reason, ErrorCode::RegisterUnknown);
        QCOMPARE(station.aside().size(), 1);
        QCOMPARE(foundBy(station, QStringLiteral("別子")), 1000);
    }
    // The same register put back to an older state: same id, the position is not known any more.
    TestRegister restored(city());
    Station ahead(restored);
    QVERIFY(ahead.keeper.bring());
    central::CityPart changes;
    changes.people.append({aPerson(1).named(u"変田", u"花").version(2)});
    QVERIFY(restored.owner().applyChanges(changes));
    QVERIFY(ahead.keeper.catchUp());
    QVERIFY(m_office->signIn(QStringLiteral("clerk")));
    syncing::ReplicaKeeper keeper(
        m_office->link(), {.cachePath = ahead.path(), .cacheKey = ahead.key, .progress = {}});
    const auto report = keeper.bring();
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::SetAside);
    QCOMPARE(foundBy(ahead, QStringLiteral("変田")), 0);
}

void TestReplicaKeeper::anUnusableCacheIsSetAside_data()
{
    QTest::addColumn<int>("harm");
    QTest::addColumn<ErrorCode>("reason");
    QTest::newRow("missing") << 0 << ErrorCode::CacheMissing;
    QTest::newRow("cut in half") << 1 << ErrorCode::CacheDamaged;
    QTest::newRow("one byte of the first page") << 2 << ErrorCode::CacheDamaged;
    QTest::newRow("wrong key") << 3 << ErrorCode::CacheWrongKey;
    QTest::newRow("never completed") << 4 << ErrorCode::CacheDamaged;
    QTest::newRow("empty file") << 5 << ErrorCode::CacheDamaged;
    QTest::newRow("of a later program") << 6 << ErrorCode::CacheNewer;
}

void TestReplicaKeeper::anUnusableCacheIsSetAside()
{
    QFETCH(int, harm);
    QFETCH(ErrorCode, reason);
    Station station(*m_office);
    QVERIFY(station.keeper.bring());
    auto key = station.key;
    {
        auto writer = cache::CacheWriter::open(station.path(), station.key,
                                               cache::CacheWriter::Mode::Existing);
        QVERIFY(writer);
        if (harm == 4) {
            auto state = *(*writer)->state();
            state.complete = false;
            QVERIFY((*writer)->setState(state));
        }
        QVERIFY((*writer)->checkpoint());
    }
    QFile file(station.path());
    if (harm == 0)
        QVERIFY(file.remove());
    if (harm == 1)
        QVERIFY(file.resize(file.size() / 2));
    if (harm == 2) {
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(100));
        file.write("X");
        file.close();
    }
    if (harm == 3)
        key = support::keyOf('w');
    if (harm == 5)
        QVERIFY(file.resize(0));
    if (harm == 6)
        QVERIFY(makeNewer(station));
    syncing::ReplicaKeeper keeper(station.line,
                                  {.cachePath = station.path(), .cacheKey = key, .progress = {}});
    const auto report = keeper.bring();
    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    QCOMPARE(report->reason, reason);
    QCOMPARE(report->outcome, harm == 0 ? Outcome::Loaded : Outcome::SetAside);
    QCOMPARE(station.aside().size(), harm == 0 ? 0 : 1);
    QCOMPARE(*cacheDigest(station.path(), key), *m_office->link().registerDigest());
}

void TestReplicaKeeper::theTwoNewestSetAsideStay()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cache.db"));
    const auto write = [](const QString &name, const QByteArray &content) {
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    // Of other days; and what belongs to another file.
    const QString early = path + QStringLiteral(".aside-20240101T000000Z-1");
    QVERIFY(write(early, "early") && write(early + QStringLiteral("-wal"), "early"));
    QVERIFY(write(storage::keyCheckPath(early), "early"));
    const QString other = folder.filePath(QStringLiteral("cache.db.loading.aside-x-1"));
    QVERIFY(write(other, "other"));
    QStringList names;
    for (int i = 0; i < 12; ++i) {
        QVERIFY(write(path, QByteArray::number(i)) && write(path + QStringLiteral("-wal"), "log"));
        const auto name = syncing::setAside(path);
        QVERIFY(name);
        names.append(folder.filePath(*name));
        for (int old = 0; old < i - 1; ++old) {
            QVERIFY(!QFile::exists(names.at(old)));
            QVERIFY(!QFile::exists(names.at(old) + QStringLiteral("-wal")));
        }
        for (int kept = qMax(0, i - 1); kept <= i; ++kept) {
            QFile file(names.at(kept));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray::number(kept));
            QVERIFY(QFile::exists(names.at(kept) + QStringLiteral("-wal")));
        }
    }
    QVERIFY(!QFile::exists(early) && !QFile::exists(early + QStringLiteral("-wal")));
    QVERIFY(!QFile::exists(storage::keyCheckPath(early)));
    QVERIFY(QFile::exists(other));
}

void TestReplicaKeeper::anUnreachableRegisterLeavesTheCacheAlone()
{
    Station station(*m_office);
    QVERIFY(station.keeper.bring());
    m_office->link().closeSession();
    const auto report = station.keeper.bring();
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::NotSignedIn);
    QVERIFY(QFile::exists(station.path()));
    QVERIFY(station.aside().isEmpty());

    Station fresh(*m_office);
    fresh.line.chunksLeft = 2;
    const auto broken = fresh.keeper.bring();
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::RegisterUnreachable);
    fresh.line.chunksLeft = -1;
    QVERIFY(fresh.keeper.bring());
}

void TestReplicaKeeper::otherFoldingRulesRebuildTheIndexOnly()
{
    Station station(*m_office);
    QVERIFY(station.keeper.bring());
    {
        auto writer = cache::CacheWriter::open(station.path(), station.key,
                                               cache::CacheWriter::Mode::Existing);
        QVERIFY(writer);
        auto state = *(*writer)->state();
        state.foldVersion = QStringLiteral("of long ago");
        QVERIFY((*writer)->setState(state));
    }
    syncing::ReplicaKeeper keeper(
        station.line, {.cachePath = station.path(), .cacheKey = station.key, .progress = {}});
    const auto report = keeper.bring();
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::UpToDate);
    QVERIFY(report->state.foldVersion != QStringLiteral("of long ago"));
    QCOMPARE(foundBy(station, QStringLiteral("ヤマダ")), 1000);
}

void TestReplicaKeeper::theJournalIsNotTouched()
{
    Station station(*m_office);
    QFile journal(station.folder.filePath(QStringLiteral("journal.db")));
    QVERIFY(journal.open(QIODevice::WriteOnly));
    journal.write("the originals");
    journal.close();
    const auto before = QFileInfo(journal).lastModified();
    QVERIFY(station.keeper.bring());
    QFile(station.path()).resize(5000);
    QVERIFY(station.keeper.bring());
    QCOMPARE(QFileInfo(journal).lastModified(), before);
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QCOMPARE(journal.readAll(), QByteArray("the originals"));
}

namespace {

/// The child of killedAnywhereItGoesOn.
int loadAndDie(const QStringList &arguments)
{
    support::FakeClock clock;
    auto link = central::EmbeddedLink::open(arguments.at(2), TestRegister::keys(), clock);
    const auto clerk = QStringLiteral("clerk");
    if (!link || !(*link)->openSession({.userId = clerk,
                                        .certificateFingerprint = TestRegister::card(clerk),
                                        .stationId = QStringLiteral("S0001")}))
        return 3;
    const int atPercent = arguments.at(4).toInt();
    syncing::ReplicaKeeper keeper(
        **link,
        {.cachePath = arguments.at(3), .cacheKey = support::keyOf('c'), .progress = [&](int done) {
             if (done >= atPercent)
                 std::raise(SIGKILL);
             return true;
         }});
    return keeper.bring() ? 0 : 4;
}

} // namespace

int main(int count, char **values)
{
    QCoreApplication application(count, values);
    if (count == 5 && qstrcmp(values[1], "--load-and-die") == 0)
        return loadAndDie(QCoreApplication::arguments());
    TestReplicaKeeper test;
    return QTest::qExec(&test, count, values);
}

#include "tst_replicakeeper.moc"
