#pragma once

#include "tax/calculator.h"
#include "tax/yearrules.h"

#include <QDate>
#include <QString>

namespace tax {

/// One case on its way through the law: `computeTax` calls the parts in their order.
class Calculation final
{
public:
    Calculation(const TaxCase &input, const YearRules &rules, Working working)
        : m_input(input)
        , m_rules(rules)
        , m_rates(rules.rates())
        , m_written(working == Working::Written)
    {
    }

    void workOutIncome();
    void workOutDeductions();
    void workOutLevies();
    void workOutInstalments();
    [[nodiscard]] TaxComputation take() { return std::move(m_done); }

private:
    struct Credit
    {
        qint64 city = 0;
        qint64 prefecture = 0;
    };

    [[nodiscard]] bool written() const { return m_written; }
    void add(const char16_t *code, qint64 yen, const char16_t *article, const QString &how = {});
    void doubt(const QString &code);

    qint64 income(Kind kind, qint64 receiptsYen) const;
    QString incomeHow(Kind kind, qint64 receiptsYen) const;
    qint64 salaryAdjustment();
    qint64 pensionIncome(qint64 otherYen);
    qint64 bothAdjustment(qint64 salaryYen, qint64 pensionYen);

    void deduct(const char16_t *code, qint64 yen, const char16_t *article, const QString &how = {});
    qint64 personal(Deduct name, int count, qint64 incomeYen = 0);
    QString counted(Deduct name, int count) const;
    void deductPayments();
    void deductPerson();
    void deductSpouse();
    void deductFamily();

    [[nodiscard]] int heads() const;
    [[nodiscard]] bool personExempt() const;
    [[nodiscard]] qint64 incomeLimit() const;
    bool flatExempt();
    bool incomeExempt();
    Credit adjustmentCredit();
    void reduceToLimit(Credit &levy);
    void subtract(Credit &levy, const Credit &credit) const;
    void incomeLevies();
    void flatLevies();

    const TaxCase &m_input;
    const YearRules &m_rules;
    const YearRates &m_rates;
    bool m_written;
    TaxComputation m_done;
    qint64 m_differenceYen = 0; ///< 人的控除差
};

} // namespace tax
