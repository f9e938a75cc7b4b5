#include "tax/latecharge.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace tax {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// 地方税法 第20条の4の2第2項・第5項.
constexpr qint64 baseStep = 1000;
constexpr qint64 leastBase = 2000;
constexpr qint64 chargeStep = 100;
constexpr qint64 leastCharge = 1000;
/// 年 of a rate is 365 days in leap years as well (利率等の表示の年利建て移行に関する法律 第25条).
constexpr qint64 daysOfYear = 365;
constexpr qint64 basisPoints = 10000;
constexpr int highestRate = 10000;
/// Beyond this the product of a stretch would not fit; no 期別 comes near it.
constexpr qint64 highestPrincipal = 1'000'000'000'000;

const QString firstMonth = QStringLiteral("first-month");
const QString later = QStringLiteral("later");
const QString relieved = QStringLiteral("relief");
const QString none = QStringLiteral("none");

qint64 cut(qint64 yen, qint64 step)
{
    return yen - yen % step;
}

/// 納期限の翌日から1月を経過する日 (民法 第143条第2項): the day before the same day of the next
/// month; where that month has no such day, its last.
QDate endOfFirstMonth(QDate dueOn)
{
    const QDate first = dueOn.addDays(1);
    const QDate sameDay = first.addMonths(1);
    return sameDay.day() == first.day() ? sameDay.addDays(-1) : sameDay;
}

struct Rate
{
    int basisPoints = 0;
    QString why;
};

class Rates final
{
public:
    explicit Rates(const tables::Table &table)
        : m_table(table)
    {
    }

    Result<QString> textOn(QDate day, const QString &name) const
    {
        auto row = m_table.rowOn(day, {{QStringLiteral("name"), name}});
        if (!row)
            return fail(ErrorCode::TableYearMissing, row.error().detail + u' ' + name);
        return row->text(QStringLiteral("value"));
    }
    Result<int> rateOn(QDate day, const QString &name) const
    {
        const auto text = textOn(day, name);
        if (!text)
            return fail(text);
        bool number = false;
        const int rate = text->toInt(&number);
        if (!number || rate < 0 || rate > highestRate) {
            return fail(ErrorCode::TableUnreadable,
                        m_table.name() + QStringLiteral(": the rate of ") + name);
        }
        return rate;
    }
    Result<Rate> on(QDate day, const LateChargeCase &input) const;

private:
    Result<QString> treatment(QDate day, const ReliefPeriod &relief) const;

    const tables::Table &m_table;
};

bool covers(const ReliefPeriod &relief, QDate day)
{
    return relief.from <= day && (!relief.to.isValid() || day <= relief.to);
}

/// "relief", "none" or "ordinary": how a time of relief is charged (地方税法 第15条の9).
Result<QString> Rates::treatment(QDate day, const ReliefPeriod &relief) const
{
    switch (relief.kind) {
    case Relief::Postponed: {
        const auto free = textOn(day, QStringLiteral("postponed_free"));
        if (!free)
            return fail(free);
        for (const QString &basis : free->split(u'|', Qt::SkipEmptyParts)) {
            if (relief.basis.contains(basis))
                return none;
        }
        return textOn(day, QStringLiteral("postponed"));
    }
    case Relief::SaleDeferred:
        return textOn(day, QStringLiteral("sale_deferred"));
    case Relief::Stopped:
        return textOn(day, QStringLiteral("stopped"));
    case Relief::Reduced:
        return textOn(day, QStringLiteral("reduced"));
    }
    return fail(ErrorCode::ArgumentWrong, QStringLiteral("kind of relief"));
}

/// The rate of a day; where reliefs overlap, the one best for the debtor.
Result<Rate> Rates::on(QDate day, const LateChargeCase &input) const
{
    const QString &ordinary = day <= endOfFirstMonth(input.dueOn) ? firstMonth : later;
    const auto usual =
        rateOn(day, ordinary == firstMonth ? QStringLiteral("first_month") : ordinary);
    if (!usual)
        return fail(usual);
    Rate best{*usual, ordinary};
    for (const ReliefPeriod &relief : input.reliefs) {
        if (!covers(relief, day))
            continue;
        const auto how = treatment(day, relief);
        if (!how)
            return fail(how);
        if (*how == none)
            return Rate{0, none};
        if (*how == relieved) {
            const auto rate = rateOn(day, QStringLiteral("relief"));
            if (!rate)
                return fail(rate);
            if (*rate < best.basisPoints)
                best = {*rate, relieved};
        } else if (*how != QStringLiteral("ordinary")) {
            return fail(ErrorCode::TableUnreadable, m_table.name() + QStringLiteral(": relief"));
        }
    }
    return best;
}

Result<> check(const LateChargeCase &input)
{
    const auto wrong = [](const char *what) {
        return fail(ErrorCode::ArgumentWrong, QString::fromLatin1(what));
    };
    if (input.principalYen < 0 || input.principalYen > highestPrincipal)
        return wrong("principal out of range");
    if (!input.dueOn.isValid())
        return wrong("due day");
    if (!input.payOn.isValid())
        return wrong("day of payment");
    for (const Payment &payment : input.payments) {
        if (payment.principalYen < 0 || payment.principalYen > highestPrincipal)
            return wrong("part payment out of range");
        if (!payment.receivedOn.isValid() && payment.principalYen > 0)
            return wrong("day of a part payment");
    }
    for (const ReliefPeriod &relief : input.reliefs) {
        if (!relief.from.isValid() || (relief.to.isValid() && relief.to < relief.from))
            return wrong("days of a relief");
    }
    return {};
}

/// What is owed during a day: a payment lowers it from the day after its 領収日 (the rule of
/// 国税通則法 第62条第1項, for local taxes collections.md 2.1).
qint64 owedOn(QDate day, const LateChargeCase &input)
{
    qint64 owed = input.principalYen;
    for (const Payment &payment : input.payments) {
        if (payment.principalYen > 0 && payment.receivedOn < day)
            owed -= std::min(owed, payment.principalYen);
    }
    return owed;
}

/// The first days of all stretches within which neither base nor rate can change.
std::set<QDate> stretches(const LateChargeCase &input, const tables::Table &rates)
{
    const QDate first = input.dueOn.addDays(1);
    std::set<QDate> starts{first, endOfFirstMonth(input.dueOn).addDays(1)};
    for (int year = first.year() + 1; year <= input.payOn.year(); ++year)
        starts.insert(QDate(year, 1, 1));
    for (const Payment &payment : input.payments) {
        if (payment.principalYen > 0)
            starts.insert(payment.receivedOn.addDays(1));
    }
    for (const ReliefPeriod &relief : input.reliefs) {
        starts.insert(relief.from);
        if (relief.to.isValid())
            starts.insert(relief.to.addDays(1));
    }
    for (const tables::Row &row : rates.rows()) {
        if (row.validFrom.isValid())
            starts.insert(row.validFrom);
        if (row.validTo.isValid())
            starts.insert(row.validTo.addDays(1));
    }
    starts.erase(starts.begin(), starts.lower_bound(first));
    starts.erase(starts.upper_bound(input.payOn), starts.end());
    return starts;
}

/// Goes on with the line before when nothing that counts has changed; a calendar year always begins
/// a line of its own (collections.md 2.1, vector 2).
void append(QList<LateChargeLine> &lines, const LateChargeLine &line)
{
    if (!lines.isEmpty()) {
        LateChargeLine &last = lines.last();
        if (last.baseYen == line.baseYen && last.rateBasisPoints == line.rateBasisPoints &&
            last.why == line.why && last.from.year() == line.from.year()) {
            last.to = line.to;
            return;
        }
    }
    lines.append(line);
}

/// 税額×日数×割合÷365, fractions of a yen dropped in every line.
void workOut(LateChargeLine &line)
{
    line.days = static_cast<int>(line.from.daysTo(line.to)) + 1;
    line.yen = line.baseYen * line.days * line.rateBasisPoints / (daysOfYear * basisPoints);
}

} // namespace

Result<LateChargeWorking> lateCharge(const LateChargeCase &input, const tables::Table &rates)
{
    if (const auto fits = check(input); !fits)
        return fail(fits);
    if (const auto fits = rates.needs({QStringLiteral("name"), QStringLiteral("value")}); !fits)
        return fail(fits);
    LateChargeWorking working;
    working.tableVersion = rates.version();
    if (input.payOn <= input.dueOn) {
        working.why = QStringLiteral("not-late");
        return working;
    }
    const qint64 atFirst = owedOn(input.dueOn.addDays(1), input);
    if (atFirst < leastBase) {
        working.why =
            atFirst == 0 ? QStringLiteral("nothing-owed") : QStringLiteral("base-below-2000");
        return working;
    }
    const Rates table(rates);
    const std::set<QDate> starts = stretches(input, rates);
    for (auto start = starts.begin(); start != starts.end(); ++start) {
        const qint64 owed = owedOn(*start, input);
        if (owed == 0)
            break;
        LateChargeLine line;
        line.from = *start;
        const auto next = std::next(start);
        line.to = next == starts.end() ? input.payOn : next->addDays(-1);
        const auto rate = table.on(*start, input);
        if (!rate)
            return fail(rate);
        const bool tooSmall = owed < leastBase;
        line.baseYen = tooSmall ? 0 : cut(owed, baseStep);
        line.rateBasisPoints = rate->basisPoints;
        line.why = tooSmall ? none : rate->why;
        append(working.lines, line);
    }
    for (LateChargeLine &line : working.lines) {
        workOut(line);
        working.sumYen += line.yen;
    }
    if (working.sumYen < leastCharge)
        working.why = QStringLiteral("charge-below-1000");
    else
        working.chargeYen = cut(working.sumYen, chargeStep);
    return working;
}

} // namespace tax
