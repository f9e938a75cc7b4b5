#include "auth/durable.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace auth {

using base::ErrorCode;

namespace {

base::Result<> failedWith(int reason, const char *step)
{
    const ErrorCode code =
        reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnreadable;
    return base::fail(code, QStringLiteral("%1: errno %2").arg(QLatin1String(step)).arg(reason));
}

base::Result<> writeAndSync(int file, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            write(file, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return failedWith(errno, "write");
        done += count;
    }
    return fsync(file) == 0 ? base::Result<>() : failedWith(errno, "fsync");
}

/// The new name is on the disk only when the folder is.
base::Result<> syncFolder(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int file = open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return failedWith(errno, "open folder");
    const int trouble = fsync(file) == 0 ? 0 : errno;
    close(file);
    return trouble == 0 ? base::Result<>() : failedWith(trouble, "fsync folder");
}

base::Result<> writeNew(const QByteArray &name, const QByteArray &bytes)
{
    const int file = open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return errno == EEXIST ? base::Result<>(base::fail(ErrorCode::PlaceNotEmpty))
                               : failedWith(errno, "create");
    }
    const auto written = writeAndSync(file, bytes);
    close(file);
    if (!written)
        unlink(name.constData());
    return written;
}

} // namespace

base::Result<> writeDurably(const QString &path, const QByteArray &bytes)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray beside = name + ".new";
    // Left over from a power cut; the data folder belongs to one program at a time.
    unlink(beside.constData());
    if (const auto written = writeNew(beside, bytes); !written)
        return written;
    if (rename(beside.constData(), name.constData()) != 0) {
        const int reason = errno;
        unlink(beside.constData());
        return failedWith(reason, "rename");
    }
    return syncFolder(path);
}

base::Result<> createDurably(const QString &path, const QByteArray &bytes)
{
    if (const auto written = writeNew(QFile::encodeName(path), bytes); !written)
        return written;
    return syncFolder(path);
}

} // namespace auth
