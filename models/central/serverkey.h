#pragma once

#include "base/crypto.h"
#include "base/ids.h"
#include "base/result.h"

namespace central {

class PgConnection;

/// The key of a register's server: 32 bytes in a file outside the database. What a copy of the
/// database must not tell hangs on it: stations' shares, the key of sealed details, the numbers.
/// The server's functions make the same (resources/sql/register/office).
class ServerKey final
{
public:
    /// As the server reads it, so that it is known that it can. FileUnreadable.
    [[nodiscard]] static base::Result<ServerKey> read(PgConnection &connection,
                                                      const QString &file);
    /// Of a city that is there; RegisterDamaged when its key cannot be read or is another one.
    [[nodiscard]] static base::Result<ServerKey> ofCity(PgConnection &connection,
                                                        const QString &code);

    /// What a wrong key does not make: kept in the database.
    [[nodiscard]] QByteArray checkOf(const QString &code) const;
    /// To which details in log rows are sealed.
    [[nodiscard]] base::crypto::KeyPair logKeyPairOf(const QString &code) const;

    enum class Number { ResidentCode = 1, Individual = 2, ResidenceCard = 3 };
    struct NumberPlace
    {
        Number number = Number::Individual;
        QString code;
        base::PersonId person;
        QByteArray nonce; ///< 16 bytes, another one each time the numbers are written
    };
    /// A number of at most 32 bytes under its pad; the same again takes it off.
    [[nodiscard]] QByteArray masked(const base::Secret &number, const NumberPlace &place) const;

private:
    explicit ServerKey(base::Secret key)
        : m_key(std::move(key))
    {
    }
    base::Secret m_key;
};

} // namespace central
