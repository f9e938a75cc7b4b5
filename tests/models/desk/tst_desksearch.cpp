// links: madoguchi_app
#include "models/desk/counterwork.h"

#include <QSemaphore>
#include <QtTest>

#include <bitset>
#include <thread>

using base::ErrorCode;
using support::waited;

/// FindPeople on a city: the two-condition rule (R-ACQ-09), overtaken searches, variants of names.
class TestDeskSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twoConditionsAreNeeded_data();
    void twoConditionsAreNeeded();
    void oneNumberIsEnough_data();
    void oneNumberIsEnough();
    void blanksAreNoCondition();
    void whatCannotBeAConditionIsRefused_data();
    void whatCannotBeAConditionIsRefused();
    void anOvertakenSearchHandsOutNothing();
    void noMoreThanTheLimitIsHandedOut();
    void everyWatanabeIsFound_data();
    void everyWatanabeIsFound();

private:
    [[nodiscard]] base::Result<desk::FoundPeople> find(const desk::SearchConditions &conditions)
    {
        return waited(m_work->desk().findPeople().find(m_visit, conditions));
    }

    std::unique_ptr<support::TrainingPlace> m_place;
    counterwork::City m_city;
    std::unique_ptr<counterwork::AtDesk> m_work;
    desk::VisitId m_visit;
    residents::Snapshot m_person;
};

void TestDeskSearch::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>(6000);
    {
        counterwork::AtDesk supervisor(*m_place, QStringLiteral("shunin1"));
        m_city.read(supervisor);
    }
    m_work = std::make_unique<counterwork::AtDesk>(*m_place, QStringLiteral("madoguchi1"));
    m_visit = m_work->visit();
    m_person = m_city.anOrdinaryHousehold(2).first();
}

namespace {
enum Condition { Name, Birth, Address, Head, Telephone, Sex, Removed, Conditions };
}

void TestDeskSearch::twoConditionsAreNeeded_data()
{
    QTest::addColumn<int>("given");
    QTest::addColumn<bool>("enough");
    const QByteArray signs = QByteArrayLiteral("nbahtsr");
    for (int given = 0; given < 1 << Conditions; ++given) {
        QByteArray name;
        for (int i = 0; i < Conditions; ++i)
            name += (given >> i & 1) ? signs.at(i) : '-';
        // R-ACQ-09: two items other than sex; former residents are no item either.
        const int items = given & ((1 << Sex) - 1);
        QTest::newRow(name.constData()) << given << (std::bitset<8>(unsigned(items)).count() >= 2);
    }
}

void TestDeskSearch::twoConditionsAreNeeded()
{
    QFETCH(int, given);
    QFETCH(bool, enough);
    desk::SearchConditions conditions;
    if (given >> Name & 1)
        conditions.name = m_person.name.family;
    if (given >> Birth & 1)
        conditions.birth = desk::BirthRange{m_person.bornOn.earliest, m_person.bornOn.earliest};
    if (given >> Address & 1)
        conditions.address = m_person.address.town;
    if (given >> Head & 1)
        conditions.headName = m_person.headName.left(2);
    if (given >> Telephone & 1)
        conditions.telephone = QStringLiteral("0001");
    if (given >> Sex & 1)
        conditions.sex = m_person.sex;
    conditions.withRemoved = given >> Removed & 1;
    m_work->forgetRows();
    const auto found = find(conditions);
    if (enough) {
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
        QCOMPARE(m_work->newRows().size(), 1);
        return;
    }
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::TooFewConditions);
    QVERIFY(m_work->newRows().isEmpty());
}

void TestDeskSearch::oneNumberIsEnough_data()
{
    QTest::addColumn<bool>("household");
    QTest::addColumn<bool>("withSex");
    for (const bool household : {false, true}) {
        for (const bool withSex : {false, true})
            QTest::addRow("%s%s", household ? "household" : "person", withSex ? " and sex" : "")
                << household << withSex;
    }
}

void TestDeskSearch::oneNumberIsEnough()
{
    QFETCH(bool, household);
    QFETCH(bool, withSex);
    desk::SearchConditions conditions;
    if (household)
        conditions.household = m_person.household;
    else
        conditions.person = m_person.id.person;
    if (withSex)
        conditions.sex = m_person.sex;
    const auto found = find(conditions);
    QVERIFY(found.has_value());
    const auto isThis = [this](const desk::FoundPerson &one) { return one.id == m_person.id; };
    QVERIFY(std::any_of(found->rows.begin(), found->rows.end(), isThis));
    for (const desk::FoundPerson &one : found->rows) {
        QVERIFY(!withSex || one.sex == m_person.sex);
        QVERIFY(one.household == m_person.household);
    }
    QVERIFY(household || found->rows.size() == 1);
}

void TestDeskSearch::blanksAreNoCondition()
{
    desk::SearchConditions conditions;
    conditions.name = m_person.name.family;
    for (const QString &blank : {QStringLiteral(" "), QStringLiteral("　　"), QString(u'\t')}) {
        conditions.address = blank;
        conditions.headName = blank;
        conditions.telephone = blank;
        const auto found = find(conditions);
        QVERIFY(!found.has_value());
        QVERIFY(found.error().code == ErrorCode::TooFewConditions ||
                found.error().code == ErrorCode::ConditionUnreadable);
    }
}

void TestDeskSearch::whatCannotBeAConditionIsRefused_data()
{
    QTest::addColumn<desk::SearchConditions>("conditions");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const desk::SearchConditions &conditions,
                        ErrorCode code) { QTest::newRow(name) << conditions << int(code); };
    desk::SearchConditions good;
    good.name = QStringLiteral("渡辺");
    good.address = QStringLiteral("本町");
    auto bad = good;
    bad.name = QString(101, u'渡');
    row("long name", bad, ErrorCode::ConditionTooLong);
    bad = good;
    bad.address = QString(10'000, u'町');
    row("long address", bad, ErrorCode::ConditionTooLong);
    bad = good;
    bad.telephone = QString(21, u'0');
    row("long telephone", bad, ErrorCode::ConditionTooLong);
    bad = good;
    bad.birth = desk::BirthRange{QDate(1970, 1, 2), QDate(1970, 1, 1)};
    row("birth backwards", bad, ErrorCode::ConditionUnreadable);
    bad = good;
    bad.birth = desk::BirthRange{QDate(), QDate(1970, 1, 1)};
    row("half a birth", bad, ErrorCode::ConditionUnreadable);
}

void TestDeskSearch::whatCannotBeAConditionIsRefused()
{
    QFETCH(desk::SearchConditions, conditions);
    QFETCH(int, code);
    m_work->forgetRows();
    const auto found = find(conditions);
    QVERIFY(!found.has_value());
    QCOMPARE(int(found.error().code), code);
    QVERIFY(m_work->newRows().isEmpty());
}

/// The second key comes while the first search still waits for the file.
void TestDeskSearch::anOvertakenSearchHandsOutNothing()
{
    desk::SearchConditions conditions;
    conditions.person = m_person.id.person;
    m_work->forgetRows();
    QSemaphore begun;
    QSemaphore go;
    std::thread busy([&] {
        (void)m_work->office().withCache([&](cache::CacheReader &) -> base::Result<> {
            begun.release();
            go.acquire();
            return {};
        });
    });
    begun.acquire();
    auto first = m_work->desk().findPeople().find(m_visit, conditions);
    auto second = m_work->desk().findPeople().find(m_visit, conditions);
    go.release();
    busy.join();
    const auto overtaken = waited(first);
    QVERIFY(!overtaken.has_value());
    QCOMPARE(overtaken.error().code, ErrorCode::SearchOvertaken);
    const auto answered = waited(second);
    QVERIFY(answered.has_value());
    const QList<evidence::Row> rows = m_work->newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().number, answered->logRow);
}

void TestDeskSearch::noMoreThanTheLimitIsHandedOut()
{
    desk::SearchConditions conditions;
    conditions.birth = desk::BirthRange{QDate(1920, 1, 1), m_work->clock().today()};
    conditions.address = QStringLiteral("1");
    const auto found = find(conditions);
    QVERIFY(found.has_value());
    QCOMPARE(found->rows.size(), 100); // design.md 4: 100 at most
    QVERIFY(found->more);
    const evidence::Row row = m_work->newRows().last();
    QCOMPARE(row.count, 100u);
    QCOMPARE(row.subjects.size(), 100);
}

void TestDeskSearch::everyWatanabeIsFound_data()
{
    QTest::addColumn<QString>("typed");
    for (const char16_t *typed : {u"渡辺", u"渡邊", u"渡邉", u"ワタナベ", u"わたなべ", u"ﾜﾀﾅﾍﾞ"}) {
        const QString text = QString::fromUtf16(typed);
        QTest::newRow(text.toUtf8().constData()) << text;
    }
}

/// Whatever way it is typed, with the birth year; what is handed out is what is registered.
void TestDeskSearch::everyWatanabeIsFound()
{
    QFETCH(QString, typed);
    // 渡 and a letter for なべ, with or without a variation selector: municipal-facts.md 2.2.
    static const QRegularExpression family(QStringLiteral("^渡[辺邊邉][\\x{E0100}-\\x{E01EF}]?$"));
    QSet<QString> writings;
    for (const auto &person : m_city.people()) {
        const bool meant = family.match(person.name.family).hasMatch() && person.bornOn.isDay() &&
                           residents::isPresent(person.state) &&
                           person.name.searchKana.startsWith(u"ワタナベ");
        if (!meant)
            continue;
        writings.insert(person.name.family);
        const int year = person.bornOn.earliest.year();
        desk::SearchConditions conditions;
        conditions.name = typed;
        conditions.birth = desk::BirthRange{QDate(year, 1, 1), QDate(year, 12, 31)};
        const auto found = find(conditions);
        QVERIFY(found.has_value());
        const auto line = std::find_if(found->rows.begin(), found->rows.end(),
                                       [&person](const auto &row) { return row.id == person.id; });
        QVERIFY2(line != found->rows.end(), qPrintable(person.name.family));
        QCOMPARE(line->name.toUtf8(), counterwork::nameOf(person).toUtf8());
    }
    QVERIFY(writings.contains(QStringLiteral("渡邊")));
    QVERIFY(writings.contains(QStringLiteral("渡邉")));
    QVERIFY2(std::any_of(writings.begin(), writings.end(),
                         [](const QString &one) { return one.size() > 2; }),
             "no 渡邉 with a variation selector in this city");
}

QTEST_MAIN(TestDeskSearch)
#include "tst_desksearch.moc"
