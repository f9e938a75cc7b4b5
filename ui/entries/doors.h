#pragma once

#include "desk/answer.h"
#include "desk/clerk.h"
#include "desk/entryviews.h"
#include "desk/visit.h"

#include <QDate>
#include <QDateTime>

#include <functional>

namespace desk {
class OutboxDesk;
class WriteEntries;
} // namespace desk

namespace entries {

/// Who an entry is about.
struct About
{
    base::PersonId person;
    base::HouseholdId household;
};

/// What the tab needs from the desk, bound to one visit.
struct Doors
{
    desk::Rights rights;
    bool telephone = false; ///< no telephone number or address is shown
    QDate today;
    std::function<QDateTime()> now; ///< UTC
    std::function<desk::Answer<desk::PersonEntries>(base::PersonId)> entries;
    std::function<desk::Answer<desk::EditStart>(base::PersonId, const residents::Proposal &)> begin;
    std::function<void()> end;
    std::function<desk::Answer<>(base::PersonId, central::LockKey, const QString &reason)>
        breakLock;
    std::function<desk::Answer<QString>(base::PersonId, const residents::Proposal &,
                                        const QString &draft)>
        keepDraft;
    std::function<desk::Answer<desk::Filed>(base::PersonId, const residents::Proposal &,
                                            const QString &draft)>
        file;
    std::function<desk::Answer<QList<desk::OutboxLine>>()> items; ///< this station's
    std::function<desk::Answer<desk::OutboxItem>(const QString &uuid)> open;
    std::function<desk::Answer<>(const QString &uuid)> discard;

    [[nodiscard]] bool may(desk::Right right) const { return rights.testFlag(right); }
    [[nodiscard]] explicit operator bool() const { return bool(entries); }
};

/// The two desks outlive the pages of the visit.
[[nodiscard]] Doors doorsOf(desk::WriteEntries &writing, desk::OutboxDesk &outbox,
                            const desk::Visit &visit);

} // namespace entries
