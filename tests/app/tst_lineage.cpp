#include "app/outboxroom.h"
#include "app/registercommand.h"
#include "cache/cachereader.h"
#include "central/embeddedlink.h"
#include "central/embeddedregister.h"
#include "models/journal/trialjournal.h"
#include "residents/codec.h"
#include "support/builders.h"
#include "support/servedregister.h"
#include "support/stationbeside.h"
#include "sync/latelink.h"
#include "sync/lineage.h"

#include <QBuffer>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <QtTest>

using base::ErrorCode;
using base::Result;
using journal::Item;
using journal::ItemState;
using support::keyOf;
using support::TestRegister;

namespace {

const QString clerk = QStringLiteral("clerk");
const QString chief = QStringLiteral("chief");

central::CityPart city()
{
    central::CityPart part;
    for (qint64 id = 1; id <= 20; ++id) {
        part.people.append({support::aPerson(id).named(u"山田", u"花子")});
        part.households.append(support::aHousehold(id, id));
    }
    return part;
}

/// A register of which a copy is made and put back.
class CopiedRegister
{
public:
    virtual ~CopiedRegister() = default;
    [[nodiscard]] virtual std::shared_ptr<central::CentralLink> link(const QString &user) = 0;
    [[nodiscard]] virtual central::RegisterOwner &owner() = 0;
    virtual void copy() = 0;
    /// Every link ends.
    virtual void putBack() = 0;
    /// What an administrator does then.
    [[nodiscard]] virtual Result<central::OffersApplied> recover() { return owner().applyOffers(); }
};

class CopiedFiles final : public CopiedRegister
{
public:
    CopiedFiles()
        : m_register(std::make_unique<TestRegister>(city()))
    {
        open();
    }
    std::shared_ptr<central::CentralLink> link(const QString &user) override
    {
        auto opened = central::EmbeddedLink::open(m_folder.path(), TestRegister::keys(), m_clock);
        if (!opened || !(*opened)->openSession({.userId = user,
                                                .certificateFingerprint = TestRegister::card(user),
                                                .stationId = QStringLiteral("S0001")}))
            qFatal("no link");
        return std::move(*opened);
    }
    central::RegisterOwner &owner() override { return *m_owner; }
    void copy() override { take(m_folder.path(), m_copy.path()); }
    void putBack() override
    {
        m_owner.reset();
        take(m_copy.path(), m_folder.path());
        openOwner();
    }

private:
    /// The register's files, in a folder that this object may exchange.
    void open()
    {
        take(m_register->folder(), m_folder.path());
        m_register.reset();
        openOwner();
    }
    void openOwner()
    {
        auto owner = central::EmbeddedRegister::open(m_folder.path(), TestRegister::keys());
        if (!owner)
            qFatal("no register");
        m_owner = std::move(*owner);
    }
    static void take(const QString &from, const QString &to)
    {
        QDir target(to);
        for (const QString &name : target.entryList(QDir::Files))
            target.remove(name);
        for (const QString &name : QDir(from).entryList(QDir::Files)) {
            if (!QFile::copy(QDir(from).filePath(name), target.filePath(name)))
                qFatal("no copy");
        }
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_copy;
    support::FakeClock m_clock;
    std::unique_ptr<TestRegister> m_register;
    std::unique_ptr<central::EmbeddedRegister> m_owner;
};

class CopiedServer final : public CopiedRegister
{
public:
    CopiedServer()
    {
        if (!m_server.owner().add(city()) || !m_server.owner().finish())
            qFatal("no city");
    }
    std::shared_ptr<central::CentralLink> link(const QString &user) override
    {
        return m_server.signedIn(user);
    }
    central::RegisterOwner &owner() override
    {
        m_owner = support::TestPostgresRegister::must(
            central::PostgresRegister::open(m_server.administrator(), QStringLiteral("982016")));
        return *m_owner;
    }
    void copy() override { exchange(QStringLiteral("create database copy template register")); }
    void putBack() override
    {
        exchange(QStringLiteral("drop database register"));
        exchange(QStringLiteral("create database register template copy"));
    }

    Result<central::OffersApplied> recover() override
    {
        QBuffer output;
        QBuffer errors;
        output.open(QIODevice::WriteOnly);
        errors.open(QIODevice::WriteOnly);
        const int ended = app::runRegister({QStringLiteral("recover"), QStringLiteral("--connect"),
                                            m_server.administrator().connect},
                                           output, errors);
        const QJsonObject said = QJsonDocument::fromJson(output.data()).object();
        if (ended != 0 || said.isEmpty())
            return base::fail(ErrorCode::Unexpected, QString::fromUtf8(errors.data()));
        return central::OffersApplied{.applied = said[QStringLiteral("applied")].toInt(),
                                      .known = said[QStringLiteral("known")].toInt(),
                                      .left = said[QStringLiteral("left")].toInt()};
    }

private:
    void exchange(const QString &statement)
    {
        m_owner.reset();
        m_server.cluster().sql(
            QStringLiteral("select pg_terminate_backend(pid, 10000) from pg_stat_activity "
                           "where datname in ('register', 'copy')"));
        m_server.cluster().sql(statement);
    }
    support::ServedRegister m_server;
    std::unique_ptr<central::PostgresRegister> m_owner;
};

/// A station as the office puts it together: journal, cache, outbox and a link.
class Station
{
public:
    Station(CopiedRegister &behind, const QString &user)
        : m_register(behind)
        , m_user(user)
        , m_worker(QStringLiteral("journal"))
        , m_time(m_clock)
    {
        connect();
        m_worker.runAndWait([this] { m_journal = m_trial.open(); });
        if (!m_journal)
            qFatal("no journal");
        outbox = std::make_unique<app::OutboxRoom>(
            app::OutboxRoom::Parts{.link = m_link,
                                   .journalWorker = m_worker,
                                   .journal = *m_journal,
                                   .time = m_time,
                                   .userId = user,
                                   .registerId = m_link.identity()->registerId,
                                   .cachePath = cachePath(),
                                   .cacheKey = keyOf('c'),
                                   .changed = [] {}});
        m_keeper = std::make_unique<syncing::ReplicaKeeper>(
            m_link, syncing::KeeperPlace{
                        .cachePath = cachePath(),
                        .cacheKey = keyOf('c'),
                        .progress = {},
                        .anew = [this](ErrorCode why) { return outbox->beforeLoad(why); }});
        (void)bring();
    }
    ~Station()
    {
        outbox.reset();
        m_worker.runAndWait([this] { m_journal.reset(); });
    }
    Q_DISABLE_COPY_MOVE(Station)

    void connect() { m_link.connect(m_register.link(m_user)); }
    void disconnect() { m_link.connect(nullptr); }
    [[nodiscard]] central::CentralLink &link() { return m_link; }
    Result<syncing::KeepingReport> bring()
    {
        m_elapsedMs += 120'000; // places are kept at most one a minute
        m_time.set(QDateTime::currentMSecsSinceEpoch() + m_elapsedMs);
        auto report = m_keeper->bring();
        if (report)
            outbox->kept(*report);
        return report;
    }
    /// Files it, sends it and follows.
    QString enter(const residents::Proposal &proposal)
    {
        const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto filed = outbox->door().put({.uuid = uuid,
                                               .user = m_user,
                                               .person = personOf(proposal.entered).value,
                                               .kind = int(kindOf(proposal.entered)),
                                               .proposal = residents::encode(proposal),
                                               .before = {},
                                               .state = ItemState::Filed,
                                               .madeAtMs = m_time.nowMs(),
                                               .filedAtMs = m_time.nowMs()});
        if (!filed || !outbox->ship())
            qFatal("not filed");
        return uuid;
    }
    [[nodiscard]] Item item(const QString &uuid)
    {
        return m_worker.runAndWait(
            [&] { return m_journal->outbox().item(uuid)->value_or(Item{}); });
    }
    [[nodiscard]] QByteArray digest() const
    {
        return support::cacheDigest(cachePath(), keyOf('c')).value_or(QByteArray("unreadable"));
    }

    std::unique_ptr<app::OutboxRoom> outbox;

private:
    [[nodiscard]] QString cachePath() const
    {
        return m_folder.filePath(QStringLiteral("cache.db"));
    }

    CopiedRegister &m_register;
    QString m_user;
    QTemporaryDir m_folder;
    TrialJournal m_trial;
    base::SystemClock m_clock;
    base::Worker m_worker;
    app::TrustedTime m_time;
    qint64 m_elapsedMs = 0;
    syncing::LateLink m_link;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<syncing::ReplicaKeeper> m_keeper;
};

residents::Proposal aNote(qint64 person, const QString &text)
{
    return {.entered = residents::Note{.person = {person}, .text = text, .by = {}}, .reason = {}};
}
residents::Proposal aContact(qint64 person, const QString &telephone, int baseVersion = 0)
{
    residents::Contact contact;
    contact.person = {person};
    contact.telephone = telephone;
    return {.entered = contact, .baseVersion = baseVersion, .reason = {}};
}
residents::Proposal aRestriction(qint64 person)
{
    residents::Restriction restriction;
    restriction.person = {person};
    restriction.from = QDate(2026, 11, 2);
    return {.entered = restriction, .reason = QStringLiteral("本人の申出")};
}

} // namespace

// A register that is put back to yesterday (Shows 6 of issue 4): stations notice by content, load
// anew, offer what it had acknowledged since, and after `register recover` nothing is missing.
class TestLineage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastPlaceBothKnow_data();
    void theLastPlaceBothKnow();
    void yesterdaysRegisterIsMadeWhole_data();
    void yesterdaysRegisterIsMadeWhole();
    void offersWaitForTheRegister();
    void anotherReasonToLoadOffersNothing();
};

namespace {

/// Knows the places in a range, as a register does that was restored (upper end) and no longer
/// keeps old rows (lower end).
class Knowing final : public central::Replica
{
public:
    qint64 from = 0;
    qint64 to = 0;
    int asked = 0;
    Result<central::LoadStart> beginLoad() override { return base::fail(ErrorCode::Unexpected); }
    Result<central::Chunk> chunk(const central::ChunkRequest &) override
    {
        return base::fail(ErrorCode::Unexpected);
    }
    Result<central::FeedPage> feed(const central::Position &after, int) override
    {
        ++asked;
        if (after.number < from || after.number > to)
            return base::fail(ErrorCode::RegisterUnknown);
        return central::FeedPage{};
    }
    Result<central::Position> position() override { return base::fail(ErrorCode::Unexpected); }
    Result<QByteArray> registerDigest() override { return base::fail(ErrorCode::Unexpected); }
};

} // namespace

void TestLineage::theLastPlaceBothKnow_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<qint64>("known");
    const auto row = [](const char *name, qint64 from, qint64 to, qint64 known) {
        QTest::newRow(name) << from << to << known;
    };
    row("all", 0, 1'000'000, 40'000);
    row("the newest is lost", 0, 39'999, 39'990);
    row("a week is lost", 0, 30'005, 30'000);
    row("nearly all is lost", 0, 15, 10);
    row("old rows are no longer kept", 20'000, 39'000, 39'000);
    row("another register", 50'000, 60'000, 0);
}

void TestLineage::theLastPlaceBothKnow()
{
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(qint64, known);
    QList<journal::FeedMark> marks;
    for (qint64 number = 40'000; number > 0; number -= 10)
        marks.append({number, QByteArray(32, 'x'), number});
    Knowing replica;
    replica.from = from;
    replica.to = to;
    QCOMPARE(syncing::lastKnown(replica, marks).value_or(-1), known);
    QVERIFY2(replica.asked <= 26, qPrintable(QString::number(replica.asked)));
    QCOMPARE(syncing::lastKnown(replica, {}).value_or(-1), qint64{0});
}

void TestLineage::yesterdaysRegisterIsMadeWhole_data()
{
    QTest::addColumn<bool>("served");
    QTest::newRow("embedded") << false;
    QTest::newRow("postgres") << true;
}

void TestLineage::yesterdaysRegisterIsMadeWhole()
{
    QFETCH(bool, served);
    std::unique_ptr<CopiedRegister> house;
    if (served)
        house = std::make_unique<CopiedServer>();
    else
        house = std::make_unique<CopiedFiles>();
    Station first(*house, clerk);
    Station second(*house, chief);
    const QString kept = first.enter(aNote(1, QStringLiteral("昨日")));
    const QString telephone = first.enter(aContact(2, QStringLiteral("090-0000-0001")));
    QCOMPARE(first.item(kept).state, ItemState::Registered);
    QVERIFY(first.bring() && second.bring());
    first.disconnect();
    second.disconnect();
    house->copy();
    first.connect();
    second.connect();

    const QString note = first.enter(aNote(3, QStringLiteral("今日")));
    QVERIFY(first.bring() && second.bring());
    const QString others = second.enter(aNote(3, QStringLiteral("今日、隣から")));
    const QString protection = first.enter(aRestriction(4));
    const QString changed = second.enter(aContact(2, QStringLiteral("090-0000-0002"), 1));
    QVERIFY(first.bring() && second.bring());
    QCOMPARE(second.item(changed).state, ItemState::Registered);
    QCOMPARE(first.item(protection).state, ItemState::Provisional);
    const QByteArray before = *first.link().registerDigest();
    QCOMPARE(first.digest(), before);
    QCOMPARE(second.digest(), before);

    first.disconnect();
    second.disconnect();
    house->putBack();
    first.connect();
    second.connect();
    QVERIFY(*first.link().registerDigest() != before);
    for (Station *station : {&first, &second}) {
        const auto report = station->bring();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QCOMPARE(report->outcome, syncing::Outcome::SetAside);
        QCOMPARE(station->digest(), *first.link().registerDigest());
    }
    // Today's, not yesterday's; and nothing of it is sent past the administrator.
    QCOMPARE(first.item(kept).state, ItemState::Registered);
    QCOMPARE(first.item(telephone).state, ItemState::Registered);
    for (const QString &uuid : {note, protection})
        QCOMPARE(first.item(uuid).reason, QStringLiteral("RegisterUnknown"));
    QVERIFY(first.outbox->ship() && second.outbox->ship());
    QCOMPARE(first.item(note).state, ItemState::Filed);
    QVERIFY(*first.link().registerDigest() != before);

    const auto applied = house->recover();
    QVERIFY2(applied, qPrintable(applied ? QString() : applied.error().detail));
    QCOMPARE(applied->applied, 4);
    QCOMPARE(applied->left, 0);
    QCOMPARE(*first.link().registerDigest(), before);
    QVERIFY(first.outbox->ship() && second.outbox->ship());
    QCOMPARE(first.item(note).state, ItemState::Registered);
    QCOMPARE(first.item(protection).state, ItemState::Provisional);
    QCOMPARE(second.item(others).state, ItemState::Registered);
    QCOMPARE(second.item(changed).state, ItemState::Registered);
    for (Station *station : {&first, &second}) {
        QVERIFY(station->bring());
        QCOMPARE(station->digest(), before);
    }
}

// The line is cut while a station offers: it is done once the register is there again.
void TestLineage::offersWaitForTheRegister()
{
    CopiedFiles house;
    Station station(house, clerk);
    QVERIFY(station.bring());
    station.disconnect();
    house.copy();
    station.connect();
    const QString note = station.enter(aNote(3, QStringLiteral("今日")));
    QVERIFY(station.bring());
    station.disconnect();
    house.putBack();
    const auto cut = station.bring();
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, ErrorCode::RegisterUnreachable);
    QCOMPARE(station.item(note).state, ItemState::Registered);
    station.connect();
    QVERIFY(station.bring());
    QCOMPARE(station.item(note).state, ItemState::Filed);
    QCOMPARE(house.owner().applyOffers()->applied, 1);
    QVERIFY(station.outbox->ship());
    QCOMPARE(station.item(note).state, ItemState::Registered);
}

void TestLineage::anotherReasonToLoadOffersNothing()
{
    CopiedFiles house;
    Station station(house, clerk);
    const QString note = station.enter(aNote(3, QStringLiteral("今日")));
    QVERIFY(station.bring());
    QVERIFY(station.outbox->beforeLoad(ErrorCode::CacheDamaged));
    QCOMPARE(station.item(note).state, ItemState::Registered);
    QCOMPARE(house.owner().applyOffers()->applied, 0);
}

QTEST_GUILESS_MAIN(TestLineage)
#include "tst_lineage.moc"
