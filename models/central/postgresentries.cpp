#include "central/entryjson.h"
#include "central/entryrules.h"
#include "central/postgreslinkstate.h"
#include "residents/codec.h"

// What clerks write through the link to a server.
namespace central {

using base::ErrorCode;
using base::Result;
using residents::EntryKind;

namespace {

template <typename Record>
Result<std::optional<residents::Entered>> theirsOf(Result<Record> record)
{
    if (!record)
        return base::fail(record);
    return residents::Entered(std::move(*record));
}

/// What stood in the register when the submission was too late.
Result<std::optional<residents::Entered>> theirsOf(qint64 kind, const QByteArray &body)
{
    if (body.isEmpty())
        return std::optional<residents::Entered>();
    if (kind == int(EntryKind::Note))
        return theirsOf(residents::decodeNote(body));
    if (kind == int(EntryKind::Contact))
        return theirsOf(residents::decodeContact(body));
    if (kind == int(EntryKind::Restriction))
        return theirsOf(residents::decodeRestriction(body));
    return theirsOf(residents::decodeMove(body));
}

Result<> doneWith(const Result<PgResult> &answer)
{
    return answer ? Result<>() : base::fail(answer);
}

} // namespace

Result<SubmissionAnswer> PostgresLink::submit(const Submission &submission)
{
    const auto uuid = plainUuid(submission.uuid);
    if (!uuid)
        return base::fail(uuid);
    const auto &proposal = submission.proposal;
    const auto fields = fieldsAsJson(proposal);
    if (!fields)
        return base::fail(fields);
    return m_state->thread.runAndWait([&]() -> Result<SubmissionAnswer> {
        // The same uuid counts once: it may be sent again when the answer was lost.
        const auto sent = m_state->api->read(
            QStringLiteral("register/link/submit"),
            {*uuid, int(residents::kindOf(proposal.entered)), proposal.baseVersion, *fields,
             proposal.reason.isNull() ? QStringLiteral("") : proposal.reason, submission.filedAt});
        if (!sent)
            return base::fail(sent);
        const auto came = m_state->api->read(QStringLiteral("register/link/outcome"), {*uuid});
        if (!came)
            return base::fail(came);
        auto theirs = theirsOf(came->integer(0, 4), came->bytes(0, 5));
        if (!theirs)
            return base::fail(theirs);
        return SubmissionAnswer{.verdict = Verdict(came->integer(0, 1)),
                                .feedNumber = came->integer(0, 2),
                                .entry = came->integer(0, 3),
                                .at = came->at(0, 6),
                                .theirs = std::move(*theirs)};
    });
}

Result<CheckAnswer> PostgresLink::decide(const Check &check)
{
    if (!check.reason.isValidUtf16() || check.reason.contains(QChar(u'\0')))
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("reason"));
    return m_state->thread.runAndWait([this, &check]() -> Result<CheckAnswer> {
        // The same decision of the same person again is fine.
        const auto decided = m_state->api->read(QStringLiteral("register/link/decide"),
                                                {check.entry, int(check.outcome), check.reason});
        if (!decided)
            return base::fail(decided);
        const auto kept =
            m_state->api->read(QStringLiteral("register/link/decision"), {check.entry});
        if (!kept)
            return base::fail(kept);
        return CheckAnswer{
            .uuid = kept->text(0, 1), .feedNumber = kept->integer(0, 2), .at = kept->at(0, 3)};
    });
}

Result<QList<EditLock>> PostgresLink::lockForEdit(const QList<LockKey> &keys)
{
    return m_state->thread.runAndWait([this, &keys]() -> Result<QList<EditLock>> {
        const auto answer =
            m_state->api->read(QStringLiteral("register/link/lock_for_edit"), {keysAsJson(keys)});
        if (!answer)
            return base::fail(answer);
        QList<EditLock> others;
        for (int row = 0; row < answer->rows() - 1; ++row) // the last line holds the status only
            others.append({.key = {LockKey::Kind(answer->integer(row, 1)), answer->integer(row, 2)},
                           .userId = answer->text(row, 3),
                           .userName = answer->text(row, 4),
                           .stationId = answer->text(row, 5),
                           .since = answer->at(row, 6),
                           .until = answer->at(row, 7)});
        return others;
    });
}

Result<> PostgresLink::releaseLocks()
{
    return m_state->thread.runAndWait([this] {
        return doneWith(m_state->api->read(QStringLiteral("register/link/release_locks")));
    });
}

Result<> PostgresLink::breakLock(LockKey key, const QString &reason)
{
    return m_state->thread.runAndWait([this, key, &reason] {
        return doneWith(m_state->api->call(QStringLiteral("register/link/break_lock"),
                                           {int(key.kind), key.id, reason}));
    });
}

Result<residents::SensitiveNumbers> PostgresLink::revealNumber(base::PersonId person,
                                                               const QString &reason)
{
    return m_state->thread.runAndWait([&]() -> Result<residents::SensitiveNumbers> {
        const auto answer = m_state->api->fetchAsked(QStringLiteral("register/link/ask_number"),
                                                     {person.value, reason},
                                                     QStringLiteral("register/link/number"));
        if (!answer)
            return base::fail(answer);
        return residents::SensitiveNumbers{.person = person,
                                           .residentCode = answer->takeSecret(0, 1),
                                           .individualNumber = answer->takeSecret(0, 2),
                                           .residenceCard = answer->takeSecret(0, 3)};
    });
}

Result<> PostgresLink::offerAgain(const QList<Offer> &offers)
{
    // What the register takes at once.
    constexpr qsizetype most = 500;
    for (qsizetype first = 0; first < offers.size(); first += most) {
        const auto part = offersAsJson(offers.mid(first, most));
        if (!part)
            return base::fail(part);
        const auto done = m_state->thread.runAndWait([this, &part] {
            return doneWith(
                m_state->api->read(QStringLiteral("register/link/offer_again"), {*part}));
        });
        if (!done)
            return done;
    }
    return {};
}

void PostgresLink::whenFed(std::function<void()> tell)
{
    m_state->thread.runAndWait([this, &tell] { m_state->api->whenFed(std::move(tell)); });
}

} // namespace central
