#pragma once

#include "base/result.h"
#include "storage/database.h"
#include "tax/ledger.h"

#include <QDate>
#include <QList>

namespace central {

/// The newest 会計日 of any payment; 速報 has none and counts for nothing. Invalid without any.
[[nodiscard]] QDate newestBooking(const QList<tax::LedgerRow> &rows);

/// Up to which 会計日 payments are in (消込), over register.db: the newest one of any payment.
class Bookings final
{
public:
    explicit Bookings(storage::Database &database)
        : m_database(database)
    {
    }
    /// Inside the caller's transaction.
    [[nodiscard]] base::Result<> note(const QList<tax::LedgerRow> &rows);
    /// Invalid when no payment was ever booked.
    [[nodiscard]] base::Result<QDate> upTo();

private:
    storage::Database &m_database;
};

} // namespace central
