#include "app/sim/work.h"

#include "app/sim/city.h"
#include "base/errorname.h"
#include "residents/codec.h"

using base::Result;
using journal::Item;
using journal::ItemState;
using residents::EntryState;
using namespace Qt::StringLiterals;

namespace sim {

namespace {

QString outcome(const Result<> &done)
{
    return done ? u"done"_s : base::errorName(done.error().code);
}

const QDate today(2026, 11, 2);

} // namespace

QString Work::marker(QLatin1StringView kind)
{
    return QStringLiteral("%1 %2").arg(kind).arg(++m_markers);
}

base::PersonId Work::somebody()
{
    return {m_choices.between(1, City::people / 2)};
}

residents::Proposal Work::note(const RegisterView &view, QByteArray &before)
{
    residents::Note note;
    note.person = somebody();
    note.text = marker("note"_L1);
    if (view.notes.isEmpty() || m_choices.chance(300))
        return {.entered = note, .baseVersion = 0, .reason = {}};
    // The newest version of one that is there.
    auto newest = view.notes.at(m_choices.below(int(view.notes.size())));
    for (const auto &other : view.notes) {
        if (other.id == newest.id && other.version > newest.version)
            newest = other;
    }
    before = residents::encode(newest);
    note.id = newest.id;
    note.person = newest.person;
    note.withdrawn = m_choices.chance(150);
    return {.entered = note, .baseVersion = newest.version, .reason = {}};
}

residents::Proposal Work::contact(const RegisterView &view, QByteArray &before)
{
    residents::Contact contact;
    contact.person = somebody();
    contact.sendName = marker("contact"_L1);
    contact.telephone = u"0"_s;
    int base = 0;
    for (const auto &one : view.contacts) {
        if (one.person == contact.person && one.version > base) {
            base = one.version;
            before = residents::encode(one);
        }
    }
    return {.entered = contact, .baseVersion = base, .reason = {}};
}

residents::Proposal Work::restriction(const RegisterView &view, QByteArray &before)
{
    residents::Restriction set;
    const QString reason = marker("restriction"_L1);
    if (view.restrictions.isEmpty() || m_choices.chance(500)) {
        if (m_choices.chance(700))
            set.person = somebody();
        else
            set.household = {m_choices.between(1, City::households)};
        set.from = today;
        return {.entered = set, .baseVersion = 0, .reason = reason};
    }
    const auto ids = view.restrictions.keys();
    set = view.restrictions.value(ids.at(m_choices.below(int(ids.size()))));
    before = residents::encode(set);
    const int base = set.version;
    set.ended = m_choices.chance(300);
    set.hidesAddress = !set.hidesAddress;
    set.provisional = false;
    return {.entered = set, .baseVersion = base, .reason = reason};
}

QString Work::enter(Station &station)
{
    const auto view = station.look();
    if (!view)
        return base::errorName(view.error().code);
    QByteArray before;
    residents::Proposal proposal;
    const int kind = m_choices.below(10);
    if (kind < 4)
        proposal = note(*view, before);
    else if (kind < 7)
        proposal = contact(*view, before);
    else
        proposal = restriction(*view, before);
    const auto as = m_choices.chance(150) ? ItemState::Draft : ItemState::Filed;
    const auto done = station.enter(proposal, before, as);
    return QStringLiteral("%1 of version %2, %3: %4")
        .arg(markerOf(proposal))
        .arg(proposal.baseVersion)
        .arg(as == ItemState::Draft ? u"a draft"_s : u"filed"_s, outcome(done));
}

QString Work::tidyOwn(Station &station)
{
    const auto items = station.withJournal([](journal::Journal &journal) {
        return journal.outbox().items({ItemState::Draft, ItemState::Filed, ItemState::Refused,
                                       ItemState::Conflict, ItemState::SentBack});
    });
    if (!items)
        return base::errorName(items.error().code);
    QList<Item> own;
    for (const auto &item : *items) {
        if (item.user == station.user())
            own.append(item);
    }
    if (own.isEmpty())
        return u"nothing waits for him"_s;
    const auto &item = own.at(m_choices.below(int(own.size())));
    ItemState next = ItemState::Discarded;
    if (item.state == ItemState::Draft || item.state == ItemState::Refused)
        next = ItemState::Filed;
    else if (item.state == ItemState::Filed)
        next = ItemState::Withdrawn;
    if (!journal::mayBecome(item, next))
        return u"it was sent and cannot be taken back here"_s;
    return QStringLiteral("%1 from state %2 to %3: %4")
        .arg(item.uuid.left(8))
        .arg(int(item.state))
        .arg(int(next))
        .arg(outcome(station.become(item, next)));
}

/// As the desk does it: what the register acknowledged is kept here.
Result<> Work::decide(Station &station, const central::Check &check)
{
    const auto answer = station.machine().wire.decide(check);
    if (!answer)
        return base::fail(answer);
    return station.withJournal([&](journal::Journal &journal) {
        return journal.decisions().put({.uuid = answer->uuid,
                                        .user = station.user(),
                                        .entry = check.entry,
                                        .outcome = int(check.outcome),
                                        .reason = check.reason,
                                        .feedNumber = answer->feedNumber,
                                        .atMs = answer->at.toMSecsSinceEpoch(),
                                        .keptAtMs = answer->at.toMSecsSinceEpoch()});
    });
}

QString Work::decide(Station &station)
{
    const auto view = station.look();
    if (!view)
        return base::errorName(view.error().code);
    QList<residents::Entry> waiting;
    for (const auto &entry : view->entries) {
        if (entry.state == EntryState::Provisional)
            waiting.append(entry);
    }
    if (waiting.isEmpty())
        return u"nothing waits"_s;
    const auto &entry = waiting.at(m_choices.below(int(waiting.size())));
    central::Check check{
        .entry = entry.number, .outcome = central::CheckOutcome::Register, .reason = {}};
    if (entry.author.user == station.user() && m_choices.chance(700))
        check.outcome = central::CheckOutcome::Withdraw;
    else if (m_choices.chance(250))
        check = {
            .entry = entry.number, .outcome = central::CheckOutcome::SendBack, .reason = u"見本"_s};
    return QStringLiteral("entry %1 by %2, outcome %3: %4")
        .arg(entry.number)
        .arg(entry.author.user)
        .arg(int(check.outcome))
        .arg(outcome(decide(station, check)));
}

void Work::decideAll(Station &station)
{
    const auto view = station.look();
    if (!view || !City::checkers().contains(station.user()))
        return;
    for (const auto &entry : view->entries) {
        if (entry.state == EntryState::Provisional && entry.author.user != station.user())
            (void)decide(
                station,
                {.entry = entry.number, .outcome = central::CheckOutcome::Register, .reason = {}});
    }
}

QString Work::lock(Station &station)
{
    auto &wire = station.machine().wire;
    if (m_choices.chance(200))
        return QStringLiteral("releases: %1").arg(outcome(wire.releaseLocks()));
    QList<central::LockKey> keys;
    const auto person = somebody();
    keys.append({central::LockKey::Kind::Person, person.value});
    if (m_choices.chance(500))
        keys.prepend({central::LockKey::Kind::Household, City::householdOf(person.value)});
    if (City::checkers().contains(station.user()) && m_choices.chance(150))
        return QStringLiteral("breaks the lock of person %1: %2")
            .arg(person.value)
            .arg(outcome(wire.breakLock(keys.last(), u"見本"_s)));
    const auto held = wire.lockForEdit(keys);
    if (!held)
        return QStringLiteral("locks person %1: %2")
            .arg(person.value)
            .arg(base::errorName(held.error().code));
    return QStringLiteral("locks person %1: %2")
        .arg(person.value)
        .arg(held->isEmpty() ? u"taken"_s : u"held by others"_s);
}

} // namespace sim
