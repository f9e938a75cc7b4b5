#include "journal/outbox.h"

#include "base/errorname.h"
#include "storage/database.h"
#include "storage/eachrow.h"

namespace journal {

using base::ErrorCode;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 keptDays = 40; // design.md 3: as long as the register keeps its feed

bool mayFollow(ItemState before, ItemState next)
{
    using S = ItemState;
    switch (before) {
    case S::Draft:
        return next == S::Filed || next == S::Discarded;
    case S::Filed:
        return next == S::Provisional || next == S::Registered || next == S::Conflict ||
               next == S::Refused || next == S::Withdrawn;
    case S::Provisional:
        return next == S::Registered || next == S::SentBack || next == S::Withdrawn ||
               next == S::Filed;
    case S::Registered:
        return next == S::Filed || next == S::Provisional;
    case S::Conflict:
    case S::SentBack:
        return next == S::Discarded;
    case S::Refused:
        return next == S::Filed || next == S::Draft || next == S::Withdrawn;
    case S::Withdrawn:
    case S::Discarded:
        return false;
    }
    return false;
}

QByteArray filled(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

Item itemOf(const storage::Statement &row)
{
    return {.uuid = row.text(0),
            .user = row.text(1),
            .person = row.integer(2),
            .household = row.integer(3),
            .kind = static_cast<int>(row.integer(4)),
            .proposal = row.bytes(5),
            .before = row.bytes(6),
            .state = ItemState(row.integer(7)),
            .reason = row.text(8),
            .answer = row.text(9),
            .madeAtMs = row.integer(10),
            .filedAtMs = row.integer(11),
            .changedAtMs = row.integer(12),
            .tries = static_cast<int>(row.integer(13)),
            .feedNumber = row.integer(14),
            .acknowledgedAtMs = row.integer(15),
            .entry = row.integer(16),
            .theirs = row.bytes(17)};
}

} // namespace

bool mayBecome(const Item &item, ItemState next)
{
    if (item.state == next)
        return !isSettled(next);
    if (item.state == ItemState::Filed && next == ItemState::Withdrawn)
        return item.tries == 0;
    return mayFollow(item.state, next);
}

Outbox::Outbox(storage::Database &database)
    : m_database(database)
{
}

Result<> Outbox::put(const Item &item)
{
    const auto known = this->item(item.uuid);
    if (!known)
        return base::fail(known);
    if (*known && **known == item)
        return {};
    const bool allowed = *known ? mayBecome(**known, item.state)
                                : item.state == ItemState::Draft || item.state == ItemState::Filed;
    if (!allowed)
        return base::fail(ErrorCode::Unexpected,
                          QStringLiteral("outbox: state %1 after %2")
                              .arg(static_cast<int>(item.state))
                              .arg(*known ? static_cast<int>((*known)->state) : 0));
    // Read before it was sent, written after: that would forget what the register may hold. It does
    // not hold what it refused, nor the draft that became of it.
    const bool mayBeThere =
        *known && (*known)->state != ItemState::Refused && (*known)->state != ItemState::Draft;
    if (mayBeThere && item.tries < (*known)->tries)
        return base::fail(ErrorCode::Unexpected, QStringLiteral("outbox: sent in between"));
    auto statement = m_database.statement(*known ? QStringLiteral("journal/outbox_change")
                                                 : QStringLiteral("journal/outbox_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, item.uuid);
    statement->bind("user_id"_L1, item.user);
    statement->bind("person_id"_L1, item.person);
    statement->bind("household_id"_L1, item.household);
    statement->bind("kind"_L1, item.kind);
    statement->bind("proposal"_L1, filled(item.proposal));
    statement->bind("before"_L1, filled(item.before));
    statement->bind("state"_L1, static_cast<int>(item.state));
    statement->bind("reason"_L1, item.reason);
    statement->bind("answer"_L1, item.answer);
    statement->bind("made_at_ms"_L1, item.madeAtMs);
    statement->bind("filed_at_ms"_L1, item.filedAtMs);
    statement->bind("changed_at_ms"_L1, item.changedAtMs);
    statement->bind("tries"_L1, item.tries);
    statement->bind("feed_number"_L1, item.feedNumber);
    statement->bind("acknowledged_at_ms"_L1, item.acknowledgedAtMs);
    statement->bind("entry"_L1, item.entry);
    statement->bind("theirs"_L1, filled(item.theirs));
    if (const auto done = statement->exec(); !done)
        return done;
    return recount();
}

Result<> Outbox::recount()
{
    auto statement = m_database.statement(QStringLiteral("journal/outbox_waiting"));
    if (!statement)
        return base::fail(statement);
    return storage::eachRow(*statement, [this](const storage::Statement &row) {
        m_waiting = static_cast<int>(row.integer(0));
    });
}

Result<QList<Item>> Outbox::read(storage::Statement &statement)
{
    QList<Item> found;
    const auto read = storage::eachRow(
        statement, [&found](const storage::Statement &row) { found.append(itemOf(row)); });
    if (!read)
        return base::fail(read);
    return found;
}

Result<std::optional<Item>> Outbox::item(const QString &uuid)
{
    auto statement = m_database.statement(QStringLiteral("journal/outbox_one"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, uuid);
    const auto found = read(*statement);
    if (!found)
        return base::fail(found);
    return found->isEmpty() ? std::optional<Item>() : std::optional<Item>(found->first());
}

Result<QList<Item>> Outbox::items(const QList<ItemState> &states)
{
    auto statement = m_database.statement(QStringLiteral("journal/outbox_list"));
    if (!statement)
        return base::fail(statement);
    qint64 bits = 0;
    for (const ItemState state : states)
        bits |= qint64{1} << static_cast<int>(state);
    statement->bind("states"_L1, bits);
    return read(*statement);
}

Result<QList<Item>> Outbox::acknowledgedAfter(qint64 feedNumber)
{
    auto statement = m_database.statement(QStringLiteral("journal/outbox_acknowledged"));
    if (!statement)
        return base::fail(statement);
    statement->bind("feed_number"_L1, feedNumber);
    return read(*statement);
}

Result<> Outbox::noteLost(const QString &uuid)
{
    auto statement = m_database.statement(QStringLiteral("journal/outbox_lost"));
    if (!statement)
        return base::fail(statement);
    statement->bind("uuid"_L1, uuid);
    statement->bind("reason"_L1, base::errorName(ErrorCode::RegisterUnknown));
    return statement->exec();
}

Result<int> Outbox::forget(qint64 nowMs, qint64 backedUpTo)
{
    auto statement = m_database.statement(QStringLiteral("journal/outbox_forget"));
    if (!statement)
        return base::fail(statement);
    statement->bind("old_ms"_L1, nowMs - keptDays * dayMs);
    statement->bind("shown_ms"_L1, nowMs - dayMs);
    statement->bind("backed_up_to"_L1, backedUpTo);
    if (const auto done = statement->exec(); !done)
        return base::fail(done);
    return static_cast<int>(m_database.changes());
}

} // namespace journal
