#include "app/sim/registerview.h"

#include "residents/codec.h"

namespace sim {

using base::Result;
using central::Table;
using residents::EntryState;

namespace {

constexpr int allRows = 5000;
template <typename Record, typename Take>
Result<> take(Result<Record> record, Take keep)
{
    if (!record)
        return base::fail(record);
    keep(std::move(*record));
    return {};
}

} // namespace

Result<RegisterView> RegisterView::of(central::CentralLink &link)
{
    return read(link, {Table::Person, Table::Household, Table::Restriction, Table::Contact,
                       Table::Note, Table::Entry});
}

Result<RegisterView> RegisterView::entered(central::CentralLink &link)
{
    return read(link, {Table::Contact, Table::Note, Table::Entry});
}

Result<RegisterView> RegisterView::read(central::CentralLink &link, const QList<Table> &tables)
{
    RegisterView view;
    const auto at = link.position();
    if (!at)
        return base::fail(at);
    view.position = *at;
    for (const auto table : tables) {
        const auto chunk = link.chunk({.table = table, .after = {}, .limit = allRows});
        if (!chunk)
            return base::fail(chunk);
        for (const auto &row : chunk->rows) {
            if (const auto done = view.add(table, row); !done)
                return base::fail(done);
        }
    }
    return view;
}

void RegisterView::seen(const QString &what, qint64 id, int version)
{
    const QString name = QStringLiteral("%1 %2").arg(what).arg(id);
    versions[name] = qMax(versions.value(name), version);
    m_series[name].append(version);
}

Result<> RegisterView::add(Table table, const central::Row &row)
{
    switch (table) {
    case Table::Person:
        return take(residents::decodeSnapshot(row.body), [this](const residents::Snapshot &person) {
            versions[QStringLiteral("person %1").arg(person.id.person.value)] = person.id.version;
            people.insert(person.id.person.value, person);
        });
    case Table::Household:
        return take(residents::decodeHousehold(row.body), [this](const residents::Household &one) {
            versions[QStringLiteral("household %1").arg(one.id.value)] = one.version;
            households.insert(one.id.value, one);
        });
    case Table::Restriction:
        return take(residents::decodeRestriction(row.body), [this](residents::Restriction &&one) {
            versions[QStringLiteral("restriction %1").arg(one.id)] = one.version;
            restrictions.insert(one.id, one);
        });
    case Table::Contact:
        return take(residents::decodeContact(row.body), [this](residents::Contact &&one) {
            seen(QStringLiteral("contact of person"), one.person.value, one.version);
            contacts.append(std::move(one));
        });
    case Table::Note:
        return take(residents::decodeNote(row.body), [this](residents::Note &&one) {
            seen(QStringLiteral("note"), one.id, one.version);
            notes.append(std::move(one));
        });
    case Table::Entry:
        return take(residents::decodeEntry(row.body), [this](const residents::Entry &one) {
            // A decision is the second state of an entry, and the last.
            versions[QStringLiteral("entry %1").arg(one.number)] =
                one.state == EntryState::Provisional ? 1 : 2;
            entries.insert(one.number, one);
        });
    default:
        return {};
    }
}

int RegisterView::countOf(const QString &marker) const
{
    const auto isNote = [&marker](const auto &note) { return note.text == marker; };
    const auto isContact = [&marker](const auto &one) { return one.sendName == marker; };
    const auto isEntry = [&marker](const auto &entry) { return entry.proposal.reason == marker; };
    return int(std::count_if(notes.begin(), notes.end(), isNote) +
               std::count_if(contacts.begin(), contacts.end(), isContact) +
               std::count_if(entries.begin(), entries.end(), isEntry));
}

const residents::Entry *RegisterView::entry(qint64 number) const
{
    const auto found = entries.constFind(number);
    return found == entries.cend() ? nullptr : &*found;
}

QString RegisterView::wrongEntry(const residents::Entry &entry) const
{
    const auto *proposed = std::get_if<residents::Restriction>(&entry.proposal.entered);
    if (!proposed)
        return QStringLiteral("it proposes no restriction"); // no other is entered here
    const auto found = restrictions.constFind(proposed->id);
    if (found == restrictions.cend())
        return QStringLiteral("its restriction is not there");
    const bool isNew = entry.proposal.baseVersion == 0;
    const int base = isNew ? 1 : entry.proposal.baseVersion;
    const bool waits = entry.state == EntryState::Provisional;
    if (waits && (found->version != base || found->provisional != isNew))
        return QStringLiteral("it waits and its restriction has gone on");
    const bool made = entry.state == EntryState::Registered || isNew;
    if (!waits && (found->version < base + (made ? 1 : 0) || (isNew && found->version == 1)))
        return QStringLiteral("it was decided and its restriction does not say so");
    if (!waits && entry.state != EntryState::Withdrawn && entry.checker.user == entry.author.user)
        return QStringLiteral("its author decided it");
    return {};
}

QString RegisterView::halfChange() const
{
    for (const auto &entry : entries) {
        if (const QString wrong = wrongEntry(entry); !wrong.isEmpty())
            return QStringLiteral("entry %1: %2").arg(entry.number).arg(wrong);
    }
    for (const auto &one : restrictions) {
        const auto makes = [&one](const residents::Entry &entry) {
            const auto *made = std::get_if<residents::Restriction>(&entry.proposal.entered);
            return made && made->id == one.id && entry.state == EntryState::Provisional;
        };
        if (one.provisional && std::none_of(entries.begin(), entries.end(), makes))
            return QStringLiteral("restriction %1 waits and no entry says why").arg(one.id);
    }
    for (const auto &person : people) {
        // A household moves as one: the word for it stands in its address and in everybody's.
        const auto home = households.constFind(person.household.value);
        if (home == households.cend() || home->address.building != person.address.building)
            return QStringLiteral("person %1 and household %2 are of two changes")
                .arg(person.id.person.value)
                .arg(person.household.value);
    }
    return {};
}

QString RegisterView::gap() const
{
    for (auto at = m_series.cbegin(); at != m_series.cend(); ++at) {
        auto series = *at;
        std::sort(series.begin(), series.end());
        for (qsizetype i = 0; i < series.size(); ++i) {
            if (series.at(i) != i + 1)
                return QStringLiteral("%1: version %2 stands at %3")
                    .arg(at.key())
                    .arg(series.at(i))
                    .arg(i + 1);
        }
    }
    return {};
}

} // namespace sim
