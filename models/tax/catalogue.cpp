#include "tax/catalogue.h"

#include "base/ensure.h"
#include "tables/table.h"

#include <QHash>

namespace tax {

namespace {

QList<tables::Row> rowsOf(const QString &table)
{
    const auto loaded = tables::Table::load(table);
    base::ensure(loaded.has_value(), "the tables of names are compiled in and readable");
    return loaded->rows();
}

ItemKind kindOf(const QString &word)
{
    static const QHash<QString, ItemKind> kinds{
        {QStringLiteral("yen"), ItemKind::Yen},   {QStringLiteral("count"), ItemKind::Count},
        {QStringLiteral("flag"), ItemKind::Flag}, {QStringLiteral("code"), ItemKind::Code},
        {QStringLiteral("date"), ItemKind::Date}, {QStringLiteral("text"), ItemKind::Text},
        {QStringLiteral("key"), ItemKind::Key},
    };
    base::ensure(kinds.contains(word), "every kind of a record item is known");
    return kinds.value(word);
}

QList<RecordItem> loadItems()
{
    QList<RecordItem> items;
    for (const tables::Row &row : rowsOf(QStringLiteral("record_items"))) {
        items.append({.file = row.text(QStringLiteral("file")),
                      .group = row.text(QStringLiteral("group")),
                      .number = row.number(QStringLiteral("number")),
                      .name = row.text(QStringLiteral("name")),
                      .kind = kindOf(row.text(QStringLiteral("kind"))),
                      .masked = row.number(QStringLiteral("masked")) == 1,
                      .place = row.text(QStringLiteral("place")),
                      .reason = row.text(QStringLiteral("reason"))});
    }
    return items;
}

bool isAssessed(const RecordItem &item)
{
    return item.file == QLatin1StringView("tax") && item.group == QStringLiteral("業務関係情報");
}

} // namespace

const QList<RecordItem> &recordItems()
{
    static const QList<RecordItem> items = loadItems();
    return items;
}

QList<RecordItem> itemsAt(const QString &place)
{
    QList<RecordItem> found;
    for (const RecordItem &item : recordItems()) {
        if (isAssessed(item) && item.place == place)
            found.append(item);
    }
    return found;
}

QString itemName(int number)
{
    for (const RecordItem &item : recordItems()) {
        if (isAssessed(item) && item.number == number)
            return item.name;
    }
    return {};
}

QString codeWords(int item, qint64 code)
{
    static const QList<tables::Row> rows = rowsOf(QStringLiteral("tax_codes"));
    for (const tables::Row &row : rows) {
        if (row.number(QStringLiteral("item")) == item &&
            row.number(QStringLiteral("code")) == code)
            return row.text(QStringLiteral("words"));
    }
    return {};
}

QString kindName(TaxKind kind, Naming naming)
{
    static const QList<tables::Row> rows = rowsOf(QStringLiteral("tax_kinds"));
    for (const tables::Row &row : rows) {
        if (row.number(QStringLiteral("kind")) == static_cast<int>(kind))
            return row.text(naming == Naming::Full ? QStringLiteral("words")
                                                   : QStringLiteral("short"));
    }
    return {};
}

} // namespace tax
