// links: madoguchi_print
#include "print/fonts.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/registeredtext.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QFontInfo>
#include <QGlyphRun>
#include <QHeaderView>
#include <QPainter>
#include <QRawFont>
#include <QStandardItemModel>
#include <QTest>

using widgets::NameCheckBox;
using widgets::NameLabel;
using widgets::RegisteredText;
using widgets::TextRole;

namespace {

const QString plain = QStringLiteral("渡邉");
const QString variant = plain + QString::fromUcs4(U"\U000E0110");
const QString other = plain + QString::fromUcs4(U"\U000E0111");
/// A private character: no font of the paper has it.
const QString unknown = QStringLiteral("渡") + QChar(0xE123);
/// 邉 with a selector that the font does not know.
const QString unknownVariant = plain + QString::fromUcs4(U"\U000E01EF");

QImage shown(QWidget &widget)
{
    widget.resize(widgets::em(20), widgets::em(6));
    widget.show();
    return widget.grab().toImage();
}

QImage labelOf(const QString &name)
{
    const std::unique_ptr<QLabel> label(widgets::label(name, TextRole::Name));
    return shown(*label);
}

QImage remarkOf(const QString &name)
{
    const std::unique_ptr<QLabel> label(widgets::label(name));
    return shown(*label);
}

QImage cellOf(const QString &name)
{
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), name);
    model.setData(model.index(0, 0), true, widgets::NameRole);
    widgets::TableView table;
    table.setModel(&model);
    table.setColumnsEm({15});
    return shown(table);
}

QImage boxOf(const QString &name)
{
    NameCheckBox box(name);
    return shown(box);
}

using Drawing = QImage (*)(const QString &);

/// The glyph that would be printed, drawn on its own, the ink alone.
QImage printedGlyph(const print::Glyph &glyph, int pixels)
{
    QImage image(pixels * 2, pixels * 2, QImage::Format_RGB32);
    image.fill(Qt::white);
    QFont font;
    font.setFamilies({glyph.font->family()});
    font.setPixelSize(pixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    QGlyphRun run;
    run.setRawFont(QRawFont::fromFont(font));
    run.setGlyphIndexes({glyph.index});
    run.setPositions({QPointF()});
    QPainter painter(&image);
    painter.setPen(Qt::black);
    painter.drawGlyphRun({5, pixels * 1.4}, run);
    return image;
}

/// The same glyph as the screen draws it.
QImage screenGlyph(const QString &character, int pixels)
{
    QImage image(pixels * 2, pixels * 2, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    const RegisteredText text(character, pixels);
    const double above = (text.lineHeight() - pixels) / 2.0 + pixels * 0.88;
    text.paint(painter, {5, pixels * 1.4 - above, pixels * 2.0, pixels * 2.0});
    return image;
}

} // namespace

Q_DECLARE_METATYPE(Drawing)

class TestRegisteredText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { widgets::applyTheme(100); }

    void aNameAndItsVariantLookDifferent_data()
    {
        QTest::addColumn<Drawing>("drawn");
        QTest::newRow("label") << &labelOf;
        QTest::newRow("ordinary label") << &remarkOf;
        QTest::newRow("table cell") << &cellOf;
        QTest::newRow("check box") << &boxOf;
    }
    void aNameAndItsVariantLookDifferent()
    {
        QFETCH(Drawing, drawn);
        QVERIFY(drawn(plain) == drawn(plain));
        QVERIFY(drawn(plain) != drawn(variant));
        QVERIFY(drawn(variant) != drawn(other));
        QVERIFY(drawn(unknownVariant) != drawn(plain));
    }

    void theScreenShowsTheGlyphThatIsPrinted()
    {
        const auto paper = print::Fonts::load();
        QVERIFY(paper.has_value());
        const QString base = QStringLiteral("邉");
        for (const QString &name : {base, base + QString::fromUcs4(U"\U000E0110"),
                                    QStringLiteral("𠮷"), QStringLiteral("髙")}) {
            const auto onPaper = paper->glyphs(QStringLiteral("mincho"), name);
            const auto onScreen = RegisteredText(name, 40).glyphs();
            QCOMPARE(onScreen.size(), onPaper.size());
            QVERIFY(onScreen.first().font);
            QCOMPARE(onScreen.first().index, onPaper.first().index);
            QCOMPARE(onScreen.first().font->family(), onPaper.first().font->family());
            QVERIFY(screenGlyph(name, 40) == printedGlyph(onPaper.first(), 40));
        }
    }

    /// Never the base form for a sequence that no font has, nor an empty place.
    void whatNoFontHasIsABox()
    {
        for (const QString &name : {unknown, unknownVariant}) {
            const auto glyphs = RegisteredText(name, 20).glyphs();
            QCOMPARE(glyphs.size(), 2);
            QVERIFY(!glyphs.last().font);
            const QImage image = labelOf(name);
            bool framed = false;
            for (int x = 0; x < image.width() && !framed; ++x)
                framed = image.pixelColor(x, image.height() / 2).red() >
                         image.pixelColor(x, image.height() / 2).green() + 60;
            QVERIFY(framed);
        }
        QVERIFY(labelOf(unknown) != labelOf(QStringLiteral("渡")));
    }

    void theTextStaysThePlainString()
    {
        const std::unique_ptr<QLabel> label(widgets::label(variant, TextRole::Name));
        QVERIFY(qobject_cast<NameLabel *>(label.get()));
        QCOMPARE(label->text(), variant);
        QCOMPARE(NameCheckBox(variant).text(), variant);
    }

    void aLongNameWrapsAndHasRoom()
    {
        const QString name =
            QStringLiteral("緑ケ丘三丁目十二番地四号　コーポ青葉の森二百三号室").repeated(3);
        const std::unique_ptr<QLabel> label(widgets::label(name, TextRole::Name));
        label->setWordWrap(true);
        const int pixels = QFontInfo(label->font()).pixelSize();
        const RegisteredText text(name, pixels);
        QCOMPARE(text.lineCount(text.width() + 1), 1);
        QCOMPARE(label->heightForWidth(pixels * 25),
                 text.lineCount(pixels * 25) * text.lineHeight());
        QVERIFY(text.lineCount(pixels * 25) >= 3);
    }

    void wordsInLatinLettersBreakBetweenWords()
    {
        const RegisteredText text(QStringLiteral("AAAA BBBB"), 20);
        const double word = RegisteredText(QStringLiteral("AAAA"), 20).width();
        QCOMPARE(text.lineCount(word * 1.5), 2);
        QCOMPARE(text.lineCount(text.width() + 1), 1);
    }

    void growsWithTheTextSize()
    {
        const std::unique_ptr<QLabel> label(widgets::label(variant, TextRole::Name));
        label->show();
        const QSize before = label->sizeHint();
        widgets::applyTheme(200);
        QVERIFY(label->sizeHint().width() > before.width() * 1.8);
        widgets::applyTheme(100);
    }

    void aCellThatIsTooNarrowGetsMoreLinesAndAHigherRow()
    {
        QStandardItemModel model(2, 2);
        const QString address =
            QStringLiteral("緑ケ丘三丁目12番4号　グリーンヒルズ青葉の森203号室");
        for (int column : {0, 1})
            model.setData(model.index(0, column), address);
        model.setData(model.index(0, 1), true, widgets::NameRole);
        widgets::TableView table;
        table.setModel(&model);
        table.setColumnsEm({8, 8});
        shown(table);
        QVERIFY(table.rowHeight(0) > table.rowHeight(1));
        table.setColumnsEm({60, 60});
        QCOMPARE(table.rowHeight(0), table.rowHeight(1));
    }

    void noName()
    {
        for (const QString &nothing : {QString(), QStringLiteral("\n\n"), QString(QChar(0xD800)),
                                       QString::fromUcs4(U"\U000E0110")}) {
            QVERIFY(!labelOf(nothing).isNull());
            QVERIFY(!cellOf(nothing).isNull());
            QVERIFY(RegisteredText(nothing, 20).lineCount(5) >= 1);
        }
    }
};

QTEST_MAIN(TestRegisteredText)
#include "tst_registeredtext.moc"
