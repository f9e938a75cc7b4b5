#pragma once

#include "base/clock.h"

#include <QObject>
#include <QTimer>

namespace shell {

/// Sees every key and mouse event of the program: how long nobody has worked, and the keys that
/// must answer even above a dialog (Ctrl+L locks, F11 covers the screen).
class Watch final : public QObject
{
    Q_OBJECT

public:
    explicit Watch(const base::Clock &clock, QObject *parent = nullptr);
    /// Starts counting; seconds without work until idle(Lock) and idle(SignOut).
    void start(int lockSeconds, int signOutSeconds);
    void stop();

Q_SIGNALS:
    void lockDue();
    void signOutDue();
    void lockAsked();
    void coverAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    const base::Clock &m_clock;
    QTimer m_timer;
    qint64 m_lastWorkMs = 0;
    qint64 m_lockMs = 0;
    qint64 m_signOutMs = 0;
    bool m_lockSaid = false;
};

} // namespace shell
