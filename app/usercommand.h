#pragma once

#include <QStringList>

namespace app {

class AdminSignIn;

/// `madoguchi-admin user unlock USERID`: opens the door again for somebody who failed too often.
/// Needs Right::UnlockUser; nobody unlocks himself. Logged.
int runUser(AdminSignIn &signIn, const QStringList &arguments);

} // namespace app
