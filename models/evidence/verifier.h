#pragma once

#include "evidence/chain.h"

#include <QMap>

#include <optional>

namespace evidence {

/// What a log is worth: "whole to row n, witnessed to row m".
struct Verdict
{
    quint64 wholeTo = 0;                ///< rows 1 to n are unchanged, complete and in order
    quint64 witnessedTo = 0;            ///< a signed checkpoint or a head held elsewhere says so
    std::optional<base::Error> problem; ///< LogBroken or LogCut, with the reason
    quint64 badRow = 0;                 ///< the first row that is wrong or missing; 0 = none
    [[nodiscard]] bool good() const { return !problem.has_value(); }
};

/// Checks a log as it streams by. Stops judging at the first fault.
///
/// Without a head held elsewhere a cut tail cannot be seen, and whoever holds the station's log key
/// can write another log: witness() is what stands against both.
class Verifier
{
public:
    /// `logKey`: the station's public key (32 bytes); checkpoints that others signed are a fault.
    Verifier(const QString &station, const QByteArray &logKey);

    /// A head held elsewhere (register, day-end sheet). Before the rows.
    void witness(const Head &head);
    void addRow(QByteArrayView row, QByteArrayView hash);
    /// Before its row, or directly behind it.
    void addCheckpoint(QByteArrayView signedBytes, QByteArrayView signature);
    /// A fault that the caller found in the row that comes next.
    void reject(const QString &why);
    /// Where the file itself says that it ends; no witness.
    void close(const Head &head);
    /// Says whether what was witnessed is all there.
    [[nodiscard]] Verdict finish();
    [[nodiscard]] bool failed() const { return m_verdict.problem.has_value(); }

private:
    void broken(quint64 row, const QString &why);
    void compare(const Head &expected, const QString &whose);
    struct Expected
    {
        QByteArray hash;
        QString whose;
    };

    QString m_station;
    QByteArray m_logKey;
    Head m_head;
    QMultiMap<quint64, Expected> m_expected; // by count, not reached yet
    Verdict m_verdict;
};

} // namespace evidence
