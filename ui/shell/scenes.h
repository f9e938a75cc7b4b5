#pragma once

#include <QStackedWidget>

namespace shell {

/// What fills the window, one at a time; each scrolls when the text is too large.
class Scenes final : public QStackedWidget
{
    Q_OBJECT

public:
    enum class Scrolling { Own, Here };
    using QStackedWidget::QStackedWidget;
    void add(QWidget *scene, Scrolling scrolling = Scrolling::Here);
    void bring(QWidget *scene);
    [[nodiscard]] QWidget *front() const;

private:
    QList<QWidget *> m_scenes; ///< in the order of the stack
};

/// Every dialog of the window, open list and tool tip, before the screen is hidden (style.md 5,
/// trap 17).
void closeDialogs(const QWidget &window);

} // namespace shell
