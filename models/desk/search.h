#pragma once

#include "base/ids.h"
#include "calendar/partialdate.h"
#include "residents/person.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

/// A day, a month or a year of birth: from first to last day, both included.
struct BirthRange
{
    QDate from;
    QDate to;
    bool operator==(const BirthRange &) const = default;
};

/// Search conditions. At least two of name, birth, address, head, telephone; or one number alone
/// (design.md 5, R-ACQ-09). Sex and former residents only narrow.
struct SearchConditions
{
    QString name; ///< kana, kanji or Latin, any width; a part is enough; "氏 名" may be separated
    std::optional<BirthRange> birth;
    QString address; ///< part of 大字・丁目・番地・方書
    QString headName;
    QString telephone;
    std::optional<base::PersonId> person; ///< 宛名番号
    std::optional<base::HouseholdId> household; ///< 世帯番号
    std::optional<residents::Sex> sex;
    bool withRemoved = false; ///< 除票を含む
    bool operator==(const SearchConditions &) const = default;
};

/// Which name of the person answered.
enum class MatchedName { Current, FormerFamily, Alias, Past };

/// One line of the list. For a protected person (支援措置) address and head are absent.
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
    bool isProtected = false; ///< address and head are withheld
    bool restricted = false; ///< some 抑止 in force
    MatchedName matched = MatchedName::Current;
    bool operator==(const FoundPerson &) const = default;
};
struct FoundPeople
{
    QList<FoundPerson> rows; ///< at most Policy::rowLimit, best match first, then kana
    bool more = false; ///< there are more than the limit
    quint64 logRow = 0;
};

} // namespace desk
