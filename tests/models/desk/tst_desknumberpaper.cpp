// links: madoguchi_app
#include "models/desk/writingworld.h"
#include "models/print/wordsofpdf.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QtTest>

using base::ErrorCode;
using certificates::FormKind;
using certificates::Item;
using certificates::RequesterKind;
using counterwork::codeOf;
using counterwork::Colleague;
using counterwork::WritingPlace;
using desk::Caller;
using desk::Right;
using desk::Rights;
namespace people = counterwork::people;

namespace {

const Rights issuer = Rights(Right::Search) | Right::IssueCertificate | Right::RevealNumber;
const QString number = QStringLiteral("１２３４５６７８９０１８");
const QString code = QStringLiteral("２４７２７０５９６０８");

certificates::Request application(RequesterKind requester = RequesterKind::Self)
{
    certificates::Request request;
    request.household = {1};
    request.persons = {{people::father}, {people::child}};
    request.items = Item::IndividualNumber | Item::ResidentCode;
    request.requester = requester;
    request.identification.documents = {QStringLiteral("driving-licence")};
    if (requester != RequesterKind::Self)
        request.requesterName = QStringLiteral("山田　花子");
    if (certificates::isThirdParty(requester))
        request.useOf = QStringLiteral("貸金返還請求訴訟の提起のため");
    return request;
}

} // namespace

/// 住民票の写し with 個人番号 and 住民票コード (municipal-facts.md 5.1, 5.3): on request, to
/// himself or his household, by a clerk with the right; the register hands the numbers out when the
/// paper is issued and not before, and the row says that they were seen.
class TestDeskNumberPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void thePaperBearsThem_data();
    void thePaperBearsThem();
    void withoutAskingTheyAreNotFetched();
    void aPreviewMasksThem();
    void anotherRequesterGetsNone_data();
    void anotherRequesterGetsNone();
    void theRightIsNeeded();
    void theTelephoneGetsNone();
    void whatIsRefusedAsksForNoNumber();
    void withoutTheRegisterThereIsNoPaper_data();
    void withoutTheRegisterThereIsNoPaper();
    void aNumberTooShortIsNotPrinted();
    void nothingIsIssuedWithoutItsRow();

private:
    void clerk(Rights rights);
    [[nodiscard]] base::Result<desk::IssuedCertificate> issue(const certificates::Request &request,
                                                              Caller caller = Caller::Self)
    {
        return m_place->desk()
            .certificates()
            .issue(m_place->place().visit(QStringLiteral("certificate"), caller), request,
                   QStringLiteral("paper.pdf"))
            .result();
    }
    std::unique_ptr<WritingPlace> m_place;
    QTemporaryDir m_folder;
};

void TestDeskNumberPaper::init()
{
    clerk(issuer);
}

void TestDeskNumberPaper::clerk(Rights rights)
{
    m_place.reset();
    QList<cache::StoredRow> rows = counterwork::fileWorld();
    residents::Household home = support::aHousehold(1, people::father);
    home.address = counterwork::father().address;
    rows.append(support::rowOf(home));
    m_place = std::make_unique<WritingPlace>(rows, rights);
}

void TestDeskNumberPaper::thePaperBearsThem_data()
{
    QTest::addColumn<FormKind>("form");
    QTest::newRow("household") << FormKind::Household;
    QTest::newRow("individual") << FormKind::Individual;
}

void TestDeskNumberPaper::thePaperBearsThem()
{
    QFETCH(FormKind, form);
    certificates::Request request = application();
    request.form = form;
    if (form == FormKind::Individual)
        request.persons = {{people::father}};
    const auto issued = issue(request);
    QVERIFY(issued.has_value());
    const QString path = m_folder.filePath(QStringLiteral("paper.pdf"));
    {
        QPdfWriter writer(path);
        writer.setResolution(1200);
        writer.setPageSize(QPageSize(QPageSize::A4));
        QVERIFY(issued->document->printOn(writer).has_value());
    }
    const auto pages = pdf::wordsOf(path);
    QVERIFY(!pages.isEmpty());
    qsizetype numbers = 0;
    qsizetype codes = 0;
    for (const pdf::Word &word : pages.first()) {
        numbers += word.text == number;
        codes += word.text == code;
    }
    QCOMPARE(numbers, request.persons.size());
    QCOMPARE(codes, request.persons.size());
    pdf::picture(path, QString::fromLatin1(QTest::currentDataTag()));
    // The register was told why, once for each.
    QCOMPARE(m_place->reg().reasons.size(), request.persons.size());
    for (const QString &reason : m_place->reg().reasons)
        QVERIFY(reason.contains(QStringLiteral("第12条第1項")));
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QStringLiteral("IssueCertificate"));
    QCOMPARE(rows.first().operation, evidence::Operation::Print);
    QVERIFY(rows.first().individualNumberAccessed);
    QCOMPARE(rows.first().subjects.size(), request.persons.size());
    QVERIFY(!evidence::encode(rows.first()).contains("123456789018"));
}

void TestDeskNumberPaper::withoutAskingTheyAreNotFetched()
{
    certificates::Request request = application();
    request.items = Item::Relationship;
    QVERIFY(issue(request).has_value());
    QVERIFY(m_place->reg().reasons.isEmpty());
    QVERIFY(!m_place->place().newRows().first().individualNumberAccessed);
}

void TestDeskNumberPaper::aPreviewMasksThem()
{
    m_place->reg().reached = false;
    const auto preview =
        m_place->desk()
            .certificates()
            .preview(m_place->place().visit(QStringLiteral("certificate")), application())
            .result();
    QVERIFY(preview.has_value());
    QCOMPARE(preview->pages.pageCount(), 1);
    QVERIFY(preview->refusals.isEmpty());
    QVERIFY(preview->problems.isEmpty());
    QVERIFY(m_place->reg().reasons.isEmpty());
    QVERIFY(!m_place->place().newRows().first().individualNumberAccessed);
    const QString path = m_folder.filePath(QStringLiteral("preview.pdf"));
    {
        QPdfWriter writer(path);
        writer.setPageSize(QPageSize(QPageSize::A4));
        QPainter painter(&writer);
        preview->pages.draw(0, painter, QRectF(0, 0, writer.width(), writer.height()));
    }
    const auto pages = pdf::wordsOf(path);
    QVERIFY(pdf::has(pages.first(), QString(12, u'＊')));
    QVERIFY(!pdf::has(pages.first(), number));
}

void TestDeskNumberPaper::anotherRequesterGetsNone_data()
{
    QTest::addColumn<RequesterKind>("requester");
    QTest::newRow("agent") << RequesterKind::Agent;
    QTest::newRow("official") << RequesterKind::Official;
    QTest::newRow("third party") << RequesterKind::ThirdParty;
    QTest::newRow("professional") << RequesterKind::Professional;
}

void TestDeskNumberPaper::anotherRequesterGetsNone()
{
    QFETCH(RequesterKind, requester);
    QVERIFY(issue(application(RequesterKind::SameHousehold)).has_value());
    m_place->reg().reasons.clear();
    m_place->place().forgetRows();
    QCOMPARE(codeOf(issue(application(requester))), ErrorCode::RefusedItems);
    QVERIFY(m_place->reg().reasons.isEmpty());
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QVERIFY(!rows.first().individualNumberAccessed);
}

void TestDeskNumberPaper::theRightIsNeeded()
{
    clerk(Rights(Right::Search) | Right::IssueCertificate | Right::History);
    QCOMPARE(codeOf(issue(application())), ErrorCode::RightMissing);
    QVERIFY(m_place->reg().reasons.isEmpty());
    QCOMPARE(m_place->place().newRows().first().reason, QStringLiteral("RightMissing"));
}

void TestDeskNumberPaper::theTelephoneGetsNone()
{
    QCOMPARE(codeOf(issue(application(), Caller::Telephone)), ErrorCode::CallerUnknown);
    QVERIFY(m_place->reg().reasons.isEmpty());
    QCOMPARE(m_place->place().newRows().first().outcome, evidence::Outcome::Refused);
}

/// Nothing of the register's is fetched for a paper that will not be made.
void TestDeskNumberPaper::whatIsRefusedAsksForNoNumber()
{
    certificates::Request request = application();
    request.identification.documents.clear();
    QCOMPARE(codeOf(issue(request)), ErrorCode::RequesterIncomplete);
    request = application();
    m_place->place().feed({support::rowOf(support::aProtection(3, people::child))});
    QCOMPARE(codeOf(issue(request)), ErrorCode::RefusedRestriction);
    QVERIFY(m_place->reg().reasons.isEmpty());
}

void TestDeskNumberPaper::withoutTheRegisterThereIsNoPaper_data()
{
    QTest::addColumn<ErrorCode>("failure");
    QTest::newRow("out of reach") << ErrorCode::RegisterUnreachable;
    QTest::newRow("none held") << ErrorCode::NumberUnknown;
    QTest::newRow("the right has ended") << ErrorCode::RightMissing;
}

void TestDeskNumberPaper::withoutTheRegisterThereIsNoPaper()
{
    QFETCH(ErrorCode, failure);
    m_place->reg().noNumber = failure;
    QCOMPARE(codeOf(issue(application())), failure);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Failed);
    QVERIFY(rows.first().issueNumbers.isEmpty());
    // The paper without them can be had.
    certificates::Request request = application();
    request.items = {};
    QVERIFY(issue(request).has_value());
}

void TestDeskNumberPaper::aNumberTooShortIsNotPrinted()
{
    m_place->reg().individualNumber = QByteArrayLiteral("12345678901");
    QCOMPARE(codeOf(issue(application())), ErrorCode::NumberUnknown);
    const auto rows = m_place->place().newRows();
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.first().individualNumberAccessed); // the register did hand something out
    QVERIFY(rows.first().issueNumbers.isEmpty());
}

void TestDeskNumberPaper::nothingIsIssuedWithoutItsRow()
{
    const auto visit = m_place->place().visit(QStringLiteral("certificate"));
    const counterwork::FullDisk full;
    const auto issued = m_place->desk()
                            .certificates()
                            .issue(visit, application(), QStringLiteral("paper.pdf"))
                            .result();
    QVERIFY(!issued.has_value());
}

QTEST_MAIN(TestDeskNumberPaper)
#include "tst_desknumberpaper.moc"
