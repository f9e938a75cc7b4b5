#pragma once

#include "pension/record.h"

#include <QList>
#include <QString>

// The 66 items of the 国民年金資格情報ファイル (requirements/pension.md 3) under their exact names.
namespace pensionui {

struct Item
{
    int number = 0; ///< 1 to 66; 0 = worked out here, not of the file
    QString name;
    QString value;
    bool isName = false;     ///< in the typeface of registered names
    bool isLong = false;     ///< free text that may need several lines
    bool isVerbatim = false; ///< a code or as somebody wrote it: Latin letters may stand in it
};
/// One row of the file. Items that it does not hold are left out.
struct Block
{
    QString heading;
    QList<Item> items;
};

/// Items 1 to 5, and 6 of the period that holds today.
[[nodiscard]] Block qualificationBlock(const pension::PensionRecord &record);
/// 6 to 15, newest first.
[[nodiscard]] QList<Block> periodBlocks(const pension::PensionRecord &record);
/// 16 to 28 with the cycle, newest first.
[[nodiscard]] QList<Block> exemptionBlocks(const pension::PensionRecord &record);
/// 29 to 35 and 36 to 39.
[[nodiscard]] QList<Block> legalBlocks(const pension::PensionRecord &record);
/// 40 to 55.
[[nodiscard]] QList<Block> benefitBlocks(const pension::PensionRecord &record);
/// 56 to 66.
[[nodiscard]] QList<Block> reportBlocks(const pension::PensionRecord &record);

/// "＊＊＊＊-＊＊1234": no more than the last four digits is known here.
[[nodiscard]] QString maskedNumber(const QString &tail);
/// The months that are examined together: July to June, for students April to March (国民年金法
/// 第90条, 第90条の3).
[[nodiscard]] pension::MonthSpan cycleOf(pension::ExemptionKind kind, const pension::Month &month);

} // namespace pensionui
