#pragma once

#include "base/result.h"
#include "journal/journal.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

class QIODevice;

namespace app {

/// Opens the sealed part of a row; the register's log key is needed for it.
using DetailOpener = std::function<base::Result<QByteArray>(QByteArrayView sealed)>;

struct LogExported
{
    quint64 rows = 0;
    quint64 closed = 0; ///< rows whose ４情報 could not be opened and are not shown
};

/// `madoguchi-admin log export`: the whole log as JSON lines: a title, a line a row with all fields
/// in clear words (R-LOG-02) and the bytes that were logged, the checkpoints, an end. In the
/// journal's thread. The caller asks for Right::ExportLog and logs the export itself (R-LOG-11)
/// before. DiskFull or FileUnreadable when the output does not take it.
[[nodiscard]] base::Result<LogExported> exportLog(journal::Journal &journal,
                                                  const DetailOpener &opener, QIODevice &output);

/// `madoguchi-admin log head`: one JSON line with "head" as N:HASH. In the journal's thread.
[[nodiscard]] base::Result<> printLogHead(journal::Journal &journal, QIODevice &output);

/// `madoguchi-admin log verify FILE [--head N:HASH] [--key HEX]`: without sign-in. One JSON line:
/// "whole to row n, witnessed to row m", or the first bad row and why. 0: whole; 1: not; 2: the
/// command was wrong. --head: a head held elsewhere, without which a cut tail does not show. --key:
/// the station's public key as known elsewhere.
[[nodiscard]] int runLogVerify(const QStringList &arguments, QIODevice &output);
/// The same on standard output.
[[nodiscard]] int runLogVerify(const QStringList &arguments);

} // namespace app
