#pragma once

#include <QStringList>

namespace app {

class AdminSignIn;

/// `madoguchi-admin log export [FILE]` and `log head`, with sign-in. Export needs Right::ExportLog
/// and is a row itself, written before the first line is given out (R-LOG-11).
int runLog(AdminSignIn &signIn, const QStringList &arguments);

} // namespace app
