#include "ui/tax/arrearschart.h"

#include "ui/tax/ledgermodel.h"
#include "ui/tax/wording.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QSet>

#include <algorithm>

namespace taxui {

namespace {

constexpr double rowFactor = 1.75; ///< height of a row, in heights of the text
constexpr double barFactor = 1.05;
constexpr double legendFactor = 2.2;
constexpr QRgb black = 0xff000000;

double unitOf(const QFont &font)
{
    return QFontInfo(font).pixelSize();
}

QString amountsOf(const ArrearsBar &bar)
{
    return ArrearsChart::tr("Paid %1　Unpaid %2", "amounts of a bar")
        .arg(amountWords(bar.paidYen), amountWords(bar.unpaidYen));
}

void paintBox(QPainter &painter, const QRectF &box, bool unpaid)
{
    if (box.width() <= 0)
        return;
    painter.setPen(QPen(QColor(black), 1));
    painter.setBrush(Qt::white);
    painter.drawRect(box);
    if (unpaid) {
        painter.setBrush(QBrush(QColor(black), Qt::BDiagPattern));
        painter.drawRect(box);
    }
}

/// What stands for what, and the unit.
void paintLegend(QPainter &painter, QPointF at, double unit)
{
    const auto entry = [&](bool unpaid, const QString &words) {
        paintBox(painter, QRectF(at.x(), at.y(), unit * 1.6, unit), unpaid);
        at.rx() += unit * 2.0;
        const double wide = QFontMetricsF(painter.font()).horizontalAdvance(words);
        painter.drawText(QRectF(at.x(), at.y() - unit * 0.3, wide + 2, unit * 1.6),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
        at.rx() += wide + unit * 1.5;
    };
    entry(false, ArrearsChart::tr("Paid", "chart"));
    entry(true, ArrearsChart::tr("Unpaid", "chart"));
    const QString unitWords = ArrearsChart::tr("(unit: yen)");
    painter.drawText(QRectF(at.x(), at.y() - unit * 0.3,
                            QFontMetricsF(painter.font()).horizontalAdvance(unitWords) + 2,
                            unit * 1.6),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, unitWords);
}

} // namespace

QList<ArrearsBar> arrearsBars(const QList<tax::LedgerRow> &rows, int most)
{
    QSet<int> owing; // by tax and year
    const auto groupOf = [](const tax::LedgerRow &row) {
        return tax::ledgerKey(row.kind, row.fiscalYear, 0);
    };
    for (const tax::LedgerRow &row : rows) {
        if (tax::unpaidPrincipal(row) > 0)
            owing.insert(groupOf(row));
    }
    QList<tax::LedgerRow> shown;
    for (const tax::LedgerRow &row : rows) {
        if (owing.contains(groupOf(row)))
            shown.append(row);
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const tax::LedgerRow &one, const tax::LedgerRow &other) {
                         return std::tuple(one.fiscalYear, one.kind, one.period) <
                                std::tuple(other.fiscalYear, other.kind, other.period);
                     });
    QList<ArrearsBar> bars;
    const qsizetype before = std::max<qsizetype>(0, shown.size() - most);
    if (before > 0)
        bars.append({.label = ArrearsChart::tr("%n earlier period(s)", nullptr, int(before))});
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const tax::LedgerRow &row = shown.at(i);
        if (i >= before)
            bars.append({.label = groupWords(row) + QChar(0x3000) + periodWords(row.period)});
        bars.last().paidYen += tax::paidPrincipal(row) - tax::refundedPrincipal(row);
        bars.last().unpaidYen += tax::unpaidPrincipal(row);
    }
    return bars;
}

double arrearsHeight(const QFont &font, qsizetype bars)
{
    return unitOf(font) * (legendFactor + rowFactor * double(bars));
}

void paintArrears(QPainter &painter, const QRectF &place, const QList<ArrearsBar> &bars)
{
    painter.save();
    painter.setPen(QColor(black));
    const double unit = unitOf(painter.font());
    const QFontMetricsF metrics(painter.font());
    double labelWidth = 0;
    double amountWidth = 0;
    qint64 most = 1;
    for (const ArrearsBar &bar : bars) {
        labelWidth = qMax(labelWidth, metrics.horizontalAdvance(bar.label));
        amountWidth = qMax(amountWidth, metrics.horizontalAdvance(amountsOf(bar)));
        most = qMax(most, bar.paidYen + bar.unpaidYen);
    }
    const double left = place.left() + labelWidth + unit;
    // The bars take what the words leave.
    const double room = qMax(0.0, place.right() - amountWidth - unit - left);
    const double scale = room / double(most);
    paintLegend(painter, place.topLeft() + QPointF(0, unit * 0.4), unit);
    double y = place.top() + unit * legendFactor;
    for (const ArrearsBar &bar : bars) {
        const double top = y + unit * (rowFactor - barFactor) / 2;
        painter.setPen(QColor(black));
        painter.drawText(QRectF(place.left(), y, labelWidth + 1, unit * rowFactor),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, bar.label);
        const double paid = double(bar.paidYen) * scale;
        const double unpaid = double(bar.unpaidYen) * scale;
        paintBox(painter, QRectF(left, top, paid, unit * barFactor), false);
        paintBox(painter, QRectF(left + paid, top, unpaid, unit * barFactor), true);
        painter.setPen(QColor(black));
        painter.drawText(
            QRectF(left + paid + unpaid + unit * 0.6, y, amountWidth + 1, unit * rowFactor),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, amountsOf(bar));
        y += unit * rowFactor;
    }
    painter.setPen(QPen(QColor(black), 1.5));
    painter.drawLine(QPointF(left, place.top() + unit * legendFactor), QPointF(left, y));
    painter.restore();
}

ArrearsChart::ArrearsChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Arrears by period, as a chart"));
}

void ArrearsChart::setBars(const QList<ArrearsBar> &bars)
{
    m_bars = bars;
    QStringList words;
    for (const ArrearsBar &bar : bars)
        words.append(bar.label + QChar(0x3000) + amountsOf(bar));
    setAccessibleDescription(words.join(QChar(0x3001)));
    updateGeometry();
    update();
}

QSize ArrearsChart::sizeHint() const
{
    return {widgets::em(40), qRound(arrearsHeight(font(), m_bars.size()) + widgets::em(0.4))};
}

QSize ArrearsChart::minimumSizeHint() const
{
    return {widgets::em(36), sizeHint().height()};
}

void ArrearsChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setFont(font());
    paintArrears(painter, rect(), m_bars);
}

void ArrearsChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace taxui
