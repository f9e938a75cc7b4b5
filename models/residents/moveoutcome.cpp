#include "residents/moveoutcome.h"

#include "residents/memberorder.h"

#include <algorithm>

namespace residents {
namespace {

const auto headWord = QStringLiteral("世帯主");

const MemberChange *changeOf(const QList<MemberChange> &changes, base::PersonId person)
{
    const auto found =
        std::find_if(changes.begin(), changes.end(),
                     [person](const MemberChange &one) { return one.person == person; });
    return found == changes.end() ? nullptr : &*found;
}

/// The members as they would be, and what was changed of whom.
class Carrying final
{
public:
    Carrying(const Move &move, const QList<Snapshot> &members, const Registration &registration)
        : m_move(move)
        , m_registration(registration)
        , m_traits(traitsOf(move.kind))
        , m_to(move.to.id)
        , m_happenedOn(move.happenedOn)
    {
        if (m_traits.ofNewcomers)
            arrive(members);
        for (const Snapshot &member : members) {
            const bool comes = m_traits.ofNewcomers && isMover(move, member.id.person);
            if (isPresent(member.state) && !comes) {
                m_all.append({.before = &member, .after = member});
                if (member.household == m_to)
                    m_entrants = std::max(m_entrants, member.orderInHousehold + 1);
            }
            // 消除日: the earlier of the planned day and the one in the 転入通知 (JS1 1.1.5).
            if (move.kind == MoveKind::OutRemoval && isMover(move, member.id.person) &&
                member.plannedDestination && member.plannedDestination->on.isValid())
                m_happenedOn = std::min(m_happenedOn, member.plannedDestination->on);
        }
        // Rows are written in this order.
        std::stable_sort(m_all.begin(), m_all.end(), [](const One &one, const One &other) {
            return one.after.id.person.value < other.after.id.person.value;
        });
    }

    MoveOutcome carryOut(const QList<Household> &households)
    {
        for (One &one : m_all)
            place(one);
        if (m_traits.anotherLife) {
            for (const base::HouseholdId id : householdsIn(m_move))
                lead(id);
        }
        MoveOutcome outcome;
        for (const One &one : m_all) {
            if (one.after != *one.before)
                outcome.states.append(stamped(one));
        }
        if (!m_traits.anotherLife)
            return outcome;
        for (const Household &household : households) {
            if (household.id == m_move.from.id || household.id == m_to)
                addNext(outcome, household);
        }
        if (m_move.to.baseVersion == 0 && m_traits.place == MoveTraits::Place::Here)
            outcome.households.append(
                {.id = m_to, .version = 1, .head = headOf(m_to), .address = m_move.address});
        return outcome;
    }

private:
    struct One
    {
        const Snapshot *before;
        Snapshot after;
    };

    /// Nobody yet, but for the history of who was here before: what stood there of him is no part
    /// of what he is now (施行令 第7条 to 第12条: a new 住民票).
    void arrive(const QList<Snapshot> &members)
    {
        m_nobody.reserve(m_move.newcomers.size());
        for (const Snapshot &newcomer : m_move.newcomers) {
            Snapshot before = identityOf(newcomer);
            before.state = State::MovedOut;
            for (const Snapshot &member : members) {
                if (member.id.person == newcomer.id.person)
                    before.id.version = member.id.version;
            }
            m_nobody.append(before);
            m_all.append({.before = &m_nobody.last(), .after = before});
        }
    }

    void settle(Snapshot &after, const MemberChange &change) const
    {
        const DatedEntry day{.on = calendar::PartialDate::on(m_move.happenedOn),
                             .notifiedOn = m_move.notifiedOn};
        after.household = m_to;
        after.relationship = change.relationship;
        after.formerAddress = after.address;
        after.address = m_move.address;
        after.addressSettled = day;
        after.addressReason = reasonOf(m_move.kind);
        if (!m_traits.ofNewcomers)
            return;
        after.state = State::Resident;
        after.becameResident = day;
        after.formerAddress = m_move.formerAddress;
        after.addressBeforeMoveIn = m_move.formerAddress;
    }

    /// Who moves is somewhere else; who stays may be called something else.
    void place(One &one)
    {
        Snapshot &after = one.after;
        const auto *change = changeOf(m_move.movers, after.id.person);
        if (change && m_traits.place != MoveTraits::Place::Here) {
            leave(after);
        } else if (change) {
            settle(after, *change);
            // New entrants stand at the end, a new household in its legal order (JS1 5.2).
            if (m_to != one.before->household)
                after.orderInHousehold = m_move.to.baseVersion > 0 ? m_entrants : 0;
        } else if (const auto *other = changeOf(m_move.others, after.id.person)) {
            after.relationship = other->relationship;
        }
    }

    /// 転出: the plan and what became of it stand beside each other (JS1 4.1.3.1.1).
    void leave(Snapshot &after) const
    {
        const Destination there{.address = m_move.address, .on = m_move.happenedOn};
        switch (m_move.kind) {
        case MoveKind::OutNotice:
            after.state = State::MoveOutPlanned;
            after.plannedDestination = there;
            break;
        case MoveKind::OutRemoval:
            after.state = State::MovedOut;
            // What was confirmed in an earlier life is not where he went now.
            after.confirmedDestination.reset();
            if (!there.address.municipality.isEmpty())
                after.confirmedDestination = there;
            after.removal = {.on = calendar::PartialDate::on(m_happenedOn),
                             .notifiedOn = m_move.notifiedOn,
                             .reason = reasonOf(m_move.kind)};
            break;
        default:
            after.state = State::Resident;
            after.plannedDestination.reset();
        }
    }

    [[nodiscard]] QList<One *> membersOf(base::HouseholdId id)
    {
        QList<One *> members;
        for (One &one : m_all) {
            if (one.after.household == id && isPresent(one.after.state))
                members.append(&one);
        }
        return members;
    }

    /// 世帯主名 follows the head; who is left alone leads himself.
    void lead(base::HouseholdId id)
    {
        const auto members = membersOf(id);
        if (members.size() == 1)
            members.first()->after.relationship = headWord;
        const auto head = std::find_if(members.begin(), members.end(), [](const One *one) {
            return one->after.relationship == headWord;
        });
        const QString name = head == members.end() ? QString() : fullName((*head)->after.name);
        const bool lost = head == members.end() && isLeftByItsHead(id);
        for (One *one : members) {
            one->after.headName = name;
            // 続柄 towards somebody who has gone says nothing.
            if (lost)
                one->after.relationship.clear();
        }
    }

    [[nodiscard]] bool isLeftByItsHead(base::HouseholdId id) const
    {
        return std::any_of(m_all.begin(), m_all.end(), [id](const One &one) {
            return one.before->household == id && one.before->relationship == headWord &&
                   (one.after.household != id || !isPresent(one.after.state));
        });
    }

    [[nodiscard]] base::PersonId headOf(base::HouseholdId id)
    {
        for (const One *one : membersOf(id)) {
            if (one->after.relationship == headWord)
                return one->after.id.person;
        }
        return {};
    }

    /// Its version stands for who lives there: it rises with whoever comes or goes.
    void addNext(MoveOutcome &outcome, const Household &before)
    {
        Household after = before;
        after.head = headOf(before.id);
        // The last one leaves: the household stands empty where it was.
        if (before.id == m_to && m_traits.place == MoveTraits::Place::Here)
            after.address = m_move.address;
        ++after.version;
        outcome.households.append(after);
    }

    [[nodiscard]] Snapshot stamped(const One &one) const
    {
        Snapshot state = one.after;
        const bool moves = isMover(m_move, state.id.person);
        ++state.id.version;
        state.movement = {.reason = moves ? reasonOf(m_move.kind) : MovementReason::HeadChange,
                          .happenedOn = calendar::PartialDate::on(m_happenedOn),
                          .notifiedOn = m_move.notifiedOn,
                          .processedOn = m_registration.processedOn,
                          .enteredBy = m_registration.enteredBy,
                          .enteredAt = m_registration.enteredAt};
        return state;
    }

    const Move &m_move;
    const Registration &m_registration;
    const MoveTraits &m_traits;
    base::HouseholdId m_to;
    QDate m_happenedOn;                   ///< 異動日 of the rows
    int m_entrants = lastManualOrder + 1; ///< 並び順 of who comes in
    QList<Snapshot> m_nobody; ///< what newcomers are before; never grows once it is pointed to
    QList<One> m_all;
};

} // namespace

MoveOutcome outcomeOf(const Move &move, const QList<Snapshot> &members,
                      const QList<Household> &households, const Registration &registration)
{
    return Carrying(move, members, registration).carryOut(households);
}

} // namespace residents
