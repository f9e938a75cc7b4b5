#include "cache/peek.h"

#include "residents/cborreader.h"
#include "residents/person.h"

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

} // namespace cache
