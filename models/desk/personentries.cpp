#include "desk/personentries.h"

#include "desk/outboxitems.h"

#include <algorithm>
#include <utility>

using base::Result;
using journal::Item;
using residents::Contact;
using residents::Entered;
using residents::Note;
using residents::Restriction;
using residents::Snapshot;

namespace desk {

namespace {

const QList<ItemState> waitingStates{ItemState::Filed, ItemState::Provisional, ItemState::Conflict,
                                     ItemState::Refused, ItemState::SentBack};

/// Whether words were taken out.
bool leftOut(Note &note, const Snapshot &person)
{
    const QString words = note.text;
    leaveOutOwnPlace({&note.text}, person);
    return note.text != words;
}

void leaveOut(Contact &contact)
{
    contact.telephone.clear();
    contact.sendPostalCode.clear();
    contact.sendAddress.clear();
    contact.sendName.clear();
}

class Reading
{
public:
    Reading(const Counter &counter, const RecordGate &gate, const Snapshot &person)
        : m_counter(counter)
        , m_gate(gate)
        , m_person(person)
    {
        m_view.person = person.id.person;
        m_view.name = residents::fullName(person.name);
    }

    Result<> notes();
    Result<> contact();
    Result<> restrictions();
    Result<> waiting();
    [[nodiscard]] PersonEntries &&take() { return std::move(m_view); }

private:
    [[nodiscard]] bool isAbout(const Item &item) const;
    Result<WaitingEntry> waitingItem(const Item &item);
    WaitingEntry waitingEntry(const residents::Entry &entry);
    Result<> mask(std::optional<Entered> &entered);

    const Counter &m_counter;
    const RecordGate &m_gate;
    const Snapshot &m_person;
    PersonEntries m_view;
};

Result<> Reading::notes()
{
    const auto notes = m_gate.reader().notes(m_person.id.person);
    if (!notes)
        return base::fail(notes);
    for (const cache::NoteAnswer &answer : *notes) {
        NoteView note{.note = answer.versions.first(),
                      .earlier = answer.versions.mid(1),
                      .withheld = !answer.withheld.isEmpty()};
        if (m_gate.onTelephone()) {
            note.withheld |= leftOut(note.note, m_person);
            for (Note &earlier : note.earlier)
                note.withheld |= leftOut(earlier, m_person);
        }
        m_view.notes.append(std::move(note));
    }
    std::stable_partition(m_view.notes.begin(), m_view.notes.end(),
                          [](const NoteView &one) { return !one.note.withdrawn; });
    return {};
}

Result<> Reading::contact()
{
    auto answer = m_gate.reader().contact(m_person.id.person);
    if (!answer)
        return base::fail(answer);
    for (Contact &contact : answer->versions) {
        if (!m_gate.onTelephone() && !answer->withheld.contains(contact.version))
            continue;
        leaveOut(contact);
        m_view.contactHidden = true;
    }
    if (!answer->versions.isEmpty())
        m_view.contact = answer->versions.takeFirst();
    m_view.earlierContacts = std::move(answer->versions);
    return {};
}

Result<> Reading::restrictions()
{
    auto restrictions = m_gate.reader().restrictions(m_person.id.person);
    if (!restrictions)
        return base::fail(restrictions);
    m_view.restrictions = std::move(*restrictions);
    std::stable_partition(m_view.restrictions.begin(), m_view.restrictions.end(),
                          [today = m_counter.today()](const Restriction &one) {
                              return residents::isInForce(one, today);
                          });
    return {};
}

bool Reading::isAbout(const Item &item) const
{
    return item.person == m_person.id.person.value ||
           (item.household > 0 && item.household == m_person.household.value);
}

/// On the telephone not even what the clerk entered himself is told.
Result<> Reading::mask(std::optional<Entered> &entered)
{
    if (!entered)
        return {};
    if (auto *note = std::get_if<Note>(&*entered); note && m_gate.onTelephone())
        (void)leftOut(*note, m_person);
    if (auto *contact = std::get_if<Contact>(&*entered); contact && m_gate.onTelephone())
        leaveOut(*contact);
    const auto withheld = m_gate.reader().withhold(*entered);
    if (!withheld)
        return base::fail(withheld);
    return {};
}

Result<WaitingEntry> Reading::waitingItem(const Item &item)
{
    const bool mine = isMine(m_counter, item);
    WaitingEntry waiting{.uuid = item.uuid,
                         .entry = item.entry,
                         .kind = residents::EntryKind(item.kind),
                         .state = item.state,
                         .authorName = mine ? m_counter.parts().clerk.name : item.user,
                         .at = QDateTime::fromMSecsSinceEpoch(item.filedAtMs, Qt::UTC),
                         .mine = mine,
                         .proposal = {},
                         .before = {}};
    if (!mine || waiting.kind == residents::EntryKind::Move)
        return waiting;
    auto proposal = proposalOf(item);
    if (!proposal)
        return base::fail(proposal);
    std::optional<Entered> entered = std::move(proposal->entered);
    auto before = recordOf(item, item.before);
    if (!before)
        return base::fail(before);
    for (auto *one : {&entered, &*before}) {
        if (const auto masked = mask(*one); !masked)
            return base::fail(masked);
    }
    proposal->entered = std::move(*entered);
    waiting.proposal = std::move(*proposal);
    waiting.before = std::move(*before);
    return waiting;
}

/// As the register tells it; before and after only to its author and to checkers.
WaitingEntry Reading::waitingEntry(const residents::Entry &entry)
{
    const Clerk &clerk = m_counter.parts().clerk;
    WaitingEntry waiting{.uuid = {},
                         .entry = entry.number,
                         .kind = residents::kindOf(entry.proposal.entered),
                         .state = ItemState::Provisional,
                         .authorName = entry.author.name,
                         .at = entry.author.at,
                         .mine = entry.author.user == clerk.userId,
                         .proposal = {},
                         .before = {}};
    // What an 異動 says is about others too, one of whom may hide: it is opened in the queue.
    const bool shared = waiting.kind == residents::EntryKind::Move;
    if (shared || (!waiting.mine && !clerk.rights.testFlag(Right::CheckEntry)))
        return waiting;
    waiting.proposal = entry.proposal;
    for (const Restriction &one : std::as_const(m_view.restrictions)) {
        if (entry.proposal.baseVersion > 0 && one.id == numberOf(entry.proposal.entered))
            waiting.before = one;
    }
    return waiting;
}

Result<> Reading::waiting()
{
    const auto items = itemsOf(m_counter, waitingStates);
    if (!items)
        return base::fail(items);
    const auto entries = m_gate.reader().waitingEntries(m_person.id.person);
    if (!entries)
        return base::fail(entries);
    QHash<qint64, QString> uuids; // of entries that this station sent
    for (const Item &item : *items) {
        if (!isAbout(item))
            continue;
        if (item.state == ItemState::Provisional && item.entry > 0) {
            uuids.insert(item.entry, item.uuid);
            const bool known =
                std::any_of(entries->begin(), entries->end(), [&item](const residents::Entry &one) {
                    return one.number == item.entry;
                });
            if (known) // the register's word on it follows
                continue;
        }
        auto waiting = waitingItem(item);
        if (!waiting)
            return base::fail(waiting);
        m_view.waiting.append(std::move(*waiting));
    }
    for (const residents::Entry &entry : *entries) {
        m_view.waiting.append(waitingEntry(entry));
        m_view.waiting.last().uuid = uuids.value(entry.number);
    }
    return {};
}

} // namespace

Result<PersonEntries> readEntries(const Counter &counter, const RecordGate &gate,
                                  const Snapshot &person)
{
    Reading reading(counter, gate, person);
    for (const auto step :
         {&Reading::notes, &Reading::contact, &Reading::restrictions, &Reading::waiting}) {
        if (const auto done = (reading.*step)(); !done)
            return base::fail(done);
    }
    return reading.take();
}

} // namespace desk
