#include "ui/entries/fieldlines.h"

#include "calendar/eras.h"
#include "ui/words/entrywords.h"
#include "ui/words/movewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace entries {

namespace {

/// Gives the items a translation context of their own.
struct EntryFields
{
    Q_DECLARE_TR_FUNCTIONS(EntryFields)
};

QString dayWords(QDate day)
{
    return day.isValid() ? calendar::wareki(day) : QString();
}

QList<FieldLine> noteFields(const residents::Note &note)
{
    return {{EntryFields::tr("Text"), note.text},
            {EntryFields::tr("State"),
             note.withdrawn ? EntryFields::tr("Taken back") : EntryFields::tr("Valid")}};
}

QList<FieldLine> contactFields(const residents::Contact &contact)
{
    return {{EntryFields::tr("Telephone"), contact.telephone},
            {EntryFields::tr("Send to: postal code"), postalWords(contact.sendPostalCode)},
            {EntryFields::tr("Send to: address"), contact.sendAddress, true},
            {EntryFields::tr("Send to: name"), contact.sendName, true}};
}

QList<FieldLine> restrictionFields(const residents::Restriction &restriction)
{
    return {
        {EntryFields::tr("Covers"),
         restriction.household.value != 0
             ? EntryFields::tr("The whole household (number %1)").arg(restriction.household.value)
             : EntryFields::tr("This person")},
        {EntryFields::tr("Kind"), words::of(restriction.kind)},
        {EntryFields::tr("Inquiry"), words::of(restriction.inquiry)},
        {EntryFields::tr("Certificates"), words::of(restriction.certificate)},
        {EntryFields::tr("Moves"), words::of(restriction.movement)},
        {EntryFields::tr("Address"), restriction.hidesAddress
                                         ? EntryFields::tr("Hidden from lists and searches")
                                         : EntryFields::tr("Shown")},
        {EntryFields::tr("From"), dayWords(restriction.from)},
        {EntryFields::tr("Due for renewal"), dayWords(restriction.until)},
        {EntryFields::tr("State"),
         restriction.ended ? EntryFields::tr("Ended") : EntryFields::tr("In force")}};
}

/// As the 転出証明書 names him.
FieldLine newcomerField(const residents::Snapshot &newcomer, qsizetype place)
{
    const calendar::PartialDate &born = newcomer.bornOn;
    const residents::PersonName &name = newcomer.name;
    QStringList parts{residents::fullName(name), name.searchKana, name.alias, name.formerFamily};
    // Dates of foreign residents are in 西暦 (municipal-facts.md 3.1).
    if (!born.isDay())
        parts.append(born.text);
    else if (newcomer.foreign)
        parts.append(EntryFields::tr("%1/%2/%3")
                         .arg(born.earliest.year())
                         .arg(born.earliest.month())
                         .arg(born.earliest.day()));
    else
        parts.append(calendar::wareki(born.earliest));
    parts.append(words::of(newcomer.sex));
    if (newcomer.foreign)
        parts += {newcomer.foreign->nationality, newcomer.foreign->statusOfResidence,
                  newcomer.foreign->periodOfStay};
    else
        parts += {newcomer.registeredDomicile, newcomer.domicileHead};
    parts.removeAll(QString());
    return {EntryFields::tr("Person %1 who comes").arg(place), parts.join(u'　'), true};
}

QList<FieldLine> moveFields(const residents::Move &move, Names names)
{
    for (const residents::Snapshot &newcomer : move.newcomers)
        names.insert(newcomer.id.person, residents::fullName(newcomer.name));
    QStringList movers;
    for (const residents::MemberChange &mover : move.movers) {
        const QString name = names.value(mover.person);
        if (name.isEmpty())
            movers.append(hiddenWords());
        else if (mover.relationship.isEmpty())
            movers.append(name);
        else
            movers.append(QStringLiteral("%1（%2）").arg(name, mover.relationship));
    }
    const residents::Address &address = move.address;
    const auto place = residents::traitsOf(move.kind).place;
    const bool isHere = place == residents::MoveTraits::Place::Here;
    QList<FieldLine> lines{{EntryFields::tr("Reason of the move"), words::of(move.kind)},
                           {isHere ? EntryFields::tr("Happened on") : words::dayOf(move.kind),
                            dayWords(move.happenedOn)},
                           {EntryFields::tr("Notified on"), dayWords(move.notifiedOn)}};
    if (place != residents::MoveTraits::Place::None)
        lines.append(
            {isHere ? EntryFields::tr("New address") : EntryFields::tr("Place they move out to"),
             address.building.isEmpty() ? address.street()
                                        : address.street() + u'　' + address.building,
             true});
    if (isHere)
        lines.append(
            {EntryFields::tr("Household from then on"), QString::number(move.to.id.value)});
    if (move.kind == residents::MoveKind::OutRemoval)
        lines.append(
            {EntryFields::tr("Cause of the removal"), words::causeOf(residents::isNoticed(move))});
    lines.append({EntryFields::tr("Who moves"), movers.join(u'、'), true});
    if (!residents::traitsOf(move.kind).ofNewcomers)
        return lines;
    lines.append({EntryFields::tr("Where they come from"),
                  move.formerAddress.street() + move.formerAddress.building, true});
    lines.append({EntryFields::tr("Certificate of moving out"),
                  move.certificate ? EntryFields::tr("Handed in") : QString()});
    for (qsizetype i = 0; i < move.newcomers.size(); ++i)
        lines.append(newcomerField(move.newcomers.at(i), i + 1));
    return lines;
}

} // namespace

QList<FieldLine> fieldsOf(const residents::Entered &entered, const Names &names)
{
    if (const auto *note = std::get_if<residents::Note>(&entered))
        return noteFields(*note);
    if (const auto *contact = std::get_if<residents::Contact>(&entered))
        return contactFields(*contact);
    if (const auto *restriction = std::get_if<residents::Restriction>(&entered))
        return restrictionFields(*restriction);
    return moveFields(std::get<residents::Move>(entered), names);
}

QString levelWords(const residents::Restriction &restriction)
{
    return EntryFields::tr("Inquiry: %1　Certificates: %2　Moves: %3")
        .arg(words::of(restriction.inquiry), words::of(restriction.certificate),
             words::of(restriction.movement));
}

QString termWords(const residents::Restriction &restriction)
{
    const QString from = dayWords(restriction.from);
    return restriction.until.isValid() ? EntryFields::tr("From %1, due for renewal %2")
                                             .arg(from, dayWords(restriction.until))
                                       : EntryFields::tr("From %1").arg(from);
}

QString authorWords(const residents::Authorship &by)
{
    const QString who = by.section.isEmpty() ? by.name : by.name + u'（' + by.section + u'）';
    return who + QChar(0x3000) + words::momentWords(by.at);
}

QString postalWords(const QString &code)
{
    constexpr int firstPart = 3;
    return code.size() > firstPart ? code.left(firstPart) + u'-' + code.mid(firstPart) : code;
}

QString deedWords(const residents::Proposal &proposal)
{
    if (const auto *note = std::get_if<residents::Note>(&proposal.entered)) {
        if (note->withdrawn)
            return EntryFields::tr("Note: take back");
        return proposal.baseVersion == 0 ? EntryFields::tr("Note: write")
                                         : EntryFields::tr("Note: correct");
    }
    if (std::holds_alternative<residents::Contact>(proposal.entered))
        return proposal.baseVersion == 0 ? EntryFields::tr("Contact: enter")
                                         : EntryFields::tr("Contact: change");
    if (const auto *move = std::get_if<residents::Move>(&proposal.entered))
        return EntryFields::tr("Move: %1").arg(words::of(move->kind));
    if (std::get<residents::Restriction>(proposal.entered).ended)
        return EntryFields::tr("Restriction: end");
    return proposal.baseVersion == 0 ? EntryFields::tr("Restriction: set")
                                     : EntryFields::tr("Restriction: change");
}

QString hiddenWords()
{
    return EntryFields::tr("(not shown)");
}

widgets::BadgeKind badgeOf(desk::ItemState state)
{
    using desk::ItemState;
    using widgets::BadgeKind;
    switch (state) {
    case ItemState::Draft:
        return BadgeKind::Draft;
    case ItemState::Filed:
        return BadgeKind::Filed;
    case ItemState::Provisional:
        return BadgeKind::Provisional;
    case ItemState::Registered:
        return BadgeKind::Registered;
    case ItemState::Conflict:
        return BadgeKind::Conflict;
    case ItemState::Refused:
        return BadgeKind::Refused;
    case ItemState::SentBack:
        return BadgeKind::SentBack;
    case ItemState::Withdrawn:
    case ItemState::Discarded:
        break;
    }
    return BadgeKind::Withdrawn;
}

} // namespace entries
