#include "central/editlocks.h"

#include "storage/eachrow.h"

#include <algorithm>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

QDateTime moment(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

} // namespace

Result<std::optional<EditLock>> EditLocks::held(LockKey key)
{
    auto statement = m_database.statement(QStringLiteral("central/edit_lock_of"));
    if (!statement)
        return base::fail(statement);
    statement->bind("kind"_L1, int(key.kind));
    statement->bind("id"_L1, key.id);
    statement->bind("now"_L1, m_holder.since.toMSecsSinceEpoch());
    std::optional<EditLock> found;
    const auto read = storage::eachRow(*statement, [&found, key](const auto &row) {
        found = EditLock{.key = key,
                         .userId = row.text(0),
                         .userName = row.text(1),
                         .stationId = row.text(2),
                         .since = moment(row.integer(3)),
                         .until = moment(row.integer(4))};
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<> EditLocks::put(LockKey key, const QDateTime &since)
{
    auto statement = m_database.statement(QStringLiteral("central/edit_lock_put"));
    if (!statement)
        return base::fail(statement);
    statement->bind("kind"_L1, int(key.kind));
    statement->bind("id"_L1, key.id);
    statement->bind("session"_L1, m_session);
    statement->bind("user_id"_L1, m_holder.userId);
    statement->bind("user_name"_L1, m_holder.userName);
    statement->bind("station_id"_L1, m_holder.stationId);
    statement->bind("since"_L1, since.toMSecsSinceEpoch());
    statement->bind("until"_L1, m_holder.since.addSecs(editLockSeconds).toMSecsSinceEpoch());
    return statement->exec();
}

Result<QList<EditLock>> EditLocks::take(QList<LockKey> keys)
{
    const bool named = std::all_of(keys.cbegin(), keys.cend(), [](const LockKey &key) {
        return key.id > 0 &&
               (key.kind == LockKey::Kind::Household || key.kind == LockKey::Kind::Person);
    });
    if (!named || keys.size() > mostLocksAtOnce)
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("keys of locks"));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    QList<EditLock> others;
    QList<QDateTime> since;
    for (const auto key : std::as_const(keys)) {
        const auto now = held(key);
        if (!now)
            return base::fail(now);
        // The same clerk at the same workstation goes on, also after the program ended.
        const bool mine =
            *now && (*now)->userId == m_holder.userId && (*now)->stationId == m_holder.stationId;
        if (*now && !mine)
            others.append(**now);
        since.append(mine ? (*now)->since : m_holder.since);
    }
    if (!others.isEmpty())
        return others;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (const auto done = put(keys.at(i), since.at(i)); !done)
            return base::fail(done);
    }
    return others;
}

Result<> EditLocks::end(LockKey key)
{
    auto statement = m_database.statement(QStringLiteral("central/edit_lock_break"));
    if (!statement)
        return base::fail(statement);
    statement->bind("kind"_L1, int(key.kind));
    statement->bind("id"_L1, key.id);
    return statement->exec();
}

Result<> EditLocks::release(storage::Database &database, const QString &session)
{
    auto statement = database.statement(QStringLiteral("central/edit_lock_release"));
    if (!statement)
        return base::fail(statement);
    statement->bind("session"_L1, session);
    return statement->exec();
}

} // namespace central
