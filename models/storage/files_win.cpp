#include "storage/files.h"

#ifdef Q_OS_WIN

#include <QDir>

#include <windows.h>

namespace storage {

Result<> syncFolder(const QString &)
{
    return {}; // MoveFileEx with WRITE_THROUGH returns when the name is on disk
}

Result<> renameOver(const QString &from, const QString &to)
{
    const auto native = [](const QString &path) {
        return QDir::toNativeSeparators(path).toStdWString();
    };
    if (!MoveFileExW(native(from).c_str(), native(to).c_str(),
                     MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return base::fail(base::ErrorCode::FileUnreadable,
                          QStringLiteral("rename: %1").arg(GetLastError()));
    return {};
}

} // namespace storage

#endif
