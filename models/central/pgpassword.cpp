#include "central/pgpassword.h"

#include <libpq-fe.h>

#include <memory>

namespace central {

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

} // namespace central
