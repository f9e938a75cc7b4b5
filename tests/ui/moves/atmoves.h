#pragma once

#include "support/answers.h"
#include "support/builders.h"
#include "ui/moves/doors.h"
#include "ui/moves/movepage.h"
#include "ui/widgets/choicelist.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QtTest>

// A desk for 異動 that answers at once and remembers what it was asked.
namespace atmoves {

using support::now;

constexpr base::PersonId father{2000019};
constexpr base::PersonId mother{2000027};
constexpr base::PersonId son{2000035};
constexpr base::HouseholdId home{300001};
constexpr base::HouseholdId there{300019};

inline const QString newTown = QStringLiteral("緑が丘一丁目");

inline residents::Snapshot member(base::PersonId id, QStringView given, QStringView as,
                                  residents::Sex sex)
{
    residents::Snapshot one = support::aPerson(id.value)
                                  .named(u"渡辺", given)
                                  .inHousehold(home.value)
                                  .as(as)
                                  .sex(sex)
                                  .livingAt(u"本町三丁目", u"１番地");
    return one;
}

inline desk::MoveHousehold family()
{
    using residents::Sex;
    const auto head = member(father, u"太郎", u"世帯主", Sex::Male);
    return {.household = {.id = home, .version = 4, .head = father, .address = head.address},
            .members = {head, member(mother, u"和子", u"妻", Sex::Female),
                        member(son, u"健", u"子", Sex::Male)},
            .logRow = 1};
}

inline desk::MoveHousehold neighbours()
{
    residents::Snapshot head = support::aPerson(2000043)
                                   .named(u"新井", u"来太")
                                   .inHousehold(there.value)
                                   .livingAt(newTown, u"２番３号", u"コーポ緑　１０１号室");
    return {
        .household = {.id = there, .version = 2, .head = head.id.person, .address = head.address},
        .members = {head},
        .logRow = 2};
}

/// Everything the page asked, and what it is answered.
struct Asked
{
    QStringList calls;
    QList<residents::Move> judged;
    QList<residents::Move> drafts;
    QList<residents::Move> filed;
    QList<residents::MoveFinding> findings;
    std::optional<base::Error> refusal;         ///< of filing
    std::optional<base::ErrorCode> noHousehold; ///< of opening
    std::optional<base::ErrorCode> noJoining;   ///< of opening another one
    bool reasonNeeded = false;                  ///< somebody of the household is protected
    QStringList reasons;
    desk::Filed outcome{.uuid = QStringLiteral("u-new"),
                        .state = desk::ItemState::Provisional,
                        .reason = {},
                        .entry = 41,
                        .logRow = 3};
    desk::EditStart lock{.registerReached = true, .heldBy = {}};
    desk::OutboxItem draft; ///< what is gone on with
    qint64 lastNumber = 2000100;
    bool noNumbers = false; ///< none in stock, and the register is not reached
    QList<desk::KnownPerson> known;
    QList<residents::Snapshot> lookedUp;
};

inline moves::Doors doors(Asked &asked)
{
    using base::Result;
    using residents::Proposal;
    moves::Doors made;
    made.towns = {
        {QStringLiteral("98201001001"), {}, QStringLiteral("本町一丁目"), text::Numbering::Block},
        {QStringLiteral("98201003001"), QStringLiteral("0000003"), newTown, text::Numbering::Block},
        {QStringLiteral("98201018000"), {}, QStringLiteral("桜町"), text::Numbering::LotNo}};
    made.documents = {{QStringLiteral("driving-licence"), QStringLiteral("運転免許証"), 1},
                      {QStringLiteral("pension-book"), QStringLiteral("年金手帳"), 2},
                      {QStringLiteral("student"), QStringLiteral("学生証"), 2}};
    made.household = [&asked](base::PersonId, const QString &reason) {
        asked.calls.append(QStringLiteral("household"));
        asked.reasons.append(reason);
        if (asked.reasonNeeded && reason.isEmpty())
            return now(Result<desk::MoveHousehold>(base::fail(base::ErrorCode::ReasonMissing)));
        return now(asked.noHousehold ? Result<desk::MoveHousehold>(base::fail(*asked.noHousehold))
                                     : Result<desk::MoveHousehold>(family()));
    };
    made.join = [&asked](base::PersonId, base::HouseholdId household) {
        asked.calls.append(QStringLiteral("join %1").arg(household.value));
        return now(asked.noJoining ? Result<desk::MoveHousehold>(base::fail(*asked.noJoining))
                                   : Result<desk::MoveHousehold>(neighbours()));
    };
    made.place = [&asked](base::PersonId, const residents::Address &address) {
        asked.calls.append(QStringLiteral("place ") + address.town + address.lot);
        desk::PlaceView view;
        view.buildings = {QStringLiteral("コーポ緑　１０１号室"),
                          QStringLiteral("コーポ緑　１０２号室")};
        view.households = {{there, QStringLiteral("新井　来太"), view.buildings.first(), 1}};
        return now(Result<desk::PlaceView>(view));
    };
    made.municipality = QStringLiteral("あさぎり県みどり野市");
    made.newcomer = [&asked] {
        if (asked.noNumbers)
            return now(Result<base::PersonId>(
                base::fail(base::ErrorCode::RegisterUnreachable, QStringLiteral("numbers"))));
        return now(Result<base::PersonId>(base::PersonId{++asked.lastNumber}));
    };
    made.known = [&asked](const residents::Snapshot &newcomer) {
        asked.lookedUp.append(newcomer);
        return now(Result<desk::KnownPeople>({.people = asked.known, .logRow = 4}));
    };
    made.judge = [&asked](base::PersonId, const residents::Move &move) {
        asked.judged.append(move);
        return now(Result<QList<residents::MoveFinding>>(asked.findings));
    };
    entries::Doors &editing = made.editing;
    editing.rights = desk::Rights(desk::Right::EnterMove);
    editing.today = {2026, 11, 2};
    editing.now = [] { return QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC); };
    editing.begin = [&asked](base::PersonId, const Proposal &) {
        asked.calls.append(QStringLiteral("begin"));
        return now(Result<desk::EditStart>(asked.lock));
    };
    editing.end = [&asked] { asked.calls.append(QStringLiteral("end")); };
    editing.keepDraft = [&asked](base::PersonId, const Proposal &proposal, const QString &) {
        asked.drafts.append(std::get<residents::Move>(proposal.entered));
        return now(Result<QString>(QStringLiteral("u-new")));
    };
    editing.file = [&asked](base::PersonId, const Proposal &proposal, const QString &) {
        asked.filed.append(std::get<residents::Move>(proposal.entered));
        return now(asked.refusal
                       ? Result<desk::Filed>(base::fail(asked.refusal->code, asked.refusal->detail))
                       : Result<desk::Filed>(asked.outcome));
    };
    editing.open = [&asked](const QString &) { return now(Result<desk::OutboxItem>(asked.draft)); };
    editing.discard = [&asked](const QString &uuid) {
        asked.calls.append(QStringLiteral("discard ") + uuid);
        return now(Result<>());
    };
    return made;
}

template <typename Field>
Field *part(const moves::MovePage &page, const char *name)
{
    auto *found = page.findChild<Field *>(QLatin1StringView(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

/// As an input method commits it.
inline void write(QWidget *field, const QString &words)
{
    QKeyEvent pressed(QEvent::KeyPress, 0, Qt::NoModifier, words);
    QApplication::sendEvent(field, &pressed);
}

inline void type(QWidget *field, const QString &words)
{
    field->setFocus();
    qobject_cast<QLineEdit *>(field)->clear();
    // A list that opens over the field keeps the focus of this platform's windows.
    if (auto *line = qobject_cast<QLineEdit *>(field); line->completer()) {
        line->setText(words);
        Q_EMIT line->textEdited(words);
    } else {
        write(field, words);
    }
    QTest::qWait(1);
}

inline void show(moves::MovePage &page)
{
    page.resize(1366, 620);
    page.show();
    if (!QTest::qWaitForWindowActive(&page))
        qFatal("the page is not shown");
    page.arrive();
    QTest::qWait(30);
}

/// The 異動処理, from the list of those that can be about this person.
inline void pick(moves::MovePage &page, int index = 0)
{
    part<widgets::ChoiceList>(page, "moveKind")->pick(index);
    QTest::qWait(30);
}

inline std::unique_ptr<moves::MovePage> open(Asked &asked, const QString &draft = {})
{
    auto page = std::make_unique<moves::MovePage>(doors(asked), father, draft);
    show(*page);
    if (draft.isEmpty() && !asked.noHousehold && !asked.reasonNeeded)
        pick(*page);
    return page;
}

/// Days, place and document; who moves is left as it is.
inline void fillIn(const moves::MovePage &page)
{
    type(part<QWidget>(page, "happenedOn"), QStringLiteral("R8.10.30"));
    type(part<QWidget>(page, "town"), newTown);
    type(part<QWidget>(page, "lot"), QStringLiteral("2-3"));
    QTest::keyClick(part<QWidget>(page, "lot"), Qt::Key_Return);
    part<QComboBox>(page, "firstDocument")->setCurrentIndex(1);
}

/// The household that lives at the place is chosen.
inline QComboBox *choose(const moves::MovePage &page, qint64 goal)
{
    auto *box = part<QComboBox>(page, "goal");
    if (!QTest::qWaitFor([&] { return box->findData(goal) >= 0; }))
        qFatal("no such household");
    box->setCurrentIndex(box->findData(goal));
    return box;
}

} // namespace atmoves
