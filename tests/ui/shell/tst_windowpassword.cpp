// links: madoguchi_app madoguchi_ui_shell
#include "support/onlineplace.h"
#include "windowatwork.h"

#include "support/labelwalk.h"

using support::OnlinePlace;
using namespace Qt::Literals::StringLiterals;

// The change of the password in the real window, against a real server: by its key, and when
// nothing else opens before it (design.md 3: "the register enforces age and forced change").
class TestWindowPassword : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void itIsChangedFromTheMenu();
    void whatMustBeChangedLeadsThereAndNowhereElse();
    void theFewDaysLeftAreTold();

private:
    [[nodiscard]] app::Credential mine() const
    {
        auto who = m_online->place().credential(m_user);
        who.password = m_password;
        return who;
    }
    void typeFactors() const;
    void typeChange(const QString &wanted) const;
    [[nodiscard]] bool messageSays(const QString &words) const;
    void show(const QString &name) const
    {
        if (qEnvironmentVariableIsSet("PICTURES"))
            QTest::qWait(300); // what is laid out later is seen too
        support::picture(m_window.get(), name);
    }

    const QString m_user = u"madoguchi1"_s;
    const QString m_page = u"passwordpage"_s;
    QString m_password;
    std::unique_ptr<OnlinePlace> m_online;
    std::unique_ptr<app::FrontRoom> m_room;
    std::unique_ptr<shell::MainWindow> m_window;
    support::FakeClock m_clock;
};

void TestWindowPassword::initTestCase()
{
    words::speak(*qApp, u"ja"_s);
    widgets::applyTheme(100);
    m_online = std::make_unique<OnlinePlace>(50);
    m_password = m_online->place().credential(m_user).password;
}

void TestWindowPassword::init()
{
    auto room = m_online->place().frontRoom(m_user);
    QVERIFY2(room, "no front room");
    m_room = std::move(*room);
    m_room->lookForCard();
    m_window =
        std::make_unique<shell::MainWindow>(m_room->door(), m_clock, [] { return QString(); });
    m_window->resize(1366, 768);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(frontIs(*m_window, signInPage));
}

void TestWindowPassword::cleanup()
{
    if (m_window->page()->objectName() != signInPage &&
        m_window->page()->objectName() != dayEndPage) {
        QSignalSpy out(m_window.get(), &shell::MainWindow::signedOut);
        m_window->close();
        QVERIFY(out.wait(20'000));
    }
    m_window.reset();
    m_room.reset();
    widgets::applyTheme(100);
}

void TestWindowPassword::typeFactors() const
{
    support::type(mine().password);
    press(*m_window, Qt::Key_Return);
    support::type(mine().pin);
    press(*m_window, Qt::Key_Return);
    press(*m_window, Qt::Key_Return);
}

void TestWindowPassword::typeChange(const QString &wanted) const
{
    for (const QString &word : {m_password, mine().pin, wanted, wanted}) {
        support::type(word);
        press(*m_window, Qt::Key_Return);
    }
}

bool TestWindowPassword::messageSays(const QString &words) const
{
    return QTest::qWaitFor([&] { return support::shownTexts(m_window->page()).contains(words); },
                           30'000);
}

void TestWindowPassword::itIsChangedFromTheMenu()
{
    QVERIFY(support::signIn(*m_window, mine()));
    press(*m_window, Qt::Key_P, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, m_page));
    const QString fresh = u"harvest-moon-71"_s;
    support::type(m_password);
    press(*m_window, Qt::Key_Escape);
    QVERIFY(frontIs(*m_window, visitPage));
    press(*m_window, Qt::Key_P, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, m_page));
    typeChange(fresh);
    show(u"window-password-100"_s);
    press(*m_window, Qt::Key_F12);
    QVERIFY(messageSays(u"パスワードを変更しました"_s));
    show(u"window-password-changed-100"_s);
    press(*m_window, Qt::Key_F12);
    QVERIFY(frontIs(*m_window, visitPage));
    m_password = fresh;
    // In a visit the key is not there.
    QVERIFY(support::openVisit(*m_window));
    press(*m_window, Qt::Key_P, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, searchPage, 200));
    // Locked and opened again with the new one.
    press(*m_window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, lockPage));
    typeFactors();
    QVERIFY(frontIs(*m_window, searchPage));
}

void TestWindowPassword::whatMustBeChangedLeadsThereAndNowhereElse()
{
    const QString given = u"handed out by IT 3"_s;
    QVERIFY(
        m_online->owner().setPassword(m_user, app::toSecret(given), central::PasswordOf::Register));
    m_password = given;
    typeFactors();
    QVERIFY(frontIs(*m_window, m_page, 60'000));
    show(u"window-forced-100"_s);
    widgets::applyTheme(150);
    m_window->resize(1920, 1080);
    show(u"window-forced-150"_s);
    widgets::applyTheme(100);
    m_window->resize(1366, 768);
    const auto *page = m_window->page();
    for (const auto &[key, with] :
         {std::pair{Qt::Key_Escape, Qt::NoModifier}, std::pair{Qt::Key_F9, Qt::NoModifier},
          std::pair{Qt::Key_F2, Qt::NoModifier}, std::pair{Qt::Key_O, Qt::ControlModifier},
          std::pair{Qt::Key_T, Qt::ControlModifier}, std::pair{Qt::Key_P, Qt::ControlModifier}}) {
        press(*m_window, key, with);
        QCOMPARE(m_window->page(), page);
    }
    // Locked and opened again it is there again.
    press(*m_window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, lockPage));
    typeFactors();
    QVERIFY(frontIs(*m_window, m_page));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"present"_s);
    const QString fresh = u"spring in the hills"_s;
    typeChange(fresh);
    press(*m_window, Qt::Key_F12);
    QVERIFY(messageSays(u"新しいパスワードでサインインしてください"_s));
    show(u"window-forced-changed-100"_s);
    press(*m_window, Qt::Key_F12);
    QVERIFY(frontIs(*m_window, dayEndPage));
    m_password = fresh;
    press(*m_window, Qt::Key_F12);
    QVERIFY(frontIs(*m_window, signInPage));
    QVERIFY(support::signIn(*m_window, mine()));
}

void TestWindowPassword::theFewDaysLeftAreTold()
{
    const auto told = [this](int daysAgo, const QString &words) {
        m_online->cluster().sql(u"update office.user_account set password_changed_on = "
                                "office.today() - %1 where user_id = 'madoguchi1'"_s.arg(daysAgo));
        QVERIFY(support::signIn(*m_window, mine()));
        const QString shown = support::shownTexts(m_window->centralWidget());
        if (words.isEmpty())
            QVERIFY2(!shown.contains(u"パスワードの期限"_s), qPrintable(shown));
        else
            QVERIFY2(shown.contains(words), qPrintable(shown));
        show(u"window-days-%1"_s.arg(daysAgo));
        QSignalSpy out(m_window.get(), &shell::MainWindow::signedOut);
        m_window->close();
        QVERIFY(out.wait(20'000));
        QVERIFY(frontIs(*m_window, dayEndPage));
        press(*m_window, Qt::Key_F12);
        QVERIFY(frontIs(*m_window, signInPage));
    };
    told(90, u"パスワードの期限は今日です（Ctrl+P）"_s);
    told(76, u"パスワードの期限まであと14日（Ctrl+P）"_s);
    told(75, {});
}

QTEST_MAIN(TestWindowPassword)
#include "tst_windowpassword.moc"
