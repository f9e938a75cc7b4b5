#include "residents/moverules.h"

#include "calendar/deadlines.h"
#include "residents/identification.h"
#include "residents/moveoutcome.h"
#include "residents/relationship.h"

#include <algorithm>
#include <array>

namespace residents {
namespace {

const auto headWord = QStringLiteral("世帯主");
const auto municipalities = QStringLiteral("市区町村");
constexpr qsizetype cityPart = 5; ///< of 全国地方公共団体コード and 住所コード
constexpr qsizetype addressCodeLength = 11;

constexpr std::array names{
    "Restricted",
    "ProtectedMoveOut",
    "MoversMissing",
    "DateMissing",
    "DateInFuture",
    "NoticeMissing",
    "NoticeInFuture",
    "NoticeEarly",
    "NotResident",
    "AlreadyResident",
    "MoveOutPlanned",
    "NotPlanned",
    "NotOfHousehold",
    "BeforeResident",
    "NotOnPlannedDay",
    "NoticeTooLate",
    "NameMissing",
    "ReadingWrong",
    "BirthMissing",
    "BornLater",
    "StayMissing",
    "DomicileMissing",
    "FormerAddressMissing",
    "FormerAddressHere",
    "AddressMissing",
    "AddressElsewhere",
    "AddressHere",
    "AddressAbroad",
    "AddressNotHouseholds",
    "PartOfHousehold",
    "RelationshipWrong",
    "HeadMissing",
    "HeadTwice",
    "RelationshipChanged",
    "IdentificationMissing",
    "CertificateMissing",
    "NotifierNameMissing",
    "MandateMissing",
    "Pending",
    "NoticeLate",
    "AgentQuestioned",
    "HeadLeaves",
    "BeforeAddress",
    "SexContradicts",
    "SpouseTwice",
    "RestrictionAlert",
    "StayExpired",
    "AddressUnchanged",
    "OthersLiveThere",
    "BuildingMissing",
    "PlannedFarAhead",
    "LooksKnown",
};
static_assert(names.size() == std::size_t(MoveRule::Count));

class Judging final
{
public:
    Judging(const Move &move, const MoveGround &ground)
        : m_move(move)
        , m_ground(ground)
        , m_traits(traitsOf(move.kind))
    {
    }

    QList<MoveFinding> judge()
    {
        if (isRestricted())
            return {{MoveRule::Restricted, {}}};
        dates();
        if (m_traits.ofNewcomers)
            newcomers();
        else
            movers();
        others();
        if (m_movers.isEmpty())
            find(MoveRule::MoversMissing);
        if (m_traits.place == MoveTraits::Place::Here)
            address();
        else
            destination();
        if (m_traits.anotherLife)
            households();
        else
            remaining();
        if (!m_traits.ofTheOffice)
            notifier();
        protection();
        std::stable_sort(m_findings.begin(), m_findings.end(),
                         [](const auto &one, const auto &other) { return one.rule < other.rule; });
        return m_findings;
    }

private:
    void find(MoveRule rule, base::PersonId person = {}) { m_findings.append({rule, person}); }

    const Snapshot *memberOf(base::PersonId person) const
    {
        for (const Snapshot &member : m_ground.members) {
            if (member.id.person == person)
                return &member;
        }
        return nullptr;
    }

    const Household *householdOf(base::HouseholdId id) const
    {
        for (const Household &household : m_ground.households) {
            if (household.id == id)
                return &household;
        }
        return nullptr;
    }

    void dates()
    {
        if (!m_move.happenedOn.isValid())
            find(MoveRule::DateMissing);
        else if (m_move.happenedOn > m_ground.today && !m_traits.mayLieAhead)
            find(MoveRule::DateInFuture);
        else if (m_traits.mayLieAhead && m_ground.plannedUntil.isValid() &&
                 m_move.happenedOn > m_ground.plannedUntil)
            find(MoveRule::PlannedFarAhead);
        if (!m_move.notifiedOn.isValid())
            find(MoveRule::NoticeMissing);
        else if (m_move.notifiedOn > m_ground.today)
            find(MoveRule::NoticeInFuture);
        if (!m_move.happenedOn.isValid() || !m_move.notifiedOn.isValid())
            return;
        const bool isHere = m_traits.place == MoveTraits::Place::Here;
        if (isHere && m_move.notifiedOn < m_move.happenedOn && m_move.happenedOn <= m_ground.today)
            find(MoveRule::NoticeEarly);
        if (!isHere && m_move.kind != MoveKind::OutNotice)
            return;
        // 住民基本台帳法 第23条: within 14 days; 第52条第2項: 過料. A 転出 is noticed before
        // (第24条), and taken for so long after it (JS1 4.1.3.0.1).
        const auto &office =
            m_ground.office ? *m_ground.office : calendar::OfficeCalendar::shipped();
        if (m_move.notifiedOn > calendar::noticeDeadline(m_move.happenedOn, office))
            find(isHere ? MoveRule::NoticeLate : MoveRule::NoticeTooLate);
    }

    /// Who comes, as the 転出証明書 names him.
    void newcomers()
    {
        const auto &newcomers = m_move.newcomers;
        for (qsizetype i = 0; i < std::min(newcomers.size(), m_move.movers.size()); ++i) {
            const Snapshot &newcomer = newcomers.at(i);
            const MemberChange &change = m_move.movers.at(i);
            m_movers.append(&newcomer);
            const Snapshot *known = memberOf(change.person);
            if (known && isPresent(known->state))
                find(MoveRule::AlreadyResident, change.person);
            identity(newcomer);
            relationship(change, newcomer);
            if (m_ground.lookKnown.contains(change.person))
                find(MoveRule::LooksKnown, change.person);
        }
        const QString &former = m_move.formerAddress.municipality;
        if (former.trimmed().isEmpty())
            find(MoveRule::FormerAddressMissing);
        else if (areOne(former, m_move.address.municipality))
            find(MoveRule::FormerAddressHere);
        if (!m_move.certificate)
            find(MoveRule::CertificateMissing);
    }

    /// Two 市区町村, one of them perhaps without its prefecture.
    static bool areOne(const QString &one, const QString &other)
    {
        return !one.isEmpty() && !other.isEmpty() && (one.endsWith(other) || other.endsWith(one));
    }

    /// Full-width katakana (municipal-facts.md 2.4).
    static bool isReading(const QString &kana)
    {
        return std::all_of(kana.begin(), kana.end(), [](QChar c) {
            return (c >= u'ァ' && c <= u'ヺ') || c == u'ー' || c == u'・' || c == u'　';
        });
    }

    void identity(const Snapshot &newcomer)
    {
        const base::PersonId person = newcomer.id.person;
        const PersonName &name = newcomer.name;
        const bool isForeign = newcomer.kind == Kind::Foreign;
        if (isForeign ? fullName(name).trimmed().isEmpty()
                      : name.family.trimmed().isEmpty() || name.given.trimmed().isEmpty())
            find(MoveRule::NameMissing, person);
        for (const Reading *reading :
             {&name.familyReading, &name.givenReading, &name.formerFamilyReading}) {
            if (!reading->kana.isEmpty() && !isReading(reading->kana))
                find(MoveRule::ReadingWrong, person);
        }
        if (newcomer.bornOn.isEmpty())
            find(MoveRule::BirthMissing, person);
        else if (m_move.happenedOn.isValid() && newcomer.bornOn.earliest.isValid() &&
                 newcomer.bornOn.earliest > m_move.happenedOn)
            find(MoveRule::BornLater, person);
        if (!isForeign) {
            if (newcomer.registeredDomicile.trimmed().isEmpty())
                find(MoveRule::DomicileMissing, person);
            return;
        }
        const auto items = newcomer.foreign.value_or(ForeignItems());
        // 住民基本台帳法 第30条の45: only a 中長期在留者 has a 在留資格.
        const bool needsStatus = items.foreignClass == ForeignClass::MidToLongTerm;
        if (items.nationality.trimmed().isEmpty() ||
            (needsStatus && items.statusOfResidence.trimmed().isEmpty()))
            find(MoveRule::StayMissing, person);
        if (items.expiresOn.isValid() && items.expiresOn < m_ground.today)
            find(MoveRule::StayExpired, person);
    }

    void movers()
    {
        for (const MemberChange &change : m_move.movers) {
            const Snapshot *member = memberOf(change.person);
            if (!member) {
                find(MoveRule::NotOfHousehold, change.person);
                continue;
            }
            m_movers.append(member);
            if (!isPresent(member->state)) {
                find(MoveRule::NotResident, change.person);
                continue;
            }
            planned(*member);
            if (member->household != m_move.from.id)
                find(MoveRule::NotOfHousehold, change.person);
            if (m_move.happenedOn.isValid())
                order(*member);
            if (member->foreign && member->foreign->expiresOn.isValid() &&
                member->foreign->expiresOn < m_ground.today)
                find(MoveRule::StayExpired, change.person);
            if (m_traits.place == MoveTraits::Place::Here)
                relationship(change, *member);
        }
    }

    void others()
    {
        for (const MemberChange &change : m_move.others) {
            const Snapshot *member = memberOf(change.person);
            const bool stays =
                member && isPresent(member->state) &&
                (member->household == m_move.from.id || member->household == m_move.to.id) &&
                !m_movers.contains(member);
            if (!stays)
                find(MoveRule::NotOfHousehold, change.person);
            else
                relationship(change, *member);
        }
    }

    /// 転出予定者 may only be removed, or stay after all.
    void planned(const Snapshot &member)
    {
        const bool isPlanned = member.state == State::MoveOutPlanned;
        if (isPlanned && !m_traits.ofPlanned)
            find(MoveRule::MoveOutPlanned, member.id.person);
        if (!isPlanned && m_traits.ofPlanned)
            find(MoveRule::NotPlanned, member.id.person);
        if (!isPlanned || m_move.kind != MoveKind::OutRemoval || !m_move.happenedOn.isValid())
            return;
        // One entry, one day; without a notice of the other city it is the planned one.
        const QDate day = plannedDay(member);
        if (day != plannedDay(*m_movers.first()) ||
            (!isNoticed(m_move) && day != m_move.happenedOn))
            find(MoveRule::NotOnPlannedDay, member.id.person);
    }

    static QDate plannedDay(const Snapshot &member)
    {
        return member.plannedDestination ? member.plannedDestination->on : QDate();
    }

    /// The days of a person stand in their order; what is known of them in part counts from its
    /// first day.
    void order(const Snapshot &member)
    {
        const QDate became = member.becameResident.on.earliest;
        const QDate settled = member.addressSettled.on.earliest;
        if (became.isValid() && m_move.happenedOn < became)
            find(MoveRule::BeforeResident, member.id.person);
        else if (settled.isValid() && m_move.happenedOn < settled)
            find(MoveRule::BeforeAddress, member.id.person);
    }

    /// An old wording that nobody touches may stand.
    void relationship(const MemberChange &change, const Snapshot &member)
    {
        const auto answer = parseRelationship(change.relationship);
        // Written as it is registered; what a clerk typed was made so before.
        if (answer.fault != RelationshipFault::None ||
            relationshipText(answer.value) != change.relationship) {
            const bool isNew = memberOf(change.person) != &member;
            if (isNew || change.relationship != member.relationship)
                find(MoveRule::RelationshipWrong, change.person);
            return;
        }
        // 転居 and 世帯主変更 are two acts (municipal-facts.md 4.8).
        if (isWhole() && change.relationship != member.relationship)
            find(MoveRule::RelationshipChanged, change.person);
        if (contradictsSex(answer.value, member.sex))
            find(MoveRule::SexContradicts, change.person);
    }

    /// The household moves and keeps its number.
    [[nodiscard]] bool isWhole() const
    {
        return m_traits.place == MoveTraits::Place::Here && !m_traits.ofNewcomers &&
               m_move.from.id == m_move.to.id;
    }

    void address()
    {
        const Address &address = m_move.address;
        if (address.town.trimmed().isEmpty() || address.lot.trimmed().isEmpty()) {
            find(MoveRule::AddressMissing);
            return;
        }
        if (address.code.size() != addressCodeLength ||
            address.code.left(cityPart) != m_ground.municipalityCode.left(cityPart))
            find(MoveRule::AddressElsewhere);
        const auto same = [&address](const Address &other) {
            return other.town == address.town && other.lot == address.lot &&
                   other.building == address.building;
        };
        for (const Snapshot *member : std::as_const(m_movers)) {
            if (same(member->address))
                find(MoveRule::AddressUnchanged, member->id.person);
        }
        const bool joins = m_traits.ofNewcomers || m_move.to.id != m_move.from.id;
        const Household *joined = joins ? householdOf(m_move.to.id) : nullptr;
        if (joined && !same(joined->address))
            find(MoveRule::AddressNotHouseholds);
        neighbours();
    }

    /// 市区町村 alone is enough (municipal-facts.md 4.8).
    void destination()
    {
        const QString &there = m_move.address.municipality;
        if (there.trimmed().isEmpty()) {
            if (m_traits.place == MoveTraits::Place::Elsewhere || isNoticed(m_move))
                find(MoveRule::AddressMissing);
            return;
        }
        // The prefecture is not always written.
        const bool isOurs = std::any_of(m_movers.begin(), m_movers.end(), [&](const auto *member) {
            return areOne(member->address.municipality, there);
        });
        if (isOurs)
            find(MoveRule::AddressHere);
        const bool named = std::any_of(there.begin(), there.end(), [](QChar letter) {
            return municipalities.contains(letter);
        });
        if (!named)
            find(MoveRule::AddressAbroad);
    }

    /// Whom a 転出予定 would leave without a head is looked at before it is carried out
    /// (JS1 4.0.4).
    void remaining()
    {
        if (m_move.kind != MoveKind::OutNotice)
            return;
        const bool headGoes =
            std::any_of(m_movers.begin(), m_movers.end(), [this](const Snapshot *member) {
                return member->relationship == headWord && member->household == m_move.from.id;
            });
        const auto left = std::count_if(
            m_ground.members.begin(), m_ground.members.end(), [this](const Snapshot &member) {
                return member.state == State::Resident && member.household == m_move.from.id &&
                       !m_movers.contains(&member);
            });
        if (headGoes && left > 1)
            find(MoveRule::HeadLeaves);
    }

    void neighbours()
    {
        bool others = false;
        bool flats = false;
        for (const Household &household : m_ground.othersThere) {
            if (household.id == m_move.from.id || household.id == m_move.to.id)
                continue;
            others = others || household.address.building == m_move.address.building;
            flats = flats || !household.address.building.isEmpty();
        }
        if (flats && m_move.address.building.trimmed().isEmpty())
            find(MoveRule::BuildingMissing);
        else if (others)
            find(MoveRule::OthersLiveThere);
    }

    void households()
    {
        const bool isHere = m_traits.place == MoveTraits::Place::Here;
        const bool another = m_move.from.id != m_move.to.id;
        const bool whole = isWhole();
        const auto stays = [this](const Snapshot &member) {
            return isPresent(member.state) && member.household == m_move.from.id &&
                   !m_movers.contains(&member);
        };
        if (whole && std::any_of(m_ground.members.begin(), m_ground.members.end(), stays))
            find(MoveRule::PartOfHousehold);
        const auto outcome = outcomeOf(m_move, m_ground.members, m_ground.households, {});
        const auto after = [&](base::HouseholdId id) {
            QList<Snapshot> members;
            for (const Snapshot &state : outcome.states) {
                if (!memberOf(state.id.person) && state.household == id)
                    members.append(state);
            }
            for (const Snapshot &member : m_ground.members) {
                const auto next = std::find_if(outcome.states.begin(), outcome.states.end(),
                                               [&member](const Snapshot &state) {
                                                   return state.id.person == member.id.person;
                                               });
                const Snapshot &now = next == outcome.states.end() ? member : *next;
                if (isPresent(now.state) && now.household == id)
                    members.append(now);
            }
            return members;
        };
        if (isHere && !m_movers.isEmpty())
            heads(after(m_move.to.id), MoveRule::HeadMissing);
        if (another || !isHere)
            heads(after(m_move.from.id), MoveRule::HeadLeaves);
    }

    void heads(const QList<Snapshot> &members, MoveRule none)
    {
        int heads = 0;
        int spouses = 0;
        bool asked = false; // whether this entry says who is the head
        for (const Snapshot &member : members) {
            heads += member.relationship == headWord ? 1 : 0;
            const auto parsed = parseRelationship(member.relationship);
            spouses += parsed.fault == RelationshipFault::None && parsed.value.chain.size() == 1 &&
                               isSpouse(parsed.value.chain.first())
                           ? 1
                           : 0;
            const Snapshot *before = memberOf(member.id.person);
            asked = asked || !before ||
                    (m_traits.ofNewcomers && isMover(m_move, before->id.person)) ||
                    (before && (before->household != member.household ||
                                before->relationship != member.relationship));
        }
        if (heads > 1)
            find(MoveRule::HeadTwice);
        if (heads == 0 && !members.isEmpty() && asked)
            find(none);
        if (spouses > 1)
            find(MoveRule::SpouseTwice);
    }

    void notifier()
    {
        const Notifier &notifier = m_move.notifier;
        const bool agent = notifier.kind == NotifierKind::Agent;
        const bool identified = identify(notifier.documents, m_ground.identityClasses);
        if (!identified && !notifier.questioned)
            find(MoveRule::IdentificationMissing);
        else if (!identified && agent)
            find(MoveRule::AgentQuestioned);
        if (agent && notifier.name.trimmed().isEmpty())
            find(MoveRule::NotifierNameMissing);
        if (agent && !notifier.mandate)
            find(MoveRule::MandateMissing);
    }

    [[nodiscard]] RestrictionLevel level() const
    {
        auto level = RestrictionLevel::None;
        for (const Restriction &restriction : m_ground.restrictions)
            level = std::max(level, restriction.movement);
        return level;
    }

    [[nodiscard]] bool isRestricted() const
    {
        return m_ground.hidden || level() == RestrictionLevel::Stop;
    }

    void protection()
    {
        // Once the protected one has gone, nobody hides who left with her: not carried out either.
        const bool goes = m_move.kind == MoveKind::OutNotice || m_move.kind == MoveKind::OutRemoval;
        if (goes && m_ground.protects)
            find(MoveRule::ProtectedMoveOut);
        if (level() == RestrictionLevel::Alert)
            find(MoveRule::RestrictionAlert);
        if (m_ground.pending)
            find(MoveRule::Pending);
    }

    const Move &m_move;
    const MoveGround &m_ground;
    const MoveTraits &m_traits;
    QList<const Snapshot *> m_movers;
    QList<MoveFinding> m_findings;
};

} // namespace

QString moveRuleName(MoveRule rule)
{
    return rule < MoveRule::Count ? QString::fromLatin1(names.at(std::size_t(rule))) : QString();
}

MoveRule moveRuleFromName(const QString &name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1StringView(names.at(i)))
            return MoveRule(i);
    }
    return MoveRule::Count;
}

QList<MoveFinding> judgeMove(const Move &move, const MoveGround &ground)
{
    return Judging(move, ground).judge();
}

std::optional<MoveFinding> whatStops(const Move &move, const QList<MoveFinding> &findings)
{
    for (const MoveFinding &finding : findings) {
        if (!isAlert(finding.rule) || !move.acknowledged.contains(moveRuleName(finding.rule)))
            return finding;
    }
    return std::nullopt;
}

} // namespace residents
