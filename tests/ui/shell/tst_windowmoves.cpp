// links: madoguchi_app madoguchi_ui_shell
#include "windowatwork.h"

#include <QLineEdit>

/// 転入 in the whole window: from the search page, since who comes has no record (住民基本台帳法
/// 第22条).
class TestWindowMoves : public WindowAtWork
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void whatWasTypedIsGoneOnWithFromTheOutbox();
    void nobodyGivesNoticeByTelephone();

private:
    template <typename Field>
    [[nodiscard]] Field *shown(const char *name) const
    {
        auto *found = m_window->page()->findChild<Field *>(QLatin1StringView(name));
        return found && found->isVisible() ? found : nullptr;
    }
};

void TestWindowMoves::whatWasTypedIsGoneOnWithFromTheOutbox()
{
    const QString movePage = QStringLiteral("movePage");
    QVERIFY(support::signIn(*m_window, mine()) && support::openVisit(*m_window));
    press(*m_window, Qt::Key_I, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, movePage));
    QTRY_VERIFY_WITH_TIMEOUT(shown<QLineEdit>("family"), 10'000);
    shown<QLineEdit>("family")->setFocus();
    support::type(QStringLiteral("hayakawa"));
    const QString number = shown<QFrame>("newcomer")->findChild<QLabel *>()->text();
    QVERIFY(number.contains(QStringLiteral("新しい宛名番号")));
    press(*m_window, Qt::Key_Escape);
    QVERIFY(frontIs(*m_window, searchPage, 5'000));
    press(*m_window, Qt::Key_O, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, QStringLiteral("outboxPage")));
    QTRY_VERIFY_WITH_TIMEOUT(shown<QWidget>("outboxTable"), 10'000);
    press(*m_window, Qt::Key_F4);
    QVERIFY(frontIs(*m_window, movePage));
    QTRY_VERIFY_WITH_TIMEOUT(shown<QLineEdit>("family"), 10'000);
    QCOMPARE(shown<QLineEdit>("family")->text(), QStringLiteral("hayakawa"));
    QCOMPARE(shown<QFrame>("newcomer")->findChild<QLabel *>()->text(), number);
}

/// 第27条: in person or by an agent.
void TestWindowMoves::nobodyGivesNoticeByTelephone()
{
    QVERIFY(support::signIn(*m_window, mine()));
    support::type(QStringLiteral("28"));
    press(*m_window, Qt::Key_Return);
    press(*m_window, Qt::Key_1);
    press(*m_window, Qt::Key_6);
    press(*m_window, Qt::Key_Return);
    QVERIFY(frontIs(*m_window, searchPage));
    press(*m_window, Qt::Key_I, Qt::ControlModifier);
    QVERIFY(frontIs(*m_window, searchPage, 500));
    QVERIFY(!frontIs(*m_window, QStringLiteral("movePage"), 300));
}

QTEST_MAIN(TestWindowMoves)
#include "tst_windowmoves.moc"
