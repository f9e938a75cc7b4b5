#include "ui/widgets/badge.h"

#include "ui/widgets/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>

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
    case BadgeKind::Draft:
        return {0xffffffff, 0xff3b4a57, 0xff51606d};
    case BadgeKind::Filed:
        return {0xffdcebf9, 0xff14406b, 0xff1f5a92};
    case BadgeKind::Registered:
        return {0xff1b6b3a, 0xffffffff, 0xff1b6b3a};
    case BadgeKind::Conflict:
    case BadgeKind::Refused:
        return {0xff9b1c14, 0xffffffff, 0xff9b1c14};
    case BadgeKind::SentBack:
        return {0xffffe08a, 0xff4a3600, 0xff8a6a00};
    case BadgeKind::Withdrawn:
        return {0xff6b7884, 0xffffffff, 0xff6b7884};
    }
    return {0xff6b7884, 0xffffffff, 0xff6b7884};
}

QPolygonF octagonIn(const QRectF &r)
{
    const qreal cut = r.width() * 0.28;
    QPolygonF octagon;
    octagon << r.topLeft() + QPointF(cut, 0) << r.topRight() - QPointF(cut, 0)
            << r.topRight() + QPointF(0, cut) << r.bottomRight() - QPointF(0, cut)
            << r.bottomRight() - QPointF(cut, 0) << r.bottomLeft() + QPointF(cut, 0)
            << r.bottomLeft() - QPointF(0, cut) << r.topLeft() + QPointF(0, cut);
    return octagon;
}

/// Pointing to the right.
QPolygonF arrowIn(const QRectF &r)
{
    const qreal tip = r.width() * 0.2;
    QPolygonF arrow;
    arrow << r.topLeft() << r.topRight() - QPointF(tip * 0.6, 0)
          << QPointF(r.right() + tip * 0.5, r.center().y())
          << r.bottomRight() - QPointF(tip * 0.6, 0) << r.bottomLeft();
    return arrow;
}

QPolygonF turned(const QPolygonF &shape, const QRectF &r, qreal degrees)
{
    QTransform around;
    around.translate(r.center().x(), r.center().y());
    around.rotate(degrees);
    around.translate(-r.center().x(), -r.center().y());
    return around.map(shape);
}

QPolygonF cutPageIn(const QRectF &r)
{
    const qreal cut = r.width() * 0.28;
    QPolygonF page;
    page << r.topLeft() << r.topRight() - QPointF(cut, 0) << r.topRight() + QPointF(0, cut)
         << r.bottomRight() << r.bottomLeft();
    return page;
}

QPolygonF diamondIn(const QRectF &r)
{
    const qreal out = r.width() * 0.16; // room for the letter
    const QRectF wide = r.adjusted(-out, -out, out, out);
    QPolygonF diamond;
    diamond << QPointF(wide.center().x(), wide.top()) << QPointF(wide.right(), wide.center().y())
            << QPointF(wide.center().x(), wide.bottom()) << QPointF(wide.left(), wide.center().y());
    return diamond;
}

QPainterPath shapeOf(BadgeKind kind, const QRectF &r)
{
    QPainterPath path;
    const auto closed = [&path](const QPolygonF &shape) {
        path.addPolygon(shape);
        path.closeSubpath();
    };
    switch (kind) {
    case BadgeKind::Protected:
    case BadgeKind::Refused:
        closed(octagonIn(r));
        break;
    case BadgeKind::MoveOutPlanned:
        closed(arrowIn(r));
        break;
    case BadgeKind::Filed:
        closed(turned(arrowIn(r), r, -90));
        break;
    case BadgeKind::SentBack:
        closed(turned(arrowIn(r), r, 180));
        break;
    case BadgeKind::Removed:
    case BadgeKind::Withdrawn:
        closed(cutPageIn(r));
        break;
    case BadgeKind::Conflict:
        closed(diamondIn(r));
        break;
    case BadgeKind::Foreign:
    case BadgeKind::Registered:
        path.addEllipse(r);
        break;
    case BadgeKind::Restricted:
    case BadgeKind::Provisional:
    case BadgeKind::Draft:
        path.addRoundedRect(r, r.width() * 0.16, r.width() * 0.16);
        break;
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
    case BadgeKind::Draft:
        return QStringLiteral("下");
    case BadgeKind::Filed:
        return QStringLiteral("送");
    case BadgeKind::Registered:
        return QStringLiteral("済");
    case BadgeKind::Conflict:
        return QStringLiteral("競");
    case BadgeKind::Refused:
        return QStringLiteral("否");
    case BadgeKind::SentBack:
        return QStringLiteral("戻");
    case BadgeKind::Withdrawn:
        return QStringLiteral("取");
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
    case BadgeKind::Draft:
        return BadgeRow::tr("Draft");
    case BadgeKind::Filed:
        return BadgeRow::tr("Waiting to be sent");
    case BadgeKind::Registered:
        return BadgeRow::tr("Registered");
    case BadgeKind::Conflict:
        return BadgeRow::tr("Conflict");
    case BadgeKind::Refused:
        return BadgeRow::tr("Not accepted");
    case BadgeKind::SentBack:
        return BadgeRow::tr("Sent back");
    case BadgeKind::Withdrawn:
        return BadgeRow::tr("Withdrawn");
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
    if (kind == BadgeKind::Draft)
        pen.setStyle(Qt::DotLine);
    painter.setPen(pen);
    painter.setBrush(inkOf(look.ground));
    painter.drawPath(shapeOf(kind, place.adjusted(0.6, 0.6, -0.6, -0.6)));
    QFont font = painter.font();
    const double part = kind == BadgeKind::Conflict ? 0.58 : 0.66;
    font.setPixelSize(qMax(8, static_cast<int>(place.height() * part)));
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
