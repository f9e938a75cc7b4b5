#include "evidence/verifier.h"

#include "evidence/row.h"

namespace evidence {

using base::Error;
using base::ErrorCode;

Verifier::Verifier(const QString &station, const QByteArray &logKey)
    : m_station(station)
    , m_logKey(logKey)
    , m_head(emptyLog(station))
{
}

void Verifier::broken(quint64 row, const QString &why)
{
    if (failed())
        return;
    m_verdict.problem = Error{ErrorCode::LogBroken, why};
    m_verdict.badRow = row;
}

void Verifier::compare(const Head &expected, const QString &whose)
{
    if (expected.count > m_head.count) {
        m_expected.insert(expected.count, Expected{expected.hash, whose});
        return;
    }
    if (expected.count < m_head.count) {
        broken(expected.count, whose + QStringLiteral(" comes after a later row"));
        return;
    }
    if (expected.hash != m_head.hash) {
        broken(expected.count, whose + QStringLiteral(" names another hash for this row"));
        return;
    }
    m_verdict.witnessedTo = m_head.count;
}

void Verifier::witness(const Head &head)
{
    compare(head, QStringLiteral("the head held elsewhere"));
}

void Verifier::addRow(QByteArrayView row, QByteArrayView hash)
{
    if (failed())
        return;
    const quint64 next = m_head.count + 1;
    const quint64 number = numberOf(row);
    if (number == 0) {
        broken(next, QStringLiteral("the row is not well formed"));
        return;
    }
    if (number != next) {
        broken(next, QStringLiteral("row %1 stands in this place").arg(number));
        return;
    }
    const QByteArray expected = chainHash(m_head.hash, row);
    if (expected != hash) {
        broken(next, QStringLiteral("row and hash do not fit what stands before"));
        return;
    }
    m_head = Head{next, expected};
    m_verdict.wholeTo = next;
    const auto due = m_expected.values(next);
    m_expected.remove(next);
    for (const Expected &one : due)
        compare(Head{next, one.hash}, one.whose);
}

void Verifier::addCheckpoint(QByteArrayView signedBytes, QByteArrayView signature)
{
    if (failed())
        return;
    const auto read = readCheckpoint(signedBytes, signature, m_logKey);
    if (!read) {
        broken(m_head.count, read.error().detail);
        return;
    }
    if (read->checkpoint.station != m_station) {
        broken(m_head.count, QStringLiteral("a checkpoint of another station"));
        return;
    }
    compare(read->checkpoint.head, QStringLiteral("a checkpoint"));
}

void Verifier::reject(const QString &why)
{
    broken(m_head.count + 1, why);
}

void Verifier::close(const Head &head)
{
    if (!failed() && head != m_head)
        broken(m_head.count + 1, QStringLiteral("the file ends at row %1, it says at row %2")
                                     .arg(m_head.count)
                                     .arg(head.count));
}

Verdict Verifier::finish()
{
    if (!failed() && !m_expected.isEmpty()) {
        m_verdict.problem =
            Error{ErrorCode::LogCut, QStringLiteral("the log ends at row %1, but %2 is at row %3")
                                         .arg(m_head.count)
                                         .arg(m_expected.last().whose)
                                         .arg(m_expected.lastKey())};
        m_verdict.badRow = m_head.count + 1;
    }
    return m_verdict;
}

} // namespace evidence
