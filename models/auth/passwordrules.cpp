#include "auth/passwordrules.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace auth {

using base::Secret;

namespace {

constexpr std::size_t leastKinds = 5;
constexpr std::size_t similarEdits = 3;
constexpr qsizetype leastNamePart = 3;
constexpr std::size_t leastPart = 5; ///< of one password inside another

bool startsCharacter(std::uint8_t byte)
{
    return (byte & 0xc0) != 0x80;
}

bool isPlain(std::uint8_t byte)
{
    return byte >= ' ' && byte <= '~';
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

bool holds(const Secret &text, const Secret &part)
{
    return std::search(text.begin(), text.end(), part.begin(), part.end()) != text.end();
}

bool holds(const Secret &text, const QString &part)
{
    const QByteArray sought = part.toLower().toUtf8();
    return !sought.isEmpty() && holds(text, Secret(sought.begin(), sought.end()));
}

bool holdsName(const Secret &low, const PasswordChange &change)
{
    if (holds(low, change.userId))
        return true;
    const QStringList parts = change.name.simplified().split(u' ');
    return std::any_of(parts.begin(), parts.end(), [&low](const QString &part) {
        return part.size() >= leastNamePart && holds(low, part);
    });
}

/// "moon-harvest" of "harvest-moon".
bool isTurned(const Secret &one, const Secret &other)
{
    if (one.size() != other.size())
        return false;
    Secret twice = other;
    twice.insert(twice.end(), other.begin(), other.end());
    return holds(twice, one) || std::equal(one.begin(), one.end(), other.rbegin(), other.rend());
}

bool isSimilar(const Secret &one, const Secret &other)
{
    const Secret &shorter = one.size() < other.size() ? one : other;
    const Secret &longer = one.size() < other.size() ? other : one;
    return distance(one, other) <= similarEdits || isTurned(one, other) ||
           (shorter.size() >= leastPart && holds(longer, shorter));
}

} // namespace

QList<PasswordFault> faultsOf(const PasswordChange &change, const PasswordRules &rules)
{
    const Secret &wanted = change.wanted;
    const Secret low = lowered(wanted);
    QList<PasswordFault> faults;
    if (std::count_if(wanted.begin(), wanted.end(), startsCharacter) < rules.length)
        faults.append(PasswordFault::TooShort);
    if (!std::all_of(wanted.begin(), wanted.end(), isPlain))
        faults.append(PasswordFault::Unusual);
    if (std::set<std::uint8_t>(wanted.begin(), wanted.end()).size() < leastKinds)
        faults.append(PasswordFault::Monotonous);
    if (holdsName(low, change))
        faults.append(PasswordFault::HoldsName);
    if (!change.present.empty() && isSimilar(low, lowered(change.present)))
        faults.append(PasswordFault::Similar);
    return faults;
}

QDate passwordEnds(QDate changedOn, int lifeDays)
{
    return changedOn.addDays(lifeDays);
}

} // namespace auth
