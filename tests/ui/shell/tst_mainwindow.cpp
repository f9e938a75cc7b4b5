// links: madoguchi_app madoguchi_ui_shell
#include "windowatwork.h"

#include <QDialog>

using support::holders;
using support::Where;

/// The whole window over real front room, office and cards, with keys alone: what stands on the
/// screen and what stays in memory when it is locked, covered, ended and signed out.
class TestMainWindow : public WindowAtWork
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void pulledCardHidesEverythingAndTheSameRecordComesBack();
    void idleLocksAndThenSignsOut();
    void theLockKeyAnswersOnEveryPage();
    void coverHidesEverything();
    void closingSignsOut();
    void theEndOfAVisitLeavesNothing();
    void theNextClerkSeesNothingOfTheFirst();

private:
    [[nodiscard]] bool swapFor(const QString &user);
};

bool TestMainWindow::swapFor(const QString &user)
{
    m_reader->control("crash");
    const bool gone = QTest::qWaitFor(
        [this] { return m_room->door().token().state != TokenState::Present; }, 5'000);
    m_reader->put(user);
    return gone && support::cardBecomes(m_room->door(), TokenState::Present);
}

void TestMainWindow::pulledCardHidesEverythingAndTheSameRecordComesBack()
{
    QVERIFY(toRecord());
    const QStringList personal = support::personalTexts(*m_window);
    QVERIFY(personal.size() > 4);
    QVERIFY(!holders(personal, Where::OnScreen).isEmpty());
    const widgets::Page *record = m_window->page();
    press(*m_window, Qt::Key_F1);
    const auto *help = m_window->findChild<QDialog *>(QStringLiteral("help"));
    QVERIFY(help && help->isVisible());

    QElapsedTimer timer;
    timer.start();
    m_reader->control("absent");
    QVERIFY(frontIs(*m_window, lockPage, 3'000));
    QVERIFY2(timer.elapsed() < 1'000, "locked too late");
    QCOMPARE(holders(personal, Where::OnScreen), QString());
    QVERIFY(!help->isVisible());
    // Keys of the work below reach nothing.
    press(*m_window, Qt::Key_F6);
    press(*m_window, Qt::Key_F9);
    press(*m_window, Qt::Key_Escape);
    press(*m_window, Qt::Key_F11);
    QVERIFY(frontIs(*m_window, lockPage, 100));
    QCOMPARE(holders(personal, Where::OnScreen), QString());

    m_reader->control({});
    QVERIFY(support::cardBecomes(m_room->door(), TokenState::Present));
    m_window->activateWindow();
    QVERIFY(unlock());
    QCOMPARE(m_window->page(), record);
    QCOMPARE(support::personalTexts(*m_window), personal);
    QVERIFY(!holders(personal, Where::OnScreen).isEmpty());
}

void TestMainWindow::idleLocksAndThenSignsOut()
{
    QVERIFY(toRecord());
    const QStringList personal = support::personalTexts(*m_window);
    const desk::Policy policy;
    m_clock.pass((policy.idleLockSeconds - 1) * 1000LL);
    QTest::qWait(1'200);
    QCOMPARE(m_window->page()->objectName(), recordPage);
    // A key counts as work.
    press(*m_window, Qt::Key_Down);
    m_clock.pass((policy.idleLockSeconds - 1) * 1000LL);
    QTest::qWait(1'200);
    QCOMPARE(m_window->page()->objectName(), recordPage);
    m_clock.pass(1'000);
    QVERIFY(frontIs(*m_window, lockPage, 3'000));
    QCOMPARE(holders(personal, Where::OnScreen), QString());
    QSignalSpy out(m_window.get(), &shell::MainWindow::signedOut);
    m_clock.pass((policy.idleSignOutSeconds - policy.idleLockSeconds) * 1000LL);
    QVERIFY(frontIs(*m_window, dayEndPage, 3'000));
    QVERIFY(out.size() == 1 || out.wait(20'000));
    QTest::qWait(50);
    QCOMPARE(holders(personal, Where::Anywhere), QString());
}

void TestMainWindow::theLockKeyAnswersOnEveryPage()
{
    const auto locksHere = [this] {
        const QString before = m_window->page()->objectName();
        press(*m_window, Qt::Key_L, Qt::ControlModifier);
        if (!frontIs(*m_window, lockPage, 3'000))
            return false;
        return unlock() && m_window->page()->objectName() == before;
    };
    QVERIFY(support::signIn(*m_window, mine()));
    QVERIFY2(locksHere(), "visit");
    m_window->findChild<QLineEdit *>(QStringLiteral("callnumber"))->setFocus();
    QVERIFY(support::openVisit(*m_window));
    QVERIFY2(locksHere(), "search");
    QVERIFY(support::openRecord(*m_window, family()));
    QVERIFY2(locksHere(), "record");
    press(*m_window, Qt::Key_F6);
    QVERIFY2(locksHere(), "household");
    press(*m_window, Qt::Key_F7);
    QVERIFY2(locksHere(), "history");
    press(*m_window, Qt::Key_F8);
    QVERIFY(frontIs(*m_window, certificatePage));
    QVERIFY2(locksHere(), "certificate");
    press(*m_window, Qt::Key_F1);
    QVERIFY2(locksHere(), "help");
}

void TestMainWindow::coverHidesEverything()
{
    QVERIFY(toRecord());
    const QStringList personal = support::personalTexts(*m_window);
    const QWidget *focus = QApplication::focusWidget();
    press(*m_window, Qt::Key_F11);
    QVERIFY(frontIs(*m_window, coverPage, 1'000));
    QCOMPARE(holders(personal, Where::OnScreen), QString());
    press(*m_window, Qt::Key_F6);
    press(*m_window, Qt::Key_Escape);
    QVERIFY(frontIs(*m_window, coverPage, 100));
    press(*m_window, Qt::Key_F11);
    QVERIFY(frontIs(*m_window, recordPage, 1'000));
    QCOMPARE(support::personalTexts(*m_window), personal);
    QCOMPARE(QApplication::focusWidget(), focus);
    // Locked behind the cover: the keyboard comes back to the same place.
    press(*m_window, Qt::Key_F11);
    QVERIFY(frontIs(*m_window, coverPage, 1'000));
    press(*m_window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, lockPage, 3'000));
    QVERIFY(unlock());
    QVERIFY(frontIs(*m_window, recordPage, 1'000));
    QCOMPARE(QApplication::focusWidget(), focus);
}

void TestMainWindow::closingSignsOut()
{
    QVERIFY(toRecord());
    const QStringList personal = support::personalTexts(*m_window);
    QSignalSpy out(m_window.get(), &shell::MainWindow::signedOut);
    QVERIFY(!m_window->close());
    QVERIFY(frontIs(*m_window, dayEndPage, 1'000));
    QVERIFY(out.size() == 1 || out.wait(20'000));
    QTest::qWait(50);
    QCOMPARE(holders(personal, Where::Anywhere), QString());
    QVERIFY(m_window->close());
}

void TestMainWindow::theEndOfAVisitLeavesNothing()
{
    QVERIFY(toRecord());
    QStringList personal = support::personalTexts(*m_window);
    press(*m_window, Qt::Key_F6);
    const auto *members =
        m_window->page()->findChild<QAbstractItemView *>(QStringLiteral("memberTable"));
    QTRY_VERIFY(members->model()->rowCount() > 1);
    for (int row = 0; row < members->model()->rowCount(); ++row)
        personal << members->model()->index(row, 1).data().toString();
    press(*m_window, Qt::Key_F7);
    press(*m_window, Qt::Key_F8);
    QVERIFY(frontIs(*m_window, certificatePage));
    QTRY_VERIFY(m_window->page()->findChild<QWidget *>(QStringLiteral("member-1")));
    press(*m_window, Qt::Key_F9);
    QVERIFY(frontIs(*m_window, visitPage, 3'000));
    QTest::qWait(200); // what was put off for later has been deleted
    QCOMPARE(holders(personal, Where::Anywhere), QString());
    // The next visit begins with empty fields and an empty list.
    QVERIFY(support::openVisit(*m_window));
    QCOMPARE(holders(personal, Where::Anywhere), QString());
    const auto *people = m_window->page()->findChild<QAbstractItemView *>(QStringLiteral("people"));
    QCOMPARE(people->model()->rowCount(), 0);
}

void TestMainWindow::theNextClerkSeesNothingOfTheFirst()
{
    QVERIFY(toRecord());
    QStringList personal = support::personalTexts(*m_window);
    QSignalSpy out(m_window.get(), &shell::MainWindow::signedOut);
    m_window->close();
    QVERIFY(frontIs(*m_window, dayEndPage, 1'000));
    QVERIFY(out.size() == 1 || out.wait(20'000));
    press(*m_window, Qt::Key_Return); // to the sign-in page
    QVERIFY(frontIs(*m_window, signInPage, 1'000));
    const QString other = QStringLiteral("madoguchi2");
    QVERIFY(swapFor(other));
    // The card that came gives the focus to the page in front, not to the lock page behind it.
    QVERIFY(m_window->page()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(support::signIn(*m_window, m_place->credential(other)));
    QCOMPARE(holders(personal, Where::Anywhere), QString());
    // Nor the name of who was here before.
    QCOMPARE(holders({QStringLiteral("研修　窓口一")}, Where::Anywhere), QString());
    QVERIFY(support::openVisit(*m_window));
    QVERIFY(support::openRecord(*m_window, family()));
    QCOMPARE(m_window->page()->subject()->name, personal.first());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
