#include "residents/memberorder.h"

#include "residents/relationship.h"

#include <algorithm>
#include <tuple>

namespace residents {
namespace {

/// Place among the groups of JS1 5.2, finest first step last.
enum class Group {
    Head,
    Spouse,
    Child,
    Family, ///< of a 子: also that 子 himself
    Parent,
    Sibling,
    Grandparent,
    Kindred,
    Relative,
    Lodger,
};
/// Within the family of a 子.
enum class FamilyPlace { Child, Spouse, Grandchild, Further };

struct Placed
{
    const Member *member = nullptr;
    Group group = Group::Lodger;
    FamilyPlace familyPlace = FamilyPlace::Child;
    const Member *family = nullptr; ///< the 子 whose family it is; nobody = not known which
};

bool isParent(Kin kin)
{
    return kin == Kin::Father || kin == Kin::Mother;
}

bool isChildsSpouse(Kin kin)
{
    return kin == Kin::ChildsHusband || kin == Kin::ChildsWife;
}

/// 子の妻, 子の子, 子の子の妻 ...: of the family of a 子.
bool isOfChildsFamily(const QList<Kin> &chain)
{
    return chain.size() > 1 && chain.first() == Kin::Child &&
           std::all_of(chain.begin() + 1, chain.end(), [](Kin kin) {
               return isSpouse(kin) || kin == Kin::Child || isChildsSpouse(kin);
           });
}

Group groupOf(const QList<Kin> &chain)
{
    if (chain.size() == 1) {
        const Kin kin = chain.first();
        if (isSpouse(kin))
            return Group::Spouse;
        if (kin == Kin::Child)
            return Group::Child;
        if (isChildsSpouse(kin))
            return Group::Family;
        return isParent(kin) ? Group::Parent : Group::Sibling;
    }
    if (isOfChildsFamily(chain))
        return Group::Family;
    if (chain.size() == 2 && isParent(chain[0]) && isParent(chain[1]))
        return Group::Grandparent;
    return Group::Kindred;
}

FamilyPlace familyPlaceOf(const QList<Kin> &chain)
{
    if (isChildsSpouse(chain.last()) || (chain.size() == 2 && isSpouse(chain[1])))
        return FamilyPlace::Spouse;
    return chain.size() == 2 ? FamilyPlace::Grandchild : FamilyPlace::Further;
}

Placed place(const Member &member)
{
    const auto answer = parseRelationship(member.relationship);
    Placed placed{.member = &member, .group = Group::Lodger, .familyPlace = {}, .family = nullptr};
    if (answer.fault != RelationshipFault::None) {
        placed.group = Group::Kindred; // wording from older systems: among the 親族
        return placed;
    }
    switch (answer.value.standing) {
    case Standing::Head:
        placed.group = Group::Head;
        break;
    case Standing::Relative:
        placed.group = Group::Relative;
        break;
    case Standing::Lodger:
        break;
    case Standing::Kin:
        placed.group = groupOf(answer.value.chain);
        if (placed.group == Group::Family)
            placed.familyPlace = familyPlaceOf(answer.value.chain);
        break;
    }
    return placed;
}

bool elder(const Member &one, const Member &other)
{
    if (bornBefore(one.bornOn, other.bornOn))
        return true;
    return !bornBefore(other.bornOn, one.bornOn) && one.person < other.person;
}

/// Gives each member of a 子's family its 子, and moves that 子 into the 2nd group.
void joinFamilies(QList<Placed> &all)
{
    QList<Placed *> children;
    for (auto &placed : all) {
        if (placed.group == Group::Child)
            children.append(&placed);
    }
    for (auto &placed : all) {
        if (placed.group != Group::Family)
            continue;
        Placed *found = children.size() == 1 ? children.first() : nullptr;
        for (Placed *child : children) {
            const QString &domicile = child->member->domicile;
            if (!domicile.isEmpty() && domicile == placed.member->domicile)
                found = child;
        }
        if (found != nullptr)
            placed.family = found->member;
    }
    for (Placed *child : children) {
        const bool has = std::any_of(all.begin(), all.end(), [child](const Placed &placed) {
            return placed.family == child->member;
        });
        if (has) {
            child->group = Group::Family;
            child->family = child->member;
        }
    }
}

bool before(const Placed &one, const Placed &other)
{
    if (one.group != other.group)
        return one.group < other.group;
    if (one.group == Group::Family && one.family != other.family) {
        if (one.family == nullptr || other.family == nullptr)
            return one.family != nullptr;
        return elder(*one.family, *other.family);
    }
    if (one.group == Group::Family && one.familyPlace != other.familyPlace)
        return one.familyPlace < other.familyPlace;
    if (one.group == Group::Parent && one.member->leadsDomicile != other.member->leadsDomicile)
        return one.member->leadsDomicile;
    return elder(*one.member, *other.member);
}

} // namespace

Member memberOf(const Snapshot &snapshot)
{
    const bool known = !snapshot.registeredDomicile.isEmpty() && !snapshot.domicileHead.isEmpty();
    return {.person = snapshot.id.person,
            .relationship = snapshot.relationship,
            .bornOn = snapshot.bornOn,
            .leadsDomicile = known && snapshot.domicileHead == fullName(snapshot.name),
            .domicile =
                known ? snapshot.registeredDomicile + u'|' + snapshot.domicileHead : QString(),
            .manualOrder = snapshot.orderInHousehold};
}

bool bornBefore(const calendar::PartialDate &one, const calendar::PartialDate &other)
{
    if (one.earliest.isValid() != other.earliest.isValid())
        return one.earliest.isValid();
    return std::tuple(one.earliest, one.latest) < std::tuple(other.earliest, other.latest);
}

QList<base::PersonId> memberOrder(const QList<Member> &members)
{
    QList<Placed> all;
    for (const auto &member : members)
        all.append(place(member));
    joinFamilies(all);
    std::stable_sort(all.begin(), all.end(), before);
    std::stable_sort(all.begin(), all.end(), [](const Placed &one, const Placed &other) {
        const auto key = [](const Placed &placed) {
            const int order = placed.member->manualOrder;
            const bool leads = order > lastManualOrder && placed.group == Group::Head;
            return order <= 0 || leads ? lastManualOrder : order;
        };
        return key(one) < key(other);
    });
    QList<base::PersonId> order;
    for (const auto &placed : all)
        order.append(placed.member->person);
    return order;
}

} // namespace residents
