// links: madoguchi_app
#include "support/officework.h"

#include <QtTest>

using base::ErrorCode;
using support::waited;

/// Fault 11: whatever is typed into any field, the desk answers rightly or with a clear error, and
/// work goes on.
class TestFaultsInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void hostileText_data();
    void hostileText();
    void sameKanaHoweverTyped_data();
    void sameKanaHoweverTyped();
    void impossibleBirths_data();
    void impossibleBirths();
    void impossibleNumbers();

private:
    void goesOn();
    [[nodiscard]] static bool clear(ErrorCode code);

    std::unique_ptr<support::TrainingPlace> m_place;
    support::AtWork m_work;
    desk::VisitId m_visit;
    base::PersonId m_person;
    base::HouseholdId m_household;
    qsizetype m_found = 0;
};

void TestFaultsInput::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    m_work = support::signedIn(*m_place, QStringLiteral("shunin1"));
    m_visit = support::openVisit(*m_work.desk);
    const auto found = support::find(*m_work.desk, m_visit);
    QVERIFY(found && !found->rows.isEmpty());
    m_found = found->rows.size();
    for (const auto &row : found->rows) {
        const auto opened = waited(m_work.desk->viewRecords().resident(m_visit, row.id.person));
        if (opened) {
            m_person = row.id.person;
            m_household = opened->record.snapshot.household;
            break;
        }
    }
    QVERIFY(m_person.value > 0);
}

void TestFaultsInput::cleanupTestCase()
{
    QCOMPARE(support::chainProblem(*m_work.desk), QString());
    QVERIFY(waited(m_work.desk->signOut()).has_value());
    m_work.desk.reset();
}

void TestFaultsInput::goesOn()
{
    const auto found = support::find(*m_work.desk, m_visit);
    QVERIFY(found.has_value());
    QCOMPARE(found->rows.size(), m_found);
}

/// What may be said to hostile input; anything else would be a failure of ours.
bool TestFaultsInput::clear(ErrorCode code)
{
    switch (code) {
    case ErrorCode::TooFewConditions:
    case ErrorCode::ConditionUnreadable:
    case ErrorCode::ConditionTooLong:
    case ErrorCode::ResidentUnknown:
    case ErrorCode::ReasonMissing:
    case ErrorCode::PurposeMissing:
    case ErrorCode::RequesterIncomplete:
    case ErrorCode::RefusedRequester:
    case ErrorCode::RefusedRestriction:
    case ErrorCode::RefusedItems:
    case ErrorCode::NobodyChosen:
    case ErrorCode::GlyphMissing:
    case ErrorCode::TextOverflows:
        return true;
    default:
        return false;
    }
}

void TestFaultsInput::hostileText_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("emoji", QStringLiteral("😀👨‍👩‍👧‍👦🏳️‍🌈"));
    row("10,000 characters", QString(10'000, QChar(0x6E21)));
    row("10,000 marks on one letter", QStringLiteral("a") + QString(10'000, QChar(0x0301)));
    row("10,000 variation selectors",
        QString::fromUcs4(U"辺") + QString::fromUcs4(U"\U000E0100").repeated(10'000));
    row("quotes", QStringLiteral("' OR '1'='1' --"));
    row("SQL", QStringLiteral("'; DROP TABLE person; --"));
    row("FTS", QStringLiteral("\" OR name:* NEAR(a b) ^x -y \""));
    row("LIKE", QStringLiteral("%_\\%"));
    row("NUL", QStringLiteral("山") + QChar(0) + QStringLiteral("田"));
    row("control characters", QStringLiteral("\x01\x02\x07\x1b[31m\x7f\u0085"));
    row("line breaks", QStringLiteral("山田\r\n太郎\t"));
    row("high surrogate", QString(QChar(0xD842)));
    row("low surrogate", QStringLiteral("山") + QChar(0xDFB7));
    row("surrogates swapped", QString(QChar(0xDFB7)) + QChar(0xD842));
    row("noncharacter", QString(QChar(0xFFFE)) + QChar(0xFFFF));
    row("byte order mark", QString(QChar(0xFEFF)) + QStringLiteral("山田"));
    row("right to left", QString(QChar(0x202E)) + QStringLiteral("太郎"));
    row("zero width", QStringLiteral("山\u200b\u2060田"));
    row("private use", QString(QChar(0xE000)) + QChar(0xF8FF));
    row("only spaces", QStringLiteral(" 　\u00a0\u3000 "));
    row("full-width digits", QStringLiteral("１２３－４５６７"));
    row("full-width latin", QStringLiteral("ＡＢＣ　ｘｙｚ"));
    row("half-width kana", QStringLiteral("ﾜﾀﾅﾍﾞﾊﾟｯｰ"));
    row("lone sound mark", QStringLiteral("ﾞﾟ゛゜"));
    row("format string", QStringLiteral("%s%n%1%2{0}"));
    row("markup", QStringLiteral("<b>&lt;script&gt;</b>"));
    row("path", QStringLiteral("../../etc/passwd"));
    row("empty", QString());
}

void TestFaultsInput::hostileText()
{
    QFETCH(QString, text);
    desk::Desk &desk = *m_work.desk;
    const auto clearOr = [](const auto &answer, const char *field) {
        if (answer || clear(answer.error().code))
            return true;
        qWarning("%s: code %d %s", field, int(answer.error().code),
                 qPrintable(answer.error().detail));
        return false;
    };
    // Each search field, with a second condition that finds.
    for (QString desk::SearchConditions::*field :
         {&desk::SearchConditions::name, &desk::SearchConditions::address,
          &desk::SearchConditions::headName, &desk::SearchConditions::telephone}) {
        desk::SearchConditions conditions = support::anybody({});
        conditions.*field = text;
        const auto found = waited(desk.findPeople().find(m_visit, conditions));
        QVERIFY(clearOr(found, "search"));
        if (found)
            QVERIFY(found->rows.size() <= desk.policy().rowLimit);
    }
    QVERIFY(clearOr(
        waited(desk.visits().open({.number = text, .purpose = QStringLiteral("certificate")})),
        "visit number"));
    QVERIFY(clearOr(waited(desk.visits().open({.number = {}, .purpose = text})), "purpose"));
    QVERIFY(clearOr(waited(desk.viewRecords().resident(m_visit, m_person, text)), "reason"));
    QVERIFY(clearOr(waited(desk.viewRecords().household(m_visit, m_household, text)), "reason"));
    certificates::Request request;
    request.household = m_household;
    request.persons = {m_person};
    request.requester = certificates::RequesterKind::ThirdParty;
    request.requesterName = text;
    request.useOf = text;
    request.identification = {.documents = {text}, .questioned = false};
    QVERIFY(clearOr(waited(desk.certificates().preview(m_visit, request)), "preview"));
    QVERIFY(clearOr(waited(desk.certificates().issue(m_visit, request, text)), "issue"));
    goesOn();
}

void TestFaultsInput::sameKanaHoweverTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("full-width katakana") << QStringLiteral("サ");
    QTest::newRow("half-width katakana") << QStringLiteral("ｻ");
    QTest::newRow("hiragana") << QStringLiteral("さ");
}

void TestFaultsInput::sameKanaHoweverTyped()
{
    QFETCH(QString, typed);
    const auto found = support::find(*m_work.desk, m_visit, typed);
    QVERIFY(found.has_value());
    QCOMPARE(found->rows.size(), m_found);
}

void TestFaultsInput::impossibleBirths_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::newRow("none") << QDate() << QDate();
    QTest::newRow("30 February") << QDate(2026, 2, 30) << QDate(2026, 2, 30);
    QTest::newRow("backwards") << QDate(2000, 1, 1) << QDate(1999, 1, 1);
    QTest::newRow("before all eras") << QDate(-4000, 1, 1) << QDate(-4000, 1, 1);
    QTest::newRow("far future") << QDate(99'999, 1, 1) << QDate(99'999, 1, 1);
    QTest::newRow("all time") << QDate(-4000, 1, 1) << QDate(99'999, 1, 1);
}

void TestFaultsInput::impossibleBirths()
{
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    desk::SearchConditions conditions;
    conditions.name = QStringLiteral("サ");
    conditions.birth = desk::BirthRange{from, to};
    const auto found = waited(m_work.desk->findPeople().find(m_visit, conditions));
    QVERIFY(found ? found->rows.isEmpty() : clear(found.error().code));
    goesOn();
}

void TestFaultsInput::impossibleNumbers()
{
    for (const qint64 number :
         {qint64(0), qint64(-1), qint64(1), std::numeric_limits<qint64>::max(),
          std::numeric_limits<qint64>::min()}) {
        desk::SearchConditions byPerson;
        byPerson.person = base::PersonId{number};
        const auto person = waited(m_work.desk->findPeople().find(m_visit, byPerson));
        QVERIFY(person ? person->rows.isEmpty() : clear(person.error().code));
        desk::SearchConditions byHousehold;
        byHousehold.household = base::HouseholdId{number};
        const auto household = waited(m_work.desk->findPeople().find(m_visit, byHousehold));
        QVERIFY(household ? household->rows.isEmpty() : clear(household.error().code));
        QCOMPARE(waited(m_work.desk->viewRecords().resident(m_visit, base::PersonId{number}))
                     .error()
                     .code,
                 ErrorCode::ResidentUnknown);
        QCOMPARE(waited(m_work.desk->viewRecords().household(m_visit, base::HouseholdId{number}))
                     .error()
                     .code,
                 ErrorCode::ResidentUnknown);
        QCOMPARE(waited(m_work.desk->viewRecords().history(m_visit, base::PersonId{number}))
                     .error()
                     .code,
                 ErrorCode::ResidentUnknown);
        QCOMPARE(
            waited(m_work.desk->viewRecords().formerState(m_visit, {base::PersonId{number}, -1}))
                .error()
                .code,
            ErrorCode::ResidentUnknown);
    }
    goesOn();
}

QTEST_MAIN(TestFaultsInput)
#include "tst_faults_input.moc"
