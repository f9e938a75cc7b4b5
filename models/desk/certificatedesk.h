#pragma once

#include "certificates/request.h"
#include "certificates/rules.h"
#include "desk/answer.h"
#include "desk/visit.h"
#include "journal/journal.h"
#include "print/document.h"
#include "print/layout.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace desk {

class Counter;

/// A document by which somebody at the counter is known (resources/tables/identity.csv).
struct IdentityDocument
{
    QString code;
    QString words; ///< Japanese, as the table has it
    int kind = 1;  ///< 1: one is enough; 2: two are needed
};

/// What would be printed, with all that speaks against it or should be looked at twice.
struct CertificatePreview
{
    print::Preview pages;                  ///< 見本 across
    QList<certificates::Finding> refusals; ///< issue() would answer the first
    QList<certificates::Finding> warnings;
    QList<print::Problem> problems; ///< missing glyphs, texts that do not fit
    int feeYen = 0;
    quint64 logRow = 0;
};

/// A certificate that was issued: logged, numbered, ready to be printed once.
struct IssuedCertificate
{
    std::shared_ptr<print::Document> document; ///< all copies
    QStringList numbers;                       ///< 発行番号, one a copy
    int feeYen = 0;
    quint64 logRow = 0;
};
/// What became of the paper.
using PrintResult = journal::IssueState;

/// PreviewCertificate, IssueCertificate, PrintOutcome.
class CertificateDesk final
{
public:
    explicit CertificateDesk(Counter &counter);
    /// Accepted today, in table order.
    [[nodiscard]] QList<IdentityDocument> identityDocuments() const;
    /// A logged view. A household that may not be shown to this person, or that a restriction
    /// refuses, answers no pages but the refusal as the error.
    [[nodiscard]] Answer<CertificatePreview> preview(VisitId visit,
                                                     const certificates::Request &request);
    /// Checks in the order of municipal-facts.md 5.1, then takes one number a copy and writes the
    /// log row in one transaction. With 個人番号 or 住民票コード (Right::RevealNumber) these come
    /// from the register when all else is well: RegisterUnreachable, NumberUnknown.
    [[nodiscard]] Answer<IssuedCertificate>
    issue(VisitId visit, const certificates::Request &request, const QString &printer);
    [[nodiscard]] Answer<> outcome(VisitId visit, const QStringList &numbers, PrintResult result);

private:
    class Working;
    Counter &m_counter;
};

} // namespace desk
