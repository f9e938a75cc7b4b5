#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace app {

/// What belongs to this PC only (an INI file). It may tighten policy, never loosen it. Paths may be
/// relative to the file; "${here}" in the token's environment stands for its folder.
struct Settings
{
    QString file;
    QString stationId;       ///< [station] id, as the register knows it: "S0001"
    QString municipality;    ///< [place] municipality: what the door shows before sign-in
    bool training = false;   ///< [place] training: the door's band; the register decides afterwards
    QString stationName;     ///< [station] name, e.g. "本庁1": part of every issue number
    QString dataFolder;      ///< [station] data
    QString secretFile;      ///< [station] secret: outside the data folder
    QString registerFolder;  ///< [register] path: the embedded training register
    QString registerConnect; ///< [register] connect: hosts and database of a register on PostgreSQL
    QString registerAuthority; ///< [register] ca: the authority of its certificates, a PEM file
    /// [register] certificates: folder of USER.crt for cards whose own certificate is not of that
    /// authority; empty = the card's own
    QString registerCertificates;
    QString tokenModule;          ///< [token] module: the card's PKCS#11 library
    QStringList tokenEnvironment; ///< [token] environment: NAME=VALUE for the card's program
    QString printer;              ///< [printer] name; empty = the system's default
    QString printerNumber;   ///< [printer] number: part of every issue number; blank if unknown
    int textPercent = 100;   ///< [screen] text, 100 to 200
    QString here;            ///< the file's folder
    int idleLockSeconds = 0; ///< [screen] idle_lock: 0 = the policy's; only a shorter one counts

    /// Training: another card, by its folder relative to the file ("tokens/clerk1").
    void useCard(const QString &folder);
};

/// Fails with SettingsUnreadable when the file is missing, broken or lacks a needed key.
[[nodiscard]] base::Result<Settings> readSettings(const QString &file);
/// Stores what the person changes on the screen (text size, printer).
[[nodiscard]] base::Result<> writeScreenSettings(const Settings &settings);

} // namespace app
