#include "sync/setaside.h"

#include "storage/keycheck.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace syncing {

using base::ErrorCode;
using base::Result;

namespace {

const auto besides = {QStringLiteral("-wal"), QStringLiteral("-shm")};

Result<> syncFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    const auto name = QFile::encodeName(QFileInfo(path).absolutePath());
    const int folder = ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0)
        ::close(folder);
    if (!synced)
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("the folder is not synced"));
#else
    Q_UNUSED(path)
#endif
    return {};
}

Result<> renameIfThere(const QString &from, const QString &to)
{
    if (QFile::exists(from) && !QFile::rename(from, to))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("cannot be renamed"));
    return {};
}

/// Which of the files set aside this one is: its time, then the count within a second.
std::pair<QString, int> ageOf(const QString &name)
{
    return {name.section(u'-', -2, -2), name.section(u'-', -1).toInt()};
}

/// The files of a path that were set aside, newest first; not what stands beside them.
QStringList allSetAside(const QString &path)
{
    static const QRegularExpression counted(QStringLiteral("-\\d+$"));
    const QFileInfo file(path);
    QStringList names = file.dir()
                            .entryList({file.fileName() + QStringLiteral(".aside-*")}, QDir::Files)
                            .filter(counted);
    std::sort(names.begin(), names.end(),
              [](const auto &one, const auto &other) { return ageOf(one) > ageOf(other); });
    return names;
}

/// Never a name that was there before: the newest is the greatest.
QString freeName(const QString &path)
{
    const auto stamp =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    int count = 0;
    for (const auto &name : allSetAside(path)) {
        const auto [time, number] = ageOf(name);
        if (time == stamp)
            count = qMax(count, number);
    }
    return QStringLiteral("%1.aside-%2-%3").arg(path, stamp).arg(count + 1);
}

void removeWhole(const QString &path)
{
    QFile::remove(path);
    for (const auto &beside : besides)
        QFile::remove(path + beside);
    storage::removeKeyCheck(path);
}

/// Only the newest stay: a disk that fails again and again must not be filled with copies. One that
/// cannot be removed now is removed the next time. `latest` stays whatever the clock says.
void removeOld(const QString &path, const QString &latest)
{
    constexpr qsizetype kept = 2;
    const QDir folder = QFileInfo(path).dir();
    for (const auto &name : allSetAside(path).mid(kept)) {
        const QString old = folder.filePath(name);
        if (name != QFileInfo(latest).fileName())
            removeWhole(old);
    }
}

} // namespace

Result<QString> setAside(const QString &path)
{
    const auto name = freeName(path);
    if (!QFile::rename(path, name))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("cannot be set aside"));
    for (const auto &beside : besides) {
        if (const auto done = renameIfThere(path + beside, name + beside); !done)
            return base::fail(done);
    }
    const auto check = renameIfThere(storage::keyCheckPath(path), storage::keyCheckPath(name));
    if (!check)
        return base::fail(check);
    if (const auto done = syncFolder(path); !done)
        return base::fail(done);
    removeOld(path, name);
    return QFileInfo(name).fileName();
}

Result<> removeSetAside(const QString &path)
{
    const QDir folder = QFileInfo(path).dir();
    for (const auto &name : allSetAside(path))
        removeWhole(folder.filePath(name));
    if (!allSetAside(path).isEmpty())
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("cannot be removed"));
    return syncFolder(path);
}

Result<> putInPlace(const QString &from, const QString &to)
{
    if (!QFile::rename(from, to))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("cannot be put in place"));
    // Without its key check value the file opens all the same, and storage writes a new one.
    const auto check = storage::keyCheckPath(to);
    if (QFile::exists(check) && !QFile::remove(check))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("cannot be put in place"));
    if (const auto done = renameIfThere(storage::keyCheckPath(from), check); !done)
        return done;
    return syncFolder(to);
}

} // namespace syncing
