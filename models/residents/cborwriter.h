#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

namespace residents {

/// Writes the deterministic form of CBOR (RFC 8949, 4.2.1): shortest lengths, nothing indefinite.
/// The caller writes map keys in rising order. Digests are made over these bytes, so one value has
/// one form. (QCborStreamWriter goes through a QIODevice for every item: too slow for whole
/// cities.)
class CborWriter final
{
public:
    void integer(qint64 value);
    void text(const QString &value);
    /// The Julian day number; null for an invalid date.
    void day(QDate value);
    void null();
    void array(int count);
    /// A map of up to 255 entries whose number is filled in by endMap.
    [[nodiscard]] qsizetype beginMap();
    void endMap(qsizetype begin, int count);
    [[nodiscard]] QByteArray take();

private:
    void head(unsigned major, quint64 value);
    QByteArray m_bytes;
};

} // namespace residents
