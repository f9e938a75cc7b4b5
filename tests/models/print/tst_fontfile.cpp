#include "print/fontfile.h"
#include "print/fonts.h"
#include "tables/table.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRawFont>
#include <QTest>

namespace {

QString mincho()
{
    return QStringLiteral("IPAmjMincho");
}

print::FontTables tablesOf(const QString &family)
{
    QFont font;
    font.setFamilies({family});
    const QRawFont raw = QRawFont::fromFont(font);
    return {raw.fontTable("cmap"), raw.fontTable("head"), raw.fontTable("hhea"),
            raw.fontTable("hmtx")};
}

int variantsOf(const print::FontFile &font, char32_t base)
{
    int count = 0;
    for (char32_t selector = 0xFE00; selector <= 0xE01EF; ++selector) {
        if (print::isVariationSelector(selector) && font.glyph(base, selector))
            ++count;
    }
    return count;
}

} // namespace

class TestFontFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsAllSequencesOfTheFont();
    void agreesWithQtOnPlainCharacters();
    void aVariantIsAnotherGlyph();
    void anUnknownSequenceIsMissingThoughTheBaseIsThere();
    void aSingleCharacterMayComeFromTheNextFont();
    void everyNameOfTheTrainingCityHasItsGlyphs_data();
    void everyNameOfTheTrainingCityHasItsGlyphs();
    void aMissingFontIsNamed();
    void damagedTablesNeverCrash();
    void truncatedTablesNeverCrash();
};

void TestFontFile::knowsAllSequencesOfTheFont()
{
    const auto font = print::FontFile::installed(mincho());
    QVERIFY(font.has_value());
    // Counted in the Debian package by other means: municipal-facts.md 2.1 and 2.2.
    QCOMPARE(font->sequenceCount(), 11474);
    QCOMPARE(variantsOf(*font, U'\u9089'), 16); // 邉
    QCOMPARE(variantsOf(*font, U'\u908A'), 11); // 邊
    QCOMPARE(variantsOf(*font, U'\u8FBA'), 2);  // 辺
    QCOMPARE(variantsOf(*font, U'\u9F4B'), 5);  // 齋
    QCOMPARE(variantsOf(*font, U'\u845B'), 7);  // 葛
}

void TestFontFile::agreesWithQtOnPlainCharacters()
{
    for (const auto &family : {mincho(), QStringLiteral("Noto Sans CJK JP")}) {
        const auto font = print::FontFile::installed(family);
        QVERIFY(font.has_value());
        QFont asked;
        asked.setFamilies({family});
        asked.setPixelSize(100);
        asked.setHintingPreference(QFont::PreferNoHinting);
        const QRawFont raw = QRawFont::fromFont(asked);
        for (const char32_t character :
             {U'A', U'ア', U'令', U'\u6E21', U'\u9AD9', U'\uFA11', U'\U00020BB7', U'１'}) {
            const auto theirs =
                raw.glyphIndexesForString(QString::fromUcs4(&character, 1)).value(0);
            const auto ours = font->glyph(character);
            QVERIFY(ours.has_value());
            QCOMPARE(*ours, theirs);
            const double width = raw.advancesForGlyphIndexes({theirs}).first().x() / 100;
            QVERIFY(std::abs(font->advance(*ours) - width) < 0.02);
        }
        QVERIFY(!font->glyph(U'\U0001F600').has_value());
    }
}

void TestFontFile::aVariantIsAnotherGlyph()
{
    const auto font = print::FontFile::installed(mincho());
    QVERIFY(font.has_value());
    const auto plain = font->glyph(U'\u9089');
    const auto variant = font->glyph(U'\u9089', U'\U000E0110');
    const auto registered = font->glyph(U'\u9089', U'\U000E010F');
    QVERIFY(plain && variant && registered);
    QVERIFY(*plain != *variant);
    QCOMPARE(*plain, *registered); // Moji_Joho names the default glyph too: municipal-facts.md 2.2
}

void TestFontFile::anUnknownSequenceIsMissingThoughTheBaseIsThere()
{
    const auto fonts = print::Fonts::load();
    QVERIFY(fonts.has_value());
    // 一 has no variants in any of the fonts.
    const auto glyphs =
        fonts->glyphs(QStringLiteral("mincho"), QStringLiteral(u"\u4E00\U000E01E0山"));
    QCOMPARE(glyphs.size(), 2);
    QVERIFY(glyphs.at(0).font == nullptr);
    QCOMPARE(glyphs.at(0).character, QStringLiteral(u"\u4E00\U000E01E0"));
    QVERIFY(glyphs.at(1).font != nullptr);
    // A selector alone, twice, and half a pair: nothing to draw, nothing to crash on.
    for (const QString &odd : {QStringLiteral(u"\U000E0100"), QString(QChar(0xD842)),
                               QStringLiteral(u"邉\U000E0100\U000E0101")}) {
        const auto none = fonts->glyphs(QStringLiteral("mincho"), odd);
        QCOMPARE(none.size(), 1);
        QVERIFY(none.first().font == nullptr);
    }
}

void TestFontFile::aSingleCharacterMayComeFromTheNextFont()
{
    const auto fonts = print::Fonts::from("all: IPAmjMincho, Noto Sans CJK JP\n");
    QVERIFY(fonts.has_value());
    const auto first = print::FontFile::installed(mincho());
    QVERIFY(first.has_value());
    const char32_t hangul = U'\uAC00';
    QVERIFY(!first->glyph(hangul).has_value());
    const auto glyphs =
        fonts->glyphs(QStringLiteral("all"), QString::fromUcs4(&hangul, 1) + QChar(u'山'));
    QCOMPARE(glyphs.at(0).font->family(), QStringLiteral("Noto Sans CJK JP"));
    QCOMPARE(glyphs.at(1).font->family(), mincho());
}

void TestFontFile::everyNameOfTheTrainingCityHasItsGlyphs_data()
{
    QTest::addColumn<QString>("table");
    for (const char *table : {"democity_surnames", "democity_givennames"})
        QTest::newRow(table) << QString::fromLatin1(table);
}

void TestFontFile::everyNameOfTheTrainingCityHasItsGlyphs()
{
    QFETCH(QString, table);
    const auto fonts = print::Fonts::load();
    const auto names = tables::Table::load(table);
    QVERIFY(fonts && names);
    QVERIFY(names->rows().size() > 200);
    int without = 0;
    for (const auto &row : names->rows()) {
        // Some names are there to have no glyph, that the refusal can be shown.
        const bool none = row.text(QStringLiteral("note")).startsWith(QLatin1String("no glyph"));
        bool missing = false;
        for (const auto &glyph :
             fonts->glyphs(QStringLiteral("mincho"), row.text(QStringLiteral("name"))))
            missing = missing || !glyph.font;
        QVERIFY2(missing == none, qPrintable(row.text(QStringLiteral("name"))));
        without += none ? 1 : 0;
    }
    QVERIFY(without > 0);
}

void TestFontFile::aMissingFontIsNamed()
{
    const auto absent = print::Fonts::from("mincho: No Such Mincho, IPAmjMincho\n");
    QVERIFY(!absent.has_value());
    QCOMPARE(int(absent.error().code), int(base::ErrorCode::FontMissing));
    QVERIFY(absent.error().detail.contains(QStringLiteral("No Such Mincho")));
    QVERIFY(print::Fonts::from("mincho: IPAmjMincho, No Such Mincho\n").has_value());
    const auto broken = print::Fonts::from("mincho IPAmjMincho\n");
    QVERIFY(!broken.has_value());
    QCOMPARE(int(broken.error().code), int(base::ErrorCode::FormUnreadable));
}

void TestFontFile::damagedTablesNeverCrash()
{
    const auto whole = tablesOf(mincho());
    QVERIFY(!whole.cmap.isEmpty());
    QRandomGenerator random(20261121);
    for (int round = 0; round < 300; ++round) {
        auto tables = whole;
        for (int i = 0; i < 4; ++i) {
            // The heads of the subtables decide; hit them more often than the rest.
            const int limit = round % 2 ? 200 : int(tables.cmap.size());
            tables.cmap[random.bounded(limit)] = char(random.bounded(256));
        }
        const auto font = print::FontFile::read(mincho(), tables);
        if (!font)
            continue;
        for (const char32_t character : {U'\u9089', U'A', U'\U0010FFFF'}) {
            if (const auto glyph = font->glyph(character))
                QVERIFY(font->advance(*glyph) >= 0);
            static_cast<void>(font->glyph(character, U'\U000E0101'));
        }
    }
}

void TestFontFile::truncatedTablesNeverCrash()
{
    const auto whole = tablesOf(mincho());
    for (qsizetype length = 0; length < whole.cmap.size(); length += 997) {
        auto tables = whole;
        tables.cmap.truncate(length);
        QVERIFY(!print::FontFile::read(mincho(), tables).has_value());
    }
    for (QByteArray print::FontTables::*table :
         {&print::FontTables::head, &print::FontTables::hhea, &print::FontTables::hmtx}) {
        auto tables = whole;
        (tables.*table).truncate(10);
        QVERIFY(!print::FontFile::read(mincho(), tables).has_value());
    }
}

QTEST_MAIN(TestFontFile)
#include "tst_fontfile.moc"
