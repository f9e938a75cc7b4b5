#include "ui/widgets/onlyshown.h"

#include <QHash>
#include <QStackedWidget>

namespace widgets {

void measureOnlyShown(QStackedWidget *stack)
{
    QHash<const QWidget *, QSizePolicy> own;
    for (int i = 0; i < stack->count(); ++i)
        own.insert(stack->widget(i), stack->widget(i)->sizePolicy());
    const auto measure = [stack, own] {
        for (int i = 0; i < stack->count(); ++i) {
            QWidget *part = stack->widget(i);
            const bool shown = i == stack->currentIndex();
            part->setSizePolicy(shown ? own.value(part, part->sizePolicy())
                                      : QSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored));
        }
        stack->updateGeometry();
    };
    QObject::connect(stack, &QStackedWidget::currentChanged, stack, measure);
    measure();
}

} // namespace widgets
