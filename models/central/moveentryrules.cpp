#include "central/entryrules.h"

#include <algorithm>

// What an 異動 may hold as it travels; office.move_fault says the same.
namespace central {

using residents::MemberChange;
using residents::Move;
using Place = residents::MoveTraits::Place;
using namespace Qt::StringLiterals;

namespace {

constexpr int nameLength = 100;
constexpr int documentsAtMost = 10;
constexpr int wordsAtMost = 40; ///< of a code, a paper's number, a 続柄; and so many アラート
constexpr int placeLength = 60;
constexpr int buildingLength = 100;
constexpr qsizetype addressCodeLength = 11;

bool allFit(const QStringList &texts, int most)
{
    return texts.size() <= most && std::all_of(texts.begin(), texts.end(), [](const QString &text) {
               return fits(text, wordsAtMost);
           });
}

bool areChanges(const QList<MemberChange> &changes, int firstVersion)
{
    return std::all_of(changes.begin(), changes.end(), [firstVersion](const MemberChange &change) {
        return change.person.value > 0 && change.baseVersion >= firstVersion &&
               fits(change.relationship, wordsAtMost);
    });
}

QLatin1StringView wrongNotice(const Move &move)
{
    const residents::Notifier &notifier = move.notifier;
    const bool ofTheOffice = residents::traitsOf(move.kind).ofTheOffice;
    if (!isDay(move.happenedOn))
        return "happenedOn"_L1;
    if (!isDay(move.notifiedOn))
        return "notifiedOn"_L1;
    if ((notifier.kind == residents::NotifierKind::Office) != ofTheOffice)
        return "notifierKind"_L1;
    if (!fits(notifier.name, nameLength))
        return "notifierName"_L1;
    // R-ACQ-01: nobody gives notice of an 異動 without a record of the 本人確認.
    if ((!ofTheOffice && notifier.documents.isEmpty() && !notifier.questioned) ||
        !allFit(notifier.documents, documentsAtMost))
        return "documents"_L1;
    return fits(move.paper, wordsAtMost) ? QLatin1StringView() : "paper"_L1;
}

QLatin1StringView wrongHousehold(const Move &move)
{
    const residents::MoveTraits &traits = residents::traitsOf(move.kind);
    if (move.from.id.value <= 0)
        return "from"_L1;
    if (move.from.baseVersion < (traits.ofNewcomers ? 0 : 1))
        return "fromVersion"_L1;
    const bool another = traits.place == Place::Here && !traits.ofNewcomers;
    if (move.to.id.value <= 0 || (!another && move.to.id != move.from.id))
        return "to"_L1;
    if (move.to.baseVersion < 0 ||
        (move.to.id == move.from.id && move.to.baseVersion != move.from.baseVersion))
        return "toVersion"_L1;
    return {};
}

QLatin1StringView wrongPeople(const Move &move)
{
    const auto named = [](const QList<MemberChange> &changes, base::PersonId person) {
        return std::count_if(changes.begin(), changes.end(), [person](const MemberChange &change) {
            return change.person == person;
        });
    };
    const int firstVersion = residents::traitsOf(move.kind).ofNewcomers ? 0 : 1;
    if (move.movers.isEmpty() || move.movers.size() > residents::mostMovers ||
        !areChanges(move.movers, firstVersion) || named(move.movers, move.person) == 0)
        return "movers"_L1;
    const auto once = [&](const MemberChange &change) {
        return named(move.movers, change.person) + named(move.others, change.person) == 1;
    };
    const bool mayName = residents::traitsOf(move.kind).anotherLife || move.others.isEmpty();
    if (!mayName || move.others.size() > residents::mostMovers || !areChanges(move.others, 1) ||
        !std::all_of(move.movers.begin(), move.movers.end(), once) ||
        !std::all_of(move.others.begin(), move.others.end(), once))
        return "others"_L1;
    return {};
}

} // namespace

QLatin1StringView wrongField(const residents::Address &address, Place place)
{
    const bool isHere = place == Place::Here;
    const bool mayBeEmpty = place == Place::ElsewhereIfKnown || place == Place::None;
    if (mayBeEmpty && address == residents::Address())
        return {};
    const bool digits = std::all_of(address.code.begin(), address.code.end(),
                                    [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (isHere ? address.code.size() != addressCodeLength || !digits : !address.code.isEmpty())
        return "code"_L1;
    if (!address.postalCode.isEmpty() && !isPostalCode(address.postalCode))
        return "postalCode"_L1;
    if (place == Place::None || (!isHere && isBlank(address.municipality)) ||
        !fits(address.municipality, placeLength))
        return "municipality"_L1;
    if ((isHere && isBlank(address.town)) || !fits(address.town, placeLength))
        return "town"_L1;
    if ((isHere && isBlank(address.lot)) || !fits(address.lot, placeLength))
        return "lot"_L1;
    if (!fits(address.building, buildingLength))
        return "building"_L1;
    return {};
}

QLatin1StringView wrongField(const Move &move)
{
    if (move.person.value <= 0)
        return "person"_L1;
    if (move.kind >= residents::MoveKind::Count)
        return "kind"_L1;
    for (const auto field : {wrongNotice(move), wrongHousehold(move),
                             wrongField(move.address, residents::traitsOf(move.kind).place),
                             wrongPeople(move), wrongArrival(move)}) {
        if (!field.isEmpty())
            return field;
    }
    return allFit(move.acknowledged, wordsAtMost) ? QLatin1StringView() : "acknowledged"_L1;
}

} // namespace central
