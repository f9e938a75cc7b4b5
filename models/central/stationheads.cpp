#include "central/stationheads.h"

#include "base/crypto.h"
#include "central/useraccounts.h"
#include "storage/eachrow.h"

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

Result<std::optional<StationHead>> StationHeads::last(const QString &stationId)
{
    auto statement = m_database.statement(QStringLiteral("central/head_last"));
    if (!statement)
        return base::fail(statement);
    statement->bind("station_id"_L1, stationId);
    std::optional<StationHead> found;
    const auto read = storage::eachRow(*statement, [&found, &stationId](const auto &row) {
        found = StationHead{.stationId = stationId,
                            .count = quint64(row.integer(0)),
                            .hash = row.bytes(1),
                            .at = QDateTime::fromMSecsSinceEpoch(row.integer(2), Qt::UTC),
                            .signedBytes = row.bytes(3),
                            .signature = row.bytes(4)};
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<> StationHeads::deposit(const StationHead &head)
{
    auto transaction = storage::Transaction::begin(m_database);
    if (!transaction)
        return base::fail(transaction);
    const auto station = UserAccounts(m_database).station(head.stationId);
    if (!station)
        return base::fail(station);
    if (!*station || (*station)->logKey.isEmpty())
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("station is not enrolled"));
    if (!base::crypto::verify((*station)->logKey, head.signedBytes, head.signature))
        return base::fail(ErrorCode::LogBroken, QStringLiteral("not the station's signature"));
    const auto held = last(head.stationId);
    if (!held)
        return base::fail(held);
    if (*held && head.count < (*held)->count)
        return base::fail(ErrorCode::LogCut, QStringLiteral("a greater count is witnessed"));
    if (*held && head.count == (*held)->count) {
        if (head.hash != (*held)->hash)
            return base::fail(ErrorCode::LogBroken, QStringLiteral("another head is witnessed"));
        return {};
    }
    auto statement = m_database.statement(QStringLiteral("central/head_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("station_id"_L1, head.stationId);
    statement->bind("row_count"_L1, qint64(head.count));
    statement->bind("hash"_L1, head.hash);
    statement->bind("at"_L1, head.at.toMSecsSinceEpoch());
    statement->bind("signed_bytes"_L1, head.signedBytes);
    statement->bind("signature"_L1, head.signature);
    if (const auto done = statement->exec(); !done)
        return base::fail(done);
    return transaction->commit();
}

} // namespace central
