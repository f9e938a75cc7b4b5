#pragma once

#include <QStringList>

class QIODevice;

namespace app {

/// `madoguchi-admin register init --connect C --code N --municipality NAME --key FILE
/// [--training]`: in an
/// empty database of a PostgreSQL server the register and its city, all or nothing.
/// `register upgrade --connect C [--key FILE]`: to what this program knows; ended at any point, the
/// next goes on. `register check --connect C`: a JSON line for each weakness of server and
/// register, 1 when there is any. `register digest --connect C`: SHA-256 over all rows of each
/// city, as the stations count theirs. `register recover --connect C`: applies what stations
/// offered after a restore (left: to be looked at; waiting: until more is offered); 1 when
/// something was left. `register backed-up --connect C`: where the feeds stand, as CODE:NUMBER
/// words; with these words, that a copy holds everything up to there. `register outbound --connect
/// C`: how many notices to other organisations wait, by kind, with the first and last 更新順番号.
/// FILE: 32 random bytes that the server reads, outside the folder of its data. C is libpq's
/// connection string of a superuser; a password comes from PGPASSWORD or the password file. JSON
/// lines on `output`, why it failed on `errors`. 0, 1, or 2 for a wrong command. `arguments` are
/// those after "register".
int runRegister(const QStringList &arguments, QIODevice &output, QIODevice &errors);
/// The same on standard output and standard error.
int runRegister(const QStringList &arguments);

} // namespace app
