#pragma once

#include <QDate>
#include <QString>

namespace calendar {

/// How much of a date is known (municipal-facts.md 3.3).
enum class Precision { Nothing, Year, Season, Month, TenDays, Day };

/// A date as a register holds it: an ordinary day, or one that is unknown in part, approximate or
/// not a calendar day (municipal-facts.md 3.3, JS1 1.1.8). Unknown dates are values of their own:
/// no silent 1 January anywhere. Rules say whether they use `earliest` or `latest`.
struct PartialDate
{
    QString text;   ///< as the document bears it; empty for an ordinary day
    QDate earliest; ///< first day it can be; invalid when nothing at all is known
    QDate latest;   ///< last day it can be
    Precision precision = Precision::Nothing;
    bool operator==(const PartialDate &) const = default;

    [[nodiscard]] static PartialDate on(QDate day)
    {
        return {.text = {}, .earliest = day, .latest = day, .precision = Precision::Day};
    }
    /// An ordinary calendar day, fully known.
    [[nodiscard]] bool isDay() const
    {
        return precision == Precision::Day && text.isEmpty() && earliest.isValid();
    }
    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && !earliest.isValid(); }
};

} // namespace calendar
