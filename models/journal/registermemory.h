#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

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

/// What the journal remembers of the register: what it allowed, which tables it handed out, and
/// where this station stood in its feed. Used in the journal's thread.
class RegisterMemory
{
public:
    explicit RegisterMemory(storage::Database &database)
        : m_database(database)
    {
    }

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

protected:
    struct Item
    {
        qint64 amount = 0;
        QByteArray content;
    };
    [[nodiscard]] Result<std::optional<Item>> read(const QString &name);
    [[nodiscard]] Result<> write(const QString &name, const Item &item);
    [[nodiscard]] storage::Database &database() { return m_database; }

private:
    [[nodiscard]] Result<QList<FeedMark>> marks(int most);

    storage::Database &m_database;
};

} // namespace journal
