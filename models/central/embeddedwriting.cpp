#include "central/editlocks.h"
#include "central/embeddedlinkstate.h"
#include "central/entryrows.h"
#include "central/entryrules.h"
#include "central/offeredagain.h"
#include "central/useraccounts.h"
#include "storage/eachrow.h"

// What clerks write through the embedded link.
namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr auto toWrite = Right::WriteNote | Right::EnterRestriction | Right::EnterMove;

} // namespace

Result<EntryWriter> EmbeddedLink::State::writer(Rights oneOf)
{
    const auto who = user();
    if (!who)
        return base::fail(who);
    const Rights rights = rightsOn(*who, clock.today());
    if (!(rights & oneOf))
        return base::fail(ErrorCode::RightMissing);
    return EntryWriter{
        .by = {.user = who->id, .name = who->name, .section = who->section, .at = clock.now()},
        .stationId = stationId,
        .rights = rights};
}

void EmbeddedLink::State::close()
{
    // Whatever fails here: a lock ends by itself.
    if (database && !session.isEmpty())
        (void)EditLocks::release(*database, session).has_value();
    userId.clear();
    stationId.clear();
    session.clear();
    tables.clear();
}

void EmbeddedLink::whenFed(std::function<void()> tell)
{
    const QMutexLocker locked(&m_state->telling);
    m_state->fed = std::move(tell);
}

void EmbeddedLink::tellFed()
{
    std::function<void()> tell;
    {
        const QMutexLocker locked(&m_state->telling);
        tell = m_state->fed;
    }
    if (tell)
        tell();
}

template <typename Job>
auto EmbeddedLink::State::write(Rights oneOf, Job job)
    -> std::invoke_result_t<Job, EmbeddedEntries &>
{
    return thread.runAndWait([&]() -> std::invoke_result_t<Job, EmbeddedEntries &> {
        auto transaction = storage::Transaction::begin(*database);
        if (!transaction)
            return base::fail(transaction);
        auto who = writer(oneOf);
        if (!who)
            return base::fail(who);
        EmbeddedEntries entries(*database, identity.identity.registerId, std::move(*who));
        auto done = job(entries);
        if (!done)
            return done;
        if (const auto committed = transaction->commit(); !committed)
            return base::fail(committed);
        return done;
    });
}

Result<SubmissionAnswer> EmbeddedLink::submit(const Submission &submission)
{
    auto answer =
        m_state->write(rightFor(residents::kindOf(submission.proposal.entered)),
                       [&submission](auto &entries) { return entries.submit(submission); });
    if (answer && answer->verdict != Verdict::Conflict)
        tellFed();
    return answer;
}

Result<CheckAnswer> EmbeddedLink::decide(const Check &check)
{
    // Who withdraws needs to be the author, whatever he may do today.
    const bool withdraws = check.outcome == CheckOutcome::Withdraw;
    const Rights oneOf = withdraws ? ~Rights() : Rights(Right::CheckEntry);
    auto done = m_state->write(oneOf, [&check](auto &entries) { return entries.decide(check); });
    if (done)
        tellFed();
    return done;
}

Result<QList<EditLock>> EmbeddedLink::lockForEdit(const QList<LockKey> &keys)
{
    return m_state->write(toWrite, [this, &keys](const EmbeddedEntries &entries) {
        const auto &writer = entries.writer();
        return EditLocks(*m_state->database, m_state->session,
                         {.key = {},
                          .userId = writer.by.user,
                          .userName = writer.by.name,
                          .stationId = writer.stationId,
                          .since = writer.by.at,
                          .until = {}})
            .take(keys);
    });
}

Result<> EmbeddedLink::releaseLocks()
{
    return m_state->thread.runAndWait([this]() -> Result<> {
        if (const auto who = m_state->user(); !who)
            return base::fail(who);
        return EditLocks::release(*m_state->database, m_state->session);
    });
}

Result<> EmbeddedLink::breakLock(LockKey key, const QString &reason)
{
    return m_state->write(Right::BreakLock, [this, key, &reason](auto &entries) -> Result<> {
        if (!isReason(reason))
            return base::fail(ErrorCode::ReasonMissing);
        const bool person = key.kind == LockKey::Kind::Person;
        const auto logged = entries.log(person ? "break_person_lock"_L1 : "break_household_lock"_L1,
                                        key.id, reason);
        if (!logged)
            return logged;
        return EditLocks(*m_state->database, m_state->session, {}).end(key);
    });
}

Result<residents::SensitiveNumbers> EmbeddedLink::State::numbersOf(base::PersonId person)
{
    const auto numbers = openNumbers(folder, numbersKey, storage::Opening::Mode::ReadOnly);
    if (!numbers)
        return base::fail(numbers);
    auto statement = (*numbers)->statement(QStringLiteral("numbers/number_of_person"));
    if (!statement)
        return base::fail(statement);
    statement->bind("person_id"_L1, person.value);
    residents::SensitiveNumbers found{
        .person = person, .residentCode = {}, .individualNumber = {}, .residenceCard = {}};
    const auto take = [](QByteArray bytes, base::Secret &into) {
        into.assign(bytes.cbegin(), bytes.cend());
        bytes.fill('\0');
    };
    const auto read = storage::eachRow(*statement, [&](const auto &row) {
        take(row.bytes(0), found.residentCode);
        take(row.bytes(1), found.individualNumber);
        take(row.bytes(2), found.residenceCard);
    });
    if (!read)
        return base::fail(read);
    if (found.individualNumber.empty())
        return base::fail(ErrorCode::NumberUnknown);
    return found;
}

Result<residents::SensitiveNumbers> EmbeddedLink::revealNumber(base::PersonId person,
                                                               const QString &reason)
{
    // The log row is on disk before the file of the numbers is opened.
    const auto asked =
        m_state->write(Right::RevealNumber, [this, person, &reason](auto &entries) -> Result<> {
            if (!isReason(reason))
                return base::fail(ErrorCode::ReasonMissing);
            const auto there = EntryRows(*m_state->database).isThere(person);
            if (!there)
                return base::fail(there);
            if (!*there)
                return base::fail(ErrorCode::ResidentUnknown);
            return entries.log("reveal_number"_L1, person.value, reason);
        });
    if (!asked)
        return base::fail(asked);
    return m_state->thread.runAndWait([this, person] { return m_state->numbersOf(person); });
}

Result<> EmbeddedLink::offerAgain(const QList<Offer> &offers)
{
    return m_state->write(Right::Search,
                          [this, &offers](const EmbeddedEntries &entries) -> Result<> {
                              OfferedAgain offered(*m_state->database);
                              for (const auto &offer : offers) {
                                  if (const auto done = offered.add(offer, entries.writer()); !done)
                                      return done;
                              }
                              return {};
                          });
}

} // namespace central
