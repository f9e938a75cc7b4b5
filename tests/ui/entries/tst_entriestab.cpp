#include "atentries.h"

#include "support/labelwalk.h"
#include "ui/entries/entriestab.h"
#include "ui/entries/fieldcomparison.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textarea.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using atentries::Asked;
using desk::ItemState;
using desk::Right;
using support::shownTexts;

/// The tab メモ・連絡先・抑止: what is shown, what is asked of the desk, how forms behave.
class TestEntriesTab : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Asked> m_asked;
    desk::Rights m_rights;

    std::unique_ptr<entries::EntriesTab> open(QSize size = {1334, 500})
    {
        auto tab = std::make_unique<entries::EntriesTab>(atentries::doors(*m_asked, m_rights));
        tab->resize(size);
        tab->show();
        if (!QTest::qWaitForWindowActive(tab.get()))
            qFatal("the tab is not shown");
        tab->open({atentries::person, atentries::household});
        const auto filled = [&tab] {
            const auto *area = tab->findChild<QWidget *>(QStringLiteral("entriesArea"));
            return area->isVisible() && shownTexts(area).contains(QStringLiteral("連絡先"));
        };
        if (!QTest::qWaitFor(filled))
            qFatal("the tab does not fill");
        QTest::qWait(100); // what was made meanwhile has been shown
        return tab;
    }
    template <typename T = QWidget>
    static T *part(const QWidget &root, const char *name)
    {
        const auto all = root.findChildren<T *>(QLatin1StringView(name));
        for (T *one : all) {
            if (one->isVisible())
                return one;
        }
        return all.value(0);
    }
    static void type(entries::EntriesTab &tab, const QString &text)
    {
        part<widgets::TextArea>(tab, "noteText")->insertPlainText(text);
    }
    [[nodiscard]] int count(const QString &call) const { return int(m_asked->calls.count(call)); }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init()
    {
        m_asked = std::make_unique<Asked>();
        m_rights = desk::Rights(Right::Search) | Right::WriteNote | Right::EnterRestriction;
    }

    void whatWaitsStandsApartFromTheRegister();
    void emptyIsSaid();
    void withoutTheRightNothingIsOffered();
    void hiddenContactStandsNowhere();
    void aDraftIsKeptWhileTyping();
    void closingKeepsWhatWasTypedLast();
    void filingWaitsForTheDraftsNumber();
    void nothingIsFiledWithoutWords();
    void theRegistersFieldErrorStandsAtTheField();
    void somebodyElsesLockIsNamedAndClosesTheForm();
    void theLockIsBrokenWithAReason();
    void offlineIsCalm();
    void aNoteIsTakenBackAsANewVersion();
    void aConflictLeadsToTheOutbox();
    void aRestrictionNeedsItsReason();
    void endingARestrictionAsksForTheReasonOnly();
    void draftsOfThePersonAreOfferedAgain();
    void looksRightInEverySize_data();
    void looksRightInEverySize();
};

void TestEntriesTab::whatWaitsStandsApartFromTheRegister()
{
    const auto tab = open();
    const auto *waiting = part(*tab, "waitingPanel");
    QVERIFY(waiting->isVisible());
    QTRY_VERIFY(shownTexts(waiting).contains(QStringLiteral("佐藤　美咲（自分）")));
    QVERIFY(shownTexts(waiting).contains(QStringLiteral("令和8年11月20日 13:30")));
    // The register's contact stays what it is; what was filed is in the comparison only.
    QVERIFY(shownTexts(tab.get()).contains(QStringLiteral("090-1234-5678")));
    QVERIFY(!shownTexts(tab.get()).contains(QStringLiteral("080-9999-0000")));
    QTest::mouseClick(part<QPushButton>(*tab, "beforeAfter"), Qt::LeftButton);
    QVERIFY(shownTexts(waiting).contains(QStringLiteral("080-9999-0000")));
    const auto *sides = part<entries::FieldComparison>(*tab, "fieldComparison");
    QCOMPARE(sides->differences(), 1);
    QVERIFY(shownTexts(sides).contains(QStringLiteral("● 相違")));
}

void TestEntriesTab::emptyIsSaid()
{
    m_asked->view = {};
    const auto tab = open();
    QVERIFY(!part(*tab, "waitingPanel")->isVisible());
    for (const char *words :
         {"メモはありません。", "連絡先は登録されていません。", "抑止はありません。"})
        QVERIFY2(shownTexts(tab.get()).contains(QString::fromUtf8(words)), words);
}

void TestEntriesTab::withoutTheRightNothingIsOffered()
{
    m_rights = Right::Search;
    const auto tab = open();
    QVERIFY(!part(*tab, "writeNote"));
    QVERIFY(!part(*tab, "changeContact"));
    QVERIFY(!part(*tab, "setRestriction"));
    for (const auto key : {Qt::Key_1, Qt::Key_2, Qt::Key_3})
        QTest::keyClick(tab.get(), key);
    tab->press(Qt::Key_F4);
    QVERIFY(!tab->isEditing());
    // A question without the right would be logged as refused.
    QCOMPARE(m_asked->calls, QStringList{QStringLiteral("entries")});
}

void TestEntriesTab::hiddenContactStandsNowhere()
{
    m_asked->view.contactHidden = true;
    m_asked->view.contact->telephone.clear();
    const auto tab = open();
    QVERIFY(shownTexts(tab.get()).contains(QStringLiteral("（非表示）")));
    QVERIFY(!shownTexts(tab.get()).contains(QStringLiteral("027-000-1111")));
    QTest::keyClick(tab.get(), Qt::Key_2);
    QVERIFY(!tab->isEditing());
}

void TestEntriesTab::aDraftIsKeptWhileTyping()
{
    const auto tab = open();
    QTest::keyClick(tab.get(), Qt::Key_1);
    QVERIFY(tab->isEditing());
    QVERIFY(part<widgets::TextArea>(*tab, "noteText")->hasFocus());
    type(*tab, QStringLiteral("通訳が要る"));
    QTRY_COMPARE(count(QStringLiteral("keep ")), 1);
    QTRY_VERIFY(shownTexts(tab.get()).contains(QStringLiteral("下書きを保存しました")));
    type(*tab, QStringLiteral("（中国語）"));
    QTRY_COMPARE(count(QStringLiteral("keep d-1")), 1);
    const auto kept = std::get<residents::Note>(m_asked->drafts.last().entered);
    QCOMPARE(kept.text, QStringLiteral("通訳が要る（中国語）"));
    QCOMPARE(kept.person, atentries::person);
    tab->press(Qt::Key_F12);
    QTRY_COMPARE(count(QStringLiteral("file")), 1);
    QCOMPARE(m_asked->filedDrafts, QStringList{QStringLiteral("d-1")});
    QTRY_VERIFY(!tab->isEditing());
    QTRY_COMPARE(count(QStringLiteral("entries")), 2); // what was registered is looked at
    QVERIFY(part<widgets::MessageBar>(*tab, "entriesMessage")
                ->text()
                .contains(QStringLiteral("本登録")));
}

void TestEntriesTab::closingKeepsWhatWasTypedLast()
{
    QPromise<base::Result<QString>> slow;
    slow.start();
    m_asked->slowDraft = &slow;
    const auto tab = open();
    QTest::keyClick(tab.get(), Qt::Key_1);
    type(*tab, QStringLiteral("一"));
    QTRY_COMPARE(int(m_asked->drafts.size()), 1);
    type(*tab, QStringLiteral("二"));
    QVERIFY(tab->stepBack()); // Esc before the first draft has its number
    QVERIFY(!tab->isEditing());
    m_asked->slowDraft = nullptr;
    slow.addResult(base::Result<QString>(QStringLiteral("d-9")));
    slow.finish();
    QTRY_COMPARE(count(QStringLiteral("keep d-9")), 1);
    QCOMPARE(std::get<residents::Note>(m_asked->drafts.last().entered).text,
             QStringLiteral("一二"));
    QCOMPARE(count(QStringLiteral("end")), 1);
}

void TestEntriesTab::filingWaitsForTheDraftsNumber()
{
    QPromise<base::Result<QString>> slow;
    slow.start();
    m_asked->slowDraft = &slow;
    const auto tab = open();
    QTest::keyClick(tab.get(), Qt::Key_1);
    type(*tab, QStringLiteral("一"));
    QTRY_COMPARE(int(m_asked->drafts.size()), 1);
    tab->press(Qt::Key_F12);
    QTest::qWait(20);
    QCOMPARE(count(QStringLiteral("file")), 0);
    slow.addResult(base::Result<QString>(QStringLiteral("d-9")));
    slow.finish();
    QTRY_COMPARE(m_asked->filedDrafts, QStringList{QStringLiteral("d-9")});
}

void TestEntriesTab::nothingIsFiledWithoutWords()
{
    const auto tab = open();
    QTest::keyClick(tab.get(), Qt::Key_1);
    type(*tab, QStringLiteral("  \n "));
    tab->press(Qt::Key_F12);
    QTest::qWait(20);
    QCOMPARE(count(QStringLiteral("file")), 0);
    QVERIFY(part(*tab, "noteProblem")->isVisible());
    type(*tab, QString(1001, u'あ'));
    tab->press(Qt::Key_F12);
    QTest::qWait(20);
    QCOMPARE(count(QStringLiteral("file")), 0);
    QVERIFY(tab->isEditing());
}

void TestEntriesTab::theRegistersFieldErrorStandsAtTheField()
{
    m_asked->refusal =
        base::Error{base::ErrorCode::EntryIncomplete, QStringLiteral("sendPostalCode")};
    const auto tab = open();
    QTest::keyClick(tab.get(), Qt::Key_2);
    tab->press(Qt::Key_F12);
    QTRY_COMPARE(count(QStringLiteral("file")), 1);
    QTRY_VERIFY(shownTexts(tab.get()).contains(QStringLiteral("受け付けられませんでした")));
    QVERIFY(part<widgets::TextField>(*tab, "contactPostalCode")->hasFocus());
    QVERIFY(tab->isEditing());
}

void TestEntriesTab::somebodyElsesLockIsNamedAndClosesTheForm()
{
    m_asked->lock.heldBy = {{.key = {central::LockKey::Kind::Person, atentries::person.value},
                             .userId = QStringLiteral("madoguchi2"),
                             .userName = QStringLiteral("高橋　健"),
                             .stationId = QStringLiteral("S0002"),
                             .since = atentries::at(4, 58),
                             .until = atentries::at(5, 3)}};
    const auto tab = open();
    QTest::keyClick(tab.get(), Qt::Key_1);
    QTRY_VERIFY(part(*tab, "editLock")->isVisible());
    const QString said = part<widgets::MessageBar>(*tab, "editLock")->text();
    QVERIFY(said.contains(QStringLiteral("高橋　健")));
    QVERIFY(said.contains(QStringLiteral("13:58")));
    QVERIFY(!part(*tab, "noteText")->isEnabled());
    tab->press(Qt::Key_F12);
    QTest::qWait(20);
    QCOMPARE(count(QStringLiteral("file")), 0);
    // Without the right to break it there is no button.
    const auto buttons = part(*tab, "editLock")->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        QVERIFY(!button->isVisible());
}

void TestEntriesTab::theLockIsBrokenWithAReason()
{
    m_rights |= Right::BreakLock;
    m_asked->lock.heldBy = {{.key = {central::LockKey::Kind::Person, atentries::person.value},
                             .userId = QStringLiteral("madoguchi2"),
                             .userName = QStringLiteral("高橋　健"),
                             .stationId = QStringLiteral("S0002"),
                             .since = atentries::at(4, 58),
                             .until = atentries::at(5, 3)}};
    const auto tab = open();
    QTest::keyClick(tab.get(), Qt::Key_1);
    QTRY_VERIFY(part(*tab, "editLock")->isVisible());
    QTest::mouseClick(part(*tab, "editLock")->findChildren<QPushButton *>().first(),
                      Qt::LeftButton);
    auto *reason = part<widgets::TextField>(*tab, "askReason");
    QTRY_VERIFY(reason->hasFocus());
    QTest::mouseClick(part<QPushButton>(*tab, "askDoIt"), Qt::LeftButton);
    QVERIFY(m_asked->reasons.isEmpty()); // not without a reason
    reason->setText(QStringLiteral("本人が待っている"));
    QTest::mouseClick(part<QPushButton>(*tab, "askDoIt"), Qt::LeftButton);
    QTRY_COMPARE(m_asked->reasons, QStringList{QStringLiteral("本人が待っている")});
    QTRY_VERIFY(part(*tab, "noteText")->isEnabled());
}

void TestEntriesTab::offlineIsCalm()
{
    m_asked->lock.registerReached = false;
    m_asked->outcome.state = ItemState::Filed;
    const auto tab = open();
    QTest::keyClick(tab.get(), Qt::Key_1);
    QTRY_VERIFY(part(*tab, "editLock")->isVisible());
    QVERIFY(part<widgets::MessageBar>(*tab, "editLock")
                ->text()
                .contains(QStringLiteral("入力は保存されます")));
    type(*tab, QStringLiteral("後で電話する"));
    tab->press(Qt::Key_F12);
    QTRY_VERIFY(!tab->isEditing());
    QVERIFY(part<widgets::MessageBar>(*tab, "entriesMessage")
                ->text()
                .contains(QStringLiteral("送信待ち")));
}

void TestEntriesTab::aNoteIsTakenBackAsANewVersion()
{
    const auto tab = open();
    QPushButton *takeBack = nullptr;
    const auto buttons = part(*tab, "note-7")->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QStringLiteral("取り消す"))
            takeBack = button;
    }
    QVERIFY(takeBack);
    takeBack->click();
    QTRY_VERIFY(part(*tab, "entriesAsk")->isVisible());
    QCOMPARE(count(QStringLiteral("file")), 0);
    part<QPushButton>(*tab, "askDoIt")->click();
    QTRY_COMPARE(count(QStringLiteral("file")), 1);
    const auto taken = std::get<residents::Note>(m_asked->filed.first().entered);
    QVERIFY(taken.withdrawn);
    QCOMPARE(taken.id, 7);
    QCOMPARE(m_asked->filed.first().baseVersion, 2);
    // What was taken back already offers nothing but its earlier versions.
    QCOMPARE(part(*tab, "note-3")->findChildren<QPushButton *>().size(), 1);
}

void TestEntriesTab::aConflictLeadsToTheOutbox()
{
    const auto tab = open();
    QSignalSpy wanted(tab.get(), &entries::EntriesTab::outboxWanted);
    part<QPushButton>(*tab, "compareEntry")->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("u-5"));
}

void TestEntriesTab::aRestrictionNeedsItsReason()
{
    m_asked->outcome.state = ItemState::Provisional;
    m_asked->outcome.entry = 41;
    const auto tab = open();
    QSignalSpy changed(tab.get(), &entries::EntriesTab::restrictionsChanged);
    QTest::keyClick(tab.get(), Qt::Key_3);
    QVERIFY(tab->isEditing());
    tab->press(Qt::Key_F12);
    QTest::qWait(20);
    QCOMPARE(count(QStringLiteral("file")), 0);
    auto *reason = part<widgets::TextField>(*tab, "restrictionReason");
    QVERIFY(reason->hasFocus());
    auto *until = part<widgets::TextField>(*tab, "restrictionUntil");
    until->setText(QStringLiteral("R8.11.1"));
    reason->setText(QStringLiteral("本人からの申出"));
    tab->press(Qt::Key_F12);
    QTest::qWait(20);
    QCOMPARE(count(QStringLiteral("file")), 0); // before its first day
    until->setText(QStringLiteral("R9.11.20"));
    tab->press(Qt::Key_F12);
    QTRY_COMPARE(count(QStringLiteral("file")), 1);
    const auto set = std::get<residents::Restriction>(m_asked->filed.first().entered);
    QCOMPARE(set.person, atentries::person);
    QCOMPARE(set.household.value, 0);
    QCOMPARE(set.from, QDate(2026, 11, 21));
    QCOMPARE(set.until, QDate(2027, 11, 20));
    QCOMPARE(m_asked->filed.first().baseVersion, 0);
    QTRY_VERIFY(part<widgets::MessageBar>(*tab, "entriesMessage")
                    ->text()
                    .contains(QStringLiteral("受付番号 41")));
    QCOMPARE(changed.size(), 1);
    // Without the register too: here it protects at once.
    m_asked->outcome.state = ItemState::Filed;
    QTest::keyClick(tab.get(), Qt::Key_3);
    part<widgets::TextField>(*tab, "restrictionReason")->setText(QStringLiteral("本人からの申出"));
    tab->press(Qt::Key_F12);
    QTRY_COMPARE(changed.size(), 2);
}

void TestEntriesTab::endingARestrictionAsksForTheReasonOnly()
{
    const auto tab = open();
    const auto buttons = part(*tab, "restriction-11")->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QStringLiteral("終了"))
            button->click();
    }
    QTRY_VERIFY(tab->isEditing());
    QVERIFY(!part(*tab, "restrictionKind"));
    part<widgets::TextField>(*tab, "restrictionReason")->setText(QStringLiteral("訴訟が終わった"));
    tab->press(Qt::Key_F12);
    QTRY_COMPARE(count(QStringLiteral("file")), 1);
    residents::Restriction expected = atentries::restriction(11);
    expected.ended = true;
    QCOMPARE(m_asked->filed.first(),
             atentries::change(expected, 2, QStringLiteral("訴訟が終わった")));
    // Ended or provisional ones offer nothing.
    QVERIFY(part(*tab, "restriction-12")->findChildren<QPushButton *>().isEmpty());
    QVERIFY(part(*tab, "restriction-14")->findChildren<QPushButton *>().isEmpty());
}

void TestEntriesTab::draftsOfThePersonAreOfferedAgain()
{
    desk::OutboxLine line;
    line.uuid = QStringLiteral("d-5");
    line.person = atentries::person;
    line.mine = true;
    line.madeAt = atentries::at(3, 0);
    desk::OutboxLine other = line;
    other.uuid = QStringLiteral("d-6");
    other.person = {2000027};
    desk::OutboxLine neighbours = line;
    neighbours.person = {};
    neighbours.household = {300009};
    m_asked->lines = {line, other, neighbours};
    m_asked->item.line = line;
    m_asked->item.mine = atentries::change(atentries::note(0, 1, QStringLiteral("書きかけ")), 0);
    const auto tab = open();
    const auto offered = [&tab] {
        auto all = tab->findChildren<QPushButton *>(QStringLiteral("continueDraft"));
        all.removeIf([](const QPushButton *button) { return !button->isVisible(); });
        return all;
    };
    QTRY_COMPARE(offered().size(), 1);
    offered().first()->click();
    QTRY_VERIFY(tab->isEditing());
    QCOMPARE(part<widgets::TextArea>(*tab, "noteText")->toPlainText(), QStringLiteral("書きかけ"));
    part<QPushButton>(*tab, "discardDraft")->click();
    QTRY_COMPARE(count(QStringLiteral("discard d-5")), 1);
    QVERIFY(!tab->isEditing());
}

void TestEntriesTab::looksRightInEverySize_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("part");
    for (const int percent : {100, 150, 200}) {
        for (int part = 0; part <= 5; ++part)
            QTest::addRow("%d-%d", percent, part) << percent << part;
    }
}

void TestEntriesTab::looksRightInEverySize()
{
    QFETCH(int, percent);
    QFETCH(int, part);
    widgets::applyTheme(percent);
    m_rights |= Right::BreakLock;
    if (part == 4)
        m_asked->lock.heldBy = {{.key = {central::LockKey::Kind::Person, 1},
                                 .userId = QStringLiteral("madoguchi2"),
                                 .userName = QStringLiteral("高橋　健"),
                                 .stationId = QStringLiteral("S0002"),
                                 .since = atentries::at(4, 58),
                                 .until = atentries::at(5, 3)}};
    if (part == 5)
        m_asked->view.waiting.clear();
    const auto tab = open({1334, percent == 100 ? 500 : 760});
    if (part == 0)
        TestEntriesTab::part<QPushButton>(*tab, "beforeAfter")->click();
    else if (part < 5)
        QTest::keyClick(tab.get(), part == 4 ? Qt::Key_1 : Qt::Key(Qt::Key_0 + part));
    if (part == 3)
        tab->press(Qt::Key_F12);
    QTest::qWait(150);
    support::picture(tab.get(), QStringLiteral("entries-%1-%2").arg(part).arg(percent));
    QString found = support::inWords(support::cutTexts(tab.get()));
    found += support::inWords(support::englishTexts(tab.get()));
    found += support::inWords(support::namelessInputs(tab.get()));
    found += support::inWords(widgets::overlaps(tab.get()));
    widgets::applyTheme(100);
    QCOMPARE(found, QString());
}

QTEST_MAIN(TestEntriesTab)
#include "tst_entriestab.moc"
