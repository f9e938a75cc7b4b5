#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

class QWidget;

namespace app {

/// Drives the real windows key by key from a script and leaves numbered pictures, a text of what
/// each step showed, and the papers. One command a line:
///
///     size W H             the window's size in pixels
///     scale PERCENT        text size, through the program's own setting
///     type TEXT            keys into the focused field
///     secret NAME          types credentials value NAME ("clerk1.password") into the focused field
///     key Ctrl+L [TIMES]   one key stroke
///     focus NAME           moves the focus to the named field (only to shorten a tour)
///     await NAME [MS]      waits until a widget of that object name is shown; fails the tour if
///     not awaittext NAME TEXT  waits until the named widget shows TEXT shot NAME picture of the
///     window: NN-NAME.png, and a paragraph in steps.txt say TEXT             a line in steps.txt
///     paper NAME           the next printed document goes to NAME.pdf in the folder
class Tour final : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        QString folder;
        QStringList script;              ///< lines
        QHash<QString, QString> secrets; ///< of a training register only
    };

    Tour(QWidget &window, Order order, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void finished(bool well, const QString &why);
    void scaleWanted(int percent);
    void paperWanted(const QString &file);

private:
    void step();
    void done(const QString &command, const QString &rest);
    void awaitWidget(const QString &name, const QString &text, int limitMs);
    void typeText(const QString &text);
    void press(const QString &sequence, int times);
    void shoot(const QString &name);
    void next(int afterMs = 30);
    void fail(const QString &why);
    [[nodiscard]] QWidget *shown(const QString &name) const;

    QWidget &m_window;
    Order m_order;
    QTimer m_poll;
    qsizetype m_line = 0;
    int m_picture = 0;
    int m_waitedMs = 0;
    bool m_ended = false;
};

} // namespace app
