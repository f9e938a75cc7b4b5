#include "cache/cachewriter.h"
#include "support/builders.h"
#include "support/filebuilders.h"
#include "support/stationbeside.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using base::ErrorCode;
using central::Table;
using support::aPerson;
using support::cacheDigest;
using support::foundBy;
using support::TestRegister;
using syncing::Outcome;
using Station = support::StationBeside;

namespace {

constexpr qint64 cityPeople = 2500; // 7,500 assessments and 20,833 ledger rows: several chunks

/// persons, two restrictions, three assessments, eight 期別, a file of each third, pensions;
/// notes, contacts, and the 仮登録 of one restriction
constexpr qint64 cityRows = cityPeople + 2 + cityPeople * 3 + cityPeople * 8 + 833 + 1250 +
                            cityPeople / 5 * 2 + cityPeople / 4 + 1;

/// Each fifth person has a note in two versions, each fourth a contact.
void addEntries(central::CityPart &city, qint64 people)
{
    for (qint64 id = 5; id <= people; id += 5) {
        residents::Note note;
        note.id = id / 5;
        note.person = {id};
        for (note.version = 1; note.version <= 2; ++note.version) {
            note.text = QStringLiteral("メモ　第%1版").arg(note.version);
            city.notes.append(note);
        }
    }
    for (qint64 id = 4; id <= people; id += 4) {
        residents::Contact contact;
        contact.person = {id};
        contact.telephone = QStringLiteral("000-0001-%1").arg(id);
        city.contacts.append(contact);
    }
}

central::Submission submission(const QString &uuid, const residents::Entered &entered)
{
    return {.uuid = uuid,
            .proposal = {.entered = entered,
                         .baseVersion = 0,
                         .reason = QStringLiteral("警察署からの連絡による")},
            .filedAt = {}};
}
const QString firstUuid = QStringLiteral("00000000-0000-4000-8000-000000000001");
const QString secondUuid = QStringLiteral("00000000-0000-4000-8000-000000000002");

central::CityPart city()
{
    central::CityPart city;
    for (qint64 id = 1; id <= cityPeople; ++id)
        city.people.append({aPerson(id).named(u"山田", u"花子").read(u"ヤマダ", u"ハナコ")});
    city.restrictions.append(support::aProtection(1, 5));
    support::addFiles(city, cityPeople);
    addEntries(city, cityPeople);
    return city;
}

/// Files cannot grow beyond this while it lives: what a full disk does to a process.
class FullDisk final
{
public:
    explicit FullDisk(quint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        if (getrlimit(RLIMIT_FSIZE, &m_old) != 0)
            qFatal("no limit can be read");
        const rlimit small{bytes, m_old.rlim_max};
        if (setrlimit(RLIMIT_FSIZE, &small) != 0)
            qFatal("no limit can be set");
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_old); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_old{};
};

} // namespace

// What can happen to a first load with tax, ledger and pension in it; nothing of it loses a row.
class TestFirstLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTableComes();
    void killedAtFiftyPointsItEndsIdentical();
    void aFullDiskIsToldAndGoneOnFrom_data();
    void aFullDiskIsToldAndGoneOnFrom();
    void aDamagedChunkOfAnyTableIsNotTaken_data();
    void aDamagedChunkOfAnyTableIsNotTaken();
    void changesDuringTheLoadAreInIt();
    void onlyTheScopesOfTheStationCome();
    void anotherScopeLoadsAnew();
    void aDamagedFeedRowOfTaxIsNotTaken();
    void whatClerksWriteComesByTheFeed();

private:
    [[nodiscard]] bool isWhole(const Station &station);
    std::unique_ptr<TestRegister> m_office;
    QByteArray m_digest; ///< of the register
    qint64 m_loadMs = 0; ///< what a whole load takes a child here
    qint64 m_bytes = 0;  ///< of a whole cache
};

bool TestFirstLoad::isWhole(const Station &station)
{
    const auto digest = cacheDigest(station.path(), station.key);
    auto writer =
        cache::CacheWriter::open(station.path(), station.key, cache::CacheWriter::Mode::Existing);
    if (!digest || !writer)
        return false;
    const auto found = (*writer)->checkIntegrity();
    return *digest == m_digest && found && found->isEmpty() &&
           foundBy(station, QStringLiteral("ヤマダ")) == 1000;
}

void TestFirstLoad::initTestCase()
{
    m_office = std::make_unique<TestRegister>(city());
    QVERIFY(m_office->signIn(QStringLiteral("clerk")));
    auto restriction = support::aProtection(0, 7);
    restriction.version = 1;
    QVERIFY(m_office->link().submit(submission(firstUuid, restriction)));
    const auto digest = m_office->link().registerDigest();
    QVERIFY(digest);
    m_digest = *digest;
}

void TestFirstLoad::everyTableComes()
{
    Station station(*m_office);
    const auto report = station.keeper.bring();
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Loaded);
    QCOMPARE(report->rows, cityRows);
    QVERIFY(isWhole(station));
    auto reader = cache::CacheReader::open(station.path(), station.key);
    QVERIFY(reader);
    QCOMPARE((*reader)->assessments({3})->size(), 3);
    QCOMPARE((*reader)->ledger({3})->rows.size(), 8);
    QCOMPARE((*reader)->ledger({3})->file, support::aTaxpayerFile(3));
    QVERIFY((*reader)->pension({2})->has_value());
    QCOMPARE((*reader)->notes({5})->first().versions.size(), 2);
    QCOMPARE((*reader)->contact({4})->versions.first().telephone, QStringLiteral("000-0001-4"));
    QCOMPARE((*reader)->waitingEntries({7})->size(), 1);
    QVERIFY((*reader)->restrictions({7})->first().provisional);
    m_bytes = QFileInfo(station.path()).size();
}

// Each point of time is another place in the load: before the first row, in each table, while the
// index is made, at the renaming.
void TestFirstLoad::killedAtFiftyPointsItEndsIdentical()
{
    constexpr int points = 50;
    constexpr quint32 seed = 4242;
    QRandomGenerator random(seed);
    int killed = 0;
    QMap<QString, int> places;
    for (int attempt = 0; killed < points && attempt < 4 * points; ++attempt) {
        Station station(*m_office);
        // The child is this program: it loads, says when it begins, and is killed from outside.
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--load"), m_office->folder(), station.path()});
        QVERIFY(child.waitForReadyRead(120'000));
        QElapsedTimer running;
        running.start();
        const qint64 us =
            m_loadMs == 0 ? 0
                          : qint64(random.bounded(double(m_loadMs))) * 1000 + random.bounded(1000);
        if (m_loadMs > 0) {
            while (running.nsecsElapsed() / 1000 < us && child.state() == QProcess::Running)
                child.waitForFinished(0);
            child.kill();
        }
        QVERIFY(child.state() == QProcess::NotRunning || child.waitForFinished(120'000));
        if (m_loadMs == 0) { // the first one is not killed: it shows how long there is
            QCOMPARE(child.exitCode(), 0);
            m_loadMs = qMax<qint64>(20, running.elapsed());
            QVERIFY(isWhole(station));
            continue;
        }
        if (child.exitStatus() != QProcess::CrashExit)
            continue;
        ++killed;
        const QString loading = station.path() + QStringLiteral(".loading");
        const QString place = QFile::exists(station.path()) ? QStringLiteral("in place")
                              : QFile::exists(loading)      ? QStringLiteral("loading")
                                                            : QStringLiteral("not begun");
        ++places[place];
        const auto report = station.keeper.bring();
        QVERIFY2(report, qPrintable(QStringLiteral("killed after %1 us").arg(us)));
        QVERIFY2(report->outcome != Outcome::SetAside, "a killed load is gone on with");
        QVERIFY2(isWhole(station), qPrintable(QStringLiteral("killed after %1 us").arg(us)));
    }
    QCOMPARE(killed, points);
    qInfo() << "a load of" << m_loadMs << "ms, killed at" << places;
    QVERIFY(places.value(QStringLiteral("loading")) > points / 2);
}

void TestFirstLoad::aFullDiskIsToldAndGoneOnFrom_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {2, 10, 25, 40, 60, 80, 95})
        QTest::addRow("%d %%", percent) << percent;
}

void TestFirstLoad::aFullDiskIsToldAndGoneOnFrom()
{
    QFETCH(int, percent);
    QVERIFY(m_bytes > 1'000'000);
    Station station(*m_office);
    {
        const FullDisk full(quint64(m_bytes) * quint64(percent) / 100);
        const auto report = station.keeper.bring();
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::DiskFull);
        QVERIFY(!QFile::exists(station.path())); // half a cache never takes the place
    }
    const auto report = station.keeper.bring();
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Loaded);
    QVERIFY(station.aside().isEmpty());
    QVERIFY(isWhole(station));
}

void TestFirstLoad::aDamagedChunkOfAnyTableIsNotTaken_data()
{
    QTest::addColumn<int>("table");
    QTest::newRow("assessment") << int(Table::Assessment);
    QTest::newRow("ledger") << int(Table::Ledger);
    QTest::newRow("pension") << int(Table::Pension);
    QTest::newRow("contact") << int(Table::Contact);
    QTest::newRow("note") << int(Table::Note);
    QTest::newRow("entry") << int(Table::Entry);
}

void TestFirstLoad::aDamagedChunkOfAnyTableIsNotTaken()
{
    QFETCH(int, table);
    Station station(*m_office);
    station.line.damagedTable = Table(table);
    station.line.damagedChunks = 2; // asked three times
    QVERIFY(station.keeper.bring());
    QVERIFY(isWhole(station));

    Station hopeless(*m_office);
    hopeless.line.damagedTable = Table(table);
    hopeless.line.damagedChunks = 3;
    const auto refused = hopeless.keeper.bring();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ChunkDamaged);
    QVERIFY(!QFile::exists(hopeless.path()));
    const auto again = hopeless.keeper.bring();
    QVERIFY(again);
    QVERIFY(again->rows <= cityRows - cityPeople); // what had come soundly is not asked for again
    QVERIFY(isWhole(hopeless));
}

void TestFirstLoad::changesDuringTheLoadAreInIt()
{
    TestRegister office(city());
    QTemporaryDir folder;
    QVERIFY(office.signIn(QStringLiteral("clerk")));
    const auto key = support::keyOf('c');
    const QString path = folder.filePath(QStringLiteral("cache.db"));
    bool changed = false;
    syncing::ReplicaKeeper keeper(
        office.link(), {.cachePath = path, .cacheKey = key, .progress = [&](int percent) {
                            if (percent > 20 && !changed) {
                                central::CityPart changes;
                                changes.ledger.append(support::aLedgerRow(1, 2025, 1, 77'000));
                                changes.assessments.append(support::anAssessment(1, 2026, 3));
                                changed = office.owner().applyChanges(changes).has_value();
                            }
                            return true;
                        }});
    QVERIFY(keeper.bring());
    QVERIFY(changed);
    QCOMPARE(*cacheDigest(path, key), *office.link().registerDigest());
    auto reader = cache::CacheReader::open(path, key);
    QVERIFY(reader);
    QCOMPARE((*reader)->ledger({1})->rows.first().chargedYen, 77'000);
    QCOMPARE((*reader)->assessments({1})->first().history, 3);
}

namespace {

void giveScopes(TestRegister &office, const QStringList &scopes)
{
    const auto pair = base::crypto::signingKeyPairFrom(support::keyOf('s'));
    const auto given = office.owner().addStations({{.id = QStringLiteral("S0001"),
                                                    .name = QStringLiteral("本庁1"),
                                                    .scopes = scopes,
                                                    .logKey = pair.open}});
    if (!given || !office.signIn(QStringLiteral("clerk")))
        qFatal("no scopes");
}

central::CityPart smallCity()
{
    central::CityPart city;
    for (qint64 id = 1; id <= 20; ++id)
        city.people.append({aPerson(id).named(u"山田", u"花子")});
    support::addFiles(city, 20);
    return city;
}

const QString residentScope = QStringLiteral("住民");
const QString taxScope = QStringLiteral("税");

} // namespace

void TestFirstLoad::onlyTheScopesOfTheStationCome()
{
    TestRegister office(smallCity());
    Station station(office);
    giveScopes(office, {residentScope, taxScope});
    QVERIFY(station.keeper.bring());
    auto reader = cache::CacheReader::open(station.path(), station.key);
    QVERIFY(reader);
    QCOMPARE((*reader)->assessments({2})->size(), 3);
    QVERIFY((*reader)->ledger({2})->rows.isEmpty());
    QVERIFY(!(*reader)->pension({2})->has_value());
    central::CityPart changes;
    changes.ledger.append(support::aLedgerRow(2, 2026, 1));
    changes.assessments.append(support::anAssessment(2, 2026, 3));
    changes.pensions.append(support::aPensionRecord(2));
    QVERIFY(office.owner().applyChanges(changes));
    const auto caught = station.keeper.catchUp();
    QVERIFY(caught);
    QCOMPARE(caught->rows, 1);
    QCOMPARE(caught->state.feedNumber, 3); // those left out are passed, too
    QCOMPARE((*reader)->assessments({2})->size(), 4);
    QVERIFY((*reader)->ledger({2})->rows.isEmpty());
    QVERIFY(!(*reader)->pension({2})->has_value());
    QCOMPARE(*cacheDigest(station.path(), station.key), *office.link().registerDigest());
}

// A scope that is new is not whole in the cache, and one that is gone may not stay in it.
void TestFirstLoad::anotherScopeLoadsAnew()
{
    TestRegister office(smallCity());
    Station station(office);
    giveScopes(office, {residentScope});
    QVERIFY(station.keeper.bring());
    for (const QStringList &scopes :
         {QStringList{residentScope, taxScope}, QStringList{residentScope}}) {
        giveScopes(office, scopes);
        const auto refused = station.keeper.catchUp();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::RegisterUnknown);
        const auto report = station.keeper.bring();
        QVERIFY(report);
        QCOMPARE(report->outcome, Outcome::SetAside);
        // Nor in a copy: nothing of what is not sent any more stays on the disk.
        const QFileInfo file(station.path());
        QCOMPARE(file.dir().entryList({file.fileName() + u'*'}).filter(QStringLiteral("aside")),
                 QStringList());
        QCOMPARE(*cacheDigest(station.path(), station.key), *office.link().registerDigest());
        auto reader = cache::CacheReader::open(station.path(), station.key);
        QVERIFY(reader);
        QCOMPARE((*reader)->assessments({2})->isEmpty(), !scopes.contains(taxScope));
    }
}

void TestFirstLoad::aDamagedFeedRowOfTaxIsNotTaken()
{
    TestRegister office(smallCity());
    Station station(office);
    QVERIFY(station.keeper.bring());
    const auto before = cacheDigest(station.path(), station.key);
    central::CityPart changes;
    changes.ledger.append(support::aLedgerRow(2, 2026, 1, 99'000));
    QVERIFY(office.owner().applyChanges(changes));
    station.line.damagedPages = 3;
    const auto refused = station.keeper.catchUp();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ChunkDamaged);
    QCOMPARE(*cacheDigest(station.path(), station.key), *before);
    QVERIFY(station.keeper.catchUp());
    QCOMPARE(*cacheDigest(station.path(), station.key), *office.link().registerDigest());
}

void TestFirstLoad::whatClerksWriteComesByTheFeed()
{
    TestRegister office(smallCity());
    Station station(office);
    QVERIFY(office.signIn(QStringLiteral("chief")));
    QVERIFY(station.keeper.bring());
    residents::Note note;
    note.person = {2};
    note.text = QStringLiteral("筆談を希望");
    QVERIFY(office.link().submit(submission(firstUuid, note)));
    QVERIFY(office.signIn(QStringLiteral("clerk")));
    QVERIFY(office.link().submit(submission(secondUuid, support::aProtection(0, 3))));
    QVERIFY(station.keeper.catchUp());
    auto reader = cache::CacheReader::open(station.path(), station.key);
    QVERIFY(reader);
    QCOMPARE((*reader)->notes({2})->first().versions.first().by.user, QStringLiteral("chief"));
    QVERIFY((*reader)->restrictions({3})->first().provisional);
    QVERIFY((*reader)->person({3}, QDate(2026, 11, 2))->addressHidden);
    QCOMPARE((*reader)->waitingEntries()->size(), 1);
    QVERIFY(office.signIn(QStringLiteral("chief")));
    QVERIFY(office.link().decide(
        {.entry = 1, .outcome = central::CheckOutcome::Register, .reason = {}}));
    QVERIFY(station.keeper.catchUp());
    QVERIFY(!(*reader)->restrictions({3})->first().provisional);
    QVERIFY((*reader)->waitingEntries()->isEmpty());
    QCOMPARE((*(*reader)->entry(1))->checker.user, QStringLiteral("chief"));
    QCOMPARE(*cacheDigest(station.path(), station.key), *office.link().registerDigest());
    // Loaded anew, the same city stands there.
    Station another(office);
    QVERIFY(another.keeper.bring());
    QCOMPARE(*cacheDigest(another.path(), another.key), *office.link().registerDigest());
}

namespace {

/// The child of killedAtFiftyPointsItEndsIdentical.
int load(const QStringList &arguments)
{
    support::FakeClock clock;
    auto link = central::EmbeddedLink::open(arguments.at(2), TestRegister::keys(), clock);
    const auto clerk = QStringLiteral("clerk");
    if (!link || !(*link)->openSession({.userId = clerk,
                                        .certificateFingerprint = TestRegister::card(clerk),
                                        .stationId = QStringLiteral("S0001")}))
        return 3;
    std::puts("begins");
    std::fflush(stdout);
    syncing::ReplicaKeeper keeper(
        **link, {.cachePath = arguments.at(3), .cacheKey = support::keyOf('c'), .progress = {}});
    return keeper.bring() ? 0 : 4;
}

} // namespace

int main(int count, char **values)
{
    QCoreApplication application(count, values);
    if (count == 4 && qstrcmp(values[1], "--load") == 0)
        return load(QCoreApplication::arguments());
    TestFirstLoad test;
    return QTest::qExec(&test, count, values);
}

#include "tst_firstload.moc"
