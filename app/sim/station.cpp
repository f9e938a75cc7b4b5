#include "app/sim/station.h"

#include "app/sim/city.h"
#include "base/errorname.h"
#include "central/replicadigest.h"
#include "journal/witness.h"
#include "residents/codec.h"

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;
using journal::Item;
using journal::ItemState;

namespace sim {

namespace {

constexpr int allRows = 5000;

/// What a fault of the simulation explains.
bool isFault(ErrorCode code)
{
    return code == ErrorCode::RegisterUnreachable || code == ErrorCode::DiskFull ||
           code == ErrorCode::FileUnreadable || code == ErrorCode::NotSignedIn;
}

QString words(const base::Error &error)
{
    return base::errorName(error.code) + QLatin1String(": ") + error.detail;
}

} // namespace

Station::Station(Machine &machine, Truth &truth)
    : m_machine(machine)
    , m_truth(truth)
{
}

Station::~Station()
{
    end();
}

void Station::end()
{
    m_user.clear();
    m_reader.reset();
    m_keeper.reset();
    m_room.reset();
    m_worker.runAndWait([this] { m_journal.reset(); });
    m_time.reset();
    m_machine.wire.drop();
    m_machine.disk.revive();
}

QString Station::cachePath() const
{
    return m_machine.folder + QStringLiteral("/cache.db");
}

base::Secret Station::key(const char *label) const
{
    return City::stationKey(m_machine.id, QLatin1String(label));
}

Result<> Station::start()
{
    const auto opened = m_worker.runAndWait([this]() -> Result<> {
        const auto secret = key("journal");
        auto made =
            journal::Journal::open({.path = m_machine.folder + QStringLiteral("/journal.db"),
                                    .key = &secret,
                                    .station = m_machine.id,
                                    .logKey = City::logKey(m_machine.id)});
        if (!made)
            return base::fail(made);
        m_journal = std::move(*made);
        return {};
    });
    if (!opened) {
        if (!isFault(opened.error().code))
            m_truth.fail(QStringLiteral("the journal opens"), words(opened.error()));
        return opened;
    }
    m_time = std::make_unique<app::TrustedTime>(m_machine.pc);
    return {};
}

evidence::Row Station::row(const QString &procedure) const
{
    evidence::Row row;
    row.atMs = m_machine.pc.now().toMSecsSinceEpoch();
    row.user = m_user;
    row.procedure = procedure;
    return row;
}

Result<> Station::log(const QString &procedure)
{
    const auto written =
        withJournal([&](journal::Journal &journal) { return journal.append(row(procedure)); });
    return written ? Result<>() : base::fail(written);
}

Result<> Station::openSession(const QString &user)
{
    const auto session = m_machine.wire.openSession(City::signIn(user, m_machine.id));
    if (!session)
        return base::fail(session);
    m_time->set(session->registerTime.toMSecsSinceEpoch());
    const auto kept = withJournal(
        [this](journal::Journal &journal) { return journal.memory().trustTime(m_time->nowMs()); });
    if (!kept)
        return kept;
    const auto head = m_machine.wire.witnessedHead(m_machine.id);
    if (!head)
        return base::fail(head);
    if (!*head)
        return {};
    return withJournal([&head](journal::Journal &journal) {
        return journal::agreesWith(journal, {.count = (*head)->count, .hash = (*head)->hash});
    });
}

Result<> Station::signIn(const QString &user)
{
    if (const auto opened = openSession(user); !opened) {
        if (!isFault(opened.error().code))
            m_truth.fail(QStringLiteral("a clerk can sign in"), words(opened.error()));
        return opened;
    }
    m_user = user;
    m_room =
        std::make_unique<app::OutboxRoom>(app::OutboxRoom::Parts{.link = m_machine.wire,
                                                                 .journalWorker = m_worker,
                                                                 .journal = *m_journal,
                                                                 .time = *m_time,
                                                                 .userId = user,
                                                                 .registerId = City::registerId(),
                                                                 .cachePath = cachePath(),
                                                                 .cacheKey = key("cache"),
                                                                 .changed = [] {}});
    m_keeper = std::make_unique<syncing::ReplicaKeeper>(
        m_machine.wire,
        syncing::KeeperPlace{.cachePath = cachePath(),
                             .cacheKey = key("cache"),
                             .progress = {},
                             .anew = [this](ErrorCode why) { return m_room->beforeLoad(why); }});
    return log(QStringLiteral("SignIn"));
}

Result<> Station::witness()
{
    const auto made = withJournal([this](journal::Journal &journal) {
        return journal.checkpoint(m_machine.pc.now().toMSecsSinceEpoch());
    });
    if (!made)
        return base::fail(made);
    if (!*made)
        return {};
    const auto &one = **made;
    const auto told = m_machine.wire.depositCheckpoint(
        {.stationId = m_machine.id,
         .count = one.checkpoint.head.count,
         .hash = one.checkpoint.head.hash,
         .at = QDateTime::fromMSecsSinceEpoch(one.checkpoint.atMs, Qt::UTC),
         .signedBytes = one.signedBytes,
         .signature = one.signature});
    if (!told && !isFault(told.error().code))
        m_truth.fail(QStringLiteral("log chain unbroken"), words(told.error()));
    return told;
}

void Station::signOut()
{
    (void)log(QStringLiteral("SignOut"));
    (void)witness();
    m_machine.wire.closeSession();
    m_keeper.reset();
    m_room.reset();
    m_user.clear();
}

/// As app::ReplicaRoom, in one thread.
Result<> Station::keepUp()
{
    auto kept = m_keeper->catchUp();
    if (!kept && (syncing::isCacheFault(kept.error().code) ||
                  kept.error().code == ErrorCode::CacheMissing)) {
        m_reader.reset();
        kept = m_keeper->renew(kept.error().code);
    }
    if (!kept)
        return base::fail(kept);
    m_keptLineage = m_truth.lineage();
    m_room->kept(*kept);
    return {};
}

Result<> Station::sync()
{
    const auto work = [this]() -> Result<> {
        if (const auto kept = keepUp(); !kept)
            return kept;
        const auto shipped = m_room->ship();
        if (!shipped)
            return base::fail(shipped);
        return shipped->accepted > 0 ? keepUp() : Result<>();
    };
    const auto done = work();
    if (!done && !isFault(done.error().code))
        m_truth.fail(QStringLiteral("a station keeps up"), words(done.error()));
    return done;
}

Result<> Station::enter(const residents::Proposal &proposal, const QByteArray &before, ItemState as)
{
    const bool filed = as == ItemState::Filed;
    const auto kind = residents::kindOf(proposal.entered);
    const auto *restriction = std::get_if<residents::Restriction>(&proposal.entered);
    const QByteArray name = base::crypto::sha256(markerOf(proposal).toUtf8()).toHex();
    const QString hex = QString::fromLatin1(name);
    const Item item{.uuid = QStringLiteral("%1-%2-4%3-8%4-%5")
                                .arg(hex.mid(0, 8), hex.mid(8, 4), hex.mid(12, 3), hex.mid(15, 3),
                                     hex.mid(18, 12)),
                    .user = m_user,
                    .person = residents::personOf(proposal.entered).value,
                    .household = restriction ? restriction->household.value : 0,
                    .kind = int(kind),
                    .proposal = residents::encode(proposal),
                    .before = before,
                    .state = as,
                    .madeAtMs = m_time->nowMs(),
                    .filedAtMs = filed ? m_time->nowMs() : 0,
                    .changedAtMs = m_time->nowMs()};
    // Before it is tried: what ends in the middle may have been written.
    m_truth.filed(
        {.uuid = item.uuid, .marker = markerOf(proposal), .station = m_machine.id, .kind = kind});
    if (!filed)
        return withJournal([&](journal::Journal &journal) { return journal.outbox().put(item); });
    return file(item);
}

Result<> Station::file(const Item &item)
{
    const auto done = withJournal([&](journal::Journal &journal) {
        return journal.file(row(QStringLiteral("FileEntry")), item);
    });
    return done ? Result<>() : base::fail(done);
}

Result<> Station::become(Item item, ItemState state)
{
    item.state = state;
    item.changedAtMs = m_time->nowMs();
    if (state != ItemState::Filed)
        return withJournal([&](journal::Journal &journal) { return journal.outbox().put(item); });
    if (item.filedAtMs == 0)
        item.filedAtMs = m_time->nowMs();
    item.reason.clear();
    return file(item);
}

Result<cache::CacheReader *> Station::reader()
{
    if (!m_reader) {
        auto opened = cache::CacheReader::open(cachePath(), key("cache"));
        if (!opened)
            return base::fail(opened);
        m_reader = std::move(*opened);
    }
    return m_reader.get();
}

void Station::check(const RegisterView &view)
{
    if (const QString half = view.halfChange(); !half.isEmpty())
        m_truth.fail(QStringLiteral("no reader sees half a transaction"),
                     QStringLiteral("at %1, number %2: %3")
                         .arg(m_machine.id)
                         .arg(view.position.number)
                         .arg(half));
    QString backward;
    for (auto at = m_seen.cbegin(); at != m_seen.cend(); ++at) {
        if (view.versions.value(at.key()) < at.value())
            backward = QStringLiteral("%1 was version %2 and is %3")
                           .arg(at.key())
                           .arg(at.value())
                           .arg(view.versions.value(at.key()));
    }
    // Only a register that lost commits takes a replica back.
    if (!backward.isEmpty() && m_seenLineage == m_truth.lineage())
        m_truth.fail(QStringLiteral("no version goes backward"),
                     QStringLiteral("at %1: %2").arg(m_machine.id, backward));
    m_seenLineage = m_keptLineage;
    m_seen = view.versions;
}

Result<RegisterView> Station::look()
{
    const auto open = reader();
    if (!open)
        return base::fail(open);
    RegisterView view;
    const auto state = (*open)->state();
    if (!state)
        return base::fail(state);
    view.position = {.number = state->feedNumber, .hash = state->feedHash};
    central::ReplicaDigest digest;
    for (const auto table : central::allTables) {
        const auto rows = (*open)->rows({.table = cache::Table(int(table))}, allRows);
        if (!rows)
            return base::fail(rows);
        for (const auto &stored : *rows) {
            const central::Row one{.key = {stored.id, stored.version},
                                   .rowVersion = stored.rowVersion,
                                   .body = stored.body};
            digest.add(table, one);
            if (const auto added = view.add(table, one); !added)
                return base::fail(added);
        }
    }
    view.digest = digest.finish();
    check(view);
    return view;
}

} // namespace sim
