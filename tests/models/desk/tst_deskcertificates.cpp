// links: madoguchi_app
#include "models/desk/counterwork.h"

#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QProcess>
#include <QtTest>

using base::ErrorCode;
using certificates::Item;
using certificates::Items;
using certificates::Request;
using certificates::RequesterKind;
using support::waited;

/// 住民票の写し at the counter: numbers one a copy and without gaps, refusals before a number is
/// taken, paper that prints once (JS1 5.1, JS1 5.8, municipal-facts.md 5.1-5.4).
class TestDeskCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPreviewTakesNoNumber();
    void eachCopyHasTheNextNumber();
    void whatIsNotAllowedTakesNoNumber_data();
    void whatIsNotAllowedTakesNoNumber();
    void theRemovedAreRefused();
    void theRemovedHaveAPaperOfTheirOwn();
    void everyHistoryFitsItsPaper();
    void missingGlyphsAreFoundBefore();
    void oldRestrictionDataIssuesNothing();
    void aClockSetBackMakesNothingNew();
    void paperPrintsOnceAndIsMarked();
    void outcomesAreNoted_data();
    void outcomesAreNoted();
    void whatNobodySaidIsNotedAtTheNextSignIn();
    void nothingChosenShowsNothing();

private:
    [[nodiscard]] base::Result<desk::IssuedCertificate> issue(const Request &request)
    {
        return waited(m_work->desk().certificates().issue(m_visit, request, {}));
    }
    /// The serial of the next copy.
    [[nodiscard]] int nextSerial();

    std::unique_ptr<support::TrainingPlace> m_place;
    counterwork::City m_city;
    std::unique_ptr<counterwork::AtDesk> m_work;
    desk::VisitId m_visit;
    QList<residents::Snapshot> m_family;
};

namespace {

/// How much of the first page bears the grey of a mark across.
double shareOfGrey(const QString &pdf)
{
    const QString target = pdf + QStringLiteral(".page");
    QProcess painter;
    painter.start(QStringLiteral("pdftoppm"),
                  {QStringLiteral("-r"), QStringLiteral("100"), QStringLiteral("-png"),
                   QStringLiteral("-singlefile"), pdf, target});
    if (!painter.waitForFinished(60'000))
        return 0;
    const QImage page =
        QImage(target + QStringLiteral(".png")).convertToFormat(QImage::Format_RGB32);
    qint64 grey = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x)
            grey += page.pixel(x, y) == qRgb(0xE2, 0xE2, 0xE2) ? 1 : 0;
    }
    return page.isNull() ? 0 : double(grey) / double(page.width() * page.height());
}

constexpr int mostPapers = 60;

int serialOf(const QString &number)
{
    return number.section(u' ', -1).toInt();
}

} // namespace

void TestDeskCertificates::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    {
        counterwork::AtDesk supervisor(*m_place, QStringLiteral("shunin1"));
        m_city.read(supervisor);
    }
    m_work = std::make_unique<counterwork::AtDesk>(*m_place, QStringLiteral("madoguchi1"));
    m_visit = m_work->visit();
    m_family = m_city.anOrdinaryHousehold(2);
}

int TestDeskCertificates::nextSerial()
{
    const auto issued = issue(counterwork::anApplication(m_family));
    if (!issued || issued->numbers.size() != 1)
        qFatal("no certificate: %d", issued ? 0 : int(issued.error().code));
    return serialOf(issued->numbers.first());
}

void TestDeskCertificates::aPreviewTakesNoNumber()
{
    const int before = nextSerial();
    m_work->forgetRows();
    const auto preview = waited(
        m_work->desk().certificates().preview(m_visit, counterwork::anApplication(m_family)));
    QVERIFY(preview.has_value());
    QVERIFY(preview->refusals.isEmpty());
    QVERIFY(preview->problems.isEmpty());
    QVERIFY(preview->pages.pageCount() >= 1);
    QCOMPARE(m_work->newRows().size(), 1);
    QCOMPARE(nextSerial(), before + 1);
}

void TestDeskCertificates::eachCopyHasTheNextNumber()
{
    const int before = nextSerial();
    const auto issued = issue(counterwork::anApplication(m_family, 3));
    QVERIFY(issued.has_value());
    QCOMPARE(issued->numbers.size(), 3);
    // 発行年月日 市区町村名 端末名番号 プリンタ番号 連番 (JS1 5.1); without a printer four parts.
    const QString day = m_work->clock().today().toString(QStringLiteral("yyyyMMdd"));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(issued->numbers.at(i).startsWith(day + u' '));
        QVERIFY(issued->numbers.at(i).section(u' ', -1).size() >= 3);
        QCOMPARE(serialOf(issued->numbers.at(i)), before + 1 + i);
    }
    QCOMPARE(nextSerial(), before + 4);
}

void TestDeskCertificates::whatIsNotAllowedTakesNoNumber_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<int>("code");
    const Request good = counterwork::anApplication(m_family);
    const auto row = [](const char *name, const Request &request, ErrorCode code) {
        QTest::newRow(name) << request << int(code);
    };
    Request bad = good;
    bad.persons.clear();
    row("nobody chosen", bad, ErrorCode::NobodyChosen);
    bad = good;
    bad.identification = {};
    row("not identified", bad, ErrorCode::RequesterIncomplete);
    bad.identification.documents = {QStringLiteral("employee")};
    row("one document of the second class", bad, ErrorCode::RequesterIncomplete);
    bad.identification.documents = {QStringLiteral("employee"), QStringLiteral("employee")};
    row("the same one twice", bad, ErrorCode::RequesterIncomplete);
    bad.identification.documents = {QStringLiteral("library-card")};
    row("no such document", bad, ErrorCode::RequesterIncomplete);
    bad = good;
    bad.requester = RequesterKind::Agent;
    row("agent without name", bad, ErrorCode::RequesterIncomplete);
    bad.requesterName = QStringLiteral("　 ");
    row("agent with a blank name", bad, ErrorCode::RequesterIncomplete);
    bad = good;
    bad.requester = RequesterKind::ThirdParty;
    bad.requesterName = QStringLiteral("債権　一郎");
    row("third party without a use", bad, ErrorCode::RequesterIncomplete);
    bad.useOf = QStringLiteral("調査");
    row("third party with a use that is none", bad, ErrorCode::RequesterIncomplete);
    bad.useOf = QStringLiteral("貸金返還請求訴訟の提起のため");
    bad.items = Item::Domicile;
    row("third party and 本籍", bad, ErrorCode::RefusedItems);
    bad.items = Item::Relationship;
    row("third party and 続柄", bad, ErrorCode::RefusedItems);
    bad.items = {};
    bad.identification = {.documents = {}, .questioned = true};
    row("third party by questions", bad, ErrorCode::RequesterIncomplete);
    bad = good;
    bad.persons.append(base::PersonId{999'999'999});
    row("a stranger", bad, ErrorCode::ResidentUnknown);
    for (const int copies : {-1, 0, 21, 1'000'000}) {
        bad = good;
        bad.copies = copies;
        row(qPrintable(QStringLiteral("%1 copies").arg(copies)), bad,
            ErrorCode::ConditionUnreadable);
    }
}

void TestDeskCertificates::whatIsNotAllowedTakesNoNumber()
{
    QFETCH(Request, request);
    QFETCH(int, code);
    const int before = nextSerial();
    m_work->forgetRows();
    const auto issued = issue(request);
    QVERIFY(!issued.has_value());
    QCOMPARE(int(issued.error().code), code);
    QVERIFY(!issued.error().detail.isEmpty()); // the rule is named
    const QList<evidence::Row> rows = m_work->newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().outcome, evidence::Outcome::Refused);
    QCOMPARE(rows.first().reason, issued.error().detail);
    QVERIFY(rows.first().issueNumbers.isEmpty());
    QCOMPARE(nextSerial(), before + 1);
}

void TestDeskCertificates::theRemovedAreRefused()
{
    const auto removed =
        std::find_if(m_city.people().begin(), m_city.people().end(), [this](const auto &person) {
            return !residents::isPresent(person.state) && !m_city.isTouched(person);
        });
    QVERIFY(removed != m_city.people().end());
    const int before = nextSerial();
    const Request request = counterwork::anApplication({*removed});
    for (const auto &code :
         {waited(m_work->desk().certificates().preview(m_visit, request)).error().code,
          issue(request).error().code})
        QCOMPARE(code, ErrorCode::RefusedRemoved);
    QCOMPARE(nextSerial(), before + 1);
}

/// 除票 of everybody removed whom nothing touches: each has a paper on which everything fits.
void TestDeskCertificates::theRemovedHaveAPaperOfTheirOwn()
{
    const Items all = Item::Relationship | Item::Domicile | Item::ForeignItems |
                      Item::FormerFamily | Item::History;
    int papers = 0;
    for (const auto &person : m_city.people()) {
        if (residents::isPresent(person.state) || m_city.isTouched(person) ||
            counterwork::City::isWithoutGlyph(person) || papers >= mostPapers)
            continue;
        Request request = counterwork::anApplication({person});
        request.form = certificates::FormKind::Removed;
        request.items = all;
        request.requester = RequesterKind::ThirdParty;
        request.requesterName = QStringLiteral("相続　人");
        request.useOf = QStringLiteral("相続登記の申請のため");
        m_work->forgetRows();
        const auto shown = waited(m_work->desk().certificates().preview(m_visit, request));
        if (!shown) { // somebody hides where he once lived
            QCOMPARE(shown.error().code, ErrorCode::RefusedRestriction);
            continue;
        }
        QVERIFY(shown->refusals.isEmpty() && shown->problems.isEmpty());
        QVERIFY(shown->pages.pageCount() >= 1);
        const auto rows = m_work->newRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().subjects.size(), person.id.version);
        ++papers;
    }
    QVERIFY(papers > 5);
}

/// The same of present residents, with all that can be asked for.
void TestDeskCertificates::everyHistoryFitsItsPaper()
{
    int papers = 0;
    for (const auto &person : m_city.people()) {
        if (person.state != residents::State::Resident || person.id.version < 2 ||
            m_city.isTouched(person) || counterwork::City::isWithoutGlyph(person) ||
            papers >= mostPapers)
            continue;
        Request request = counterwork::anApplication({person});
        request.form = certificates::FormKind::Individual;
        request.items = Item::Domicile | Item::ForeignItems | Item::History;
        const auto shown = waited(m_work->desk().certificates().preview(m_visit, request));
        if (!shown) {
            QCOMPARE(shown.error().code, ErrorCode::RefusedRestriction);
            continue;
        }
        QVERIFY(shown->problems.isEmpty());
        papers += shown->pages.pageCount() >= 1 ? 1 : 0;
    }
    QVERIFY(papers > 20);
}

void TestDeskCertificates::missingGlyphsAreFoundBefore()
{
    const auto rare =
        std::find_if(m_city.people().begin(), m_city.people().end(), [this](const auto &person) {
            return counterwork::City::isWithoutGlyph(person) &&
                   residents::isPresent(person.state) && !m_city.isTouched(person);
        });
    QVERIFY(rare != m_city.people().end());
    const int before = nextSerial();
    const Request request = counterwork::anApplication({*rare}, 2);
    const auto preview = waited(m_work->desk().certificates().preview(m_visit, request));
    QVERIFY(preview.has_value());
    QVERIFY(!preview->problems.isEmpty());
    const print::Problem &problem = preview->problems.first();
    QCOMPARE(problem.code, ErrorCode::GlyphMissing);
    QVERIFY(problem.codePoints.startsWith(u"U+31350"));
    QCOMPARE(preview->pages.pageCount(), 0);
    m_work->forgetRows();
    const auto issued = issue(request);
    QVERIFY(!issued.has_value());
    QCOMPARE(issued.error().code, ErrorCode::GlyphMissing);
    for (const evidence::Row &row : m_work->newRows())
        QVERIFY(row.issueNumbers.isEmpty());
    QCOMPARE(nextSerial(), before + 1);
}

/// Policy: 抑止 data of at most ten minutes. The register's word comes with the feed.
void TestDeskCertificates::oldRestrictionDataIssuesNothing()
{
    const int before = nextSerial();
    const auto fresh = m_work->desk().status().dataAsOf;
    QVERIFY(fresh.isValid());
    const qint64 late = fresh.msecsTo(m_work->clock().now()) + 11 * 60'000;
    m_work->clock().pass(late);
    const auto issued = issue(counterwork::anApplication(m_family));
    // The register may have spoken again in this very moment; then it is issued with data of now.
    if (m_work->desk().status().dataAsOf == fresh) {
        QVERIFY(!issued.has_value());
        QCOMPARE(issued.error().code, ErrorCode::RestrictionsOld);
    }
    m_work->clock().pass(-late);
    QCOMPARE(nextSerial(), before + (issued ? 2 : 1));
}

/// The register's time goes on, whatever the clock of the PC is set to.
void TestDeskCertificates::aClockSetBackMakesNothingNew()
{
    const auto fresh = m_work->desk().status().dataAsOf;
    const qint64 late = fresh.msecsTo(m_work->clock().now()) + 11 * 60'000;
    m_work->clock().pass(late);
    m_work->clock().goTo(m_work->clock().now().addMSecs(-late));
    const auto issued = issue(counterwork::anApplication(m_family));
    // The register may have spoken again in this very moment; then it is issued with data of now.
    if (m_work->desk().status().dataAsOf == fresh) {
        QVERIFY(!issued.has_value());
        QCOMPARE(issued.error().code, ErrorCode::RestrictionsOld);
    }
    m_work->clock().goTo(m_work->clock().now().addMSecs(late));
    m_work->clock().pass(-late);
}

void TestDeskCertificates::paperPrintsOnceAndIsMarked()
{
    const auto issued = issue(counterwork::anApplication(m_family, 2));
    QVERIFY(issued.has_value());
    const QString path = m_place->at(QStringLiteral("paper.pdf"));
    for (int i = 0; i < 2; ++i) {
        QPdfWriter writer(i == 0 ? path : m_place->at(QStringLiteral("again.pdf")));
        writer.setPageSize(QPageSize(QPageSize::A4));
        const auto printed = issued->document->printOn(writer);
        QCOMPARE(printed.has_value(), i == 0);
        if (i > 0)
            QCOMPARE(printed.error().code, ErrorCode::DocumentSpent);
    }
    QVERIFY(issued->document->isSpent());
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"),
                 {QStringLiteral("-layout"), path, QStringLiteral("-")});
    QVERIFY(reader.waitForFinished(30'000));
    QCOMPARE(reader.exitCode(), 0);
    QString text = QString::fromUtf8(reader.readAllStandardOutput());
    text.remove(QRegularExpression(QStringLiteral("[\\s　]")));
    for (const QString &number : issued->numbers)
        QVERIFY(text.contains(QString(number).remove(u' ')));
    for (const auto &member : m_family)
        QVERIFY(text.contains(member.name.given));
    // 見本 across, in a grey that nothing else has: a training register (design.md 1).
    QVERIFY(shareOfGrey(path) > 0.03);
}

void TestDeskCertificates::outcomesAreNoted_data()
{
    QTest::addColumn<int>("result");
    QTest::addColumn<int>("outcome");
    QTest::newRow("printed") << int(desk::PrintResult::Printed) << int(evidence::Outcome::Done);
    QTest::newRow("failed") << int(desk::PrintResult::Failed) << int(evidence::Outcome::Failed);
    QTest::newRow("spoiled") << int(desk::PrintResult::Spoiled) << int(evidence::Outcome::Failed);
}

/// Also when the visit has ended meanwhile: paper comes out when it comes out.
void TestDeskCertificates::outcomesAreNoted()
{
    QFETCH(int, result);
    QFETCH(int, outcome);
    const desk::VisitId visit = m_work->visit();
    desk::CertificateDesk &desk = m_work->desk().certificates();
    const auto issued = waited(desk.issue(visit, counterwork::anApplication(m_family), {}));
    QVERIFY(issued.has_value());
    QVERIFY(waited(m_work->desk().visits().end(visit)).has_value());
    m_work->forgetRows();
    QVERIFY(waited(desk.outcome(visit, issued->numbers, desk::PrintResult(result))).has_value());
    const QList<evidence::Row> rows = m_work->newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QStringLiteral("PrintOutcome"));
    QCOMPARE(int(rows.first().outcome), outcome);
    QCOMPARE(rows.first().issueNumbers, issued->numbers);
    // Nobody can note something about paper that was never issued.
    QVERIFY(!waited(desk.outcome(visit, {QStringLiteral("20200502 無い市 本庁1 001")},
                                 desk::PrintResult(result)))
                 .has_value());
    QVERIFY(m_work->newRows().isEmpty());
}

/// The answer came when the page was gone, or the program was killed: the number is not left open.
void TestDeskCertificates::whatNobodySaidIsNotedAtTheNextSignIn()
{
    const desk::VisitId visit = m_work->visit();
    const auto issued = waited(
        m_work->desk().certificates().issue(visit, counterwork::anApplication(m_family), {}));
    QVERIFY(issued.has_value());
    const auto notedIn = [&issued](const QList<evidence::Row> &rows) {
        return std::count_if(rows.begin(), rows.end(), [&issued](const evidence::Row &row) {
            return row.procedure == u"PrintOutcome" && row.reason == u"OutcomeUnknown" &&
                   row.outcome == evidence::Outcome::Failed && row.issueNumbers == issued->numbers;
        });
    };
    QCOMPARE(notedIn(m_work->rows()), 0);
    for (int signIn = 0; signIn < 2; ++signIn) { // once, not at each sign-in
        m_work.reset();
        m_work = std::make_unique<counterwork::AtDesk>(*m_place, QStringLiteral("madoguchi1"));
        QCOMPARE(notedIn(m_work->rows()), 1);
    }
    m_visit = m_work->visit();
}

void TestDeskCertificates::nothingChosenShowsNothing()
{
    Request request = counterwork::anApplication(m_family);
    request.persons.clear();
    m_work->forgetRows();
    const auto preview = waited(m_work->desk().certificates().preview(m_visit, request));
    QVERIFY(preview.has_value());
    QCOMPARE(preview->pages.pageCount(), 0);
    QCOMPARE(preview->refusals.first().code, ErrorCode::NobodyChosen);
    QVERIFY(m_work->newRows().isEmpty());
}

QTEST_MAIN(TestDeskCertificates)
#include "tst_deskcertificates.moc"
