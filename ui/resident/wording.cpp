#include "ui/resident/wording.h"

#include "calendar/eras.h"
#include "ui/words/words.h"

#include <QCoreApplication>

using residents::Kind;
using residents::Snapshot;

namespace resident {

namespace {

/// Gives the items a translation context of their own.
struct Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

QString partWords(const residents::Reading &reading)
{
    switch (reading.state) {
    case residents::ReadingState::Notified:
        return Wording::tr("%1 (notified)", "furigana").arg(reading.kana);
    case residents::ReadingState::ExOfficio:
        return Wording::tr("%1 (ex officio)", "furigana").arg(reading.kana);
    case residents::ReadingState::NotPublic:
        break;
    }
    return Wording::tr("(not public yet)");
}

} // namespace

QString dateWords(const calendar::PartialDate &date, Kind kind)
{
    return calendar::display(date, kind == Kind::Foreign ? calendar::Reckoning::Western
                                                         : calendar::Reckoning::Wareki);
}

QString dateWords(QDate day, Kind kind)
{
    return day.isValid() ? dateWords(calendar::PartialDate::on(day), kind) : QString();
}

QString readingWords(const Snapshot &person)
{
    if (person.kind == Kind::Foreign)
        return {};
    const residents::PersonName &name = person.name;
    if (name.familyReading.state == residents::ReadingState::NotPublic &&
        name.givenReading.state == residents::ReadingState::NotPublic)
        return Wording::tr("(not public yet)");
    return partWords(name.familyReading) + QChar(0x3000) + partWords(name.givenReading);
}

QString entryWords(const residents::DatedEntry &entry)
{
    const QString day = dateWords(entry.on, Kind::Japanese);
    if (!entry.notifiedOn.isValid())
        return day;
    return Wording::tr("%1 (notified %2)").arg(day, dateWords(entry.notifiedOn, Kind::Japanese));
}

QString addressWords(const residents::Address &address)
{
    return address.building.isEmpty() ? address.street()
                                      : address.street() + QChar(0x3000) + address.building;
}

QString postalWords(const QString &code)
{
    constexpr int digits = 7;
    constexpr int areaDigits = 3;
    return code.size() == digits ? code.first(areaDigits) + u'-' + code.sliced(areaDigits) : code;
}

QString destinationWords(const std::optional<residents::Destination> &to)
{
    if (!to)
        return {};
    const QString address = addressWords(to->address);
    return to->on.isValid()
               ? Wording::tr("%1 on %2").arg(address, dateWords(to->on, Kind::Japanese))
               : address;
}

QString entitlementWords(const residents::Entitlement &entitlement)
{
    if (entitlement.status.isEmpty() || !entitlement.since.isValid())
        return entitlement.status;
    return Wording::tr("%1 since %2")
        .arg(entitlement.status, dateWords(entitlement.since, Kind::Japanese));
}

QString hiddenWords()
{
    return Wording::tr("(not shown)");
}

QList<StateItem> stateItems(const Snapshot &person, bool addressHidden, residents::Places withheld)
{
    using residents::Place;
    const auto place = [addressHidden, withheld](const QString &text, residents::Places of = {}) {
        const bool hidden = (addressHidden && !text.isEmpty()) || withheld.testAnyFlags(of);
        return hidden ? hiddenWords() : text;
    };
    const residents::PersonName &name = person.name;
    const auto removal = person.removal.value_or(residents::Removal{});
    const auto foreign = person.foreign.value_or(residents::ForeignItems{});
    const bool isForeign = person.foreign.has_value();
    const residents::Entitlements &rights = person.entitlements;
    return {
        {Wording::tr("Name"), residents::fullName(name), true},
        {Wording::tr("Furigana"), readingWords(person)},
        {Wording::tr("Latin name"), name.latin, true},
        {Wording::tr("Kana to search by"), name.searchKana},
        {Wording::tr("Alias"), name.alias, true},
        {Wording::tr("Kana of the alias"), name.aliasKana},
        {Wording::tr("Former family name"), name.formerFamily, true},
        {Wording::tr("Furigana of the former name"),
         name.formerFamilyReading.kana.isEmpty() ? QString() : partWords(name.formerFamilyReading)},
        {Wording::tr("Born"), dateWords(person.bornOn, person.kind)},
        {Wording::tr("Sex"), words::of(person.sex)},
        {Wording::tr("State"), words::of(person.state)},
        {Wording::tr("Household number"), QString::number(person.household.value)},
        {Wording::tr("Head of household"), person.headName, true},
        {Wording::tr("Relationship"), person.relationship},
        {Wording::tr("Address"), place(person.address.street(), Place::Address), true},
        {Wording::tr("Building"), place(person.address.building), true},
        {Wording::tr("Became resident"), entryWords(person.becameResident)},
        {Wording::tr("Address settled"), entryWords(person.addressSettled)},
        {Wording::tr("Former address"), place(addressWords(person.formerAddress), Place::Former),
         true},
        {Wording::tr("Address before moving in"),
         place(addressWords(person.addressBeforeMoveIn), Place::BeforeMoveIn), true},
        {Wording::tr("Destination (planned)"),
         place(destinationWords(person.plannedDestination), Place::Planned), true},
        {Wording::tr("Destination (confirmed)"),
         place(destinationWords(person.confirmedDestination), Place::Confirmed), true},
        {Wording::tr("Removed"), dateWords(removal.on, Kind::Japanese)},
        {Wording::tr("Registered domicile"), place(person.registeredDomicile), true},
        {Wording::tr("First in the family register"), person.domicileHead, true},
        {Wording::tr("Nationality or region"), foreign.nationality},
        {Wording::tr("Class (art. 30-45)"),
         isForeign ? words::of(foreign.foreignClass) : QString()},
        {Wording::tr("Status of residence"), foreign.statusOfResidence},
        {Wording::tr("Period of stay"), foreign.periodOfStay},
        {Wording::tr("Period ends"), dateWords(foreign.expiresOn, Kind::Foreign)},
        {Wording::tr("Foreign resident since"),
         dateWords(foreign.becameForeignResident.on, Kind::Foreign)},
        {Wording::tr("National health insurance"), entitlementWords(rights.healthInsurance)},
        {Wording::tr("National pension"), entitlementWords(rights.pension)},
        {Wording::tr("Child allowance"), entitlementWords(rights.childAllowance)},
        {Wording::tr("Long-term care"), entitlementWords(rights.longTermCare)},
        {Wording::tr("Medical care of the elderly"), entitlementWords(rights.lateElderly)},
        {Wording::tr("Telephone"), place(person.telephone)},
        {Wording::tr("Remarks"), place(person.remarks, Place::Remarks)},
    };
}

} // namespace resident
