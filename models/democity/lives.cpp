#include "democity/lives.h"

#include "democity/random.h"

#include <algorithm>
#include <array>
#include <limits>

namespace democity {

using residents::Snapshot;

namespace {

constexpr quint64 livingStory = 0x6c69766573ULL;

/// Annual pay of a man in full employment, in thousands of yen, by age (made up after the national
/// picture); women's is lower.
struct PayBand
{
    int upToAge;
    int thousands;
};
constexpr std::array payBands{PayBand{24, 2700}, PayBand{29, 3900}, PayBand{34, 4600},
                              PayBand{39, 5200}, PayBand{44, 5700}, PayBand{49, 6100},
                              PayBand{54, 6400}, PayBand{59, 6600}, PayBand{64, 4300},
                              PayBand{69, 3000}, PayBand{120, 2300}};
/// Per cent of the band, one in twenty each.
constexpr std::array payFactors{38,  48,  55,  62,  68,  74,  80,  86,  92,  97,
                                102, 108, 114, 121, 129, 138, 150, 166, 195, 270};
constexpr std::array businessThousands{200,  450,  700,  950,  1200,  1500, 1800,
                                       2100, 2500, 2900, 3300, 3800,  4300, 4900,
                                       5600, 6400, 7400, 8800, 11000, 15500};

qint64 withOddYen(qint64 thousands, Random &random)
{
    return thousands * 1000 + random.below(1000);
}

template <std::size_t Size>
int pick(const std::array<int, Size> &from, Random &random)
{
    return from[static_cast<std::size_t>(random.below(static_cast<int>(Size)))];
}

qint64 payOf(int age, bool female, int factor, Random &random)
{
    const auto band = std::find_if(payBands.begin(), payBands.end(),
                                   [age](const PayBand &one) { return age <= one.upToAge; });
    constexpr int mostAtFirst = 170; // nobody begins at the top
    const int paid = age <= payBands.front().upToAge ? std::min(factor, mostAtFirst) : factor;
    const qint64 thousands = qint64(band->thousands) * paid * (female ? 74 : 100) / 10000;
    return withOddYen(std::max<qint64>(thousands, 900), random);
}

qint64 mostYoungBusiness(int age)
{
    constexpr int grown = 35;
    constexpr qint64 atEighteen = 1'400'000;
    constexpr qint64 aYear = 350'000;
    return age >= grown ? std::numeric_limits<qint64>::max() : atEighteen + aYear * (age - 18);
}

qint64 partTimePay(Random &random)
{
    const int kind = random.below(100);
    if (kind < 22) // kept below the walls
        return qint64(random.between(940, 1029)) * 1000;
    if (kind < 40)
        return withOddYen(random.between(1030, 1290), random);
    if (kind < 75)
        return withOddYen(random.between(1300, 2200), random);
    return withOddYen(random.between(250, 900), random);
}

Work workOf(const Life &life, int age, Random &random)
{
    const int drawn = random.below(1000);
    if (age < 15)
        return Work::None;
    if (age >= 65)
        return Work::Retired;
    if (life.assisted)
        return drawn < 250 ? Work::PartTime : Work::None;
    if (age < 18)
        return drawn < 60 ? Work::PartTime : Work::Student;
    if (age <= 22 && drawn < (age < 20 ? 640 : 520))
        return Work::Student;
    const int other = random.below(1000);
    if (life.nationalInsurance && age < 60) // no 厚生年金: not in full employment
        return other < 430 ? Work::SelfEmployed : other < 800 ? Work::PartTime : Work::None;
    if (age >= 60)
        return other < 470   ? Work::Employee
               : other < 570 ? Work::SelfEmployed
               : other < 690 ? Work::PartTime
                             : Work::None;
    if (life.female)
        return other < 590 ? Work::Employee : other < 850 ? Work::PartTime : Work::None;
    return other < 955 ? Work::Employee : other < 975 ? Work::PartTime : Work::None;
}

Habits habitsOf(const Life &life, int age, int lastFiscalYear, Random &random)
{
    Habits habits;
    if (random.chance(480))
        habits.lifeInsurance = qint64(random.between(6, 70)) * 1000;
    if (random.chance(180))
        habits.earthquake = qint64(random.between(2, 25)) * 1000;
    if (life.work == Work::Employee && random.chance(110))
        habits.smallBusiness = qint64(random.between(5, 23)) * 12000;
    if (random.chance(90)) {
        habits.medical = withOddYen(random.between(8, 320), random);
        habits.medicalYear = lastFiscalYear - random.below(fiscalYearsHeld);
    }
    habits.donations = random.chance(160) ? qint64(random.between(4, 90)) * 1000 : 0;
    const bool buys = age >= 28 && age <= 58 && life.work == Work::Employee;
    habits.housing = buys && random.chance(170) ? qint64(random.between(10, 97)) * 1000 : 0;
    const int disabled = random.below(1000);
    const int many = age >= 75 ? 3 : 1;
    habits.disability = disabled < 9 * many ? 2 : disabled < 28 * many ? 1 : 0;
    habits.ownsHouse = age >= 32 && random.chance(30);
    habits.vehicles = age >= 18 && random.chance(78) ? random.between(1, 2) : 0;
    return habits;
}

/// Lasting traits from which every year's earnings follow.
struct Level
{
    int factor = 100;      ///< of full pay, per cent
    qint64 partTime = 0;   ///< 0 = none
    qint64 business = 0;   ///< last year's
    qint64 pension = 0;    ///< last year's, once it runs
    qint64 lateSalary = 0; ///< beside a pension
    qint64 rent = 0;
    int growthPerMille = 20; ///< a year
    int badYear = 0;         ///< 年度 with a change of job
};

Level levelOf(const Life &life, int age, int lastFiscalYear, Random &random)
{
    Level level;
    level.factor = pick(payFactors, random) + random.between(-4, 4);
    if (random.chance(6))
        level.factor *= 2;
    level.partTime = partTimePay(random);
    level.business = withOddYen(pick(businessThousands, random), random);
    const int pension = (life.female ? 1000 : 1620) * (pick(payFactors, random) + 60) / 160;
    level.pension = withOddYen(std::min(pension, 3400), random);
    if (age >= 65 && age < 78 && random.chance(age < 70 ? 380 : 130))
        level.lateSalary = withOddYen(random.between(400, 3600), random);
    if (age >= 50 && random.chance(25))
        level.rent = withOddYen(random.between(200, 4200), random);
    level.growthPerMille = random.between(0, 45);
    if (random.chance(70))
        level.badYear = lastFiscalYear - random.below(fiscalYearsHeld);
    return level;
}

Earnings earningsOf(const Life &life, const Level &level, int fiscalYear, int yearsBack)
{
    Earnings earned;
    earned.fiscalYear = fiscalYear;
    const QDate day(fiscalYear, 1, 1); // 賦課期日
    earned.taxedHere = life.hereOn(day);
    const int age = life.ageOn(QDate(fiscalYear - 1, 12, 31));
    const qint64 scale = 1000 - qint64(level.growthPerMille) * yearsBack;
    const auto then = [scale](qint64 yen) { return yen * scale / 1000; };
    Random odd(seedFor(static_cast<quint64>(fiscalYear), life.person, livingStory));
    switch (life.work) {
    case Work::Employee:
        if (age >= 18)
            earned.salary = then(payOf(age, life.female, level.factor, odd));
        earned.socialInsurance = std::min<qint64>(earned.salary * 148 / 1000, 1'560'000);
        break;
    case Work::PartTime:
        earned.salary = age >= 15 ? then(level.partTime) : 0;
        earned.socialInsurance = earned.salary >= 1'300'000 ? earned.salary * 146 / 1000 : 0;
        if (life.nationalInsurance && age >= 20)
            earned.socialInsurance = 120'000 + earned.salary * 7 / 100;
        break;
    case Work::Student:
        earned.salary = level.factor < 90 && age >= 17 ? then(level.partTime / 3 * 2) : 0;
        break;
    case Work::SelfEmployed:
        // A business of one's own takes years to grow.
        earned.business = age >= 18 ? then(std::min(level.business, mostYoungBusiness(age))) : 0;
        earned.socialInsurance = 205'000 + std::min<qint64>(earned.business / 10, 890'000);
        break;
    case Work::Retired:
        if (age >= 65) {
            earned.pension = then(level.pension) + level.pension * yearsBack / 100;
            earned.socialInsurance = 38'000 + earned.pension * 6 / 100;
            earned.salary = then(level.lateSalary);
        } else { // still at work then
            earned.salary = payOf(age, life.female, level.factor, odd);
            earned.socialInsurance = earned.salary * 148 / 1000;
        }
        break;
    case Work::None:
        break;
    }
    earned.rent = then(level.rent);
    if (level.badYear == fiscalYear && life.work != Work::Retired) {
        earned.salary = earned.salary * 55 / 100;
        earned.socialInsurance = earned.socialInsurance * 7 / 10;
    }
    if (life.assisted) {
        earned.rent = 0;
        earned.socialInsurance = 0;
        earned.pension = earned.pension * 4 / 10;
    }
    return earned;
}

Life begun(const QList<Snapshot> &history)
{
    const Snapshot &first = history.first();
    const Snapshot &last = history.last();
    Life life;
    life.person = last.id.person;
    life.history = &history;
    life.born = last.bornOn.earliest;
    life.female = last.sex == residents::Sex::Female;
    life.foreign = last.kind == residents::Kind::Foreign;
    life.came = first.becameResident.on.earliest;
    if (!life.came.isValid())
        life.came = first.movement.processedOn;
    if (last.removal) {
        life.left = last.removal->on.earliest;
        life.died = last.state == residents::State::Died;
    }
    life.nationalInsurance = !last.entitlements.healthInsurance.status.isEmpty();
    life.insuredFirst = !last.entitlements.pension.status.isEmpty() && !last.removal;
    return life;
}

/// 妻 and 夫 of the household, and those whose 妻 or 夫 they are.
void marry(QList<Life> &lives)
{
    for (Life &one : lives) {
        const QString &own = one.history->last().relationship;
        const bool spouse = own.endsWith(u'妻') || own.endsWith(u'夫');
        const QString prefix = own == u"世帯主" ? QString() : own + u'の';
        one.married =
            spouse || std::any_of(lives.begin(), lives.end(), [&prefix](const Life &other) {
                const QString &theirs = other.history->last().relationship;
                return !other.left.isValid() &&
                       (theirs == prefix + u'妻' || theirs == prefix + u'夫');
            });
    }
}

} // namespace

quint64 seedFor(quint64 seed, base::PersonId person, quint64 story)
{
    Random mixer(seed ^ (story * 0x9e3779b97f4a7c15ULL));
    Random mixed(mixer.next() ^ (static_cast<quint64>(person.value) * 0xd1342543de82ef95ULL));
    return mixed.next();
}

const Snapshot &Life::on(QDate day) const
{
    const Snapshot *found = &history->first();
    for (const Snapshot &state : *history) {
        const QDate happened = state.movement.happenedOn.earliest;
        if (happened.isValid() && happened <= day)
            found = &state;
    }
    return *found;
}

int Life::ageOn(QDate day) const
{
    if (!born.isValid())
        return -1;
    int age = day.year() - born.year();
    // 年齢計算ニ関スル法律: a year is reached with the end of the day before the birthday.
    if (day.addDays(1) < born.addYears(age))
        --age;
    return age;
}

QList<Life> livesOf(const QList<QList<Snapshot>> &histories, quint64 seed, int lastFiscalYear)
{
    QList<Life> lives;
    lives.reserve(histories.size());
    bool assisted = false;
    for (const QList<Snapshot> &history : histories) {
        Life life = begun(history);
        Random random(seedFor(seed, life.person, livingStory));
        if (lives.isEmpty())
            assisted = random.chance(16);
        life.assisted = assisted;
        const QDate until = life.left.isValid() ? life.left : QDate(lastFiscalYear, 11, 1);
        const int age = life.ageOn(until);
        life.work = workOf(life, age, random);
        life.habits = habitsOf(life, age, lastFiscalYear, random);
        const Level level = levelOf(life, age, lastFiscalYear, random);
        for (int back = fiscalYearsHeld - 1; back >= 0; --back)
            life.years.append(earningsOf(life, level, lastFiscalYear - back, back));
        lives.append(life);
    }
    marry(lives);
    return lives;
}

} // namespace democity
