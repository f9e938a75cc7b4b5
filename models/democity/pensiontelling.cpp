#include "democity/pensiontelling.h"

#include "democity/citymaker.h"
#include "democity/duedates.h"
#include "pension/codes.h"

#include <algorithm>

namespace democity {

using pension::Category;
using pension::InsuredPeriod;

namespace {

// 20歳 needs no notice since October 2019 (municipal-facts.md 7.1).
const QDate noNoticeAt20(2019, 10, 1);
/// 国民年金 for everybody began in April 1961, for students and housewives with April 1991 and
/// 1986.
const QDate studentsInsured(1991, 4, 1);

QLatin1StringView becameOf(Category category, Category before)
{
    using namespace pension;
    switch (category) {
    case Category::Second:
        return acquired::becameSecond;
    case Category::Third:
        return acquired::becameThird;
    case Category::First:
        return before == Category::Third ? acquired::lostThird : acquired::lostSecond;
    case Category::Voluntary:
    case Category::VoluntarySpecial:
        break;
    }
    return acquired::voluntary;
}

QLatin1StringView lostFor(Category after)
{
    using namespace pension;
    switch (after) {
    case Category::Second:
        return lost::becameSecond;
    case Category::Third:
        return lost::becameThird;
    default:
        return {};
    }
}

QString reasonOf(QLatin1StringView acquiredFor)
{
    using namespace pension;
    if (acquiredFor == acquired::lostSecond)
        return QStringLiteral("退職");
    if (acquiredFor == acquired::lostThird)
        return QStringLiteral("配偶者の扶養から外れた");
    if (acquiredFor == acquired::becameSecond)
        return QStringLiteral("就職");
    if (acquiredFor == acquired::becameThird)
        return QStringLiteral("配偶者の扶養に入った");
    if (acquiredFor == acquired::fromAbroad)
        return QStringLiteral("国外から転入");
    return {};
}

} // namespace

QDate PensionTelling::notified(QDate happened, int latePerMille)
{
    const bool late = m_random.chance(latePerMille);
    const int days = late ? m_random.between(21, 190) : m_random.between(0, 12);
    const QDate day = officeDayFrom(happened.addDays(days));
    return day > m_today ? QDate() : day;
}

/// What follows school, up to now: work, a pause between two posts, a spouse's insurance.
void PensionTelling::addLastParts(QList<Part> &parts, QDate from, PensionCase which)
{
    using namespace pension;
    QDate at = from;
    const bool nowFirst = m_life.insuredFirst;
    const bool third =
        m_life.married && m_life.female && m_life.work != Work::Employee && !nowFirst;
    const int age = m_life.ageOn(m_end);
    // How many changes of post a working life has had by then.
    int changes = age < 25 ? 0 : m_random.below(2) + (age > 40 ? m_random.below(2) : 0);
    if (which == PensionCase::Gap || which == PensionCase::Overlap)
        changes = std::max(changes, 1);
    while (changes-- > 0) {
        const int spanDays = static_cast<int>(at.daysTo(m_end));
        if (spanDays < 900)
            break;
        QDate quit = at.addDays(m_random.between(300, spanDays / 2 + 300));
        quit = QDate(quit.year(), quit.month(), 1);
        if (parts.isEmpty() || parts.last().category != Category::Second)
            parts.append({Category::Second, at, acquired::becameSecond, {}});
        if (m_random.chance(640)) { // some months between two posts
            const QDate next = quit.addMonths(m_random.between(1, 7));
            if (next >= m_end.addDays(-60))
                break;
            parts.append({Category::First, quit, acquired::lostSecond, {}});
            parts.append({Category::Second, next, acquired::becameSecond, {}});
            at = next;
        } else {
            at = quit;
        }
    }
    Category now = Category::Second;
    if (nowFirst || m_life.work == Work::SelfEmployed || (m_life.work == Work::None && !third))
        now = Category::First;
    else if (third)
        now = Category::Third;
    const bool began = !parts.isEmpty() && parts.last().category == now;
    if (began)
        return;
    const auto days = static_cast<int>(at.daysTo(m_end));
    QDate begin = at;
    if (!parts.isEmpty() && days > 200)
        begin = at.addDays(m_random.between(90, std::max(91, days - 60)));
    begin = QDate(begin.year(), begin.month(), 1);
    if (begin < at)
        begin = at;
    const Category before = parts.isEmpty() ? now : parts.last().category;
    parts.append({now, begin, parts.isEmpty() ? acquired::age20 : becameOf(now, before), {}});
}

QList<PensionTelling::Part> PensionTelling::career(PensionCase which)
{
    using namespace pension;
    QList<Part> parts;
    QDate begin = m_at20;
    const bool foreign = m_life.foreign && m_life.came > m_at20;
    if (foreign) {
        parts.append({Category::First, m_life.came, acquired::fromAbroad, {}});
        begin = m_life.came.addDays(m_random.between(40, 260));
        begin = QDate(begin.year(), begin.month(), 1);
    } else {
        const bool studies = m_life.work == Work::Student || m_random.chance(530);
        if (studies && m_at20 >= studentsInsured) {
            const int years = m_life.work == Work::Student ? 9 : m_random.below(10) < 3 ? 1 : 3;
            begin = QDate(m_at20.year() + (m_at20.month() < 4 ? 0 : 1) + years - 1, 4, 1);
            parts.append({Category::First, m_at20, acquired::age20, begin});
        } else if (m_random.chance(330)) {
            parts.append({Category::First, m_at20, acquired::age20, {}});
            begin = m_at20.addDays(m_random.between(120, 1400));
            begin = QDate(begin.year(), begin.month(), 1);
        } else if (which == PensionCase::Gap) {
            parts.append({Category::First, m_at20, acquired::age20, {}});
            begin = QDate(m_at20.year() + 2, 4, 1);
        }
    }
    if (begin < m_end)
        addLastParts(parts, std::max(begin, m_at20), which);
    return parts;
}

void PensionTelling::makePeriods(const QList<Part> &parts, PensionCase which)
{
    using namespace pension;
    int lastFirst = -1;
    for (int i = 0; i < parts.size(); ++i)
        lastFirst = parts[i].category == Category::First && i > 0 ? i : lastFirst;
    for (int i = 0; i < parts.size(); ++i) {
        const Part &part = parts[i];
        if (part.from >= m_end)
            break;
        InsuredPeriod period;
        period.category = part.category;
        period.acquiredOn = part.from;
        period.acquiredFor = part.acquiredFor;
        period.acquiredReason = reasonOf(part.acquiredFor);
        if (i > 0)
            period.changedOn = part.from;
        const bool first = part.category == Category::First;
        const bool noNotice = part.acquiredFor == acquired::age20 && part.from >= noNoticeAt20;
        const bool late = which == PensionCase::Gap && i == lastFirst;
        if (first && !noNotice)
            period.acquiredNotifiedOn = notified(part.from, late ? 1000 : 90);
        const bool another = i + 1 < parts.size() && parts[i + 1].from < m_end;
        if (another) {
            period.lostOn = parts[i + 1].from;
            period.lostFor = lostFor(parts[i + 1].category);
            if (period.category != Category::First)
                period.lostFor = period.category == Category::Second ? QStringLiteral("11")
                                                                     : QStringLiteral("12");
            if (first && m_random.chance(700))
                period.lostNotifiedOn = notified(period.lostOn, 60);
        } else if (m_end < m_today) {
            period.lostOn = m_end;
            const bool abroad =
                m_life.history->last().removal &&
                m_life.history->last().removal->reason == residents::MovementReason::MoveOutAbroad;
            if (m_end == m_at60)
                period.lostFor = lost::age60;
            else if (m_life.died)
                period.lostFor = lost::death;
            else if (abroad)
                period.lostFor = lost::abroad;
            else
                period.lostOn = {}; // another city goes on with him
        }
        m_record.periods.append(period);
        m_studiesUntil.append(part.studiesUntil);
    }
}

/// What was not notified, or notified twice.
void PensionTelling::makeGaps(PensionCase which)
{
    QList<InsuredPeriod> &periods = m_record.periods;
    for (int i = 0; i < periods.size(); ++i) {
        InsuredPeriod &period = periods[i];
        if (period.category != Category::First || period.lostFor == pension::lost::age60)
            continue;
        const bool at20 = i == 0 && period.acquiredFor == pension::acquired::age20;
        const bool wanted = which == PensionCase::Gap && (at20 || i + 1 == periods.size());
        if (!wanted && !m_random.chance(at20 ? 45 : 70))
            continue;
        // Begins months after it should have: nobody came until then.
        const QDate end = period.lostOn.isValid() ? period.lostOn : m_today;
        const int days = static_cast<int>(period.acquiredOn.daysTo(end));
        if (days < 240)
            continue;
        const QDate begin = period.acquiredOn.addMonths(m_random.between(2, days > 500 ? 9 : 4));
        period.acquiredOn = QDate(begin.year(), begin.month(), 1);
        if (period.changedOn.isValid())
            period.changedOn = period.acquiredOn;
        period.acquiredNotifiedOn = notified(period.acquiredOn, wanted ? 1000 : 300);
        if (!at20 && i > 0 && !periods[i - 1].lostOn.isValid())
            continue;
    }
    const bool overlap = which == PensionCase::Overlap || m_random.chance(12);
    if (!overlap || periods.size() < 2)
        return;
    const int later = m_random.between(1, static_cast<int>(periods.size()) - 1);
    InsuredPeriod &before = periods[later - 1];
    // The loss of the one before was reported some months too late.
    const QDate until = before.lostOn.addMonths(m_random.between(2, 5));
    const QDate end = periods[later].lostOn.isValid() ? periods[later].lostOn : m_today;
    if (before.lostOn.isValid() && until < end)
        before.lostOn = until;
}

void PensionTelling::addVoluntary()
{
    using namespace pension;
    if (m_end != m_at60 || m_at60.addMonths(3) >= m_today || m_life.left.isValid())
        return;
    InsuredPeriod period;
    period.category = Category::Voluntary;
    const QDate begin = officeDayFrom(m_at60.addDays(m_random.between(2, 80)));
    const QDate at65 = m_life.born.addYears(65).addDays(-1);
    period.acquiredOn = begin;
    period.acquiredNotifiedOn = begin;
    period.acquiredFor = acquired::voluntary;
    period.acquiredReason = QStringLiteral("満額に近づけるため");
    const QDate end = begin.addMonths(m_random.between(8, 60));
    if (end >= at65 && at65 < m_today) {
        period.lostOn = at65;
        period.lostFor = lost::age65;
    } else if (end < m_today) {
        period.lostOn = end;
        period.lostFor = m_random.chance(500) ? lost::full : lost::leftVoluntary;
    }
    if (begin >= m_today)
        return;
    m_record.periods.append(period);
    m_studiesUntil.append(QDate());
}

void PensionTelling::header()
{
    m_record.person = m_life.person;
    m_record.numberTail = QStringLiteral("%1").arg(m_random.below(10000), 4, 10, QLatin1Char('0'));
    m_record.municipality = municipalityCode();
    m_record.operatorId = QStringLiteral("nenkin1");
}

std::optional<pension::PensionRecord> PensionTelling::tell(PensionCase which)
{
    m_at20 = m_life.born.addYears(20).addDays(-1);
    m_at60 = m_life.born.addYears(60).addDays(-1);
    m_end = std::min(m_at60, m_today);
    if (m_life.left.isValid())
        m_end = std::min(m_end, m_life.died ? m_life.left.addDays(1) : m_life.left);
    if (m_end <= m_at20 || m_at20 < QDate(1961, 4, 1))
        return std::nullopt;
    header();
    makePeriods(career(which), which);
    makeGaps(which);
    const bool everFirst =
        std::any_of(m_record.periods.begin(), m_record.periods.end(),
                    [](const InsuredPeriod &one) { return one.category == Category::First; });
    // Old files of people who were 第1号 for a while have in part been given up.
    const int kept = m_life.insuredFirst || which != PensionCase::Any ? 1000
                     : m_end == m_at60                                ? 430
                     : m_life.left.isValid()                          ? 250
                                                                      : 640;
    if (!everFirst || !m_random.chance(kept))
        return std::nullopt;
    if (m_random.chance(60))
        addVoluntary();
    addGrants(which);
    const InsuredPeriod &last = m_record.periods.last();
    m_record.insured = !last.lostOn.isValid() && !m_life.left.isValid() &&
                       (last.category == Category::First || last.category == Category::Voluntary);
    return m_record;
}

} // namespace democity
