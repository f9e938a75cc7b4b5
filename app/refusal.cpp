#include "app/refusal.h"

#include "base/errorname.h"
#include "ui/words/errorwords.h"

#include <cstdio>

namespace app {

int tellRefusal(const base::Error &error)
{
    const words::ErrorWords said = words::errorWords(error.code);
    std::fprintf(stderr, "%s: %s\n  %s\n  %s\n", qPrintable(base::errorName(error.code)),
                 qPrintable(said.happened), qPrintable(said.means), qPrintable(said.todo));
    if (!error.detail.isEmpty())
        std::fprintf(stderr, "  (%s)\n", qPrintable(error.detail));
    return 1;
}

} // namespace app
