#pragma once

#include "central/embeddedregister.h"
#include "pension/record.h"
#include "tax/assessment.h"
#include "tax/ledger.h"

namespace support {

/// An assessment of the ordinary kind; `yen` is its four instalments together.
inline tax::Assessment anAssessment(qint64 person, int year, int history = 1, qint64 yen = 120'000)
{
    tax::Assessment row;
    row.person = {person};
    row.fiscalYear = year;
    row.history = history;
    row.municipality = QStringLiteral("982016");
    row.changeKind = history == 1 ? QStringLiteral("当初") : QStringLiteral("更正");
    row.processedOn = QDate(year, 6, 10);
    row.amounts = {{17, yen * 20}, {100, yen}};
    for (int part = 1; part <= 4; ++part)
        row.instalments.append({.collection = tax::Collection::Ordinary,
                                .number = part,
                                .month = 4 + 2 * part,
                                .dueOn = QDate(year, 6, 30),
                                .yen = yen / 4});
    return row;
}

/// A 期別 that was paid in part.
inline tax::LedgerRow aLedgerRow(qint64 person, int year, int period, qint64 yen = 30'000)
{
    tax::LedgerRow row;
    row.person = {person};
    row.fiscalYear = year;
    row.settlementYear = year;
    row.period = period;
    row.notice = QStringLiteral("%1-%2").arg(year).arg(person);
    row.chargedYen = yen;
    row.chargedAtFirstYen = yen;
    row.settledOn = QDate(year, 6, 10);
    row.dueOn = QDate(year, 6, 30);
    row.legalDueOn = QDate(year, 6, 30);
    row.payments = {{.receivedOn = QDate(year, 6, 20),
                     .bookedOn = QDate(year, 6, 25),
                     .preliminary = false,
                     .channel = tax::Channel::Bank,
                     .principalYen = yen / 2,
                     .lateChargeYen = 0,
                     .feeYen = 0,
                     .receipt = {}}};
    return row;
}

inline tax::TaxpayerFile aTaxpayerFile(qint64 person)
{
    tax::TaxpayerFile file;
    file.person = {person};
    file.inCharge = QStringLiteral("収納課　見本");
    file.accountTail = QStringLiteral("0042");
    return file;
}

inline pension::PensionRecord aPensionRecord(qint64 person)
{
    pension::PensionRecord record;
    record.person = {person};
    record.numberTail = QStringLiteral("9018");
    record.insured = true;
    pension::InsuredPeriod period;
    period.acquiredOn = QDate(1990, 1, 1);
    record.periods.append(period);
    return record;
}

/// Tax, ledger and pension for persons 1 to `people`: two years and a 更正, eight 期別, every third
/// with a file, every second with a pension record.
inline void addFiles(central::CityPart &city, qint64 people)
{
    for (qint64 id = 1; id <= people; ++id) {
        city.assessments.append(anAssessment(id, 2025));
        city.assessments.append(anAssessment(id, 2026));
        city.assessments.append(anAssessment(id, 2026, 2, 100'000));
        for (int period = 1; period <= 4; ++period) {
            city.ledger.append(aLedgerRow(id, 2025, period));
            city.ledger.append(aLedgerRow(id, 2026, period));
        }
        if (id % 3 == 0)
            city.taxpayers.append(aTaxpayerFile(id));
        if (id % 2 == 0)
            city.pensions.append(aPensionRecord(id));
    }
}

} // namespace support
