#include "ui/pension/monthwords.h"

#include "calendar/eras.h"

namespace pensionui {

QString yearWords(int year, YearForm form)
{
    const QString day = calendar::wareki(
        {year, 1, 1}, form == YearForm::Long ? calendar::Style::Screen : calendar::Style::Short);
    return form == YearForm::Long ? day.left(day.indexOf(u'年') + 1) : day.section(u'.', 0, 0);
}

QString monthWords(const pension::Month &month)
{
    if (!month.isValid())
        return {};
    const QString day = calendar::wareki({month.year, month.month, 1});
    return day.left(day.indexOf(u'月') + 1);
}

QString spanWords(const pension::MonthSpan &span)
{
    if (!span.from.isValid() && !span.to.isValid())
        return {};
    if (span.from == span.to)
        return monthWords(span.from);
    return monthWords(span.from) + QChar(0xff5e) + monthWords(span.to);
}

QString dayWords(QDate day)
{
    return day.isValid() ? calendar::wareki(day) : QString();
}

QString fiscalYearWords(int year)
{
    constexpr int april = 4;
    if (year <= 0)
        return {};
    const QString day = calendar::wareki({year, april, 1});
    return day.left(day.indexOf(u'年') + 1) + u'度';
}

int monthCount(const pension::MonthSpan &span)
{
    return span.from.isValid() && span.to.isValid() ? span.to.index() - span.from.index() + 1 : 0;
}

} // namespace pensionui
