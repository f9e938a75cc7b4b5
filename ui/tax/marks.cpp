#include "ui/tax/marks.h"

#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>

namespace taxui {

namespace {

constexpr double textScale = 0.84;
constexpr double padEm = 0.4;  ///< on both sides of the word
constexpr double gapEm = 0.3;  ///< between marks
constexpr double highEm = 1.4; ///< of a mark
constexpr double edgeEm = 0.5; ///< of the cell

QFont fontOf(const QStyleOptionViewItem &option, const Mark &mark)
{
    QFont font = option.font;
    font.setPixelSize(widgets::em(textScale));
    font.setBold(mark.strong);
    return font;
}

struct Placed
{
    Mark mark;
    QRectF place;
};

/// The marks in lines from left to right, the first line at 0.
QList<Placed> arranged(const QList<Mark> &marks, const QStyleOptionViewItem &option, double width)
{
    QList<Placed> all;
    double x = 0;
    int line = 0;
    for (const Mark &mark : marks) {
        const double wide = QFontMetricsF(fontOf(option, mark)).horizontalAdvance(mark.words) +
                            2 * widgets::em(padEm);
        if (x > 0 && x + wide > width) {
            x = 0;
            ++line;
        }
        all.append({mark, QRectF(x, line, wide, 1)});
        x += wide + widgets::em(gapEm);
    }
    return all;
}

void paintMark(QPainter &painter, const QRectF &place, const Mark &mark)
{
    painter.setPen(
        QPen(widgets::inkOf(mark.strong ? widgets::colour::warning : widgets::colour::fieldLine),
             mark.strong ? 1.6 : 1.0));
    painter.setBrush(
        widgets::inkOf(mark.strong ? widgets::colour::warningGround : widgets::colour::paper));
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(widgets::inkOf(mark.strong ? widgets::colour::warning : widgets::colour::ink));
    painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, mark.words);
}

} // namespace

QString textOf(const QList<Mark> &marks)
{
    QStringList words;
    for (const Mark &mark : marks)
        words.append(mark.words);
    return words.join(QChar(0x3000));
}

void MarkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.state &= ~QStyle::State_HasFocus;
    cell.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    const auto marks = index.data(MarksRole).value<QList<Mark>>();
    if (marks.isEmpty())
        return;
    const int edge = widgets::em(edgeEm);
    const QRectF room = QRectF(option.rect).adjusted(edge, 1, -edge, -1);
    const QList<Placed> all = arranged(marks, option, room.width());
    const int lines = qRound(all.last().place.top()) + 1;
    const double step = qMin<double>(widgets::em(highEm + 0.2), room.height() / lines);
    const double high = qMin<double>(widgets::em(highEm), step - 1);
    const double top = room.center().y() - (step * lines) / 2 + (step - high) / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Placed &one : all) {
        painter->setFont(fontOf(option, one.mark));
        const QRectF place(room.left() + one.place.left(), top + one.place.top() * step,
                           one.place.width(), high);
        paintMark(*painter, place, one.mark);
    }
    painter->restore();
}

} // namespace taxui
