#include "central/bookings.h"

#include "storage/eachrow.h"

#include <algorithm>

namespace central {

using base::Result;
using namespace Qt::StringLiterals;

QDate newestBooking(const QList<tax::LedgerRow> &rows)
{
    QDate newest;
    for (const tax::LedgerRow &row : rows) {
        for (const tax::Payment &payment : row.payments) {
            if (payment.bookedOn.isValid() && (!newest.isValid() || newest < payment.bookedOn))
                newest = payment.bookedOn;
        }
    }
    return newest;
}

Result<> Bookings::note(const QList<tax::LedgerRow> &rows)
{
    const QDate newest = newestBooking(rows);
    if (!newest.isValid())
        return {};
    auto statement = m_database.statement(QStringLiteral("central/booking_put"));
    if (!statement)
        return base::fail(statement);
    const QString day = newest.toString(Qt::ISODate);
    statement->bind("up_to"_L1, QStringView(day));
    return statement->exec();
}

Result<QDate> Bookings::upTo()
{
    auto statement = m_database.statement(QStringLiteral("central/booking"));
    if (!statement)
        return base::fail(statement);
    QDate day;
    const auto read = storage::eachRow(
        *statement, [&day](const auto &row) { day = QDate::fromString(row.text(0), Qt::ISODate); });
    if (!read)
        return base::fail(read);
    return day;
}

} // namespace central
