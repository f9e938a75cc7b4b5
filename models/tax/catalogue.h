#pragma once

#include "tax/ledger.h"

#include <QList>
#include <QString>

// The names of things, from tables: record items (record_items.csv), codes (tax_codes.csv) and
// 科目 (tax_kinds.csv). All are compiled in.
namespace tax {

enum class ItemKind { Yen, Count, Flag, Code, Date, Text, Key };

/// One 記録項目 of a 特定個人情報ファイル, and where the counter shows it.
struct RecordItem
{
    QString file;  ///< "tax", "ledger", "collection", "arrears", "pension"
    QString group; ///< "識別情報", "連絡先情報", "業務関係情報"
    int number = 0;
    QString name; ///< exactly as printed in the 評価書
    ItemKind kind = ItemKind::Text;
    bool masked = false; ///< hidden until asked for
    QString place;       ///< "tab/section"; empty when it is not shown
    QString reason;      ///< why it is not shown
};

/// Every item of requirements/tax.md 3, collections.md 3 and pension.md 3, in their order.
[[nodiscard]] const QList<RecordItem> &recordItems();
/// The 業務関係情報 of 個人住民税賦課情報ファイル that stand in a section, in order.
[[nodiscard]] QList<RecordItem> itemsAt(const QString &place);
/// The name of such an item, 1 to 163; empty for another number.
[[nodiscard]] QString itemName(int number);
/// What a code of such an item means; empty when the table does not hold it.
[[nodiscard]] QString codeWords(int item, qint64 code);

enum class Naming { Full, Short };
/// "市県民税"; in full "市民税・県民税・森林環境税".
[[nodiscard]] QString kindName(TaxKind kind, Naming naming = Naming::Short);

} // namespace tax
