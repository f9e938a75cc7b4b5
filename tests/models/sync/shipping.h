#pragma once

#include "models/journal/trialjournal.h"
#include "residents/codec.h"
#include "support/testcache.h"
#include "sync/shipper.h"

#include <QUuid>

// A shipper between a real journal and a register that loses requests and answers.
namespace shipping {

using base::ErrorCode;
using base::Result;
using central::Verdict;
using journal::Decision;
using journal::DecisionState;
using journal::Item;
using journal::ItemState;

constexpr qint64 start = 1'763'690'400'000;
inline const QString clerk = QStringLiteral("clerk");
inline const QString chief = QStringLiteral("chief");

/// A register that keeps what it is sent and can lose requests and answers; what it answers is said
/// by the test. Only for what goes wrong on the way: real registers in tst_lineage.
class FaultyEntries final : public central::Entries
{
public:
    struct Held
    {
        central::Submission submission;
        central::SubmissionAnswer answer;
    };
    QHash<QString, Held> held;
    QStringList order; ///< uuids as they arrived
    QList<central::Offer> offers;
    QHash<QString, ErrorCode> refused; ///< by uuid
    QString rule;                      ///< detail of a refusal
    QHash<QString, Verdict> verdicts;  ///< by uuid; Registered by default
    int lostRequests = 0;
    int lostAnswers = 0;

    Result<central::SubmissionAnswer> submit(const central::Submission &submission) override
    {
        if (lostRequests > 0 && lostRequests--)
            return base::fail(ErrorCode::RegisterUnreachable);
        if (refused.contains(submission.uuid))
            return base::fail(refused.value(submission.uuid), rule);
        if (!held.contains(submission.uuid)) {
            order.append(submission.uuid);
            const Verdict verdict = verdicts.value(submission.uuid, Verdict::Registered);
            central::SubmissionAnswer answer{.verdict = verdict};
            if (verdict != Verdict::Conflict) {
                answer.feedNumber = order.size();
                answer.at = QDateTime::fromMSecsSinceEpoch(start + 700, Qt::UTC);
            }
            if (verdict == Verdict::Provisional)
                answer.entry = 70 + order.size();
            if (verdict == Verdict::Conflict)
                answer.theirs = residents::Note{.id = 3,
                                                .version = 9,
                                                .person = {7},
                                                .text = QStringLiteral("theirs"),
                                                .by = {}};
            held.insert(submission.uuid, {submission, answer});
        }
        if (lostAnswers > 0 && lostAnswers--)
            return base::fail(ErrorCode::RegisterUnreachable);
        return held.value(submission.uuid).answer;
    }
    Result<> offerAgain(const QList<central::Offer> &all) override
    {
        if (lostRequests > 0 && lostRequests--)
            return base::fail(ErrorCode::RegisterUnreachable);
        offers.append(all);
        return {};
    }
    // A shipper asks for nothing else.
    Result<central::CheckAnswer> decide(const central::Check &) override
    {
        return base::fail(ErrorCode::RegisterRefused);
    }
    Result<QList<central::EditLock>> lockForEdit(const QList<central::LockKey> &) override
    {
        return base::fail(ErrorCode::RegisterRefused);
    }
    Result<> releaseLocks() override { return base::fail(ErrorCode::RegisterRefused); }
    Result<> breakLock(central::LockKey, const QString &) override
    {
        return base::fail(ErrorCode::RegisterRefused);
    }
    Result<residents::SensitiveNumbers> revealNumber(base::PersonId, const QString &) override
    {
        return base::fail(ErrorCode::RegisterRefused);
    }
};

inline residents::Proposal aNote(const QString &text)
{
    return {.entered = residents::Note{.person = {7}, .text = text, .by = {}}, .reason = {}};
}

inline residents::Proposal aRestriction()
{
    residents::Restriction restriction;
    restriction.person = {7};
    restriction.from = QDate(2026, 11, 2);
    return {.entered = restriction, .reason = QStringLiteral("申出")};
}

inline const central::Submission &submissionIn(const central::Offer &offer)
{
    return std::get<central::Submission>(offer.what);
}

inline residents::Entry entryOf(qint64 number, const residents::Proposal &proposal)
{
    residents::Entry entry{.number = number,
                           .proposal = proposal,
                           .author = {.user = clerk,
                                      .name = QStringLiteral("見本"),
                                      .section = QStringLiteral("市民課"),
                                      .at = QDateTime::fromMSecsSinceEpoch(start, Qt::UTC)},
                           .station = QStringLiteral("S0001"),
                           .checker = {},
                           .answer = {}};
    std::get<residents::Restriction>(entry.proposal.entered).id = 5;
    return entry;
}

inline cache::StoredRow rowOf(const residents::Entry &entry, qint64 version)
{
    return {.table = cache::Table::Entry,
            .id = entry.number,
            .rowVersion = version,
            .body = residents::encode(entry)};
}

/// What each test begins with: an empty journal, and a register that holds nothing.
class Place
{
protected:
    void begin()
    {
        m_journal.reset();
        m_trial = std::make_unique<TrialJournal>();
        m_journal = m_trial->open();
        m_register = FaultyEntries();
        m_diskFull = false;
        m_nowMs = start + 60'000;
    }
    QString file(const residents::Proposal &proposal, const QString &user = clerk)
    {
        const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto filed = m_journal->outbox().put({.uuid = uuid,
                                                    .user = user,
                                                    .person = 7,
                                                    .kind = int(kindOf(proposal.entered)),
                                                    .proposal = residents::encode(proposal),
                                                    .before = {},
                                                    .state = ItemState::Filed,
                                                    .madeAtMs = start,
                                                    .filedAtMs = start});
        if (!filed)
            qFatal("not filed");
        return uuid;
    }

    [[nodiscard]] syncing::OutboxDoor door()
    {
        return {
            .items = [this](const auto &states) { return m_journal->outbox().items(states); },
            .put = [this](const Item &one) -> Result<> {
                if (m_diskFull && one.state != ItemState::Filed)
                    return base::fail(ErrorCode::DiskFull);
                return m_journal->outbox().put(one);
            },
            .acknowledgedAfter =
                [this](qint64 number) { return m_journal->outbox().acknowledgedAfter(number); },
            .noteLost = [this](const QString &uuid) { return m_journal->outbox().noteLost(uuid); },
            .nowMs = [this] { return m_nowMs; },
            .remember = [this](const Decision &one) { (void)m_journal->decisions().put(one); },
            .decisions = [this](DecisionState state) { return m_journal->decisions().all(state); },
            .setDecision =
                [this](const Decision &one, DecisionState state) {
                    return m_journal->decisions().setState(one, state);
                }};
    }

    [[nodiscard]] Item item(const QString &uuid)
    {
        return m_journal->outbox().item(uuid)->value_or(Item{});
    }
    [[nodiscard]] syncing::Shipper shipper(const QString &user = clerk)
    {
        return syncing::Shipper(m_register, door(), user);
    }

    std::unique_ptr<TrialJournal> m_trial;
    std::unique_ptr<journal::Journal> m_journal;
    FaultyEntries m_register;
    bool m_diskFull = false; ///< the journal's, from the next answer on
    qint64 m_nowMs = start + 60'000;
};

} // namespace shipping
