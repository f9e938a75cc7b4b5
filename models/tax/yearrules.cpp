#include "tax/yearrules.h"

#include <limits>

namespace tax {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qint64 quarterStep = 1000;
constexpr qint64 hundred = 100;

struct RateName
{
    QLatin1StringView name;
    qint64 YearRates::*field;
};

constexpr RateName rateNames[] = {
    {QLatin1StringView("city_rate"), &YearRates::city},
    {QLatin1StringView("prefecture_rate"), &YearRates::prefecture},
    {QLatin1StringView("city_flat"), &YearRates::cityFlat},
    {QLatin1StringView("prefecture_flat"), &YearRates::prefectureFlat},
    {QLatin1StringView("forest_tax"), &YearRates::forest},
    {QLatin1StringView("flat_base"), &YearRates::flatBase},
    {QLatin1StringView("income_head"), &YearRates::incomeHead},
    {QLatin1StringView("income_base"), &YearRates::incomeBase},
    {QLatin1StringView("income_addition"), &YearRates::incomeAddition},
    {QLatin1StringView("person_limit"), &YearRates::personLimit},
    {QLatin1StringView("adult_age"), &YearRates::adultAge},
    {QLatin1StringView("adjustment_border"), &YearRates::adjustmentBorder},
    {QLatin1StringView("adjustment_least"), &YearRates::adjustmentLeast},
    {QLatin1StringView("adjustment_income_limit"), &YearRates::adjustmentIncomeLimit},
    {QLatin1StringView("adjustment_city_percent"), &YearRates::adjustmentCityPercent},
    {QLatin1StringView("adjustment_prefecture_percent"), &YearRates::adjustmentPrefecturePercent},
    {QLatin1StringView("ordinary_parts"), &YearRates::ordinaryParts},
    {QLatin1StringView("salary_parts"), &YearRates::salaryParts},
    {QLatin1StringView("flat_only_at_once"), &YearRates::flatOnlyAtOnce},
};

constexpr QLatin1StringView kindNames[] = {
    QLatin1StringView("salary"),
    QLatin1StringView("pension_65"),
    QLatin1StringView("pension"),
    QLatin1StringView("pension_other_income"),
    QLatin1StringView("adjustment_salary"),
    QLatin1StringView("adjustment_both_limit"),
};
static_assert(std::size(kindNames) == static_cast<std::size_t>(Kind::Count));

struct DeductName
{
    QLatin1StringView name;
    bool needed; ///< some came into the law later
};

constexpr DeductName deductNames[] = {
    {QLatin1StringView("basic"), true},
    {QLatin1StringView("disabled"), true},
    {QLatin1StringView("special_disabled"), true},
    {QLatin1StringView("special_disabled_together"), true},
    {QLatin1StringView("widow"), true},
    {QLatin1StringView("single_mother"), true},
    {QLatin1StringView("single_father"), true},
    {QLatin1StringView("working_student"), true},
    {QLatin1StringView("dependant"), true},
    {QLatin1StringView("dependant_19"), true},
    {QLatin1StringView("dependant_70"), true},
    {QLatin1StringView("dependant_70_together"), true},
    {QLatin1StringView("spouse"), true},
    {QLatin1StringView("spouse_elderly"), true},
    {QLatin1StringView("spouse_special"), true},
    {QLatin1StringView("special_relative"), false},
    {QLatin1StringView("limit_dependant"), true},
    {QLatin1StringView("limit_working_student"), true},
    {QLatin1StringView("limit_single"), true},
};
static_assert(std::size(deductNames) == static_cast<std::size_t>(Deduct::Count));

/// Numbers of one row; remembers that one was none.
class Numbers final
{
public:
    explicit Numbers(const tables::Row &row)
        : m_row(row)
    {
    }
    qint64 of(const QString &column)
    {
        bool number = false;
        const qint64 value = m_row.text(column).toLongLong(&number);
        m_good = m_good && number;
        return value;
    }
    qint64 endOf(const QString &column)
    {
        return m_row.text(column).isEmpty() ? std::numeric_limits<qint64>::max() : of(column);
    }
    bool good() const { return m_good; }

private:
    const tables::Row &m_row;
    bool m_good = true;
};

auto unreadable(const tables::Table &table, const tables::Row &row)
{
    return fail(ErrorCode::TableUnreadable,
                QStringLiteral("%1 line %2").arg(table.name()).arg(row.line));
}

auto missing(const tables::Table &table, QDate day, QLatin1StringView name)
{
    return fail(ErrorCode::TableYearMissing,
                QStringLiteral("%1 on %2: %3").arg(table.name(), day.toString(Qt::ISODate), name));
}

} // namespace

Result<YearRules> YearRules::read(const CalculatorTables &tables, int fiscalYear)
{
    const QDate day(fiscalYear, 4, 1);
    YearRules rules;
    if (const auto good = rules.readRates(tables.rates, day); !good)
        return fail(good);
    if (const auto good = rules.readIncome(tables.income, day); !good)
        return fail(good);
    if (const auto good = rules.readDeductions(tables.deductions, day); !good)
        return fail(good);
    return rules;
}

Result<> YearRules::readRates(const tables::Table &table, QDate day)
{
    const QString value = QStringLiteral("value");
    if (const auto fits = table.needs({QStringLiteral("name"), value, QStringLiteral("doubt")});
        !fits)
        return fail(fits);
    QHash<QString, qint64> all;
    for (const tables::Row &row : table.rowsOn(day)) {
        Numbers numbers(row);
        all.insert(row.text(QStringLiteral("name")), numbers.of(value));
        if (!numbers.good())
            return unreadable(table, row);
        const QString doubt = row.text(QStringLiteral("doubt"));
        if (!doubt.isEmpty() && !m_doubts.contains(doubt))
            m_doubts.append(doubt);
    }
    for (const RateName &one : rateNames) {
        if (!all.contains(one.name))
            return missing(table, day, one.name);
        m_rates.*one.field = all.value(one.name);
    }
    // 級地 of the city picks its own two lines (地方税法施行令 第47条の3, municipal-facts 6.2).
    const QString grade = QString::number(all.value(QStringLiteral("flat_grade")));
    for (const auto &[name, field] : {std::pair{"flat_head_", &YearRates::flatHead},
                                      std::pair{"flat_addition_", &YearRates::flatAddition}}) {
        const QString full = QString::fromLatin1(name) + grade;
        if (!all.contains(full))
            return missing(table, day, QLatin1StringView(name));
        m_rates.*field = all.value(full);
    }
    m_rates.flatCutSalaryParts = all.value(QStringLiteral("flat_cut_salary_parts"), 0);
    if (m_rates.ordinaryParts < 1 || m_rates.salaryParts < 1)
        return fail(ErrorCode::TableUnreadable, table.name() + QStringLiteral(": parts"));
    return {};
}

Result<> YearRules::readIncome(const tables::Table &table, QDate day)
{
    static const QHash<QString, IncomeStep::Form> forms = {
        {QStringLiteral("fixed"), IncomeStep::Form::Fixed},
        {QStringLiteral("whole"), IncomeStep::Form::Whole},
        {QStringLiteral("whole_up"), IncomeStep::Form::WholeUp},
        {QStringLiteral("quarter"), IncomeStep::Form::Quarter},
    };
    for (const tables::Row &row : table.rowsOn(day)) {
        Numbers numbers(row);
        const QString form = row.text(QStringLiteral("form"));
        const IncomeStep step{.fromYen = numbers.of(QStringLiteral("from_yen")),
                              .toYen = numbers.endOf(QStringLiteral("to_yen")),
                              .form = forms.value(form),
                              .percent = numbers.of(QStringLiteral("percent")),
                              .plusYen = numbers.of(QStringLiteral("plus_yen"))};
        if (!numbers.good() || !forms.contains(form))
            return unreadable(table, row);
        for (std::size_t i = 0; i < std::size(kindNames); ++i) {
            if (row.text(QStringLiteral("kind")) == kindNames[i])
                m_income[i].append(step);
        }
    }
    for (std::size_t i = 0; i < std::size(kindNames); ++i) {
        if (m_income[i].isEmpty())
            return missing(table, day, kindNames[i]);
    }
    return {};
}

Result<> YearRules::readDeductions(const tables::Table &table, QDate day)
{
    for (const tables::Row &row : table.rowsOn(day)) {
        Numbers numbers(row);
        const DeductionStep step{.ownFrom = numbers.of(QStringLiteral("own_from")),
                                 .ownTo = numbers.endOf(QStringLiteral("own_to")),
                                 .incomeFrom = numbers.of(QStringLiteral("income_from")),
                                 .incomeTo = numbers.endOf(QStringLiteral("income_to")),
                                 .yen = numbers.of(QStringLiteral("yen")),
                                 .differenceYen = numbers.of(QStringLiteral("difference_yen")),
                                 .doubt = row.text(QStringLiteral("doubt"))};
        if (!numbers.good())
            return unreadable(table, row);
        for (std::size_t i = 0; i < std::size(deductNames); ++i) {
            if (row.text(QStringLiteral("name")) == deductNames[i].name)
                m_deductions[i].append(step);
        }
    }
    for (std::size_t i = 0; i < std::size(deductNames); ++i) {
        if (deductNames[i].needed && m_deductions[i].isEmpty())
            return missing(table, day, deductNames[i].name);
    }
    return {};
}

const IncomeStep *YearRules::incomeStep(Kind kind, qint64 receiptsYen) const
{
    for (const IncomeStep &step : m_income[static_cast<std::size_t>(kind)]) {
        if (step.fromYen <= receiptsYen && receiptsYen <= step.toYen)
            return &step;
    }
    return nullptr;
}

const DeductionStep *YearRules::deduction(Deduct name, qint64 ownYen, qint64 incomeYen) const
{
    for (const DeductionStep &step : steps(name)) {
        if (step.ownFrom <= ownYen && ownYen <= step.ownTo && step.incomeFrom <= incomeYen &&
            incomeYen <= step.incomeTo)
            return &step;
    }
    return nullptr;
}

qint64 incomeBy(const IncomeStep &step, qint64 receiptsYen)
{
    switch (step.form) {
    case IncomeStep::Form::Fixed:
        break;
    case IncomeStep::Form::Whole:
        return receiptsYen * step.percent / hundred + step.plusYen;
    case IncomeStep::Form::WholeUp:
        return (receiptsYen * step.percent + hundred - 1) / hundred + step.plusYen;
    case IncomeStep::Form::Quarter: {
        const qint64 quarter = receiptsYen / 4;
        return (quarter - quarter % quarterStep) * step.percent / hundred + step.plusYen;
    }
    }
    return step.plusYen;
}

QString grouped(qint64 yen)
{
    QString digits = QString::number(yen < 0 ? -yen : yen);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u',');
    return yen < 0 ? u'-' + digits : digits;
}

Result<CalculatorTables> CalculatorTables::load()
{
    CalculatorTables tables;
    for (const auto &[name, table] :
         {std::pair{"tax_rates", &tables.rates}, std::pair{"tax_income", &tables.income},
          std::pair{"tax_deductions", &tables.deductions}}) {
        auto read = tables::Table::load(QString::fromLatin1(name));
        if (!read)
            return fail(read);
        *table = std::move(*read);
    }
    tables.prepare();
    return tables;
}

void CalculatorTables::prepare()
{
    years.clear();
    for (const tables::Row &row : rates.rows()) {
        if (!row.validFrom.isValid() || !row.validTo.isValid())
            continue;
        for (int year = row.validFrom.year(); QDate(year, 4, 1) <= row.validTo; ++year) {
            if (years.contains(year))
                continue;
            if (auto rules = YearRules::read(*this, year))
                years.insert(year, std::make_shared<const YearRules>(std::move(*rules)));
        }
    }
}

QString CalculatorTables::version() const
{
    return rates.version() + u' ' + income.version() + u' ' + deductions.version();
}

} // namespace tax
