#include "ui/words/pensionwords.h"

#include <QCoreApplication>

namespace words {

using pension::Category;
using pension::ExemptionKind;
using pension::ExemptionOpinion;
using pension::Irregularity;
using pension::MonthState;
using pension::ResultState;
using pension::Tested;

namespace {

struct Pension
{
    Q_DECLARE_TR_FUNCTIONS(Pension)
};

} // namespace

QString of(Category category)
{
    switch (category) {
    case Category::First:
        return Pension::tr("First category");
    case Category::Second:
        return Pension::tr("Second category");
    case Category::Third:
        return Pension::tr("Third category");
    case Category::Voluntary:
        return Pension::tr("Voluntary");
    case Category::VoluntarySpecial:
        return Pension::tr("Voluntary (special, 65 and over)");
    }
    return {};
}

QString of(ExemptionKind kind)
{
    switch (kind) {
    case ExemptionKind::Full:
        return Pension::tr("Full exemption");
    case ExemptionKind::ThreeQuarters:
        return Pension::tr("Three quarters exemption");
    case ExemptionKind::Half:
        return Pension::tr("Half exemption");
    case ExemptionKind::Quarter:
        return Pension::tr("One quarter exemption");
    case ExemptionKind::Deferral:
        return Pension::tr("Deferral");
    case ExemptionKind::Student:
        return Pension::tr("Student deferral");
    case ExemptionKind::Childcare:
        return Pension::tr("Childcare exemption");
    }
    return {};
}

QString of(ResultState state)
{
    switch (state) {
    case ResultState::Pending:
        return Pension::tr("Under examination");
    case ResultState::Approved:
        return Pension::tr("Approved");
    case ResultState::Rejected:
        return Pension::tr("Rejected");
    case ResultState::Returned:
        return Pension::tr("Returned");
    case ResultState::Cancelled:
        return Pension::tr("Cancelled");
    }
    return {};
}

QString of(MonthState state)
{
    switch (state) {
    case MonthState::NotInsured:
        return Pension::tr("Not insured");
    case MonthState::First:
        return Pension::tr("First category (contributions due)");
    case MonthState::Second:
        return Pension::tr("Second category (employees)");
    case MonthState::Third:
        return Pension::tr("Third category (dependent spouses)");
    case MonthState::Voluntary:
        return Pension::tr("Voluntarily insured");
    case MonthState::FullExempt:
        return Pension::tr("Full or legal exemption");
    case MonthState::PartExempt:
        return Pension::tr("Part exemption");
    case MonthState::Deferred:
        return Pension::tr("Deferral of contributions");
    case MonthState::Student:
        return Pension::tr("Special deferral for students");
    case MonthState::Maternity:
        return Pension::tr("Maternity and childcare exemption");
    case MonthState::Gap:
        return Pension::tr("Not joined (gap)");
    }
    return {};
}

QString shortWord(MonthState state)
{
    switch (state) {
    case MonthState::NotInsured:
        return Pension::tr("none", "time line");
    case MonthState::First:
        return Pension::tr("1st", "time line");
    case MonthState::Second:
        return Pension::tr("2nd", "time line");
    case MonthState::Third:
        return Pension::tr("3rd", "time line");
    case MonthState::Voluntary:
        return Pension::tr("voluntary", "time line");
    case MonthState::FullExempt:
        return Pension::tr("full", "time line");
    case MonthState::PartExempt:
        return Pension::tr("part", "time line");
    case MonthState::Deferred:
        return Pension::tr("deferral", "time line");
    case MonthState::Student:
        return Pension::tr("student", "time line");
    case MonthState::Maternity:
        return Pension::tr("birth, childcare", "time line");
    case MonthState::Gap:
        return Pension::tr("gap", "time line");
    }
    return {};
}

QString of(Irregularity::Kind kind)
{
    switch (kind) {
    case Irregularity::Kind::Gap:
        return Pension::tr("Months without insurance");
    case Irregularity::Kind::Overlap:
        return Pension::tr("Overlapping periods");
    case Irregularity::Kind::EndsBeforeBegin:
        return Pension::tr("Lost before it was acquired");
    case Irregularity::Kind::ExemptOutsideFirst:
        return Pension::tr("Exempt in months outside the first category");
    case Irregularity::Kind::LateNotice:
        return Pension::tr("Late notice");
    case Irregularity::Kind::BeginUnknown:
        return Pension::tr("A period without the day it began");
    }
    return {};
}

QString shortWord(Irregularity::Kind kind)
{
    switch (kind) {
    case Irregularity::Kind::Gap:
        return Pension::tr("gap", "mark");
    case Irregularity::Kind::Overlap:
        return Pension::tr("overlap", "mark");
    case Irregularity::Kind::EndsBeforeBegin:
        return Pension::tr("dates reversed", "mark");
    case Irregularity::Kind::ExemptOutsideFirst:
        return Pension::tr("exempt outside", "mark");
    case Irregularity::Kind::LateNotice:
        return Pension::tr("late notice", "mark");
    case Irregularity::Kind::BeginUnknown:
        return Pension::tr("no beginning", "mark");
    }
    return {};
}

QString remedy(Irregularity::Kind kind)
{
    switch (kind) {
    case Irregularity::Kind::Gap:
        return Pension::tr("Ask whether the person was employed or dependent in these months. If "
                           "not, receive the notice of acquisition or of change of category.");
    case Irregularity::Kind::Overlap:
        return Pension::tr("Compare with the notices on paper and inquire at the pension office "
                           "which period holds. Nothing is corrected here.");
    case Irregularity::Kind::EndsBeforeBegin:
        return Pension::tr("Compare with the notice on paper. If it was entered wrongly, have it "
                           "corrected with a second check.");
    case Irregularity::Kind::ExemptOutsideFirst:
        return Pension::tr("Inquire at the pension office whether the exemption must be "
                           "cancelled for these months.");
    case Irregularity::Kind::LateNotice:
        return Pension::tr("The notice holds although it is late. Tell the person which "
                           "contributions can still be paid or exempted for the past.");
    case Irregularity::Kind::BeginUnknown:
        return Pension::tr("It is not on the time line: months shown as a gap may belong to it. "
                           "Compare with the notice on paper.");
    }
    return {};
}

QString of(Tested::Who who)
{
    switch (who) {
    case Tested::Who::Self:
        return Pension::tr("Person");
    case Tested::Who::Spouse:
        return Pension::tr("Spouse");
    case Tested::Who::Head:
        return Pension::tr("Head of household");
    }
    return {};
}

QString of(ExemptionOpinion::Outlook outlook)
{
    switch (outlook) {
    case ExemptionOpinion::Outlook::Within:
        return Pension::tr("The incomes are within the thresholds.");
    case ExemptionOpinion::Outlook::Over:
        return Pension::tr("An income is over its threshold.");
    case ExemptionOpinion::Outlook::Unknown:
        return Pension::tr("It cannot be told.");
    case ExemptionOpinion::Outlook::Outside:
        return Pension::tr("This month or person is outside the rules of this exemption.");
    }
    return {};
}

QString exemptionReason(const QString &code)
{
    struct Reason
    {
        QLatin1StringView code;
        const char *words;
    };
    static constexpr Reason reasons[] = {
        {QLatin1StringView("income-unknown"),
         QT_TRANSLATE_NOOP("Pension", "Somebody's income is not known: he must declare it first.")},
        {QLatin1StringView("lost-work"),
         QT_TRANSLATE_NOOP("Pension", "An income was left out for lost work: it must be proved by "
                                      "papers.")},
        {QLatin1StringView("too-young"),
         QT_TRANSLATE_NOOP("Pension", "The month lies before the person reached 20.")},
        {QLatin1StringView("too-early"),
         QT_TRANSLATE_NOOP("Pension", "The month is not yet open for application.")},
        {QLatin1StringView("too-old"),
         QT_TRANSLATE_NOOP("Pension", "The person is too old for this kind in that month.")},
        {QLatin1StringView("too-long-ago"),
         QT_TRANSLATE_NOOP("Pension", "The month is more than two years and one month before the "
                                      "application.")},
    };
    for (const Reason &one : reasons) {
        if (code == one.code)
            return Pension::tr(one.words);
    }
    return {};
}

} // namespace words
