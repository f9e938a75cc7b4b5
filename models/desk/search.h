#pragma once

#include "cache/search.h"

#include <QList>

namespace desk {

using cache::BirthRange;
using cache::FoundPerson;
using cache::MatchedName;

/// Search conditions as the clerk gives them: at least two of name, birth, address, head,
/// telephone; or one number alone (design.md 5, R-ACQ-09). Sex and former residents only narrow.
/// The desk sets the limit and the day.
using SearchConditions = cache::Query;

struct FoundPeople
{
    QList<FoundPerson> rows; ///< at most Policy::rowLimit, best match first, then kana
    bool more = false;       ///< there are more than the limit
    quint64 logRow = 0;
};

} // namespace desk
