#include "audit/doorlog.h"

#include "audit/doorfile.h"
#include "evidence/fields.h"

#include <QFile>

namespace audit {

using base::ErrorCode;

namespace {

constexpr char contentVersion = 1;

QByteArray contentOf(const DoorEntry &entry, qint64 atMs)
{
    evidence::FieldWriter writer(contentVersion);
    writer.number(static_cast<quint64>(atMs));
    writer.number(quint64(entry.event));
    writer.text(entry.userId);
    writer.text(entry.cardSerial);
    writer.text(entry.reason);
    return writer.take();
}

struct Content
{
    DoorEntry entry;
    qint64 atMs = 0;
};

/// Nothing when it does not open or does not say what the clear part says.
std::optional<Content> openRecord(const DoorRecord &record, const base::crypto::KeyPair &box)
{
    const auto opened = base::crypto::openSealed(box, record.sealed);
    if (!opened)
        return {};
    evidence::FieldReader reader(*opened, contentVersion);
    Content content;
    content.atMs = static_cast<qint64>(reader.number());
    const quint64 event = reader.number(quint64(DoorEvent::Success));
    content.entry.event = static_cast<DoorEvent>(event);
    content.entry.userId = reader.text();
    content.entry.cardSerial = reader.text();
    content.entry.reason = reader.text();
    const bool fits = reader.atEnd() && content.entry.event == record.event &&
                      doorCardHash(content.entry.cardSerial) == record.cardHash;
    return fits ? std::optional<Content>(content) : std::nullopt;
}

evidence::Row rowOf(const Content &content)
{
    const bool isSuccess = content.entry.event == DoorEvent::Success;
    return evidence::Row{.atMs = content.atMs,
                         .user = content.entry.userId,
                         .card = content.entry.cardSerial,
                         // An end of the count is no sign-in: that one has a row of its own.
                         .procedure = isSuccess ? QStringLiteral("EndFailureCount")
                                                : QStringLiteral("SignIn"),
                         .operation = evidence::Operation::Session,
                         .outcome = isSuccess ? evidence::Outcome::Done : evidence::Outcome::Failed,
                         .reason = content.entry.reason,
                         .detail = QStringLiteral("door.log")};
}

evidence::Row alteredRow(const Actor &actor, qint64 nowMs, const QString &what)
{
    return evidence::Row{.atMs = nowMs,
                         .user = actor.user,
                         .section = actor.section,
                         .card = actor.card,
                         .signIn = actor.signIn,
                         .procedure = QStringLiteral("DoorLog"),
                         .operation = evidence::Operation::Session,
                         .outcome = evidence::Outcome::Failed,
                         .reason = QStringLiteral("LogBroken"),
                         .detail = what};
}

/// What is wrong with the file, as the journal remembers it. Empty = nothing.
QString faultOf(const DoorFile &file, const evidence::Head &remembered)
{
    if (!file.exists && remembered.count > 0)
        return QStringLiteral("door.log is missing");
    if (static_cast<quint64>(file.records.size()) < remembered.count)
        return QStringLiteral("door.log is shorter than it was");
    const auto before = file.headAt(remembered.count);
    if (!before || (remembered.count > 0 && before->hash != remembered.hash))
        return QStringLiteral("door.log was altered");
    if (!file.headAt(static_cast<quint64>(file.records.size())))
        return QStringLiteral("the chain of door.log does not hold");
    if (file.torn)
        return QStringLiteral("door.log ends in the middle of a row");
    return {};
}

} // namespace

DoorLog::DoorLog(const QString &path, const QByteArray &stationBox, const base::Clock &clock)
    : m_path(path)
    , m_stationBox(stationBox)
    , m_clock(clock)
{
}

Result<> DoorLog::add(const DoorEntry &entry)
{
    const auto file = readDoorFile(m_path);
    if (!file)
        return base::fail(file);
    DoorRecord record;
    record.event = entry.event;
    record.cardHash = doorCardHash(entry.cardSerial);
    record.sealed =
        base::crypto::sealTo(m_stationBox, contentOf(entry, m_clock.now().toMSecsSinceEpoch()));
    if (record.sealed.isEmpty())
        return base::fail(ErrorCode::SealBroken, QStringLiteral("the station's door key"));
    const QByteArray previous =
        file->records.isEmpty() ? emptyDoor().hash : file->records.last().hash;
    return writeDoorRecord(m_path, file->wholeBytes, doorRecord(record, previous));
}

Result<int> DoorLog::failuresOf(const QString &cardSerial) const
{
    const auto file = readDoorFile(m_path);
    if (!file)
        return base::fail(file);
    // Counted whether the chain holds or not: more failures lock earlier, never later.
    const QByteArray card = doorCardHash(cardSerial);
    int failures = 0;
    for (const DoorRecord &record : file->records) {
        if (record.cardHash == card)
            failures = record.event == DoorEvent::Success ? 0 : failures + 1;
    }
    return failures;
}

Result<DoorReport> DoorLog::merge(journal::Journal &journal, const base::crypto::KeyPair &box,
                                  const Actor &actor)
{
    const auto file = readDoorFile(m_path);
    if (!file)
        return base::fail(file);
    const auto remembered = journal.memory().door();
    if (!remembered)
        return base::fail(remembered);
    QString fault = faultOf(*file, *remembered);
    // When the part taken over before is not the one that stands there now, all of it is new.
    const auto before = file->headAt(remembered->count);
    const bool isKnown = before && (remembered->count == 0 || before->hash == remembered->hash);
    const quint64 from = isKnown ? remembered->count : 0;

    DoorReport report;
    QList<evidence::Row> rows;
    for (qsizetype at = 0; at < file->records.size(); ++at) {
        const auto content = openRecord(file->records.at(at), box);
        if (!content) {
            fault = QStringLiteral("row %1 of door.log does not open").arg(at + 1);
            continue;
        }
        int &failures = report.failures[content->entry.userId];
        failures = content->entry.event == DoorEvent::Success ? 0 : failures + 1;
        if (static_cast<quint64>(at) >= from)
            rows.append(rowOf(*content));
    }
    report.newRows = static_cast<quint64>(rows.size());
    report.intact = fault.isEmpty();
    const qint64 nowMs = m_clock.now().toMSecsSinceEpoch();
    if (!report.intact)
        rows.append(alteredRow(actor, nowMs, fault));

    // An altered file is set aside only when the row that tells of it is on disk.
    evidence::Head head = emptyDoor();
    if (report.intact)
        head = *file->headAt(static_cast<quint64>(file->records.size()));
    if (const auto taken = journal.takeOverDoor(rows, head); !taken)
        return base::fail(taken);
    const QString aside = m_path + QStringLiteral(".damaged-%1").arg(nowMs);
    if (!report.intact && file->exists && !QFile::rename(m_path, aside))
        return base::fail(ErrorCode::FileUnreadable,
                          QStringLiteral("door.log cannot be set aside"));
    return report;
}

} // namespace audit
