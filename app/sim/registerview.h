#pragma once

#include "base/result.h"
#include "central/centrallink.h"
#include "residents/entry.h"
#include "residents/household.h"
#include "residents/person.h"

#include <QMap>

namespace sim {

/// Rows of a replica or of the register itself, read and understood.
class RegisterView final
{
public:
    /// Everything the register would load into a station now.
    [[nodiscard]] static base::Result<RegisterView> of(central::CentralLink &link);
    /// Only what clerks enter: notes, contacts and entries.
    [[nodiscard]] static base::Result<RegisterView> entered(central::CentralLink &link);
    [[nodiscard]] base::Result<> add(central::Table table, const central::Row &row);

    /// How many rows a submission made: by its marker, in notes, contacts and entries.
    [[nodiscard]] int countOf(const QString &marker) const;
    [[nodiscard]] const residents::Entry *entry(qint64 number) const;

    /// What does not fit together, in words; empty when all does. A change is one: whoever reads
    /// sees all of it or nothing.
    [[nodiscard]] QString halfChange() const;
    /// Versions with a gap, in words; empty when there is none.
    [[nodiscard]] QString gap() const;

    central::Position position;
    QByteArray digest; ///< of a replica: over all its rows, as the register makes its own
    QMap<qint64, residents::Snapshot> people;
    QMap<qint64, residents::Household> households;
    QMap<qint64, residents::Restriction> restrictions;
    QList<residents::Note> notes;
    QList<residents::Contact> contacts;
    QMap<qint64, residents::Entry> entries;
    /// The version of each row, by what names it.
    QMap<QString, int> versions;

private:
    [[nodiscard]] static base::Result<RegisterView> read(central::CentralLink &link,
                                                         const QList<central::Table> &tables);
    [[nodiscard]] QString wrongEntry(const residents::Entry &entry) const;
    void seen(const QString &what, qint64 id, int version);
    QMap<QString, QList<int>> m_series; ///< of notes and contacts: each version is a row
};

} // namespace sim
