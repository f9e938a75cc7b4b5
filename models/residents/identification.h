#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace residents {

/// Whether these documents show who somebody is: one of class 1, or two different ones of class 2
/// (municipal-facts.md 5.4). `classes`: resources/tables/identity.csv on the day.
[[nodiscard]] bool identify(const QStringList &documents, const QHash<QString, int> &classes);

} // namespace residents
