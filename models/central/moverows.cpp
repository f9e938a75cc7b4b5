#include "central/moverows.h"

#include "central/outbound.h"
#include "residents/codec.h"
#include "storage/eachrow.h"
#include "text/checkdigit.h"

#include <algorithm>

namespace central {

using base::Result;
using residents::Household;
using residents::MemberChange;
using residents::Move;
using residents::Restriction;
using residents::Snapshot;
using namespace Qt::StringLiterals;

QList<LockKey> heldBy(const Move &move)
{
    QList<LockKey> keys;
    for (const base::HouseholdId id : residents::householdsIn(move))
        keys.append({.kind = LockKey::Kind::Household, .id = id.value});
    for (const base::PersonId id : residents::personsIn(move))
        keys.append({.kind = LockKey::Kind::Person, .id = id.value});
    for (const Snapshot &newcomer : move.newcomers) {
        const LockKey key{.kind = LockKey::Kind::Newcomer, .id = residents::threeItemsOf(newcomer)};
        if (!keys.contains(key)) // twins of one name
            keys.append(key);
    }
    return keys;
}

bool shareSomebody(const Move &one, const Move &other)
{
    const auto theirs = heldBy(other);
    const auto keys = heldBy(one);
    return std::any_of(keys.begin(), keys.end(),
                       [&theirs](const LockKey &key) { return theirs.contains(key); });
}

Result<> placePersons(storage::Database &database)
{
    while (true) {
        auto transaction = storage::Transaction::begin(database);
        if (!transaction)
            return base::fail(transaction);
        auto unplaced = database.statement(QStringLiteral("central/persons_unplaced"));
        if (!unplaced)
            return base::fail(unplaced);
        QList<std::pair<qint64, QByteArray>> persons;
        const auto read = storage::eachRow(*unplaced, [&](const auto &row) {
            persons.append({row.integer(0), row.bytes(1)});
        });
        if (!read)
            return base::fail(read);
        if (persons.isEmpty())
            return {};
        auto place = database.statement(QStringLiteral("central/person_place"));
        if (!place)
            return base::fail(place);
        for (const auto &[id, body] : std::as_const(persons)) {
            // Whoever cannot be read is found in no household; the rest of the city is.
            const auto person = residents::decodeSnapshot(body);
            place->bind("person_id"_L1, id);
            place->bind("household_id"_L1, person ? person->household.value : 0);
            if (const auto done = place->exec(); !done)
                return done;
        }
        if (const auto done = transaction->commit(); !done)
            return done;
    }
}

template <typename Record>
Result<QList<Record>> MoveRows::records(storage::Statement &statement,
                                        Result<Record> (*decode)(QByteArrayView))
{
    QList<Record> found;
    Result<> readable;
    const auto read = storage::eachRow(statement, [&](const auto &row) {
        auto record = decode(row.bytes(0));
        if (record)
            found.append(std::move(*record));
        else
            readable = base::fail(record);
    });
    if (!read)
        return base::fail(read);
    if (!readable)
        return base::fail(readable);
    return found;
}

Result<std::optional<Snapshot>> MoveRows::person(base::PersonId id)
{
    auto statement = m_database.statement(QStringLiteral("central/person_body"));
    if (!statement)
        return base::fail(statement);
    statement->bind("id"_L1, id.value);
    auto found = records(*statement, &residents::decodeSnapshot);
    if (!found)
        return base::fail(found);
    return found->isEmpty() ? std::optional<Snapshot>() : std::move(found->first());
}

Result<std::optional<Household>> MoveRows::household(base::HouseholdId id)
{
    auto statement = m_database.statement(QStringLiteral("central/household_current"));
    if (!statement)
        return base::fail(statement);
    statement->bind("id"_L1, id.value);
    auto found = records(*statement, &residents::decodeHousehold);
    if (!found)
        return base::fail(found);
    return found->isEmpty() ? std::optional<Household>() : std::move(found->first());
}

Result<std::optional<Move>> MoveRows::standing(Move move)
{
    for (auto *changes : {&move.movers, &move.others}) {
        for (MemberChange &change : *changes) {
            const auto found = person(change.person);
            if (!found)
                return base::fail(found);
            if (!*found && change.baseVersion != 0)
                return std::optional<Move>();
            if (*found)
                change.baseVersion = (*found)->id.version;
        }
    }
    for (auto *place : {&move.from, &move.to}) {
        const auto found = household(place->id);
        if (!found)
            return base::fail(found);
        if (!*found && place->baseVersion != 0)
            return std::optional<Move>();
        if (*found)
            place->baseVersion = (*found)->version;
    }
    return std::optional(std::move(move));
}

Result<> MoveRows::addMembers(base::HouseholdId id, QList<Snapshot> &to)
{
    auto statement = m_database.statement(QStringLiteral("central/persons_of_household"));
    if (!statement)
        return base::fail(statement);
    statement->bind("household_id"_L1, id.value);
    const auto found = records(*statement, &residents::decodeSnapshot);
    if (!found)
        return base::fail(found);
    to.append(*found);
    return {};
}

Result<> MoveRows::addRestrictions(const Move &move, residents::MoveGround &ground)
{
    auto statement = m_database.statement(QStringLiteral("central/restrictions_all"));
    if (!statement)
        return base::fail(statement);
    const auto all = records(*statement, &residents::decodeRestriction);
    if (!all)
        return base::fail(all);
    for (const Restriction &one : *all) {
        const bool household =
            one.household.value > 0 && residents::householdsIn(move).contains(one.household);
        const bool moves = residents::isMover(move, one.person);
        const auto his =
            std::find_if(ground.members.cbegin(), ground.members.cend(),
                         [&one](const Snapshot &member) { return member.id.person == one.person; });
        const bool lives = his != ground.members.cend() && residents::isPresent(his->state);
        // Who has left hides nothing of where they live now.
        const bool belongs = lives || residents::personsIn(move).contains(one.person);
        if ((household || moves) && residents::isInForce(one, ground.today))
            ground.restrictions.append(one);
        // Also one that begins later: what is told now cannot be taken back.
        const bool hides = one.hidesAddress && !one.ended;
        const bool livesThere = lives && his->household == move.from.id;
        ground.hidden |= hides && (household || belongs);
        ground.protects |= hides && (one.household == move.from.id || livesThere);
    }
    return {};
}

Result<residents::MoveGround> MoveRows::ground(const Move &move, QDate today, const QString &code)
{
    residents::MoveGround ground;
    ground.today = today;
    ground.municipalityCode = code;
    for (const base::HouseholdId id : residents::householdsIn(move)) {
        if (const auto done = addMembers(id, ground.members); !done)
            return base::fail(done);
        const auto found = household(id);
        if (!found)
            return base::fail(found);
        if (*found)
            ground.households.append(**found);
    }
    for (const base::PersonId id : residents::personsIn(move)) {
        const auto isHe = [id](const Snapshot &one) { return one.id.person == id; };
        if (std::any_of(ground.members.begin(), ground.members.end(), isHe))
            continue;
        auto found = person(id);
        if (!found)
            return base::fail(found);
        if (*found)
            ground.members.append(std::move(**found));
    }
    // Rows are written in this order, as a server does.
    std::sort(ground.members.begin(), ground.members.end(),
              [](const Snapshot &one, const Snapshot &other) {
                  return one.id.person.value < other.id.person.value;
              });
    if (const auto done = addRestrictions(move, ground); !done)
        return base::fail(done);
    for (const Snapshot &newcomer : move.newcomers) {
        const auto known = hasArrived(newcomer, move);
        if (!known)
            return base::fail(known);
        if (*known)
            ground.lookKnown.append(newcomer.id.person);
    }
    return ground;
}

/// Of an unknown birth or sex nothing can be said.
Result<bool> MoveRows::hasArrived(const Snapshot &newcomer, const Move &move)
{
    if (!newcomer.bornOn.earliest.isValid() || newcomer.sex == residents::Sex::Unknown)
        return false;
    auto statement = m_database.statement(QStringLiteral("central/arrivals_of"));
    if (!statement)
        return base::fail(statement);
    const qint64 items = residents::threeItemsOf(newcomer);
    statement->bind("items"_L1, items);
    QList<base::PersonId> arrived;
    const auto read = storage::eachRow(*statement, [&arrived](const auto &row) {
        arrived.append(base::PersonId{row.integer(0)});
    });
    if (!read)
        return base::fail(read);
    for (const base::PersonId id : std::as_const(arrived)) {
        const auto now = person(id);
        if (!now)
            return base::fail(now);
        // What is known of him may have been corrected since.
        if (*now && residents::threeItemsOf(**now) == items && !residents::isMover(move, id))
            return true;
    }
    return false;
}

Result<> MoveRows::keepNotices(const Move &move, qint64 entry, base::SnapshotId row)
{
    if (!residents::isMover(move, row.person))
        return {};
    QList<NoticeKind> kinds;
    const auto &traits = residents::traitsOf(move.kind);
    if (traits.isReported)
        kinds.append(NoticeKind::Identity);
    if (traits.ofNewcomers)
        kinds.append(NoticeKind::MoveIn);
    auto statement = m_database.statement(QStringLiteral("central/outbound_add"));
    if (!statement)
        return base::fail(statement);
    for (const NoticeKind kind : std::as_const(kinds)) {
        statement->bind("kind"_L1, int(kind));
        statement->bind("entry_id"_L1, entry);
        statement->bind("person_id"_L1, row.person.value);
        statement->bind("version"_L1, row.version);
        if (const auto done = statement->exec(); !done)
            return done;
    }
    return {};
}

Result<> MoveRows::keepArrivals(const Move &move)
{
    auto statement = m_database.statement(QStringLiteral("central/arrival_add"));
    if (!statement)
        return base::fail(statement);
    for (const Snapshot &newcomer : move.newcomers) {
        statement->bind("items"_L1, residents::threeItemsOf(newcomer));
        statement->bind("person_id"_L1, newcomer.id.person.value);
        if (const auto done = statement->exec(); !done)
            return done;
    }
    return {};
}

Result<qint64> MoveRows::holder(const Move &move)
{
    auto statement = m_database.statement(QStringLiteral("central/move_hold_of"));
    if (!statement)
        return base::fail(statement);
    qint64 entry = 0;
    for (const LockKey &key : heldBy(move)) {
        statement->bind("kind"_L1, int(key.kind));
        statement->bind("id"_L1, key.id);
        const auto read =
            storage::eachRow(*statement, [&entry](const auto &row) { entry = row.integer(0); });
        if (!read)
            return base::fail(read);
    }
    return entry;
}

Result<> MoveRows::hold(const Move &move, qint64 entry)
{
    auto statement = m_database.statement(QStringLiteral("central/move_hold_add"));
    if (!statement)
        return base::fail(statement);
    for (const LockKey &key : heldBy(move)) {
        statement->bind("kind"_L1, int(key.kind));
        statement->bind("id"_L1, key.id);
        statement->bind("entry_id"_L1, entry);
        if (const auto done = statement->exec(); !done)
            return done;
    }
    return {};
}

Result<> MoveRows::release(qint64 entry)
{
    auto statement = m_database.statement(QStringLiteral("central/move_hold_end"));
    if (!statement)
        return base::fail(statement);
    statement->bind("entry_id"_L1, entry);
    return statement->exec();
}

Result<bool> MoveRows::isNumber(NumberSeries series, qint64 number, bool handedOut)
{
    constexpr qint64 base = 10;
    const auto kind =
        series == NumberSeries::Person ? text::NumberKind::Person : text::NumberKind::Household;
    if (text::checkDigitOf(kind, QString::number(number / base)) != int(number % base))
        return false;
    if (!handedOut)
        return true;
    auto statement = m_database.statement(QStringLiteral("central/number_given"));
    if (!statement)
        return base::fail(statement);
    statement->bind("series"_L1, int(series));
    statement->bind("body"_L1, number / base);
    bool given = false;
    const auto read = storage::eachRow(*statement, [&given](const auto &) { given = true; });
    if (!read)
        return base::fail(read);
    return given;
}

} // namespace central
