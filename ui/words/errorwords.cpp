#include "ui/words/errorwords.h"

#include "ui/words/errortable.h"

#include <QCoreApplication>

namespace words {

namespace {

const ErrorEntry *entryOf(base::ErrorCode code)
{
    for (const auto table : {systemErrors(), counterErrors()}) {
        for (const ErrorEntry &entry : table) {
            if (entry.code == code)
                return &entry;
        }
    }
    return nullptr;
}

} // namespace

ErrorWords errorWords(base::ErrorCode code)
{
    const ErrorEntry *entry = entryOf(code);
    if (!entry)
        entry = entryOf(base::ErrorCode::Unexpected);
    return {QCoreApplication::translate("errors", entry->happened),
            QCoreApplication::translate("errors", entry->means),
            QCoreApplication::translate("errors", entry->todo)};
}

QString errorName(base::ErrorCode code)
{
    const ErrorEntry *entry = entryOf(code);
    return entry ? QString::fromLatin1(entry->name) : QString();
}

} // namespace words
