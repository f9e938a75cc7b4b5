#include "models/tax/taxcases.h"

#include <QFile>
#include <QTest>

#include <limits>
#include <numeric>

using namespace tax;
using namespace taxcases;

namespace {

/// municipal-facts.md 6.7, case A.
TaxCase worker()
{
    TaxCase input;
    input.fiscalYear = 2025;
    input.bornOn = QDate(1980, 5, 5);
    input.salaryYen = 5'000'000;
    input.socialInsuranceYen = 750'000;
    input.spouse = SpouseKind::Ordinary;
    return input;
}

tables::Table changed(const QString &name, const QByteArray &from, const QByteArray &to)
{
    QFile file(QStringLiteral(":/tables/%1.csv").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray bytes = file.readAll();
    if (!bytes.contains(from))
        return {};
    bytes.replace(from, to);
    const auto table = tables::Table::parse(name, bytes);
    return table ? *table : tables::Table();
}

} // namespace

/// 個人住民税: tests/data/tax_cases.csv, whose values come from municipal-facts.md 6.2 to 6.8 and a
/// calculation in exact arithmetic written from the articles.
class TestCalculator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cases_data();
    void cases();
    void incomesOfTheFacts_data();
    void incomesOfTheFacts();
    void linesCarryArticleAndArithmetic();
    void figuresOnlyAreTheSameFigures();
    void aYearThatIsMissingIsRefused();
    void impossibleCasesAreRefused();
    void doubtfulFactsChangeByTable();
    void theGradeOfTheCityIsATable();
    void everyCaseSaysWhereItComesFrom();
};

void TestCalculator::cases_data()
{
    QTest::addColumn<int>("number");
    const auto all = support::cases("tax_cases");
    QVERIFY(all.size() >= 40);
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name().constData()) << i;
}

void TestCalculator::cases()
{
    QFETCH(int, number);
    const auto one = support::cases("tax_cases").at(number);
    const auto done = computeTax(caseFrom(one), shipped());
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    const auto yen = [&one](const char *column) { return one.text(column).toLongLong(); };
    QCOMPARE(done->totalIncomeYen, yen("total"));
    QCOMPARE(done->deductionsYen, yen("deductions"));
    QCOMPARE(done->taxableYen, yen("taxable"));
    QCOMPARE(done->cityIncomeYen, yen("city"));
    QCOMPARE(done->prefectureIncomeYen, yen("prefecture"));
    QCOMPARE(done->cityFlatYen, yen("city_flat"));
    QCOMPARE(done->prefectureFlatYen, yen("prefecture_flat"));
    QCOMPARE(done->forestYen, yen("forest"));
    QCOMPARE(done->yearYen, yen("year_tax"));
    QCOMPARE(done->ordinary.size(), 4);
    QCOMPARE(done->ordinary.at(0), yen("first"));
    QCOMPARE(done->ordinary.at(1), yen("later"));
    QCOMPARE(done->salary.size(), 12);
    QCOMPARE(done->salary.at(0), yen("june"));
    QCOMPARE(done->salary.at(1), yen("july"));
    QCOMPARE(done->salary.at(2), yen("august"));
    QCOMPARE(std::accumulate(done->ordinary.begin(), done->ordinary.end(), qint64(0)),
             done->yearYen);
    QCOMPARE(std::accumulate(done->salary.begin(), done->salary.end(), qint64(0)), done->yearYen);
    QCOMPARE(done->outside.join(u' '), one.text("outside"));
}

void TestCalculator::incomesOfTheFacts_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<qint64>("salary");
    QTest::addColumn<qint64>("pension");
    QTest::addColumn<int>("born");
    QTest::addColumn<qint64>("expected");
    // municipal-facts.md 6.3 and 6.4, vectors [calc].
    const qint64 salaries[][3] = {
        {1'030'000, 480'000, 380'000},     {1'100'000, 550'000, 450'000},
        {1'625'000, 1'074'000, 975'000},   {1'800'000, 1'180'000, 1'150'000},
        {1'899'999, 1'247'200, 1'249'999}, {5'000'000, 3'560'000, 3'560'000},
        {6'599'999, 4'836'800, 4'836'800}};
    for (const auto &one : salaries) {
        QTest::addRow("R7 %lld", one[0]) << 2025 << one[0] << qint64(0) << 1980 << one[1];
        QTest::addRow("R8 %lld", one[0]) << 2026 << one[0] << qint64(0) << 1980 << one[2];
    }
    const qint64 pensions[][3] = {{1'580'000, 480'000, 1950},   {2'400'000, 1'300'000, 1950},
                                  {3'300'000, 2'200'000, 1950}, {10'000'000, 8'045'000, 1950},
                                  {1'299'999, 699'999, 1970},   {1'300'000, 700'000, 1970}};
    for (const auto &one : pensions)
        QTest::addRow("pension %lld", one[0])
            << 2026 << qint64(0) << one[0] << static_cast<int>(one[2]) << one[1];
}

void TestCalculator::incomesOfTheFacts()
{
    QFETCH(int, year);
    QFETCH(qint64, salary);
    QFETCH(qint64, pension);
    QFETCH(int, born);
    QFETCH(qint64, expected);
    TaxCase input;
    input.fiscalYear = year;
    input.bornOn = QDate(born, 6, 1);
    input.salaryYen = salary;
    input.pensionYen = pension;
    const auto done = computeTax(input, shipped());
    QVERIFY(done);
    QCOMPARE(done->totalIncomeYen, expected);
}

void TestCalculator::linesCarryArticleAndArithmetic()
{
    const auto done = computeTax(worker(), shipped());
    QVERIFY(done);
    QStringList order;
    for (const TaxLine &line : done->lines) {
        order.append(line.code);
        QVERIFY2(!line.article.isEmpty(), qPrintable(line.code));
    }
    QCOMPARE(order.join(u' '),
             QStringLiteral("salary-income total-income social-insurance-deduction "
                            "spouse-deduction basic-deduction deductions taxable city-rate "
                            "prefecture-rate adjustment-credit city-adjustment "
                            "prefecture-adjustment city-income prefecture-income city-flat "
                            "prefecture-flat forest year"));
    QCOMPARE(done->lines.first().how, QStringLiteral("5,000,000 ÷ 4 → 1,250,000 × 3.2 − 440,000"));
    // 人的控除差 5万 + 5万 less 5万 above 200万, 3 % and 2 % (municipal-facts.md 6.6).
    QCOMPARE(done->lines.at(9).yen, 2500);
    QCOMPARE(done->lines.at(10).yen, 1500);
    QCOMPARE(done->lines.at(7).yen, 123'000);
    QVERIFY(done->tableVersion.contains(shipped().rates.version()));
}

void TestCalculator::figuresOnlyAreTheSameFigures()
{
    const CalculatorTables tables = shipped();
    for (const auto &one : support::cases("tax_cases")) {
        const auto full = computeTax(caseFrom(one), tables);
        const auto plain = computeTax(caseFrom(one), tables, Working::FiguresOnly);
        QVERIFY(full && plain);
        QCOMPARE(plain->yearYen, full->yearYen);
        QCOMPARE(plain->outside, full->outside);
        QCOMPARE(plain->lines.size(), full->lines.size());
    }
}

void TestCalculator::aYearThatIsMissingIsRefused()
{
    TaxCase input = worker();
    for (const int year : {2020, 2027}) {
        input.fiscalYear = year;
        const auto done = computeTax(input, shipped());
        QVERIFY(!done);
        QCOMPARE(done.error().code, base::ErrorCode::TableYearMissing);
    }
}

void TestCalculator::impossibleCasesAreRefused()
{
    const auto refused = [](const TaxCase &input) {
        const auto done = computeTax(input, shipped());
        return !done && done.error().code == base::ErrorCode::ArgumentWrong;
    };
    TaxCase input = worker();
    input.salaryYen = -1;
    QVERIFY(refused(input));
    input.salaryYen = std::numeric_limits<qint64>::max();
    QVERIFY(refused(input));
    input = worker();
    input.bornOn = {};
    QVERIFY(refused(input));
    input.bornOn = QDate(2025, 1, 1);
    QVERIFY(refused(input));
    input = worker();
    input.dependants70 = -1;
    QVERIFY(refused(input));
    input = worker();
    input.specialRelativeIncomesYen = {-1};
    QVERIFY(refused(input));
}

void TestCalculator::doubtfulFactsChangeByTable()
{
    TaxCase input = worker();
    input.fiscalYear = 2026;
    input.spouseIncomeYen = 600'000;
    CalculatorTables tables = shipped();
    const auto before = computeTax(input, tables);
    QVERIFY(before);
    QCOMPARE(before->outside, QList<QString>{QStringLiteral("spouse-band-unknown")});
    tables.deductions =
        changed(QStringLiteral("tax_deductions"),
                "spouse_special,0,9000000,580001,649999,330000,0,spouse-band-unknown",
                "spouse_special,0,9000000,580001,649999,330000,50000,");
    tables.prepare();
    const auto after = computeTax(input, tables);
    QVERIFY(after);
    QVERIFY(after->outside.isEmpty());
    // Taxable 2,050,000: the least credit of 5万 gives way to 10万 - 5万, the same; below it
    // counts.
    QCOMPARE(after->yearYen, before->yearYen);
    input.socialInsuranceYen += 500'000;
    tables.prepare();
    const auto more = computeTax(input, tables);
    const auto less = computeTax(input, shipped());
    QVERIFY(more && less);
    QCOMPARE(less->yearYen - more->yearYen, 50'000 * 5 / 100);
}

void TestCalculator::theGradeOfTheCityIsATable()
{
    TaxCase input;
    input.fiscalYear = 2026;
    input.bornOn = QDate(1980, 1, 1);
    // municipal-facts.md 6.2: alone 45, 41.5 and 38万.
    const QList<std::pair<QByteArray, qint64>> grades = {
        {"1", 450'000}, {"2", 415'000}, {"3", 380'000}};
    for (const auto &[grade, limit] : grades) {
        CalculatorTables tables = shipped();
        tables.rates = changed(QStringLiteral("tax_rates"), "flat_grade,2,",
                               QByteArrayLiteral("flat_grade,") + grade + ",");
        tables.prepare();
        input.otherIncomeYen = limit;
        QCOMPARE(computeTax(input, tables)->yearYen, 0);
        input.otherIncomeYen = limit + 1;
        QCOMPARE(computeTax(input, tables)->yearYen, 5000);
    }
}

void TestCalculator::everyCaseSaysWhereItComesFrom()
{
    for (const auto &one : support::cases("tax_cases"))
        QVERIFY2(!one.text("source").isEmpty(), one.name().constData());
}

QTEST_GUILESS_MAIN(TestCalculator)
#include "tst_calculator.moc"
