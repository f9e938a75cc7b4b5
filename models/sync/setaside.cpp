#include "sync/setaside.h"

#include "storage/keycheck.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

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

QString freeName(const QString &path)
{
    const auto stamp =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    for (int count = 1;; ++count) {
        const auto name = QStringLiteral("%1.aside-%2-%3").arg(path, stamp).arg(count);
        if (!QFile::exists(name))
            return name;
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
    return QFileInfo(name).fileName();
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
