#pragma once

#include "app/casebook/bookclock.h"
#include "central/centrallink.h"
#include "central/registerowner.h"

#include <functional>
#include <memory>

namespace casebook {

/// On which implementation of the register a book is run.
enum class LinkKind { Embedded, Postgres };

struct RegisterOrder
{
    QString folder; ///< empty; everything of the register is in it
    const BookClock &clock;
    QDate lastDay; ///< no password ages before it
    QList<central::Station> stations;
    central::CityPart city;
};

/// A register of this run alone, with the training mark, whose day can be set.
struct TrainingRegister
{
    std::shared_ptr<void> server; ///< ends with the register
    std::unique_ptr<central::RegisterOwner> owner;
    /// Somebody's way to it, not signed in yet.
    std::function<base::Result<std::unique_ptr<central::CentralLink>>(const QString &user)> connect;
    /// The day of a server; one in this program goes by RegisterOrder::clock.
    std::function<base::Result<>(const QDateTime &moment)> goTo;
};
[[nodiscard]] base::Result<TrainingRegister> makeRegister(LinkKind kind,
                                                          const RegisterOrder &order);

} // namespace casebook
