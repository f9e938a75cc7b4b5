// links: pq madoguchi_central
#include "support/builders.h"
#include "support/feedfollower.h"
#include "support/postgresregister.h"
#include "support/rawsession.h"

#include <QSemaphore>
#include <QTest>
#include <QUuid>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// What many write at once reaches every station once and in the order in which it was committed.
class TestRegisterFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyWritersManyStations();
    void notesWakeEveryStation();
    void anOpenTransactionHoldsNobodyUp();
    void aRolledBackChangeLeavesNoGap();
};

namespace {

constexpr int households = 40;
constexpr int writers = 50;
constexpr int roundsEach = 8;
constexpr int stations = 8;

central::CityPart city()
{
    central::CityPart part;
    for (qint64 id = 1; id <= households; ++id)
        part.households.append(aHousehold(id, id));
    return part;
}

QString change(int household, const QString &body)
{
    return u"update office.replica set body = convert_to('%1', 'UTF8'), row_version = null "
           "where code = '982016' and table_number = 3 and id = %2"_s.arg(body)
               .arg(household);
}

/// Two rows in one transaction, with a pause between them: commits overtake each other.
void write(const QString &connection, int writer, std::atomic<int> &failed)
{
    const RawSession session(connection, base::Secret());
    for (int round = 0; round < roundsEach; ++round) {
        const int low = (writer * 7 + round * 3) % (households - 1) + 1;
        const int high = low + 1 + (writer + round) % (households - low);
        const QString body = u"%1/%2"_s.arg(writer).arg(round);
        session(u"begin"_s);
        session(change(low, body));
        session(u"select pg_sleep(%1)"_s.arg((writer * 13 + round * 7) % 10 / 1000.0));
        session(change(high, body));
        if (!session(u"commit"_s).isEmpty())
            ++failed;
    }
}

std::unique_ptr<central::PostgresLink> signedIn(const TestPostgresRegister &place,
                                                const QString &user)
{
    auto link = TestPostgresRegister::must(central::PostgresLink::open(place.place(user)));
    (void)TestPostgresRegister::must(
        link->openSession({.userId = user,
                           .certificateFingerprint = TestRegister::card(user),
                           .stationId = u"S0001"_s}));
    return link;
}

/// A station that asks for the feed only when it is told that there is something.
class Woken final
{
public:
    explicit Woken(const TestPostgresRegister &place)
        : m_link(signedIn(place, u"clerk"_s))
        , m_at(m_follower.load(*m_link))
        , m_thread([this] { work(); })
    {
        m_link->whenFed([this] { m_bell.release(); });
    }
    ~Woken() { finish(); }
    Q_DISABLE_COPY_MOVE(Woken)
    void finish()
    {
        m_link->whenFed({});
        m_stop = true;
        m_bell.release();
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] qint64 reached() const { return m_reached; }
    [[nodiscard]] const FeedFollower &follower() const { return m_follower; } ///< after finish()

private:
    void work()
    {
        while (!m_stop && m_follower.wrong.isEmpty()) {
            m_bell.acquire(qMax(1, m_bell.available()));
            for (bool more = true; more && m_follower.wrong.isEmpty();) {
                const auto page = m_link->feed(m_at, 50);
                if (!page)
                    m_follower.wrong = page.error().detail;
                for (const auto &made : page ? page->changes : QList<central::Change>())
                    m_follower.apply(made, m_at);
                more = page && page->more;
            }
            m_reached = m_at.number;
        }
    }
    FeedFollower m_follower;
    std::unique_ptr<central::PostgresLink> m_link;
    central::Position m_at;
    std::atomic<qint64> m_reached = 0;
    std::atomic<bool> m_stop = false;
    QSemaphore m_bell;
    std::thread m_thread; // last: it uses the others
};

} // namespace

void TestRegisterFeed::manyWritersManyStations()
{
    TestPostgresRegister place(city());
    std::vector<std::unique_ptr<central::PostgresLink>> links;
    std::vector<FeedFollower> followers(stations);
    central::Position start;
    for (auto &follower : followers) {
        auto opened = central::PostgresLink::open(place.place(u"clerk"_s));
        QVERIFY(opened);
        QVERIFY((*opened)->openSession({.userId = u"clerk"_s,
                                        .certificateFingerprint = TestRegister::card(u"clerk"_s),
                                        .stationId = u"S0001"_s}));
        start = follower.load(**opened);
        QCOMPARE(follower.rows.size(), std::size_t(households));
        links.push_back(std::move(*opened));
    }

    std::atomic<qint64> until = -1;
    std::atomic<int> failed = 0;
    std::vector<std::thread> reading;
    for (std::size_t i = 0; i < followers.size(); ++i)
        reading.emplace_back([&, i] { followers[i].follow(*links[i], start, until); });
    std::vector<std::thread> writing;
    const QString connection = TestPostgresRegister::cluster().administrator(place.database());
    for (int writer = 0; writer < writers; ++writer)
        writing.emplace_back([&, writer] { write(connection, writer, failed); });
    for (auto &thread : writing)
        thread.join();
    const auto end = links.front()->position();
    until = end ? end->number : 0; // where nobody waits for what was never committed
    for (auto &thread : reading)
        thread.join();

    QCOMPARE(failed.load(), 0);
    QCOMPARE(until.load(), qint64(writers) * roundsEach * 2);
    const auto digest = links.front()->registerDigest();
    QVERIFY(digest);
    for (const auto &follower : followers) {
        QVERIFY2(follower.wrong.isEmpty(), qPrintable(follower.wrong));
        QCOMPARE(follower.applied, until.load());
        QCOMPARE(follower.digest(), *digest);
    }
    QFile check(
        QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/sql/register/check/feed_chain.sql"));
    QVERIFY(check.open(QIODevice::ReadOnly));
    QCOMPARE(
        TestPostgresRegister::cluster().sql(QString::fromUtf8(check.readAll()), place.database()),
        QString());
}

// What clerks file through their links is pushed: nobody here asks by himself.
void TestRegisterFeed::notesWakeEveryStation()
{
    constexpr int clerks = 10;
    constexpr int notesEach = 12;
    central::CityPart people;
    for (qint64 id = 1; id <= clerks; ++id)
        people.people.append({aPerson(id)});
    const TestPostgresRegister place(people);
    std::vector<std::unique_ptr<Woken>> all;
    for (int i = 0; i < stations; ++i)
        all.push_back(std::make_unique<Woken>(place));
    std::atomic<int> refused = 0;
    std::vector<std::thread> filing;
    std::vector<std::unique_ptr<central::PostgresLink>> links;
    for (int clerk = 0; clerk < clerks; ++clerk)
        links.push_back(signedIn(place, u"chief"_s));
    for (int clerk = 0; clerk < clerks; ++clerk)
        filing.emplace_back([&link = *links.at(std::size_t(clerk)), &refused, clerk] {
            for (int i = 0; i < notesEach; ++i) {
                residents::Note note;
                note.person = {clerk + 1};
                note.text = u"%1/%2"_s.arg(clerk).arg(i);
                refused +=
                    link.submit({.uuid = QUuid::createUuid().toString(),
                                 .proposal = {.entered = note, .baseVersion = 0, .reason = {}},
                                 .filedAt = QDateTime::currentDateTimeUtc()})
                        ? 0
                        : 1;
            }
        });
    for (auto &thread : filing)
        thread.join();
    QCOMPARE(refused.load(), 0);
    for (const auto &station : all)
        QTRY_COMPARE_WITH_TIMEOUT(station->reached(), qint64(clerks) * notesEach, 90'000);
    const auto digest = links.front()->registerDigest();
    QVERIFY(digest);
    for (const auto &station : all) {
        station->finish();
        QCOMPARE(station->follower().wrong, QString());
        QCOMPARE(station->follower().applied, qint64(clerks) * notesEach);
        QCOMPARE(station->follower().digest(), *digest);
    }
}

// The number is given at commit: who began earlier and is not done yet is numbered later.
void TestRegisterFeed::anOpenTransactionHoldsNobodyUp()
{
    TestPostgresRegister place(city());
    const QString connection = TestPostgresRegister::cluster().administrator(place.database());
    const RawSession slow(connection, base::Secret());
    const RawSession quick(connection, base::Secret());
    slow(u"begin"_s);
    slow(change(1, u"slow"_s));
    quick(u"set statement_timeout = '5s'"_s);
    QCOMPARE(quick(change(2, u"quick"_s)), QString());
    QCOMPARE(quick(u"select number, id from office.feed"_s), u"1|2"_s);
    QCOMPARE(slow(u"commit"_s), QString());
    QCOMPARE(quick(u"select number, id from office.feed order by number"_s), u"1|2\n2|1"_s);
    QCOMPARE(
        quick(u"select id, row_version from office.replica where row_version > 0 order by 1"_s),
        u"1|2\n2|1"_s);
}

void TestRegisterFeed::aRolledBackChangeLeavesNoGap()
{
    TestPostgresRegister place(city());
    const RawSession session(TestPostgresRegister::cluster().administrator(place.database()),
                             base::Secret());
    session(u"begin"_s);
    session(change(1, u"never"_s));
    session(u"set constraints all immediate"_s);
    session(u"rollback"_s);
    session(change(2, u"kept"_s));
    QCOMPARE(session(u"select number, id from office.feed"_s), u"1|2"_s);
    // What the feed holds never changes.
    QVERIFY(session(u"update office.feed set body = '\\x00'"_s).startsWith(u"SQLSTATE"_s));
}

QTEST_GUILESS_MAIN(TestRegisterFeed)
#include "tst_registerfeed.moc"
