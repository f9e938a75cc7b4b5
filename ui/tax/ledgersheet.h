#pragma once

#include "desk/taxviews.h"
#include "print/document.h"

#include <QScrollArea>

namespace widgets {
class Card;
} // namespace widgets

namespace taxui {

class ArrearsChart;
class LateChargePanel;
class PeriodSheet;
class TaxpayerSheet;

/// Below the ledger: the chosen 期, its late charge, the chart of arrears and the taxpayer's file.
class LedgerSheet final : public QScrollArea
{
    Q_OBJECT

public:
    explicit LedgerSheet(QWidget *parent = nullptr);
    void showFile(const desk::LedgerView &view);
    /// Null: no 期 is chosen (a heading or the total). `payOn` stands in the field at first.
    void showRow(const tax::LedgerRow *row, QDate payOn);
    void showLateCharge(const desk::LateChargeView &view);
    void openLateCharge();
    /// For paper, below the line that says up to when payments are in; none when nothing is unpaid.
    [[nodiscard]] print::Drawing chart(const QString &asOf) const;

Q_SIGNALS:
    void lateChargeWanted(QDate payOn);

private:
    void bringUp(const QWidget *part);

    PeriodSheet *m_period;
    LateChargePanel *m_lateCharge;
    widgets::Card *m_chartCard;
    ArrearsChart *m_chart;
    TaxpayerSheet *m_taxpayer;
};

} // namespace taxui
