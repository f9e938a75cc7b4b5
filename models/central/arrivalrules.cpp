#include "central/entryrules.h"

#include <algorithm>

// What a 転入 brings along, as it travels; office.arrival_fault says the same.
namespace central {

using calendar::PartialDate;
using residents::Move;
using residents::Snapshot;
using Place = residents::MoveTraits::Place;
using namespace Qt::StringLiterals;

namespace {

constexpr int textLength = 100; ///< of a name, a reading, a 在留資格
constexpr int placeLength = 200;
constexpr int dateLength = 40; ///< of a date as the document bears it

/// None, an ordinary day, or one known in part whose days stand in their order.
bool isDate(const PartialDate &date, bool needed)
{
    if (date == PartialDate())
        return !needed;
    if (date.precision == calendar::Precision::Day && date.text.isEmpty())
        return isDay(date.earliest) && date.latest == date.earliest;
    if (isBlank(date.text) || !fits(date.text, dateLength))
        return false;
    if (!date.earliest.isValid() && !date.latest.isValid())
        return true;
    return isDay(date.earliest) && isDay(date.latest) && date.earliest <= date.latest;
}

bool isReading(const residents::Reading &reading)
{
    return fits(reading.kana, textLength) &&
           reading.kana.isEmpty() == (reading.state == residents::ReadingState::NotPublic);
}

bool isName(const residents::PersonName &name)
{
    const QStringList texts{name.family, name.given,     name.searchKana,  name.latin,
                            name.alias,  name.aliasKana, name.formerFamily};
    return !isBlank(residents::fullName(name)) && isReading(name.familyReading) &&
           isReading(name.givenReading) && isReading(name.formerFamilyReading) &&
           std::all_of(texts.begin(), texts.end(),
                       [](const QString &text) { return fits(text, textLength); });
}

bool areForeign(const residents::ForeignItems &items)
{
    const auto isNoneOrDay = [](QDate day) { return !day.isValid() || isDay(day); };
    return !isBlank(items.nationality) && fits(items.nationality, textLength) &&
           isDate(items.becameForeignResident.on, false) &&
           isNoneOrDay(items.becameForeignResident.notifiedOn) &&
           fits(items.statusOfResidence, textLength) && fits(items.periodOfStay, textLength) &&
           isNoneOrDay(items.expiresOn);
}

bool isNewcomer(const Snapshot &newcomer, base::PersonId person)
{
    const bool isForeign = newcomer.kind == residents::Kind::Foreign;
    return newcomer == residents::identityOf(newcomer) && newcomer.id.person == person &&
           isName(newcomer.name) && isDate(newcomer.bornOn, true) &&
           newcomer.foreign.has_value() == isForeign &&
           (!newcomer.foreign || areForeign(*newcomer.foreign)) &&
           fits(newcomer.registeredDomicile, placeLength) &&
           fits(newcomer.domicileHead, textLength);
}

} // namespace

QLatin1StringView wrongArrival(const Move &move)
{
    const bool comes = residents::traitsOf(move.kind).ofNewcomers;
    if (move.newcomers.size() != (comes ? move.movers.size() : 0))
        return "newcomers"_L1;
    for (qsizetype i = 0; i < move.newcomers.size(); ++i) {
        if (!isNewcomer(move.newcomers.at(i), move.movers.at(i).person))
            return "newcomers"_L1;
    }
    if (!wrongField(move.formerAddress, comes ? Place::Elsewhere : Place::None).isEmpty())
        return "formerAddress"_L1;
    // R-ACQ-02; 住民基本台帳法 第22条第2項.
    return move.certificate == comes ? QLatin1StringView() : "certificate"_L1;
}

} // namespace central
