#include "ui/resident/files.h"

namespace resident {

Files filesOf(desk::ViewTax &procedures, const desk::Visit &visit, desk::Rights rights, QDate today)
{
    const auto in = [id = visit.id](desk::FileRequest request) {
        request.visit = id;
        return request;
    };
    using desk::FileRequest;
    desk::ViewTax *desk = &procedures; // lives as long as the visit's pages
    return {
        .rights = rights,
        .telephone = visit.opening.caller == desk::Caller::Telephone,
        .today = today,
        .tax = [desk, in](const FileRequest &request) { return desk->tax(in(request)); },
        .ledger = [desk, in](const FileRequest &request) { return desk->ledger(in(request)); },
        .pension = [desk, in](const FileRequest &request) { return desk->pension(in(request)); },
        .lateCharge = [desk, in](const FileRequest &request, int key,
                                 QDate payOn) { return desk->lateCharge(in(request), key, payOn); },
        .explain = [desk,
                    in](const FileRequest &request, int fiscalYear,
                        int history) { return desk->explain(in(request), fiscalYear, history); },
        .members = [desk,
                    in](const FileRequest &request) { return desk->neededMembers(in(request)); },
        .purposesFor = [desk](const QString &scope) { return desk->purposesFor(scope); },
        .printChart =
            [desk, in](const FileRequest &request, const desk::ChartOrder &order) {
                return desk->printChart(in(request), order);
            },
        .chartPrinted =
            [desk, in](const FileRequest &request, desk::Chart chart,
                       std::optional<base::ErrorCode> problem) {
                return desk->chartPrinted(in(request), chart, problem);
            },
        .paperTo = {}};
}

} // namespace resident
