#include "certificates/rules.h"

#include "residents/identification.h"

#include <algorithm>

namespace certificates {
namespace {

using base::ErrorCode;
using residents::Restriction;
using residents::RestrictionKind;
using residents::RestrictionLevel;

/// 利用目的 must be concrete (municipal-facts.md 5.3): a word or two of fewer characters never is.
constexpr int leastUseLength = 4;
constexpr int mostCopies = 20;

QString ruleOf(RestrictionKind kind)
{
    switch (kind) {
    case RestrictionKind::Support:
        return QStringLiteral("支援措置（住民基本台帳事務処理要領第5の10）");
    case RestrictionKind::ProvisionalSupport:
        return QStringLiteral("仮支援措置（住民基本台帳事務処理要領第5の10）");
    case RestrictionKind::Litigation:
        return QStringLiteral("発行抑止（訴訟・本人申出）");
    case RestrictionKind::Investigation:
        return QStringLiteral("発行抑止（職権調査中）");
    case RestrictionKind::CardLost:
        return QStringLiteral("発行抑止（カード紛失）");
    case RestrictionKind::DeathPending:
        return QStringLiteral("発行抑止（死亡届受理前）");
    case RestrictionKind::Other:
        break;
    }
    return QStringLiteral("発行抑止（その他）");
}

bool isChosen(const Request &request, base::PersonId person)
{
    return request.persons.contains(person);
}

void judgeRestriction(const Restriction &restriction, const residents::PersonRecord &record,
                      bool chosen, Judgement &judgement)
{
    const base::PersonId person = record.snapshot.id.person;
    // One paper shows the address of the whole household: a protected member stops it for all.
    const bool concerns = chosen || restriction.hidesAddress;
    const Finding finding{ErrorCode::RefusedRestriction, ruleOf(restriction.kind), person};
    if (!concerns || restriction.certificate == RestrictionLevel::None)
        return;
    auto &list =
        restriction.certificate == RestrictionLevel::Stop ? judgement.refusals : judgement.warnings;
    if (!list.contains(finding))
        list.append(finding);
}

void judgeRestrictions(const residents::HouseholdRecord &household, const Request &request,
                       const Circumstances &circumstances, Judgement &judgement)
{
    for (const auto *list : {&household.members, &household.formerMembers}) {
        for (const auto &record : *list) {
            const bool chosen = isChosen(request, record.snapshot.id.person);
            if (list == &household.formerMembers && !chosen)
                continue;
            for (const auto &restriction : record.restrictions) {
                if (residents::isInForce(restriction, circumstances.today))
                    judgeRestriction(restriction, record, chosen, judgement);
            }
        }
    }
    const auto asOf = circumstances.restrictionsAsOf;
    const qint64 limit = qint64(circumstances.restrictionsMaxAgeMinutes) * 60;
    if (!asOf.isValid() || asOf.secsTo(circumstances.now) > limit)
        judgement.refusals.append({ErrorCode::RestrictionsOld,
                                   QStringLiteral("抑止情報は%1分以内のものによる")
                                       .arg(circumstances.restrictionsMaxAgeMinutes),
                                   {}});
}

const residents::PersonRecord *recordOf(const residents::HouseholdRecord &household,
                                        base::PersonId person)
{
    for (const auto *list : {&household.members, &household.formerMembers}) {
        for (const auto &record : *list) {
            if (record.snapshot.id.person == person)
                return &record;
        }
    }
    return nullptr;
}

void judgePersons(const residents::HouseholdRecord &household, const Request &request, QDate today,
                  Judgement &judgement)
{
    const bool removedWanted = request.form == FormKind::Removed;
    for (const auto &person : request.persons) {
        const auto *record = recordOf(household, person);
        const bool present = record && isResidentOn(record->snapshot, today);
        if (!record)
            judgement.refusals.append(
                {ErrorCode::ResidentUnknown, QStringLiteral("世帯員でない"), person});
        else if (!present && !removedWanted)
            judgement.refusals.append(
                {ErrorCode::RefusedRemoved,
                 QStringLiteral("除票の写しによる（住民基本台帳法第15条の4）"), person});
        else if (present && removedWanted)
            judgement.refusals.append({ErrorCode::ResidentUnknown,
                                       QStringLiteral("消除されていない方に除票はない"), person});
    }
    if (isForOnePerson(request.form) && request.persons.size() > 1)
        judgement.refusals.append(
            {ErrorCode::NobodyChosen, QStringLiteral("個人票・除票は一人ずつ作る"), {}});
}

/// 第15条の4 gives the right to him whose 除票 it is; who lived with him asks as 第三者. The dead
/// ask nothing, and nobody asks for them.
void judgeRemovedRequester(const residents::HouseholdRecord &household, const Request &request,
                           Judgement &judgement)
{
    const QString article = articleOf(request.requester, request.form);
    const auto refuse = [&judgement, &article](const QString &why, base::PersonId person) {
        judgement.refusals.append({ErrorCode::RefusedRequester, article + why, person});
    };
    if (request.requester == RequesterKind::SameHousehold)
        refuse(QStringLiteral("（本人に限る。同一世帯だった方は第3項により請求する）"), {});
    const bool asHimself =
        request.requester == RequesterKind::Self || request.requester == RequesterKind::Agent;
    for (const auto &person : request.persons) {
        const auto *record = recordOf(household, person);
        if (asHimself && record && record->snapshot.state == residents::State::Died)
            refuse(QStringLiteral("（死亡した方の除票は、相続人等が第3項により請求する）"), person);
    }
}

/// What is beyond 基礎証明事項.
void judgeItems(const Request &request, Judgement &judgement)
{
    if (request.form == FormKind::Household && request.items.testFlag(Item::History))
        judgement.refusals.append({ErrorCode::RefusedItems,
                                   QStringLiteral("履歴は個人票による（住民記録システム標準仕様書 "
                                                  "様式）"),
                                   {}});
    if (asksNumbers(request.items)) {
        // Who comes for somebody is not handed a copy that bears them (municipal-facts.md 5.3).
        const bool himself = request.requester == RequesterKind::Self ||
                             request.requester == RequesterKind::SameHousehold;
        if (!himself || request.form == FormKind::Removed)
            judgement.refusals.append(
                {ErrorCode::RefusedItems,
                 QStringLiteral("個人番号・住民票コードは、本人・同一世帯の方への住民票の写しに限る"
                                "（住民基本台帳法第12条第5項）"),
                 {}});
    }
    if (!isThirdParty(request.requester) || request.items == Items{})
        return;
    // A 特定事務受任者 states on the 統一用紙 what more he needs and why: the office weighs it.
    // Others are refused here (municipal-facts.md 5.3). Of a 除票 it is weighed for everybody: an
    // heir needs 本籍 to prove the succession (第12条の3第7項, 第15条の4第5項).
    const bool weighed =
        request.requester == RequesterKind::Professional || request.form == FormKind::Removed;
    auto &list = weighed ? judgement.warnings : judgement.refusals;
    list.append({ErrorCode::RefusedItems, articleOf(request.requester, request.form), {}});
}

void judgeRequester(const residents::HouseholdRecord &household, const Request &request,
                    QDate today, Judgement &judgement)
{
    const QString article = articleOf(request.requester, request.form);
    const auto present = std::count_if(household.members.begin(), household.members.end(),
                                       [today](const residents::PersonRecord &record) {
                                           return isResidentOn(record.snapshot, today);
                                       });
    // Who lives alone has nobody 同一の世帯に属する.
    if (request.form == FormKind::Removed)
        judgeRemovedRequester(household, request, judgement);
    else if (request.requester == RequesterKind::SameHousehold && present < 2)
        judgement.refusals.append({ErrorCode::RefusedRequester, article, {}});
    if (request.requester != RequesterKind::Self && request.requesterName.trimmed().isEmpty())
        judgement.refusals.append({ErrorCode::RequesterIncomplete, article, {}});
    if (isThirdParty(request.requester) && request.useOf.trimmed().size() < leastUseLength)
        judgement.refusals.append({ErrorCode::RequesterIncomplete, article, {}});
    judgeItems(request, judgement);
    if (isThirdParty(request.requester) && request.persons.size() > 1)
        judgement.warnings.append({ErrorCode::RefusedItems, article, {}});
}

void judgeIdentification(const Request &request, const Terms &terms, Judgement &judgement)
{
    // 口頭質問 asks what only the person knows: it cannot identify a stranger to the household.
    const bool questioned =
        request.identification.questioned && (request.requester == RequesterKind::Self ||
                                              request.requester == RequesterKind::SameHousehold);
    if (questioned ||
        residents::identify(request.identification.documents, terms.identityClasses()))
        return;
    QString rule = QStringLiteral("住民基本台帳法第12条第3項");
    if (request.requester == RequesterKind::Official)
        rule = QStringLiteral("住民基本台帳法第12条の2第3項");
    else if (isThirdParty(request.requester))
        rule = QStringLiteral("住民基本台帳法第12条の3第5項");
    if (request.form == FormKind::Removed)
        rule = QStringLiteral("住民基本台帳法第15条の4第5項（本人確認）");
    judgement.refusals.append({ErrorCode::RequesterIncomplete, rule, {}});
}

} // namespace

bool isResidentOn(const residents::Snapshot &snapshot, QDate day)
{
    if (!residents::isPresent(snapshot.state))
        return false;
    const auto &planned = snapshot.plannedDestination;
    return snapshot.state != residents::State::MoveOutPlanned || !planned ||
           !planned->on.isValid() || day < planned->on;
}

QString articleOf(RequesterKind requester, FormKind form)
{
    if (form == FormKind::Removed) {
        int paragraph = 1;
        if (requester == RequesterKind::Official)
            paragraph = 2;
        else if (isThirdParty(requester))
            paragraph = requester == RequesterKind::ThirdParty ? 3 : 4;
        return QStringLiteral("住民基本台帳法第15条の4第%1項").arg(paragraph);
    }
    switch (requester) {
    case RequesterKind::Self:
    case RequesterKind::SameHousehold:
        return QStringLiteral("住民基本台帳法第12条第1項");
    case RequesterKind::Agent:
        return QStringLiteral("住民基本台帳法第12条第4項");
    case RequesterKind::Official:
        return QStringLiteral("住民基本台帳法第12条の2第1項");
    case RequesterKind::ThirdParty:
        return QStringLiteral("住民基本台帳法第12条の3第1項");
    case RequesterKind::Professional:
        break;
    }
    return QStringLiteral("住民基本台帳法第12条の3第2項");
}

base::Result<> Judgement::outcome() const
{
    if (refusals.isEmpty())
        return {};
    return base::fail(refusals.first().code, refusals.first().rule);
}

Judgement judge(const residents::HouseholdRecord &household, const Request &request,
                const Terms &terms, const Circumstances &circumstances)
{
    Judgement judgement;
    judgement.feeYen = terms.feeYen(request.requester, request.form) * std::max(request.copies, 0);
    if (request.persons.isEmpty())
        judgement.refusals.append({ErrorCode::NobodyChosen, QStringLiteral("世帯員を選ぶ"), {}});
    if (circumstances.placeWithheld)
        judgement.refusals.append(
            {ErrorCode::RefusedRestriction,
             QStringLiteral("支援措置の対象者の住所を含む（住民基本台帳事務処理要領第5の10）"),
             {}});
    judgeRestrictions(household, request, circumstances, judgement);
    if (circumstances.moveWaits)
        judgement.warnings.append({ErrorCode::EntryPending, QStringLiteral("仮登録"), {}});
    if (!terms.has(request.form))
        judgement.refusals.append(
            {ErrorCode::TableYearMissing, QStringLiteral("この様式の文言・手数料の表がない"), {}});
    judgePersons(household, request, circumstances.today, judgement);
    judgeRequester(household, request, circumstances.today, judgement);
    judgeIdentification(request, terms, judgement);
    if (request.copies < 1 || request.copies > mostCopies)
        judgement.refusals.append({ErrorCode::ConditionUnreadable,
                                   QStringLiteral("通数は1から%1まで").arg(mostCopies),
                                   {}});
    return judgement;
}

} // namespace certificates
