#include "pensionanswers.h"

#include "base/errorname.h"
#include "calendar/dateinput.h"
#include "pension/exemptionrule.h"
#include "pension/shipped.h"
#include "pension/timeline.h"
#include "taxanswers.h"

#include <limits>

namespace app {

namespace {

QStringList columnNames(const char *names)
{
    return QString::fromLatin1(names).split(u' ');
}

/// The position of a word; -1 and an error when it is none of them.
int wordAt(const QStringList &words, const QString &text, QString *error)
{
    const auto at = static_cast<int>(words.indexOf(text));
    if (at < 0 && error->isEmpty())
        *error = QStringLiteral("UnknownWord: ") + text;
    return at;
}

QString written(pension::Month month)
{
    return month.isValid() ? QStringLiteral("%1-%2")
                                 .arg(month.year, 4, 10, QLatin1Char('0'))
                                 .arg(month.month, 2, 10, QLatin1Char('0'))
                           : QString();
}

QJsonObject written(const pension::MonthSpan &months)
{
    return {{QStringLiteral("from"), written(months.from)},
            {QStringLiteral("to"), written(months.to)}};
}

/// A month, or the month of a day, in any form the fields take.
pension::Month monthFrom(const QString &text, QString *error)
{
    if (text.isEmpty())
        return {};
    const auto reading = calendar::readDate(text, {.defaultEra = {}, .wholeDayOnly = false});
    const bool ok = reading.ok() && (reading.date.precision == calendar::Precision::Month ||
                                     reading.date.precision == calendar::Precision::Day);
    if (!ok && error->isEmpty())
        *error = reading.ok() ? QStringLiteral("NotAMonth") : calendar::faultName(reading.fault);
    return ok ? pension::Month::of(reading.date.earliest) : pension::Month{};
}

int countFrom(const QString &text, QString *error)
{
    const qint64 value = column::number(text, error);
    constexpr qint64 most = std::numeric_limits<int>::max();
    return static_cast<int>(qBound(-most, value, most));
}

/// What concerns the case stands in its first line; a later line may leave it out, not change it.
void sameCase(const QList<QStringList> &rows, int columns, QString *error)
{
    for (const QStringList &each : rows) {
        for (int i = 1; i < columns; ++i) {
            if (!each.at(i).isEmpty() && each.at(i) != rows.first().at(i) && error->isEmpty())
                *error = QStringLiteral("CaseDiffers");
        }
    }
}

/// A code of an item of the file; empty is none.
QString codeFrom(int item, const QString &text, QString *error)
{
    const bool known = text.isEmpty() || pension::codeWords(item, text) != text;
    if (!known && error->isEmpty())
        *error = QStringLiteral("UnknownWord: ") + text;
    return text;
}

/// who income dependants elderly specific deductions marks, from column 5 on.
pension::Tested personFrom(const QStringList &row, QString *error)
{
    static const QStringList whos = columnNames("self spouse head");
    static const QStringList marks = columnNames("lost-work undeclared disabled");
    pension::Tested person;
    person.who = pension::Tested::Who(qMax(0, wordAt(whos, row.at(5), error)));
    person.incomeYen = column::number(row.at(6), error);
    person.dependants = countFrom(row.at(7), error);
    person.dependantsElderly = countFrom(row.at(8), error);
    person.dependantsSpecific = countFrom(row.at(9), error);
    person.deductionsYen = column::number(row.at(10), error);
    for (const QString &mark : row.at(11).split(u' ', Qt::SkipEmptyParts)) {
        const int at = wordAt(marks, mark, error);
        person.lostWork = person.lostWork || at == 0;
        person.undeclared = person.undeclared || at == 1;
        person.disabledOrWidowed = person.disabledOrWidowed || at == 2;
    }
    // No income written is not an income of 0: it needs a mark that says why.
    if (row.at(6).trimmed().isEmpty() && !person.undeclared && !person.lostWork && error->isEmpty())
        *error = QStringLiteral("NumberUnreadable");
    return person;
}

QJsonObject resultOf(const pension::ExemptionOpinion &opinion)
{
    static const QStringList outlooks = columnNames("within over unknown outside");
    static const QStringList whos = columnNames("self spouse head");
    QJsonArray lines;
    for (const pension::TestedLine &line : opinion.lines)
        lines.append(QJsonObject{{QStringLiteral("who"), whos.at(static_cast<int>(line.who))},
                                 {QStringLiteral("limit"), line.limitYen},
                                 {QStringLiteral("counted"), line.countedYen},
                                 {QStringLiteral("within"), line.within}});
    return {{QStringLiteral("outlook"), outlooks.at(static_cast<int>(opinion.outlook))},
            {QStringLiteral("why"), opinion.why},
            {QStringLiteral("incomeYear"), opinion.incomeYear},
            {QStringLiteral("cycle"), written(opinion.cycle)},
            {QStringLiteral("earliest"), written(opinion.earliest)},
            {QStringLiteral("persons"), lines}};
}

/// One line a person; what concerns the case stands in its first line.
RuleAnswer exemption(const QList<QStringList> &rows)
{
    static const QStringList kinds =
        columnNames("full three-quarters half quarter deferral student");
    const QStringList &row = rows.first();
    RuleAnswer answer;
    answer.article =
        QStringLiteral("国民年金法 第90条・第90条の2・第90条の3・平成26年法律第64号附則第14条");
    pension::ExemptionCase input;
    input.kind = pension::ExemptionKind(wordAt(kinds, row.at(1), &answer.error) + 1);
    input.month = monthFrom(row.at(2), &answer.error);
    input.appliedOn = column::day(row.at(3), &answer.error);
    input.bornOn = column::day(row.at(4), &answer.error);
    constexpr int caseColumns = 5;
    sameCase(rows, caseColumns, &answer.error);
    for (const QStringList &each : rows) {
        input.persons.append(personFrom(each, &answer.error));
    }
    if (!answer.error.isEmpty())
        return answer;
    const auto thresholds = tables::Table::load(QStringLiteral("pension_thresholds"));
    if (!thresholds) {
        answer.error = base::errorName(thresholds.error().code);
        return answer;
    }
    answer.table = thresholds->version();
    const auto opinion = pension::exemptionOutlook(input, *thresholds);
    if (!opinion) {
        answer.error = base::errorName(opinion.error().code);
        answer.advice.append(opinion.error().detail);
        return answer;
    }
    answer.result = resultOf(*opinion);
    answer.advice.append(QStringLiteral("An aid, no decision: 日本年金機構 decides."));
    return answer;
}

RuleAnswer maternity(const QList<QStringList> &rows)
{
    const QStringList &row = rows.first();
    RuleAnswer answer;
    answer.article = QStringLiteral("国民年金法 第88条の2");
    const QDate birth = column::day(row.at(0), &answer.error);
    const int children = row.at(1).isEmpty() ? 1 : countFrom(row.at(1), &answer.error);
    if (answer.error.isEmpty() && (!birth.isValid() || children < 1))
        answer.error = base::errorName(base::ErrorCode::ArgumentWrong);
    if (!answer.error.isEmpty())
        return answer;
    const auto months = pension::maternityMonths(birth, children > 1);
    if (!months.from.isValid())
        answer.error = QStringLiteral("BeforeTheLaw");
    else
        answer.result = written(months);
    return answer;
}

/// One line a period: case, birth, today, category, begin, loss and the codes of their causes.
RuleAnswer months(const QList<QStringList> &rows)
{
    static const QStringList categories =
        columnNames("first second third voluntary voluntary-special");
    static const QStringList states =
        columnNames("not-insured first second third voluntary full-exempt part-exempt deferred "
                    "student maternity gap");
    static const QStringList faults =
        columnNames("gap overlap ends-before-begin exempt-outside-first late-notice");
    RuleAnswer answer;
    answer.article = QStringLiteral("国民年金法 第7条・第8条・第9条・第11条・第11条の2");
    const QDate born = column::day(rows.first().at(1), &answer.error);
    const QDate today = column::day(rows.first().at(2), &answer.error);
    constexpr int caseColumns = 3;
    sameCase(rows, caseColumns, &answer.error);
    pension::PensionRecord record;
    for (const QStringList &row : rows) {
        if (row.at(3).isEmpty())
            continue;
        pension::InsuredPeriod period;
        period.category =
            pension::Category(qMax(0, wordAt(categories, row.at(3), &answer.error)) + 1);
        period.acquiredOn = column::day(row.at(4), &answer.error);
        period.lostOn = column::day(row.at(5), &answer.error);
        period.acquiredFor = codeFrom(9, row.at(6), &answer.error);
        period.lostFor = codeFrom(13, row.at(7), &answer.error);
        record.periods.append(period);
    }
    if (answer.error.isEmpty() && (!born.isValid() || !today.isValid()))
        answer.error = base::errorName(base::ErrorCode::ArgumentWrong);
    if (!answer.error.isEmpty())
        return answer;
    const pension::Timeline timeline = pension::timelineOf(record, born, today);
    QJsonArray spans;
    for (const pension::TimelineSpan &one : timeline.spans) {
        QJsonObject span = written(one.months);
        span.insert(QStringLiteral("state"), states.at(static_cast<int>(one.state)));
        spans.append(span);
    }
    QJsonArray wrong;
    for (const pension::Irregularity &one : timeline.irregularities) {
        QJsonObject fault = written(one.months);
        fault.insert(QStringLiteral("kind"), faults.at(static_cast<int>(one.kind)));
        wrong.append(fault);
    }
    answer.result = {{QStringLiteral("spans"), spans},
                     {QStringLiteral("irregularities"), wrong},
                     {QStringLiteral("monthsFirst"), timeline.monthsFirst},
                     {QStringLiteral("monthsMissing"), timeline.monthsMissing}};
    return answer;
}

} // namespace

QList<Rule> pensionRules()
{
    return {
        {QStringLiteral("pension-exemption"),
         columnNames("case kind month applied born who income dependants elderly specific "
                     "deductions marks"),
         QStringLiteral(
             "保険料免除の見込み, an aid: one line a person. kind: full three-quarters half "
             "quarter\n"
             "      deferral student; who: self spouse head; income of the year that counts;\n"
             "      dependants, of them elderly and specific; marks: lost-work undeclared "
             "disabled"),
         true, exemption},
        {QStringLiteral("pension-maternity"), columnNames("birth children"),
         QStringLiteral("産前産後免除: months for a birth; children: 1 (default) or more"), false,
         maternity},
        {QStringLiteral("pension-months"),
         columnNames("case born today category begin loss acquired lost"),
         QStringLiteral("被保険者期間: one line a period. category: first second third voluntary\n"
                        "      voluntary-special; acquired, lost: codes of items 9 and 13 in "
                        "pension_codes.csv"),
         true, months},
    };
}

} // namespace app
