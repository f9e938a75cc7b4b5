#include "ui/shell/mainwindow.h"

#include "base/whenready.h"
#include "desk/desk.h"
#include "ui/shell/clipboard.h"
#include "ui/shell/coverpage.h"
#include "ui/shell/headerband.h"
#include "ui/shell/helpviewer.h"
#include "ui/shell/keys.h"
#include "ui/shell/navigator.h"
#include "ui/shell/routes.h"
#include "ui/shell/scenes.h"
#include "ui/shell/statusline.h"
#include "ui/signin/dayendpage.h"
#include "ui/signin/loadpage.h"
#include "ui/signin/lockpage.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/keybar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace shell {

namespace {
constexpr int loaded = 100;
} // namespace

MainWindow::MainWindow(desk::Door &door, const base::Clock &clock, PaperTo paperTo, QWidget *parent)
    : QMainWindow(parent)
    , m_door(door)
    , m_clock(clock)
    , m_paperTo(std::move(paperTo))
    , m_watch(clock)
    , m_help(new HelpViewer(this))
{
    makeFrame();
    connect(&m_door, &desk::Door::tokenChanged, this, &MainWindow::showToken);
    connect(&m_watch, &Watch::lockDue, this, [this] { lock(desk::LockReason::Idle); });
    connect(&m_watch, &Watch::lockAsked, this, [this] { lock(desk::LockReason::Key); });
    connect(&m_watch, &Watch::coverAsked, this, &MainWindow::cover);
    connect(&m_watch, &Watch::signOutDue, this, &MainWindow::signOut);
    showToken(m_door.token());
    showScene(m_signIn);
}

MainWindow::~MainWindow()
{
    // Pages hold the desk's procedures: they go first.
    m_pages->disconnect(this);
    delete m_routes;
    m_pages->clear();
}

void MainWindow::makeFrame()
{
    const desk::DoorView place = m_door.view();
    setWindowTitle(place.training ? tr("Madoguchi [training]") : tr("Madoguchi"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/madoguchi.svg")));
    auto *frame = new QWidget(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (place.training)
        column->addWidget(new TrainingBand(frame));
    m_header = new HeaderBand(frame);
    m_scenes = new Scenes(frame);
    m_pages = new Navigator(m_scenes);
    m_signIn = new signin::SignInPage(place, [this](base::Secret password, base::Secret pin) {
        return m_door.signIn(std::move(password), std::move(pin));
    });
    m_load = new signin::LoadPage;
    m_lock = new signin::LockPage([this](base::Secret password, base::Secret pin) {
        return m_desk->unlock(std::move(password), std::move(pin));
    });
    m_dayEnd = new signin::DayEndPage;
    m_cover = new CoverPage;
    m_scenes->add(m_pages, Scenes::Scrolling::Own);
    for (widgets::Page *scene :
         std::initializer_list<widgets::Page *>{m_signIn, m_load, m_lock, m_dayEnd, m_cover})
        m_scenes->add(scene);
    m_keys = new widgets::KeyBar(frame);
    m_status = new StatusLine(frame);
    column->addWidget(m_header);
    column->addWidget(m_scenes, 1);
    column->addWidget(m_keys);
    column->addWidget(m_status);
    setCentralWidget(frame);
    connect(m_keys, &widgets::KeyBar::pressed, this, &MainWindow::press);
    connect(m_status, &StatusLine::pressed, this, &MainWindow::press);
    connect(m_status, &StatusLine::helpAsked, m_help, &HelpViewer::showPage);
    for (auto change :
         {&Navigator::currentChanged, &Navigator::keysChanged, &Navigator::subjectChanged})
        connect(m_pages, change, this, &MainWindow::refresh);
    connect(m_signIn, &signin::SignInPage::signedIn, this, &MainWindow::enter);
    connect(m_signIn, &widgets::Page::keysChanged, this, &MainWindow::refresh);
    connect(m_lock, &widgets::Page::keysChanged, this, &MainWindow::refresh);
    connect(m_lock, &signin::LockPage::signOutAsked, this, &MainWindow::signOut);
    connect(m_dayEnd, &widgets::Page::left, this, [this] { showScene(m_signIn); });
    connect(m_dayEnd, &signin::DayEndPage::printAsked, this, &MainWindow::dayEndPrintAsked);
}

widgets::Page *MainWindow::page() const
{
    QWidget *front = m_scenes->front();
    return front == m_pages ? m_pages->current() : qobject_cast<widgets::Page *>(front);
}

void MainWindow::setTextPercent(int percent)
{
    const int before = widgets::textPercent();
    widgets::applyTheme(percent);
    if (widgets::textPercent() != before)
        Q_EMIT textPercentChanged(widgets::textPercent());
}

// A card that is pulled closes the screen at once (design.md 4).
void MainWindow::showToken(const desk::TokenView &token)
{
    m_signIn->showToken(token);
    m_lock->showToken(token);
    m_status->showToken(token);
    if (token.state != desk::TokenState::Present)
        lock(desk::LockReason::TokenGone);
}

void MainWindow::enter(const std::shared_ptr<desk::Desk> &desk)
{
    m_desk = desk;
    m_header->setClerk(m_desk->clerk());
    m_status->showStatus(m_desk->status());
    connect(m_desk.get(), &desk::Desk::statusChanged, this,
            [this] { m_status->showStatus(m_desk->status()); });
    connect(m_desk.get(), &desk::Desk::locked, this, &MainWindow::showLocked);
    connect(m_desk.get(), &desk::Desk::unlocked, this, &MainWindow::showUnlocked);
    connect(m_desk.get(), &desk::Desk::loadProgress, this, [this](int percent) {
        m_load->setPercent(percent);
        if (percent >= loaded && m_scenes->front() == m_load)
            work();
    });
    connect(m_desk.get(), &desk::Desk::loadFailed, m_load, &signin::LoadPage::showProblem);
    m_watch.start(m_desk->policy().idleLockSeconds, m_desk->policy().idleSignOutSeconds);
    m_routes = new Routes(*m_desk, *m_pages, {m_paperTo, m_clock}, this);
    connect(m_routes, &Routes::helpWanted, m_help, &HelpViewer::showPage);
    connect(m_routes, &Routes::signOutWanted, this, &MainWindow::signOut, Qt::QueuedConnection);
    connect(m_routes, &Routes::visitChanged, this, [this] {
        m_header->setVisit(m_routes->visit());
        refresh();
    });
    m_load->setPercent(m_desk->status().loadPercent);
    if (m_desk->status().loadPercent < loaded)
        showScene(m_load);
    else
        work();
    if (m_desk->isLocked()) // the card went while the office was being opened
        showLocked(desk::LockReason::TokenGone);
}

void MainWindow::work()
{
    showScene(m_pages);
    m_routes->start();
}

void MainWindow::lock(desk::LockReason reason)
{
    if (m_desk && m_scenes->front() != m_lock)
        m_desk->lock(reason);
}

void MainWindow::showLocked(desk::LockReason reason)
{
    if (m_scenes->front() == m_lock)
        return;
    closeDialogs(*this);
    if (m_scenes->front() != m_cover) // behind the cover it is remembered already
        m_focusBefore = m_scenes->front() == m_pages ? QApplication::focusWidget() : nullptr;
    m_lock->showLock(m_desk->clerk(), reason);
    showScene(m_lock);
}

void MainWindow::showUnlocked()
{
    m_watch.start(m_desk->policy().idleLockSeconds, m_desk->policy().idleSignOutSeconds);
    if (m_desk->status().loadPercent < loaded)
        showScene(m_load);
    else if (m_pages->depth() == 0)
        work();
    else
        returnToWork();
}

void MainWindow::returnToWork()
{
    showScene(m_pages);
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

void MainWindow::cover()
{
    if (m_scenes->front() == m_cover) {
        returnToWork();
    } else if (m_scenes->front() == m_pages) {
        closeDialogs(*this);
        m_focusBefore = QApplication::focusWidget();
        showScene(m_cover);
    }
}

void MainWindow::signOut()
{
    if (!m_desk)
        return;
    closeDialogs(*this);
    m_watch.stop();
    const std::shared_ptr<desk::Desk> leaving = std::exchange(m_desk, nullptr);
    leaving->disconnect(this);
    delete std::exchange(m_routes, nullptr);
    m_pages->clear();
    m_header->setVisit(std::nullopt);
    signin::DayEnd end{leaving->clerk().station, leaving->clerk().name, m_clock.now(), 0, {}};
    end.waiting = leaving->status().outboxWaiting;
    m_dayEnd->showEnd(end);
    showScene(m_dayEnd);
    m_status->showSignedOut(m_door.token());
    base::whenReady(this, leaving->signOut(),
                    [this, leaving, end](const base::Result<desk::LogHead> &head) {
                        if (head)
                            m_dayEnd->showEnd({end.station, end.clerk, end.when, head->count,
                                               head->hash, leaving->status().outboxWaiting});
                        else
                            m_dayEnd->showError(head.error());
                        Q_EMIT signedOut();
                    });
}

void MainWindow::showScene(QWidget *scene)
{
    forgetClipboard();
    m_scenes->bring(scene);
    m_header->setVisible(scene == m_pages || scene == m_load);
    refresh();
    if (auto *front = qobject_cast<widgets::Page *>(scene))
        front->arrive();
}

void MainWindow::refresh()
{
    const widgets::Page *front = page();
    if (!front)
        return;
    m_header->setTitle(front->title());
    m_header->setSubject(front->subject());
    QList<widgets::KeyHint> keys{{Qt::Key_F1, tr("Help")}};
    keys << front->keys();
    if (m_routes && m_scenes->front() == m_pages)
        keys << m_routes->keys();
    m_keys->setKeys(keys);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const auto key = commandKey(*event);
    if (const auto percent = textSizeKey(*event, widgets::textPercent()))
        setTextPercent(*percent);
    else if (!key)
        QMainWindow::keyPressEvent(event);
    else if (!event->isAutoRepeat())
        press(*key);
}

void MainWindow::press(int key)
{
    const bool working = m_routes && m_scenes->front() == m_pages;
    if (!page())
        return;
    if (key == Qt::Key_F1)
        m_help->showPage(page()->helpName());
    else if (key == lockKey)
        lock(desk::LockReason::Key);
    else if (key == Qt::Key_F11)
        cover();
    else if (key == signOutKey && working && m_pages->depth() == 1)
        signOut();
    else if (!working || !m_routes->press(key))
        page()->press(key);
}

// The first close signs out and shows where the log stands; the next one closes.
void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(!m_desk);
    signOut();
}

} // namespace shell
