#include "tax/ledger.h"

#include <algorithm>

namespace tax {

QList<QString *> notesOf(TaxpayerFile &file)
{
    QList<QString *> notes;
    for (Negotiation &one : file.negotiations)
        notes << &one.with << &one.text;
    for (Property &one : file.properties)
        notes << &one.words;
    return notes;
}

qint64 paidPrincipal(const LedgerRow &row, QDate until)
{
    qint64 yen = 0;
    for (const Payment &payment : row.payments) {
        if (!until.isValid() || payment.receivedOn <= until)
            yen += payment.principalYen;
    }
    return yen;
}

qint64 refundedPrincipal(const LedgerRow &row)
{
    qint64 yen = 0;
    for (const Refund &refund : row.refunds) {
        if (refund.state == RefundState::Paid || refund.state == RefundState::Appropriated)
            yen += refund.principalYen;
    }
    return yen;
}

qint64 unpaidPrincipal(const LedgerRow &row)
{
    const qint64 writtenOff = row.writeOff ? row.writeOff->yen : 0;
    const qint64 kept = paidPrincipal(row) - refundedPrincipal(row);
    return std::max<qint64>(0, row.chargedYen - kept - writtenOff);
}

qint64 overpaidPrincipal(const LedgerRow &row)
{
    const qint64 kept = paidPrincipal(row) - refundedPrincipal(row);
    return std::max<qint64>(0, kept - row.chargedYen);
}

} // namespace tax
