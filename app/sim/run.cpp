#include "app/sim/run.h"

#include "app/sim/city.h"
#include "app/sim/verdict.h"
#include "base/errorname.h"

#include <utility>

using base::Result;
using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int secondMs = 1000;
constexpr int quietRounds = 12;

QString outcome(const Result<> &done)
{
    return done ? u"done"_s : base::errorName(done.error().code);
}

} // namespace

Run::Run(Parts parts)
    : m_parts(std::move(parts))
    , m_choices(m_parts.seed)
    , m_plant(m_parts.plant, m_parts.seed + 1)
    , m_work(m_choices)
{
    const QString place = m_parts.folder + u"/register"_s;
    City::copy(m_parts.made + u"/register"_s, place);
    m_host = std::make_unique<RegisterHost>(RegisterHost::Parts{
        .folder = place, .clock = m_clock, .truth = m_truth, .counts = m_counts, .plant = m_plant});
    const int count = m_choices.between(2, City::stations);
    for (int i = 0; i < count; ++i) {
        const QString id = City::station(i);
        const QString folder = m_parts.folder + u'/' + id;
        City::copy(m_parts.made + u'/' + id, folder);
        auto machine = std::make_unique<Machine>(id, folder, m_clock, *m_host, m_counts, m_delayed);
        auto station = std::make_unique<Station>(*machine, m_truth);
        m_places.push_back({std::move(machine), std::move(station)});
    }
}

Run::~Run()
{
    m_delayed.clear();
    m_places.clear();
}

SeedReport Run::run()
{
    SeedReport report;
    while (!m_truth.failure() && report.step < steps) {
        ++report.step;
        m_clock.pass(qint64{m_choices.between(1, 40)} * secondMs);
        report.stepWords = step();
        afterStep();
        if (m_parts.tell)
            m_parts.tell(report.step, report.stepWords);
    }
    if (!m_truth.failure()) {
        ++report.step;
        report.stepWords = u"quiet"_s;
        quiet();
        if (m_parts.tell)
            m_parts.tell(report.step, report.stepWords);
    }
    report.failure = m_truth.failure();
    report.counts = m_counts;
    report.looks = m_looks;
    return report;
}

QString Run::step()
{
    const int what = m_choices.below(100);
    if (what < 15)
        return faultStep();
    if (what < 24)
        return registerStep();
    auto &place = m_places.at(std::size_t(m_choices.below(int(m_places.size()))));
    return place.machine->id + u": "_s + stationStep(*place.station);
}

QString Run::stationStep(Station &station)
{
    if (!station.isRunning())
        return u"starts: "_s + outcome(station.start());
    if (station.user().isEmpty()) {
        const auto users = City::clerks() + City::checkers();
        const auto &user = users.at(m_choices.below(int(users.size())));
        return QStringLiteral("%1 signs in: %2").arg(user, outcome(station.signIn(user)));
    }
    return station.user() + u' ' + userStep(station);
}

QString Run::userStep(Station &station)
{
    const int what = m_choices.below(100);
    if (what < 35)
        return u"enters "_s + m_work.enter(station);
    if (what < 65)
        return u"syncs: "_s + outcome(syncWatched(station));
    if (what < 78)
        return u"decides "_s + m_work.decide(station);
    if (what < 86)
        return u"tidies: "_s + m_work.tidyOwn(station);
    if (what < 95)
        return m_work.lock(station);
    station.signOut();
    return u"signs out"_s;
}

/// Somebody reads the replica while it is being written.
Result<> Run::syncWatched(Station &station)
{
    const auto read = [this, &station] {
        if (station.look())
            ++m_looks;
    };
    // Opened before: who reads has the file open, and renewing it lets him go first.
    if (station.look())
        station.machine().disk.lookAt(m_choices.between(1, 30), "cache.db", read);
    const auto done = station.sync();
    station.machine().disk.lookAt(0, "cache.db", {});
    return done;
}

QString Run::moveHousehold()
{
    const qint64 id = m_choices.between(1, City::households);
    const auto now = RegisterView::of(m_host->observer());
    if (!now)
        return base::errorName(now.error().code);
    central::CityPart part;
    auto household = now->households.value(id);
    household.version += 1;
    household.address.building = QString::number(++m_moves);
    part.households.append(household);
    for (auto person : now->people) {
        if (person.household.value != id)
            continue;
        person.id.version += 1;
        person.address.building = household.address.building;
        part.people.append({person});
    }
    const auto done = m_host->owner().applyChanges(part);
    return QStringLiteral("household %1 moves: %2")
        .arg(id)
        .arg(done ? u"done"_s : base::errorName(done.error().code));
}

QString Run::registerStep()
{
    const int what = m_choices.below(100);
    if (what < 45)
        return moveHousehold();
    if (what < 65) {
        const bool noted = m_choices.chance(300);
        m_host->backUp(noted);
        return noted ? u"a backup is made and noted"_s : u"a backup is made"_s;
    }
    if (what < 85) {
        const auto applied = m_host->owner().applyOffers();
        if (!applied)
            return u"offers are applied: "_s + base::errorName(applied.error().code);
        return QStringLiteral("offers are applied: %1, known %2, left %3, waiting %4")
            .arg(applied->applied)
            .arg(applied->known)
            .arg(applied->left)
            .arg(applied->waiting);
    }
    const int hours = m_choices.chance(200) ? m_choices.between(1, 60) : 0;
    const int seconds = hours > 0 ? hours * 3600 : m_choices.between(60, 600);
    m_clock.pass(qint64{seconds} * secondMs);
    return QStringLiteral("%1 s pass").arg(seconds);
}

QString Run::wireFault(Machine &machine)
{
    static constexpr std::array<Fault, 5> faults = {Fault::LostRequest, Fault::LostAnswer,
                                                    Fault::Duplicate, Fault::Delay, Fault::Crash};
    const auto fault = faults.at(std::size_t(m_choices.below(int(faults.size()))));
    const int calls = m_choices.between(1, 5);
    machine.wire.plan(fault, calls);
    return QStringLiteral("%1: call %2 from now meets %3")
        .arg(machine.id)
        .arg(calls)
        .arg(nameOf(fault));
}

QString Run::diskFault(Machine &machine)
{
    const int writes = m_choices.between(1, 40);
    if (m_choices.chance(500)) {
        machine.disk.dieAfter(writes);
        return QStringLiteral("%1: ends at write %2 from now").arg(machine.id).arg(writes);
    }
    machine.disk.fillAfter(writes, m_choices.between(1, 8));
    return QStringLiteral("%1: the disk is full from write %2 on").arg(machine.id).arg(writes);
}

QString Run::faultStep()
{
    auto &machine = *m_places.at(std::size_t(m_choices.below(int(m_places.size())))).machine;
    const int what = m_choices.below(100);
    if (what < 40)
        return wireFault(machine);
    if (what < 60)
        return diskFault(machine);
    if (what < 70) {
        m_host->disk().dieAfter(m_choices.between(1, 30));
        return u"the register will end at a write"_s;
    }
    if (what < 76) {
        m_counts.add(Fault::RegisterRestart);
        m_host->restart();
        return u"the register is started anew"_s;
    }
    if (what < 83)
        return m_host->restore(m_choices.below(8)) ? u"a backup is restored"_s
                                                   : u"no backup to restore"_s;
    if (what < 90)
        return m_host->failOver(m_choices.between(1, 4)) ? u"a failover loses commits"_s
                                                         : u"nothing to lose"_s;
    if (what < 95) {
        m_counts.add(Fault::ClockBack);
        machine.pc.setBack(qint64{m_choices.between(60, 200'000)} * secondMs);
        return machine.id + u": the clock of the PC is set back"_s;
    }
    machine.wire.cut(!machine.wire.isCut());
    return machine.id + (machine.wire.isCut() ? u": the cable is out"_s : u": the cable is in"_s);
}

void Run::comeIn()
{
    auto late = std::exchange(m_delayed, {});
    for (const auto &request : late)
        request();
    m_host->lookAfter();
}

void Run::afterStep()
{
    m_host->lookAfter();
    for (auto &place : m_places) {
        if (place.machine->wire.isCut() && m_choices.chance(80))
            place.machine->wire.cut(false);
    }
    if (!m_delayed.isEmpty() && m_choices.chance(400))
        comeIn();
    for (auto &place : m_places) {
        for (int full = place.machine->disk.takeRefusals(); full > 0; --full)
            m_counts.add(Fault::DiskFull);
        if (!place.machine->disk.isDead())
            continue;
        place.station->end();
    }
    // What was acknowledged too early is done by now, unless its connection has gone.
    const auto early = std::exchange(m_plant.uncommitted, {});
    for (const auto &commit : early)
        commit();
}

/// Who has something at this station that the register must still hear of.
QStringList Run::waitingUsers(Station &station)
{
    const auto items = station.withJournal([](journal::Journal &journal) {
        return journal.outbox().items({journal::ItemState::Filed});
    });
    QStringList users = deciders(station, journal::DecisionState::Lost);
    for (const auto &item : items.value_or(QList<journal::Item>())) {
        if (!users.contains(item.user))
            users.append(item.user);
    }
    return users;
}

/// Who decided something at this station that is in this state now.
QStringList Run::deciders(Station &station, journal::DecisionState state)
{
    const auto found = station.withJournal(
        [state](journal::Journal &journal) { return journal.decisions().all(state); });
    QStringList users;
    for (const auto &decision : found.value_or(QList<journal::Decision>())) {
        if (!users.contains(decision.user))
            users.append(decision.user);
    }
    return users;
}

void Run::visit(Station &station, const QString &user)
{
    const auto in = station.signIn(user);
    const auto done = in ? station.sync() : in;
    if (!done)
        m_truth.fail(u"after quiet a station keeps up"_s,
                     station.machine().id + u' ' + user + u": "_s + outcome(done));
    if (!m_truth.failure() && m_mayDecideAnew)
        Work::decideAll(station);
    station.signOut();
}

/// Everybody with work at each station, and a checker once; who has none comes where the register
/// stands.
void Run::quietRound(int round)
{
    for (auto &place : m_places) {
        auto &station = *place.station;
        if (!station.isRunning() && !station.start())
            return m_truth.fail(u"after quiet a station starts"_s, place.machine->id);
        auto users = waitingUsers(station);
        // What was handed in may be lost again: each session says it once more.
        if (round == 0)
            users += deciders(station, journal::DecisionState::Offered);
        users.removeDuplicates();
        if (&place == &m_places.front())
            users.append(City::checkers().at(round % 2));
        const auto view = station.look();
        const auto end = m_host->observer().position();
        const bool level = round > 0 && view && end && view->position == *end;
        if (users.isEmpty() && !level)
            users.append(City::clerks().first());
        for (const auto &user : std::as_const(users)) {
            if (m_truth.failure())
                return;
            visit(station, user);
        }
    }
    const auto applied = m_host->owner().applyOffers();
    if (!applied)
        m_truth.fail(u"after quiet offers are applied"_s,
                     base::errorName(applied.error().code) + u' ' + applied.error().detail);
}

/// Every station was there twice, and nobody has a decision left to offer.
bool Run::mayDecideAnew(int round)
{
    return round > 0 && std::all_of(m_places.begin(), m_places.end(), [](Place &place) {
               return deciders(*place.station, journal::DecisionState::Lost).isEmpty();
           });
}

void Run::quiet()
{
    m_host->disk().revive();
    for (auto &place : m_places) {
        place.machine->disk.revive();
        place.machine->wire.calm();
        place.machine->wire.cut(false);
        place.machine->pc.setRight();
    }
    comeIn();
    afterStep();
    m_clock.pass(qint64{2} * 60 * secondMs); // nothing is on its way any more
    Verdict verdict(m_truth, *m_host);
    m_mayDecideAnew = m_truth.lineage() == 1;
    for (int round = 0; round < quietRounds && !m_truth.failure(); ++round) {
        const auto before = m_host->observer().position();
        quietRound(round);
        const auto after = m_host->observer().position();
        const bool waits = std::any_of(m_places.begin(), m_places.end(), [](Place &place) {
            return !waitingUsers(*place.station).isEmpty();
        });
        const bool anew = std::exchange(m_mayDecideAnew, m_mayDecideAnew || mayDecideAnew(round));
        if (!anew && m_mayDecideAnew) {
            for (auto &place : m_places)
                verdict.checkDecisions(*place.station);
        }
        if (round > (m_truth.lineage() == 1 ? 1 : 2) && anew && !waits && before && after &&
            before->number == after->number)
            break;
    }
    if (!m_mayDecideAnew)
        m_truth.fail(u"after quiet every decision is offered"_s, u"somebody's is not"_s);
    if (m_truth.failure())
        return;
    for (auto &place : m_places)
        verdict.check(*place.station);
    verdict.checkRegister();
}

} // namespace sim
