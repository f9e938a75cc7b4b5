#include "pension/exemptionrule.h"
#include "support/cases.h"

#include <QTest>

using namespace pension;

namespace {

QDate day(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

QString written(Month each)
{
    return QStringLiteral("%1-%2")
        .arg(each.year, 4, 10, QLatin1Char('0'))
        .arg(each.month, 2, 10, QLatin1Char('0'));
}

QString written(const MonthSpan &months)
{
    return months.from.isValid() ? written(months.from) + QStringLiteral("..") + written(months.to)
                                 : QStringLiteral("none");
}

const QStringList &kinds()
{
    static const QStringList all = {QStringLiteral("full"),     QStringLiteral("three_quarters"),
                                    QStringLiteral("half"),     QStringLiteral("quarter"),
                                    QStringLiteral("deferral"), QStringLiteral("student")};
    return all;
}

const QStringList &whos()
{
    static const QStringList all = {QStringLiteral("self"), QStringLiteral("spouse"),
                                    QStringLiteral("head")};
    return all;
}

/// "self=1370000/2/0/0/0/lost"
Tested person(const QString &text)
{
    const QStringList parts = text.section(u'=', 1).split(u'/');
    Tested one;
    one.who = Tested::Who(whos().indexOf(text.section(u'=', 0, 0)));
    one.incomeYen = parts.value(0).toLongLong();
    one.dependants = parts.value(1).toInt();
    one.dependantsElderly = parts.value(2).toInt();
    one.dependantsSpecific = parts.value(3).toInt();
    one.deductionsYen = parts.value(4).toLongLong();
    const QStringList flags = parts.value(5).split(u',');
    one.lostWork = flags.contains(QStringLiteral("lost"));
    one.undeclared = flags.contains(QStringLiteral("undeclared"));
    one.disabledOrWidowed = flags.contains(QStringLiteral("disabled"));
    return one;
}

ExemptionCase caseOf(const QString &given, const QString &born, const QString &applied)
{
    const QStringList words = given.split(u' ');
    ExemptionCase input;
    input.kind = ExemptionKind(kinds().indexOf(words.at(0)) + 1);
    input.month = Month::of(day(words.at(1) + QStringLiteral("-01")));
    input.bornOn = day(born);
    input.appliedOn = day(applied);
    for (qsizetype i = 2; i < words.size(); ++i)
        input.persons.append(person(words.at(i)));
    return input;
}

QString written(const ExemptionOpinion &opinion)
{
    static const QStringList outlooks = {QStringLiteral("Within"), QStringLiteral("Over"),
                                         QStringLiteral("Unknown"), QStringLiteral("Outside")};
    QStringList lines;
    for (const TestedLine &line : opinion.lines)
        lines.append(QStringLiteral("%1 %2/%3")
                         .arg(whos().at(static_cast<int>(line.who)))
                         .arg(line.limitYen)
                         .arg(line.countedYen));
    return QStringList{outlooks.at(static_cast<int>(opinion.outlook)),
                       opinion.why,
                       lines.join(u' '),
                       QString::number(opinion.incomeYear),
                       written(opinion.cycle),
                       written(opinion.earliest)}
        .join(u';');
}

tables::Table shipped()
{
    const auto table = tables::Table::load(QStringLiteral("pension_thresholds"));
    return table ? *table : tables::Table();
}

ExemptionCase plainCase()
{
    return caseOf(QStringLiteral("full 2025-08 self=0/0/0/0/0"), QStringLiteral("1996-03-03"),
                  QStringLiteral("2025-08-10"));
}

} // namespace

/// What incomes let expect of an exemption, and 産前産後 (municipal-facts.md 7.3). An aid: the word
/// approved appears nowhere.
class TestExemptionRule final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cases_data();
    void cases();
    void maternity_data();
    void maternity();
    void theCaseMayLeaveHisIncomeOut();
    void namesTheVersionOfTheTable();
    void eachLineSaysWhetherItIsWithin();
    void impossibleCasesAreRefused_data();
    void impossibleCasesAreRefused();
    void aYearWithoutALineIsRefused();
    void aBrokenTableIsRefused_data();
    void aBrokenTableIsRefused();
};

void TestExemptionRule::cases_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("born");
    QTest::addColumn<QString>("applied");
    QTest::addColumn<QString>("expect");
    int count = 0;
    for (const auto &one : support::cases("pension_cases")) {
        if (one.text("rule") != QStringLiteral("outlook"))
            continue;
        ++count;
        QTest::newRow(one.name().constData())
            << one.text("given") << one.text("born") << one.text("day") << one.text("expect");
    }
    QVERIFY(count >= 30);
}

void TestExemptionRule::cases()
{
    QFETCH(QString, given);
    QFETCH(QString, born);
    QFETCH(QString, applied);
    QFETCH(QString, expect);
    const auto opinion = exemptionOutlook(caseOf(given, born, applied), shipped());
    QVERIFY(opinion.has_value());
    QCOMPARE(written(*opinion), expect);
}

void TestExemptionRule::maternity_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expect");
    int count = 0;
    for (const auto &one : support::cases("pension_cases")) {
        if (one.text("rule") != QStringLiteral("maternity"))
            continue;
        ++count;
        QTest::newRow(one.name().constData()) << one.text("given") << one.text("expect");
    }
    QVERIFY(count >= 6);
}

void TestExemptionRule::maternity()
{
    QFETCH(QString, given);
    QFETCH(QString, expect);
    const MonthSpan months =
        maternityMonths(day(given.section(u' ', 0, 0)), given.section(u' ', 1).toInt() > 1);
    QCOMPARE(written(months), expect);
    QVERIFY(!maternityMonths(QDate(), true).from.isValid());
}

void TestExemptionRule::theCaseMayLeaveHisIncomeOut()
{
    auto input = caseOf(QStringLiteral("full 2025-08 self=5000000/0/0/0/0 head=5000000/0/0/0/0"),
                        QStringLiteral("1996-03-03"), QStringLiteral("2025-08-10"));
    input.lostWork = true;
    auto opinion = exemptionOutlook(input, shipped());
    QCOMPARE(opinion->outlook, ExemptionOpinion::Outlook::Over);
    QVERIFY(opinion->lines.at(0).within);
    QVERIFY(!opinion->lines.at(1).within);
    input.persons.removeLast();
    opinion = exemptionOutlook(input, shipped());
    QCOMPARE(opinion->outlook, ExemptionOpinion::Outlook::Within);
    QCOMPARE(opinion->why, QStringLiteral("lost-work"));
}

void TestExemptionRule::namesTheVersionOfTheTable()
{
    const auto table = shipped();
    QCOMPARE(exemptionOutlook(plainCase(), table)->tableVersion, table.version());
    QCOMPARE(table.version().size(), 16);
}

void TestExemptionRule::eachLineSaysWhetherItIsWithin()
{
    const auto opinion = exemptionOutlook(
        caseOf(QStringLiteral("quarter 2025-08 self=1680000/0/0/0/0 spouse=1680001/0/0/0/0 "
                              "head=0/0/0/0/0/undeclared"),
               QStringLiteral("1996-03-03"), QStringLiteral("2025-08-10")),
        shipped());
    QCOMPARE(opinion->lines.size(), 3);
    QVERIFY(opinion->lines.at(0).within);
    QVERIFY(!opinion->lines.at(1).within);
    QVERIFY(!opinion->lines.at(2).within);
}

void TestExemptionRule::impossibleCasesAreRefused_data()
{
    QTest::addColumn<ExemptionCase>("input");
    const auto with = [](auto change) {
        ExemptionCase input = plainCase();
        change(input);
        return input;
    };
    QTest::newRow("no month") << with([](ExemptionCase &c) { c.month = {}; });
    QTest::newRow("month 13") << with([](ExemptionCase &c) { c.month = {2025, 13}; });
    QTest::newRow("no application") << with([](ExemptionCase &c) { c.appliedOn = {}; });
    QTest::newRow("no birth") << with([](ExemptionCase &c) { c.bornOn = {}; });
    QTest::newRow("not yet born") << with([](ExemptionCase &c) { c.bornOn = {2025, 8, 11}; });
    QTest::newRow("no such kind") << with([](ExemptionCase &c) { c.kind = ExemptionKind(7); });
    QTest::newRow("nobody") << with([](ExemptionCase &c) { c.persons.clear(); });
    QTest::newRow("spouse alone") << with(
        [](ExemptionCase &c) { c.persons.first().who = Tested::Who::Spouse; });
    QTest::newRow("himself twice") << with([](ExemptionCase &c) { c.persons += c.persons; });
    QTest::newRow("negative dependants")
        << with([](ExemptionCase &c) { c.persons.first().dependants = -1; });
    QTest::newRow("a hundred dependants")
        << with([](ExemptionCase &c) { c.persons.first().dependants = 100; });
    QTest::newRow("more elderly than dependants")
        << with([](ExemptionCase &c) { c.persons.first().dependantsElderly = 1; });
    QTest::newRow("more special than dependants") << with([](ExemptionCase &c) {
        c.persons.first().dependants = 1;
        c.persons.first().dependantsElderly = 1;
        c.persons.first().dependantsSpecific = 1;
    });
    QTest::newRow("negative deductions")
        << with([](ExemptionCase &c) { c.persons.first().deductionsYen = -1; });
    QTest::newRow("an income beyond all sums") << with(
        [](ExemptionCase &c) { c.persons.first().incomeYen = std::numeric_limits<qint64>::max(); });
}

void TestExemptionRule::impossibleCasesAreRefused()
{
    QFETCH(ExemptionCase, input);
    const auto opinion = exemptionOutlook(input, shipped());
    QVERIFY(!opinion.has_value());
    QCOMPARE(opinion.error().code, base::ErrorCode::ArgumentWrong);
}

void TestExemptionRule::aYearWithoutALineIsRefused()
{
    auto input = plainCase();
    input.month = {2016, 6};
    input.appliedOn = QDate(2016, 6, 10);
    const auto before = exemptionOutlook(input, shipped());
    QVERIFY(!before.has_value());
    QCOMPARE(before.error().code, base::ErrorCode::TableYearMissing);
    // Whether 納付猶予 goes on after June 2030 is not settled in the table.
    input.kind = ExemptionKind::Deferral;
    input.month = {2030, 7};
    input.appliedOn = QDate(2030, 7, 10);
    QCOMPARE(exemptionOutlook(input, shipped()).error().code, base::ErrorCode::TableYearMissing);
}

void TestExemptionRule::aBrokenTableIsRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("words for a sum")
        << QByteArray(",,x,full,much,350000,350000,350000,350000,0,no,yes,yes,,7");
    QTest::newRow("an empty sum") << QByteArray(
        ",,x,full,320000,,350000,350000,350000,0,no,yes,yes,,7");
    QTest::newRow("a negative sum")
        << QByteArray(",,x,full,-1,350000,350000,350000,350000,0,no,yes,yes,,7");
    QTest::newRow("maybe") << QByteArray(
        ",,x,full,320000,350000,350000,350000,350000,0,maybe,yes,yes,,7");
    QTest::newRow("month 13") << QByteArray(
        ",,x,full,320000,350000,350000,350000,350000,0,no,yes,yes,,13");
    QTest::newRow("age 200") << QByteArray(
        ",,x,full,320000,350000,350000,350000,350000,0,no,yes,yes,200,7");
}

void TestExemptionRule::aBrokenTableIsRefused()
{
    QFETCH(QByteArray, line);
    const auto table = tables::Table::parse(
        QStringLiteral("pension_thresholds"),
        "valid_from,valid_to,source,kind,base_yen,own_yen,dependant_yen,elderly_yen,specific_yen,"
        "disabled_yen,deductions,spouse,head,below_age,cycle_month\n" +
            line + '\n');
    QVERIFY(table.has_value());
    const auto opinion = exemptionOutlook(plainCase(), *table);
    QVERIFY(!opinion.has_value());
    QCOMPARE(opinion.error().code, base::ErrorCode::TableUnreadable);
}

QTEST_GUILESS_MAIN(TestExemptionRule)
#include "tst_exemptionrule.moc"
