#include "audit/doorfile.h"

#include "evidence/fields.h"
#include "storage/files.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cerrno>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace audit {

using base::ErrorCode;

namespace {

constexpr char recordVersion = 1;
constexpr qsizetype lengthBytes = 4;
constexpr qsizetype mostBytes =
    qsizetype{1024} * 1024; // of one record; also the most that is read of a length

std::optional<DoorRecord> parse(QByteArrayView body, QByteArrayView hash)
{
    evidence::FieldReader reader(body, recordVersion);
    DoorRecord record;
    const quint64 event = reader.number(quint64(DoorEvent::Success));
    record.event = static_cast<DoorEvent>(event);
    record.cardHash = reader.bytes().toByteArray();
    record.sealed = reader.bytes().toByteArray();
    record.body = body.toByteArray();
    record.hash = hash.toByteArray();
    if (event == 0 || !reader.atEnd() || record.cardHash.size() != base::crypto::hashBytes)
        return {};
    return record;
}

tl::unexpected<base::Error> unwritten(const QFileDevice &file)
{
    bool isFull = file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EFBIG;
#ifdef EDQUOT
    isFull = isFull || errno == EDQUOT;
#endif
    return base::fail(isFull ? ErrorCode::DiskFull : ErrorCode::FileUnreadable,
                      QStringLiteral("door.log: %1").arg(errno));
}

bool syncToDisk(QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

} // namespace

std::optional<evidence::Head> DoorFile::headAt(quint64 count) const
{
    if (count > static_cast<quint64>(records.size()))
        return {};
    evidence::Head head = emptyDoor();
    for (; head.count < count; ++head.count) {
        const DoorRecord &record = records.at(static_cast<qsizetype>(head.count));
        if (evidence::chainHash(head.hash, record.body) != record.hash)
            return {};
        head.hash = record.hash;
    }
    return head;
}

evidence::Head emptyDoor()
{
    return evidence::Head{0, base::crypto::sha256(QByteArrayView("madoguchi/door/v1"))};
}

QByteArray doorCardHash(const QString &cardSerial)
{
    return base::crypto::sha256("madoguchi/door/card|" + cardSerial.toUtf8());
}

Result<DoorFile> readDoorFile(const QString &path)
{
    DoorFile found;
    QFile file(path);
    found.exists = file.exists();
    if (!found.exists)
        return found;
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("door.log cannot be read"));
    const QByteArray bytes = file.readAll();
    const QByteArrayView all(bytes);
    qsizetype at = 0;
    while (all.size() - at >= lengthBytes) {
        const auto length = qsizetype{qFromBigEndian<quint32>(all.data() + at)};
        const qsizetype end = at + lengthBytes + length + base::crypto::hashBytes;
        if (length > mostBytes || end > all.size())
            break;
        const auto record =
            parse(all.sliced(at + lengthBytes, length),
                  all.sliced(end - base::crypto::hashBytes, base::crypto::hashBytes));
        if (!record)
            break;
        found.records.append(*record);
        at = end;
    }
    found.wholeBytes = at;
    found.torn = at != all.size();
    return found;
}

Result<> writeDoorRecord(const QString &path, qint64 at, const QByteArray &record)
{
    QFile file(path);
    const bool isNew = !file.exists();
    errno = 0;
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return unwritten(file);
    if (!file.resize(at) || !file.seek(at))
        return unwritten(file);
    if (file.write(record) != record.size() || !syncToDisk(file)) {
        const auto failure = unwritten(file);
        (void)file.resize(at);
        return failure;
    }
    if (isNew)
        return storage::syncFolder(QFileInfo(path).absolutePath());
    return {};
}

QByteArray doorRecord(const DoorRecord &record, const QByteArray &previous)
{
    evidence::FieldWriter writer(recordVersion);
    writer.number(quint64(record.event));
    writer.bytes(record.cardHash);
    writer.bytes(record.sealed);
    const QByteArray body = writer.take();
    const quint32 length = qToBigEndian(static_cast<quint32>(body.size()));
    QByteArray bytes(reinterpret_cast<const char *>(&length), lengthBytes);
    bytes.append(body);
    bytes.append(evidence::chainHash(previous, body));
    return bytes;
}

} // namespace audit
