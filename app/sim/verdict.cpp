#include "app/sim/verdict.h"

#include "central/replicadigest.h"
#include "evidence/verifier.h"

#include <algorithm>

using journal::ItemState;
using namespace Qt::StringLiterals;

namespace sim {

void Verdict::check(Station &station)
{
    checkReplica(station);
    checkLog(station);
    checkOutbox(station);
}

void Verdict::checkReplica(Station &station)
{
    const auto held = station.look();
    const auto expected = m_host.observer().registerDigest();
    if (!held || !expected || held->digest != *expected)
        m_truth.fail(u"every replica equals the register"_s,
                     QStringLiteral("%1 holds other rows").arg(station.machine().id));
}

void Verdict::checkLog(Station &station)
{
    struct Log
    {
        journal::Owner owner;
        evidence::Head head;
        base::Result<QList<evidence::SignedCheckpoint>> checkpoints;
        base::Result<QList<journal::StoredRow>> rows;
    };
    const auto log = station.withJournal([](journal::Journal &journal) {
        return Log{.owner = journal.owner(),
                   .head = journal.head(),
                   .checkpoints = journal.checkpoints(0, 100'000),
                   .rows = journal.rows(1, 1'000'000)};
    });
    const auto &owner = log.owner;
    evidence::Verifier verifier(owner.station, owner.logKey);
    verifier.witness(log.head);
    const auto witnessed = m_host.observer().witnessedHead(owner.station);
    if (witnessed && *witnessed)
        verifier.witness({.count = (*witnessed)->count, .hash = (*witnessed)->hash});
    if (!log.checkpoints || !log.rows)
        return m_truth.fail(u"log chain unbroken"_s, u"the log cannot be read"_s);
    for (const auto &one : *log.checkpoints)
        verifier.addCheckpoint(one.signedBytes, one.signature);
    for (const auto &row : *log.rows)
        verifier.addRow(row.body, row.hash);
    const auto verdict = verifier.finish();
    if (!verdict.good())
        m_truth.fail(u"log chain unbroken"_s, QStringLiteral("%1 at row %2: %3")
                                                  .arg(owner.station)
                                                  .arg(verdict.badRow)
                                                  .arg(verdict.problem->detail));
}

void Verdict::checkOutbox(Station &station)
{
    const auto view = RegisterView::entered(m_host.observer());
    if (!view)
        return m_truth.fail(u"the register can be read"_s, view.error().detail);
    for (const auto &filed : m_truth.allFiled()) {
        if (filed.station != station.machine().id)
            continue;
        const auto item = station.withJournal(
            [&](journal::Journal &journal) { return journal.outbox().item(filed.uuid); });
        if (!item)
            return m_truth.fail(u"the outbox can be read"_s, item.error().detail);
        const int found = view->countOf(filed.marker);
        const auto words = [&](QLatin1StringView what) {
            return QStringLiteral(
                       "%1 (%2) at %3 is in state %4 there, %5 times in the register: %6")
                .arg(filed.marker, filed.uuid, filed.station)
                .arg(*item ? int((*item)->state) : 0)
                .arg(found)
                .arg(what);
        };
        if (found > 1)
            m_truth.fail(u"none applied twice"_s, words("applied again"_L1));
        const auto state = *item ? (*item)->state : ItemState::Registered;
        // Sent back or taken back after the register had it.
        const bool ended = state == ItemState::SentBack ||
                           ((state == ItemState::Withdrawn || state == ItemState::Discarded) &&
                            (*item)->feedNumber > 0);
        const bool acknowledged =
            ended || state == ItemState::Registered || state == ItemState::Provisional;
        // What was ended is offered to nobody after a restore: its author still has it here.
        const bool goneWithItsEnd = ended && m_truth.lineage() > 1;
        if (acknowledged && found == 0 && !goneWithItsEnd && (*item || filed.accepted))
            m_truth.fail(u"no accepted entry lost"_s, words("acknowledged and not there"_L1));
        if (!acknowledged && found > 0)
            m_truth.fail(u"a station knows what was accepted"_s,
                         words("there, and its author is told otherwise"_L1));
        if (state == ItemState::Filed)
            m_truth.fail(u"after quiet nothing waits"_s,
                         words("still waits, reason "_L1) + (*item)->reason);
    }
}

void Verdict::checkDecisions(Station &station)
{
    const auto view = RegisterView::entered(m_host.observer());
    if (!view)
        return m_truth.fail(u"the register can be read"_s, view.error().detail);
    QList<journal::Decision> kept;
    for (const auto state : {journal::DecisionState::Acknowledged, journal::DecisionState::Offered})
        kept += station
                    .withJournal([state](journal::Journal &journal) {
                        return journal.decisions().all(state);
                    })
                    .value_or(QList<journal::Decision>());
    for (const auto &decision : std::as_const(kept)) {
        const auto marker = m_truth.allFiled().value(decision.uuid).marker;
        const auto found =
            std::find_if(view->entries.cbegin(), view->entries.cend(),
                         [&](const auto &entry) { return entry.proposal.reason == marker; });
        // Decided anew in between, it may be told in two ways; entered anew, it waits anew.
        const bool surely = m_truth.decisionsOf(decision.uuid) == 1 &&
                            found != view->entries.cend() &&
                            found->author.at.toMSecsSinceEpoch() <= decision.atMs;
        if (surely && found->state == residents::EntryState::Provisional)
            m_truth.fail(u"no decision lost"_s,
                         QStringLiteral("%1 was decided by %2 at %3 and waits again")
                             .arg(marker, decision.user, station.machine().id));
    }
}

void Verdict::checkRegister()
{
    const auto view = RegisterView::of(m_host.observer());
    if (!view)
        return m_truth.fail(u"the register can be read"_s, view.error().detail);
    if (const QString gap = view->gap(); !gap.isEmpty())
        m_truth.fail(u"versions count from one"_s, gap);
    if (const QString half = view->halfChange(); !half.isEmpty())
        m_truth.fail(u"no reader sees half a transaction"_s, half);
}

} // namespace sim
