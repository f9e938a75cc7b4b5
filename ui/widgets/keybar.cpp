#include "ui/widgets/keybar.h"

#include "ui/widgets/flowlayout.h"

#include <QKeySequence>
#include <QToolButton>

namespace widgets {

namespace {

QString keyName(int key)
{
    if (key == Qt::Key_Escape)
        return QStringLiteral("Esc");
    if (key == Qt::Key_Return)
        return QStringLiteral("Enter");
    return QKeySequence(key).toString();
}

} // namespace

KeyBar::KeyBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new FlowLayout(this, {0.8, 0.25, 0.8, 0.25}, 0.3))
{
    setObjectName(QStringLiteral("keybar"));
    setAttribute(Qt::WA_StyledBackground);
}

void KeyBar::setKeys(const QList<KeyHint> &keys)
{
    if (keys == m_keys)
        return;
    m_keys = keys;
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const KeyHint &one : keys) {
        auto *made = new QToolButton(this);
        made->setText(keyName(one.key) + u' ' + one.words);
        made->setEnabled(one.enabled);
        made->setFocusPolicy(Qt::NoFocus);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, [this, key = one.key] { Q_EMIT pressed(key); });
        m_row->addWidget(made);
    }
    updateGeometry();
}

} // namespace widgets
