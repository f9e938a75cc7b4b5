#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <functional>

namespace sim {

/// The folder of one machine: what SQLite writes there goes through a layer below it that can
/// refuse. The files are real ones; nothing above SQLite knows.
class Disk final
{
public:
    explicit Disk(const QString &folder);
    ~Disk();
    Q_DISABLE_COPY_MOVE(Disk)

    /// The program on this machine ends at the nth write from now: that one and everything behind
    /// it does not reach the files any more, until revive().
    void dieAfter(int writes) { m_diesIn = writes; }
    void die() { m_dead = true; }
    /// The disk is full from the nth write on, for `refused` writes.
    void fillAfter(int writes, int refused);
    /// Nothing is planned any more; a dead program can be started again.
    void revive();
    [[nodiscard]] bool isDead() const { return m_dead; }
    /// Writes refused for want of space since the last time it was asked.
    [[nodiscard]] int takeRefusals();
    [[nodiscard]] quint64 writes() const { return m_writes; }
    /// Calls `look` once, before the nth write from now to the log of a file of this name.
    void lookAt(int write, const char *file, std::function<void()> look);

    enum class Answer { Write, Full, Dead };
    /// For the layer below SQLite.
    [[nodiscard]] Answer nextWrite(const char *path);
    [[nodiscard]] bool holds(const char *path) const;

private:
    QByteArray m_prefix;
    quint64 m_writes = 0;
    int m_diesIn = 0; ///< 0 = not planned
    int m_fillsIn = 0;
    int m_full = 0; ///< writes that will be refused
    int m_refusals = 0;
    bool m_dead = false;
    int m_looksIn = 0;
    QByteArray m_looksAt;
    std::function<void()> m_look;
};

} // namespace sim
