#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <optional>

namespace storage {
class Database;
class Statement;
} // namespace storage

namespace journal {

using base::Result;

/// The values are stored.
enum class ItemState {
    Draft = 1,       ///< 下書き: its author's, never sent
    Filed = 2,       ///< 送信待ち
    Provisional = 3, ///< 仮登録: accepted, waits for its 照合
    Registered = 4,  ///< 本登録
    Conflict = 5,    ///< 競合: somebody changed the record first
    Refused = 6,     ///< the register refused it; `reason` says why
    SentBack = 7,    ///< 差戻し by the checker
    Withdrawn = 8,   ///< 取下げ by its author
    Discarded = 9,   ///< 破棄 by its author
};
/// Nothing is to be done about it any more.
[[nodiscard]] constexpr bool isSettled(ItemState state)
{
    return state == ItemState::Registered || state == ItemState::Withdrawn ||
           state == ItemState::Discarded;
}

/// One thing a clerk entered.
struct Item
{
    QString uuid;         ///< without braces; what the register knows it by
    QString user;         ///< its author
    qint64 person = 0;    ///< 宛名番号; 0 = about a household
    qint64 household = 0; ///< of the restriction, or 0
    int kind = 0;         ///< residents::EntryKind
    QByteArray proposal;  ///< residents::encode(Proposal)
    QByteArray before;    ///< the record as the author saw it (encoded as its kind); empty = new
    ItemState state = ItemState::Draft;
    /// ErrorCode's name when refused or not sent, or when the register lost what had ended there;
    /// after MoveRefused the rule ("MoveRefused HeadTwice"); else empty.
    QString reason{};
    QString answer{};     ///< the checker's words when sent back
    qint64 madeAtMs = 0;  ///< ms since 1970 UTC
    qint64 filedAtMs = 0; ///< 0 = a draft
    qint64 changedAtMs = 0;
    int tries = 0;               ///< how often it was sent
    qint64 feedNumber = 0;       ///< as acknowledged; 0 = not yet
    qint64 acknowledgedAtMs = 0; ///< register time of that commit; 0 = not yet
    qint64 entry = 0;            ///< number of the 仮登録
    QByteArray theirs{};         ///< conflict: residents::encode of what stands in the register
    bool operator==(const Item &) const = default;
};

/// Whether an item may become this:
///   Draft -> Filed, Discarded;  Filed -> Provisional, Registered, Conflict, Refused, and Withdrawn
///   while it was never sent (`tries` 0: an answer that was lost may have been a yes);
///   Refused -> Filed, Draft, Withdrawn;  Conflict -> Discarded;
///   Provisional -> Registered, SentBack, Withdrawn, Filed (lost by the register, offered again);
///   SentBack -> Discarded;  Registered -> Filed, Provisional (lost by the register, or its 照合).
/// The same state again is fine for all that is not settled.
[[nodiscard]] bool mayBecome(const Item &item, ItemState next);

/// What clerks of this workstation entered and what became of it; nothing is ever deleted before
/// forget(). In the journal's thread. What may not become is refused (Unexpected), and so is
/// another content, author or time of what was filed (StatementFailed): the file itself sees to it.
class Outbox final
{
public:
    explicit Outbox(storage::Database &database);

    /// A new item, or the one of that uuid as it is now. The same as it is already is fine; one
    /// that knows of fewer sendings than are written is refused (Unexpected), unless the register
    /// had refused it.
    [[nodiscard]] Result<> put(const Item &item);
    [[nodiscard]] Result<std::optional<Item>> item(const QString &uuid);
    /// In the order in which they were filed; drafts last, oldest first.
    [[nodiscard]] Result<QList<Item>> items(const QList<ItemState> &states);
    /// Acknowledged items (仮登録, 本登録, and what ended at the register: 差戻し, 取下げ) whose
    /// feed number is greater than this, by number.
    [[nodiscard]] Result<QList<Item>> acknowledgedAfter(qint64 feedNumber);
    /// What ended at the register (差戻し, 取下げ) was lost there and offered again: reason
    /// RegisterUnknown, the item stays as it ended. StatementFailed, DiskFull.
    [[nodiscard]] Result<> noteLost(const QString &uuid);
    /// How many are filed and not answered yet. From any thread.
    [[nodiscard]] int waiting() const { return m_waiting; }
    /// Counts them; after a write that was taken back.
    [[nodiscard]] Result<> recount();
    /// Removes what is settled and older than 40 days, or for a day and backed up to its number
    /// (design.md 3); the number of what was lost says nothing about that. How many.
    [[nodiscard]] Result<int> forget(qint64 nowMs, qint64 backedUpTo);

private:
    [[nodiscard]] Result<QList<Item>> read(storage::Statement &statement);

    storage::Database &m_database;
    std::atomic<int> m_waiting{0};
};

} // namespace journal
