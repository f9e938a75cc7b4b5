#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "desk/clerk.h"
#include "desk/procedures.h"

#include <QObject>

#include <functional>
#include <memory>

namespace desk {

/// The line a day-end sheet carries: where the log stands (design.md 4).
struct LogHead
{
    quint64 count = 0;
    QByteArray hash;
};

/// Everything a signed-in person can do. Ends with sign-out.
class Desk final : public QObject, public Procedures
{
    Q_OBJECT

public:
    /// What only the door can do: prove both factors again, and close the office.
    struct Closing
    {
        std::function<base::Result<>(const base::Secret &password, const base::Secret &pin)> prove;
        std::function<void()> forgetCard; ///< the card is logged out
        std::function<base::Result<LogHead>()> close;
        std::function<Status()> status;
    };

    Desk(std::unique_ptr<Counter> counter, Closing closing, Policy policy);
    ~Desk() override;

    [[nodiscard]] Clerk clerk() const;
    [[nodiscard]] Policy policy() const { return m_policy; }
    [[nodiscard]] Status status() const;
    [[nodiscard]] bool isLocked() const;

    /// Hides nothing by itself: the screen does, at once, on locked(). The log row follows.
    void lock(LockReason reason);
    Answer<> unlock(base::Secret password, base::Secret pin);
    Answer<LogHead> signOut();

Q_SIGNALS:
    void statusChanged();
    void locked(desk::LockReason reason);
    void unlocked();
    /// First load, as the office tells it: 0 to 100; 100 = done, searching is possible.
    void loadProgress(int percent);
    /// What keeps the copy of the register from being loaded; it is tried again by itself.
    void loadFailed(const base::Error &error);

private:
    void tellUnlocked();
    [[nodiscard]] base::Result<LogHead> end();

    std::unique_ptr<Counter> m_counter;
    Closing m_closing;
    Policy m_policy;
    int m_loadPercent = 100;
};

} // namespace desk
