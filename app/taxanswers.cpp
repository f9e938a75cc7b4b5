#include "taxanswers.h"

#include "base/errorname.h"
#include "calendar/dateinput.h"
#include "tax/calculator.h"
#include "tax/latecharge.h"
#include "taxcase.h"

#include <QHash>

namespace app {

namespace column {

QDate day(const QString &text, QString *error)
{
    if (text.isEmpty())
        return {};
    const auto reading = calendar::readDate(text);
    if (!reading.ok()) {
        if (error->isEmpty())
            *error = calendar::faultName(reading.fault);
        return {};
    }
    return reading.date.earliest;
}

qint64 number(const QString &text, QString *error)
{
    QString digits = text;
    digits.remove(u',');
    if (digits.isEmpty())
        return 0;
    bool read = false;
    const qint64 value = digits.toLongLong(&read);
    if (!read && error->isEmpty())
        *error = QStringLiteral("NumberUnreadable");
    return value;
}

} // namespace column

namespace {

/// "2025-10-01:5000;2025-12-01:3000"
QList<tax::Payment> paymentsFrom(const QString &text, QString *error)
{
    QList<tax::Payment> payments;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        tax::Payment payment;
        payment.receivedOn = column::day(part.section(u':', 0, 0).trimmed(), error);
        payment.principalYen = column::number(part.section(u':', 1).trimmed(), error);
        // A day alone would be a payment of nothing: it was meant to be one of something.
        if (payment.principalYen == 0 && error->isEmpty())
            *error = QStringLiteral("NumberUnreadable");
        payments.append(payment);
    }
    return payments;
}

/// "postponed:2025-09-01:2026-02-28:地方税法第15条第1項第4号;stopped:2026-03-01::"
QList<tax::ReliefPeriod> reliefsFrom(const QString &text, QString *error)
{
    static const QHash<QString, tax::Relief> kinds = {
        {QStringLiteral("postponed"), tax::Relief::Postponed},
        {QStringLiteral("sale-deferred"), tax::Relief::SaleDeferred},
        {QStringLiteral("stopped"), tax::Relief::Stopped},
        {QStringLiteral("reduced"), tax::Relief::Reduced},
    };
    QList<tax::ReliefPeriod> reliefs;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        const QString kind = part.section(u':', 0, 0).trimmed();
        if (!kinds.contains(kind) && error->isEmpty())
            *error = QStringLiteral("UnknownKind");
        reliefs.append({kinds.value(kind, tax::Relief::Reduced),
                        column::day(part.section(u':', 1, 1).trimmed(), error),
                        column::day(part.section(u':', 2, 2).trimmed(), error),
                        part.section(u':', 3)});
    }
    return reliefs;
}

QJsonArray linesOf(const tax::LateChargeWorking &working)
{
    QJsonArray lines;
    for (const tax::LateChargeLine &line : working.lines) {
        lines.append(QJsonObject{{QStringLiteral("from"), line.from.toString(Qt::ISODate)},
                                 {QStringLiteral("to"), line.to.toString(Qt::ISODate)},
                                 {QStringLiteral("days"), line.days},
                                 {QStringLiteral("base"), line.baseYen},
                                 {QStringLiteral("rate"), line.rateBasisPoints / 100.0},
                                 {QStringLiteral("yen"), line.yen},
                                 {QStringLiteral("why"), line.why}});
    }
    return lines;
}

RuleAnswer lateCharge(const QList<QStringList> &rows)
{
    const QStringList &row = rows.first();
    RuleAnswer answer;
    answer.article = QStringLiteral("地方税法 第20条の4の2・第326条・附則第3条の2");
    tax::LateChargeCase input;
    input.principalYen = column::number(row.at(0), &answer.error);
    input.dueOn = column::day(row.at(1), &answer.error);
    input.payOn = column::day(row.at(2), &answer.error);
    input.payments = paymentsFrom(row.at(3), &answer.error);
    input.reliefs = reliefsFrom(row.at(4), &answer.error);
    // A column that is not there is no debt of 0 yen.
    if (row.at(0).trimmed().isEmpty() && answer.error.isEmpty())
        answer.error = QStringLiteral("NumberUnreadable");
    if (!answer.error.isEmpty())
        return answer;
    const auto rates = tables::Table::load(QStringLiteral("late_charge_rates"));
    if (!rates) {
        answer.error = base::errorName(rates.error().code);
        return answer;
    }
    answer.table = rates->version();
    const auto working = tax::lateCharge(input, *rates);
    if (!working) {
        answer.error = base::errorName(working.error().code);
        answer.advice.append(working.error().detail);
        return answer;
    }
    answer.result = {{QStringLiteral("charge"), working->chargeYen},
                     {QStringLiteral("sum"), working->sumYen},
                     {QStringLiteral("why"), working->why},
                     {QStringLiteral("lines"), linesOf(*working)}};
    return answer;
}

QJsonArray numbers(const QList<qint64> &yen)
{
    QJsonArray all;
    for (const qint64 one : yen)
        all.append(one);
    return all;
}

QJsonObject resultOf(const tax::TaxComputation &done)
{
    QJsonArray lines;
    for (const tax::TaxLine &line : done.lines) {
        lines.append(QJsonObject{{QStringLiteral("code"), line.code},
                                 {QStringLiteral("yen"), line.yen},
                                 {QStringLiteral("article"), line.article},
                                 {QStringLiteral("how"), line.how}});
    }
    return {{QStringLiteral("totalIncome"), done.totalIncomeYen},
            {QStringLiteral("deductions"), done.deductionsYen},
            {QStringLiteral("taxable"), done.taxableYen},
            {QStringLiteral("cityIncome"), done.cityIncomeYen},
            {QStringLiteral("prefectureIncome"), done.prefectureIncomeYen},
            {QStringLiteral("cityFlat"), done.cityFlatYen},
            {QStringLiteral("prefectureFlat"), done.prefectureFlatYen},
            {QStringLiteral("forest"), done.forestYen},
            {QStringLiteral("year"), done.yearYen},
            {QStringLiteral("ordinary"), numbers(done.ordinary)},
            {QStringLiteral("salary"), numbers(done.salary)},
            {QStringLiteral("outside"), QJsonArray::fromStringList(done.outside)},
            {QStringLiteral("lines"), lines}};
}

RuleAnswer residentTax(const QList<QStringList> &rows)
{
    RuleAnswer answer;
    answer.article = QStringLiteral("地方税法 第24条・第294条以下（個人住民税）");
    const tax::TaxCase input = taxCaseFrom(rows.first(), &answer.error);
    if (!answer.error.isEmpty())
        return answer;
    static const auto tables = tax::CalculatorTables::load();
    if (!tables) {
        answer.error = base::errorName(tables.error().code);
        return answer;
    }
    answer.table = tables->version();
    const auto done = tax::computeTax(input, *tables);
    if (!done) {
        answer.error = base::errorName(done.error().code);
        answer.advice.append(done.error().detail);
        return answer;
    }
    answer.result = resultOf(*done);
    answer.warning = done->outside.join(u' ');
    return answer;
}

const QString taxHelp = QStringLiteral(
    "個人住民税. year: 年度 (2026); born: 生年月日; salary, pension: receipts of the year before; "
    "other:\n      other income (所得); social to casualty: deductions in yen; spouse: ordinary, "
    "elderly,\n      with spouse_income; dependants: 16-18 and 23-69, dependants19: 19-22; "
    "special_relatives:\n      incomes of 特定親族, parted by semicolons; disability (own): "
    "ordinary, "
    "special; "
    "family_*: how many;\n      flags: widow single-parent single-father working-student "
    "public-assistance, parted by\n      spaces; credits_*: 税額控除; cut_*: 定額減税; below23: "
    "yes or "
    "no, somebody of dependants is\n      below 23; case: a name of your own. result.outside and "
    "warning: why the answer is not sure");

} // namespace

QList<Rule> taxRules()
{
    return {
        {QStringLiteral("late-charge"),
         {QStringLiteral("principal"), QStringLiteral("due"), QStringLiteral("pay"),
          QStringLiteral("payments"), QStringLiteral("reliefs"), QStringLiteral("case")},
         QStringLiteral(
             "延滞金. principal: 期別調定額; due: 納期限; pay: the chosen day; payments: parts of "
             "the\n      principal, DAY:YEN;DAY:YEN; reliefs: KIND:FROM:TO:BASIS;... with KIND "
             "postponed,\n      sale-deferred, stopped, reduced, TO may be empty; case: a name of "
             "your own"),
         false,
         lateCharge},
        {QStringLiteral("tax"), taxCaseColumns(), taxHelp, false, residentTax},
    };
}

} // namespace app
