#pragma once

#include "democity/places.h"
#include "residents/person.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

// What will have happened to a household, before story.h tells it as states.
namespace democity {

/// What was written before a marriage or divorce changed it.
struct Former
{
    QDate until; ///< the day of the change; invalid = there was none
    QString family;
    QString familyKana;
    QString relationship;
    QString domicile;
    QString domicileHead;
};

struct Leaving
{
    QDate on;
    residents::MovementReason reason = residents::MovementReason::MoveOut;
    residents::Address to;
    bool dayUnknown = false; ///< found dead: the day is known only between two dates
};

struct MemberPlan
{
    residents::PersonName name; ///< as it ends up; readings with the state they end up in
    residents::Kind kind = residents::Kind::Japanese;
    residents::Sex sex = residents::Sex::Unknown;
    QDate born; ///< the day rules go by
    calendar::PartialDate bornOn;
    QString relationship;
    QString underFormerHead; ///< 続柄 before the head changed; empty = the same
    QString domicile;
    QString domicileHead;
    QDate joins;
    residents::MovementReason enters = residents::MovementReason::MoveIn;
    residents::Address from;
    std::optional<residents::ForeignItems> foreign;
    std::optional<Leaving> leaving;
    Former former;
    QDate aliasOn;
    QDate formerFamilyOn;
    QDate readingOn; ///< the day the furigana were recorded; invalid = with the entry or not yet
    bool nationalInsurance = false;
    QDate allowanceSince; ///< 児童手当; invalid = receives none
    QString telephone;
    bool unprintable = false;
};

struct Removing
{
    QDate on;
    Place to;
};

struct HouseholdPlan
{
    QList<MemberPlan> members;
    int head = 0;        ///< index of the present (or last) head
    int formerHead = -1; ///< index of the one before, who leaves; -1 = none
    Place home;
    QList<Removing> moves; ///< 転居 of the whole household, in order
    QList<int> planned;    ///< members who have notified their 転出
    residents::Address plannedTo;
    bool manualOrder = false;
};

} // namespace democity
