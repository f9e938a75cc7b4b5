// links: madoguchi_democity
#include "calendar/officecalendar.h"
#include "democity/citymaker.h"
#include "democity/specimens.h"
#include "pension/codec.h"
#include "pension/timeline.h"
#include "tax/calculator.h"
#include "tax/codec.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtTest>

using namespace democity;
using tax::Assessment;
using tax::Collection;
using tax::LedgerRow;
using tax::TaxKind;

namespace {

const QDate referenceDate(2026, 11, 1);

struct City
{
    QHash<qint64, QList<residents::Snapshot>> people;
    QList<Assessment> assessments;
    QList<LedgerRow> ledger;
    QList<tax::TaxpayerFile> taxpayers;
    QList<pension::PensionRecord> pensions;
    QSet<qint64> contradictory;
    Specimens specimens;
    int present = 0;
    QByteArray digest;
};

City cityOf(int residents, quint64 seed)
{
    City city;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    auto maker =
        CityMaker::open({.residents = residents, .seed = seed, .referenceDate = referenceDate});
    if (!maker)
        return city;
    Batch batch;
    while (maker->next(batch)) {
        for (const auto &history : batch.histories)
            city.people.insert(history.last().id.person.value, history);
        for (const auto &row : batch.assessments)
            hash.addData(tax::encode(row));
        for (const auto &row : batch.ledger)
            hash.addData(tax::encode(row));
        for (const auto &file : batch.taxpayers)
            hash.addData(tax::encode(file));
        for (const auto &record : batch.pensions)
            hash.addData(pension::encode(record));
        for (const auto &person : batch.contradictory)
            city.contradictory.insert(person.value);
        city.assessments += batch.assessments;
        city.ledger += batch.ledger;
        city.taxpayers += batch.taxpayers;
        city.pensions += batch.pensions;
        collect(city.specimens, batch, referenceDate);
    }
    city.present = maker->presentSoFar();
    city.digest = hash.result();
    return city;
}

/// The row that holds now, by person and 年度.
QHash<std::pair<qint64, int>, Assessment> presentRows(const City &city)
{
    QHash<std::pair<qint64, int>, Assessment> rows;
    for (const auto &row : city.assessments)
        rows.insert({row.person.value, row.fiscalYear}, row);
    return rows;
}

/// Faults of one 期別; empty = none.
QStringList faultsOf(const LedgerRow &row)
{
    QStringList faults;
    const auto need = [&faults](bool holds, const char *what) {
        if (!holds)
            faults.append(QLatin1StringView(what));
    };
    const auto past = [](QDate day) { return !day.isValid() || day <= referenceDate; };
    need(row.person.value > 0 && !row.notice.isEmpty() && row.chargedYen >= 0, "has its key");
    need(row.dueOn.isValid() && row.settledOn.isValid() && row.settledOn < row.dueOn, "due");
    need(calendar::OfficeCalendar::shipped().isOpen(row.dueOn), "納期限 on an office day");
    need(past(row.settledOn) && past(row.correctedOn) && past(row.demandSentOn) &&
             past(row.reminderSentOn) && past(row.seizedFrom) && past(row.seizedTo),
         "nothing lies in the future");
    QDate before;
    for (const auto &payment : row.payments) {
        need(payment.receivedOn.isValid() && past(payment.receivedOn), "paid by today");
        need(payment.principalYen > 0 && payment.lateChargeYen >= 0, "paid something");
        need(payment.preliminary == !payment.bookedOn.isValid(), "速報 until it is booked");
        need(past(payment.bookedOn) &&
                 (!payment.bookedOn.isValid() || payment.receivedOn <= payment.bookedOn),
             "booked after it was received");
        need(!before.isValid() || before <= payment.receivedOn, "in order of 領収日");
        before = payment.receivedOn;
    }
    need(tax::paidPrincipal(row) >= tax::refundedPrincipal(row), "no more goes back than came");
    if (row.demandSentOn.isValid()) {
        // 地方税法 第329条第1項: within twenty days.
        need(row.dueOn < row.demandSentOn && row.demandSentOn <= row.dueOn.addDays(20), "督促");
        need(!row.reminderSentOn.isValid() || row.demandSentOn < row.reminderSentOn, "催告 later");
    }
    // 地方税法 第331条: seized ten days after the 督促 at the earliest.
    need(row.seizure.isEmpty() == !row.seizedFrom.isValid(), "差押 with its day");
    need(row.seizure.isEmpty() || row.demandSentOn.addDays(10) < row.seizedFrom, "差押");
    if (row.suspension) {
        need(row.suspension->item >= 1 && row.suspension->item <= 3, "執行停止 has its item");
        need(row.suspension->lapsesOn == row.suspension->from.addYears(3), "three years");
    }
    need(!row.writeOff || (row.writeOff->yen > 0 && tax::unpaidPrincipal(row) == 0), "欠損");
    for (const auto &refund : row.refunds) {
        need(refund.foundOn.isValid() && past(refund.foundOn) && past(refund.paidOn), "還付");
        need(refund.accountTail.isEmpty() || refund.accountTail.size() == 4, "four digits");
        need((refund.state == tax::RefundState::Appropriated) == !refund.appropriatedTo.isEmpty(),
             "充当先");
    }
    return faults;
}

} // namespace

class TestTaxCity final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void countsAreInProportion();
    void everyAssessmentAgreesButThePlanned();
    void assessesWhoWasHere();
    void collectsInEachWay();
    void ledgerAgreesWithTheInstalments();
    void everyPeriodIsPossible();
    void everyTroubleIsThere();
    void payersFilesNameNobody();
    void pensionFilesAreWhole();
    void firstInsuredOfTheRegisterHaveTheirFile();
    void everyKindOfPensionItemIsThere();
    void smallCitiesHaveTheirSpecimens_data();
    void smallCitiesHaveTheirSpecimens();
    void sameSeedSameBytes();

private:
    City m_city;
};

void TestTaxCity::initTestCase()
{
    m_city = cityOf(6000, 11);
    QCOMPARE(m_city.present, 6000);
}

void TestTaxCity::countsAreInProportion()
{
    // design.md 6: of 350,000 residents 570,000 assessments, 400,000 期別, 150,000 pension files.
    const auto near = [this](qsizetype count, double ofReference) {
        const double expected = ofReference / 350'000.0 * m_city.present;
        return std::abs(static_cast<double>(count) - expected) < expected * 0.12;
    };
    const auto said = QStringLiteral("%1 assessments, %2 rows, %3 pensions")
                          .arg(m_city.assessments.size())
                          .arg(m_city.ledger.size())
                          .arg(m_city.pensions.size());
    QVERIFY2(near(m_city.assessments.size(), 570'000), qPrintable(said));
    QVERIFY2(near(m_city.ledger.size(), 400'000), qPrintable(said));
    QVERIFY2(near(m_city.pensions.size(), 150'000), qPrintable(said));
    QSet<int> years;
    for (const auto &row : m_city.assessments)
        years.insert(row.fiscalYear);
    QCOMPARE(years, (QSet<int>{2024, 2025, 2026}));
}

void TestTaxCity::everyAssessmentAgreesButThePlanned()
{
    auto tables = tax::CalculatorTables::load();
    QVERIFY(tables.has_value());
    tables->prepare();
    QSet<qint64> found;
    for (const auto &row : m_city.assessments) {
        const auto person = m_city.people.value(row.person.value).last();
        const auto faults = tax::contradictionsIn(row, person.bornOn.earliest, *tables);
        if (m_city.contradictory.contains(row.person.value)) {
            if (!faults.isEmpty())
                found.insert(row.person.value);
            continue;
        }
        const QString what = faults.isEmpty() ? QString() : faults.first().code;
        QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1: %2 of %3 history %4")
                                                  .arg(row.person.value)
                                                  .arg(what)
                                                  .arg(row.fiscalYear)
                                                  .arg(row.history)));
    }
    QVERIFY(!found.isEmpty());
    QCOMPARE(found, m_city.contradictory);
}

void TestTaxCity::assessesWhoWasHere()
{
    for (const auto &row : m_city.assessments) {
        const auto history = m_city.people.value(row.person.value);
        QVERIFY(!history.isEmpty());
        // 地方税法 第318条: 賦課期日 is 1 January.
        const QDate day(row.fiscalYear, 1, 1);
        QVERIFY(history.first().becameResident.on.earliest <= day);
        const auto &last = history.last();
        QVERIFY(!last.removal || last.removal->on.earliest > day);
        QVERIFY(last.bornOn.earliest.addYears(15) <= day);
        QVERIFY(row.processedOn.isValid() && row.processedOn <= referenceDate);
        QCOMPARE(row.history > 1, row.changeKind != QStringLiteral("当初"));
        QCOMPARE(row.history > 1, !row.changeReason.isEmpty());
    }
}

void TestTaxCity::collectsInEachWay()
{
    QMap<int, int> ways;
    int corrected = 0;
    int undeclared = 0;
    int exempt = 0;
    int combined = 0;
    int donations = 0;
    int spouses = 0;
    int children = 0;
    for (const auto &row : m_city.assessments) {
        ++ways[static_cast<int>(row.collection)];
        corrected += row.history > 1 ? 1 : 0;
        undeclared += row.undeclared ? 1 : 0;
        exempt += row.exemption > 0 ? 1 : 0;
        combined += row.combined ? 1 : 0;
        donations += row.amount(137) > 0 ? 1 : 0;
        spouses += row.amount(73) + row.amount(74) > 0 ? 1 : 0;
        children += row.amount(77) + row.amount(78) + row.amount(79) > 0 ? 1 : 0;
        QCOMPARE(row.collection == Collection::SalaryWithheld, !row.employer.isEmpty());
        QCOMPARE(row.amount(152) > 0, !row.instalments.isEmpty());
        // 令和6年度: 定額減税 (地方税法 附則第5条の8).
        QVERIFY(row.amount(159) == 0 || row.fiscalYear == 2024);
        for (const auto &part : row.instalments) {
            QVERIFY(part.yen >= 0);
            QCOMPARE(part.collection == Collection::Ordinary, part.dueOn.isValid());
        }
    }
    QCOMPARE(ways.size(), 3);
    QVERIFY(ways.value(static_cast<int>(Collection::SalaryWithheld)) >
            3 * ways.value(static_cast<int>(Collection::Ordinary)));
    QVERIFY(corrected > 100 && undeclared > 10 && exempt > 100 && combined > 10);
    QVERIFY(donations > 100 && spouses > 500 && children > 800);
}

void TestTaxCity::ledgerAgreesWithTheInstalments()
{
    const auto rows = presentRows(m_city);
    QMap<std::tuple<qint64, int, int>, const LedgerRow *> bills;
    for (const auto &row : m_city.ledger) {
        if (row.kind != TaxKind::Resident || row.fiscalYear < 2024)
            continue;
        bills.insert({row.person.value, row.fiscalYear, row.period}, &row);
        const auto assessment = rows.constFind({row.person.value, row.fiscalYear});
        QVERIFY(assessment != rows.cend());
    }
    qsizetype matched = 0;
    for (const auto &assessment : rows) {
        for (const auto &part : assessment.instalments) {
            const auto bill =
                bills.value({assessment.person.value, assessment.fiscalYear, part.number});
            if (part.collection != Collection::Ordinary || (part.yen == 0 && bill == nullptr))
                continue;
            QVERIFY(bill != nullptr);
            QCOMPARE(bill->chargedYen, part.yen);
            QCOMPARE(bill->dueOn, part.dueOn);
            ++matched;
        }
    }
    QCOMPARE(matched, bills.size());
}

void TestTaxCity::everyPeriodIsPossible()
{
    QSet<std::pair<qint64, int>> keys;
    for (const auto &row : m_city.ledger) {
        const QStringList faults = faultsOf(row);
        QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1 %2/%3: ")
                                                  .arg(row.person.value)
                                                  .arg(row.fiscalYear)
                                                  .arg(row.period) +
                                              faults.join(u';')));
        const int key = tax::ledgerKey(row.kind, row.fiscalYear, row.period);
        QVERIFY(!keys.contains({row.person.value, key}));
        keys.insert({row.person.value, key});
    }
}

void TestTaxCity::everyTroubleIsThere()
{
    QMap<QString, int> seen;
    QSet<int> items;
    QSet<int> channels;
    QSet<int> kinds;
    for (const auto &row : m_city.ledger) {
        kinds.insert(static_cast<int>(row.kind));
        const auto count = [&seen](const char *what, bool there) {
            seen[QLatin1StringView(what)] += there ? 1 : 0;
        };
        const bool due = row.dueOn < referenceDate;
        const qint64 unpaid = tax::unpaidPrincipal(row);
        count("unpaid", due && unpaid > 0);
        count("part", due && unpaid > 0 && tax::paidPrincipal(row) > 0);
        count("督促", row.demandSentOn.isValid());
        count("催告", row.reminderSentOn.isValid());
        count("分納", row.byInstalments);
        count("差押", !row.seizure.isEmpty());
        count("欠損", row.writeOff.has_value());
        count("振替不能", !row.debitFailure.isEmpty());
        count("過誤納", !row.refunds.isEmpty());
        count("更正", row.correctedOn.isValid());
        count("延滞金", row.fixedLateChargeYen.has_value());
        count("猶予", !row.reliefs.isEmpty() && !row.suspension);
        if (row.suspension)
            items.insert(row.suspension->item);
        for (const auto &payment : row.payments) {
            channels.insert(static_cast<int>(payment.channel));
            count("速報", payment.preliminary);
        }
        const auto person = m_city.people.value(row.person.value).last();
        count("gone", unpaid > 0 && due && person.state == residents::State::MovedOut);
        count("dead", unpaid > 0 && due && person.state == residents::State::Died);
    }
    for (auto one = seen.cbegin(); one != seen.cend(); ++one)
        QVERIFY2(one.value() > 0, qPrintable(one.key()));
    QCOMPARE(kinds.size(), 3);
    QVERIFY(!items.isEmpty());
    QVERIFY(channels.size() >= 7);
}

void TestTaxCity::payersFilesNameNobody()
{
    int plans = 0;
    int talks = 0;
    static const QRegularExpression digits(QStringLiteral("[0-9０-９]{4}"));
    for (const auto &file : m_city.taxpayers) {
        const auto person = m_city.people.value(file.person.value).last();
        QVERIFY(file.accountTail.isEmpty() || file.accountTail.size() == 4);
        plans += file.plan.isEmpty() ? 0 : 1;
        QDate newest;
        for (const auto &talk : file.negotiations) {
            ++talks;
            QVERIFY(talk.on.isValid() && talk.on <= referenceDate);
            QVERIFY(!newest.isValid() || talk.on <= newest);
            newest = talk.on;
            QVERIFY(!talk.text.isEmpty() && !talk.way.isEmpty() && !talk.by.isEmpty());
            QVERIFY(person.name.family.size() < 2 || !talk.text.contains(person.name.family));
            QVERIFY(!talk.text.contains(digits));
        }
    }
    QVERIFY(plans > 0 && talks > 20);
}

void TestTaxCity::pensionFilesAreWhole()
{
    using Kind = pension::Irregularity::Kind;
    QMap<Kind, int> seen;
    QSet<qint64> persons;
    for (const auto &record : m_city.pensions) {
        QVERIFY(!persons.contains(record.person.value));
        persons.insert(record.person.value);
        QCOMPARE(record.numberTail.size(), 4);
        QVERIFY(!record.periods.isEmpty());
        const QDate born = m_city.people.value(record.person.value).last().bornOn.earliest;
        for (const auto &period : record.periods) {
            QVERIFY(period.acquiredOn.isValid() && period.acquiredOn <= referenceDate);
            QVERIFY(!period.lostOn.isValid() || period.acquiredOn < period.lostOn);
            QVERIFY(period.acquiredOn >= born.addYears(20).addDays(-1));
            QVERIFY(!period.acquiredNotifiedOn.isValid() ||
                    period.acquiredNotifiedOn <= referenceDate);
        }
        const auto timeline = pension::timelineOf(record, born, referenceDate);
        for (const auto &one : timeline.irregularities)
            ++seen[one.kind];
    }
    QVERIFY(seen.value(Kind::Gap) > 20 && seen.value(Kind::Overlap) > 3);
    QVERIFY(seen.value(Kind::LateNotice) > 50);
    QCOMPARE(seen.value(Kind::EndsBeforeBegin), 0);
}

void TestTaxCity::firstInsuredOfTheRegisterHaveTheirFile()
{
    QSet<qint64> first;
    for (const auto &record : m_city.pensions) {
        const auto &last = record.periods.last();
        if (record.insured && last.category == pension::Category::First)
            first.insert(record.person.value);
    }
    QSet<qint64> register_;
    for (const auto &history : m_city.people) {
        const auto &now = history.last();
        // Almost 60 or just 20: the file says more than the item of the resident record.
        const int days = static_cast<int>(now.bornOn.earliest.daysTo(referenceDate));
        const bool plain = days > 21 * 366 && days < 59 * 365;
        if (residents::isPresent(now.state) && plain && !now.entitlements.pension.status.isEmpty())
            register_.insert(now.id.person.value);
    }
    QVERIFY(register_.size() > 300);
    for (const qint64 person : register_)
        QVERIFY2(first.contains(person), qPrintable(QString::number(person)));
}

void TestTaxCity::everyKindOfPensionItemIsThere()
{
    QSet<int> kinds;
    QSet<int> results;
    QMap<QString, qsizetype> seen;
    for (const auto &record : m_city.pensions) {
        for (const auto &one : record.exemptions) {
            kinds.insert(static_cast<int>(one.kind));
            results.insert(static_cast<int>(one.result));
            QVERIFY(one.appliedOn <= referenceDate);
            QVERIFY(one.applied.from.isValid() && one.applied.from <= one.applied.to);
            const bool student = one.kind == pension::ExemptionKind::Student;
            // 国民年金法 第90条, 第90条の3: July to June, for students April to March.
            const int first = student ? 4 : 7;
            const int cycle = (one.applied.from.index() - first + 1) / 12;
            QCOMPARE((one.applied.to.index() - first + 1) / 12, cycle);
        }
        seen[QStringLiteral("legal")] += record.legal.size();
        seen[QStringLiteral("maternity")] += record.maternities.size();
        seen[QStringLiteral("additional")] += record.additional.size();
        seen[QStringLiteral("benefit")] += record.benefits.size();
        seen[QStringLiteral("support")] += record.supports.size();
        seen[QStringLiteral("report")] += record.reports.size();
        seen[QStringLiteral("note")] += record.notes.size();
        seen[QStringLiteral("reissue")] += record.reissues.size();
        for (const auto &period : record.periods)
            seen[QStringLiteral("category %1").arg(static_cast<int>(period.category))] += 1;
    }
    QCOMPARE(kinds.size(), 6);
    QCOMPARE(results.size(), 5);
    QVERIFY(seen.size() >= 12);
    for (auto one = seen.cbegin(); one != seen.cend(); ++one)
        QVERIFY2(one.value() > 0, qPrintable(one.key()));
}

void TestTaxCity::smallCitiesHaveTheirSpecimens_data()
{
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1, 7, 42, 1001})
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestTaxCity::smallCitiesHaveTheirSpecimens()
{
    QFETCH(quint64, seed);
    const City city = cityOf(1500, seed);
    for (const auto &[name, person] : named(city.specimens)) {
        if (name == u"variantGlyph") // a larger city has one
            continue;
        QVERIFY2(person.value != 0, qPrintable(name));
        QVERIFY(city.people.contains(person.value));
    }
    int unpaid = 0;
    QSet<int> years;
    bool refunded = false;
    bool stopped = false;
    for (const auto &row : city.ledger) {
        if (row.person == city.specimens.arrears && row.dueOn < referenceDate &&
            tax::unpaidPrincipal(row) > 0) {
            ++unpaid;
            years.insert(row.fiscalYear);
        }
        refunded = refunded || (row.person == city.specimens.refund && !row.refunds.isEmpty());
        stopped = stopped || (row.person == city.specimens.stopped && row.suspension);
    }
    QVERIFY(unpaid >= 3 && years.size() >= 2 && refunded && stopped);
    // Masks are tried on the protected: they have a ledger and a 送付先.
    const bool hidden =
        std::any_of(city.taxpayers.begin(), city.taxpayers.end(), [&city](const auto &file) {
            return file.person == city.specimens.protectedPerson && !file.sendTo.isEmpty();
        });
    QVERIFY(hidden);
    for (const auto &record : city.pensions) {
        const QDate born = city.people.value(record.person.value).last().bornOn.earliest;
        const auto timeline = pension::timelineOf(record, born, referenceDate);
        if (record.person == city.specimens.pensionGap)
            QVERIFY(timeline.monthsMissing > 0 && timeline.irregularities.size() >= 3);
        if (record.person == city.specimens.pensionExempt)
            QVERIFY(timeline.monthsExempt + timeline.monthsDeferred >= 24);
    }
}

void TestTaxCity::sameSeedSameBytes()
{
    const City one = cityOf(400, 3);
    QCOMPARE(cityOf(400, 3).digest, one.digest);
    QVERIFY(cityOf(400, 4).digest != one.digest);
}

QTEST_GUILESS_MAIN(TestTaxCity)
#include "tst_taxcity.moc"
