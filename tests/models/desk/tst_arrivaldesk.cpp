// links: madoguchi_app
#include "models/desk/moveworld.h"

using namespace moveworld;

/// 転入 at the counter (住民基本台帳法 第22条; JS1 4.1.1): numbers, who is known already, what is
/// filed.
class TestArrivalDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { clerk(Rights(Right::Search) | Right::EnterMove); }
    void everybodyIsGivenANumber();
    void withoutTheRightNoNumberIsGiven();
    void numbersAreKeptForWorkWithoutTheRegister();
    void theLockIsOnWhatHasARecord();
    void whoIsKnownIsShown();
    void whoHidesIsNotTold();
    void theRulesAskWhoIsKnown();
    void whatACertificateSaysIsFiled();
    void withoutACertificateNothingIsFiled();
    void whoLivesHereDoesNotComeAgain();
    void aDraftOfNobodyIsGoneOnWith();
    void aDraftOfAFormerResidentNeedsHisRecord();

private:
    void clerk(Rights rights);
    [[nodiscard]] desk::EntryRequest at() { return m_place->request(0); }
    [[nodiscard]] desk::MoveDesk &moves() { return m_place->desk().moves(); }
    [[nodiscard]] Move arrival();
    std::unique_ptr<WritingPlace> m_place;
};

void TestArrivalDesk::clerk(Rights rights)
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>(world(), rights);
}

namespace {

residents::Snapshot named(qint64 person, const QString &given)
{
    residents::Snapshot one = support::aPerson(person)
                                  .named(u"新井", given)
                                  .sex(residents::Sex::Female)
                                  .bornOn(1990, 5, 4);
    one.registeredDomicile = QStringLiteral("とおくの県隣市本町１番");
    return residents::identityOf(one);
}

const auto arai = QStringLiteral("来太");

} // namespace

/// Two come into a home of their own.
Move TestArrivalDesk::arrival()
{
    Move move = theParents();
    move.kind = residents::MoveKind::In;
    move.from = move.to = {};
    move.address.building = QStringLiteral("コーポ緑　３０１号室");
    move.movers.clear();
    for (const auto &given : {QStringLiteral("春"), QStringLiteral("夏")}) {
        const auto number = moves().newcomer(at()).result();
        move.movers.append({.person = number.value_or(base::PersonId()),
                            .baseVersion = 0,
                            .relationship = move.movers.isEmpty() ? QStringLiteral("世帯主")
                                                                  : QStringLiteral("妹")});
        move.newcomers.append(named(move.movers.last().person.value, given));
    }
    move.person = move.movers.first().person;
    move.formerAddress.municipality = QStringLiteral("とおくの県隣市");
    move.certificate = true;
    return move;
}

void TestArrivalDesk::everybodyIsGivenANumber()
{
    const auto first = moves().newcomer(at()).result();
    const auto second = moves().newcomer(at()).result();
    QVERIFY(first);
    QVERIFY(second);
    QVERIFY(first->value > 0);
    QVERIFY(*first != *second);
}

void TestArrivalDesk::withoutTheRightNoNumberIsGiven()
{
    clerk(Right::Search);
    QCOMPARE(codeOf(moves().newcomer(at()).result()), ErrorCode::RightMissing);
    QCOMPARE(codeOf(moves().known(at(), named(900, arai)).result()), ErrorCode::RightMissing);
}

void TestArrivalDesk::numbersAreKeptForWorkWithoutTheRegister()
{
    m_place->reg().reached = false;
    const auto none = moves().newcomer(at()).result();
    QCOMPARE(codeOf(none), ErrorCode::RegisterUnreachable);
    QCOMPARE(none.error().detail, QStringLiteral("numbers"));
    // A family that has begun can go on.
    m_place->reg().reached = true;
    QVERIFY(moves().newcomer(at()).result());
    m_place->reg().reached = false;
    for (int i = 0; i < 11; ++i)
        QVERIFY(moves().newcomer(at()).result());
}

/// A register takes keys of households and persons only.
void TestArrivalDesk::theLockIsOnWhatHasARecord()
{
    Move joins = arrival();
    joins.from = joins.to = {.id = {1}, .baseVersion = 1};
    QVERIFY(moves().begin(at(), joins).result());
    using Kind = central::LockKey::Kind;
    QCOMPARE(m_place->reg().locked.size(), 3);
    for (const auto &key : std::as_const(m_place->reg().locked))
        QVERIFY(key.kind == Kind::Household ? key.id == 1 : key.kind == Kind::Person);
}

void TestArrivalDesk::whoIsKnownIsShown()
{
    // JS1 4.1.1.2: 氏名, 生年月日 and 性別.
    auto asked = named(900, arai);
    asked.bornOn = calendar::PartialDate::on(QDate(1970, 1, 1));
    const auto known = moves().known(at(), asked).result();
    QVERIFY(known);
    QCOMPARE(known->people.size(), 1);
    QCOMPARE(known->people.first().id.person.value, people::newcomer);
    QCOMPARE(known->people.first().state, residents::State::Resident);
    QVERIFY(known->people.first().address.contains(newTown));
    const auto rows = m_place->place().newRows();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const auto &one) { return one.number == known->logRow; });
    QVERIFY(row != rows.end());
    QCOMPARE(row->procedure, QStringLiteral("MoveKnown"));
    QVERIFY(!known->people.first().closed);
    QCOMPARE(personsOf(*row), QList<qint64>{people::newcomer});
    // Each of the three counts.
    const auto nobody = [this](const residents::Snapshot &other) {
        const auto found = moves().known(at(), other).result();
        return found && found->people.isEmpty();
    };
    auto other = asked;
    other.bornOn = calendar::PartialDate::on(QDate(1970, 1, 2));
    QVERIFY(nobody(other));
    other = asked;
    other.sex = residents::Sex::Male;
    QVERIFY(nobody(other));
    other = asked;
    other.name.given = QStringLiteral("来子");
    QVERIFY(nobody(other));
    // What is not typed yet finds nobody.
    other = asked;
    other.bornOn = {};
    QVERIFY(nobody(other));
}

void TestArrivalDesk::whoHidesIsNotTold()
{
    residents::Snapshot asked = support::aPerson(900).named(u"川野", u"葉子");
    const auto known = moves().known(at(), residents::identityOf(asked)).result();
    QVERIFY(known);
    QCOMPARE(known->people.size(), 1);
    QCOMPARE(known->people.first().address, QString());
    // Whom this clerk may not open he cannot enter under the old number.
    QVERIFY(known->people.first().closed);
    clerk(Rights(Right::Search) | Right::EnterMove | Right::OpenRestricted);
    const auto opened = moves().known(at(), residents::identityOf(asked)).result();
    QVERIFY(opened);
    QVERIFY(!opened->people.first().closed);
}

void TestArrivalDesk::theRulesAskWhoIsKnown()
{
    Move move = arrival();
    QCOMPARE(rulesOf(moves().judge(at(), move).result()), QStringList());
    move.newcomers[1].name.given = arai;
    move.newcomers[1].bornOn = calendar::PartialDate::on(QDate(1970, 1, 1));
    QCOMPARE(rulesOf(moves().judge(at(), move).result()),
             QStringList{QStringLiteral("LooksKnown")});
    const auto unread = moves().file(at(), move).result();
    QCOMPARE(codeOf(unread), ErrorCode::MoveRefused);
    QCOMPARE(unread.error().detail, QStringLiteral("LooksKnown"));
    move.acknowledged = {QStringLiteral("LooksKnown")};
    QVERIFY(moves().file(at(), move).result());
}

void TestArrivalDesk::whatACertificateSaysIsFiled()
{
    const Move move = arrival();
    const auto filed = moves().file(at(), move).result();
    QVERIFY2(filed, filed ? "" : qPrintable(filed.error().detail));
    QCOMPARE(m_place->reg().submitted.size(), 1);
    const auto sent = std::get<Move>(m_place->reg().submitted.first().proposal.entered);
    QVERIFY(sent.to.id.value > 0);
    QVERIFY(sent.from == sent.to);
    Move expected = move;
    expected.from = expected.to = sent.to;
    QVERIFY(sent == expected);
    // Who was entered is in the log, though nobody yet.
    const auto rows = m_place->place().newRows();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const auto &one) { return one.number == filed->logRow; });
    QVERIFY(row != rows.end());
    QCOMPARE(personsOf(*row),
             (QList<qint64>{move.movers.first().person.value, move.movers.last().person.value}));
}

void TestArrivalDesk::withoutACertificateNothingIsFiled()
{
    // R-ACQ-02, A4; 住民基本台帳法 第22条第2項.
    Move move = arrival();
    move.certificate = false;
    const auto refused = moves().file(at(), move).result();
    QCOMPARE(codeOf(refused), ErrorCode::MoveRefused);
    QCOMPARE(refused.error().detail, QStringLiteral("CertificateMissing"));
    QVERIFY(m_place->reg().submitted.isEmpty());
}

void TestArrivalDesk::whoLivesHereDoesNotComeAgain()
{
    // R-ACC-02, A2.
    Move move = arrival();
    move.movers[1].person = move.newcomers[1].id.person = {people::child};
    move.movers[1].baseVersion = 1;
    const auto refused = moves().file(at(), move).result();
    QCOMPARE(codeOf(refused), ErrorCode::MoveRefused);
    QCOMPARE(refused.error().detail, QStringLiteral("AlreadyResident"));
    QVERIFY(m_place->reg().submitted.isEmpty());
}

/// What is typed is kept before there is a record of anybody in it; who looks at it is logged.
void TestArrivalDesk::aDraftOfNobodyIsGoneOnWith()
{
    Move begun = arrival();
    begun.newcomers[0] = {};
    begun.newcomers[0].id.person = begun.movers.at(0).person;
    begun.person = begun.movers.at(1).person; // whoever is not the first any more
    begun.happenedOn = {};
    begun.certificate = false;
    const residents::Proposal proposal{.entered = begun, .baseVersion = 0, .reason = {}};
    const auto kept = m_place->desk().writeEntries().keepDraft(at(), proposal).result();
    QVERIFY(kept);
    const auto lines = m_place->desk().outbox().items().result();
    QVERIFY(lines);
    QCOMPARE(lines->size(), 1);
    QCOMPARE(lines->first().move, residents::MoveKind::In);
    QCOMPARE(lines->first().person, begun.person);
    const auto item = m_place->desk().outbox().open(*kept).result();
    QVERIFY2(item, item ? "" : qPrintable(item.error().detail));
    QVERIFY(std::get<Move>(item->mine.entered) == begun);
    QCOMPARE(item->personName, QStringLiteral("新井　夏"));
    QCOMPARE(item->names.value(begun.person), QStringLiteral("新井　夏"));
    const auto rows = m_place->place().newRows();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const auto &one) { return one.number == item->logRow; });
    QVERIFY(row != rows.end());
    QCOMPARE(personsOf(*row),
             (QList<qint64>{begun.movers.first().person.value, begun.movers.last().person.value}));
}

/// Whoever is entered under an old number has a record, and its gate holds.
void TestArrivalDesk::aDraftOfAFormerResidentNeedsHisRecord()
{
    Move begun = arrival();
    begun.person = begun.movers[0].person = begun.newcomers[0].id.person = {people::hidden};
    begun.movers[0].baseVersion = 1;
    const residents::Proposal proposal{.entered = begun, .baseVersion = 0, .reason = {}};
    const auto kept = m_place->desk().writeEntries().keepDraft(at(), proposal).result();
    QVERIFY(kept);
    QCOMPARE(codeOf(m_place->desk().outbox().open(*kept).result()), ErrorCode::RestrictedRecord);
}

QTEST_MAIN(TestArrivalDesk)
#include "tst_arrivaldesk.moc"
