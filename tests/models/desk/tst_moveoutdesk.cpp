// links: madoguchi_app
#include "models/desk/moveworld.h"

using namespace moveworld;

/// 転出 at the counter.
class TestMoveOutDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { clerk(Rights(Right::Search) | Right::EnterMove); }
    void aPlanFarAheadHasToBeRead();
    void theCauseOfADraftIsNotFiled();
    void nobodyLeavesAProtectedHome();

private:
    void clerk(Rights rights);
    [[nodiscard]] desk::EntryRequest at() { return m_place->request(people::father); }
    [[nodiscard]] desk::MoveDesk &moves() { return m_place->desk().moves(); }
    std::unique_ptr<WritingPlace> m_place;
};

void TestMoveOutDesk::clerk(Rights rights)
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>(world(), rights);
}

/// policy.csv, move_out_ahead: 365 days.
void TestMoveOutDesk::aPlanFarAheadHasToBeRead()
{
    Move leaving = theParents();
    leaving.kind = residents::MoveKind::OutNotice;
    leaving.to = leaving.from;
    leaving.address = {};
    leaving.address.municipality = QStringLiteral("とおくの県隣市");
    leaving.happenedOn = QDate(2027, 11, 2);
    QCOMPARE(rulesOf(moves().judge(at(), leaving).result()), QStringList());
    leaving.happenedOn = QDate(2027, 11, 3);
    QCOMPARE(rulesOf(moves().judge(at(), leaving).result()),
             QStringList{QStringLiteral("PlannedFarAhead")});
    leaving.acknowledged = {QStringLiteral("PlannedFarAhead")};
    QVERIFY(moves().file(at(), leaving).result());
}

void TestMoveOutDesk::theCauseOfADraftIsNotFiled()
{
    auto rows = world();
    residents::Snapshot father = support::aPerson(people::father)
                                     .named(u"山田", u"太郎")
                                     .livingAt(homeTown, u"１番地")
                                     .state(residents::State::MoveOutPlanned)
                                     .version(3);
    father.plannedDestination = residents::Destination{{}, QDate(2026, 10, 30)};
    rows.first() = support::rowOf(father);
    m_place = std::make_unique<WritingPlace>(rows, Rights(Right::Search) | Right::EnterMove);
    Move removed = theParents();
    removed.kind = residents::MoveKind::OutRemoval;
    removed.notifier = {.kind = residents::NotifierKind::Office, .name = {}, .documents = {}};
    removed.to = removed.from;
    removed.movers = {as(people::father, QStringLiteral("世帯主"))};
    removed.others = {as(people::mother, QStringLiteral("世帯主")),
                      as(people::child, QStringLiteral("子"))};
    removed.address = {};
    removed.cause = residents::RemovalCause::Noticed;
    QCOMPARE(rulesOf(moves().judge(at(), removed).result()),
             QStringList{QStringLiteral("AddressMissing")});
    removed.cause = residents::RemovalCause::DayCame;
    const auto filed = moves().file(at(), removed).result();
    QVERIFY2(filed, filed ? "" : qPrintable(filed.error().detail));
    QCOMPARE(m_place->reg().submitted.size(), 1);
    const auto &sent = std::get<Move>(m_place->reg().submitted.first().proposal.entered);
    QVERIFY(sent.cause == residents::RemovalCause::ByPlace);
    removed.cause = residents::RemovalCause::ByPlace;
    QVERIFY(sent == removed);
}

/// municipal-facts.md 4.12: whoever lives with a protected one lives at the same place.
void TestMoveOutDesk::nobodyLeavesAProtectedHome()
{
    clerk(Rights(Right::Search) | Right::EnterMove | Right::OpenRestricted);
    const auto request =
        m_place->request(people::father, desk::Caller::Self, QStringLiteral("転出届"));
    Move leaves = theParents();
    leaves.kind = residents::MoveKind::OutNotice;
    leaves.to = leaves.from;
    leaves.address = {};
    leaves.address.municipality = QStringLiteral("とおくの県隣市");
    const QStringList stopped{QStringLiteral("ProtectedMoveOut")};
    QCOMPARE(rulesOf(moves().judge(request, leaves).result()), QStringList());
    // On the child who stays, from a later day on.
    auto protection = support::aProtection(8, people::child, QDate(2026, 12, 1));
    protection.movement = RestrictionLevel::None;
    m_place->place().feed({support::rowOf(protection)});
    QCOMPARE(rulesOf(moves().judge(request, leaves).result()), stopped);
    protection.version = 2;
    protection.ended = true;
    m_place->place().feed({support::rowOf(protection)});
    QCOMPARE(rulesOf(moves().judge(request, leaves).result()), QStringList());
}

QTEST_MAIN(TestMoveOutDesk)
#include "tst_moveoutdesk.moc"
