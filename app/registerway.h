#pragma once

#include "app/settings.h"
#include "auth/stationsecret.h"
#include "desk/door.h"
#include "token/tlsengine.h"

#include <QMutex>

#include <memory>

namespace app {

/// The way from this station to a register on PostgreSQL: TLS signed by the card, the clerk's
/// password, and the station's own proof. Everything outlives it that it is made with. From any
/// thread, one after the other.
class RegisterWay final
{
public:
    RegisterWay(const Settings &settings, token::Token &token, const auth::StationSecret &secret)
        : m_settings(settings)
        , m_token(token)
        , m_secret(secret)
    {
    }
    Q_DISABLE_COPY_MOVE(RegisterWay)

    /// Connects as the card's holder and opens a session; the card must be logged in.
    /// RegisterUnreachable after 3 s at most; PasswordWrong, RegisterRefused, what the card
    /// answered when it did not sign, and what CentralLink::openSession answers.
    [[nodiscard]] base::Result<desk::Accepted> ask(const auth::CardIdentity &identity,
                                                   const base::Secret &password);

private:
    [[nodiscard]] base::Result<std::shared_ptr<token::TlsEngine>>
    engineFor(const auth::CardIdentity &identity);
    [[nodiscard]] QString connectString(const auth::CardIdentity &identity,
                                        const token::TlsEngine &engine) const;

    const Settings &m_settings;
    token::Token &m_token;
    const auth::StationSecret &m_secret;
    std::weak_ptr<token::TlsEngine> m_engine; ///< kept by the links that sign with it
    QByteArray m_fingerprint;                 ///< of the card it is for
    int m_engines = 0;
    QMutex m_mutex; ///< the door and an office that waits for the register may both ask
};

} // namespace app
