#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTextDocument>
#include <QToolButton>
#include <QWidget>

namespace support {

/// A text that does not fit, or a control that says nothing to a screen reader.
struct Finding
{
    QString widget;
    QString what;
};

inline QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u'#' + widget->objectName();
}

/// The width and height that a label's or button's text needs, against what it has.
inline QString shortage(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty())
            return {};
        const QRect space = label->contentsRect();
        const QFontMetrics metrics(label->font());
        if (label->wordWrap()) {
            const int needed = label->heightForWidth(label->width());
            return needed > label->height() + 1
                       ? QStringLiteral("%1 high, needs %2").arg(label->height()).arg(needed)
                       : QString();
        }
        const int needed =
            metrics.size(label->buddy() ? Qt::TextShowMnemonic : Qt::TextExpandTabs, label->text())
                .width();
        return needed > space.width() + 1
                   ? QStringLiteral("%1 wide, needs %2").arg(space.width()).arg(needed)
                   : QString();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        const QSize needed = button->sizeHint();
        return needed.width() > button->width() + 1 || needed.height() > button->height() + 1
                   ? QStringLiteral("%1 x %2, needs %3 x %4")
                         .arg(button->width())
                         .arg(button->height())
                         .arg(needed.width())
                         .arg(needed.height())
                   : QString();
    }
    return {};
}

/// Every visible label and button under `root`: does its text fit?
[[nodiscard]] inline QList<Finding> cutTexts(const QWidget *root)
{
    QList<Finding> found;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        const QString lacks = shortage(widget);
        if (lacks.isEmpty())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString text = label ? label->text() : button ? button->text() : QString();
        found.append({nameOf(widget), text + QStringLiteral(": ") + lacks});
    }
    return found;
}

/// Every label and button under `root` with a Latin word of three letters or more that is not in
/// the list of allowed ones (key names, product words).
[[nodiscard]] inline QList<Finding> englishTexts(const QWidget *root)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    static const QStringList allowed{QStringLiteral("Esc"),   QStringLiteral("Ctrl"),
                                     QStringLiteral("Enter"), QStringLiteral("Caps"),
                                     QStringLiteral("Lock"),  QStringLiteral("IPAmj")};
    QList<Finding> found;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *line = qobject_cast<const QLineEdit *>(widget);
        const QString text = label    ? label->text()
                             : button ? button->text()
                             : line   ? line->placeholderText()
                                      : QString();
        for (auto match = word.globalMatch(text); match.hasNext();) {
            const QString one = match.next().captured();
            if (!allowed.contains(one))
                found.append({nameOf(widget), text});
        }
    }
    return found;
}

/// Every control that takes the focus has a name for a screen reader.
[[nodiscard]] inline QList<Finding> namelessInputs(const QWidget *root)
{
    QList<Finding> found;
    const auto all = root->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        if (widget->objectName().startsWith(QLatin1StringView("qt_")))
            continue;
        const auto *access = QAccessible::queryAccessibleInterface(widget);
        if (!access || access->text(QAccessible::Name).isEmpty())
            found.append({nameOf(widget), QStringLiteral("no accessible name")});
    }
    return found;
}

[[nodiscard]] inline QString inWords(const QList<Finding> &findings)
{
    QString all;
    for (const Finding &one : findings)
        all += one.widget + QStringLiteral(": ") + one.what + u'\n';
    return all;
}

/// A picture for somebody to look at, when the variable PICTURES names a folder.
inline void picture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("PICTURES");
    if (!folder.isEmpty())
        widget->grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

} // namespace support
