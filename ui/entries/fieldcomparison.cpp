#include "ui/entries/fieldcomparison.h"

#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using widgets::TextRole;

namespace entries {

namespace {

enum Column { Item, Mark, Left, Right };

} // namespace

FieldComparison::FieldComparison(QWidget *parent)
    : QFrame(parent)
    , m_grid(new QGridLayout(this))
{
    setProperty("comparison", true);
    setObjectName(QStringLiteral("fieldComparison"));
    widgets::setMarginsEm(m_grid, {0, 0, 0, 0});
    m_grid->setSpacing(0);
    m_grid->setColumnStretch(Left, 1);
    m_grid->setColumnStretch(Right, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void FieldComparison::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_differences = 0;
}

void FieldComparison::addHeads(const QStringList &headings)
{
    int column = Item;
    for (const QString &heading : headings) {
        auto *label = widgets::label(heading, TextRole::Body, this);
        label->setProperty("comparisonHead", true);
        m_grid->addWidget(label, 0, column++);
    }
}

void FieldComparison::compare(const Side &left, const Side &right, const Names &names)
{
    clear();
    const auto fields = [&names](const Side &side) {
        return side.entered ? fieldsOf(*side.entered, names) : QList<FieldLine>();
    };
    const QList<FieldLine> lefts = fields(left);
    QList<FieldLine> rights = fields(right);
    // Against nothing everything would differ: that it is new is said once.
    m_compares = left.entered && right.entered;
    const auto headed = [](const Side &side) {
        return side.entered ? side.heading : tr("%1: nothing").arg(side.heading);
    };
    addHeads({tr("Item"), tr("Change"), headed(left), headed(right)});
    QList<std::pair<FieldLine, FieldLine>> rows;
    // Two 異動 need not have the same items.
    for (const FieldLine &line : lefts) {
        const auto same =
            std::find_if(rights.begin(), rights.end(),
                         [&line](const FieldLine &other) { return other.name == line.name; });
        rows.append({line, same == rights.end() ? FieldLine{line.name, {}} : *same});
        if (same != rights.end())
            rights.erase(same);
    }
    for (const FieldLine &line : std::as_const(rights))
        rows.append({{line.name, {}}, line});
    addRows(std::move(rows));
}

void FieldComparison::compareLines(const QString &leftHeading, const QList<FieldLine> &lefts,
                                   const QString &rightHeading, const QList<FieldLine> &rights)
{
    clear();
    m_compares = true;
    addHeads({tr("Item"), tr("Change"), leftHeading, rightHeading});
    QList<std::pair<FieldLine, FieldLine>> rows;
    for (qsizetype i = 0; i < qMin(lefts.size(), rights.size()); ++i)
        rows.append({lefts.at(i), rights.at(i)});
    addRows(std::move(rows));
}

void FieldComparison::addRows(QList<std::pair<FieldLine, FieldLine>> rows)
{
    // What differs is read first.
    std::stable_partition(rows.begin(), rows.end(),
                          [](const auto &row) { return row.first.text != row.second.text; });
    int row = 1;
    for (const auto &[before, after] : std::as_const(rows))
        addRow(row++, before, after);
}

void FieldComparison::addRow(int row, const FieldLine &left, const FieldLine &right)
{
    if (left.text.isEmpty() && right.text.isEmpty())
        return;
    const bool differs = m_compares && left.text != right.text;
    m_differences += differs ? 1 : 0;
    const auto add = [this, row, differs](int column, const QString &text, TextRole role) {
        auto *label = widgets::label(text, role, this);
        label->setProperty("comparisonCell", true);
        label->setProperty("differs", differs);
        label->setWordWrap(column == Left || column == Right);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        widgets::setRole(label, role); // the style looks again
        m_grid->addWidget(label, row, column);
    };
    const auto shown = [](const QString &text) {
        return text.isEmpty() ? QStringLiteral("―") : text;
    };
    add(Item, left.name, TextRole::Body);
    add(Mark, differs ? tr("● differs") : QString(), TextRole::Body);
    const bool registered = left.registered || right.registered;
    for (const auto &[column, text] : {std::pair(Left, left.text), std::pair(Right, right.text)})
        add(column, shown(text), registered && !text.isEmpty() ? TextRole::Name : TextRole::Body);
}

} // namespace entries
