#include "evidence/row.h"

#include "evidence/fields.h"

#include <QtEndian>

#include <limits>

namespace evidence {

namespace {

// Version 1, fields in the order in which encode() writes them.
constexpr char rowVersion = 1;
constexpr int fieldCount = 24;
constexpr qsizetype subjectBytes = 8 + 4;
constexpr quint64 mostInt32 = std::numeric_limits<quint32>::max();

QByteArray packSubjects(const QList<base::SnapshotId> &subjects)
{
    QByteArray packed(subjects.size() * subjectBytes, Qt::Uninitialized);
    char *at = packed.data();
    for (const base::SnapshotId &subject : subjects) {
        qToBigEndian(subject.person.value, at);
        qToBigEndian(qint32{subject.version}, at + 8);
        at += subjectBytes;
    }
    return packed;
}

QList<base::SnapshotId> unpackSubjects(FieldReader &reader)
{
    const QByteArrayView packed = reader.bytes();
    if (packed.size() % subjectBytes != 0) {
        reader.fail();
        return {};
    }
    QList<base::SnapshotId> subjects;
    subjects.reserve(packed.size() / subjectBytes);
    for (qsizetype at = 0; at < packed.size(); at += subjectBytes) {
        const char *bytes = packed.data() + at;
        subjects.append(base::SnapshotId{base::PersonId{qFromBigEndian<qint64>(bytes)},
                                         qFromBigEndian<qint32>(bytes + 8)});
    }
    return subjects;
}

// A list of texts is a field whose content is fields.
QByteArray packTexts(const QStringList &texts)
{
    FieldWriter writer(rowVersion);
    for (const QString &text : texts)
        writer.text(text);
    return writer.take();
}

QStringList unpackTexts(FieldReader &reader)
{
    FieldReader inner(reader.bytes(), rowVersion);
    QStringList texts;
    while (!inner.failed() && !inner.atEnd())
        texts.append(inner.text());
    if (inner.failed())
        reader.fail();
    return texts;
}

Operation operationOf(FieldReader &reader)
{
    const quint64 value = reader.number(quint64(Operation::Session));
    if (value == 0)
        reader.fail();
    return static_cast<Operation>(value);
}

Outcome outcomeOf(FieldReader &reader)
{
    const quint64 value = reader.number(quint64(Outcome::Failed));
    if (value == 0)
        reader.fail();
    return static_cast<Outcome>(value);
}

} // namespace

QByteArray encode(const Row &row)
{
    FieldWriter writer(rowVersion);
    writer.number(row.number);
    writer.number(static_cast<quint64>(row.atMs));
    writer.text(row.station);
    writer.text(row.user);
    writer.text(row.section);
    writer.text(row.card);
    writer.text(row.signIn);
    writer.text(row.visit);
    writer.text(row.visitNumber);
    writer.text(row.purpose);
    writer.text(row.procedure);
    writer.number(quint64(row.operation));
    writer.number(quint64(row.outcome));
    writer.text(row.reason);
    writer.bytes(packSubjects(row.subjects));
    writer.text(row.fileName);
    writer.number(row.individualNumberAccessed ? 1 : 0);
    writer.number(row.count);
    writer.bytes(packTexts(row.issueNumbers));
    writer.number(row.copies);
    writer.text(row.printer);
    writer.text(row.tablesVersion);
    writer.bytes(row.sealed);
    writer.text(row.detail);
    return writer.take();
}

base::Result<Row> decode(QByteArrayView bytes)
{
    FieldReader reader(bytes, rowVersion);
    Row row;
    row.number = reader.number();
    row.atMs = static_cast<qint64>(reader.number());
    row.station = reader.text();
    row.user = reader.text();
    row.section = reader.text();
    row.card = reader.text();
    row.signIn = reader.text();
    row.visit = reader.text();
    row.visitNumber = reader.text();
    row.purpose = reader.text();
    row.procedure = reader.text();
    row.operation = operationOf(reader);
    row.outcome = outcomeOf(reader);
    row.reason = reader.text();
    row.subjects = unpackSubjects(reader);
    row.fileName = reader.text();
    row.individualNumberAccessed = reader.number(1) == 1;
    row.count = static_cast<quint32>(reader.number(mostInt32));
    row.issueNumbers = unpackTexts(reader);
    row.copies = static_cast<quint32>(reader.number(mostInt32));
    row.printer = reader.text();
    row.tablesVersion = reader.text();
    row.sealed = reader.bytes().toByteArray();
    row.detail = reader.text();
    if (!reader.atEnd())
        return base::fail(base::ErrorCode::LogBroken,
                          QStringLiteral("row: field %1 is not well formed").arg(reader.field()));
    return row;
}

quint64 numberOf(QByteArrayView bytes)
{
    FieldReader reader(bytes, rowVersion);
    const quint64 number = reader.number();
    while (!reader.failed() && reader.field() < fieldCount)
        (void)reader.bytes();
    return reader.atEnd() ? number : 0;
}

} // namespace evidence
