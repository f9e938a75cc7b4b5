#pragma once

#include "residents/household.h"
#include "residents/moverules.h"
#include "text/lot.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

/// A town of the municipality (resources/tables/towns.csv), as an address begins with it.
struct Town
{
    QString code;       ///< 住所コード, 11 digits
    QString postalCode; ///< 7 digits; empty = unknown
    QString name;       ///< 大字・丁目
    text::Numbering numbering = text::Numbering::Lot;
    bool operator==(const Town &) const = default;
};

/// A household that an 異動 leaves or joins, with everybody in it open. Its log row is on disk.
struct MoveHousehold
{
    residents::Household household;
    QList<residents::Snapshot> members; ///< present ones, in legal order
    bool isProtected = false;           ///< the address of one of them is hidden
    quint64 logRow = 0;
};

/// A household that somebody may join.
struct PlaceHousehold
{
    base::HouseholdId id;
    QString headName; ///< empty: it has no 世帯主
    QString building;
    int members = 0;
};
/// Who lives at a town and lot. Who hides is not among them. Its log row is on disk.
struct PlaceView
{
    QStringList buildings; ///< 方書 in use there, in order
    QList<PlaceHousehold> households;
    quint64 logRow = 0;
};

/// Somebody known here with the three items of a newcomer.
struct KnownPerson
{
    base::SnapshotId id;
    QString name;
    calendar::PartialDate bornOn;
    residents::State state = residents::State::Resident;
    QString address;     ///< empty while it is hidden
    bool closed = false; ///< protected, and this clerk may not open it
};
/// Its log row is on disk.
struct KnownPeople
{
    QList<KnownPerson> people;
    quint64 logRow = 0;
};

} // namespace desk
