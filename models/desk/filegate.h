#pragma once

#include "desk/counter.h"
#include "desk/viewtax.h"

namespace desk {

/// The gate before a 特定個人情報ファイル of tax, collection or pension: who may not pass leaves a
/// refused row and gets nothing. A question back (no purpose, nothing of the caller, no reason was
/// given yet) leaves none. In this order: visit and right, purpose, caller, protection.
class FileGate final
{
public:
    /// `procedure`: as files.csv names it.
    FileGate(Counter &counter, const QString &procedure, FileRequest request);

    /// NotSignedIn, VisitMissing, RightMissing, PurposeMissing, CallerUnknown, RestrictedRecord,
    /// ReasonMissing; ResidentUnknown for nobody; TableYearMissing when files.csv does not name
    /// the procedure's file; RegisterRefused when the register does not give this station the
    /// `table` (nothing held is not the same as nothing there). The answer is the person as he
    /// stands now.
    [[nodiscard]] base::Result<residents::Snapshot> pass(Right right, cache::Table table);
    [[nodiscard]] cache::CacheReader &reader() const { return *m_reader; }
    /// 消込: payments booked up to this day are in, as the register said.
    [[nodiscard]] QDate paymentsUpTo() const { return m_paymentsUpTo; }
    /// On the telephone no address is told, whatever the reason.
    [[nodiscard]] bool hidesAddress() const;

    /// An entry that carries the file's name and the version of the tables it rests on.
    [[nodiscard]] audit::Entry entry() const;
    /// Writes the row of what is about to be shown: these people, ４情報 sealed with it as listed,
    /// what the caller confirmed and the reason.
    [[nodiscard]] base::Result<quint64> log(audit::Entry entry, const residents::Snapshot &person);
    [[nodiscard]] base::Result<quint64> log(audit::Entry entry);

private:
    [[nodiscard]] base::Result<> choosePurpose();
    [[nodiscard]] base::Result<> askCaller();
    [[nodiscard]] base::Result<> openProtected();
    [[nodiscard]] tl::unexpected<base::Error> refuse(base::ErrorCode code) const;

    Counter &m_counter;
    QString m_procedure;
    FileRequest m_request;
    Visit m_visit;
    QString m_file;
    QString m_scope;
    QString m_reason; ///< under which a protected record is open
    QDate m_paymentsUpTo;
    cache::CacheReader *m_reader = nullptr;
    cache::PersonAnswer m_answer;
};

} // namespace desk
