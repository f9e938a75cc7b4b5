#include "ui/certificates/procedures.h"

#include "desk/viewrecords.h"
#include "ui/certificates/certificatepage.h"

namespace certificates {

Procedures proceduresOf(desk::ViewRecords &records, desk::CertificateDesk &certificates,
                        const desk::VisitId &visit)
{
    return {.documents = certificates.identityDocuments(),
            .numbers = false,
            .household =
                [&records, visit](base::HouseholdId household) {
                    return records.household(visit, household);
                },
            .preview = [&certificates, visit](
                           const Request &request) { return certificates.preview(visit, request); },
            .issue =
                [&certificates, visit](const Request &request, const QString &printer) {
                    return certificates.issue(visit, request, printer);
                },
            .outcome =
                [&certificates, visit](const QStringList &numbers, desk::PrintResult result) {
                    return certificates.outcome(visit, numbers, result);
                }};
}

CertificatePage::CertificatePage(Desks desks, const Subject &subject, const PaperTarget &target,
                                 QWidget *parent)
    : CertificatePage(
          [&] {
              Procedures desk = proceduresOf(desks.records, desks.certificates, subject.visit);
              desk.numbers = desks.numbers;
              return desk;
          }(),
          subject, target, parent)
{
}

} // namespace certificates
