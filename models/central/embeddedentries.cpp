#include "central/embeddedentries.h"

#include "base/crypto.h"
#include "central/entryrows.h"
#include "central/entryrules.h"
#include "central/moverows.h"
#include "central/offeredagain.h"
#include "central/replicatables.h"
#include "residents/codec.h"
#include "storage/eachrow.h"

namespace central {

using base::ErrorCode;
using base::Result;
using residents::Contact;
using residents::Entry;
using residents::EntryState;
using residents::Note;
using residents::Proposal;
using residents::Restriction;
using namespace Qt::StringLiterals;

namespace {

SubmissionAnswer conflictWith(std::optional<residents::Entered> theirs)
{
    return {.verdict = Verdict::Conflict,
            .feedNumber = 0,
            .entry = 0,
            .at = {},
            .theirs = std::move(theirs)};
}

template <typename Id>
Result<> demandThere(EntryRows &rows, Id id)
{
    const auto there = rows.isThere(id);
    if (!there)
        return base::fail(there);
    if (!*there)
        return base::fail(ErrorCode::ResidentUnknown);
    return {};
}

bool isEmpty(const Contact &contact)
{
    return contact.telephone.isEmpty() && contact.sendPostalCode.isEmpty() &&
           contact.sendAddress.isEmpty() && contact.sendName.isEmpty();
}

} // namespace

/// A row of submission.
struct EmbeddedEntries::Answered
{
    QString uuid;
    QString userId;
    QByteArray content; ///< SHA-256 of the plain proposal
    SubmissionAnswer answer;
};

Result<std::optional<EmbeddedEntries::Answered>> EmbeddedEntries::answered(const QString &uuid)
{
    auto statement = m_database.statement(QStringLiteral("central/submission_by_uuid"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, uuid);
    std::optional<Answered> found;
    QByteArray theirs;
    const auto read = storage::eachRow(*statement, [&](const auto &row) {
        found = Answered{.uuid = uuid,
                         .userId = row.text(0),
                         .content = row.bytes(1),
                         .answer = {.verdict = Verdict(row.integer(2)),
                                    .feedNumber = row.integer(3),
                                    .entry = row.integer(4),
                                    .at = QDateTime::fromMSecsSinceEpoch(row.integer(6), Qt::UTC),
                                    .theirs = {}}};
        theirs = row.bytes(5);
    });
    if (!read)
        return base::fail(read);
    if (!theirs.isEmpty()) {
        auto record = residents::decodeProposal(theirs);
        if (!record)
            return base::fail(record);
        found->answer.theirs = std::move(record->entered);
    }
    return found;
}

Result<> EmbeddedEntries::keep(const Answered &answered, const Submission &submission)
{
    auto statement = m_database.statement(QStringLiteral("central/submission_add"));
    if (!statement)
        return base::fail(statement);
    const auto &answer = answered.answer;
    QByteArray theirs;
    if (answer.theirs)
        theirs =
            residents::encode(Proposal{.entered = *answer.theirs, .baseVersion = 0, .reason = {}});
    statement->bind("uuid"_L1, answered.uuid);
    statement->bind("user_id"_L1, answered.userId);
    statement->bind("content"_L1, answered.content);
    statement->bind("verdict"_L1, int(answer.verdict));
    statement->bind("feed_number"_L1, answer.feedNumber);
    statement->bind("entry_id"_L1, answer.entry);
    statement->bind("theirs"_L1, theirs);
    statement->bind("filed_at"_L1,
                    submission.filedAt.isValid() ? submission.filedAt.toMSecsSinceEpoch() : 0);
    statement->bind("at"_L1, answer.at.toMSecsSinceEpoch());
    return statement->exec();
}

Result<std::optional<SubmissionAnswer>> EmbeddedEntries::answerTo(const QString &uuid)
{
    const auto before = answered(uuid);
    if (!before)
        return base::fail(before);
    return *before ? std::optional((*before)->answer) : std::optional<SubmissionAnswer>();
}

Result<> EmbeddedEntries::log(QLatin1StringView action, qint64 subject, const QString &detail)
{
    auto statement = m_database.statement(QStringLiteral("central/register_log_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("at"_L1, m_writer.by.at.toMSecsSinceEpoch());
    statement->bind("user_id"_L1, m_writer.by.user);
    statement->bind("station_id"_L1, m_writer.stationId);
    statement->bind("action"_L1, QString(action));
    statement->bind("subject"_L1, subject);
    statement->bind("detail"_L1, detail);
    return statement->exec();
}

Result<qint64> EmbeddedEntries::write(Table table, Row row)
{
    ReplicaTables tables(m_database);
    auto at = tables.position(m_registerId);
    if (!at)
        return base::fail(at);
    if (const auto done = tables.feed(*at, table, row); !done)
        return base::fail(done);
    if (const auto done = tables.put(table, row, row.key.version); !done)
        return base::fail(done);
    return row.rowVersion;
}

Result<SubmissionAnswer> EmbeddedEntries::submit(const Submission &submission)
{
    const auto uuid = plainUuid(submission.uuid);
    if (!uuid)
        return base::fail(uuid);
    const auto plain = plainProposal(submission.proposal);
    if (!plain)
        return base::fail(plain);
    const auto content = base::crypto::sha256(residents::encode(*plain));
    const auto before = answered(*uuid);
    if (!before)
        return base::fail(before);
    if (*before) {
        if ((*before)->userId != m_writer.by.user || (*before)->content != content)
            return base::fail(ErrorCode::RegisterRefused, QStringLiteral("the uuid came before"));
        return (*before)->answer;
    }
    const auto offered = OfferedAgain(m_database).waits(*uuid);
    if (!offered)
        return base::fail(offered);
    if (*offered)
        return base::fail(ErrorCode::EntryPending, QStringLiteral("offered again"));
    const auto acknowledged =
        OfferedAgain(m_database).acknowledgedAt(*uuid, m_writer.by.user, *plain);
    if (!acknowledged)
        return base::fail(acknowledged);
    m_acknowledgedAt = *acknowledged;
    auto answer = enter(*plain);
    if (!answer)
        return answer;
    answer->at = m_writer.by.at;
    const Answered kept{
        .uuid = *uuid, .userId = m_writer.by.user, .content = content, .answer = *answer};
    if (const auto done = keep(kept, submission); !done)
        return base::fail(done);
    const auto logged = log("submit"_L1, residents::personOf(plain->entered).value, *uuid);
    if (!logged)
        return base::fail(logged);
    return answer;
}

bool EmbeddedEntries::isNewer(const QDateTime &written) const
{
    return m_acknowledgedAt && written > *m_acknowledgedAt;
}

Result<bool> EmbeddedEntries::hasEntry(const std::function<bool(const Entry &)> &isSuch)
{
    EntryRows rows(m_database);
    const auto next = rows.nextNumber(Table::Entry);
    if (!next)
        return base::fail(next);
    for (qint64 number = 1; number < *next; ++number) {
        const auto entry = rows.entry(number);
        if (!entry)
            return base::fail(entry);
        if (*entry && isSuch(**entry))
            return true;
    }
    return false;
}

Result<bool> EmbeddedEntries::isNewer(const Restriction &standing)
{
    if (!m_acknowledgedAt)
        return false;
    return hasEntry([this, &standing](const Entry &entry) {
        const auto *of = std::get_if<Restriction>(&entry.proposal.entered);
        if (!of || of->id != standing.id)
            return false;
        const bool set = entry.proposal.baseVersion == 0 && isNewer(entry.author.at);
        return set || (entry.state == EntryState::Registered && isNewer(entry.checker.at));
    });
}

Result<SubmissionAnswer> EmbeddedEntries::enter(const Proposal &proposal)
{
    if (const auto *note = std::get_if<Note>(&proposal.entered))
        return enter(*note, proposal.baseVersion);
    if (const auto *contact = std::get_if<Contact>(&proposal.entered))
        return enter(*contact, proposal.baseVersion);
    if (std::holds_alternative<residents::Move>(proposal.entered))
        return enterMove(proposal);
    return enterRestriction(proposal);
}

Result<SubmissionAnswer> EmbeddedEntries::enter(Note note, int baseVersion)
{
    EntryRows rows(m_database);
    if (const auto there = demandThere(rows, note.person); !there)
        return base::fail(there);
    if (note.id == 0) {
        const auto next = rows.nextNumber(Table::Note);
        if (!next)
            return base::fail(next);
        note.id = *next;
    } else {
        const auto now = rows.note(note.id);
        if (!now)
            return base::fail(now);
        if (!*now || (*now)->person != note.person)
            return base::fail(ErrorCode::EntryUnknown);
        if ((*now)->version != baseVersion || (*now)->withdrawn || isNewer((*now)->by.at))
            return conflictWith(**now);
    }
    note.version = baseVersion + 1;
    note.by = m_writer.by;
    const auto number =
        write(Table::Note,
              {.key = {note.id, note.version}, .rowVersion = 0, .body = residents::encode(note)});
    if (!number)
        return base::fail(number);
    return SubmissionAnswer{.verdict = Verdict::Registered, .feedNumber = *number};
}

Result<SubmissionAnswer> EmbeddedEntries::enter(Contact contact, int baseVersion)
{
    EntryRows rows(m_database);
    if (const auto there = demandThere(rows, contact.person); !there)
        return base::fail(there);
    const auto now = rows.contact(contact.person);
    if (!now)
        return base::fail(now);
    if ((*now ? (*now)->version : 0) != baseVersion || (*now && isNewer((*now)->by.at)))
        return conflictWith(*now ? std::optional<residents::Entered>(**now) : std::nullopt);
    if (!*now && isEmpty(contact))
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("telephone"));
    contact.version = baseVersion + 1;
    contact.by = m_writer.by;
    const auto number = write(Table::Contact, {.key = {contact.person.value, contact.version},
                                               .rowVersion = 0,
                                               .body = residents::encode(contact)});
    if (!number)
        return base::fail(number);
    return SubmissionAnswer{.verdict = Verdict::Registered, .feedNumber = *number};
}

Result<SubmissionAnswer> EmbeddedEntries::enterRestriction(Proposal proposal)
{
    EntryRows rows(m_database);
    auto &restriction = std::get<Restriction>(proposal.entered);
    const auto there = restriction.person.value != 0 ? demandThere(rows, restriction.person)
                                                     : demandThere(rows, restriction.household);
    if (!there)
        return base::fail(there);
    std::optional<Restriction> current;
    if (restriction.id != 0) {
        const auto now = rows.restriction(restriction.id);
        if (!now)
            return base::fail(now);
        if (!*now || (*now)->person != restriction.person ||
            (*now)->household != restriction.household)
            return base::fail(ErrorCode::EntryUnknown);
        current = *now;
    }
    const auto waits = rows.waiting(restriction);
    if (!waits)
        return base::fail(waits);
    if (*waits)
        return base::fail(ErrorCode::EntryPending);
    if (current) {
        const auto newer = isNewer(*current);
        if (!newer)
            return base::fail(newer);
        if (*newer || current->version != proposal.baseVersion)
            return conflictWith(*current);
    } else {
        const auto next = rows.nextNumber(Table::Restriction);
        if (!next)
            return base::fail(next);
        restriction.id = *next;
        Restriction set = restriction;
        set.provisional = true;
        if (const auto done = write(set); !done)
            return base::fail(done);
    }
    return fileEntry(std::move(proposal));
}

Result<SubmissionAnswer> EmbeddedEntries::fileEntry(Proposal proposal)
{
    const auto next = EntryRows(m_database).nextNumber(Table::Entry);
    if (!next)
        return base::fail(next);
    const auto *restriction = std::get_if<Restriction>(&proposal.entered);
    const base::HouseholdId household = restriction ? restriction->household : base::HouseholdId{};
    const Entry entry{.number = *next,
                      .state = EntryState::Provisional,
                      .proposal = std::move(proposal),
                      .author = m_writer.by,
                      .station = m_writer.stationId,
                      .checker = {},
                      .answer = {}};
    if (const auto *move = std::get_if<residents::Move>(&entry.proposal.entered)) {
        if (const auto done = MoveRows(m_database).hold(*move, entry.number); !done)
            return base::fail(done);
    } else {
        auto waiting = m_database.statement(QStringLiteral("central/entry_waiting_add"));
        if (!waiting)
            return base::fail(waiting);
        waiting->bind("entry_id"_L1, entry.number);
        waiting->bind("person_id"_L1, residents::personOf(entry.proposal.entered).value);
        waiting->bind("household_id"_L1, household.value);
        if (const auto done = waiting->exec(); !done)
            return base::fail(done);
    }
    const auto number = write(entry);
    if (!number)
        return base::fail(number);
    return SubmissionAnswer{
        .verdict = Verdict::Provisional, .feedNumber = *number, .entry = entry.number};
}

Result<qint64> EmbeddedEntries::write(const Restriction &restriction)
{
    return write(
        Table::Restriction,
        {.key = {restriction.id, 0}, .rowVersion = 0, .body = residents::encode(restriction)});
}

Result<qint64> EmbeddedEntries::write(const Entry &entry)
{
    return write(Table::Entry,
                 {.key = {entry.number, 0}, .rowVersion = 0, .body = residents::encode(entry)});
}

} // namespace central
