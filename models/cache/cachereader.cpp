#include "cache/cachereader.h"

#include "cache/hiddenplaces.h"
#include "cache/querymatch.h"
#include "cache/readparts.h"
#include "residents/codec.h"
#include "residents/memberorder.h"
#include "storage/eachrow.h"

#include <algorithm>

namespace cache {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

/// More candidates than this are not looked at: such a search says nothing about anybody, and the
/// answer says that there are more.
constexpr int mostCandidates = 5000;

struct Hit
{
    Candidate candidate;
    Match match;
};

bool better(const Hit &one, const Hit &other)
{
    const auto key = [](const Hit &hit) {
        return std::tie(hit.match.rank, hit.candidate.sortKana, hit.candidate.bornFrom,
                        hit.candidate.person);
    };
    return key(one) < key(other);
}

Candidate candidateOf(const storage::Statement &row)
{
    return {.person = row.integer(0),
            .hidden = row.integer(1) != 0,
            .removed = row.integer(2) != 0,
            .sex = int(row.integer(3)),
            .bornFrom = row.integer(4),
            .bornTo = row.integer(5),
            .sortKana = row.text(6),
            .names = row.text(7),
            .addressKey = row.text(8),
            .headKey = row.text(9),
            .telephone = row.text(10)};
}

Result<storage::Statement> candidateStatement(storage::Database &database, const Query &query,
                                              const QueryMatch &match)
{
    const auto name = query.person      ? QStringLiteral("cache/find_by_person")
                      : query.household ? QStringLiteral("cache/find_by_household")
                                        : QStringLiteral("cache/find_by_token");
    auto statement = database.statement(name);
    if (!statement)
        return statement;
    if (query.person) {
        statement->bind("person_id"_L1, query.person->value);
        return statement;
    }
    if (query.household)
        statement->bind("household_id"_L1, query.household->value);
    else
        statement->bind("tokens"_L1, QStringView(match.expression()));
    statement->bind("row_limit"_L1, mostCandidates);
    return statement;
}

Result<bool> headAnswers(storage::Database &database, const QueryMatch &match, qint64 person)
{
    auto statement = database.statement(QStringLiteral("cache/head_of_person"));
    if (!statement)
        return base::fail(statement);
    statement->bind("person_id"_L1, person);
    QString names;
    const auto read =
        storage::eachRow(*statement, [&names](const auto &row) { names = row.text(0); });
    if (!read)
        return base::fail(read);
    return match.headAnswers(names);
}

struct Hits
{
    QList<Hit> hits;
    bool more = false;
};

Result<Hits> hitsOf(storage::Database &database, const Query &query, const QueryMatch &match,
                    const HiddenPlaces &places)
{
    auto statement = candidateStatement(database, query, match);
    if (!statement)
        return base::fail(statement);
    Hits found;
    int candidates = 0;
    const auto read = storage::eachRow(*statement, [&](const auto &row) {
        ++candidates;
        auto candidate = candidateOf(row);
        candidate.hidden = candidate.hidden || places.hides(base::PersonId{candidate.person});
        if (const auto fits = match.test(candidate))
            found.hits.append({.candidate = std::move(candidate), .match = *fits});
    });
    if (!read)
        return base::fail(read);
    found.more = candidates >= mostCandidates;
    if (match.asksHeadKana()) {
        QList<Hit> kept;
        for (auto &hit : found.hits) {
            const auto answers = headAnswers(database, match, hit.candidate.person);
            if (!answers)
                return base::fail(answers);
            if (*answers)
                kept.append(std::move(hit));
        }
        found.hits = std::move(kept);
    }
    return found;
}

Result<FoundPerson> shown(storage::Database &database, const Hit &hit, QDate today,
                          const HiddenPlaces &places)
{
    const auto snapshot = readPerson(database, hit.candidate.person);
    if (!snapshot)
        return base::fail(snapshot);
    const auto restrictions = readRestrictions(database, *snapshot, today);
    if (!restrictions)
        return base::fail(restrictions);
    const bool restricted = !restrictions->isEmpty() || !places.filedOn(*snapshot, today).isEmpty();
    // The index hides at the latest from the moment a restriction is known; asked again, so that a
    // list never depends on the index alone.
    const auto hidden = readHidden(database, hit.candidate.person, snapshot->household.value);
    if (!hidden)
        return base::fail(hidden);
    const bool addressHidden = *hidden || hit.candidate.hidden;
    return FoundPerson{.id = snapshot->id,
                       .household = snapshot->household,
                       .name = residents::fullName(snapshot->name),
                       .kana = kanaOf(snapshot->name),
                       .bornOn = snapshot->bornOn,
                       .sex = snapshot->sex,
                       .kind = snapshot->kind,
                       .state = snapshot->state,
                       .address = addressHidden
                                      ? QString()
                                      : snapshot->address.street() + snapshot->address.building,
                       .headName = addressHidden ? QString() : snapshot->headName,
                       .addressHidden = addressHidden,
                       .restricted = restricted,
                       .matched = hit.match.which};
}

} // namespace

CacheReader::CacheReader(std::unique_ptr<storage::Database> database)
    : EntryReads(std::move(database))
{
}

CacheReader::~CacheReader() = default;

Result<std::unique_ptr<CacheReader>> CacheReader::open(const QString &path, const base::Secret &key)
{
    constexpr int cacheMib = 128;
    storage::Opening opening;
    opening.path = path;
    opening.key = &key;
    opening.mode = storage::Opening::Mode::ReadOnly;
    opening.kind = QStringLiteral("cache");
    opening.cacheMib = cacheMib;
    auto database = storage::Database::open(opening);
    if (!database)
        return base::fail(database);
    return std::unique_ptr<CacheReader>(new CacheReader(std::move(*database)));
}

Result<CacheState> CacheReader::state()
{
    return readState(*m_database);
}

Result<FoundPeople> CacheReader::find(const Query &query)
{
    const auto match = QueryMatch::prepare(query);
    if (!match)
        return base::fail(match);
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    // Those of the register stand in the index.
    if (m_hiddenPlaces->hasFiled()) {
        if (const auto done = m_hiddenPlaces->renew(*m_database); !done)
            return base::fail(done);
    }
    auto hits = hitsOf(*m_database, query, *match, *m_hiddenPlaces);
    if (!hits)
        return base::fail(hits);
    const qsizetype limit = qBound(1, query.limit, 1000);
    const qsizetype shownCount = qMin(limit, hits->hits.size());
    std::partial_sort(hits->hits.begin(), hits->hits.begin() + shownCount, hits->hits.end(),
                      better);
    FoundPeople found;
    found.more = hits->more || hits->hits.size() > limit;
    for (qsizetype i = 0; i < shownCount; ++i) {
        auto row = shown(*m_database, hits->hits.at(i), query.today, *m_hiddenPlaces);
        if (!row)
            return base::fail(row);
        found.rows.append(std::move(*row));
    }
    return found;
}

Result<PersonAnswer> CacheReader::person(base::PersonId id, QDate day)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    auto snapshot = readPerson(*m_database, id.value);
    if (!snapshot)
        return base::fail(snapshot);
    auto restrictions = readRestrictions(*m_database, *snapshot, day);
    if (!restrictions)
        return base::fail(restrictions);
    const auto hidden = readHidden(*m_database, id.value, snapshot->household.value);
    if (!hidden)
        return base::fail(hidden);
    if (const auto done = m_hiddenPlaces->renew(*m_database); !done)
        return base::fail(done);
    const residents::Snapshot now = *snapshot;
    restrictions->append(m_hiddenPlaces->filedOn(now, day));
    const residents::Places withheld = m_hiddenPlaces->withhold(*snapshot, now);
    return PersonAnswer{
        .record = {.snapshot = std::move(*snapshot), .restrictions = std::move(*restrictions)},
        .addressHidden = *hidden || m_hiddenPlaces->hides(id),
        .withheld = withheld};
}

namespace {

Result<residents::Household> readHousehold(storage::Database &database, qint64 id)
{
    auto statement = database.statement(QStringLiteral("cache/household_by_id"));
    if (!statement)
        return base::fail(statement);
    statement->bind("household_id"_L1, id);
    QByteArray body;
    const auto read =
        storage::eachRow(*statement, [&body](const auto &row) { body = row.bytes(0); });
    if (!read)
        return base::fail(read);
    if (body.isEmpty())
        return base::fail(ErrorCode::ResidentUnknown, QStringLiteral("no such household"));
    auto household = residents::decodeHousehold(body);
    if (!household)
        return base::fail(ErrorCode::CacheDamaged, QStringLiteral("body of a household"));
    return household;
}

Result<QList<residents::PersonRecord>> readMembers(storage::Database &database, qint64 id,
                                                   QDate day)
{
    auto members = readMembersOf(database, id);
    if (!members)
        return base::fail(members);
    QList<residents::PersonRecord> people;
    for (residents::Snapshot &member : *members) {
        auto restrictions = readRestrictions(database, member, day);
        if (!restrictions)
            return base::fail(restrictions);
        people.append({.snapshot = std::move(member), .restrictions = std::move(*restrictions)});
    }
    return people;
}

QList<residents::PersonRecord> inLegalOrder(const QList<residents::PersonRecord> &people)
{
    QList<residents::Member> members;
    for (const auto &person : people)
        members.append(residents::memberOf(person.snapshot));
    QList<residents::PersonRecord> ordered;
    for (const auto id : residents::memberOrder(members)) {
        for (const auto &person : people) {
            if (person.snapshot.id.person == id)
                ordered.append(person);
        }
    }
    return ordered;
}

} // namespace

Result<HouseholdAnswer> CacheReader::household(base::HouseholdId id, QDate day)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    const auto household = readHousehold(*m_database, id.value);
    if (!household)
        return base::fail(household);
    auto people = readMembers(*m_database, id.value, day);
    if (!people)
        return base::fail(people);
    if (const auto done = m_hiddenPlaces->renew(*m_database); !done)
        return base::fail(done);
    const auto hidden = readHidden(*m_database, 0, id.value);
    if (!hidden)
        return base::fail(hidden);
    HouseholdAnswer answer{.record = {.household = *household, .members = {}, .formerMembers = {}},
                           .addressHidden = *hidden || m_hiddenPlaces->hides(id),
                           .withheld = {}};
    QList<residents::PersonRecord> present;
    for (auto &person : *people) {
        const residents::Snapshot now = person.snapshot;
        person.restrictions.append(m_hiddenPlaces->filedOn(now, day));
        if (const auto taken = m_hiddenPlaces->withhold(person.snapshot, now); taken)
            answer.withheld.insert(now.id.person, taken);
        const bool stays = residents::isPresent(person.snapshot.state);
        (stays ? present : answer.record.formerMembers).append(person);
    }
    answer.record.members = inLegalOrder(present);
    return answer;
}

Result<QList<HistoryLine>> CacheReader::history(base::PersonId id)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    const auto current = readPerson(*m_database, id.value);
    if (!current)
        return base::fail(current);
    QList<HistoryLine> lines{
        {.version = current->id.version, .movement = current->movement, .current = true}};
    auto statement = m_database->statement(QStringLiteral("cache/former_snapshots_of"));
    if (!statement)
        return base::fail(statement);
    statement->bind("person_id"_L1, id.value);
    QList<QByteArray> bodies;
    const auto read =
        storage::eachRow(*statement, [&bodies](const auto &row) { bodies.append(row.bytes(1)); });
    if (!read)
        return base::fail(read);
    for (const auto &body : std::as_const(bodies)) {
        const auto state = snapshotOf(body);
        if (!state)
            return base::fail(state);
        lines.append({.version = state->id.version, .movement = state->movement});
    }
    return lines;
}

namespace {

Result<residents::Snapshot> readFormer(storage::Database &database, base::SnapshotId id)
{
    auto statement = database.statement(QStringLiteral("cache/former_snapshot_by_id"));
    if (!statement)
        return base::fail(statement);
    statement->bind("person_id"_L1, id.person.value);
    statement->bind("version"_L1, id.version);
    QByteArray body;
    const auto read =
        storage::eachRow(*statement, [&body](const auto &row) { body = row.bytes(0); });
    if (!read)
        return base::fail(read);
    if (body.isEmpty())
        return base::fail(ErrorCode::ResidentUnknown, QStringLiteral("no such state"));
    return snapshotOf(body);
}

} // namespace

Result<StateAnswer> CacheReader::stateOf(base::SnapshotId id)
{
    const auto reading = ReadTransaction::begin(*m_database);
    if (!reading)
        return base::fail(reading);
    const auto current = readPerson(*m_database, id.person.value);
    if (!current)
        return base::fail(current);
    auto state = current->id.version == id.version ? current : readFormer(*m_database, id);
    if (!state)
        return base::fail(state);
    if (const auto done = m_hiddenPlaces->renew(*m_database); !done)
        return base::fail(done);
    const residents::Places withheld = m_hiddenPlaces->withhold(*state, *current);
    return StateAnswer{.snapshot = std::move(*state), .withheld = withheld};
}

Result<QList<StoredRow>> CacheReader::rows(const StoredRow &after, int limit)
{
    return readRows(*m_database, after, limit);
}

void CacheReader::interrupt()
{
    m_database->interrupt();
}

} // namespace cache
