#include "ui/pension/timelinedrawing.h"

#include <QPainter>

namespace pensionui {

namespace {

enum Lines { Level = 1, Upright = 2, Rising = 4, Falling = 8, Dots = 16 };

int linesOf(pension::MonthState state)
{
    using pension::MonthState;
    switch (state) {
    case MonthState::Second:
        return Level;
    case MonthState::Third:
        return Upright;
    case MonthState::Voluntary:
        return Level | Upright;
    case MonthState::PartExempt:
        return Rising;
    case MonthState::Deferred:
        return Falling;
    case MonthState::Student:
        return Rising | Falling;
    case MonthState::Maternity:
        return Dots;
    case MonthState::NotInsured:
    case MonthState::First:
    case MonthState::FullExempt:
    case MonthState::Gap:
        break;
    }
    return 0;
}

void hatch(QPainter &painter, const QRectF &place, int lines, double step)
{
    const double tall = place.height();
    // From fixed places of the page, so that neighbouring pieces of one state go on in each other.
    const auto firstX = [&place, step](double from) {
        return step * std::floor((place.left() - from) / step);
    };
    if (lines & Level) {
        for (double y = place.top() + step * 0.75; y < place.bottom(); y += step * 0.75)
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    }
    if (lines & Upright) {
        for (double x = firstX(0) + step; x < place.right(); x += step)
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
    }
    if (lines & Rising) {
        for (double x = firstX(tall); x < place.right(); x += step)
            painter.drawLine(QPointF(x, place.bottom()), QPointF(x + tall, place.top()));
    }
    if (lines & Falling) {
        for (double x = firstX(tall); x < place.right(); x += step)
            painter.drawLine(QPointF(x, place.top()), QPointF(x + tall, place.bottom()));
    }
    if (lines & Dots) {
        const double radius = step * 0.16;
        int row = 0;
        for (double y = place.top() + step / 2; y < place.bottom(); y += step * 0.7, ++row) {
            for (double x = firstX(0) + (row % 2 ? step / 2 : 0); x < place.right(); x += step)
                painter.drawEllipse(QPointF(x, y), radius, radius);
        }
    }
}

} // namespace

void paintState(QPainter &painter, const QRectF &place, pension::MonthState state, double em)
{
    using pension::MonthState;
    painter.save();
    QPen frame(Qt::black, em * 0.06);
    frame.setJoinStyle(Qt::MiterJoin);
    if (state == MonthState::NotInsured) {
        // Nothing is due: a thin line leads on.
        frame.setStyle(Qt::DotLine);
        painter.setPen(frame);
        painter.drawLine(QPointF(place.left(), place.center().y()),
                         QPointF(place.right(), place.center().y()));
        painter.restore();
        return;
    }
    painter.fillRect(place, state == MonthState::FullExempt ? Qt::black : Qt::white);
    painter.save();
    painter.setClipRect(place, Qt::IntersectClip);
    painter.setPen(QPen(Qt::black, em * 0.055));
    painter.setBrush(Qt::black);
    hatch(painter, place, linesOf(state), em * 0.42);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    QRectF outline = place;
    if (state == MonthState::Gap) {
        frame.setWidthF(em * 0.16);
        frame.setDashPattern({2.0, 1.2});
        outline.adjust(em * 0.08, em * 0.08, -em * 0.08, -em * 0.08);
    }
    painter.setPen(frame);
    painter.drawRect(outline);
    painter.restore();
}

} // namespace pensionui
