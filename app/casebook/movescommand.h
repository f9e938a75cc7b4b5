#pragma once

#include <QStringList>

class QIODevice;

namespace casebook {

/// `madoguchi-admin moves run CASES.csv --link embedded|postgres`: makes a training register and an
/// office of its own in a temporary folder, enters every case of the book through the desk, checks
/// it as the case says, and compares. JSON lines on standard output, one a case and a total. 0: all
/// cases are as the book says; 1: one is not, or the book cannot be read; 2: the command was wrong.
/// `arguments` are those after "moves". Needs a QGuiApplication.
int runMoves(const QStringList &arguments);
/// The same with streams handed in.
int runMoves(const QStringList &arguments, QIODevice &output, QIODevice &errors);

} // namespace casebook
