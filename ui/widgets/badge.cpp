#include "ui/widgets/badge.h"

#include "ui/widgets/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace widgets {

namespace {

struct Look
{
    QRgb ground;
    QRgb ink;
    QRgb line;
};

Look lookOf(BadgeKind kind)
{
    switch (kind) {
    case BadgeKind::Protected:
        return {0xff9b1c14, 0xffffffff, 0xff9b1c14};
    case BadgeKind::Restricted:
        return {0xffc8372c, 0xffffffff, 0xffc8372c};
    case BadgeKind::MoveOutPlanned:
        return {0xffffe08a, 0xff4a3600, 0xff8a6a00};
    case BadgeKind::Removed:
        return {0xff6b7884, 0xffffffff, 0xff6b7884};
    case BadgeKind::Foreign:
        return {0xff1f5a92, 0xffffffff, 0xff1f5a92};
    case BadgeKind::Provisional:
        return {0xfffff1e0, 0xff7a3d00, 0xffb35a00};
    }
    return {0xff6b7884, 0xffffffff, 0xff6b7884};
}

QPainterPath shapeOf(BadgeKind kind, const QRectF &r)
{
    const qreal cut = r.width() * 0.28;
    QPainterPath path;
    switch (kind) {
    case BadgeKind::Protected: {
        QPolygonF octagon;
        octagon << r.topLeft() + QPointF(cut, 0) << r.topRight() - QPointF(cut, 0)
                << r.topRight() + QPointF(0, cut) << r.bottomRight() - QPointF(0, cut)
                << r.bottomRight() - QPointF(cut, 0) << r.bottomLeft() + QPointF(cut, 0)
                << r.bottomLeft() - QPointF(0, cut) << r.topLeft() + QPointF(0, cut);
        path.addPolygon(octagon);
        path.closeSubpath();
        break;
    }
    case BadgeKind::MoveOutPlanned: {
        const qreal tip = r.width() * 0.2;
        QPolygonF arrow;
        arrow << r.topLeft() << r.topRight() - QPointF(tip * 0.6, 0)
              << QPointF(r.right() + tip * 0.5, r.center().y())
              << r.bottomRight() - QPointF(tip * 0.6, 0) << r.bottomLeft();
        path.addPolygon(arrow);
        path.closeSubpath();
        break;
    }
    case BadgeKind::Removed: {
        QPolygonF page;
        page << r.topLeft() << r.topRight() - QPointF(cut, 0) << r.topRight() + QPointF(0, cut)
             << r.bottomRight() << r.bottomLeft();
        path.addPolygon(page);
        path.closeSubpath();
        break;
    }
    case BadgeKind::Foreign:
        path.addEllipse(r);
        break;
    default:
        path.addRoundedRect(r, r.width() * 0.16, r.width() * 0.16);
    }
    return path;
}

} // namespace

QString badgeLetter(BadgeKind kind)
{
    switch (kind) {
    case BadgeKind::Protected:
        return QStringLiteral("支");
    case BadgeKind::Restricted:
        return QStringLiteral("抑");
    case BadgeKind::MoveOutPlanned:
        return QStringLiteral("転");
    case BadgeKind::Removed:
        return QStringLiteral("除");
    case BadgeKind::Foreign:
        return QStringLiteral("外");
    case BadgeKind::Provisional:
        return QStringLiteral("仮");
    }
    return {};
}

QString badgeWords(BadgeKind kind)
{
    switch (kind) {
    case BadgeKind::Protected:
        return BadgeRow::tr("Support measures");
    case BadgeKind::Restricted:
        return BadgeRow::tr("Restricted");
    case BadgeKind::MoveOutPlanned:
        return BadgeRow::tr("Moving out");
    case BadgeKind::Removed:
        return BadgeRow::tr("Removed record");
    case BadgeKind::Foreign:
        return BadgeRow::tr("Foreign resident");
    case BadgeKind::Provisional:
        return BadgeRow::tr("Awaiting check");
    }
    return {};
}

void paintBadge(QPainter &painter, const QRectF &place, BadgeKind kind)
{
    const Look look = lookOf(kind);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(inkOf(look.line), 1.2);
    if (kind == BadgeKind::Provisional)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(inkOf(look.ground));
    painter.drawPath(shapeOf(kind, place.adjusted(0.6, 0.6, -0.6, -0.6)));
    QFont font = painter.font();
    font.setPixelSize(qMax(8, static_cast<int>(place.height() * 0.66)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(inkOf(look.ink));
    painter.drawText(place, Qt::AlignCenter, badgeLetter(kind));
    painter.restore();
}

BadgeRow::BadgeRow(Form form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BadgeRow::setBadges(const QList<BadgeKind> &badges)
{
    m_badges = badges;
    QStringList said;
    for (const BadgeKind kind : badges)
        said << badgeWords(kind);
    const QString all = said.join(QStringLiteral("、"));
    setAccessibleName(all);
    setToolTip(all);
    setVisible(!badges.isEmpty());
    updateGeometry();
    update();
}

QSize BadgeRow::sizeHint() const
{
    const int side = em(1.45);
    int width = 0;
    for (const BadgeKind kind : m_badges) {
        width += side + em(0.35);
        if (m_form == Form::Words)
            width += QFontMetrics(font()).horizontalAdvance(badgeWords(kind)) + em(1.1);
    }
    return {width, m_form == Form::Words ? em(1.9) : side};
}

QSize BadgeRow::minimumSizeHint() const
{
    return sizeHint();
}

void BadgeRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = em(1.45);
    int x = 0;
    for (const BadgeKind kind : m_badges) {
        if (m_form == Form::Letters) {
            paintBadge(painter, QRectF(x, (height() - side) / 2.0, side, side), kind);
            x += side + em(0.35);
            continue;
        }
        const int words = QFontMetrics(font()).horizontalAdvance(badgeWords(kind));
        const int whole = side + words + em(0.95);
        painter.setPen(QPen(inkOf(lookOf(kind).line), 1));
        painter.setBrush(inkOf(colour::paper));
        painter.drawRoundedRect(QRectF(x + 0.5, 0.5, whole - 1, height() - 1), 3, 3);
        paintBadge(painter, QRectF(x + em(0.2), (height() - side) / 2.0, side, side), kind);
        painter.setPen(inkOf(colour::ink));
        painter.drawText(QRectF(x + side + em(0.5), 0, words + 2, height()), Qt::AlignVCenter,
                         badgeWords(kind));
        x += whole + em(0.5);
    }
}

} // namespace widgets
