// links: madoguchi_print
#include "print/press.h"
#include "ui/printing/press.h"
#include "ui/printing/previewview.h"
#include "ui/printing/printerchoice.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QComboBox>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorCode;

/// Where paper goes: a PDF in training, a printer, or nowhere.
class TestPrinting : public QObject
{
    Q_OBJECT

private:
    std::optional<print::Press> m_press;
    QTemporaryDir m_folder;

    [[nodiscard]] std::shared_ptr<print::Document> paper() const
    {
        const auto made = m_press->dayEnd({.count = 12,
                                           .hash = QByteArray(32, '\x5a'),
                                           .day = {2026, 11, 20},
                                           .station = QStringLiteral("本庁1"),
                                           .municipality = QStringLiteral("あさぎり県みどり野市")});
        return made ? *made : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
        auto press = print::Press::open();
        QVERIFY(press.has_value());
        m_press = std::move(*press);
    }

    void aDocumentIsPrintedOnce()
    {
        const QString file = m_folder.filePath(QStringLiteral("once.pdf"));
        const auto document = paper();
        QVERIFY(document);
        QVERIFY(printing::print(*document, file).has_value());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith("%PDF-"));
        const auto again = printing::print(*document, file);
        QVERIFY(!again.has_value());
        QCOMPARE(int(again.error().code), int(ErrorCode::DocumentSpent));
    }

    void withoutAPrinterNothingIsSpent()
    {
        const auto document = paper();
        for (const QString &target : {QString(), QStringLiteral("この端末にないプリンター")}) {
            const auto printed = printing::print(*document, target);
            QVERIFY(!printed.has_value());
            QCOMPARE(int(printed.error().code), int(ErrorCode::PrinterMissing));
        }
        QVERIFY(!document->isSpent());
    }

    void aFileThatCannotBeWrittenIsAFailedPrint()
    {
        const auto document = paper();
        const auto printed = printing::print(
            *document, m_folder.filePath(QStringLiteral("no such folder/paper.pdf")));
        QVERIFY(!printed.has_value());
        QCOMPARE(int(printed.error().code), int(ErrorCode::PrintFailed));
    }

    void theChoiceSaysWhenThereIsNone()
    {
        printing::PrinterChoice choice({});
        choice.show();
        const auto *none = choice.findChild<QWidget *>(QStringLiteral("noPrinter"));
        QCOMPARE(none->isVisible(), printing::printers().isEmpty());
        QCOMPARE(choice.target().isEmpty(), printing::printers().isEmpty());
        const QString file = m_folder.filePath(QStringLiteral("paper.pdf"));
        printing::PrinterChoice training(file);
        training.show();
        QCOMPARE(training.target(), file);
        QVERIFY(!training.findChild<QWidget *>(QStringLiteral("noPrinter"))->isVisible());
    }

    void thePreviewFillsTheViewAndZooms()
    {
        printing::PreviewView view;
        view.resize(600, 400);
        view.show();
        QCOMPARE(view.pageCount(), 0);
        certificates::Content content;
        content.kind = QStringLiteral("住民票の写し");
        const auto pages = m_press->preview(content);
        QVERIFY(pages.has_value());
        view.setPages(*pages);
        QCOMPARE(view.pageCount(), pages->pageCount());
        const int whole = view.widget()->height();
        QVERIFY(whole > view.height()); // A4 is higher than this view is
        QTest::keyClick(&view, Qt::Key_Plus);
        QVERIFY(view.widget()->height() > whole);
        QTest::keyClick(&view, Qt::Key_Minus);
        QTest::keyClick(&view, Qt::Key_Minus);
        QVERIFY(view.widget()->height() < whole);
        for (int i = 0; i < 50; ++i)
            QTest::keyClick(&view, Qt::Key_Plus);
        QVERIFY(view.widget()->width() <= view.width() * 5);
        view.setPages({});
        QCOMPARE(view.pageCount(), 0);
    }
};

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
