#pragma once

#include "base/crypto.h"
#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace central {

/// Somebody's signed word that the log of a city stood at a row, at a time. PostgreSQL cannot write
/// one: it has no key.
struct Seal
{
    qint64 number = 0; ///< from 1 without gaps, over all cities
    QString code{};
    QString registerId{};
    qint64 rows = 0;
    QByteArray head{}; ///< hash of row `rows`, 32 bytes
    QDateTime at{};    ///< by the register's clock, UTC, ms
    QDate day{};       ///< by the register's day; the first one of a day is the day's seal
    /// Not empty: the register was restored, rows sealed before are lost, and this is why.
    QString accepted{};
    QByteArray before{};    ///< SHA-256 of the line before; zeros in the first
    QByteArray signature{}; ///< Ed25519 over all of the above
    bool operator==(const Seal &) const = default;
};

/// A line of the seals file, without its end: JSON.
[[nodiscard]] QByteArray sealLine(const Seal &seal);
/// LogBroken when the bytes are no such line, exactly as sealLine() writes it.
[[nodiscard]] base::Result<Seal> sealFromLine(QByteArrayView line);
/// What is signed.
[[nodiscard]] QByteArray sealedBytes(const Seal &seal);
[[nodiscard]] bool isSealedBy(const Seal &seal, QByteArrayView open);

/// The seals in a file outside the database. Only ever appended to; a line counts when it is on the
/// disk. What a crash left of a line is taken off by the next append.
class SealsFile final
{
public:
    explicit SealsFile(QString path)
        : m_path(std::move(path))
    {
    }
    /// Called with each seal and its line; false ends the reading.
    using Take = std::function<bool(const Seal &, const QByteArray &)>;
    /// All lines that were not read before, in order. LogBroken when one does not follow from the
    /// one before, FileUnreadable. A file that is not there has no lines.
    [[nodiscard]] base::Result<> readOn(const Take &take);
    /// Fills in number and `before`, signs, and writes; answers the line. LogCut when the file is
    /// shorter than what was read of it, LogBroken when somebody else has written to it meanwhile:
    /// readOn() first. DiskFull, FileUnreadable.
    [[nodiscard]] base::Result<QByteArray> append(Seal seal, const base::crypto::KeyPair &key);
    /// Writes a line that append() once answered, elsewhere. LogBroken when it does not follow or
    /// is not signed with the key whose open part this is, and what append() answers.
    [[nodiscard]] base::Result<Seal> takeBack(const QByteArray &line, QByteArrayView open);
    [[nodiscard]] qint64 lastNumber() const { return m_number; }
    [[nodiscard]] const QByteArray &lastLine() const { return m_line; }

private:
    [[nodiscard]] base::Result<> readLine(const QByteArray &line, const Take &take, bool &go);
    [[nodiscard]] QByteArray hashOfLast() const;
    [[nodiscard]] base::Result<> write(qint64 number, const QByteArray &line);

    QString m_path;
    qint64 m_read = 0; ///< bytes
    qint64 m_number = 0;
    QByteArray m_line;
};

/// Appends to a file (made with mode 0600), of which `length` bytes count; what stands behind them
/// is cut off when it is no whole line. On the disk when it answers.
[[nodiscard]] base::Result<> appendDurably(const QString &path, qint64 length,
                                           const QByteArray &bytes);

} // namespace central
