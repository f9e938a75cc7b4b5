// links: madoguchi_certificates madoguchi_print
#include "atcertificates.h"

#include "support/labelwalk.h"
#include "ui/certificates/findingspanel.h"
#include "ui/printing/previewview.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>

/// From the application to the paper.
class TestCertificatePage : public QObject, private AtCertificates
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { load(); }
    void init() { reset(); }
    void enterWalksThroughTheFormToTheButton();
    void everybodyIsOneTick();
    void f12AsksAndF12Issues();
    void whatIsIssuedIsWhatWasPreviewed();
    void theSamePreviewIsNotAskedForTwice();
    void anIncompleteApplicationIsNotIssued();
    void aRefusalNamesItsRule();
    void withoutAPrinterNothingIsIssued();
    void afterAFailedPrintTheNumbersAreRecordedAsFailed();
    void spoiledPaperIsRecorded();
    void escapeTakesBackTheQuestion();
    void thirdPartiesNeedAPurpose();
    void impossibleTextLosesNothing();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestCertificatePage::enterWalksThroughTheFormToTheButton()
{
    const auto page = open();
    QStringList walked;
    for (int step = 0; step < 20; ++step) {
        QWidget *focus = page->focusWidget();
        QVERIFY(focus);
        walked.append(focus->objectName());
        if (focus->objectName() == QLatin1StringView("certificateIssue"))
            break;
        QTest::keyClick(focus, Qt::Key_Return);
    }
    // 本人 needs neither name nor purpose: those two are skipped.
    const QStringList expected{
        QStringLiteral("form"),           QStringLiteral("member-1"),
        QStringLiteral("member-2"),       QStringLiteral("member-3"),
        QStringLiteral("member-4"),       QStringLiteral("everybody"),
        QStringLiteral("requester"),      QStringLiteral("firstDocument"),
        QStringLiteral("secondDocument"), QStringLiteral("questioned"),
        QStringLiteral("item-1"),         QStringLiteral("item-2"),
        QStringLiteral("item-3"),         QStringLiteral("item-4"),
        QStringLiteral("copies"),         QStringLiteral("certificateIssue")};
    QCOMPARE(walked, expected);
}

void TestCertificatePage::everybodyIsOneTick()
{
    const auto page = open();
    auto *everybody = page->findChild<QCheckBox *>(QStringLiteral("everybody"));
    QVERIFY(!everybody->isChecked());
    everybody->click();
    QTRY_VERIFY(!m_previewed.isEmpty() && m_previewed.last().persons.size() == 4);
    page->findChild<QCheckBox *>(QStringLiteral("member-3"))->setChecked(false);
    QVERIFY(!everybody->isChecked());
    QTRY_COMPARE(m_previewed.last().persons.size(), 3);
}

/// At the smallest screen the page fits with a message above it: the preview shrinks.
/// Each try that took a number says what became of it.
void TestCertificatePage::f12AsksAndF12Issues()
{
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    const auto *view = page->findChild<printing::PreviewView *>();
    QTRY_COMPARE(view->pageCount(), 1);
    page->press(Qt::Key_F12);
    QVERIFY(message(*page).contains(QStringLiteral("1通を交付しますか")));
    QVERIFY(m_issued.isEmpty());
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.first().result == desk::PrintResult::Printed);
    QVERIFY(message(*page).contains(QStringLiteral("本庁1 プリンタ001 001")));
    QFile paper(m_target);
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.read(5) == "%PDF-");
    // Printed: F12 does nothing more.
    page->press(Qt::Key_F12);
    QCOMPARE(m_issued.size(), 1);
}

void TestCertificatePage::whatIsIssuedIsWhatWasPreviewed()
{
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    QTRY_VERIFY(!m_previewed.isEmpty() && !m_previewed.last().identification.documents.isEmpty());
    // Changed and F12 at once, before any pause: the new application is previewed first.
    page->findChild<QCheckBox *>(QStringLiteral("member-2"))->setChecked(true);
    page->findChild<QCheckBox *>(QStringLiteral("item-1"))->setChecked(true);
    page->findChild<QSpinBox *>(QStringLiteral("copies"))->setValue(2);
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("2通を交付しますか")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_issued.size(), 1);
    QCOMPARE(m_issued.first(), m_previewed.last());
    QCOMPARE(m_issued.first().copies, 2);
    QCOMPARE(m_issued.first().persons.size(), 2);
}

void TestCertificatePage::theSamePreviewIsNotAskedForTwice()
{
    const auto page = open(desk::Caller::Agent);
    QTRY_COMPARE(m_previewed.size(), 1);
    auto *name = page->findChild<QLineEdit *>(QStringLiteral("requesterName"));
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Return); // left as it was
    QTest::qWait(600);
    QCOMPARE(m_previewed.size(), 1);
}

void TestCertificatePage::anIncompleteApplicationIsNotIssued()
{
    const auto page = open();
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("まだ交付できません")));
    const auto *findings = page->findChild<certificates::FindingsPanel *>();
    QVERIFY(findings->isVisible());
    QVERIFY(findings->text().contains(QStringLiteral("住民基本台帳法第12条第3項")));
    page->press(Qt::Key_F12);
    QTest::qWait(20);
    QVERIFY(m_issued.isEmpty());
}

void TestCertificatePage::aRefusalNamesItsRule()
{
    residents::Restriction support;
    support.person = {2};
    support.from = {2026, 4, 1};
    m_record.members[1].restrictions = {support};
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("支援措置")));
    QCOMPARE(page->findChild<printing::PreviewView *>()->pageCount(), 0);
    page->press(Qt::Key_F12);
    QTest::qWait(20);
    QVERIFY(m_issued.isEmpty());
    support::picture(page.get(), QStringLiteral("certificate-refused"));
}

void TestCertificatePage::withoutAPrinterNothingIsIssued()
{
    m_target.clear();
    const auto page = open();
    if (page->findChild<QComboBox *>(QStringLiteral("printer"))->count() > 0)
        return; // this machine has printers: tst_printing covers the choice
    QVERIFY(page->findChild<QWidget *>(QStringLiteral("noPrinter"))->isVisible());
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("プリンター")));
    page->press(Qt::Key_F12);
    QTest::qWait(20);
    QVERIFY(m_issued.isEmpty());
}

void TestCertificatePage::afterAFailedPrintTheNumbersAreRecordedAsFailed()
{
    m_target = m_folder.filePath(QStringLiteral("no such folder/paper.pdf"));
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.first().result == desk::PrintResult::Failed);
    QCOMPARE(m_outcomes.first().numbers.size(), 1);
    QVERIFY(message(*page).contains(QStringLiteral("本庁1 プリンタ001 001")));
}

void TestCertificatePage::spoiledPaperIsRecorded()
{
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    page->press(Qt::Key_F10);
    QVERIFY(m_outcomes.isEmpty());
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_outcomes.size(), 1);
    page->press(Qt::Key_F10);
    QTRY_COMPARE(m_outcomes.size(), 2);
    QVERIFY(m_outcomes.last().result == desk::PrintResult::Spoiled);
    QCOMPARE(m_outcomes.last().numbers, m_outcomes.first().numbers);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("書損")));
    // And once more, with a new number.
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_issued.size(), 2);
}

void TestCertificatePage::escapeTakesBackTheQuestion()
{
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    QVERIFY(!page->findChild<QComboBox *>(QStringLiteral("requester"))->isEnabled());
    QVERIFY(page->stepBack());
    QVERIFY(page->findChild<QComboBox *>(QStringLiteral("requester"))->isEnabled());
    QVERIFY(message(*page).isEmpty());
    QVERIFY(!page->stepBack());
    QVERIFY(m_issued.isEmpty());
}

void TestCertificatePage::thirdPartiesNeedAPurpose()
{
    const auto page = open(desk::Caller::ThirdParty);
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("driving-licence"));
    auto *name = page->findChild<QLineEdit *>(QStringLiteral("requesterName"));
    auto *use = page->findChild<QLineEdit *>(QStringLiteral("useOf"));
    QVERIFY(name->isEnabled() && use->isEnabled());
    name->setText(QStringLiteral("見本　太郎"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("まだ交付できません")));
    use->setText(QStringLiteral("金銭消費貸借契約に基づく貸金の返還請求訴訟を提起するため"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    QCOMPARE(m_previewed.last().useOf, use->text());
}

void TestCertificatePage::impossibleTextLosesNothing()
{
    const auto page = open(desk::Caller::ThirdParty);
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("driving-licence"));
    auto *name = page->findChild<QLineEdit *>(QStringLiteral("requesterName"));
    for (const QString &typed : {QString(10000, u'字'), QStringLiteral("'; DROP TABLE person; --"),
                                 QStringLiteral(u"\U0001F600"), QStringLiteral("\x01\x02")}) {
        name->setText(typed);
        page->press(Qt::Key_F12);
        QTest::qWait(20);
        QCOMPARE(name->text(), typed);
        QVERIFY(m_issued.isEmpty());
        page->stepBack();
    }
}

void TestCertificatePage::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200}) {
        QTest::addRow("1366 at %d", percent) << QSize(1366, 570) << percent;
        QTest::addRow("1920 at %d", percent) << QSize(1920, 880) << percent;
    }
}

void TestCertificatePage::nothingIsCut()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    widgets::applyTheme(percent);
    const QString suffix = QStringLiteral("-%1-%2").arg(size.width()).arg(percent);
    const auto page = open(desk::Caller::ThirdParty, size);
    const auto look = [&page, &suffix](const QString &picture) {
        QTest::qWait(20);
        support::picture(page.get(), picture + suffix);
        const auto cut = support::cutTexts(page.get());
        QVERIFY2(cut.isEmpty(), qPrintable(support::inWords(cut)));
        const auto nameless = support::namelessInputs(page.get());
        QVERIFY2(nameless.isEmpty(), qPrintable(support::inWords(nameless)));
    };
    QTRY_COMPARE(page->findChild<printing::PreviewView *>()->pageCount(), 1);
    look(QStringLiteral("certificate-incomplete"));
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("driving-licence"));
    page->findChild<QLineEdit *>(QStringLiteral("requesterName"))
        ->setText(QStringLiteral("見本　太郎"));
    page->findChild<QLineEdit *>(QStringLiteral("useOf"))
        ->setText(QStringLiteral("貸金の返還請求訴訟を提起するため"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    look(QStringLiteral("certificate-confirm"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しました")));
    look(QStringLiteral("certificate-issued"));
}

QTEST_MAIN(TestCertificatePage)
#include "tst_certificatepage.moc"
