#include "atmovein.h"

#include "support/labelwalk.h"
#include "ui/moves/relationshipfield.h"
#include "ui/widgets/legibility.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

using namespace atmovein;
using support::shownTexts;

/// 転入, as a clerk types it from the 転出証明書 (住民基本台帳法 第22条; JS1 4.1.1).
class TestMoveInPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init() { m_asked = {}; }
    void aFamilyOfFourByKeyboardAlone();
    void whoComesAloneLeadsHimself();
    void aForeignResidentHasItemsOfHisOwn();
    void theNextPersonBeginsWithTheLast();
    void aPersonIsTakenOutAndPutBack();
    void aReadingIsPublicUntilSomebodySaysOtherwise();
    void aTypedRelationshipComesBack();
    void aHouseholdIsJoined();
    void whoLeadsTheJoinedHouseholdAsksForEverybodysWord();
    void noSexIsTheUsualOne();
    void aReadingThatIsNotPublicOnlyFindsHim();
    void anUnknownBirthIsKeptAsWritten();
    void withoutANumberNothingBegins();
    void looksRightInEverySize_data();
    void looksRightInEverySize();

private:
    [[nodiscard]] std::unique_ptr<moves::MovePage> open() { return openArrival(m_asked); }
    Asked m_asked;
};

/// A household of four; the issue allows 140 keys beside what is typed.
void TestMoveInPage::aFamilyOfFourByKeyboardAlone()
{
    const auto page = open();
    int keys = 0;
    const auto focused = [] { return QApplication::focusWidget(); };
    const auto at = [&] { return focused()->objectName(); };
    const auto press = [&](Qt::Key key, int times = 1) {
        for (int i = 0; i < times; ++i) {
            ++keys;
            QTest::keyClick(focused(), key);
            QTest::qWait(1);
        }
    };
    const auto typed = [&](const QString &words) {
        write(focused(), words);
        press(Qt::Key_Return);
    };
    QTRY_COMPARE(at(), QStringLiteral("certificate"));
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    QCOMPARE(at(), QStringLiteral("municipality"));
    typed(QStringLiteral("とおくの県隣市"));
    typed(QStringLiteral("中央一丁目"));
    typed(QStringLiteral("5番6号"));
    press(Qt::Key_Return);
    QCOMPARE(at(), QStringLiteral("town"));
    // A list that opens over the field keeps the focus of this platform's windows.
    type(focused(), newTown);
    press(Qt::Key_Return);
    QCOMPARE(at(), QStringLiteral("lot"));
    typed(QStringLiteral("2-3"));
    QCOMPARE(at(), QStringLiteral("building"));
    press(Qt::Key_Return, 2);
    QCOMPARE(at(), QStringLiteral("happenedOn"));
    typed(QStringLiteral("R8.10.30"));
    press(Qt::Key_Return);
    QCOMPARE(at(), QStringLiteral("notifierKind"));
    press(Qt::Key_Return);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    while (at() != u"kind")
        press(Qt::Key_Return);
    const QList<std::pair<Person, QString>> family{
        {taro, {}},
        {{{}, QStringLiteral("春"), {}, QStringLiteral("ハル"), QStringLiteral("S62.1.2"), 2},
         QStringLiteral("妻")},
        {{{}, QStringLiteral("夏"), {}, QStringLiteral("ナツ"), QStringLiteral("H28.3.4"), 2},
         QStringLiteral("子")},
        {{{}, QStringLiteral("冬"), {}, QStringLiteral("フユ"), QStringLiteral("H30.5.6"), 1},
         QStringLiteral("子")}};
    for (int i = 0; i < family.size(); ++i) {
        const auto &[one, relationship] = family.at(i);
        QTRY_COMPARE(at(), QStringLiteral("kind"));
        press(Qt::Key_Return);
        if (i == 0)
            typed(one.family);
        else
            press(Qt::Key_Return); // as the one before
        QCOMPARE(at(), QStringLiteral("given"));
        typed(one.given);
        if (i == 0)
            typed(one.familyKana);
        else
            press(Qt::Key_Return);
        typed(one.givenKana);
        QCOMPARE(at(), QStringLiteral("familyState"));
        press(Qt::Key_Return, 2);
        typed(one.bornOn);
        QCOMPARE(at(), QStringLiteral("sex"));
        press(Qt::Key_Down, one.sex);
        press(Qt::Key_Return);
        if (i > 0) {
            QCOMPARE(at(), QStringLiteral("newcomerRelationship"));
            type(focused(), relationship);
            press(Qt::Key_Return);
        }
        QCOMPARE(at(), QStringLiteral("domicile"));
        if (i == 0) {
            typed(QStringLiteral("とおくの県隣市中央一丁目1番"));
            typed(QStringLiteral("森　太郎"));
        }
        if (i < 3) {
            ++keys; // F2
            addPerson(*page);
        }
    }
    ++keys;
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    qInfo("%d keys beside what is typed", keys);
    QVERIFY(keys <= 140);
    const Move &filed = m_asked.filed.first();
    QCOMPARE(filed.kind, MoveKind::In);
    QVERIFY(filed.certificate);
    QCOMPARE(filed.formerAddress.municipality, QStringLiteral("とおくの県隣市"));
    QCOMPARE(filed.formerAddress.lot, QStringLiteral("５番６号"));
    QCOMPARE(filed.address.code, QStringLiteral("98201003001"));
    QCOMPARE(filed.address.municipality, QStringLiteral("あさぎり県みどり野市"));
    QCOMPARE(filed.from, residents::HouseholdBase());
    QCOMPARE(filed.to, residents::HouseholdBase());
    QCOMPARE(filed.happenedOn, QDate(2026, 10, 30));
    QCOMPARE(filed.movers.size(), 4);
    QCOMPARE(filed.newcomers.size(), 4);
    const QStringList words{QStringLiteral("世帯主"), QStringLiteral("妻"), QStringLiteral("子"),
                            QStringLiteral("子")};
    for (int i = 0; i < 4; ++i) {
        const residents::Snapshot &one = filed.newcomers.at(i);
        QCOMPARE(filed.movers.at(i).person.value, 2000101 + i);
        QCOMPARE(filed.movers.at(i).baseVersion, 0);
        QCOMPARE(filed.movers.at(i).relationship, words.at(i));
        QCOMPARE(one.id.person, filed.movers.at(i).person);
        QCOMPARE(one.name.family, QStringLiteral("森"));
        QCOMPARE(one.name.given, family.at(i).first.given);
        QCOMPARE(one.name.familyReading.kana, QStringLiteral("モリ"));
        QCOMPARE(one.name.givenReading.state, residents::ReadingState::Notified);
        QCOMPARE(one.name.searchKana, QStringLiteral("モリ ") + family.at(i).first.givenKana);
        QCOMPARE(one.registeredDomicile, QStringLiteral("とおくの県隣市中央一丁目１番"));
        QCOMPARE(one.domicileHead, QStringLiteral("森　太郎"));
        QVERIFY(one.bornOn.isDay());
    }
    QCOMPARE(filed.newcomers.at(3).sex, residents::Sex::Male);
    QCOMPARE(filed.newcomers.at(1).bornOn.earliest, QDate(1987, 1, 2));
    QCOMPARE(filed.person, filed.movers.first().person);
}

void TestMoveInPage::whoComesAloneLeadsHimself()
{
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    auto *word = nth<moves::RelationshipField>(*page, "newcomerRelationship", 0);
    QVERIFY(!word->isEnabled());
    QCOMPARE(word->text(), QStringLiteral("世帯主"));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().movers.first().relationship, QStringLiteral("世帯主"));
}

/// 住民基本台帳法 第30条の45; of a 通称 施行令 第30条の16.
void TestMoveInPage::aForeignResidentHasItemsOfHisOwn()
{
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    nth<QComboBox>(*page, "kind", 0)->setCurrentIndex(1);
    type(nth<QWidget>(*page, "latin", 0), QStringLiteral("delos santos maria"));
    QTest::keyClick(nth<QWidget>(*page, "latin", 0), Qt::Key_Return);
    type(nth<QWidget>(*page, "alias", 0), QStringLiteral("佐藤　真理"));
    type(nth<QWidget>(*page, "searchKana", 0), QStringLiteral("デロス サントス マリア"));
    type(nth<QWidget>(*page, "nationality", 0), QStringLiteral("フィリピン"));
    nth<QComboBox>(*page, "foreignClass", 0)->setCurrentIndex(0);
    type(nth<QWidget>(*page, "status", 0), QStringLiteral("永住者"));
    type(nth<QWidget>(*page, "expiresOn", 0), QStringLiteral("2030/5/6"));
    type(nth<QWidget>(*page, "sinceOn", 0), QStringLiteral("2012/7/9"));
    // municipal-facts.md 3.1: in 西暦.
    QVERIFY(shownTexts(page.get()).contains(QStringLiteral("2030年5月6日")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const residents::Snapshot &one = m_asked.filed.first().newcomers.first();
    QCOMPARE(one.kind, residents::Kind::Foreign);
    QCOMPARE(one.name.latin, QStringLiteral("DELOS SANTOS MARIA"));
    QCOMPARE(one.name.alias, QStringLiteral("佐藤　真理"));
    QCOMPARE(one.name.familyReading, residents::Reading());
    QVERIFY(one.name.family.isEmpty()); // what was typed before as a Japanese name
    QVERIFY(one.foreign);
    QCOMPARE(one.foreign->nationality, QStringLiteral("フィリピン"));
    QCOMPARE(one.foreign->statusOfResidence, QStringLiteral("永住者"));
    QCOMPARE(one.foreign->expiresOn, QDate(2030, 5, 6));
    QCOMPARE(one.foreign->becameForeignResident.on.earliest, QDate(2012, 7, 9));
    QVERIFY(one.registeredDomicile.isEmpty());
    // And back: nothing that was typed is gone.
    const auto again = open();
    typePerson(*again, 0, taro);
    auto *kind = nth<QComboBox>(*again, "kind", 0);
    kind->setCurrentIndex(1);
    kind->setCurrentIndex(0);
    QCOMPARE(nth<QLineEdit>(*again, "given", 0)->text(), QStringLiteral("太郎"));
}

void TestMoveInPage::theNextPersonBeginsWithTheLast()
{
    const auto page = open();
    typePerson(*page, 0, taro);
    nth<QComboBox>(*page, "familyState", 0)->setCurrentIndex(1);
    type(nth<QWidget>(*page, "domicile", 0), QStringLiteral("本籍地"));
    addPerson(*page);
    QCOMPARE(nth<QLineEdit>(*page, "family", 1)->text(), QStringLiteral("森"));
    QCOMPARE(nth<QLineEdit>(*page, "familyKana", 1)->text(), QStringLiteral("モリ"));
    QCOMPARE(nth<QComboBox>(*page, "familyState", 1)->currentIndex(), 1);
    QCOMPARE(nth<QLineEdit>(*page, "domicile", 1)->text(), QStringLiteral("本籍地"));
    QVERIFY(nth<QLineEdit>(*page, "given", 1)->text().isEmpty());
    QCOMPARE(nth<QComboBox>(*page, "sex", 1)->currentIndex(), -1);
    // Two of them: the first is likely to lead.
    auto *word = nth<moves::RelationshipField>(*page, "newcomerRelationship", 0);
    QVERIFY(word->isEnabled());
    QCOMPARE(word->text(), QStringLiteral("世帯主"));
    QVERIFY(nth<QLineEdit>(*page, "newcomerRelationship", 1)->text().isEmpty());
}

void TestMoveInPage::aPersonIsTakenOutAndPutBack()
{
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    // The last one stays.
    nth<QWidget>(*page, "given", 0)->setFocus();
    page->press(Qt::Key_F3);
    QCOMPARE(nth<QLineEdit>(*page, "given", 0)->text(), QStringLiteral("太郎"));
    addPerson(*page);
    typePerson(*page, 1,
               {QStringLiteral("森"), QStringLiteral("春"), QStringLiteral("モリ"),
                QStringLiteral("ハル"), QStringLiteral("S62.1.2"), 2});
    type(nth<QWidget>(*page, "newcomerRelationship", 1), QStringLiteral("妻"));
    nth<QWidget>(*page, "given", 0)->setFocus();
    page->press(Qt::Key_F3);
    QTest::qWait(20);
    QCOMPARE(nth<QLineEdit>(*page, "given", 0)->text(), QStringLiteral("春"));
    // In his place stands how he comes back, and the keyboard is there.
    auto *back = part<QAbstractButton>(*page, "putBack");
    QVERIFY(back->isVisible());
    QVERIFY(back->text().contains(QStringLiteral("森　太郎さん")));
    QCOMPARE(QApplication::focusWidget(), back);
    QTRY_VERIFY(!m_asked.drafts.isEmpty());
    QTest::keyClick(back, Qt::Key_Space);
    QTest::qWait(20);
    QVERIFY(!back->isVisible());
    QCOMPARE(nth<QLineEdit>(*page, "given", 0)->text(), QStringLiteral("太郎"));
    QCOMPARE(nth<QLineEdit>(*page, "newcomerRelationship", 1)->text(), QStringLiteral("妻"));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const Move &filed = m_asked.filed.first();
    QCOMPARE(filed.movers.size(), 2);
    QCOMPARE(filed.movers.first().person.value, 2000101);
    QCOMPARE(filed.movers.first().relationship, QStringLiteral("世帯主"));
    QCOMPARE(filed.movers.last().relationship, QStringLiteral("妻"));
    QCOMPARE(filed.newcomers.last().sex, residents::Sex::Female);
    QCOMPARE(filed.person, filed.movers.first().person);
}

/// F2 twice, then everybody's fields: nothing was said of a reading that is not typed yet.
void TestMoveInPage::aReadingIsPublicUntilSomebodySaysOtherwise()
{
    const auto page = open();
    fillPlaces(*page);
    addPerson(*page);
    typePerson(*page, 0, taro);
    typePerson(*page, 1, taro);
    type(nth<QWidget>(*page, "newcomerRelationship", 1), QStringLiteral("弟"));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    for (const residents::Snapshot &one : m_asked.filed.first().newcomers) {
        QCOMPARE(one.name.familyReading.state, residents::ReadingState::Notified);
        QCOMPARE(one.name.givenReading.state, residents::ReadingState::Notified);
    }
}

/// Joined, then not, then joined again: the word that was typed is his.
void TestMoveInPage::aTypedRelationshipComesBack()
{
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    auto *goal = choose(*page, there.value);
    auto *word = nth<moves::RelationshipField>(*page, "newcomerRelationship", 0);
    QTRY_VERIFY(word->isEnabled());
    type(word, QStringLiteral("同居人"));
    goal->setCurrentIndex(goal->findData(0));
    QTRY_COMPARE(word->text(), QStringLiteral("世帯主"));
    goal->setCurrentIndex(goal->findData(there.value));
    QTRY_COMPARE(word->text(), QStringLiteral("同居人"));
}

void TestMoveInPage::aHouseholdIsJoined()
{
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    choose(*page, there.value);
    QTRY_COMPARE(m_asked.calls.filter(QStringLiteral("join")).size(), 1);
    auto *word = nth<moves::RelationshipField>(*page, "newcomerRelationship", 0);
    QTRY_VERIFY(word->isEnabled());
    QVERIFY(word->text().isEmpty()); // nobody guesses what he is to those who live there
    type(word, QStringLiteral("同居人"));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const Move &filed = m_asked.filed.first();
    QCOMPARE(filed.to, (residents::HouseholdBase{there, 2}));
    QCOMPARE(filed.from, filed.to);
    QCOMPARE(filed.movers.first().relationship, QStringLiteral("同居人"));
    QVERIFY(filed.others.isEmpty());
    QCOMPARE(filed.address.building, QStringLiteral("コーポ緑　１０１号室"));
}

void TestMoveInPage::whoLeadsTheJoinedHouseholdAsksForEverybodysWord()
{
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    choose(*page, there.value);
    auto *word = nth<moves::RelationshipField>(*page, "newcomerRelationship", 0);
    QTRY_VERIFY(word->isEnabled());
    auto *theirs = page->findChild<moves::RelationshipField *>(QStringLiteral("relationship-1"));
    QTRY_VERIFY(theirs =
                    page->findChild<moves::RelationshipField *>(QStringLiteral("relationship-1")));
    QVERIFY(!theirs->isVisible());
    type(word, QStringLiteral("世帯主"));
    QTRY_VERIFY(theirs->isVisible());
    type(theirs, QStringLiteral("妻"));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().others.size(), 1);
    QCOMPARE(m_asked.filed.first().others.first().person.value, 2000043);
    QCOMPARE(m_asked.filed.first().others.first().relationship, QStringLiteral("妻"));
}

void TestMoveInPage::noSexIsTheUsualOne()
{
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    auto *sex = nth<QComboBox>(*page, "sex", 0);
    sex->setCurrentIndex(-1);
    page->press(Qt::Key_F12);
    QTest::qWait(50);
    QVERIFY(m_asked.filed.isEmpty());
    QCOMPARE(QApplication::focusWidget(), sex);
    QVERIFY(shownTexts(page.get()).contains(QStringLiteral("選んでください。")));
    sex->setCurrentIndex(2); // that it is not known is chosen
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    QCOMPARE(m_asked.filed.first().newcomers.first().sex, residents::Sex::Unknown);
}

/// municipal-facts.md 4.1: public for each part; the 便宜フリガナ is a search key, never what the
/// law calls a reading.
void TestMoveInPage::aReadingThatIsNotPublicOnlyFindsHim()
{
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    const auto state = [](const moves::MovePage &of, const char *part,
                          residents::ReadingState wanted) {
        auto *box = nth<QComboBox>(of, part, 0);
        box->setCurrentIndex(box->findData(int(wanted)));
    };
    state(*page, "familyState", residents::ReadingState::NotPublic);
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const residents::PersonName name = m_asked.filed.first().newcomers.first().name;
    QCOMPARE(name.familyReading, residents::Reading());
    QCOMPARE(name.givenReading, residents::Reading());
    QCOMPARE(name.searchKana, QStringLiteral("モリ タロウ"));
    // 名 alone is public.
    const auto other = open();
    fillPlaces(*other);
    typePerson(*other, 0, taro);
    state(*other, "familyState", residents::ReadingState::NotPublic);
    state(*other, "givenState", residents::ReadingState::ExOfficio);
    other->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 2);
    const residents::PersonName half = m_asked.filed.last().newcomers.first().name;
    QCOMPARE(half.familyReading, residents::Reading());
    QCOMPARE(half.givenReading, (residents::Reading{.kana = QStringLiteral("タロウ"),
                                                    .state = residents::ReadingState::ExOfficio}));
}

/// JS1 1.1.8.
void TestMoveInPage::anUnknownBirthIsKeptAsWritten()
{
    const auto page = open();
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    type(nth<QWidget>(*page, "bornOn", 0), QStringLiteral("昭和20年頃"));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_asked.filed.size(), 1);
    const auto born = m_asked.filed.first().newcomers.first().bornOn;
    QVERIFY(!born.isDay());
    QCOMPARE(born.text, QStringLiteral("昭和20年頃"));
    QCOMPARE(born.earliest.year(), 1945);
}

void TestMoveInPage::withoutANumberNothingBegins()
{
    m_asked.noNumbers = true;
    const auto page = open();
    auto *message = part<widgets::MessageBar>(*page, "movePageMessage");
    QTRY_VERIFY(message->isVisible());
    QVERIFY(!page->findChild<QWidget *>(QStringLiteral("moveForm")));
    // A family that has begun keeps what is typed.
    m_asked.noNumbers = false;
    const auto other = open();
    typePerson(*other, 0, taro);
    m_asked.noNumbers = true;
    other->press(Qt::Key_F2);
    QTRY_VERIFY(part<widgets::MessageBar>(*other, "moveMessage")->isVisible());
    QCOMPARE(nth<QLineEdit>(*other, "given", 0)->text(), QStringLiteral("太郎"));
}

void TestMoveInPage::looksRightInEverySize_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200})
        QTest::addRow("%d", percent) << percent;
}

void TestMoveInPage::looksRightInEverySize()
{
    QFETCH(int, percent);
    widgets::applyTheme(percent);
    QString found;
    const auto look = [&](moves::MovePage &page, const char *name) {
        page.resize(percent == 100 ? 1366 : 1920, percent == 100 ? 1500 : 2600);
        QTest::qWait(150);
        support::picture(&page,
                         QStringLiteral("%1-%2").arg(QString::fromLatin1(name)).arg(percent));
        found += support::inWords(support::cutTexts(&page));
        found += support::inWords(support::englishTexts(&page));
        found += support::inWords(support::namelessInputs(&page));
        found += support::inWords(widgets::overlaps(&page));
    };
    const auto page = open();
    look(*page, "movein-empty");
    m_asked.known = {{.id = {{1999001}, 7},
                      .name = QStringLiteral("森　太郎"),
                      .bornOn = {},
                      .state = residents::State::MovedOut,
                      .address = QStringLiteral("とおくの県隣市")},
                     {.id = {{1999002}, 2},
                      .name = QStringLiteral("森　太郎"),
                      .bornOn = {},
                      .state = residents::State::Resident,
                      .address = {}}};
    fillPlaces(*page);
    typePerson(*page, 0, taro);
    QTRY_COMPARE(m_asked.lookedUp.size(), 1);
    addPerson(*page);
    nth<QComboBox>(*page, "kind", 1)->setCurrentIndex(1);
    choose(*page, there.value);
    QTest::qWait(20);
    type(nth<QWidget>(*page, "newcomerRelationship", 0), QStringLiteral("世帯主"));
    look(*page, "movein-two");
    widgets::applyTheme(100);
    QCOMPARE(found, QString());
}

QTEST_MAIN(TestMoveInPage)
#include "tst_moveinpage.moc"
