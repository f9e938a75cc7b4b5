#pragma once

#include "app/tokenprogram.h"
#include "auth/trainingcards.h"
#include "models/desk/counterwork.h"
#include "token/tokenprocess.h"

namespace counterwork {

/// A reader into which one of two real cards is put, the first one to begin with; and a door with
/// that reader.
class TwoCards final : public token::Token
{
public:
    TwoCards(app::FrontRoom &room, const QString &firstFolder, const QString &secondFolder)
        : m_first(settingsOf(room, firstFolder))
        , m_second(settingsOf(room, secondFolder))
        , m_now(&m_first)
        , m_secret(room.settings().secretFile)
        , m_door({.token = *this,
                  .secret = m_secret,
                  .slotsFile = QDir(room.settings().dataFolder).filePath(QStringLiteral("slots")),
                  .view = {},
                  .note = [](const desk::DoorFailure &) { return base::Result<>(); },
                  .mayTry = [](const QString &) { return base::Result<>(); },
                  .askRegister = {},
                  .openOffice = {}})
    {
    }
    [[nodiscard]] desk::Door &door() { return m_door; }
    /// Puts the other card in. False when it does not come.
    [[nodiscard]] bool exchange()
    {
        m_now = m_now == &m_first ? &m_second : &m_first;
        return QTest::qWaitFor([this] { return view().presence == token::Presence::Present; },
                               20'000);
    }

    [[nodiscard]] token::TokenView view() const override { return m_now->view(); }
    base::Result<> login(const base::Secret &pin) override { return m_now->login(pin); }
    base::Result<base::Secret> derive(const QByteArray &point) override
    {
        return m_now->derive(point);
    }
    base::Result<QByteArray> sign(const QByteArray &digest) override { return m_now->sign(digest); }
    base::Result<> logout() override { return m_now->logout(); }

private:
    [[nodiscard]] static token::TokenSettings settingsOf(app::FrontRoom &room,
                                                         const QString &folder)
    {
        token::TokenSettings settings;
        settings.program = app::tokenProgram();
        settings.module = room.settings().tokenModule;
        settings.environment = auth::trainingCardEnvironment(folder);
        return settings;
    }
    token::TokenProcess m_first;
    token::TokenProcess m_second;
    token::Token *m_now;
    auth::StationSecretFile m_secret;
    desk::Door m_door;
};

} // namespace counterwork
