#pragma once

#include "audit/recorder.h"
#include "base/owner.h"
#include "desk/counter.h"
#include "support/builders.h"
#include "support/fakeclock.h"
#include "support/testcache.h"
#include "sync/shipper.h"

#include <QTest>

namespace counterwork {

/// A counter over a real cache, journal and press that a test fills by hand: for what no made-up
/// city holds, and for a register that is not for training.
class Handmade final
{
public:
    /// `entries`: the register that is written to; nothing is written without one.
    Handmade(const QList<cache::StoredRow> &rows, desk::Rights rights, bool training,
             central::Entries *entries = nullptr)
        : m_cache(rows)
        , m_journal(openJournal())
        , m_recorder(m_worker, *m_journal, m_clock, m_logKey.open)
        , m_press(openPress())
        , m_entries(entries)
        , m_training(training)
        , m_counter(partsFor(QStringLiteral("u1"), rights))
    {
        holdOnly(cache::CacheState::residentTables() +
                 QList{cache::Table::Assessment, cache::Table::Ledger, cache::Table::Pension});
        m_visit.id = {QUuid::createUuid()};
        m_visit.opening.purpose = QStringLiteral("certificate");
        m_counter.addVisit(m_visit);
    }

    ~Handmade()
    {
        m_worker.runAndWait([this] { m_journal.reset(); });
    }
    Q_DISABLE_COPY_MOVE(Handmade)

    [[nodiscard]] desk::Counter &counter() { return m_counter; }
    /// What somebody else at this station works with.
    [[nodiscard]] desk::Counter::Parts partsFor(const QString &user, desk::Rights rights,
                                                desk::Role role = desk::Role::Clerk)
    {
        return {.clock = m_clock,
                .reading = m_worker,
                .reader = [this] { return base::Result<cache::CacheReader *>(&reader()); },
                .recorder = m_recorder,
                .press = m_press,
                .clerk = {.userId = user,
                          .name = {},
                          .section = {},
                          .role = role,
                          .rights = rights,
                          .station = QStringLiteral("本庁1"),
                          .municipality = QStringLiteral("あさぎり県みどり野市"),
                          .municipalityCode = QStringLiteral("982016"),
                          .training = m_training},
                .policy = {},
                .actor = {.user = user},
                .tables = {.purposes = table("purposes"),
                           .identity = table("identity"),
                           .fees = table("fees"),
                           .wording = table("wording"),
                           .files = table("files"),
                           .lateChargeRates = table("late_charge_rates"),
                           .towns = table("towns"),
                           .calculator = calculator()},
                .printerNumber = {},
                .dataAsOf = [this] { return m_clock.now(); },
                .writing = m_entries ? writingFor(user) : desk::Writing{}};
    }
    /// In the journal's thread.
    template <typename Work>
    auto withJournal(Work work)
    {
        return m_worker.runAndWait([this, &work] { return work(*m_journal); });
    }
    /// The register's feed has brought these rows.
    void feed(const QList<cache::StoredRow> &rows)
    {
        demand(m_cache.apply(rows).has_value(), "no feed");
    }
    /// How far the replica has come in the feed.
    [[nodiscard]] qint64 feedNumber()
    {
        const auto state = m_cache.writer().state();
        demand(state.has_value(), "no state");
        return state->feedNumber;
    }
    /// What the station keeps of what was decided here.
    [[nodiscard]] QList<journal::Decision> decisions()
    {
        return outboxDoor()
            .decisions(journal::DecisionState::Acknowledged)
            .value_or(QList<journal::Decision>());
    }
    /// The outbox of the station, whosever item.
    [[nodiscard]] QList<journal::Item> items()
    {
        return withJournal([](journal::Journal &journal) { return itemsOf(journal); });
    }
    /// As whoever opens the file anew sees it.
    [[nodiscard]] QList<journal::Item> itemsOnDisk()
    {
        return m_worker.runAndWait([this] {
            const auto opened = openAgain();
            return itemsOf(*opened);
        });
    }
    [[nodiscard]] support::FakeClock &clock() { return m_clock; }
    /// The tables that the register gives this station.
    void holdOnly(const QList<cache::Table> &tables)
    {
        auto state = m_cache.writer().state();
        demand(state.has_value(), "no state");
        state->tables = tables;
        state->paymentsUpTo = QDate(2026, 10, 30);
        demand(m_cache.writer().setState(*state).has_value(), "no tables");
    }
    /// Another visit that is open.
    [[nodiscard]] desk::VisitId visit(const QString &purpose,
                                      desk::Caller caller = desk::Caller::Self)
    {
        desk::Visit another;
        another.id = {QUuid::createUuid()};
        another.opening.purpose = purpose;
        another.opening.caller = caller;
        m_counter.addVisit(another);
        return another.id;
    }
    [[nodiscard]] const base::crypto::KeyPair &logKey() const { return m_logKey; }
    [[nodiscard]] audit::Details opened(const evidence::Row &row) const
    {
        const auto message = base::crypto::openSealed(m_logKey, audit::sealedMessage(row.sealed));
        demand(message.has_value(), "not sealed to the key");
        const auto details = audit::readDetails(row.sealed, *message);
        demand(details.has_value(), "no details");
        return details->details;
    }
    [[nodiscard]] desk::VisitId visit() const { return m_visit.id; }
    /// All rows of the log; those written since it was last called: newRows().
    [[nodiscard]] QList<evidence::Row> newRows()
    {
        const QList<evidence::Row> all = rows();
        const QList<evidence::Row> fresh = all.mid(m_seen);
        m_seen = all.size();
        return fresh;
    }
    void forgetRows() { (void)newRows(); }
    [[nodiscard]] QList<evidence::Row> rows()
    {
        QList<evidence::Row> all;
        const auto stored = m_worker.runAndWait([this] { return m_journal->rows(1, 1000); });
        demand(stored.has_value(), "no rows");
        for (const auto &one : *stored) {
            const auto row = evidence::decode(one.body);
            demand(row.has_value(), "a row that cannot be read");
            all.append(*row);
        }
        return all;
    }

private:
    static void demand(bool holds, const char *what)
    {
        if (!holds)
            qFatal("%s", what);
    }
    static tables::Table table(const char *name)
    {
        auto read = tables::Table::load(QString::fromLatin1(name));
        demand(read.has_value(), name);
        return std::move(*read);
    }
    static tax::CalculatorTables calculator()
    {
        auto read = tax::CalculatorTables::load();
        demand(read.has_value(), "no tables of the calculator");
        return std::move(*read);
    }
    static print::Press openPress()
    {
        auto press = print::Press::open();
        demand(press.has_value(), "no press");
        return std::move(*press);
    }
    static QList<journal::Item> itemsOf(journal::Journal &journal)
    {
        QList<journal::ItemState> states;
        for (int state = 1; state <= int(journal::ItemState::Discarded); ++state)
            states.append(journal::ItemState(state));
        const auto all = journal.outbox().items(states);
        demand(all.has_value(), "no items");
        return *all;
    }
    [[nodiscard]] std::unique_ptr<journal::Journal> openAgain()
    {
        auto opened =
            journal::Journal::open({.path = m_folder.filePath(QStringLiteral("journal.db")),
                                    .key = &m_cache.key(),
                                    .station = QStringLiteral("S1"),
                                    .logKey = base::crypto::signingKeyPairFrom(m_cache.key())});
        demand(opened.has_value(), "no journal");
        return std::move(*opened);
    }
    std::unique_ptr<journal::Journal> openJournal()
    {
        std::unique_ptr<journal::Journal> journal;
        m_worker.runAndWait([this, &journal] {
            auto opened =
                journal::Journal::open({.path = m_folder.filePath(QStringLiteral("journal.db")),
                                        .key = &m_cache.key(),
                                        .station = QStringLiteral("S1"),
                                        .logKey = base::crypto::signingKeyPairFrom(m_cache.key()),
                                        .mode = storage::Opening::Mode::Create});
            demand(opened.has_value(), "no journal");
            journal = std::move(*opened);
        });
        return journal;
    }
    cache::CacheReader &reader() { return m_cache.reader(); }
    [[nodiscard]] syncing::OutboxDoor outboxDoor()
    {
        return {.items =
                    [this](const QList<journal::ItemState> &states) {
                        return withJournal([&states](journal::Journal &journal) {
                            return journal.outbox().items(states);
                        });
                    },
                .put =
                    [this](const journal::Item &item) {
                        return withJournal([&item](journal::Journal &journal) {
                            return journal.outbox().put(item);
                        });
                    },
                .acknowledgedAfter =
                    [this](qint64 feedNumber) {
                        return withJournal([feedNumber](journal::Journal &journal) {
                            return journal.outbox().acknowledgedAfter(feedNumber);
                        });
                    },
                .noteLost =
                    [this](const QString &uuid) {
                        return withJournal([&uuid](journal::Journal &journal) {
                            return journal.outbox().noteLost(uuid);
                        });
                    },
                .nowMs = [this] { return m_clock.now().toMSecsSinceEpoch(); },
                .remember =
                    [this](const journal::Decision &decision) {
                        (void)withJournal([&decision](journal::Journal &journal) {
                            return journal.decisions().put(decision);
                        });
                    },
                .decisions =
                    [this](journal::DecisionState state) {
                        return withJournal([state](journal::Journal &journal) {
                            return journal.decisions().all(state);
                        });
                    },
                .setDecision =
                    [this](const journal::Decision &one, journal::DecisionState state) {
                        return withJournal([&](journal::Journal &journal) {
                            return journal.decisions().setState(one, state);
                        });
                    }};
    }
    /// The ways an office has: everything sent, then what the replica says of it.
    [[nodiscard]] desk::Writing writingFor(const QString &user)
    {
        desk::Writing writing;
        writing.entries = m_entries;
        writing.numbers = dynamic_cast<central::NumberBlocks *>(m_entries);
        writing.outbox = outboxDoor();
        writing.registerReached = [] { return true; };
        writing.ship = [this, user]() -> base::Result<syncing::ShippingReport> {
            syncing::Shipper shipper(*m_entries, outboxDoor(), user);
            auto report = shipper.ship();
            const auto followed = m_worker.runAndWait([&] { return shipper.follow(reader()); });
            if (!followed)
                return base::fail(followed);
            return report;
        };
        return writing;
    }

    QTemporaryDir m_folder;
    support::FakeClock m_clock;
    support::TestCache m_cache;
    base::Worker m_worker{QStringLiteral("all")};
    std::unique_ptr<journal::Journal> m_journal;
    const base::crypto::KeyPair m_logKey = base::crypto::boxKeyPair();
    audit::Recorder m_recorder;
    print::Press m_press;
    central::Entries *m_entries = nullptr;
    bool m_training = true;
    desk::Visit m_visit;
    desk::Counter m_counter;
    qsizetype m_seen = 0;
};

} // namespace counterwork
