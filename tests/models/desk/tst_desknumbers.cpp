// links: madoguchi_app
#include "models/desk/writingworld.h"

#include <QtTest>

using base::ErrorCode;
using counterwork::codeOf;
using counterwork::Colleague;
using counterwork::WritingPlace;
using desk::Caller;
using desk::Right;
using desk::Rights;
namespace people = counterwork::people;

namespace {
const QString why = QStringLiteral("個人番号カードの申請");
const Rights revealer = Rights(Right::Search) | Right::RevealNumber;
} // namespace

/// 個人番号 of one person: asked for with a right, a reason and at the counter, answered when the
/// register's row and the station's are written, with 個人番号アクセス有無 (R-AUZ-05, R-AUZ-06,
/// R-LOG-04).
class TestDeskNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNumberIsRevealedAndLogged();
    void theRightAndAVisitAreNeeded();
    void aReasonIsNeeded();
    void theTelephoneIsToldNone();
    void aProtectedPersonIsBehindTheGate();
    void whatTheRegisterRefusesIsSaid_data();
    void whatTheRegisterRefusesIsSaid();
    void nothingIsRevealedWithoutItsRow();
    void aLockedScreenIsShownNothing_data();
    void aLockedScreenIsShownNothing();

private:
    void clerk(Rights rights);
    [[nodiscard]] base::Result<desk::RevealedNumber>
    reveal(qint64 person, const QString &reason = why, Caller caller = Caller::Self)
    {
        return m_place->desk()
            .numbers()
            .reveal(m_place->request(person, caller).visit, {person}, reason)
            .result();
    }
    std::unique_ptr<WritingPlace> m_place;
};

void TestDeskNumbers::init()
{
    clerk(revealer);
}

void TestDeskNumbers::clerk(Rights rights)
{
    m_place.reset();
    m_place = std::make_unique<WritingPlace>(counterwork::writingWorld(), rights);
}

void TestDeskNumbers::aNumberIsRevealedAndLogged()
{
    const auto number = reveal(people::father, QStringLiteral("　個人番号カードの申請 "));
    QVERIFY(number.has_value());
    QCOMPARE(number->person.value, people::father);
    const QByteArray digits(reinterpret_cast<const char *>(number->individualNumber.data()),
                            qsizetype(number->individualNumber.size()));
    QCOMPARE(digits, QByteArrayLiteral("123456789018"));
    QCOMPARE(m_place->reg().reasons, QStringList{why});
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    const evidence::Row &row = rows.first();
    QCOMPARE(row.number, number->logRow);
    QCOMPARE(row.procedure, QStringLiteral("RevealNumber"));
    QCOMPARE(row.outcome, evidence::Outcome::Done);
    QVERIFY(row.individualNumberAccessed);
    QCOMPARE(row.fileName, QStringLiteral("住民基本台帳ファイル"));
    QCOMPARE(row.subjects, (QList<base::SnapshotId>{{{people::father}, 3}}));
    QCOMPARE(m_place->place().opened(row).reason, why);
    QVERIFY(!evidence::encode(row).contains("123456789018"));
}

void TestDeskNumbers::theRightAndAVisitAreNeeded()
{
    clerk(WritingPlace::writer() | Right::OpenRestricted | Right::CheckEntry |
          Right::IssueCertificate | Right::History);
    QCOMPARE(codeOf(reveal(people::father)), ErrorCode::RightMissing);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QVERIFY(!rows.first().individualNumberAccessed);
    QVERIFY(m_place->reg().reasons.isEmpty());
    clerk(revealer);
    QCOMPARE(codeOf(m_place->desk().numbers().reveal({}, {people::father}, why).result()),
             ErrorCode::VisitMissing);
    QVERIFY(m_place->reg().reasons.isEmpty());
}

void TestDeskNumbers::aReasonIsNeeded()
{
    QCOMPARE(codeOf(reveal(people::father, QStringLiteral("　 "))), ErrorCode::ReasonMissing);
    QVERIFY(m_place->reg().reasons.isEmpty());
    QVERIFY(m_place->place().newRows().isEmpty());
}

void TestDeskNumbers::theTelephoneIsToldNone()
{
    QCOMPARE(codeOf(reveal(people::father, why, Caller::Telephone)), ErrorCode::CallerUnknown);
    QVERIFY(m_place->reg().reasons.isEmpty());
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QCOMPARE(rows.first().subjects.first().person.value, people::father);
}

void TestDeskNumbers::aProtectedPersonIsBehindTheGate()
{
    QCOMPARE(codeOf(reveal(people::hidden)), ErrorCode::RestrictedRecord);
    QVERIFY(m_place->reg().reasons.isEmpty());
    clerk(revealer | Right::OpenRestricted);
    QVERIFY(reveal(people::hidden).has_value());
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.last().reason, QStringLiteral("OpenRestricted"));
    QVERIFY(rows.last().individualNumberAccessed);
}

void TestDeskNumbers::whatTheRegisterRefusesIsSaid_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("out of reach") << ErrorCode::RegisterUnreachable;
    QTest::newRow("none held") << ErrorCode::NumberUnknown;
    QTest::newRow("the right has ended") << ErrorCode::RightMissing;
}

void TestDeskNumbers::whatTheRegisterRefusesIsSaid()
{
    QFETCH(ErrorCode, code);
    m_place->reg().noNumber = code;
    QCOMPARE(codeOf(reveal(people::father)), code);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Failed);
    QVERIFY(!rows.first().individualNumberAccessed);
}

void TestDeskNumbers::nothingIsRevealedWithoutItsRow()
{
    const desk::VisitId visit = m_place->request(people::father).visit;
    const auto number = [&] {
        const counterwork::FullDisk full;
        return m_place->desk().numbers().reveal(visit, {people::father}, why).result();
    }();
    QVERIFY(!number.has_value());
    QVERIFY(number.error().code == ErrorCode::LogNotWritten ||
            number.error().code == ErrorCode::DiskFull);
}

void TestDeskNumbers::aLockedScreenIsShownNothing_data()
{
    QTest::addColumn<bool>("ended");
    QTest::newRow("locked") << false;
    QTest::newRow("the visit has ended") << true;
}

/// While the register was asked the card went, or the visit ended: nobody sees the number, and the
/// row says that it came.
void TestDeskNumbers::aLockedScreenIsShownNothing()
{
    QFETCH(bool, ended);
    const desk::VisitId visit = m_place->request(people::father).visit;
    m_place->reg().beforeNumber = [&] {
        if (ended)
            m_place->place().counter().removeVisit(visit);
        else
            m_place->place().counter().setLocked(true);
    };
    QCOMPARE(codeOf(m_place->desk().numbers().reveal(visit, {people::father}, why).result()),
             ended ? ErrorCode::VisitMissing : ErrorCode::NotSignedIn);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Failed);
    QVERIFY(rows.first().individualNumberAccessed);
}

QTEST_MAIN(TestDeskNumbers)
#include "tst_desknumbers.moc"
