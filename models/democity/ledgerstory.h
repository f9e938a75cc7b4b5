#pragma once

#include "democity/random.h"
#include "tables/table.h"
#include "tax/assessment.h"
#include "tax/ledger.h"

#include <QDate>
#include <QList>
#include <QString>

namespace democity {

/// What makes a taxpayer's ledger worth looking at.
enum class Trouble {
    None,
    LateOnce,    ///< one 期 paid after the 督促
    JustMissed,  ///< the last 期 due is not paid
    Arrears,     ///< two years, one 期 paid in part; 催告 and no plan yet
    Pledged,     ///< 分納, kept so far or broken
    Seized,      ///< 差押, collected or going on
    Stopped,     ///< 執行停止, items 1 to 3
    WrittenOff,  ///< 不納欠損 of an old debt
    PaidTwice,   ///< 二重納付 and what became of it
    DebitFailed, ///< 口座振替 failed, then paid with the 督促 or not yet
    Postponed,   ///< 徴収猶予 or 換価の猶予
    Count
};

/// Who is billed, and for what.
struct Taxpayer
{
    base::PersonId person;
    QDate born;
    QDate came;
    QDate left; ///< invalid = here
    bool died = false;
    QString sendTo; ///< 送付先 unless his address
    bool ownsHouse = false;
    int vehicles = 0;
    /// All rows, in order of 年度 and 履歴.
    QList<tax::Assessment> assessments;
};

struct LedgerTold
{
    QList<tax::LedgerRow> rows;
    tax::TaxpayerFile file; ///< worth keeping when `hasFile`
    bool hasFile = false;
    [[nodiscard]] bool isEmpty() const { return rows.isEmpty() && !hasFile; }
};

/// Bills and what was paid of them until `today`. What a 特別徴収義務者 owes stands in no
/// resident's ledger (地方税法 第321条の5): only 普通徴収, 固定資産税 and 軽自動車税 are told.
class LedgerStory final
{
public:
    LedgerStory(QDate today, int lastFiscalYear, tables::Table lateChargeRates);
    /// `fits` is whether a taxpayer has enough bills for the trouble.
    [[nodiscard]] bool fits(Trouble trouble, const Taxpayer &who) const;
    [[nodiscard]] LedgerTold tell(const Taxpayer &who, Trouble trouble, Random &random) const;
    /// One of 1,000, by how often they are met.
    [[nodiscard]] static Trouble draw(Random &random);

private:
    QDate m_today;
    int m_lastYear;
    tables::Table m_rates;
};

} // namespace democity
