#include "democity/story.h"

#include "calendar/officecalendar.h"
#include "democity/entitlement.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace democity {

using residents::MovementReason;
using residents::ReadingState;
using residents::Snapshot;
using residents::State;

namespace {

// The register begins with the states it took over on this day.
const QDate systemBegins(2006, 4, 3);
// 住民基本台帳法 第7条第1号の2 in force: new entries carry their furigana from the start.
const QDate readingsBegin(2025, 5, 26);

enum class What { Join, Name, Alias, FormerFamily, Reading, Move, Renumber, Leave, Plan };

struct Event
{
    QDate on;
    What what = What::Join;
    int index = 0; ///< the member's, or that of the move
    [[nodiscard]] auto key() const { return std::tuple(on, what, index); }
};

/// Asked millions of times about a few thousand days.
bool isOpen(QDate day)
{
    thread_local QHash<QDate, bool> known;
    const auto found = known.constFind(day);
    if (found != known.cend())
        return *found;
    return *known.insert(day, calendar::OfficeCalendar::shipped().isOpen(day));
}

QDate nextOfficeDay(QDate day)
{
    while (!isOpen(day))
        day = day.addDays(1);
    return day;
}

QDate lastOfficeDay(QDate day)
{
    while (!isOpen(day))
        day = day.addDays(-1);
    return day;
}

class Telling final
{
public:
    Telling(const HouseholdPlan &plan, QDate today)
        : m_plan(plan)
        , m_today(today)
    {
    }
    Told tell(base::HouseholdId id, const QList<base::PersonId> &people);

private:
    struct Person
    {
        Snapshot now;
        QList<Snapshot> states;
        bool here = false;
    };
    [[nodiscard]] QList<Event> events() const;
    void apply(const Event &event);
    void join(int member, QDate on);
    void rename(int member, QDate on);
    void move(int index, QDate on);
    void renumber(QDate on);
    void leave(int member, QDate on);
    void changeHead(QDate on);
    void announce(int member, QDate on);
    void record(int member, QDate on, MovementReason reason);
    void recordAll(QDate on, MovementReason reason);
    void takeOver();
    void setName(int member, QDate on);
    [[nodiscard]] QString relationshipOf(int member, QDate on) const;
    [[nodiscard]] QDate notifiedOn(QDate on) const;

    const HouseholdPlan &m_plan;
    QDate m_today;
    base::HouseholdId m_id;
    QList<Person> m_people;
    int m_head = 0;
    const Place *m_place = nullptr;
    bool m_takenOver = false;
    int m_changes = 0;
};

QList<Event> Telling::events() const
{
    QList<Event> all;
    for (int i = 0; i < m_plan.members.size(); ++i) {
        const MemberPlan &member = m_plan.members[i];
        const auto add = [&](What what, QDate on) {
            const bool gone = member.leaving && on >= member.leaving->on;
            if (on.isValid() && on > member.joins && !gone)
                all.append({on, what, i});
        };
        all.append({member.joins, What::Join, i});
        add(What::Name, member.former.until);
        add(What::Alias, member.aliasOn);
        add(What::FormerFamily, member.formerFamilyOn);
        add(What::Reading, member.readingOn);
        if (member.leaving)
            all.append({member.leaving->on, What::Leave, i});
    }
    const Place *place = &m_plan.home;
    for (int i = 0; i <= m_plan.moves.size(); ++i) {
        const QDate until = i < m_plan.moves.size() ? m_plan.moves[i].on : m_today;
        const QDate from = i > 0 ? m_plan.moves[i - 1].on : QDate(1900, 1, 1);
        if (place->renumberedOn.isValid() && place->renumberedOn > from &&
            place->renumberedOn < until)
            all.append({place->renumberedOn, What::Renumber, 0});
        if (i < m_plan.moves.size()) {
            all.append({m_plan.moves[i].on, What::Move, i});
            place = &m_plan.moves[i].to;
        }
    }
    for (const int member : m_plan.planned)
        all.append({m_today.addDays(-10), What::Plan, member});
    std::sort(all.begin(), all.end(),
              [](const Event &one, const Event &other) { return one.key() < other.key(); });
    return all;
}

QString Telling::relationshipOf(int index, QDate on) const
{
    const MemberPlan &member = m_plan.members[index];
    const bool underFormer = m_plan.formerHead >= 0 && m_head == m_plan.formerHead;
    if (underFormer && !member.underFormerHead.isEmpty())
        return member.underFormerHead;
    return member.former.until.isValid() && on < member.former.until ? member.former.relationship
                                                                     : member.relationship;
}

QDate Telling::notifiedOn(QDate on) const
{
    // Some days later, one day for the whole household: they come with one notice. Never on a day
    // off, never yet to come.
    const qint64 days = (m_id.value / 10 + on.toJulianDay()) % 14;
    const QDate notified = nextOfficeDay(on.addDays(days));
    return std::min(notified, lastOfficeDay(m_today.addDays(-3)));
}

/// The name, 戸籍 and furigana as they stood on a day.
void Telling::setName(int index, QDate on)
{
    const MemberPlan &member = m_plan.members[index];
    Snapshot &now = m_people[index].now;
    now.name = member.name;
    now.registeredDomicile = member.domicile;
    now.domicileHead = member.domicileHead;
    if (member.aliasOn.isValid() && on < member.aliasOn) {
        now.name.alias.clear();
        now.name.aliasKana.clear();
    }
    if (member.formerFamilyOn.isValid() && on < member.formerFamilyOn) {
        now.name.formerFamily.clear();
        now.name.formerFamilyReading = {};
    }
    if (member.former.until.isValid() && on < member.former.until) {
        now.name.family = member.former.family;
        now.name.searchKana =
            member.former.familyKana + u' ' + now.name.searchKana.section(u' ', 1);
        if (now.name.familyReading.state != ReadingState::NotPublic)
            now.name.familyReading.kana = member.former.familyKana;
        now.registeredDomicile = member.former.domicile;
        now.domicileHead = member.former.domicileHead;
    }
    // Entries since the law came into force carry their furigana; older ones get them on their day.
    const bool withEntry = member.joins >= readingsBegin;
    if (!withEntry && (!member.readingOn.isValid() || on < member.readingOn)) {
        now.name.familyReading = {};
        now.name.givenReading = {};
    }
}

void Telling::record(int index, QDate on, MovementReason reason)
{
    if (on <= systemBegins && reason != MovementReason::Initial)
        return;
    Person &person = m_people[index];
    Snapshot &now = person.now;
    now.movement.reason = reason;
    now.movement.happenedOn = calendar::PartialDate::on(on);
    now.movement.notifiedOn = notifiedOn(on);
    if (!person.states.isEmpty())
        now.movement.notifiedOn =
            std::max(now.movement.notifiedOn, person.states.last().movement.processedOn);
    now.movement.processedOn = now.movement.notifiedOn;
    now.movement.enteredBy = QStringLiteral("madoguchi1");
    now.movement.enteredAt = QStringLiteral("S0001");
    now.headName = residents::fullName(m_people[m_head].now.name);
    now.entitlements = entitlementsOf(m_plan.members[index], now.movement.processedOn);
    now.id.version = static_cast<int>(person.states.size()) + 1;
    person.states.append(now);
}

void Telling::recordAll(QDate on, MovementReason reason)
{
    if (on > systemBegins)
        ++m_changes;
    for (int i = 0; i < m_people.size(); ++i) {
        if (m_people[i].here)
            record(i, on, reason);
    }
}

/// The first states of the system: who was here on its first day.
void Telling::takeOver()
{
    m_takenOver = true;
    for (int i = 0; i < m_people.size(); ++i) {
        if (!m_people[i].here)
            continue;
        record(i, systemBegins, MovementReason::Initial);
        residents::Movement &movement = m_people[i].states.last().movement;
        movement = {.reason = MovementReason::Initial,
                    .happenedOn = calendar::PartialDate::on(systemBegins),
                    .notifiedOn = systemBegins,
                    .processedOn = systemBegins,
                    .enteredBy = QStringLiteral("migration"),
                    .enteredAt = QStringLiteral("S0000")};
        m_people[i].now.movement = movement;
    }
}

void Telling::join(int index, QDate on)
{
    const MemberPlan &member = m_plan.members[index];
    Person &person = m_people[index];
    person.here = true;
    Snapshot &now = person.now;
    setName(index, on);
    now.relationship = relationshipOf(index, on);
    now.address = m_place->on(on);
    const residents::DatedEntry entry{calendar::PartialDate::on(on), notifiedOn(on)};
    now.becameResident = entry;
    if (now.foreign)
        now.foreign->becameForeignResident = entry;
    now.addressSettled = entry;
    now.addressReason = member.enters;
    if (member.enters != MovementReason::Birth) {
        now.formerAddress = member.from;
        now.addressBeforeMoveIn = member.from;
    }
    record(index, on, member.enters);
}

void Telling::rename(int index, QDate on)
{
    setName(index, on);
    m_people[index].now.relationship = relationshipOf(index, on);
    if (index == m_head)
        recordAll(on, MovementReason::CorrectionExOfficio);
    else
        record(index, on, MovementReason::CorrectionExOfficio);
}

void Telling::move(int index, QDate on)
{
    m_place = &m_plan.moves[index].to;
    for (int i = 0; i < m_people.size(); ++i) {
        if (!m_people[i].here)
            continue;
        Snapshot &now = m_people[i].now;
        now.formerAddress = now.address;
        now.address = m_place->on(on);
        now.addressSettled = {calendar::PartialDate::on(on), notifiedOn(on)};
        now.addressReason = MovementReason::MoveWithin;
    }
    recordAll(on, MovementReason::MoveWithin);
}

/// 住居表示: the same home under another address; nobody moved.
void Telling::renumber(QDate on)
{
    for (auto &person : m_people) {
        if (person.here)
            person.now.address = m_place->on(on);
    }
    recordAll(on, MovementReason::MinorCorrection);
}

void Telling::leave(int index, QDate on)
{
    const Leaving &leaving = *m_plan.members[index].leaving;
    Person &person = m_people[index];
    Snapshot &now = person.now;
    residents::Removal removal{.on = calendar::PartialDate::on(on),
                               .notifiedOn = notifiedOn(on),
                               .reason = leaving.reason};
    if (leaving.dayUnknown) {
        const QDate last = on.addDays(9);
        const auto era = wideDigits(on.year() - 2018);
        const QString text = QStringLiteral("令和%1年%2月%3日から%4月%5日頃までの間")
                                 .arg(era, wideDigits(on.month()), wideDigits(on.day()),
                                      wideDigits(last.month()), wideDigits(last.day()));
        if (on.year() > 2019 && last.year() == on.year())
            removal.on = {.text = text,
                          .earliest = on,
                          .latest = last,
                          .precision = calendar::Precision::TenDays};
    }
    now.removal = removal;
    now.state = State::MovedOut;
    if (leaving.reason == MovementReason::Death)
        now.state = State::Died;
    else if (leaving.reason == MovementReason::RemovalExOfficio)
        now.state = State::RemovedExOfficio;
    else if (leaving.reason == MovementReason::RemovalNaturalised)
        now.state = State::NationalityChanged;
    if (!leaving.to.isEmpty()) {
        now.plannedDestination = residents::Destination{leaving.to, on};
        if (leaving.reason == MovementReason::MoveOut)
            now.confirmedDestination = residents::Destination{leaving.to, on};
    }
    record(index, on, leaving.reason);
    person.states.last().movement.happenedOn = removal.on;
    person.here = false;
    if (index == m_plan.formerHead)
        changeHead(on);
}

void Telling::changeHead(QDate on)
{
    m_head = m_plan.head;
    for (int i = 0; i < m_people.size(); ++i) {
        if (m_people[i].here)
            m_people[i].now.relationship = relationshipOf(i, on);
    }
    recordAll(on, MovementReason::HeadChange);
}

/// 転出届: still a resident until the day comes (municipal-facts.md 4.6).
void Telling::announce(int index, QDate on)
{
    Snapshot &now = m_people[index].now;
    const QDate leaves = m_today.addDays(12);
    now.state = State::MoveOutPlanned;
    now.plannedDestination = residents::Destination{m_plan.plannedTo, leaves};
    record(index, on, MovementReason::MoveOut);
    m_people[index].states.last().movement.happenedOn = calendar::PartialDate::on(leaves);
}

void Telling::apply(const Event &event)
{
    switch (event.what) {
    case What::Join:
        join(event.index, event.on);
        break;
    case What::Name:
        rename(event.index, event.on);
        break;
    case What::Alias:
        setName(event.index, event.on);
        record(event.index, event.on, MovementReason::AliasEntry);
        break;
    case What::FormerFamily:
        setName(event.index, event.on);
        record(event.index, event.on, MovementReason::FormerFamilyEntry);
        break;
    case What::Reading:
        setName(event.index, event.on);
        record(event.index, event.on, MovementReason::CorrectionExOfficio);
        break;
    case What::Move:
        move(event.index, event.on);
        break;
    case What::Renumber:
        renumber(event.on);
        break;
    case What::Leave:
        leave(event.index, event.on);
        break;
    case What::Plan:
        announce(event.index, event.on);
        break;
    }
}

Told Telling::tell(base::HouseholdId id, const QList<base::PersonId> &people)
{
    m_id = id;
    m_head = m_plan.formerHead >= 0 ? m_plan.formerHead : m_plan.head;
    m_place = &m_plan.home;
    for (int i = 0; i < m_plan.members.size(); ++i) {
        const MemberPlan &member = m_plan.members[i];
        Person person;
        person.now.id = {.person = people[i], .version = 0};
        person.now.household = id;
        person.now.orderInHousehold = m_plan.manualOrder ? i + 1 : 0;
        person.now.kind = member.kind;
        person.now.bornOn = member.bornOn;
        person.now.sex = member.sex;
        person.now.foreign = member.foreign;
        person.now.telephone = member.telephone;
        person.now.name = member.name;
        m_people.append(person);
    }
    // A head whose own entry comes later on the same day must have his name as of that day.
    setName(m_head, m_plan.members[m_head].joins);
    for (const auto &event : events()) {
        if (!m_takenOver && event.on > systemBegins)
            takeOver();
        apply(event);
    }
    if (!m_takenOver)
        takeOver();
    Told told;
    told.household = {.id = id, .version = 1 + m_changes, .head = {}, .address = {}};
    const Person &last = m_people[m_head];
    told.household.address = last.now.address;
    if (last.here)
        told.household.head = last.now.id.person;
    for (int i = 0; i < m_people.size(); ++i) {
        Person &person = m_people[i];
        if (person.here) // what the other sections show today, not on the day of the last entry
            person.states.last().entitlements = entitlementsOf(m_plan.members[i], m_today);
        told.histories.append(person.states);
    }
    return told;
}

} // namespace

Told tell(const HouseholdPlan &plan, base::HouseholdId id, const QList<base::PersonId> &people,
          QDate today)
{
    return Telling(plan, today).tell(id, people);
}

} // namespace democity
