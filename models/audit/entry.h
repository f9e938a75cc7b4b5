#pragma once

#include "base/ids.h"
#include "evidence/row.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace audit {

using evidence::Operation;
using evidence::Outcome;

/// Who acts, where and what for. The visit is empty outside one.
struct Actor
{
    QString user{};
    QString section{};
    QString card{};
    QString signIn{};
    QString station{};
    QString visit{};
    QString visitNumber{};
    QString purpose{};
};

/// ４情報 of one person, as shown.
struct FourItems
{
    QString name{};
    QString address{};
    QString bornOn{};
    QString sex{};
    bool operator==(const FourItems &) const = default;
};

/// What may be read only by the register: sealed when written.
struct Details
{
    QList<FourItems> people{};                   ///< in the order of Entry::subjects
    QList<QPair<QString, QString>> conditions{}; ///< of a search, by field
    QString reason{}; ///< 支援措置対象者を開いた理由, as written by the clerk
    bool operator==(const Details &) const = default;
};

/// What was done. `detail` and `reason` are never personal.
struct Entry
{
    QString procedure{}; ///< 機能名, such as "ViewResident"
    Operation operation = Operation::Access;
    Outcome outcome = Outcome::Done;
    QString reason{}; ///< code of the rule or error
    QList<base::SnapshotId> subjects{};
    QString fileName{}; ///< 特定個人情報ファイル名: residentFile, or empty
    bool individualNumberAccessed = false;
    int count = 0;
    QStringList issueNumbers{};
    int copies = 0;
    QString printer{};
    QString tablesVersion{};
    Details details{};
    QString detail{};
};

/// juki.md: the file that holds residents.
inline QString residentFile()
{
    return QStringLiteral("住民基本台帳ファイル");
}

/// CBOR map; what is sealed, behind the salt.
[[nodiscard]] QByteArray encodeDetails(const Details &details);
/// SealBroken when the bytes are not what encodeDetails() writes.
[[nodiscard]] base::Result<Details> decodeDetails(const QByteArray &bytes);

/// The sealed part of a row: SHA-256(salt ‖ details), then salt ‖ details sealed to the register's
/// log key. The hash lets anybody who is shown salt and details check that these were logged; the
/// salt (16 random bytes) keeps others from guessing them. Empty when the key is none.
[[nodiscard]] QByteArray sealDetails(const Details &details, QByteArrayView registerLogKey);
/// The part that the register's log key opens.
[[nodiscard]] QByteArrayView sealedMessage(QByteArrayView sealed);

struct OpenedDetails
{
    QByteArray salt{};
    Details details{};
    bool operator==(const OpenedDetails &) const = default;
};
/// From what opening sealedMessage() gave. SealBroken when it is not what was logged.
[[nodiscard]] base::Result<OpenedDetails> readDetails(QByteArrayView sealed,
                                                      const QByteArray &opened);
/// Whether these are the details that were logged.
[[nodiscard]] bool detailsFit(QByteArrayView sealed, const OpenedDetails &opened);

} // namespace audit
