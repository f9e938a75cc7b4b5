// links: madoguchi_certificates madoguchi_print
#include "../../models/print/household.h"
#include "../resident/people.h"

#include "certificates/individual.h"
#include "print/press.h"
#include "support/labelwalk.h"
#include "ui/certificates/certificatepage.h"
#include "ui/certificates/findingspanel.h"
#include "ui/printing/previewview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scroller.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorCode;
using base::Result;
using certificates::CertificatePage;
using certificates::FormKind;
using certificates::Request;

/// The page before a desk that judges, lays out and prints with the real rules and fonts.
class TestCertificatePage : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        QStringList numbers;
        desk::PrintResult result = desk::PrintResult::Printed;
    };
    std::optional<print::Press> m_press;
    std::optional<certificates::Terms> m_terms;
    residents::HouseholdRecord m_record;
    QList<residents::Snapshot> m_former; ///< states of whoever a 個人票 is for
    base::PersonId m_opened{1};
    QTemporaryDir m_folder;
    QString m_target;
    QList<Request> m_previewed;
    QList<Request> m_issued;
    QList<Outcome> m_outcomes;

    [[nodiscard]] desk::HouseholdView householdView() const;
    [[nodiscard]] certificates::Judgement judge(const Request &request) const;
    [[nodiscard]] certificates::Content contentOf(const Request &request) const;
    Result<desk::CertificatePreview> preview(const Request &request);
    Result<desk::IssuedCertificate> issue(const Request &request);
    certificates::Procedures procedures();
    std::unique_ptr<CertificatePage> open(desk::Caller caller = desk::Caller::Self,
                                          QSize size = {1366, 570});
    static void choose(const CertificatePage &page, const QString &box, const QVariant &value);
    static QString message(const CertificatePage &page);

private Q_SLOTS:
    void initTestCase();
    void init();
    void enterWalksThroughTheFormToTheButton();
    void everybodyIsOneTick();
    void thePaperForOnePersonHasOneTick();
    void formerAddressesAreOfferedForOnePersonOnly();
    void whoWasRemovedGetsTheOtherPaper();
    void nobodyRemovedIsSaid();
    void thePreviewGivesWayToMessages();
    void aMissingGlyphIsNamedAndStops();
    void aPrinterThatFailsTwiceTakesTwoNumbers();
    void f12AsksAndF12Issues();
    void whatIsIssuedIsWhatWasPreviewed();
    void theSamePreviewIsNotAskedForTwice();
    void anIncompleteApplicationIsNotIssued();
    void aRefusalNamesItsRule();
    void withoutAPrinterNothingIsIssued();
    void afterAFailedPrintTheNumbersAreRecordedAsFailed();
    void spoiledPaperIsRecorded();
    void escapeTakesBackTheQuestion();
    void thirdPartiesNeedAPurpose();
    void impossibleTextLosesNothing();
    void nothingIsCut_data();
    void nothingIsCut();
};

desk::HouseholdView TestCertificatePage::householdView() const
{
    desk::HouseholdView view;
    view.id = m_record.household.id;
    for (const auto &member : m_record.members) {
        auto line = people::lineOf(member.snapshot.id.person.value,
                                   residents::fullName(member.snapshot.name),
                                   member.snapshot.name.searchKana, member.snapshot.relationship);
        line.kind = member.snapshot.kind;
        view.members.append(line);
    }
    for (const auto &former : m_record.formerMembers) {
        auto line = people::lineOf(former.snapshot.id.person.value,
                                   residents::fullName(former.snapshot.name),
                                   former.snapshot.name.searchKana, former.snapshot.relationship);
        line.state = former.snapshot.state;
        view.formerMembers.append(line);
    }
    return view;
}

certificates::Judgement TestCertificatePage::judge(const Request &request) const
{
    const auto now = QDateTime(household::today(), QTime(9, 0), Qt::UTC);
    return certificates::judge(m_record, request, *m_terms,
                               {.today = household::today(), .now = now, .restrictionsAsOf = now});
}

certificates::Content TestCertificatePage::contentOf(const Request &request) const
{
    if (!certificates::isForOnePerson(request.form))
        return certificates::juminhyo(m_record, request, *m_terms, household::issuing());
    for (const auto &record : m_record.members + m_record.formerMembers) {
        if (record.snapshot.id.person == request.persons.value(0))
            return certificates::individual({record.snapshot, m_former}, request, *m_terms,
                                            household::issuing());
    }
    return {};
}

Result<desk::CertificatePreview> TestCertificatePage::preview(const Request &request)
{
    m_previewed.append(request);
    const auto judgement = judge(request);
    desk::CertificatePreview answer;
    answer.refusals = judgement.refusals;
    answer.warnings = judgement.warnings;
    answer.feeYen = judgement.feeYen;
    for (const auto &finding : judgement.refusals) {
        if (finding.code == ErrorCode::RefusedRestriction ||
            finding.code == ErrorCode::RefusedRemoved)
            return base::fail(finding.code, finding.rule);
    }
    if (request.persons.isEmpty())
        return answer;
    const auto content = contentOf(request);
    if (content.persons.isEmpty())
        return answer;
    answer.problems = m_press->problems(content);
    if (!answer.problems.isEmpty())
        return answer;
    auto pages = m_press->preview(content);
    if (!pages)
        return base::fail(pages);
    answer.pages = std::move(*pages);
    return answer;
}

Result<desk::IssuedCertificate> TestCertificatePage::issue(const Request &request)
{
    m_issued.append(request);
    const auto judgement = judge(request);
    if (!judgement.isAllowed())
        return base::fail(judgement.outcome());
    desk::IssuedCertificate issued;
    for (int copy = 1; copy <= request.copies; ++copy)
        issued.numbers.append(QStringLiteral("20261120 みどり野市 本庁1 プリンタ001 %1")
                                  .arg(copy, 3, 10, QLatin1Char('0')));
    issued.feeYen = judgement.feeYen;
    const auto document =
        m_press->certificate(contentOf(request), issued.numbers, print::Register::Training);
    if (!document)
        return base::fail(document);
    issued.document = *document;
    return issued;
}

certificates::Procedures TestCertificatePage::procedures()
{
    return {.documents = {{QStringLiteral("mynumber-card"), QStringLiteral("個人番号カード"), 1},
                          {QStringLiteral("driving-licence"), QStringLiteral("運転免許証"), 1},
                          {QStringLiteral("health-qualification"), QStringLiteral("資格確認書"), 2},
                          {QStringLiteral("pension-book"),
                           QStringLiteral("年金手帳・基礎年金番号通知書"), 2}},
            .household =
                [this](base::HouseholdId) {
                    return people::now(Result<desk::HouseholdView>(householdView()));
                },
            .preview = [this](const Request &request) { return people::now(preview(request)); },
            .issue = [this](const Request &request,
                            const QString &) { return people::now(issue(request)); },
            .outcome =
                [this](const QStringList &numbers, desk::PrintResult result) {
                    m_outcomes.append({numbers, result});
                    return people::now(Result<>());
                }};
}

std::unique_ptr<CertificatePage> TestCertificatePage::open(desk::Caller caller, QSize size)
{
    auto page = std::make_unique<CertificatePage>(
        procedures(),
        CertificatePage::Subject{
            .visit = {}, .household = {7}, .person = m_opened, .caller = caller},
        certificates::PaperTarget{[this] { return m_target; }});
    page->resize(size);
    page->show();
    page->activateWindow();
    if (!QTest::qWaitFor([&page] { return page->subject().has_value(); }))
        QTest::qFail("the household did not come", __FILE__, __LINE__);
    return page;
}

void TestCertificatePage::choose(const CertificatePage &page, const QString &name,
                                 const QVariant &value)
{
    auto *box = page.findChild<QComboBox *>(name);
    QVERIFY(box && box->findData(value) >= 0);
    box->setCurrentIndex(box->findData(value));
}

QString TestCertificatePage::message(const CertificatePage &page)
{
    const auto *bar = page.findChild<widgets::MessageBar *>(QStringLiteral("certificateMessage"));
    return bar->isVisible() ? bar->text() : QString();
}

void TestCertificatePage::initTestCase()
{
    words::speak(*qApp, QStringLiteral("ja"));
    widgets::applyTheme(100);
    auto press = print::Press::open();
    QVERIFY(press.has_value());
    m_press = std::move(*press);
    auto terms = certificates::Terms::load(household::today());
    QVERIFY(terms.has_value());
    m_terms = std::move(*terms);
}

void TestCertificatePage::init()
{
    widgets::applyTheme(100);
    m_record = household::ofSize(3);
    m_record.members.append(household::foreigner(4));
    m_target = m_folder.filePath(QStringLiteral("paper.pdf"));
    QFile::remove(m_target);
    m_former.clear();
    m_opened = {1};
    m_previewed.clear();
    m_issued.clear();
    m_outcomes.clear();
}

void TestCertificatePage::enterWalksThroughTheFormToTheButton()
{
    const auto page = open();
    QStringList walked;
    for (int step = 0; step < 20; ++step) {
        QWidget *focus = page->focusWidget();
        QVERIFY(focus);
        walked.append(focus->objectName());
        if (focus->objectName() == QLatin1StringView("certificateIssue"))
            break;
        QTest::keyClick(focus, Qt::Key_Return);
    }
    // 本人 needs neither name nor purpose: those two are skipped.
    const QStringList expected{
        QStringLiteral("form"),           QStringLiteral("member-1"),
        QStringLiteral("member-2"),       QStringLiteral("member-3"),
        QStringLiteral("member-4"),       QStringLiteral("everybody"),
        QStringLiteral("requester"),      QStringLiteral("firstDocument"),
        QStringLiteral("secondDocument"), QStringLiteral("questioned"),
        QStringLiteral("item-1"),         QStringLiteral("item-2"),
        QStringLiteral("item-3"),         QStringLiteral("item-4"),
        QStringLiteral("copies"),         QStringLiteral("certificateIssue")};
    QCOMPARE(walked, expected);
}

void TestCertificatePage::everybodyIsOneTick()
{
    const auto page = open();
    auto *everybody = page->findChild<QCheckBox *>(QStringLiteral("everybody"));
    QVERIFY(!everybody->isChecked());
    everybody->click();
    QTRY_VERIFY(!m_previewed.isEmpty() && m_previewed.last().persons.size() == 4);
    page->findChild<QCheckBox *>(QStringLiteral("member-3"))->setChecked(false);
    QVERIFY(!everybody->isChecked());
    QTRY_COMPARE(m_previewed.last().persons.size(), 3);
}

void TestCertificatePage::thePaperForOnePersonHasOneTick()
{
    const auto page = open();
    auto *form = page->findChild<QComboBox *>(QStringLiteral("form"));
    page->findChild<QCheckBox *>(QStringLiteral("everybody"))->click();
    form->setFocus();
    QTest::keyClick(form, Qt::Key_Down); // by keyboard
    QCOMPARE(form->currentData().toInt(), int(FormKind::Individual));
    QTRY_VERIFY(!m_previewed.isEmpty() && m_previewed.last().form == FormKind::Individual);
    QCOMPARE(m_previewed.last().persons, QList<base::PersonId>({{1}}));
    QVERIFY(!page->findChild<QCheckBox *>(QStringLiteral("everybody"))->isVisible());
    auto *third = page->findChild<QCheckBox *>(QStringLiteral("member-3"));
    third->setFocus();
    QTest::keyClick(third, Qt::Key_Space);
    QTRY_COMPARE(m_previewed.last().persons, QList<base::PersonId>({{3}}));
    QVERIFY(!page->findChild<QCheckBox *>(QStringLiteral("member-1"))->isChecked());
    QTRY_COMPARE(page->findChild<printing::PreviewView *>()->pageCount(), 1);
    support::picture(page.get(), QStringLiteral("certificate-individual"));
}

void TestCertificatePage::formerAddressesAreOfferedForOnePersonOnly()
{
    for (int version = 1; version <= 20; ++version) {
        residents::Snapshot state = m_record.members.first().snapshot;
        state.id.version = version;
        state.address.lot = QStringLiteral("%1番").arg(version);
        state.addressSettled.on = calendar::PartialDate::on(QDate(2000, 1, 1).addMonths(version));
        m_former.append(state);
    }
    m_record.members.first().snapshot.id.version = 21;
    const auto page = open();
    auto *history = page->findChild<QCheckBox *>(QStringLiteral("item-5"));
    QVERIFY(!history->isVisible());
    choose(*page, QStringLiteral("form"), int(FormKind::Individual));
    QVERIFY(history->isVisible());
    history->setChecked(true);
    const auto *view = page->findChild<printing::PreviewView *>();
    QTRY_COMPARE(view->pageCount(), 2);
    QVERIFY(m_previewed.last().items.testFlag(certificates::Item::History));
    // Back to the household: what is not offered is not asked for.
    choose(*page, QStringLiteral("form"), int(FormKind::Household));
    QTRY_VERIFY(m_previewed.last().form == FormKind::Household);
    QVERIFY(!m_previewed.last().items.testFlag(certificates::Item::History));
}

void TestCertificatePage::whoWasRemovedGetsTheOtherPaper()
{
    auto gone =
        household::person(9, QStringLiteral("渡辺"), QStringLiteral("昔"), QStringLiteral("子"));
    gone.snapshot.state = residents::State::MovedOut;
    gone.snapshot.removal = residents::Removal{calendar::PartialDate::on({2025, 3, 31}),
                                               {2025, 3, 20},
                                               residents::MovementReason::MoveOut};
    m_record.formerMembers = {gone};
    m_opened = {9};
    const auto page = open();
    const auto *form = page->findChild<QComboBox *>(QStringLiteral("form"));
    QCOMPARE(form->currentData().toInt(), int(FormKind::Removed));
    QVERIFY(page->findChild<QCheckBox *>(QStringLiteral("former-1"))->isChecked());
    QVERIFY(!page->findChild<QCheckBox *>(QStringLiteral("member-1"))->isVisible());
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    QTRY_COMPARE(page->findChild<printing::PreviewView *>()->pageCount(), 1);
    support::picture(page.get(), QStringLiteral("certificate-removed"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("1通を交付しますか")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_outcomes.size(), 1);
    QCOMPARE(m_issued.last().form, FormKind::Removed);
    QCOMPARE(m_issued.last().persons, QList<base::PersonId>({{9}}));
}

void TestCertificatePage::nobodyRemovedIsSaid()
{
    const auto page = open();
    choose(*page, QStringLiteral("form"), int(FormKind::Removed));
    bool said = false;
    for (const auto *label : page->findChildren<QLabel *>())
        said = said || (label->isVisible() &&
                        label->text().contains(QStringLiteral("消除された方はいません")));
    QVERIFY(said);
    QTRY_VERIFY(!m_previewed.isEmpty() && m_previewed.last().persons.isEmpty());
}

/// At the smallest screen the page fits with a message above it: the preview shrinks.
void TestCertificatePage::thePreviewGivesWayToMessages()
{
    auto page = open(desk::Caller::ThirdParty);
    CertificatePage *inside = page.get();
    widgets::Scroller around(page.release());
    around.resize(1366, 570);
    around.show();
    const auto *view = inside->findChild<printing::PreviewView *>();
    QTRY_COMPARE(view->pageCount(), 1);
    QTest::qWait(20);
    QCOMPARE(around.verticalScrollBar()->maximum(), 0);
    inside->press(Qt::Key_F12);
    QTRY_VERIFY(message(*inside).contains(QStringLiteral("まだ交付できません")));
    QTest::qWait(20);
    support::picture(&around, QStringLiteral("certificate-message"));
    QCOMPARE(around.verticalScrollBar()->maximum(), 0);
    QVERIFY(view->height() >= 150);
    QVERIFY(inside->findChild<QWidget *>(QStringLiteral("certificateIssue"))->isVisible());
}

void TestCertificatePage::aMissingGlyphIsNamedAndStops()
{
    const char32_t unregistered = 0x31350;
    m_record.members.first().snapshot.name.given = QString::fromUcs4(&unregistered, 1);
    for (const FormKind form : {FormKind::Household, FormKind::Individual}) {
        const auto page = open();
        choose(*page, QStringLiteral("form"), int(form));
        choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
        page->press(Qt::Key_F12);
        QTRY_VERIFY(message(*page).contains(QStringLiteral("まだ交付できません")));
        const auto *findings = page->findChild<certificates::FindingsPanel *>();
        QVERIFY(findings->text().contains(QStringLiteral("U+31350")));
        QVERIFY(findings->text().contains(QStringLiteral("氏名")));
        page->press(Qt::Key_F12);
        QTest::qWait(20);
        QVERIFY(m_issued.isEmpty());
    }
}

/// Each try that took a number says what became of it.
void TestCertificatePage::aPrinterThatFailsTwiceTakesTwoNumbers()
{
    m_target = m_folder.filePath(QStringLiteral("no such folder/paper.pdf"));
    const auto page = open();
    choose(*page, QStringLiteral("form"), int(FormKind::Individual));
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    for (int tried = 1; tried <= 2; ++tried) {
        page->press(Qt::Key_F12);
        QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
        page->press(Qt::Key_F12);
        QTRY_COMPARE(m_outcomes.size(), tried);
        QVERIFY(m_outcomes.last().result == desk::PrintResult::Failed);
        QTRY_VERIFY(message(*page).contains(QStringLiteral("印刷")));
    }
    QCOMPARE(m_issued.size(), 2);
}

void TestCertificatePage::f12AsksAndF12Issues()
{
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    const auto *view = page->findChild<printing::PreviewView *>();
    QTRY_COMPARE(view->pageCount(), 1);
    page->press(Qt::Key_F12);
    QVERIFY(message(*page).contains(QStringLiteral("1通を交付しますか")));
    QVERIFY(m_issued.isEmpty());
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.first().result == desk::PrintResult::Printed);
    QVERIFY(message(*page).contains(QStringLiteral("本庁1 プリンタ001 001")));
    QFile paper(m_target);
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.read(5) == "%PDF-");
    // Printed: F12 does nothing more.
    page->press(Qt::Key_F12);
    QCOMPARE(m_issued.size(), 1);
}

void TestCertificatePage::whatIsIssuedIsWhatWasPreviewed()
{
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    QTRY_VERIFY(!m_previewed.isEmpty() && !m_previewed.last().identification.documents.isEmpty());
    // Changed and F12 at once, before any pause: the new application is previewed first.
    page->findChild<QCheckBox *>(QStringLiteral("member-2"))->setChecked(true);
    page->findChild<QCheckBox *>(QStringLiteral("item-1"))->setChecked(true);
    page->findChild<QSpinBox *>(QStringLiteral("copies"))->setValue(2);
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("2通を交付しますか")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_issued.size(), 1);
    QCOMPARE(m_issued.first(), m_previewed.last());
    QCOMPARE(m_issued.first().copies, 2);
    QCOMPARE(m_issued.first().persons.size(), 2);
}

void TestCertificatePage::theSamePreviewIsNotAskedForTwice()
{
    const auto page = open(desk::Caller::Agent);
    QTRY_COMPARE(m_previewed.size(), 1);
    auto *name = page->findChild<QLineEdit *>(QStringLiteral("requesterName"));
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Return); // left as it was
    QTest::qWait(600);
    QCOMPARE(m_previewed.size(), 1);
}

void TestCertificatePage::anIncompleteApplicationIsNotIssued()
{
    const auto page = open();
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("まだ交付できません")));
    const auto *findings = page->findChild<certificates::FindingsPanel *>();
    QVERIFY(findings->isVisible());
    QVERIFY(findings->text().contains(QStringLiteral("住民基本台帳法第12条第3項")));
    page->press(Qt::Key_F12);
    QTest::qWait(20);
    QVERIFY(m_issued.isEmpty());
}

void TestCertificatePage::aRefusalNamesItsRule()
{
    residents::Restriction support;
    support.person = {2};
    support.from = {2026, 4, 1};
    m_record.members[1].restrictions = {support};
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("支援措置")));
    QCOMPARE(page->findChild<printing::PreviewView *>()->pageCount(), 0);
    page->press(Qt::Key_F12);
    QTest::qWait(20);
    QVERIFY(m_issued.isEmpty());
    support::picture(page.get(), QStringLiteral("certificate-refused"));
}

void TestCertificatePage::withoutAPrinterNothingIsIssued()
{
    m_target.clear();
    const auto page = open();
    if (page->findChild<QComboBox *>(QStringLiteral("printer"))->count() > 0)
        return; // this machine has printers: tst_printing covers the choice
    QVERIFY(page->findChild<QWidget *>(QStringLiteral("noPrinter"))->isVisible());
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("プリンター")));
    page->press(Qt::Key_F12);
    QTest::qWait(20);
    QVERIFY(m_issued.isEmpty());
}

void TestCertificatePage::afterAFailedPrintTheNumbersAreRecordedAsFailed()
{
    m_target = m_folder.filePath(QStringLiteral("no such folder/paper.pdf"));
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes.first().result == desk::PrintResult::Failed);
    QCOMPARE(m_outcomes.first().numbers.size(), 1);
    QVERIFY(message(*page).contains(QStringLiteral("本庁1 プリンタ001 001")));
}

void TestCertificatePage::spoiledPaperIsRecorded()
{
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    page->press(Qt::Key_F10);
    QVERIFY(m_outcomes.isEmpty());
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_outcomes.size(), 1);
    page->press(Qt::Key_F10);
    QTRY_COMPARE(m_outcomes.size(), 2);
    QVERIFY(m_outcomes.last().result == desk::PrintResult::Spoiled);
    QCOMPARE(m_outcomes.last().numbers, m_outcomes.first().numbers);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("書損")));
    // And once more, with a new number.
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    page->press(Qt::Key_F12);
    QTRY_COMPARE(m_issued.size(), 2);
}

void TestCertificatePage::escapeTakesBackTheQuestion()
{
    const auto page = open();
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("mynumber-card"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    QVERIFY(!page->findChild<QComboBox *>(QStringLiteral("requester"))->isEnabled());
    QVERIFY(page->stepBack());
    QVERIFY(page->findChild<QComboBox *>(QStringLiteral("requester"))->isEnabled());
    QVERIFY(message(*page).isEmpty());
    QVERIFY(!page->stepBack());
    QVERIFY(m_issued.isEmpty());
}

void TestCertificatePage::thirdPartiesNeedAPurpose()
{
    const auto page = open(desk::Caller::ThirdParty);
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("driving-licence"));
    auto *name = page->findChild<QLineEdit *>(QStringLiteral("requesterName"));
    auto *use = page->findChild<QLineEdit *>(QStringLiteral("useOf"));
    QVERIFY(name->isEnabled() && use->isEnabled());
    name->setText(QStringLiteral("見本　太郎"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("まだ交付できません")));
    use->setText(QStringLiteral("金銭消費貸借契約に基づく貸金の返還請求訴訟を提起するため"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    QCOMPARE(m_previewed.last().useOf, use->text());
}

void TestCertificatePage::impossibleTextLosesNothing()
{
    const auto page = open(desk::Caller::ThirdParty);
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("driving-licence"));
    auto *name = page->findChild<QLineEdit *>(QStringLiteral("requesterName"));
    for (const QString &typed : {QString(10000, u'字'), QStringLiteral("'; DROP TABLE person; --"),
                                 QStringLiteral(u"\U0001F600"), QStringLiteral("\x01\x02")}) {
        name->setText(typed);
        page->press(Qt::Key_F12);
        QTest::qWait(20);
        QCOMPARE(name->text(), typed);
        QVERIFY(m_issued.isEmpty());
        page->stepBack();
    }
}

void TestCertificatePage::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200}) {
        QTest::addRow("1366 at %d", percent) << QSize(1366, 570) << percent;
        QTest::addRow("1920 at %d", percent) << QSize(1920, 880) << percent;
    }
}

void TestCertificatePage::nothingIsCut()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    widgets::applyTheme(percent);
    const QString suffix = QStringLiteral("-%1-%2").arg(size.width()).arg(percent);
    const auto page = open(desk::Caller::ThirdParty, size);
    const auto look = [&page, &suffix](const QString &picture) {
        QTest::qWait(20);
        support::picture(page.get(), picture + suffix);
        const auto cut = support::cutTexts(page.get());
        QVERIFY2(cut.isEmpty(), qPrintable(support::inWords(cut)));
        const auto nameless = support::namelessInputs(page.get());
        QVERIFY2(nameless.isEmpty(), qPrintable(support::inWords(nameless)));
    };
    QTRY_COMPARE(page->findChild<printing::PreviewView *>()->pageCount(), 1);
    look(QStringLiteral("certificate-incomplete"));
    choose(*page, QStringLiteral("firstDocument"), QStringLiteral("driving-licence"));
    page->findChild<QLineEdit *>(QStringLiteral("requesterName"))
        ->setText(QStringLiteral("見本　太郎"));
    page->findChild<QLineEdit *>(QStringLiteral("useOf"))
        ->setText(QStringLiteral("貸金の返還請求訴訟を提起するため"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しますか")));
    look(QStringLiteral("certificate-confirm"));
    page->press(Qt::Key_F12);
    QTRY_VERIFY(message(*page).contains(QStringLiteral("交付しました")));
    look(QStringLiteral("certificate-issued"));
}

QTEST_MAIN(TestCertificatePage)
#include "tst_certificatepage.moc"
