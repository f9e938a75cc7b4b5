#include "ui/resident/files.h"

#include <QCoreApplication>

namespace resident {

namespace {

struct FileWords
{
    Q_DECLARE_TR_FUNCTIONS(FileWords)
};

} // namespace

QList<File> filesFor(desk::Rights rights)
{
    QList<File> files;
    if (rights.testFlag(desk::Right::ViewTax))
        files.append(File::Tax);
    if (rights.testFlag(desk::Right::ViewLedger))
        files.append(File::Ledger);
    if (rights.testFlag(desk::Right::ViewPension))
        files.append(File::Pension);
    return files;
}

QString scopeOf(File file)
{
    switch (file) {
    case File::Tax:
        return QStringLiteral("tax");
    case File::Ledger:
        return QStringLiteral("collection");
    case File::Pension:
        return QStringLiteral("pension");
    }
    return {};
}

QString fileWords(File file)
{
    switch (file) {
    case File::Tax:
        return FileWords::tr("Tax assessed");
    case File::Ledger:
        return FileWords::tr("Collection");
    case File::Pension:
        return FileWords::tr("Pension");
    }
    return {};
}

int keyOf(File file)
{
    switch (file) {
    case File::Tax:
        return Qt::Key_F2;
    case File::Ledger:
        return Qt::Key_F3;
    case File::Pension:
        return Qt::Key_F10;
    }
    return 0;
}

} // namespace resident
