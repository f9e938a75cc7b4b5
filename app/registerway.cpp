#include "app/registerway.h"

#include "auth/stationkeys.h"
#include "central/pgfailure.h"
#include "central/postgreslink.h"

#include <QDir>
#include <QFile>

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace app {

namespace {

/// A value in libpq's connection string.
QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s);
    value.replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

/// What is meant at the counter when the server let nobody in.
base::Error reasonOf(const base::Error &error, const token::TlsEngine &engine)
{
    // The card did not sign: the connection only shows it.
    if (engine.lastFailure() != ErrorCode::Count)
        return {.code = engine.lastFailure(), .detail = u"while connecting"_s};
    // The name is the card's own, so it is the password.
    if (central::isWrongPassword(error))
        return {.code = ErrorCode::PasswordWrong, .detail = error.detail};
    return error;
}

} // namespace

Result<std::shared_ptr<token::TlsEngine>> RegisterWay::engineFor(const auth::CardIdentity &identity)
{
    auto held = m_engine.lock();
    if (held && m_fingerprint == identity.fingerprint)
        return held;
    // Another number while the engine of the card before is still in use.
    if (held || m_engines == 0)
        m_engines = m_engines % 255 + 1;
    auto opened = token::TlsEngine::open(m_token, QString::number(m_engines, 16));
    if (!opened)
        return base::fail(opened);
    std::shared_ptr<token::TlsEngine> engine = std::move(*opened);
    m_engine = engine;
    m_fingerprint = identity.fingerprint;
    return engine;
}

QString RegisterWay::connectString(const auth::CardIdentity &identity,
                                   const token::TlsEngine &engine) const
{
    QString certificate = engine.certificateFile();
    if (!m_settings.registerCertificates.isEmpty())
        certificate = QDir(m_settings.registerCertificates).filePath(identity.userId + ".crt"_L1);
    return m_settings.registerConnect +
           u" user=%1 sslmode=verify-full channel_binding=require gssencmode=disable "
           "sslrootcert=%2 sslcert=%3 sslkey=%4"_s.arg(
               quoted(identity.userId), quoted(m_settings.registerAuthority), quoted(certificate),
               quoted(engine.keyName()));
}

Result<desk::Accepted> RegisterWay::ask(const auth::CardIdentity &identity,
                                        const base::Secret &password)
{
    const QMutexLocker locked(&m_mutex);
    const auto secret = m_secret.read();
    if (!secret)
        return base::fail(secret);
    const auto engine = engineFor(identity);
    if (!engine)
        return base::fail(engine);
    const QString station = m_settings.stationId;
    central::PostgresPlace place{.target = {}, .proofKey = auth::proofKeyFrom(*secret, station)};
    place.target.connect = connectString(identity, **engine);
    place.target.password = password;
    auto opened = central::PostgresLink::open(std::move(place));
    if (!opened)
        return tl::unexpected(reasonOf(opened.error(), **engine));
    // The engine stays as long as the link that signs with it.
    std::shared_ptr<central::PostgresLink> link(
        opened->release(), [engine = *engine](central::PostgresLink *ended) { delete ended; });
    auto session = link->openSession({.userId = identity.userId,
                                      .certificateFingerprint = identity.fingerprint,
                                      .stationId = station});
    if (!session)
        return base::fail(session);
    const auto stationKey = [link, station](const base::Secret &own) -> Result<base::Secret> {
        const auto share = link->stationShare();
        if (!share)
            return base::fail(share);
        return auth::stationKeyFrom(*share, own, station);
    };
    return desk::Accepted{.link = link, .session = std::move(*session), .stationKey = stationKey};
}

} // namespace app
