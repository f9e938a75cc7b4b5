#pragma once

#include "base/result.h"
#include "cache/entryanswers.h"
#include "residents/person.h"
#include "residents/restriction.h"

#include <QList>

#include <memory>
#include <optional>

namespace storage {
class Database;
class Statement;
} // namespace storage

namespace cache {

class HiddenPlaces;

/// The reads of CacheReader of what clerks entered.
class EntryReads
{
public:
    Q_DISABLE_COPY_MOVE(EntryReads)

    /// Restrictions that were filed at this station and that the file does not hold: from now on
    /// they protect as those of the register do.
    void protectAlso(const QList<residents::Restriction> &filed);
    /// Newest number first. Nothing for who has none.
    [[nodiscard]] base::Result<QList<NoteAnswer>> notes(base::PersonId id);
    [[nodiscard]] base::Result<ContactAnswer> contact(base::PersonId id);
    /// All on him and on the household he stands in now, ended ones too.
    [[nodiscard]] base::Result<QList<residents::Restriction>> restrictions(base::PersonId id);
    /// 仮登録 that wait, oldest first: all, or those on him and on his household.
    [[nodiscard]] base::Result<QList<residents::Entry>> waitingEntries();
    [[nodiscard]] base::Result<QList<residents::Entry>> waitingEntries(base::PersonId id);
    /// Those that are 本登録, about this person or this household, oldest first.
    [[nodiscard]] base::Result<QList<residents::Entry>> registeredEntries(base::PersonId id);
    [[nodiscard]] base::Result<QList<residents::Entry>> registeredEntries(base::HouseholdId id);
    [[nodiscard]] base::Result<std::optional<residents::Entry>> entry(qint64 number);
    /// Leaves out, as notes() and contact(), what comes from elsewhere (the register's answer to a
    /// conflict). Whether something was left out.
    [[nodiscard]] base::Result<bool> withhold(residents::Entered &entered);

protected:
    explicit EntryReads(std::unique_ptr<storage::Database> database);
    ~EntryReads();

    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<HiddenPlaces> m_hiddenPlaces;

private:
    /// A person as he stands, and the rows of a table that are about him.
    struct About
    {
        residents::Snapshot person;
        QList<QByteArray> bodies;
    };
    /// Inside the caller's read transaction.
    [[nodiscard]] base::Result<About> readAbout(base::PersonId id, const QString &statement);
    [[nodiscard]] bool leaveOut(residents::Entered &entered, const residents::Snapshot &now) const;
    [[nodiscard]] base::Result<QList<residents::Entry>> entriesOf(storage::Statement &statement,
                                                                  residents::EntryState state);
    /// Number 0: of no person, of no household.
    [[nodiscard]] base::Result<QList<residents::Entry>> entriesOn(qint64 person, qint64 household,
                                                                  residents::EntryState state);
};

} // namespace cache
