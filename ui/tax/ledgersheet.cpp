#include "ui/tax/ledgersheet.h"

#include "ui/printing/onpaper.h"
#include "ui/tax/arrearschart.h"
#include "ui/tax/latechargepanel.h"
#include "ui/tax/periodsheet.h"
#include "ui/tax/taxpayersheet.h"
#include "ui/widgets/parts.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace taxui {

LedgerSheet::LedgerSheet(QWidget *parent)
    : QScrollArea(parent)
    , m_period(new PeriodSheet(this))
    , m_lateCharge(new LateChargePanel(this))
    , m_chartCard(new widgets::Card(tr("Arrears by period"), this))
    , m_chart(new ArrearsChart(m_chartCard))
    , m_taxpayer(new TaxpayerSheet(this))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The chosen period and the taxpayer"));
    m_lateCharge->setObjectName(QStringLiteral("lateCharge"));
    m_chart->setObjectName(QStringLiteral("arrearsChart"));
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    widgets::setMarginsEm(column, {0.3, 0.2, 0.5, 0.4});
    widgets::setSpacingEm(column, 0.6);
    m_chartCard->body()->addWidget(m_chart);
    for (QWidget *part : {static_cast<QWidget *>(m_period), static_cast<QWidget *>(m_lateCharge),
                          static_cast<QWidget *>(m_chartCard), static_cast<QWidget *>(m_taxpayer)})
        column->addWidget(part);
    column->addStretch(1);
    setWidget(content);
    connect(m_lateCharge, &LateChargePanel::wanted, this, &LedgerSheet::lateChargeWanted);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && widget()->isAncestorOf(now))
            bringUp(m_lateCharge);
    });
}

void LedgerSheet::showFile(const desk::LedgerView &view)
{
    const auto bars = arrearsBars(view.rows);
    m_chart->setBars(bars);
    m_chartCard->setVisible(!bars.isEmpty());
    m_taxpayer->showFile(view);
}

void LedgerSheet::showRow(const tax::LedgerRow *row, QDate payOn)
{
    m_period->setVisible(row != nullptr);
    m_lateCharge->setVisible(row != nullptr);
    // Without a 期, nothing of the one before stays.
    m_period->showRow(row ? *row : tax::LedgerRow());
    m_lateCharge->prepare(payOn, row && tax::unpaidPrincipal(*row) > 0);
    verticalScrollBar()->setValue(0);
}

void LedgerSheet::showLateCharge(const desk::LateChargeView &view)
{
    m_lateCharge->showWorking(view);
    bringUp(m_lateCharge);
}

/// To the top of what is seen, once the new sizes are known.
void LedgerSheet::bringUp(const QWidget *part)
{
    QTimer::singleShot(0, part, [this, part] {
        widget()->layout()->activate();
        verticalScrollBar()->setValue(part->y());
    });
}

void LedgerSheet::openLateCharge()
{
    if (m_lateCharge->isVisibleTo(this) && m_lateCharge->owes())
        m_lateCharge->takeFocus();
    else
        setFocus();
}

print::Drawing LedgerSheet::chart(const QString &asOf) const
{
    const QList<ArrearsBar> bars = m_chart->bars();
    if (bars.isEmpty())
        return {};
    const auto above = [](const QFont &font) { return QFontMetricsF(font).lineSpacing() * 2; };
    return printing::onPaper(
        [bars, asOf, above](QPainter &painter, const QFont &font, QSizeF size) {
            painter.setFont(font);
            painter.drawText(QRectF(0, 0, size.width(), above(font)), Qt::AlignTop, asOf);
            const double height = arrearsHeight(font, bars.size());
            paintArrears(painter, QRectF(0, above(font), size.width(), height), bars);
        },
        [bars, above](const QFont &font, double) {
            return above(font) + arrearsHeight(font, bars.size());
        });
}

} // namespace taxui
