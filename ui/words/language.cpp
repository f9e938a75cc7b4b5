#include "ui/words/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace words {

void speak(QCoreApplication &application, const QString &language)
{
    QLocale::setDefault(QLocale(language));
    auto *qtWords = new QTranslator(&application);
    if (qtWords->load(QStringLiteral("qtbase_") + language,
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qtWords);
    const QDir compiled(QStringLiteral(":/i18n"));
    const auto names = compiled.entryList({QStringLiteral("*_%1.qm").arg(language)});
    for (const QString &name : names) {
        auto *wording = new QTranslator(&application);
        if (wording->load(compiled.filePath(name)))
            QCoreApplication::installTranslator(wording);
    }
}

} // namespace words
