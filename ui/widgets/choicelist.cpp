#include "ui/widgets/choicelist.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>

namespace widgets {

namespace {

constexpr int mostChoices = 10;

} // namespace

ChoiceList::ChoiceList(QWidget *parent)
    : QListWidget(parent)
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QListWidget::itemClicked, this, [this] { Q_EMIT picked(currentRow()); });
}

void ChoiceList::setChoices(const QStringList &choices)
{
    clear();
    for (int i = 0; i < choices.size(); ++i) {
        const QString number = i < mostChoices ? QString::number((i + 1) % mostChoices) : QString();
        addItem(QStringLiteral("%1　%2").arg(number, choices.at(i)));
        item(i)->setData(Qt::AccessibleTextRole, choices.at(i));
    }
    applySizes();
    updateGeometry();
}

void ChoiceList::pick(int index)
{
    setCurrentRow(index);
    Q_EMIT picked(index);
}

QSize ChoiceList::sizeHint() const
{
    const int row = em(1.95);
    return {qMax(em(14), sizeHintForColumn(0) + em(1.5)), row * qMax(1, count()) + em(0.5) + 2};
}

void ChoiceList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9 && !(event->modifiers() & Qt::ControlModifier)) {
        const int index = key == Qt::Key_0 ? mostChoices - 1 : key - Qt::Key_1;
        if (index < count())
            pick(index);
        return;
    }
    QListWidget::keyPressEvent(event);
}

void ChoiceList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applySizes();
}

void ChoiceList::applySizes()
{
    for (int i = 0; i < count(); ++i)
        item(i)->setSizeHint(QSize(0, em(1.95)));
}

} // namespace widgets
