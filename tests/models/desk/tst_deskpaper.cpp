// links: madoguchi_app
#include "desk/certificatedesk.h"
#include "models/desk/handmade.h"
#include "support/trainingplace.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::Handmade;
using desk::Right;
using desk::Rights;
using residents::RestrictionLevel;
using support::waited;

namespace {

const desk::Rights clerkRights = Rights{Right::Search} | Right::IssueCertificate;

/// A household of two; something rests on the first one.
QList<cache::StoredRow> household(const std::optional<residents::Restriction> &restriction)
{
    residents::Household home = support::aHousehold(7, 1);
    const residents::Snapshot head = support::aPerson(1).named(u"山田", u"花子").inHousehold(7);
    const residents::Snapshot child =
        support::aPerson(2).named(u"山田", u"一郎").inHousehold(7).as(u"子");
    home.address = head.address;
    QList<cache::StoredRow> rows{support::rowOf(head), support::rowOf(child), support::rowOf(home)};
    if (restriction)
        rows.append(support::rowOf(*restriction));
    return rows;
}

certificates::Request application(qint64 person)
{
    certificates::Request request;
    request.household = {7};
    request.persons = {{person}};
    request.identification.documents = {QStringLiteral("driving-licence")};
    return request;
}

residents::Restriction protection(RestrictionLevel certificate)
{
    residents::Restriction restriction = support::aProtection(1, 1);
    restriction.certificate = certificate;
    return restriction;
}

} // namespace

/// What no certificate and no preview may give away, whatever the register says of it; and paper
/// that can be made once only.
class TestDeskPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPreviewShowsNoMoreThanTheRecord_data();
    void aPreviewShowsNoMoreThanTheRecord();
    void aReasonOpensThePreview();
    void anOriginalIsNotPrintedIntoAFile();
};

void TestDeskPaper::aPreviewShowsNoMoreThanTheRecord_data()
{
    QTest::addColumn<RestrictionLevel>("level");
    QTest::addColumn<bool>("hides");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<qint64>("person");
    const QDate begun(2026, 1, 5);
    const QDate later(2026, 11, 3); // the day after the clock's
    QTest::newRow("alert, himself") << RestrictionLevel::Alert << true << begun << qint64{1};
    QTest::newRow("alert, child") << RestrictionLevel::Alert << true << begun << qint64{2};
    QTest::newRow("none, child") << RestrictionLevel::None << true << begun << qint64{2};
    QTest::newRow("from tomorrow") << RestrictionLevel::Stop << true << later << qint64{1};
    QTest::newRow("record closed") << RestrictionLevel::Alert << false << begun << qint64{1};
}

void TestDeskPaper::aPreviewShowsNoMoreThanTheRecord()
{
    QFETCH(RestrictionLevel, level);
    QFETCH(bool, hides);
    QFETCH(QDate, from);
    QFETCH(qint64, person);
    residents::Restriction restriction = protection(level);
    restriction.hidesAddress = hides;
    restriction.from = from;
    Handmade work(household(restriction), clerkRights, true);
    desk::CertificateDesk certificates(work.counter());
    const auto preview = waited(certificates.preview(work.visit(), application(person)));
    QVERIFY(!preview.has_value());
    QCOMPARE(preview.error().code, ErrorCode::RestrictedRecord);
    const auto issued = waited(
        certificates.issue(work.visit(), application(person), QStringLiteral("/tmp/none.pdf")));
    QVERIFY(!issued.has_value());
    QCOMPARE(issued.error().code, ErrorCode::RestrictedRecord);
    const QList<evidence::Row> rows = work.rows();
    QCOMPARE(rows.size(), 2);
    for (const evidence::Row &row : rows) {
        QCOMPARE(row.outcome, evidence::Outcome::Refused);
        QCOMPARE(row.reason, QStringLiteral("RestrictedRecord"));
        QVERIFY(row.issueNumbers.isEmpty());
    }
}

void TestDeskPaper::aReasonOpensThePreview()
{
    Handmade work(household(protection(RestrictionLevel::Alert)),
                  clerkRights | Right::OpenRestricted, true);
    desk::CertificateDesk certificates(work.counter());
    const auto closed = waited(certificates.preview(work.visit(), application(1)));
    QVERIFY(!closed.has_value());
    QCOMPARE(closed.error().code, ErrorCode::ReasonMissing);
    QVERIFY(work.rows().isEmpty());
    const auto visit = work.counter().openVisit(work.visit());
    QVERIFY(visit.has_value());
    const QString why = QStringLiteral("本人が来庁し相談");
    QCOMPARE(work.counter().reasonFor(*visit, {1}, why), why);
    const auto open = waited(certificates.preview(work.visit(), application(1)));
    QVERIFY2(open.has_value(), open ? "" : qPrintable(open.error().detail));
    QVERIFY(open->pages.pageCount() > 0);
    // The reason was for this record only.
    const auto other = waited(certificates.preview(work.visit(), application(2)));
    QVERIFY(!other.has_value());
    QCOMPARE(other.error().code, ErrorCode::ReasonMissing);
}

void TestDeskPaper::anOriginalIsNotPrintedIntoAFile()
{
    const QString file = QStringLiteral("/tmp/none.pdf");
    Handmade live(household({}), clerkRights, false);
    const auto refused =
        waited(desk::CertificateDesk(live.counter()).issue(live.visit(), application(1), file));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::PrinterMissing);
    QCOMPARE(live.rows().size(), 1);
    QCOMPARE(live.rows().first().outcome, evidence::Outcome::Refused);
    QVERIFY(live.rows().first().issueNumbers.isEmpty());
    const auto printed = waited(desk::CertificateDesk(live.counter())
                                    .issue(live.visit(), application(1), QStringLiteral("LP1")));
    QVERIFY2(printed.has_value(), printed ? "" : qPrintable(printed.error().detail));
    Handmade training(household({}), clerkRights, true);
    QVERIFY(
        waited(
            desk::CertificateDesk(training.counter()).issue(training.visit(), application(1), file))
            .has_value());
}

QTEST_MAIN(TestDeskPaper)
#include "tst_deskpaper.moc"
