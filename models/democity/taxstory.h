#pragma once

#include "democity/lives.h"
#include "democity/random.h"
#include "democity/taxdeductions.h"
#include "democity/taxsupport.h"
#include "tax/assessment.h"
#include "tax/calculator.h"

#include <QMap>

#include <optional>

namespace democity {

/// What an assessment must show at least.
enum class TaxCaseWanted { Any, Corrected, Contradiction };

/// The assessments of a household: incomes as lives.h tells them, deductions by who lives with
/// whom, amounts as tax::computeTax works them out. No law stands here but in its tables.
class TaxStory final
{
public:
    /// TableUnreadable. Years that the tables do not hold are left out.
    [[nodiscard]] static base::Result<TaxStory> load(QDate today);
    [[nodiscard]] int lastFiscalYear() const { return m_lastYear; }

    struct Told
    {
        QList<tax::Assessment> assessments; ///< in order of 年度 and 履歴
        bool contradictory = false;         ///< one of them does not agree with itself, on purpose
    };
    /// One for each life, in their order. `wanted` goes to the first person whom it fits and
    /// `takes`, and is Any afterwards.
    [[nodiscard]] QList<Told> tell(const QList<Life> &lives, quint64 seed,
                                   TaxCaseWanted &wanted) const;

private:
    TaxStory() = default;
    struct Traits;
    struct Telling;
    [[nodiscard]] Traits traitsOf(const Life &life, quint64 seed) const;
    [[nodiscard]] tax::TaxCase caseOf(const Life &life, const Earnings &earned) const;
    [[nodiscard]] bool workOut(TaxYear &year, tax::TaxComputation &worked) const;
    [[nodiscard]] tax::Assessment assess(const Life &life, const TaxYear &year,
                                         const tax::TaxComputation &worked,
                                         const Traits &traits) const;
    [[nodiscard]] bool correct(const Life &life, TaxYear year, const Traits &traits,
                               QList<tax::Assessment> &rows) const;
    [[nodiscard]] std::optional<qint64> tellYear(const Life &life, TaxYear year,
                                                 Telling telling) const;
    static void contradict(tax::Assessment &assessment, int kind);

    tax::CalculatorTables m_tables;
    QMap<int, TaxDeductions> m_deductions;
    QDate m_today;
    int m_lastYear = 0;
};

} // namespace democity
