#pragma once

#include <QStringList>

class QIODevice;

namespace app {

/// `madoguchi-admin city create DIR [--residents N] [--seed S]`: in an empty place the training
/// register, a first station, and one administrator, one supervisor and two clerks with SoftHSM2
/// cards and credentials.json. `--connect C --reached R --authority A`, all three: the register is
/// the one on PostgreSQL that `register init` made (ServedRegister in app/cityplace.h).
/// `madoguchi-admin city sample [--residents N] [--seed S] [--count C]`: names, kana and addresses
/// of the same city, straight from the maker. JSON lines on standard output, progress on standard
/// error. 0: done; 1: failed, and an empty place is empty again; 2: the command was wrong.
/// `arguments` are those after "city". Needs a QCoreApplication.
int runCity(const QStringList &arguments);
/// The same with streams handed in.
int runCity(const QStringList &arguments, QIODevice &output, QIODevice &errors);

} // namespace app
