#pragma once

#include "base/result.h"
#include "evidence/chain.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace storage {
class Database;
}

namespace journal {

using base::Result;

/// A place of the feed where the replica stood.
struct FeedMark
{
    qint64 number = 0;
    QByteArray hash; ///< running hash there, 32 bytes
    qint64 atMs = 0; ///< UTC
    bool operator==(const FeedMark &) const = default;
};

/// What the register answered to a user's last sign-in (auth/lease), good until a time.
struct Lease
{
    qint64 untilMs = 0; ///< UTC, by trusted time
    QByteArray session;
};

/// What the journal remembers beside its rows: whose it is, how far door.log was taken over, and
/// the highest time that was ever trusted (design.md 3). Used in the journal's thread.
class Memory final
{
public:
    explicit Memory(storage::Database &database);

    /// Null while nobody has said.
    [[nodiscard]] Result<QString> station();
    [[nodiscard]] Result<> setStation(const QString &station);
    /// Count and head of door.log when it was last taken over; count 0 and no hash at first.
    [[nodiscard]] Result<evidence::Head> door();
    [[nodiscard]] Result<> setDoor(const evidence::Head &head);
    /// ms UTC; 0 = none yet.
    [[nodiscard]] Result<qint64> trustedTime();
    /// Only ever forward: a smaller time changes nothing.
    [[nodiscard]] Result<> trustTime(qint64 ms);
    /// Issue numbers of which nobody has said what became of the paper, oldest first.
    [[nodiscard]] Result<QStringList> unsettledNumbers();

    /// What the register allowed a user to do without it, and until when; empty = nothing.
    [[nodiscard]] Result<Lease> lease(const QString &userId);
    [[nodiscard]] Result<> setLease(const QString &userId, const Lease &lease);

    /// A table as the register held it at the last sign-in; empty = the shipped one counts.
    [[nodiscard]] Result<QByteArray> table(const QString &name);
    [[nodiscard]] Result<> setTable(const QString &name, const QByteArray &bytes);

    /// The register this journal's items went to; null at first.
    [[nodiscard]] Result<QString> registerId();
    [[nodiscard]] Result<> setRegisterId(const QString &id);
    /// The register lost what came after this feed number, and was not told yet what it had
    /// acknowledged behind it.
    [[nodiscard]] Result<std::optional<qint64>> lostAfter();
    [[nodiscard]] Result<> setLostAfter(std::optional<qint64> number);
    [[nodiscard]] Result<std::optional<FeedMark>> newestFeedMark();
    /// Where the replica stood, the newest first.
    [[nodiscard]] Result<QList<FeedMark>> feedMarks();
    [[nodiscard]] Result<> addFeedMark(const FeedMark &mark);
    /// Those made before a time, and those behind a number: a register that was restored goes
    /// another way from there.
    [[nodiscard]] Result<> forgetFeedMarks(qint64 beforeMs, qint64 behind);

private:
    [[nodiscard]] Result<QList<FeedMark>> marks(int most);
    struct Item
    {
        qint64 amount = 0;
        QByteArray content;
    };
    [[nodiscard]] Result<std::optional<Item>> read(const QString &name);
    [[nodiscard]] Result<> write(const QString &name, const Item &item);

    storage::Database &m_database;
};

} // namespace journal
