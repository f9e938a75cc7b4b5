#pragma once

#include "democity/lives.h"
#include "democity/taxdeductions.h"
#include "tax/calculator.h"

#include <QList>
#include <QString>

#include <optional>

namespace democity {

/// A year of one person before it is worked out.
struct TaxYear
{
    tax::TaxCase input;
    Earnings earned;
    int supported = 0; ///< people who count for 定額減税, himself apart
    /// 年税額 withheld from the pension in the year before, for 仮徴収; none: not known.
    std::optional<qint64> lastYearYen;
};

/// Who supports whom on 31 December before a 年度 (地方税法 第292条第1項): spouses each other, the
/// one who earns most everybody else of the family. Asked in order of income, so that the incomes
/// of the supported are known before.
class Family final
{
public:
    /// `order`: the indexes of `lives` (which outlive this) by income, smallest first.
    Family(const QList<Life> &lives, int fiscalYear, const QList<int> &order);
    void setTotal(int index, qint64 totalIncomeYen) { m_totals[index] = totalIncomeYen; }
    /// Spouse, dependants and standing of a person.
    void support(int index, const TaxDeductions &deductions, TaxYear &year) const;
    /// Grown up, without income, and nobody supports him.
    [[nodiscard]] bool mustDeclare(int index) const;

private:
    [[nodiscard]] int spouseOf(int index) const;
    [[nodiscard]] bool isFamily(int index) const;
    [[nodiscard]] int ageOf(int index) const;
    void supportSpouse(int spouse, const TaxDeductions &deductions, TaxYear &year) const;
    void supportOther(int other, const TaxDeductions &deductions, TaxYear &year) const;
    void standing(int index, const TaxDeductions &deductions, TaxYear &year) const;

    const QList<Life> &m_lives;
    int m_year;
    QList<QString> m_relationships; ///< empty = not here
    QList<qint64> m_totals;
    QList<int> m_rank;
    int m_supporter = -1;
};

/// Whether papers came in from which a row was made; `drawn` of 1,000.
[[nodiscard]] bool hasPapers(const Life &life, const Earnings &earned, int drawn);

} // namespace democity
