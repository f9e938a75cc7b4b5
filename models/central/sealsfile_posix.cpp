#include "central/watchseals.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace central {

using base::ErrorCode;
using base::Result;

namespace {

Result<> failedWith(int reason, const char *step)
{
    const ErrorCode code =
        reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnreadable;
    return base::fail(code,
                      QStringLiteral("seals: %1: errno %2").arg(QLatin1String(step)).arg(reason));
}

/// Held while a line is written; ends with the file.
class OpenFile final
{
public:
    explicit OpenFile(const QByteArray &name)
        : m_file(open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
    }
    ~OpenFile()
    {
        if (m_file >= 0)
            close(m_file);
    }
    Q_DISABLE_COPY_MOVE(OpenFile)
    [[nodiscard]] int handle() const { return m_file; }

private:
    int m_file;
};

Result<> checkLength(int file, qint64 length)
{
    struct stat found
    {
    };
    if (fstat(file, &found) != 0)
        return failedWith(errno, "look");
    if (found.st_size < length)
        return base::fail(ErrorCode::LogCut, QStringLiteral("the seals file was cut"));
    QByteArray behind(qsizetype(found.st_size - length), '\0');
    if (pread(file, behind.data(), std::size_t(behind.size()), length) != behind.size())
        return failedWith(errno, "read");
    if (behind.contains('\n'))
        return base::fail(ErrorCode::LogBroken, QStringLiteral("another one has sealed"));
    return behind.isEmpty() || ftruncate(file, length) == 0 ? Result<>() : failedWith(errno, "cut");
}

Result<> writeAt(int file, qint64 place, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            pwrite(file, bytes.constData() + done, std::size_t(bytes.size() - done), place + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return failedWith(errno, "write");
        done += count;
    }
    return fsync(file) == 0 ? Result<>() : failedWith(errno, "fsync");
}

Result<> syncFolder(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int file = open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return failedWith(errno, "open folder");
    const int trouble = fsync(file) == 0 ? 0 : errno;
    close(file);
    return trouble == 0 ? Result<>() : failedWith(trouble, "fsync folder");
}

} // namespace

Result<> appendDurably(const QString &path, qint64 length, const QByteArray &bytes)
{
    const OpenFile file(QFile::encodeName(path));
    if (file.handle() < 0 || flock(file.handle(), LOCK_EX) != 0)
        return failedWith(errno, "open");
    if (const auto fits = checkLength(file.handle(), length); !fits)
        return fits;
    if (const auto written = writeAt(file.handle(), length, bytes); !written) {
        // A part of a line is none: the next one is written over it.
        (void)ftruncate(file.handle(), length);
        return written;
    }
    return length == 0 ? syncFolder(path) : Result<>();
}

} // namespace central
