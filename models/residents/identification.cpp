#include "residents/identification.h"

namespace residents {

bool identify(const QStringList &documents, const QHash<QString, int> &classes)
{
    QStringList twos;
    for (const QString &code : documents) {
        const int documentClass = classes.value(code);
        if (documentClass == 1)
            return true;
        if (documentClass == 2 && !twos.contains(code))
            twos.append(code);
    }
    return twos.size() >= 2;
}

} // namespace residents
