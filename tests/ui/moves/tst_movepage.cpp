#include "atmoves.h"

#include "support/labelwalk.h"
#include "ui/moves/movepage.h"
#include "ui/moves/relationshipfield.h"
#include "ui/moves/rulespanel.h"
#include "ui/moves/townfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"
#include "ui/words/movewords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QSignalSpy>
#include <QtTest>

using namespace atmoves;
using residents::Move;
using residents::MoveFinding;
using residents::MoveRule;
using support::shownTexts;

/// The form of 転居: without a mouse, with candidates, and what the rules say.
class TestMovePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init() { m_asked = {}; }
    void aFamilyMovesByKeyboardAlone();
    void onlyTheOneWhoseRecordIsOpenIsTicked();
    void thePartThatLeavesIsANewHousehold();
    void whoStaysWithoutTheHeadIsAskedFor();
    void oneAloneKeepsTheHousehold();
    void whatIsPickedCountsAsTyped();
    void theLotGetsTheWordsOfTheTown();
    void anotherTownWritesTheLotAnew();
    void whatCannotBeWrittenStopsTheFiling();
    void aTownIsMeantByPartOrCode();
    void relationshipsAreWrittenAsRegistered();
    void whatIsMissingIsNoError();
    void anErrorNamesItemReasonAndRemedy();
    void anAlertIsReadAndRecorded();
    void anAgentMayBeQuestioned();
    void whatWasReadOfAnotherPlaceIsNotRead();
    void aRefusalLeadsToItsField();
    void aDraftIsAsItWasLeft();
    void escKeepsTheDraftAndGoesBack();
    void whatIsOnItsWayIsKeptFirst();
    void aProtectedHouseholdAsksForTheReason();
    void whatBecameOfItIsSaid();
    void whatCannotBeOpenedIsSaid();
    void everyRuleHasItsWords();
    void looksRightInEverySize_data();
    void looksRightInEverySize();

private:
    [[nodiscard]] std::unique_ptr<moves::MovePage> open(const QString &draft = {})
    {
        return atmoves::open(m_asked, draft);
    }
    Asked m_asked;
};

void TestMovePage::aFamilyMovesByKeyboardAlone()
{
    const auto page = open();
    const auto focused = [] { return QApplication::focusWidget(); };
    const auto press = [&focused](Qt::Key key) {
        QTest::keyClick(focused(), key);
        QTest::qWait(1);
    };
    const auto typeIn = [&focused](const QString &words) { write(focused(), words); };
    QCOMPARE(focused()->objectName(), QStringLiteral("everybodyMoves"));
    press(Qt::Key_Space);
    for (int i = 0; i < 4; ++i) // past the three, whose words are not asked
        press(Qt::Key_Return);
    QCOMPARE(focused()->objectName(), QStringLiteral("happenedOn"));
    typeIn(QStringLiteral("R8.10.30"));
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(focused()->objectName(), QStringLiteral("town"));
    typeIn(QStringLiteral("003001"));
    press(Qt::Key_Return);
    QCOMPARE(part<QLineEdit>(*page, "town")->text(), newTown);
    typeIn(QStringLiteral("2-3"));
    press(Qt::Key_Return);
    QCOMPARE(focused()->objectName(), QStringLiteral("building"));
    press(Qt::Key_Return);
    press(Qt::Key_Return); // stays the household it is
    QCOMPARE(focused()->objectName(), QStringLiteral("notifierKind"));
    press(Qt::Key_Return);
    QCOMPARE(focused()->objectName(), QStringLiteral("firstDocument"));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    press(Qt::Key_Return); // no questions
    QCOMPARE(focused()->objectName(), QStringLiteral("paper"));
    press(Qt::Key_Return);
    QCOMPARE(focused()->objectName(), QStringLiteral("fileEntry"));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const Move &filed = m_asked.filed.first();
    QCOMPARE(filed.movers.size(), 3);
    QCOMPARE(filed.from.id, home);
    QCOMPARE(filed.to.id, home);
    QCOMPARE(filed.to.baseVersion, 4);
    QCOMPARE(filed.happenedOn, QDate(2026, 10, 30));
    QCOMPARE(filed.notifiedOn, QDate(2026, 11, 2));
    QCOMPARE(filed.address.code, QStringLiteral("98201003001"));
    QCOMPARE(filed.address.municipality, QStringLiteral("あさぎり県みどり野市"));
    QCOMPARE(filed.address.town, newTown);
    QCOMPARE(filed.address.lot, QStringLiteral("２番３号"));
    QCOMPARE(filed.notifier.documents, QStringList{QStringLiteral("driving-licence")});
    QCOMPARE(filed.movers.at(1).relationship, QStringLiteral("妻"));
}

void TestMovePage::onlyTheOneWhoseRecordIsOpenIsTicked()
{
    const auto page = open();
    QVERIFY(part<QCheckBox>(*page, "mover-1")->isChecked());
    QVERIFY(!part<QCheckBox>(*page, "mover-2")->isChecked());
    QVERIFY(!part<QCheckBox>(*page, "everybodyMoves")->isChecked());
    // Ticked one by one they are the whole household too.
    part<QCheckBox>(*page, "mover-2")->click();
    part<QCheckBox>(*page, "mover-3")->click();
    QVERIFY(part<QCheckBox>(*page, "everybodyMoves")->isChecked());
    QCOMPARE(part<QComboBox>(*page, "goal")->currentData().toInt(), -1);
}

void TestMovePage::thePartThatLeavesIsANewHousehold()
{
    const auto page = open();
    part<QCheckBox>(*page, "mover-1")->click();
    part<QCheckBox>(*page, "mover-2")->click();
    part<QCheckBox>(*page, "mover-3")->click();
    fillIn(*page);
    // The wife leads; whether the child is hers the notice says.
    auto *hers = part<moves::RelationshipField>(*page, "relationship-2");
    auto *his = part<moves::RelationshipField>(*page, "relationship-3");
    QVERIFY(hers->isVisible());
    QCOMPARE(hers->relationship(), QStringLiteral("世帯主"));
    QVERIFY(his->text().isEmpty());
    QVERIFY(!part<QWidget>(*page, "relationship-1")->isVisible());
    // What was typed is not proposed over.
    type(his, QStringLiteral("縁故者"));
    part<QCheckBox>(*page, "mover-1")->click();
    part<QCheckBox>(*page, "mover-1")->click();
    QCOMPARE(his->relationship(), QStringLiteral("縁故者"));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const Move &filed = m_asked.filed.first();
    QCOMPARE(filed.to, residents::HouseholdBase());
    QCOMPARE(filed.person, mother); // one of the movers, whoever's record was open
    QCOMPARE(filed.movers.size(), 2);
    QVERIFY(filed.others.isEmpty()); // the last one leads himself
}

void TestMovePage::whoStaysWithoutTheHeadIsAskedFor()
{
    const auto page = open();
    fillIn(*page);
    auto *hers = part<moves::RelationshipField>(*page, "relationship-2");
    auto *his = part<moves::RelationshipField>(*page, "relationship-3");
    QVERIFY(hers->isVisible());
    QCOMPARE(hers->relationship(), QStringLiteral("世帯主"));
    QVERIFY(his->text().isEmpty());
    // Who is alone leads himself: he is not asked for his word.
    QVERIFY(!part<QWidget>(*page, "relationship-1")->isVisible());
    type(his, QStringLiteral("子"));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().others.size(), 1); // 子 stays 子
    QCOMPARE(m_asked.filed.first().others.first().person, mother);
    QCOMPARE(m_asked.filed.first().movers.first().relationship, QStringLiteral("世帯主"));
}

void TestMovePage::oneAloneKeepsTheHousehold()
{
    auto made = doors(m_asked);
    made.household = [](base::PersonId, const QString &) {
        auto alone = family();
        alone.members = alone.members.first(1);
        return now(base::Result<desk::MoveHousehold>(alone));
    };
    moves::MovePage page(std::move(made), father, {});
    show(page);
    pick(page);
    QTest::qWait(30);
    fillIn(page);
    page.press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().to, m_asked.filed.first().from);
}

void TestMovePage::whatIsPickedCountsAsTyped()
{
    const auto page = open();
    part<QCheckBox>(*page, "mover-2")->click();
    part<QCheckBox>(*page, "mover-1")->click();
    part<QCheckBox>(*page, "mover-3")->click();
    auto *his = part<moves::RelationshipField>(*page, "relationship-3");
    QTest::qWait(500);
    const auto judged = m_asked.judged.size();
    Q_EMIT his->completer()->activated(QStringLiteral("縁故者"));
    QCOMPARE(his->relationship(), QStringLiteral("縁故者"));
    QTRY_VERIFY(m_asked.judged.size() > judged);
    QCOMPARE(m_asked.judged.last().movers.last().relationship, QStringLiteral("縁故者"));
}

void TestMovePage::anotherTownWritesTheLotAnew()
{
    const auto page = open();
    fillIn(*page);
    QCOMPARE(part<QLineEdit>(*page, "lot")->text(), QStringLiteral("２番３号"));
    auto *town = part<QWidget>(*page, "town");
    type(town, QStringLiteral("桜町"));
    QTest::keyClick(town, Qt::Key_Tab);
    QCOMPARE(part<QLineEdit>(*page, "lot")->text(), QStringLiteral("２番地の３"));
    QTRY_COMPARE(m_asked.calls.filter(QStringLiteral("place")).last(),
                 QStringLiteral("place 桜町２番地の３"));
}

void TestMovePage::whatCannotBeWrittenStopsTheFiling()
{
    const auto page = open();
    fillIn(*page);
    auto *building = part<QLineEdit>(*page, "building");
    building->setFocus();
    building->setText(QStringLiteral("コーポ緑\t１０１"));
    QTest::keyClick(building, Qt::Key_Return);
    QCOMPARE(building->text(), QStringLiteral("コーポ緑\t１０１")); // it stays to be corrected
    page->press(Qt::Key_F12);
    QTest::qWait(30);
    QVERIFY(m_asked.filed.isEmpty());
    QCOMPARE(QApplication::focusWidget(), building);
}

void TestMovePage::theLotGetsTheWordsOfTheTown()
{
    const auto page = open();
    auto *lot = part<QLineEdit>(*page, "lot");
    type(lot, QStringLiteral("12-3"));
    type(part<QWidget>(*page, "town"), QStringLiteral("桜町"));
    lot->setFocus();
    QTest::keyClick(lot, Qt::Key_Return);
    QCOMPARE(lot->text(), QStringLiteral("１２番地の３"));
}

void TestMovePage::aTownIsMeantByPartOrCode()
{
    const auto page = open();
    auto *town = part<moves::TownField>(*page, "town");
    for (const auto &[typed, code] : {std::pair(QStringLiteral("緑が丘"), "98201003001"),
                                      {QStringLiteral("003001"), "98201003001"},
                                      {QStringLiteral("桜町"), "98201018000"}}) {
        type(town, typed);
        QVERIFY(town->town());
        QCOMPARE(town->town()->code, QLatin1StringView(code));
    }
    type(town, QStringLiteral("町")); // several
    QVERIFY(!town->town());
    type(town, QStringLiteral("となり町"));
    QVERIFY(!town->town());
    QTest::keyClick(town, Qt::Key_Tab);
    QCOMPARE(town->text(), QStringLiteral("となり町")); // what was typed stays
}

void TestMovePage::relationshipsAreWrittenAsRegistered()
{
    moves::RelationshipField field;
    field.setText(QStringLiteral("妻(未届)"));
    QCOMPARE(field.relationship(), QStringLiteral("妻（未届）"));
    QVERIFY(field.advice().isEmpty());
    // JS1 1.1.11: 長男 is written 子, 孫 子の子.
    field.setText(QStringLiteral("孫"));
    QVERIFY(field.advice().contains(QStringLiteral("子の子")));
    field.setText({});
    QVERIFY(field.advice().isEmpty());
}

void TestMovePage::whatIsMissingIsNoError()
{
    m_asked.findings = {{MoveRule::DateMissing, {}}, {MoveRule::AddressMissing, {}}};
    const auto page = open();
    const auto *rules = part<moves::RulesPanel>(*page, "moveRules");
    QTRY_VERIFY(rules->isVisible());
    QCOMPARE(rules->text(), QStringLiteral("まだ入力していない項目：異動日、新しい住所"));
    // F12 goes to the first of them.
    page->press(Qt::Key_F12);
    QTest::qWait(20);
    QVERIFY(m_asked.filed.isEmpty());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("happenedOn"));
}

void TestMovePage::anErrorNamesItemReasonAndRemedy()
{
    m_asked.findings = {{MoveRule::BeforeResident, son}};
    const auto page = open();
    const auto *rules = part<moves::RulesPanel>(*page, "moveRules");
    QTRY_VERIFY(rules->isVisible());
    const auto said = words::of(MoveRule::BeforeResident, residents::MoveKind::Within);
    for (const QString &part : {said.item, said.matter, said.remedy, QStringLiteral("渡辺　健")})
        QVERIFY2(rules->text().contains(part), qPrintable(rules->text()));
}

void TestMovePage::anAlertIsReadAndRecorded()
{
    m_asked.findings = {{MoveRule::NoticeLate, {}}};
    const auto page = open();
    fillIn(*page);
    auto *read = part<QCheckBox>(*page, "read-NoticeLate");
    QTRY_VERIFY(read->isVisible());
    QTest::qWait(500);
    page->press(Qt::Key_F12);
    QTest::qWait(30);
    QVERIFY(m_asked.filed.isEmpty());
    QCOMPARE(QApplication::focusWidget(), read);
    QTest::keyClick(read, Qt::Key_Space);
    QTest::qWait(500);
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().acknowledged, QStringList{QStringLiteral("NoticeLate")});
}

/// municipal-facts.md 5.4: nor is a third party without documents sent away.
void TestMovePage::anAgentMayBeQuestioned()
{
    const auto page = open();
    fillIn(*page);
    auto *kind = part<QComboBox>(*page, "notifierKind");
    kind->setCurrentIndex(kind->findData(int(residents::NotifierKind::Agent)));
    type(part<QWidget>(*page, "notifierName"), QStringLiteral("代理　次郎"));
    part<QCheckBox>(*page, "mandate")->click();
    part<QCheckBox>(*page, "questioned")->click();
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const residents::Notifier &filed = m_asked.filed.first().notifier;
    QCOMPARE(filed.kind, residents::NotifierKind::Agent);
    QVERIFY(filed.questioned);
    QVERIFY(filed.mandate);
}

void TestMovePage::whatWasReadOfAnotherPlaceIsNotRead()
{
    m_asked.findings = {{MoveRule::OthersLiveThere, {}}};
    const auto page = open();
    fillIn(*page);
    auto *read = part<QCheckBox>(*page, "read-OthersLiveThere");
    QTRY_VERIFY(read->isVisible());
    QTest::qWait(500);
    read->click();
    QTest::qWait(500);
    QVERIFY(read->isChecked()); // nothing else was changed
    type(part<QWidget>(*page, "building"), QStringLiteral("２０３号室"));
    QTRY_VERIFY(!read->isChecked());
}

void TestMovePage::aRefusalLeadsToItsField()
{
    m_asked.refusal = base::Error{base::ErrorCode::MoveRefused, QStringLiteral("AddressElsewhere")};
    const auto page = open();
    fillIn(*page);
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QTRY_VERIFY(part<widgets::MessageBar>(*page, "editorMessage")->isVisible());
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("town"));
    // Nothing that was typed is lost.
    QCOMPARE(part<QLineEdit>(*page, "lot")->text(), QStringLiteral("２番３号"));
}

void TestMovePage::aDraftIsAsItWasLeft()
{
    Move kept;
    {
        const auto page = open();
        part<QCheckBox>(*page, "mover-2")->click();
        fillIn(*page);
        type(part<QWidget>(*page, "paper"), QStringLiteral("R8-77"));
        page->press(Qt::Key_F12);
        QTRY_COMPARE(m_asked.filed.size(), 1);
        kept = m_asked.filed.first();
    }
    m_asked.filed.clear();
    kept.to = {.id = {700019}, .baseVersion = 0}; // a number was taken; it names nobody yet
    m_asked.draft.mine = {.entered = kept, .baseVersion = 0, .reason = {}};
    m_asked.draft.line.uuid = QStringLiteral("u-old");
    const auto page = open(QStringLiteral("u-old"));
    QVERIFY(m_asked.calls.filter(QStringLiteral("join")).isEmpty());
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    kept.to = {};
    QCOMPARE(m_asked.filed.first(), kept);
}

void TestMovePage::escKeepsTheDraftAndGoesBack()
{
    const auto page = open();
    QSignalSpy left(page.get(), &widgets::Page::left);
    fillIn(*page);
    QVERIFY(page->stepBack());
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(m_asked.drafts.last().address.lot, QStringLiteral("２番３号"));
    QVERIFY(m_asked.calls.contains(QStringLiteral("end")));
    QVERIFY(m_asked.filed.isEmpty());
}

void TestMovePage::whatIsOnItsWayIsKeptFirst()
{
    auto made = doors(m_asked);
    QPromise<base::Result<QString>> slow;
    slow.start();
    int kept = 0;
    made.editing.keepDraft = [&](base::PersonId, const residents::Proposal &proposal,
                                 const QString &) {
        m_asked.drafts.append(std::get<Move>(proposal.entered));
        return ++kept == 1 ? slow.future() : now(base::Result<QString>(QStringLiteral("u-new")));
    };
    moves::MovePage page(std::move(made), father, {});
    show(page);
    pick(page);
    QTest::qWait(30);
    QSignalSpy left(&page, &widgets::Page::left);
    fillIn(page);
    QTRY_COMPARE(kept, 1);
    type(part<QWidget>(page, "paper"), QStringLiteral("R8-9"));
    QVERIFY(page.stepBack());
    QTest::qWait(50);
    QCOMPARE(left.size(), 0);
    slow.addResult(base::Result<QString>(QStringLiteral("u-new")));
    slow.finish();
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(m_asked.drafts.last().paper, QStringLiteral("R8-9"));
}

void TestMovePage::aProtectedHouseholdAsksForTheReason()
{
    m_asked.reasonNeeded = true;
    const auto page = open();
    auto *reason = part<QLineEdit>(*page, "reasonField");
    QTRY_VERIFY(reason->isVisible());
    QCOMPARE(QApplication::focusWidget(), reason);
    write(reason, QStringLiteral("転居届の入力"));
    QTest::keyClick(reason, Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    // Which 異動処理 is asked after it.
    QTRY_VERIFY(part<QWidget>(*page, "moveKind")->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(page->findChild<QWidget *>(QStringLiteral("moveForm")));
    QCOMPARE(m_asked.reasons.last(), QStringLiteral("転居届の入力"));
}

void TestMovePage::whatBecameOfItIsSaid()
{
    using desk::ItemState;
    for (const auto &[state, said] :
         {std::pair(ItemState::Provisional, QStringLiteral("仮登録しました（番号 41）")),
          {ItemState::Filed, QStringLiteral("この端末に保存しました")},
          {ItemState::Conflict, QStringLiteral("先に別の職員が変更しました")},
          {ItemState::Refused, QStringLiteral("登録していません")}}) {
        m_asked = {};
        m_asked.outcome.state = state;
        const auto page = open();
        QSignalSpy left(page.get(), &widgets::Page::left);
        fillIn(*page);
        page->press(Qt::Key_F12);
        QTRY_VERIFY2(shownTexts(page.get()).contains(said), qPrintable(said));
        QTest::qWait(20);
        QCOMPARE(left.size(), 0); // it stays to be read
    }
}

void TestMovePage::whatCannotBeOpenedIsSaid()
{
    m_asked.noHousehold = base::ErrorCode::RestrictedRecord;
    const auto page = open();
    QVERIFY(part<widgets::MessageBar>(*page, "movePageMessage")->isVisible());
    QVERIFY(!page->keys().first().enabled);
}

void TestMovePage::everyRuleHasItsWords()
{
    using residents::MoveKind;
    for (int kind = 0; kind < int(MoveKind::Count); ++kind) {
        for (int number = 0; number < int(MoveRule::Count); ++number) {
            const auto said = words::of(MoveRule(number), MoveKind(kind));
            for (const QString &part : {said.item, said.matter, said.remedy})
                QVERIFY2(!part.isEmpty(), qPrintable(residents::moveRuleName(MoveRule(number))));
        }
    }
    // A 転出予定日 may lie ahead; nobody is sent home because of it.
    const auto day = words::of(MoveRule::DateMissing, MoveKind::OutNotice);
    QCOMPARE(day.item, QStringLiteral("転出予定日"));
    QVERIFY(day.remedy.contains(QStringLiteral("先の日")));
    QVERIFY(words::of(MoveRule::DateInFuture, MoveKind::OutRemoval)
                .remedy.contains(QStringLiteral("その日")));
    QCOMPARE(words::of(MoveRule::AddressMissing, MoveKind::OutRemoval).item,
             QStringLiteral("転出先"));
    // With a 転出届 they are all still there.
    QVERIFY(words::of(MoveRule::HeadLeaves, MoveKind::OutNotice).matter !=
            words::of(MoveRule::HeadLeaves, MoveKind::OutRemoval).matter);
}

void TestMovePage::looksRightInEverySize_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("part");
    for (const int percent : {100, 150, 200}) {
        for (int part = 0; part <= 2; ++part)
            QTest::addRow("%d-%d", percent, part) << percent << part;
    }
}

void TestMovePage::looksRightInEverySize()
{
    QFETCH(int, percent);
    QFETCH(int, part);
    widgets::applyTheme(percent);
    m_asked.findings = {{MoveRule::BeforeResident, son},
                        {MoveRule::AddressMissing, {}},
                        {MoveRule::NoticeLate, {}},
                        {MoveRule::OthersLiveThere, {}}};
    const auto page = open();
    page->resize(percent == 100 ? 1366 : 1920, percent == 100 ? 620 : 900);
    if (part > 0)
        fillIn(*page);
    QTest::qWait(500);
    if (part == 2) {
        m_asked.findings.clear();
        atmoves::part<QCheckBox>(*page, "everybodyMoves")->click();
        QTest::qWait(500);
        page->press(Qt::Key_F12);
    }
    QTest::qWait(150);
    support::picture(page.get(), QStringLiteral("move-%1-%2").arg(part).arg(percent));
    QString found = support::inWords(support::cutTexts(page.get()));
    found += support::inWords(support::englishTexts(page.get()));
    found += support::inWords(support::namelessInputs(page.get()));
    found += support::inWords(widgets::overlaps(page.get()));
    widgets::applyTheme(100);
    QCOMPARE(found, QString());
}

QTEST_MAIN(TestMovePage)
#include "tst_movepage.moc"
