#include "pension/record.h"

namespace pension {

Month Month::plus(int months) const
{
    constexpr int monthsAYear = 12;
    const int total = index() + months;
    return {.year = total / monthsAYear, .month = total % monthsAYear + 1};
}

QList<QString *> notesOf(PensionRecord &record)
{
    QList<QString *> notes;
    for (Report &one : record.reports)
        notes << &one.message;
    for (Note &one : record.notes)
        notes << &one.special << &one.consulted << &one.remarks;
    return notes;
}

} // namespace pension
