#include "central/watchlog.h"

#include "base/crypto.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <algorithm>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pieceBytes = 4 * 1024 * 1024;
constexpr qint64 lineBytes = 1024 * 1024;

QByteArray timeOf(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object().value("timestamp"_L1).toString().toUtf8();
}

/// Takes whole lines out of `bytes`; answers how many bytes they were.
qint64 takeLines(const QByteArray &bytes, LogPiece &piece)
{
    qsizetype from = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
        piece.lines.append(bytes.mid(from, end - from));
        from = end + 1;
    }
    return from;
}

} // namespace

Result<QString> ServerLog::source() const
{
    const QFileInfo info(m_place);
    const QString folder = info.isDir() ? info.canonicalFilePath()
                                        : QFileInfo(info.absolutePath()).canonicalFilePath();
    if (folder.isEmpty())
        return base::fail(ErrorCode::FileUnreadable, u"no such log"_s);
    const QString whole = info.isDir() ? folder : folder + u'/' + info.fileName();
    // Not the machine's name: who changes it does not change the log.
    return QString::fromLatin1(QSysInfo::machineUniqueId()) + u':' + whole;
}

std::optional<ServerLog::File> ServerLog::look(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt; // gone since the folder was read; missing files are a gap
    const QByteArray line = file.readLine(lineBytes);
    const QByteArray at = timeOf(line);
    if (!line.endsWith('\n') || at.isEmpty())
        return std::nullopt;
    return File{path, base::crypto::sha256(line), at};
}

Result<QList<ServerLog::File>> ServerLog::files() const
{
    const QFileInfo info(m_place);
    const QDir folder(info.isDir() ? info.filePath() : info.absolutePath());
    if (!folder.exists() || !folder.isReadable())
        return base::fail(ErrorCode::FileUnreadable, u"the folder of the server's log"_s);
    const QString wanted = info.isDir() ? u"*.json*"_s : info.fileName() + u'*';
    QList<File> found;
    for (const QString &name : folder.entryList({wanted}, QDir::Files)) {
        const QString path = folder.filePath(name);
        if (!QFileInfo(path).isReadable())
            return base::fail(ErrorCode::FileUnreadable, u"the server's log"_s);
        if (const auto file = look(path))
            found.append(*file);
    }
    // A server that logs has a file it writes to.
    if (found.isEmpty())
        return base::fail(ErrorCode::FileUnreadable, u"no file of the server's log"_s);
    std::sort(found.begin(), found.end(), [](const File &one, const File &other) {
        return std::tie(one.beganAt, one.path) < std::tie(other.beganAt, other.path);
    });
    return found;
}

Result<QByteArray> ServerLog::read(const File &file, qint64 from)
{
    QFile open(file.path);
    // Between looking and reading it may have been begun anew.
    if (!open.open(QIODevice::ReadOnly) ||
        base::crypto::sha256(open.readLine(lineBytes)) != file.first || !open.seek(from))
        return base::fail(ErrorCode::FileUnreadable, u"the server's log changed"_s);
    return open.read(pieceBytes);
}

Result<LogPiece> ServerLog::next(const LogPlace &from) const
{
    const auto all = files();
    if (!all)
        return base::fail(all);
    LogPiece piece{.lines = {}, .end = from};
    auto file = std::find_if(all->cbegin(), all->cend(),
                             [&from](const File &one) { return one.first == from.file; });
    if (file == all->cend()) {
        file = std::find_if(all->cbegin(), all->cend(),
                            [&from](const File &one) { return one.beganAt > from.lineAt; });
        if (file == all->cend())
            return piece;
        piece.gap = !from.file.isEmpty();
        piece.end = {.file = file->first, .at = 0, .lineAt = from.lineAt};
    } else if (QFileInfo(file->path).size() < from.at) {
        piece.gap = true;
        piece.end.at = QFileInfo(file->path).size();
    }
    const auto bytes = read(*file, piece.end.at);
    if (!bytes)
        return base::fail(bytes);
    const qint64 taken = takeLines(*bytes, piece);
    // A line longer than any that the server writes is none.
    piece.end.at += taken == 0 && bytes->size() == pieceBytes ? bytes->size() : taken;
    for (auto line = piece.lines.crbegin(); line != piece.lines.crend(); ++line) {
        if (const QByteArray at = timeOf(*line); !at.isEmpty()) {
            piece.end.lineAt = at;
            break;
        }
    }
    piece.more = bytes->size() == pieceBytes;
    // The server writes to one file only: where a newer one has begun, this one is complete.
    if (const auto newer = std::next(file); !piece.more && newer != all->cend()) {
        piece.end.file = newer->first;
        piece.end.at = 0;
        piece.more = true;
    }
    return piece;
}

} // namespace central
