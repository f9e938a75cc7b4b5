#include "sync/setaside.h"

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
        if (QFile::exists(path + beside) && !QFile::rename(path + beside, name + beside))
            return base::fail(ErrorCode::FileUnreadable, QStringLiteral("cannot be set aside"));
    }
    if (const auto done = syncFolder(path); !done)
        return base::fail(done);
    return QFileInfo(name).fileName();
}

Result<> putInPlace(const QString &from, const QString &to)
{
    if (!QFile::rename(from, to))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("cannot be put in place"));
    return syncFolder(to);
}

} // namespace syncing
