#pragma once

#include "tax/ledger.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace taxui {

/// One 期 in the chart.
struct ArrearsBar
{
    QString label; ///< "令和8年度 市県民税 第3期"
    qint64 paidYen = 0;
    qint64 unpaidYen = 0;
    bool operator==(const ArrearsBar &) const = default;
};

/// The 期別 of every tax and year in which something is unpaid, oldest first, paid ones of the same
/// year among them: what the arrears are a part of. The newest `most` have a bar each; those before
/// them share the first, so that nothing that is owed is left out.
[[nodiscard]] QList<ArrearsBar> arrearsBars(const QList<tax::LedgerRow> &rows, int most = 24);

/// Draws the bars into `place`, on screen or paper: paid is white, unpaid is hatched, and each bar
/// says its amounts in figures, so that nothing depends on colour. Sizes follow the painter's font.
void paintArrears(QPainter &painter, const QRectF &place, const QList<ArrearsBar> &bars);
/// The height `paintArrears` needs in the size of `font`.
[[nodiscard]] double arrearsHeight(const QFont &font, qsizetype bars);

/// The chart on a page.
class ArrearsChart final : public QWidget
{
    Q_OBJECT

public:
    explicit ArrearsChart(QWidget *parent = nullptr);
    void setBars(const QList<ArrearsBar> &bars);
    [[nodiscard]] const QList<ArrearsBar> &bars() const { return m_bars; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<ArrearsBar> m_bars;
};

} // namespace taxui
