#include "desk/movedesk.h"

#include "base/errorname.h"
#include "central/entryrules.h"
#include "central/moverows.h"
#include "central/numberblocks.h"
#include "desk/editing.h"
#include "desk/openedmove.h"
#include "desk/outboxitems.h"
#include "text/input.h"

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;
using journal::Item;
using residents::Move;
using residents::Proposal;
using residents::Snapshot;

namespace desk {

namespace {

constexpr int reasonLimit = 200;
/// New households and persons of one clerk in the time that a register is out of reach.
constexpr int newHouseholds = 3;
constexpr int newPersons = 12;

/// A household whose number is still to be given out is nobody's yet, and who comes has no record
/// that somebody could have open.
QList<central::LockKey> keysOf(const Move &move)
{
    auto keys = central::heldBy(move);
    keys.removeIf([](const central::LockKey &key) {
        return key.id <= 0 || key.kind == central::LockKey::Kind::Newcomer;
    });
    return keys;
}

} // namespace

/// The work of one procedure, in the reader's thread.
class MoveDesk::Working
{
public:
    Working(Counter &counter, const QString &procedure, const EntryRequest &request)
        : m_counter(counter)
        , m_gate(counter, procedure, request.visit, request.reason)
        , m_person(request.person)
    {
    }

    /// That of the person when none is named.
    Result<MoveHousehold> household(std::optional<base::HouseholdId> id);
    Result<PlaceView> place(const residents::Address &address);
    Result<KnownPeople> known(const Snapshot &newcomer);
    Result<QList<residents::MoveFinding>> judge(const Move &move);
    Result<> mayEnter() { return admit(); }
    Result<> mayBreak(const Move &move, central::LockKey key, const QString &reason);
    Result<> notBroken(ErrorCode code);
    /// Everything but the number of a new household.
    Result<> mayFile(const Move &move);
    Result<std::pair<Item, quint64>> file(const Move &move, const QString &draft);

private:
    Result<> admit();
    Result<> openIt(const Move &move);

    Counter &m_counter;
    RecordGate m_gate;
    base::PersonId m_person;
    residents::MoveGround m_ground;
};

Result<> MoveDesk::Working::admit()
{
    if (const auto may = m_gate.admit(Right::EnterMove); !may)
        return may;
    // 届出 is made in person or by an agent, never by telephone (住民基本台帳法 第27条).
    if (m_gate.onTelephone())
        return m_gate.refuse(ErrorCode::CallerUnknown, {m_person, 0});
    return {};
}

Result<> MoveDesk::Working::openIt(const Move &move)
{
    auto ground = openMove(m_counter, m_gate, move);
    if (!ground)
        return base::fail(ground);
    m_ground = std::move(*ground);
    return {};
}

Result<MoveHousehold> MoveDesk::Working::household(std::optional<base::HouseholdId> id)
{
    if (const auto may = admit(); !may)
        return base::fail(may);
    if (!id) {
        const auto person = m_gate.open(m_person);
        if (!person)
            return base::fail(person);
        id = person->record.snapshot.household;
    }
    auto answer = m_gate.reader().household(*id, m_counter.today());
    if (!answer)
        return base::fail(answer);
    MoveHousehold view{.household = std::move(answer->record.household), .members = {}};
    for (const residents::PersonRecord &member : std::as_const(answer->record.members)) {
        auto opened = m_gate.open(member.snapshot.id.person);
        if (!opened)
            return base::fail(opened);
        view.isProtected |= isStopped(*opened);
        view.members.append(std::move(opened->record.snapshot));
    }
    const auto row = m_gate.log(m_gate.entry(), view.members);
    if (!row)
        return base::fail(row);
    view.logRow = *row;
    return view;
}

Result<PlaceView> MoveDesk::Working::place(const residents::Address &address)
{
    if (const auto may = admit(); !may)
        return base::fail(may);
    const auto there = householdsAt(m_counter, m_gate, address);
    if (!there)
        return base::fail(there);
    PlaceView view;
    audit::Entry entry = m_gate.entry();
    entry.details.conditions = {{QStringLiteral("住所"), address.town + address.lot}};
    for (const residents::HouseholdRecord &one : *there) {
        const QString &building = one.household.address.building;
        if (!building.isEmpty() && !view.buildings.contains(building))
            view.buildings.append(building);
        PlaceHousehold line{.id = one.household.id,
                            .headName = {},
                            .building = building,
                            .members = int(one.members.size())};
        for (const residents::PersonRecord &member : one.members) {
            // Without a 世帯主 the first of them stands in the row.
            const bool leads = member.snapshot.id.person == one.household.head;
            if (!leads && (one.household.head.value > 0 || &member != &one.members.first()))
                continue;
            line.headName = leads ? residents::fullName(member.snapshot.name) : QString();
            entry.subjects.append(member.snapshot.id);
            entry.details.people.append(Counter::fourItems(member.snapshot));
        }
        view.households.append(line);
    }
    std::sort(view.buildings.begin(), view.buildings.end());
    std::sort(view.households.begin(), view.households.end(),
              [](const PlaceHousehold &one, const PlaceHousehold &other) {
                  return std::pair(one.building, one.id.value) <
                         std::pair(other.building, other.id.value);
              });
    const auto row = m_gate.log(std::move(entry));
    if (!row)
        return base::fail(row);
    view.logRow = *row;
    return view;
}

Result<KnownPeople> MoveDesk::Working::known(const Snapshot &newcomer)
{
    if (const auto may = admit(); !may)
        return base::fail(may);
    const auto found = knownAs(m_counter, m_gate, newcomer);
    if (!found)
        return base::fail(found);
    KnownPeople view;
    audit::Entry entry = m_gate.entry();
    entry.details.conditions = {{QStringLiteral("氏名"), residents::fullName(newcomer.name)},
                                {QStringLiteral("生年月日"), Counter::plainDate(newcomer.bornOn)},
                                {QStringLiteral("性別"), QString::number(int(newcomer.sex))},
                                {QStringLiteral("除票"), QStringLiteral("含む")}};
    const bool opensAll = m_counter.parts().clerk.rights.testFlag(Right::OpenRestricted);
    for (const cache::FoundPerson &one : *found) {
        const auto his = m_gate.reader().person(one.id.person, m_counter.today());
        if (!his)
            return base::fail(his);
        entry.subjects.append(one.id);
        entry.details.people.append({.name = one.name,
                                     .address = one.address,
                                     .bornOn = Counter::plainDate(one.bornOn),
                                     .sex = QString::number(int(one.sex))});
        view.people.append({.id = one.id,
                            .name = one.name,
                            .bornOn = one.bornOn,
                            .state = one.state,
                            .address = one.address,
                            .closed = !opensAll && isStopped(*his)});
    }
    const auto row = m_gate.log(std::move(entry));
    if (!row)
        return base::fail(row);
    view.logRow = *row;
    return view;
}

Result<QList<residents::MoveFinding>> MoveDesk::Working::judge(const Move &move)
{
    if (const auto may = admit(); !may)
        return base::fail(may);
    if (const auto opened = openIt(move); !opened)
        return base::fail(opened);
    return residents::judgeMove(move, m_ground);
}

Result<> MoveDesk::Working::mayBreak(const Move &move, central::LockKey key, const QString &reason)
{
    if (const auto may = m_gate.admit(Right::BreakLock); !may)
        return may;
    if (const auto opened = openIt(move); !opened)
        return opened;
    if (!keysOf(move).contains(key))
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("person"));
    const auto words = text::cleanText(reason, reasonLimit);
    if (!words)
        return base::fail(words);
    if (words->isEmpty())
        return base::fail(ErrorCode::ReasonMissing);
    audit::Entry entry = m_gate.about(m_gate.entry(), m_ground.members);
    entry.operation = audit::Operation::Update;
    entry.details.conditions.append({QStringLiteral("理由"), *words});
    if (const auto row = m_counter.log(m_gate.visit(), entry); !row)
        return base::fail(row);
    return {};
}

/// The register did not do what the row before says.
Result<> MoveDesk::Working::notBroken(ErrorCode code)
{
    audit::Entry entry = m_gate.entry();
    entry.operation = audit::Operation::Update;
    entry.outcome = audit::Outcome::Failed;
    entry.reason = base::errorName(code);
    for (const Snapshot &member : std::as_const(m_ground.members))
        entry.subjects.append(member.id);
    if (const auto row = m_gate.log(std::move(entry)); !row)
        return base::fail(row);
    return base::fail(code);
}

Result<> MoveDesk::Working::mayFile(const Move &move)
{
    if (const auto may = admit(); !may)
        return may;
    if (const auto opened = openIt(move); !opened)
        return opened;
    const auto stops = residents::whatStops(move, residents::judgeMove(move, m_ground));
    if (stops)
        return base::fail(ErrorCode::MoveRefused, residents::moveRuleName(stops->rule));
    return {};
}

Result<std::pair<Item, quint64>> MoveDesk::Working::file(const Move &move, const QString &draft)
{
    const auto plain = central::plainProposal({.entered = move, .baseVersion = 0, .reason = {}});
    if (!plain)
        return base::fail(plain);
    auto item = draftFor(m_counter, m_gate, draft);
    if (!item)
        return base::fail(item);
    fill(*item, *plain, std::nullopt);
    setFiled(*item, m_counter.parts().writing.outbox.nowMs());
    audit::Entry entry = m_gate.about(m_gate.entry(), m_ground.members);
    entry.operation = audit::Operation::Register;
    entry.detail = item->uuid;
    // Nobody yet, but who was entered is to be found again.
    for (qsizetype i = 0; i < move.newcomers.size(); ++i) {
        if (move.movers.at(i).baseVersion > 0)
            continue;
        entry.subjects.append(move.newcomers.at(i).id);
        entry.details.people.append(Counter::fourItems(move.newcomers.at(i)));
    }
    const auto row =
        m_counter.parts().recorder.file(m_counter.actorFor(m_gate.visit()), entry, *item);
    if (!row)
        return base::fail(row);
    return std::pair(*item, *row);
}

MoveDesk::MoveDesk(Counter &counter)
    : m_counter(counter)
{
}

QList<IdentityDocument> MoveDesk::documents() const
{
    return CertificateDesk(m_counter).identityDocuments();
}

QList<Town> MoveDesk::towns() const
{
    QList<Town> towns;
    for (const tables::Row &row : m_counter.parts().tables.towns.rowsOn(m_counter.today()))
        towns.append({.code = row.text(QStringLiteral("code")),
                      .postalCode = row.text(QStringLiteral("postal_code")),
                      .name = row.text(QStringLiteral("town")),
                      .numbering = text::numberingNamed(row.text(QStringLiteral("numbering")))});
    return towns;
}

Answer<MoveHousehold> MoveDesk::household(const EntryRequest &request)
{
    return m_counter.parts().reading.run([this, request] {
        return Working(m_counter, QStringLiteral("MoveHousehold"), request).household({});
    });
}

Answer<MoveHousehold> MoveDesk::household(const EntryRequest &request, base::HouseholdId household)
{
    return m_counter.parts().reading.run([this, request, household] {
        return Working(m_counter, QStringLiteral("MoveHousehold"), request).household(household);
    });
}

Answer<PlaceView> MoveDesk::place(const EntryRequest &request, const residents::Address &address)
{
    return m_counter.parts().reading.run([this, request, address] {
        return Working(m_counter, QStringLiteral("MovePlace"), request).place(address);
    });
}

Answer<base::PersonId> MoveDesk::newcomer(const EntryRequest &request)
{
    return m_counter.parts().writing.sending->run([this, request]() -> Result<base::PersonId> {
        const auto may = m_counter.parts().reading.runAndWait(
            [&] { return Working(m_counter, QStringLiteral("EnterMove"), request).mayEnter(); });
        if (!may)
            return base::fail(may);
        const auto number = takeNumber(central::NumberSeries::Person);
        if (!number)
            return base::fail(number);
        return base::PersonId{*number};
    });
}

Answer<KnownPeople> MoveDesk::known(const EntryRequest &request, const Snapshot &newcomer)
{
    return m_counter.parts().reading.run([this, request, newcomer] {
        return Working(m_counter, QStringLiteral("MoveKnown"), request).known(newcomer);
    });
}

Answer<QList<residents::MoveFinding>> MoveDesk::judge(const EntryRequest &request, const Move &move)
{
    return m_counter.parts().reading.run([this, request, move] {
        return Working(m_counter, QStringLiteral("EnterMove"), request).judge(move);
    });
}

Answer<EditStart> MoveDesk::begin(const EntryRequest &request, const Move &move)
{
    return m_counter.parts().writing.sending->run([this, request, move]() -> Result<EditStart> {
        const auto may = m_counter.parts().reading.runAndWait(
            [&] { return Working(m_counter, QStringLiteral("EnterMove"), request).judge(move); });
        if (!may)
            return base::fail(may);
        fillStock(central::NumberSeries::Household);
        return takeLocks(m_counter, keysOf(move));
    });
}

Answer<> MoveDesk::breakLock(const EntryRequest &request, const Move &move, central::LockKey key,
                             const QString &reason)
{
    return m_counter.parts().writing.sending->run([this, request, move, key, reason]() -> Result<> {
        const auto writing = writingOf(m_counter);
        if (!writing)
            return base::fail(writing);
        Working working(m_counter, QStringLiteral("BreakLock"), request);
        base::Worker &reading = m_counter.parts().reading;
        const auto may = reading.runAndWait([&] { return working.mayBreak(move, key, reason); });
        if (!may)
            return may;
        const auto broken = (*writing)->entries->breakLock(key, reason);
        if (broken)
            return {};
        return reading.runAndWait([&] { return working.notBroken(broken.error().code); });
    });
}

/// While the register is reached: what is not there is asked for again the next time.
void MoveDesk::fillStock(central::NumberSeries series)
{
    central::NumberBlocks *blocks = m_counter.parts().writing.numbers;
    const QMutexLocker locked(&m_mutex);
    Stock &stock = m_stock[series];
    const int size = series == central::NumberSeries::Person ? newPersons : newHouseholds;
    const int missing = size - int(stock.size());
    if (!blocks || missing <= 0)
        return;
    if (const auto more = blocks->takeNumbers(series, missing))
        stock += *more;
}

Result<qint64> MoveDesk::takeNumber(central::NumberSeries series)
{
    fillStock(series);
    const QMutexLocker locked(&m_mutex);
    Stock &stock = m_stock[series];
    if (stock.isEmpty())
        return base::fail(ErrorCode::RegisterUnreachable, QStringLiteral("numbers"));
    return stock.takeFirst();
}

Answer<Filed> MoveDesk::file(const EntryRequest &request, const Move &move, const QString &draft)
{
    return m_counter.parts().writing.sending->run([this, request, move, draft]() -> Result<Filed> {
        base::Worker &reading = m_counter.parts().reading;
        Working working(m_counter, QStringLiteral("EnterMove"), request);
        const auto may = reading.runAndWait([&] { return working.mayFile(move); });
        if (!may)
            return base::fail(may);
        Move numbered = move;
        // From here on its place says it.
        numbered.cause = residents::RemovalCause::ByPlace;
        if (numbered.to.id.value == 0) {
            const auto number = takeNumber(central::NumberSeries::Household);
            if (!number)
                return base::fail(number);
            numbered.to = {.id = {*number}, .baseVersion = 0};
            if (residents::traitsOf(numbered.kind).ofNewcomers)
                numbered.from = numbered.to;
        }
        const auto filed = reading.runAndWait([&] { return working.file(numbered, draft); });
        if (!filed)
            return base::fail(filed);
        return sendNow(m_counter, filed->first, filed->second);
    });
}

} // namespace desk
