#pragma once

#include "base/owner.h"
#include "central/embeddedentries.h"
#include "central/embeddedlink.h"
#include "central/registerfiles.h"

#include <QMutex>

namespace central {

/// Everything here but `fed` is touched in the thread "register" only.
struct EmbeddedLink::State
{
    explicit State(const base::Clock &ofRegister)
        : clock(ofRegister)
    {
    }
    const base::Clock &clock;
    std::unique_ptr<storage::Database> database;
    Identity identity;
    QString folder;
    base::Secret numbersKey;
    QString userId;    ///< of the session; empty without one
    QString stationId; ///< of the session
    QString session;   ///< a new uuid each time one is opened
    Policy policy;
    QList<Table> tables;       ///< that the station of the session is sent
    QMutex telling;            ///< over `fed`
    std::function<void()> fed; ///< whenFed(); set and called in the caller's thread
    base::Worker thread{QStringLiteral("register")};

    /// The account of the session as it is now, if it may still be used.
    [[nodiscard]] base::Result<User> user();
    [[nodiscard]] base::Result<User> usable(const QString &id);
    [[nodiscard]] base::Result<> changePassword(const base::Secret &wanted);
    [[nodiscard]] base::Result<> demand(Right right);
    /// RightMissing without any of them. Who writes, by the register's table and clock.
    [[nodiscard]] base::Result<EntryWriter> writer(Rights oneOf);
    /// Does `job(EmbeddedEntries &)` in one transaction, in the thread.
    template <typename Job>
    [[nodiscard]] auto write(Rights oneOf, Job job) -> std::invoke_result_t<Job, EmbeddedEntries &>;
    [[nodiscard]] base::Result<residents::SensitiveNumbers> numbersOf(base::PersonId person);
    void close();
    [[nodiscard]] base::Result<Session> open(const SignInRequest &request);
    [[nodiscard]] base::Result<FeedPage> feed(const Position &after, int limit);
    [[nodiscard]] base::Result<> recordSignIn(const QString &id, SignInOutcome outcome);
};

} // namespace central
