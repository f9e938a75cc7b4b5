#include "models/print/household.h"
#include "print/press.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using base::ErrorCode;

namespace {

const print::Fonts &fonts()
{
    static const auto loaded = print::Fonts::load();
    return *loaded;
}

const print::Form &form()
{
    static const auto loaded = print::Form::load(QStringLiteral("juminhyo_household"));
    return *loaded;
}

certificates::Content contentOf(const residents::HouseholdRecord &record,
                                certificates::Items items = {})
{
    auto request = household::everybody(record);
    request.items = items;
    const auto terms = certificates::Terms::load(household::today());
    return certificates::juminhyo(record, request, *terms, household::issuing());
}

/// All texts of a field on a page, in order.
QStringList textsOf(const print::Page &page, const QString &field)
{
    QStringList texts;
    for (const auto &text : page.texts) {
        if (text.field == field)
            texts.append(text.text);
    }
    return texts;
}

QImage drawn(const print::Page &page, int width = 1240)
{
    QImage image(width, qRound(width * 297.0 / 210), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    print::drawPage(page, painter, QRectF(image.rect()));
    return image;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sheetsHoldFour_data();
    void sheetsHoldFour();
    void everyTextStaysInItsBox();
    void theRegisteredGlyphIsDrawn();
    void anOverlongNameIsReportedAndNotCut();
    void aLongNameIsSetSmallerOrBroken();
    void aCharacterWithoutGlyphIsListed();
    void placesWithoutAPersonAreFilled();
    void everyPageBearsTheNumberOfItsCopy();
    void linesDoNotBeginWithAClosingMark();
    void anyTextInAnyFieldIsSafe();
    void isReadyInTime();
};

void TestLayout::initTestCase()
{
    QVERIFY(print::Fonts::load().has_value());
    QVERIFY(print::Form::load(QStringLiteral("juminhyo_household")).has_value());
    QVERIFY(certificates::Terms::load(household::today()).has_value());
}

void TestLayout::sheetsHoldFour_data()
{
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("sheets");
    for (const auto &[people, sheets] :
         {std::pair(1, 1), {4, 1}, {5, 2}, {8, 2}, {9, 3}, {12, 3}, {13, 4}})
        QTest::addRow("%d people", people) << people << sheets;
}

void TestLayout::sheetsHoldFour()
{
    QFETCH(int, people);
    QFETCH(int, sheets);
    const auto laid = print::layOut(form(), fonts(), contentOf(household::ofSize(people)),
                                    QStringLiteral("20261120 みどり野市 本庁1 1 001"));
    QVERIFY(laid.outcome().has_value());
    QCOMPARE(int(laid.pages.size()), sheets);
    int names = 0;
    for (int i = 0; i < sheets; ++i) {
        const auto &page = laid.pages.at(i);
        const bool last = i + 1 == sheets;
        // 認証文 on the last page only (住民記録システム標準仕様書 5.1).
        QCOMPARE(int(textsOf(page, QStringLiteral("certification")).size()), last ? 1 : 0);
        QCOMPARE(int(textsOf(page, QStringLiteral("officer")).size()), last ? 1 : 0);
        QCOMPARE(int(textsOf(page, QStringLiteral("title")).size()), 1);
        QVERIFY(textsOf(page, QStringLiteral("number"))
                    .contains(QStringLiteral("20261120 みどり野市 本庁1 1 001 %1/%2")
                                  .arg(i + 1)
                                  .arg(sheets)));
        for (const auto &name : textsOf(page, QStringLiteral("name")))
            names += name.startsWith(QLatin1Char('*')) || name.startsWith(QChar(u'＊')) ? 0 : 1;
    }
    QCOMPARE(names, people);
}

void TestLayout::everyTextStaysInItsBox()
{
    auto record = household::ofSize(4);
    record.members[1] = household::foreigner(2);
    const auto laid = print::layOut(form(), fonts(),
                                    contentOf(record, certificates::Item::Domicile |
                                                          certificates::Item::Relationship |
                                                          certificates::Item::ForeignItems),
                                    QStringLiteral("20261120 みどり野市 本庁1 プリンタ001 001"));
    QVERIFY(laid.outcome().has_value());
    QList<print::Element> boxes = form().every + form().last;
    for (int slot = 0; slot < form().block.count; ++slot) {
        for (auto element : form().block.elements) {
            element.place.translate(form().block.origin + QPointF(0, form().block.stepMm * slot));
            boxes.append(element);
        }
    }
    for (const auto &text : laid.pages.first().texts) {
        const QRectF ink(text.baseline.x(), text.baseline.y() - 0.88 * text.sizeMm, text.widthMm,
                         text.sizeMm);
        bool inside = false;
        for (const auto &box : boxes)
            inside = inside || (box.text == text.field &&
                                box.place.adjusted(-0.01, -0.01, 0.01, 0.01).contains(ink));
        QVERIFY2(inside, qPrintable(text.field));
    }
}

void TestLayout::theRegisteredGlyphIsDrawn()
{
    auto record = household::ofSize(1);
    auto &name = record.members.first().snapshot.name;
    const auto pageWith = [&](const QString &family) {
        name.family = family;
        return print::layOut(form(), fonts(), contentOf(record)).pages.first();
    };
    const auto variant = pageWith(household::rareFamily());
    const auto plain = pageWith(QStringLiteral("渡邉"));
    const auto standard = pageWith(QStringLiteral(u"渡\u9089\U000E010F"));
    QVERIFY(drawn(variant) != drawn(plain));
    QCOMPARE(drawn(standard), drawn(plain));
    QCOMPARE(textsOf(variant, QStringLiteral("name")).first(),
             household::rareFamily() + QChar(0x3000) + QStringLiteral("太郎"));
    // Compatibility ideographs keep their form: 神 U+FA19 is not 神 U+795E
    // (municipal-facts.md 2.3).
    QVERIFY(drawn(pageWith(QStringLiteral(u"\uFA19"))) !=
            drawn(pageWith(QStringLiteral(u"\u795E"))));
    // 𠮷 lies outside the basic plane.
    QVERIFY(drawn(pageWith(QStringLiteral(u"\U00020BB7田"))) !=
            drawn(pageWith(QStringLiteral("吉田"))));
}

void TestLayout::anOverlongNameIsReportedAndNotCut()
{
    auto record = household::ofSize(2);
    record.members[1].snapshot.name.given = QString(400, QChar(u'寿'));
    const auto content = contentOf(record);
    const auto laid = print::layOut(form(), fonts(), content);
    QCOMPARE(laid.problems.size(), 1);
    const auto &problem = laid.problems.first();
    QCOMPARE(int(problem.code), int(ErrorCode::TextOverflows));
    QCOMPARE(problem.field, QStringLiteral("name"));
    QCOMPARE(problem.person.value, 2);
    const auto outcome = laid.outcome();
    QVERIFY(!outcome.has_value());
    QCOMPARE(int(outcome.error().code), int(ErrorCode::TextOverflows));
    QVERIFY(!outcome.error().detail.contains(QChar(u'寿')));
    const auto press = print::Press::open();
    QVERIFY(press.has_value());
    QCOMPARE(press->problems(content), laid.problems);
    QVERIFY(!press->preview(content).has_value());
    QVERIFY(!press->certificate(content, {QStringLiteral("1")}, print::Register::Live).has_value());
}

void TestLayout::aLongNameIsSetSmallerOrBroken()
{
    auto record = household::ofSize(1);
    record.members[0] = household::foreigner(1);
    record.members[0].snapshot.name.latin =
        QStringLiteral("WOLFESCHLEGELSTEINHAUSENBERGERDORFF MAXIMILIAN ALEXANDER SEBASTIAN");
    const auto laid = print::layOut(form(), fonts(), contentOf(record));
    QVERIFY(laid.outcome().has_value());
    const auto lines = textsOf(laid.pages.first(), QStringLiteral("name"));
    QVERIFY(lines.size() > 1);
    // Whole words, nothing lost.
    QCOMPARE(lines.mid(0, 2).join(QLatin1Char(' ')), record.members[0].snapshot.name.latin);
}

void TestLayout::aCharacterWithoutGlyphIsListed()
{
    auto record = household::ofSize(2);
    record.members[0].snapshot.name.given = QStringLiteral(u"太\U0010FFFD郎");
    record.members[1].snapshot.name.family = QStringLiteral(u"山\u4E00\U000E01E0");
    const auto laid = print::layOut(form(), fonts(), contentOf(record));
    QVERIFY(laid.problems.size() >= 2);
    QCOMPARE(int(laid.problems.first().code), int(ErrorCode::GlyphMissing));
    QCOMPARE(laid.problems.first().person.value, 1);
    QCOMPARE(laid.problems.first().codePoints, QStringLiteral("U+10FFFD"));
    QCOMPARE(laid.problems.last().person.value, 2);
    QCOMPARE(laid.problems.last().codePoints, QStringLiteral("U+4E00 U+E01E0"));
    QCOMPARE(laid.problems.last().character, QStringLiteral(u"\u4E00\U000E01E0"));
}

void TestLayout::placesWithoutAPersonAreFilled()
{
    const auto laid = print::layOut(form(), fonts(), contentOf(household::ofSize(1)));
    const auto names = textsOf(laid.pages.first(), QStringLiteral("name"));
    QCOMPARE(names.size(), 4);
    for (int i = 1; i < 4; ++i)
        QCOMPARE(names.at(i), QStringLiteral("＊＊＊"));
}

void TestLayout::everyPageBearsTheNumberOfItsCopy()
{
    const auto press = print::Press::open();
    QVERIFY(press.has_value());
    const auto document = press->certificate(contentOf(household::ofSize(5)),
                                             {QStringLiteral("A 001"), QStringLiteral("A 002")},
                                             print::Register::Live);
    QVERIFY(document.has_value());
    QCOMPARE((*document)->pageCount(), 4);
    QCOMPARE((*document)->title(), QStringLiteral("住民票の写し"));
}

void TestLayout::linesDoNotBeginWithAClosingMark()
{
    auto record = household::ofSize(1);
    for (int length = 40; length < 60; ++length) {
        record.members[0].snapshot.remarks =
            QString(length, QChar(u'記')) + QStringLiteral("）、") + QString(9, QChar(u'載'));
        const auto laid = print::layOut(form(), fonts(), contentOf(record));
        QVERIFY(laid.outcome().has_value());
        const auto lines = textsOf(laid.pages.first(), QStringLiteral("remarks"));
        for (const auto &line : lines)
            QVERIFY(!line.startsWith(QChar(u'）')) && !line.startsWith(QChar(u'、')));
        // Nothing is lost at a break: the text and the signs of the three empty places.
        QCOMPARE(lines.join(QString()).size(), record.members[0].snapshot.remarks.size() + 9);
    }
}

void TestLayout::anyTextInAnyFieldIsSafe()
{
    const QStringList texts{QString(10000, QChar(u'あ')),
                            QString(10000, QLatin1Char('W')),
                            QStringLiteral("'; DROP TABLE person; --"),
                            QStringLiteral(u"a\u0000\u0007\u202E\uFFFF\t"),
                            QStringLiteral("\n\n\n\n\n\n\n\n\n"),
                            QString(QChar(0xDB40)) + QChar(0xDB40),
                            QStringLiteral(u"\U0001F600\u200D\U0001F600\uFE0F"),
                            QString(5000, QChar(0x3000)),
                            QString(3000, QChar(u'、'))};
    auto content = contentOf(household::ofSize(1));
    const auto keys = content.persons.first().fields.keys();
    for (const auto &text : texts) {
        for (const auto &key : keys) {
            auto changed = content;
            changed.persons.first().fields[key] = text;
            const auto laid = print::layOut(form(), fonts(), changed);
            // Either it is all there, or it is reported: never cut.
            if (laid.problems.isEmpty()) {
                const QString shown = textsOf(laid.pages.first(), key).join(QString());
                const QString plain = QString(text).remove(QLatin1Char('\n'));
                QVERIFY(shown.startsWith(plain.trimmed()) || plain.trimmed().isEmpty());
            }
        }
    }
}

void TestLayout::isReadyInTime()
{
    const auto press = print::Press::open();
    QVERIFY(press.has_value());
    const auto record = household::ofSize(4);
    QBENCHMARK
    {
        const auto document =
            press->certificate(contentOf(record), {QStringLiteral("A 001")}, print::Register::Live);
        QVERIFY(document.has_value());
    }
}

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
