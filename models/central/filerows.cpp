#include "central/filerows.h"

#include "pension/codec.h"
#include "residents/codec.h"
#include "tax/codec.h"

namespace central {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int lastOfTwoDigits = 99;
constexpr int lastYear = 9999;

bool isKey(int year, int number)
{
    return year > 0 && year <= lastYear && number > 0 && number <= lastOfTwoDigits;
}

bool hasKey(const tax::Assessment &row)
{
    return isKey(row.fiscalYear, row.history);
}

bool hasKey(const tax::LedgerRow &row)
{
    return isKey(row.fiscalYear, row.period);
}

bool hasKey(const residents::Note &note)
{
    return note.id > 0 && note.version > 0;
}

bool hasKey(const residents::Contact &contact)
{
    return contact.version > 0;
}

bool hasKey(const auto & /*one a person*/)
{
    return true;
}

int versionOf(const tax::Assessment &row)
{
    return tax::assessmentKey(row.fiscalYear, row.history);
}

int versionOf(const tax::LedgerRow &row)
{
    return tax::ledgerKey(row.kind, row.fiscalYear, row.period);
}

int versionOf(const residents::Note &note)
{
    return note.version;
}

int versionOf(const residents::Contact &contact)
{
    return contact.version;
}

int versionOf(const auto & /*one a person*/)
{
    return 0;
}

qint64 idOf(const residents::Note &note)
{
    return note.id;
}

qint64 idOf(const auto &ofAPerson)
{
    return ofAPerson.person.value;
}

Result<> append(QList<Row> &rows, const auto &values)
{
    rows.reserve(rows.size() + values.size());
    for (const auto &value : values) {
        if (value.person.value <= 0 || !hasKey(value))
            return base::fail(ErrorCode::RegisterRefused, QStringLiteral("a row without a key"));
        rows.append(
            {.key = {idOf(value), versionOf(value)}, .rowVersion = 0, .body = encode(value)});
    }
    return {};
}

} // namespace

Row rowOf(const residents::Household &household)
{
    return {.key = {household.id.value, 0}, .rowVersion = 0, .body = residents::encode(household)};
}

Row rowOf(const residents::Restriction &restriction)
{
    return {.key = {restriction.id, 0}, .rowVersion = 0, .body = residents::encode(restriction)};
}

Result<QList<FileRows>> fileRowsOf(const CityPart &part)
{
    QList<FileRows> all{{.table = Table::Assessment, .rows = {}},
                        {.table = Table::Ledger, .rows = {}},
                        {.table = Table::Pension, .rows = {}},
                        {.table = Table::Contact, .rows = {}},
                        {.table = Table::Note, .rows = {}}};
    if (const auto done = append(all[0].rows, part.assessments); !done)
        return base::fail(done);
    if (const auto done = append(all[1].rows, part.taxpayers); !done)
        return base::fail(done);
    if (const auto done = append(all[1].rows, part.ledger); !done)
        return base::fail(done);
    if (const auto done = append(all[2].rows, part.pensions); !done)
        return base::fail(done);
    if (const auto done = append(all[3].rows, part.contacts); !done)
        return base::fail(done);
    if (const auto done = append(all[4].rows, part.notes); !done)
        return base::fail(done);
    return all;
}

} // namespace central
