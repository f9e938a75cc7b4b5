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

central::CityPart city()
{
    central::CityPart part;
    for (qint64 id = 1; id <= households; ++id) {
        part.households.append(aHousehold(id, id));
        part.people.append({aPerson(id)});
    }
    return part;
}

QString checkNamed(const char *name)
{
    return QString::fromUtf8(
        readWhole(QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/sql/register/check/%1.sql")
                      .arg(QString::fromLatin1(name))));
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

/// Note number n of a clerk, always the same for this n.
central::Submission aNote(int n)
{
    residents::Note note;
    note.person = {n % households + 1};
    note.text = u"%1"_s.arg(n);
    return {.uuid = u"11111111-2222-4333-8444-%1"_s.arg(n, 12, 10, QLatin1Char('0')),
            .proposal = {.entered = note, .baseVersion = 0, .reason = {}},
            .filedAt = QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC)};
}

/// The office enters one change after the other until told to stop, or until its server is gone.
class Entering final
{
public:
    explicit Entering(const central::PgTarget &target)
        : m_thread([this, target] { work(target); })
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
    [[nodiscard]] int count() const { return m_count; }

private:
    void work(const central::PgTarget &target)
    {
        const auto owner = central::PostgresRegister::open(target, u"982016"_s);
        while (owner && !m_stop) {
            const auto position = (*owner)->applyChanges(change(m_count));
            if (!position)
                return; // the last one may have been taken all the same
            m_acknowledged.append(*position);
            ++m_count;
        }
    }
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_count = 0;
    QList<central::Position> m_acknowledged;
    std::thread m_thread; // last: it uses the others
};

/// A clerk who files one note after the other through his station's link, each offered again until
/// it is acknowledged, as an outbox does.
class Filing final
{
public:
    explicit Filing(central::PostgresLink &link)
        : m_thread([this, &link] { work(link); })
    {
    }
    ~Filing() { (void)finish(); }
    Q_DISABLE_COPY_MOVE(Filing)
    /// The feed numbers of those acknowledged, in their order.
    QList<qint64> finish()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_acknowledged;
    }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] qint64 longestWaitMs() const { return m_longestWaitMs; }
    [[nodiscard]] const QStringList &wrong() const { return m_wrong; } ///< after finish()

private:
    void work(central::PostgresLink &link)
    {
        while (!m_stop && m_wrong.isEmpty()) {
            const auto filed = aNote(m_count);
            QElapsedTimer since;
            since.start();
            auto answer = link.submit(filed);
            while (!answer && answer.error().code == ErrorCode::RegisterUnreachable) {
                QThread::msleep(10);
                answer = link.submit(filed);
            }
            if (!answer || answer->verdict != central::Verdict::Registered) {
                m_wrong.append(answer ? u"a conflict"_s : answer.error().detail);
                return;
            }
            m_longestWaitMs = std::max<qint64>(m_longestWaitMs, since.elapsed());
            m_acknowledged.append(answer->feedNumber);
            ++m_count;
        }
    }
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_count = 0;
    std::atomic<qint64> m_longestWaitMs = 0;
    QList<qint64> m_acknowledged;
    QStringList m_wrong;
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
    const auto chief = ServedRegister::signedIn(bothServers(u"chief"_s), u"chief"_s);
    Keeping station(*link);
    QTRY_VERIFY_WITH_TIMEOUT(station.at() == 0, patienceMs);
    Filing clerk(*chief);
    QTRY_VERIFY_WITH_TIMEOUT(station.at() >= 100, patienceMs);

    m_register->cluster().kill();
    QElapsedTimer sinceKill;
    sinceKill.start();
    const int before = clerk.count();
    m_standby->promote();
    const qint64 promotedMs = sinceKill.elapsed();
    QTRY_VERIFY_WITH_TIMEOUT(clerk.count() >= before + 100, patienceMs);
    const auto acknowledged = clerk.finish();
    QCOMPARE(clerk.wrong(), QStringList());
    QTRY_COMPARE_WITH_TIMEOUT(station.at(), acknowledged.last(), patienceMs);
    station.finish();
    qInfo("{\"what\":\"primary killed, standby promoted: a station's own link\","
          "\"promotedMs\":%lld,\"longestReadGapMs\":%lld,\"longestWriteWaitMs\":%lld,"
          "\"acknowledged\":%lld}",
          promotedMs, station.longestGapMs(), clerk.longestWaitMs(), qint64(acknowledged.size()));

    QCOMPARE(station.wrong(), QStringList()); // never loaded anew, never refused
    // Each note once, where it was acknowledged, and nothing beside them.
    QStringList numbers;
    for (const qint64 number : acknowledged)
        numbers.append(QString::number(number));
    QCOMPARE(atStandby(u"select number from office.feed order by number"_s).split(u'\n'), numbers);
    QCOMPARE(atStandby(u"select count(*), count(distinct id) from office.replica "
                       "where table_number = 9"_s),
             u"%1|%1"_s.arg(acknowledged.size()));
    const auto digest = link->registerDigest();
    QVERIFY(digest);
    QCOMPARE(*station.digest(), *digest);
    for (const char *chain : {"feed_chain", "log_chain"})
        QCOMPARE(atStandby(checkNamed(chain)), QString());
}

void TestTwoServers::theRegisterSaysThatTheStandbyIsGone()
{
    const auto link = ServedRegister::signedIn(bothServers(u"clerk"_s), u"clerk"_s);
    auto impatient = bothServers(u"chief"_s);
    impatient.target.statementLimitMs = 2000;
    const auto chief = ServedRegister::signedIn(impatient, u"chief"_s);
    Keeping station(*link);
    QTRY_VERIFY_WITH_TIMEOUT(station.at() == 0, patienceMs);
    QCOMPARE(saidOfTheStandby(), QStringList());
    m_standby->stop();
    QTRY_COMPARE_WITH_TIMEOUT(saidOfTheStandby(),
                              QStringList(u"no synchronous standby is connected"_s), patienceMs);

    // It is written at the primary and not acknowledged, and nobody reads it yet.
    Entering waiting(m_register->administrator());
    QTRY_COMPARE_WITH_TIMEOUT(
        m_register->sql(u"select count(*) from pg_stat_activity where wait_event = 'SyncRep'"_s),
        u"1"_s, patienceMs);
    QCOMPARE(waiting.count(), 0);
    const auto position = link->position(); // reading goes on
    QVERIFY2(position, qPrintable(position ? QString() : position.error().detail));
    QCOMPARE(position->number, 0);
    // Nor is a clerk's note: it stays in his outbox.
    const auto filed = chief->submit(aNote(1));
    QVERIFY(!filed);
    QCOMPARE(filed.error().code, ErrorCode::RegisterUnreachable);

    // Whoever is responsible decides to go on with one server.
    m_register->sql(u"alter system reset synchronous_standby_names"_s);
    m_register->sql(u"select pg_reload_conf()"_s);
    QTRY_VERIFY_WITH_TIMEOUT(waiting.count() >= 20, patienceMs);
    (void)waiting.finish();
    const auto again = chief->submit(aNote(1));
    QVERIFY2(again, qPrintable(again ? QString() : again.error().detail));
    QCOMPARE(m_register->sql(u"select count(*) from office.replica where table_number = 9"_s),
             u"1"_s);
    const auto end = link->position();
    QVERIFY(end);
    QTRY_COMPARE_WITH_TIMEOUT(station.at(), end->number, patienceMs);
    QCOMPARE(saidOfTheStandby(), QStringList(u"synchronous_standby_names is empty"_s));
    station.finish();
    QCOMPARE(station.wrong(), QStringList());
}

QTEST_GUILESS_MAIN(TestTwoServers)
#include "tst_twoservers.moc"
