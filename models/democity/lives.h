#pragma once

#include "base/ids.h"
#include "democity/story.h"

#include <QDate>
#include <QList>

// How the people of a household earn their living and for whom they care: what the stories of tax,
// ledger and pension have in common.
namespace democity {

enum class Work { None, Student, PartTime, Employee, SelfEmployed, Retired };

/// What came in within the calendar year before a 年度, in yen.
struct Earnings
{
    int fiscalYear = 0;
    bool taxedHere = false; ///< a resident on 1 January of the 年度 (地方税法 第318条)
    qint64 salary = 0;
    qint64 pension = 0;
    qint64 business = 0; ///< 営業所得, already worked out
    qint64 rent = 0;     ///< 不動産所得, already worked out
    qint64 socialInsurance = 0;
    [[nodiscard]] qint64 gross() const { return salary + pension + business + rent; }
};

/// What does not change from year to year.
struct Habits
{
    qint64 lifeInsurance = 0; ///< 控除額
    qint64 earthquake = 0;    ///< 控除額
    qint64 smallBusiness = 0;
    qint64 medical = 0;   ///< 控除額, in the year `medicalYear`
    int medicalYear = 0;  ///< 年度
    qint64 donations = 0; ///< 寄附金税額控除, both parts
    qint64 housing = 0;   ///< 住宅借入金等特別税額控除, both parts
    int disability = 0;   ///< 0 none, 1 ordinary, 2 special
    bool ownsHouse = false;
    int vehicles = 0; ///< 軽自動車, 原動機付自転車
};

struct Life
{
    base::PersonId person;
    const QList<residents::Snapshot> *history = nullptr;
    QDate born; ///< invalid when nothing at all is known
    bool female = false;
    bool foreign = false;
    Work work = Work::None;
    bool nationalInsurance = false; ///< 国保: no 厚生年金 behind it
    bool insuredFirst = false;      ///< 第1号被保険者 now, as his record in the register says
    QDate came;
    QDate left; ///< moved out, removed or died; invalid = still here
    bool died = false;
    bool assisted = false; ///< 生活扶助
    bool married = false;  ///< to somebody of the household
    QList<Earnings> years; ///< oldest first
    Habits habits;

    [[nodiscard]] bool hereOn(QDate day) const
    {
        return came <= day && (!left.isValid() || left > day);
    }
    /// His state on a day: the last one that had happened by then.
    [[nodiscard]] const residents::Snapshot &on(QDate day) const;
    /// Completed years on a day; -1 when the birth is not known.
    [[nodiscard]] int ageOn(QDate day) const;
};

/// The lives of a household, in the order of its histories (which must outlive them). Each person
/// draws from a seed of his own: what one household does never moves another's story.
[[nodiscard]] QList<Life> livesOf(const QList<QList<residents::Snapshot>> &histories, quint64 seed,
                                  int lastFiscalYear);

/// A seed for one person and one story.
[[nodiscard]] quint64 seedFor(quint64 seed, base::PersonId person, quint64 story);

/// How many 年度 the city holds.
constexpr int fiscalYearsHeld = 3;

} // namespace democity
