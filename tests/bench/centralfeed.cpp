#include "bench/central.h"

#include "bench/figures.h"
#include "support/builders.h"
#include "support/feedfollower.h"
#include "support/rawsession.h"
#include "support/servedregister.h"

#include <QRandomGenerator>
#include <QSemaphore>
#include <QUuid>

#include <thread>

namespace bench {

using base::ErrorCode;
using base::Result;
using central::Table;
using support::FeedFollower;
using support::RawSession;
using support::ServedRegister;
using namespace Qt::StringLiterals;

namespace {

constexpr int stations = 100;
constexpr int writers = 50;
constexpr int households = 400;
constexpr int mostRounds = 4000; // a writer

/// How fast everybody writes, and for how long.
struct Pace
{
    int forMs;
    int pauseMs; ///< of a clerk between two entries, on average
};
constexpr Pace flood{.forMs = 5'000, .pauseMs = 0};
constexpr Pace busy{.forMs = 20'000, .pauseMs = 5'000};  // 36,000 entries an hour
constexpr Pace calm{.forMs = 60'000, .pauseMs = 30'000}; // nobody types one faster

qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

QString stationName(int number)
{
    return u"S%1"_s.arg(number, 4, 10, QLatin1Char('0'));
}

/// When each change was about to be committed: by writer and round.
using Sent = std::vector<std::atomic<qint64>>;

/// Somebody who enters changes for so long, with a pause between two of them.
class Writer final
{
public:
    Writer(const QString &connection, int number, Sent &sent)
        : m_session(connection, base::Secret())
        , m_number(number)
        , m_sent(sent)
    {
    }
    void write(const Pace &pace)
    {
        QElapsedTimer since;
        since.start();
        QRandomGenerator random(quint32(m_number) + 1);
        while (since.elapsed() < pace.forMs && m_round < mostRounds) {
            if (pace.pauseMs > 0)
                QThread::msleep(random.bounded(2 * quint32(pace.pauseMs)));
            const int household = (m_number * 7 + m_round * 3) % households + 1;
            m_session(u"begin"_s);
            m_session(
                u"update office.replica set body = convert_to('%1/%2', 'UTF8'), row_version "
                "= null where code = '982016' and table_number = 3 and id = %3"_s.arg(m_number)
                    .arg(m_round)
                    .arg(household));
            m_sent.at(std::size_t(m_number * mostRounds + m_round)) = nowNs();
            failed += m_session(u"commit"_s).isEmpty() ? 0 : 1;
            ++m_round;
        }
    }
    [[nodiscard]] int rounds() const { return m_round; }
    int failed = 0;

private:
    RawSession m_session;
    int m_number;
    int m_round = 0;
    Sent &m_sent;
};

/// A connected station: asks the feed when it is told that there is something.
class Station final
{
public:
    Station(const ServedRegister &place, const QString &id)
        : m_link(place.signedIn(u"clerk"_s, id))
        , m_at(m_follower.load(*m_link))
    {
        m_link->whenFed([this] { ring(); });
    }
    ~Station()
    {
        m_link->whenFed({});
        m_stop = true;
        ring();
        if (m_thread.joinable())
            m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Station)
    void start(const Sent &sent)
    {
        m_thread = std::thread([this, &sent] { work(sent); });
    }
    void ring()
    {
        if (m_bell.available() == 0)
            m_bell.release();
    }
    [[nodiscard]] qint64 at() const { return m_reached; }
    [[nodiscard]] central::PostgresLink &link() { return *m_link; }
    /// Both only while nothing is being written.
    [[nodiscard]] QList<double> takeLatencies() { return std::exchange(m_latencies, {}); }
    /// When each note was applied, by feed number.
    [[nodiscard]] const QHash<qint64, qint64> &notes() const { return m_notes; }
    [[nodiscard]] const FeedFollower &follower() const { return m_follower; }

private:
    void work(const Sent &sent)
    {
        while (!m_stop && m_follower.wrong.isEmpty()) {
            m_bell.acquire();
            for (bool more = true; more && !m_stop;) {
                const auto page = m_link->feed(m_at, 1000);
                if (!page) {
                    m_follower.wrong = page.error().detail;
                    return;
                }
                for (const auto &made : page->changes) {
                    m_follower.apply(made, m_at);
                    note(made, sent);
                }
                more = page->more;
                m_reached = m_at.number;
            }
        }
    }
    void note(const central::Change &made, const Sent &sent)
    {
        if (made.table == Table::Note) {
            m_notes.insert(made.number, nowNs());
            return;
        }
        const auto words = made.row.body.split('/');
        const auto place =
            std::size_t(words.value(0).toInt() * mostRounds + words.value(1).toInt());
        m_latencies.append(double(nowNs() - sent.at(place)) / 1e6);
    }

    FeedFollower m_follower;
    std::unique_ptr<central::PostgresLink> m_link;
    central::Position m_at;
    QList<double> m_latencies;
    QHash<qint64, qint64> m_notes;
    std::atomic<qint64> m_reached = 0;
    std::atomic<bool> m_stop = false;
    QSemaphore m_bell;
    std::thread m_thread; // last: it uses the others
};

using Stations = std::vector<std::unique_ptr<Station>>;

/// Everybody writes; then until every station has it all.
Result<> round(const QString &name, std::vector<Writer> &all, Stations &stationsNow,
               const Pace &pace)
{
    const auto countOf = [&all] {
        qint64 count = 0;
        for (const auto &writer : all)
            count += writer.rounds();
        return count;
    };
    const qint64 before = countOf();
    std::vector<std::thread> threads;
    QElapsedTimer since;
    since.start();
    for (auto &writer : all)
        threads.emplace_back([&writer, &pace] { writer.write(pace); });
    for (auto &thread : threads)
        thread.join();
    const double wroteMs = double(since.elapsed());
    since.start();
    const qint64 end = countOf();
    for (const auto &station : stationsNow) {
        while (station->at() < end) {
            if (since.elapsed() > 5 * 60'000)
                return base::fail(ErrorCode::RegisterUnreachable, u"not all was applied"_s);
            station->ring(); // whatever came while it was busy
            QThread::msleep(1);
        }
    }
    const qint64 written = end - before;
    tell(name + u".until-all-have-it"_s, double(since.elapsed()), u"ms"_s, written);
    tell(name + u".rate"_s, double(written) * 1000 / wroteMs, u"changes/s"_s, written);
    Figures latencies;
    for (const auto &station : stationsNow) {
        for (const double ms : station->takeLatencies())
            latencies.add(ms);
    }
    tell(name + u".commit-to-applied"_s, latencies, written);
    return {};
}

/// A clerk who files a note now and then.
struct Clerk
{
    Clerk(const ServedRegister &place, int ofStation)
        : link(place.signedIn(u"chief"_s, stationName(ofStation + 1)))
        , number(ofStation)
    {
    }
    void write()
    {
        QElapsedTimer since;
        since.start();
        QRandomGenerator random(quint32(number) + 1);
        while (since.elapsed() < busy.forMs) {
            QThread::msleep(random.bounded(2 * quint32(busy.pauseMs)));
            residents::Note note;
            note.person = {number + 1};
            note.text = u"%1"_s.arg(since.elapsed());
            const qint64 began = nowNs();
            const auto answer =
                link->submit({.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces),
                              .proposal = {.entered = note, .baseVersion = 0, .reason = {}},
                              .filedAt = QDateTime::currentDateTimeUtc()});
            if (!answer) {
                ++failed;
                continue;
            }
            accepted.add(double(nowNs() - began) / 1e6);
            filed.insert(answer->feedNumber, began);
        }
    }
    std::unique_ptr<central::PostgresLink> link;
    int number;
    int failed = 0;
    Figures accepted;
    QHash<qint64, qint64> filed; ///< feed number -> when it was handed to the link
};

/// The same with what clerks really write: from handing a note to the link to its row everywhere.
Result<qint64> notes(const ServedRegister &place, Stations &all)
{
    std::vector<std::unique_ptr<Clerk>> clerks;
    for (int i = 0; i < writers; ++i)
        clerks.push_back(std::make_unique<Clerk>(place, i));
    std::vector<std::thread> threads;
    for (const auto &clerk : clerks)
        threads.emplace_back([&clerk = *clerk] { clerk.write(); });
    for (auto &thread : threads)
        thread.join();
    Figures accepted;
    qint64 written = 0;
    for (const auto &clerk : clerks) {
        if (clerk->failed > 0)
            return base::fail(ErrorCode::StatementFailed, u"a note was not taken"_s);
        accepted.add(clerk->accepted);
        written += clerk->filed.size();
    }
    tell(u"central-feed.note-accepted"_s, accepted, written);
    const auto end = all.front()->link().position();
    if (!end)
        return base::fail(end);
    Figures applied;
    for (const auto &station : all) {
        while (station->at() < end->number)
            QThread::msleep(1);
        for (const auto &clerk : clerks) {
            for (auto one = clerk->filed.cbegin(); one != clerk->filed.cend(); ++one)
                applied.add(double(station->notes().value(one.key()) - one.value()) / 1e6);
        }
    }
    tell(u"central-feed.note-to-applied"_s, applied, written);
    return written;
}

Result<> compare(Stations &all, const std::vector<Writer> &entering, qint64 notes)
{
    const auto digest = all.front()->link().registerDigest();
    if (!digest)
        return base::fail(digest);
    qint64 written = notes;
    for (const auto &writer : entering) {
        written += writer.rounds();
        if (writer.failed > 0)
            return base::fail(ErrorCode::StatementFailed, u"a commit failed"_s);
    }
    int same = 0;
    for (const auto &station : all) {
        const auto &follower = station->follower();
        if (!follower.wrong.isEmpty())
            return base::fail(ErrorCode::ChunkDamaged, follower.wrong);
        same += follower.applied == written && follower.digest() == *digest ? 1 : 0;
    }
    tell(u"central-feed.stations-equal-to-the-register"_s, same, u"stations"_s, written);
    return same == stations ? Result<>() : base::fail(ErrorCode::ChunkDamaged, u"digests"_s);
}

} // namespace

Result<> centralFeed()
{
    support::ClusterSettings settings;
    settings.durable = true;
    ServedRegister place(settings);
    central::CityPart part;
    for (qint64 id = 1; id <= households; ++id) {
        part.households.append(support::aHousehold(id, id));
        part.people.append({support::aPerson(id)});
    }
    if (const auto done = place.owner().add(part); !done)
        return done;
    if (const auto done = place.owner().finish(); !done)
        return done;
    Stations all;
    for (int i = 1; i <= stations; ++i) {
        place.addStation(stationName(i));
        all.push_back(std::make_unique<Station>(place, stationName(i)));
    }
    Sent sent(std::size_t(writers) * mostRounds);
    std::vector<Writer> entering;
    entering.reserve(writers);
    const QString connection = place.administrator().connect;
    for (int i = 0; i < writers; ++i)
        entering.emplace_back(connection, i, sent);
    for (const auto &station : all)
        station->start(sent);
    if (const auto done = round(u"central-feed.flood"_s, entering, all, flood); !done)
        return done;
    if (const auto done = round(u"central-feed.busy"_s, entering, all, busy); !done)
        return done;
    if (const auto done = round(u"central-feed.calm"_s, entering, all, calm); !done)
        return done;
    const auto filed = notes(place, all);
    return filed ? compare(all, entering, *filed) : base::fail(filed);
}

} // namespace bench
