#pragma once

#include "models/desk/fileworld.h"

#include <functional>

namespace counterwork {

inline const desk::Rights all = desk::Rights(desk::Right::ViewTax) | desk::Right::ExplainTax |
                                desk::Right::ViewLedger | desk::Right::LateCharge |
                                desk::Right::ViewPension;
/// When the late charge is asked for, and for what.
inline const QDate payDay(2026, 11, 2);
inline const int firstBill = tax::ledgerKey(tax::TaxKind::Resident, 2026, 1);

/// A procedure, and what its row must say.
struct Procedure
{
    const char *name;
    const char *file;
    const char *purpose; ///< one that fits
    const char *misfit;  ///< one of another work
    desk::Right right;
    std::function<base::ErrorCode(desk::ViewTax &, const desk::FileRequest &)> open;
};

[[nodiscard]] inline QList<Procedure> procedures()
{
    const auto taxFile = "個人住民税賦課情報ファイル";
    const auto ledgerFile = "収納情報ファイル";
    return {
        {"ViewTax", taxFile, "tax", "payment", desk::Right::ViewTax,
         [](auto &desk, const auto &request) { return codeOf(desk.tax(request).result()); }},
        {"ViewLedger", ledgerFile, "arrears", "tax", desk::Right::ViewLedger,
         [](auto &desk, const auto &request) { return codeOf(desk.ledger(request).result()); }},
        {"ViewPension", "国民年金資格情報ファイル", "exemption", "tax", desk::Right::ViewPension,
         [](auto &desk, const auto &request) { return codeOf(desk.pension(request).result()); }},
        {"CalculateLateCharge", ledgerFile, "payment", "pension", desk::Right::LateCharge,
         [](auto &desk, const auto &request) {
             return codeOf(desk.lateCharge(request, firstBill, payDay).result());
         }},
        {"ExplainTax", taxFile, "taxreturn", "refund", desk::Right::ExplainTax,
         [](auto &desk, const auto &request) {
             return codeOf(desk.explain(request, 2026, 2).result());
         }},
        {"ViewHouseholdFiles", "住民基本台帳ファイル", "pension", "certificate",
         desk::Right::ViewPension, [](auto &desk, const auto &request) {
             return codeOf(desk.neededMembers(request).result());
         }}};
}

} // namespace counterwork
