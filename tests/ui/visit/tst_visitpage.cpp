// links: madoguchi_ui_words
#include "support/labelwalk.h"
#include "ui/visit/visitpage.h"
#include "ui/widgets/choicelist.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scroller.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QSignalSpy>
#include <QTest>

namespace {

QList<desk::Purpose> purposes()
{
    return {{QStringLiteral("certificate"), QStringLiteral("住民票の写しの交付")},
            {QStringLiteral("move"), QStringLiteral("転入・転居・転出の届出")},
            {QStringLiteral("family"), QStringLiteral("戸籍の届出に伴う記載")},
            {QStringLiteral("inquiry"), QStringLiteral("住民記録の照会（窓口）")},
            {QStringLiteral("telephone"), QStringLiteral("住民記録の照会（電話）")},
            {QStringLiteral("official"), QStringLiteral("公用請求への回答")},
            {QStringLiteral("protection"), QStringLiteral("支援措置の申出")},
            {QStringLiteral("tax"), QStringLiteral("税・年金の相談")},
            {QStringLiteral("upkeep"), QStringLiteral("記録の点検・内部事務")}};
}

} // namespace

class TestVisitPage : public QObject
{
    Q_OBJECT

private:
    QList<desk::VisitOpening> m_opened;

    visit::OpenVisit opening()
    {
        return [this](const desk::VisitOpening &opening) {
            m_opened.append(opening);
            QPromise<base::Result<desk::Visit>> promise;
            promise.start();
            promise.addResult(base::Result<desk::Visit>(
                desk::Visit{{QUuid::createUuid()}, opening, QStringLiteral("住民票の写しの交付")}));
            promise.finish();
            return promise.future();
        };
    }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init() { m_opened.clear(); }

    void opensWithTheNumberKeysAlone()
    {
        visit::VisitPage page(purposes(), opening());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy opened(&page, &visit::VisitPage::opened);
        page.arrive();
        for (const Qt::Key key : {Qt::Key_3, Qt::Key_0, Qt::Key_5, Qt::Key_Return, Qt::Key_1,
                                  Qt::Key_3, Qt::Key_Return})
            QTest::keyClick(QApplication::focusWidget(), key);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(m_opened.first().number, QStringLiteral("305"));
        QCOMPARE(m_opened.first().purpose, QStringLiteral("certificate"));
        QCOMPARE(m_opened.first().caller, desk::Caller::Agent);
    }

    void withoutAPurposeNothingOpens()
    {
        visit::VisitPage page(purposes(), opening());
        page.show();
        page.press(Qt::Key_F12);
        QCOMPARE(m_opened.size(), 0);
        QVERIFY(page.findChild<widgets::MessageBar *>()->text().contains(
            QStringLiteral("処理事由が選ばれていません")));
    }

    void nothingOfTheLastVisitStays()
    {
        visit::VisitPage page(purposes(), opening());
        page.show();
        auto *number = page.findChild<widgets::TextField *>();
        number->setText(QStringLiteral("305"));
        page.findChild<widgets::ChoiceList *>()->pick(2);
        page.arrive();
        QVERIFY(number->text().isEmpty());
        QCOMPARE(page.findChild<widgets::ChoiceList *>()->choice(), -1);
    }

    void fitsInEverySize_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        for (int percent : {100, 150, 200}) {
            for (QSize size : {QSize(1366, 600), QSize(1920, 900)})
                QTest::addRow("%d %dx%d", percent, size.width(), size.height()) << percent << size;
        }
    }
    void fitsInEverySize()
    {
        QFETCH(int, percent);
        QFETCH(QSize, size);
        widgets::applyTheme(percent);
        visit::VisitPage page(purposes(), opening());
        widgets::Scroller window(&page);
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        page.arrive();
        page.findChild<widgets::TextField *>()->setText(QStringLiteral("305"));
        page.findChild<widgets::ChoiceList *>()->pick(0);
        QTest::qWait(10);
        support::picture(&window, QStringLiteral("visit-%1-%2").arg(percent).arg(size.width()));
        QCOMPARE(support::inWords(support::cutTexts(&page)), QString());
        QCOMPARE(support::inWords(support::englishTexts(&page)), QString());
        QCOMPARE(support::inWords(support::namelessInputs(&page)), QString());
        window.takeWidget();
        widgets::applyTheme(100);
    }
};

QTEST_MAIN(TestVisitPage)
#include "tst_visitpage.moc"
