#include "central/watchseals.h"

#include "evidence/fields.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr char version = 1;
constexpr qint64 lineBytes = 8192;

Result<Seal> notASeal()
{
    return base::fail(ErrorCode::LogBroken, u"seals: a line is none"_s);
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray fromHex(const QJsonObject &object, QLatin1StringView name)
{
    return QByteArray::fromHex(object.value(name).toString().toLatin1());
}

} // namespace

QByteArray sealLine(const Seal &seal)
{
    QJsonObject object{{u"number"_s, seal.number},
                       {u"code"_s, seal.code},
                       {u"register"_s, seal.registerId},
                       {u"rows"_s, seal.rows},
                       {u"head"_s, hex(seal.head)},
                       {u"at"_s, seal.at.toUTC().toString(Qt::ISODateWithMs)},
                       {u"day"_s, seal.day.toString(Qt::ISODate)},
                       {u"before"_s, hex(seal.before)},
                       {u"signature"_s, hex(seal.signature)}};
    if (!seal.accepted.isEmpty())
        object.insert(u"accepted"_s, seal.accepted);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Seal> sealFromLine(QByteArrayView line)
{
    const QJsonObject object = QJsonDocument::fromJson(line.toByteArray()).object();
    const auto text = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    const Seal seal{.number = object.value("number"_L1).toInteger(),
                    .code = text("code"_L1),
                    .registerId = text("register"_L1),
                    .rows = object.value("rows"_L1).toInteger(-1),
                    .head = fromHex(object, "head"_L1),
                    .at = QDateTime::fromString(text("at"_L1), Qt::ISODateWithMs),
                    .day = QDate::fromString(text("day"_L1), Qt::ISODate),
                    .accepted = text("accepted"_L1),
                    .before = fromHex(object, "before"_L1),
                    .signature = fromHex(object, "signature"_L1)};
    if (seal.number < 1 || seal.rows < 0 || seal.head.size() != base::crypto::hashBytes ||
        seal.before.size() != base::crypto::hashBytes ||
        seal.signature.size() != base::crypto::signatureBytes || !seal.at.isValid() ||
        !seal.day.isValid())
        return notASeal();
    // What is not signed could be anything: a line has one form.
    return sealLine(seal) == line ? Result<Seal>(seal) : notASeal();
}

QByteArray sealedBytes(const Seal &seal)
{
    evidence::FieldWriter writer(version);
    writer.text(u"madoguchi register seal"_s);
    writer.number(quint64(seal.number));
    writer.text(seal.code);
    writer.text(seal.registerId);
    writer.number(quint64(seal.rows));
    writer.bytes(seal.head);
    writer.number(quint64(seal.at.toMSecsSinceEpoch()));
    writer.text(seal.day.toString(Qt::ISODate));
    writer.text(seal.accepted);
    writer.bytes(seal.before);
    return writer.take();
}

bool isSealedBy(const Seal &seal, QByteArrayView open)
{
    return base::crypto::verify(open, sealedBytes(seal), seal.signature);
}

Result<> SealsFile::readLine(const QByteArray &line, const Take &take, bool &go)
{
    const auto seal = sealFromLine(line);
    if (!seal)
        return base::fail(seal);
    if (seal->number != m_number + 1 || seal->before != hashOfLast())
        return base::fail(ErrorCode::LogBroken,
                          u"seals: line %1 does not follow"_s.arg(m_number + 1));
    m_number = seal->number;
    m_line = line;
    m_read += line.size() + 1;
    go = take(*seal, line);
    return {};
}

Result<> SealsFile::readOn(const Take &take)
{
    QFile file(m_path);
    if (!file.exists())
        return m_read == 0 ? Result<>()
                           : base::fail(ErrorCode::LogCut, u"the seals file is gone"_s);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, u"the seals file"_s);
    if (file.size() < m_read)
        return base::fail(ErrorCode::LogCut, u"the seals file was cut"_s);
    if (!file.seek(m_read))
        return base::fail(ErrorCode::FileUnreadable, u"the seals file"_s);
    for (bool go = true; go;) {
        QByteArray line = file.readLine(lineBytes);
        if (!line.endsWith('\n')) {
            // The end, or what a crash left of a line.
            return line.size() < lineBytes - 1
                       ? Result<>()
                       : base::fail(ErrorCode::LogBroken, u"seals: a line is none"_s);
        }
        line.chop(1);
        if (const auto read = readLine(line, take, go); !read)
            return read;
    }
    return {};
}

QByteArray SealsFile::hashOfLast() const
{
    return m_number == 0 ? QByteArray(base::crypto::hashBytes, '\0') : base::crypto::sha256(m_line);
}

Result<> SealsFile::write(qint64 number, const QByteArray &line)
{
    if (const auto done = appendDurably(m_path, m_read, line + '\n'); !done)
        return done;
    m_number = number;
    m_line = line;
    m_read += line.size() + 1;
    return {};
}

Result<QByteArray> SealsFile::append(Seal seal, const base::crypto::KeyPair &key)
{
    seal.number = m_number + 1;
    seal.before = hashOfLast();
    seal.signature = base::crypto::sign(key, sealedBytes(seal));
    const QByteArray line = sealLine(seal);
    if (const auto done = write(seal.number, line); !done)
        return base::fail(done);
    return line;
}

Result<Seal> SealsFile::takeBack(const QByteArray &line, QByteArrayView open)
{
    auto seal = sealFromLine(line);
    if (!seal)
        return seal;
    if (seal->number != m_number + 1 || seal->before != hashOfLast() || !isSealedBy(*seal, open))
        return base::fail(ErrorCode::LogBroken,
                          u"seals: line %1 of the register does not follow"_s.arg(m_number + 1));
    if (const auto done = write(seal->number, line); !done)
        return base::fail(done);
    return seal;
}

} // namespace central
