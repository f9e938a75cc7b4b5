#include "ui/tax/amountlist.h"

#include "ui/widgets/parts.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QResizeEvent>

using widgets::TextRole;

namespace taxui {

namespace {

constexpr double columnEm = 24; ///< a name of some length and nine digits
constexpr int mostColumns = 3;
constexpr double gapEm = 2.2; ///< between the columns
constexpr double nameEm = 23; ///< the widest a name gets, so that its value stays near it
constexpr double valueEm = 6.5;
constexpr int parts = 3; ///< of a column: name, value, gap

} // namespace

AmountList::AmountList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
}

void AmountList::setAmounts(const QList<Amount> &amounts, int columns)
{
    m_amounts = amounts;
    m_fixed = columns;
    m_columns = columnsFor(width());
    arrange();
}

int AmountList::columnsFor(int width) const
{
    if (m_fixed > 0)
        return m_fixed;
    return qBound(1, width / widgets::em(columnEm + gapEm), mostColumns);
}

void AmountList::place(const Amount &amount, int line, int column)
{
    auto *name = widgets::label(amount.name, TextRole::Body, this);
    auto *value = widgets::label(amount.value, TextRole::Body, this);
    widgets::setRole(name, amount.total ? TextRole::Heading : TextRole::Muted);
    if (amount.total)
        widgets::setRole(value, TextRole::Heading);
    name->setWordWrap(true);
    name->setIndent(0);
    value->setIndent(0);
    name->setProperty("verbatim", amount.printed);
    value->setAlignment(Qt::AlignRight | Qt::AlignTop);
    name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    value->setAccessibleName(amount.name + u' ' + amount.value);
    value->setProperty("amount", true);
    m_grid->addWidget(name, line, column * parts);
    m_grid->addWidget(value, line, column * parts + 1);
    // A layout shows what it receives a turn later: the page would be seen half made.
    name->show();
    value->show();
}

void AmountList::arrange()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    measure();
    m_grid->setHorizontalSpacing(widgets::em(0.5));
    m_grid->setVerticalSpacing(widgets::em(0.5));
    int line = 0;
    int column = 0;
    for (const Amount &amount : std::as_const(m_amounts)) {
        if (amount.total) {
            line += column > 0 ? 1 : 0;
            column = m_columns - 1;
            auto *rule = widgets::line(this);
            m_grid->addWidget(rule, line++, column * parts, 1, 2);
            rule->show();
        }
        if (!amount.blank)
            place(amount, line, column);
        if (++column == m_columns) {
            column = 0;
            ++line;
        }
    }
}

/// What the columns do not need stays free at the right.
void AmountList::measure()
{
    const int gap = widgets::em(gapEm);
    const int value = widgets::em(valueEm);
    const int share = (width() - gap * (m_columns - 1)) / qMax(1, m_columns);
    const int name = qBound(widgets::em(6), share - value - widgets::em(1.5), widgets::em(nameEm));
    for (int column = 0; column < mostColumns; ++column) {
        const bool used = column < m_columns;
        const bool last = column == m_columns - 1;
        m_grid->setColumnMinimumWidth(column * parts, used ? name : 0);
        m_grid->setColumnMinimumWidth(column * parts + 1, used ? value : 0);
        m_grid->setColumnMinimumWidth(column * parts + 2, used && !last ? gap : 0);
    }
    m_grid->setColumnStretch(mostColumns * parts, 1);
}

void AmountList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int columns = columnsFor(event->size().width());
    if (columns == m_columns) {
        measure();
        return;
    }
    m_columns = columns;
    arrange();
}

void AmountList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_columns = columnsFor(width());
        arrange();
    }
}

} // namespace taxui
