#pragma once

#include "base/ids.h"
#include "calendar/partialdate.h"
#include "residents/person.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace cache {

/// First to last day, both included.
struct BirthRange
{
    QDate from;
    QDate to;
};

/// What to look for. A name of one or more parts, in kana (any width), kanji or Latin letters; a
/// part of each is enough. At least one of name, birth, address, head, telephone, person,
/// household; sex and `withRemoved` only narrow. How many conditions a clerk must give is the
/// desk's rule.
struct Query
{
    QString name;
    std::optional<BirthRange> birth;
    QString address;
    QString headName;
    QString telephone; ///< at least the last 4 digits, or the first 4
    std::optional<base::PersonId> person;
    std::optional<base::HouseholdId> household;
    std::optional<residents::Sex> sex;
    bool withRemoved = false;
    int limit = 100;
    QDate today; ///< for restrictions in force
};

enum class MatchedName { Current, FormerFamily, Alias, Past };

/// One line of an answer. Address and head are empty when `addressHidden`.
struct FoundPerson
{
    base::SnapshotId id;
    base::HouseholdId household;
    QString name; ///< the registered glyphs
    QString kana;
    calendar::PartialDate bornOn;
    residents::Sex sex = residents::Sex::Unknown;
    residents::Kind kind = residents::Kind::Japanese;
    residents::State state = residents::State::Resident;
    QString address;
    QString headName;
    /// 支援措置 or another restriction that hides the address, on him, on his household or on
    /// somebody who lives in it; also one that begins later.
    bool addressHidden = false;
    bool restricted = false; ///< some 抑止 in force today
    MatchedName matched = MatchedName::Current;
};
struct FoundPeople
{
    QList<FoundPerson> rows; ///< best match first, then kana, birth, 宛名番号
    bool more = false;       ///< there are more than the limit
};

} // namespace cache
