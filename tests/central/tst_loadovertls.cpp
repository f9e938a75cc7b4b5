// links: pq madoguchi_central madoguchi_sync
#include "cache/cachewriter.h"
#include "support/builders.h"
#include "support/filebuilders.h"
#include "support/servedregister.h"
#include "support/stationbeside.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace support;
using syncing::Outcome;

// A station's replica from a real server over TLS: whatever ends the program or the connection, it
// is gone on with, and the end is the same as the register.
class TestLoadOverTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyRowComes();
    void killedAtManyPointsItEndsIdentical();
    void cutOffAgainAndAgainItEndsIdentical();
    void manyChangesAfterABreak();
    void whoSignsInDoesNotWaitForWhoLoads();
    void theDigestOfALargeCityHasItsTime();

private:
    /// Digest of what the register's owner sees in its tables.
    [[nodiscard]] QByteArray ownersDigest();
    [[nodiscard]] bool isWhole(const QString &path);

    std::unique_ptr<ServedRegister> m_register;
    qint64 m_loadMs = 0; ///< what a whole load takes a child here
};

namespace {

constexpr qint64 cityPeople = 2500; // 7,500 assessments and 20,833 ledger rows: several chunks
// persons, one restriction, three assessments, eight 期別, a file of each third, pensions
constexpr qint64 cityRows = cityPeople + 1 + cityPeople * 3 + cityPeople * 8 + 833 + 1250;
const QString clerk = QStringLiteral("clerk");

central::CityPart city()
{
    central::CityPart city;
    for (qint64 id = 1; id <= cityPeople; ++id)
        city.people.append({aPerson(id).named(u"山田", u"花子").read(u"ヤマダ", u"ハナコ")});
    city.restrictions.append(aProtection(1, 5));
    addFiles(city, cityPeople);
    return city;
}

/// Where a station that is begun by itself keeps its cache.
struct Fresh
{
    [[nodiscard]] QString path() const { return folder.filePath(u"cache.db"_s); }
    QTemporaryDir folder;
};

base::Result<syncing::KeepingReport> bring(central::Replica &replica, const Fresh &station)
{
    syncing::ReplicaKeeper keeper(
        replica, {.cachePath = station.path(), .cacheKey = keyOf('c'), .progress = {}});
    return keeper.bring();
}

} // namespace

QByteArray TestLoadOverTls::ownersDigest()
{
    const auto connection = central::PgConnection::open(m_register->administrator());
    if (!connection)
        return "no connection";
    const auto digests = central::cityDigests(**connection);
    return digests && digests->size() == 1 ? digests->first().sha256 : QByteArray("none");
}

bool TestLoadOverTls::isWhole(const QString &path)
{
    const auto digest = cacheDigest(path, keyOf('c'));
    auto writer = cache::CacheWriter::open(path, keyOf('c'), cache::CacheWriter::Mode::Existing);
    if (!digest || !writer)
        return false;
    const auto found = (*writer)->checkIntegrity();
    return *digest == ownersDigest() && found && found->isEmpty();
}

void TestLoadOverTls::initTestCase()
{
    m_register = std::make_unique<ServedRegister>();
    QVERIFY(m_register->owner().add(city()));
    QVERIFY(m_register->owner().finish());
}

void TestLoadOverTls::cleanupTestCase()
{
    m_register.reset();
}

void TestLoadOverTls::everyRowComes()
{
    const auto link = m_register->signedIn(clerk);
    const Fresh station;
    const auto report = bring(*link, station);
    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    QCOMPARE(report->outcome, Outcome::Loaded);
    QCOMPARE(report->rows, cityRows);
    QVERIFY(isWhole(station.path()));
    // What the register tells a station is what its owner counts.
    QCOMPARE(*link->registerDigest(), ownersDigest());
    QVERIFY(
        m_register->sql(u"select bool_and(ssl) from pg_stat_ssl join pg_stat_activity using (pid) "
                        "where usename = 'clerk'"_s) == u"t");
}

// Each point of time is another place in the load; the child connects and signs in by itself.
void TestLoadOverTls::killedAtManyPointsItEndsIdentical()
{
    constexpr int points = 15;
    constexpr quint32 seed = 777;
    QRandomGenerator random(seed);
    const auto link = m_register->signedIn(clerk);
    QMap<QString, int> places;
    int killed = 0;
    for (int attempt = 0; killed < points && attempt < 4 * points; ++attempt) {
        const Fresh station;
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--load"_s, m_register->place(clerk).target.connect, station.path()});
        QVERIFY(child.waitForReadyRead(120'000));
        QElapsedTimer running;
        running.start();
        if (m_loadMs == 0) { // the first one is not killed: it shows how long there is
            QVERIFY(child.waitForFinished(120'000));
            QCOMPARE(child.exitCode(), 0);
            m_loadMs = qMax<qint64>(20, running.elapsed());
            QVERIFY(isWhole(station.path()));
            continue;
        }
        const qint64 us = qint64(random.bounded(double(m_loadMs)) * 1000);
        while (running.nsecsElapsed() / 1000 < us && child.state() == QProcess::Running)
            child.waitForFinished(0);
        child.kill();
        QVERIFY(child.state() == QProcess::NotRunning || child.waitForFinished(120'000));
        if (child.exitStatus() != QProcess::CrashExit)
            continue;
        ++killed;
        const bool begun = QFile::exists(station.path() + u".loading"_s);
        ++places[QFile::exists(station.path()) ? u"in place"_s
                 : begun                       ? u"loading"_s
                                               : u"not begun"_s];
        const auto report = bring(*link, station);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QVERIFY2(report->outcome != Outcome::SetAside, "a killed load is gone on with");
        QVERIFY2(isWhole(station.path()), qPrintable(u"killed after %1 us"_s.arg(us)));
    }
    QCOMPARE(killed, points);
    qInfo() << "a load of" << m_loadMs << "ms, killed at" << places;
    QVERIFY(places.value(u"loading"_s) > points / 2);
}

void TestLoadOverTls::cutOffAgainAndAgainItEndsIdentical()
{
    const auto link = m_register->signedIn(clerk);
    const Fresh station;
    std::atomic<bool> done = false;
    int cut = 0;
    const QString administrator = m_register->administrator().connect;
    std::thread cutting([&] {
        const auto connection = central::PgConnection::open({.connect = administrator});
        const QByteArray end = "select pg_terminate_backend(pid) from pg_stat_activity "
                               "where usename = 'clerk'";
        // Ever more seldom: signing in again takes its time, on a slow machine more.
        while (connection && !done) {
            cut += (*connection)->script(end) ? 1 : 0;
            QThread::msleep(60u * unsigned(cut));
        }
    });
    auto report = bring(*link, station);
    for (int again = 0; !report && again < 50; ++again) // as the office does
        report = bring(*link, station);
    done = true;
    cutting.join();
    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    QVERIFY(cut >= 2);
    QVERIFY(report->outcome != Outcome::SetAside);
    QVERIFY(isWhole(station.path()));
}

void TestLoadOverTls::manyChangesAfterABreak()
{
    const auto link = m_register->signedIn(clerk);
    const Fresh station;
    syncing::ReplicaKeeper keeper(
        *link, {.cachePath = station.path(), .cacheKey = keyOf('c'), .progress = {}});
    QVERIFY(keeper.bring());
    const auto before = link->position();
    QVERIFY(before);
    central::CityPart changes;
    for (qint64 id = 1; id <= cityPeople; ++id)
        changes.people.append({aPerson(id).named(u"山田", u"次子").version(2)});
    const auto end = m_register->owner().applyChanges(changes);
    QVERIFY(end);
    QCOMPARE(end->number, before->number + 2 * cityPeople); // a former and a new state each
    const auto caught = keeper.catchUp();
    QVERIFY2(caught, qPrintable(caught ? QString() : caught.error().detail));
    QCOMPARE(caught->rows, 2 * cityPeople);
    QCOMPARE(caught->state.feedNumber, end->number);
    QVERIFY(isWhole(station.path()));
}

void TestLoadOverTls::whoSignsInDoesNotWaitForWhoLoads()
{
    constexpr int loading = 8;
    std::vector<std::unique_ptr<central::PostgresLink>> links;
    std::vector<std::unique_ptr<Fresh>> stations;
    for (int i = 0; i < loading; ++i) {
        links.push_back(m_register->signedIn(clerk));
        stations.push_back(std::make_unique<Fresh>());
    }
    std::atomic<int> left = loading;
    std::vector<std::thread> threads;
    std::array<bool, loading> whole{};
    for (std::size_t i = 0; i < loading; ++i)
        threads.emplace_back([&, i] {
            whole.at(i) = bring(*links.at(i), *stations.at(i)).has_value();
            --left;
        });
    const auto way = m_register->place(u"chief"_s);
    int signedIn = 0;
    int refused = 0;
    qint64 slowestMs = 0;
    while (left > 0) {
        QElapsedTimer taking;
        taking.start();
        const auto link = central::PostgresLink::open(way);
        const bool in =
            link && (*link)->openSession({.userId = u"chief"_s,
                                          .certificateFingerprint = TestRegister::card(u"chief"_s),
                                          .stationId = u"S0001"_s});
        ++(in ? signedIn : refused);
        slowestMs = qMax(slowestMs, taking.elapsed());
    }
    for (auto &thread : threads)
        thread.join();
    qInfo("{\"what\":\"signing in while %d stations load\",\"n\":%d,\"slowestMs\":%lld}", loading,
          signedIn, slowestMs);
    QCOMPARE(refused, 0);
    QVERIFY(signedIn > 0);
    for (std::size_t i = 0; i < loading; ++i) {
        QVERIFY(whole.at(i));
        QVERIFY(isWhole(stations.at(i)->path()));
    }
}

// Seconds in a city of 350,000: more than any other call may take.
void TestLoadOverTls::theDigestOfALargeCityHasItsTime()
{
    auto impatient = m_register->place(clerk);
    impatient.target.statementLimitMs = 400;
    const auto link = ServedRegister::signedIn(impatient, clerk);
    const QByteArray expected = ownersDigest();
    const QString file = QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/sql/register/office/");
    const QString quick = QString::fromUtf8(readWhole(file + u"digest_of.sql"_s));
    const auto slowed = [](QString text) {
        const qsizetype begin = text.indexOf(u"BEGIN"_s) + 5;
        return text.insert(begin, u"\n    PERFORM pg_sleep(1.5);"_s);
    };
    m_register->sql(slowed(quick));
    const auto digest = link->registerDigest();
    m_register->sql(quick);
    QVERIFY2(digest, qPrintable(digest ? QString() : digest.error().detail));
    QCOMPARE(*digest, expected);
    // And afterwards no call has more than before.
    QVERIFY(link->position());
    const QString end = QString::fromUtf8(readWhole(file + u"feed_end.sql"_s));
    m_register->sql(slowed(end));
    const auto position = link->position();
    m_register->sql(end);
    QVERIFY(!position);
    QVERIFY(link->position());
}

namespace {

/// The child of killedAtManyPointsItEndsIdentical.
int load(const QStringList &arguments)
{
    central::PostgresPlace place{.target = {}, .proofKey = keyOf('p')};
    place.target.connect = arguments.at(2);
    place.target.password = keyOf('w');
    const auto link = ServedRegister::signedIn(place, clerk);
    std::puts("begins");
    std::fflush(stdout);
    syncing::ReplicaKeeper keeper(
        *link, {.cachePath = arguments.at(3), .cacheKey = keyOf('c'), .progress = {}});
    return keeper.bring() ? 0 : 4;
}

} // namespace

int main(int count, char **values)
{
    QCoreApplication application(count, values);
    if (count == 4 && qstrcmp(values[1], "--load") == 0)
        return load(QCoreApplication::arguments());
    TestLoadOverTls test;
    return QTest::qExec(&test, count, values);
}

#include "tst_loadovertls.moc"
