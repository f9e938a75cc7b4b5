#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "certificates/request.h"
#include "certificates/terms.h"
#include "residents/household.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

namespace certificates {

/// What the rules need to know beside the household and the request.
struct Circumstances
{
    QDate today;                ///< the register's day
    QDateTime now;              ///< UTC
    QDateTime restrictionsAsOf; ///< until when the 抑止 data is complete, UTC; invalid = never
    int restrictionsMaxAgeMinutes = 10; ///< policy (design.md 5)
    /// A place that this paper would print is where somebody lives who hides it: the register's
    /// answer left it out (municipal-facts.md 4.12).
    bool placeWithheld = false;
    /// An 異動 of somebody of the household waits as 仮登録: the paper shows the state before it.
    bool moveWaits = false;
};

/// One reason not to issue, or to look twice.
struct Finding
{
    base::ErrorCode code = base::ErrorCode::Unexpected;
    QString rule; ///< the article or rule in Japanese, e.g. 住民基本台帳法第12条の3第1項
    base::PersonId person; ///< 0 when it concerns the request
    bool operator==(const Finding &) const = default;
};

/// All refusals and warnings, in the order of municipal-facts.md 5.1: 抑止 - 仮登録 (a warning) -
/// 除票 - requester and items - identification. 転出予定 is no refusal: see content.h.
struct Judgement
{
    QList<Finding> refusals;
    QList<Finding> warnings; ///< 抑止 of level アラート; things the law lets the office weigh
    int feeYen = 0;          ///< for all copies
    [[nodiscard]] bool isAllowed() const { return refusals.isEmpty(); }
    /// The first refusal as an error; the rule stands in its detail.
    [[nodiscard]] base::Result<> outcome() const;
};

/// May this be issued? A pure function.
[[nodiscard]] Judgement judge(const residents::HouseholdRecord &household, const Request &request,
                              const Terms &terms, const Circumstances &circumstances);

/// The members a certificate of that day can show: 転出予定 whose day has come is out
/// (住民記録システム標準仕様書 1.1.5: 消除 on the earlier of planned day and 転入日).
[[nodiscard]] bool isResidentOn(const residents::Snapshot &snapshot, QDate day);

/// Only 氏名 (with furigana), 住所, 生年月日, 性別 by default (municipal-facts.md 5.3).
[[nodiscard]] constexpr bool isThirdParty(RequesterKind requester)
{
    return requester == RequesterKind::ThirdParty || requester == RequesterKind::Professional;
}

/// The article under which this requester asks: 住民基本台帳法第12条第1項 ... ; of 除票
/// 第15条の4第1項 ...
[[nodiscard]] QString articleOf(RequesterKind requester, FormKind form = FormKind::Household);

} // namespace certificates
