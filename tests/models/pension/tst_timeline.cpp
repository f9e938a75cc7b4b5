#include "pension/timeline.h"
#include "support/cases.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pension;

namespace {

QDate day(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

Month month(const QString &text)
{
    const QDate first = day(text + QStringLiteral("-01"));
    return first.isValid() ? Month::of(first) : Month{};
}

/// "2023-04..2023-06"
MonthSpan span(const QString &text)
{
    const QStringList ends = text.split(QStringLiteral(".."));
    return {.from = month(ends.first()), .to = month(ends.last())};
}

QString named(const QStringList &words, const QString &name)
{
    for (const QString &word : words) {
        if (word.startsWith(name + u'='))
            return word.section(u'=', 1);
    }
    return {};
}

/// One part of the language that pension_cases.csv explains in its head.
void add(PensionRecord &record, const QString &part)
{
    const QStringList words = part.simplified().split(u' ');
    const QString from = words.value(1);
    const QString to = words.value(2);
    if (words.first().startsWith(u'P')) {
        InsuredPeriod period;
        period.category = Category(words.first().mid(1).toInt());
        period.acquiredOn = day(from);
        period.lostOn = day(to);
        period.acquiredFor = named(words, QStringLiteral("acq"));
        period.lostFor = named(words, QStringLiteral("loss"));
        period.acquiredNotifiedOn = day(named(words, QStringLiteral("told")));
        period.lostNotifiedOn = day(named(words, QStringLiteral("losttold")));
        period.changedOn = day(named(words, QStringLiteral("changed")));
        record.periods.append(period);
    } else if (words.first().startsWith(u'E')) {
        Exemption exemption;
        exemption.kind = ExemptionKind(words.first().mid(1).toInt());
        exemption.result = ResultState(from.toInt());
        exemption.approved = {.from = month(to), .to = month(words.value(3))};
        exemption.cancelled = span(named(words, QStringLiteral("cancel")));
        record.exemptions.append(exemption);
    } else if (words.first() == u'L') {
        LegalExemption legal;
        legal.from = day(from);
        legal.endedOn = day(to);
        record.legal.append(legal);
    } else if (words.first() == u'M') {
        Maternity maternity;
        maternity.birthOn = day(from);
        maternity.multiple = to.toInt() > 1;
        record.maternities.append(maternity);
    } else if (words.first() == u'A') {
        Additional additional;
        additional.appliedOn = day(from);
        additional.from = day(from);
        additional.endedOn = day(to);
        additional.result = ResultState::Approved;
        record.additional.append(additional);
    } else {
        QFAIL(qPrintable(QStringLiteral("no such part: ") + part));
    }
}

PensionRecord recordOf(const QString &given)
{
    PensionRecord record;
    record.person = {1};
    for (const QString &part : given.split(u';'))
        add(record, part);
    return record;
}

QString written(Month each)
{
    return each.isValid() ? QStringLiteral("%1-%2")
                                .arg(each.year, 4, 10, QLatin1Char('0'))
                                .arg(each.month, 2, 10, QLatin1Char('0'))
                          : QStringLiteral("-");
}

QString written(const MonthSpan &months)
{
    return written(months.from) + QStringLiteral("..") + written(months.to);
}

QString name(MonthState state)
{
    static const QStringList names = {
        QStringLiteral("NotInsured"), QStringLiteral("First"),     QStringLiteral("Second"),
        QStringLiteral("Third"),      QStringLiteral("Voluntary"), QStringLiteral("FullExempt"),
        QStringLiteral("PartExempt"), QStringLiteral("Deferred"),  QStringLiteral("Student"),
        QStringLiteral("Maternity"),  QStringLiteral("Gap"),
    };
    return names.value(static_cast<int>(state));
}

QString name(Irregularity::Kind kind)
{
    static const QStringList names = {QStringLiteral("Gap"),
                                      QStringLiteral("Overlap"),
                                      QStringLiteral("EndsBeforeBegin"),
                                      QStringLiteral("ExemptOutsideFirst"),
                                      QStringLiteral("LateNotice"),
                                      QStringLiteral("BeginUnknown")};
    return names.value(static_cast<int>(kind));
}

QString written(const Timeline &timeline)
{
    QStringList spans;
    for (const TimelineSpan &one : timeline.spans)
        spans.append(written(one.months) + u' ' + name(one.state) +
                     (one.additional ? QStringLiteral("+") : QString()));
    QStringList faults;
    for (const Irregularity &one : timeline.irregularities)
        faults.append(name(one.kind) + u' ' + written(one.months) +
                      (one.days > 0 ? u' ' + QString::number(one.days) : QString()));
    return (spans.join(QStringLiteral("; ")) + QStringLiteral(" | ") +
            faults.join(QStringLiteral("; ")))
        .trimmed();
}

PensionRecord sinceTwenty(QDate begin)
{
    PensionRecord record;
    record.person = {1};
    record.periods = {InsuredPeriod()};
    record.periods.first().acquiredOn = begin;
    return record;
}

} // namespace

/// The months of a record: 国民年金法 第7条 to 第11条の2 (requirements/pension.md 3).
class TestTimeline final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cases_data();
    void cases();
    void countsAddUp();
    void anOpenOverlapGoesOn();
    void lossIsNotifiedFromTheDayOfTheFact();
    void withdrawalOfAdditionalWorksAMonthBack();
    void aCancelledLegalExemptionNeverWas();
    void aPeriodWithoutItsBeginningIsSaid();
    void cannotBeReadIsEmpty();
    void anythingRecordedIsWithoutHoles();
};

void TestTimeline::cases_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("born");
    QTest::addColumn<QString>("today");
    QTest::addColumn<QString>("expect");
    int count = 0;
    for (const auto &one : support::cases("pension_cases")) {
        if (one.text("rule") != QStringLiteral("timeline"))
            continue;
        ++count;
        QTest::newRow(one.name().constData())
            << one.text("given") << one.text("born") << one.text("day") << one.text("expect");
    }
    QVERIFY(count >= 30);
}

void TestTimeline::cases()
{
    QFETCH(QString, given);
    QFETCH(QString, born);
    QFETCH(QString, today);
    QFETCH(QString, expect);
    QCOMPARE(written(timelineOf(recordOf(given), day(born), day(today))), expect);
}

void TestTimeline::countsAddUp()
{
    const auto record = recordOf(QStringLiteral(
        "P1 2022-07-01 2024-10-01 acq=1; E1 1 2022-07 2023-06; E4 1 2023-07 2023-09; "
        "E5 1 2023-10 2023-11; E6 1 2023-12 2023-12; M 2024-03-05 1; "
        "P2 2024-12-20 -"));
    const Timeline timeline = timelineOf(record, QDate(2002, 7, 2), QDate(2025, 1, 15));
    QCOMPARE(written(timeline),
             QStringLiteral("2022-07..2023-06 FullExempt; 2023-07..2023-09 PartExempt; "
                            "2023-10..2023-11 Deferred; 2023-12..2023-12 Student; "
                            "2024-01..2024-01 First; 2024-02..2024-05 Maternity; "
                            "2024-06..2024-09 First; 2024-10..2024-11 Gap; "
                            "2024-12..2025-01 Second | Gap 2024-10..2024-11"));
    QCOMPARE(timeline.monthsFirst, 27); // July 2022 to September 2024
    QCOMPARE(timeline.monthsExempt, 15);
    QCOMPARE(timeline.monthsDeferred, 3);
    QCOMPARE(timeline.monthsMissing, 2);
}

void TestTimeline::anOpenOverlapGoesOn()
{
    const auto record = recordOf(QStringLiteral("P1 2022-07-01 - acq=1; P2 2024-04-01 -"));
    const Timeline timeline = timelineOf(record, QDate(2002, 7, 2), QDate(2024, 5, 1));
    QCOMPARE(timeline.irregularities.size(), 1);
    QCOMPARE(timeline.irregularities.first().kind, Irregularity::Kind::Overlap);
    QCOMPARE(timeline.irregularities.first().months.from, (Month{2024, 4}));
    // 第1号 ends with 60 by itself (2062-07-01), so the overlap does.
    QCOMPARE(timeline.irregularities.first().months.to, (Month{2062, 6}));
}

void TestTimeline::lossIsNotifiedFromTheDayOfTheFact()
{
    // Moved abroad on 1 April, lost on the 2nd: the fourteen days end on the 15th.
    const QString given = QStringLiteral("P1 2022-07-01 2026-04-02 acq=1 loss=%1 losttold=%2");
    const auto late = [&given](const char16_t *code, const char16_t *told) {
        const auto record = recordOf(given.arg(QString::fromUtf16(code), QString::fromUtf16(told)));
        const Timeline timeline = timelineOf(record, QDate(2002, 7, 2), QDate(2026, 4, 30));
        int days = 0;
        for (const Irregularity &one : timeline.irregularities) {
            if (one.kind == Irregularity::Kind::LateNotice)
                days += one.days;
        }
        return days;
    };
    QCOMPARE(late(u"2", u"2026-04-15"), 0);
    QCOMPARE(late(u"2", u"2026-04-16"), 1);
    QCOMPARE(late(u"10", u"2026-04-16"), 0);
    QCOMPARE(late(u"10", u"2026-04-17"), 1);
    QCOMPARE(late(u"3", u"2026-04-30"), 0);
}

void TestTimeline::withdrawalOfAdditionalWorksAMonthBack()
{
    auto record = sinceTwenty(QDate(2022, 7, 1));
    Additional additional;
    additional.from = QDate(2022, 9, 1);
    additional.declinedOn = QDate(2023, 4, 3);
    additional.result = ResultState::Approved;
    record.additional = {additional};
    const auto additionalMonths = [&record] {
        QString found;
        const Timeline timeline = timelineOf(record, QDate(2002, 7, 2), QDate(2023, 6, 1));
        for (const TimelineSpan &one : timeline.spans)
            found += one.additional ? written(one.months) : QString();
        return found;
    };
    // 第87条の2第3項: from the month before the withdrawal on, March, it is not paid.
    QCOMPARE(additionalMonths(), QStringLiteral("2022-09..2023-02"));
    record.additional.first().result = ResultState::Pending;
    QCOMPARE(additionalMonths(), QString());
}

void TestTimeline::aCancelledLegalExemptionNeverWas()
{
    auto record = sinceTwenty(QDate(2022, 7, 1));
    LegalExemption legal;
    legal.from = QDate(2022, 9, 1);
    record.legal = {legal};
    Timeline timeline = timelineOf(record, QDate(2002, 7, 2), QDate(2023, 6, 1));
    QCOMPARE(timeline.monthsExempt, 11); // August 2022 to June 2023
    record.legal.first().cancelledOn = QDate(2023, 1, 1);
    timeline = timelineOf(record, QDate(2002, 7, 2), QDate(2023, 6, 1));
    QCOMPARE(timeline.monthsExempt, 0);
}

void TestTimeline::aPeriodWithoutItsBeginningIsSaid()
{
    auto record = sinceTwenty(QDate(2023, 4, 1));
    InsuredPeriod before;
    before.category = Category::Second;
    before.lostOn = QDate(2023, 4, 1);
    record.periods.prepend(before);
    const Timeline timeline = timelineOf(record, QDate(2002, 7, 2), QDate(2023, 6, 1));
    QCOMPARE(timeline.irregularities.size(), 2);
    const Irregularity &said = timeline.irregularities.first();
    QCOMPARE(said.kind, Irregularity::Kind::BeginUnknown);
    QVERIFY(!said.months.from.isValid());
    QCOMPARE(said.months.to, (Month{2023, 4}));
    QCOMPARE(timeline.irregularities.last().kind, Irregularity::Kind::Gap);
}

void TestTimeline::cannotBeReadIsEmpty()
{
    const auto record = sinceTwenty(QDate(2022, 7, 1));
    for (const auto &[born, today] :
         {std::pair{QDate(), QDate(2026, 1, 1)}, std::pair{QDate(2002, 7, 2), QDate()},
          std::pair{QDate(2030, 7, 2), QDate(2026, 1, 1)},
          std::pair{QDate(-500, 7, 2), QDate(2026, 1, 1)}}) {
        const Timeline timeline = timelineOf(record, born, today);
        QVERIFY(timeline.spans.isEmpty());
        QVERIFY(timeline.irregularities.isEmpty());
    }
    // Nobody's file knows of the person: all of the duty is missing.
    PensionRecord nothing;
    QCOMPARE(timelineOf(nothing, QDate(2004, 4, 2), QDate(2024, 6, 1)).monthsMissing, 3);
}

void TestTimeline::anythingRecordedIsWithoutHoles()
{
    QRandomGenerator random(20261121);
    const QDate born(1980, 5, 17);
    const QDate today(2026, 11, 21);
    const auto someDay = [&random, born] {
        return random.bounded(8) == 0 ? QDate() : born.addDays(random.bounded(365 * 70));
    };
    const auto someMonths = [&someDay] {
        const QDate from = someDay();
        const QDate to = someDay();
        return MonthSpan{.from = from.isValid() ? Month::of(from) : Month{},
                         .to = to.isValid() ? Month::of(to) : Month{}};
    };
    for (int round = 0; round < 500; ++round) {
        PensionRecord record;
        for (int i = random.bounded(6); i > 0; --i) {
            InsuredPeriod period;
            period.category = Category(random.bounded(1, 6));
            period.acquiredOn = someDay();
            period.lostOn = someDay();
            period.acquiredNotifiedOn = someDay();
            period.lostNotifiedOn = someDay();
            if (random.bounded(4) == 0)
                period.changedOn = someDay();
            record.periods.append(period);
        }
        for (int i = random.bounded(4); i > 0; --i) {
            Exemption exemption;
            exemption.kind = ExemptionKind(random.bounded(1, 7));
            exemption.result = ResultState(random.bounded(5));
            exemption.approved = someMonths();
            exemption.cancelled = someMonths();
            record.exemptions.append(exemption);
        }
        const Timeline timeline = timelineOf(record, born, today);
        QVERIFY(!timeline.spans.isEmpty());
        // 20 is reached on 16 May 2000.
        Month next{2000, 5};
        for (const TimelineSpan &one : timeline.spans) {
            QCOMPARE(one.months.from, next);
            QVERIFY(one.months.to >= one.months.from);
            next = one.months.to.plus(1);
        }
        QCOMPARE(next, (Month{2026, 12}));
        int gaps = 0;
        for (const Irregularity &one : timeline.irregularities) {
            if (one.kind == Irregularity::Kind::Gap)
                gaps += one.months.to.index() - one.months.from.index() + 1;
        }
        QCOMPARE(gaps, timeline.monthsMissing);
    }
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
