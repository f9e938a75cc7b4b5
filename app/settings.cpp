#include "app/settings.h"

#include "auth/trainingcards.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using base::ErrorCode;

namespace app {

namespace {

QString placed(const QSettings &file, const QString &key, const QDir &here)
{
    const QString value = file.value(key).toString();
    return value.isEmpty() ? QString() : QDir::cleanPath(here.absoluteFilePath(value));
}

} // namespace

base::Result<Settings> readSettings(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return base::fail(ErrorCode::SettingsUnreadable, QStringLiteral("no settings file"));
    const QSettings file(info.absoluteFilePath(), QSettings::IniFormat);
    if (file.status() != QSettings::NoError)
        return base::fail(ErrorCode::SettingsUnreadable, QStringLiteral("not an INI file"));
    const QDir here = info.absoluteDir();
    Settings settings;
    settings.here = here.absolutePath();
    settings.file = info.absoluteFilePath();
    settings.stationId = file.value(QStringLiteral("station/id")).toString();
    settings.municipality = file.value(QStringLiteral("place/municipality")).toString();
    settings.training = file.value(QStringLiteral("place/training"), false).toBool();
    settings.stationName = file.value(QStringLiteral("station/name")).toString();
    settings.dataFolder = placed(file, QStringLiteral("station/data"), here);
    settings.secretFile = placed(file, QStringLiteral("station/secret"), here);
    settings.registerFolder = placed(file, QStringLiteral("register/path"), here);
    // A list of hosts has commas, at which the INI format breaks a value that is not quoted.
    settings.registerConnect =
        file.value(QStringLiteral("register/connect")).toStringList().join(u',');
    settings.registerAuthority = placed(file, QStringLiteral("register/ca"), here);
    settings.registerCertificates = placed(file, QStringLiteral("register/certificates"), here);
    settings.tokenModule = placed(file, QStringLiteral("token/module"), here);
    settings.tokenEnvironment = file.value(QStringLiteral("token/environment")).toStringList();
    settings.tokenEnvironment.replaceInStrings(QStringLiteral("${here}"), here.absolutePath());
    settings.printer = file.value(QStringLiteral("printer/name")).toString();
    settings.printerNumber = file.value(QStringLiteral("printer/number")).toString();
    settings.textPercent =
        std::clamp(file.value(QStringLiteral("screen/text"), 100).toInt(), 100, 200);
    settings.idleLockSeconds =
        std::max(0, file.value(QStringLiteral("screen/idle_lock"), 0).toInt());
    const bool whole = !settings.stationId.isEmpty() && !settings.stationName.isEmpty() &&
                       !settings.dataFolder.isEmpty() && !settings.secretFile.isEmpty() &&
                       !settings.tokenModule.isEmpty();
    // One register, embedded or on a server.
    const bool embedded = !settings.registerFolder.isEmpty();
    const bool served =
        !settings.registerConnect.isEmpty() && !settings.registerAuthority.isEmpty();
    if (!whole || embedded == served)
        return base::fail(ErrorCode::SettingsUnreadable, QStringLiteral("a needed key is missing"));
    return settings;
}

void Settings::useCard(const QString &folder)
{
    tokenEnvironment = auth::trainingCardEnvironment(QDir(here).absoluteFilePath(folder));
}

base::Result<> writeScreenSettings(const Settings &settings)
{
    QSettings file(settings.file, QSettings::IniFormat);
    file.setValue(QStringLiteral("screen/text"), settings.textPercent);
    file.setValue(QStringLiteral("printer/name"), settings.printer);
    file.sync();
    if (file.status() != QSettings::NoError)
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("settings not written"));
    return {};
}

} // namespace app
