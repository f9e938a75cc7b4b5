// links: madoguchi_democity
#include "calendar/deadlines.h"
#include "democity/citymaker.h"
#include "pension/timeline.h"

#include <QtTest>

#include <algorithm>

using tax::Channel;
using tax::Collection;
using tax::LedgerRow;

namespace {

const QDate referenceDate(2026, 11, 1);

struct Files
{
    QHash<qint64, QDate> births;
    QHash<qint64, QList<LedgerRow>> ledger;
    QHash<qint64, tax::TaxpayerFile> taxpayers;
    QList<tax::Assessment> assessments;
    QList<pension::PensionRecord> pensions;
};

Files filesOf(int residents, quint64 seed)
{
    Files files;
    auto maker = democity::CityMaker::open(
        {.residents = residents, .seed = seed, .referenceDate = referenceDate});
    democity::Batch batch;
    while (maker && maker->next(batch)) {
        for (const auto &history : batch.histories) {
            const auto &last = history.last();
            files.births.insert(last.id.person.value, last.bornOn.earliest);
        }
        for (const auto &row : batch.ledger)
            files.ledger[row.person.value].append(row);
        for (const auto &file : batch.taxpayers)
            files.taxpayers.insert(file.person.value, file);
        files.assessments += batch.assessments;
        files.pensions += batch.pensions;
    }
    return files;
}

QByteArray named(const LedgerRow &row)
{
    return QStringLiteral("%1 %2/%3")
        .arg(row.person.value)
        .arg(row.fiscalYear)
        .arg(row.period)
        .toUtf8();
}

} // namespace

/// The files on tax, collection and pension hold nothing that a clerk of the section would laugh
/// at.
class TestFilesBelievable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pledgesCoverWhatWasOwed();
    void theLedgerKeepsTheOrderOfTime();
    void collectionBeginsWhereSomethingIsCollected();
    void pensionsAreWithheldAsTheLawSays();
    void incomesFitTheAge();
    void exemptionsWereLawfulThen();

private:
    Files m_files;
};

void TestFilesBelievable::initTestCase()
{
    m_files = filesOf(12000, 3);
    QVERIFY(!m_files.assessments.isEmpty() && !m_files.pensions.isEmpty());
}

/// 納税誓約: for taxes that were due by then; the plan pays exactly those.
void TestFilesBelievable::pledgesCoverWhatWasOwed()
{
    int plans = 0;
    for (const auto &file : m_files.taxpayers) {
        if (!file.pledgedOn.isValid())
            continue;
        ++plans;
        qint64 owed = 0;
        qint64 paid = 0;
        for (const LedgerRow &row : m_files.ledger.value(file.person.value)) {
            if (!row.byInstalments)
                continue;
            QVERIFY2(row.dueOn < file.pledgedOn, named(row).constData());
            owed += row.chargedYen;
            paid += tax::paidPrincipal(row);
        }
        qint64 planned = 0;
        qint64 kept = 0;
        for (const tax::PlannedPart &part : file.plan) {
            planned += part.yen;
            kept += part.kept ? part.yen : 0;
        }
        QVERIFY(owed > 0);
        QCOMPARE(planned, owed);
        QCOMPARE(kept, paid);
    }
    QVERIFY(plans > 3);
}

void TestFilesBelievable::theLedgerKeepsTheOrderOfTime()
{
    int appropriated = 0;
    int stopped = 0;
    for (const auto &rows : m_files.ledger) {
        for (const LedgerRow &row : rows) {
            for (const tax::Payment &payment : row.payments) {
                QVERIFY2(payment.receivedOn >= row.settledOn, named(row).constData());
                // 地方税法 第17条の2: 充当 to what is due.
                const bool other = payment.channel == Channel::Appropriated;
                appropriated += other ? 1 : 0;
                QVERIFY2(!other || payment.receivedOn > row.dueOn, named(row).constData());
            }
            if (!row.suspension)
                continue;
            ++stopped;
            // 地方税法 第331条: ten days after the 督促.
            QVERIFY2(row.demandSentOn.isValid() &&
                         row.demandSentOn.addDays(10) <= row.suspension->from,
                     named(row).constData());
        }
        for (const LedgerRow &row : rows) {
            // 第15条の7第4項, 第5項: both need a 停止.
            if (row.writeOff && row.writeOff->basis.startsWith(QStringLiteral("15条の7")))
                QVERIFY2(row.suspension.has_value(), named(row).constData());
        }
    }
    QVERIFY(appropriated > 0 && stopped > 10);
}

/// 徴収開始期・月 (item 11): 令和6年度 with 定額減税 began with July or with a later 期.
void TestFilesBelievable::collectionBeginsWhereSomethingIsCollected()
{
    int july = 0;
    for (const tax::Assessment &one : m_files.assessments) {
        QList<int> at;
        for (const tax::Instalment &part : one.instalments) {
            if (part.yen > 0)
                at.append(part.collection == Collection::Ordinary ? part.number : part.month);
        }
        QCOMPARE(one.collectFrom, at.isEmpty() ? 0 : at.first());
        QCOMPARE(one.collectTo, at.isEmpty() ? 0 : at.last());
        july += one.collection == Collection::SalaryWithheld && one.collectFrom == 7 ? 1 : 0;
    }
    QVERIFY(july > 100);
}

/// 地方税法 第321条の7の2, 第321条の7の8: 仮徴収 from April for those it was withheld from before;
/// the others pay the first half in June and August themselves.
void TestFilesBelievable::pensionsAreWithheldAsTheLawSays()
{
    int early = 0;
    int both = 0;
    for (const tax::Assessment &one : m_files.assessments) {
        if (one.collection != Collection::PensionWithheld || one.instalments.isEmpty() ||
            one.history > 1)
            continue;
        QCOMPARE(one.combined, one.instalments.first().collection == Collection::Ordinary);
        const bool tiny = one.amount(152) < 600; // below 100 a time
        QVERIFY(tiny || one.instalments.first().yen > 0);
        (one.combined ? both : early) += 1;
    }
    QVERIFY(early > 100 && both > 10);
}

void TestFilesBelievable::incomesFitTheAge()
{
    for (const tax::Assessment &one : m_files.assessments) {
        const QDate born = m_files.births.value(one.person.value);
        const int age = calendar::ageOn(born, QDate(one.fiscalYear - 1, 12, 31));
        QVERIFY2(age >= 25 || one.amount(61) <= 7'000'000, qPrintable(QString::number(age)));
    }
}

void TestFilesBelievable::exemptionsWereLawfulThen()
{
    using Kind = pension::ExemptionKind;
    constexpr pension::Month wider{2016, 7};
    for (const auto &record : m_files.pensions) {
        const QDate born = m_files.births.value(record.person.value);
        for (const pension::Exemption &one : record.exemptions) {
            const QDate first(one.applied.from.year, one.applied.from.month, 1);
            const int age = calendar::ageOn(born, first);
            // 納付猶予: below 50, until June 2016 below 30.
            QVERIFY2(one.kind != Kind::Deferral || age < (one.applied.from < wider ? 30 : 50),
                     qPrintable(first.toString(Qt::ISODate)));
            QVERIFY(pension::Month::of(one.appliedOn) <= one.applied.from.plus(25));
        }
        for (const pension::LegalExemption &one : record.legal) {
            const auto from = one.months.from;
            QVERIFY(
                std::any_of(record.periods.begin(), record.periods.end(), [&](const auto &held) {
                    return held.category == pension::Category::First &&
                           pension::Month::of(held.acquiredOn) <= from;
                }));
        }
    }
}

QTEST_GUILESS_MAIN(TestFilesBelievable)
#include "tst_filesbelievable.moc"
