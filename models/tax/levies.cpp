#include "calendar/deadlines.h"
#include "tax/calculation.h"

#include <algorithm>

// Exemption, 所得割, 均等割, instalments.
namespace tax {

namespace {

constexpr qint64 rateWhole = 10000;   // hundredths of a percent
constexpr qint64 levyStep = 100;      // 地方税法 第20条の4の2第3項
constexpr qint64 ordinaryStep = 1000; // 第20条の4の2第6項
constexpr qint64 withheldStep = 100;  // 第321条の5, municipal-facts 6.8

qint64 cut(qint64 yen, qint64 step)
{
    return yen - yen % step;
}

QString percent(qint64 hundredths)
{
    return QString::number(static_cast<double>(hundredths) / 100.0) + u'%';
}

/// The whole in equal parts cut to `step`, what is over in the first.
QList<qint64> inParts(qint64 yen, qint64 parts, qint64 step)
{
    const qint64 each = cut(yen / parts, step);
    QList<qint64> all(parts, each);
    all.first() += yen - each * parts;
    return all;
}

} // namespace

/// 本人 and those he supports, below 16 included (第295条第3項: 同一生計配偶者, 扶養親族).
int Calculation::heads() const
{
    const bool spouse = m_input.spouse != SpouseKind::None &&
                        m_input.spouseIncomeYen <= m_rules.limit(Deduct::LimitDependant);
    return 1 + (spouse ? 1 : 0) + m_input.dependants16To18And23To69 + m_input.dependants19To22 +
           m_input.dependants70 + m_input.dependants70Together + m_input.dependantsUnder16;
}

/// 地方税法 第295条第1項: 生活扶助; 障害者, 未成年者, 寡婦, ひとり親 up to a limit.
bool Calculation::personExempt() const
{
    if (m_input.publicAssistance)
        return true;
    const QDate taxDay(m_input.fiscalYear, 1, 1);
    const bool minor = calendar::legalAgeOn(m_input.bornOn, taxDay) < m_rates.adultAge;
    const bool single = (m_input.widow || m_input.singleParent) &&
                        m_done.totalIncomeYen <= m_rules.limit(Deduct::LimitSingle);
    return (minor || single || m_input.self != Disability::None) &&
           m_done.totalIncomeYen <= m_rates.personLimit;
}

/// 所得割の非課税限度額 (附則第3条の3).
qint64 Calculation::incomeLimit() const
{
    const int count = heads();
    return m_rates.incomeHead * count + m_rates.incomeBase +
           (count > 1 ? m_rates.incomeAddition : 0);
}

bool Calculation::flatExempt()
{
    if (personExempt()) {
        add(u"exempt", 0,
            m_input.publicAssistance ? u"地方税法第295条第1項第1号" : u"地方税法第295条第1項第2号",
            written() && !m_input.publicAssistance
                ? grouped(m_done.totalIncomeYen) + QStringLiteral(" ≦ ") +
                      grouped(m_rates.personLimit)
                : QString());
        return true;
    }
    const int count = heads();
    const qint64 addition = count > 1 ? m_rates.flatAddition : 0;
    const qint64 limit = m_rates.flatHead * count + m_rates.flatBase + addition;
    if (m_done.totalIncomeYen > limit)
        return false;
    QString how;
    if (written()) {
        how = QStringLiteral("%1 ≦ %2 × %3 + %4")
                  .arg(grouped(m_done.totalIncomeYen), grouped(m_rates.flatHead))
                  .arg(count)
                  .arg(grouped(m_rates.flatBase + addition));
    }
    add(u"exempt", 0, u"地方税法第295条第3項", how);
    return true;
}

bool Calculation::incomeExempt()
{
    if (personExempt())
        return true;
    const qint64 limit = incomeLimit();
    if (m_done.totalIncomeYen > limit)
        return false;
    QString how;
    if (written()) {
        const int count = heads();
        how = QStringLiteral("%1 ≦ %2 × %3 + %4")
                  .arg(grouped(m_done.totalIncomeYen), grouped(m_rates.incomeHead))
                  .arg(count)
                  .arg(grouped(limit - m_rates.incomeHead * count));
    }
    add(u"exempt", 0, u"地方税法附則第3条の3", how);
    return true;
}

/// 調整控除 (第37条, 第314条の6).
Calculation::Credit Calculation::adjustmentCredit()
{
    if (m_done.totalIncomeYen > m_rates.adjustmentIncomeLimit)
        return {};
    const qint64 over = m_done.taxableYen - m_rates.adjustmentBorder;
    const qint64 base = over <= 0 ? std::min(m_differenceYen, m_done.taxableYen)
                                  : std::max(m_differenceYen - over, m_rates.adjustmentLeast);
    const Credit credit{base * m_rates.adjustmentCityPercent / 100,
                        base * m_rates.adjustmentPrefecturePercent / 100};
    QString how;
    if (written()) {
        const QString difference = grouped(m_differenceYen);
        how = over <= 0
                  ? QStringLiteral("min(%1, %2)").arg(difference, grouped(m_done.taxableYen))
                  : QStringLiteral("max(%1 − (%2 − %3), %4)")
                        .arg(difference, grouped(m_done.taxableYen),
                             grouped(m_rates.adjustmentBorder), grouped(m_rates.adjustmentLeast));
        how += QStringLiteral(" × %1%").arg(m_rates.adjustmentCityPercent +
                                            m_rates.adjustmentPrefecturePercent);
    }
    add(u"adjustment-credit", credit.city + credit.prefecture, u"地方税法第37条・第314条の6", how);
    add(u"city-adjustment", credit.city, u"地方税法第314条の6");
    add(u"prefecture-adjustment", credit.prefecture, u"地方税法第37条");
    return credit;
}

void Calculation::subtract(Credit &levy, const Credit &credit) const
{
    levy.city = std::max<qint64>(0, levy.city - credit.city);
    levy.prefecture = std::max<qint64>(0, levy.prefecture - credit.prefecture);
}

/// 税額調整措置 (附則第3条の3第2項・第5項): the income less the levies is not to fall below the
/// limit. The law divides the amount by the levies; a fraction goes to the taxpayer, the cut to 100
/// yen that follows gives the same as exact arithmetic.
void Calculation::reduceToLimit(Credit &levy)
{
    const qint64 whole = levy.city + levy.prefecture;
    const qint64 over = incomeLimit() - (m_done.totalIncomeYen - whole);
    if (over <= 0 || whole == 0)
        return;
    const qint64 reduction = std::min(over, whole);
    const Credit credit{(reduction * levy.city + whole - 1) / whole,
                        (reduction * levy.prefecture + whole - 1) / whole};
    const QString how =
        written() ? QStringLiteral("%1 − (%2 − %3)")
                        .arg(grouped(incomeLimit()), grouped(m_done.totalIncomeYen), grouped(whole))
                  : QString();
    add(u"city-limit-adjustment", credit.city, u"地方税法附則第3条の3第5項", how);
    add(u"prefecture-limit-adjustment", credit.prefecture, u"地方税法附則第3条の3第2項", how);
    subtract(levy, credit);
}

void Calculation::incomeLevies()
{
    Credit levy{m_done.taxableYen * m_rates.city / rateWhole,
                m_done.taxableYen * m_rates.prefecture / rateWhole};
    const auto times = [this](qint64 rate) {
        return written() ? grouped(m_done.taxableYen) + QStringLiteral(" × ") + percent(rate)
                         : QString();
    };
    add(u"city-rate", levy.city, u"地方税法第314条の3", times(m_rates.city));
    add(u"prefecture-rate", levy.prefecture, u"地方税法第35条", times(m_rates.prefecture));
    subtract(levy, adjustmentCredit());
    const Credit credits{m_input.taxCreditsCityYen, m_input.taxCreditsPrefectureYen};
    if (credits.city > 0)
        add(u"city-credits", credits.city, u"地方税法第314条の7ほか");
    if (credits.prefecture > 0)
        add(u"prefecture-credits", credits.prefecture, u"地方税法第37条の2ほか");
    subtract(levy, credits);
    reduceToLimit(levy);
    const Credit flatCut{m_input.flatCutCityYen, m_input.flatCutPrefectureYen};
    if (flatCut.city > 0)
        add(u"city-flat-cut", flatCut.city, u"地方税法附則第5条の8");
    if (flatCut.prefecture > 0)
        add(u"prefecture-flat-cut", flatCut.prefecture, u"地方税法附則第5条の8");
    subtract(levy, flatCut);
    m_done.cityIncomeYen = cut(levy.city, levyStep);
    m_done.prefectureIncomeYen = cut(levy.prefecture, levyStep);
    add(u"city-income", m_done.cityIncomeYen, u"地方税法第20条の4の2第3項",
        written() ? grouped(levy.city) : QString());
    add(u"prefecture-income", m_done.prefectureIncomeYen, u"地方税法第20条の4の2第3項",
        written() ? grouped(levy.prefecture) : QString());
}

void Calculation::flatLevies()
{
    m_done.cityFlatYen = m_rates.cityFlat;
    m_done.prefectureFlatYen = m_rates.prefectureFlat;
    m_done.forestYen = m_rates.forest;
    add(u"city-flat", m_done.cityFlatYen, u"地方税法第310条");
    add(u"prefecture-flat", m_done.prefectureFlatYen, u"地方税法第38条");
    if (m_done.forestYen > 0)
        add(u"forest", m_done.forestYen, u"森林環境税及び森林環境譲与税に関する法律第5条");
}

void Calculation::workOutLevies()
{
    if (!incomeExempt())
        incomeLevies();
    if (!flatExempt())
        flatLevies();
    m_done.yearYen = m_done.cityIncomeYen + m_done.prefectureIncomeYen + m_done.cityFlatYen +
                     m_done.prefectureFlatYen + m_done.forestYen;
    QString how;
    if (written()) {
        how = QStringLiteral("%1 + %2 + %3 + %4 + %5")
                  .arg(grouped(m_done.cityIncomeYen), grouped(m_done.prefectureIncomeYen),
                       grouped(m_done.cityFlatYen), grouped(m_done.prefectureFlatYen),
                       grouped(m_done.forestYen));
    }
    add(u"year", m_done.yearYen, u"地方税法第318条・第320条", how);
}

/// 普通徴収 4 期 and 給与特徴 12 months (municipal-facts 6.8). 均等割 alone falls due at once
/// (第320条, 第321条の5第1項ただし書). 令和6年度: no June, eleven months, and the 定額減税 lowers
/// the first 期 first (municipal-facts 6.7).
void Calculation::workOutInstalments()
{
    const qint64 year = m_done.yearYen;
    const qint64 flatCut = m_input.flatCutCityYen + m_input.flatCutPrefectureYen;
    const bool cutYear = m_rates.flatCutSalaryParts > 0 && flatCut > 0;
    const bool flatOnly = m_done.cityIncomeYen + m_done.prefectureIncomeYen == 0;
    const qint64 parts = m_rates.ordinaryParts;
    const qint64 months = m_rates.salaryParts;
    if (flatOnly && !cutYear && m_rates.flatOnlyAtOnce != 0) {
        m_done.ordinary = QList<qint64>(parts, 0);
        m_done.salary = QList<qint64>(months, 0);
        m_done.ordinary.first() = year;
        m_done.salary.first() = year;
        return;
    }
    if (!cutYear) {
        m_done.ordinary = inParts(year, parts, ordinaryStep);
        m_done.salary = inParts(year, months, withheldStep);
        return;
    }
    m_done.ordinary = inParts(year + flatCut, parts, ordinaryStep);
    qint64 left = flatCut;
    for (qint64 &part : m_done.ordinary) {
        const qint64 taken = std::min(part, left);
        part -= taken;
        left -= taken;
    }
    m_done.salary = QList<qint64>(std::max<qint64>(0, months - m_rates.flatCutSalaryParts), 0) +
                    inParts(year, m_rates.flatCutSalaryParts, withheldStep);
}

} // namespace tax
