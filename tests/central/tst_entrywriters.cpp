// links: pq madoguchi_central
#include "residents/codec.h"
#include "support/attackedregister.h"
#include "support/entrysql.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace support;
using central::Submission;
using central::Verdict;
using residents::Contact;

// Many who write at once through their links, and the links that are woken by it.
class TestEntryWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<AttackedRegister>(); }
    void cleanup() { m_place.reset(); }
    void ofManyOnOneContactOneWinsEachVersion();
    void theSameSentByManyCountsOnce();
    void ofManyLocksOneIsTaken();
    void anIdleLinkIsWoken();
    void whatWasSentBeforeTheConnectionBrokeCountsOnce();

private:
    [[nodiscard]] std::unique_ptr<central::PostgresLink> linkOf(const QString &user) const;
    std::unique_ptr<AttackedRegister> m_place;
};

namespace {

constexpr int writers = 20;
constexpr int rounds = 5;

Submission contactOf(int n, const QString &telephone, int base)
{
    Contact contact;
    contact.person = {1};
    contact.telephone = telephone;
    return {.uuid = uuidNumber(n),
            .proposal = {.entered = contact, .baseVersion = base, .reason = {}},
            .filedAt = QDateTime::currentDateTimeUtc()};
}

/// All begin in the same moment.
template <typename Work>
void together(int count, Work work)
{
    std::atomic<int> ready = 0;
    std::vector<std::thread> all;
    for (int i = 0; i < count; ++i)
        all.emplace_back([&, i] {
            ++ready;
            while (ready.load() < count)
                std::this_thread::yield();
            work(i);
        });
    for (auto &thread : all)
        thread.join();
}

} // namespace

std::unique_ptr<central::PostgresLink> TestEntryWriters::linkOf(const QString &user) const
{
    auto link = central::PostgresLink::open(m_place->place(user));
    if (!link || !(*link)->openSession({.userId = user,
                                        .certificateFingerprint = TestRegister::card(user),
                                        .stationId = u"S0001"_s}))
        qFatal("no session");
    return std::move(*link);
}

void TestEntryWriters::ofManyOnOneContactOneWinsEachVersion()
{
    std::vector<std::unique_ptr<central::PostgresLink>> links;
    for (int i = 0; i < writers; ++i)
        links.push_back(linkOf(i % 2 == 0 ? u"clerk"_s : u"chief"_s));
    for (int round = 0; round < rounds; ++round) {
        std::atomic<int> won = 0;
        std::atomic<int> late = 0;
        std::atomic<qint64> fed = 0;
        together(writers, [&](int i) {
            const auto answer =
                links.at(std::size_t(i))
                    ->submit(contactOf(round * writers + i, QString::number(round * writers + i),
                                       round));
            if (!answer)
                return;
            if (answer->verdict == Verdict::Registered) {
                ++won;
                fed = answer->feedNumber;
            } else if (answer->verdict == Verdict::Conflict && answer->theirs) {
                late += std::get<Contact>(*answer->theirs).version == round + 1 ? 1 : 0;
            }
        });
        QCOMPARE(won.load(), 1);
        QCOMPARE(late.load(), writers - 1); // and each was told what won
        QCOMPARE(fed.load(), round + 1);
    }
    QCOMPARE(m_place->sql(u"select string_agg(version || ':' || row_version, ' ' order by version) "
                          "from office.replica where table_number = 8"_s),
             u"1:1 2:2 3:3 4:4 5:5"_s);
    QCOMPARE(m_place->sql(u"select count(*) from office.submission"_s),
             QString::number(writers * rounds));
}

void TestEntryWriters::theSameSentByManyCountsOnce()
{
    std::vector<std::unique_ptr<central::PostgresLink>> links;
    for (int i = 0; i < writers; ++i)
        links.push_back(linkOf(u"clerk"_s));
    std::atomic<int> first = 0;
    const auto same = contactOf(1, u"03"_s, 0);
    together(writers, [&](int i) {
        const auto answer = links.at(std::size_t(i))->submit(same);
        first += answer && answer->verdict == Verdict::Registered && answer->feedNumber == 1;
    });
    QCOMPARE(first.load(), writers);
    QCOMPARE(m_place->sql(u"select count(*) from office.replica where table_number = 8"_s), u"1"_s);
}

void TestEntryWriters::ofManyLocksOneIsTaken()
{
    const auto clerk = linkOf(u"clerk"_s);
    const auto chief = linkOf(u"chief"_s);
    for (int round = 1; round <= 20; ++round) {
        std::atomic<int> taken = 0;
        together(2, [&](int i) {
            // In opposite orders.
            QList<central::LockKey> keys{{.id = round}, {.id = round + 100}};
            if (i == 0)
                std::swap(keys[0], keys[1]);
            const auto others = (i == 0 ? clerk : chief)->lockForEdit(keys);
            taken += others && others->isEmpty();
        });
        QCOMPARE(taken.load(), 1);
    }
}

void TestEntryWriters::anIdleLinkIsWoken()
{
    const auto idle = linkOf(u"clerk"_s);
    const auto early = linkOf(u"clerk"_s);
    const auto writer = linkOf(u"chief"_s);
    std::atomic<int> woken = 0;
    idle->whenFed([&] { ++woken; });
    early->whenFed([] {});
    early->whenFed({}); // nobody wants to know any more
    QVERIFY(writer->submit(contactOf(1, u"03"_s, 0)));
    QTRY_COMPARE(woken.load(), 1);
    // From there it may call the link itself.
    std::atomic<qint64> reached = 0;
    idle->whenFed([&] { reached = idle->position() ? idle->position()->number : -1; });
    QVERIFY(writer->submit(contactOf(2, u"04"_s, 1)));
    QTRY_COMPARE(reached.load(), 2);
    // A lost connection listens again once it is made anew, and says so.
    m_place->sql(
        u"select pg_terminate_backend(pid) from pg_stat_activity where usename = 'clerk'"_s);
    QVERIFY(writer->submit(contactOf(3, u"05"_s, 2)));
    QVERIFY(idle->demand(central::Right::Search));
    QTRY_COMPARE(reached.load(), 3);
    QVERIFY(writer->submit(contactOf(4, u"06"_s, 3)));
    QTRY_COMPARE(reached.load(), 4);
}

// The server commits and the answer is lost.
void TestEntryWriters::whatWasSentBeforeTheConnectionBrokeCountsOnce()
{
    const auto clerk = linkOf(u"clerk"_s);
    const auto before = contactOf(1, u"03"_s, 0);
    QVERIFY(clerk->submit(before));
    m_place->sql(
        u"select pg_terminate_backend(pid) from pg_stat_activity where usename = 'clerk'"_s);
    const auto again = clerk->submit(before);
    QVERIFY(again);
    QCOMPARE(again->feedNumber, 1);
    // A session that ends each time it has written: sent again, it is known.
    m_place->sql(u"create function office.cut() returns trigger language plpgsql security definer "
                 "as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;"
                 "create trigger cut after insert on office.submission for each row "
                 "execute function office.cut(); alter function office.cut() owner to "
                 "madoguchi_owner"_s);
    const auto cut = clerk->submit(contactOf(2, u"04"_s, 1));
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, base::ErrorCode::RegisterUnreachable);
    m_place->sql(u"drop trigger cut on office.submission"_s);
    const auto done = clerk->submit(contactOf(2, u"04"_s, 1));
    QVERIFY(done);
    QCOMPARE(done->verdict, Verdict::Registered);
    QCOMPARE(m_place->sql(u"select count(*) from office.replica where table_number = 8"_s), u"2"_s);
}

QTEST_GUILESS_MAIN(TestEntryWriters)
#include "tst_entrywriters.moc"
