#include "app/tour.h"

#include "calendar/eras.h"
#include "ui/widgets/legibility.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTextStream>
#include <QWidget>

#include <utility>

namespace app {

namespace {

constexpr int pollMs = 50;
constexpr int awaitMs = 30'000;
constexpr int settleMs = 120;

/// The text a widget shows, as far as a reader of the tour wants it.
QString textOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        return edit->text();
    QString text = widget.accessibleName();
    for (const QLabel *label : widget.findChildren<QLabel *>())
        text += QLatin1Char(' ') + label->text();
    return text;
}

/// A dialog that stands before the window, modal or not.
QWidget *dialogOver(const QWidget &window)
{
    for (QWidget *top : QApplication::topLevelWidgets())
        if (top != &window && top->isVisible() && qobject_cast<QDialog *>(top))
            return top;
    return nullptr;
}

QString rowsOf(const QAbstractItemView &view)
{
    QString out;
    const QAbstractItemModel *model = view.model();
    if (!model)
        return out;
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells.append(model->index(row, column).data().toString());
        out += QStringLiteral("  | ") + cells.join(QStringLiteral(" | ")) + QLatin1Char('\n');
    }
    return out;
}

QWidget *receiver(QWidget &window)
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    QWidget *top = QApplication::activeModalWidget();
    if (!top)
        top = QApplication::activeWindow() ? QApplication::activeWindow() : &window;
    QWidget *focused = QApplication::focusWidget();
    return focused ? focused : top;
}

void send(QWidget &window, int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QWidget *target = receiver(window);
    QKeyEvent override(QEvent::ShortcutOverride, key, modifiers, text);
    override.ignore();
    QApplication::sendEvent(target, &override);
    QApplication::postEvent(target, new QKeyEvent(QEvent::KeyPress, key, modifiers, text));
    QApplication::postEvent(target, new QKeyEvent(QEvent::KeyRelease, key, modifiers, text));
}

} // namespace

Tour::Tour(QWidget &window, Order order, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_order(std::move(order))
{
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &Tour::step);
}

void Tour::start()
{
    if (!QDir().mkpath(m_order.folder)) {
        fail(QStringLiteral("the folder for the pictures cannot be made"));
        return;
    }
    next(300);
}

void Tour::next(int afterMs)
{
    m_waitedMs = 0;
    ++m_line;
    m_poll.start(afterMs);
}

void Tour::fail(const QString &why)
{
    if (m_ended)
        return;
    m_ended = true;
    ++m_picture;
    shoot(QStringLiteral("failed"));
    Q_EMIT finished(false, QStringLiteral("line %1: %2").arg(m_line).arg(why));
}

void Tour::step()
{
    if (m_ended)
        return;
    if (m_line > m_order.script.size()) {
        end();
        return;
    }
    const QString line = m_order.script.at(m_line - 1).trimmed();
    if (line.isEmpty() || line.startsWith(QLatin1Char('#'))) {
        next(0);
        return;
    }
    const QString command = line.section(QLatin1Char(' '), 0, 0);
    done(command, line.section(QLatin1Char(' '), 1).trimmed());
}

void Tour::done(const QString &command, const QString &rest)
{
    const QString first = rest.section(QLatin1Char(' '), 0, 0);
    const QString second = rest.section(QLatin1Char(' '), 1);
    if (command == QLatin1String("views")) {
        m_views.clear();
        for (const QString &view : rest.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const QString size = view.section(QLatin1Char('@'), 0, 0);
            m_views.append({.size = {size.section(QLatin1Char('x'), 0, 0).toInt(),
                                     size.section(QLatin1Char('x'), 1).toInt()},
                            .percent = view.section(QLatin1Char('@'), 1).toInt()});
        }
        applyView(m_views.first());
        next(300);
    } else if (command == QLatin1String("type")) {
        typeText(rest);
        next(60);
    } else if (command == QLatin1String("secret")) {
        // A city that is too small has nobody who shows this.
        if (m_order.secrets.value(rest, QStringLiteral("0")) == QLatin1String("0"))
            return fail(QStringLiteral("no credentials named %1").arg(rest));
        typeText(m_order.secrets.value(rest));
        next(60);
    } else if (command == QLatin1String("day")) {
        typeText(
            calendar::wareki(QDate::currentDate().addDays(-rest.toInt()), calendar::Style::Short));
        next(60);
    } else if (command == QLatin1String("key")) {
        press(first, second.isEmpty() ? 1 : second.toInt());
        next(120);
    } else if (command == QLatin1String("focus")) {
        QWidget *widget = shown(rest);
        if (!widget)
            return fail(QStringLiteral("nothing named %1 is shown").arg(rest));
        widget->setFocus(Qt::ShortcutFocusReason);
        next();
    } else if (command == QLatin1String("await")) {
        awaitWidget(first, {}, second.isEmpty() ? awaitMs : second.toInt());
    } else if (command == QLatin1String("awaittext")) {
        awaitWidget(first, second, awaitMs);
    } else if (command == QLatin1String("shot")) {
        m_view = 0;
        ++m_picture;
        takeViews(rest);
    } else if (command == QLatin1String("paper")) {
        Q_EMIT paperWanted(QDir(m_order.folder).filePath(rest + QStringLiteral(".pdf")));
        next();
    } else if (command == QLatin1String("say")) {
        QFile file(QDir(m_order.folder).filePath(QStringLiteral("steps.txt")));
        if (file.open(QIODevice::Append))
            QTextStream(&file) << rest << '\n';
        next(0);
    } else {
        fail(QStringLiteral("unknown command %1").arg(command));
    }
}

QWidget *Tour::shown(const QString &name) const
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible())
            continue;
        if (top->objectName() == name)
            return top;
        for (QWidget *child : top->findChildren<QWidget *>(name))
            if (child->isVisible())
                return child;
    }
    return nullptr;
}

void Tour::awaitWidget(const QString &name, const QString &text, int limitMs)
{
    const QWidget *widget = shown(name);
    if (widget && widget->isEnabled() && (text.isEmpty() || textOf(*widget).contains(text)))
        return next(150);
    m_waitedMs += pollMs;
    if (m_waitedMs > limitMs)
        return fail(QStringLiteral("%1 %2 did not come").arg(name, text));
    m_poll.start(pollMs);
}

void Tour::typeText(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        QString one(text.at(i));
        if (text.at(i).isHighSurrogate() && i + 1 < text.size())
            one += text.at(++i);
        send(m_window, 0, Qt::NoModifier, one);
    }
}

void Tour::press(const QString &sequence, int times)
{
    const QKeySequence keys = QKeySequence::fromString(sequence, QKeySequence::PortableText);
    if (keys.isEmpty())
        return fail(QStringLiteral("no such key: %1").arg(sequence));
    const QKeyCombination combination = keys[0];
    QString text;
    if (combination.keyboardModifiers() == Qt::NoModifier && combination.key() >= Qt::Key_Space &&
        combination.key() <= Qt::Key_AsciiTilde)
        text = QString(QChar(char16_t(combination.key()))).toLower();
    for (int i = 0; i < times; ++i)
        send(m_window, combination.key(), combination.keyboardModifiers(), text);
}

void Tour::applyView(const View &view)
{
    if (widgets::textPercent() != view.percent) // seconds of restyling
        Q_EMIT scaleWanted(view.percent);
    m_window.resize(view.size);
}

/// One picture a view, each after the layout has settled; then back to the first.
void Tour::takeViews(const QString &name)
{
    if (m_view >= m_views.size()) {
        applyView(m_views.first());
        return next(settleMs);
    }
    applyView(m_views.at(m_view));
    QTimer::singleShot(settleMs, this, [this, name] { takeView(name, 0); });
}

/// A busy machine may be late with laying out, in several rounds: only what still stands after a
/// while is a finding.
void Tour::takeView(const QString &name, int looks)
{
    constexpr int mostLooks = 20;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const View view = m_views.at(m_view);
    const QString picture = QStringLiteral("%1-%2x%3@%4")
                                .arg(name)
                                .arg(view.size.width())
                                .arg(view.size.height())
                                .arg(view.percent);
    const QStringList found = look(picture);
    if (!found.isEmpty() && looks < mostLooks) {
        QTimer::singleShot(settleMs, this, [this, name, looks] { takeView(name, looks + 1); });
        return;
    }
    m_findings += found;
    shoot(picture);
    if (m_view == 0)
        writeStep(name);
    ++m_view;
    takeViews(name);
}

void Tour::shoot(const QString &name)
{
    const QString number = QStringLiteral("%1").arg(m_picture, 2, 10, QLatin1Char('0'));
    QWidget *top = dialogOver(m_window);
    QPixmap shot = m_window.grab();
    if (top) { // an open dialog, where it stands on the window
        QPainter painter(&shot);
        const QPoint place = top->mapToGlobal(QPoint()) - m_window.mapToGlobal(QPoint());
        painter.drawPixmap(place, top->grab());
        painter.drawRect(QRect(place, top->size()).adjusted(0, 0, -1, -1)); // no frame offscreen
    }
    const QString picture = number + QLatin1Char('-') + name + QStringLiteral(".png");
    if (!shot.save(QDir(m_order.folder).filePath(picture)))
        fail(QStringLiteral("the picture cannot be written"));
}

QStringList Tour::look(const QString &picture) const
{
    QList<widgets::Finding> found;
    for (const QWidget *top : {static_cast<const QWidget *>(&m_window),
                               static_cast<const QWidget *>(dialogOver(m_window))}) {
        if (!top)
            continue;
        found += widgets::cutTexts(top) + widgets::columnsBeyondTheEdge(top) +
                 widgets::overlaps(top) + widgets::englishTexts(top) + widgets::westernDates(top) +
                 widgets::namelessInputs(top);
    }
    found += widgets::invisibleFocus(QApplication::focusWidget());
    QStringList words;
    for (const widgets::Finding &one : std::as_const(found))
        words.append(QStringLiteral("%1 %2: %3: %4")
                         .arg(m_picture, 2, 10, QLatin1Char('0'))
                         .arg(picture, one.widget, one.what));
    return words;
}

void Tour::end()
{
    m_ended = true;
    if (m_findings.isEmpty()) {
        Q_EMIT finished(true, {});
        return;
    }
    const QString list = m_findings.join(QLatin1Char('\n'));
    QFile file(QDir(m_order.folder).filePath(QStringLiteral("findings.txt")));
    if (file.open(QIODevice::WriteOnly))
        QTextStream(&file) << list << '\n';
    Q_EMIT finished(false, QStringLiteral("what the pictures show:\n") + list);
}

void Tour::writeStep(const QString &heading)
{
    QWidget *top = dialogOver(m_window);
    QFile file(QDir(m_order.folder).filePath(QStringLiteral("steps.txt")));
    if (!file.open(QIODevice::Append))
        return fail(QStringLiteral("steps.txt cannot be written"));
    QTextStream out(&file);
    out << QStringLiteral("\n## %1 %2\n").arg(m_picture, 2, 10, QLatin1Char('0')).arg(heading);
    const QWidget &seen = top ? *top : m_window;
    for (const QLabel *label : seen.findChildren<QLabel *>())
        if (label->isVisible() && !label->text().trimmed().isEmpty())
            out << "  " << label->text().simplified() << '\n';
    for (const QAbstractItemView *view : seen.findChildren<QAbstractItemView *>())
        if (view->isVisible())
            out << rowsOf(*view);
}

} // namespace app
