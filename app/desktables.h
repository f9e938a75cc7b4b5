#pragma once

#include "desk/counter.h"

#include <QByteArray>
#include <QHash>

namespace app {

/// The tables that decisions at the desk rest on, each as the register holds it, else as shipped.
/// TableUnreadable.
[[nodiscard]] base::Result<desk::DeskTables> deskTables(const QHash<QString, QByteArray> &held);

} // namespace app
