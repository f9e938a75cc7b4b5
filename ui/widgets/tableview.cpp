#include "ui/widgets/tableview.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/registeredtext.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFontInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace widgets {

namespace {

constexpr double rowEm = 2.05;
constexpr double padEm = 0.5;
constexpr double badgeEm = 1.75; ///< with the gap after it

bool hasName(const QModelIndex &index)
{
    return index.data(NameRole).toBool() || hasSelector(index.data().toString());
}

/// How the text of a cell is set so that nothing of it is cut.
struct Setting
{
    int pixels = 1;
    int lines = 1;
    int lineHeight = 1;
};

constexpr int breaking = Qt::TextWordWrap | Qt::TextWrapAnywhere;

QFont fontAt(QFont font, int pixels)
{
    font.setPixelSize(pixels);
    return font;
}

/// Whole size, then down to 85 % of the table's text, then in lines of 80 %.
Setting settingOf(const QString &words, bool isName, const QFont &font, int width)
{
    constexpr double smallestInOneLine = 0.85;
    constexpr double inLines = 0.8;
    constexpr double lineFactor = 1.25;
    const int ordinary = QFontInfo(font).pixelSize();
    const int whole = isName ? QFontInfo(nameFont()).pixelSize() : ordinary;
    const auto widthAt = [&](int pixels) {
        return isName ? RegisteredText(words, pixels).width()
                      : QFontMetricsF(fontAt(font, pixels)).horizontalAdvance(words);
    };
    // No letter is wider than the em square: what fits so need not be measured.
    if (words.size() * whole <= width && !isName)
        return {whole, 1, whole};
    for (int pixels = whole; pixels >= ordinary * smallestInOneLine; --pixels) {
        if (widthAt(pixels) <= width)
            return {pixels, 1, pixels};
    }
    const int pixels = qRound(ordinary * inLines);
    if (isName) {
        const RegisteredText text(words, pixels);
        return {pixels, text.lineCount(width), text.lineHeight()};
    }
    const QFontMetrics metrics(fontAt(font, pixels));
    const int height = metrics.boundingRect(QRect(0, 0, width, 1), breaking, words).height();
    const int lines = qMax(1, qRound(double(height) / metrics.lineSpacing()));
    return {pixels, lines, qRound(pixels * lineFactor)};
}

int badgesWidth(const QModelIndex &index)
{
    return int(index.data(BadgesRole).value<QList<BadgeKind>>().size()) * em(badgeEm);
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
        if (index.data(MutedRole).toBool())
            cell.palette.setColor(QPalette::Text, inkOf(colour::muted));
        const QString words = std::exchange(cell.text, QString());
        const QWidget *view = option.widget;
        view->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, view);
        QRect place = option.rect.adjusted(em(padEm), 0, -em(padEm), 0);
        const int side = qMin(em(1.4), place.height() - 4);
        const auto badges = index.data(BadgesRole).value<QList<BadgeKind>>();
        for (const BadgeKind kind : badges) {
            const QRectF square(place.left(), place.center().y() - side / 2.0 + 0.5, side, side);
            paintBadge(*painter, square, kind);
            place.setLeft(place.left() + em(badgeEm));
        }
        painter->save();
        painter->setPen(cell.palette.color(QPalette::Text));
        paintWords(*painter, {place, cell.displayAlignment}, cell.font, {words, hasName(index)});
        painter->restore();
    }

    /// A tool tip is plain text: it would show another form of a registered name.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override
    {
        if (hasName(index))
            return false;
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }

private:
    struct Where
    {
        QRect place;
        Qt::Alignment alignment;
    };
    struct What
    {
        QString words;
        bool isName;
    };
    static void paintWords(QPainter &painter, const Where &where, const QFont &font,
                           const What &what)
    {
        const Setting set = settingOf(what.words, what.isName, font, where.place.width());
        const int height = set.lines * set.lineHeight;
        const double top = where.place.top() + (where.place.height() - height) / 2.0;
        const bool right = where.alignment & Qt::AlignRight;
        const bool middle = where.alignment & Qt::AlignHCenter;
        if (what.isName) {
            const RegisteredText text(what.words, set.pixels);
            const double one = where.place.top() + (where.place.height() - text.lineHeight()) / 2.0;
            text.paint(painter,
                       QRectF(where.place.left(), set.lines == 1 ? one : top,
                              set.lines == 1 ? text.width() + 1 : where.place.width(), height));
            return;
        }
        painter.setFont(fontAt(font, set.pixels));
        const Qt::Alignment across = right    ? Qt::AlignRight
                                     : middle ? Qt::AlignHCenter
                                              : Qt::AlignLeft;
        if (set.lines == 1)
            painter.drawText(where.place, int(across | Qt::AlignVCenter) | Qt::TextSingleLine,
                             what.words);
        else
            painter.drawText(where.place, int(across | Qt::AlignVCenter) | breaking, what.words);
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

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, &TableView::applyRows);
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] { applyRows(); });
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
    verticalHeader()->setDefaultSectionSize(em(rowEm));
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
    applyRows();
}

/// Rows are as high as their cells need; most need one line.
void TableView::applyRows()
{
    if (!model())
        return;
    for (int row = 0; row < model()->rowCount(); ++row) {
        int height = em(rowEm);
        for (int column = 0; column < model()->columnCount(); ++column) {
            if (isColumnHidden(column))
                continue;
            const QModelIndex index = model()->index(row, column);
            const int width = columnWidth(column) - 2 * em(padEm) - badgesWidth(index);
            const Setting set = settingOf(index.data().toString(), hasName(index), font(), width);
            if (set.lines > 1)
                height = qMax(height, set.lines * set.lineHeight + em(0.2));
        }
        if (rowHeight(row) != height)
            setRowHeight(row, height);
    }
}

} // namespace widgets
