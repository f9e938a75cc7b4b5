#include "democity/taxsupport.h"

#include <algorithm>

namespace democity {

namespace {

const QString head = QStringLiteral("世帯主");

/// Income of a single parent or widow may not pass 5,000,000 (地方税法 第292条第1項第11号, 第12号);
/// as pay that is 6,777,777 yen. Nobody of the city is near the border.
constexpr qint64 singleGrossLimit = 6'500'000;
constexpr qint64 singleIncomeLimit = 4'900'000;

bool isElder(const QString &relationship)
{
    return relationship.endsWith(u'父') || relationship.endsWith(u'母');
}

} // namespace

Family::Family(const QList<Life> &lives, int fiscalYear, const QList<int> &order)
    : m_lives(lives)
    , m_year(fiscalYear)
    , m_totals(lives.size(), 0)
    , m_rank(lives.size(), 0)
{
    const QDate day(fiscalYear, 1, 1);
    for (const Life &life : lives)
        m_relationships.append(life.hereOn(day) && life.born.isValid() ? life.on(day).relationship
                                                                       : QString());
    for (int i = 0; i < order.size(); ++i) {
        m_rank[order[i]] = i;
        if (isFamily(order[i]) && ageOf(order[i]) >= 20)
            m_supporter = order[i];
    }
}

bool Family::isFamily(int index) const
{
    const QString &relationship = m_relationships[index];
    return !relationship.isEmpty() && relationship != u"同居人" && relationship != u"縁故者" &&
           !relationship.contains(u"未届");
}

int Family::ageOf(int index) const
{
    return m_lives[index].ageOn(QDate(m_year - 1, 12, 31));
}

int Family::spouseOf(int index) const
{
    const QString &own = m_relationships[index];
    const auto married = [](const QString &one, const QString &other) {
        if (one == head)
            return other == u"妻" || other == u"夫";
        if (other == one + QStringLiteral("の妻") || other == one + QStringLiteral("の夫"))
            return true;
        return one.endsWith(u'父') && other.endsWith(u'母') && one.chopped(1) == other.chopped(1);
    };
    for (int i = 0; i < m_relationships.size(); ++i) {
        const QString &other = m_relationships[i];
        if (i != index && !other.isEmpty() && (married(own, other) || married(other, own)))
            return i;
    }
    return -1;
}

void Family::supportSpouse(int spouse, const TaxDeductions &deductions, TaxYear &year) const
{
    const qint64 income = m_totals[spouse];
    const bool plain = income <= deductions.dependantLimit();
    if (income > deductions.spouseLimit() || m_lives[spouse].assisted)
        return;
    const bool elderly = plain && ageOf(spouse) >= 70;
    year.input.spouse = elderly ? tax::SpouseKind::Elderly : tax::SpouseKind::Ordinary;
    year.input.spouseIncomeYen = income;
    if (!plain)
        return;
    ++year.supported;
    const int disability = m_lives[spouse].habits.disability;
    year.input.dependantsDisabled += disability == 1 ? 1 : 0;
    year.input.dependantsSpecialTogether += disability == 2 ? 1 : 0;
}

void Family::supportOther(int other, const TaxDeductions &deductions, TaxYear &year) const
{
    const qint64 income = m_totals[other];
    const int age = ageOf(other);
    if (age < 0)
        return;
    tax::TaxCase &input = year.input;
    // 特定親族 over the limit: the catalogue of record items has no place for them.
    if (income > deductions.dependantLimit())
        return;
    ++year.supported;
    if (age < 16)
        ++input.dependantsUnder16;
    else if (age >= 19 && age <= 22)
        ++input.dependants19To22;
    else if (age < 70)
        ++input.dependants16To18And23To69;
    else if (isElder(m_relationships[other]))
        ++input.dependants70Together;
    else
        ++input.dependants70;
    if (age < 23)
        input.dependantBelow23 = true;
    const int disability = m_lives[other].habits.disability;
    input.dependantsDisabled += disability == 1 ? 1 : 0;
    input.dependantsSpecialTogether += disability == 2 ? 1 : 0;
}

/// ひとり親, 寡婦.
void Family::standing(int index, const TaxDeductions &deductions, TaxYear &year) const
{
    const Life &life = m_lives[index];
    const bool onlyPay = year.earned.business + year.earned.rent == 0;
    const bool alone = m_relationships[index] == head && spouseOf(index) < 0 &&
                       year.earned.gross() <= singleGrossLimit &&
                       (onlyPay || year.earned.gross() <= singleIncomeLimit);
    if (!alone || std::any_of(m_relationships.begin(), m_relationships.end(),
                              [](const QString &one) { return one.contains(u"未届"); }))
        return;
    bool child = false;
    bool widowed = false;
    for (int i = 0; i < m_lives.size(); ++i) {
        // 生計を一にする子 with 総所得 not over the limit of a dependant.
        child = child || (m_relationships[i] == u"子" && ageOf(i) < 24 &&
                          m_totals[i] <= deductions.dependantLimit());
        const Life &other = m_lives[i];
        widowed = widowed || (other.died && !other.female && other.left < QDate(m_year, 1, 1) &&
                              other.born.isValid() && life.born.isValid() &&
                              std::abs(other.born.daysTo(life.born)) < 6000);
    }
    year.input.singleParent = child;
    year.input.singleFather = child && !life.female;
    year.input.widow = !child && widowed && life.female;
}

void Family::support(int index, const TaxDeductions &deductions, TaxYear &year) const
{
    year.input.dependantBelow23 = false;
    if (!isFamily(index) || year.earned.gross() == 0)
        return;
    const int spouse = spouseOf(index);
    if (spouse >= 0 && m_rank[spouse] < m_rank[index])
        supportSpouse(spouse, deductions, year);
    standing(index, deductions, year);
    if (index != m_supporter)
        return;
    for (int other = 0; other < m_lives.size(); ++other) {
        if (other == index || other == spouse || !isFamily(other))
            continue;
        const int theirs = spouseOf(other);
        const bool spouses = theirs >= 0 && m_rank[theirs] > m_rank[other];
        if (!spouses) // a spouse is supported by the other spouse
            supportOther(other, deductions, year);
    }
}

bool Family::mustDeclare(int index) const
{
    if (ageOf(index) < 20 || m_lives[index].work == Work::Student)
        return false;
    const bool nobody = m_supporter < 0 || m_supporter == index;
    return nobody || !isFamily(index);
}

bool hasPapers(const Life &life, const Earnings &earned, int drawn)
{
    if (earned.gross() == 0)
        return drawn < 400;
    if (life.work == Work::Student && earned.salary < 1'000'000)
        return drawn < 150;
    if (life.work == Work::PartTime && earned.salary < 1'030'000)
        return drawn < 40;
    if (life.work == Work::Retired && earned.gross() < 1'515'000)
        return drawn < 50;
    return true;
}

} // namespace democity
