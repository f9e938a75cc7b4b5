#include "models/tax/taxcases.h"

#include <QTest>

using namespace tax;
using namespace taxcases;

namespace {

constexpr int cityTotalItem = 152;

/// The same as the city holds it; the amounts are those of municipal-facts.md 6.7.
Assessment assessed()
{
    Assessment one;
    one.fiscalYear = 2025;
    one.amounts = {{26, 5'000'000}, {28, 3'560'000}, {61, 3'560'000}, {73, 1},
                   {87, 750'000},   {95, 330'000},   {112, 430'000},  {113, 1'510'000},
                   {148, 121'500},  {149, 3000},     {150, 81'000},   {151, 1000},
                   {152, 207'500},  {131, 1500},     {132, 1000}};
    for (int i = 1; i <= 4; ++i) {
        Instalment part;
        part.number = i;
        part.yen = i == 1 ? 54'500 : 51'000;
        one.instalments.append(part);
    }
    return one;
}

QStringList codes(const QList<Contradiction> &found)
{
    QStringList all;
    for (const Contradiction &one : found)
        all.append(one.code);
    return all;
}

} // namespace

/// An assessment as a case for the calculator, and held against itself. Amounts are those of
/// municipal-facts.md 6.7 and tests/data/tax_cases.csv.
class TestContradictions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnAssessment();
    void namesWhatLiesOutside();
    void explainsWithoutABirthdayAndWithALoss();
    void findsNothingInASoundAssessment();
    void findsContradictions();
    void fatherAndMotherAreBothTried();
};

void TestContradictions::readsAnAssessment()
{
    const CaseOfAssessment made = caseOf(assessed(), QDate(1980, 5, 5));
    QVERIFY(made.outside.isEmpty());
    QCOMPARE(made.input.salaryYen, 5'000'000);
    QCOMPARE(made.input.socialInsuranceYen, 750'000);
    QCOMPARE(made.input.spouse, SpouseKind::Ordinary);
    const auto done = computeTax(made.input, shipped());
    QVERIFY(done);
    QCOMPARE(done->yearYen, 207'500);
}

void TestContradictions::namesWhatLiesOutside()
{
    const QList<std::pair<int, QString>> items = {
        {47, QStringLiteral("separate-income")}, {17, QStringLiteral("business-income")},
        {38, QStringLiteral("variable-income")}, {63, QStringLiteral("losses")},
        {127, QStringLiteral("family-workers")}, {36, QStringLiteral("specific-expenses")},
        {120, QStringLiteral("tax-treaty")},     {123, QStringLiteral("house-only")}};
    for (const auto &[item, code] : items) {
        Assessment one = assessed();
        one.amounts.insert(item, 1);
        QVERIFY2(caseOf(one, QDate(1980, 5, 5)).outside.contains(code), qPrintable(code));
        QVERIFY(!codes(contradictionsIn(one, QDate(1980, 5, 5), shipped()))
                     .contains(QStringLiteral("calculator")));
    }
    Assessment undeclared;
    undeclared.fiscalYear = 2025;
    undeclared.undeclared = true;
    QCOMPARE(caseOf(undeclared, QDate(1980, 5, 5)).outside,
             QList<QString>{QStringLiteral("undeclared")});
    QVERIFY(contradictionsIn(undeclared, QDate(1980, 5, 5), shipped()).isEmpty());
}

/// Both are common and both are outside the rules: said so, and the rest is explained all the same.
void TestContradictions::explainsWithoutABirthdayAndWithALoss()
{
    const CaseOfAssessment ageless = caseOf(assessed(), {});
    QCOMPARE(ageless.outside, QList<QString>{QStringLiteral("age-unknown")});
    const auto done = computeTax(ageless.input, shipped());
    QVERIFY(done);
    QCOMPARE(done->yearYen, 207'500);
    QVERIFY(contradictionsIn(assessed(), {}, shipped()).isEmpty());

    Assessment loss = assessed();
    loss.amounts.insert(17, -300'000); // 営業所得
    loss.amounts[61] -= 300'000;
    const CaseOfAssessment lost = caseOf(loss, QDate(1980, 5, 5));
    QVERIFY(lost.outside.contains(QStringLiteral("business-income")));
    QVERIFY(lost.outside.contains(QStringLiteral("loss-of-the-year")));
    QVERIFY(computeTax(lost.input, shipped()));
    QVERIFY(contradictionsIn(loss, QDate(1980, 5, 5), shipped()).isEmpty());
}

void TestContradictions::findsNothingInASoundAssessment()
{
    QCOMPARE(codes(contradictionsIn(assessed(), QDate(1980, 5, 5), shipped())), QStringList());
}

void TestContradictions::findsContradictions()
{
    const auto found = [](const Assessment &one) {
        return codes(contradictionsIn(one, QDate(1980, 5, 5), shipped()));
    };
    Assessment one = assessed();
    one.instalments.last().yen += 1000;
    QCOMPARE(found(one), QStringList{QStringLiteral("instalments-sum")});
    const auto sums = contradictionsIn(one, QDate(1980, 5, 5), shipped());
    QCOMPARE(sums.first().storedYen, 208'500);
    QCOMPARE(sums.first().expectedYen, 207'500);
    one = assessed();
    one.amounts[113] -= 10'000;
    QVERIFY(found(one).contains(QStringLiteral("deductions-sum")));
    one = assessed();
    one.amounts[61] += 1;
    QCOMPARE(found(one), QStringList{QStringLiteral("income-sum")});
    one = assessed();
    one.amounts[cityTotalItem] += 500;
    one.instalments.first().yen += 500;
    QCOMPARE(found(one), QStringList({QStringLiteral("year-tax"), QStringLiteral("calculator")}));
    // The sum of social insurance is smaller than what the tax was worked out from.
    one = assessed();
    one.amounts[87] -= 50'000;
    one.amounts[113] -= 50'000;
    QCOMPARE(found(one), QStringList{QStringLiteral("calculator")});
    const auto worked = contradictionsIn(one, QDate(1980, 5, 5), shipped());
    QCOMPARE(worked.first().storedYen, 207'500);
    QCOMPARE(worked.first().expectedYen, 212'500); // 50,000 more taxable at 10 %
}

void TestContradictions::fatherAndMotherAreBothTried()
{
    Assessment one;
    one.fiscalYear = 2026;
    for (const char *name : {"single mother with a student", "single father with a small child"}) {
        for (const auto &known : support::cases("tax_cases")) {
            if (known.text("case") != QLatin1StringView(name))
                continue;
            const auto yen = [&known](const char *column) {
                return known.text(column).toLongLong();
            };
            one.amounts = {{26, yen("salary")},
                           {28, yen("total")},
                           {61, yen("total")},
                           {77, yen("dependants19")},
                           {79, yen("dependants_under16")},
                           {87, yen("social")},
                           {98, yen("dependants19") * 450'000},
                           {112, 430'000},
                           {113, yen("deductions")},
                           {148, yen("city")},
                           {149, yen("city_flat")},
                           {150, yen("prefecture")},
                           {151, yen("prefecture_flat")},
                           {152, yen("year_tax")},
                           {158, 300'000}};
            one.instalments = {Instalment{.dueOn = {}, .yen = yen("year_tax")}};
            QCOMPARE(codes(contradictionsIn(one, QDate(1980, 5, 5), shipped())), QStringList());
        }
    }
    QVERIFY(one.amounts.value(152) > 0);
}

QTEST_GUILESS_MAIN(TestContradictions)
#include "tst_contradictions.moc"
