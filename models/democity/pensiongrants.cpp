#include "democity/pensiontelling.h"

#include "democity/duedates.h"
#include "democity/talks.h"
#include "pension/codes.h"
#include "pension/exemptionrule.h"

#include <algorithm>
#include <array>

namespace democity {

using pension::Category;
using pension::Exemption;
using pension::ExemptionKind;
using pension::InsuredPeriod;
using pension::Month;
using pension::ResultState;

namespace {

/// 産前産後 since April 2019 (国民年金法 第88条の2), 学生納付特例 since April 2000.
const QDate maternityBegins(2019, 4, 1);
const Month studentsFrom{2000, 4};
const Month exemptionsFrom{2006, 7};

int julyYear(Month month)
{
    return month.month >= 7 ? month.year : month.year - 1;
}

Month lastMonth(const InsuredPeriod &period, QDate today)
{
    return period.lostOn.isValid() ? Month::of(period.lostOn).plus(-1) : Month::of(today);
}

} // namespace

void PensionTelling::decide(Exemption &exemption)
{
    exemption.exempt = exemption.applied;
    if (exemption.appliedOn.addDays(75) > m_today) {
        exemption.result = ResultState::Pending;
        exemption.exempt = {};
        return;
    }
    const int drawn = m_random.below(100);
    const int granted = exemption.kind == ExemptionKind::Student ? 97 : 83;
    if (drawn < granted) {
        exemption.result = ResultState::Approved;
        exemption.resultCode = QString::number(static_cast<int>(exemption.kind));
        exemption.approved = exemption.applied;
    } else if (drawn < 94 || granted > 94) {
        exemption.result = ResultState::Rejected;
        exemption.rejected = exemption.applied;
        exemption.exempt = {};
    } else if (drawn < 97) {
        exemption.result = ResultState::Returned;
        exemption.exempt = {};
    } else { // approved, then found employed
        exemption.result = ResultState::Cancelled;
        exemption.approved = exemption.applied;
        exemption.cancelled = {.from = exemption.applied.from.plus(5), .to = exemption.applied.to};
        if (exemption.cancelled.from > exemption.cancelled.to)
            exemption.cancelled = exemption.applied;
    }
}

/// 学生納付特例 goes from April to March and is asked for each year.
void PensionTelling::addStudentYears(const InsuredPeriod &period, QDate until)
{
    Month from = std::max(Month::of(period.acquiredOn), studentsFrom);
    Month last = Month::of(until).plus(-1);
    if (period.lostOn.isValid())
        last = std::min(last, Month::of(period.lostOn).plus(-1));
    while (from <= last && Month::of(m_today) >= from) {
        const int year = from.month >= 4 ? from.year : from.year - 1;
        const Month to = std::min(Month{year + 1, 3}, last);
        if (m_random.chance(830)) {
            Exemption exemption;
            exemption.kind = ExemptionKind::Student;
            exemption.applied = {.from = from, .to = to};
            exemption.appliedOn =
                officeDayFrom(QDate(from.year, from.month, 1).addDays(m_random.between(5, 60)));
            if (exemption.appliedOn <= m_today) {
                decide(exemption);
                m_record.exemptions.append(exemption);
            }
        }
        from = {year + 1, 4};
    }
}

/// 免除 and 納付猶予 by cycles from July to June.
void PensionTelling::addExemptions(const InsuredPeriod &period, QDate from, PensionCase which)
{
    const bool wanted = which == PensionCase::Exempt;
    const QDate ends = period.lostOn.isValid() ? period.lostOn : m_today;
    const bool asks = m_random.chance(300);
    if (from.daysTo(ends) < 150 || (!wanted && !asks))
        return;
    static constexpr std::array kinds{ExemptionKind::Full,          ExemptionKind::Full,
                                      ExemptionKind::Full,          ExemptionKind::Deferral,
                                      ExemptionKind::Half,          ExemptionKind::Quarter,
                                      ExemptionKind::ThreeQuarters, ExemptionKind::Deferral};
    const Month first = std::max(Month::of(from), exemptionsFrom);
    const Month last = lastMonth(period, m_today);
    const Month today = Month::of(m_today);
    int cycles = wanted ? 6 : m_random.between(1, 4);
    // The last cycles of the period, oldest first.
    int year = std::max(julyYear(first), julyYear(last) - cycles + 1);
    for (; cycles > 0 && year <= julyYear(last); --cycles, ++year) {
        Exemption exemption;
        exemption.kind = kinds[static_cast<std::size_t>(m_random.below(8))];
        const int age = m_life.ageOn(QDate(year, 7, 1));
        // Below 50 since July 2016, below 30 before (平成16年法律第104号附則第19条).
        if (exemption.kind == ExemptionKind::Deferral && age >= (year < 2016 ? 29 : 49))
            exemption.kind = ExemptionKind::Full;
        const Month begins = std::max(first, Month{year, 7});
        exemption.applied = {.from = begins, .to = Month{year + 1, 6}};
        if (period.lostOn.isValid())
            exemption.applied.to = std::min(exemption.applied.to, last);
        // Back to two years and one month, since April 2014.
        const bool late = m_random.chance(200) && year >= 2013;
        exemption.appliedOn = officeDayFrom(
            QDate(begins.year, begins.month, 1).addDays(m_random.between(8, late ? 600 : 100)));
        if (exemption.appliedOn > m_today || begins > today)
            continue;
        if (wanted && exemption.appliedOn.addDays(75) <= m_today && year + 2 < m_today.year()) {
            exemption.exempt = exemption.applied;
            exemption.approved = exemption.applied;
            exemption.result = ResultState::Approved;
            exemption.resultCode = QString::number(static_cast<int>(exemption.kind));
        } else {
            decide(exemption);
        }
        m_record.exemptions.append(exemption);
    }
}

const InsuredPeriod *PensionTelling::runningFirst() const
{
    for (const InsuredPeriod &period : m_record.periods) {
        if (period.category == Category::First && !period.lostOn.isValid())
            return &period;
    }
    return nullptr;
}

void PensionTelling::addLegal(PensionCase which)
{
    const InsuredPeriod *period = runningFirst();
    const bool disabled = m_life.habits.disability == 2;
    const bool wanted = which == PensionCase::Legal;
    if (period == nullptr || (!disabled && !m_life.assisted && !wanted))
        return;
    pension::LegalExemption legal;
    legal.reason = m_life.assisted ? QStringLiteral("2") : QStringLiteral("1");
    const QDate earliest = std::max(period->acquiredOn, m_today.addYears(-9));
    legal.from = m_random.day(earliest, m_today.addDays(-70));
    // 国民年金法 第89条第1項: from the month before, of 第1号 only.
    legal.months = {.from = std::max(Month::of(legal.from).plus(-1), Month::of(period->acquiredOn)),
                    .to = {}};
    if (m_random.chance(180) && legal.from.addYears(1) < m_today) {
        legal.endedOn = m_random.day(legal.from.addMonths(8), m_today.addDays(-10));
        legal.endReason = legal.reason;
        legal.months.to = Month::of(legal.endedOn);
    }
    m_record.legal.append(legal);
}

void PensionTelling::addMaternity(PensionCase which)
{
    const InsuredPeriod *period = runningFirst();
    const int age = m_life.ageOn(m_today);
    const bool wanted = which == PensionCase::Maternity;
    const bool may = period != nullptr && m_life.female && age >= 21 && age <= 44;
    if (!may || (!wanted && !m_random.chance(70)))
        return;
    pension::Maternity maternity;
    const QDate from = std::max(maternityBegins, period->acquiredOn.addMonths(3));
    maternity.birthOn = m_random.day(std::max(from, m_today.addYears(-4)), m_today.addDays(100));
    maternity.born = maternity.birthOn <= m_today;
    maternity.multiple = m_random.chance(25);
    maternity.months = pension::maternityMonths(maternity.birthOn, maternity.multiple);
    m_record.maternities.append(maternity);
}

void PensionTelling::addAdditional(PensionCase which)
{
    const InsuredPeriod *period = runningFirst();
    const bool wanted = which == PensionCase::Maternity;
    if (period == nullptr || (!wanted && !m_random.chance(45)))
        return;
    pension::Additional additional;
    const QDate earliest = std::max(period->acquiredOn, m_today.addYears(-6));
    additional.appliedOn = officeDayFrom(m_random.day(earliest, m_today.addDays(-60)));
    additional.from = additional.appliedOn;
    additional.reason = QStringLiteral("1");
    additional.result = ResultState::Approved;
    if (!wanted && m_random.chance(220) && additional.from.addMonths(7) < m_today) {
        additional.endedOn =
            officeDayFrom(m_random.day(additional.from.addMonths(6), m_today.addDays(-8)));
        additional.declinedOn = additional.endedOn;
        additional.endReason = QStringLiteral("1");
    }
    m_record.additional.append(additional);
}

void PensionTelling::addClaims(PensionCase which)
{
    const bool wanted = which == PensionCase::Claims;
    const QDate at65 = m_life.born.addYears(65).addDays(-1);
    if (at65 >= m_today || m_life.died || (!wanted && !m_random.chance(160)))
        return;
    pension::Benefit benefit;
    benefit.claimant = residents::fullName(m_life.history->last().name);
    benefit.code = QStringLiteral("1150"); // 老齢基礎・老齢厚生
    const int drawn = m_random.below(100);
    benefit.result = drawn < 90 ? ResultState::Approved : ResultState::Rejected;
    if (wanted || drawn < 90) {
        benefit.result = ResultState::Approved;
        benefit.number =
            QStringLiteral("み%1").arg(m_random.below(100000), 5, 10, QLatin1Char('0'));
    }
    m_record.benefits.append(benefit);
    if (!wanted && !m_random.chance(300))
        return;
    pension::Support support;
    support.kind = m_random.chance(800) ? QStringLiteral("1") : QStringLiteral("2");
    support.result = ResultState::Approved;
    // 年金生活者支援給付金 begins with October 2019.
    const Month begins = std::max(Month{2019, 10}, Month::of(at65).plus(1));
    support.claimYear = begins.month < 4 ? begins.year - 1 : begins.year;
    support.paid.from = begins;
    if (m_random.chance(200) && begins.plus(14) < Month::of(m_today))
        support.paid.to = begins.plus(11);
    m_record.supports.append(support);
}

/// Reports to 日本年金機構, notes, 再交付.
void PensionTelling::addPapers(PensionCase which)
{
    for (const InsuredPeriod &period : m_record.periods) {
        if (!period.acquiredNotifiedOn.isValid() ||
            period.acquiredNotifiedOn < m_today.addYears(-6))
            continue;
        pension::Report report;
        report.form =
            &period == &m_record.periods.first() ? QStringLiteral("1") : QStringLiteral("3");
        report.onMedium = m_random.chance(800);
        report.reportedOn = officeDayFrom(period.acquiredNotifiedOn.addDays(6));
        if (report.reportedOn > m_today)
            report.reportedOn = {};
        if (m_random.chance(100))
            report.message = QStringLiteral("添付書類は後日送付");
        m_record.reports.append(report);
    }
    for (const Exemption &exemption : m_record.exemptions) {
        if (exemption.appliedOn < m_today.addYears(-3))
            continue;
        pension::Report report;
        report.form =
            exemption.kind == ExemptionKind::Student ? QStringLiteral("6") : QStringLiteral("5");
        report.onMedium = false;
        report.reportedOn = officeDayFrom(exemption.appliedOn.addDays(5));
        if (report.reportedOn > m_today)
            report.reportedOn = {};
        m_record.reports.append(report);
    }
    const bool shown = which != PensionCase::Any;
    const InsuredPeriod *running = runningFirst();
    if (running != nullptr && (shown || m_random.chance(110))) {
        pension::Note note;
        note.on = officeDayFrom(
            m_random.day(std::max(running->acquiredOn, m_today.addYears(-3)), m_today.addDays(-8)));
        note.consulted = pensionTalk(m_random);
        if (m_random.chance(150))
            note.special = QStringLiteral("連絡は平日の夕方を希望");
        m_record.notes.append(note);
    }
    if (m_random.chance(25)) {
        const QDate earliest = std::max(m_record.periods.first().acquiredOn, m_today.addYears(-4));
        const QDate day = officeDayFrom(m_random.day(earliest, m_today.addDays(-8)));
        m_record.reissues.append(
            {.appliedOn = day, .reason = QString::number(m_random.between(1, 3))});
    }
}

void PensionTelling::addGrants(PensionCase which)
{
    for (int i = 0; i < m_record.periods.size(); ++i) {
        const InsuredPeriod &period = m_record.periods[i];
        if (period.category != Category::First)
            continue;
        const QDate studies = m_studiesUntil[i];
        if (studies.isValid())
            addStudentYears(period, studies);
        addExemptions(period, studies.isValid() ? studies : period.acquiredOn, which);
    }
    addLegal(which);
    addMaternity(which);
    addAdditional(which);
    addClaims(which);
    addPapers(which);
}

} // namespace democity
