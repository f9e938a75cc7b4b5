#include "residents/reading.h"
#include "residents/relationship.h"

#include <QFile>
#include <QtTest>

using namespace residents;

class TestRelationship final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsTheStandardSays_data();
    void readsAsTheStandardSays();
    void everyStepCanBeWrittenAndRead();
    void adviceIsItselfAllowed();
    void adviceKnowsTheStepBefore();
    void sexIsAnAlert();
    void longTextsAreRefusedQuickly();
    void furiganaIsPrintedByPart_data();
    void furiganaIsPrintedByPart();
};

void TestRelationship::readsAsTheStandardSays_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("wording");
    QFile file(QStringLiteral(MADOGUCHI_SOURCE_DIR "/tests/data/residents/relationship.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int number = 0;
    for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++number;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const auto parts = line.split(u';');
        QCOMPARE(parts.size(), 3);
        QTest::newRow(qPrintable(QStringLiteral("line %1").arg(number)))
            << parts[0] << parts[1] << parts[2];
    }
}

void TestRelationship::readsAsTheStandardSays()
{
    QFETCH(QString, input);
    QFETCH(QString, verdict);
    QFETCH(QString, wording);
    const QHash<QString, RelationshipFault> faults{
        {QStringLiteral("ok"), RelationshipFault::None},
        {QStringLiteral("word"), RelationshipFault::WordNotAllowed},
        {QStringLiteral("generations-in-advice"), RelationshipFault::WordNotAllowed},
        {QStringLiteral("generations"), RelationshipFault::TooManyGenerations},
        {QStringLiteral("spouse"), RelationshipFault::SpouseOfSpouse},
        {QStringLiteral("empty"), RelationshipFault::Empty},
        {QStringLiteral("unreadable"), RelationshipFault::Unreadable}};
    QVERIFY(faults.contains(verdict));
    const auto answer = parseRelationship(input);
    QCOMPARE(static_cast<int>(answer.fault), static_cast<int>(faults.value(verdict)));
    if (answer.fault == RelationshipFault::None)
        QCOMPARE(relationshipText(answer.value), wording);
    else
        QCOMPARE(answer.advice.join(u'／'), wording);
}

void TestRelationship::everyStepCanBeWrittenAndRead()
{
    for (int first = 0; first <= static_cast<int>(Kin::YoungerSister); ++first) {
        for (int second = 0; second <= static_cast<int>(Kin::YoungerSister); ++second) {
            const Relationship two{Standing::Kin, {Kin(first), Kin(second)}};
            const auto again = parseRelationship(relationshipText(two));
            if (isSpouse(Kin(first)) && isSpouse(Kin(second)))
                QVERIFY(again.fault == RelationshipFault::SpouseOfSpouse);
            else
                QVERIFY(again.value == two);
        }
    }
}

void TestRelationship::adviceIsItselfAllowed()
{
    const QString all = QStringLiteral(
        "祖父 祖母 曽祖父 曽祖母 孫 曽孫 玄孫 おじ おば 甥 姪 いとこ 嫁 婿 義父 義母 義兄 義姉 "
        "義弟 義妹 "
        "連れ子 養子 長女 三男 次男 内縁の夫 配偶者 兄弟 姉妹 家事使用人 準世帯主 親戚 友人");
    for (const auto &word : all.split(u' ')) {
        const auto answer = parseRelationship(word);
        QVERIFY2(answer.fault == RelationshipFault::WordNotAllowed, qPrintable(word));
        QVERIFY(!answer.advice.isEmpty());
        for (const auto &advice : answer.advice)
            QVERIFY2(parseRelationship(advice).fault == RelationshipFault::None,
                     qPrintable(advice));
    }
}

// municipal-facts 4.3: 夫/妻の連れ子 not adopted = 夫の子/妻の子; 長男, 二女 ... are all 「子」.
void TestRelationship::adviceKnowsTheStepBefore()
{
    const auto advice = [](const QString &text) { return parseRelationship(text).advice; };
    QCOMPARE(advice(QStringLiteral("妻の連れ子")), QStringList{QStringLiteral("妻の子")});
    QCOMPARE(advice(QStringLiteral("夫の連れ子")), QStringList{QStringLiteral("夫の子")});
    QCOMPARE(advice(QStringLiteral("長女の長男")), QStringList{QStringLiteral("子の子")});
    QCOMPARE(advice(QStringLiteral("十一男")), QStringList{QStringLiteral("子")});
    QVERIFY(parseRelationship(QStringLiteral("妻の連れ子")).fault ==
            RelationshipFault::WordNotAllowed);
}

void TestRelationship::sexIsAnAlert()
{
    const auto contradicts = [](const QString &text, Sex sex) {
        return contradictsSex(parseRelationship(text).value, sex);
    };
    QVERIFY(contradicts(QStringLiteral("妻"), Sex::Male));
    QVERIFY(!contradicts(QStringLiteral("妻"), Sex::Female));
    QVERIFY(contradicts(QStringLiteral("子の夫"), Sex::Female));
    QVERIFY(!contradicts(QStringLiteral("妻の子"), Sex::Male));
    QVERIFY(contradicts(QStringLiteral("兄"), Sex::Female));
    QVERIFY(contradicts(QStringLiteral("母の妹"), Sex::Male));
    QVERIFY(!contradicts(QStringLiteral("父"), Sex::Unknown));
    QVERIFY(!contradicts(QStringLiteral("父"), Sex::NotApplicable));
    QVERIFY(!contradicts(QStringLiteral("世帯主"), Sex::Female));
}

void TestRelationship::longTextsAreRefusedQuickly()
{
    QString chain = QStringLiteral("子");
    for (int i = 0; i < 10000; ++i)
        chain += QStringLiteral("の子");
    QVERIFY(parseRelationship(chain).fault == RelationshipFault::TooManyGenerations);
    QVERIFY(parseRelationship(QString(10000, u'の')).fault == RelationshipFault::Unreadable);
    QString children = QStringLiteral("孫");
    for (int i = 0; i < 1000; ++i)
        children += QStringLiteral("の孫");
    QVERIFY(parseRelationship(children).fault != RelationshipFault::None);
    QVERIFY(parseRelationship(QString(10000, u'孫')).fault == RelationshipFault::Unreadable);
}

void TestRelationship::furiganaIsPrintedByPart_data()
{
    QTest::addColumn<bool>("family");
    QTest::addColumn<bool>("given");
    QTest::addColumn<QString>("printed");
    // 石巻市's published examples (municipal-facts.md 4.1).
    QTest::newRow("neither") << false << false << QStringLiteral("********");
    QTest::newRow("family only") << true << false << QStringLiteral("イシノマキ 【名空欄】");
    QTest::newRow("given only") << false << true << QStringLiteral("【氏空欄】 タロウ");
    QTest::newRow("both") << true << true << QStringLiteral("イシノマキ タロウ");
}

void TestRelationship::furiganaIsPrintedByPart()
{
    QFETCH(bool, family);
    QFETCH(bool, given);
    QFETCH(QString, printed);
    PersonName name;
    if (family)
        name.familyReading = {QStringLiteral("イシノマキ"), ReadingState::Notified};
    if (given)
        name.givenReading = {QStringLiteral("タロウ"), ReadingState::ExOfficio};
    name.searchKana = QStringLiteral("イシノマキ タロウ");
    QCOMPARE(printedReading(name), printed);
    // A kana that is held but not public yet is not printed.
    if (!family)
        name.familyReading.kana = QStringLiteral("イシノマキ");
    QCOMPARE(printedReading(name), printed);
    QCOMPARE(printedFormerReading(name), QString());
    name.formerFamily = QStringLiteral("旧");
    QCOMPARE(printedFormerReading(name), QStringLiteral("********"));
    name.formerFamilyReading = {QStringLiteral("キュウ"), ReadingState::Notified};
    QCOMPARE(printedFormerReading(name), QStringLiteral("キュウ"));
}

QTEST_GUILESS_MAIN(TestRelationship)
#include "tst_relationship.moc"
