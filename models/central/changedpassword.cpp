#include "central/pgpassword.h"
#include "central/postgreslinkstate.h"

// A clerk changes his own password at the register on PostgreSQL.
namespace central {

using base::Result;

Result<> PostgresLink::changePassword(const base::Secret &wanted)
{
    return m_state->thread.runAndWait([this, &wanted]() -> Result<> {
        const auto kept = m_state->api->read(QStringLiteral("register/link/password_salts"));
        if (!kept)
            return base::fail(kept);
        // What the new one makes under each salt that is kept; the last line has none.
        QByteArray proofs("");
        for (int row = 0; row + 1 < kept->rows(); ++row) {
            const PasswordSalt salt{.iterations = int(kept->integer(row, 1)),
                                    .salt = kept->bytes(row, 2)};
            const auto stored = storedKey(wanted, salt);
            if (!stored)
                return base::fail(stored);
            proofs += salt.salt + *stored;
        }
        const auto verifier = passwordVerifier(wanted);
        if (!verifier)
            return base::fail(verifier);
        const auto changed = m_state->api->call(QStringLiteral("register/link/change_password"),
                                                {*verifier, proofs});
        if (changed) {
            m_state->api->usePassword(wanted);
            return {};
        }
        // Only the answer may be lost, and the old password opens nothing any more.
        if (changed.error().code == base::ErrorCode::RegisterUnreachable) {
            if (const auto found = m_state->api->findPassword(wanted); found && *found)
                return {};
        }
        return base::fail(changed);
    });
}

} // namespace central
