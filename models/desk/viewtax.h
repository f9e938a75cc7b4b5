#pragma once

#include "desk/answer.h"
#include "desk/charts.h"
#include "desk/taxviews.h"
#include "desk/visit.h"

#include <QString>

#include <optional>

namespace desk {

class Counter;

/// What a tax or pension tab is opened with.
struct FileRequest
{
    VisitId visit{};
    base::PersonId person{};
    QString reason{};     ///< as ViewRecords: empty at first
    QString purpose{};    ///< code of a purpose that fits the file; empty = that of the visit
    CallerCheck caller{}; ///< on the telephone
};

/// ViewTax, ViewLedger, ViewPension, CalculateLateCharge, ExplainTax, ViewHouseholdFiles. Each
/// needs its own right (RightMissing; 地方税法 第22条), a purpose whose scope fits the file
/// (PurposeMissing: ask again), on the telephone the caller's identity (CallerUnknown), and for a
/// protected person what ViewRecords needs. One log row for each person, naming the
/// 特定個人情報ファイル. Every refusal is a row too; a
/// question back, where nothing was given yet, is none.
class ViewTax final
{
public:
    explicit ViewTax(Counter &counter);
    [[nodiscard]] Answer<TaxView> tax(const FileRequest &request);
    [[nodiscard]] Answer<LedgerView> ledger(const FileRequest &request);
    [[nodiscard]] Answer<PensionView> pension(const FileRequest &request);
    /// `key`: tax::ledgerKey. ArgumentWrong for a row that is not there and without a day;
    /// TableYearMissing when a year in between has no rate.
    [[nodiscard]] Answer<LateChargeView> lateCharge(const FileRequest &request, int key,
                                                    QDate payOn);
    /// ArgumentWrong for an assessment that is not there; TableYearMissing for a 年度 the tables do
    /// not hold.
    [[nodiscard]] Answer<TaxExplanation> explain(const FileRequest &request, int fiscalYear,
                                                 int history);
    /// Who lives with the person, without anything of the files: those needed are opened one by
    /// one, a row each. Needs a right to one of the files (RightMissing).
    [[nodiscard]] Answer<HouseholdFiles> neededMembers(const FileRequest &request);
    /// PrintArrears, PrintTimeline: the picture on paper, a print row each, with the gate of the
    /// file it is drawn from. PrinterMissing; TextOverflows, GlyphMissing for the name.
    [[nodiscard]] Answer<ChartPaper> printChart(const FileRequest &request,
                                                const ChartOrder &order);
    /// What became of it: without a problem it came out.
    [[nodiscard]] Answer<> chartPrinted(const FileRequest &request, Chart chart,
                                        std::optional<base::ErrorCode> problem);
    /// Purposes that fit a scope: "tax", "collection" or "pension".
    [[nodiscard]] QList<Purpose> purposesFor(const QString &scope) const;

private:
    class Reading;
    Counter &m_counter;
};

} // namespace desk
