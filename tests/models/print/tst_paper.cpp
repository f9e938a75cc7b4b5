// links: Qt6::PrintSupport
#include "models/print/household.h"
#include "models/print/wordsofpdf.h"

#include "print/press.h"

#include <QFile>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorCode;
using pdf::run;
using pdf::wordsOf;

namespace {

certificates::Content contentOf(const residents::HouseholdRecord &record,
                                certificates::Items items = {})
{
    auto request = household::everybody(record);
    request.items = items;
    const auto terms = certificates::Terms::load(household::today());
    return certificates::juminhyo(record, request, *terms, household::issuing());
}

} // namespace

class TestPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wordsStandWhereTheFormSays();
    void nothingStandsOutsideTheFrame();
    void eachCopyHasItsNumberOnEveryPage();
    void printsOnce();
    void anotherPaperIsRefusedAndNothingSpent();
    void theFileHoldsNoPersonalData();
    void theScaleIsTrueWhateverTheMargins();
    void aPrinterGetsTheSamePaper();
    void previewAndTrainingBearTheMark();
    void previewIsSharpAtAnySize();
    void theDayEndSheetBearsTheHead();

private:
    /// Prints on a real PDF and gives its path.
    QString printed(print::Document &document, const QString &name);

    std::unique_ptr<print::Press> m_press;
    QTemporaryDir m_folder;
};

void TestPaper::initTestCase()
{
    QVERIFY(m_folder.isValid());
    auto press = print::Press::open();
    QVERIFY(press.has_value());
    m_press = std::make_unique<print::Press>(std::move(*press));
    QVERIFY(!run(QStringLiteral("pdftotext"), {QStringLiteral("-v")}).isNull() ||
            QFile::exists(QStringLiteral("/usr/bin/pdftotext")));
}

QString TestPaper::printed(print::Document &document, const QString &name)
{
    const QString path = m_folder.filePath(name);
    QPdfWriter writer(path);
    writer.setResolution(1200);
    writer.setPageSize(QPageSize(QPageSize::A4));
    const auto done = document.printOn(writer);
    return done ? path : QString();
}

void TestPaper::wordsStandWhereTheFormSays()
{
    auto record = household::ofSize(4);
    record.members[1].snapshot.name.family = QStringLiteral("鈴木");
    const auto document =
        m_press->certificate(contentOf(record), {QStringLiteral("N 001")}, print::Register::Live);
    QVERIFY(document.has_value());
    const auto pages = wordsOf(printed(**document, QStringLiteral("where.pdf")));
    QCOMPARE(pages.size(), 1);
    // The grid of municipal-facts.md 5.2 on this form: columns of 4.65 mm from 12 mm, rows of 4.5
    // mm from 38.2 mm, 12 rows a person; 氏名 in rows 2 and 3, columns 7 to 24.
    const auto name = [](int person) {
        return QRectF(12 + 6 * 4.65, 38.2 + person * 54 + 4.5, 18 * 4.65, 9);
    };
    const QList<QPair<QString, QRectF>> expected{
        // The variant glyph is found under its base; see README.md of models/print.
        {QStringLiteral("渡邉"), name(0)},
        {QStringLiteral("太郎"), name(0)},
        {QStringLiteral("鈴木"), name(1)},
        {QStringLiteral("花子"), name(1)},
        {QStringLiteral("結衣"), name(3)},
        {QStringLiteral("昭和４３年２月３日"),
         QRectF(12 + 6 * 4.65, 38.2 + 5 * 4.5, 8 * 4.65, 4.5)},
        {QStringLiteral("令和元年５月１日"),
         QRectF(12 + 30 * 4.65, 38.2 + 2 * 4.5, 10 * 4.65, 4.5)},
        {QStringLiteral("この写しは、世帯全員の住民票の原本と相違ないことを証明する。"),
         QRectF(12, 254.2, 150, 12)},
        {QStringLiteral("令和８年１１月２０日"), QRectF(12, 262, 150, 12)},
    };
    for (const auto &[text, cell] : expected) {
        bool found = false;
        for (const auto &word : pages.first())
            found =
                found || (word.text == text && cell.contains(word.place.center()) &&
                          word.place.left() >= cell.left() && word.place.right() <= cell.right());
        QVERIFY2(found, qPrintable(text));
    }
}

void TestPaper::nothingStandsOutsideTheFrame()
{
    auto record = household::ofSize(5);
    record.members[1] = household::foreigner(2);
    const auto document = m_press->certificate(
        contentOf(record, certificates::Item::ForeignItems | certificates::Item::Domicile),
        {QStringLiteral("20261120 みどり野市 本庁1 プリンタ001 001")}, print::Register::Live);
    QVERIFY(document.has_value());
    const auto pages = wordsOf(printed(**document, QStringLiteral("frame.pdf")));
    QCOMPARE(pages.size(), 2);
    const QRectF frame(12, 4, 186, 290);
    for (const auto &page : pages) {
        QVERIFY(page.size() > 50);
        for (const auto &word : page)
            QVERIFY2(frame.contains(word.place), qPrintable(word.text));
    }
}

void TestPaper::eachCopyHasItsNumberOnEveryPage()
{
    const auto document =
        m_press->certificate(contentOf(household::ofSize(5)),
                             {QStringLiteral("20261120 X 011"), QStringLiteral("20261120 X 012"),
                              QStringLiteral("20261120 X 013")},
                             print::Register::Live);
    QVERIFY(document.has_value());
    const auto pages = wordsOf(printed(**document, QStringLiteral("copies.pdf")));
    QCOMPARE(pages.size(), 6);
    QStringList found;
    for (const auto &page : pages) {
        QStringList words;
        for (const auto &word : page) {
            if (word.place.top() > 288)
                words.append(word.text);
        }
        found.append(words.join(QLatin1Char(' ')));
    }
    QStringList expected;
    for (const auto *copy : {"011", "012", "013"}) {
        for (int page = 1; page <= 2; ++page)
            expected.append(
                QStringLiteral("20261120 X %1 %2/2").arg(QLatin1String(copy)).arg(page));
    }
    QCOMPARE(found, expected);
}

void TestPaper::printsOnce()
{
    const auto document = m_press->certificate(contentOf(household::ofSize(1)),
                                               {QStringLiteral("N 001")}, print::Register::Live);
    QVERIFY(document.has_value());
    QVERIFY(!(*document)->isSpent());
    QVERIFY(!printed(**document, QStringLiteral("once.pdf")).isEmpty());
    QVERIFY((*document)->isSpent());
    const QString again = m_folder.filePath(QStringLiteral("again.pdf"));
    QPdfWriter writer(again);
    writer.setPageSize(QPageSize(QPageSize::A4));
    const auto second = (*document)->printOn(writer);
    QVERIFY(!second.has_value());
    QCOMPARE(int(second.error().code), int(ErrorCode::DocumentSpent));
    QVERIFY(QFile(again).size() == 0);
}

void TestPaper::anotherPaperIsRefusedAndNothingSpent()
{
    const auto document = m_press->certificate(contentOf(household::ofSize(1)),
                                               {QStringLiteral("N 001")}, print::Register::Live);
    QVERIFY(document.has_value());
    QPdfWriter writer(m_folder.filePath(QStringLiteral("a5.pdf")));
    writer.setPageSize(QPageSize(QPageSize::A5));
    const auto refused = (*document)->printOn(writer);
    QVERIFY(!refused.has_value());
    QCOMPARE(int(refused.error().code), int(ErrorCode::PrintFailed));
    QVERIFY(!(*document)->isSpent());
    QPdfWriter nowhere(QStringLiteral("/nowhere/at/all.pdf"));
    nowhere.setPageSize(QPageSize(QPageSize::A4));
    const auto failed = (*document)->printOn(nowhere);
    QVERIFY(!failed.has_value());
    QCOMPARE(int(failed.error().code), int(ErrorCode::PrintFailed));
    QVERIFY(!(*document)->isSpent());
    QVERIFY(!printed(**document, QStringLiteral("after.pdf")).isEmpty());
}

void TestPaper::theFileHoldsNoPersonalData()
{
    const auto document = m_press->certificate(contentOf(household::ofSize(1)),
                                               {QStringLiteral("N 001")}, print::Register::Live);
    QVERIFY(document.has_value());
    const QString path = printed(**document, QStringLiteral("quiet.pdf"));
    const auto facts = QString::fromUtf8(run(QStringLiteral("pdfinfo"), {path}));
    QVERIFY(facts.contains(QStringLiteral("住民票の写し")));
    for (const auto *word : {u"太郎", u"渡", u"みどり野", u"本町"})
        QVERIFY(!facts.contains(QStringView(word)));
    const auto fontsUsed = QString::fromUtf8(run(QStringLiteral("pdffonts"), {path}));
    QVERIFY(fontsUsed.contains(QStringLiteral("IPAmjMincho")));
}

void TestPaper::theScaleIsTrueWhateverTheMargins()
{
    const auto content = contentOf(household::ofSize(1));
    QList<QRectF> places;
    for (const double margin : {0.0, 15.0}) {
        for (const int resolution : {300, 1200}) {
            const auto document =
                m_press->certificate(content, {QStringLiteral("N 001")}, print::Register::Live);
            QVERIFY(document.has_value());
            const QString path =
                m_folder.filePath(QStringLiteral("scale%1-%2.pdf").arg(margin).arg(resolution));
            {
                QPdfWriter writer(path);
                writer.setResolution(resolution);
                writer.setPageSize(QPageSize(QPageSize::A4));
                writer.setPageMargins({margin, margin, margin, margin}, QPageLayout::Millimeter);
                QVERIFY((*document)->printOn(writer).has_value());
            }
            for (const auto &word : wordsOf(path).value(0)) {
                if (word.text == QStringLiteral("太郎") && word.place.height() > 4)
                    places.append(word.place);
            }
        }
    }
    QCOMPARE(places.size(), 4);
    for (const auto &place : places)
        QVERIFY((place.center() - places.first().center()).manhattanLength() < 0.1);
}

void TestPaper::aPrinterGetsTheSamePaper()
{
    const auto document = m_press->certificate(contentOf(household::ofSize(4)),
                                               {QStringLiteral("N 001"), QStringLiteral("N 002")},
                                               print::Register::Live);
    QVERIFY(document.has_value());
    const QString path = m_folder.filePath(QStringLiteral("printer.pdf"));
    {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printer.setPageSize(QPageSize(QPageSize::A4));
        QVERIFY((*document)->printOn(printer).has_value());
    }
    const auto pages = wordsOf(path);
    QCOMPARE(pages.size(), 2);
    const QRectF date(12 + 6 * 4.65, 38.2 + 5 * 4.5, 8 * 4.65, 4.5);
    for (const auto &page : pages) {
        bool found = false;
        for (const auto &word : page)
            found = found || (word.text == QStringLiteral("昭和４３年２月３日") &&
                              date.contains(word.place.center()));
        QVERIFY(found);
    }
}

void TestPaper::previewAndTrainingBearTheMark()
{
    const auto content = contentOf(household::ofSize(1));
    const auto grey = [](const QImage &image) {
        qint64 count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == qRgb(0xE2, 0xE2, 0xE2) ? 1 : 0;
        }
        return double(count) / double(image.width() * image.height());
    };
    const auto preview = m_press->preview(content);
    QVERIFY(preview.has_value());
    QImage image(840, 1188, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        preview->draw(0, painter, QRectF(image.rect()));
    }
    QVERIFY(grey(image) > 0.03);
    const auto ofPdf = [&](print::Register kind, const QString &name) {
        const auto document = m_press->certificate(content, {QStringLiteral("N 001")}, kind);
        const QString path = printed(**document, name);
        const QString target = m_folder.filePath(name + QStringLiteral(".out"));
        run(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QStringLiteral("100"), QStringLiteral("-png"),
             QStringLiteral("-singlefile"), path, target});
        return QImage(target + QStringLiteral(".png")).convertToFormat(QImage::Format_RGB32);
    };
    const auto live = ofPdf(print::Register::Live, QStringLiteral("live.pdf"));
    const auto training = ofPdf(print::Register::Training, QStringLiteral("training.pdf"));
    QVERIFY(!live.isNull() && !training.isNull());
    QVERIFY(grey(training) > 0.03);
    QVERIFY(grey(live) < 0.001);
}

void TestPaper::previewIsSharpAtAnySize()
{
    const auto preview = m_press->preview(contentOf(household::ofSize(1)));
    QVERIFY(preview.has_value());
    // Enlarged four times the name is drawn anew: a clean edge, not a magnified small picture.
    QImage large(3360, 4752, QImage::Format_RGB32);
    large.fill(Qt::white);
    {
        QPainter painter(&large);
        preview->draw(0, painter, QRectF(large.rect()));
    }
    const double perMm = 3360.0 / 210;
    const QRect name(int((12 + 6 * 4.65) * perMm), int((38.2 + 5) * perMm), int(40 * perMm),
                     int(8 * perMm));
    int dark = 0;
    int between = 0;
    for (int y = name.top(); y < name.bottom(); ++y) {
        for (int x = name.left(); x < name.right(); ++x) {
            const int value = qGray(large.pixel(x, y));
            dark += value < 40 ? 1 : 0;
            between += value >= 40 && value < 200 ? 1 : 0;
        }
    }
    QVERIFY(dark > 2000);
    QVERIFY(between < dark);
    preview->draw(-1, *std::make_unique<QPainter>(&large), QRectF(large.rect()));
    preview->draw(5, *std::make_unique<QPainter>(&large), QRectF(large.rect()));
}

void TestPaper::theDayEndSheetBearsTheHead()
{
    const auto document =
        m_press->dayEnd({.count = 12345,
                         .hash = QByteArray::fromHex("3fa9") + QByteArray(30, 'Z'),
                         .day = household::today(),
                         .station = QStringLiteral("本庁1"),
                         .municipality = QStringLiteral("あさぎり県みどり野市")});
    QVERIFY(document.has_value());
    QCOMPARE((*document)->title(), QStringLiteral("業務終了票"));
    QStringList words;
    for (const auto &word : wordsOf(printed(**document, QStringLiteral("dayend.pdf"))).value(0))
        words.append(word.text);
    for (const auto *word : {u"12345", u"3FA9", u"5A5A", u"本庁1", u"令和８年１１月２０日"})
        QVERIFY(words.contains(QStringView(word)));
}

QTEST_MAIN(TestPaper)
#include "tst_paper.moc"
