#include "cache/peek.h"

#include "residents/cborreader.h"
#include "residents/person.h"
#include "tax/assessment.h"
#include "tax/ledger.h"

#include <array>

namespace cache {
namespace {
constexpr int idKey = 1;
constexpr int householdKey = 2;
constexpr int stateKey = 42;
} // namespace

base::Result<PersonColumns> peekPerson(QByteArrayView body)
{
    PersonColumns found;
    residents::CborReader reader(body);
    const int items = reader.map();
    for (int i = 0; i < items && !reader.failed(); ++i) {
        const qint64 key = reader.integer();
        if (key == idKey) {
            reader.array(2);
            found.person = reader.integer();
            found.version = int(reader.integer());
        } else if (key == householdKey) {
            found.household = reader.integer();
        } else if (key == stateKey) {
            const int last = int(residents::State::NationalityChanged);
            found.removed = !residents::isPresent(residents::State(reader.index(last)));
        } else {
            reader.skip();
        }
    }
    if (reader.failed() || found.person <= 0)
        return base::fail(base::ErrorCode::CacheDamaged, QStringLiteral("body of a person"));
    return found;
}

base::Result<FileKey> peekFile(Table table, int version, QByteArrayView body)
{
    // Everything a key is made of stands among the first keys of a body.
    std::array<qint64, 6> firsts{};
    residents::CborReader reader(body);
    for (int left = reader.map(); left > 0 && !reader.failed(); --left) {
        const qint64 key = reader.integer();
        if (key < 0 || key >= qint64(firsts.size()))
            break;
        if (reader.isInteger())
            firsts.at(std::size_t(key)) = reader.integer();
        else
            reader.skip();
    }
    FileKey found;
    if (table == Table::Assessment) {
        found = {.person = firsts[3],
                 .version = tax::assessmentKey(int(firsts[2]), int(firsts[5]))};
    } else if (table == Table::Ledger) {
        found.person = firsts[1];
        // A kind stands in ledger rows only: in a TaxpayerFile the place holds a text.
        if (version != 0 || firsts[2] != 0)
            found.version =
                tax::ledgerKey(tax::TaxKind(int(firsts[2])), int(firsts[3]), int(firsts[5]));
    } else {
        found.person = firsts[0];
    }
    if (reader.failed() || found.person <= 0)
        return base::fail(base::ErrorCode::CacheDamaged, QStringLiteral("body of a file"));
    return found;
}

} // namespace cache
