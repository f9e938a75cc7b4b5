#include "ui/shell/scenes.h"

#include "ui/widgets/scroller.h"

#include <QApplication>
#include <QDialog>
#include <QToolTip>

namespace shell {

void Scenes::add(QWidget *scene, Scrolling scrolling)
{
    m_scenes.append(scene);
    addWidget(scrolling == Scrolling::Own ? scene : new widgets::Scroller(scene, this));
}

void Scenes::bring(QWidget *scene)
{
    setCurrentIndex(static_cast<int>(m_scenes.indexOf(scene)));
}

QWidget *Scenes::front() const
{
    return m_scenes.value(currentIndex());
}

void closeDialogs(const QWidget &window)
{
    QToolTip::hideText();
    while (QWidget *popup = QApplication::activePopupWidget()) {
        if (!popup->close())
            break;
    }
    const auto dialogs = window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        dialog->reject();
}

} // namespace shell
