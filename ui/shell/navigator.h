#pragma once

#include <QList>
#include <QStackedWidget>

namespace widgets {
class Page;
}

namespace shell {

/// The pages of a visit, one upon the other; Esc goes back to the one below. Each page scrolls when
/// the text is too large for the window.
class Navigator final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit Navigator(QWidget *parent = nullptr);
    void push(widgets::Page *page); ///< takes it over
    /// Esc: the page's own step back, else the page below. False on the lowest.
    bool back();
    void clear();
    /// Down to the lowest page, which stays.
    void toBottom();
    [[nodiscard]] widgets::Page *current() const;
    [[nodiscard]] int depth() const { return static_cast<int>(m_pages.size()); }

Q_SIGNALS:
    void currentChanged();
    void keysChanged();
    void subjectChanged();

private:
    void dropTop();

    QList<widgets::Page *> m_pages;
};

} // namespace shell
