#include "central/embeddedpasswords.h"

#include "base/errorname.h"
#include "central/embeddedlinkstate.h"
#include "central/pgpassword.h"
#include "storage/eachrow.h"

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

Result<bool> EmbeddedPasswords::mustChange(const User &user)
{
    if (user.passwordChangedOn.addDays(m_policy.passwordDays) < m_today)
        return true;
    auto statement = m_database.statement(QStringLiteral("central/must_change_of"));
    if (!statement)
        return base::fail(statement);
    statement->bind("user_id"_L1, user.id);
    bool marked = false;
    const auto read =
        storage::eachRow(*statement, [&marked](const auto &row) { marked = row.integer(0) > 0; });
    if (!read)
        return base::fail(read);
    return marked;
}

Result<> EmbeddedPasswords::demandNew(const QString &userId, const base::Secret &wanted)
{
    auto statement = m_database.statement(QStringLiteral("central/kept_passwords"));
    if (!statement)
        return base::fail(statement);
    statement->bind("user_id"_L1, userId);
    QList<PasswordVerifier> kept;
    const auto read = storage::eachRow(*statement, [&kept](const auto &row) {
        kept.append({.salt = {.iterations = int(row.integer(0)), .salt = row.bytes(1)},
                     .storedKey = row.bytes(2)});
    });
    if (!read)
        return base::fail(read);
    for (const auto &one : kept) {
        const auto same = storedKey(wanted, one.salt);
        if (!same)
            return base::fail(same);
        if (*same == one.storedKey)
            return base::fail(ErrorCode::PasswordUsed);
    }
    return {};
}

Result<> EmbeddedPasswords::keep(const QString &userId, const base::Secret &password)
{
    const auto verifier = passwordVerifier(password);
    if (!verifier)
        return base::fail(verifier);
    const auto parts = verifierParts(*verifier);
    if (!parts)
        return base::fail(parts);
    auto add = m_database.statement(QStringLiteral("central/kept_password_add"));
    if (!add)
        return base::fail(add);
    add->bind("user_id"_L1, userId);
    add->bind("iterations"_L1, parts->salt.iterations);
    add->bind("salt"_L1, parts->salt.salt);
    add->bind("stored"_L1, parts->storedKey);
    if (const auto done = add->exec(); !done)
        return done;
    auto forget = m_database.statement(QStringLiteral("central/kept_password_forget"));
    if (!forget)
        return base::fail(forget);
    forget->bind("user_id"_L1, userId);
    forget->bind("kept"_L1, m_policy.passwordHistory);
    return forget->exec();
}

Result<> EmbeddedPasswords::mark(const QString &userId, bool mustChange)
{
    auto statement = m_database.statement(mustChange ? QStringLiteral("central/must_change_put")
                                                     : QStringLiteral("central/must_change_end"));
    if (!statement)
        return base::fail(statement);
    statement->bind("user_id"_L1, userId);
    return statement->exec();
}

Result<> EmbeddedPasswords::set(const QString &userId, const base::Secret &password,
                                bool mustChange)
{
    if (const auto kept = keep(userId, password); !kept)
        return kept;
    return mark(userId, mustChange);
}

Result<> EmbeddedPasswords::change(const QString &userId, const base::Secret &password)
{
    auto day = m_database.statement(QStringLiteral("central/user_set_password_day"));
    if (!day)
        return base::fail(day);
    day->bind("user_id"_L1, userId);
    day->bind("password_changed_on"_L1, m_today.toString(Qt::ISODate));
    if (const auto done = day->exec(); !done)
        return done;
    return set(userId, password, false);
}

Result<> EmbeddedLink::State::changePassword(const base::Secret &wanted)
{
    if (userId.isEmpty())
        return base::fail(ErrorCode::NotSignedIn);
    if (const auto who = usable(userId); !who)
        return base::fail(who);
    auto transaction = storage::Transaction::begin(*database);
    if (!transaction)
        return base::fail(transaction);
    EmbeddedPasswords passwords(*database, policy, clock.today());
    const auto fresh = passwords.demandNew(userId, wanted);
    if (!fresh && fresh.error().code != ErrorCode::PasswordUsed)
        return fresh;
    auto row = database->statement(QStringLiteral("central/password_log_add"));
    if (!row)
        return base::fail(row);
    row->bind("at"_L1, clock.now().toMSecsSinceEpoch());
    row->bind("user_id"_L1, userId);
    row->bind("station_id"_L1, stationId);
    row->bind("detail"_L1, fresh ? u"ok"_s : base::errorName(fresh.error().code));
    if (const auto noted = row->exec(); !noted)
        return noted;
    if (fresh) {
        if (const auto set = passwords.change(userId, wanted); !set)
            return set;
    }
    if (const auto committed = transaction->commit(); !committed)
        return committed;
    return fresh;
}

Result<> EmbeddedLink::changePassword(const base::Secret &wanted)
{
    return m_state->thread.runAndWait([this, &wanted] { return m_state->changePassword(wanted); });
}

} // namespace central
