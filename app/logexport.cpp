#include "app/logcommand.h"
#include "app/logline.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int pageRows = 1000;

Result<> writeLine(QIODevice &output, const QByteArray &line)
{
    if (output.write(line + '\n') != line.size() + 1)
        return base::fail(ErrorCode::DiskFull, QStringLiteral("log export: the output is full"));
    return {};
}

Result<LogRow> rowOf(const journal::StoredRow &stored, const DetailOpener &opener)
{
    LogRow row{stored.body, stored.hash, {}, {}};
    const auto decoded = evidence::decode(stored.body);
    if (!decoded)
        return base::fail(decoded);
    row.row = *decoded;
    if (row.row.sealed.isEmpty())
        return row;
    const auto opened = opener(audit::sealedMessage(row.row.sealed));
    if (!opened)
        return row;
    if (const auto details = audit::readDetails(row.row.sealed, *opened))
        row.details = *details;
    return row;
}

/// The checkpoints in order, fetched page by page.
class Checkpoints
{
public:
    explicit Checkpoints(journal::Journal &journal)
        : m_journal(journal)
    {
    }

    Result<> writeAt(quint64 count, QIODevice &output)
    {
        if (m_at == m_page.size() && !m_done) {
            const auto page = m_journal.checkpoints(count, pageRows);
            if (!page)
                return base::fail(page);
            m_page = *page;
            m_at = 0;
            m_done = m_page.size() < pageRows;
        }
        if (m_at == m_page.size() || m_page.at(m_at).checkpoint.head.count != count)
            return {};
        return writeLine(output, checkpointLine(m_page.at(m_at++)));
    }

private:
    journal::Journal &m_journal;
    QList<evidence::SignedCheckpoint> m_page;
    qsizetype m_at = 0;
    bool m_done = false;
};

} // namespace

Result<LogExported> exportLog(journal::Journal &journal, const DetailOpener &opener,
                              QIODevice &output)
{
    const auto owner = journal.owner();
    if (const auto done = writeLine(output, titleLine({owner.station, owner.logKey})); !done)
        return base::fail(done);
    Checkpoints checkpoints(journal);
    LogExported exported;
    evidence::Head head = evidence::emptyLog(owner.station);
    while (true) {
        const auto page = journal.rows(head.count + 1, pageRows);
        if (!page)
            return base::fail(page);
        for (const journal::StoredRow &stored : *page) {
            const auto row = rowOf(stored, opener);
            if (!row)
                return base::fail(row);
            if (const auto done = writeLine(output, rowLine(*row)); !done)
                return base::fail(done);
            if (const auto done = checkpoints.writeAt(stored.number, output); !done)
                return base::fail(done);
            head = evidence::Head{stored.number, stored.hash};
            ++exported.rows;
            exported.closed += !row->row.sealed.isEmpty() && !row->details ? 1 : 0;
        }
        if (page->size() < pageRows)
            break;
    }
    if (const auto done = writeLine(output, endLine(head)); !done)
        return base::fail(done);
    return exported;
}

Result<> printLogHead(journal::Journal &journal, QIODevice &output)
{
    const QJsonObject line{
        {QStringLiteral("station"), journal.owner().station},
        {QStringLiteral("head"), evidence::headText(journal.head())},
        {QStringLiteral("logKey"), QString::fromLatin1(journal.owner().logKey.toHex())}};
    return writeLine(output, QJsonDocument(line).toJson(QJsonDocument::Compact));
}

} // namespace app
