#include "app/casebook/caseresult.h"

#include "app/casebook/caseform.h"

#include <algorithm>

using residents::Snapshot;
using namespace Qt::StringLiterals;

namespace casebook {

namespace {

const auto headWord = u"世帯主"_s;

QString orNothing(const QString &words)
{
    return words.isEmpty() ? u"nothing"_s : words;
}

class Comparing final
{
public:
    Comparing(const BookCase &expected, const CaseResult &got, PlacedScene &scene)
        : m_expected(expected)
        , m_got(got)
        , m_scene(scene)
    {
    }

    QStringList compare()
    {
        nameNewHouseholds();
        compare(u"state"_s, endingWord(m_expected.ending), endingWord(m_got.ending));
        compare(u"refusal"_s, m_expected.refusal, m_got.refusal);
        findings();
        history();
        notices();
        households();
        rows();
        people();
        return m_differences;
    }

private:
    void compare(const QString &what, const QString &expected, const QString &got)
    {
        if (expected != got)
            m_differences.append(
                u"%1: expected %2, got %3"_s.arg(what, orNothing(expected), orNothing(got)));
    }
    void wrong(const QString &what) { m_differences.append(what); }

    void nameNewHouseholds()
    {
        for (auto at = m_got.after.households.cbegin(); at != m_got.after.households.cend(); ++at) {
            if (m_scene.householdName(at->id).isEmpty())
                m_scene.nameNew(at->id);
        }
    }

    /// In the order of the rules. Who is meant counts where the book says it.
    void findings()
    {
        QStringList got;
        QStringList loose = m_expected.findings;
        for (const residents::MoveFinding &one : m_got.findings) {
            const QString name = residents::moveRuleName(one.rule);
            const QString role = m_scene.roleOf(one.person);
            const QString full = role.isEmpty() ? name : name + u':' + role;
            const bool said = loose.contains(full) || !loose.contains(name);
            loose.removeOne(said ? full : name);
            got.append(said ? full : name);
        }
        QStringList expected = m_expected.findings;
        std::sort(expected.begin(), expected.end());
        std::sort(got.begin(), got.end());
        compare(u"findings"_s, expected.join(u' '), got.join(u' '));
    }

    void history()
    {
        QStringList expected;
        for (const Said &one : m_expected.history)
            expected.append(one.role + u':' + one.words);
        std::sort(expected.begin(), expected.end());
        compare(u"history"_s, expected.join(u' '), historyWords(m_got, m_scene));
    }

    /// Each names a row that this case wrote.
    void notices()
    {
        QStringList expected;
        for (const Said &one : m_expected.notices)
            expected.append(one.role + u':' + one.words);
        QStringList got;
        for (const central::OutboundNotice &one : m_got.notices) {
            got.append(m_scene.roleOf(one.person) + u':' + central::noticeName(one.kind));
            const auto row =
                std::find_if(m_got.rows.begin(), m_got.rows.end(), [&one](const auto &state) {
                    return state.id == base::SnapshotId{one.person, one.version};
                });
            if (row == m_got.rows.end())
                wrong(u"notice of %1: no row of 履歴番号 %2"_s.arg(m_scene.roleOf(one.person))
                          .arg(one.version));
        }
        std::sort(expected.begin(), expected.end());
        std::sort(got.begin(), got.end());
        compare(u"notices"_s, expected.join(u' '), got.join(u' '));
    }

    /// "new: 父=世帯主 母=妻", and where it is.
    [[nodiscard]] QString members(const SceneState &state, base::HouseholdId id) const
    {
        QStringList members;
        for (const base::PersonId person : state.members.value(id.value))
            members.append(m_scene.roleOf(person) + u'=' +
                           state.people.value(person.value).relationship);
        return members.isEmpty() ? u"-"_s : members.join(u' ');
    }
    [[nodiscard]] static QString members(const HouseholdAfter &household)
    {
        QStringList members;
        for (const Said &one : household.members)
            members.append(one.role + u'=' + one.words);
        return members.isEmpty() ? u"-"_s : members.join(u' ');
    }

    void households()
    {
        QStringList told;
        for (const HouseholdAfter &household : m_expected.afterwards) {
            const auto id = m_scene.household(household.name);
            told.append(household.name);
            if (!m_got.after.households.contains(id.value)) {
                wrong(u"household %1: it is not there"_s.arg(household.name));
                continue;
            }
            QString place = household.place;
            if (place.isEmpty() && m_got.before.households.contains(id.value))
                place = placeOf(m_got.before, id);
            else if (place.isEmpty())
                place = m_scene.placeName(m_got.move.address);
            compare(u"household "_s + household.name, members(household), members(m_got.after, id));
            compare(u"place of household "_s + household.name, place, placeOf(m_got.after, id));
        }
        for (const residents::Household &one : m_got.after.households) {
            const QString name = m_scene.householdName(one.id);
            if (told.contains(name))
                continue;
            if (!m_got.before.households.contains(one.id.value)) {
                wrong(u"household %1: not in the book"_s.arg(name));
                continue;
            }
            compare(u"household "_s + name, members(m_got.before, one.id),
                    members(m_got.after, one.id));
            compare(u"place of household "_s + name, placeOf(m_got.before, one.id),
                    placeOf(m_got.after, one.id));
        }
    }
    [[nodiscard]] QString placeOf(const SceneState &state, base::HouseholdId id) const
    {
        return m_scene.placeName(state.households.value(id.value).address);
    }

    /// 異動日 of the rows: that of the entry, but a 転出 that was noticed of counts from the
    /// earlier of the planned day and the one in the 転入通知 (JS1 1.1.5).
    [[nodiscard]] QDate rowDay() const
    {
        QDate day = m_got.move.happenedOn;
        if (m_got.move.kind != residents::MoveKind::OutRemoval)
            return day;
        for (const residents::MemberChange &mover : m_got.move.movers) {
            const auto planned = m_got.before.people.value(mover.person.value).plannedDestination;
            if (planned && planned->on.isValid())
                day = std::min(day, planned->on);
        }
        return day;
    }

    /// What each new row may change, and its three dates (municipal-facts.md 4.6).
    void rows()
    {
        QMap<qint64, Snapshot> before = m_got.before.people;
        for (const Snapshot &row : m_got.rows) {
            const Snapshot was = before.value(row.id.person.value);
            before.insert(row.id.person.value, row);
            const QString role = m_scene.roleOf(row.id.person);
            const bool moves = residents::isMover(m_got.move, row.id.person);
            const QStringList items = moves
                                          ? formOf(m_expected.kind)->unlawful(was, row, m_got.move)
                                          : unlawfulHeadChange(was, row);
            for (const QString &item : items)
                wrong(u"%1: %2 is not as the law has it after this 異動"_s.arg(role, item));
            if (row.movement.happenedOn != calendar::PartialDate::on(rowDay()) ||
                row.movement.notifiedOn != m_got.move.notifiedOn)
                wrong(u"%1: 異動日 or 届出日 of the new row"_s.arg(role));
            if (row.movement.processedOn != m_expected.today)
                wrong(u"%1: 処理日 is not the register's day"_s.arg(role));
            if (row.movement.enteredBy != m_expected.enters)
                wrong(u"%1: the new row names somebody else as who entered it"_s.arg(role));
        }
    }

    /// 世帯主, 世帯主名 and 住所 stand twice: with the household and with each member.
    void people()
    {
        for (const residents::Household &household : m_got.after.households) {
            const QString name = m_scene.householdName(household.id);
            Snapshot head;
            for (const base::PersonId person : m_got.after.members.value(household.id.value)) {
                const Snapshot &member = m_got.after.people[person.value];
                if (member.relationship == headWord)
                    head = member;
            }
            compare(u"世帯主 of household "_s + name, m_scene.roleOf(head.id.person),
                    m_scene.roleOf(household.head));
            for (const base::PersonId person : m_got.after.members.value(household.id.value)) {
                const Snapshot &member = m_got.after.people[person.value];
                const QString role = m_scene.roleOf(person);
                compare(u"世帯主名 of "_s + role, residents::fullName(head.name), member.headName);
                compare(u"住所 of "_s + role, m_scene.placeName(household.address),
                        m_scene.placeName(member.address));
            }
        }
    }

    const BookCase &m_expected;
    const CaseResult &m_got;
    PlacedScene &m_scene;
    QStringList m_differences;
};

} // namespace

QString historyWords(const CaseResult &got, const PlacedScene &scene)
{
    QStringList rows;
    for (const Snapshot &row : got.rows)
        rows.append(scene.roleOf(row.id.person) + u':' +
                    residents::movementReasonName(row.movement.reason));
    std::sort(rows.begin(), rows.end());
    return rows.join(u' ');
}

QStringList differences(const BookCase &expected, const CaseResult &got, PlacedScene &scene)
{
    return Comparing(expected, got, scene).compare();
}

} // namespace casebook
