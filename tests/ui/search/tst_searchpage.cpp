// links: madoguchi_ui_words
#include "support/answers.h"
#include "support/labelwalk.h"
#include "ui/search/peoplemodel.h"
#include "ui/search/searchpage.h"
#include "ui/widgets/eradatefield.h"
#include "ui/widgets/scroller.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using support::now;

namespace {

desk::FoundPerson aPerson(qint64 number, const QString &name, const QString &kana)
{
    desk::FoundPerson person;
    person.id = {{number}, 1};
    person.household = {number / 2};
    person.name = name;
    person.kana = kana;
    person.bornOn = calendar::PartialDate::on(QDate(1968, 2, 3));
    person.sex = residents::Sex::Female;
    person.address = QStringLiteral("○○県見本市本町三丁目１２番地の３　メゾン緑２０１号室");
    person.headName = QStringLiteral("渡邉　一郎");
    return person;
}

QList<desk::FoundPerson> someone()
{
    auto hidden =
        aPerson(2000027, QStringLiteral("渡邊　花子"), QStringLiteral("ワタナベ　ハナコ"));
    hidden.addressHidden = true;
    hidden.restricted = true;
    hidden.address.clear();
    hidden.headName.clear();
    auto leaving =
        aPerson(2000035, QStringLiteral("渡辺　髙志"), QStringLiteral("ワタナベ　タカシ"));
    leaving.state = residents::State::MoveOutPlanned;
    auto gone = aPerson(2000043, QStringLiteral("渡部　﨑子"), QStringLiteral("ワタベ　サキコ"));
    gone.state = residents::State::MovedOut;
    auto foreign = aPerson(2000051, QStringLiteral("WATANABE MARIA FERNANDA"),
                           QStringLiteral("ワタナベ　マリア　フェルナンダ"));
    foreign.kind = residents::Kind::Foreign;
    return {
        aPerson(2000019, QStringLiteral("渡邉󠄂　和子"), QStringLiteral("ワタナベ　カズコ")),
        hidden, leaving, gone, foreign};
}

} // namespace

class TestSearchPage : public QObject
{
    Q_OBJECT

private:
    QList<desk::SearchConditions> m_asked;
    desk::FoundPeople m_answer;

    search::Searching searching()
    {
        return {.find =
                    [this](const desk::SearchConditions &wanted) {
                        m_asked.append(wanted);
                        return now(base::Result<desk::FoundPeople>(m_answer));
                    },
                .enough =
                    [](const desk::SearchConditions &c) {
                        return (!c.name.isEmpty() && c.birth) || c.person;
                    },
                .pauseMs = 20};
    }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }
    void init() { m_asked.clear(); }

    void modelHoldsWhatAModelMust()
    {
        search::PeopleModel model({});
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(someone());
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!model.rowAt(5));
    }

    void neverShowsAProtectedAddress()
    {
        search::PeopleModel model({});
        auto rows = someone();
        rows[1].address = QStringLiteral("漏れた住所");
        model.setRows(rows);
        for (int column = 0; column < model.columnCount(); ++column) {
            for (int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole),
                             int(Qt::AccessibleTextRole), int(widgets::SortRole)})
                QVERIFY(!model.index(1, column).data(role).toString().contains(u'漏'));
        }
    }

    void showsTheAddressWithoutItsOwnMunicipality()
    {
        search::PeopleModel model(QStringLiteral("○○県見本市"));
        auto rows = someone();
        rows[2].address = QStringLiteral("△△県別市中央１番地");
        model.setRows(rows);
        const auto address = [&model](int row) {
            return model.index(row, int(search::PeopleModel::Column::Address)).data().toString();
        };
        QCOMPARE(address(0), QStringLiteral("本町三丁目１２番地の３　メゾン緑２０１号室"));
        QCOMPARE(address(2), QStringLiteral("△△県別市中央１番地"));
    }

    void anAddressThatEverybodyHasIsNotSearched()
    {
        m_answer = {.rows = someone(), .more = false, .logRow = 1};
        search::SearchPage page(searching());
        page.show();
        page.findChild<widgets::NameField *>()->setText(QStringLiteral("ワタナベ"));
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S43.2.3"));
        auto *address = page.findChild<widgets::AddressField *>();
        for (const auto &vague : {QStringLiteral("丁目"), QStringLiteral("番地"),
                                  QStringLiteral("-"), QStringLiteral("　番 号")}) {
            address->setText(vague);
            page.press(Qt::Key_F2);
            QTest::qWait(40);
            QCOMPARE(m_asked.size(), 0);
            const auto labels = page.findChildren<QLabel *>();
            QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->isVisible() && label->text().contains(QStringLiteral("どの住所"));
            }));
        }
        address->setText(QStringLiteral("三丁目"));
        page.press(Qt::Key_F2);
        QTRY_COMPARE(m_asked.size(), 1);
    }

    /// Somebody was protected meanwhile: nothing of the list stays, and it is asked for anew.
    void aListThatIsOutdatedIsNotShownAgain()
    {
        m_answer = {.rows = someone(), .more = false, .logRow = 1};
        search::SearchPage page(searching());
        page.show();
        page.findChild<widgets::NameField *>()->setText(QStringLiteral("ワタナベ"));
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S43"));
        page.press(Qt::Key_F2);
        auto *table = page.findChild<widgets::TableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 5);
        page.arrive();
        QCOMPARE(m_asked.size(), 1);
        m_answer.rows = someone().mid(1);
        page.lookAgain();
        QCOMPARE(table->model()->rowCount(), 0);
        page.arrive();
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(m_asked.size(), 2);
        page.arrive();
        QCOMPARE(m_asked.size(), 2);
    }

    void offersTheWholeYearOnlyForADay()
    {
        m_answer = {};
        search::SearchPage page(searching());
        page.show();
        page.findChild<widgets::NameField *>()->setText(QStringLiteral("ワタナベ"));
        const auto offered = [&page] {
            const auto buttons = page.findChildren<QPushButton *>();
            return std::any_of(buttons.begin(), buttons.end(), [](const QPushButton *one) {
                return one->isVisible() && one->text().contains(QStringLiteral("生まれた年"));
            });
        };
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S43.2.3"));
        page.press(Qt::Key_F2);
        QTRY_VERIFY(offered());
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S43"));
        page.press(Qt::Key_F2);
        QTRY_COMPARE(m_asked.size(), 2);
        QTRY_VERIFY(!offered());
    }

    void searchesAfterAPauseWhenTwoConditionsStand()
    {
        m_answer = {.rows = someone(), .more = false, .logRow = 1};
        search::SearchPage page(searching());
        page.show();
        page.arrive();
        auto *name = page.findChild<widgets::NameField *>();
        name->setText(QStringLiteral("ワタナベ"));
        QTest::qWait(60);
        QCOMPARE(m_asked.size(), 0);
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S43"));
        QTRY_COMPARE(m_asked.size(), 1);
        QCOMPARE(m_asked.first().birth->from, QDate(1968, 1, 1));
        QCOMPARE(m_asked.first().birth->to, QDate(1968, 12, 31));
    }

    void asksOnlyOnceForTheSameConditions()
    {
        m_answer = {.rows = someone(), .more = false, .logRow = 1};
        search::SearchPage page(searching());
        page.show();
        page.findChild<widgets::NameField *>()->setText(QStringLiteral("ワタナベ"));
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S43.2.3"));
        page.press(Qt::Key_F2);
        QTRY_COMPARE(page.findChild<widgets::TableView *>()->model()->rowCount(), 5);
        page.press(Qt::Key_F2);
        QTest::qWait(60);
        QCOMPARE(m_asked.size(), 1);
    }

    void clearsWhatNoLongerBelongsToTheConditions()
    {
        m_answer = {.rows = someone(), .more = false, .logRow = 1};
        search::SearchPage page(searching());
        page.show();
        page.findChild<widgets::NameField *>()->setText(QStringLiteral("ワタナベ"));
        auto *birth = page.findChild<widgets::EraDateField *>();
        birth->setText(QStringLiteral("S43.2.3"));
        auto *table = page.findChild<widgets::TableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 5);
        birth->clear();
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void enterOnTheFoundPersonOpensHim()
    {
        m_answer = {.rows = {someone().first()}, .more = false, .logRow = 1};
        search::SearchPage page(searching());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy chosen(&page, &search::SearchPage::personChosen);
        page.findChild<widgets::NameField *>()->setText(QStringLiteral("ワタナベ"));
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S43.2.3"));
        page.press(Qt::Key_F2);
        auto *table = page.findChild<widgets::TableView *>();
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<base::PersonId>().value, 2000019);
    }

    void badInputStaysAndIsExplained_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("emoji") << QStringLiteral("花子😀");
        QTest::newRow("control") << (QStringLiteral("花") + QChar(1) + QStringLiteral("子"));
        QTest::newRow("10000 characters") << QString(10000, u'ア');
    }
    void badInputStaysAndIsExplained()
    {
        QFETCH(QString, typed);
        search::SearchPage page(searching());
        page.show();
        auto *name = page.findChild<widgets::NameField *>();
        name->setText(typed);
        QCOMPARE(name->text(), typed);
        QVERIFY(name->problem());
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S43.2.3"));
        page.press(Qt::Key_F2);
        QTest::qWait(60);
        QCOMPARE(m_asked.size(), 0);
    }

    void fitsInEverySize_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        for (int percent : {100, 150, 200}) {
            for (QSize size : {QSize(1366, 600), QSize(1920, 900)})
                QTest::addRow("%d %dx%d", percent, size.width(), size.height()) << percent << size;
        }
    }
    void fitsInEverySize()
    {
        QFETCH(int, percent);
        QFETCH(QSize, size);
        widgets::applyTheme(percent);
        m_answer = {.rows = someone(), .more = true, .logRow = 1};
        search::SearchPage page(searching());
        widgets::Scroller window(&page);
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        page.arrive();
        support::picture(&window,
                         QStringLiteral("search-empty-%1-%2").arg(percent).arg(size.width()));
        QCOMPARE(support::inWords(support::cutTexts(&page)), QString());
        page.findChild<widgets::NameField *>()->setText(QStringLiteral("ワタナベ"));
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S43.2"));
        page.press(Qt::Key_F2);
        QTRY_COMPARE(page.findChild<widgets::TableView *>()->model()->rowCount(), 5);
        QTest::qWait(20);
        support::picture(&window, QStringLiteral("search-%1-%2").arg(percent).arg(size.width()));
        QCOMPARE(support::inWords(support::cutTexts(&page)), QString());
        QCOMPARE(support::inWords(support::englishTexts(&page)), QString());
        QCOMPARE(support::inWords(support::namelessInputs(&page)), QString());
        m_answer = {};
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S4x"));
        QTest::qWait(5);
        support::picture(&window,
                         QStringLiteral("search-wrong-%1-%2").arg(percent).arg(size.width()));
        page.findChild<widgets::EraDateField *>()->setText(QStringLiteral("S43.2.3"));
        page.press(Qt::Key_F2);
        QTest::qWait(60);
        support::picture(&window,
                         QStringLiteral("search-none-%1-%2").arg(percent).arg(size.width()));
        QCOMPARE(support::inWords(support::cutTexts(&page)), QString());
        window.takeWidget();
        widgets::applyTheme(100);
    }
};

QTEST_MAIN(TestSearchPage)
#include "tst_searchpage.moc"
