#pragma once

#include "central/numberblocks.h"
#include "desk/certificatedesk.h"
#include "desk/moveviews.h"
#include "desk/writeentries.h"

#include <QHash>
#include <QMutex>

namespace desk {

/// 異動 at the counter: MoveHousehold, MovePlace, MoveKnown, EnterMove. Right::EnterMove
/// (RightMissing), at the counter only: nobody gives notice by telephone (CallerUnknown). A
/// protected record needs what ViewRecords needs (ReasonMissing, RestrictedRecord), of everybody in
/// a household that is opened. What is kept while somebody types is a draft of WriteEntries.
class MoveDesk final
{
public:
    explicit MoveDesk(Counter &counter);

    /// Accepted today, in table order.
    [[nodiscard]] QList<IdentityDocument> documents() const;
    /// In force today, in table order.
    [[nodiscard]] QList<Town> towns() const;

    /// The household of the person of the request: a logged view of everybody in it.
    [[nodiscard]] Answer<MoveHousehold> household(const EntryRequest &request);
    /// Another one, to be joined.
    [[nodiscard]] Answer<MoveHousehold> household(const EntryRequest &request,
                                                  base::HouseholdId household);
    /// Who lives at this town and lot: a logged view.
    [[nodiscard]] Answer<PlaceView> place(const EntryRequest &request,
                                          const residents::Address &address);
    /// A 宛名番号 for somebody who comes: given out once, also when it is never used.
    /// RegisterUnreachable (detail "numbers") when none is in stock and none can be taken.
    [[nodiscard]] Answer<base::PersonId> newcomer(const EntryRequest &request);
    /// Who is known here, present or not, with 氏名, 生年月日 and 性別 of this newcomer (JS1
    /// 4.1.1.2): a logged view. Of whom the address is hidden, no more than the three items.
    [[nodiscard]] Answer<KnownPeople> known(const EntryRequest &request,
                                            const residents::Snapshot &newcomer);
    /// What is against it so far. Nobody is shown by it who was not opened before: everybody it
    /// names passes the same gate; no row.
    [[nodiscard]] Answer<QList<residents::MoveFinding>> judge(const EntryRequest &request,
                                                              const residents::Move &move);
    /// The edit lock on everybody of it and on both households.
    [[nodiscard]] Answer<EditStart> begin(const EntryRequest &request, const residents::Move &move);
    /// Right::BreakLock; of a key of this 異動.
    [[nodiscard]] Answer<> breakLock(const EntryRequest &request, const residents::Move &move,
                                     central::LockKey key, const QString &reason);
    /// MoveRefused (detail: the rule) for the first finding that stops it, EntryIncomplete (detail:
    /// the field). A new household (`to` 0) is given its 世帯番号 here: RegisterUnreachable (detail
    /// "numbers") when none is in stock and none can be taken. Then as WriteEntries::file.
    [[nodiscard]] Answer<Filed> file(const EntryRequest &request, const residents::Move &move,
                                     const QString &draft = {});

private:
    class Working;
    using Stock = QList<qint64>;
    [[nodiscard]] base::Result<qint64> takeNumber(central::NumberSeries series);
    void fillStock(central::NumberSeries series);

    Counter &m_counter;
    QMutex m_mutex;
    /// Numbers taken while the register was reached, for work without it. Those that are left at
    /// sign-out are never used.
    QHash<central::NumberSeries, Stock> m_stock;
};

} // namespace desk
