#pragma once

#include "base/ids.h"
#include "pension/exemptionrule.h"
#include "pension/timeline.h"
#include "tax/calculator.h"
#include "tax/latecharge.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

// What the tax, ledger and pension procedures answer; the log row of each is on disk.
namespace desk {

/// An assessment with what does not agree in it.
struct AssessmentView
{
    tax::Assessment assessment;
    QList<tax::Contradiction> contradictions;
};
/// ViewTax: newest year first, in a year newest history first.
struct TaxView
{
    base::PersonId person;
    QList<AssessmentView> assessments;
    quint64 logRow = 0;
};

/// ViewLedger.
struct LedgerView
{
    base::PersonId person;
    tax::TaxpayerFile file;
    QList<tax::LedgerRow> rows; ///< newest year first, then kind, then period
    QDate paymentsUpTo;         ///< 消込データ: payments booked up to this day are in
    /// A 送付先 or 納税管理人 that is held is left out: on the telephone both, else what names
    /// where somebody hides.
    bool addressHidden = false;
    quint64 logRow = 0;
};

/// CalculateLateCharge.
struct LateChargeView
{
    tax::LedgerRow row;
    QDate payOn;
    qint64 unpaidYen = 0; ///< 本税
    tax::LateChargeWorking working;
    quint64 logRow = 0;
};

/// ExplainTax.
struct TaxExplanation
{
    tax::Assessment assessment;
    tax::TaxComputation computation;
    QList<tax::Contradiction> contradictions;
    quint64 logRow = 0;
};

/// ViewPension.
struct PensionView
{
    base::PersonId person;
    pension::PensionRecord record;
    /// Empty when nothing is held, and without a birthday: then nothing was looked for.
    pension::Timeline timeline;
    quint64 logRow = 0;
    bool held = true; ///< false: the city has no pension record of him, which is no gap
};

/// 電話: what the caller said of himself before anything is read out (at least three, one of them
/// not the name).
struct CallerCheck
{
    bool name = false;
    bool birthDate = false;
    bool address = false;
    bool number = false; ///< 通知書番号, 宛名番号
    QString note;
};

/// A member of the household as the tax and pension tabs list him: nothing of the files yet.
struct NeededMember
{
    base::SnapshotId id;
    QString name;
    QString relationship;
    bool isProtected = false;
    bool restricted = false;
};
/// ViewHouseholdFiles: the person himself and who lives with him, in legal order.
struct HouseholdFiles
{
    base::HouseholdId id;
    QList<NeededMember> members;
    quint64 logRow = 0;
};

} // namespace desk
