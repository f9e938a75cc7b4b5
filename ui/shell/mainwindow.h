#pragma once

#include "desk/door.h"
#include "ui/shell/routes.h"
#include "ui/shell/watch.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

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
class Scenes;
class StatusLine;

/// The one window. Scenes: signing in, first load, work, locked, covered, signed out. Knows pages
/// by what they have in common and nothing of what they are about.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// Door and clock must outlive the window. `paperTo` names the printer (or, in training, a .pdf
    /// file) when something is printed.
    MainWindow(desk::Door &door, const base::Clock &clock, PaperTo paperTo,
               QWidget *parent = nullptr);
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
    void showToken(const desk::TokenView &token);
    void returnToWork();
    void enter(const std::shared_ptr<desk::Desk> &desk);
    void work();
    void lock(desk::LockReason reason);
    void showLocked(desk::LockReason reason);
    void showUnlocked();
    void cover();
    void signOut();
    void showScene(QWidget *scene);
    void refresh();
    void press(int key);

    desk::Door &m_door;
    const base::Clock &m_clock;
    PaperTo m_paperTo;
    std::shared_ptr<desk::Desk> m_desk;
    Watch m_watch;
    QPointer<QWidget> m_focusBefore;
    Scenes *m_scenes;
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
