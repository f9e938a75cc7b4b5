#pragma once

#include "desk/answer.h"
#include "desk/clerk.h"
#include "desk/entryviews.h"

#include <QDateTime>

#include <functional>

namespace desk {
class OutboxDesk;
}

namespace outbox {

/// What the page needs from the desk.
struct Procedures
{
    bool supervisor = false;        ///< sees what is stuck of others
    bool inVisit = false;           ///< a record can be opened from here
    bool telephone = false;         ///< it is by telephone
    std::function<QDateTime()> now; ///< UTC
    std::function<desk::Answer<QList<desk::OutboxLine>>(bool settled)> items;
    std::function<desk::Answer<desk::OutboxItem>(const QString &)> open;
    std::function<desk::Answer<desk::Filed>(const QString &)> retry;
    std::function<desk::Answer<>(const QString &, const QString &reason)> withdraw;
    std::function<desk::Answer<>(const QString &)> discard;
    std::function<desk::Answer<QString>(const QString &)> keepAsDraft;
};

/// The desk outlives the page.
[[nodiscard]] Procedures proceduresOf(desk::OutboxDesk &desk);

/// What can be done about an item, by its state; only by its author.
[[nodiscard]] bool mayOpen(const desk::OutboxLine &line);
[[nodiscard]] bool mayRetry(const desk::OutboxLine &line);
/// To be edited again: a draft itself, or as a new one.
[[nodiscard]] bool mayEdit(const desk::OutboxLine &line);
[[nodiscard]] bool mayWithdraw(const desk::OutboxLine &line);
[[nodiscard]] bool mayDiscard(const desk::OutboxLine &line);

} // namespace outbox
