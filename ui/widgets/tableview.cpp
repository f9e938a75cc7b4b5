#include "ui/widgets/tableview.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace widgets {

namespace {

// A long name is set smaller, down to this part of its size, before it is cut.
constexpr double smallestName = 0.7;

void fitFont(QFont &font, const QString &words, int width)
{
    const double whole = font.pointSizeF();
    const int needed = QFontMetrics(font).horizontalAdvance(words);
    if (needed <= width)
        return;
    font.setPointSizeF(whole * qMax(smallestName, double(width) / needed));
    // Letters are set on whole pixels: the size that was calculated may still be a little too wide.
    constexpr double stepPoints = 0.25;
    while (QFontMetrics(font).horizontalAdvance(words) > width &&
           font.pointSizeF() - stepPoints >= whole * smallestName)
        font.setPointSizeF(font.pointSizeF() - stepPoints);
}

class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        cell.state &= ~QStyle::State_HasFocus;
        if (index.data(NameRole).toBool())
            cell.font = nameFont();
        if (index.data(MutedRole).toBool())
            cell.palette.setColor(QPalette::Text, inkOf(colour::muted));
        const auto badges = index.data(BadgesRole).value<QList<BadgeKind>>();
        const QString words = std::exchange(cell.text, QString());
        const QWidget *view = option.widget;
        view->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, view);
        QRect place = option.rect.adjusted(em(0.5), 0, -em(0.5), 0);
        const int side = qMin(em(1.4), place.height() - 4);
        for (const BadgeKind kind : badges) {
            const QRectF square(place.left(), place.center().y() - side / 2.0 + 0.5, side, side);
            paintBadge(*painter, square, kind);
            place.setLeft(place.left() + side + em(0.35));
        }
        if (index.data(NameRole).toBool())
            fitFont(cell.font, words, place.width());
        const QFontMetrics metrics(cell.font);
        const QString shown = metrics.elidedText(words, Qt::ElideRight, place.width());
        const bool right = cell.displayAlignment & Qt::AlignRight;
        const int left =
            right ? place.right() + 1 - metrics.horizontalAdvance(shown) : place.left();
        // One base line for both typefaces.
        const QFontMetrics row(option.font);
        const int base = place.center().y() + (row.ascent() - row.descent()) / 2;
        painter->setFont(cell.font);
        painter->setPen(cell.palette.color(QPalette::Text));
        painter->drawText(QPoint(left, base), shown);
    }
};

} // namespace

TableView::TableView(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
    applySizes();
}

void TableView::setColumnsEm(const QList<double> &widths)
{
    m_widths = widths;
    applySizes();
}

int TableView::currentRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const int rows = model() ? model()->rowCount() : 0;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid() && !event->isAutoRepeat())
            Q_EMIT opened(currentIndex());
        return;
    case Qt::Key_Home:
        selectRow(0);
        return;
    case Qt::Key_End:
        selectRow(rows - 1);
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applySizes();
}

void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        selectRow(0);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    applySizes();
}

// Stretching columns share what is left and keep a readable width; below that the table scrolls
// sideways.
void TableView::applySizes()
{
    constexpr double leastStretchEm = 14;
    verticalHeader()->setMinimumSectionSize(em(1));
    verticalHeader()->setDefaultSectionSize(em(2.05));
    auto *header = horizontalHeader();
    const int columns = qMin(static_cast<int>(m_widths.size()), header->count());
    int rest = viewport()->width();
    int stretching = 0;
    for (int column = 0; column < columns; ++column) {
        if (header->isSectionHidden(column))
            continue;
        if (m_widths.at(column) <= 0) {
            ++stretching;
            continue;
        }
        header->resizeSection(column, em(m_widths.at(column)));
        rest -= em(m_widths.at(column));
    }
    for (int column = 0; column < columns; ++column) {
        const double width = m_widths.at(column);
        if (width <= 0 && !header->isSectionHidden(column))
            header->resizeSection(column,
                                  qMax(rest / stretching, em(width < 0 ? -width : leastStretchEm)));
    }
}

} // namespace widgets
