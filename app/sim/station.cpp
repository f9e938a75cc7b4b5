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
    m_journal.reset();
    m_machine.wire.drop();
    m_machine.disk.revive();
}

Result<> Station::start()
{
    const auto key = City::stationKey(m_machine.id, QStringLiteral("journal"));
    auto opened = journal::Journal::open({.path = m_machine.folder + QStringLiteral("/journal.db"),
                                          .key = &key,
                                          .station = m_machine.id,
                                          .logKey = City::logKey(m_machine.id)});
    if (!opened) {
        if (!isFault(opened.error().code))
            m_truth.fail(QStringLiteral("the journal opens"), words(opened.error()));
        return base::fail(opened);
    }
    const auto trusted = (*opened)->memory().trustedTime();
    if (!trusted)
        return base::fail(trusted);
    m_journal = std::move(*opened);
    m_trustedMs = *trusted;
    m_trustedAt = m_machine.pc.sinceBootMs();
    m_keeper = std::make_unique<syncing::ReplicaKeeper>(
        m_machine.wire,
        syncing::KeeperPlace{.cachePath = m_machine.folder + QStringLiteral("/cache.db"),
                             .cacheKey = City::stationKey(m_machine.id, QStringLiteral("cache")),
                             .progress = {}});
    return {};
}

qint64 Station::nowMs() const
{
    const qint64 trusted = m_trustedMs + m_machine.pc.sinceBootMs() - m_trustedAt;
    return std::max(trusted, m_machine.pc.now().toMSecsSinceEpoch());
}

evidence::Row Station::row(const QString &procedure) const
{
    evidence::Row row;
    row.atMs = nowMs();
    row.user = m_user;
    row.procedure = procedure;
    return row;
}

Result<> Station::signIn(const QString &user)
{
    const auto session = m_machine.wire.openSession(City::signIn(user, m_machine.id));
    if (!session) {
        if (!isFault(session.error().code))
            m_truth.fail(QStringLiteral("a clerk can sign in"), words(session.error()));
        return base::fail(session);
    }
    m_trustedMs = session->registerTime.toMSecsSinceEpoch();
    m_trustedAt = m_machine.pc.sinceBootMs();
    if (const auto kept = m_journal->memory().trustTime(m_trustedMs); !kept)
        return kept;
    const auto head = m_machine.wire.witnessedHead(m_machine.id);
    if (!head)
        return base::fail(head);
    if (*head) {
        const auto agrees =
            journal::agreesWith(*m_journal, {.count = (*head)->count, .hash = (*head)->hash});
        if (!agrees) {
            if (!isFault(agrees.error().code))
                m_truth.fail(QStringLiteral("log chain unbroken"), words(agrees.error()));
            return agrees;
        }
    }
    m_user = user;
    const auto logged = m_journal->append(row(QStringLiteral("SignIn")));
    return logged ? Result<>() : base::fail(logged);
}

Result<> Station::witness()
{
    const auto made = m_journal->checkpoint(nowMs());
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
    (void)m_journal->append(row(QStringLiteral("SignOut")));
    (void)witness();
    m_machine.wire.closeSession();
    m_user.clear();
}

syncing::OutboxDoor Station::outboxDoor()
{
    auto *outbox = &m_journal->outbox();
    return {
        .items = [outbox](const auto &states) { return outbox->items(states); },
        .put = [outbox](const auto &item) { return outbox->put(item); },
        .acknowledgedAfter = [outbox](qint64 number) { return outbox->acknowledgedAfter(number); },
        .nowMs = [this] { return nowMs(); }};
}

Result<> Station::offerLost()
{
    const auto marks = m_journal->memory().feedMarks();
    if (!marks)
        return base::fail(marks);
    qint64 known = 0;
    for (const auto &mark : *marks) {
        const auto page = m_machine.wire.feed({.number = mark.number, .hash = mark.hash}, 1);
        if (page) {
            known = mark.number;
            break;
        }
        if (page.error().code != ErrorCode::RegisterUnknown)
            return base::fail(page);
    }
    syncing::Shipper shipper(m_machine.wire, outboxDoor(), m_user);
    const auto offered = shipper.offerAgain(known);
    if (!offered)
        return base::fail(offered);
    return m_journal->memory().forgetFeedMarks(0, known);
}

Result<> Station::keepUp()
{
    auto kept = m_keeper->catchUp();
    if (!kept && kept.error().code == ErrorCode::RegisterUnknown) {
        if (const auto offered = offerLost(); !offered)
            return offered;
    }
    if (!kept && (syncing::isCacheFault(kept.error().code) ||
                  kept.error().code == ErrorCode::CacheMissing)) {
        m_reader.reset();
        kept = m_keeper->bring();
    }
    if (!kept)
        return base::fail(kept);
    m_keptLineage = m_truth.lineage();
    return m_journal->memory().addFeedMark(
        {.number = kept->state.feedNumber, .hash = kept->state.feedHash, .atMs = nowMs()});
}

Result<> Station::sync()
{
    const auto wrong = [this](const base::Error &error) {
        if (!isFault(error.code))
            m_truth.fail(QStringLiteral("a station keeps up"), words(error));
    };
    syncing::Shipper shipper(m_machine.wire, outboxDoor(), m_user);
    if (const auto kept = keepUp(); !kept) {
        wrong(kept.error());
        return kept;
    }
    const auto shipped = shipper.ship();
    if (!shipped) {
        wrong(shipped.error());
        return base::fail(shipped);
    }
    if (shipped->accepted > 0) {
        if (const auto kept = keepUp(); !kept) {
            wrong(kept.error());
            return kept;
        }
    }
    const auto open = reader();
    const auto followed = open ? shipper.follow(**open) : Result<bool>(base::fail(open));
    if (!followed) {
        wrong(followed.error());
        return base::fail(followed);
    }
    return {};
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
                    .madeAtMs = nowMs(),
                    .filedAtMs = filed ? nowMs() : 0,
                    .changedAtMs = nowMs()};
    // Before it is tried: what ends in the middle may have been written.
    m_truth.filed(
        {.uuid = item.uuid, .marker = markerOf(proposal), .station = m_machine.id, .kind = kind});
    if (!filed)
        return m_journal->outbox().put(item);
    const auto done = m_journal->file(row(QStringLiteral("FileEntry")), item);
    return done ? Result<>() : base::fail(done);
}

Result<> Station::become(Item item, ItemState state)
{
    item.state = state;
    item.changedAtMs = nowMs();
    if (state != ItemState::Filed)
        return m_journal->outbox().put(item);
    if (item.filedAtMs == 0)
        item.filedAtMs = nowMs();
    item.reason.clear();
    const auto done = m_journal->file(row(QStringLiteral("FileEntry")), item);
    return done ? Result<>() : base::fail(done);
}

Result<cache::CacheReader *> Station::reader()
{
    if (!m_reader) {
        auto opened =
            cache::CacheReader::open(m_machine.folder + QStringLiteral("/cache.db"),
                                     City::stationKey(m_machine.id, QStringLiteral("cache")));
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
    m_seenLineage = backward.isEmpty() ? m_keptLineage : m_truth.lineage();
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
    for (const auto table :
         {cache::Table::Person, cache::Table::Household, cache::Table::Restriction,
          cache::Table::Contact, cache::Table::Note, cache::Table::Entry}) {
        const auto rows = (*open)->rows({.table = table}, allRows);
        if (!rows)
            return base::fail(rows);
        for (const auto &row : *rows) {
            const auto added = view.add(
                central::Table(int(table)),
                {.key = {row.id, row.version}, .rowVersion = row.rowVersion, .body = row.body});
            if (!added)
                return base::fail(added);
        }
    }
    check(view);
    return view;
}

Result<QByteArray> Station::digest()
{
    const auto open = reader();
    if (!open)
        return base::fail(open);
    central::ReplicaDigest digest;
    for (const auto table : central::allTables) {
        const auto rows = (*open)->rows({.table = cache::Table(int(table))}, allRows);
        if (!rows)
            return base::fail(rows);
        for (const auto &row : *rows)
            digest.add(
                table,
                {.key = {row.id, row.version}, .rowVersion = row.rowVersion, .body = row.body});
    }
    return digest.finish();
}

} // namespace sim
