#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "base/secret.h"
#include "certificates/request.h"
#include "desk/clerk.h"
#include "desk/record.h"
#include "desk/search.h"
#include "desk/visit.h"
#include "print/document.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace desk {

template <typename T = void>
using Answer = QFuture<base::Result<T>>;

/// 対応の開始と終了.
class Visits
{
public:
    virtual ~Visits() = default;
    [[nodiscard]] virtual QList<Purpose> purposes() const = 0; ///< today's, in table order
    virtual Answer<Visit> open(const VisitOpening &opening) = 0;
    virtual Answer<> end(VisitId visit) = 0;
};

/// FindPeople. A new search overtakes the one before: that one answers SearchOvertaken, hands out
/// nothing and leaves no row.
class FindPeople
{
public:
    virtual ~FindPeople() = default;
    virtual Answer<FoundPeople> find(VisitId visit, const SearchConditions &conditions) = 0;
};

/// ViewResident, ViewHousehold, ViewHistory. `reason` is empty at first; a protected record answers
/// ReasonMissing (ask, then call again) or RestrictedRecord (no right).
class ViewRecords
{
public:
    virtual ~ViewRecords() = default;
    virtual Answer<ResidentView> resident(VisitId visit, base::PersonId person,
                                          const QString &reason = {}) = 0;
    virtual Answer<HouseholdView> household(VisitId visit, base::HouseholdId household,
                                            const QString &reason = {}) = 0;
    virtual Answer<HistoryView> history(VisitId visit, base::PersonId person,
                                        const QString &reason = {}) = 0;
    virtual Answer<FormerStateView> formerState(VisitId visit, base::SnapshotId state,
                                                const QString &reason = {}) = 0;
};

/// What stops or warns before a certificate is printed: shown in the dialog beside the preview.
struct IssuedCertificate
{
    std::shared_ptr<print::Document> document; ///< all copies; prints once
    QStringList numbers; ///< 発行番号, one a copy
    int feeYen = 0;
    quint64 logRow = 0;
};
enum class PrintResult { Printed, Failed, Spoiled };

/// PreviewCertificate, IssueCertificate, PrintOutcome.
class Certificates
{
public:
    virtual ~Certificates() = default;
    /// Pages with 見本 across; a logged view.
    virtual Answer<print::Preview> preview(VisitId visit, const certificates::Request &request) = 0;
    /// Checks in the order of municipal-facts.md 5.1, logs, takes one number a copy.
    virtual Answer<IssuedCertificate> issue(VisitId visit, const certificates::Request &request,
                                            const QString &printer) = 0;
    virtual Answer<> outcome(VisitId visit, const QStringList &numbers, PrintResult result) = 0;
};

/// The line a day-end sheet carries: where the log stands (design.md 4).
struct LogHead
{
    quint64 count = 0;
    QByteArray hash;
};

/// Everything a signed-in person can do. Ends with sign-out.
class Desk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual Clerk clerk() const = 0;
    [[nodiscard]] virtual Policy policy() const = 0;
    [[nodiscard]] virtual Status status() const = 0;
    [[nodiscard]] virtual QDate today() const = 0; ///< the register's day
    [[nodiscard]] virtual bool isLocked() const = 0;

    virtual Visits &visits() = 0;
    virtual FindPeople &findPeople() = 0;
    virtual ViewRecords &viewRecords() = 0;
    virtual Certificates &certificates() = 0;

    virtual void lock(LockReason reason) = 0;
    virtual Answer<> unlock(base::Secret password, base::Secret pin) = 0;
    virtual Answer<LogHead> signOut() = 0;

Q_SIGNALS:
    void statusChanged();
    void locked(desk::LockReason reason);
    void unlocked();
    /// First load or catching up: 0 to 100; 100 = done.
    void loadProgress(int percent);
};

} // namespace desk
