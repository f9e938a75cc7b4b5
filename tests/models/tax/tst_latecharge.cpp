#include "support/cases.h"
#include "tax/latecharge.h"

#include <QTest>

using namespace tax;

namespace {

QDate day(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

Relief reliefNamed(const QString &name)
{
    if (name == QStringLiteral("postponed"))
        return Relief::Postponed;
    if (name == QStringLiteral("sale-deferred"))
        return Relief::SaleDeferred;
    return name == QStringLiteral("stopped") ? Relief::Stopped : Relief::Reduced;
}

LateChargeCase caseFrom(const support::Case &one)
{
    LateChargeCase input;
    input.principalYen = one.text("principal").toLongLong();
    input.dueOn = day(one.text("due"));
    input.payOn = day(one.text("pay"));
    for (const QString &part : one.text("payments").split(u';', Qt::SkipEmptyParts)) {
        Payment payment;
        payment.receivedOn = day(part.section(u':', 0, 0));
        payment.principalYen = part.section(u':', 1, 1).toLongLong();
        input.payments.append(payment);
    }
    for (const QString &part : one.text("reliefs").split(u';', Qt::SkipEmptyParts)) {
        input.reliefs.append({reliefNamed(part.section(u':', 0, 0)), day(part.section(u':', 1, 1)),
                              day(part.section(u':', 2, 2)), part.section(u':', 3, 3)});
    }
    return input;
}

tables::Table shipped()
{
    const auto table = tables::Table::load(QStringLiteral("late_charge_rates"));
    return table ? *table : tables::Table();
}

QString parts(const LateChargeWorking &working)
{
    QStringList yen;
    for (const LateChargeLine &line : working.lines)
        yen.append(QString::number(line.yen));
    return yen.join(u'+');
}

LateChargeCase plain()
{
    LateChargeCase input;
    input.principalYen = 100000;
    input.dueOn = QDate(2024, 7, 31);
    input.payOn = QDate(2025, 1, 31);
    return input;
}

} // namespace

/// 延滞金: tests/data/late_charge_cases.csv, whose values come from collections.md 2.1,
/// municipal-facts.md 6.9 and a calculation day by day in exact fractions.
class TestLateCharge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cases_data();
    void cases();
    void eachLineTellsItsFigures();
    void everyCaseSaysWhereItComesFrom();
    void aYearThatIsMissingIsRefused();
    void reliefBeforeItsRatesAreKnownIsRefused();
    void anotherTableGivesAnotherCharge();
    void aTableWithNonsenseIsRefused();
    void impossibleCasesAreRefused_data();
    void impossibleCasesAreRefused();
    void saysWhyThereIsNone();
};

void TestLateCharge::cases_data()
{
    QTest::addColumn<int>("number");
    const auto all = support::cases("late_charge_cases");
    QVERIFY(all.size() >= 40);
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name().constData()) << i;
}

void TestLateCharge::cases()
{
    QFETCH(int, number);
    const auto one = support::cases("late_charge_cases").at(number);
    const auto working = lateCharge(caseFrom(one), shipped());
    QVERIFY2(working, working ? "" : qPrintable(working.error().detail));
    QCOMPARE(parts(*working), one.text("parts"));
    QCOMPARE(QString::number(working->sumYen), one.text("sum"));
    QCOMPARE(QString::number(working->chargeYen), one.text("charge"));
    QCOMPARE(working->tableVersion, shipped().version());
    // The days of the lines follow on from each other, from the day after the due day.
    QDate next = caseFrom(one).dueOn.addDays(1);
    for (const LateChargeLine &line : working->lines) {
        QCOMPARE(line.from, next);
        QCOMPARE(qint64(line.days), line.from.daysTo(line.to) + 1);
        QCOMPARE(line.from.year(), line.to.year());
        next = line.to.addDays(1);
    }
}

void TestLateCharge::eachLineTellsItsFigures()
{
    // collections.md 2.1, vector 2.
    const auto working = lateCharge(plain(), shipped());
    QVERIFY(working);
    QCOMPARE(working->lines.size(), 3);
    const LateChargeLine &first = working->lines.at(0);
    QCOMPARE(first.from, QDate(2024, 8, 1));
    QCOMPARE(first.to, QDate(2024, 8, 31));
    QCOMPARE(first.days, 31);
    QCOMPARE(first.baseYen, 100000);
    QCOMPARE(first.rateBasisPoints, 240);
    QCOMPARE(first.why, QStringLiteral("first-month"));
    QCOMPARE(first.yen, 203);
    QCOMPARE(working->lines.at(1).why, QStringLiteral("later"));
    QCOMPARE(working->lines.at(1).days, 122);
    QCOMPARE(working->lines.at(2).from, QDate(2025, 1, 1));
    QCOMPARE(working->chargeYen, 3800);
    QVERIFY(working->why.isEmpty());
}

void TestLateCharge::everyCaseSaysWhereItComesFrom()
{
    for (const auto &one : support::cases("late_charge_cases"))
        QVERIFY2(!one.text("source").isEmpty(), one.name().constData());
}

void TestLateCharge::aYearThatIsMissingIsRefused()
{
    LateChargeCase input = plain();
    input.payOn = QDate(2026, 12, 31);
    QVERIFY(lateCharge(input, shipped()));
    input.payOn = QDate(2027, 1, 1);
    const auto later = lateCharge(input, shipped());
    QVERIFY(!later);
    QCOMPARE(later.error().code, base::ErrorCode::TableYearMissing);
    QVERIFY(later.error().detail.contains(QStringLiteral("2027-01-01")));
    input = plain();
    input.dueOn = QDate(1999, 6, 30);
    const auto before = lateCharge(input, shipped());
    QVERIFY(!before);
    QCOMPARE(before.error().code, base::ErrorCode::TableYearMissing);
}

void TestLateCharge::reliefBeforeItsRatesAreKnownIsRefused()
{
    LateChargeCase input = plain();
    input.dueOn = QDate(2012, 6, 30);
    input.payOn = QDate(2013, 6, 30);
    QVERIFY(lateCharge(input, shipped()));
    input.reliefs.append(
        {Relief::SaleDeferred, QDate(2012, 10, 1), QDate(2012, 12, 31), QStringLiteral("x")});
    const auto working = lateCharge(input, shipped());
    QVERIFY(!working);
    QCOMPARE(working.error().code, base::ErrorCode::TableYearMissing);
}

void TestLateCharge::anotherTableGivesAnotherCharge()
{
    // A rate of the year, a city's rule for 執行停止: both in the table, no build needed.
    const QByteArray bytes = "valid_from,valid_to,source,name,value\n"
                             "2024-01-01,2025-12-31,x,first_month,365\n"
                             "2024-01-01,2024-12-31,x,later,730\n"
                             "2025-01-01,2025-12-31,x,later,1460\n"
                             ",,x,stopped,ordinary\n";
    const auto table = tables::Table::parse(QStringLiteral("late_charge_rates"), bytes);
    QVERIFY(table);
    LateChargeCase input = plain();
    // 31 days at 3.65 % = 310; 122 at 7.3 % = 2,440; 31 at 14.6 % = 1,240.
    auto working = lateCharge(input, *table);
    QVERIFY(working);
    QCOMPARE(parts(*working), QStringLiteral("310+2440+1240"));
    QCOMPARE(working->chargeYen, 3900);
    QVERIFY(working->tableVersion != shipped().version());
    input.reliefs.append({Relief::Stopped, QDate(2024, 8, 1), {}, {}});
    working = lateCharge(input, *table);
    QVERIFY(working);
    QCOMPARE(working->chargeYen, 3900);
}

void TestLateCharge::aTableWithNonsenseIsRefused()
{
    for (const QByteArray &bytes :
         {QByteArrayLiteral("valid_from,valid_to,source,name\n,,x,later\n"),
          QByteArrayLiteral("valid_from,valid_to,source,name,value\n,,x,first_month,2.4%\n"),
          QByteArrayLiteral("valid_from,valid_to,source,name,value\n,,x,first_month,-1\n")}) {
        const auto table = tables::Table::parse(QStringLiteral("late_charge_rates"), bytes);
        QVERIFY(table);
        const auto working = lateCharge(plain(), *table);
        QVERIFY(!working);
        QCOMPARE(working.error().code, base::ErrorCode::TableUnreadable);
    }
}

void TestLateCharge::impossibleCasesAreRefused_data()
{
    QTest::addColumn<int>("which");
    for (const int which : {0, 1, 2, 3, 4, 5, 6, 7})
        QTest::addRow("%d", which) << which;
}

void TestLateCharge::impossibleCasesAreRefused()
{
    QFETCH(int, which);
    LateChargeCase input = plain();
    Payment payment;
    payment.receivedOn = QDate(2024, 9, 1);
    payment.principalYen = 1000;
    switch (which) {
    case 0:
        input.principalYen = -1;
        break;
    case 1:
        input.principalYen = std::numeric_limits<qint64>::max();
        break;
    case 2:
        input.dueOn = {};
        break;
    case 3:
        input.payOn = {};
        break;
    case 4:
        payment.principalYen = -1;
        break;
    case 5:
        payment.receivedOn = {};
        break;
    case 6:
        input.reliefs.append({Relief::Stopped, {}, {}, {}});
        break;
    default:
        input.reliefs.append({Relief::Stopped, QDate(2024, 9, 2), QDate(2024, 9, 1), {}});
    }
    input.payments.append(payment);
    const auto working = lateCharge(input, shipped());
    QVERIFY(!working);
    QCOMPARE(working.error().code, base::ErrorCode::ArgumentWrong);
}

void TestLateCharge::saysWhyThereIsNone()
{
    LateChargeCase input = plain();
    input.payOn = input.dueOn;
    QCOMPARE(lateCharge(input, shipped())->why, QStringLiteral("not-late"));
    input = plain();
    input.principalYen = 1999;
    QCOMPARE(lateCharge(input, shipped())->why, QStringLiteral("base-below-2000"));
    input.principalYen = 0;
    QCOMPARE(lateCharge(input, shipped())->why, QStringLiteral("nothing-owed"));
    input.principalYen = 20000;
    QCOMPARE(lateCharge(input, shipped())->why, QStringLiteral("charge-below-1000"));
}

QTEST_GUILESS_MAIN(TestLateCharge)
#include "tst_latecharge.moc"
