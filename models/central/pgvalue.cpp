#include "central/pgconnection.h"

#include <QTimeZone>
#include <QtEndian>

#include <algorithm>

#include <libpq-fe.h>

namespace central {
namespace {

// OIDs of the server's catalog (pg_type.dat); they never change.
enum Type : unsigned {
    boolType = 16,
    byteaType = 17,
    nameType = 19,
    bigintType = 20,
    smallintType = 21,
    integerType = 23,
    textType = 25,
    jsonType = 114,
    varcharType = 1043,
    dateType = 1082,
    timestamptzType = 1184,
    uuidType = 2950,
    jsonbType = 3802,
};

// Days and times travel as a count from here.
const QDate dayZero(2000, 1, 1);
constexpr qint64 timeZeroMs = 946'684'800'000;

template <typename Number>
QByteArray travelling(Number number)
{
    const Number ordered = qToBigEndian(number);
    return {reinterpret_cast<const char *>(&ordered), sizeof ordered};
}

template <typename Number>
Number arrived(const char *bytes)
{
    return qFromBigEndian<Number>(bytes);
}

struct Field
{
    Oid type = 0;
    const char *bytes = nullptr;
    int size = 0;

    template <typename Number>
    [[nodiscard]] bool holds(Type wanted) const
    {
        return bytes != nullptr && type == wanted && size == int(sizeof(Number));
    }
};

Field fieldAt(const std::shared_ptr<void> &held, int row, int column)
{
    const auto *result = static_cast<const PGresult *>(held.get());
    if (result == nullptr || row < 0 || row >= PQntuples(result) || column < 0 ||
        column >= PQnfields(result) || PQgetisnull(result, row, column) != 0)
        return {};
    return {.type = PQftype(result, column),
            .bytes = PQgetvalue(result, row, column),
            .size = PQgetlength(result, row, column)};
}

} // namespace

PgValue::PgValue(bool value)
    : m_bytes(1, value ? '\1' : '\0')
    , m_type(boolType)
{
}

PgValue::PgValue(int value)
    : m_bytes(travelling(qint32(value)))
    , m_type(integerType)
{
}

PgValue::PgValue(qint64 value)
    : m_bytes(travelling(value))
    , m_type(bigintType)
{
}

PgValue::PgValue(const QString &value)
    : m_type(textType)
{
    if (!value.isNull())
        m_bytes = value.isEmpty() ? QByteArray("") : value.toUtf8();
}

PgValue::PgValue(const QByteArray &value)
    : m_bytes(value)
    , m_type(byteaType)
{
}

PgValue::PgValue(QDate value)
    : m_type(dateType)
{
    if (value.isValid())
        m_bytes = travelling(qint32(dayZero.daysTo(value)));
}

PgValue::PgValue(const QDateTime &value)
    : m_type(timestamptzType)
{
    if (value.isValid())
        m_bytes = travelling(qint64((value.toMSecsSinceEpoch() - timeZeroMs) * 1000));
}

int PgResult::rows() const
{
    return m_result ? PQntuples(static_cast<const PGresult *>(m_result.get())) : 0;
}

bool PgResult::isNull(int row, int column) const
{
    return fieldAt(m_result, row, column).bytes == nullptr;
}

qint64 PgResult::integer(int row, int column) const
{
    const auto field = fieldAt(m_result, row, column);
    if (field.holds<qint64>(bigintType))
        return arrived<qint64>(field.bytes);
    if (field.holds<qint32>(integerType))
        return arrived<qint32>(field.bytes);
    if (field.holds<qint16>(smallintType))
        return arrived<qint16>(field.bytes);
    return 0;
}

bool PgResult::boolean(int row, int column) const
{
    const auto field = fieldAt(m_result, row, column);
    return field.holds<char>(boolType) && field.bytes[0] != 0;
}

QString PgResult::text(int row, int column) const
{
    const auto field = fieldAt(m_result, row, column);
    switch (field.type) {
    case textType:
    case varcharType:
    case nameType:
    case jsonType:
        return QString::fromUtf8(field.bytes, field.size);
    case jsonbType: // a version byte first
        return field.size > 0 ? QString::fromUtf8(field.bytes + 1, field.size - 1) : QString();
    case uuidType: {
        QString digits = QString::fromLatin1(QByteArray(field.bytes, field.size).toHex());
        for (const int place : {20, 16, 12, 8})
            digits.insert(place, u'-');
        return digits;
    }
    default:
        return {};
    }
}

QByteArray PgResult::bytes(int row, int column) const
{
    const auto field = fieldAt(m_result, row, column);
    return field.type == byteaType ? QByteArray(field.bytes, field.size) : QByteArray();
}

base::Secret PgResult::takeSecret(int row, int column) const
{
    const auto field = fieldAt(m_result, row, column);
    if (field.type != byteaType)
        return {};
    base::Secret secret(field.bytes, field.bytes + field.size);
    auto *place = PQgetvalue(static_cast<const PGresult *>(m_result.get()), row, column);
    std::fill_n(place, field.size, '\0');
    return secret;
}

QDate PgResult::date(int row, int column) const
{
    const auto field = fieldAt(m_result, row, column);
    if (!field.holds<qint32>(dateType))
        return {};
    return dayZero.addDays(arrived<qint32>(field.bytes));
}

QDateTime PgResult::at(int row, int column) const
{
    const auto field = fieldAt(m_result, row, column);
    if (!field.holds<qint64>(timestamptzType))
        return {};
    return QDateTime::fromMSecsSinceEpoch(arrived<qint64>(field.bytes) / 1000 + timeZeroMs,
                                          Qt::UTC);
}

qint64 PgResult::affected() const
{
    auto *result = static_cast<PGresult *>(m_result.get());
    return result == nullptr ? 0 : QByteArray(PQcmdTuples(result)).toLongLong();
}

} // namespace central
