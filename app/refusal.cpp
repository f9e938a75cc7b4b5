#include "app/refusal.h"

#include "base/errorname.h"
#include "ui/words/errorwords.h"

#include <cstdio>

namespace app {

QByteArray refusalText(const base::Error &error)
{
    const words::ErrorWords said = words::errorWords(error.code);
    QString text = QStringLiteral("%1: %2\n  %3\n  %4\n")
                       .arg(base::errorName(error.code), said.happened, said.means, said.todo);
    if (!error.detail.isEmpty())
        text += QStringLiteral("  (%1)\n").arg(error.detail);
    return text.toUtf8();
}

int refusalExit(const base::Error &error)
{
    return error.code == base::ErrorCode::ArgumentWrong ? 2 : 1;
}

int tellRefusal(const base::Error &error)
{
    std::fputs(refusalText(error).constData(), stderr);
    return refusalExit(error);
}

} // namespace app
