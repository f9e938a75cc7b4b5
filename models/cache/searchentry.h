#pragma once

#include "cache/namekeys.h"
#include "residents/person.h"

#include <QByteArray>
#include <QString>

namespace cache {

/// A person's row of the search index and his tokens.
struct SearchEntry
{
    qint64 person = 0;
    bool hidden = false; ///< no address, no head, and no token of either
    bool removed = false;
    int sex = 0;
    qint64 bornFrom = 0; ///< Julian day; 0 = nothing known
    qint64 bornTo = 0;
    QString sortKana = {};
    QString names = {}; ///< packed()
    QString addressKey = {};
    QString headKey = {};
    QString telephone = {}; ///< digits
    QString tokens = {};    ///< separated by spaces
};

/// What an entry takes from elsewhere than the person's own states.
struct SearchSurroundings
{
    bool hidden = false;    ///< as SearchEntry::hidden
    QString telephone = {}; ///< of the newest contact; of the state when there is no contact
};

/// Makes entries; one object for each thread.
class SearchEntryMaker final
{
public:
    [[nodiscard]] SearchEntry make(const residents::Snapshot &current,
                                   const QList<residents::Snapshot> &former,
                                   const SearchSurroundings &surroundings);

private:
    [[nodiscard]] const QString &addressKey(const residents::Address &address);
    NameKeyMaker m_names;
    QHash<QString, QString> m_addresses; // members of a household stand together
};

/// Which rules the index follows: those of the keys and those of the tokens.
[[nodiscard]] QString indexVersion();
/// Digits of a telephone number in any width.
[[nodiscard]] QString telephoneDigits(QStringView text);
/// Longest run of years a partly known birth is indexed for.
constexpr int mostBirthYears = 30;

} // namespace cache
