#pragma once

#include "base/result.h"
#include "tables/table.h"
#include "tax/ledger.h"

#include <QDate>
#include <QList>
#include <QString>

namespace tax {

/// What a late charge is worked out from: one 期別.
struct LateChargeCase
{
    qint64 principalYen = 0; ///< 期別調定額
    QDate dueOn;             ///< 納期限, already moved to an office day
    QDate payOn;             ///< the chosen day: payment or, if earlier paid in part, the last one
    QList<Payment> payments; ///< parts of the principal paid until then, by 領収日
    QList<ReliefPeriod> reliefs;
};

/// One stretch of days with one base and one rate.
struct LateChargeLine
{
    QDate from;
    QDate to;
    int days = 0;
    qint64 baseYen = 0;      ///< cut to 1,000
    int rateBasisPoints = 0; ///< 870 = 8.7 %
    qint64 yen = 0;          ///< fractions dropped
    QString why;             ///< code: "first-month", "later", "relief", "none"
};

struct LateChargeWorking
{
    QList<LateChargeLine> lines;
    qint64 sumYen = 0;    ///< of the lines
    qint64 chargeYen = 0; ///< cut to 100; 0 below 1,000 (地方税法 第20条の4の2)
    QString why; ///< code of the rule that made it 0: "base-below-2000", "charge-below-1000"
    QString tableVersion;
};

/// 延滞金 to a chosen day (地方税法 第326条ほか, 附則第3条の2; municipal-facts.md 6.8, 6.9;
/// collections.md 2.1). Rates by calendar year from late_charge_rates.csv. TableYearMissing when a
/// year asked about is missing from it; ArgumentWrong for an impossible case.
[[nodiscard]] base::Result<LateChargeWorking> lateCharge(const LateChargeCase &input,
                                                         const tables::Table &rates);

} // namespace tax
