// links: madoguchi_ui_words
#include "support/answers.h"
#include "support/labelwalk.h"
#include "ui/signin/dayendpage.h"
#include "ui/signin/loadpage.h"
#include "ui/signin/lockpage.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scroller.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QPushButton>
#include <QTest>

using support::now;

namespace {

using Entered = base::Result<std::shared_ptr<desk::Desk>>;

const desk::DoorView office{.municipality = QStringLiteral("○○県見本市"),
                            .station = QStringLiteral("本庁１番窓口"),
                            .training = true,
                            .version = QStringLiteral("0.1.0")};

desk::TokenView aCard()
{
    desk::TokenView card;
    card.state = desk::TokenState::Present;
    card.userId = QStringLiteral("sato");
    card.userName = QStringLiteral("佐藤　美咲");
    return card;
}

} // namespace

class TestSignInPage : public QObject
{
    Q_OBJECT

private:
    QByteArray m_password;
    QByteArray m_pin;
    base::ErrorCode m_code = base::ErrorCode::PinWrong;

    signin::SignIn refusing()
    {
        return [this](base::Secret password, base::Secret pin) {
            m_password = QByteArray(reinterpret_cast<const char *>(password.data()),
                                    static_cast<qsizetype>(password.size()));
            m_pin = QByteArray(reinterpret_cast<const char *>(pin.data()),
                               static_cast<qsizetype>(pin.size()));
            return now(Entered(base::fail(m_code)));
        };
    }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }

    void enterGoesFromFieldToFieldAndThenSignsIn()
    {
        signin::SignInPage page(office, refusing());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.showToken(aCard());
        page.arrive();
        const auto fields = page.findChildren<widgets::SecretField *>();
        QCOMPARE(fields.size(), 2);
        QTRY_VERIFY(fields[0]->hasFocus());
        QTest::keyClicks(fields[0], QStringLiteral("correct horse"));
        QTest::keyClick(fields[0], Qt::Key_Return);
        QVERIFY(fields[1]->hasFocus());
        QTest::keyClicks(fields[1], QStringLiteral("123456"));
        QTest::keyClick(fields[1], Qt::Key_Return);
        auto *button = page.findChild<QPushButton *>();
        QVERIFY(QApplication::focusWidget() != fields[1]);
        QVERIFY(m_password.isEmpty()); // Enter on the last field does not fire the button
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_password, QByteArray("correct horse"));
        QCOMPARE(m_pin, QByteArray("123456"));
        QVERIFY(fields[0]->isEmpty() && fields[1]->isEmpty());
        QVERIFY(button);
        auto *message = page.findChild<widgets::MessageBar *>();
        QTRY_VERIFY(message->text().contains(QStringLiteral("暗証番号が違います")));
    }

    // LG-14
    void tellsThatTheLogIdentifiesPeople()
    {
        signin::SignInPage page(office, refusing());
        page.show();
        const auto labels = page.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("記録されます")) &&
                   label->text().contains(QStringLiteral("特定"));
        }));
    }

    void withoutACardNothingIsSent()
    {
        m_password.clear();
        signin::SignInPage page(office, refusing());
        page.show();
        const auto fields = page.findChildren<widgets::SecretField *>();
        QTest::keyClicks(fields[0], QStringLiteral("password"));
        QTest::keyClicks(fields[1], QStringLiteral("1234"));
        page.press(Qt::Key_F12);
        QVERIFY(m_password.isEmpty());
    }

    void pullingTheCardForgetsWhatWasTyped()
    {
        signin::SignInPage page(office, refusing());
        page.show();
        page.showToken(aCard());
        auto *password = page.findChild<widgets::SecretField *>();
        QTest::keyClicks(password, QStringLiteral("password"));
        page.showToken({});
        QVERIFY(password->isEmpty());
    }

    void fitsInEverySize_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        for (int percent : {100, 150, 200}) {
            for (QSize size : {QSize(1366, 700), QSize(1920, 1000)})
                QTest::addRow("%d %dx%d", percent, size.width(), size.height()) << percent << size;
        }
    }
    /// Who signs out leaves nothing behind that he does not know of.
    void whatWasNotSentIsSaid()
    {
        signin::DayEndPage end;
        signin::DayEnd here{.station = {}, .clerk = {}, .when = {}, .rows = 1, .head = {}};
        end.showEnd(here);
        QVERIFY(!support::shownTexts(&end).contains(QStringLiteral("未送信")));
        here.waiting = 3;
        end.showEnd(here);
        QVERIFY(support::shownTexts(&end).contains(QStringLiteral("未送信の入力")));
        QVERIFY(support::shownTexts(&end).contains(QStringLiteral("3件（入力した本人が")));
    }
    /// Other rights at the register: no password opens this screen, and it says what does.
    void aRefusedUnlockSaysWhatToDo()
    {
        signin::LockPage lock([](base::Secret, base::Secret) {
            return now(base::Result<>(base::fail(base::ErrorCode::RegisterRefused)));
        });
        lock.showLock({}, desk::LockReason::Key);
        lock.showToken(aCard());
        for (auto *field : lock.findChildren<widgets::SecretField *>())
            QTest::keyClicks(field, QStringLiteral("12345678"));
        lock.press(Qt::Key_F12);
        QTRY_VERIFY(support::shownTexts(&lock).contains(
            QStringLiteral("サインアウトして、サインインし直してください")));
    }
    void fitsInEverySize()
    {
        QFETCH(int, percent);
        QFETCH(QSize, size);
        widgets::applyTheme(percent);
        m_code = base::ErrorCode::PinLastTry;
        signin::SignInPage signIn(office, refusing());
        signin::LockPage lock([](base::Secret, base::Secret) {
            return now(base::Result<>(base::fail(base::ErrorCode::TokenOfOther)));
        });
        signin::LoadPage load;
        signin::DayEndPage end;
        desk::Clerk clerk;
        clerk.name = QStringLiteral("佐藤　美咲");
        clerk.section = QStringLiteral("市民課");
        lock.showLock(clerk, desk::LockReason::TokenGone);
        load.setPercent(42);
        end.showEnd({QStringLiteral("本庁１番窓口"), QStringLiteral("佐藤　美咲"),
                     QDateTime(QDate(2026, 11, 21), QTime(8, 15, 3), Qt::UTC), 1234,
                     QByteArray(32, 'k'), 3});
        const auto tag = QStringLiteral("-%1-%2").arg(percent).arg(size.width());
        const QList<std::pair<widgets::Page *, QString>> pages{{&signIn, QStringLiteral("signin")},
                                                               {&lock, QStringLiteral("lock")},
                                                               {&load, QStringLiteral("load")},
                                                               {&end, QStringLiteral("dayend")}};
        for (const auto &[page, name] : pages) {
            widgets::Scroller window(page);
            window.resize(size);
            window.show();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            page->arrive();
            support::picture(&window, name + tag);
            QCOMPARE(support::inWords(support::cutTexts(page)), QString());
            QCOMPARE(support::inWords(support::englishTexts(page)), QString());
            QCOMPARE(support::inWords(support::namelessInputs(page)), QString());
            window.takeWidget();
        }
        widgets::Scroller window(&signIn);
        window.resize(size);
        window.show();
        auto low = aCard();
        low.pin = desk::PinState::LastTry;
        signIn.showToken(low);
        for (auto *field : signIn.findChildren<widgets::SecretField *>())
            QTest::keyClicks(field, QStringLiteral("12345678"));
        support::picture(&window, QStringLiteral("signin-typed") + tag);
        signIn.press(Qt::Key_F12);
        QTRY_VERIFY(signIn.findChild<widgets::MessageBar *>()->text().contains(u'１'));
        QTest::qWait(10);
        support::picture(&window, QStringLiteral("signin-error") + tag);
        QCOMPARE(support::inWords(support::cutTexts(&signIn)), QString());
        window.takeWidget();
        widgets::applyTheme(100);
    }
};

QTEST_MAIN(TestSignInPage)
#include "tst_signinpage.moc"
