#pragma once

#include "tax/ledger.h"

#include <QWidget>

class QLabel;

namespace widgets {
class Card;
class FormGrid;
} // namespace widgets

namespace taxui {

class Sheet;

/// One 期 with everything that happened to it: 調定, payments, refunds, reliefs, seizure, stop of
/// execution, write-off.
class PeriodSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit PeriodSheet(QWidget *parent = nullptr);
    void showRow(const tax::LedgerRow &row);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    [[nodiscard]] widgets::FormGrid *freshForm(QWidget *holder) const;
    void fillCharge(const tax::LedgerRow &row);
    void fillPayments(const tax::LedgerRow &row);
    void fillRefunds(const tax::LedgerRow &row);
    void fillMeasures(const tax::LedgerRow &row);

    tax::LedgerRow m_row;
    int m_columns = 0;
    QLabel *m_title;
    QWidget *m_charge;
    QLabel *m_noPayments;
    Sheet *m_payments;
    widgets::Card *m_refundCard;
    QWidget *m_refunds;
    widgets::Card *m_measureCard;
    Sheet *m_measures;
};

} // namespace taxui
