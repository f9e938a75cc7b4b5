#include "central/pgconnection.h"

#include "central/pgconnect.h"
#include "central/pgfailure.h"
#include "central/pgwait.h"

#include <QHash>
#include <QtEndian>

#include <libpq-fe.h>

#include <array>
#include <thread>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int graceMs = 1000; // the server ends a statement itself; we wait so much longer
constexpr int copyBytes = 64 * 1024;
constexpr int stateBytes = 5;
constexpr int timesUnprepared = 2;

struct ResultCloser
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using Held = std::unique_ptr<PGresult, ResultCloser>;

template <typename Number>
void append(QByteArray &bytes, Number number)
{
    const Number ordered = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&ordered), sizeof ordered);
}

QByteArray copyHeader()
{
    QByteArray bytes("PGCOPY\n\377\r\n\0", 11);
    append(bytes, qint32(0)); // flags
    append(bytes, qint32(0)); // no more header
    return bytes;
}

void appendRow(QByteArray &bytes, const QList<PgValue> &row)
{
    append(bytes, qint16(row.size()));
    for (const auto &value : row) {
        append(bytes, value.isNull() ? qint32(-1) : qint32(value.bytes().size()));
        bytes.append(value.bytes());
    }
}

void ignoreNotice(void *, const PGresult *) {}

/// Asks the server to end what is running. PQcancel has no limit of its own (a stopped server takes
/// the connection and never answers), so it is left to a thread.
void cancel(PGconn *connection)
{
    PGcancel *order = PQgetCancel(connection);
    if (order == nullptr)
        return;
    std::thread([order] {
        std::array<char, 256> said{};
        PQcancel(order, said.data(), int(said.size()));
        PQfreeCancel(order);
    }).detach();
}

} // namespace

/// What libpq wants to know of the values of a statement.
struct Bound
{
    std::vector<Oid> types;
    std::vector<const char *> bytes;
    std::vector<int> sizes;
    std::vector<int> formats;
    explicit Bound(const QList<PgValue> &values)
        : formats(std::size_t(values.size()), 1)
    {
        for (const auto &value : values) {
            types.push_back(value.type());
            bytes.push_back(value.isNull() ? nullptr : value.bytes().constData());
            sizes.push_back(int(value.bytes().size()));
        }
    }
    [[nodiscard]] int count() const { return int(types.size()); }
};

/// A statement that the server keeps parsed for this connection.
struct Prepared
{
    QByteArray name;
    std::vector<Oid> types;
};

struct PgConnection::State
{
    PGconn *connection = nullptr;
    int limitMs = 0;
    QString sqlRoot;
    QByteArray lastState;
    QHash<QString, QByteArray> texts;
    QHash<QString, int> runs; ///< of what a station calls, until it is prepared
    QHash<QString, Prepared> prepared;
    int preparedCount = 0;

    ~State() { close(); }
    void close()
    {
        if (connection != nullptr)
            PQfinish(connection);
        connection = nullptr;
    }
    [[nodiscard]] QDeadlineTimer limit() const
    {
        return QDeadlineTimer(limitMs + graceMs, Qt::PreciseTimer);
    }
    [[nodiscard]] base::Error lost(const QString &how)
    {
        close();
        return {.code = ErrorCode::RegisterUnreachable, .detail = how};
    }
    [[nodiscard]] base::Error late()
    {
        cancel(connection);
        return lost(QStringLiteral("no answer in time"));
    }
    [[nodiscard]] Result<QByteArray> textOf(const QString &name);
    [[nodiscard]] Result<> send(const QByteArray &sql, const QList<PgValue> &values);
    /// What comes again and again is parsed once: a hundred stations ask for the same change.
    [[nodiscard]] Result<> prepare(const QString &statement, const Bound &bound,
                                   const QDeadlineTimer &until);
    [[nodiscard]] Result<> sendAgain(const QString &statement, const QList<PgValue> &values,
                                     const QDeadlineTimer &until);
    /// Whether it failed because the register was upgraded meanwhile, or forgot it: nothing of it
    /// was done then.
    [[nodiscard]] bool unprepare(const QString &statement);
    [[nodiscard]] Result<Held> answer(const Result<> &sent, const QDeadlineTimer &until);
    [[nodiscard]] Result<> flush(const QDeadlineTimer &until);
    /// The next result of what was sent; null after the last.
    [[nodiscard]] Result<Held> next(const QDeadlineTimer &until);
    /// All results of what was sent; the first one, or the failure.
    [[nodiscard]] Result<Held> finish(const QDeadlineTimer &until);
    [[nodiscard]] Result<> put(const QByteArray &bytes, const QDeadlineTimer &until);
    [[nodiscard]] Result<> putRows(const NextRow &next, const QDeadlineTimer &until);
    [[nodiscard]] Result<> endCopy(const QDeadlineTimer &until);
};

Result<QByteArray> PgConnection::State::textOf(const QString &name)
{
    if (const auto known = texts.constFind(name); known != texts.constEnd())
        return *known;
    const auto text = storage::sqlText(sqlRoot, name);
    if (!text)
        return base::fail(text);
    return *texts.insert(name, text->toUtf8());
}

Result<> PgConnection::State::send(const QByteArray &sql, const QList<PgValue> &values)
{
    lastState.clear();
    if (connection == nullptr)
        return base::fail(ErrorCode::RegisterUnreachable, QStringLiteral("closed"));
    const Bound bound(values);
    const int sent =
        PQsendQueryParams(connection, sql.constData(), bound.count(), bound.types.data(),
                          bound.bytes.data(), bound.sizes.data(), bound.formats.data(), 1);
    if (sent != 1)
        return tl::unexpected(lost(QStringLiteral("not sent")));
    return {};
}

Result<> PgConnection::State::prepare(const QString &statement, const Bound &bound,
                                      const QDeadlineTimer &until)
{
    const auto text = textOf(statement);
    if (!text)
        return base::fail(text);
    const QByteArray name = "s" + QByteArray::number(++preparedCount);
    if (PQsendPrepare(connection, name.constData(), text->constData(), bound.count(),
                      bound.types.data()) != 1)
        return tl::unexpected(lost(QStringLiteral("not sent")));
    if (const auto flushed = flush(until); !flushed)
        return base::fail(flushed);
    if (const auto done = finish(until); !done)
        return base::fail(done);
    prepared.insert(statement, {.name = name, .types = bound.types});
    return {};
}

Result<> PgConnection::State::sendAgain(const QString &statement, const QList<PgValue> &values,
                                        const QDeadlineTimer &until)
{
    lastState.clear();
    if (connection == nullptr)
        return base::fail(ErrorCode::RegisterUnreachable, QStringLiteral("closed"));
    const Bound bound(values);
    if (!prepared.contains(statement) || prepared.value(statement).types != bound.types) {
        if (const auto done = prepare(statement, bound, until); !done)
            return base::fail(done);
    }
    const int sent =
        PQsendQueryPrepared(connection, prepared.value(statement).name.constData(), bound.count(),
                            bound.bytes.data(), bound.sizes.data(), bound.formats.data(), 1);
    if (sent != 1)
        return tl::unexpected(lost(QStringLiteral("not sent")));
    return {};
}

bool PgConnection::State::unprepare(const QString &statement)
{
    const bool isStale = lastState == "0A000" || lastState == "26000";
    return isStale && prepared.remove(statement);
}

Result<Held> PgConnection::State::answer(const Result<> &sent, const QDeadlineTimer &until)
{
    if (!sent)
        return base::fail(sent);
    if (const auto flushed = flush(until); !flushed)
        return base::fail(flushed);
    return finish(until);
}

Result<> PgConnection::State::flush(const QDeadlineTimer &until)
{
    while (true) {
        const int left = PQflush(connection);
        if (left == 0)
            return {};
        if (left < 0)
            return tl::unexpected(lost(QStringLiteral("lost while sending")));
        switch (waitForSocket(PQsocket(connection), Wanted::Both, until)) {
        case Ready::Nothing:
            return tl::unexpected(late());
        case Ready::Lost:
            return tl::unexpected(lost(QStringLiteral("lost while sending")));
        case Ready::Read:
            if (PQconsumeInput(connection) != 1)
                return tl::unexpected(lost(QStringLiteral("lost while sending")));
            break;
        case Ready::Write:
            break;
        }
    }
}

Result<Held> PgConnection::State::next(const QDeadlineTimer &until)
{
    while (PQisBusy(connection) == 1) {
        switch (waitForSocket(PQsocket(connection), Wanted::Read, until)) {
        case Ready::Nothing:
            return tl::unexpected(late());
        case Ready::Lost:
            return tl::unexpected(lost(QStringLiteral("lost while waiting")));
        case Ready::Read:
        case Ready::Write:
            break;
        }
        if (PQconsumeInput(connection) != 1)
            return tl::unexpected(lost(QStringLiteral("lost while waiting")));
    }
    return Held(PQgetResult(connection));
}

Result<Held> PgConnection::State::finish(const QDeadlineTimer &until)
{
    Held first;
    std::optional<base::Error> failure;
    while (true) {
        auto result = next(until);
        if (!result)
            return base::fail(result);
        if (!*result)
            break;
        const auto status = PQresultStatus(result->get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && !failure) {
            lastState = PQresultErrorField(result->get(), PG_DIAG_SQLSTATE);
            lastState.truncate(stateBytes);
            failure = statementFailure(lastState);
        }
        if (!first)
            first = std::move(*result);
    }
    if (PQstatus(connection) != CONNECTION_OK)
        return tl::unexpected(lost(QStringLiteral("the server ended the connection")));
    if (failure)
        return tl::unexpected(*failure);
    if (!first)
        return base::fail(ErrorCode::StatementFailed, QStringLiteral("no statement"));
    return first;
}

PgConnection::PgConnection(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

PgConnection::~PgConnection() = default;

Result<std::unique_ptr<PgConnection>> PgConnection::open(const PgTarget &target)
{
    auto *connection = static_cast<PGconn *>(nullptr);
    const auto done = connectTo(target, &connection);
    if (!done)
        return base::fail(done);
    PQsetNoticeReceiver(connection, ignoreNotice, nullptr);
    auto state = std::make_unique<State>();
    state->connection = connection;
    state->limitMs = target.statementLimitMs;
    state->sqlRoot = target.sqlRoot;
    if (PQsetnonblocking(connection, 1) != 0)
        return tl::unexpected(state->lost(QStringLiteral("no connection")));
    return std::unique_ptr<PgConnection>(new PgConnection(std::move(state)));
}

Result<PgResult> PgConnection::run(const QString &statement, const QList<PgValue> &values)
{
    const auto text = m_state->textOf(statement);
    if (!text)
        return base::fail(text);
    const auto until = m_state->limit();
    const bool isOften =
        statement.startsWith("register/link/"_L1) && ++m_state->runs[statement] > timesUnprepared;
    const auto sent =
        isOften ? m_state->sendAgain(statement, values, until) : m_state->send(*text, values);
    auto result = m_state->answer(sent, until);
    if (!result && m_state->unprepare(statement))
        result = m_state->answer(m_state->send(*text, values), until);
    if (!result)
        return base::fail(result);
    return PgResult(std::shared_ptr<PGresult>(std::move(*result)));
}

Result<> PgConnection::script(const QByteArray &sql)
{
    m_state->lastState.clear();
    if (!isOpen())
        return base::fail(ErrorCode::RegisterUnreachable, QStringLiteral("closed"));
    const auto until = m_state->limit();
    if (PQsendQuery(m_state->connection, sql.constData()) != 1)
        return tl::unexpected(m_state->lost(QStringLiteral("not sent")));
    if (const auto flushed = m_state->flush(until); !flushed)
        return base::fail(flushed);
    if (const auto result = m_state->finish(until); !result)
        return base::fail(result);
    return {};
}

Result<> PgConnection::State::put(const QByteArray &bytes, const QDeadlineTimer &until)
{
    while (true) {
        const int taken = PQputCopyData(connection, bytes.constData(), int(bytes.size()));
        if (taken < 0)
            return tl::unexpected(lost(QStringLiteral("lost while copying")));
        if (const auto flushed = flush(until); !flushed)
            return base::fail(flushed);
        if (taken == 1)
            return {};
    }
}

Result<> PgConnection::State::putRows(const NextRow &next, const QDeadlineTimer &until)
{
    QByteArray bytes = copyHeader();
    for (auto row = next(); row; row = next()) {
        appendRow(bytes, *row);
        if (bytes.size() < copyBytes)
            continue;
        if (const auto done = put(bytes, until); !done)
            return done;
        bytes.clear();
    }
    append(bytes, qint16(-1));
    return put(bytes, until);
}

Result<> PgConnection::State::endCopy(const QDeadlineTimer &until)
{
    while (true) {
        const int ended = PQputCopyEnd(connection, nullptr);
        if (ended < 0)
            return tl::unexpected(lost(QStringLiteral("lost while copying")));
        if (const auto flushed = flush(until); !flushed)
            return base::fail(flushed);
        if (ended == 1)
            return {};
    }
}

Result<qint64> PgConnection::copyIn(const QString &statement, const NextRow &next)
{
    const auto text = m_state->textOf(statement);
    if (!text)
        return base::fail(text);
    const auto until = m_state->limit();
    if (const auto sent = m_state->send(*text, {}); !sent)
        return base::fail(sent);
    if (const auto flushed = m_state->flush(until); !flushed)
        return base::fail(flushed);
    const auto begun = m_state->next(until);
    if (!begun)
        return base::fail(begun);
    if (PQresultStatus(begun->get()) != PGRES_COPY_IN) {
        m_state->lastState = PQresultErrorField(begun->get(), PG_DIAG_SQLSTATE);
        const auto rest = m_state->finish(until);
        return tl::unexpected(isOpen() ? statementFailure(m_state->lastState) : rest.error());
    }
    if (const auto put = m_state->putRows(next, until); !put)
        return base::fail(put);
    if (const auto ended = m_state->endCopy(until); !ended)
        return base::fail(ended);
    auto result = m_state->finish(until);
    if (!result)
        return base::fail(result);
    return PgResult(std::shared_ptr<PGresult>(std::move(*result))).affected();
}

Result<> PgConnection::begin()
{
    if (const auto done = run(QStringLiteral("register/link/begin")); !done)
        return base::fail(done);
    return {};
}

Result<> PgConnection::commit()
{
    const bool broken = isOpen() && PQtransactionStatus(m_state->connection) == PQTRANS_INERROR;
    if (const auto done = run(QStringLiteral("register/link/commit")); !done)
        return base::fail(done);
    // The server answers "ROLLBACK" to the commit of a transaction in which something failed.
    if (broken)
        return base::fail(ErrorCode::StatementFailed, QStringLiteral("rolled back"));
    return {};
}

void PgConnection::rollback()
{
    if (!isOpen() || PQtransactionStatus(m_state->connection) == PQTRANS_IDLE)
        return;
    if (const auto done = run(QStringLiteral("register/link/rollback")); !done)
        m_state->close(); // which rolls back too
}

bool PgConnection::isOpen() const
{
    return m_state->connection != nullptr && PQstatus(m_state->connection) == CONNECTION_OK;
}

QByteArray PgConnection::lastState() const
{
    return m_state->lastState;
}

int PgConnection::socket() const
{
    return PQsocket(m_state->connection);
}

PgConnection::Heard PgConnection::hear()
{
    if (!isOpen())
        return Heard::Lost;
    if (PQconsumeInput(m_state->connection) != 1) {
        m_state->close();
        return Heard::Lost;
    }
    auto heard = Heard::Nothing;
    while (PGnotify *note = PQnotifies(m_state->connection)) {
        PQfreemem(note);
        heard = Heard::Something;
    }
    return heard;
}

Result<> PgConnection::setStatementLimit(int ms)
{
    const auto done = run(QStringLiteral("register/link/statement_limit"), {QString::number(ms)});
    if (!done)
        return base::fail(done);
    m_state->limitMs = ms;
    return {};
}

} // namespace central
