#include "ui/tax/periodsheet.h"

#include "calendar/deadlines.h"
#include "ui/tax/forms.h"
#include "ui/tax/ledgermodel.h"
#include "ui/tax/sheet.h"
#include "ui/tax/wording.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

using widgets::TextRole;

namespace taxui {

namespace {

constexpr int lastOrdinaryPeriod = 20;

/// A place for forms that are made anew.
QWidget *holderIn(QWidget *parent)
{
    auto *holder = new QWidget(parent);
    auto *column = new QVBoxLayout(holder);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    widgets::setSpacingEm(column, 0.6);
    return holder;
}

void empty(QWidget *holder)
{
    while (QLayoutItem *item = holder->layout()->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void addRule(QWidget *holder)
{
    auto *rule = widgets::line(holder);
    holder->layout()->addWidget(rule);
    rule->show();
}

/// Three forms' columns beside each other need so much; with large text there are two.
int columnsFor(int width)
{
    constexpr double threeEm = 56;
    return width < widgets::em(threeEm) ? 2 : 3;
}

QString yearWords(int year)
{
    return year > 0 ? calendar::fiscalYearName(year) : QString();
}

} // namespace

PeriodSheet::PeriodSheet(QWidget *parent)
    : QWidget(parent)
    , m_title(widgets::label({}, TextRole::Heading, this))
    , m_noPayments(widgets::label(tr("No payment has been booked."), TextRole::Muted, this))
    , m_refundCard(new widgets::Card(tr("Overpayment, refund, appropriation"), this))
    , m_measureCard(new widgets::Card(tr("Reliefs and measures"), this))
{
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    widgets::setSpacingEm(column, 0.6);
    auto *card = new widgets::Card({}, this);
    m_charge = holderIn(card);
    m_payments = new Sheet(card);
    m_payments->setObjectName(QStringLiteral("payments"));
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_charge);
    card->body()->addWidget(widgets::label(tr("Payments"), TextRole::Heading, card));
    card->body()->addWidget(m_noPayments);
    card->body()->addWidget(m_payments);
    column->addWidget(card);
    m_refunds = holderIn(m_refundCard);
    m_refundCard->body()->addWidget(m_refunds);
    column->addWidget(m_refundCard);
    m_measures = new Sheet(m_measureCard);
    m_measures->setObjectName(QStringLiteral("measures"));
    m_measureCard->body()->addWidget(m_measures);
    column->addWidget(m_measureCard);
}

void PeriodSheet::showRow(const tax::LedgerRow &row)
{
    m_row = row;
    m_columns = columnsFor(width());
    fill();
}

void PeriodSheet::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int columns = columnsFor(event->size().width());
    if (columns == m_columns)
        return;
    m_columns = columns;
    fill();
}

widgets::FormGrid *PeriodSheet::freshForm(QWidget *holder) const
{
    auto *form = new widgets::FormGrid(m_columns, holder);
    holder->layout()->addWidget(form);
    return form;
}

void PeriodSheet::fill()
{
    const tax::LedgerRow &row = m_row;
    m_title->setText(groupWords(row) + QChar(0x3000) + periodWords(row.period));
    fillCharge(row);
    fillPayments(row);
    fillRefunds(row);
    fillMeasures(row);
}

void PeriodSheet::fillCharge(const tax::LedgerRow &row)
{
    empty(m_charge);
    auto *form = freshForm(m_charge);
    const auto add = [form](const QString &name, const QString &value) {
        form->addValue(name, value);
    };
    const auto addKnown = [&add](const QString &name, const QString &value) {
        if (!value.isEmpty())
            add(name, value);
    };
    add(tr("Charged for the period"), yenWords(row.chargedYen));
    add(tr("Unpaid"), yenWords(tax::unpaidPrincipal(row)));
    add(tr("Due on"), dayWords(row.dueOn));
    add(tr("Notice number"), row.notice);
    add(tr("Year of settlement"), yearWords(row.settlementYear));
    add(tr("Present or past year"), row.settlementYear > row.fiscalYear
                                        ? tr("Past year", "settlement")
                                        : tr("Present year", "settlement"));
    add(tr("Ordinary or extraordinary"), row.period > lastOrdinaryPeriod
                                             ? tr("Extraordinary", "settlement")
                                             : tr("Ordinary", "settlement"));
    add(tr("Settled on"), dayWords(row.settledOn));
    add(tr("Legal due date and the like"), dayWords(row.legalDueOn));
    add(tr("Direct debit"), row.directDebit ? tr("Yes", "debit") : tr("No", "debit"));
    addKnown(tr("Why the debit failed"), row.debitFailure);
    addKnown(tr("Demand sent on"), dayWords(row.demandSentOn));
    addKnown(tr("Demand published on"), dayWords(row.demandPublishedOn));
    addKnown(tr("Fee of the demand"),
             row.demandFeeYen > 0 ? yenWords(row.demandFeeYen) : QString());
    addKnown(tr("Reminder sent on"), dayWords(row.reminderSentOn));
    addKnown(tr("Fixed late charge"),
             row.fixedLateChargeYen ? yenWords(*row.fixedLateChargeYen) : QString());
    addKnown(tr("Corrected on"), dayWords(row.correctedOn));
    if (row.correctedOn.isValid()) {
        add(tr("Charged at first"), yenWords(row.chargedAtFirstYen));
        addKnown(tr("Reason of the correction"), row.correctionReason);
    }
    if (row.byInstalments)
        add(tr("Pledge to pay by instalments"), tr("Covers this period"));
    finish(form);
}

void PeriodSheet::fillPayments(const tax::LedgerRow &row)
{
    using Column = Sheet::Column;
    m_payments->setColumns({Column::Word, Column::Word, Column::Word, Column::Amount,
                            Column::Amount, Column::Amount, Column::Amount, Column::Text},
                           {tr("Received on"), tr("Booked on"), tr("Channel"), tr("Tax (yen)"),
                            tr("Late charge (yen)"), tr("Fee (yen)"), tr("Sum (yen)"),
                            tr("Receipt")});
    tax::Payment sum;
    const auto whole = [](const tax::Payment &one) {
        return one.principalYen + one.lateChargeYen + one.feeYen;
    };
    for (const tax::Payment &one : row.payments) {
        const QString booked =
            one.preliminary ? tr("Preliminary", "payment") : shortDayWords(one.bookedOn);
        m_payments->addRow({shortDayWords(one.receivedOn), booked, of(one.channel),
                            amountWords(one.principalYen), amountWords(one.lateChargeYen),
                            amountWords(one.feeYen), amountWords(whole(one)), one.receipt});
        sum.principalYen += one.principalYen;
        sum.lateChargeYen += one.lateChargeYen;
        sum.feeYen += one.feeYen;
    }
    m_payments->addRow({tr("Total"),
                        {},
                        {},
                        amountWords(sum.principalYen),
                        amountWords(sum.lateChargeYen),
                        amountWords(sum.feeYen),
                        amountWords(whole(sum)),
                        {}},
                       Sheet::RowKind::Total);
    m_payments->setVisible(!row.payments.isEmpty());
    m_noPayments->setVisible(row.payments.isEmpty());
}

void PeriodSheet::fillRefunds(const tax::LedgerRow &row)
{
    empty(m_refunds);
    for (const tax::Refund &one : row.refunds) {
        if (m_refunds->layout()->count() > 0)
            addRule(m_refunds);
        auto *form = freshForm(m_refunds);
        const bool elsewhere = one.state == tax::RefundState::Appropriated;
        form->addValue(tr("State", "of a refund"), of(one.state));
        form->addValue(tr("Number of the refund notice"), one.number);
        form->addValue(tr("Reason of the overpayment"), one.reason);
        form->addValue(tr("Overpaid on"), dayWords(one.foundOn));
        form->addValue(elsewhere ? tr("Tax appropriated") : tr("Tax refunded"),
                       yenWords(one.principalYen));
        form->addValue(elsewhere ? tr("Late charge appropriated") : tr("Late charge refunded"),
                       yenWords(one.lateChargeYen));
        form->addValue(tr("Addition to the refund"), yenWords(one.additionYen));
        form->addValue(elsewhere ? tr("Appropriation fixed on") : tr("Refund fixed on"),
                       dayWords(one.decidedOn));
        form->addValue(tr("Refund notice sent on"), dayWords(one.noticeSentOn));
        form->addValue(tr("Refund paid on"), dayWords(one.paidOn));
        form->addValue(tr("Right to the refund lapses on"), dayWords(one.lapsesOn));
        form->addValue(tr("Appropriated to"), one.appropriatedTo);
        form->addValue(tr("Paid to the account"),
                       one.bank + (one.accountTail.isEmpty() ? QString() : QChar(0x3000)) +
                           accountWords(one.accountTail),
                       m_columns);
        finish(form);
    }
    m_refundCard->setVisible(!row.refunds.isEmpty());
}

void PeriodSheet::fillMeasures(const tax::LedgerRow &row)
{
    using Column = Sheet::Column;
    m_measures->setColumns({Column::Text, Column::Word, Column::Word, Column::Text},
                           {tr("Measure"), tr("From"), tr("To"), tr("Basis and details")});
    for (const tax::ReliefPeriod &one : row.reliefs)
        m_measures->addRow({tr("%1 (days left out of the late charge)").arg(of(one.kind)),
                            shortDayWords(one.from), shortDayWords(one.to), one.basis});
    if (!row.seizure.isEmpty())
        m_measures->addRow({tr("Disposition: %1").arg(row.seizure),
                            shortDayWords(row.seizedFrom),
                            shortDayWords(row.seizedTo),
                            {}});
    if (row.suspension) {
        const tax::Suspension &stop = *row.suspension;
        const QDate end = stop.cancelledOn.isValid() ? stop.cancelledOn : stop.lapsesOn;
        const QString basis = tr("Local Tax Act 15-7 (1) item %1. Decided on %2, notified on %3.")
                                  .arg(stop.item)
                                  .arg(shortDayWords(stop.decidedOn), shortDayWords(stop.noticeOn));
        m_measures->addRow({stop.cancelledOn.isValid() ? tr("Stop of execution, cancelled")
                                                       : tr("Stop of execution"),
                            shortDayWords(stop.from), shortDayWords(end), basis});
    }
    if (row.writeOff)
        m_measures->addRow(
            {tr("Written off: %1").arg(yenWords(row.writeOff->yen)),
             shortDayWords(row.writeOff->on),
             {},
             tr("%1, in the accounts of %2")
                 .arg(row.writeOff->basis, yearWords(row.writeOff->settlementYear))});
    m_measureCard->setVisible(m_measures->rowCount() > 0);
}

} // namespace taxui
