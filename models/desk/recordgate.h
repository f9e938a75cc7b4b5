#pragma once

#include "desk/counter.h"

#include <optional>

namespace desk {

/// The gate before the record of a resident (municipal-facts.md 4.12): visit and right, then the
/// protection. Who may not pass leaves a refused row and gets nothing; where the reason was not
/// given yet (ReasonMissing) there is none. In the reader's thread, for one procedure.
class RecordGate final
{
public:
    /// `given`: the reason typed for a protected record; empty = none.
    RecordGate(Counter &counter, QString procedure, VisitId visit, QString given);

    /// NotSignedIn, VisitMissing, RightMissing; ConditionTooLong, ConditionUnreadable for a reason
    /// that cannot be one. The reader is there afterwards.
    [[nodiscard]] base::Result<> admit(Right right);
    /// The same outside a visit, for whoever has one of the rights. The reader may not be there.
    [[nodiscard]] base::Result<> admitOutside(Rights oneOf);
    /// Passes for this person, who stands in the answer as he is now: ResidentUnknown,
    /// RestrictedRecord, ReasonMissing.
    [[nodiscard]] base::Result<cache::PersonAnswer> open(base::PersonId person);

    /// CacheMissing while there is none.
    [[nodiscard]] base::Result<> hasReader();
    [[nodiscard]] cache::CacheReader &reader() const { return *m_reader; }
    [[nodiscard]] const Visit *visit() const { return m_visit ? &*m_visit : nullptr; }
    /// Nothing that tells where somebody lives, or how to reach him, is told on the telephone.
    [[nodiscard]] bool onTelephone() const
    {
        return m_visit && m_visit->opening.caller == Caller::Telephone;
    }

    /// Of the 住民基本台帳ファイル.
    [[nodiscard]] audit::Entry entry() const { return Counter::residentEntry(m_procedure); }
    /// The entry with these states as its subjects, ４情報 sealed with it, and the reasons under
    /// which protected records among those opened so far are open.
    [[nodiscard]] audit::Entry about(audit::Entry entry,
                                     const QList<residents::Snapshot> &shown) const;
    /// Writes it for the visit, about these or with the subjects it has.
    [[nodiscard]] base::Result<quint64> log(audit::Entry entry,
                                            const QList<residents::Snapshot> &shown) const;
    [[nodiscard]] base::Result<quint64> log(audit::Entry entry) const;
    /// Writes a refused row, about this person if there is one, and answers the code.
    [[nodiscard]] tl::unexpected<base::Error> refuse(base::ErrorCode code,
                                                     base::SnapshotId subject = {}) const;

private:
    [[nodiscard]] base::Result<> cleanReason();

    Counter &m_counter;
    QString m_procedure;
    VisitId m_visitId;
    QString m_given;
    QStringList m_reasons;        ///< under which the protected records are open
    std::optional<Visit> m_visit; ///< none outside one
    cache::CacheReader *m_reader = nullptr;
};

/// 支援措置 and every other 抑止 of level エラー on 照会: opens only with the right and a reason.
[[nodiscard]] bool isStopped(const cache::PersonAnswer &answer);

/// On the telephone words that name where the person lives are not shown, as the address is not.
void leaveOutOwnPlace(const QList<QString *> &notes, const residents::Snapshot &person);

} // namespace desk
