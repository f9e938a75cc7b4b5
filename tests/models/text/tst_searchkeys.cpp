#include "support/cases.h"
#include "text/address.h"
#include "text/graphemes.h"
#include "text/kana.h"
#include "text/kanji.h"

#include <QTest>

/// Keys of names and addresses: the vectors of municipal-facts.md 2.
class TestSearchKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kana_data();
    void kana();
    void secondKeyMakesDjiChi();
    void longMarkRanks();
    void kanji_data();
    void kanji();
    void addresses_data();
    void addresses();
    void partOfAnAddressIsPartOfItsKey();
    void whatEveryAddressHasIsNotSpecific();
    void namesInLatin();
    void scripts();
    void versionIsFixedForOneProgram();
};

void TestSearchKeys::kana_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("key");
    const auto all = support::cases("kanakeys");
    QVERIFY(!all.isEmpty());
    for (const auto &one : all)
        QTest::newRow(one.name().constData()) << one.text("input") << one.text("key1");
}

void TestSearchKeys::kana()
{
    QFETCH(QString, input);
    QFETCH(QString, key);
    QCOMPARE(text::kanaKey1(input), key);
    QCOMPARE(text::kanaKey1(key), key);
}

void TestSearchKeys::secondKeyMakesDjiChi()
{
    // municipal-facts 2.4, trap 1: one key cannot hold both ヂ=ジ and ヂ=チ.
    QCOMPARE(text::kanaKey1(u"ヂ"), text::kanaKey1(u"ジ"));
    QVERIFY(text::kanaKey1(u"ヂ") != text::kanaKey1(u"チ"));
    QCOMPARE(text::kanaKey2(u"ヂ"), text::kanaKey2(u"チ"));
    QCOMPARE(text::kanaKey2(u"ミヅキ"), text::kanaKey2(u"ミツキ"));
    QVERIFY(text::kanaKey1(u"ミヅキ") != text::kanaKey1(u"ミツキ"));
}

void TestSearchKeys::longMarkRanks()
{
    QCOMPARE(text::kanaKeyLong(u"ｵｰﾉ"), QStringLiteral("オーノ"));
    QCOMPARE(text::kanaKeyLong(u"おの"), QStringLiteral("オノ"));
}

void TestSearchKeys::kanji_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    const auto all = support::cases("kanjifold");
    QVERIFY(!all.isEmpty());
    for (const auto &one : all) {
        QTest::newRow(one.name().constData())
            << one.text("one") << one.text("other") << (one.text("same") == QStringLiteral("yes"));
    }
}

void TestSearchKeys::kanji()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QVERIFY(one != other);
    QCOMPARE(text::foldKanji(one) == text::foldKanji(other), same);
    QCOMPARE(text::nameKey(one) == text::nameKey(other), same);
    QCOMPARE(text::foldKanji(text::foldKanji(one)), text::foldKanji(one));
}

void TestSearchKeys::addresses_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    const auto all = support::cases("addressfold");
    QVERIFY(!all.isEmpty());
    for (const auto &one : all)
        QTest::newRow(one.name().constData()) << one.text("one") << one.text("other");
}

void TestSearchKeys::addresses()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(text::foldAddress(one), text::foldAddress(other));
}

void TestSearchKeys::whatEveryAddressHasIsNotSpecific()
{
    for (const auto *vague : {u"", u"　", u"丁目", u"番地", u"大字", u"字", u"－", u"の", u"番　号",
                              u"丁目番地", u"-ー"})
        QVERIFY2(!text::isSpecificAddress(QStringView(vague).toString()),
                 qPrintable(QStringView(vague).toString()));
    for (const auto *specific : {u"緑", u"三丁目", u"1-2-3", u"本町", u"201号室", u"コーポ"})
        QVERIFY2(text::isSpecificAddress(QStringView(specific).toString()),
                 qPrintable(QStringView(specific).toString()));
}

void TestSearchKeys::partOfAnAddressIsPartOfItsKey()
{
    const QString key = text::foldAddress(u"見本市霞が関二丁目１番地の２メゾン緑　２０１号室");
    for (const char16_t *part :
         {u"霞ヶ関", u"霞ヶ", u"2-1", u"二丁目", u"メゾン", u"201号", u"2丁目1番"}) {
        const QString partKey = text::foldAddress(part);
        QVERIFY2(key.contains(partKey), qPrintable(partKey));
    }
}

void TestSearchKeys::namesInLatin()
{
    QCOMPARE(text::nameKey(u"ＮＧＵＹＥＮ　Văn"), text::nameKey(u"nguyen van"));
    QCOMPARE(text::nameKey(u"O'Brien-Smith"), QStringLiteral("obriensmith"));
    QCOMPARE(text::nameKey(u"渡邉　みなみ"), text::nameKey(u"渡辺ミナミ"));
    QVERIFY(text::nameKey(u"カギ") != text::nameKey(u"カキ"));
}

void TestSearchKeys::scripts()
{
    using text::Script;
    QCOMPARE(text::scriptOf(u""), Script::Empty);
    QCOMPARE(text::scriptOf(u"　 "), Script::Empty);
    QCOMPARE(text::scriptOf(u"ﾜﾀﾅﾍﾞ ｹﾝ"), Script::Kana);
    QCOMPARE(text::scriptOf(u"わたなべ"), Script::Kana);
    QCOMPARE(text::scriptOf(u"オーノ"), Script::Kana);
    QCOMPARE(text::scriptOf(u"渡邉\U000E0101"), Script::Kanji);
    QCOMPARE(text::scriptOf(u"𠮷"), Script::Kanji);
    QCOMPARE(text::scriptOf(u"佐々木ゆき"), Script::Kanji);
    QCOMPARE(text::scriptOf(u"Nguyễn Văn"), Script::Latin);
    QCOMPARE(text::scriptOf(u"１２３"), Script::Digits);
    QCOMPARE(text::scriptOf(u"渡辺A"), Script::Mixed);
    QVERIFY(text::looksLikeKana(u"ﾜ"));
}

void TestSearchKeys::versionIsFixedForOneProgram()
{
    QVERIFY(text::foldVersion().size() > 16);
    QCOMPARE(text::foldVersion(), text::foldVersion());
}

QTEST_GUILESS_MAIN(TestSearchKeys)
#include "tst_searchkeys.moc"
