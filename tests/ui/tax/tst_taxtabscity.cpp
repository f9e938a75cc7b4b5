// links: madoguchi_democity
#include "democity/citymaker.h"
#include "support/labelwalk.h"
#include "tax/latecharge.h"
#include "ui/tax/ledgermodel.h"
#include "ui/tax/ledgertab.h"
#include "ui/tax/taxtab.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QMap>
#include <QTest>

#include <algorithm>

/// The tabs before the files of a made-up city and the real rules: whatever its stories hold is
/// shown whole and in Japanese.
class TestTaxTabsCity : public QObject
{
    Q_OBJECT

private:
    const QDate m_today{2026, 11, 1};
    std::optional<tax::CalculatorTables> m_tables;
    QMap<qint64, desk::TaxView> m_taxes;
    QMap<qint64, desk::LedgerView> m_ledgers;
    QHash<qint64, QDate> m_born;
    QList<qint64> m_contradictory;

    void take(const democity::Batch &batch);
    static void check(const QWidget &tab)
    {
        // The layout of many labels takes some turns of the event loop.
        QTest::qWait(50);
        (void)QTest::qWaitFor([&tab] { return support::cutTexts(&tab).isEmpty(); }, 3000);
        for (const auto &found : {support::cutTexts(&tab), support::englishTexts(&tab),
                                  widgets::overlaps(&tab), widgets::westernDates(&tab)})
            QVERIFY2(found.isEmpty(), qPrintable(support::inWords(found)));
    }
    /// Those with the most to show.
    template <typename View, typename Size>
    static QList<qint64> richest(const QMap<qint64, View> &views, Size size)
    {
        QList<qint64> all = views.keys();
        std::stable_sort(all.begin(), all.end(), [&](qint64 one, qint64 other) {
            return size(views[one]) > size(views[other]);
        });
        return all.first(qMin<qsizetype>(8, all.size()));
    }

private Q_SLOTS:
    void initTestCase();
    void assessmentsAreShownWhole();
    void contradictionsAreSaid();
    void theWorkingIsShown();
    void ledgersAreShownWhole();
    void everyPeriodCanBeOpened();
};

void TestTaxTabsCity::take(const democity::Batch &batch)
{
    for (const auto &history : batch.histories)
        m_born[history.last().id.person.value] = history.last().bornOn.earliest;
    for (const auto &one : batch.assessments) {
        const auto found = tax::contradictionsIn(one, m_born.value(one.person.value), *m_tables);
        m_taxes[one.person.value].assessments.prepend({one, found});
    }
    for (const auto &row : batch.ledger)
        m_ledgers[row.person.value].rows.append(row);
    for (const auto &file : batch.taxpayers)
        m_ledgers[file.person.value].file = file;
    for (const auto person : batch.contradictory)
        m_contradictory.append(person.value);
}

void TestTaxTabsCity::initTestCase()
{
    words::speak(*qApp, QStringLiteral("ja"));
    widgets::applyTheme(100);
    auto tables = tax::CalculatorTables::load();
    QVERIFY(tables.has_value());
    m_tables = std::move(*tables);
    m_tables->prepare();
    auto maker = democity::CityMaker::open({.residents = 500, .seed = 3, .referenceDate = m_today});
    QVERIFY(maker.has_value());
    democity::Batch batch;
    while (maker->next(batch)) {
        take(batch);
        batch = {};
    }
    take(batch);
    QVERIFY(m_taxes.size() > 100);
    QVERIFY2(m_ledgers.size() > 40, qPrintable(QString::number(m_ledgers.size())));
    // As the desk hands them out: newest year first, then kind, then period.
    for (auto &view : m_ledgers) {
        view.paymentsUpTo = {2026, 10, 26};
        std::stable_sort(view.rows.begin(), view.rows.end(),
                         [](const auto &one, const auto &other) {
                             return std::tuple(-one.fiscalYear, one.kind, one.period) <
                                    std::tuple(-other.fiscalYear, other.kind, other.period);
                         });
    }
}

void TestTaxTabsCity::assessmentsAreShownWhole()
{
    taxui::TaxTab tab;
    tab.resize(1336, 520);
    tab.show();
    const auto size = [](const desk::TaxView &view) {
        qsizetype items = 0;
        for (const auto &one : view.assessments)
            items = qMax(items, one.assessment.amounts.size());
        return items;
    };
    for (const qint64 person : richest(m_taxes, size)) {
        tab.showTax(m_taxes[person]);
        check(tab);
    }
    QTest::qWait(50);
    support::picture(&tab, QStringLiteral("city-tax"));
}

void TestTaxTabsCity::contradictionsAreSaid()
{
    QVERIFY(!m_contradictory.isEmpty());
    taxui::TaxTab tab;
    tab.resize(1336, 520);
    tab.show();
    for (const qint64 person : std::as_const(m_contradictory)) {
        const auto &all = m_taxes[person].assessments;
        const auto wrong = std::find_if(
            all.begin(), all.end(), [](const auto &one) { return !one.contradictions.isEmpty(); });
        QVERIFY(wrong != all.end());
        tab.showTax(m_taxes[person]);
        tab.findChild<widgets::TableView *>(QStringLiteral("yearTable"))
            ->selectRow(int(wrong - all.begin()));
        check(tab);
        const auto labels = tab.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("記録どうしが合いません");
        }));
    }
    QTest::qWait(50);
    support::picture(&tab, QStringLiteral("city-contradiction"));
}

void TestTaxTabsCity::theWorkingIsShown()
{
    taxui::TaxTab tab;
    tab.resize(1336, 520);
    tab.show();
    int shown = 0;
    for (auto view = m_taxes.begin(); view != m_taxes.end() && shown < 12; ++view) {
        const auto &one = view->assessments.first();
        const auto asCase = tax::caseOf(one.assessment, m_born.value(view.key()));
        auto worked = tax::computeTax(asCase.input, *m_tables);
        if (!worked || one.assessment.undeclared)
            continue;
        ++shown;
        worked->outside += asCase.outside;
        tab.showTax(*view);
        tab.showExplanation({one.assessment, *worked, one.contradictions, 1});
        check(tab);
    }
    QVERIFY(shown > 5);
    QTest::qWait(50);
    support::picture(&tab, QStringLiteral("city-explained"));
}

void TestTaxTabsCity::ledgersAreShownWhole()
{
    taxui::LedgerTab tab;
    tab.setToday(m_today);
    tab.resize(1336, 520);
    tab.show();
    const auto size = [](const desk::LedgerView &view) {
        return view.file.negotiations.size() * 10 + view.rows.size();
    };
    for (const qint64 person : richest(m_ledgers, size)) {
        tab.showLedger(m_ledgers[person]);
        check(tab);
    }
    QTest::qWait(50);
    support::picture(&tab, QStringLiteral("city-ledger"));
}

void TestTaxTabsCity::everyPeriodCanBeOpened()
{
    const auto rates = tables::Table::load(QStringLiteral("late_charge_rates"));
    QVERIFY(rates.has_value());
    taxui::LedgerTab tab;
    tab.setToday(m_today);
    tab.resize(1336, 520);
    tab.show();
    int shown = 0;
    for (const auto &view : std::as_const(m_ledgers)) {
        const auto troubled =
            std::find_if(view.rows.begin(), view.rows.end(), [this](const auto &row) {
                return tax::unpaidPrincipal(row) > 0 && row.dueOn < m_today;
            });
        if (troubled == view.rows.end() || ++shown > 12)
            continue;
        tab.showLedger(view);
        auto *table = tab.findChild<widgets::TableView *>(QStringLiteral("ledgerTable"));
        const auto *model = qobject_cast<taxui::LedgerModel *>(table->model());
        table->selectRow(
            model->lineOf(tax::ledgerKey(troubled->kind, troubled->fiscalYear, troubled->period)));
        const auto worked = tax::lateCharge({.principalYen = troubled->chargedYen,
                                             .dueOn = troubled->dueOn,
                                             .payOn = m_today,
                                             .payments = troubled->payments,
                                             .reliefs = troubled->reliefs},
                                            *rates);
        QVERIFY(worked.has_value());
        tab.showLateCharge({*troubled, m_today, tax::unpaidPrincipal(*troubled), *worked, 1});
        check(tab);
    }
    QVERIFY(shown > 5);
    QTest::qWait(50);
    support::picture(&tab, QStringLiteral("city-late"));
}

QTEST_MAIN(TestTaxTabsCity)
#include "tst_taxtabscity.moc"
