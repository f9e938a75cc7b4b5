#pragma once

#include "base/result.h"
#include "tables/table.h"
#include "tax/assessment.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace tax {

class YearRules;

/// The tables the calculator rests on, each effective-dated by 年度 (valid_from = 1 April of it).
struct CalculatorTables
{
    tables::Table rates; ///< tax_rates: 税率, 均等割, 森林環境税, 非課税限度額, floors
    tables::Table income;     ///< tax_income: 給与所得, 公的年金等雑所得 steps
    tables::Table deductions; ///< tax_deductions: 所得控除 and 人的控除差
    /// The years read out of the three tables by `prepare`, so that many cases go fast. A year
    /// that is not here is read at each call.
    QHash<int, std::shared_ptr<const YearRules>> years;
    /// All shipped; TableUnreadable.
    [[nodiscard]] static base::Result<CalculatorTables> load();
    /// Reads every year that the three tables hold whole; those with a slip stay out of `years`.
    void prepare();
    /// One text for the log: the versions of all three.
    [[nodiscard]] QString version() const;
};

enum class Disability { None, Ordinary, Special, SpecialTogether };
enum class SpouseKind { None, Ordinary, Elderly };

/// A resident's year, as far as the rules here reach: salary and public pensions.
struct TaxCase
{
    int fiscalYear = 0; ///< 年度; the income is that of the year before
    QDate bornOn;
    qint64 salaryYen = 0;      ///< 給与収入
    qint64 pensionYen = 0;     ///< 公的年金等収入
    qint64 otherIncomeYen = 0; ///< other 総合 income (所得), already worked out
    qint64 socialInsuranceYen = 0;
    qint64 smallBusinessYen = 0; ///< 小規模企業共済等掛金
    qint64 lifeInsuranceYen = 0; ///< 生命保険料控除額 as assessed
    qint64 earthquakeYen = 0;    ///< 地震保険料控除額 as assessed
    qint64 medicalYen = 0;       ///< 医療費控除額 as assessed
    qint64 casualtyYen = 0;      ///< 雑損控除額 as assessed
    SpouseKind spouse = SpouseKind::None;
    qint64 spouseIncomeYen = 0;              ///< 配偶者の合計所得
    int dependants16To18And23To69 = 0;       ///< 一般扶養
    int dependants19To22 = 0;                ///< 特定扶養
    int dependants70 = 0;                    ///< 老人扶養
    int dependants70Together = 0;            ///< 同居老親等
    int dependantsUnder16 = 0;               ///< 年少扶養: no deduction, counts for 非課税
    QList<qint64> specialRelativeIncomesYen; ///< 特定親族 (19-22, over the limit): their incomes
    /// Somebody of dependants16To18And23To69 is below 23: counts for the 所得金額調整控除 of a
    /// salary above 8.5 million. Not known: such a case is outside the rules.
    std::optional<bool> dependantBelow23;
    Disability self = Disability::None;
    int dependantsDisabled = 0;
    int dependantsSpecial = 0;
    int dependantsSpecialTogether = 0;
    bool widow = false;
    bool singleParent = false;
    bool singleFather = false; ///< with singleParent: the difference of 人的控除 is another
    bool workingStudent = false;
    bool publicAssistance = false; ///< 生活扶助 on 1 January
    qint64 taxCreditsCityYen = 0;  ///< 税額控除 after 調整控除, as assessed
    qint64 taxCreditsPrefectureYen = 0;
    qint64 flatCutCityYen = 0; ///< 定額減税 as assessed (R6, R7)
    qint64 flatCutPrefectureYen = 0;
};

/// One step of the working, in the order of the law.
struct TaxLine
{
    QString code; ///< "salary-income", "basic-deduction", "city-rate", ... ui/words has the words
    qint64 yen = 0;
    QString article; ///< "地方税法第314条の2第2項"
    QString how;     ///< the arithmetic in figures: "5,000,000 ÷ 4 × 3.2 − 440,000"
};

struct TaxComputation
{
    QList<TaxLine> lines;
    qint64 totalIncomeYen = 0; ///< 合計所得金額
    qint64 deductionsYen = 0;
    qint64 taxableYen = 0;    ///< 課税標準, cut to 1,000
    qint64 cityIncomeYen = 0; ///< 所得割（市）
    qint64 prefectureIncomeYen = 0;
    qint64 cityFlatYen = 0; ///< 均等割（市）
    qint64 prefectureFlatYen = 0;
    qint64 forestYen = 0;   ///< 森林環境税
    qint64 yearYen = 0;     ///< 年税額
    QList<qint64> ordinary; ///< 普通徴収 4 期, the rest of each below 1,000 in the first
    QList<qint64> salary;   ///< 給与特徴 12 months from June, below 100 in June
    /// Why the answer is not sure: "separate-income", "spouse-band-unknown", ... empty = within the
    /// rules. With an entry the figures are an aid only and the page says so.
    QList<QString> outside;
    QString tableVersion;
};

/// Whether the arithmetic of each line is written out; without it many cases go faster.
enum class Working { Written, FiguresOnly };

/// 個人住民税 of salary and pension cases (municipal-facts.md 6.1 to 6.8). TableYearMissing for a
/// 年度 the tables do not hold; ArgumentWrong for negative figures, figures of a million million
/// and more, and a day of birth that is missing or after the year.
[[nodiscard]] base::Result<TaxComputation> computeTax(const TaxCase &input,
                                                      const CalculatorTables &tables,
                                                      Working working = Working::Written);

/// What an assessment says, as a case for the calculator; `outside` names what it holds that the
/// rules here do not reach (separate taxation, business income ...).
struct CaseOfAssessment
{
    TaxCase input;
    QList<QString> outside;
};
[[nodiscard]] CaseOfAssessment caseOf(const Assessment &assessment, QDate bornOn);

/// Something in an assessment that does not agree with itself or with the calculator. Shown beside
/// the figures, never instead of them.
struct Contradiction
{
    QString code; ///< "instalments-sum", "deductions-sum", "income-sum", "year-tax", "calculator"
    qint64 storedYen = 0;
    qint64 expectedYen = 0;
};
[[nodiscard]] QList<Contradiction> contradictionsIn(const Assessment &assessment, QDate bornOn,
                                                    const CalculatorTables &tables);

} // namespace tax
