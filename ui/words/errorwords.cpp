#include "ui/words/errorwords.h"

#include "ui/words/errortable.h"
#include "ui/words/movewords.h"

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

ErrorWords errorWords(const base::Error &error)
{
    ErrorWords said = errorWords(error.code);
    const auto rule = residents::moveRuleFromName(error.detail);
    if (error.code != base::ErrorCode::MoveRefused || rule == residents::MoveRule::Count)
        return said;
    // Which 異動処理 it was stands beside it where it is shown.
    const RuleWords broken = of(rule, residents::MoveKind::Within);
    said.happened += u' ' + QCoreApplication::translate("errors", "%1: %2",
                                                        "item of a move, what is wrong with it")
                                .arg(broken.item, broken.matter);
    said.todo = broken.remedy;
    return said;
}

QString errorName(base::ErrorCode code)
{
    const ErrorEntry *entry = entryOf(code);
    return entry ? QString::fromLatin1(entry->name) : QString();
}

} // namespace words
