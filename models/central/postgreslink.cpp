#include "central/postgreslink.h"

#include "central/postgreslinkstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

// What the functions of `api` hand out at most in one answer.
constexpr int mostChunkRows = 10'000;
constexpr int mostFeedRows = 5'000;

QList<Table> tablesOf(const QJsonArray &numbers)
{
    QList<Table> tables;
    for (const auto table : allTables) {
        if (numbers.contains(int(table)))
            tables.append(table);
    }
    return tables;
}

Change changeAt(const PgResult &result, int row)
{
    Change change{.number = result.integer(row, 1),
                  .table = Table(result.integer(row, 2)),
                  .row = {},
                  .hash = result.bytes(row, 6),
                  .withheld = result.bytes(row, 7)};
    if (change.withheld.isEmpty())
        change.row = {.key = {result.integer(row, 3), int(result.integer(row, 4))},
                      .rowVersion = change.number,
                      .body = result.bytes(row, 5)};
    return change;
}

} // namespace

PostgresLink::PostgresLink(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

PostgresLink::~PostgresLink()
{
    m_state->thread.runAndWait([this] { m_state->api.reset(); });
}

Result<std::unique_ptr<PostgresLink>> PostgresLink::open(PostgresPlace place)
{
    auto state = std::make_unique<State>(std::move(place));
    auto *of = state.get();
    const auto connected = of->thread.runAndWait([of] { return of->api->connect(); });
    auto link = std::unique_ptr<PostgresLink>(new PostgresLink(std::move(state)));
    if (!connected)
        return base::fail(connected);
    return link;
}

Result<RegisterIdentity> PostgresLink::identity()
{
    return m_state->thread.runAndWait([this]() -> Result<RegisterIdentity> {
        const auto answer = m_state->api->read(QStringLiteral("register/link/identity"));
        if (!answer)
            return base::fail(answer);
        return RegisterIdentity{.registerId = answer->text(0, 1),
                                .municipality = answer->text(0, 2),
                                .code = answer->text(0, 3),
                                .training = answer->boolean(0, 4)};
    });
}

Result<CardHolder> PostgresLink::whoHolds(const QByteArray &fingerprint)
{
    return m_state->thread.runAndWait([this, &fingerprint]() -> Result<CardHolder> {
        const auto answer =
            m_state->api->read(QStringLiteral("register/link/who_holds"), {fingerprint});
        if (!answer)
            return base::fail(answer);
        return CardHolder{.userId = answer->text(0, 1), .name = answer->text(0, 2)};
    });
}

Result<Session> PostgresLink::openSession(const SignInRequest &request)
{
    return m_state->thread.runAndWait([this, &request] { return m_state->api->open(request); });
}

void PostgresLink::closeSession()
{
    m_state->thread.runAndWait([this] { m_state->api->close(); });
}

Result<> PostgresLink::recordSignIn(const QString &userId, SignInOutcome outcome)
{
    return m_state->thread.runAndWait([this, &userId, outcome]() -> Result<> {
        const bool opened = outcome == SignInOutcome::Opened;
        const auto answer =
            m_state->api->call(QStringLiteral("register/link/record_sign_in"), {userId, opened});
        if (!answer)
            return base::fail(answer);
        return {};
    });
}

Result<QByteArray> PostgresLink::unlockUser(const QString &userId)
{
    return m_state->thread.runAndWait([this, &userId]() -> Result<QByteArray> {
        const auto answer =
            m_state->api->call(QStringLiteral("register/link/unlock_user"), {userId});
        if (!answer)
            return base::fail(answer);
        return answer->bytes(0, 1);
    });
}

Result<> PostgresLink::demand(Right right)
{
    return m_state->thread.runAndWait([this, right]() -> Result<> {
        const auto answer =
            m_state->api->read(QStringLiteral("register/link/demand"), {int(right)});
        if (!answer)
            return base::fail(answer);
        return {};
    });
}

Result<LoadStart> PostgresLink::beginLoad()
{
    return m_state->thread.runAndWait([this]() -> Result<LoadStart> {
        const auto answer =
            m_state->api->fetch(QStringLiteral("load"), QStringLiteral("register/link/begin_load"));
        if (!answer)
            return base::fail(answer);
        LoadStart start{.registerId = answer->text(0, 1),
                        .position = {.number = answer->integer(0, 2), .hash = answer->bytes(0, 3)},
                        .asOf = answer->at(0, 4),
                        .counts = {},
                        .tables =
                            tablesOf(QJsonDocument::fromJson(answer->text(0, 5).toUtf8()).array())};
        const auto counts = QJsonDocument::fromJson(answer->text(0, 6).toUtf8()).array();
        if (counts.size() != qsizetype(start.counts.size()))
            return base::fail(ErrorCode::RegisterNewer, QStringLiteral("other tables"));
        for (qsizetype i = 0; i < counts.size(); ++i)
            start.counts.at(std::size_t(i)) = qint64(counts.at(i).toDouble());
        return start;
    });
}

Result<Chunk> PostgresLink::chunk(const ChunkRequest &request)
{
    const int limit = qBound(1, request.limit, mostChunkRows);
    return m_state->thread.runAndWait([this, &request, limit]() -> Result<Chunk> {
        const auto answer = m_state->api->fetch(
            QStringLiteral("load"), QStringLiteral("register/link/chunk"),
            {int(request.table), request.after.id, request.after.version, limit});
        if (!answer)
            return base::fail(answer);
        const int rows = answer->rows() - 1; // the last line holds the digest
        Chunk chunk{.rows = {}, .digest = answer->bytes(rows, 4), .last = rows < limit};
        chunk.rows.reserve(rows);
        for (int row = 0; row < rows; ++row)
            chunk.rows.append({.key = {answer->integer(row, 1), int(answer->integer(row, 2))},
                               .rowVersion = answer->integer(row, 3),
                               .body = answer->bytes(row, 4)});
        return chunk;
    });
}

Result<FeedPage> PostgresLink::feed(const Position &after, int limit)
{
    const int most = qBound(1, limit, mostFeedRows);
    return m_state->thread.runAndWait([this, &after, most]() -> Result<FeedPage> {
        const auto answer =
            m_state->api->fetch(QStringLiteral("feed"), QStringLiteral("register/link/feed"),
                                {after.number, after.hash, most});
        if (!answer)
            return base::fail(answer);
        const int last = answer->rows() - 1; // the end of the feed, and the page
        const auto page = QJsonDocument::fromJson(answer->text(last, 8).toUtf8()).object();
        FeedPage found{
            .changes = {},
            .end = {.number = answer->integer(last, 1), .hash = answer->bytes(last, 6)},
            .asOf = QDateTime::fromMSecsSinceEpoch(qint64(page["asOf"_L1].toDouble()), Qt::UTC),
            .more = page["more"_L1].toBool(),
            .tables = tablesOf(page["tables"_L1].toArray()),
            .backedUpTo = qint64(page["backedUpTo"_L1].toDouble()),
            .paymentsUpTo = QDate::fromString(page["paymentsUpTo"_L1].toString(), Qt::ISODate)};
        found.changes.reserve(last);
        for (int row = 0; row < last; ++row)
            found.changes.append(changeAt(*answer, row));
        return found;
    });
}

Result<Position> PostgresLink::position()
{
    return m_state->thread.runAndWait([this]() -> Result<Position> {
        const auto answer =
            m_state->api->fetch(QStringLiteral("feed"), QStringLiteral("register/link/position"));
        if (!answer)
            return base::fail(answer);
        return Position{.number = answer->integer(0, 1), .hash = answer->bytes(0, 2)};
    });
}

Result<QByteArray> PostgresLink::registerDigest()
{
    return m_state->thread.runAndWait([this]() -> Result<QByteArray> {
        const auto answer = m_state->api->fetchPatiently(QStringLiteral("digest"),
                                                         QStringLiteral("register/link/digest"));
        if (!answer)
            return base::fail(answer);
        return answer->bytes(0, 1);
    });
}

Result<> PostgresLink::depositCheckpoint(const StationHead &head)
{
    return m_state->thread.runAndWait([this, &head]() -> Result<> {
        if (const auto may = m_state->api->connect(); !may)
            return base::fail(may);
        // PostgreSQL cannot verify Ed25519; nothing that we know to be forged is handed in.
        const auto &key = m_state->api->stationLogKey();
        if (!key.isEmpty() && !base::crypto::verify(key, head.signedBytes, head.signature))
            return base::fail(ErrorCode::LogBroken, QStringLiteral("signature"));
        // A deposit that is repeated does no harm.
        const auto answer = m_state->api->read(QStringLiteral("register/link/deposit_head"),
                                               {head.stationId, qint64(head.count), head.hash,
                                                head.at, head.signedBytes, head.signature});
        if (!answer)
            return base::fail(answer);
        return {};
    });
}

Result<std::optional<StationHead>> PostgresLink::witnessedHead(const QString &stationId)
{
    return m_state->thread.runAndWait([this, &stationId]() -> Result<std::optional<StationHead>> {
        const auto answer =
            m_state->api->read(QStringLiteral("register/link/witnessed_head"), {stationId});
        if (!answer)
            return base::fail(answer);
        if (answer->isNull(0, 1))
            return std::optional<StationHead>();
        return StationHead{.stationId = stationId,
                           .count = quint64(answer->integer(0, 1)),
                           .hash = answer->bytes(0, 2),
                           .at = answer->at(0, 3),
                           .signedBytes = answer->bytes(0, 4),
                           .signature = answer->bytes(0, 5)};
    });
}

Result<base::crypto::KeyPair> PostgresLink::logKeyPair()
{
    return m_state->thread.runAndWait([this]() -> Result<base::crypto::KeyPair> {
        const auto answer = m_state->api->fetch(QStringLiteral("log_key"),
                                                QStringLiteral("register/link/log_key_pair"));
        if (!answer)
            return base::fail(answer);
        return base::crypto::KeyPair{.secret = answer->takeSecret(0, 1),
                                     .open = answer->bytes(0, 2)};
    });
}

Result<base::Secret> PostgresLink::stationShare()
{
    return m_state->thread.runAndWait([this]() -> Result<base::Secret> {
        const auto answer = m_state->api->fetch(QStringLiteral("share"),
                                                QStringLiteral("register/link/station_share"));
        if (!answer)
            return base::fail(answer);
        auto share = answer->takeSecret(0, 1);
        if (share.size() != base::crypto::keyBytes)
            return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("the station's share"));
        return share;
    });
}

} // namespace central
