#pragma once

#include "audit/entry.h"
#include "central/centrallink.h"
#include "certificates/request.h"
#include "evidence/row.h"
#include "residents/codec.h"
#include "support/fakeclock.h"
#include "support/trainingplace.h"
#include "tax/codec.h"

#include <algorithm>
#include <functional>

// What the tests of the counter's procedures share: the register as it stands, read from the
// register itself, and somebody at work by a clock that the test holds.
namespace counterwork {

/// A person signed in, in a real office that goes by a clock of the test.
class AtDesk final
{
public:
    /// The door that the office unlocks by: the room's own, or one that a test puts there.
    using DoorOf = std::function<desk::Door &(app::FrontRoom &)>;
    AtDesk(const support::TrainingPlace &place, const QString &user, const DoorOf &doorOf = {})
        : m_clock(base::SystemClock().today())
    {
        auto room = place.frontRoom(user);
        demand(room.has_value(), "no front room");
        m_room = std::move(*room);
        demand(
            QTest::qWaitFor([this] { return card().state == desk::TokenState::Present; }, 20'000),
            "no card");
        const app::Credential mine = place.credential(user);
        const auto proved =
            m_room->door().prove(app::toSecret(mine.password), app::toSecret(mine.pin));
        demand(proved.has_value(), "not proved");
        auto desk =
            app::Office::open(*proved, {.settings = m_room->settings(),
                                        .clock = m_clock,
                                        .doorLog = m_room->doorLog(),
                                        .press = m_room->press(),
                                        .door = doorOf ? &doorOf(*m_room) : &m_room->door()});
        demand(desk.has_value(), "no office");
        m_desk = *desk;
        demand(office().waitForCache().has_value(), "no cache");
    }

    [[nodiscard]] desk::Desk &desk() { return *m_desk; }
    [[nodiscard]] app::Office &office() { return app::Office::of(*m_desk); }
    [[nodiscard]] support::FakeClock &clock() { return m_clock; }
    [[nodiscard]] desk::TokenView card() const { return m_room->door().token(); }
    [[nodiscard]] QString station() const { return m_room->settings().stationId; }

    /// A visit that is open; certificates are its purpose, or what else this person works at.
    [[nodiscard]] desk::VisitId visit(const QString &number = QStringLiteral("12"))
    {
        desk::Purpose purpose{.code = QStringLiteral("certificate"), .words = {}};
        const QList<desk::Purpose> offered = m_desk->visits().purposes();
        demand(!offered.isEmpty(), "no purposes");
        if (std::none_of(offered.begin(), offered.end(),
                         [&purpose](const auto &one) { return one.code == purpose.code; }))
            purpose = offered.first();
        const auto opened =
            support::waited(m_desk->visits().open({.number = number, .purpose = purpose.code}));
        demand(opened.has_value(), "no visit");
        return opened->id;
    }

    /// All rows of the log.
    [[nodiscard]] QList<evidence::Row> rows()
    {
        const auto stored =
            office().withJournal([](journal::Journal &journal) { return journal.rows(1, 5000); });
        demand(stored.has_value(), "no rows");
        QList<evidence::Row> rows;
        for (const journal::StoredRow &one : *stored) {
            const auto row = evidence::decode(one.body);
            demand(row.has_value(), "a row that cannot be read");
            rows.append(*row);
        }
        return rows;
    }
    /// Those written since it was last called.
    [[nodiscard]] QList<evidence::Row> newRows()
    {
        const QList<evidence::Row> all = rows();
        const QList<evidence::Row> fresh = all.mid(m_seen);
        m_seen = all.size();
        return fresh;
    }
    void forgetRows() { (void)newRows(); }

private:
    static void demand(bool holds, const char *what)
    {
        if (!holds)
            qFatal("%s", what);
    }
    support::FakeClock m_clock;
    std::unique_ptr<app::FrontRoom> m_room;
    std::shared_ptr<desk::Desk> m_desk;
    qsizetype m_seen = 0;
};

/// What the register holds, and the key that opens the log's sealed details: as a supervisor gets
/// them from the register, past the cache.
class City final
{
public:
    void read(AtDesk &supervisor)
    {
        central::CentralLink &link = supervisor.office().link();
        const auto pair = link.logKeyPair();
        if (!pair)
            qFatal("no log key");
        m_logKey = *pair;
        each(link, central::Table::Person, [this](const QByteArray &body) {
            if (const auto person = residents::decodeSnapshot(body))
                m_people.append(*person);
        });
        each(link, central::Table::FormerSnapshot, [this](const QByteArray &body) {
            if (const auto state = residents::decodeSnapshot(body))
                m_former.append(*state);
        });
        each(link, central::Table::Restriction, [this](const QByteArray &body) {
            if (const auto restriction = residents::decodeRestriction(body))
                m_restrictions.append(*restriction);
        });
        each(link, central::Table::Assessment, [this](const QByteArray &body) {
            if (const auto assessment = tax::decodeAssessment(body))
                m_assessments.append(*assessment);
        });
        each(link, central::Table::Ledger, [this](const QByteArray &body) {
            if (const auto row = tax::decodeLedgerRow(body))
                m_ledger.append(*row);
        });
        if (m_people.isEmpty() || m_former.isEmpty() || m_restrictions.isEmpty())
            qFatal("the register is empty");
        m_today = supervisor.clock().today();
    }

    [[nodiscard]] const QList<residents::Snapshot> &people() const { return m_people; }
    [[nodiscard]] const QList<residents::Snapshot> &former() const { return m_former; }
    [[nodiscard]] const QList<tax::Assessment> &assessments() const { return m_assessments; }
    [[nodiscard]] const QList<tax::LedgerRow> &ledger() const { return m_ledger; }
    [[nodiscard]] QList<residents::Snapshot> present(base::HouseholdId household) const
    {
        QList<residents::Snapshot> members;
        for (const auto &person : m_people) {
            if (person.household == household && residents::isPresent(person.state))
                members.append(person);
        }
        return members;
    }
    [[nodiscard]] const residents::Snapshot &person(base::PersonId id) const
    {
        const auto found = std::find_if(m_people.begin(), m_people.end(),
                                        [id](const auto &one) { return one.id.person == id; });
        if (found == m_people.end())
            qFatal("nobody of that number");
        return *found;
    }
    /// Any 抑止 at all on him, his household or somebody in it, ended or not.
    [[nodiscard]] bool isTouched(const residents::Snapshot &person) const
    {
        return std::any_of(m_restrictions.begin(), m_restrictions.end(), [&](const auto &one) {
            return one.household == person.household || one.person == person.id.person ||
                   (one.person.value > 0 && this->person(one.person).household == person.household);
        });
    }
    /// One that is in force: 支援措置 of this one person, who lives with others.
    [[nodiscard]] residents::Snapshot aProtected() const
    {
        for (const auto &one : m_restrictions) {
            if (one.person.value == 0 || one.kind != residents::RestrictionKind::Support ||
                !one.hidesAddress || !residents::isInForce(one, m_today))
                continue;
            const residents::Snapshot &subject = person(one.person);
            if (present(subject.household).size() > 1 && residents::isPresent(subject.state))
                return subject;
        }
        qFatal("nobody is protected");
    }
    /// Ordinary members of a household that nothing touches, at least so many of them.
    [[nodiscard]] QList<residents::Snapshot> anOrdinaryHousehold(int least) const
    {
        for (const auto &one : m_people) {
            const auto members = present(one.household);
            const bool ordinary =
                members.size() >= least && !isTouched(one) &&
                std::all_of(members.begin(), members.end(), [](const auto &member) {
                    return member.state == residents::State::Resident &&
                           member.kind == residents::Kind::Japanese && member.bornOn.isDay() &&
                           !isWithoutGlyph(member);
                });
            if (ordinary)
                return members;
        }
        qFatal("no such household");
    }
    /// U+31350 in the name: no registered font has it (models/democity/README.md).
    [[nodiscard]] static bool isWithoutGlyph(const residents::Snapshot &person)
    {
        const char32_t missing = 0x31350;
        const QString sign = QString::fromUcs4(&missing, 1);
        return person.name.family.contains(sign) || person.name.given.contains(sign);
    }

    [[nodiscard]] audit::Details opened(const evidence::Row &row) const
    {
        const auto message = base::crypto::openSealed(m_logKey, audit::sealedMessage(row.sealed));
        if (!message)
            return {};
        const auto details = audit::readDetails(row.sealed, *message);
        return details ? details->details : audit::Details{};
    }

private:
    template <typename Take>
    static void each(central::CentralLink &link, central::Table table, Take take)
    {
        central::ChunkRequest request{.table = table, .after = {}, .limit = 2000};
        for (bool last = false; !last;) {
            const auto chunk = link.chunk(request);
            if (!chunk)
                qFatal("no chunk");
            for (const central::Row &row : chunk->rows)
                take(row.body);
            last = chunk->last || chunk->rows.isEmpty();
            if (!chunk->rows.isEmpty())
                request.after = chunk->rows.last().key;
        }
    }

    QList<residents::Snapshot> m_people;
    QList<residents::Snapshot> m_former;
    QList<residents::Restriction> m_restrictions;
    QList<tax::Assessment> m_assessments;
    QList<tax::LedgerRow> m_ledger;
    base::crypto::KeyPair m_logKey;
    QDate m_today;
};

/// 氏名 as 住民票 bears it.
[[nodiscard]] inline QString nameOf(const residents::Snapshot &person)
{
    return person.name.given.isEmpty() ? person.name.family
                                       : person.name.family + u'　' + person.name.given;
}
/// 住所 with 方書.
[[nodiscard]] inline QString addressOf(const residents::Snapshot &person)
{
    const residents::Address &address = person.address;
    return address.municipality + address.town + address.lot + address.building;
}

/// An application at the counter by a person himself, with a driving licence.
[[nodiscard]] inline certificates::Request anApplication(const QList<residents::Snapshot> &for_,
                                                         int copies = 1)
{
    certificates::Request request;
    request.household = for_.first().household;
    for (const auto &person : for_)
        request.persons.append(person.id.person);
    request.identification.documents = {QStringLiteral("driving-licence")};
    request.copies = copies;
    return request;
}

} // namespace counterwork
