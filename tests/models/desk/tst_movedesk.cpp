// links: madoguchi_app
#include "models/desk/moveworld.h"

using namespace moveworld;

/// 転居 at the counter: who is opened and logged, what the rules look at, what is filed.
class TestMoveDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theHouseholdIsOpenedWhole();
    void withoutTheRightNobodyIsShown();
    void noticeIsNotTakenByTelephone();
    void aProtectedMemberNeedsRightAndReason();
    void whoHidesIsNotAtThePlace();
    void thePlaceNamesItsHeads();
    void theTownsAreThoseOfTheTable();
    void theRulesLookAtWhatStands();
    void theRulesLookAtTheDaysTable();
    void neighboursAreAnAlert();
    void theLockCoversEverybodyAndBothHouseholds();
    void onlyALockOfThisMoveIsBroken();
    void aNewHouseholdIsGivenANumber();
    void filingIsAboutEverybody();
    void whatARuleStopsIsNotFiled();
    void anAlertHasToBeRead();
    void numbersAreKeptForWorkWithoutTheRegister();
    void withoutANumberNothingIsFiled();
    void whatIsFiledHereHoldsThem();
    void theRecordSaysThatOneWaits();
    void aRestrictionOnAMoverStops();

private:
    void clerk(Rights rights);
    [[nodiscard]] desk::EntryRequest at(desk::Caller caller = desk::Caller::Self,
                                        const QString &reason = {})
    {
        return m_place->request(people::father, caller, reason);
    }
    [[nodiscard]] desk::MoveDesk &moves() { return m_place->desk().moves(); }
    std::unique_ptr<WritingPlace> m_place;
};

void TestMoveDesk::init()
{
    clerk(Rights(Right::Search) | Right::EnterMove | Right::BreakLock | Right::IssueCertificate);
}

void TestMoveDesk::clerk(Rights rights)
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>(world(), rights);
}

void TestMoveDesk::theHouseholdIsOpenedWhole()
{
    const auto opened = moves().household(at()).result();
    QVERIFY(opened);
    QCOMPARE(opened->household.id.value, 1);
    QCOMPARE(opened->members.size(), 3);
    QCOMPARE(opened->members.first().id.person.value, people::father);
    const auto row = m_place->place().newRows().last();
    QCOMPARE(row.number, opened->logRow);
    QCOMPARE(row.procedure, QStringLiteral("MoveHousehold"));
    QCOMPARE(personsOf(row), theFamily);
}

void TestMoveDesk::withoutTheRightNobodyIsShown()
{
    clerk(Rights(Right::Search) | Right::WriteNote);
    const auto request = at();
    QCOMPARE(codeOf(moves().household(request).result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(moves().place(request, newHome()).result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(moves().judge(request, theParents()).result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(moves().begin(request, theParents()).result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(moves().file(request, theParents()).result()), ErrorCode::RightMissing);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 5);
    for (const auto &row : rows)
        QCOMPARE(row.outcome, audit::Outcome::Refused);
    QVERIFY(m_place->reg().submitted.isEmpty());
    QVERIFY(m_place->reg().locked.isEmpty());
}

void TestMoveDesk::noticeIsNotTakenByTelephone()
{
    const auto request = at(desk::Caller::Telephone);
    QCOMPARE(codeOf(moves().household(request).result()), ErrorCode::CallerUnknown);
    QCOMPARE(codeOf(moves().file(request, theParents()).result()), ErrorCode::CallerUnknown);
    QVERIFY(m_place->reg().submitted.isEmpty());
}

void TestMoveDesk::aProtectedMemberNeedsRightAndReason()
{
    const auto hers = [this](const QString &reason = {}) {
        return m_place->request(people::housemate, desk::Caller::Self, reason);
    };
    QCOMPARE(codeOf(moves().household(hers()).result()), ErrorCode::RestrictedRecord);
    // Nor is her household opened to be joined.
    QCOMPARE(codeOf(moves().household(at(), {people::hidden}).result()),
             ErrorCode::RestrictedRecord);
    clerk(Rights(Right::Search) | Right::EnterMove | Right::OpenRestricted);
    QCOMPARE(codeOf(moves().household(hers()).result()), ErrorCode::ReasonMissing);
    QVERIFY(moves().household(hers(QStringLiteral("転居届"))).result());
    QCOMPARE(m_place->place().newRows().last().reason, QStringLiteral("OpenRestricted"));
}

void TestMoveDesk::whoHidesIsNotAtThePlace()
{
    for (const bool mayOpen : {false, true}) {
        clerk(mayOpen ? Rights(Right::Search) | Right::EnterMove | Right::OpenRestricted
                      : Rights(Right::Search) | Right::EnterMove);
        const auto place = moves().place(at(), newHome()).result();
        QVERIFY(place);
        QCOMPARE(place->households.size(), 1);
        QCOMPARE(place->households.first().id.value, people::newcomer);
        QCOMPARE(place->buildings, QStringList{QStringLiteral("コーポ緑　１０１号室")});
    }
}

void TestMoveDesk::thePlaceNamesItsHeads()
{
    const auto place = moves().place(at(), newHome()).result();
    QVERIFY(place);
    QCOMPARE(place->households.first().headName, QStringLiteral("新井　来太"));
    const auto row = m_place->place().newRows().last();
    QCOMPARE(row.number, place->logRow);
    QCOMPARE(row.procedure, QStringLiteral("MovePlace"));
    QCOMPARE(personsOf(row), QList<qint64>{people::newcomer});
    // Without a lot nobody is looked for.
    residents::Address town = newHome();
    town.lot.clear();
    const auto none = moves().place(at(), town).result();
    QVERIFY(none);
    QVERIFY(none->households.isEmpty());
}

void TestMoveDesk::theTownsAreThoseOfTheTable()
{
    const auto towns = moves().towns();
    const auto found = std::find_if(towns.begin(), towns.end(),
                                    [](const auto &town) { return town.name == newTown; });
    QVERIFY(found != towns.end());
    QCOMPARE(found->code, QStringLiteral("98201003001"));
    QCOMPARE(found->numbering, text::Numbering::Block);
}

void TestMoveDesk::theRulesLookAtWhatStands()
{
    QCOMPARE(rulesOf(moves().judge(at(), theParents()).result()), QStringList());
    Move late = theParents();
    late.happenedOn = QDate(2026, 10, 1);
    late.notifier.documents.clear();
    QCOMPARE(rulesOf(moves().judge(at(), late).result()),
             (QStringList{QStringLiteral("IdentificationMissing"), QStringLiteral("NoticeLate")}));
    // As an empty form.
    Move empty;
    empty.person = {people::father};
    empty.from = {.id = {1}, .baseVersion = 1};
    QVERIFY(rulesOf(moves().judge(at(), empty).result()).contains(QStringLiteral("MoversMissing")));
}

/// municipal-facts.md 5.4: one document of class 1, or two of class 2.
void TestMoveDesk::theRulesLookAtTheDaysTable()
{
    QStringList ones;
    QStringList twos;
    for (const auto &document : moves().documents())
        (document.kind == 1 ? ones : twos).append(document.code);
    QVERIFY(!ones.isEmpty());
    QVERIFY(twos.size() >= 2);
    Move move = theParents();
    const auto fault = QStringLiteral("IdentificationMissing");
    move.notifier.documents = {ones.first()};
    QVERIFY(!rulesOf(moves().judge(at(), move).result()).contains(fault));
    move.notifier.documents = {twos.first()};
    QVERIFY(rulesOf(moves().judge(at(), move).result()).contains(fault));
    move.notifier.documents = twos.first(2);
    QVERIFY(!rulesOf(moves().judge(at(), move).result()).contains(fault));
}

void TestMoveDesk::neighboursAreAnAlert()
{
    Move move = theParents();
    move.address = newHome({});
    QCOMPARE(rulesOf(moves().judge(at(), move).result()),
             QStringList{QStringLiteral("BuildingMissing")});
    move.address = newHome(QStringLiteral("コーポ緑　１０１号室"));
    QCOMPARE(rulesOf(moves().judge(at(), move).result()),
             QStringList{QStringLiteral("OthersLiveThere")});
    // Who hides is no neighbour: an alert would tell where she lives.
    move.address = newHome(QStringLiteral("コーポ緑　１０２号室"));
    QCOMPARE(rulesOf(moves().judge(at(), move).result()), QStringList());
}

void TestMoveDesk::theLockCoversEverybodyAndBothHouseholds()
{
    Move move = theParents();
    move.to = {.id = {people::newcomer}, .baseVersion = 1};
    move.address = newHome(QStringLiteral("コーポ緑　１０１号室"));
    const auto started = moves().begin(at(), move).result();
    QVERIFY(started);
    QVERIFY(started->registerReached);
    using Kind = central::LockKey::Kind;
    for (const auto &key :
         {central::LockKey{Kind::Household, 1}, central::LockKey{Kind::Household, people::newcomer},
          central::LockKey{Kind::Person, people::father},
          central::LockKey{Kind::Person, people::mother}})
        QVERIFY2(m_place->reg().locked.contains(key), qPrintable(QString::number(key.id)));
    // A household that has no number yet is nobody's.
    m_place->reg().locked.clear();
    QVERIFY(moves().begin(at(), theParents()).result());
    QCOMPARE(m_place->reg().locked.size(), 3);
}

void TestMoveDesk::onlyALockOfThisMoveIsBroken()
{
    using Kind = central::LockKey::Kind;
    const auto reason = QStringLiteral("本人が窓口で待っている");
    const auto broken = [&](central::LockKey key, const QString &why) {
        return codeOf(moves().breakLock(at(), theParents(), key, why).result());
    };
    QCOMPARE(broken({Kind::Person, people::newcomer}, reason), ErrorCode::EntryIncomplete);
    QCOMPARE(broken({Kind::Person, people::mother}, {}), ErrorCode::ReasonMissing);
    QVERIFY(m_place->reg().broken.isEmpty());
    QVERIFY(moves().breakLock(at(), theParents(), {Kind::Person, people::mother}, reason).result());
    QCOMPARE(m_place->reg().broken.size(), 1);
    const auto row = m_place->place().newRows().last();
    QCOMPARE(row.procedure, QStringLiteral("BreakLock"));
    QCOMPARE(personsOf(row), theFamily);
}

void TestMoveDesk::aNewHouseholdIsGivenANumber()
{
    const auto filed = moves().file(at(), theParents()).result();
    QVERIFY(filed);
    QCOMPARE(m_place->reg().submitted.size(), 1);
    const auto sent = std::get<Move>(m_place->reg().submitted.first().proposal.entered);
    QVERIFY(sent.to.id.value > 0);
    QCOMPARE(sent.to.baseVersion, 0);
    // Each has its own.
    Move other = theParents();
    other.movers = {as(people::child, QStringLiteral("世帯主"))};
    other.person = {people::child};
    m_place->reg().answer = [](const auto &) {
        return central::SubmissionAnswer{
            .verdict = central::Verdict::Provisional, .feedNumber = 200, .entry = 90};
    };
    QVERIFY(moves().file(at(), other).result());
    const auto second = std::get<Move>(m_place->reg().submitted.last().proposal.entered);
    QVERIFY(second.to.id != sent.to.id);
}

void TestMoveDesk::filingIsAboutEverybody()
{
    const auto filed = moves().file(at(), theParents()).result();
    QVERIFY(filed);
    QCOMPARE(filed->state, ItemState::Provisional);
    QVERIFY(filed->entry > 0);
    const auto rows = m_place->place().newRows();
    const auto row = std::find_if(rows.begin(), rows.end(), [&filed](const auto &one) {
        return one.number == filed->logRow;
    });
    QVERIFY(row != rows.end());
    QCOMPARE(row->procedure, QStringLiteral("EnterMove"));
    QCOMPARE(row->operation, audit::Operation::Register);
    QCOMPARE(personsOf(*row), theFamily);
    const auto item = m_place->item(filed->uuid);
    QCOMPARE(item.kind, int(residents::EntryKind::Move));
    QCOMPARE(item.person, people::father);
}

void TestMoveDesk::whatARuleStopsIsNotFiled()
{
    const auto draft =
        m_place->desk()
            .writeEntries()
            .keepDraft(at(), {.entered = theParents(), .baseVersion = 0, .reason = {}})
            .result();
    QVERIFY(draft);
    Move wrong = theParents();
    wrong.movers.last().relationship = QStringLiteral("世帯主");
    const auto refused = moves().file(at(), wrong, *draft).result();
    QCOMPARE(codeOf(refused), ErrorCode::MoveRefused);
    QCOMPARE(refused.error().detail, QStringLiteral("HeadTwice"));
    QVERIFY(m_place->reg().submitted.isEmpty());
    QCOMPARE(m_place->item(*draft).state, ItemState::Draft);
    // And goes out of the same draft when it is right.
    const auto filed = moves().file(at(), theParents(), *draft).result();
    QVERIFY(filed);
    QCOMPARE(filed->uuid, *draft);
}

void TestMoveDesk::anAlertHasToBeRead()
{
    Move late = theParents();
    late.happenedOn = QDate(2026, 10, 1);
    const auto refused = moves().file(at(), late).result();
    QCOMPARE(codeOf(refused), ErrorCode::MoveRefused);
    QCOMPARE(refused.error().detail, QStringLiteral("NoticeLate"));
    late.acknowledged = {QStringLiteral("NoticeLate")};
    QVERIFY(moves().file(at(), late).result());
}

void TestMoveDesk::numbersAreKeptForWorkWithoutTheRegister()
{
    QVERIFY(moves().begin(at(), theParents()).result());
    m_place->reg().reached = false;
    const auto started = moves().begin(at(), theParents()).result();
    QVERIFY(started);
    QVERIFY(!started->registerReached);
    const auto filed = moves().file(at(), theParents()).result();
    QVERIFY(filed);
    QCOMPARE(filed->state, ItemState::Filed);
}

void TestMoveDesk::withoutANumberNothingIsFiled()
{
    m_place->reg().reached = false;
    const auto filed = moves().file(at(), theParents()).result();
    QCOMPARE(codeOf(filed), ErrorCode::RegisterUnreachable);
    QCOMPARE(filed.error().detail, QStringLiteral("numbers"));
    QVERIFY(m_place->place().items().isEmpty());
    // A household that stays what it is needs none.
    Move whole = theParents();
    whole.to = whole.from;
    whole.movers.append(as(people::child, QStringLiteral("子")));
    QVERIFY(moves().file(at(), whole).result());
}

void TestMoveDesk::whatIsFiledHereHoldsThem()
{
    QVERIFY(moves().begin(at(), theParents()).result());
    m_place->reg().reached = false;
    QVERIFY(moves().file(at(), theParents()).result());
    Move other = theParents();
    other.movers = {as(people::child, QStringLiteral("世帯主"))};
    other.person = {people::child};
    QVERIFY(rulesOf(moves().judge(at(), other).result()).contains(QStringLiteral("Pending")));
    const auto refused = moves().file(at(), other).result();
    QCOMPARE(codeOf(refused), ErrorCode::MoveRefused);
    QCOMPARE(refused.error().detail, QStringLiteral("Pending"));
}

/// design.md 2: everybody else sees the former state, and that something waits.
void TestMoveDesk::theRecordSaysThatOneWaits()
{
    const auto record = [this](qint64 person) {
        const auto view =
            m_place->desk()
                .viewRecords()
                .resident(m_place->place().visit(QStringLiteral("inquiry")), {person}, {})
                .result();
        return view ? std::optional(*view) : std::nullopt;
    };
    QVERIFY(!record(people::mother)->moveWaits);
    QVERIFY(moves().begin(at(), theParents()).result());
    m_place->reg().reached = false;
    QVERIFY(moves().file(at(), theParents()).result());
    // Of who moves and of who stays in the household; at the register as here.
    for (const qint64 person : theFamily) {
        QVERIFY(record(person)->moveWaits);
        QCOMPARE(record(person)->record.snapshot.address.town, homeTown);
    }
    QVERIFY(!record(people::newcomer)->moveWaits);
    // Papers show it too, and say so.
    const auto paper = [this](qint64 household, qint64 person) {
        certificates::Request request;
        request.household = {household};
        request.persons = {{person}};
        request.requester = certificates::RequesterKind::Self;
        request.identification.documents = {QStringLiteral("driving-licence")};
        const auto preview =
            m_place->desk()
                .certificates()
                .preview(m_place->place().visit(QStringLiteral("certificate")), request)
                .result();
        QStringList rules;
        for (const auto &warning : preview ? preview->warnings : QList<certificates::Finding>())
            rules.append(warning.rule);
        return preview ? rules : QStringList{QStringLiteral("no preview")};
    };
    QCOMPARE(paper(1, people::child), QStringList{QStringLiteral("仮登録")});
    QCOMPARE(paper(people::newcomer, people::newcomer), QStringList());
    Move joins = theParents();
    joins.to = {.id = {people::newcomer}, .baseVersion = 1};
    m_place->place().feed({counterwork::rowOf(counterwork::anEntry(
        31, residents::Proposal{.entered = joins, .baseVersion = 0, .reason = {}}))});
    QVERIFY(record(people::newcomer)->moveWaits);
}

void TestMoveDesk::aRestrictionOnAMoverStops()
{
    residents::Restriction restriction = counterwork::aNewRestriction(people::mother);
    restriction.id = 8;
    restriction.movement = RestrictionLevel::Stop;
    m_place->place().feed({support::rowOf(restriction)});
    QCOMPARE(rulesOf(moves().judge(at(), theParents()).result()),
             QStringList{QStringLiteral("Restricted")});
    // It is on her alone: who moves without her is not stopped.
    Move alone = theParents();
    alone.movers.removeLast();
    QVERIFY(!rulesOf(moves().judge(at(), alone).result()).contains(QStringLiteral("Restricted")));
}

QTEST_MAIN(TestMoveDesk)
#include "tst_movedesk.moc"
