#include "ui/shell/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace shell {

void forgetClipboard()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->clear();
    if (clipboard->supportsSelection())
        clipboard->clear(QClipboard::Selection);
}

} // namespace shell
