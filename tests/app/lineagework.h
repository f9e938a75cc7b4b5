#pragma once

#include "app/outboxroom.h"
#include "app/registercommand.h"
#include "cache/cachereader.h"
#include "central/embeddedlink.h"
#include "central/embeddedregister.h"
#include "models/journal/trialjournal.h"
#include "residents/codec.h"
#include "support/builders.h"
#include "support/servedregister.h"
#include "support/stationbeside.h"
#include "sync/latelink.h"
#include "sync/lineage.h"

#include <QBuffer>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <QtTest>

// A register that is put back to an earlier state, and stations that notice.
namespace lineagework {

using base::ErrorCode;
using base::Result;
using journal::Item;
using journal::ItemState;
using support::keyOf;
using support::TestRegister;

inline const QString clerk = QStringLiteral("clerk");
inline const QString chief = QStringLiteral("chief");

inline central::CityPart city()
{
    central::CityPart part;
    for (qint64 id = 1; id <= 20; ++id) {
        part.people.append({support::aPerson(id).named(u"山田", u"花子")});
        part.households.append(support::aHousehold(id, id));
    }
    return part;
}

/// A register of which a copy is made and put back.
class CopiedRegister
{
public:
    virtual ~CopiedRegister() = default;
    [[nodiscard]] virtual std::shared_ptr<central::CentralLink> link(const QString &user) = 0;
    [[nodiscard]] virtual central::RegisterOwner &owner() = 0;
    virtual void copy() = 0;
    /// Every link ends.
    virtual void putBack() = 0;
    /// What an administrator does then.
    [[nodiscard]] virtual Result<central::OffersApplied> recover() { return owner().applyOffers(); }
};

class CopiedFiles final : public CopiedRegister
{
public:
    CopiedFiles()
        : m_register(std::make_unique<TestRegister>(city()))
    {
        open();
    }
    std::shared_ptr<central::CentralLink> link(const QString &user) override
    {
        auto opened = central::EmbeddedLink::open(m_folder.path(), TestRegister::keys(), m_clock);
        if (!opened || !(*opened)->openSession({.userId = user,
                                                .certificateFingerprint = TestRegister::card(user),
                                                .stationId = QStringLiteral("S0001")}))
            qFatal("no link");
        return std::move(*opened);
    }
    central::RegisterOwner &owner() override { return *m_owner; }
    void copy() override { take(m_folder.path(), m_copy.path()); }
    void putBack() override
    {
        m_owner.reset();
        take(m_copy.path(), m_folder.path());
        openOwner();
    }

private:
    /// The register's files, in a folder that this object may exchange.
    void open()
    {
        take(m_register->folder(), m_folder.path());
        m_register.reset();
        openOwner();
    }
    void openOwner()
    {
        auto owner = central::EmbeddedRegister::open(m_folder.path(), TestRegister::keys());
        if (!owner)
            qFatal("no register");
        m_owner = std::move(*owner);
    }
    static void take(const QString &from, const QString &to)
    {
        QDir target(to);
        for (const QString &name : target.entryList(QDir::Files))
            target.remove(name);
        for (const QString &name : QDir(from).entryList(QDir::Files)) {
            if (!QFile::copy(QDir(from).filePath(name), target.filePath(name)))
                qFatal("no copy");
        }
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_copy;
    support::FakeClock m_clock;
    std::unique_ptr<TestRegister> m_register;
    std::unique_ptr<central::EmbeddedRegister> m_owner;
};

/// `madoguchi-admin register recover`, for the one city of this server.
inline Result<central::OffersApplied> recoverAt(const central::PgTarget &administrator)
{
    QBuffer output;
    QBuffer errors;
    output.open(QIODevice::WriteOnly);
    errors.open(QIODevice::WriteOnly);
    const int ended = app::runRegister(
        {QStringLiteral("recover"), QStringLiteral("--connect"), administrator.connect}, output,
        errors);
    const QJsonObject said = QJsonDocument::fromJson(output.data()).object();
    if (ended != 0 || said.isEmpty())
        return base::fail(ErrorCode::Unexpected, QString::fromUtf8(errors.data()));
    return central::OffersApplied{.applied = said[QStringLiteral("applied")].toInt(),
                                  .known = said[QStringLiteral("known")].toInt(),
                                  .left = said[QStringLiteral("left")].toInt(),
                                  .waiting = said[QStringLiteral("waiting")].toInt()};
}

class CopiedServer final : public CopiedRegister
{
public:
    CopiedServer()
    {
        if (!m_server.owner().add(city()) || !m_server.owner().finish())
            qFatal("no city");
    }
    std::shared_ptr<central::CentralLink> link(const QString &user) override
    {
        return m_server.signedIn(user);
    }
    central::RegisterOwner &owner() override
    {
        m_owner = support::TestPostgresRegister::must(
            central::PostgresRegister::open(m_server.administrator(), QStringLiteral("982016")));
        return *m_owner;
    }
    void copy() override { exchange(QStringLiteral("create database copy template register")); }
    void putBack() override
    {
        exchange(QStringLiteral("drop database register"));
        exchange(QStringLiteral("create database register template copy"));
    }

    Result<central::OffersApplied> recover() override
    {
        return recoverAt(m_server.administrator());
    }

private:
    void exchange(const QString &statement)
    {
        m_owner.reset();
        m_server.cluster().sql(
            QStringLiteral("select pg_terminate_backend(pid, 10000) from pg_stat_activity "
                           "where datname in ('register', 'copy')"));
        m_server.cluster().sql(statement);
    }
    support::ServedRegister m_server;
    std::unique_ptr<central::PostgresRegister> m_owner;
};

/// A station as the office puts it together: journal, cache, outbox and a link.
class Station
{
public:
    Station(CopiedRegister &behind, const QString &user)
        : m_register(behind)
        , m_worker(QStringLiteral("journal"))
        , m_time(m_clock)
    {
        m_worker.runAndWait([this] { m_journal = m_trial.open(); });
        if (!m_journal)
            qFatal("no journal");
        signInAs(user);
        (void)bring();
    }
    ~Station()
    {
        outbox.reset();
        m_worker.runAndWait([this] { m_journal.reset(); });
    }
    Q_DISABLE_COPY_MOVE(Station)

    void signInAs(const QString &user)
    {
        m_user = user;
        connect();
        outbox = std::make_unique<app::OutboxRoom>(
            app::OutboxRoom::Parts{.link = m_link,
                                   .journalWorker = m_worker,
                                   .journal = *m_journal,
                                   .time = m_time,
                                   .userId = m_user,
                                   .registerId = m_link.identity()->registerId,
                                   .cachePath = cachePath(),
                                   .cacheKey = keyOf('c'),
                                   .changed = [] {}});
        m_keeper = std::make_unique<syncing::ReplicaKeeper>(
            m_link, syncing::KeeperPlace{
                        .cachePath = cachePath(),
                        .cacheKey = keyOf('c'),
                        .progress = {},
                        .anew = [this](ErrorCode why) { return outbox->beforeLoad(why); }});
    }
    void connect() { m_link.connect(m_register.link(m_user)); }
    void disconnect() { m_link.connect(nullptr); }
    [[nodiscard]] central::CentralLink &link() { return m_link; }
    Result<syncing::KeepingReport> bring()
    {
        m_elapsedMs += 120'000; // places are kept at most one a minute
        m_time.set(QDateTime::currentMSecsSinceEpoch() + m_elapsedMs);
        auto report = m_keeper->bring();
        if (report)
            outbox->kept(*report);
        return report;
    }
    /// Files it, sends it and follows.
    QString enter(const residents::Proposal &proposal)
    {
        const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto filed = outbox->door().put({.uuid = uuid,
                                               .user = m_user,
                                               .person = personOf(proposal.entered).value,
                                               .kind = int(kindOf(proposal.entered)),
                                               .proposal = residents::encode(proposal),
                                               .before = {},
                                               .state = ItemState::Filed,
                                               .madeAtMs = m_time.nowMs(),
                                               .filedAtMs = m_time.nowMs()});
        if (!filed || !outbox->ship())
            qFatal("not filed");
        return uuid;
    }
    /// As the desk decides: what the register acknowledged is kept here.
    void decide(const central::Check &check)
    {
        const auto answer = m_link.decide(check);
        if (!answer)
            qFatal("not decided");
        outbox->door().remember({.uuid = answer->uuid,
                                 .user = m_user,
                                 .entry = check.entry,
                                 .outcome = int(check.outcome),
                                 .reason = check.reason,
                                 .feedNumber = answer->feedNumber,
                                 .atMs = answer->at.toMSecsSinceEpoch(),
                                 .keptAtMs = m_time.nowMs()});
    }
    /// As the desk takes back what waits for its 照合.
    void withdraw(const QString &uuid)
    {
        Item taken = item(uuid);
        decide({.entry = taken.entry, .outcome = central::CheckOutcome::Withdraw, .reason = {}});
        taken.state = ItemState::Withdrawn;
        if (!outbox->door().put(taken))
            qFatal("not withdrawn");
    }
    void passHours(int hours) { m_elapsedMs += hours * 3'600'000; }
    /// Nothing can be written into the journal while somebody else writes into it.
    void holdJournal(bool held)
    {
        m_holder = held ? m_trial.database() : nullptr;
        if (held && !m_holder->begin())
            qFatal("the journal is not held");
    }
    [[nodiscard]] QList<journal::Decision> decisions(journal::DecisionState state)
    {
        return m_worker.runAndWait(
            [&] { return m_journal->decisions().all(state).value_or(QList<journal::Decision>()); });
    }
    [[nodiscard]] Item item(const QString &uuid)
    {
        return m_worker.runAndWait(
            [&] { return m_journal->outbox().item(uuid)->value_or(Item{}); });
    }
    [[nodiscard]] QByteArray digest() const
    {
        return support::cacheDigest(cachePath(), keyOf('c')).value_or(QByteArray("unreadable"));
    }

    std::unique_ptr<app::OutboxRoom> outbox;

private:
    [[nodiscard]] QString cachePath() const
    {
        return m_folder.filePath(QStringLiteral("cache.db"));
    }

    CopiedRegister &m_register;
    QString m_user;
    QTemporaryDir m_folder;
    TrialJournal m_trial;
    base::SystemClock m_clock;
    base::Worker m_worker;
    app::TrustedTime m_time;
    qint64 m_elapsedMs = 0;
    syncing::LateLink m_link;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<storage::Database> m_holder;
    std::unique_ptr<syncing::ReplicaKeeper> m_keeper;
};

inline residents::Proposal aNote(qint64 person, const QString &text)
{
    return {.entered = residents::Note{.person = {person}, .text = text, .by = {}}, .reason = {}};
}
inline residents::Proposal aContact(qint64 person, const QString &telephone, int baseVersion = 0)
{
    residents::Contact contact;
    contact.person = {person};
    contact.telephone = telephone;
    return {.entered = contact, .baseVersion = baseVersion, .reason = {}};
}
inline residents::Proposal aRestriction(qint64 person)
{
    residents::Restriction restriction;
    restriction.person = {person};
    restriction.from = QDate(2026, 11, 2);
    return {.entered = restriction, .reason = QStringLiteral("本人の申出")};
}

} // namespace lineagework
