#include "app/tokenprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace app {

QString tokenProgram()
{
    const QDir here(QCoreApplication::applicationDirPath());
    for (const auto *place : {"madoguchi-token", "../bin/madoguchi-token"}) {
        const QString path = here.absoluteFilePath(QString::fromLatin1(place));
        if (QFile::exists(path))
            return QDir::cleanPath(path);
    }
    return {};
}

} // namespace app
