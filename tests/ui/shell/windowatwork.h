#pragma once

#include "support/fakeclock.h"
#include "support/windowwork.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QSignalSpy>
#include <QtTest>

using desk::TokenState;
using support::frontIs;
using support::press;

inline const QString signInPage = QStringLiteral("signinpage");
inline const QString visitPage = QStringLiteral("visitpage");
inline const QString searchPage = QStringLiteral("searchpage");
inline const QString recordPage = QStringLiteral("recordPage");
inline const QString certificatePage = QStringLiteral("certificatePage");
inline const QString lockPage = QStringLiteral("lockpage");
inline const QString coverPage = QStringLiteral("coverpage");
inline const QString dayEndPage = QStringLiteral("dayendpage");

/// The whole window over real front room, office and cards, worked with keys alone.
class WindowAtWork : public QObject
{
protected:
    void prepare();
    void begin();
    void end();
    [[nodiscard]] base::PersonId family() const
    {
        return m_place->specimen(QStringLiteral("family"));
    }
    [[nodiscard]] app::Credential mine() const { return m_place->credential(m_user); }
    [[nodiscard]] bool unlock();
    [[nodiscard]] bool toRecord();

    const QString m_user = QStringLiteral("madoguchi1");
    std::unique_ptr<support::TrainingPlace> m_place;
    std::unique_ptr<support::CardReader> m_reader;
    std::unique_ptr<app::FrontRoom> m_room;
    std::unique_ptr<shell::MainWindow> m_window;
    support::FakeClock m_clock;
};

inline void WindowAtWork::prepare()
{
    words::speak(*qApp, QStringLiteral("ja"));
    widgets::applyTheme(100);
    m_place = std::make_unique<support::TrainingPlace>();
    m_reader = std::make_unique<support::CardReader>(*m_place);
}

inline void WindowAtWork::begin()
{
    m_reader->put(m_user);
    auto room = m_reader->frontRoom();
    QVERIFY2(room, "no front room");
    m_room = std::move(*room);
    QVERIFY(support::cardBecomes(m_room->door(), TokenState::Present));
    m_window =
        std::make_unique<shell::MainWindow>(m_room->door(), m_clock, [] { return QString(); });
    m_window->resize(1366, 768);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(frontIs(*m_window, signInPage));
}

inline void WindowAtWork::end()
{
    if (m_window->page()->objectName() != signInPage &&
        m_window->page()->objectName() != dayEndPage) {
        QSignalSpy out(m_window.get(), &shell::MainWindow::signedOut);
        m_window->close();
        QVERIFY(out.wait(20'000));
    }
    m_window.reset();
    m_room.reset();
    QFile::remove(m_place->station(QStringLiteral("door.log")));
}

inline bool WindowAtWork::toRecord()
{
    return support::signIn(*m_window, mine()) && support::openVisit(*m_window) &&
           support::openRecord(*m_window, family());
}

inline bool WindowAtWork::unlock()
{
    support::type(mine().password);
    press(*m_window, Qt::Key_Return);
    support::type(mine().pin);
    press(*m_window, Qt::Key_Return);
    press(*m_window, Qt::Key_Return);
    return QTest::qWaitFor([this] { return m_window->page()->objectName() != lockPage; }, 20'000);
}
