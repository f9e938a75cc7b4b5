#pragma once

#include "support/cardreader.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

// The real window on a real place, driven with keys.
namespace support {

/// A key where the focus is, as somebody at the keyboard presses it.
inline void press(const shell::MainWindow &window, Qt::Key key,
                  Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : window.centralWidget(), key, modifiers);
}

inline void type(const QString &text)
{
    QWidget *target = QApplication::focusWidget();
    if (!target)
        qFatal("nothing has the focus");
    QTest::keyClicks(target, text);
}

inline bool frontIs(const shell::MainWindow &window, const QString &name, int limitMs = 20'000)
{
    return QTest::qWaitFor([&] { return window.page() && window.page()->objectName() == name; },
                           limitMs);
}

/// Everything that a widget says or keeps: texts, tool tips, accessible names, rows of its model.
inline QStringList textsOf(const QWidget *widget)
{
    QStringList texts{
        widget->toolTip(),     widget->accessibleName(), widget->accessibleDescription(),
        widget->windowTitle(), widget->statusTip(),      widget->whatsThis()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts << button->text();
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        texts << line->text();
    if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
        texts << edit->toPlainText();
    if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget))
        texts << plain->toPlainText();
    if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        for (int i = 0; i < combo->count(); ++i)
            texts << combo->itemText(i);
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    if (!view || !view->model())
        return texts;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        for (int column = 0; column < view->model()->columnCount(); ++column)
            texts << view->model()->index(row, column).data().toString();
    }
    return texts;
}

enum class Where { OnScreen, Anywhere };

/// Which widgets hold one of these texts; empty when none does. Anywhere: hidden ones too.
inline QString holders(const QStringList &personal, Where where)
{
    QString found;
    const auto all = QApplication::allWidgets();
    for (const QWidget *widget : all) {
        if (where == Where::OnScreen && !widget->isVisible())
            continue;
        for (const QString &text : textsOf(widget)) {
            for (const QString &one : personal) {
                if (!one.isEmpty() && text.contains(one))
                    found += QString::fromLatin1(widget->metaObject()->className()) + u'#' +
                             widget->objectName() + u'\n';
            }
        }
    }
    return found;
}

/// What the front page knows of its subject, and the address that stands in its labels.
inline QStringList personalTexts(const shell::MainWindow &window)
{
    QStringList texts;
    if (!window.page())
        return texts;
    if (const auto subject = window.page()->subject())
        texts << subject->name << subject->kana << subject->number << subject->details;
    const auto labels = window.page()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().contains(QStringLiteral("みどり野市")))
            texts << label->text();
    }
    return texts;
}

inline bool signIn(const shell::MainWindow &window, const app::Credential &who)
{
    type(who.password);
    press(window, Qt::Key_Return);
    type(who.pin);
    press(window, Qt::Key_Return);
    press(window, Qt::Key_Return);
    return frontIs(window, QStringLiteral("visitpage"), 60'000);
}

inline bool openVisit(const shell::MainWindow &window)
{
    type(QStringLiteral("27"));
    press(window, Qt::Key_Return);
    press(window, Qt::Key_1);
    press(window, Qt::Key_1);
    press(window, Qt::Key_Return);
    return frontIs(window, QStringLiteral("searchpage"));
}

/// From the search page to a record, by 宛名番号.
inline bool openRecord(const shell::MainWindow &window, base::PersonId person)
{
    press(window, Qt::Key_F3);
    auto *field = window.page()->findChild<QLineEdit *>(QStringLiteral("person"));
    field->setFocus();
    type(QString::number(person.value));
    press(window, Qt::Key_F2);
    const auto *table = window.page()->findChild<QAbstractItemView *>(QStringLiteral("people"));
    if (!QTest::qWaitFor([table] { return table->isVisible() && table->hasFocus(); }, 10'000))
        return false;
    press(window, Qt::Key_F4);
    return frontIs(window, QStringLiteral("recordPage")) &&
           QTest::qWaitFor([&] { return window.page()->subject().has_value(); }, 10'000);
}

} // namespace support
