#include "ui/shell/navigator.h"

#include "ui/widgets/page.h"
#include "ui/widgets/scroller.h"

namespace shell {

Navigator::Navigator(QWidget *parent)
    : QStackedWidget(parent)
{
}

void Navigator::push(widgets::Page *page)
{
    auto *area = new widgets::Scroller(page, this);
    addWidget(area);
    m_pages.append(page);
    connect(page, &widgets::Page::keysChanged, this, &Navigator::keysChanged);
    connect(page, &widgets::Page::subjectChanged, this, &Navigator::subjectChanged);
    connect(page, &widgets::Page::left, this, &Navigator::back);
    setCurrentWidget(area);
    Q_EMIT currentChanged();
    page->arrive();
}

bool Navigator::back()
{
    if (m_pages.isEmpty() || m_pages.last()->stepBack())
        return true;
    if (m_pages.size() < 2)
        return false;
    dropTop();
    Q_EMIT currentChanged();
    m_pages.last()->arrive();
    return true;
}

void Navigator::clear()
{
    while (!m_pages.isEmpty())
        dropTop();
}

void Navigator::toBottom()
{
    while (m_pages.size() > 1)
        dropTop();
    Q_EMIT currentChanged();
    if (!m_pages.isEmpty())
        m_pages.last()->arrive();
}

widgets::Page *Navigator::current() const
{
    return m_pages.isEmpty() ? nullptr : m_pages.last();
}

void Navigator::dropTop()
{
    m_pages.removeLast();
    QWidget *area = widget(count() - 1);
    removeWidget(area);
    area->hide();
    // Not at once: the page itself may be the one that asked to go. It answers to nobody any more.
    area->disconnect();
    area->deleteLater();
}

} // namespace shell
