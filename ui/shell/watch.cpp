#include "ui/shell/watch.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace shell {

namespace {

constexpr int lookEveryMs = 1000;
constexpr qint64 msPerSecond = 1000;

} // namespace

Watch::Watch(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &Watch::look);
}

void Watch::start(int lockSeconds, int signOutSeconds)
{
    m_lockMs = lockSeconds * msPerSecond;
    m_signOutMs = signOutSeconds * msPerSecond;
    m_lastWorkMs = m_clock.sinceBootMs();
    m_lockSaid = false;
    m_timer.start();
}

void Watch::stop()
{
    m_timer.stop();
}

bool Watch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::InputMethod:
        m_lastWorkMs = m_clock.sinceBootMs();
        m_lockSaid = false;
        break;
    case QEvent::KeyPress: {
        m_lastWorkMs = m_clock.sinceBootMs();
        m_lockSaid = false;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_L && key->modifiers() == Qt::ControlModifier) {
            Q_EMIT lockAsked();
            return true;
        }
        if (key->key() == Qt::Key_F11) {
            Q_EMIT coverAsked();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Watch::look()
{
    const qint64 idleMs = m_clock.sinceBootMs() - m_lastWorkMs;
    if (m_lockMs > 0 && idleMs >= m_lockMs && !m_lockSaid) {
        m_lockSaid = true;
        Q_EMIT lockDue();
    }
    if (m_signOutMs > 0 && idleMs >= m_signOutMs) {
        stop();
        Q_EMIT signOutDue();
    }
}

} // namespace shell
