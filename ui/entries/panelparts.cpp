#include "ui/entries/panelparts.h"

#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace entries {

QVBoxLayout *cardIn(QWidget *panel, const QString &heading, QPushButton *action)
{
    auto *whole = new QVBoxLayout(panel);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *card = new widgets::Card({}, panel);
    auto *head = new QHBoxLayout;
    head->addWidget(widgets::label(heading, widgets::TextRole::Heading, card), 1);
    if (action)
        head->addWidget(action);
    card->body()->addLayout(head);
    auto *content = new QVBoxLayout;
    widgets::setSpacingEm(content, 0.5);
    card->body()->addLayout(content);
    whole->addWidget(card);
    panel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    return content;
}

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout *inner = item->layout()) {
            emptyLayout(inner);
        }
        delete item;
    }
}

} // namespace entries
