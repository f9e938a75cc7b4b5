#include "residents/moveoutcome.h"

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
        , m_to(move.to.id)
    {
        for (const Snapshot &member : members) {
            if (isPresent(member.state))
                m_all.append({.before = &member, .after = member});
        }
    }

    MoveOutcome carryOut(const QList<Household> &households)
    {
        for (One &one : m_all)
            place(one);
        for (const base::HouseholdId id : {m_move.from.id, m_to})
            lead(id);
        MoveOutcome outcome;
        for (const One &one : m_all) {
            if (one.after != *one.before)
                outcome.states.append(stamped(one));
        }
        for (const Household &household : households) {
            if (household.id == m_move.from.id || household.id == m_to)
                addNext(outcome, household);
        }
        if (m_move.to.baseVersion == 0)
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

    /// Who moves is somewhere else; who stays may be called something else.
    void place(One &one)
    {
        Snapshot &after = one.after;
        if (const auto *change = changeOf(m_move.movers, after.id.person)) {
            after.household = m_to;
            after.relationship = change->relationship;
            after.formerAddress = after.address;
            after.address = m_move.address;
            after.addressSettled = {.on = calendar::PartialDate::on(m_move.happenedOn),
                                    .notifiedOn = m_move.notifiedOn};
            after.addressReason = m_move.reason;
            // New entrants stand at the end, a new household in its legal order (JS1 5.2).
            if (m_to != one.before->household)
                after.orderInHousehold = 0;
        } else if (const auto *other = changeOf(m_move.others, after.id.person)) {
            after.relationship = other->relationship;
        }
    }

    [[nodiscard]] QList<One *> membersOf(base::HouseholdId id)
    {
        QList<One *> members;
        for (One &one : m_all) {
            if (one.after.household == id)
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
                   one.after.household != id;
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
        if (before.id == m_to)
            after.address = m_move.address;
        ++after.version;
        outcome.households.append(after);
    }

    [[nodiscard]] Snapshot stamped(const One &one) const
    {
        Snapshot state = one.after;
        const bool moves = changeOf(m_move.movers, state.id.person) != nullptr;
        ++state.id.version;
        state.movement = {.reason = moves ? m_move.reason : MovementReason::HeadChange,
                          .happenedOn = calendar::PartialDate::on(m_move.happenedOn),
                          .notifiedOn = m_move.notifiedOn,
                          .processedOn = m_registration.processedOn,
                          .enteredBy = m_registration.enteredBy,
                          .enteredAt = m_registration.enteredAt};
        return state;
    }

    const Move &m_move;
    const Registration &m_registration;
    base::HouseholdId m_to;
    QList<One> m_all;
};

} // namespace

MoveOutcome outcomeOf(const Move &move, const QList<Snapshot> &members,
                      const QList<Household> &households, const Registration &registration)
{
    return Carrying(move, members, registration).carryOut(households);
}

} // namespace residents
