#include "certificates/individual.h"
#include "certificates/stays.h"
#include "models/print/household.h"

#include <QTest>

using certificates::Content;
using certificates::FormKind;
using certificates::Item;
using certificates::PersonFile;
using certificates::RequesterKind;
using residents::MovementReason;
using residents::Snapshot;

namespace {

const auto omitted = QStringLiteral("【省略】");
const auto unused = QStringLiteral("＊＊＊");

Snapshot himself()
{
    return household::ofSize(1).members.first().snapshot;
}

/// The state of that version: what made it, and where he lived then.
Snapshot state(int version, MovementReason reason, const QString &lot, QDate settled)
{
    Snapshot one = himself();
    one.id.version = version;
    one.movement.reason = reason;
    one.address.lot = lot;
    one.addressSettled = {calendar::PartialDate::on(settled), settled.addDays(3)};
    one.addressReason = reason;
    return one;
}

QStringList lotsOf(const QList<certificates::Stay> &stays)
{
    QStringList lots;
    for (const auto &stay : stays)
        lots.append(stay.address.lot);
    return lots;
}

certificates::Request application(FormKind form, certificates::Items items = {})
{
    certificates::Request request;
    request.form = form;
    request.household = {7};
    request.persons = {{1}};
    request.items = items;
    return request;
}

Content contentOf(const PersonFile &file, const certificates::Request &request)
{
    const auto terms = certificates::Terms::load(household::today());
    return certificates::individual(file, request, *terms, household::issuing());
}

QString field(const Content &content, const char *name)
{
    return content.persons.value(0).fields.value(QLatin1String(name));
}

residents::Address farAway(const QString &lot)
{
    residents::Address away;
    away.municipality = QStringLiteral("とおい県はるか市");
    away.town = QStringLiteral("遠町");
    away.lot = lot;
    return away;
}

Snapshot movedOut()
{
    Snapshot one = himself();
    one.state = residents::State::MovedOut;
    one.movement.reason = MovementReason::MoveOut;
    one.movement.happenedOn = calendar::PartialDate::on({2026, 3, 31});
    one.removal = residents::Removal{
        calendar::PartialDate::on({2026, 4, 1}), {2026, 3, 20}, MovementReason::MoveOut};
    one.plannedDestination = residents::Destination{farAway(QStringLiteral("１番")), {2026, 3, 31}};
    return one;
}

/// After his 転出届 of four days ago; today is the day.
Snapshot planned()
{
    Snapshot one = himself();
    one.state = residents::State::MoveOutPlanned;
    one.movement.reason = MovementReason::MoveOutAbroad;
    one.movement.happenedOn = calendar::PartialDate::on(household::today());
    one.movement.notifiedOn = household::today().addDays(-4);
    one.plannedDestination =
        residents::Destination{farAway(QStringLiteral("１番")), household::today()};
    return one;
}

Snapshot headChanged(Snapshot one)
{
    ++one.id.version;
    one.movement.reason = MovementReason::HeadChange;
    one.movement.happenedOn = calendar::PartialDate::on(household::today().addDays(-2));
    one.movement.notifiedOn = household::today().addDays(-1);
    return one;
}

} // namespace

/// What 個人票 and 除票 say (municipal-facts.md 4.6, 4.9, 4.10, 5.1, 5.2; JS1 4.2.3.3).
class TestIndividual : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesAreToldNewestFirst();
    void notEveryStateIsAMove();
    void whatWasCancelledNeverWas();
    void earlierAddressesOnRequestOnly();
    void whoNeverMovedHasNone();
    void foreignItemsStandAsInTheHouseholdForm();
    void aRemovedRecordSaysWhyAndWhereTo();
    void planAndConfirmationStandApart();
    void anUnknownDayOfDeathStandsAsRegistered();
    void aPlanWhoseDayHasComeIsARemoval();
    void anotherMovementAfterTheNoticeIsNoCause();
    void theDayOfTheNoticeStaysWhenHeIsRemoved();
    void theWrongKindSaysNothing();
    void eachPaperHasItsOwnWords();
};

void TestIndividual::movesAreToldNewestFirst()
{
    const auto stays = certificates::staysOf(
        {state(3, MovementReason::MoveWithin, QStringLiteral("３番"), {2020, 1, 1}),
         state(1, MovementReason::MoveIn, QStringLiteral("１番"), {2000, 1, 1}),
         state(2, MovementReason::MoveWithin, QStringLiteral("２番"), {2010, 1, 1})});
    QCOMPARE(lotsOf(stays),
             QStringList({QStringLiteral("３番"), QStringLiteral("２番"), QStringLiteral("１番")}));
    QVERIFY(stays.last().reason == MovementReason::MoveIn);
    QCOMPARE(stays.last().notifiedOn, QDate(2000, 1, 4));
}

void TestIndividual::notEveryStateIsAMove()
{
    const QDate first(2000, 1, 1);
    const QDate second(2010, 1, 1);
    auto name = state(2, MovementReason::CorrectionExOfficio, QStringLiteral("１番"), first);
    // 町名地番の変更 of the same dwelling, then a move, then its 誤記修正 with another day.
    const auto renamed = state(3, MovementReason::MinorCorrection, QStringLiteral("１号"), first);
    const auto moved = state(4, MovementReason::MoveWithin, QStringLiteral("２番"), second);
    const auto mended =
        state(5, MovementReason::ErrorCorrection, QStringLiteral("２２番"), second.addDays(1));
    const auto stays =
        certificates::staysOf({state(1, MovementReason::MoveIn, QStringLiteral("１番"), first),
                               name, renamed, moved, mended});
    QCOMPARE(lotsOf(stays), QStringList({QStringLiteral("２２番"), QStringLiteral("１号")}));
}

void TestIndividual::whatWasCancelledNeverWas()
{
    const auto stays = certificates::staysOf(
        {state(1, MovementReason::MoveIn, QStringLiteral("１番"), {2000, 1, 1}),
         state(2, MovementReason::MoveWithin, QStringLiteral("２番"), {2010, 1, 1}),
         state(3, MovementReason::MoveWithin, QStringLiteral("３番"), {2011, 1, 1}),
         state(4, MovementReason::CancellationCorrection, QStringLiteral("１番"), {2000, 1, 1}),
         state(5, MovementReason::MoveWithin, QStringLiteral("４番"), {2012, 1, 1})});
    QCOMPARE(lotsOf(stays), QStringList({QStringLiteral("４番"), QStringLiteral("１番")}));
}

void TestIndividual::earlierAddressesOnRequestOnly()
{
    PersonFile file;
    file.former = {state(1, MovementReason::MoveIn, QStringLiteral("９９番"), {2000, 1, 1})};
    file.person = himself();
    file.person.id.version = 2;
    file.person.formerAddress = file.former.first().address;
    auto content = contentOf(file, application(FormKind::Individual));
    QCOMPARE(content.rows.size(), 1);
    QCOMPARE(content.rows.first().value(QStringLiteral("row.address")), omitted);
    QCOMPARE(field(content, "formerAddress"), omitted);
    for (const auto &fields : {content.persons.first().fields, content.sheet, content.rows.first()})
        for (const auto &text : fields)
            QVERIFY(!text.contains(QStringLiteral("９９番")));
    QCOMPARE(field(content, "beforeMoveIn"),
             QStringLiteral("かすみ県あおば市朝日町一丁目５番６号"));
    QCOMPARE(field(content, "head"), omitted);

    content = contentOf(file, application(FormKind::Individual, Item::History));
    QVERIFY(field(content, "formerAddress").contains(QStringLiteral("９９番")));
    QCOMPARE(content.rows.size(), 1);
    const auto row = content.rows.first();
    QVERIFY(row.value(QStringLiteral("row.address")).contains(QStringLiteral("９９番")));
    QCOMPARE(row.value(QStringLiteral("row.number")), QStringLiteral("1"));
    QCOMPARE(row.value(QStringLiteral("row.settled")), QStringLiteral("平成１２年１月１日"));
    QCOMPARE(row.value(QStringLiteral("row.notified")), QStringLiteral("平成１２年１月４日"));
    QCOMPARE(row.value(QStringLiteral("row.reason")), QStringLiteral("転入"));
    // The present address is not one of the earlier ones.
    QVERIFY(!row.value(QStringLiteral("row.address")).contains(QStringLiteral("１２番地の３")));
}

void TestIndividual::whoNeverMovedHasNone()
{
    const auto content =
        contentOf({himself(), {}}, application(FormKind::Individual, Item::History));
    QCOMPARE(content.rows.size(), 1);
    QCOMPARE(content.rows.first().value(QStringLiteral("row.address")), unused);
    QCOMPARE(field(content, "formerAddress"), unused);
    QCOMPARE(content.rowsEnd.value(QStringLiteral("row.address")), QStringLiteral("以下余白"));
}

void TestIndividual::foreignItemsStandAsInTheHouseholdForm()
{
    auto record = household::ofSize(1);
    record.members = {household::foreigner(1)};
    const auto request = application(FormKind::Individual, Item::ForeignItems);
    const auto one = contentOf({record.members.first().snapshot, {}}, request);
    auto asHousehold = request;
    asHousehold.form = FormKind::Household;
    const auto terms = certificates::Terms::load(household::today());
    const auto all = certificates::juminhyo(record, asHousehold, *terms, household::issuing());
    const auto &fields = all.persons.first().fields;
    for (auto at = fields.cbegin(); at != fields.cend(); ++at) {
        if (at.key() != QLatin1String("number"))
            QCOMPARE(field(one, at.key().toLatin1().constData()), at.value());
    }
    QCOMPARE(field(one, "free3"), QStringLiteral("２０２８年３月３１日"));
    QCOMPARE(field(one, "bornOn"), QStringLiteral("１９９０年８月９日"));
    QCOMPARE(field(one, "becameResident"), QStringLiteral("令和２年４月２日"));
}

void TestIndividual::aRemovedRecordSaysWhyAndWhereTo()
{
    auto person = movedOut();
    person.remarks = QStringLiteral("転出");
    const auto content = contentOf({person, {}}, application(FormKind::Removed));
    QCOMPARE(field(content, "removedOn"), QStringLiteral("令和８年４月１日"));
    QCOMPARE(field(content, "removedFactOn"), QStringLiteral("令和８年３月３１日"));
    QCOMPARE(field(content, "removedNotifiedOn"), QStringLiteral("令和８年３月２０日"));
    QCOMPARE(field(content, "removedFor"), QStringLiteral("転出"));
    QCOMPARE(field(content, "remarks"), QStringLiteral("転出"));
    QCOMPARE(field(content, "address"),
             QStringLiteral("あさぎり県みどり野市本町三丁目１２番地の３　メゾン緑　２０１号室"));
    QCOMPARE(content.kind, QStringLiteral("除票の写し"));
}

void TestIndividual::planAndConfirmationStandApart()
{
    auto person = movedOut();
    auto content = contentOf({person, {}}, application(FormKind::Removed));
    QCOMPARE(field(content, "planned"), QStringLiteral("とおい県はるか市遠町１番"));
    QCOMPARE(field(content, "plannedOn"), QStringLiteral("令和８年３月３１日"));
    QCOMPARE(field(content, "confirmed"), unused);
    QCOMPARE(field(content, "confirmedOn"), unused);
    person.confirmedDestination =
        residents::Destination{farAway(QStringLiteral("２番")), {2026, 4, 2}};
    content = contentOf({person, {}}, application(FormKind::Removed));
    QCOMPARE(field(content, "planned"), QStringLiteral("とおい県はるか市遠町１番"));
    QCOMPARE(field(content, "confirmed"), QStringLiteral("とおい県はるか市遠町２番"));
    QCOMPARE(field(content, "confirmedOn"), QStringLiteral("令和８年４月２日"));
}

void TestIndividual::anUnknownDayOfDeathStandsAsRegistered()
{
    auto person = himself();
    person.state = residents::State::Died;
    const auto words = QStringLiteral("令和８年５月１日から１０日頃までの間");
    const calendar::PartialDate on{.text = words,
                                   .earliest = {2026, 5, 1},
                                   .latest = {2026, 5, 10},
                                   .precision = calendar::Precision::TenDays};
    person.removal = residents::Removal{on, {2026, 5, 20}, MovementReason::Death};
    person.movement.reason = MovementReason::Death;
    person.movement.happenedOn = on;
    const auto content = contentOf({person, {}}, application(FormKind::Removed));
    QCOMPARE(field(content, "removedOn"), words);
    QCOMPARE(field(content, "removedFactOn"), words);
    QCOMPARE(field(content, "removedFor"), QStringLiteral("死亡"));
    QCOMPARE(field(content, "planned"), unused);
}

/// 消除 on the planned day (住民記録システム標準仕様書 1.1.5).
void TestIndividual::aPlanWhoseDayHasComeIsARemoval()
{
    auto person = planned();
    const auto content = contentOf({person, {}}, application(FormKind::Removed));
    QCOMPARE(field(content, "removedOn"), QStringLiteral("令和８年１１月２０日"));
    QCOMPARE(field(content, "removedFor"), QStringLiteral("国外転出"));
    QCOMPARE(field(content, "planned"), QStringLiteral("とおい県はるか市遠町１番"));
    // A day earlier he is a resident, and nothing of the plan is told.
    person.plannedDestination->on = household::today().addDays(1);
    QVERIFY(!certificates::removalOn({person, {}}, household::today()).has_value());
    const auto present = contentOf({person, {}}, application(FormKind::Individual));
    for (const auto &text : present.persons.first().fields)
        QVERIFY(!text.contains(QStringLiteral("はるか市")));
}

/// Somebody else of the household left, and the head changed, after his 転出届 (JS1 1.1.5, 4.1.3).
void TestIndividual::anotherMovementAfterTheNoticeIsNoCause()
{
    const Snapshot noticed = planned();
    PersonFile file{headChanged(noticed), {}, noticed};
    auto content = contentOf(file, application(FormKind::Removed));
    QCOMPARE(field(content, "removedOn"), QStringLiteral("令和８年１１月２０日"));
    QCOMPARE(field(content, "removedFactOn"), QStringLiteral("令和８年１１月２０日"));
    QCOMPARE(field(content, "removedFor"), QStringLiteral("国外転出"));
    QCOMPARE(field(content, "removedNotifiedOn"), QStringLiteral("令和８年１１月１６日"));
    // A register that holds no state of the notice: nothing else is said instead.
    file.notice.reset();
    content = contentOf(file, application(FormKind::Removed));
    QCOMPARE(field(content, "removedFor"), QStringLiteral("転出"));
    QCOMPARE(field(content, "removedNotifiedOn"), QStringLiteral("【空欄】"));
}

/// 届出の年月日 of a 転出 is that of the 転出届 (住民基本台帳法 第24条), not the day on which the
/// 転入通知 reached the office.
void TestIndividual::theDayOfTheNoticeStaysWhenHeIsRemoved()
{
    const Snapshot noticed = planned();
    Snapshot gone = headChanged(noticed);
    gone.state = residents::State::MovedOut;
    ++gone.id.version;
    gone.movement.reason = MovementReason::MoveOutAbroad;
    gone.removal = residents::Removal{calendar::PartialDate::on(household::today().addDays(-1)),
                                      household::today().addDays(3), MovementReason::MoveOutAbroad};
    const QDate later = household::today().addDays(5);
    const auto before = certificates::removalOn({headChanged(noticed), {}, noticed}, later);
    const auto after = certificates::removalOn({gone, {}, noticed}, later);
    QVERIFY(before && after);
    QCOMPARE(before->notifiedOn, QDate(2026, 11, 16));
    QCOMPARE(after->notifiedOn, QDate(2026, 11, 16));
    QVERIFY(before->reason == after->reason);
    QCOMPARE(after->on, gone.removal->on);
    // Who died before he went: that was told by somebody else.
    gone.state = residents::State::Died;
    gone.removal->reason = MovementReason::Death;
    QCOMPARE(certificates::removalOn({gone, {}, noticed}, later)->notifiedOn,
             household::today().addDays(3));
}

void TestIndividual::theWrongKindSaysNothing()
{
    QVERIFY(contentOf({himself(), {}}, application(FormKind::Removed)).persons.isEmpty());
    QVERIFY(contentOf({movedOut(), {}}, application(FormKind::Individual)).persons.isEmpty());
}

void TestIndividual::eachPaperHasItsOwnWords()
{
    const auto individual = contentOf({himself(), {}}, application(FormKind::Individual)).sheet;
    QCOMPARE(individual.value(QStringLiteral("title")), QStringLiteral("住民票"));
    QCOMPARE(individual.value(QStringLiteral("certification")),
             QStringLiteral("この写しは、住民票の原本と相違ないことを証明する。"));
    auto request = application(FormKind::Removed);
    request.requester = RequesterKind::Official;
    const auto removed = contentOf({movedOut(), {}}, request).sheet;
    QCOMPARE(removed.value(QStringLiteral("title")), QStringLiteral("住民票除票"));
    QCOMPARE(removed.value(QStringLiteral("certification")),
             QStringLiteral("この写しは、除票の原本と相違ないことを証明する。"));
    QCOMPARE(removed.value(QStringLiteral("official")), QStringLiteral("公用"));
}

QTEST_GUILESS_MAIN(TestIndividual)
#include "tst_individual.moc"
