#pragma once

#include <QString>

class QCoreApplication;

namespace words {

/// Installs every compiled translation of `language` ("ja"; "en" is the source and needs none), and
/// Qt's own where the system has it. Called once, before the first window.
void speak(QCoreApplication &application, const QString &language);

} // namespace words
