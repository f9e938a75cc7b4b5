#pragma once

#include "audit/entry.h"
#include "evidence/chain.h"
#include "evidence/row.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace app {

/// The first line of an exported log.
struct LogTitle
{
    QString station;
    QByteArray logKey; ///< Ed25519 public key of the station
};

/// A row as it is exported: what is shown can be made again from the bytes that were logged.
struct LogRow
{
    QByteArray body;
    QByteArray hash;
    evidence::Row row; ///< body, decoded
    /// ４情報 and conditions as the register opened them; none when it could not or there are none.
    std::optional<audit::OpenedDetails> details;
};

// One JSON line each, without the end of line. The same content always gives the same bytes, which
// is how `log verify` finds a changed field.
[[nodiscard]] QByteArray titleLine(const LogTitle &title);
[[nodiscard]] QByteArray rowLine(const LogRow &row);
[[nodiscard]] QByteArray checkpointLine(const evidence::SignedCheckpoint &checkpoint);
[[nodiscard]] QByteArray endLine(const evidence::Head &head);

// The way back, from lines of any origin. LogBroken when a line does not show what its bytes say.
[[nodiscard]] QString kindOfLine(const QJsonObject &line);
[[nodiscard]] base::Result<LogTitle> readTitle(const QJsonObject &line);
[[nodiscard]] base::Result<LogRow> readRow(const QJsonObject &line);
[[nodiscard]] base::Result<evidence::SignedCheckpoint> readCheckpoint(const QJsonObject &line,
                                                                      QByteArrayView logKey);
[[nodiscard]] base::Result<evidence::Head> readEnd(const QJsonObject &line);

} // namespace app
