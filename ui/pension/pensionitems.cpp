#include "ui/pension/pensionitems.h"

#include "pension/shipped.h"
#include "ui/pension/monthwords.h"
#include "ui/words/pensionwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace pensionui {

using pension::PensionRecord;

namespace {

struct PensionItems
{
    Q_DECLARE_TR_FUNCTIONS(PensionItems)
};

enum class As { Plain, Name, Long, Verbatim };

/// Takes only what is held.
struct Items
{
    QList<Item> list;
    void add(int number, const QString &name, const QString &value, As as = As::Plain)
    {
        if (!value.isEmpty())
            list.append({number, name, value, as == As::Name, as == As::Long, as == As::Verbatim});
    }
};

QString present(bool is)
{
    return is ? PensionItems::tr("Yes", "a mark is set") : PensionItems::tr("No", "a mark is set");
}

QString daysWords(QDate from, QDate to)
{
    return to.isValid() ? PensionItems::tr("%1 to %2", "days").arg(dayWords(from), dayWords(to))
                        : PensionItems::tr("%1, goes on", "days").arg(dayWords(from));
}

template <typename T>
QList<T> newestFirst(QList<T> rows)
{
    std::reverse(rows.begin(), rows.end());
    return rows;
}

QString titled(const QString &what, const QString &when)
{
    return when.isEmpty() ? what : what + QChar(0x3000) + when;
}

} // namespace

QString maskedNumber(const QString &tail)
{
    constexpr int digits = 4;
    if (tail.isEmpty())
        return PensionItems::tr("(not held)");
    return QStringLiteral("＊＊＊＊-＊＊") + tail.right(digits);
}

pension::MonthSpan cycleOf(pension::ExemptionKind kind, const pension::Month &month)
{
    constexpr int july = 7;
    constexpr int april = 4;
    constexpr int monthsLeft = 11;
    if (!month.isValid() || kind == pension::ExemptionKind::Childcare)
        return {};
    const int begins = kind == pension::ExemptionKind::Student ? april : july;
    const pension::Month from{.year = month.month >= begins ? month.year : month.year - 1,
                              .month = begins};
    return {from, from.plus(monthsLeft)};
}

Block qualificationBlock(const PensionRecord &record)
{
    Items items;
    items.add(1, PensionItems::tr("Basic pension number"), maskedNumber(record.numberTail));
    items.add(4, PensionItems::tr("Insured or not"),
              record.insured ? PensionItems::tr("Insured") : PensionItems::tr("Not insured"));
    const auto now = std::find_if(record.periods.rbegin(), record.periods.rend(),
                                  [](const auto &period) { return !period.lostOn.isValid(); });
    if (now != record.periods.rend())
        items.add(6, PensionItems::tr("Category of insured person"), words::of(now->category));
    items.add(2, PensionItems::tr("Municipality code"), record.municipality);
    items.add(3, PensionItems::tr("Latest mark"),
              record.latest ? PensionItems::tr("Latest") : PensionItems::tr("Former"));
    items.add(5, PensionItems::tr("Operator ID"), record.operatorId, As::Verbatim);
    return {{}, items.list};
}

QList<Block> periodBlocks(const PensionRecord &record)
{
    QList<Block> blocks;
    for (const pension::InsuredPeriod &period : newestFirst(record.periods)) {
        Items items;
        items.add(6, PensionItems::tr("Category of insured person"), words::of(period.category));
        items.add(8, PensionItems::tr("Acquired on"), dayWords(period.acquiredOn));
        items.add(7, PensionItems::tr("Acquisition notified on"),
                  dayWords(period.acquiredNotifiedOn));
        items.add(9, PensionItems::tr("Cause of acquisition"),
                  pension::codeWords(9, period.acquiredFor));
        items.add(10, PensionItems::tr("Reason of acquisition"), period.acquiredReason,
                  As::Verbatim);
        items.add(12, PensionItems::tr("Lost on"), dayWords(period.lostOn));
        items.add(11, PensionItems::tr("Loss notified on"), dayWords(period.lostNotifiedOn));
        items.add(13, PensionItems::tr("Cause of loss"), pension::codeWords(13, period.lostFor));
        items.add(14, PensionItems::tr("Reason of loss"), period.lostReason, As::Verbatim);
        items.add(15, PensionItems::tr("Category changed on"), dayWords(period.changedOn));
        blocks.append(
            {titled(words::of(period.category), daysWords(period.acquiredOn, period.lostOn)),
             items.list});
    }
    return blocks;
}

QList<Block> exemptionBlocks(const PensionRecord &record)
{
    QList<Block> blocks;
    for (const pension::Exemption &one : newestFirst(record.exemptions)) {
        Items items;
        items.add(18, PensionItems::tr("Exemption class"), words::of(one.kind));
        items.add(19, PensionItems::tr("Applied on (exemption, student)"), dayWords(one.appliedOn));
        items.add(16, PensionItems::tr("Months applied for (exemption, student)"),
                  spanWords(one.applied));
        items.add(0, PensionItems::tr("Cycle"), spanWords(cycleOf(one.kind, one.applied.from)));
        items.add(17, PensionItems::tr("Result (exemption, student)"), words::of(one.result));
        items.add(20, PensionItems::tr("Result class code"), one.resultCode, As::Verbatim);
        items.add(21, PensionItems::tr("Exempt from"), monthWords(one.exempt.from));
        items.add(22, PensionItems::tr("Exempt until"), monthWords(one.exempt.to));
        items.add(23, PensionItems::tr("Approved (from)"), monthWords(one.approved.from));
        items.add(24, PensionItems::tr("Approved (until)"), monthWords(one.approved.to));
        items.add(25, PensionItems::tr("Rejected (from)"), monthWords(one.rejected.from));
        items.add(26, PensionItems::tr("Rejected (until)"), monthWords(one.rejected.to));
        items.add(27, PensionItems::tr("Cancelled (from)"), monthWords(one.cancelled.from));
        items.add(28, PensionItems::tr("Cancelled (until)"), monthWords(one.cancelled.to));
        const QString heading = titled(words::of(one.kind), spanWords(one.applied));
        blocks.append({titled(heading, words::of(one.result)), items.list});
    }
    return blocks;
}

QList<Block> legalBlocks(const PensionRecord &record)
{
    QList<Block> blocks;
    for (const pension::LegalExemption &one : newestFirst(record.legal)) {
        Items items;
        items.add(29, PensionItems::tr("Reason of exemption (legal)"),
                  pension::codeWords(29, one.reason));
        items.add(31, PensionItems::tr("Applies from (legal)"), dayWords(one.from));
        items.add(34, PensionItems::tr("Exempt from (legal)"), monthWords(one.months.from));
        items.add(35, PensionItems::tr("Exempt until (legal)"), monthWords(one.months.to));
        items.add(30, PensionItems::tr("Reason the exemption ended"),
                  pension::codeWords(30, one.endReason));
        items.add(32, PensionItems::tr("Ended, no longer applies on"), dayWords(one.endedOn));
        items.add(33, PensionItems::tr("Cancelled, does not apply on"), dayWords(one.cancelledOn));
        blocks.append(
            {titled(PensionItems::tr("Legal exemption"), spanWords(one.months)), items.list});
    }
    for (const pension::Maternity &one : newestFirst(record.maternities)) {
        Items items;
        const QString birth = dayWords(one.birthOn);
        if (!birth.isEmpty())
            items.add(36, PensionItems::tr("Expected day of birth (day of birth)"),
                      one.born ? PensionItems::tr("%1 (born)").arg(birth)
                               : PensionItems::tr("%1 (expected)").arg(birth));
        items.add(37, PensionItems::tr("Single or multiple pregnancy"),
                  one.multiple ? PensionItems::tr("Multiple") : PensionItems::tr("Single"));
        items.add(38, PensionItems::tr("Exempt from (maternity)"), monthWords(one.months.from));
        items.add(39, PensionItems::tr("Exempt until (maternity)"), monthWords(one.months.to));
        blocks.append(
            {titled(PensionItems::tr("Maternity exemption"), spanWords(one.months)), items.list});
    }
    return blocks;
}

QList<Block> benefitBlocks(const PensionRecord &record)
{
    QList<Block> blocks;
    for (const pension::Additional &one : newestFirst(record.additional)) {
        Items items;
        items.add(40, PensionItems::tr("Additional contributions applied for on"),
                  dayWords(one.appliedOn));
        items.add(41, PensionItems::tr("Reason to join (additional)"),
                  pension::codeWords(41, one.reason));
        items.add(42, PensionItems::tr("Additional contributions from"), dayWords(one.from));
        items.add(43, PensionItems::tr("Additional contributions declined on"),
                  dayWords(one.declinedOn));
        items.add(44, PensionItems::tr("Reason of ending (additional)"),
                  pension::codeWords(44, one.endReason));
        items.add(45, PensionItems::tr("Additional contributions ended on"), dayWords(one.endedOn));
        items.add(46, PensionItems::tr("Result (additional)"), words::of(one.result));
        blocks.append({PensionItems::tr("Additional contributions"), items.list});
    }
    for (const pension::Benefit &one : newestFirst(record.benefits)) {
        Items items;
        items.add(47, PensionItems::tr("Claimant, name (benefit)"), one.claimant, As::Name);
        items.add(48, PensionItems::tr("Pension code"), one.code);
        items.add(49, PensionItems::tr("Award"), words::of(one.result));
        items.add(50, PensionItems::tr("Certificate number"), one.number, As::Verbatim);
        blocks.append({PensionItems::tr("Benefit"), items.list});
    }
    for (const pension::Support &one : newestFirst(record.supports)) {
        Items items;
        items.add(51, PensionItems::tr("Class of support benefit"),
                  pension::codeWords(51, one.kind));
        items.add(52, PensionItems::tr("Paid from (support)"), monthWords(one.paid.from));
        items.add(53, PensionItems::tr("Paid until (support)"), monthWords(one.paid.to));
        items.add(54, PensionItems::tr("Result (support)"), words::of(one.result));
        items.add(55, PensionItems::tr("Claimed for the year (support)"),
                  fiscalYearWords(one.claimYear));
        blocks.append(
            {titled(PensionItems::tr("Support benefit for pensioners"), spanWords(one.paid)),
             items.list});
    }
    return blocks;
}

QList<Block> reportBlocks(const PensionRecord &record)
{
    QList<Block> blocks;
    for (const pension::Report &one : newestFirst(record.reports)) {
        Items items;
        items.add(59, PensionItems::tr("Kind of notice"), pension::codeWords(59, one.form));
        items.add(58, PensionItems::tr("Reported to the pension service on"),
                  dayWords(one.reportedOn));
        items.add(57, PensionItems::tr("To be reported"),
                  one.reportable ? PensionItems::tr("To report")
                                 : PensionItems::tr("Not to report"));
        items.add(56, PensionItems::tr("On a medium"), present(one.onMedium));
        items.add(60, PensionItems::tr("Message"), one.message, As::Long);
        const QString when = one.reportedOn.isValid() ? dayWords(one.reportedOn)
                                                      : PensionItems::tr("not reported yet");
        blocks.append(
            {titled(PensionItems::tr("Report to the pension service"), when), items.list});
    }
    for (const pension::Note &one : newestFirst(record.notes)) {
        Items items;
        items.add(61, PensionItems::tr("Entered on (note)"), dayWords(one.on));
        items.add(62, PensionItems::tr("Special mention"), one.special, As::Long);
        items.add(63, PensionItems::tr("Consultation"), one.consulted, As::Long);
        items.add(64, PensionItems::tr("Remarks"), one.remarks, As::Long);
        blocks.append({titled(PensionItems::tr("Note"), dayWords(one.on)), items.list});
    }
    for (const pension::Reissue &one : newestFirst(record.reissues)) {
        Items items;
        items.add(65, PensionItems::tr("Reissue of the number notice applied for on"),
                  dayWords(one.appliedOn));
        items.add(66, PensionItems::tr("Reason of the reissue"),
                  pension::codeWords(66, one.reason));
        blocks.append({titled(PensionItems::tr("Reissue of the notice"), dayWords(one.appliedOn)),
                       items.list});
    }
    return blocks;
}

} // namespace pensionui
