#include "app/casebook/workplace.h"

#include "base/crypto.h"

#include <QDir>
#include <QUuid>

using base::Result;
using namespace Qt::StringLiterals;

namespace casebook {

Workplace::Workplace(Parts parts)
    : m_folder(std::move(parts.folder))
    , m_colleague(std::move(parts.colleague))
    , m_logSeed(std::move(parts.logSeed))
    , m_link(std::move(parts.link))
    , m_clock(parts.clock)
    , m_press(parts.press)
    , m_tables(parts.tables)
    , m_time(parts.clock)
    , m_key(base::crypto::randomSecret(base::crypto::keyBytes))
{
}

Workplace::~Workplace()
{
    m_desk.reset();
    m_counter.reset();
    m_replica.reset();
    m_outbox.reset();
    m_recorder.reset();
    m_journalWorker.runAndWait([this] { m_journal.reset(); });
    m_link.closeSession();
}

Result<std::unique_ptr<Workplace>> Workplace::open(Parts parts)
{
    std::unique_ptr<Workplace> place(new Workplace(std::move(parts)));
    for (const auto step : {&Workplace::openJournal, &Workplace::signIn}) {
        if (const auto done = (place.get()->*step)(); !done)
            return base::fail(done);
    }
    place->makeRooms();
    place->m_replica->bring();
    if (const auto loaded = place->m_replica->wait(); !loaded)
        return base::fail(loaded);
    place->makeDesk();
    return place;
}

Result<> Workplace::openJournal()
{
    if (!QDir().mkpath(m_folder))
        return base::fail(base::ErrorCode::FileNotWritten, m_folder);
    return m_journalWorker.runAndWait([this]() -> Result<> {
        auto opened = journal::Journal::open({.path = QDir(m_folder).filePath(u"journal.db"_s),
                                              .key = &m_key,
                                              .station = m_colleague.station,
                                              .logKey = base::crypto::signingKeyPairFrom(m_logSeed),
                                              .mode = storage::Opening::Mode::Create});
        if (!opened)
            return base::fail(opened);
        m_journal = std::move(*opened);
        return {};
    });
}

Result<> Workplace::signIn()
{
    auto session = m_link.openSession({.userId = m_colleague.user,
                                       .certificateFingerprint = certificateOf(m_colleague.user),
                                       .stationId = m_colleague.station});
    if (!session)
        return base::fail(session);
    m_session = std::move(*session);
    m_recorder =
        std::make_unique<audit::Recorder>(m_journalWorker, *m_journal, m_clock, m_session.logKey);
    return {};
}

void Workplace::makeRooms()
{
    const QString path = QDir(m_folder).filePath(u"cache.db"_s);
    m_outbox = std::make_unique<app::OutboxRoom>(
        app::OutboxRoom::Parts{.link = m_link,
                               .journalWorker = m_journalWorker,
                               .journal = *m_journal,
                               .time = m_time,
                               .userId = m_colleague.user,
                               .registerId = m_session.identity.registerId,
                               .cachePath = path,
                               .cacheKey = m_key,
                               .changed = [] {}});
    m_replica = std::make_unique<app::ReplicaRoom>(app::ReplicaRoom::Parts{
        .replica = m_link,
        .path = path,
        .key = m_key,
        .progress = [](int) {},
        .refreshed = [] {},
        .failed = [](const base::Error &) {},
        .reached = [](bool) {},
        .setAside = [](const syncing::KeepingReport &) { return Result<>(); },
        .anew = [this](base::ErrorCode why) { return m_outbox->beforeLoad(why); },
        .kept = [this](const syncing::KeepingReport &report) { m_outbox->kept(report); },
        .ship = [] { return false; }});
}

void Workplace::makeDesk()
{
    m_counter = std::make_unique<desk::Counter>(
        desk::Counter::Parts{.clock = m_clock,
                             .reading = m_replica->reading(),
                             .reader = [this] { return m_replica->reader(); },
                             .recorder = *m_recorder,
                             .press = m_press,
                             .clerk = {.userId = m_session.user.id,
                                       .name = m_session.user.name,
                                       .section = m_session.user.section,
                                       .role = m_session.user.role,
                                       .rights = m_session.rights,
                                       .station = m_session.station.name,
                                       .municipality = m_session.identity.municipality,
                                       .municipalityCode = m_session.identity.code,
                                       .training = m_session.identity.training},
                             .policy = {},
                             .actor = {.user = m_session.user.id,
                                       .section = m_session.user.section,
                                       .signIn = QUuid::createUuid().toString(QUuid::WithoutBraces),
                                       .station = m_colleague.station},
                             .tables = m_tables,
                             .printerNumber = {},
                             .dataAsOf = [this] { return m_replica->dataAsOf(); },
                             .writing = writing()});
    m_desk = std::make_unique<desk::Procedures>(*m_counter);
}

desk::Writing Workplace::writing()
{
    desk::Writing writing;
    writing.entries = &m_link;
    writing.numbers = &m_link;
    writing.outbox = m_outbox->door();
    writing.ship = [this] { return ship(); };
    writing.registerReached = [] { return true; };
    return writing;
}

/// As an office does it: what is filed goes out, then the copy follows.
Result<syncing::ShippingReport> Workplace::ship()
{
    return m_replica->inWriting([this]() -> Result<syncing::ShippingReport> {
        auto report = m_outbox->ship();
        if (report && report->isAhead()) {
            if (const auto caught = m_replica->catchUpNow(); !caught)
                return base::fail(caught);
        }
        return report;
    });
}

Result<> Workplace::catchUp()
{
    return m_replica->inWriting([this] { return m_replica->catchUpNow(); });
}

} // namespace casebook
