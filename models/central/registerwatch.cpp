#include "central/registerwatch.h"

#include "central/pgconnection.h"
#include "evidence/chain.h"

#include <QJsonDocument>

namespace central {

using base::Result;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QByteArray &ascii)
{
    return ascii.isEmpty() ? u""_s : QString::fromUtf8(ascii);
}

bool isGood(const PgResult &heads, int row)
{
    const auto read =
        evidence::readCheckpoint(heads.bytes(row, 4), heads.bytes(row, 5), heads.bytes(row, 6));
    // What was signed is also what the register goes by.
    return read && read->checkpoint.station == heads.text(row, 1) &&
           read->checkpoint.head.count == quint64(heads.integer(row, 2)) &&
           read->checkpoint.head.hash == heads.bytes(row, 3);
}

} // namespace

Result<> RegisterWatch::together(const Work &work)
{
    if (const auto begun = m_connection.begin(); !begun)
        return begun;
    auto done = [this, &work]() -> Result<> {
        const auto turn = m_connection.run(u"register/watch/turn"_s);
        return turn ? work() : base::fail(turn);
    }();
    if (!done) {
        m_connection.rollback();
        return done;
    }
    return m_connection.commit();
}

Result<int> RegisterWatch::endHeld(int seconds)
{
    const auto ended = m_connection.run(u"register/watch/end_held"_s, {seconds});
    if (!ended)
        return base::fail(ended);
    if (ended->rows() == 0)
        return 0;
    int count = 0;
    const auto done = together([this, &ended, &count, seconds]() -> Result<> {
        for (int row = 0; row < ended->rows(); ++row) {
            count += int(ended->integer(row, 2));
            const auto noted = writeNote(
                m_connection,
                {.code = ended->text(row, 0),
                 .user = ended->text(row, 1),
                 .station = {},
                 .call = u"transaction"_s,
                 .outcome = u"RegisterRefused"_s,
                 .detail = u"%1 open for more than %2 s were ended"_s.arg(ended->integer(row, 2))
                               .arg(seconds)});
            if (!noted)
                return noted;
        }
        return {};
    });
    if (!done)
        return base::fail(done);
    return count;
}

Result<Noted> RegisterWatch::followLog()
{
    Noted noted;
    const auto opened = together([this]() -> Result<> {
        const auto logins = m_connection.run(u"register/watch/open"_s);
        return logins ? Result<>() : base::fail(logins);
    });
    if (!opened)
        return base::fail(opened);
    for (;;) {
        const auto more = followPiece(noted);
        // Also after a piece that failed: the one before may have shut a login.
        if (const auto ended = m_connection.run(u"register/watch/end_sessions"_s); more && !ended)
            return base::fail(ended);
        if (!more)
            return base::fail(more);
        if (!*more)
            return noted;
    }
}

Result<bool> RegisterWatch::followPiece(Noted &noted)
{
    bool more = false;
    const auto done = together([this, &noted, &more]() -> Result<> {
        const auto source = m_parts.log.source();
        if (!source)
            return base::fail(source);
        const auto held = m_connection.run(u"register/watch/position"_s, {*source});
        if (!held)
            return base::fail(held);
        const LogPlace from{.file = held->bytes(0, 0),
                            .at = held->integer(0, 1),
                            .lineAt = held->text(0, 2).toUtf8()};
        const auto piece = m_parts.log.next(from);
        if (!piece)
            return base::fail(piece);
        more = piece->more;
        if (piece->end == from && !piece->gap)
            return {};
        ConnectionReader reader(QJsonDocument::fromJson(held->text(0, 3).toUtf8()).object());
        if (const auto written = notePiece(*piece, reader, noted); !written)
            return written;
        const auto put =
            m_connection.run(u"register/watch/position_put"_s,
                             {*source, piece->end.file, piece->end.at, textOf(piece->end.lineAt),
                              textOf(QJsonDocument(reader.open()).toJson(QJsonDocument::Compact))});
        return put ? Result<>() : base::fail(put);
    });
    if (!done)
        return base::fail(done);
    return more;
}

Result<> RegisterWatch::notePiece(const LogPiece &piece, ConnectionReader &reader, Noted &noted)
{
    if (piece.gap) {
        if (const auto done = noteGap(); !done)
            return done;
    }
    auto locks = WatchLocks::open(m_connection);
    if (!locks)
        return base::fail(locks);
    for (const QByteArray &line : piece.lines) {
        if (const auto attempt = reader.take(line))
            locks->take(*attempt);
    }
    const auto written = locks->write();
    if (!written)
        return base::fail(written);
    noted.refused += written->refused;
    noted.locked += written->locked;
    noted.gap = noted.gap || piece.gap;
    return {};
}

Result<> RegisterWatch::noteGap()
{
    const auto all = watchedCities(m_connection);
    if (!all)
        return base::fail(all);
    for (const auto &city : *all) {
        const auto noted =
            writeNote(m_connection, {.code = city.code,
                                     .call = u"server_log"_s,
                                     .outcome = u"LogCut"_s,
                                     .detail = u"lines of the server's log are missing"_s});
        if (!noted)
            return noted;
    }
    return {};
}

Result<int> RegisterWatch::verifyHeads()
{
    int forged = 0;
    const auto done = together([this, &forged]() -> Result<> {
        const auto heads = m_connection.run(u"register/watch/heads"_s);
        if (!heads)
            return base::fail(heads);
        for (int row = 0; row < heads->rows(); ++row) {
            const bool good = isGood(*heads, row);
            const auto kept = m_connection.run(
                u"register/watch/verdict_add"_s,
                {heads->text(row, 0), heads->text(row, 1), heads->integer(row, 2), good});
            if (!kept)
                return base::fail(kept);
            if (good)
                continue;
            ++forged;
            const auto noted = writeNote(
                m_connection,
                {.code = heads->text(row, 0),
                 .user = {},
                 .station = heads->text(row, 1),
                 .call = u"deposit_head"_s,
                 .outcome = u"LogBroken"_s,
                 .detail = u"%1: not the station's signature"_s.arg(heads->integer(row, 2))});
            if (!noted)
                return base::fail(noted);
        }
        return {};
    });
    if (!done)
        return base::fail(done);
    return forged;
}

Result<qint64> RegisterWatch::retain()
{
    static const QHash<QString, QString> statements{
        {u"feed"_s, u"register/watch/retain_feed"_s},
        {u"ticket"_s, u"register/watch/retain_ticket"_s},
        {u"session"_s, u"register/watch/retain_session"_s}};
    qint64 removed = 0;
    const auto done = together([this, &removed]() -> Result<> {
        const auto approved = m_connection.run(u"register/watch/retention"_s);
        if (!approved)
            return base::fail(approved);
        for (int row = 0; row < approved->rows(); ++row) {
            const int days = int(approved->integer(row, 1));
            const auto gone = m_connection.run(statements.value(approved->text(row, 0)), {days});
            if (!gone)
                return base::fail(gone);
            for (int city = 0; city < gone->rows(); ++city) {
                removed += gone->integer(city, 1);
                const auto noted = writeNote(
                    m_connection,
                    {.code = gone->text(city, 0),
                     .call = u"retention"_s,
                     .outcome = u"ok"_s,
                     .detail = u"%1 rows removed after %2 days: %3"_s.arg(gone->integer(city, 1))
                                   .arg(days)
                                   .arg(gone->text(city, 2))});
                if (!noted)
                    return base::fail(noted);
            }
        }
        return {};
    });
    if (!done)
        return base::fail(done);
    return removed;
}

Result<> approveRetention(PgConnection &connection, int feedDays, const QString &by)
{
    for (const auto &[what, days] :
         {std::pair{u"feed"_s, feedDays}, std::pair{u"ticket"_s, 1}, std::pair{u"session"_s, 1}}) {
        const auto put = connection.run(u"register/watch/retention_put"_s, {what, days, by});
        if (!put)
            return base::fail(put);
    }
    return {};
}

} // namespace central
