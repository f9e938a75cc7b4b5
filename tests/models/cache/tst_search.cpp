#include "storage/database.h"
#include "support/builders.h"
#include "support/testcache.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QtTest>

using base::ErrorCode;
using support::aPerson;
using support::rowOf;
using support::TestCache;

namespace {

const QDate today(2026, 11, 2);
// 邉 with variation selector 18 (U+E0101), as 渡邉󠄁 is registered.
const QString selected = QStringLiteral("渡邉") + QString::fromUcs4(U"\U000E0101", 1);

QList<cache::StoredRow> people()
{
    QList<cache::StoredRow> rows;
    const auto add = [&rows](const residents::Snapshot &person) { rows.append(rowOf(person)); };
    add(aPerson(1).named(u"渡邊", u"花子").read(u"ワタナベ", u"ハナコ").bornOn(1960, 3, 12));
    add(aPerson(2).named(u"渡邉", u"健一郎").read(u"ワタナベ", u"ケンイチロウ").bornOn(1960, 7, 1));
    add(aPerson(3).named(selected, u"ミヅキ").read(u"ワタナベ", u"ミヅキ").bornOn(1960, 12, 31));
    add(aPerson(4).named(u"渡辺", u"太郎").read(u"ワタナベ", u"タロウ").bornOn(1961, 1, 1));
    add(aPerson(5).named(u"大野", u"一").read(u"オーノ", u"ハジメ").bornOn(1950, 5, 5));
    add(aPerson(6).named(u"小野", u"二郎").read(u"オノ", u"ジロウ").bornOn(1950, 5, 5));
    add(aPerson(7).named(u"林", u"恵").searchKana(u"ハヤシ　メグミ").bornOn(1980, 2, 29));
    add(aPerson(8)
            .foreign(u"NGUYEN VAN AN", u"山本　安", u"ヤマモト　アン")
            .searchKana(u"グエン　ヴァン　アン")
            .bornOn(1995, 10, 10));
    add(aPerson(9)
            .named(u"佐藤", u"京子")
            .read(u"サトウ", u"キョウコ")
            .formerFamily(u"長谷川", u"ハセガワ")
            .bornOn(1988, 8, 8)
            .telephone(u"099-9000-1234")
            .headed(u"佐藤　実"));
    add(aPerson(10)
            .named(u"佐野", u"ウメ")
            .read(u"サノ", u"ウメ")
            .bornOn({.text = QStringLiteral("昭和１０年頃"),
                     .earliest = QDate(1935, 1, 1),
                     .latest = QDate(1935, 12, 31),
                     .precision = calendar::Precision::Year}));
    add(aPerson(11).named(u"𠮷田", u"葵").read(u"ヨシダ", u"アオイ").bornOn(2001, 1, 1));
    add(aPerson(12)
            .named(u"旧川", u"去")
            .read(u"フルカワ", u"サル")
            .bornOn(1970, 6, 6)
            .state(residents::State::MovedOut));
    // 名 alone is public; 旧氏 of somebody of whom nothing is.
    residents::Snapshot half = aPerson(14).named(u"北條", u"千春").bornOn(1990, 4, 4);
    half.name.searchKana = QStringLiteral("ホウジョウ チハル");
    half.name.givenReading = {QStringLiteral("チハル"), residents::ReadingState::Notified};
    add(half);
    residents::Snapshot former =
        aPerson(15).named(u"今井", u"美和").formerFamily(u"鬼塚", u"オニヅカ").bornOn(1991, 4, 4);
    former.name.searchKana = QStringLiteral("イマイ　ミワ");
    former.name.familyReading = {};
    former.name.givenReading = {};
    add(former);
    residents::Snapshot now = aPerson(13)
                                  .named(u"中村", u"明子")
                                  .read(u"ナカムラ", u"アキコ")
                                  .bornOn(1977, 7, 7)
                                  .version(2);
    residents::Snapshot before = now;
    before.id.version = 1;
    before.name.family = QStringLiteral("田中");
    before.name.familyReading.kana = QStringLiteral("タナカ");
    add(now);
    rows.append(support::formerRowOf(before));
    return rows;
}

QList<qint64> idsOf(const cache::FoundPeople &found)
{
    QList<qint64> ids;
    for (const auto &row : found.rows)
        ids.append(row.id.person.value);
    return ids;
}

cache::BirthRange year(int year)
{
    return {.from = QDate(year, 1, 1), .to = QDate(year, 12, 31)};
}

cache::Query named(const QString &name)
{
    cache::Query query;
    query.name = name;
    query.today = today;
    return query;
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_cache = std::make_unique<TestCache>(people()); }
    void cleanupTestCase() { m_cache.reset(); }
    void namesFind_data();
    void namesFind();
    void variantsWithABirthYearFindEveryWatanabe();
    void birthNarrows();
    void aBirthKnownInPartIsFoundByEveryDayItCanBe();
    void theLongVowelKeptStandsFirst();
    void theNameThatAnsweredIsMarked();
    void numbersAndTelephonesFind();
    void theFormerOnesComeOnlyWhenAskedFor();
    void noMoreThanTheLimit();
    void whatCannotBeSearchedIsRefused();
    void signsOfTheQueryLanguageAreJustSigns_data();
    void signsOfTheQueryLanguageAreJustSigns();
    void everySearchIsServedByAnIndex();
    void noColumnHoldsTheNumbers();

private:
    QList<qint64> find(const cache::Query &query)
    {
        const auto found = m_cache->reader().find(query);
        if (!found) {
            QTest::qFail(qPrintable(found.error().detail), __FILE__, __LINE__);
            return {};
        }
        return idsOf(*found);
    }
    std::unique_ptr<TestCache> m_cache;
};

void TestSearch::namesFind_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<qint64>>("expected"); // by kana, then birth, then number
    using Ids = QList<qint64>;
    QTest::newRow("katakana") << QStringLiteral("ワタナベ") << Ids{2, 4, 1, 3};
    QTest::newRow("hiragana") << QStringLiteral("わたなべ") << Ids{2, 4, 1, 3};
    QTest::newRow("half-width") << QStringLiteral("ﾜﾀﾅﾍﾞ") << Ids{2, 4, 1, 3};
    QTest::newRow("without voicing") << QStringLiteral("ハタナヘ") << Ids{2, 4, 1, 3};
    QTest::newRow("kanji of the 常用漢字表 first as typed")
        << QStringLiteral("渡辺") << Ids{4, 2, 1, 3};
    QTest::newRow("old form first as typed") << QStringLiteral("渡邊") << Ids{1, 2, 4, 3};
    QTest::newRow("given name only, kana") << QStringLiteral("ケンイチロオ") << Ids{2};
    QTest::newRow("part inside, kana") << QStringLiteral("タナベ") << Ids{2, 4, 1, 3};
    QTest::newRow("part inside, kanji") << QStringLiteral("健一") << Ids{2};
    QTest::newRow("one kanji, family") << QStringLiteral("林") << Ids{7};
    QTest::newRow("one kanji, given") << QStringLiteral("恵") << Ids{7};
    QTest::newRow("one kana") << QStringLiteral("グ") << Ids{8};
    QTest::newRow("space does not count") << QStringLiteral("わたなべ　はなこ") << Ids{1};
    QTest::newRow("without the space") << QStringLiteral("わたなべはなこ") << Ids{1};
    QTest::newRow("beginning of both parts") << QStringLiteral("渡 花") << Ids{1};
    QTest::newRow("kanji and kana") << QStringLiteral("渡辺 はなこ") << Ids{1};
    QTest::newRow("K1: ヅ as ズ") << QStringLiteral("ミズキ") << Ids{3};
    QTest::newRow("K2: ヅ as ツ") << QStringLiteral("ミツキ") << Ids{3};
    QTest::newRow("ウ at the border") << QStringLiteral("サノウメ") << Ids{10};
    QTest::newRow("given name beginning with ウ") << QStringLiteral("ウメ") << Ids{10};
    QTest::newRow("small kana") << QStringLiteral("キヨウコ") << Ids{9};
    QTest::newRow("ヴァ as バ") << QStringLiteral("グエンバン") << Ids{8};
    QTest::newRow("Latin") << QStringLiteral("nguyen van") << Ids{8};
    QTest::newRow("Latin, full width") << QStringLiteral("ＮＧＵＹＥＮ") << Ids{8};
    QTest::newRow("Latin, later part") << QStringLiteral("Van An") << Ids{8};
    QTest::newRow("alias") << QStringLiteral("山本") << Ids{8};
    QTest::newRow("alias, kana") << QStringLiteral("やまもと") << Ids{8};
    QTest::newRow("旧氏") << QStringLiteral("長谷川") << Ids{9};
    QTest::newRow("旧氏, kana") << QStringLiteral("ハセガワ") << Ids{9};
    // JS1 2.1.2, municipal-facts.md 4.1: furigana are public part by part.
    QTest::newRow("名 alone public, kanji and kana") << QStringLiteral("北条 ちはる") << Ids{14};
    QTest::newRow("名 alone public, kana and kanji")
        << QStringLiteral("ほうじょう 千春") << Ids{14};
    QTest::newRow("名 alone public, whole kana") << QStringLiteral("ホウジョウチハル") << Ids{14};
    QTest::newRow("旧氏 with a 名 not public") << QStringLiteral("オニツカ ミワ") << Ids{15};
    QTest::newRow("旧氏 with a 名 not public, joined") << QStringLiteral("おにづかみわ") << Ids{15};
    QTest::newRow("past name") << QStringLiteral("田中") << Ids{13};
    QTest::newRow("outside the BMP by its common form") << QStringLiteral("吉田") << Ids{11};
    QTest::newRow("outside the BMP as registered") << QStringLiteral("𠮷田") << Ids{11};
    QTest::newRow("nobody") << QStringLiteral("存在しない") << Ids{};
}

void TestSearch::namesFind()
{
    QFETCH(QString, typed);
    QFETCH(QList<qint64>, expected);
    QCOMPARE(find(named(typed)), expected);
}

void TestSearch::variantsWithABirthYearFindEveryWatanabe()
{
    for (const auto &typed :
         {QStringLiteral("渡辺"), QStringLiteral("渡邊"), QStringLiteral("渡邉"), selected,
          QStringLiteral("ワタナベ"), QStringLiteral("わたなべ"), QStringLiteral("ﾜﾀﾅﾍﾞ")}) {
        auto query = named(typed);
        query.birth = year(1960);
        auto ids = find(query);
        std::sort(ids.begin(), ids.end());
        QCOMPARE(ids, (QList<qint64>{1, 2, 3}));
    }
    auto query = named(QStringLiteral("わたなべ"));
    query.birth = cache::BirthRange{.from = QDate(1960, 12, 31), .to = QDate(1960, 12, 31)};
    const auto found = m_cache->reader().find(query);
    QVERIFY(found);
    QCOMPARE(found->rows.size(), 1);
    QCOMPARE(found->rows.first().name,
             selected + QStringLiteral("　ミヅキ")); // the registered glyph
}

void TestSearch::birthNarrows()
{
    cache::Query query;
    query.birth = cache::BirthRange{.from = QDate(1950, 5, 5), .to = QDate(1950, 5, 5)};
    QCOMPARE(find(query), (QList<qint64>{6, 5}));
    query.birth = cache::BirthRange{.from = QDate(1960, 7, 1), .to = QDate(1960, 7, 31)};
    QCOMPARE(find(query), (QList<qint64>{2}));
    query.birth = cache::BirthRange{.from = QDate(1960, 12, 1), .to = QDate(1961, 1, 1)};
    QCOMPARE(find(query), (QList<qint64>{4, 3}));
    query.sex = residents::Sex::Male;
    QCOMPARE(find(query), QList<qint64>{});
}

void TestSearch::aBirthKnownInPartIsFoundByEveryDayItCanBe()
{
    cache::Query query;
    for (const auto &range :
         {cache::BirthRange{QDate(1935, 6, 1), QDate(1935, 6, 1)},
          cache::BirthRange{QDate(1935, 2, 1), QDate(1935, 2, 28)}, year(1935)}) {
        query.birth = range;
        QCOMPARE(find(query), (QList<qint64>{10}));
    }
    query.birth = year(1936);
    QCOMPARE(find(query), QList<qint64>{});
}

void TestSearch::theLongVowelKeptStandsFirst()
{
    // municipal-facts.md 2.4: オーノ and オノ have one key; what keeps the long vowel stands first.
    QCOMPARE(find(named(QStringLiteral("オーノ"))), (QList<qint64>{5, 6}));
    QCOMPARE(find(named(QStringLiteral("オノ"))), (QList<qint64>{6, 5}));
}

void TestSearch::theNameThatAnsweredIsMarked()
{
    const auto marked = [this](const QString &typed) {
        const auto found = m_cache->reader().find(named(typed));
        return found && found->rows.size() == 1 ? found->rows.first().matched
                                                : cache::MatchedName(-1);
    };
    QCOMPARE(marked(QStringLiteral("佐藤")), cache::MatchedName::Current);
    QCOMPARE(marked(QStringLiteral("長谷川")), cache::MatchedName::FormerFamily);
    QCOMPARE(marked(QStringLiteral("山本")), cache::MatchedName::Alias);
    QCOMPARE(marked(QStringLiteral("田中")), cache::MatchedName::Past);
}

void TestSearch::numbersAndTelephonesFind()
{
    cache::Query query;
    query.person = base::PersonId{9};
    QCOMPARE(find(query), (QList<qint64>{9}));
    query.person = base::PersonId{12}; // a number finds former residents too
    QCOMPARE(find(query), (QList<qint64>{12}));
    query.person.reset();
    query.household = base::HouseholdId{9};
    QCOMPARE(find(query), (QList<qint64>{9}));
    query.household.reset();
    for (const auto &number : {QStringLiteral("1234"), QStringLiteral("０９９－９０００－１２３４"),
                               QStringLiteral("0999"), QStringLiteral("9000-1234")}) {
        query.telephone = number;
        QCOMPARE(find(query), (QList<qint64>{9}));
    }
    query.telephone.clear();
    query.headName = QStringLiteral("佐藤実");
    QCOMPARE(find(query), (QList<qint64>{9}));
    query.headName = QStringLiteral("佐藤二");
    QCOMPARE(find(query), QList<qint64>{});
}

void TestSearch::theFormerOnesComeOnlyWhenAskedFor()
{
    auto query = named(QStringLiteral("旧川"));
    QCOMPARE(find(query), QList<qint64>{});
    query.withRemoved = true;
    QCOMPARE(find(query), (QList<qint64>{12}));
}

void TestSearch::noMoreThanTheLimit()
{
    auto query = named(QStringLiteral("ワタナベ"));
    query.limit = 3;
    const auto found = m_cache->reader().find(query);
    QVERIFY(found);
    QCOMPARE(idsOf(*found), (QList<qint64>{2, 4, 1}));
    QVERIFY(found->more);
    query.limit = 4;
    QVERIFY(!m_cache->reader().find(query)->more);
}

void TestSearch::whatCannotBeSearchedIsRefused()
{
    const auto codeOf = [this](const cache::Query &query) {
        const auto found = m_cache->reader().find(query);
        return found ? ErrorCode::Count : found.error().code;
    };
    QCOMPARE(codeOf({}), ErrorCode::TooFewConditions);
    cache::Query query;
    query.sex = residents::Sex::Male;
    QCOMPARE(codeOf(query), ErrorCode::TooFewConditions);
    query.telephone = QStringLiteral("123");
    QCOMPARE(codeOf(query), ErrorCode::ConditionUnreadable);
    query.telephone.clear();
    query.birth = cache::BirthRange{.from = QDate(1960, 1, 2), .to = QDate(1960, 1, 1)};
    QCOMPARE(codeOf(query), ErrorCode::ConditionUnreadable);
    QCOMPARE(codeOf(named(QStringLiteral("・"))), ErrorCode::ConditionUnreadable);
}

void TestSearch::signsOfTheQueryLanguageAreJustSigns_data()
{
    QTest::addColumn<QString>("typed");
    for (const auto *typed : {"\"", "\" OR \"", "a\" OR \"b", "山田* OR", "NEAR(a b)", "tokens:a",
                              "'; DROP TABLE person; --", "^a", "-", "()", "\\", "%_",
                              "\xF0\x9F\x98\x80\xF0\x9F\x98\x80"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
    QTest::newRow("control") << QStringLiteral("a\u0001\u0002b\tc\nd");
    QTest::newRow("10,000 characters") << QString(10'000, QChar(u'渡'));
    QTest::newRow("half a pair") << QString(QChar(0xd842)) + u'a';
}

void TestSearch::signsOfTheQueryLanguageAreJustSigns()
{
    QFETCH(QString, typed);
    for (int fieldNumber = 0; fieldNumber < 4; ++fieldNumber) {
        cache::Query query;
        QString *fields[] = {&query.name, &query.address, &query.headName, &query.telephone};
        *fields[fieldNumber] = typed;
        const auto found = m_cache->reader().find(query);
        if (found)
            QVERIFY(found->rows.isEmpty());
        else
            QVERIFY2(found.error().code == ErrorCode::ConditionUnreadable ||
                         found.error().code == ErrorCode::TooFewConditions,
                     qPrintable(found.error().detail));
    }
    QCOMPARE(find(named(QStringLiteral("渡辺"))).size(), 4); // nothing was harmed
}

void TestSearch::everySearchIsServedByAnIndex()
{
    storage::Opening opening;
    opening.path = m_cache->path();
    opening.key = &m_cache->key();
    opening.mode = storage::Opening::Mode::ReadOnly;
    opening.kind = QStringLiteral("cache");
    const auto database = storage::Database::open(opening);
    QVERIFY(database);
    for (const auto &name :
         {"find_by_token", "find_by_person", "find_by_household", "head_of_person", "person_by_id",
          "person_of_household", "restriction_on_person", "restriction_on_household",
          "hidden_person", "former_snapshots_of", "former_snapshot_by_id", "household_by_id"}) {
        QFile file(QStringLiteral(":/sql/cache/%1.sql").arg(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression comment(QStringLiteral("--[^\n]*"));
        static const QRegularExpression parameter(QStringLiteral(":[a-z_]+"));
        QString sql = QString::fromUtf8(file.readAll()).remove(comment);
        sql.replace(parameter, QStringLiteral("1"));
        QSqlQuery query((*database)->driver()->createResult());
        QVERIFY(query.prepare(QStringLiteral("EXPLAIN QUERY PLAN ") + sql));
        QVERIFY2(query.exec(),
                 qPrintable(QString::fromLatin1(name) + u' ' + query.lastError().text()));
        int steps = 0;
        while (query.next()) {
            ++steps;
            const QString step = query.value(3).toString();
            const bool scans = step.startsWith(QLatin1String("SCAN"));
            const bool allowed = step.contains(QLatin1String("VIRTUAL TABLE INDEX 0:M")) ||
                                 step == QLatin1String("SCAN CONSTANT ROW");
            QVERIFY2(!scans || allowed, qPrintable(QString::fromLatin1(name) + u' ' + step));
        }
        QVERIFY(steps > 0);
    }
}

void TestSearch::noColumnHoldsTheNumbers()
{
    // R-AUZ-09: neither a column of its own nor a key inside the bodies (codec.h refuses 21 and
    // 22).
    storage::Opening opening;
    opening.path = m_cache->path();
    opening.key = &m_cache->key();
    opening.mode = storage::Opening::Mode::ReadOnly;
    opening.kind = QStringLiteral("cache");
    const auto database = storage::Database::open(opening);
    QVERIFY(database);
    QSqlQuery query((*database)->driver()->createResult());
    QVERIFY(query.exec(QStringLiteral("SELECT m.name, p.name FROM sqlite_schema m "
                                      "JOIN pragma_table_info(m.name) p WHERE m.type = 'table'")));
    QStringList columns;
    while (query.next())
        columns.append(query.value(0).toString() + u'.' + query.value(1).toString());
    QVERIFY(columns.contains(QStringLiteral("person.body")));
    const QRegularExpression number(QStringLiteral("individual|my_?number|resident_?code|kojin|"
                                                   "number|code"));
    for (const auto &column : columns)
        QVERIFY2(!column.contains(number), qPrintable(column));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
