#include "support/labelwalk.h"
#include "ui/resident/numberpanel.h"
#include "ui/widgets/askpanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QPromise>
#include <QPushButton>
#include <QTest>

using base::Result;

namespace {

constexpr base::PersonId personId{2000019};
const QString specimen = QStringLiteral("123456789018"); // published specimen

Result<desk::RevealedNumber> revealed()
{
    desk::RevealedNumber number;
    number.person = personId;
    const QByteArray digits = specimen.toLatin1();
    number.individualNumber = base::Secret(digits.begin(), digits.end());
    number.logRow = 4;
    return number;
}

} // namespace

/// 個人番号 on the tab of the record: hidden until a reason was given, and hidden again.
class TestNumberPanel : public QObject
{
    Q_OBJECT

private:
    QStringList m_reasons;
    std::shared_ptr<QPromise<Result<desk::RevealedNumber>>> m_promise;
    Result<desk::RevealedNumber> m_answer = revealed();
    bool m_slow = false;

    std::unique_ptr<resident::NumberPanel> open()
    {
        auto panel =
            std::make_unique<resident::NumberPanel>([this](base::PersonId, const QString &reason) {
                m_reasons.append(reason);
                m_promise = std::make_shared<QPromise<Result<desk::RevealedNumber>>>();
                m_promise->start();
                if (!m_slow) {
                    m_promise->addResult(m_answer);
                    m_promise->finish();
                }
                return m_promise->future();
            });
        panel->setPerson(personId);
        panel->resize(1000, 240);
        panel->show();
        if (!QTest::qWaitForWindowActive(panel.get()))
            qFatal("the panel is not shown");
        return panel;
    }
    static void give(resident::NumberPanel &panel, const QString &reason)
    {
        panel.ask();
        auto *field = panel.findChild<widgets::TextField *>(QStringLiteral("askReason"));
        field->setText(reason);
        panel.findChild<QPushButton *>(QStringLiteral("askDoIt"))->click();
        QTest::qWait(20);
    }
    static QImage digitsOf(const resident::NumberPanel &panel)
    {
        return panel.findChild<QWidget *>(QStringLiteral("secretDigits"))->grab().toImage();
    }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init()
    {
        m_reasons.clear();
        m_answer = revealed();
        m_slow = false;
    }

    void nothingIsAskedWithoutAReason()
    {
        const auto panel = open();
        give(*panel, {});
        QVERIFY(m_reasons.isEmpty());
        QVERIFY(!panel->isShown());
    }
    void isShownAfterAReasonAndHiddenByTheKey()
    {
        const auto panel = open();
        const QImage masked = digitsOf(*panel);
        give(*panel, QStringLiteral("個人番号カードの交付"));
        QCOMPARE(m_reasons, QStringList{QStringLiteral("個人番号カードの交付")});
        QTRY_VERIFY(panel->isShown());
        QVERIFY(digitsOf(*panel) != masked);
        support::picture(panel.get(), QStringLiteral("number-shown"));
        panel->ask(); // the same key
        QVERIFY(!panel->isShown());
        QCOMPARE(digitsOf(*panel), masked);
    }
    void hidesByItselfAfterItsTime()
    {
        QVERIFY(resident::NumberPanel::shownSeconds == 30);
        const auto panel = open();
        give(*panel, QStringLiteral("個人番号カードの交付"));
        QTRY_VERIFY(panel->isShown());
        auto *rest = panel->findChild<QLabel *>(QStringLiteral("numberRest"));
        QTRY_COMPARE_WITH_TIMEOUT(rest->text(), QStringLiteral("あと28秒で隠します"), 4000);
        QVERIFY(panel->isShown());
        QTRY_VERIFY_WITH_TIMEOUT(!panel->isShown(), 31'000);
    }
    void leavingHidesIt()
    {
        const auto panel = open();
        give(*panel, QStringLiteral("個人番号カードの交付"));
        QTRY_VERIFY(panel->isShown());
        panel->hide(); // lock, cover, another tab, another page
        QVERIFY(!panel->isShown());
        panel->show();
        QVERIFY(!panel->isShown());
    }
    void anAnswerAfterLeavingShowsNothing()
    {
        m_slow = true;
        const auto panel = open();
        give(*panel, QStringLiteral("個人番号カードの交付"));
        panel->hide();
        panel->show();
        m_promise->addResult(m_answer);
        m_promise->finish();
        QTest::qWait(30);
        QVERIFY(!panel->isShown());
    }
    void aRefusalIsSaid()
    {
        m_answer = base::fail(base::ErrorCode::RegisterUnreachable);
        const auto panel = open();
        give(*panel, QStringLiteral("個人番号カードの交付"));
        auto *message = panel->findChild<widgets::MessageBar *>(QStringLiteral("numberMessage"));
        QTRY_VERIFY(message->isVisible());
        QVERIFY(!panel->isShown());
    }
    /// No text, name or clipboard holds it: nothing that another program could read.
    void standsInNoText()
    {
        const auto panel = open();
        QApplication::clipboard()->clear();
        give(*panel, QStringLiteral("個人番号カードの交付"));
        QTRY_VERIFY(panel->isShown());
        auto *digits = panel->findChild<QWidget *>(QStringLiteral("secretDigits"));
        QTest::keyClick(digits, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(digits, Qt::Key_C, Qt::ControlModifier);
        QTest::mouseDClick(digits, Qt::LeftButton);
        QVERIFY(!QApplication::clipboard()->text().contains(specimen));
        const auto all = panel->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            QVERIFY(!widget->accessibleName().contains(specimen.left(4)));
            QVERIFY(!widget->toolTip().contains(specimen.left(4)));
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                QVERIFY(!label->text().contains(specimen.left(4)));
            auto *read = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY(!read || !read->text(QAccessible::Value).contains(specimen.left(4)));
        }
    }
    void looksRight_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 150, 200})
            QTest::addRow("%d", percent) << percent;
    }
    void looksRight()
    {
        QFETCH(int, percent);
        widgets::applyTheme(percent);
        const auto panel = open();
        panel->resize(1300, percent * 3);
        panel->ask();
        QTest::qWait(80);
        support::picture(panel.get(), QStringLiteral("number-%1").arg(percent));
        QString found = support::inWords(support::cutTexts(panel.get()));
        found += support::inWords(support::englishTexts(panel.get()));
        found += support::inWords(support::namelessInputs(panel.get()));
        widgets::applyTheme(100);
        QCOMPARE(found, QString());
    }
};

QTEST_MAIN(TestNumberPanel)
#include "tst_numberpanel.moc"
