#include "storage/files.h"

#include "storage/keycheck.h"

#include <QFile>
#include <QFileInfo>

namespace storage {

namespace {

void removeLogs(const QString &path)
{
    QFile::remove(path + QLatin1String("-wal"));
    QFile::remove(path + QLatin1String("-shm"));
}

} // namespace

Result<> replaceDatabase(const QString &fresh, const QString &target)
{
    if (QFileInfo(fresh + QLatin1String("-wal")).size() > 0)
        return base::fail(base::ErrorCode::FileUnreadable,
                          QStringLiteral("the fresh file still has a write-ahead log"));
    removeLogs(fresh);
    // Before the rename: an old log beside a new file would be read into it.
    removeLogs(target);
    if (auto renamed = renameOver(fresh, target); !renamed)
        return renamed;
    if (QFile::exists(keyCheckPath(fresh))) {
        if (auto renamed = renameOver(keyCheckPath(fresh), keyCheckPath(target)); !renamed)
            return renamed;
    }
    return syncFolder(QFileInfo(target).absolutePath());
}

void removeDatabase(const QString &path)
{
    removeLogs(path);
    QFile::remove(path);
    removeKeyCheck(path);
}

} // namespace storage
