// links: madoguchi_app
#include "models/desk/fileworld.h"

#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QtTest>

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::Handmade;
using desk::Chart;
using desk::Right;
using desk::Rights;
namespace people = counterwork::people;

/// Pictures for the person at the counter: no paper without its row and its gate; paper once; what
/// became of it is noted.
class TestDeskCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRowStandsBeforeThePaper_data();
    void theRowStandsBeforeThePaper();
    void whatSpeaksAgainstItLeavesNoPaper();
    void aProtectedPersonNeedsTheReason();
    void originalsGoOnPaperOnly();
    void theOutcomeIsNoted();

private:
    [[nodiscard]] static desk::ChartOrder order(Chart chart)
    {
        return {.chart = chart,
                .draw = [](QPainter &painter, const QRectF &place) { painter.drawRect(place); },
                .printer = QStringLiteral("chart.pdf")};
    }
};

void TestDeskCharts::theRowStandsBeforeThePaper_data()
{
    QTest::addColumn<int>("chart");
    QTest::addColumn<QString>("procedure");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("purpose");
    QTest::newRow("arrears") << int(Chart::Arrears) << QStringLiteral("PrintArrears")
                             << QStringLiteral("収納情報ファイル") << QStringLiteral("payment");
    QTest::newRow("time line") << int(Chart::Timeline) << QStringLiteral("PrintTimeline")
                               << QStringLiteral("国民年金資格情報ファイル")
                               << QStringLiteral("pension");
}

void TestDeskCharts::theRowStandsBeforeThePaper()
{
    QFETCH(int, chart);
    QFETCH(QString, procedure);
    QFETCH(QString, file);
    QFETCH(QString, purpose);
    Handmade place(counterwork::fileWorld(), Rights(Right::ViewLedger) | Right::ViewPension, true);
    desk::ViewTax view(place.counter());
    const auto paper = view.printChart({.visit = place.visit(purpose), .person = {people::father}},
                                       order(Chart(chart)))
                           .result();
    QVERIFY(paper.has_value());
    const evidence::Row row = place.rows().last();
    QCOMPARE(paper->logRow, row.number);
    QCOMPARE(row.procedure, procedure);
    QCOMPARE(row.operation, evidence::Operation::Print);
    QCOMPARE(row.fileName, file);
    QCOMPARE(row.printer, QStringLiteral("chart.pdf"));
    QCOMPARE(row.copies, 1u);
    QCOMPARE(row.subjects.size(), 1);
    // The paper: one sheet, once.
    QTemporaryDir folder;
    QPdfWriter writer(folder.filePath(QStringLiteral("chart.pdf")));
    writer.setPageSize(QPageSize(QPageSize::A4));
    QCOMPARE(paper->document->pageCount(), 1);
    QVERIFY(paper->document->printOn(writer).has_value());
    QCOMPARE(codeOf(paper->document->printOn(writer)), ErrorCode::DocumentSpent);
}

void TestDeskCharts::whatSpeaksAgainstItLeavesNoPaper()
{
    Handmade place(counterwork::fileWorld(), Right::ViewPension, true);
    desk::ViewTax view(place.counter());
    const auto tried = [&](Chart chart, const desk::ChartOrder &what) {
        desk::ChartOrder wanted = what;
        wanted.chart = chart;
        return codeOf(view.printChart({.visit = place.visit(QStringLiteral("pension")),
                                       .person = {people::father}},
                                      wanted)
                          .result());
    };
    // 地方税法 第22条: the pension counter prints no arrears; the attempt is a row.
    QCOMPARE(tried(Chart::Arrears, order(Chart::Arrears)), ErrorCode::RightMissing);
    QCOMPARE(place.rows().last().outcome, evidence::Outcome::Refused);
    desk::ChartOrder noPrinter = order(Chart::Timeline);
    noPrinter.printer.clear();
    QCOMPARE(tried(Chart::Timeline, noPrinter), ErrorCode::PrinterMissing);
    for (const evidence::Row &row : place.rows())
        QVERIFY(row.operation != evidence::Operation::Print);
}

void TestDeskCharts::aProtectedPersonNeedsTheReason()
{
    Handmade place(counterwork::fileWorld(), Rights(Right::ViewPension) | Right::OpenRestricted,
                   true);
    desk::ViewTax view(place.counter());
    desk::FileRequest request{.visit = place.visit(QStringLiteral("pension")),
                              .person = {people::hidden}};
    QCOMPARE(codeOf(view.printChart(request, order(Chart::Timeline)).result()),
             ErrorCode::ReasonMissing);
    request.reason = QStringLiteral("本人が来庁し相談");
    QVERIFY(view.printChart(request, order(Chart::Timeline)).result().has_value());
    QCOMPARE(place.rows().last().reason, QStringLiteral("OpenRestricted"));
}

/// A file can be printed as often as one likes.
void TestDeskCharts::originalsGoOnPaperOnly()
{
    Handmade place(counterwork::fileWorld(), Right::ViewPension, false);
    desk::ViewTax view(place.counter());
    QCOMPARE(codeOf(view.printChart({.visit = place.visit(QStringLiteral("pension")),
                                     .person = {people::father}},
                                    order(Chart::Timeline))
                        .result()),
             ErrorCode::PrinterMissing);
}

void TestDeskCharts::theOutcomeIsNoted()
{
    Handmade place(counterwork::fileWorld(), Right::ViewPension, true);
    desk::ViewTax view(place.counter());
    const desk::FileRequest request{.visit = place.visit(QStringLiteral("move")),
                                    .person = {people::father},
                                    .purpose = QStringLiteral("pension")};
    QVERIFY(view.chartPrinted(request, Chart::Timeline, {}).result().has_value());
    QCOMPARE(place.rows().last().procedure, QStringLiteral("PrintOutcome"));
    QCOMPARE(place.rows().last().outcome, evidence::Outcome::Done);
    QCOMPARE(place.rows().last().detail, QStringLiteral("PrintTimeline"));
    QCOMPARE(place.rows().last().fileName, QStringLiteral("国民年金資格情報ファイル"));
    QCOMPARE(place.rows().last().purpose, QStringLiteral("pension"));
    QCOMPARE(place.rows().last().subjects, (QList<base::SnapshotId>{{{people::father}, 0}}));
    QVERIFY(
        view.chartPrinted(request, Chart::Timeline, ErrorCode::PrintFailed).result().has_value());
    QCOMPARE(place.rows().last().outcome, evidence::Outcome::Failed);
    QCOMPARE(place.rows().last().reason, QStringLiteral("PrintFailed"));
}

QTEST_MAIN(TestDeskCharts)
#include "tst_deskcharts.moc"
