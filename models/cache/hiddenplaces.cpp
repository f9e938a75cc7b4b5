#include "cache/hiddenplaces.h"

#include "cache/readparts.h"
#include "storage/eachrow.h"
#include "text/address.h"

#include <algorithm>

namespace cache {

using base::Result;

Result<> HiddenPlaces::renew(storage::Database &database)
{
    auto version = database.statement(QStringLiteral("cache/data_version"));
    if (!version)
        return base::fail(version);
    qint64 now = 0;
    const auto asked =
        storage::eachRow(*version, [&now](const auto &row) { now = row.integer(0); });
    if (!asked)
        return asked;
    if (now == m_dataVersion)
        return {};
    auto statement = database.statement(QStringLiteral("cache/hidden_homes"));
    if (!statement)
        return base::fail(statement);
    QList<QByteArray> bodies;
    const auto read =
        storage::eachRow(*statement, [&bodies](const auto &row) { bodies.append(row.bytes(0)); });
    if (!read)
        return read;
    m_dataVersion = -1;
    m_homes.clear();
    for (const QByteArray &body : std::as_const(bodies)) {
        const auto person = snapshotOf(body);
        if (!person)
            return base::fail(person);
        m_homes[person->address.street()].append(
            {.building = person->address.building,
             .folded = text::foldAddress(person->address.town + person->address.lot),
             .household = person->household.value});
    }
    m_dataVersion = now;
    return {};
}

residents::Places HiddenPlaces::withhold(residents::Snapshot &state,
                                         const residents::Snapshot &now) const
{
    return residents::withholdPlaces(state, [this, &now](const residents::Address &address) {
        if (address == now.address && residents::isPresent(now.state))
            return false;
        const QList<Home> homes = m_homes.value(address.street());
        return std::any_of(homes.begin(), homes.end(), [&address, &now](const Home &home) {
            // Another flat of the house tells nothing; a house without one tells all.
            const bool same = home.building == address.building || home.building.isEmpty() ||
                              address.building.isEmpty();
            return same && home.household != now.household.value;
        });
    });
}

bool HiddenPlaces::isNamedIn(const QString &words, base::HouseholdId own) const
{
    const QString folded = text::foldAddress(words);
    if (folded.isEmpty())
        return false;
    const auto names = [&folded, own](const Home &home) {
        if (home.household == own.value || home.folded.isEmpty())
            return false;
        for (qsizetype at = folded.indexOf(home.folded); at >= 0;
             at = folded.indexOf(home.folded, at + 1)) {
            const qsizetype behind = at + home.folded.size();
            if (behind == folded.size() || !folded.at(behind).isDigit()) // 1-2 is not 1-20
                return true;
        }
        return false;
    };
    return std::any_of(m_homes.begin(), m_homes.end(), [&names](const QList<Home> &homes) {
        return std::any_of(homes.begin(), homes.end(), names);
    });
}

} // namespace cache
