#include "app/casebook/entering.h"

#include "app/casebook/caseform.h"
#include "base/errorname.h"

#include <algorithm>

using base::ErrorCode;
using base::Result;
using residents::Move;
using namespace Qt::StringLiterals;

namespace casebook {

namespace {

/// The rule or the field is part of what was refused; other details are for the log.
QString refusalOf(const base::Error &error)
{
    const bool named =
        error.code == ErrorCode::MoveRefused || error.code == ErrorCode::EntryIncomplete;
    const QString name = base::errorName(error.code);
    return named && !error.detail.isEmpty() ? name + u' ' + error.detail : name;
}

/// What no case can mean: the office itself does not work.
bool isBroken(ErrorCode code)
{
    return code == ErrorCode::RegisterUnreachable || code == ErrorCode::DiskFull ||
           code == ErrorCode::LogNotWritten || code == ErrorCode::StatementFailed ||
           code == ErrorCode::CacheMissing || code == ErrorCode::CacheDamaged;
}

class Entering final
{
public:
    Entering(const EntryWay &way, CaseResult &result)
        : m_way(way)
        , m_one(way.one)
        , m_result(result)
    {
    }

    Result<> enter()
    {
        const auto visit =
            m_way.clerk.desk()
                .visits()
                .open({.number = u"12"_s, .purpose = u"move"_s, .caller = m_one.caller})
                .result();
        if (!visit)
            return refused(visit.error());
        const bool arrives = residents::traitsOf(m_one.kind).ofNewcomers;
        m_request = {.visit = visit->id,
                     .person = arrives ? base::PersonId() : firstMover(),
                     .reason = m_one.openedFor};
        const auto done = atTheCounter();
        (void)m_way.clerk.desk().writeEntries().end().result();
        (void)m_way.clerk.desk().visits().end(visit->id).result();
        if (!done || m_result.ending != Ending::Provisional || !m_way.checker)
            return done;
        return check();
    }

private:
    [[nodiscard]] base::PersonId firstMover() const
    {
        if (!m_one.movers.isEmpty())
            return m_way.scene.person(m_one.movers.first().role);
        for (const Role &role : m_way.scene.scene().roles) {
            if (role.household == m_one.from)
                return m_way.scene.person(role.name);
        }
        return {};
    }

    Result<> refused(const base::Error &error)
    {
        if (isBroken(error.code))
            return tl::unexpected(error);
        m_result.ending = Ending::RefusedAtDesk;
        m_result.refusal = refusalOf(error);
        return {};
    }

    [[nodiscard]] int versionOf(const SceneState &copy, base::PersonId person) const
    {
        const auto &given = m_way.scene.given;
        const bool isGiven = std::any_of(
            given.begin(), given.end(), [person](const auto &one) { return one.second == person; });
        return std::max(copy.people.value(person.value).id.version, isGiven ? 0 : 1);
    }

    /// Who is new, or not heard of yet at this workstation, gets a number.
    Result<> giveNumbers(const SceneState &copy)
    {
        for (const Said &mover : m_one.movers) {
            const Role *role = m_way.scene.scene().role(mover.role);
            if (!role->isNew() || copy.people.contains(m_way.scene.person(mover.role).value))
                continue;
            const auto number = m_way.clerk.desk().moves().newcomer(m_request).result();
            if (!number)
                return base::fail(number);
            m_way.scene.given.append({mover.role, *number});
        }
        return {};
    }

    QList<residents::MemberChange> changes(const SceneState &copy, const QList<Said> &said) const
    {
        QList<residents::MemberChange> all;
        for (const Said &one : said) {
            const auto person = m_way.scene.person(one.role);
            all.append({.person = person,
                        .baseVersion = versionOf(copy, person),
                        .relationship = one.words});
        }
        return all;
    }

    /// What stands in the form when it is filled in, from what this workstation holds.
    Move form(const SceneState &copy) const
    {
        Move move;
        move.person = firstMover();
        move.kind = m_one.kind;
        move.happenedOn = m_one.happenedOn;
        move.notifiedOn = m_one.notifiedOn;
        move.notifier = m_one.notifier;
        move.paper = u"R8-"_s + QString::number(m_one.line);
        move.from.id = m_way.scene.household(m_one.from);
        move.movers = changes(copy, m_one.movers);
        move.others = changes(copy, m_one.others);
        move.acknowledged = m_one.acknowledged;
        formOf(m_one.kind)->fill(m_one, m_way.scene, move);
        for (residents::HouseholdBase *household : {&move.from, &move.to}) {
            if (household->id.value > 0)
                household->baseVersion =
                    std::max(copy.households.value(household->id.value).version, 1);
        }
        return move;
    }

    Result<> atTheCounter()
    {
        const auto copy = sceneState(m_way.clerk, m_way.scene);
        if (!copy)
            return base::fail(copy);
        desk::MoveDesk &moves = m_way.clerk.desk().moves();
        const bool arrives = residents::traitsOf(m_one.kind).ofNewcomers;
        if (arrives) {
            if (const auto given = giveNumbers(*copy); !given)
                return refused(given.error());
        } else if (const auto opened = moves.household(m_request).result(); !opened) {
            return refused(opened.error());
        }
        const Move move = form(*copy);
        m_result.move = move;
        if (move.to.id.value > 0 && (arrives || move.to.id != move.from.id)) {
            const auto joined = moves.household(m_request, move.to.id).result();
            if (!joined)
                return refused(joined.error());
        }
        if (residents::traitsOf(move.kind).place == residents::MoveTraits::Place::Here) {
            if (const auto place = moves.place(m_request, move.address).result(); !place)
                return refused(place.error());
        }
        const auto findings = moves.judge(m_request, move).result();
        if (!findings)
            return refused(findings.error());
        m_result.findings = *findings;
        if (const auto locked = moves.begin(m_request, move).result(); !locked)
            return refused(locked.error());
        if (const auto done = m_way.beforeFiling(); !done)
            return done;
        const auto filed = moves.file(m_request, move).result();
        return filed ? take(*filed) : refused(filed.error());
    }

    Result<> take(const desk::Filed &filed)
    {
        m_entry = filed.entry;
        switch (filed.state) {
        case desk::ItemState::Provisional:
            m_result.ending = Ending::Provisional;
            return {};
        case desk::ItemState::Conflict:
            m_result.ending = Ending::Conflict;
            return {};
        case desk::ItemState::Refused:
            m_result.ending = Ending::RefusedAtRegister;
            m_result.refusal = refusalOf(m_way.clerk.refusal());
            return {};
        default:
            break;
        }
        return base::fail(ErrorCode::RegisterUnreachable, u"an entry was not sent"_s);
    }

    Result<> check()
    {
        if (const auto done = m_way.beforeCheck(); !done)
            return done;
        if (const auto caught = m_way.checker->catchUp(); !caught)
            return caught;
        desk::CheckDesk &checks = m_way.checker->desk().checks();
        const auto decided = decide(checks);
        if (decided) {
            m_result.ending = m_one.decision == desk::CheckOutcome::Register   ? Ending::Registered
                              : m_one.decision == desk::CheckOutcome::SendBack ? Ending::SentBack
                                                                               : Ending::Withdrawn;
            return {};
        }
        if (isBroken(decided.error().code))
            return decided;
        m_result.refusal = refusalOf(decided.error());
        return {};
    }

    Result<> decide(desk::CheckDesk &checks)
    {
        const auto queue = checks.queue().result();
        if (!queue)
            return base::fail(queue);
        const bool queued = std::any_of(queue->begin(), queue->end(),
                                        [this](const auto &line) { return line.entry == m_entry; });
        if (!queued)
            return base::fail(ErrorCode::EntryUnknown);
        if (const auto opened = checks.open(m_entry).result(); !opened)
            return base::fail(opened);
        const bool back = m_one.decision == desk::CheckOutcome::SendBack;
        return checks.decide(m_entry, m_one.decision, back ? u"届出書と違う"_s : QString())
            .result();
    }

    const EntryWay &m_way;
    const BookCase &m_one;
    CaseResult &m_result;
    desk::EntryRequest m_request;
    qint64 m_entry = 0;
};

} // namespace

Result<> enter(const EntryWay &way, CaseResult &result)
{
    return Entering(way, result).enter();
}

} // namespace casebook
