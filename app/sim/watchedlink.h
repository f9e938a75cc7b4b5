#pragma once

#include "app/sim/throughlink.h"

namespace sim {

class RegisterHost;

/// Holds every answer of the register against what its files say at that moment.
class WatchedLink final : public ThroughLink
{
public:
    WatchedLink(central::CentralLink &inner, RegisterHost &host, int session)
        : ThroughLink(inner)
        , m_host(host)
        , m_session(session)
    {
    }

    [[nodiscard]] base::Result<central::Session>
    openSession(const central::SignInRequest &request) override;
    void closeSession() override;
    [[nodiscard]] base::Result<central::SubmissionAnswer>
    submit(const central::Submission &submission) override;
    [[nodiscard]] base::Result<central::CheckAnswer> decide(const central::Check &check) override;
    [[nodiscard]] base::Result<QList<central::EditLock>>
    lockForEdit(const QList<central::LockKey> &keys) override;
    [[nodiscard]] base::Result<> releaseLocks() override;
    [[nodiscard]] base::Result<> breakLock(central::LockKey key, const QString &reason) override;
    [[nodiscard]] base::Result<> offerAgain(const QList<central::Offer> &offers) override;

private:
    void checkAnswer(const central::Submission &submission,
                     const central::SubmissionAnswer &answer);

    RegisterHost &m_host;
    int m_session;
    QString m_who; ///< user and station of the session
};

} // namespace sim
