#include "central/pgpassword.h"

#include "base/crypto.h"

#include <QRegularExpression>

#include <libpq-fe.h>

#include <memory>

namespace central {

namespace {
constexpr qsizetype saltBytes = 16;
} // namespace

base::Result<QString> passwordVerifier(const base::Secret &password)
{
    // libpq makes it without asking the server when the way is named; it wants some connection.
    const std::unique_ptr<PGconn, decltype(&PQfinish)> none(PQconnectStart("host=/nowhere"),
                                                            &PQfinish);
    base::Secret text(password);
    text.push_back(0);
    const std::unique_ptr<char, decltype(&PQfreemem)> made(
        PQencryptPasswordConn(none.get(), reinterpret_cast<const char *>(text.data()), "",
                              "scram-sha-256"),
        &PQfreemem);
    if (!made || password.empty())
        return base::fail(base::ErrorCode::Unexpected, QStringLiteral("no password verifier"));
    return QString::fromLatin1(made.get());
}

base::Result<QByteArray> storedKey(const base::Secret &password, const PasswordSalt &salt)
{
    // What the register answers must not keep this PC busy for minutes.
    constexpr int leastRounds = 4096;
    constexpr int mostRounds = 1'000'000;
    if (salt.iterations < leastRounds || salt.iterations > mostRounds ||
        salt.salt.size() != saltBytes)
        return base::fail(base::ErrorCode::RegisterDamaged, QStringLiteral("a password's salt"));
    const auto salted = base::crypto::pbkdf2(password, salt.salt, salt.iterations);
    if (!salted)
        return base::fail(salted);
    return base::crypto::sha256(base::crypto::hmac(*salted, QByteArrayView("Client Key")));
}

base::Result<PasswordVerifier> verifierParts(const QString &verifier)
{
    static const QRegularExpression form(
        QStringLiteral("^SCRAM-SHA-256\\$([0-9]{4,7}):([^$]{24})\\$([^:]{44}):.{44}$"));
    const auto match = form.match(verifier);
    if (!match.hasMatch())
        return base::fail(base::ErrorCode::Unexpected, QStringLiteral("no verifier"));
    const auto bytes = [&match](int part) {
        return QByteArray::fromBase64(match.captured(part).toLatin1());
    };
    return PasswordVerifier{.salt = {.iterations = match.captured(1).toInt(), .salt = bytes(2)},
                            .storedKey = bytes(3)};
}

} // namespace central
