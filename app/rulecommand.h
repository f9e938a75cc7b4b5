#pragma once

#include <QStringList>

class QIODevice;

namespace app {

/// `madoguchi-admin rule NAME [VALUE...]`: the domain rules without sign-in (design.md 1 and 8).
/// `arguments` are those after "rule". The values of one input in the order of the columns, or CSV
/// on standard input when there is none. One JSON line an input on standard output. 0: all were
/// answered; 1: some input failed; 2: the command was wrong.
int runRule(const QStringList &arguments);
/// The same with streams handed in.
int runRule(const QStringList &arguments, QIODevice &input, QIODevice &output);

} // namespace app
