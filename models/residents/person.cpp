#include "residents/person.h"

namespace residents {

QString fullName(const PersonName &name)
{
    if (!name.family.isEmpty() && !name.given.isEmpty())
        return name.family + QChar(0x3000) + name.given;
    if (!name.family.isEmpty())
        return name.family;
    return name.given.isEmpty() ? name.latin : name.given;
}

} // namespace residents
