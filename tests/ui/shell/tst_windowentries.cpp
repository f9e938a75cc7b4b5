// links: madoguchi_app madoguchi_ui_shell
#include "ui/resident/numberpanel.h"
#include "windowatwork.h"

/// What is entered, revealed and waits, in the whole window: what locking does to it, and the
/// outbox over other pages.
class TestWindowEntries : public WindowAtWork
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void lockingHidesTheNumberAndKeepsTheDraft();
    void theOutboxLiesUponThePage();
};

void TestWindowEntries::lockingHidesTheNumberAndKeepsTheDraft()
{
    QVERIFY(toRecord());
    press(*m_window, Qt::Key_F4);
    support::type(QStringLiteral("bangou kaado no koufu"));
    press(*m_window, Qt::Key_Return);
    press(*m_window, Qt::Key_Return);
    const auto *number = m_window->page()->findChild<resident::NumberPanel *>();
    QVERIFY(number);
    QTRY_VERIFY_WITH_TIMEOUT(number->isShown(), 10'000);
    press(*m_window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, lockPage, 1'000));
    QVERIFY(!number->isShown());
    QVERIFY(unlock());
    QVERIFY(!number->isShown());
    // What is being typed is on disk before the screen is hidden.
    press(*m_window, Qt::Key_M, Qt::ControlModifier);
    const auto named = [this](const char *name) {
        auto *found = m_window->page()->findChild<QWidget *>(QLatin1StringView(name));
        return found && found->isVisible() ? found : nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(named("entriesArea"), 10'000);
    press(*m_window, Qt::Key_1);
    QTRY_VERIFY(named("noteText"));
    support::type(QStringLiteral("yobidashi wa namae de"));
    press(*m_window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, lockPage, 1'000));
    QVERIFY(unlock());
    QTRY_VERIFY(named("noteText"));
    press(*m_window, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(named("continueDraft"), 10'000);
}

void TestWindowEntries::theOutboxLiesUponThePage()
{
    const QString outboxPage = QStringLiteral("outboxPage");
    QVERIFY(toRecord());
    press(*m_window, Qt::Key_O, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, outboxPage));
    press(*m_window, Qt::Key_O, Qt::ControlModifier); // not once more
    press(*m_window, Qt::Key_Escape);
    QVERIFY(frontIs(*m_window, recordPage, 5'000));
    press(*m_window, Qt::Key_F9);
    QVERIFY(frontIs(*m_window, visitPage, 5'000));
    press(*m_window, Qt::Key_O, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, outboxPage));
    press(*m_window, Qt::Key_Escape);
    QVERIFY(frontIs(*m_window, visitPage, 5'000));
    // Who may not check has no queue.
    press(*m_window, Qt::Key_T, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, visitPage, 100));
}

QTEST_MAIN(TestWindowEntries)
#include "tst_windowentries.moc"
