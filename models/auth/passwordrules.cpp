#include "auth/passwordrules.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace auth {

using base::ErrorCode;
using base::Secret;

namespace {

constexpr std::size_t leastKinds = 5;
constexpr std::size_t similarEdits = 3;

bool startsCharacter(std::uint8_t byte)
{
    return (byte & 0xc0) != 0x80;
}

/// ASCII letters in lower case: "Password" and "password" are alike.
Secret lowered(const Secret &text)
{
    Secret low = text;
    for (std::uint8_t &byte : low) {
        if (byte >= 'A' && byte <= 'Z')
            byte = static_cast<std::uint8_t>(byte - 'A' + 'a');
    }
    return low;
}

/// Levenshtein distance in bytes; wiped memory for its row, as it tells of the password.
std::size_t distance(const Secret &one, const Secret &other)
{
    Botan::secure_vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::size_t change = diagonal + (one[i] == other[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[other.size()];
}

bool holds(const Secret &text, const QString &part)
{
    const QByteArray sought = part.toLower().toUtf8();
    return !sought.isEmpty() && std::search(text.begin(), text.end(), sought.begin(), sought.end(),
                                            [](std::uint8_t a, char b) {
                                                return a == static_cast<std::uint8_t>(b);
                                            }) != text.end();
}

base::Result<int> policyNumber(const tables::Table &policy, QDate day, const QString &name)
{
    const auto row = policy.rowOn(day, {{QStringLiteral("name"), name}});
    if (!row)
        return base::fail(row);
    const int value = row->number(QStringLiteral("value"));
    if (value < 1)
        return base::fail(ErrorCode::TableUnreadable, name);
    return value;
}

} // namespace

base::Result<PasswordRules> passwordRules(const tables::Table &policy, QDate day)
{
    const auto length = policyNumber(policy, day, QStringLiteral("password_length"));
    if (!length)
        return base::fail(length);
    const auto life = policyNumber(policy, day, QStringLiteral("password_life"));
    if (!life)
        return base::fail(life);
    const auto history = policyNumber(policy, day, QStringLiteral("password_history"));
    if (!history)
        return base::fail(history);
    return PasswordRules{.length = *length, .lifeDays = *life, .history = *history};
}

base::Result<PasswordVerdict> judgePassword(const PasswordChange &change,
                                            const PasswordRules &rules, PasswordDigest digest)
{
    const Secret &wanted = change.wanted;
    if (std::count_if(wanted.begin(), wanted.end(), startsCharacter) < rules.length)
        return PasswordVerdict::TooShort;
    if (std::set<std::uint8_t>(wanted.begin(), wanted.end()).size() < leastKinds)
        return PasswordVerdict::Monotonous;
    const Secret low = lowered(wanted);
    if (holds(low, change.userId))
        return PasswordVerdict::HoldsUserId;
    if (!change.present.empty() && distance(low, lowered(change.present)) <= similarEdits)
        return PasswordVerdict::Similar;
    const auto count = std::min(change.past.size(), static_cast<std::size_t>(rules.history));
    for (std::size_t i = 0; i < count; ++i) {
        const auto same = digest(wanted, change.past[i].salt);
        if (!same)
            return base::fail(same);
        if (*same == change.past[i].digest)
            return PasswordVerdict::UsedBefore;
    }
    return PasswordVerdict::Good;
}

QDate passwordEnds(QDate changedOn, const PasswordRules &rules)
{
    return changedOn.addDays(rules.lifeDays - 1);
}

} // namespace auth
