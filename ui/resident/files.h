#pragma once

#include "desk/clerk.h"
#include "desk/viewtax.h"

#include <QDate>

#include <functional>

namespace resident {

/// The files beside the resident record, each a tab of its own and a right of its own.
enum class File { Tax, Ledger, Pension };

/// What the tabs of tax, ledger and pension need from the desk, bound to one visit. Each call is a
/// view of its own in the log.
struct Files
{
    desk::Rights rights;    ///< without the right the tab does not exist
    bool telephone = false; ///< no address is shown
    QDate today;
    std::function<desk::Answer<desk::TaxView>(const desk::FileRequest &)> tax;
    std::function<desk::Answer<desk::LedgerView>(const desk::FileRequest &)> ledger;
    std::function<desk::Answer<desk::PensionView>(const desk::FileRequest &)> pension;
    std::function<desk::Answer<desk::LateChargeView>(const desk::FileRequest &, int key, QDate)>
        lateCharge;
    std::function<desk::Answer<desk::TaxExplanation>(const desk::FileRequest &, int fiscalYear,
                                                     int history)>
        explain;
    std::function<desk::Answer<desk::HouseholdFiles>(const desk::FileRequest &)> members;
    std::function<QList<desk::Purpose>(const QString &scope)> purposesFor;
    std::function<desk::Answer<desk::ChartPaper>(const desk::FileRequest &,
                                                 const desk::ChartOrder &)>
        printChart;
    std::function<desk::Answer<>(const desk::FileRequest &, desk::Chart,
                                 std::optional<base::ErrorCode> problem)>
        chartPrinted;
    std::function<QString()> paperTo; ///< a printer's name, or a .pdf file in training
};

[[nodiscard]] Files filesOf(desk::ViewTax &procedures, const desk::Visit &visit,
                            desk::Rights rights, QDate today);
/// The files whose tab the rights allow, in the order of the tabs.
[[nodiscard]] QList<File> filesFor(desk::Rights rights);
/// The scope of the purposes that fit: "tax", "collection", "pension".
[[nodiscard]] QString scopeOf(File file);
[[nodiscard]] QString fileWords(File file);
/// The key that shows the tab.
[[nodiscard]] int keyOf(File file);

} // namespace resident
