#pragma once

#include <QStringList>

class QIODevice;

namespace app {

/// `madoguchi-admin register watch --connect C --log FOLDER --key FILE [--seals FILE] [--once]
/// [--certificate-days N] [--lag SECONDS]`: the service beside the register's server
/// (central::RegisterWatch), until it is ended; with --once one round. What happened goes to
/// `output`, alarms to `errors`, as JSON lines; with --once the exit code is 1 while there is an
/// alarm.
/// `register seals key --key FILE`: makes a key, prints its open part. `register seals verify
/// --connect C --seals FILE --public HEX`: a line for each city and each fault, 1 when there is
/// any. `register seals accept --connect C --key FILE --code N --reason TEXT`: after a restore.
/// `register retention --connect C --by NAME [--feed-days N]`: approves what the watch removes.
/// `arguments` are those after "register".
int runRegisterWatch(const QStringList &arguments, QIODevice &output, QIODevice &errors);
/// Whether these are arguments of runRegisterWatch().
[[nodiscard]] bool isRegisterWatch(const QStringList &arguments);

} // namespace app
