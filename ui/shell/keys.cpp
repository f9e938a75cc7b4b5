#include "ui/shell/keys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace shell {

namespace {

constexpr int textStep = 10;
constexpr int ordinaryText = 100;

QString said(const char *words)
{
    return QCoreApplication::translate("shell", words);
}

} // namespace

QList<widgets::KeyHint> workKeys(const WorkPlace &place)
{
    QList<widgets::KeyHint> keys;
    if (place.depth == 1 && place.mayEnter)
        keys << widgets::KeyHint{outboxKey, said(QT_TRANSLATE_NOOP("shell", "Outbox"))};
    if (place.depth == 1 && place.mayCheck)
        keys << widgets::KeyHint{queueKey, said(QT_TRANSLATE_NOOP("shell", "To be checked"))};
    if (place.depth == 1 && !place.onlyPassword)
        keys << widgets::KeyHint{passwordKey, said(QT_TRANSLATE_NOOP("shell", "Password"))};
    if (place.visit)
        keys << widgets::KeyHint{Qt::Key_F9, said(QT_TRANSLATE_NOOP("shell", "End the visit"))};
    if (place.depth > (place.visit ? 2 : 1))
        keys << widgets::KeyHint{Qt::Key_Escape, said(QT_TRANSLATE_NOOP("shell", "Back"))};
    keys << widgets::KeyHint{Qt::Key_F11, said(QT_TRANSLATE_NOOP("shell", "Cover"))};
    keys << widgets::KeyHint{lockKey, said(QT_TRANSLATE_NOOP("shell", "Lock"))};
    if (place.depth == 1)
        keys << widgets::KeyHint{signOutKey, said(QT_TRANSLATE_NOOP("shell", "Sign out"))};
    return keys;
}

std::optional<int> commandKey(const QKeyEvent &event)
{
    const int key = event.key();
    if (key == Qt::Key_Escape || (key >= Qt::Key_F1 && key <= Qt::Key_F12))
        return key;
    const bool letter = key >= Qt::Key_A && key <= Qt::Key_Z;
    if (letter && event.modifiers() == Qt::ControlModifier)
        return int(Qt::ControlModifier) | key;
    return std::nullopt;
}

std::optional<int> textSizeKey(const QKeyEvent &event, int percent)
{
    if (!(event.modifiers() & Qt::ControlModifier))
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Semicolon: // the plus key of a Japanese keyboard without Shift
    case Qt::Key_Equal:
        return percent + textStep;
    case Qt::Key_Minus:
        return percent - textStep;
    case Qt::Key_0:
        return ordinaryText;
    default:
        return std::nullopt;
    }
}

} // namespace shell
