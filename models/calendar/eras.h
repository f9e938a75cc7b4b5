#pragma once

#include "base/result.h"
#include "calendar/partialdate.h"
#include "tables/table.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace calendar {

/// One 元号. First and last day overlap: 1912-07-30 is 明治45年7月30日 and 大正元年7月30日
/// (住民記録システム標準仕様書 1.1.8).
struct Era
{
    QString name;         ///< 令和
    QString letter;       ///< R
    int digit = 0;        ///< keypad digit of 住民記録 and tax: 1明 2大 3昭 4平 5令
    int pensionDigit = 0; ///< keypad digit of pension forms: 1明 3大 5昭 7平 9令
    QDate first;
    QDate last; ///< invalid: still running
    int firstYear =
        1; ///< year of the era on its first day (明治 begins in the Gregorian calendar with 6)
    bool operator==(const Era &) const = default;
};

enum class Style {
    Certificate,   ///< 令和８年１１月２１日, 元年 as 元年
    Screen,        ///< 令和8年11月21日
    ScreenWeekday, ///< 令和8年11月21日（土）
    Short,         ///< R8.11.21
};

/// Which calendar a date is shown in: 和暦 for Japanese residents, 西暦 for birth date and 満了の日
/// of foreign residents (住民記録システム標準仕様書 1.1.1, 1.1.2, 1.1.9). Never both at once.
enum class Reckoning { Wareki, Western };

/// The eras and everything that is written with them.
class Eras final
{
public:
    /// The table that is compiled in.
    [[nodiscard]] static const Eras &shipped();
    [[nodiscard]] static base::Result<Eras> load(const tables::Table &table);

    [[nodiscard]] const QList<Era> &all() const { return m_eras; }
    [[nodiscard]] const QString &version() const { return m_version; }
    /// The era of a day; on the day of a change the new one. Nothing before 1873-01-01.
    [[nodiscard]] std::optional<Era> eraOf(QDate day) const;
    [[nodiscard]] std::optional<Era> byName(const QString &nameOrLetter) const;
    /// 1 for 元年.
    [[nodiscard]] static int yearIn(const Era &era, int westernYear);
    [[nodiscard]] static int westernYear(const Era &era, int yearInEra);
    /// Before 1873-01-01 (太陰暦) the western form is given; empty for an invalid day.
    [[nodiscard]] QString write(QDate day, Style style) const;

private:
    QList<Era> m_eras;
    QString m_version;
};

/// 和暦 with the shipped eras.
[[nodiscard]] QString wareki(QDate day, Style style = Style::Screen);
/// 西暦: 2026年11月21日 (full-width for Certificate, 2026.11.21 for Short).
[[nodiscard]] QString western(QDate day, Style style = Style::Screen);
/// A date as registered: an unknown one is given back unchanged as the document bears it.
[[nodiscard]] QString display(const PartialDate &date, Reckoning reckoning = Reckoning::Wareki,
                              Style style = Style::Screen);
/// "（土）"
[[nodiscard]] QString weekdayMark(QDate day);

} // namespace calendar
