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

QList<widgets::KeyHint> workKeys(int depth)
{
    QList<widgets::KeyHint> keys;
    if (depth > 1)
        keys << widgets::KeyHint{Qt::Key_F9, said(QT_TRANSLATE_NOOP("shell", "End the visit"))};
    if (depth > 2)
        keys << widgets::KeyHint{Qt::Key_Escape, said(QT_TRANSLATE_NOOP("shell", "Back"))};
    keys << widgets::KeyHint{Qt::Key_F11, said(QT_TRANSLATE_NOOP("shell", "Cover"))};
    keys << widgets::KeyHint{lockKey, said(QT_TRANSLATE_NOOP("shell", "Lock"))};
    if (depth == 1)
        keys << widgets::KeyHint{signOutKey, said(QT_TRANSLATE_NOOP("shell", "Sign out"))};
    return keys;
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
