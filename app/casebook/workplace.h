#pragma once

#include "app/casebook/bookclock.h"
#include "app/casebook/colleagues.h"
#include "app/outboxroom.h"
#include "app/replicaroom.h"
#include "app/sim/throughlink.h"
#include "desk/counter.h"
#include "desk/procedures.h"

#include <memory>

namespace casebook {

/// Hands every call on, and keeps what the register said against an entry: the desk tells the
/// error and not the rule.
class HeardLink final : public sim::ThroughLink
{
public:
    explicit HeardLink(std::unique_ptr<central::CentralLink> link)
        : ThroughLink(*link)
        , m_link(std::move(link))
    {
    }
    [[nodiscard]] base::Result<central::SubmissionAnswer>
    submit(const central::Submission &submission) override
    {
        auto answer = inner().submit(submission);
        m_refusal = answer ? base::Error{} : answer.error();
        return answer;
    }
    /// Of the last entry that was sent.
    [[nodiscard]] const base::Error &refusal() const { return m_refusal; }

private:
    std::unique_ptr<central::CentralLink> m_link;
    base::Error m_refusal;
};

/// A workstation with somebody signed in: the desk with all its procedures over a journal, an
/// outbox and a copy of the register of its own. Sign-in by card stands before this and is not part
/// of it; the register knows the session as it knows every other.
class Workplace final
{
public:
    struct Parts
    {
        QString folder; ///< empty
        Colleague colleague;
        base::Secret logSeed; ///< of the signing key that the register knows
        std::unique_ptr<central::CentralLink> link;
        const BookClock &clock;
        const print::Press &press;
        const desk::DeskTables &tables;
    };
    /// Signed in, with the register loaded.
    [[nodiscard]] static base::Result<std::unique_ptr<Workplace>> open(Parts parts);
    ~Workplace();
    Q_DISABLE_COPY_MOVE(Workplace)

    [[nodiscard]] desk::Procedures &desk() { return *m_desk; }
    [[nodiscard]] const base::Error &refusal() const { return m_link.refusal(); }
    /// After the clock was set.
    void goOn() { m_time.set(m_clock.now().toMSecsSinceEpoch()); }
    /// The copy comes to where the register is.
    [[nodiscard]] base::Result<> catchUp();
    /// In the thread that reads the copy.
    template <typename Job>
    auto withCopy(Job job) -> std::invoke_result_t<Job, cache::CacheReader &>
    {
        return m_replica->reading().runAndWait(
            [this, &job]() -> std::invoke_result_t<Job, cache::CacheReader &> {
                const auto reader = m_replica->reader();
                if (!reader)
                    return base::fail(reader);
                return job(**reader);
            });
    }

private:
    explicit Workplace(Parts parts);
    [[nodiscard]] base::Result<> openJournal();
    [[nodiscard]] base::Result<> signIn();
    void makeRooms();
    void makeDesk();
    [[nodiscard]] desk::Writing writing();
    [[nodiscard]] base::Result<syncing::ShippingReport> ship();

    QString m_folder;
    Colleague m_colleague;
    base::Secret m_logSeed;
    HeardLink m_link;
    const BookClock &m_clock;
    const print::Press &m_press;
    const desk::DeskTables &m_tables;
    app::TrustedTime m_time;
    base::Secret m_key;
    central::Session m_session;
    base::Worker m_journalWorker{QStringLiteral("journal")};
    std::unique_ptr<journal::Journal> m_journal; ///< in m_journalWorker only
    std::unique_ptr<audit::Recorder> m_recorder;
    std::unique_ptr<app::OutboxRoom> m_outbox;
    std::unique_ptr<app::ReplicaRoom> m_replica;
    std::unique_ptr<desk::Counter> m_counter;
    std::unique_ptr<desk::Procedures> m_desk;
};

} // namespace casebook
