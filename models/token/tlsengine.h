#pragma once

#include "token/token.h"

#include <QTemporaryFile>

#include <memory>

namespace token {

/// Lets TLS connections of this process sign with the card: whoever hands keyName() to OpenSSL or
/// libpq (`sslkey=madoguchi:01`) as the name of the private key has each handshake signed by
/// Token::sign. No PIN and no secret passes through here: the card must be logged in already.
/// EC P-256 only. Safe to use from any thread; signing waits as long as the token does.
class TlsEngine final
{
public:
    /// For the card that is there now; `token` outlives the answer. TokenAbsent without one,
    /// TokenUnfit when its certificate has no key on P-256 or `id` (two hexadecimal digits) is
    /// taken, FileNotWritten when there is no room for the certificate.
    [[nodiscard]] static base::Result<std::unique_ptr<TlsEngine>>
    open(Token &token, const QString &id = QStringLiteral("01"));
    /// Waits for a signature under way; later ones fail.
    ~TlsEngine();
    Q_DISABLE_COPY_MOVE(TlsEngine)

    /// "madoguchi:01"
    [[nodiscard]] QString keyName() const;
    /// The card's certificate as a PEM file, which libpq wants beside the key (`sslcert`).
    [[nodiscard]] QString certificateFile() const;
    /// Why the card did not sign the last time it was asked; Count when it did or was not asked.
    [[nodiscard]] base::ErrorCode lastFailure() const;

private:
    explicit TlsEngine(int id);
    [[nodiscard]] base::Result<> writeCertificate(const QByteArray &der);

    int m_id;
    QTemporaryFile m_certificate;
};

} // namespace token
