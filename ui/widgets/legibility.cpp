#include "ui/widgets/legibility.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QFontMetrics>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalBlocker>

namespace widgets {

namespace {

constexpr int slack = 1; ///< pixels lost to rounding

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u'#' + widget->objectName();
}

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->placeholderText();
    return {};
}

QString shortageOf(const QLabel &label)
{
    if (label.text().isEmpty())
        return {};
    if (label.wordWrap()) {
        const int needed = label.heightForWidth(label.width());
        return needed > label.height() + slack
                   ? QStringLiteral("%1 high, needs %2").arg(label.height()).arg(needed)
                   : QString();
    }
    const bool isName = label.property("role").toString().endsWith(QLatin1StringView("name"));
    const int flags = label.buddy() ? Qt::TextShowMnemonic : Qt::TextExpandTabs;
    const int needed = isName ? label.sizeHint().width()
                              : QFontMetrics(label.font()).size(flags, label.text()).width();
    const int space = label.contentsRect().width();
    return needed > space + slack ? QStringLiteral("%1 wide, needs %2").arg(space).arg(needed)
                                  : QString();
}

QString shortageOf(const QAbstractButton &button)
{
    const QSize needed = button.sizeHint();
    if (needed.width() <= button.width() + slack && needed.height() <= button.height() + slack)
        return {};
    return QStringLiteral("%1 x %2, needs %3 x %4")
        .arg(button.width())
        .arg(button.height())
        .arg(needed.width())
        .arg(needed.height());
}

/// Cells are never cut (tableview.h); headers can be.
QString shortageOf(const TableView &table)
{
    if (!table.model())
        return {};
    const QHeaderView *header = table.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const int needed = header->sectionSizeHint(column);
        if (!header->isSectionHidden(column) && needed > header->sectionSize(column) + slack)
            return QStringLiteral("header %1: %2 wide, needs %3")
                .arg(column)
                .arg(header->sectionSize(column))
                .arg(needed);
    }
    return {};
}

QString shortage(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return shortageOf(*label);
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return shortageOf(*button);
    if (const auto *table = qobject_cast<const TableView *>(widget))
        return shortageOf(*table);
    return {};
}

bool mayBeLatin(const QWidget *widget)
{
    return widget->property("verbatim").toBool() ||
           widget->property("role").toString().endsWith(QLatin1StringView("name"));
}

bool isWestern(const QString &text)
{
    static const QRegularExpression date(
        QStringLiteral("(?<![0-9])(18|19|20)[0-9]{2}(年|[./-][0-9]{1,2}(?![0-9]))"));
    return date.match(text).hasMatch();
}

bool isForeignPage(const QWidget *root)
{
    const auto badges = root->window()->findChildren<BadgeRow *>();
    return std::any_of(badges.begin(), badges.end(), [](const BadgeRow *row) {
        return row->isVisible() && row->badges().contains(BadgeKind::Foreign);
    });
}

bool isForeignRow(const QAbstractItemModel &model, int row)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        const QVariant badges = model.index(row, column).data(BadgesRole);
        if (badges.value<QList<BadgeKind>>().contains(BadgeKind::Foreign))
            return true;
    }
    return false;
}

QList<Finding> westernCells(const QAbstractItemView &view)
{
    QList<Finding> found;
    const QAbstractItemModel *model = view.model();
    for (int row = 0; model && row < model->rowCount(); ++row) {
        if (isForeignRow(*model, row))
            continue;
        for (int column = 0; column < model->columnCount(); ++column) {
            const QString text = model->index(row, column).data().toString();
            if (isWestern(text))
                found.append({nameOf(&view), text});
        }
    }
    return found;
}

} // namespace

QList<Finding> cutTexts(const QWidget *root)
{
    QList<Finding> found;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const QString lacks = widget->isVisible() ? shortage(widget) : QString();
        if (!lacks.isEmpty())
            found.append({nameOf(widget), textOf(widget) + QStringLiteral(": ") + lacks});
    }
    return found;
}

QList<Finding> columnsBeyondTheEdge(const QWidget *root)
{
    QList<Finding> found;
    const auto tables = root->findChildren<TableView *>();
    for (const TableView *table : tables) {
        const int beyond = table->horizontalScrollBar()->maximum();
        if (table->isVisible() && beyond > slack)
            found.append({nameOf(table), QStringLiteral("%1 pixels beyond the edge").arg(beyond)});
    }
    return found;
}

QList<Finding> overlaps(const QWidget *root)
{
    QList<Finding> found;
    QList<const QWidget *> texts;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (widget->isVisible() && !textOf(widget).isEmpty() && !widget->size().isEmpty())
            texts.append(widget);
    }
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype k = i + 1; k < texts.size(); ++k) {
            if (texts.at(i)->parentWidget() != texts.at(k)->parentWidget())
                continue;
            const QRect both = texts.at(i)->geometry().intersected(texts.at(k)->geometry());
            if (both.width() > slack && both.height() > slack)
                found.append(
                    {nameOf(texts.at(i)),
                     textOf(texts.at(i)) + QStringLiteral(" lies upon ") + textOf(texts.at(k))});
        }
    }
    return found;
}

QList<Finding> englishTexts(const QWidget *root)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    static const QStringList allowed{QStringLiteral("Esc"),   QStringLiteral("Ctrl"),
                                     QStringLiteral("Enter"), QStringLiteral("Caps"),
                                     QStringLiteral("Lock"),  QStringLiteral("IPAmj"),
                                     QStringLiteral("PDF")};
    QList<Finding> found;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (mayBeLatin(widget))
            continue;
        const QString text = textOf(widget);
        for (auto match = word.globalMatch(text); match.hasNext();) {
            if (!allowed.contains(match.next().captured()))
                found.append({nameOf(widget), text});
        }
    }
    return found;
}

QList<Finding> westernDates(const QWidget *root)
{
    QList<Finding> found;
    const bool foreign = isForeignPage(root);
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            found += foreign ? QList<Finding>() : westernCells(*view);
        else if (!foreign && isWestern(textOf(widget)))
            found.append({nameOf(widget), textOf(widget)});
    }
    return found;
}

QList<Finding> namelessInputs(const QWidget *root)
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

QList<Finding> invisibleFocus(QWidget *focused)
{
    if (!focused)
        return {{QStringLiteral("nothing"), QStringLiteral("has the focus")}};
    const QImage with = focused->grab().toImage();
    QImage without;
    {
        // Nobody is told: to the page the focus has not moved.
        const QSignalBlocker quiet(focused);
        focused->clearFocus();
        without = focused->grab().toImage();
        focused->setFocus();
    }
    int different = 0;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x)
            different += with.pixel(x, y) != without.pixel(x, y);
    }
    // More than a text cursor: a line along one side at least.
    const int least = qMax(em(4), qMin(with.width(), with.height()));
    if (different >= least)
        return {};
    return {{nameOf(focused), QStringLiteral("the focus is not seen")}};
}

QString inWords(const QList<Finding> &findings)
{
    QString all;
    for (const Finding &one : findings)
        all += one.widget + QStringLiteral(": ") + one.what + u'\n';
    return all;
}

} // namespace widgets
