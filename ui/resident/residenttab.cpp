#include "ui/resident/residenttab.h"

#include "calendar/eras.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QLabel>
#include <QVBoxLayout>

using residents::Snapshot;
using widgets::TextRole;

namespace resident {

QString dateWords(const calendar::PartialDate &date)
{
    return calendar::display(date);
}

QString dateWords(QDate date)
{
    return date.isValid() ? calendar::wareki(date) : QString();
}

QString readingWords(const residents::PersonName &name)
{
    const auto part = [](const residents::Reading &reading) {
        return reading.state == residents::ReadingState::NotPublic
                   ? ResidentTab::tr("(not public yet)")
                   : ResidentTab::tr("%1 (%2)").arg(reading.kana, words::of(reading.state));
    };
    const bool neither = name.familyReading.state == residents::ReadingState::NotPublic &&
                         name.givenReading.state == residents::ReadingState::NotPublic;
    if (neither)
        return ResidentTab::tr("(not public yet)");
    return part(name.familyReading) + QStringLiteral("　") + part(name.givenReading);
}

namespace {

QString withNotice(const residents::DatedEntry &entry)
{
    const QString day = dateWords(entry.on);
    if (!entry.notifiedOn.isValid())
        return day;
    return ResidentTab::tr("%1 (notified %2)").arg(day, dateWords(entry.notifiedOn));
}

QString lines(const residents::Address &address)
{
    QString text = address.street();
    if (!address.building.isEmpty())
        text += QLatin1Char('\n') + address.building;
    return text;
}

QString destination(const std::optional<residents::Destination> &to)
{
    if (!to)
        return {};
    return ResidentTab::tr("%1 on %2").arg(to->address.street(), dateWords(to->on));
}

QString entitlement(const residents::Entitlement &entitlement)
{
    if (entitlement.status.isEmpty())
        return {};
    if (!entitlement.since.isValid())
        return entitlement.status;
    return ResidentTab::tr("%1 since %2").arg(entitlement.status, dateWords(entitlement.since));
}

widgets::FormGrid *cardGrid(QVBoxLayout *column, const QString &heading, int columns,
                            widgets::Card **made = nullptr)
{
    auto *card = new widgets::Card(heading);
    auto *grid = new widgets::FormGrid(columns);
    card->body()->addWidget(grid);
    column->addWidget(card);
    if (made)
        *made = card;
    return grid;
}

} // namespace

ResidentTab::ResidentTab(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Resident record"));
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    widgets::setMarginsEm(column, {0, 0.6, 0.6, 0.6});
    widgets::setSpacingEm(column, 0.7);
    m_restrictions = cardGrid(column, tr("Restrictions in force"), 1, &m_restrictionCard);
    m_person = cardGrid(column, tr("Person"), 2);
    m_residence = cardGrid(column, tr("Residence"), 2);
    m_foreign = cardGrid(column, tr("Foreign resident"), 2, &m_foreignCard);
    m_family = cardGrid(column, tr("Registered domicile and remarks"), 2);
    m_entitlements = cardGrid(column, tr("Entitlements (kept by other sections)"), 2);
    column->addStretch(1);
    setWidget(content);
}

void ResidentTab::show(const desk::ResidentView &view)
{
    const Snapshot &person = view.record.snapshot;
    for (widgets::FormGrid *grid :
         {m_person, m_residence, m_foreign, m_family, m_entitlements, m_restrictions})
        grid->clearValues();
    showPerson(person);
    showResidence(person, view.addressHidden);
    showForeign(person);
    showRest(view);
}

void ResidentTab::showPerson(const Snapshot &person)
{
    const residents::PersonName &name = person.name;
    m_person->addValue(tr("Name"), residents::fullName(name), 1, TextRole::Name);
    m_person->addValue(tr("Furigana"), readingWords(name));
    if (person.kind == residents::Kind::Foreign) {
        m_person->addValue(tr("Name in Latin letters"), name.latin);
        m_person->addValue(tr("Name in kanji"), name.family, 1, TextRole::Name);
        m_person->addValue(tr("Alias"), name.alias, 1, TextRole::Name);
    }
    if (!name.formerFamily.isEmpty())
        m_person->addValue(
            tr("Former family name"),
            name.formerFamilyReading.kana.isEmpty()
                ? name.formerFamily
                : tr("%1 (%2)").arg(name.formerFamily, name.formerFamilyReading.kana),
            1, TextRole::Name);
    m_person->addValue(tr("Search kana"), name.searchKana);
    m_person->addValue(tr("Born"),
                       person.kind == residents::Kind::Foreign
                           ? calendar::display(person.bornOn, calendar::Reckoning::Western)
                           : dateWords(person.bornOn));
    m_person->addValue(tr("Sex"), words::of(person.sex));
    m_person->addValue(tr("Relationship"), person.relationship);
    m_person->addValue(tr("Head of household"), person.headName, 1, TextRole::Name);
    m_person->addValue(tr("Person number"), QString::number(person.id.person.value));
    m_person->addValue(tr("Household number"), QString::number(person.household.value));
    m_person->addValue(tr("Telephone"), person.telephone);
}

void ResidentTab::showResidence(const Snapshot &person, bool addressHidden)
{
    const QString hidden = tr("(not shown)");
    m_residence->addValue(tr("Address"), addressHidden ? hidden : lines(person.address), 2,
                          TextRole::Name);
    if (!addressHidden)
        m_residence->addValue(tr("Postal code"), person.address.postalCode);
    m_residence->addValue(tr("Became resident"), withNotice(person.becameResident));
    m_residence->addValue(tr("Address settled"), withNotice(person.addressSettled));
    m_residence->addValue(tr("Reason"), words::of(person.addressReason));
    m_residence->addValue(tr("Former address"),
                          addressHidden ? hidden : lines(person.formerAddress), 2);
    m_residence->addValue(tr("Address before moving in"),
                          addressHidden ? hidden : lines(person.addressBeforeMoveIn), 2);
    if (person.plannedDestination)
        m_residence->addValue(tr("Destination (planned)"),
                              addressHidden ? hidden : destination(person.plannedDestination), 2);
    if (person.confirmedDestination)
        m_residence->addValue(tr("Destination (confirmed)"),
                              addressHidden ? hidden : destination(person.confirmedDestination), 2);
    if (person.removal) {
        m_residence->addValue(tr("Removed"), dateWords(person.removal->on));
        m_residence->addValue(tr("Removal notified"), dateWords(person.removal->notifiedOn));
        m_residence->addValue(tr("Reason for removal"), words::of(person.removal->reason));
    }
}

void ResidentTab::showForeign(const Snapshot &person)
{
    m_foreignCard->setVisible(person.foreign.has_value());
    if (!person.foreign)
        return;
    const residents::ForeignItems &foreign = *person.foreign;
    m_foreign->addValue(tr("Nationality or region"), foreign.nationality);
    m_foreign->addValue(tr("Class (art. 30-45)"), words::of(foreign.foreignClass));
    m_foreign->addValue(tr("Status of residence"), foreign.statusOfResidence);
    m_foreign->addValue(tr("Period of stay"), foreign.periodOfStay);
    m_foreign->addValue(tr("Period ends"), foreign.expiresOn.isValid()
                                               ? calendar::western(foreign.expiresOn)
                                               : QString());
    m_foreign->addValue(tr("Became foreign resident"), withNotice(foreign.becameForeignResident));
}

void ResidentTab::showRest(const desk::ResidentView &view)
{
    const Snapshot &person = view.record.snapshot;
    const QString hidden = tr("(not shown)");
    m_family->addValue(tr("Registered domicile"),
                       view.addressHidden ? hidden : person.registeredDomicile, 2, TextRole::Name);
    m_family->addValue(tr("First in the family register"), person.domicileHead, 1, TextRole::Name);
    m_family->addValue(tr("Remarks"), person.remarks, 2);
    const residents::Entitlements &rights = person.entitlements;
    m_entitlements->addValue(tr("National health insurance"), entitlement(rights.healthInsurance));
    m_entitlements->addValue(tr("National pension"), entitlement(rights.pension));
    m_entitlements->addValue(tr("Child allowance"), entitlement(rights.childAllowance));
    m_entitlements->addValue(tr("Long-term care"), entitlement(rights.longTermCare));
    m_entitlements->addValue(tr("Medical care of the elderly"), entitlement(rights.lateElderly));
    m_restrictionCard->setVisible(!view.record.restrictions.isEmpty());
    for (const residents::Restriction &restriction : view.record.restrictions)
        m_restrictions->addValue(
            words::of(restriction.kind),
            tr("Inquiry: %1, certificates: %2, moves: %3. From %4, due for renewal %5. It does not "
               "end by itself.")
                .arg(words::of(restriction.inquiry), words::of(restriction.certificate),
                     words::of(restriction.movement), dateWords(restriction.from),
                     dateWords(restriction.until)));
}

} // namespace resident
