#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QHash>
#include <QString>

namespace app {

/// A credentials file of a training city (city create): who exists, with password, PIN and card. It
/// may answer the sign-in window of a training register only (design.md 1).
struct Credential
{
    QString password;
    QString pin;
    QString card; ///< folder of the card beside the settings file, e.g. "tokens/clerk1"
};

struct Credentials
{
    QHash<QString, Credential> users; ///< by user id
    QHash<QString, QString>
        specimens; ///< 宛名番号 of residents who show something, by what they show
};

/// FileUnreadable when it is not such a file.
[[nodiscard]] base::Result<Credentials> readCredentials(const QString &file);

[[nodiscard]] base::Secret toSecret(const QString &text);

} // namespace app
