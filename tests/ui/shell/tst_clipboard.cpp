// links: madoguchi_app madoguchi_ui_shell
#include "desk/desk.h"
#include "support/trainingplace.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QtTest>

/// A name that was copied does not outlive what it was copied from.
class TestClipboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lockAndSignOutTakeItBack();
};

void TestClipboard::lockAndSignOutTakeItBack()
{
    const support::TrainingPlace place;
    const QString user = QStringLiteral("madoguchi1");
    const auto room = place.frontRoom(user);
    QVERIFY(room.has_value());
    (*room)->lookForCard();
    shell::MainWindow window((*room)->door(), (*room)->clock(), [] { return QString(); });
    window.show();
    const auto type = [&window](const char *field, const QString &text) {
        const auto fields = window.findChildren<QWidget *>(QLatin1String(field));
        const auto shown = std::find_if(fields.begin(), fields.end(),
                                        [](const QWidget *one) { return one->isVisible(); });
        QVERIFY(shown != fields.end());
        QTest::keyClicks(*shown, text);
    };
    QTRY_COMPARE((*room)->door().token().state, desk::TokenState::Present);
    QTest::qWait(100);
    type("password", place.credential(user).password);
    type("pin", place.credential(user).pin);
    QTest::keyClick(&window, Qt::Key_F12);
    QTRY_VERIFY_WITH_TIMEOUT(window.page()->objectName().startsWith(QLatin1String("visit")),
                             60'000);
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setText(QStringLiteral("山田　花子"));
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(window.page()->objectName(), QStringLiteral("lockpage"));
    QVERIFY(clipboard->text().isEmpty());
    clipboard->setText(QStringLiteral("山田　花子"));
    QSignalSpy left(&window, &shell::MainWindow::signedOut);
    window.close();
    QVERIFY(clipboard->text().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(left.size(), 1, 20'000);
}

QTEST_MAIN(TestClipboard)
#include "tst_clipboard.moc"
