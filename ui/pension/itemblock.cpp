#include "ui/pension/itemblock.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pensionui {

using widgets::TextRole;

namespace {

constexpr double cellEm = 11.2;
constexpr double gapEm = 1.0;

/// As wide as one, two or more cells, so that the boxes of all blocks stand in columns.
class Cell final : public QWidget
{
public:
    Cell(const Item &item, QWidget *parent)
        : QWidget(parent)
    {
        auto *column = new QVBoxLayout(this);
        widgets::setMarginsEm(column, {0, 0.1, 0, 0.1});
        widgets::setSpacingEm(column, 0);
        auto *name = widgets::label(item.name, TextRole::Muted, this);
        name->setObjectName(QStringLiteral("item-%1").arg(item.number));
        column->addWidget(name);
        auto *value =
            widgets::label(item.value, item.isName ? TextRole::Name : TextRole::Body, this);
        value->setProperty("verbatim", item.isVerbatim);
        column->addWidget(value);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize needed = QWidget::sizeHint();
        const int cell = widgets::em(cellEm);
        const int gap = widgets::em(gapEm);
        int width = cell;
        while (width < needed.width())
            width += cell + gap;
        return {width, needed.height()};
    }
};

} // namespace

ItemBlock::ItemBlock(const Block &block, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0.1, 0, 0.3});
    widgets::setSpacingEm(column, 0.1);
    if (!block.heading.isEmpty())
        column->addWidget(widgets::label(block.heading, TextRole::Heading, this));
    auto *boxes = new QWidget(this);
    auto *row = new widgets::FlowLayout(boxes, {0, 0, 0, 0}, gapEm);
    column->addWidget(boxes);
    for (const Item &item : block.items) {
        if (!item.isLong) {
            row->addWidget(new Cell(item, boxes));
            continue;
        }
        auto *name = widgets::label(item.name, TextRole::Muted, this);
        name->setObjectName(QStringLiteral("item-%1").arg(item.number));
        auto *text = widgets::label(item.value, TextRole::Body, this);
        text->setWordWrap(true);
        text->setProperty("verbatim", true);
        column->addWidget(name);
        column->addWidget(text);
    }
    boxes->setVisible(row->count() > 0);
}

} // namespace pensionui
