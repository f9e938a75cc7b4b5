#pragma once

#include "base/ids.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

// 個人住民税賦課情報ファイル (requirements/tax.md 3.1): what was assessed, year by year.
namespace tax {

/// 徴収区分 (item 4).
enum class Collection {
    Ordinary,        ///< 普通徴収
    SalaryWithheld,  ///< 給与特徴
    PensionWithheld, ///< 年金特徴
};

/// One part of the year's tax: 期別 or a month of withholding.
struct Instalment
{
    Collection collection = Collection::Ordinary;
    int number = 1; ///< 期別 1 to 4; for withholding the order, from 1
    int month = 6;  ///< 1 to 12: month it is due in or withheld for
    QDate dueOn;    ///< 納期限; invalid for withholding
    qint64 yen = 0;
    bool operator==(const Instalment &) const = default;
};

/// One history row of one year of one person. The highest `history` of a year is the present one;
/// 更正 and 取消 stack a new row.
struct Assessment
{
    base::PersonId person;                        ///< items 3 and 識別情報 2
    int fiscalYear = 0;                           ///< 賦課年度 (item 2), 2026 = 令和8年度
    int history = 1;                              ///< 履歴Ｎｏ (item 5), from 1
    QString municipality;                         ///< 自治体コード (item 1)
    Collection collection = Collection::Ordinary; ///< item 4
    bool combined = false;   ///< 併徴該当 (item 16): withheld and ordinary together
    QString taxNumber;       ///< 課税番号・指定番号 (item 6)
    QString recipientNumber; ///< 受給者番号 (item 9)
    QString employer;    ///< 特別徴収義務者の名称, empty unless withheld from a salary
    int exemption = 0;   ///< 非課税区分 (item 10), code of tax_codes.csv
    int collectFrom = 0; ///< 徴収開始期・月 (item 11); 0 = none
    int collectTo = 0;
    int changedFrom = 0;     ///< 更正開始期・月 (item 12); 0 = not changed
    QString changeKind;      ///< 異動区分 (item 13): "当初", "更正", "取消" ...
    QString changeReason;    ///< 異動事由 (item 14)
    QDate processedOn;       ///< 異動処理日 (item 15)
    bool undeclared = false; ///< 未申告: nothing is known of the income
    /// Items 17 to 163 of tax.md 3.1 by number: yen, counts, flags (0/1) and codes. What is not
    /// there is 0. Yen unless the catalogue (record_items.csv) says otherwise.
    QMap<int, qint64> amounts;
    QList<Instalment> instalments;

    [[nodiscard]] qint64 amount(int item) const { return amounts.value(item, 0); }
    bool operator==(const Assessment &) const = default;
};

/// The key of a row for one person: 2026 and history 2 give 202602.
[[nodiscard]] constexpr int assessmentKey(int fiscalYear, int history)
{
    return fiscalYear * 100 + history;
}

} // namespace tax
