#include "app/desktables.h"
#include "app/office.h"

using base::Result;

// The tables that decisions at the desk rest on: as the register holds them, else as shipped.
namespace app {

namespace {

using Held = QHash<QString, QByteArray>;

Result<tables::Table> tableOf(const Held &held, const QString &name)
{
    const auto bytes = held.constFind(name);
    return bytes == held.constEnd() ? tables::Table::load(name)
                                    : tables::Table::parse(name, *bytes);
}

Result<Held> remembered(journal::Memory &memory)
{
    Held held;
    for (const QString &name : central::stationTables()) {
        const auto bytes = memory.table(name);
        if (!bytes)
            return base::fail(bytes);
        if (!bytes->isEmpty())
            held.insert(name, *bytes);
    }
    return held;
}

} // namespace

/// What the register holds now is kept for the next sign-in without it.
Result<> Office::askForTables()
{
    if (m_late || m_session.mustChangePassword)
        return {};
    const auto asked = m_link->tables();
    if (!asked)
        return base::fail(asked);
    return m_journalWorker.runAndWait([this, &asked]() -> Result<> {
        for (const auto &table : *asked) {
            if (!central::stationTables().contains(table.name))
                continue; // of a later version of the program
            const auto kept = m_journal->memory().setTable(table.name, table.bytes);
            if (!kept)
                return kept;
        }
        return {};
    });
}

Result<desk::DeskTables> Office::loadTables()
{
    // Lost just now: those of the last time count, as they would without the register.
    if (const auto asked = askForTables();
        !asked && asked.error().code != base::ErrorCode::RegisterUnreachable)
        return base::fail(asked);
    const auto held =
        m_journalWorker.runAndWait([this] { return remembered(m_journal->memory()); });
    if (!held)
        return base::fail(held);
    return deskTables(*held);
}

Result<desk::DeskTables> deskTables(const QHash<QString, QByteArray> &held)
{
    desk::DeskTables tables;
    struct Named
    {
        const char *name;
        tables::Table *table;
    };
    for (const Named &named :
         {Named{"purposes", &tables.purposes}, Named{"identity", &tables.identity},
          Named{"fees", &tables.fees}, Named{"wording", &tables.wording},
          Named{"files", &tables.files}, Named{"late_charge_rates", &tables.lateChargeRates},
          Named{"towns", &tables.towns}, Named{"tax_rates", &tables.calculator.rates},
          Named{"tax_income", &tables.calculator.income},
          Named{"tax_deductions", &tables.calculator.deductions}}) {
        auto table = tableOf(held, QString::fromLatin1(named.name));
        if (!table)
            return base::fail(table);
        *named.table = std::move(*table);
    }
    tables.calculator.prepare();
    return tables;
}

} // namespace app
