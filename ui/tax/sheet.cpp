#include "ui/tax/sheet.h"

#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QLabel>

using widgets::TextRole;

namespace taxui {

Sheet::Sheet(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    widgets::setSpacingEm(m_grid, 0.5);
}

void Sheet::setColumns(const QList<Column> &columns, const QStringList &headings)
{
    clear();
    m_columns = columns;
    m_headings = headings;
    m_grid->setHorizontalSpacing(widgets::em(1.3));
    bool anyText = false;
    for (int column = 0; column < int(columns.size()); ++column) {
        const bool text = columns.at(column) == Column::Text;
        m_grid->setColumnStretch(column, text ? 1 : 0);
        anyText |= text;
        auto *heading = addCell(column, headings.value(column));
        heading->setWordWrap(false);
        widgets::setRole(heading, TextRole::Muted);
    }
    // Without a column that takes the rest, the table keeps to the left.
    m_grid->setColumnStretch(int(columns.size()), anyText ? 0 : 1);
    ++m_line;
    addRule();
}

QLabel *Sheet::addCell(int column, const QString &text)
{
    auto *cell = widgets::label(text, TextRole::Body, this);
    const Column kind = m_columns.at(column);
    const Qt::Alignment across = kind == Column::Amount ? Qt::AlignRight : Qt::AlignLeft;
    cell->setAlignment(across | Qt::AlignTop);
    cell->setIndent(0);
    cell->setWordWrap(kind == Column::Text);
    cell->setAccessibleName(m_headings.value(column) + u' ' + text);
    if (m_verbatim.contains(column))
        cell->setProperty("verbatim", true);
    m_grid->addWidget(cell, m_line, column);
    cell->show(); // now, not a turn later: the page would be seen half made
    return cell;
}

void Sheet::addRule()
{
    auto *rule = widgets::line(this);
    m_grid->addWidget(rule, m_line++, 0, 1, int(m_columns.size()));
    rule->show();
}

void Sheet::addRow(const QStringList &cells, RowKind kind)
{
    if (kind == RowKind::Total)
        addRule();
    for (int column = 0; column < int(m_columns.size()); ++column) {
        auto *cell = addCell(column, cells.value(column));
        if (kind == RowKind::Total)
            widgets::setRole(cell, TextRole::Heading);
    }
    ++m_line;
    ++m_rows;
}

void Sheet::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, 0);
    m_line = 0;
    m_rows = 0;
}

} // namespace taxui
