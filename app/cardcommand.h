#pragma once

#include "base/secret.h"

#include <QStringList>

#include <functional>

class QIODevice;

namespace app {

/// `madoguchi-admin card request --settings FILE [--card FOLDER]`: a request (PEM) for a new
/// certificate of the card in the reader, signed by the card, for
/// `packaging/central/certificates.sh client`. Asks for the PIN, for nothing else: neither register
/// nor journal is opened. --card: another card of a training place. 0, 1, or 2 for a wrong command.
/// `arguments` are those after "card".
int runCard(const QStringList &arguments);
/// The same with streams and the PIN handed in.
int runCard(const QStringList &arguments, const std::function<base::Secret()> &pin,
            QIODevice &output, QIODevice &errors);

} // namespace app
