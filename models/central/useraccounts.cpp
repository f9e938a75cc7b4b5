#include "central/useraccounts.h"

#include "storage/eachrow.h"

namespace central {

using base::Result;
using namespace Qt::StringLiterals;

namespace {

QString text(QDate day)
{
    return day.toString(Qt::ISODate);
}

QDate day(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

bool covers(QDate from, QDate to, QDate day)
{
    return (!from.isValid() || from <= day) && (!to.isValid() || day <= to);
}

} // namespace

bool isValidOn(const User &user, QDate day)
{
    return covers(user.validFrom, user.validTo, day);
}

Rights rightsOn(const User &user, QDate day)
{
    Rights rights;
    for (const auto &grant : user.grants)
        rights.setFlag(grant.right,
                       rights.testFlag(grant.right) || covers(grant.from, grant.to, day));
    return rights;
}

Result<> UserAccounts::add(const User &user)
{
    auto account = m_database.statement(QStringLiteral("central/user_add"));
    if (!account)
        return base::fail(account);
    account->bind("user_id"_L1, user.id);
    account->bind("name"_L1, user.name);
    account->bind("section"_L1, user.section);
    account->bind("role"_L1, int(user.role));
    account->bind("fingerprint"_L1, user.certificateFingerprint);
    account->bind("password_changed_on"_L1, text(user.passwordChangedOn));
    account->bind("valid_from"_L1, text(user.validFrom));
    account->bind("valid_to"_L1, text(user.validTo));
    account->bind("locked"_L1, int(user.locked));
    account->bind("failures"_L1, user.failures);
    if (const auto done = account->exec(); !done)
        return base::fail(done);
    auto right = m_database.statement(QStringLiteral("central/grant_add"));
    if (!right)
        return base::fail(right);
    for (const auto &grant : user.grants) {
        right->bind("user_id"_L1, user.id);
        right->bind("right_bit"_L1, int(grant.right));
        right->bind("valid_from"_L1, text(grant.from));
        right->bind("valid_to"_L1, text(grant.to));
        if (const auto done = right->exec(); !done)
            return base::fail(done);
    }
    return {};
}

Result<> UserAccounts::add(const Station &station)
{
    auto statement = m_database.statement(QStringLiteral("central/station_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("station_id"_L1, station.id);
    statement->bind("name"_L1, station.name);
    statement->bind("scopes"_L1, station.scopes.join(u' '));
    statement->bind("log_key"_L1, station.logKey);
    return statement->exec();
}

Result<QList<Grant>> UserAccounts::grants(const QString &userId)
{
    auto statement = m_database.statement(QStringLiteral("central/grants_of"));
    if (!statement)
        return base::fail(statement);
    statement->bind("user_id"_L1, userId);
    QList<Grant> found;
    const auto read = storage::eachRow(*statement, [&found](const auto &row) {
        found.append(
            {.right = Right(row.integer(0)), .from = day(row.text(1)), .to = day(row.text(2))});
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<std::optional<User>> UserAccounts::user(const QString &userId)
{
    auto statement = m_database.statement(QStringLiteral("central/user_by_id"));
    if (!statement)
        return base::fail(statement);
    statement->bind("user_id"_L1, userId);
    std::optional<User> found;
    const auto read = storage::eachRow(*statement, [&found](const auto &row) {
        found = User{.id = row.text(0),
                     .name = row.text(1),
                     .section = row.text(2),
                     .role = Role(row.integer(3)),
                     .grants = {},
                     .certificateFingerprint = row.bytes(4),
                     .passwordChangedOn = day(row.text(5)),
                     .validFrom = day(row.text(6)),
                     .validTo = day(row.text(7)),
                     .locked = row.integer(8) != 0,
                     .failures = int(row.integer(9))};
    });
    if (!read)
        return base::fail(read);
    if (found) {
        auto rights = grants(userId);
        if (!rights)
            return base::fail(rights);
        found->grants = std::move(*rights);
    }
    return found;
}

Result<std::optional<CardHolder>> UserAccounts::holder(const QByteArray &fingerprint)
{
    auto statement = m_database.statement(QStringLiteral("central/user_by_fingerprint"));
    if (!statement)
        return base::fail(statement);
    statement->bind("fingerprint"_L1, fingerprint);
    std::optional<CardHolder> found;
    const auto read = storage::eachRow(*statement, [&found](const auto &row) {
        found = CardHolder{.userId = row.text(0), .name = row.text(1)};
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<std::optional<Station>> UserAccounts::station(const QString &stationId)
{
    auto statement = m_database.statement(QStringLiteral("central/station_by_id"));
    if (!statement)
        return base::fail(statement);
    statement->bind("station_id"_L1, stationId);
    std::optional<Station> found;
    const auto read = storage::eachRow(*statement, [&found](const auto &row) {
        found = Station{.id = row.text(0),
                        .name = row.text(1),
                        .scopes = row.text(2).split(u' ', Qt::SkipEmptyParts),
                        .logKey = row.bytes(3)};
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<> UserAccounts::setFailures(const QString &userId, int failures, bool locked)
{
    auto statement = m_database.statement(QStringLiteral("central/user_set_failures"));
    if (!statement)
        return base::fail(statement);
    statement->bind("user_id"_L1, userId);
    statement->bind("failures"_L1, failures);
    statement->bind("locked"_L1, int(locked));
    return statement->exec();
}

} // namespace central
