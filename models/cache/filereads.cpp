#include "cache/cachereader.h"

#include "cache/hiddenplaces.h"
#include "cache/readparts.h"
#include "pension/codec.h"
#include "storage/eachrow.h"
#include "tax/codec.h"

// The reads of tax, ledger and pension; those of residents are in cachereader.cpp.
namespace cache {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

struct Body
{
    int version = 0;
    QByteArray bytes;
};

/// The rows of one person from a statement that answers version and body.
Result<QList<Body>> bodiesOf(storage::Statement &statement, base::PersonId id)
{
    statement.bind("person_id"_L1, id.value);
    QList<Body> bodies;
    const auto read = storage::eachRow(statement, [&bodies](const auto &row) {
        bodies.append({.version = int(row.integer(0)), .bytes = row.bytes(1)});
    });
    if (!read)
        return base::fail(read);
    return bodies;
}

/// Whose file it is; where a file stands without its resident, nobody who lives anywhere.
Result<residents::Snapshot> ownerOf(storage::Database &database, base::PersonId id)
{
    auto person = readPerson(database, id.value);
    if (person || person.error().code != ErrorCode::ResidentUnknown)
        return person;
    residents::Snapshot nobody;
    nobody.id.person = id;
    return nobody;
}

auto damaged(const QString &what)
{
    return base::fail(ErrorCode::CacheDamaged, what);
}

} // namespace

Result<QList<tax::Assessment>> CacheReader::assessments(base::PersonId id)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    auto statement = m_database->statement(QStringLiteral("cache/assessments_of"));
    if (!statement)
        return base::fail(statement);
    const auto bodies = bodiesOf(*statement, id);
    if (!bodies)
        return base::fail(bodies);
    QList<tax::Assessment> rows;
    for (const auto &body : *bodies) {
        auto row = tax::decodeAssessment(body.bytes);
        if (!row || row->person != id ||
            tax::assessmentKey(row->fiscalYear, row->history) != body.version)
            return damaged(QStringLiteral("body of an assessment"));
        rows.append(std::move(*row));
    }
    return rows;
}

Result<LedgerAnswer> CacheReader::ledger(base::PersonId id)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    auto statement = m_database->statement(QStringLiteral("cache/ledger_of"));
    if (!statement)
        return base::fail(statement);
    const auto bodies = bodiesOf(*statement, id);
    if (!bodies)
        return base::fail(bodies);
    LedgerAnswer answer;
    answer.file.person = id;
    for (const auto &body : *bodies) {
        if (body.version == 0) {
            auto file = tax::decodeTaxpayerFile(body.bytes);
            if (!file || file->person != id)
                return damaged(QStringLiteral("body of a taxpayer's file"));
            answer.file = std::move(*file);
            continue;
        }
        auto row = tax::decodeLedgerRow(body.bytes);
        if (!row || row->person != id ||
            tax::ledgerKey(row->kind, row->fiscalYear, row->period) != body.version)
            return damaged(QStringLiteral("body of a ledger row"));
        answer.rows.append(std::move(*row));
    }
    if (const auto done = withholdPlaces(answer); !done)
        return base::fail(done);
    return answer;
}

/// municipal-facts.md 4.12: where somebody hides is not told by another one's file either.
Result<> CacheReader::withholdPlaces(LedgerAnswer &answer)
{
    const auto person = ownerOf(*m_database, answer.file.person);
    if (!person)
        return base::fail(person);
    if (const auto done = m_hiddenPlaces->renew(*m_database); !done)
        return done;
    for (QString *words : {&answer.file.sendTo, &answer.file.agent}) {
        if (!m_hiddenPlaces->isNamedIn(*words, *person))
            continue;
        words->clear();
        answer.withheld = true;
    }
    withholdNotes(tax::notesOf(answer.file), *person);
    return {};
}

Result<> CacheReader::withholdPlaces(pension::PensionRecord &record)
{
    const auto person = ownerOf(*m_database, record.person);
    if (!person)
        return base::fail(person);
    if (const auto done = m_hiddenPlaces->renew(*m_database); !done)
        return done;
    withholdNotes(pension::notesOf(record), *person);
    return {};
}

void CacheReader::withholdNotes(const QList<QString *> &notes,
                                const residents::Snapshot &person) const
{
    for (QString *words : notes) {
        if (m_hiddenPlaces->isNamedIn(*words, person))
            *words = residents::withheldWords();
    }
}

Result<std::optional<pension::PensionRecord>> CacheReader::pension(base::PersonId id)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    auto statement = m_database->statement(QStringLiteral("cache/pension_of"));
    if (!statement)
        return base::fail(statement);
    statement->bind("person_id"_L1, id.value);
    std::optional<QByteArray> body;
    const auto read =
        storage::eachRow(*statement, [&body](const auto &row) { body = row.bytes(0); });
    if (!read)
        return base::fail(read);
    if (!body)
        return std::nullopt;
    auto record = pension::decode(*body);
    if (!record || record->person != id)
        return damaged(QStringLiteral("body of a pension record"));
    if (const auto done = withholdPlaces(*record); !done)
        return base::fail(done);
    return std::move(*record);
}

} // namespace cache
