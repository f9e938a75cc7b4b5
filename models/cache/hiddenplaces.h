#pragma once

#include "base/result.h"
#include "residents/person.h"
#include "residents/restriction.h"
#include "residents/withheld.h"
#include "storage/database.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace cache {

/// Where those live whose address is hidden, and where those of them went who have left the city.
/// Read again when the file has changed; some hundred places in a city.
class HiddenPlaces final
{
public:
    /// What was filed at this station and is not in the file yet. It protects as what the register
    /// holds does: an address told meanwhile cannot be taken back.
    void setFiled(const QList<residents::Restriction> &filed);
    [[nodiscard]] bool hasFiled() const { return !m_filed.isEmpty(); }
    /// Of those in force on the day, what is on this person or on his household.
    [[nodiscard]] QList<residents::Restriction> filedOn(const residents::Snapshot &person,
                                                        QDate day) const;
    /// Whether one of them hides where this person lives, or this household.
    [[nodiscard]] bool hides(base::PersonId person) const
    {
        return m_hiddenPeople.contains(person.value);
    }
    [[nodiscard]] bool hides(base::HouseholdId household) const
    {
        return m_hiddenHouseholds.contains(household.value);
    }

    /// Within a read transaction of the database that is asked each time.
    [[nodiscard]] base::Result<> renew(storage::Database &database);
    /// Takes them out of a state of a person who now stands so; 備考 that name one too. What he
    /// himself hides is another question (FoundPerson::addressHidden); his present address is told
    /// by his own record, not by theirs.
    [[nodiscard]] residents::Places withhold(residents::Snapshot &state,
                                             const residents::Snapshot &now) const;

    /// Whether words written by somebody (送付先, 納税管理人, 備考) name one, for this person. Any
    /// flat of the house counts: words do not tell which.
    [[nodiscard]] bool isNamedIn(const QString &words, const residents::Snapshot &now) const;

private:
    struct Home
    {
        QString municipality;
        QString building; ///< as text::foldAddress
        qint64 person = 0;
        qint64 household = 0; ///< who lives there with him; 0 = nobody of the city
    };
    void add(const residents::Address &address, const residents::Snapshot &person);
    void addHomesOf(const residents::Snapshot &person);
    [[nodiscard]] base::Result<> addFiled(storage::Database &database);
    [[nodiscard]] base::Result<> addHousehold(storage::Database &database, qint64 household,
                                              bool whole);
    [[nodiscard]] static bool isOwn(const Home &home, const residents::Snapshot &now);
    QHash<QString, QList<Home>> m_homes; ///< by town and lot as text::foldAddress
    QList<residents::Restriction> m_filed;
    QSet<qint64> m_hiddenPeople;     ///< by what was filed here
    QSet<qint64> m_hiddenHouseholds; ///< by what was filed here
    qint64 m_dataVersion = -1;
};

} // namespace cache
