#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QTimer>

class QWidget;

namespace app {

/// Drives the real windows key by key from a script and leaves numbered pictures, a text of what
/// each step showed, and the papers. One command a line:
///
///     views WxH@P ...      sizes in pixels and text sizes in percent every shot is taken in; the
///                          first one is worked in
///     type TEXT            keys into the focused field
///     day N                types the day N days before today
///     secret NAME          types credentials value NAME ("clerk1.password") into the focused field
///     key Ctrl+L [TIMES]   one key stroke
///     focus NAME           moves the focus to the named field (only to shorten a tour)
///     await NAME [MS]      waits until a widget of that object name is shown; fails if it is not
///     awaittext NAME TEXT  waits until the named widget shows TEXT
///     shot NAME            a picture for each view: NN-NAME-VIEW.png, and a paragraph in steps.txt
///     say TEXT             a line in steps.txt
///     paper NAME           the next printed document goes to NAME.pdf in the folder
///
/// Each picture is read as well (ui/widgets/legibility.h): texts that are cut or lie upon each
/// other, English words, 西暦 dates, inputs without a name, a focus that cannot be seen. The tour
/// goes on to its end and then fails with the list, which is also in findings.txt.
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
    struct View
    {
        QSize size;
        int percent = 100;
    };
    void step();
    void done(const QString &command, const QString &rest);
    void awaitWidget(const QString &name, const QString &text, int limitMs);
    void typeText(const QString &text);
    void press(const QString &sequence, int times);
    void takeViews(const QString &name);
    void takeView(const QString &name, int looks);
    void shoot(const QString &name);
    void writeStep(const QString &heading);
    [[nodiscard]] QStringList look(const QString &picture) const;
    void end();
    void applyView(const View &view);
    void next(int afterMs = 30);
    void fail(const QString &why);
    [[nodiscard]] QWidget *shown(const QString &name) const;

    QWidget &m_window;
    Order m_order;
    QTimer m_poll;
    QList<View> m_views;
    qsizetype m_view = 0; ///< the next to be taken of a shot
    qsizetype m_line = 0;
    int m_picture = 0;
    int m_waitedMs = 0;
    QStringList m_findings;
    bool m_ended = false;
};

} // namespace app
