#include "support/cases.h"
#include "text/address.h"
#include "text/checkdigit.h"
#include "text/graphemes.h"
#include "text/input.h"
#include "text/kana.h"
#include "text/kanji.h"

#include <QRandomGenerator>
#include <QTest>

using base::ErrorCode;
using text::CheckOutcome;
using text::NumberKind;

/// What may be typed into fields, and the check digits of municipal-facts.md 1.
class TestFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsCharactersAsPeopleDo();
    void cutsBetweenCharactersOnly();
    void keepsNamesByteForByte();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void refusesTooMuch();
    void cleansKana();
    void cleansDigits();
    void checkDigits_data();
    void checkDigits();
    void trainingTakesSpecimensOnly();
    void anyInputIsSafe();
};

void TestFields::countsCharactersAsPeopleDo()
{
    QCOMPARE(text::graphemeCount(u""), 0);
    QCOMPARE(text::graphemeCount(u"𠮷田"), 2);
    QCOMPARE(text::graphemeCount(u"渡邉\U000E0101"), 2);
    QCOMPARE(text::graphemeCount(u"が"), 1);
    QCOMPARE(text::graphemeCount(u"か\u3099"), 1);
    QCOMPARE(
        text::graphemes(u"𠮷邉\U000E0101子"),
        QStringList({QStringLiteral("𠮷"), QStringLiteral("邉\U000E0101"), QStringLiteral("子")}));
}

void TestFields::cutsBetweenCharactersOnly()
{
    QCOMPARE(text::firstGraphemes(u"渡邉\U000E0101子", 2), QStringLiteral("渡邉\U000E0101"));
    QCOMPARE(text::firstGraphemes(u"𠮷田", 1), QStringLiteral("𠮷"));
    QCOMPARE(text::firstGraphemes(u"田", 0), QString());
    QCOMPARE(text::firstGraphemes(u"田", 9), QStringLiteral("田"));
}

void TestFields::keepsNamesByteForByte()
{
    // U+FA19 would become U+795E under any normalisation (municipal-facts 2.3).
    const QString name = QStringLiteral("\uFA19谷　邉\U000E0101𠮷");
    const auto kept = text::cleanText(name, 20);
    QVERIFY(kept);
    QCOMPARE(*kept, name);
    QCOMPARE(text::withoutSelectors(name), QStringLiteral("\uFA19谷　邉𠮷"));
}

void TestFields::refusesWhatIsNoText_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("emoji") << QStringLiteral("渡辺😀");
    QTest::newRow("heart") << QStringLiteral("❤️");
    QTest::newRow("flag") << QStringLiteral("🇯🇵");
    QTest::newRow("control") << QStringLiteral("渡\u0001辺");
    QTest::newRow("line end inside") << QStringLiteral("渡\n辺");
    QTest::newRow("zero") << (QStringLiteral("渡") + QChar(u'\0') + QStringLiteral("辺"));
    QTest::newRow("direction override") << QStringLiteral("abc\u202Edef");
    QTest::newRow("half a character") << (QStringLiteral("田") + QChar(0xD842));
    QTest::newRow("private use of one PC") << QStringLiteral("\uE000");
    QTest::newRow("noncharacter") << QString(QChar(0xFFFF));
}

void TestFields::refusesWhatIsNoText()
{
    QFETCH(QString, typed);
    const auto cleaned = text::cleanText(typed, 100);
    QVERIFY(!cleaned);
    QCOMPARE(cleaned.error().code, ErrorCode::ConditionUnreadable);
}

void TestFields::refusesTooMuch()
{
    const auto exact = text::cleanText(QString(50, u'田'), 50);
    QVERIFY(exact);
    for (const int count : {51, 10000}) {
        const auto cleaned = text::cleanText(QString(count, u'田'), 50);
        QVERIFY(!cleaned);
        QCOMPARE(cleaned.error().code, ErrorCode::ConditionTooLong);
    }
    // Fifty characters with selectors are fifty, not one hundred and fifty.
    QVERIFY(text::cleanText(QStringLiteral("邉\U000E0101").repeated(50), 50));
}

void TestFields::cleansKana()
{
    const auto kana = text::cleanKana(u" ﾜﾀﾅﾍﾞ けん-ｲﾁ ", 50);
    QVERIFY(kana);
    QCOMPARE(*kana, QStringLiteral("ワタナベ　ケンーイチ"));
    QCOMPARE(text::cleanKana(u"渡辺", 50).error().code, ErrorCode::ConditionUnreadable);
    QCOMPARE(text::cleanKana(u"ケン1", 50).error().code, ErrorCode::ConditionUnreadable);
}

void TestFields::cleansDigits()
{
    const auto digits = text::cleanDigits(u"１２３４-5678 9018", 12);
    QVERIFY(digits);
    QCOMPARE(*digits, QStringLiteral("123456789018"));
    QCOMPARE(text::cleanDigits(u"12a", 12).error().code, ErrorCode::ConditionUnreadable);
    QCOMPARE(text::cleanDigits(u"' OR 1=1 --", 12).error().code, ErrorCode::ConditionUnreadable);
    QCOMPARE(text::cleanDigits(u"1234567890123", 12).error().code, ErrorCode::ConditionTooLong);
    QCOMPARE(text::toFullWidth(u"R8 a~"), QStringLiteral("Ｒ８　ａ～"));
    QCOMPARE(text::toAscii(u"Ｒ８　ａ～"), QStringLiteral("R8 a~"));
}

void TestFields::checkDigits_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QString>("outcome");
    const auto all = support::cases("checkdigits");
    QVERIFY(!all.isEmpty());
    for (const auto &one : all) {
        QTest::newRow(one.name().constData())
            << one.text("kind") << one.text("digits") << one.text("outcome");
    }
}

void TestFields::checkDigits()
{
    QFETCH(QString, kind);
    QFETCH(QString, digits);
    QFETCH(QString, outcome);
    static const QHash<QString, NumberKind> kinds = {
        {QStringLiteral("individual"), NumberKind::Individual},
        {QStringLiteral("corporate"), NumberKind::Corporate},
        {QStringLiteral("residentcode"), NumberKind::ResidentCode},
        {QStringLiteral("municipality"), NumberKind::Municipality},
        {QStringLiteral("person"), NumberKind::Person},
        {QStringLiteral("household"), NumberKind::Household},
    };
    static const QHash<QString, CheckOutcome> outcomes = {
        {QStringLiteral("Right"), CheckOutcome::Right},
        {QStringLiteral("Doubtful"), CheckOutcome::Doubtful},
        {QStringLiteral("Wrong"), CheckOutcome::Wrong},
        {QStringLiteral("AllZero"), CheckOutcome::AllZero},
        {QStringLiteral("Malformed"), CheckOutcome::Malformed},
    };
    QVERIFY(kinds.contains(kind) && outcomes.contains(outcome));
    const auto answer = text::checkNumber(kinds.value(kind), digits);
    QCOMPARE(answer.outcome, outcomes.value(outcome));
    QVERIFY(!answer.rule.isEmpty());
}

void TestFields::trainingTakesSpecimensOnly()
{
    QVERIFY(text::individualNumberAllowedInTraining(u"123456789018"));
    QVERIFY(text::individualNumberAllowedInTraining(u"123456789012")); // wrong digit: nobody's
    QVERIFY(!text::individualNumberAllowedInTraining(u"000000000000"));
    QVERIFY(!text::individualNumberAllowedInTraining(u"12345"));
    // 20000000000: sum 12, remainder 1, digit 0 (municipal-facts 1.1).
    QVERIFY(!text::individualNumberAllowedInTraining(u"200000000000"));
}

void TestFields::anyInputIsSafe()
{
    const quint32 seed = 20261121;
    QRandomGenerator random(seed);
    for (int round = 0; round < 300; ++round) {
        QString any;
        const int size = round == 0 ? 10000 : random.bounded(40);
        for (int i = 0; i < size; ++i) {
            // A third surrogates, a third from the kana and kanji blocks, a third anything.
            const int kind = random.bounded(3);
            const int unit = kind == 0   ? random.bounded(0xD800, 0xE000)
                             : kind == 1 ? random.bounded(0x3000, 0x3200)
                                         : random.bounded(0x10000);
            any.append(QChar(static_cast<char16_t>(unit)));
        }
        QVERIFY(text::kanaKey1(any).size() <= any.size() * 20);
        QVERIFY(text::kanaKey2(any).size() <= any.size() * 20);
        QVERIFY(text::nameKey(any).size() <= any.size() * 20);
        QVERIFY(text::foldAddress(any).size() <= any.size() * 20);
        QVERIFY(text::graphemeCount(any) <= any.size());
        QCOMPARE(text::graphemes(any).join(QString()), any);
        (void)text::scriptOf(any);
        const auto cleaned = text::cleanText(any, 50);
        QVERIFY(!cleaned || text::isWellFormed(*cleaned));
        (void)text::cleanKana(any, 50).has_value();
        (void)text::cleanDigits(any, 50).has_value();
        (void)text::checkNumber(NumberKind::Individual, any);
    }
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
