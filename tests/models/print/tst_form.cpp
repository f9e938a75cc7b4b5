#include "print/form.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using print::Form;

class TestForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMillimetresAndGrid();
    void namesTheLineThatCannotBeRead_data();
    void namesTheLineThatCannotBeRead();
    void damagedFormsNeverCrash();
    void theShippedFormsStayOnThePage_data();
    void theShippedFormsStayOnThePage();
    void aFormThatIsNotThereIsNamed();
};

void TestForm::readsMillimetresAndGrid()
{
    const auto form = Form::parse("# note\n"
                                  "page 210 297\r\n"
                                  "style value mincho 10 6\n"
                                  "every\n"
                                  "box 10 20 30 40 0.3\n"
                                  "block 4 12 38 54\n"
                                  "grid 4.5 5\n"
                                  "field 2 1 4 2 value justify name wrap\n"
                                  "last\n"
                                  "label 1 1 2 2 value left two words\n"
                                  "rows 3 12 100 8\n"
                                  "field 0 0 4 1 value left row.address wrap\n"
                                  "more 7 12 40 8\n"
                                  "field 0 0 4 1 value left row.address\n"
                                  "further\n"
                                  "label 1 1 2 2 value left again\n");
    QVERIFY(form.has_value());
    QCOMPARE(form->pageMm, QSizeF(210, 297));
    QCOMPARE(form->every.first().place, QRectF(10, 20, 30, 40));
    QCOMPARE(form->block.count, 4);
    QCOMPARE(form->block.stepMm, 54.0);
    const auto &field = form->block.elements.first();
    QCOMPARE(field.place, QRectF(9, 5, 18, 10));
    QCOMPARE(field.text, QStringLiteral("name"));
    QVERIFY(field.wrap);
    QVERIFY(field.align == print::Align::Justify);
    QCOMPARE(form->last.first().text, QStringLiteral("two words"));
    QCOMPARE(form->rows.count, 3);
    QCOMPARE(form->rows.elements.size(), 1);
    QCOMPARE(form->moreRows.count, 7);
    QCOMPARE(form->moreRows.origin, QPointF(12, 40));
    QCOMPARE(form->further.first().text, QStringLiteral("again"));
    // Rows that could not go on would be lost.
    QVERIFY(!Form::parse("page 210 297\nrows 3 12 100 8\n").has_value());
}

void TestForm::namesTheLineThatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"page 210",
                             "page 0 297",
                             "page 210 nan",
                             "style a mincho 5 6",
                             "style a mincho 5 0",
                             "every now",
                             "further now",
                             "rows 0 1 1 1",
                             "more 4 1 1 0",
                             "grid 0 1",
                             "block 0 1 1 1",
                             "block 4 1 1 0",
                             "box 1 2 3 4",
                             "box 1 2 3 4 0",
                             "box 1 2 -3 4 0.1",
                             "line 1 2 3 4 x",
                             "field 1 2 3 4 none left name",
                             "field 1 2 3 4 value middle name",
                             "field 1 2 3 4 value left name cut",
                             "label 1 2 3 4 value left",
                             "picture 1 2 3 4",
                             "box 1e9 2 3 4 0.1"})
        QTest::newRow(line) << QByteArray(line);
}

void TestForm::namesTheLineThatCannotBeRead()
{
    QFETCH(QByteArray, line);
    const auto form = Form::parse("page 210 297\nstyle value mincho 10 6\nevery\n" + line + "\n");
    QVERIFY(!form.has_value());
    QCOMPARE(int(form.error().code), int(base::ErrorCode::FormUnreadable));
    QCOMPARE(form.error().detail, QStringLiteral("line 4"));
}

void TestForm::damagedFormsNeverCrash()
{
    QFile file(QStringLiteral(":/forms/juminhyo_household.form"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        QByteArray bytes = whole;
        for (int i = 0; i < 3; ++i)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        const auto form = Form::parse(bytes);
        if (!form)
            QCOMPARE(int(form.error().code), int(base::ErrorCode::FormUnreadable));
    }
    QVERIFY(!Form::parse({}).has_value());
}

void TestForm::theShippedFormsStayOnThePage_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("household") << QStringLiteral("juminhyo_household");
    QTest::newRow("individual") << QStringLiteral("juminhyo_individual");
    QTest::newRow("removed") << QStringLiteral("juminhyo_removed");
    QTest::newRow("day end") << QStringLiteral("dayend");
}

void TestForm::theShippedFormsStayOnThePage()
{
    QFETCH(QString, name);
    const auto form = Form::load(name);
    QVERIFY(form.has_value());
    QCOMPARE(form->pageMm, QSizeF(210, 297)); // A4
    // Printers leave about 4 mm at each edge blank.
    const QRectF printable = QRectF({0, 0}, form->pageMm).adjusted(4, 3.5, -4, -3.5);
    for (const auto *list : {&form->every, &form->last, &form->further, &form->unfinished}) {
        for (const auto &element : *list)
            QVERIFY2(printable.contains(element.place.topLeft()) &&
                         printable.contains(element.place.bottomRight()),
                     qPrintable(element.text));
    }
    for (const auto *block : {&form->block, &form->rows, &form->moreRows}) {
        for (int slot = 0; slot < block->count; ++slot) {
            const QPointF origin = block->origin + QPointF(0, block->stepMm * slot);
            for (const auto &element : block->elements) {
                const QRectF place = element.place.translated(origin);
                QVERIFY(printable.contains(place.topLeft()) &&
                        printable.contains(place.bottomRight()));
            }
        }
    }
}

void TestForm::aFormThatIsNotThereIsNamed()
{
    const auto form = Form::load(QStringLiteral("nothing"));
    QVERIFY(!form.has_value());
    QCOMPARE(int(form.error().code), int(base::ErrorCode::FormUnreadable));
}

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
