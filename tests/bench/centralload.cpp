#include "bench/central.h"

#include "bench/figures.h"
#include "bench/people.h"
#include "bench/place.h"
#include "democity/registerbuilder.h"
#include "support/servedregister.h"
#include "support/stationbeside.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace bench {

using base::ErrorCode;
using base::Result;
using support::ServedRegister;
using namespace Qt::StringLiterals;

namespace {

constexpr int changedPeople = 2500; // a former and a new state each: 5,000 changes
constexpr int loadingStations = 8;
constexpr int signingInMs = 60'000;
const QString clerk = QStringLiteral("clerk");

/// As much memory as the shipped configuration's share of this machine, and nothing left undone.
support::ClusterSettings asShipped()
{
    support::ClusterSettings settings;
    settings.durable = true;
    settings.configuration = "shared_buffers = 2GB\nwork_mem = 16MB\nmaintenance_work_mem = 256MB\n"
                             "max_wal_size = 4GB\nwal_keep_size = 0\n";
    return settings;
}

/// Another process that loads, as a workstation is one.
class LoadingStation final
{
public:
    LoadingStation(const ServedRegister &place, int number)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {u"--loading-station"_s, place.place(clerk).target.connect,
                         stationName(number), path()});
    }
    ~LoadingStation()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(LoadingStation)
    [[nodiscard]] static QString stationName(int number)
    {
        return u"S%1"_s.arg(number, 4, 10, QLatin1Char('0'));
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"cache.db"_s); }
    [[nodiscard]] bool begins() { return m_process.waitForReadyRead(60'000); }
    [[nodiscard]] bool isLoading()
    {
        m_process.waitForFinished(0);
        return m_process.state() == QProcess::Running;
    }
    /// What it took, when it is done.
    [[nodiscard]] Result<QJsonObject> report()
    {
        if (!m_process.waitForFinished(30 * 60'000) || m_process.exitCode() != 0 ||
            m_process.exitStatus() != QProcess::NormalExit)
            return base::fail(ErrorCode::RegisterUnreachable, u"the loading station"_s);
        const auto lines = m_process.readAllStandardOutput().trimmed().split('\n');
        return QJsonDocument::fromJson(lines.last()).object();
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

Result<double> embeddedLoad(int residents, quint64 seed)
{
    const auto place = Place::make(residents, seed);
    if (!place)
        return base::fail(place);
    Figures loading;
    const auto brought = loading.time([&] { return (*place)->keeper().bring(); });
    if (!brought)
        return base::fail(brought);
    tell(u"central-load.embedded"_s, loading, brought->rows);
    return loading.percentile(0.5);
}

/// Against what the embedded register took in this run.
Result<> overTls(LoadingStation &station, double embeddedMs)
{
    const auto report = station.report();
    if (!report)
        return base::fail(report);
    const auto rows = qint64(report->value("rows"_L1).toDouble());
    const double ms = report->value("ms"_L1).toDouble();
    tell(u"central-load"_s, ms, u"ms"_s, rows);
    tell(u"central-load.times-embedded"_s, ms / embeddedMs, u"times"_s, rows);
    tell(u"central-load.processor"_s, report->value("processorMs"_L1).toDouble(), u"ms"_s, rows);
    tell(u"central-load.memory"_s, report->value("memoryMb"_L1).toDouble(), u"MB"_s, rows);
    return {};
}

/// The same rows here and there, or it was no load.
Result<> digests(central::PostgresLink &link, const QString &cache)
{
    Figures asking;
    const auto digest = asking.time([&] { return link.registerDigest(); });
    if (!digest)
        return base::fail(digest);
    tell(u"central-load.register-digest"_s, asking, 1);
    const auto own = support::cacheDigest(cache, support::keyOf('c'));
    if (!own || *own != *digest)
        return base::fail(ErrorCode::ChunkDamaged, u"digests differ"_s);
    return {};
}

Result<> afterABreak(ServedRegister &place, central::PostgresLink &link, const QString &cache)
{
    const auto key = support::keyOf('c');
    const auto reader = cache::CacheReader::open(cache, key);
    if (!reader)
        return base::fail(reader);
    auto people = differentPeople(**reader, changedPeople);
    if (!people)
        return base::fail(people);
    Figures changing;
    const auto changes = telephoneChanges(*people);
    if (const auto done = changing.time([&] { return place.owner().applyChanges(changes); }); !done)
        return base::fail(done);
    tell(u"central-load.changes-committed"_s, changing, changes.people.size());
    syncing::ReplicaKeeper keeper(link, {.cachePath = cache, .cacheKey = key, .progress = {}});
    Figures catching;
    const auto caught = catching.time([&] { return keeper.catchUp(); });
    if (!caught)
        return base::fail(caught);
    tell(u"central-load.changes-after-a-break"_s, catching, caught->rows);
    return {};
}

/// Connection, TLS, password, the station's proof, the share: what a sign-in asks the register.
Result<> signIn(const central::PostgresPlace &way)
{
    const auto link = central::PostgresLink::open(way);
    if (!link)
        return base::fail(link);
    const auto session =
        (*link)->openSession({.userId = u"chief"_s,
                              .certificateFingerprint = support::TestRegister::card(u"chief"_s),
                              .stationId = u"S0001"_s});
    if (!session)
        return base::fail(session);
    const auto share = (*link)->stationShare();
    return share ? Result<>() : base::fail(share);
}

Result<> signingIn(const ServedRegister &place)
{
    const auto way = place.place(u"chief"_s);
    constexpr int alone = 20;
    Figures calm;
    for (int i = 0; i < alone; ++i) {
        if (const auto done = calm.time([&] { return signIn(way); }); !done)
            return done;
    }
    tell(u"central-load.sign-in"_s, calm, 0);
    std::vector<std::unique_ptr<LoadingStation>> stations;
    for (int i = 1; i <= loadingStations; ++i)
        stations.push_back(std::make_unique<LoadingStation>(place, i));
    for (const auto &station : stations) {
        if (!station->begins())
            return base::fail(ErrorCode::RegisterUnreachable, u"a loading station"_s);
    }
    Figures busy;
    QElapsedTimer since;
    since.start();
    const auto allLoad = [&stations] {
        return std::all_of(stations.begin(), stations.end(),
                           [](const auto &station) { return station->isLoading(); });
    };
    while (allLoad() && since.elapsed() < signingInMs) {
        if (const auto done = busy.time([&] { return signIn(way); }); !done)
            return done;
        QThread::msleep(100);
    }
    tell(u"central-load.sign-in-while-eight-load"_s, busy, loadingStations);
    tell(u"central-load.slowest-sign-in-while-eight-load"_s, busy.percentile(1), u"ms"_s,
         loadingStations);
    return {};
}

} // namespace

Result<> centralLoad(int residents, quint64 seed)
{
    const auto embeddedMs = embeddedLoad(residents, seed);
    if (!embeddedMs)
        return base::fail(embeddedMs);
    ServedRegister place(asShipped());
    democity::CityOrder order;
    order.residents = residents;
    order.seed = seed;
    Figures making;
    const auto built =
        making.time([&] { return democity::buildRegister(place.owner(), order, {}); });
    if (!built)
        return base::fail(built);
    tell(u"central-load.city-made"_s, making, residents);
    for (int i = 2; i <= loadingStations; ++i)
        place.addStation(LoadingStation::stationName(i));
    LoadingStation station(place, 1);
    if (const auto done = overTls(station, *embeddedMs); !done)
        return done;
    const auto link = place.signedIn(clerk);
    if (const auto done = digests(*link, station.path()); !done)
        return done;
    if (const auto done = afterABreak(place, *link, station.path()); !done)
        return done;
    if (const auto done = digests(*link, station.path()); !done)
        return done;
    return signingIn(place);
}

int loadingStation(const QStringList &arguments)
{
    central::PostgresPlace way{.target = {}, .proofKey = support::keyOf('p')};
    way.target.connect = arguments.value(0);
    way.target.password = support::keyOf('w');
    const auto link = ServedRegister::signedIn(way, clerk, arguments.value(1));
    std::puts("begins");
    std::fflush(stdout);
    syncing::ReplicaKeeper keeper(
        *link, {.cachePath = arguments.value(2), .cacheKey = support::keyOf('c'), .progress = {}});
    const double before = processMs();
    Figures loading;
    const auto brought = loading.time([&] { return keeper.bring(); });
    if (!brought)
        return 1;
    const QJsonObject report{{u"ms"_s, loading.percentile(0.5)},
                             {u"processorMs"_s, processMs() - before},
                             {u"memoryMb"_s, peakMb()},
                             {u"rows"_s, brought->rows}};
    std::puts(QJsonDocument(report).toJson(QJsonDocument::Compact).constData());
    return 0;
}

} // namespace bench
