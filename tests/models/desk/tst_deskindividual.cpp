// links: madoguchi_app
#include "desk/certificatedesk.h"
#include "desk/personfiles.h"
#include "models/desk/handmade.h"
#include "support/trainingplace.h"

#include <QPageSize>
#include <QPdfWriter>
#include <QtTest>

using base::ErrorCode;
using certificates::FormKind;
using certificates::Item;
using certificates::Request;
using counterwork::Handmade;
using desk::Right;
using desk::Rights;
using residents::MovementReason;
using support::waited;

namespace {

const Rights clerkRights = Rights{Right::Search} | Right::IssueCertificate | Right::History;
const auto printer = QStringLiteral("LP1");

residents::Snapshot settled(residents::Snapshot person, QDate day, MovementReason reason)
{
    person.addressSettled = {calendar::PartialDate::on(day), day.addDays(2)};
    person.addressReason = reason;
    person.movement.reason = reason;
    return person;
}

/// 1 lives at 住吉町 since 2020 and lived at 本町三丁目50番地 before, and at 20番地 first.
residents::Snapshot himself()
{
    residents::Snapshot one = support::aPerson(1)
                                  .named(u"山田", u"花子")
                                  .inHousehold(7)
                                  .version(3)
                                  .livingAt(u"住吉町", u"8番地");
    return settled(one, {2020, 4, 1}, MovementReason::MoveWithin);
}

residents::Snapshot formerly(int version)
{
    residents::Snapshot one = support::aPerson(1)
                                  .named(u"山田", u"花子")
                                  .inHousehold(7)
                                  .version(version)
                                  .livingAt(u"本町三丁目", version == 1 ? u"20番地" : u"50番地");
    return settled(one, QDate(2000 + version, 4, 1),
                   version == 1 ? MovementReason::MoveIn : MovementReason::MoveWithin);
}

/// 2 was of the same household and moved away.
residents::Snapshot removed(residents::State state = residents::State::MovedOut)
{
    residents::Snapshot one = support::aPerson(2)
                                  .named(u"山田", u"一郎")
                                  .inHousehold(7)
                                  .as(u"子")
                                  .version(4)
                                  .state(state)
                                  .livingAt(u"住吉町", u"8番地");
    one.movement.reason =
        state == residents::State::Died ? MovementReason::Death : MovementReason::MoveOut;
    one.movement.happenedOn = calendar::PartialDate::on({2025, 3, 31});
    one.removal = residents::Removal{one.movement.happenedOn, {2025, 3, 20}, one.movement.reason};
    return one;
}

/// 3 lives alone, at the place given.
residents::Snapshot neighbour(QStringView town, QStringView lot)
{
    return support::aPerson(3).named(u"海野", u"波").inHousehold(9).livingAt(town, lot);
}

QList<cache::StoredRow> city(const residents::Snapshot &other, bool otherHides,
                             const residents::Snapshot &away = removed())
{
    residents::Household home = support::aHousehold(7, 1);
    home.address = himself().address;
    QList<cache::StoredRow> rows{support::rowOf(himself()),
                                 support::rowOf(away),
                                 support::rowOf(other),
                                 support::formerRowOf(formerly(1)),
                                 support::formerRowOf(formerly(2)),
                                 support::rowOf(home),
                                 support::rowOf(support::aHousehold(9, 3))};
    if (otherHides)
        rows.append(support::rowOf(support::aProtection(1, 3)));
    return rows;
}

Request application(FormKind form, qint64 person, certificates::Items items = {})
{
    Request request;
    request.form = form;
    request.household = {7};
    request.persons = {{person}};
    request.items = items;
    request.identification.documents = {QStringLiteral("driving-licence")};
    return request;
}

} // namespace

/// 個人票 and 除票 at the counter: what is on the paper is in the log, state by state, and a place
/// where somebody hides is on no paper (municipal-facts.md 4.12, 5.1).
class TestDeskIndividual : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogNamesEveryStateOfTheHistory();
    void historyNeedsItsRight();
    void anEarlierAddressWhereSomebodyHidesIsRefused();
    void aRemovedPersonHasAPaperOfHisOwn();
    void theLastAddressOfTheRemovedIsHiddenToo();
    void whereSheWentIsOnNoPaper();
    void theNoticeIsFoundBehindOtherStates();
    void theDeadAreAskedForByOthers();
    void aStrangerIsShownToNobody();
    void aMissingGlyphIsARefusalInTheLog();
    void aFailedPaperJobLeavesNoNumberOpen();
};

void TestDeskIndividual::theLogNamesEveryStateOfTheHistory()
{
    Handmade work(city(neighbour(u"緑町", u"1番地"), false), clerkRights, false);
    desk::CertificateDesk desk(work.counter());
    const auto plain = waited(desk.preview(work.visit(), application(FormKind::Individual, 1)));
    QVERIFY2(plain.has_value(), plain ? "" : qPrintable(plain.error().detail));
    QCOMPARE(plain->pages.pageCount(), 1);
    QCOMPARE(work.rows().last().subjects, QList<base::SnapshotId>({{{1}, 3}}));

    const auto request = application(FormKind::Individual, 1, Item::History);
    const auto shown = waited(desk.preview(work.visit(), request));
    QVERIFY2(shown.has_value(), shown ? "" : qPrintable(shown.error().detail));
    QVERIFY(shown->refusals.isEmpty() && shown->problems.isEmpty());
    const auto issued = waited(desk.issue(work.visit(), request, printer));
    QVERIFY2(issued.has_value(), issued ? "" : qPrintable(issued.error().detail));
    QCOMPARE(issued->numbers.size(), 1);
    QCOMPARE(issued->feeYen, 300);
    const QList<base::SnapshotId> all({{{1}, 3}, {{1}, 2}, {{1}, 1}});
    const auto rows = work.rows();
    QCOMPARE(rows.size(), 3);
    for (int row : {1, 2}) {
        QCOMPARE(rows.at(row).subjects, all);
        QCOMPARE(rows.at(row).fileName, audit::residentFile());
        QCOMPARE(rows.at(row).outcome, evidence::Outcome::Done);
    }
    QCOMPARE(rows.last().procedure, QStringLiteral("IssueCertificate"));
    QCOMPARE(rows.last().issueNumbers, issued->numbers);
}

void TestDeskIndividual::historyNeedsItsRight()
{
    Handmade work(city(neighbour(u"緑町", u"1番地"), false),
                  Rights{Right::Search} | Right::IssueCertificate, false);
    desk::CertificateDesk desk(work.counter());
    const auto request = application(FormKind::Individual, 1, Item::History);
    QCOMPARE(waited(desk.preview(work.visit(), request)).error().code, ErrorCode::RightMissing);
    QCOMPARE(waited(desk.issue(work.visit(), request, printer)).error().code,
             ErrorCode::RightMissing);
    QCOMPARE(work.rows().size(), 2);
    for (const auto &row : work.rows()) {
        QCOMPARE(row.outcome, evidence::Outcome::Refused);
        QVERIFY(row.issueNumbers.isEmpty());
    }
    QVERIFY(waited(desk.preview(work.visit(), application(FormKind::Individual, 1))).has_value());
}

void TestDeskIndividual::anEarlierAddressWhereSomebodyHidesIsRefused()
{
    // The second of three dwellings: in no column of the present state.
    Handmade work(city(neighbour(u"本町三丁目", u"20番地"), true), clerkRights, false);
    desk::CertificateDesk desk(work.counter());
    const auto request = application(FormKind::Individual, 1, Item::History);
    const auto shown = waited(desk.preview(work.visit(), request));
    QVERIFY(!shown.has_value());
    QCOMPARE(shown.error().code, ErrorCode::RefusedRestriction);
    QVERIFY(shown.error().detail.contains(QStringLiteral("支援措置")));
    QVERIFY(!shown.error().detail.contains(QStringLiteral("20番地")));
    const auto issued = waited(desk.issue(work.visit(), request, printer));
    QCOMPARE(issued.error().code, ErrorCode::RefusedRestriction);
    const auto rows = work.rows();
    QCOMPARE(rows.size(), 2);
    for (const auto &row : rows) {
        QCOMPARE(row.outcome, evidence::Outcome::Refused);
        QVERIFY(row.reason.contains(QStringLiteral("支援措置")));
        QVERIFY(row.issueNumbers.isEmpty());
    }
    // Without the history nothing of it is printed: the paper is issued.
    QVERIFY(waited(desk.issue(work.visit(), application(FormKind::Individual, 1), printer))
                .has_value());
}

void TestDeskIndividual::aRemovedPersonHasAPaperOfHisOwn()
{
    Handmade work(city(neighbour(u"緑町", u"1番地"), false), clerkRights, false);
    desk::CertificateDesk desk(work.counter());
    for (const FormKind form : {FormKind::Household, FormKind::Individual}) {
        const auto refused = waited(desk.preview(work.visit(), application(form, 2)));
        QCOMPARE(refused.error().code, ErrorCode::RefusedRemoved);
        QVERIFY(refused.error().detail.contains(QStringLiteral("第15条の4")));
    }
    const auto request = application(FormKind::Removed, 2);
    const auto shown = waited(desk.preview(work.visit(), request));
    QVERIFY2(shown.has_value(), shown ? "" : qPrintable(shown.error().detail));
    QCOMPARE(shown->pages.pageCount(), 1);
    const auto issued = waited(desk.issue(work.visit(), request, printer));
    QVERIFY2(issued.has_value(), issued ? "" : qPrintable(issued.error().detail));
    QCOMPARE(issued->document->title(), QStringLiteral("除票の写し"));
    QCOMPARE(work.rows().last().subjects, QList<base::SnapshotId>({{{2}, 4}}));
    QCOMPARE(work.rows().last().reason, QStringLiteral("住民基本台帳法第15条の4第1項"));
    // Who is still there has no 除票.
    const auto none = waited(desk.preview(work.visit(), application(FormKind::Removed, 1)));
    QVERIFY(none.has_value());
    QCOMPARE(none->pages.pageCount(), 0);
    QCOMPARE(none->refusals.first().code, ErrorCode::ResidentUnknown);
}

/// He left a place where somebody of another household hides now.
void TestDeskIndividual::theLastAddressOfTheRemovedIsHiddenToo()
{
    Handmade work(city(neighbour(u"住吉町", u"8番地"), true), clerkRights, false);
    desk::CertificateDesk desk(work.counter());
    const auto issued =
        waited(desk.issue(work.visit(), application(FormKind::Removed, 2), printer));
    QVERIFY(!issued.has_value());
    QCOMPARE(issued.error().code, ErrorCode::RefusedRestriction);
    QVERIFY(work.rows().last().issueNumbers.isEmpty());
}

/// She left the city and is protected: neither the 除票 of the child that left with her nor any
/// paper of who came back from there tells where she is.
void TestDeskIndividual::whereSheWentIsOnNoPaper()
{
    residents::Address there = himself().address;
    there.municipality = QStringLiteral("よその県よその市");
    residents::Snapshot she = support::aPerson(3).inHousehold(7).state(residents::State::MovedOut);
    she.confirmedDestination = residents::Destination{there, QDate(2025, 3, 31)};
    residents::Snapshot child = removed();
    child.confirmedDestination = she.confirmedDestination;
    residents::Snapshot back = himself();
    back.addressBeforeMoveIn = there;
    auto rows = city(she, true, child);
    rows.first() = support::rowOf(back);
    Handmade work(rows, clerkRights, false);
    desk::CertificateDesk desk(work.counter());
    for (const auto &request :
         {application(FormKind::Removed, 2), application(FormKind::Individual, 1),
          application(FormKind::Household, 1)}) {
        const auto issued = waited(desk.issue(work.visit(), request, printer));
        QVERIFY(!issued.has_value());
        QCOMPARE(issued.error().code, ErrorCode::RefusedRestriction);
        QCOMPARE(waited(desk.preview(work.visit(), request)).error().code,
                 ErrorCode::RefusedRestriction);
    }
}

/// 転出届, then 世帯主変更, then the planned day: before and after the 消除 the 除票 says the same
/// day and cause, and the state that they come from is in the log. What he said in an earlier life
/// does not count.
void TestDeskIndividual::theNoticeIsFoundBehindOtherStates()
{
    const QDate planned = Handmade({}, clerkRights, false).counter().today();
    const QDate said = planned.addDays(-9);
    const auto at = [planned](int version, residents::State state, MovementReason reason,
                              QDate notified) {
        residents::Snapshot one = removed(state);
        one.id.version = version;
        one.removal.reset();
        one.plannedDestination = residents::Destination{{}, planned};
        one.movement.reason = reason;
        one.movement.notifiedOn = notified;
        return one;
    };
    using residents::State;
    const auto noticed = at(5, State::MoveOutPlanned, MovementReason::MoveOut, said);
    const auto headChanged =
        at(6, State::MoveOutPlanned, MovementReason::HeadChange, said.addDays(2));
    auto gone = at(7, State::MovedOut, MovementReason::MoveOut, planned);
    gone.removal =
        residents::Removal{calendar::PartialDate::on(planned), planned, MovementReason::MoveOut};
    const auto request = application(FormKind::Removed, 2);
    const auto removalFrom = [&](const QList<residents::Snapshot> &states) {
        auto rows = city(neighbour(u"緑町", u"1番地"), false, states.last());
        for (const auto &state : states.first(states.size() - 1))
            rows.append(support::formerRowOf(state));
        support::TestCache cache(rows);
        const auto basis = desk::readForCertificate(cache.reader(), request, planned);
        return certificates::removalOn(*basis->file, planned);
    };
    for (const auto &states : {QList{noticed, headChanged}, QList{noticed, headChanged, gone}}) {
        QCOMPARE(removalFrom(states)->notifiedOn, said);
        QVERIFY(removalFrom(states)->reason == MovementReason::MoveOut);
    }
    auto back = at(6, State::Resident, MovementReason::MoveIn, said.addDays(2));
    back.plannedDestination.reset();
    QCOMPARE(removalFrom({noticed, back, gone})->notifiedOn, planned);

    auto rows = city(neighbour(u"緑町", u"1番地"), false, headChanged);
    rows.append(support::formerRowOf(noticed));
    Handmade work(rows, clerkRights, false);
    desk::CertificateDesk desk(work.counter());
    const auto issued = waited(desk.issue(work.visit(), request, printer));
    QVERIFY2(issued.has_value(), issued ? "" : qPrintable(issued.error().detail));
    QCOMPARE(work.rows().last().subjects, QList<base::SnapshotId>({{{2}, 6}, {{2}, 5}}));
}

void TestDeskIndividual::theDeadAreAskedForByOthers()
{
    Handmade work(city(neighbour(u"緑町", u"1番地"), false, removed(residents::State::Died)),
                  clerkRights, false);
    desk::CertificateDesk desk(work.counter());
    auto request = application(FormKind::Removed, 2);
    QCOMPARE(waited(desk.issue(work.visit(), request, printer)).error().code,
             ErrorCode::RefusedRequester);
    request.requester = certificates::RequesterKind::ThirdParty;
    request.requesterName = QStringLiteral("山田　花子");
    request.useOf = QStringLiteral("相続登記の申請のため");
    const auto issued = waited(desk.issue(work.visit(), request, printer));
    QVERIFY2(issued.has_value(), issued ? "" : qPrintable(issued.error().detail));
    QCOMPARE(work.rows().last().reason, QStringLiteral("住民基本台帳法第15条の4第3項"));
}

void TestDeskIndividual::aStrangerIsShownToNobody()
{
    Handmade work(city(neighbour(u"緑町", u"1番地"), false), clerkRights, false);
    desk::CertificateDesk desk(work.counter());
    for (const qint64 stranger : {qint64{3}, qint64{999}}) {
        for (const FormKind form : {FormKind::Individual, FormKind::Removed}) {
            const auto request = application(form, stranger, Item::History);
            const auto shown = waited(desk.preview(work.visit(), request));
            QVERIFY(shown.has_value());
            QCOMPARE(shown->pages.pageCount(), 0);
            QCOMPARE(waited(desk.issue(work.visit(), request, printer)).error().code,
                     ErrorCode::ResidentUnknown);
        }
    }
}

void TestDeskIndividual::aMissingGlyphIsARefusalInTheLog()
{
    residents::Snapshot other = removed();
    const char32_t unregistered = 0x31350;
    other.name.given = QString::fromUcs4(&unregistered, 1);
    Handmade work(city(neighbour(u"緑町", u"1番地"), false, other), clerkRights, false);
    desk::CertificateDesk desk(work.counter());
    const auto request = application(FormKind::Removed, 2);
    const auto shown = waited(desk.preview(work.visit(), request));
    QVERIFY(shown.has_value());
    QCOMPARE(shown->pages.pageCount(), 0);
    QCOMPARE(shown->problems.first().codePoints, QStringLiteral("U+31350"));
    const auto issued = waited(desk.issue(work.visit(), request, printer));
    QCOMPARE(issued.error().code, ErrorCode::GlyphMissing);
    const auto row = work.rows().last();
    QCOMPARE(row.procedure, QStringLiteral("IssueCertificate"));
    QCOMPARE(row.outcome, evidence::Outcome::Refused);
    QVERIFY(row.issueNumbers.isEmpty());
}

/// The job fails on a device that gives up: the number is settled as failed and not used again.
void TestDeskIndividual::aFailedPaperJobLeavesNoNumberOpen()
{
    Handmade work(city(neighbour(u"緑町", u"1番地"), false), clerkRights, false);
    desk::CertificateDesk desk(work.counter());
    const auto request = application(FormKind::Individual, 1);
    const auto issued = waited(desk.issue(work.visit(), request, printer));
    QVERIFY(issued.has_value());
    QPdfWriter nowhere(QStringLiteral("/no/such/folder/paper.pdf"));
    nowhere.setPageSize(QPageSize(QPageSize::A4));
    const auto printed = issued->document->printOn(nowhere);
    QVERIFY(!printed.has_value());
    QCOMPARE(printed.error().code, ErrorCode::PrintFailed);
    const auto noted =
        waited(desk.outcome(work.visit(), issued->numbers, desk::PrintResult::Failed));
    QVERIFY(noted.has_value());
    const auto row = work.rows().last();
    QCOMPARE(row.procedure, QStringLiteral("PrintOutcome"));
    QCOMPARE(row.outcome, evidence::Outcome::Failed);
    QCOMPARE(row.issueNumbers, issued->numbers);
    const auto again = waited(desk.issue(work.visit(), request, printer));
    QVERIFY(again.has_value());
    QVERIFY(again->numbers != issued->numbers);
}

QTEST_MAIN(TestDeskIndividual)
#include "tst_deskindividual.moc"
