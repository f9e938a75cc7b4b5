#include "atmoves.h"

#include "support/labelwalk.h"
#include "ui/widgets/legibility.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QAbstractButton>

using namespace atmoves;
using residents::Move;
using residents::MoveKind;
using support::shownTexts;

/// 転出届, 消除 and cancellation, as a clerk types them (住民基本台帳法 第24条; JS1 4.1.3).
class TestMoveOutPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init() { m_asked = {}; }
    void onlyWhatCanBeAboutThemIsOffered();
    void aNoticeByKeyboardAlone();
    void whatTheOtherCityWroteIsProposed();
    void withoutAWordFromThereThePlannedDayIsTaken();
    void whoStaysIsAskedForAHead();
    void anotherNoticeIsAnotherEntry();
    void whatWasSaidIsTakenBack();
    void whatWasTypedIsNotProposedOver();
    void whatStandsInDisabledFieldsIsNotFiled();
    void anEmptyPlaceIsNamed();
    void aDraftComesBackAsItsKind();
    void aDraftKeepsItsCause_data();
    void aDraftKeepsItsCause();
    void aTickThatDoesNotFitAnyMoreCanBeTakenOff();
    void looksRightInEverySize_data();
    void looksRightInEverySize();

private:
    /// The parents have said that they will go on the 30th.
    static desk::MoveHousehold parentsPlanned();
    [[nodiscard]] std::unique_ptr<moves::MovePage> openPlanned(int kind, const QString &draft = {});
    Asked m_asked;
};

namespace {

const QDate plannedOn(2026, 10, 30);
constexpr int notice = 1;       ///< of what is offered to a resident
constexpr int removal = 0;      ///< to a 転出予定者
constexpr int cancellation = 1; ///< to a 転出予定者
constexpr int noticed = 0;      ///< causes of a removal
constexpr int dayCame = 1;

residents::Address nextCity()
{
    residents::Address there;
    there.municipality = QStringLiteral("とおくの県隣市");
    there.town = QStringLiteral("中央一丁目");
    return there;
}

/// Of the father alone, as the other city wrote.
Move aDraft()
{
    Move kept;
    kept.person = father;
    kept.kind = MoveKind::OutRemoval;
    kept.from = kept.to = {.id = home, .baseVersion = 4};
    kept.happenedOn = QDate(2026, 10, 28);
    kept.address = nextCity();
    kept.address.lot = QStringLiteral("９番");
    kept.movers = {{.person = father, .baseVersion = 1, .relationship = QStringLiteral("世帯主")}};
    return kept;
}

QStringList offered(const moves::MovePage &page)
{
    const auto *list = part<widgets::ChoiceList>(page, "moveKind");
    QStringList words;
    for (int i = 0; i < list->count(); ++i)
        words.append(list->item(i)->text());
    return words;
}

} // namespace

desk::MoveHousehold TestMoveOutPage::parentsPlanned()
{
    auto household = family();
    for (int i = 0; i < 2; ++i) {
        household.members[i].state = residents::State::MoveOutPlanned;
        household.members[i].plannedDestination = residents::Destination{nextCity(), plannedOn};
    }
    return household;
}

std::unique_ptr<moves::MovePage> TestMoveOutPage::openPlanned(int kind, const QString &draft)
{
    auto made = doors(m_asked);
    made.household = [](base::PersonId, const QString &) {
        return now(base::Result<desk::MoveHousehold>(parentsPlanned()));
    };
    auto page = std::make_unique<moves::MovePage>(std::move(made), father, draft);
    show(*page);
    if (draft.isEmpty())
        pick(*page, kind);
    return page;
}

void TestMoveOutPage::onlyWhatCanBeAboutThemIsOffered()
{
    moves::MovePage page(doors(m_asked), father, {});
    show(page);
    QCOMPARE(offered(page), (QStringList{QStringLiteral("1　転居"), QStringLiteral("2　転出届")}));
    QCOMPARE(page.title(), QStringLiteral("異動"));
    // F12 is offered once there is something to file.
    QVERIFY(!page.keys().first().enabled);
    bool offersToFile = false;
    connect(&page, &widgets::Page::keysChanged, this,
            [&] { offersToFile = page.keys().first().enabled; });
    pick(page);
    QVERIFY(offersToFile);
    const auto planned = openPlanned(cancellation);
    QCOMPARE(offered(*planned),
             (QStringList{QStringLiteral("1　転出による消除"), QStringLiteral("2　転出の取消し")}));
    QCOMPARE(planned->title(), QStringLiteral("転出の取消し"));
}

void TestMoveOutPage::aNoticeByKeyboardAlone()
{
    moves::MovePage page(doors(m_asked), father, {});
    show(page);
    const auto focused = [] { return QApplication::focusWidget(); };
    const auto press = [&focused](Qt::Key key) {
        QTest::keyClick(focused(), key);
        QTest::qWait(1);
    };
    QCOMPARE(focused()->objectName(), QStringLiteral("moveKind"));
    press(Qt::Key_2);
    QTRY_VERIFY(page.findChild<QWidget *>(QStringLiteral("moveForm")));
    QTRY_COMPARE(focused()->objectName(), QStringLiteral("everybodyMoves"));
    press(Qt::Key_Space);
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Return);
    QCOMPARE(focused()->objectName(), QStringLiteral("happenedOn"));
    write(focused(), QStringLiteral("R8.11.20"));
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(focused()->objectName(), QStringLiteral("municipality"));
    write(focused(), QStringLiteral("とおくの県隣市"));
    for (int i = 0; i < 4; ++i) // the rest of the place need not be known
        press(Qt::Key_Return);
    QCOMPARE(focused()->objectName(), QStringLiteral("notifierKind"));
    press(Qt::Key_Return);
    press(Qt::Key_Down);
    page.press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const Move &filed = m_asked.filed.first();
    QCOMPARE(filed.kind, MoveKind::OutNotice);
    QCOMPARE(filed.movers.size(), 3);
    QCOMPARE(filed.movers.at(1).relationship, QStringLiteral("妻"));
    QVERIFY(filed.others.isEmpty());
    QCOMPARE(filed.happenedOn, QDate(2026, 11, 20));
    QCOMPARE(filed.notifiedOn, QDate(2026, 11, 2));
    QCOMPARE(filed.from, (residents::HouseholdBase{home, 4}));
    QCOMPARE(filed.to, filed.from);
    QCOMPARE(filed.address.municipality, QStringLiteral("とおくの県隣市"));
    QVERIFY(filed.address.code.isEmpty());
    QCOMPARE(filed.notifier.documents, QStringList{QStringLiteral("driving-licence")});
    // Nobody is looked up at a place that is not ours.
    QVERIFY(m_asked.calls.filter(QStringLiteral("place")).isEmpty());
}

void TestMoveOutPage::whatTheOtherCityWroteIsProposed()
{
    const auto page = openPlanned(removal);
    // Who said so together goes together; the son said nothing.
    QVERIFY(part<QAbstractButton>(*page, "mover-1")->isChecked());
    QVERIFY(part<QAbstractButton>(*page, "mover-2")->isChecked());
    QVERIFY(!part<QAbstractButton>(*page, "mover-3")->isEnabled());
    QCOMPARE(part<QLineEdit>(*page, "municipality")->text(), nextCity().municipality);
    type(part<QWidget>(*page, "lotElsewhere"), QStringLiteral("2-3"));
    type(part<QWidget>(*page, "happenedOn"), QStringLiteral("R8.10.28"));
    QVERIFY(!part<QWidget>(*page, "notifierKind")->isVisible());
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const Move &filed = m_asked.filed.first();
    QCOMPARE(filed.kind, MoveKind::OutRemoval);
    QCOMPARE(filed.notifier.kind, residents::NotifierKind::Office);
    QCOMPARE(filed.happenedOn, QDate(2026, 10, 28));
    QCOMPARE(filed.address.town, nextCity().town);
    QCOMPARE(filed.movers.size(), 2);
}

void TestMoveOutPage::withoutAWordFromThereThePlannedDayIsTaken()
{
    const auto page = openPlanned(removal);
    auto *cause = part<QComboBox>(*page, "cause");
    cause->setCurrentIndex(1);
    QVERIFY(!part<QWidget>(*page, "municipality")->isEnabled());
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().happenedOn, plannedOn);
    QCOMPARE(m_asked.filed.first().address, residents::Address());
    // And back: the place that was said before is proposed again.
    const auto again = openPlanned(removal);
    cause = part<QComboBox>(*again, "cause");
    cause->setCurrentIndex(1);
    cause->setCurrentIndex(0);
    QCOMPARE(part<QLineEdit>(*again, "municipality")->text(), nextCity().municipality);
}

// JS1 4.0.4: with the head gone, another leads and 続柄 are set anew.
void TestMoveOutPage::whoStaysIsAskedForAHead()
{
    auto made = doors(m_asked);
    made.household = [](base::PersonId, const QString &) {
        auto household = parentsPlanned();
        household.members[1].state = residents::State::Resident;
        household.members[1].plannedDestination.reset();
        return now(base::Result<desk::MoveHousehold>(household));
    };
    moves::MovePage page(std::move(made), father, {});
    show(page);
    pick(page, removal);
    QVERIFY(!part<QWidget>(page, "relationship-1")->isVisible());
    QVERIFY(part<QWidget>(page, "relationship-2")->isVisible());
    QCOMPARE(part<QLineEdit>(page, "relationship-2")->text(), QStringLiteral("世帯主"));
    type(part<QWidget>(page, "relationship-3"), QStringLiteral("子"));
    type(part<QWidget>(page, "happenedOn"), QStringLiteral("R8.10.28"));
    page.press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const Move &filed = m_asked.filed.first();
    QCOMPARE(filed.movers.size(), 1);
    QCOMPARE(filed.others.first().person, mother);
    QCOMPARE(filed.others.first().relationship, QStringLiteral("世帯主"));
}

// Another place was another notice, the same day or not.
void TestMoveOutPage::anotherNoticeIsAnotherEntry()
{
    auto made = doors(m_asked);
    made.household = [](base::PersonId, const QString &) {
        auto household = parentsPlanned();
        household.members[1].plannedDestination->address.town = QStringLiteral("別の町");
        return now(base::Result<desk::MoveHousehold>(household));
    };
    moves::MovePage page(std::move(made), father, {});
    show(page);
    pick(page, removal);
    QVERIFY(part<QAbstractButton>(page, "mover-1")->isChecked());
    QVERIFY(!part<QAbstractButton>(page, "mover-2")->isChecked());
    QVERIFY(part<QAbstractButton>(page, "mover-2")->isEnabled());
}

void TestMoveOutPage::whatWasSaidIsTakenBack()
{
    const auto page = openPlanned(cancellation);
    QVERIFY(part<QAbstractButton>(*page, "mover-2")->isChecked());
    QVERIFY(shownTexts(page.get()).contains(nextCity().municipality));
    QVERIFY(!part<QWidget>(*page, "municipality")->isVisible());
    part<QComboBox>(*page, "firstDocument")->setCurrentIndex(1);
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const Move &filed = m_asked.filed.first();
    QCOMPARE(filed.kind, MoveKind::OutCancellation);
    QCOMPARE(filed.happenedOn, QDate(2026, 11, 2));
    QCOMPARE(filed.address, residents::Address());
    QCOMPARE(filed.movers.size(), 2);
    QVERIFY(filed.others.isEmpty());
}

// The cause is chosen after the rest was typed, and another time after that.
void TestMoveOutPage::whatWasTypedIsNotProposedOver()
{
    const auto page = openPlanned(removal);
    auto *cause = part<QComboBox>(*page, "cause");
    auto *day = part<QLineEdit>(*page, "happenedOn");
    auto *municipality = part<QLineEdit>(*page, "municipality");
    // What was never touched follows the cause.
    cause->setCurrentIndex(dayCame);
    QCOMPARE(day->text(), QStringLiteral("R8.10.30"));
    cause->setCurrentIndex(noticed);
    QCOMPARE(day->text(), QString());
    QCOMPARE(municipality->text(), nextCity().municipality);
    type(day, QStringLiteral("R8.10.28"));
    type(municipality, QStringLiteral("べつの県別市"));
    type(part<QWidget>(*page, "lotElsewhere"), QStringLiteral("２番３号"));
    for (const int index : {dayCame, noticed}) {
        cause->setCurrentIndex(index);
        QCOMPARE(day->text(), QStringLiteral("R8.10.28"));
        QCOMPARE(municipality->text(), QStringLiteral("べつの県別市"));
        QCOMPARE(part<QLineEdit>(*page, "lotElsewhere")->text(), QStringLiteral("２番３号"));
    }
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().happenedOn, QDate(2026, 10, 28));
    QCOMPARE(m_asked.filed.first().address.municipality, QStringLiteral("べつの県別市"));
    QCOMPARE(m_asked.filed.first().address.lot, QStringLiteral("２番３号"));
}

// JS1 1.1.5: without a 転入通知 nothing is known of where they went.
void TestMoveOutPage::whatStandsInDisabledFieldsIsNotFiled()
{
    const auto page = openPlanned(removal);
    for (const char *field : {"municipality", "townElsewhere", "lotElsewhere", "buildingElsewhere"})
        type(part<QWidget>(*page, field), QStringLiteral("べつの県別市"));
    part<QComboBox>(*page, "cause")->setCurrentIndex(dayCame);
    for (const char *field :
         {"municipality", "townElsewhere", "lotElsewhere", "buildingElsewhere"}) {
        QVERIFY(!part<QWidget>(*page, field)->isEnabled());
        QCOMPARE(part<QLineEdit>(*page, field)->text(), QStringLiteral("べつの県別市"));
    }
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().address, residents::Address());
    QVERIFY(!residents::isNoticed(m_asked.filed.first()));
}

void TestMoveOutPage::anEmptyPlaceIsNamed()
{
    const auto page = openPlanned(removal);
    m_asked.findings = {{residents::MoveRule::AddressMissing, {}}};
    type(part<QWidget>(*page, "municipality"), QString());
    type(part<QWidget>(*page, "happenedOn"), QStringLiteral("R8.10.28"));
    QTRY_VERIFY(!m_asked.judged.isEmpty() && m_asked.judged.last().happenedOn.isValid());
    // The rules are told that the other city wrote.
    QVERIFY(residents::isNoticed(m_asked.judged.last()));
    QTRY_VERIFY(shownTexts(page.get()).contains(QStringLiteral("まだ入力していない項目：転出先")));
    page->press(Qt::Key_F12);
    QTest::qWait(20);
    QVERIFY(m_asked.filed.isEmpty());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("municipality"));
}

void TestMoveOutPage::aDraftKeepsItsCause_data()
{
    QTest::addColumn<residents::RemovalCause>("cause");
    QTest::addColumn<int>("index");
    QTest::newRow("the place is not typed yet") << residents::RemovalCause::Noticed << noticed;
    QTest::newRow("the planned day") << residents::RemovalCause::DayCame << dayCame;
    // Kept before there was a cause of its own, or made of what was filed.
    QTest::newRow("as it was filed") << residents::RemovalCause::ByPlace << dayCame;
}

void TestMoveOutPage::aDraftKeepsItsCause()
{
    QFETCH(residents::RemovalCause, cause);
    QFETCH(int, index);
    Move kept = aDraft();
    kept.address = {};
    kept.cause = cause;
    m_asked.draft.mine = {.entered = kept, .baseVersion = 0, .reason = {}};
    const auto page = openPlanned(removal, QStringLiteral("u-old"));
    QTRY_VERIFY(page->findChild<QWidget *>(QStringLiteral("moveForm")));
    QCOMPARE(part<QComboBox>(*page, "cause")->currentIndex(), index);
    QCOMPARE(part<QWidget>(*page, "municipality")->isEnabled(), index == noticed);
    QCOMPARE(part<QLineEdit>(*page, "municipality")->text(), QString());
    QCOMPARE(part<QLineEdit>(*page, "happenedOn")->text(), QStringLiteral("R8.10.28"));
    // And goes back as it came.
    type(part<QWidget>(*page, "paper"), QStringLiteral("8-1"));
    QTRY_VERIFY(!m_asked.judged.isEmpty() && m_asked.judged.last().paper == u"8-1");
    QCOMPARE(residents::isNoticed(m_asked.judged.last()), index == noticed);
}

// He had said that he would go, and took it back since.
void TestMoveOutPage::aTickThatDoesNotFitAnyMoreCanBeTakenOff()
{
    Move kept = aDraft();
    kept.movers.append({.person = son, .baseVersion = 1, .relationship = QStringLiteral("子")});
    m_asked.draft.mine = {.entered = kept, .baseVersion = 0, .reason = {}};
    const auto page = openPlanned(removal, QStringLiteral("u-old"));
    QTRY_VERIFY(page->findChild<QWidget *>(QStringLiteral("moveForm")));
    auto *box = part<QAbstractButton>(*page, "mover-3");
    QVERIFY(box->isChecked());
    QVERIFY(box->isEnabled());
    box->click();
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().movers.size(), 1);
}

void TestMoveOutPage::aDraftComesBackAsItsKind()
{
    const Move kept = aDraft();
    m_asked.draft.mine = {.entered = kept, .baseVersion = 0, .reason = {}};
    const auto page = openPlanned(removal, QStringLiteral("u-old"));
    QTRY_VERIFY(page->findChild<QWidget *>(QStringLiteral("moveForm")));
    QCOMPARE(page->title(), QStringLiteral("転出による消除"));
    QCOMPARE(part<QLineEdit>(*page, "lotElsewhere")->text(), QStringLiteral("９番"));
    QVERIFY(part<QAbstractButton>(*page, "mover-1")->isChecked());
    QVERIFY(!part<QAbstractButton>(*page, "mover-2")->isChecked());
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().address, kept.address);
}

void TestMoveOutPage::looksRightInEverySize_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200})
        QTest::addRow("%d", percent) << percent;
}

void TestMoveOutPage::looksRightInEverySize()
{
    QFETCH(int, percent);
    widgets::applyTheme(percent);
    QString found;
    const auto look = [&](moves::MovePage &page, const char *name) {
        page.resize(percent == 100 ? 1366 : 1920, percent == 100 ? 620 : 900);
        QTest::qWait(150);
        support::picture(&page,
                         QStringLiteral("%1-%2").arg(QString::fromLatin1(name)).arg(percent));
        found += support::inWords(support::cutTexts(&page));
        found += support::inWords(support::englishTexts(&page));
        found += support::inWords(support::namelessInputs(&page));
        found += support::inWords(widgets::overlaps(&page));
    };
    moves::MovePage page(doors(m_asked), father, {});
    show(page);
    look(page, "moveout-kind");
    pick(page, notice);
    look(page, "moveout-notice");
    look(*openPlanned(removal), "moveout-removal");
    look(*openPlanned(cancellation), "moveout-cancellation");
    widgets::applyTheme(100);
    QCOMPARE(found, QString());
}

QTEST_MAIN(TestMoveOutPage)
#include "tst_moveoutpage.moc"
