#include "journal/journal.h"

#include "base/ensure.h"
#include "storage/eachrow.h"

namespace journal {

using base::ErrorCode;
using namespace Qt::StringLiterals;

namespace {

// design.md 4: a checkpoint every 1,000 rows and every 60 s with new rows.
constexpr quint64 checkpointRows = 1000;
constexpr qint64 checkpointMs = 60'000;
constexpr int mostCopies = 1000;

} // namespace

Journal::Journal(std::unique_ptr<storage::Database> database, const JournalOpening &opening)
    : StoredLog(std::move(database), opening.station, opening.logKey)
    , m_memory(std::make_unique<Memory>(*m_database))
    , m_outbox(std::make_unique<Outbox>(*m_database))
    , m_decisions(std::make_unique<Decisions>(*m_database))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const JournalOpening &opening)
{
    base::ensure(!opening.station.isEmpty(), "a journal belongs to a station");
    auto database = storage::Database::open({.path = opening.path,
                                             .key = opening.key,
                                             .mode = opening.mode,
                                             .kind = QStringLiteral("journal"),
                                             .cacheMib = 8});
    if (!database)
        return base::fail(database);
    std::unique_ptr<Journal> journal(new Journal(std::move(*database), opening));
    if (const auto adopted = journal->adoptStation(); !adopted)
        return base::fail(adopted);
    if (const auto loaded = journal->load(); !loaded)
        return base::fail(loaded);
    return journal;
}

Result<> Journal::adoptStation()
{
    const auto known = m_memory->station();
    if (!known)
        return base::fail(known);
    if (known->isEmpty())
        return m_memory->setStation(m_station);
    if (*known != m_station)
        return base::fail(ErrorCode::JournalDamaged,
                          QStringLiteral("the journal belongs to another station"));
    return {};
}

Result<> Journal::load()
{
    auto statement = m_database->statement(QStringLiteral("journal/row_last"));
    if (!statement)
        return base::fail(statement);
    QList<StoredRow> last;
    const auto read = storage::eachRow(*statement, [&last](const storage::Statement &row) {
        last.append(StoredRow{static_cast<quint64>(row.integer(0)), row.bytes(1), row.bytes(2)});
    });
    if (!read)
        return base::fail(read);
    m_head = evidence::emptyLog(m_station);
    if (!last.isEmpty()) {
        const StoredRow &row = last.first();
        const QByteArray previous = last.size() > 1 ? last.at(1).hash : m_head.hash;
        const quint64 before = last.size() > 1 ? last.at(1).number : 0;
        if (row.number != before + 1 || evidence::numberOf(row.body) != row.number ||
            evidence::chainHash(previous, row.body) != row.hash)
            return base::fail(ErrorCode::LogBroken,
                              QStringLiteral("journal: row %1 does not fit").arg(row.number));
        m_head = evidence::Head{row.number, row.hash};
        const auto decoded = evidence::decode(row.body);
        m_waitingSinceMs = decoded ? decoded->atMs : 0;
    }
    if (const auto loaded = loadCheckpoint(); !loaded)
        return base::fail(loaded);
    if (const auto counted = m_outbox->recount(); !counted)
        return counted;
    m_mustLoad = false;
    return {};
}

Result<> Journal::loadCheckpoint()
{
    auto statement = m_database->statement(QStringLiteral("journal/checkpoint_last"));
    if (!statement)
        return base::fail(statement);
    if (const auto done = statement->exec(); !done)
        return base::fail(done);
    const auto row = statement->next();
    if (!row)
        return base::fail(row);
    m_checkpoint.reset();
    if (!*row)
        return {};
    const auto checkpoint =
        evidence::readCheckpoint(statement->bytes(0), statement->bytes(1), m_logKey.open);
    if (!checkpoint)
        return base::fail(checkpoint);
    const evidence::Head &witnessed = checkpoint->checkpoint.head;
    if (witnessed.count > m_head.count)
        return base::fail(ErrorCode::LogCut,
                          QStringLiteral("journal: ends at row %1, a checkpoint is at %2")
                              .arg(m_head.count)
                              .arg(witnessed.count));
    if (witnessed.count == m_head.count && witnessed.hash != m_head.hash)
        return base::fail(ErrorCode::LogBroken,
                          QStringLiteral("journal: not the head of the last checkpoint"));
    m_checkpoint = *checkpoint;
    if (witnessed.count == m_head.count)
        m_waitingSinceMs = 0;
    return {};
}

Result<storage::Transaction> Journal::begin()
{
    if (m_mustLoad) {
        if (const auto loaded = load(); !loaded)
            return base::fail(loaded);
    }
    // Until the commit has succeeded nobody knows what the file holds.
    auto transaction = storage::Transaction::begin(*m_database);
    m_mustLoad = true;
    return transaction;
}

Result<> Journal::commit(storage::Transaction &transaction, const evidence::Head &head)
{
    if (const auto done = transaction.commit(); !done)
        return base::fail(done);
    m_head = head;
    m_mustLoad = false;
    return {};
}

Result<evidence::Head> Journal::write(evidence::Row row, const evidence::Head &on)
{
    row.number = on.count + 1;
    row.station = m_station;
    const QByteArray body = evidence::encode(row);
    const evidence::Head head{row.number, evidence::chainHash(on.hash, body)};
    auto statement = m_database->statement(QStringLiteral("journal/row_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("number"_L1, static_cast<qint64>(head.count));
    statement->bind("body"_L1, body);
    statement->bind("hash"_L1, head.hash);
    if (const auto done = statement->exec(); !done)
        return base::fail(done);
    if (m_waitingSinceMs == 0)
        m_waitingSinceMs = row.atMs;
    return head;
}

Result<quint64> Journal::append(const evidence::Row &row)
{
    return append(QList<evidence::Row>{row});
}

Result<evidence::Head> Journal::writeAll(const QList<evidence::Row> &rows)
{
    evidence::Head head = m_head;
    for (const evidence::Row &row : rows) {
        const auto written = write(row, head);
        if (!written)
            return base::fail(written);
        head = *written;
    }
    return head;
}

Result<quint64> Journal::append(const QList<evidence::Row> &rows)
{
    if (rows.isEmpty())
        return quint64{0};
    auto transaction = begin();
    if (!transaction)
        return base::fail(transaction);
    const auto head = writeAll(rows);
    if (!head)
        return base::fail(head);
    if (const auto done = commit(*transaction, *head); !done)
        return base::fail(done);
    return head->count;
}

Result<> Journal::takeOverDoor(const QList<evidence::Row> &rows, const evidence::Head &door)
{
    auto transaction = begin();
    if (!transaction)
        return base::fail(transaction);
    const auto head = writeAll(rows);
    if (!head)
        return base::fail(head);
    if (const auto done = m_memory->setDoor(door); !done)
        return base::fail(done);
    return commit(*transaction, *head);
}

Result<QStringList> Journal::takeNumbers(const IssueRequest &request)
{
    auto last = m_database->statement(QStringLiteral("journal/number_last"));
    if (!last)
        return base::fail(last);
    last->bind("series"_L1, request.series);
    if (const auto done = last->exec(); !done)
        return base::fail(done);
    if (const auto row = last->next(); !row)
        return base::fail(row);
    qint64 serial = last->integer(0);
    last->finish();

    auto add = m_database->statement(QStringLiteral("journal/number_add"));
    if (!add)
        return base::fail(add);
    add->bind("series"_L1, request.series);
    add->bind("log_row"_L1, static_cast<qint64>(m_head.count + 1));
    QStringList numbers;
    for (int copy = 0; copy < request.copies; ++copy) {
        ++serial;
        // municipal-facts 5: 連番 has three digits at least.
        const QString number =
            request.series + QStringLiteral(" %1").arg(serial, 3, 10, QLatin1Char('0'));
        add->bind("serial"_L1, serial);
        add->bind("number"_L1, number);
        if (const auto done = add->exec(); !done)
            return base::fail(done);
        numbers.append(number);
    }
    return numbers;
}

Result<Issued> Journal::issue(const evidence::Row &row, const IssueRequest &request)
{
    if (request.copies < 1 || request.copies > mostCopies || request.series.isEmpty())
        return base::fail(ErrorCode::ArgumentWrong, QStringLiteral("copies or series"));
    auto transaction = begin();
    if (!transaction)
        return base::fail(transaction);
    const auto numbers = takeNumbers(request);
    if (!numbers)
        return base::fail(numbers);
    evidence::Row named = row;
    named.issueNumbers = *numbers;
    named.copies = static_cast<quint32>(request.copies);
    const auto head = write(named, m_head);
    if (!head)
        return base::fail(head);
    if (const auto done = commit(*transaction, *head); !done)
        return base::fail(done);
    return Issued{head->count, *numbers};
}

Result<quint64> Journal::file(const evidence::Row &row, const Item &item)
{
    auto transaction = begin();
    if (!transaction)
        return base::fail(transaction);
    if (const auto put = m_outbox->put(item); !put)
        return base::fail(put);
    const auto head = write(row, m_head);
    if (!head)
        return base::fail(head);
    if (const auto done = commit(*transaction, *head); !done)
        return base::fail(done);
    return head->count;
}

Result<> Journal::settleNumbers(const QStringList &numbers, IssueState state)
{
    auto statement = m_database->statement(QStringLiteral("journal/number_settle"));
    if (!statement)
        return base::fail(statement);
    statement->bind("state"_L1, static_cast<int>(state));
    for (const QString &number : numbers) {
        statement->bind("number"_L1, number);
        if (const auto done = statement->exec(); !done)
            return base::fail(done);
        if (m_database->changes() != 1)
            return base::fail(ErrorCode::Unexpected, QStringLiteral("no such issue number"));
    }
    return {};
}

Result<quint64> Journal::settle(const evidence::Row &row, IssueState state)
{
    if (state == IssueState::Taken)
        return base::fail(ErrorCode::ArgumentWrong, QStringLiteral("taken is no outcome"));
    auto transaction = begin();
    if (!transaction)
        return base::fail(transaction);
    if (const auto settled = settleNumbers(row.issueNumbers, state); !settled)
        return base::fail(settled);
    const auto head = write(row, m_head);
    if (!head)
        return base::fail(head);
    if (const auto done = commit(*transaction, *head); !done)
        return base::fail(done);
    return head->count;
}

bool Journal::checkpointDue(qint64 nowMs) const
{
    const quint64 signedRows = m_checkpoint ? m_checkpoint->checkpoint.head.count : 0;
    if (m_head.count <= signedRows)
        return false;
    // A clock set back must not put it off for ever.
    const qint64 waited = nowMs - m_waitingSinceMs;
    return m_head.count - signedRows >= checkpointRows || waited >= checkpointMs || waited < 0;
}

Result<std::optional<evidence::SignedCheckpoint>> Journal::checkpoint(qint64 nowMs)
{
    if (m_mustLoad) {
        if (const auto loaded = load(); !loaded)
            return base::fail(loaded);
    }
    if (m_head.count == 0 || (m_checkpoint && m_checkpoint->checkpoint.head == m_head))
        return m_checkpoint;
    const auto made =
        evidence::signCheckpoint(evidence::Checkpoint{m_station, m_head, nowMs}, m_logKey);
    auto statement = m_database->statement(QStringLiteral("journal/checkpoint_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("row_count"_L1, static_cast<qint64>(m_head.count));
    statement->bind("at_ms"_L1, nowMs);
    statement->bind("signed_bytes"_L1, made.signedBytes);
    statement->bind("signature"_L1, made.signature);
    if (const auto done = statement->exec(); !done)
        return base::fail(done);
    m_checkpoint = made;
    m_waitingSinceMs = 0;
    return m_checkpoint;
}

} // namespace journal
