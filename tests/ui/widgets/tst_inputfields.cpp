// links: madoguchi_ui_words
#include "ui/widgets/entermoves.h"
#include "ui/widgets/eradatefield.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace {

QByteArray textOf(const base::Secret &secret)
{
    return QByteArray(reinterpret_cast<const char *>(secret.data()),
                      static_cast<qsizetype>(secret.size()));
}

} // namespace

class TestInputFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }

    void aSecretIsHandedOverOnceAndForgotten()
    {
        widgets::SecretField field(64);
        QTest::keyClicks(&field, QStringLiteral("Abc-123"));
        QCOMPARE(field.count(), 7);
        QTest::keyClick(&field, Qt::Key_Backspace);
        QCOMPARE(textOf(field.take()), QByteArray("Abc-12"));
        QVERIFY(field.isEmpty());
        QCOMPARE(textOf(field.take()), QByteArray());
    }
    void aSecretTakesNoPasteAndNoInputMethod()
    {
        widgets::SecretField field(64);
        QGuiApplication::clipboard()->setText(QStringLiteral("stolen"));
        QSignalSpy refused(&field, &widgets::SecretField::refused);
        QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(refused.size(), 1);
        QVERIFY(field.isEmpty());
        QVERIFY(!field.testAttribute(Qt::WA_InputMethodEnabled));
        QTest::keyClicks(&field, QStringLiteral("abc"));
        QTest::keyClick(&field, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("stolen"));
    }
    void aSecretDoesNotGrowBeyondItsPlace()
    {
        widgets::SecretField field(4);
        QSignalSpy refused(&field, &widgets::SecretField::refused);
        QTest::keyClicks(&field, QStringLiteral("12345"));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(textOf(field.take()), QByteArray("1234"));
    }
    void aSecretSaysNothingToAScreenReader()
    {
        widgets::SecretField field(64);
        QTest::keyClicks(&field, QStringLiteral("geheim"));
        const auto *access = QAccessible::queryAccessibleInterface(&field);
        QVERIFY(access);
        QVERIFY(access->state().passwordEdit);
        QVERIFY(!access->text(QAccessible::Value).contains(QStringLiteral("geheim")));
    }

    // Expected days: municipal-facts.md 3.2.
    void aDateIsEchoedInFull_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("echo");
        QTest::newRow("R6.12.25") << QStringLiteral("R6.12.25")
                                  << QStringLiteral("令和6年12月25日（水）");
        QTest::newRow("S43/2/3") << QStringLiteral("S43/2/3")
                                 << QStringLiteral("昭和43年2月3日（土）");
        QTest::newRow("full width")
            << QStringLiteral("Ｓ４３．２．３") << QStringLiteral("昭和43年2月3日（土）");
        QTest::newRow("western") << QStringLiteral("20241225")
                                 << QStringLiteral("令和6年12月25日（水）");
        QTest::newRow("first day of an era")
            << QStringLiteral("R1.5.1") << QStringLiteral("令和元年5月1日（水）");
    }
    void aDateIsEchoedInFull()
    {
        QFETCH(QString, typed);
        widgets::EraDateField field;
        field.setText(typed);
        QTEST(field.echo(), "echo");
    }
    void aYearIsARange()
    {
        widgets::EraDateField field;
        field.setText(QStringLiteral("S64"));
        QVERIFY(field.range());
        QCOMPARE(field.range()->from, QDate(1989, 1, 1));
        QCOMPARE(field.range()->to, QDate(1989, 1, 7));
    }
    void anImpossibleDateIsExplainedAndStays_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed :
             {"R7.2.29", "S43.13.1", "xyz", "'; drop table person; --", "R0.1.1"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
        QTest::newRow("emoji") << QStringLiteral("😀");
        QTest::newRow("long") << QString(10000, u'1');
    }
    void anImpossibleDateIsExplainedAndStays()
    {
        QFETCH(QString, typed);
        widgets::EraDateField field;
        field.setText(typed);
        QCOMPARE(field.input()->text(), typed);
        QVERIFY(!field.range());
        QVERIFY(!field.echo().isEmpty());
    }
    void anEraThatHadEndedIsOfferedRightly()
    {
        widgets::EraDateField field;
        field.setText(QStringLiteral("H31.5.1"));
        QVERIFY(!field.range());
        QTest::keyClick(field.input(), Qt::Key_Down);
        QVERIFY(field.range());
        QCOMPARE(field.range()->from, QDate(2019, 5, 1));
    }

    void kanaIsConvertedOnLeaving()
    {
        QWidget form;
        QVBoxLayout column(&form);
        widgets::KanaField kana;
        QPushButton other;
        column.addWidget(&kana);
        column.addWidget(&other);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        kana.setFocus();
        kana.setText(QStringLiteral("ﾜﾀﾅﾍﾞ はなこ"));
        QCOMPARE(kana.value(), QStringLiteral("ワタナベ　ハナコ"));
        other.setFocus();
        QCOMPARE(kana.text(), QStringLiteral("ワタナベ　ハナコ"));
    }
    void numbersTakeFullWidthDigits()
    {
        widgets::NumberField field(15);
        field.setText(QStringLiteral("２００００１９"));
        QCOMPARE(field.number(), std::optional<qint64>(2000019));
        field.setText(QStringLiteral("12a"));
        QVERIFY(!field.number());
        QVERIFY(field.problem());
        QCOMPARE(field.text(), QStringLiteral("12a"));
    }
    void lengthIsCountedAsAPersonCounts()
    {
        widgets::NameField field(nullptr, 2);
        field.setText(QStringLiteral("邉󠄂𠮷"));
        QVERIFY(!field.problem());
        field.setText(QStringLiteral("邉󠄂𠮷田"));
        QVERIFY(field.problem());
        QCOMPARE(field.text(), QStringLiteral("邉󠄂𠮷田"));
    }

    void enterMovesOnButNeverOutOfTheInputMethod()
    {
        QWidget form;
        QVBoxLayout column(&form);
        auto *first = new widgets::NameField(&form);
        auto *second = new widgets::NameField(&form);
        auto *button = new QPushButton(&form);
        column.addWidget(first);
        column.addWidget(second);
        column.addWidget(button);
        new widgets::EnterMoves(&form, {first, second}, button);
        QSignalSpy pressed(button, &QPushButton::clicked);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        first->setFocus();
        QInputMethodEvent composing(QStringLiteral("わた"), {});
        QApplication::sendEvent(first, &composing);
        QTest::keyClick(first, Qt::Key_Return);
        QVERIFY(first->hasFocus());
        QInputMethodEvent done;
        done.setCommitString(QStringLiteral("渡"));
        QApplication::sendEvent(first, &done);
        QTest::keyClick(first, Qt::Key_Return);
        QVERIFY(second->hasFocus());
        QTest::keyClick(second, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(first->hasFocus());
        QTest::keyClick(first, Qt::Key_Return);
        QTest::keyClick(second, Qt::Key_Return);
        QVERIFY(button->hasFocus());
        QCOMPARE(pressed.size(), 0);
        QTest::keyClick(button, Qt::Key_Return);
        QCOMPARE(pressed.size(), 1);
    }
};

QTEST_MAIN(TestInputFields)
#include "tst_inputfields.moc"
