#include "storage/files.h"

#ifdef Q_OS_UNIX

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

namespace storage {

Result<> syncFolder(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    const bool synced = handle >= 0 && ::fsync(handle) == 0;
    const int why = errno;
    if (handle >= 0)
        ::close(handle);
    if (!synced)
        return base::fail(base::ErrorCode::FileUnreadable,
                          QStringLiteral("sync of a folder: %1").arg(why));
    return {};
}

Result<> renameOver(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        const int why = errno;
        const bool full = why == ENOSPC || why == EDQUOT;
        return base::fail(full ? base::ErrorCode::DiskFull : base::ErrorCode::FileUnreadable,
                          QStringLiteral("rename: %1").arg(why));
    }
    return {};
}

} // namespace storage

#endif
