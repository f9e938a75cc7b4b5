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

/// What the labels say that are not hidden, a line each.
inline QString shownTexts(const QWidget *root)
{
    QString all;
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(root))
            all += label->text() + u'\n';
    }
    return all;
}

} // namespace support
