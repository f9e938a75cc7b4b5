#include "central/postgreslinkstate.h"
#include "central/postgresregister.h"
#include "tables/table.h"

// Tables that the register on PostgreSQL holds.
namespace central {

using base::Result;

const QStringList &stationTables()
{
    static const QStringList names{
        QStringLiteral("purposes"),       QStringLiteral("identity"),
        QStringLiteral("fees"),           QStringLiteral("wording"),
        QStringLiteral("files"),          QStringLiteral("late_charge_rates"),
        QStringLiteral("tax_rates"),      QStringLiteral("tax_income"),
        QStringLiteral("tax_deductions"), QStringLiteral("towns")};
    return names;
}

Result<QList<HeldTable>> PostgresLink::tables()
{
    return m_state->thread.runAndWait([this]() -> Result<QList<HeldTable>> {
        const auto held = m_state->api->read(QStringLiteral("register/link/tables"));
        if (!held)
            return base::fail(held);
        QList<HeldTable> all;
        for (int row = 0; row + 1 < held->rows(); ++row)
            all.append({.name = held->text(row, 1), .bytes = held->bytes(row, 2)});
        return all;
    });
}

namespace {

Result<> knowsIt(const HeldTable &table)
{
    if (!stationTables().contains(table.name))
        return base::fail(base::ErrorCode::TableUnreadable,
                          QStringLiteral("no station takes %1 from the register").arg(table.name));
    const auto shipped = tables::Table::load(table.name);
    if (!shipped)
        return base::fail(shipped);
    const auto read = tables::Table::parse(table.name, table.bytes);
    if (!read)
        return base::fail(read);
    return read->needs(shipped->columns());
}

} // namespace

Result<> PostgresRegister::setTables(const QList<HeldTable> &tables)
{
    for (const auto &table : tables) {
        if (const auto known = knowsIt(table); !known)
            return known;
    }
    return together([this, &tables]() -> Result<> {
        for (const auto &table : tables) {
            const auto put = run(QStringLiteral("register/owner/table_put"),
                                 {m_identity.code, table.name, table.bytes});
            if (!put)
                return put;
        }
        return {};
    });
}

} // namespace central
