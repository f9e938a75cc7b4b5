#pragma once

#include "base/result.h"
#include "residents/withheld.h"
#include "storage/database.h"

#include <QHash>
#include <QList>

namespace cache {

/// Where those live whose address is hidden. Read again when the file has changed; some hundred
/// places in a city.
class HiddenPlaces final
{
public:
    /// Within a read transaction of the database that is asked each time.
    [[nodiscard]] base::Result<> renew(storage::Database &database);
    /// Takes them out of a state of a person who now lives in `own`. What he himself hides is
    /// another question (FoundPerson::addressHidden); his present address is told by his own
    /// record, not by theirs.
    [[nodiscard]] residents::Places withhold(residents::Snapshot &state,
                                             const residents::Snapshot &now) const;

    /// Whether words written by somebody (送付先, 納税管理人) name one, for a person of this
    /// household. Any flat of the house counts: words do not tell which.
    [[nodiscard]] bool isNamedIn(const QString &words, base::HouseholdId own) const;

private:
    struct Home
    {
        QString building;
        QString folded; ///< town and lot as text::foldAddress
        qint64 household = 0;
    };
    QHash<QString, QList<Home>> m_homes; ///< by street
    qint64 m_dataVersion = -1;
};

} // namespace cache
