#include "ui/tax/forms.h"

#include "ui/widgets/parts.h"

#include <QLabel>
#include <QLayout>

namespace taxui {

void finish(widgets::FormGrid *form)
{
    const auto labels = form->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    for (QLabel *label : labels) {
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        // A styled label that stands at the top is indented from above as well.
        label->setIndent(0);
        // A layout shows what it receives a turn later: the page would be seen half made.
        label->show();
    }
    form->show();
}

} // namespace taxui
