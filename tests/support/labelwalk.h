#pragma once

#include "ui/widgets/legibility.h"

#include <QLabel>
#include <QPixmap>
#include <QWidget>

namespace support {

using widgets::cutTexts;
using widgets::englishTexts;
using widgets::Finding;
using widgets::inWords;
using widgets::namelessInputs;

/// A picture for somebody to look at, when the variable PICTURES names a folder.
inline void picture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("PICTURES");
    if (!folder.isEmpty())
        widget->grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

} // namespace support
