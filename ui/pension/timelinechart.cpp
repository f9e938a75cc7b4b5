#include "ui/pension/timelinechart.h"

#include "ui/pension/timelinedrawing.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

#include <cmath>

namespace pensionui {

namespace {
constexpr double leastWidthEm = 44;
constexpr double usualWidthEm = 64;
} // namespace

TimelineChart::TimelineChart(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Time line of the pension"));
}

void TimelineChart::setTimeline(const pension::Timeline &timeline)
{
    m_timeline = timeline;
    setAccessibleDescription(marks().join(QChar(0x3001)));
    updateGeometry();
    update();
}

QStringList TimelineChart::marks() const
{
    return TimelineDrawing(m_timeline, QApplication::font(), width()).marks();
}

int TimelineChart::heightForWidth(int width) const
{
    return int(std::ceil(TimelineDrawing(m_timeline, QApplication::font(), width).height()));
}

QSize TimelineChart::sizeHint() const
{
    const int width = widgets::em(usualWidthEm);
    return {width, heightForWidth(width)};
}

QSize TimelineChart::minimumSizeHint() const
{
    const int width = widgets::em(leastWidthEm);
    return {width, heightForWidth(width)};
}

void TimelineChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    TimelineDrawing(m_timeline, QApplication::font(), width()).paint(painter);
}

void TimelineChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace pensionui
