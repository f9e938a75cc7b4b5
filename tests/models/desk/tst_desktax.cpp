// links: madoguchi_app
#include "desk/visits.h"
#include "models/desk/fileprocedures.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::all;
using counterwork::codeOf;
using counterwork::Handmade;
using counterwork::Procedure;
using counterwork::procedures;
using desk::Caller;
using desk::FileRequest;
using desk::Right;
using desk::Rights;
namespace people = counterwork::people;

namespace {

constexpr ErrorCode done = ErrorCode::Count;
const QString why = QStringLiteral("本人が来庁し相談");

} // namespace

/// The files of tax, collection and pension at the counter: each behind its right, a purpose of its
/// work and a caller who is known; nothing of a protected person; one row each with the name of the
/// file (地方税法 第22条, PEN-R40, LG-3, municipal-facts.md 4.12).
class TestDeskTax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFileOpensAndLeavesItsRow_data() { columns(); }
    void aFileOpensAndLeavesItsRow();
    void withoutTheRightNothingOpens_data() { columns(); }
    void withoutTheRightNothingOpens();
    void aVisitIsNeeded_data() { columns(); }
    void aVisitIsNeeded();
    void thePurposeFitsTheFile_data() { columns(); }
    void thePurposeFitsTheFile();
    void aCallerSaysWhoHeIs_data() { columns(); }
    void aCallerSaysWhoHeIs();
    void aProtectedPersonIsRefused_data() { columns(); }
    void aProtectedPersonIsRefused();
    void aReasonOpensAProtectedPerson_data() { columns(); }
    void aReasonOpensAProtectedPerson();
    void nobodyHasNoFile_data() { columns(); }
    void nobodyHasNoFile();
    void purposesAreThoseOfOnesWork();

private:
    static void columns();
    [[nodiscard]] desk::ViewTax &desk() { return *m_view; }
    /// Another clerk at the same place.
    void rights(Rights rights);

    std::unique_ptr<Handmade> m_place;
    std::unique_ptr<desk::ViewTax> m_view;
};

void TestDeskTax::init()
{
    rights(all);
}

void TestDeskTax::rights(Rights rights)
{
    m_view.reset();
    m_place = std::make_unique<Handmade>(counterwork::fileWorld(), rights, true);
    m_view = std::make_unique<desk::ViewTax>(m_place->counter());
}

void TestDeskTax::columns()
{
    QTest::addColumn<int>("which");
    const auto every = procedures();
    for (qsizetype i = 0; i < every.size(); ++i)
        QTest::newRow(every.at(i).name) << int(i);
}

void TestDeskTax::aFileOpensAndLeavesItsRow()
{
    QFETCH(int, which);
    const Procedure one = procedures().at(which);
    const auto visit = m_place->visit(QString::fromLatin1(one.purpose));
    QCOMPARE(one.open(desk(), {.visit = visit, .person = {people::father}}), done);
    const auto rows = m_place->newRows();
    QCOMPARE(rows.size(), 1);
    const evidence::Row &row = rows.first();
    QCOMPARE(row.procedure, QString::fromLatin1(one.name));
    QCOMPARE(row.operation, evidence::Operation::Access);
    QCOMPARE(row.outcome, evidence::Outcome::Done);
    QCOMPARE(row.fileName, QString::fromUtf8(one.file));
    QCOMPARE(row.purpose, QString::fromLatin1(one.purpose));
    QCOMPARE(row.visit, visit.value.toString(QUuid::WithoutBraces));
    QCOMPARE(row.individualNumberAccessed, false);
    QVERIFY(!row.tablesVersion.isEmpty());
    QCOMPARE(row.count, quint32(row.subjects.size()));
    QCOMPARE(row.subjects.first(), (base::SnapshotId{{people::father}, 3}));
    const audit::Details details = m_place->opened(row);
    QCOMPARE(details.people.size(), row.subjects.size());
    QCOMPARE(details.people.first().name, QStringLiteral("山田　太郎"));
    if (which != 5) { // a list of names has no more
        QCOMPARE(row.subjects.size(), 1);
        QCOMPARE(details.people.first().address,
                 QStringLiteral("あさぎり県みどり野市本町三丁目1番地"));
        QCOMPARE(details.people.first().bornOn, QStringLiteral("1970-01-01"));
        QCOMPARE(details.people.first().sex, QStringLiteral("2"));
    }
    evidence::Row clear = row;
    clear.sealed.clear();
    QVERIFY(!evidence::encode(clear).contains(QByteArrayLiteral("山田")));
    QVERIFY(!row.sealed.contains(QByteArrayLiteral("山田")));
}

void TestDeskTax::withoutTheRightNothingOpens()
{
    QFETCH(int, which);
    const Procedure one = procedures().at(which);
    // Every other right there is.
    Rights others = Rights(Right::Search) | Right::History | Right::OpenRestricted |
                    Right::IssueCertificate | Right::ExportLog | Right::UnlockUser;
    if (which != 5)
        others |= all & ~Rights(one.right);
    rights(others);
    const auto visit = m_place->visit(QString::fromLatin1(one.purpose));
    QCOMPARE(one.open(desk(), {.visit = visit, .person = {people::father}}),
             ErrorCode::RightMissing);
    const auto rows = m_place->newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QString::fromLatin1(one.name));
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QCOMPARE(rows.first().reason, QStringLiteral("RightMissing"));
    QVERIFY(rows.first().subjects.isEmpty());
}

void TestDeskTax::aVisitIsNeeded()
{
    QFETCH(int, which);
    const Procedure one = procedures().at(which);
    QCOMPARE(one.open(desk(), {.person = {people::father}, .purpose = QStringLiteral("tax")}),
             ErrorCode::VisitMissing);
    const auto visit = m_place->visit(QString::fromLatin1(one.purpose));
    m_place->counter().setLocked(true);
    QCOMPARE(one.open(desk(), {.visit = visit, .person = {people::father}}),
             ErrorCode::NotSignedIn);
    QVERIFY(m_place->rows().isEmpty());
}

void TestDeskTax::thePurposeFitsTheFile()
{
    QFETCH(int, which);
    const Procedure one = procedures().at(which);
    const QString fitting = QString::fromLatin1(one.purpose);
    const QString misfit = QString::fromLatin1(one.misfit);
    const auto forPapers = m_place->visit(misfit);
    const auto forThis = m_place->visit(fitting);
    struct Refused
    {
        desk::VisitId visit;
        QString asked;
        QString logged; ///< the purpose of the visit: no other was accepted
    };
    // Nothing was said yet: it is asked.
    QCOMPARE(one.open(desk(), {.visit = forPapers, .person = {people::father}}),
             ErrorCode::PurposeMissing);
    QVERIFY(m_place->newRows().isEmpty());
    for (const Refused &refused :
         {Refused{forThis, misfit, fitting}, Refused{forPapers, misfit, misfit},
          Refused{forPapers, QStringLiteral("curiosity"), misfit},
          Refused{forThis, QStringLiteral("curiosity"), fitting}}) {
        QCOMPARE(one.open(desk(), {.visit = refused.visit,
                                   .person = {people::father},
                                   .purpose = refused.asked}),
                 ErrorCode::PurposeMissing);
        const auto rows = m_place->newRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
        QCOMPARE(rows.first().reason, QStringLiteral("PurposeMissing"));
        QCOMPARE(rows.first().fileName, QString::fromUtf8(one.file));
        QCOMPARE(rows.first().purpose, refused.logged);
        QCOMPARE(rows.first().subjects, (QList{base::SnapshotId{{people::father}, 3}}));
        QVERIFY(rows.first().sealed.isEmpty());
    }
    QCOMPARE(one.open(desk(), {.visit = forPapers, .person = {people::father}, .purpose = fitting}),
             done);
    QCOMPARE(m_place->newRows().last().purpose, fitting);
    // For this file only: the visit is what it was.
    QCOMPARE(one.open(desk(), {.visit = forPapers, .person = {people::father}}),
             ErrorCode::PurposeMissing);
}

void TestDeskTax::aCallerSaysWhoHeIs()
{
    QFETCH(int, which);
    const Procedure one = procedures().at(which);
    const auto visit = m_place->visit(QString::fromLatin1(one.purpose), Caller::Telephone);
    for (int said = 0; said < 16; ++said) {
        const desk::CallerCheck caller{.name = (said & 1) != 0,
                                       .birthDate = (said & 2) != 0,
                                       .address = (said & 4) != 0,
                                       .number = (said & 8) != 0,
                                       .note = QStringLiteral("声に聞き覚えあり")};
        const int count = (said & 1) + (said >> 1 & 1) + (said >> 2 & 1) + (said >> 3 & 1);
        QCOMPARE(one.open(desk(), {.visit = visit, .person = {people::father}, .caller = caller}),
                 count >= 3 ? done : ErrorCode::CallerUnknown);
        const auto rows = m_place->newRows();
        QCOMPARE(rows.size(), count == 0 ? 0 : 1); // nothing said yet: it is asked
        if (rows.isEmpty())
            continue;
        QCOMPARE(rows.first().fileName, QString::fromUtf8(one.file));
        QVERIFY(rows.first().subjects.contains(base::SnapshotId{{people::father}, 3}));
        if (count < 3) {
            QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
            QCOMPARE(rows.first().reason, QStringLiteral("CallerUnknown"));
            QVERIFY(rows.first().sealed.isEmpty());
            continue;
        }
        QStringList items;
        for (const auto &[bit, item] : {std::pair(1, "氏名"), std::pair(2, "生年月日"),
                                        std::pair(4, "住所"), std::pair(8, "通知書番号等")}) {
            if (said & bit)
                items.append(QString::fromUtf8(item));
        }
        const auto conditions = m_place->opened(rows.first()).conditions;
        QVERIFY(conditions.contains({QStringLiteral("電話での確認"), items.join(u'・')}));
        QVERIFY(conditions.contains({QStringLiteral("確認の備考"), caller.note}));
    }
    // At the counter nobody is asked.
    const auto here = m_place->visit(QString::fromLatin1(one.purpose));
    QCOMPARE(one.open(desk(), {.visit = here, .person = {people::father}}), done);
}

void TestDeskTax::aProtectedPersonIsRefused()
{
    QFETCH(int, which);
    const Procedure one = procedures().at(which);
    const auto visit = m_place->visit(QString::fromLatin1(one.purpose));
    for (const qint64 person : {people::hidden, people::housemate}) {
        for (const QString &reason : {QString(), why}) {
            QCOMPARE(one.open(desk(), {.visit = visit, .person = {person}, .reason = reason}),
                     ErrorCode::RestrictedRecord);
            const auto rows = m_place->newRows();
            QCOMPARE(rows.size(), 1);
            QCOMPARE(rows.first().procedure, QString::fromLatin1(one.name));
            QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
            QCOMPARE(rows.first().reason, QStringLiteral("RestrictedRecord"));
            QCOMPARE(rows.first().fileName, QString::fromUtf8(one.file));
            QCOMPARE(rows.first().subjects, (QList{base::SnapshotId{{person}, 1}}));
            QVERIFY(rows.first().sealed.isEmpty());
        }
    }
}

void TestDeskTax::aReasonOpensAProtectedPerson()
{
    QFETCH(int, which);
    rights(all | Right::OpenRestricted);
    const Procedure one = procedures().at(which);
    const auto visit = m_place->visit(QString::fromLatin1(one.purpose));
    const FileRequest request{.visit = visit, .person = {people::hidden}};
    QCOMPARE(one.open(desk(), request), ErrorCode::ReasonMissing);
    QVERIFY(m_place->newRows().isEmpty()); // as for the record: nothing was shown yet
    FileRequest withReason = request;
    withReason.reason = why;
    QCOMPARE(one.open(desk(), withReason), done);
    QCOMPARE(one.open(desk(), request), done); // ten minutes, this visit
    for (const evidence::Row &row : m_place->newRows()) {
        QCOMPARE(row.reason, QStringLiteral("OpenRestricted"));
        QCOMPARE(m_place->opened(row).reason, why);
    }
    withReason.reason = QString(201, u'理');
    QCOMPARE(one.open(desk(), withReason), ErrorCode::ConditionTooLong);
    m_place->clock().pass(600'000);
    QCOMPARE(one.open(desk(), request), ErrorCode::ReasonMissing);
}

void TestDeskTax::nobodyHasNoFile()
{
    QFETCH(int, which);
    const Procedure one = procedures().at(which);
    const auto visit = m_place->visit(QString::fromLatin1(one.purpose));
    QCOMPARE(one.open(desk(), {.visit = visit, .person = {999'999'999}}),
             ErrorCode::ResidentUnknown);
    QVERIFY(m_place->rows().isEmpty());
}

void TestDeskTax::purposesAreThoseOfOnesWork()
{
    const auto codes = [](const QList<desk::Purpose> &purposes) {
        QStringList found;
        for (const desk::Purpose &one : purposes)
            found.append(one.code);
        return found;
    };
    const QStringList taxes{QStringLiteral("tax"), QStringLiteral("taxreturn")};
    const QStringList collection{QStringLiteral("payment"), QStringLiteral("arrears"),
                                 QStringLiteral("refund")};
    const QStringList pensions{QStringLiteral("pension"), QStringLiteral("exemption"),
                               QStringLiteral("pensioninquiry")};
    QCOMPARE(codes(desk().purposesFor(QStringLiteral("tax"))), taxes);
    QCOMPARE(codes(desk().purposesFor(QStringLiteral("collection"))), collection);
    QCOMPARE(codes(desk().purposesFor(QStringLiteral("pension"))), pensions);
    const auto offered = [&](Rights mine) {
        rights(mine);
        return codes(desk::Visits(m_place->counter()).purposes());
    };
    QCOMPARE(offered(Right::ViewTax), taxes);
    QCOMPARE(offered(Right::ViewLedger), collection);
    QCOMPARE(offered(Right::ViewPension), pensions);
    QCOMPARE(offered(Rights(Right::ViewTax) | Right::ViewLedger), taxes + collection);
    for (const QString &code : taxes + collection + pensions)
        QVERIFY(!offered(Right::Search).contains(code));
    QVERIFY(offered(Right::Search).contains(QStringLiteral("certificate")));
    QVERIFY(!offered(Right::ViewTax).contains(QStringLiteral("certificate")));
}

QTEST_MAIN(TestDeskTax)
#include "tst_desktax.moc"
