// links: madoguchi_certificates madoguchi_print
#include "atcertificates.h"

#include "support/labelwalk.h"
#include "ui/certificates/findingspanel.h"
#include "ui/printing/previewview.h"
#include "ui/widgets/scroller.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollBar>

/// Choosing among 世帯連記式, 個人票 and 除票, and what may go wrong with their paper.
class TestCertificateForms : public QObject, private AtCertificates
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { load(); }
    void init() { reset(); }
    void thePaperForOnePersonHasOneTick();
    void formerAddressesAreOfferedForOnePersonOnly();
    void numbersAreOfferedToThoseEntitledOnly();
    void whoWasRemovedGetsTheOtherPaper();
    void nobodyRemovedIsSaid();
    void thePreviewGivesWayToMessages();
    void aMissingGlyphIsNamedAndStops();
    void aPrinterThatFailsTwiceTakesTwoNumbers();
};

void TestCertificateForms::thePaperForOnePersonHasOneTick()
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

void TestCertificateForms::formerAddressesAreOfferedForOnePersonOnly()
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

void TestCertificateForms::numbersAreOfferedToThoseEntitledOnly()
{
    using certificates::Item;
    using certificates::RequesterKind;
    const auto number = [](const certificates::CertificatePage &page) {
        return page.findChild<QCheckBox *>(QStringLiteral("item-6"));
    };
    const auto asked = [this] {
        return m_previewed.isEmpty() ? certificates::Request() : m_previewed.last();
    };
    // Without the right it cannot be chosen at all.
    QVERIFY(!number(*open())->isVisible());
    m_numbers = true;
    const auto page = open();
    QVERIFY(number(*page)->isVisible());
    QCOMPARE(number(*page)->text(), QStringLiteral("個人番号"));
    QVERIFY(!number(*page)->isChecked()); // on request only
    number(*page)->setChecked(true);
    QTRY_VERIFY(asked().items.testFlag(Item::IndividualNumber));
    // Whoever comes for somebody else is not handed one; what was ticked is not asked for.
    for (const auto other : {RequesterKind::Agent, RequesterKind::Official,
                             RequesterKind::ThirdParty, RequesterKind::Professional}) {
        choose(*page, QStringLiteral("requester"), int(other));
        QVERIFY(!number(*page)->isVisible());
        QTRY_VERIFY(asked().requester == other);
        QVERIFY(!asked().items.testFlag(Item::IndividualNumber));
    }
    choose(*page, QStringLiteral("requester"), int(RequesterKind::SameHousehold));
    QVERIFY(number(*page)->isVisible());
    choose(*page, QStringLiteral("form"), int(FormKind::Removed));
    QVERIFY(!number(*page)->isVisible());
}

void TestCertificateForms::whoWasRemovedGetsTheOtherPaper()
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

void TestCertificateForms::nobodyRemovedIsSaid()
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

void TestCertificateForms::thePreviewGivesWayToMessages()
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

void TestCertificateForms::aMissingGlyphIsNamedAndStops()
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

void TestCertificateForms::aPrinterThatFailsTwiceTakesTwoNumbers()
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

QTEST_MAIN(TestCertificateForms)
#include "tst_certificateforms.moc"
