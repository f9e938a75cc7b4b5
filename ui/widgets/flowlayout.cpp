#include "ui/widgets/flowlayout.h"

#include "ui/widgets/theme.h"

#include <QWidget>

namespace widgets {

FlowLayout::FlowLayout(QWidget *parent, QMarginsF marginsEm, double spacingEm)
    : QLayout(parent)
    , m_marginsEm(marginsEm)
    , m_spacingEm(spacingEm)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    parent->setSizePolicy(policy);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QMargins FlowLayout::margins() const
{
    return {em(m_marginsEm.left()), em(m_marginsEm.top()), em(m_marginsEm.right()),
            em(m_marginsEm.bottom())};
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), Do::Measure);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            width += item->sizeHint().width() + em(m_spacingEm);
    }
    const QMargins around = margins();
    width += around.left() + around.right();
    return {width, heightForWidth(width)};
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    return least.grownBy(margins());
}

void FlowLayout::setGeometry(const QRect &place)
{
    QLayout::setGeometry(place);
    arrange(place, Do::Place);
}

int FlowLayout::arrange(const QRect &place, Do what) const
{
    const QRect inside = place.marginsRemoved(margins());
    const int gap = em(m_spacingEm);
    struct Line
    {
        QList<int> items;
        int width = 0;
        int height = 0;
    };
    QList<Line> lines(1);
    for (int i = 0; i < count(); ++i) {
        if (m_items.at(i)->isEmpty())
            continue;
        const QSize size = m_items.at(i)->sizeHint();
        if (!lines.last().items.isEmpty() &&
            lines.last().width + gap + size.width() > inside.width())
            lines.append(Line());
        Line &line = lines.last();
        line.width += (line.items.isEmpty() ? 0 : gap) + size.width();
        line.height = qMax(line.height, size.height());
        line.items.append(i);
    }
    int y = inside.top();
    for (const Line &line : lines) {
        int x = inside.left();
        for (const int i : line.items) {
            const QSize size = m_items.at(i)->sizeHint();
            if (i == m_rightFrom && lines.size() == 1)
                x += inside.width() - line.width;
            if (what == Do::Place)
                m_items.at(i)->setGeometry(
                    {x, y + (line.height - size.height()) / 2, size.width(), size.height()});
            x += size.width() + gap;
        }
        y += line.height + em(0.2);
    }
    const QMargins around = margins();
    return y - em(0.2) + around.bottom() - place.top();
}

} // namespace widgets
