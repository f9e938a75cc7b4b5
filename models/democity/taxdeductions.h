#pragma once

#include "tables/table.h"
#include "tax/assessment.h"
#include "tax/calculator.h"

#include <QHash>
#include <QList>

namespace democity {

/// tax_deductions.csv of one 年度, read once: the single deductions as an assessment lists them.
class TaxDeductions final
{
public:
    TaxDeductions() = default;
    TaxDeductions(const tables::Table &table, int fiscalYear);

    /// Highest income (合計所得金額) of a dependant or of a spouse with the plain deduction.
    [[nodiscard]] qint64 dependantLimit() const { return m_dependantLimit; }
    /// Highest income of a spouse with any deduction.
    [[nodiscard]] qint64 spouseLimit() const { return m_spouseLimit; }
    /// Items 73 to 82 and 87 to 113, 158 of an assessment.
    void fill(tax::Assessment &assessment, const tax::TaxCase &input, qint64 totalIncomeYen) const;

private:
    struct Line
    {
        qint64 ownFrom = 0;
        qint64 ownTo = 0;
        qint64 incomeFrom = 0;
        qint64 incomeTo = 0;
        qint64 yen = 0;
    };
    [[nodiscard]] qint64 yen(const QString &name, qint64 own, qint64 income = 0) const;
    QHash<QString, QList<Line>> m_lines;
    qint64 m_dependantLimit = 0;
    qint64 m_spouseLimit = 0;
};

} // namespace democity
