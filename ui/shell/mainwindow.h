#pragma once

#include "desk/door.h"
#include "ui/shell/watch.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QStackedWidget;

namespace signin {
struct DayEnd;
class DayEndPage;
class LoadPage;
class LockPage;
class SignInPage;
} // namespace signin
namespace widgets {
class KeyBar;
class Page;
} // namespace widgets

namespace shell {

class HeaderBand;
class HelpViewer;
class Navigator;
class Routes;
class StatusLine;

/// The one window. Scenes: signing in, first load, work, locked, covered, signed out. Knows pages
/// by what they have in common and nothing of what they are about.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// Both must outlive the window.
    MainWindow(desk::Door &door, const base::Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The page in front (of whatever scene).
    [[nodiscard]] widgets::Page *page() const;
    void setTextPercent(int percent);

Q_SIGNALS:
    void textPercentChanged(int percent); ///< to be kept in this PC's settings
    void dayEndPrintAsked(const signin::DayEnd &end);
    void signedOut();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeFrame();
    void enter(const std::shared_ptr<desk::Desk> &desk);
    void work();
    void lock(desk::LockReason reason);
    void showLocked(desk::LockReason reason);
    void showUnlocked();
    void cover();
    void signOut();
    [[nodiscard]] QWidget *scene() const;
    void showScene(QWidget *scene);
    void refresh();
    void closeDialogs();
    void press(int key);
    [[nodiscard]] bool isLocked() const;

    desk::Door &m_door;
    const base::Clock &m_clock;
    std::shared_ptr<desk::Desk> m_desk;
    Watch m_watch;
    QPointer<QWidget> m_focusBefore;
    QWidget *m_sceneBefore = nullptr;
    QStackedWidget *m_scenes;
    HeaderBand *m_header;
    StatusLine *m_status;
    widgets::KeyBar *m_keys;
    Navigator *m_pages;
    Routes *m_routes = nullptr;
    HelpViewer *m_help;
    signin::SignInPage *m_signIn;
    signin::LoadPage *m_load;
    signin::LockPage *m_lock;
    signin::DayEndPage *m_dayEnd;
    widgets::Page *m_cover;
};

} // namespace shell
