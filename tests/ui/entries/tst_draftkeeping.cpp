#include "atentries.h"

#include "ui/entries/entriestab.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textarea.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QPushButton>
#include <QTest>

using atentries::Asked;
using base::ErrorCode;
using base::Result;
using desk::ItemState;
using desk::Right;

/// What a clerk typed is on disk or on the screen, whatever comes between: a full disk, Esc in the
/// middle of filing, a draft whose number is still on its way.
class TestDraftKeeping : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Asked> m_asked;
    std::unique_ptr<entries::EntriesTab> m_tab;

    template <typename T = QWidget>
    T *part(const char *name)
    {
        const auto all = m_tab->findChildren<T *>(QLatin1StringView(name));
        for (T *one : all) {
            if (one->isVisible())
                return one;
        }
        return all.value(0);
    }
    void write(const QString &text)
    {
        if (!m_tab->isEditing())
            QTest::keyClick(m_tab.get(), Qt::Key_1);
        part<widgets::TextArea>("noteText")->insertPlainText(text);
    }
    [[nodiscard]] QString typed() { return part<widgets::TextArea>("noteText")->toPlainText(); }
    [[nodiscard]] int count(const QString &call) const { return int(m_asked->calls.count(call)); }
    [[nodiscard]] QString lastKept() const
    {
        return std::get<residents::Note>(m_asked->drafts.last().entered).text;
    }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init();
    void whatCannotBeKeptComesBack();
    void whatCannotBeKeptIsNotFiledEither();
    void whatIsFiledIsADraftFirst();
    void whatIsLeftIsOnDisk();
    void closedWhileFilingIsTold();
    void closedWhileFilingAndRefusedIsADraft();
    void nothingIsTypedWhileItIsFiled();
    void discardedBeforeItHadANumber();
    void aDraftThatOpensLateReplacesNothing();
    void onTheTelephoneNoContactIsOpened();

private:
    void open(bool telephone);
};

void TestDraftKeeping::init()
{
    m_tab.reset();
    m_asked = std::make_unique<Asked>();
    open(false);
}

void TestDraftKeeping::open(bool telephone)
{
    entries::Doors doors = atentries::doors(
        *m_asked, desk::Rights(Right::Search) | Right::WriteNote | Right::EnterRestriction);
    doors.telephone = telephone;
    m_tab = std::make_unique<entries::EntriesTab>(std::move(doors));
    m_tab->resize(1334, 600);
    m_tab->show();
    QVERIFY(QTest::qWaitForWindowActive(m_tab.get()));
    m_tab->open({atentries::person, atentries::household});
    QTRY_VERIFY(part("entriesArea")->isVisible());
    QTest::qWait(50);
}

/// Esc on a full disk: the form is there again, with the words and with what is the matter.
void TestDraftKeeping::whatCannotBeKeptComesBack()
{
    m_asked->noDraft = ErrorCode::DiskFull;
    write(QStringLiteral("通訳が要る"));
    QVERIFY(m_tab->stepBack());
    QTRY_VERIFY(m_tab->isEditing());
    QCOMPARE(typed(), QStringLiteral("通訳が要る"));
    QTRY_VERIFY(part("editorMessage")->isVisible());
    QVERIFY(part<widgets::TextArea>("noteText")->isVisible());
    m_asked->noDraft.reset();
    QVERIFY(m_tab->stepBack());
    QTRY_COMPARE(lastKept(), QStringLiteral("通訳が要る"));
    QTest::qWait(20);
    QVERIFY(!m_tab->isEditing());
}

void TestDraftKeeping::whatCannotBeKeptIsNotFiledEither()
{
    m_asked->noDraft = ErrorCode::DiskFull;
    write(QStringLiteral("一"));
    m_tab->press(Qt::Key_F12);
    QTRY_VERIFY(part("editorMessage")->isVisible());
    QTest::qWait(50);
    QCOMPARE(count(QStringLiteral("file")), 0);
    QCOMPARE(count(QStringLiteral("keep ")), 1);
    m_asked->noDraft.reset();
    m_tab->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked->filedDrafts, QStringList{QStringLiteral("d-1")});
}

/// Whoever types fast never pauses: a field that is left is kept at once, not after a while.
void TestDraftKeeping::whatIsLeftIsOnDisk()
{
    write(QStringLiteral("一"));
    part<widgets::TextArea>("noteText")->setFocus();
    QCOMPARE(count(QStringLiteral("keep ")), 0);
    part<QPushButton>("fileEntry")->setFocus(Qt::TabFocusReason);
    QCOMPARE(count(QStringLiteral("keep ")), 1);
    QTRY_COMPARE(lastKept(), QStringLiteral("一"));
}

/// F12 right after the last key.
void TestDraftKeeping::whatIsFiledIsADraftFirst()
{
    write(QStringLiteral("一"));
    m_tab->press(Qt::Key_F12);
    QTRY_COMPARE(count(QStringLiteral("file")), 1);
    QVERIFY(m_asked->calls.indexOf(QStringLiteral("keep ")) <
            m_asked->calls.indexOf(QStringLiteral("file")));
    QCOMPARE(lastKept(), QStringLiteral("一"));
    QCOMPARE(m_asked->filedDrafts, QStringList{QStringLiteral("d-1")});
    QTRY_VERIFY(!m_tab->isEditing());
    QTest::qWait(20);
    QCOMPARE(m_asked->drafts.size(), 1);
}

/// The register takes its time; the clerk goes on.
void TestDraftKeeping::closedWhileFilingIsTold()
{
    QPromise<Result<desk::Filed>> slow;
    slow.start();
    m_asked->slowFiling = &slow;
    write(QStringLiteral("一"));
    m_tab->press(Qt::Key_F12);
    QTRY_COMPARE(count(QStringLiteral("file")), 1);
    m_tab->press(Qt::Key_F12);
    QVERIFY(m_tab->stepBack());
    QVERIFY(!m_tab->isEditing());
    slow.addResult(Result<desk::Filed>(m_asked->outcome));
    slow.finish();
    QTRY_VERIFY(
        part<widgets::MessageBar>("entriesMessage")->text().contains(QStringLiteral("本登録")));
    QCOMPARE(count(QStringLiteral("file")), 1);
    QTRY_COMPARE(count(QStringLiteral("entries")), 2);
}

void TestDraftKeeping::closedWhileFilingAndRefusedIsADraft()
{
    QPromise<Result<desk::Filed>> slow;
    slow.start();
    m_asked->slowFiling = &slow;
    write(QStringLiteral("一"));
    m_tab->press(Qt::Key_F12);
    QTRY_COMPARE(count(QStringLiteral("file")), 1);
    QVERIFY(m_tab->stepBack());
    slow.addResult(Result<desk::Filed>(base::fail(ErrorCode::LogNotWritten)));
    slow.finish();
    QTRY_VERIFY(part("entriesMessage")->isVisible());
    QCOMPARE(lastKept(), QStringLiteral("一"));
    QCOMPARE(count(QStringLiteral("discard d-1")), 0);
}

void TestDraftKeeping::nothingIsTypedWhileItIsFiled()
{
    QPromise<Result<desk::Filed>> slow;
    slow.start();
    m_asked->slowFiling = &slow;
    write(QStringLiteral("一"));
    m_tab->press(Qt::Key_F12);
    QTRY_COMPARE(count(QStringLiteral("file")), 1);
    QVERIFY(!part("noteText")->isEnabled());
    slow.addResult(Result<desk::Filed>(base::fail(ErrorCode::LogNotWritten)));
    slow.finish();
    QTRY_VERIFY(part("noteText")->isEnabled());
    QTRY_VERIFY(part("noteText")->hasFocus());
}

void TestDraftKeeping::discardedBeforeItHadANumber()
{
    QPromise<Result<QString>> slow;
    slow.start();
    m_asked->slowDraft = &slow;
    write(QStringLiteral("一"));
    QTRY_COMPARE(int(m_asked->drafts.size()), 1);
    part<QPushButton>("discardDraft")->click();
    QVERIFY(!m_tab->isEditing());
    m_asked->slowDraft = nullptr;
    slow.addResult(Result<QString>(QStringLiteral("d-9")));
    slow.finish();
    QTRY_COMPARE(count(QStringLiteral("discard d-9")), 1);
    QCOMPARE(m_asked->drafts.size(), 1);
}

/// "Go on with it", and before it is open the clerk writes something else.
void TestDraftKeeping::aDraftThatOpensLateReplacesNothing()
{
    QPromise<Result<desk::OutboxItem>> slow;
    slow.start();
    m_asked->slowOpening = &slow;
    m_asked->item.mine = atentries::change(atentries::note(0, 1, QStringLiteral("書きかけ")), 0);
    m_tab->goOnWith(QStringLiteral("d-5"));
    write(QStringLiteral("別件"));
    slow.addResult(Result<desk::OutboxItem>(m_asked->item));
    slow.finish();
    QTest::qWait(50);
    QCOMPARE(typed(), QStringLiteral("別件"));
}

/// A draft tells where papers go, as the register's contact does.
void TestDraftKeeping::onTheTelephoneNoContactIsOpened()
{
    m_tab.reset();
    open(true);
    m_asked->item.line.kind = residents::EntryKind::Contact;
    m_asked->item.mine =
        atentries::change(atentries::contact(2, QStringLiteral("080-9999-0000")), 2);
    m_tab->goOnWith(QStringLiteral("d-5"));
    QTRY_VERIFY(part("entriesMessage")->isVisible());
    QVERIFY(!m_tab->isEditing());
    QVERIFY(!part("contactAddress"));
}

QTEST_MAIN(TestDraftKeeping)
#include "tst_draftkeeping.moc"
