#pragma once

#include "cache/cachereader.h"
#include "residents/household.h"

#include <QList>
#include <QString>

#include <optional>

namespace desk {

/// A record as one person may see it now; its log row is on disk.
struct ResidentView
{
    residents::PersonRecord record;
    int age = 0; ///< 満年齢 today by 年齢計算ニ関スル法律; -1 when the birth date does not tell
    bool addressHidden = false; ///< the person opens it without the reason that shows the address
    residents::Places withheld; ///< left out: somebody who hides lives there now
    /// His address is protected: by a restriction on him, his household or somebody he lives with,
    /// also before it begins.
    bool isProtected = false;
    /// An 異動 of his or of his household waits: what is shown is the former state (design.md 2).
    bool moveWaits = false;
    quint64 logRow = 0;
};

/// A member as a list shows him. Address and details only by opening the record.
struct MemberLine
{
    base::SnapshotId id;
    QString name;
    QString kana;
    QString relationship;
    calendar::PartialDate bornOn;
    int age = 0;
    residents::Sex sex = residents::Sex::Unknown;
    residents::Kind kind = residents::Kind::Japanese;
    residents::State state = residents::State::Resident;
    bool isProtected = false;
    bool restricted = false;
    calendar::PartialDate leftOn; ///< for those removed
};
struct HouseholdView
{
    base::HouseholdId id;
    QString address; ///< empty when hidden
    bool addressHidden = false;
    QList<MemberLine> members;       ///< legal order (JS1 5.2)
    QList<MemberLine> formerMembers; ///< JS1 3.3
    quint64 logRow = 0;
};

/// One 異動 of a person.
using cache::HistoryLine;

struct HistoryView
{
    base::PersonId person;
    QList<HistoryLine> lines; ///< newest first
    quint64 logRow = 0;
};
/// One former state with the state before it, for comparison.
struct FormerStateView
{
    residents::Snapshot state;
    residents::Places withheld; ///< as ResidentView::withheld
    std::optional<residents::Snapshot> before;
    residents::Places withheldBefore;
    bool addressHidden = false;
    quint64 logRow = 0;
};

} // namespace desk
