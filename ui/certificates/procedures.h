#pragma once

#include "base/ids.h"
#include "desk/certificatedesk.h"
#include "desk/record.h"

#include <functional>

namespace desk {
class ViewRecords;
}

namespace certificates {

/// What the page needs from the desk, in one visit.
struct Procedures
{
    QList<desk::IdentityDocument> documents; ///< accepted today
    /// Right::RevealNumber: 個人番号 and 住民票コード can be asked for.
    bool numbers = false;
    std::function<desk::Answer<desk::HouseholdView>(base::HouseholdId)> household;
    std::function<desk::Answer<desk::CertificatePreview>(const Request &)> preview;
    std::function<desk::Answer<desk::IssuedCertificate>(const Request &, const QString &printer)>
        issue;
    std::function<desk::Answer<>(const QStringList &numbers, desk::PrintResult result)> outcome;
};

/// Both desks outlive the page.
[[nodiscard]] Procedures proceduresOf(desk::ViewRecords &records,
                                      desk::CertificateDesk &certificates,
                                      const desk::VisitId &visit);

} // namespace certificates
