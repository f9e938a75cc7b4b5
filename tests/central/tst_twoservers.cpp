// links: pq madoguchi_central madoguchi_sync
#include "central/registercheck.h"
#include "support/builders.h"
#include "support/servedregister.h"
#include "support/stationbeside.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace support;
using base::ErrorCode;

// A workstation's own link before a primary with a synchronous standby: whatever happens to the
// primary, it goes on by itself, and nothing is lost and nothing comes twice.
class TestTwoServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theStationGoesOnWithTheStandby();
    void theRegisterSaysThatTheStandbyIsGone();

private:
    [[nodiscard]] central::PostgresPlace bothServers(const QString &user) const;
    [[nodiscard]] central::PgTarget standbyAdministrator() const;
    [[nodiscard]] QStringList saidOfTheStandby() const;
    [[nodiscard]] QString atStandby(const QString &sql) const
    {
        return m_standby->sql(sql, ServedRegister::database());
    }

    std::unique_ptr<ServedRegister> m_register;
    std::unique_ptr<TestCluster> m_standby;
};

namespace {

constexpr int households = 300;
constexpr int patienceMs = 90'000;
constexpr int rowsAChange = 3; // a person's new state, his former one, his household

central::CityPart city()
{
    central::CityPart part;
    for (qint64 id = 1; id <= households; ++id) {
        part.households.append(aHousehold(id, id));
        part.people.append({aPerson(id)});
    }
    return part;
}

/// Change number n of the office: a person's next state and his household.
central::CityPart change(int n)
{
    const qint64 id = n % households + 1;
    central::CityPart part;
    part.people.append({aPerson(id).version(n / households + 2)});
    part.households.append(aHousehold(id, n % 7 + 1));
    return part;
}

/// The office enters one change after the other until told to stop, or until its server is gone.
class Entering final
{
public:
    Entering(const central::PgTarget &target, int first)
        : m_next(first)
        , m_thread([this, target] { work(target); })
    {
    }
    ~Entering() { (void)finish(); }
    Q_DISABLE_COPY_MOVE(Entering)
    /// Where the register stood after each acknowledged change.
    QList<central::Position> finish()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_acknowledged;
    }
    [[nodiscard]] int next() const { return m_next; }

private:
    void work(const central::PgTarget &target)
    {
        const auto owner = central::PostgresRegister::open(target, u"982016"_s);
        while (owner && !m_stop) {
            const auto position = (*owner)->applyChanges(change(m_next));
            if (!position)
                return; // the last one may have been taken all the same
            m_acknowledged.append(*position);
            ++m_next;
        }
    }
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_next;
    QList<central::Position> m_acknowledged;
    std::thread m_thread; // last: it uses the others
};

/// A station that keeps its replica like the register, all the time.
class Keeping final
{
public:
    explicit Keeping(central::Replica &link)
        : m_keeper(link, {.cachePath = path(), .cacheKey = keyOf('c'), .progress = {}})
        , m_thread([this] { work(); })
    {
    }
    ~Keeping() { finish(); }
    Q_DISABLE_COPY_MOVE(Keeping)
    void finish()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] qint64 at() const { return m_at; }
    [[nodiscard]] qint64 longestGapMs() const { return m_longestGapMs; }
    [[nodiscard]] const QStringList &wrong() const { return m_wrong; } ///< after finish()
    [[nodiscard]] base::Result<QByteArray> digest() const
    {
        return cacheDigest(path(), keyOf('c'));
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"cache.db"_s); }
    void work()
    {
        bool loaded = false;
        QElapsedTimer since;
        since.start();
        while (!m_stop) {
            const auto report = loaded ? m_keeper.catchUp() : m_keeper.bring();
            if (!report) {
                if (report.error().code != ErrorCode::RegisterUnreachable)
                    m_wrong.append(report.error().detail);
                QThread::msleep(10);
                continue;
            }
            if (loaded && (report->outcome == syncing::Outcome::Loaded ||
                           report->outcome == syncing::Outcome::SetAside))
                m_wrong.append(u"loaded anew"_s);
            if (loaded)
                m_longestGapMs = std::max<qint64>(m_longestGapMs, since.elapsed());
            since.start();
            loaded = true;
            m_at = report->state.feedNumber;
        }
    }
    QTemporaryDir m_folder;
    syncing::ReplicaKeeper m_keeper;
    std::atomic<bool> m_stop = false;
    std::atomic<qint64> m_at = -1;
    std::atomic<qint64> m_longestGapMs = 0;
    QStringList m_wrong;
    std::thread m_thread; // last: it uses the others
};

} // namespace

void TestTwoServers::init()
{
    m_register = std::make_unique<ServedRegister>();
    QVERIFY(m_register->owner().add(city()));
    QVERIFY(m_register->owner().finish());
    m_standby = TestCluster::standbyOf(m_register->cluster(), u"standby1"_s);
    // As README.md of packaging/central says it.
    m_register->sql(u"alter system set synchronous_standby_names = 'ANY 1 (standby1)'"_s);
    m_register->sql(u"select pg_reload_conf()"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_register->sql(u"select application_name, sync_state from pg_stat_replication"_s),
        u"standby1|quorum"_s, patienceMs);
}

void TestTwoServers::cleanup()
{
    m_standby.reset();
    m_register.reset();
}

/// The way of a workstation whose settings name both.
central::PostgresPlace TestTwoServers::bothServers(const QString &user) const
{
    auto place = m_register->place(user);
    const quint16 port = m_register->cluster().port();
    place.target.connect.replace(
        u"host=localhost port=%1"_s.arg(port),
        u"host=localhost,localhost port=%1,%2"_s.arg(port).arg(m_standby->port()));
    return place;
}

central::PgTarget TestTwoServers::standbyAdministrator() const
{
    central::PgTarget target;
    target.connect = m_standby->administrator(ServedRegister::database());
    return target;
}

/// What `register check` says of it.
QStringList TestTwoServers::saidOfTheStandby() const
{
    const auto connection = central::PgConnection::open(m_register->administrator());
    if (!connection)
        return {u"not asked"_s};
    const auto found = central::findWeaknesses(**connection);
    if (!found)
        return {u"not checked"_s};
    QStringList said;
    for (const auto &weakness : *found) {
        if (weakness.kind == u"standby")
            said.append(weakness.where);
    }
    return said;
}

void TestTwoServers::theStationGoesOnWithTheStandby()
{
    const auto link = ServedRegister::signedIn(bothServers(u"clerk"_s), u"clerk"_s);
    Keeping station(*link);
    QTRY_VERIFY_WITH_TIMEOUT(station.at() == 0, patienceMs);
    Entering before(m_register->administrator(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(station.at() >= 200, patienceMs);

    m_register->cluster().kill();
    QElapsedTimer sinceKill;
    sinceKill.start();
    m_standby->promote();
    const qint64 promotedMs = sinceKill.elapsed();
    const qint64 kept = atStandby(u"select max(number) from office.feed"_s).toLongLong();
    const int next = int(kept / rowsAChange);
    Entering after(standbyAdministrator(), next);
    QTRY_VERIFY_WITH_TIMEOUT(station.at() > kept, patienceMs);
    const qint64 wentOnMs = sinceKill.elapsed();
    const auto acknowledged = before.finish();
    QVERIFY(!acknowledged.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(after.next() >= next + 100, patienceMs);
    const auto more = after.finish();
    QTRY_COMPARE_WITH_TIMEOUT(station.at(), more.last().number, patienceMs);
    station.finish();
    qInfo("{\"what\":\"primary killed, standby promoted: a station's own link\","
          "\"promotedMs\":%lld,\"wentOnMs\":%lld,\"longestGapMs\":%lld,\"acknowledged\":%lld}",
          promotedMs, wentOnMs, station.longestGapMs(), qint64(acknowledged.size() + more.size()));

    QCOMPARE(station.wrong(), QStringList()); // never loaded anew, never refused
    const auto feedAtStandby =
        atStandby(u"select number, encode(hash, 'hex') from office.feed"_s).split(u'\n');
    const auto line = [](const central::Position &position) {
        return u"%1|%2"_s.arg(position.number).arg(QString::fromLatin1(position.hash.toHex()));
    };
    // Whatever was acknowledged is there, the same at the same place; at most the change whose
    // answer was lost is there beside it.
    const qint64 sure = acknowledged.last().number;
    QVERIFY2(kept == sure || kept == sure + rowsAChange, qPrintable(QString::number(kept)));
    for (const auto &position : acknowledged + more)
        QVERIFY(feedAtStandby.contains(line(position)));
    QCOMPARE(more.last().number, qint64(after.next()) * rowsAChange);
    const auto digest = link->registerDigest();
    QVERIFY(digest);
    QCOMPARE(*station.digest(), *digest);
    QFile chain(
        QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/sql/register/check/feed_chain.sql"));
    QVERIFY(chain.open(QIODevice::ReadOnly));
    QCOMPARE(atStandby(QString::fromUtf8(chain.readAll())), QString());
}

void TestTwoServers::theRegisterSaysThatTheStandbyIsGone()
{
    const auto link = ServedRegister::signedIn(bothServers(u"clerk"_s), u"clerk"_s);
    Keeping station(*link);
    QTRY_VERIFY_WITH_TIMEOUT(station.at() == 0, patienceMs);
    QCOMPARE(saidOfTheStandby(), QStringList());
    m_standby->stop();
    QTRY_COMPARE_WITH_TIMEOUT(saidOfTheStandby(),
                              QStringList(u"no synchronous standby is connected"_s), patienceMs);

    // It is written at the primary and not acknowledged, and nobody reads it yet.
    Entering waiting(m_register->administrator(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_register->sql(u"select count(*) from pg_stat_activity where wait_event = 'SyncRep'"_s),
        u"1"_s, patienceMs);
    QCOMPARE(waiting.next(), 0);
    const auto position = link->position(); // reading goes on
    QVERIFY2(position, qPrintable(position ? QString() : position.error().detail));
    QCOMPARE(position->number, 0);

    // Whoever is responsible decides to go on with one server.
    m_register->sql(u"alter system reset synchronous_standby_names"_s);
    m_register->sql(u"select pg_reload_conf()"_s);
    QTRY_VERIFY_WITH_TIMEOUT(waiting.next() >= 20, patienceMs);
    const auto acknowledged = waiting.finish();
    QTRY_COMPARE_WITH_TIMEOUT(station.at(), acknowledged.last().number, patienceMs);
    QCOMPARE(saidOfTheStandby(), QStringList(u"synchronous_standby_names is empty"_s));
    station.finish();
    QCOMPARE(station.wrong(), QStringList());
}

QTEST_GUILESS_MAIN(TestTwoServers)
#include "tst_twoservers.moc"
