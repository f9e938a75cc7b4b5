#include "ui/widgets/entermoves.h"

#include "ui/widgets/textfield.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QWidget>

namespace widgets {

namespace {

QWidget *receiverOf(QWidget *field)
{
    return field->focusProxy() ? field->focusProxy() : field;
}

} // namespace

EnterMoves::EnterMoves(QWidget *form, const QList<QWidget *> &fields, QAbstractButton *end)
    : QObject(form)
    , m_end(end)
{
    QWidget *before = nullptr;
    for (QWidget *field : fields) {
        QWidget *receiver = receiverOf(field);
        receiver->installEventFilter(this);
        m_fields.append(receiver);
        if (before)
            QWidget::setTabOrder(before, receiver);
        before = receiver;
    }
    if (end) {
        end->installEventFilter(this);
        if (before)
            QWidget::setTabOrder(before, end);
    }
}

bool EnterMoves::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QObject::eventFilter(watched, event);
    if (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return QObject::eventFilter(watched, event);
    const auto *field = qobject_cast<TextField *>(watched);
    if (field && field->isComposing())
        return false;
    const bool back = key->modifiers() & Qt::ShiftModifier;
    if (watched == m_end && !back) {
        // A held key must not run through the form and press the button.
        if (!key->isAutoRepeat() && m_end->isEnabled()) {
            m_end->click();
            Q_EMIT finished();
        }
        return true;
    }
    moveFrom(watched, back ? -1 : 1);
    return true;
}

void EnterMoves::moveFrom(const QObject *from, int step)
{
    const auto count = static_cast<int>(m_fields.size());
    int at = count;
    for (int i = 0; i < count; ++i) {
        if (m_fields.at(i) == from)
            at = i;
    }
    for (at += step; at >= 0 && at < count; at += step) {
        QWidget *next = m_fields.at(at);
        if (next && next->isVisible() && next->isEnabled()) {
            next->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
    if (step > 0 && m_end && m_end->isEnabled())
        m_end->setFocus(Qt::TabFocusReason);
}

} // namespace widgets
