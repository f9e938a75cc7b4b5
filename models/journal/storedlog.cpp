#include "journal/storedlog.h"

#include "storage/eachrow.h"

namespace journal {

using base::ErrorCode;
using namespace Qt::StringLiterals;

StoredLog::StoredLog(std::unique_ptr<storage::Database> database, const QString &station,
                     const base::crypto::KeyPair &logKey)
    : m_database(std::move(database))
    , m_station(station)
    , m_logKey(logKey)
{
}

StoredLog::~StoredLog() = default;

Result<QList<StoredRow>> StoredLog::rows(quint64 from, int limit)
{
    auto statement = m_database->statement(QStringLiteral("journal/row_range"));
    if (!statement)
        return base::fail(statement);
    statement->bind("from_number"_L1, static_cast<qint64>(from));
    statement->bind("row_limit"_L1, limit);
    QList<StoredRow> found;
    const auto read = storage::eachRow(*statement, [&found](const storage::Statement &row) {
        found.append(StoredRow{static_cast<quint64>(row.integer(0)), row.bytes(1), row.bytes(2)});
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<QList<evidence::SignedCheckpoint>> StoredLog::checkpoints(quint64 from, int limit)
{
    auto statement = m_database->statement(QStringLiteral("journal/checkpoint_range"));
    if (!statement)
        return base::fail(statement);
    statement->bind("from_count"_L1, static_cast<qint64>(from));
    statement->bind("row_limit"_L1, limit);
    QList<evidence::SignedCheckpoint> found;
    bool allRead = true;
    const auto read = storage::eachRow(*statement, [&](const storage::Statement &row) {
        const auto one = evidence::readCheckpoint(row.bytes(0), row.bytes(1), m_logKey.open);
        one ? found.append(*one) : void(allRead = false);
    });
    if (!read)
        return base::fail(read);
    if (!allRead)
        return base::fail(ErrorCode::LogBroken, QStringLiteral("journal: a checkpoint is broken"));
    return found;
}

} // namespace journal
