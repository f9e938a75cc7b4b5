#pragma once

#include "base/result.h"
#include "tables/table.h"

#include <QDate>
#include <QHash>
#include <QString>

namespace calendar {

/// 国民の祝日 and the days the office is open (国民の祝日に関する法律; 地方自治法 第4条の2).
class OfficeCalendar final
{
public:
    /// The tables that are compiled in.
    [[nodiscard]] static const OfficeCalendar &shipped();
    /// From holidays.csv (rules by law) and holidays_exceptions.csv (one-offs, moved days).
    [[nodiscard]] static base::Result<OfficeCalendar> load(const tables::Table &rules,
                                                           const tables::Table &exceptions);

    [[nodiscard]] const QString &version() const { return m_version; }
    /// 元日, 振替休日, 国民の休日 ...; empty on other days. Known from 1970 to 2099.
    [[nodiscard]] QString holidayName(QDate day) const;
    [[nodiscard]] bool isHoliday(QDate day) const { return !holidayName(day).isEmpty(); }
    /// Open: not Saturday, Sunday, 国民の祝日 or 12月29日 to 1月3日 (地方自治法 第4条の2第2項).
    [[nodiscard]] bool isOpen(QDate day) const;
    /// The day itself when open, else the next open one.
    [[nodiscard]] QDate openOnOrAfter(QDate day) const;

private:
    [[nodiscard]] QString lawfulName(QDate day) const;

    QList<tables::Row> m_rules;
    QHash<QDate, QString> m_added;
    QHash<QDate, QString> m_struck;
    QString m_version;
};

} // namespace calendar
