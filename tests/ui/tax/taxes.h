#pragma once

#include "desk/taxviews.h"

// Made-up assessments and ledgers for the tests of the tax tabs.
namespace taxes {

inline tax::Instalment ordinary(int number, QDate dueOn, qint64 yen)
{
    return {.collection = tax::Collection::Ordinary,
            .number = number,
            .month = dueOn.month(),
            .dueOn = dueOn,
            .yen = yen};
}

/// 給与収入 5,000,000; figures chosen to be read, not worked out by our own rules.
inline tax::Assessment worker()
{
    tax::Assessment one;
    one.person = {2000019};
    one.fiscalYear = 2026;
    one.municipality = QStringLiteral("109991");
    one.taxNumber = QStringLiteral("000123456");
    one.collectFrom = 1;
    one.collectTo = 4;
    one.changeKind = QStringLiteral("当初");
    one.changeReason = QStringLiteral("当初賦課");
    one.processedOn = {2026, 5, 29};
    one.amounts = {{26, 5000000}, {28, 3560000}, {37, 3560000}, {61, 3560000},  {77, 1},
                   {80, 1},       {87, 720000},  {91, 28000},   {94, 10000},    {95, 330000},
                   {98, 450000},  {102, 530000}, {112, 430000}, {113, 2498000}, {117, 1},
                   {121, 3},      {131, 1500},   {132, 1000},   {137, 12000},   {138, 8000},
                   {148, 50200},  {149, 3000},   {150, 33400},  {151, 1000},    {152, 88600}};
    one.instalments = {ordinary(1, {2026, 6, 30}, 22600), ordinary(2, {2026, 8, 31}, 22000),
                       ordinary(3, {2026, 11, 2}, 22000), ordinary(4, {2027, 2, 1}, 22000)};
    return one;
}

/// Every item of the catalogue holds something.
inline tax::Assessment everything()
{
    tax::Assessment one = worker();
    for (int item = 17; item <= 163; ++item)
        one.amounts[item] = 1000000 + item;
    for (const int flag : {68, 69, 70, 71, 72, 73, 74, 117, 118, 119, 120, 121, 122, 124, 125})
        one.amounts[flag] = 1;
    for (const int count : {75, 76, 77, 78, 79, 80, 81, 82, 126})
        one.amounts[count] = 2;
    one.recipientNumber = QStringLiteral("R-7788");
    one.employer = QStringLiteral("株式会社みどり野製作所");
    one.combined = true;
    one.changedFrom = 3;
    one.changeKind = QStringLiteral("更正");
    one.changeReason = QStringLiteral("医療費控除の追加");
    return one;
}

inline desk::TaxView view()
{
    desk::TaxView view;
    view.person = {2000019};
    tax::Assessment corrected = worker();
    corrected.history = 2;
    corrected.changedFrom = 3;
    corrected.changeKind = QStringLiteral("更正");
    corrected.changeReason = QStringLiteral("医療費控除の追加");
    corrected.processedOn = {2026, 9, 11};
    tax::Assessment before = worker();
    before.fiscalYear = 2025;
    before.collection = tax::Collection::SalaryWithheld;
    before.employer = QStringLiteral("株式会社みどり野製作所");
    before.instalments.clear();
    tax::Assessment undeclared;
    undeclared.fiscalYear = 2024;
    undeclared.undeclared = true;
    undeclared.municipality = QStringLiteral("109991");
    view.assessments = {{corrected,
                         {{QStringLiteral("instalments-sum"), 88600, 84600},
                          {QStringLiteral("year-tax"), 88600, 87600}}},
                        {worker(), {}},
                        {before, {}},
                        {undeclared, {}}};
    view.logRow = 1;
    return view;
}

inline desk::TaxExplanation explanation()
{
    desk::TaxExplanation one;
    one.assessment = view().assessments.first().assessment;
    tax::TaxComputation &worked = one.computation;
    worked.lines = {
        {QStringLiteral("salary-income"), 3560000, QStringLiteral("地方税法第313条第2項"),
         QStringLiteral("5,000,000 ÷ 4 × 3.2 − 440,000")},
        {QStringLiteral("total-income"), 3560000, QStringLiteral("地方税法第292条第1項第13号"), {}},
        {QStringLiteral("basic-deduction"), 430000, QStringLiteral("地方税法第314条の2第2項"), {}},
        {QStringLiteral("deductions"), 2498000, {}, {}},
        {QStringLiteral("taxable"), 1062000, QStringLiteral("地方税法第20条の4の2第1項"),
         QStringLiteral("3,560,000 − 2,498,000")},
        {QStringLiteral("city-income"), 50200, QStringLiteral("地方税法第314条の3"),
         QStringLiteral("1,062,000 × 6％ − 1,500 − 12,000")}};
    worked.totalIncomeYen = 3560000;
    worked.deductionsYen = 2498000;
    worked.taxableYen = 1062000;
    worked.cityIncomeYen = 50200;
    worked.prefectureIncomeYen = 33400;
    worked.cityFlatYen = 3000;
    worked.prefectureFlatYen = 1000;
    worked.forestYen = 1000;
    worked.yearYen = 88600;
    worked.outside = {QStringLiteral("spouse-band-unknown")};
    worked.tableVersion = QStringLiteral("0123456789abcdef");
    return one;
}

inline tax::Payment paid(QDate on, qint64 yen, tax::Channel channel)
{
    tax::Payment one;
    one.receivedOn = on;
    one.bookedOn = on.addDays(8);
    one.channel = channel;
    one.principalYen = yen;
    return one;
}

inline tax::LedgerRow row(tax::TaxKind kind, int year, int period, qint64 yen, QDate dueOn)
{
    tax::LedgerRow one;
    one.person = {2000019};
    one.kind = kind;
    one.fiscalYear = year;
    one.settlementYear = year;
    one.period = period;
    one.notice = QStringLiteral("%1%2000123").arg(year).arg(int(kind));
    one.chargedYen = yen;
    one.chargedAtFirstYen = yen;
    one.settledOn = {year, 6, 1};
    one.dueOn = dueOn;
    one.legalDueOn = dueOn;
    return one;
}

/// Paid twice, with a refund that is decided and one that was appropriated.
inline void addRefunds(tax::LedgerRow &one)
{
    tax::Refund refund;
    refund.number = QStringLiteral("還2025-0042");
    refund.foundOn = {2025, 9, 3};
    refund.reason = QStringLiteral("二重納付");
    refund.principalYen = 10000;
    refund.additionYen = 100;
    refund.state = tax::RefundState::Decided;
    refund.decidedOn = {2025, 9, 20};
    refund.noticeSentOn = {2025, 9, 22};
    refund.lapsesOn = {2030, 9, 22};
    refund.accountTail = QStringLiteral("1234");
    refund.bank = QStringLiteral("みどり野銀行　本店");
    tax::Refund elsewhere = refund;
    elsewhere.number = QStringLiteral("還2025-0043");
    elsewhere.state = tax::RefundState::Appropriated;
    elsewhere.principalYen = 12000;
    elsewhere.appropriatedTo = QStringLiteral("令和7年度　市県民税　第2期");
    one.refunds = {refund, elsewhere};
}

inline QList<tax::LedgerRow> rows()
{
    using tax::Channel;
    using tax::TaxKind;
    auto a1 = row(TaxKind::Resident, 2026, 1, 22600, {2026, 6, 30});
    a1.directDebit = true;
    a1.payments = {paid({2026, 6, 30}, 22600, Channel::DirectDebit)};
    auto a2 = row(TaxKind::Resident, 2026, 2, 22000, {2026, 8, 31});
    a2.directDebit = true;
    a2.debitFailure = QStringLiteral("資金不足");
    a2.demandSentOn = {2026, 9, 18};
    a2.demandFeeYen = 100;
    a2.reminderSentOn = {2026, 10, 20};
    a2.byInstalments = true;
    a2.payments = {paid({2026, 10, 5}, 5000, Channel::ConvenienceStore)};
    auto a3 = row(TaxKind::Resident, 2026, 3, 22000, {2026, 11, 2});
    a3.payments = {paid({2026, 11, 16}, 22000, Channel::Electronic)};
    a3.payments[0].preliminary = true;
    a3.payments[0].bookedOn = {};
    auto a4 = row(TaxKind::Resident, 2026, 4, 22000, {2027, 2, 1});
    auto c1 = row(TaxKind::LightVehicle, 2026, 1, 10800, {2026, 6, 1});
    c1.payments = {paid({2026, 5, 28}, 10800, Channel::Counter)};
    auto b1 = row(TaxKind::Resident, 2025, 1, 24000, {2025, 6, 30});
    b1.payments = {paid({2025, 6, 27}, 24000, Channel::Bank),
                   paid({2025, 8, 29}, 22000, Channel::ConvenienceStore)};
    addRefunds(b1);
    auto b2 = row(TaxKind::Resident, 2025, 2, 23000, {2025, 9, 1});
    b2.demandSentOn = {2025, 9, 19};
    b2.seizure = QStringLiteral("差押（預金）");
    b2.seizedFrom = {2026, 2, 10};
    b2.reliefs = {
        {tax::Relief::Postponed, {2025, 10, 1}, {2025, 12, 31}, QStringLiteral("地方税法第15条")}};
    b2.fixedLateChargeYen = 1200;
    b2.correctedOn = {2025, 12, 8};
    b2.chargedAtFirstYen = 30000;
    b2.correctionReason = QStringLiteral("扶養控除の追加");
    auto d1 = row(TaxKind::Resident, 2021, 4, 18000, {2022, 1, 31});
    d1.suspension =
        tax::Suspension{1, {2023, 5, 1}, {2023, 4, 28}, {2023, 5, 2}, {2026, 4, 30}, {}};
    d1.writeOff = tax::WriteOff{QStringLiteral("15条の7第4項"), {2026, 4, 30}, 2026, 18000};
    return {a1, a2, a3, a4, c1, b1, b2, d1};
}

inline desk::LedgerView ledger()
{
    desk::LedgerView view;
    view.person = {2000019};
    view.rows = rows();
    view.paymentsUpTo = {2026, 11, 13};
    tax::TaxpayerFile &file = view.file;
    file.sendTo = QStringLiteral("かすみ県あおば市朝日町一丁目５番６号");
    file.agent = QStringLiteral("髙𣘺　一郎");
    file.bank = QStringLiteral("みどり野銀行　本店");
    file.accountKind = QStringLiteral("普通");
    file.accountTail = QStringLiteral("1234");
    file.debitFrom = {2020, 6, 1};
    file.inCharge = QStringLiteral("徴収第一係　佐々木");
    file.pledgedOn = {2026, 10, 1};
    file.plan = {{{2026, 10, 5}, 5000, true}, {{2026, 11, 5}, 5000, false}};
    file.negotiations = {
        {{2026, 10, 1},
         QStringLiteral("窓口"),
         QStringLiteral("本人"),
         QStringLiteral("収入が減ったため月5,000円ずつの分納を希望。納税誓約書を受理した。"),
         QStringLiteral("佐々木")},
        {{2026, 9, 28},
         QStringLiteral("電話"),
         QStringLiteral("配偶者"),
         QStringLiteral("本人から折り返すとのこと。"),
         QStringLiteral("佐々木")}};
    file.properties = {
        {QStringLiteral("預金"), QStringLiteral("みどり野銀行　普通預金"), {2026, 2, 2}}};
    file.prescribesOn = {2030, 9, 19};
    return view;
}

inline desk::LateChargeView lateCharge()
{
    desk::LateChargeView view;
    // collections.md 2.1, vector 1: 65,000 yen, due 2021-05-31, paid 2022-01-31.
    view.row = rows().at(1);
    view.payOn = {2026, 11, 20};
    view.unpaidYen = 65000;
    view.working.lines = {
        {{2021, 6, 1}, {2021, 6, 30}, 30, 65000, 250, 133, QStringLiteral("first-month")},
        {{2021, 7, 1}, {2021, 12, 31}, 184, 65000, 880, 2883, QStringLiteral("later")},
        {{2022, 1, 1}, {2022, 1, 31}, 31, 65000, 870, 480, QStringLiteral("later")}};
    view.working.sumYen = 3496;
    view.working.chargeYen = 3400;
    view.working.tableVersion = QStringLiteral("89abcdef01234567");
    return view;
}

} // namespace taxes
