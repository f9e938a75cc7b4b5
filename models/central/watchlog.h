#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace central {

/// How far a server's log is read. A file is known by its first line, which holds time and process
/// and never changes: by name it could have been moved or begun anew.
struct LogPlace
{
    QByteArray file{};   ///< SHA-256 of the first line; empty: nothing is read yet
    qint64 at = 0;       ///< bytes read of it
    QByteArray lineAt{}; ///< time of the last line that was read, as the server writes it
    bool operator==(const LogPlace &) const = default;
};

/// Whole lines that were not read before.
struct LogPiece
{
    QList<QByteArray> lines{};
    LogPlace end{};
    bool gap = false;  ///< what came before is gone: lines may be missing
    bool more = false; ///< there is more to read at once
};

/// The JSON log of a PostgreSQL server (log_destination = jsonlog), across rotation, renaming and
/// restart of the server. Reads only.
class ServerLog final
{
public:
    /// A folder with the files of the log, or one file of it: then those beside it whose names
    /// begin with its name as well.
    explicit ServerLog(QString place)
        : m_place(std::move(place))
    {
    }
    /// The machine and the folder: where another server writes, other lines were read.
    /// FileUnreadable when there is no such folder.
    [[nodiscard]] base::Result<QString> source() const;
    /// The lines behind `from`, oldest first, a few megabytes at most. FileUnreadable.
    [[nodiscard]] base::Result<LogPiece> next(const LogPlace &from) const;

private:
    struct File
    {
        QString path;
        QByteArray first;   ///< SHA-256 of its first line
        QByteArray beganAt; ///< time of its first line
    };
    [[nodiscard]] base::Result<QList<File>> files() const;
    [[nodiscard]] static std::optional<File> look(const QString &path);
    [[nodiscard]] static base::Result<QByteArray> read(const File &file, qint64 from);

    QString m_place;
};

} // namespace central
