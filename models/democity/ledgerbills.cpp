#include "democity/ledgerbills.h"

#include "democity/duedates.h"
#include "democity/lives.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace democity {

using tax::Assessment;
using tax::LedgerRow;
using tax::TaxKind;

namespace {

LedgerRow blank(const Taxpayer &who, TaxKind kind, int fiscalYear, int period)
{
    LedgerRow row;
    row.person = who.person;
    row.kind = kind;
    row.fiscalYear = fiscalYear;
    row.settlementYear = fiscalYear;
    row.period = period;
    row.notice = noticeNumber(kind, fiscalYear, who.person);
    row.dueOn = dueOn(kind, fiscalYear, period);
    row.legalDueOn = dueOn(kind, fiscalYear, 1);
    const QDate settled = kind == TaxKind::Resident     ? QDate(fiscalYear, 6, 10)
                          : kind == TaxKind::FixedAsset ? QDate(fiscalYear, 4, 7)
                                                        : QDate(fiscalYear, 5, 8);
    row.settledOn = officeDayFrom(settled);
    return row;
}

/// The present and the first row of a 年度.
struct YearOfTax
{
    const Assessment *present = nullptr;
    const Assessment *first = nullptr;
};

qint64 ordinaryYen(const Assessment &assessment, int period)
{
    for (const tax::Instalment &part : assessment.instalments) {
        if (part.collection == tax::Collection::Ordinary && part.number == period)
            return part.yen;
    }
    return 0;
}

void billResidentTax(const Taxpayer &who, const YearOfTax &year, QList<LedgerRow> &rows)
{
    for (const tax::Instalment &part : year.present->instalments) {
        if (part.collection != tax::Collection::Ordinary)
            continue;
        const qint64 atFirst = ordinaryYen(*year.first, part.number);
        if (part.yen == 0 && atFirst == 0)
            continue;
        LedgerRow row = blank(who, TaxKind::Resident, year.present->fiscalYear, part.number);
        row.dueOn = part.dueOn;
        row.chargedYen = part.yen;
        row.chargedAtFirstYen = atFirst;
        if (part.yen != atFirst) {
            row.correctedOn = year.present->processedOn;
            row.correctionReason = year.present->changeReason;
        }
        rows.append(row);
    }
}

} // namespace

QString noticeNumber(TaxKind kind, int fiscalYear, base::PersonId person)
{
    // 宛名番号 ends with its own check digit: the serial number before it is enough.
    return QStringLiteral("%1%2%3")
        .arg(fiscalYear % 100, 2, 10, QLatin1Char('0'))
        .arg(static_cast<int>(kind) * 10)
        .arg(person.value / 10, 8, 10, QLatin1Char('0'));
}

QList<LedgerRow> billsOf(const Taxpayer &who, int lastFiscalYear, Random &random)
{
    QList<LedgerRow> rows;
    for (const Assessment &assessment : who.assessments) {
        const bool last = &assessment == &who.assessments.last() ||
                          (&assessment + 1)->fiscalYear != assessment.fiscalYear;
        if (!last)
            continue;
        const auto first = std::find_if(
            who.assessments.begin(), who.assessments.end(),
            [&](const Assessment &one) { return one.fiscalYear == assessment.fiscalYear; });
        billResidentTax(who, {.present = &assessment, .first = &*first}, rows);
    }
    const qint64 house = qint64(random.between(300, 1900)) * 100;
    static constexpr std::array<qint64, 6> vehicleTaxes{10800, 10800, 7200, 12900, 2000, 6000};
    qint64 vehicles = 0;
    for (int i = 0; i < who.vehicles; ++i)
        vehicles += vehicleTaxes[static_cast<std::size_t>(random.below(6))];
    for (int year = lastFiscalYear - fiscalYearsHeld + 1; year <= lastFiscalYear; ++year) {
        const auto owned = [&](QDate day) {
            return who.came <= day && (!who.left.isValid() || who.left > day);
        };
        if (who.ownsHouse && owned(QDate(year, 1, 1))) {
            const qint64 part = house / 4 / 1000 * 1000;
            for (int period = 1; period <= 4; ++period) {
                LedgerRow row = blank(who, TaxKind::FixedAsset, year, period);
                row.chargedYen = period == 1 ? house - 3 * part : part;
                row.chargedAtFirstYen = row.chargedYen;
                if (row.chargedYen > 0)
                    rows.append(row);
            }
        }
        if (vehicles > 0 && owned(QDate(year, 4, 1))) {
            LedgerRow row = blank(who, TaxKind::LightVehicle, year, 1);
            row.chargedYen = vehicles;
            row.chargedAtFirstYen = vehicles;
            rows.append(row);
        }
    }
    std::sort(rows.begin(), rows.end(), [](const LedgerRow &one, const LedgerRow &other) {
        return std::tuple(one.dueOn, one.kind, one.period) <
               std::tuple(other.dueOn, other.kind, other.period);
    });
    return rows;
}

} // namespace democity
