#include "ui/words/movewords.h"

#include <QCoreApplication>

#include <array>

namespace words {

namespace {

using residents::MoveKind;
using residents::MoveRule;

/// Gives the rules a translation context of their own.
struct MoveRules
{
    Q_DECLARE_TR_FUNCTIONS(MoveRules)
};

struct Line
{
    MoveRule rule;
    const char *item;
    const char *matter;
    const char *remedy;
    MoveKind kind = MoveKind::Count; ///< said of this 異動処理 only
};

constexpr std::array lines{
    Line{MoveRule::Restricted, QT_TRANSLATE_NOOP("MoveRules", "Restriction"),
         QT_TRANSLATE_NOOP("MoveRules", "A restriction stops moves of somebody of this household."),
         QT_TRANSLATE_NOOP("MoveRules", "Ask your supervisor before you say anything.")},
    Line{MoveRule::MoversMissing, QT_TRANSLATE_NOOP("MoveRules", "Who moves"),
         QT_TRANSLATE_NOOP("MoveRules", "Nobody is chosen."),
         QT_TRANSLATE_NOOP("MoveRules", "Tick everybody who moves.")},
    Line{MoveRule::ProtectedMoveOut, QT_TRANSLATE_NOOP("MoveRules", "Restriction"),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Somebody is protected: the protection has to go with the moving out."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "It cannot be entered here yet. Ask your supervisor; say no address.")},
    Line{MoveRule::DateMissing, QT_TRANSLATE_NOOP("MoveRules", "Day of the move"),
         QT_TRANSLATE_NOOP("MoveRules", "The day is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Type the day on which they began to live there.")},
    Line{MoveRule::DateInFuture, QT_TRANSLATE_NOOP("MoveRules", "Day of the move"),
         QT_TRANSLATE_NOOP("MoveRules", "The day has not come yet."),
         QT_TRANSLATE_NOOP("MoveRules", "Notice is taken after the move: ask them to come again.")},
    Line{MoveRule::NoticeMissing, QT_TRANSLATE_NOOP("MoveRules", "Day of the notice"),
         QT_TRANSLATE_NOOP("MoveRules", "The day is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Type the day on which notice was given.")},
    Line{MoveRule::NoticeInFuture, QT_TRANSLATE_NOOP("MoveRules", "Day of the notice"),
         QT_TRANSLATE_NOOP("MoveRules", "The day has not come yet."),
         QT_TRANSLATE_NOOP("MoveRules", "Correct the day.")},
    Line{MoveRule::NoticeEarly, QT_TRANSLATE_NOOP("MoveRules", "Day of the notice"),
         QT_TRANSLATE_NOOP("MoveRules", "Lies before the day of the move."),
         QT_TRANSLATE_NOOP("MoveRules", "Notice is taken after the move: look at both days.")},
    Line{MoveRule::NotResident, QT_TRANSLATE_NOOP("MoveRules", "Who moves"),
         QT_TRANSLATE_NOOP("MoveRules", "Has been removed from the register."),
         QT_TRANSLATE_NOOP("MoveRules", "Who has come back is entered as moving in.")},
    Line{MoveRule::AlreadyResident, QT_TRANSLATE_NOOP("MoveRules", "Who moves in"),
         QT_TRANSLATE_NOOP("MoveRules", "Lives in this municipality already."),
         QT_TRANSLATE_NOOP("MoveRules", "Open the record: it is a move within the city.")},
    Line{MoveRule::MoveOutPlanned, QT_TRANSLATE_NOOP("MoveRules", "Who moves"),
         QT_TRANSLATE_NOOP("MoveRules", "Has given notice of moving out."),
         QT_TRANSLATE_NOOP("MoveRules", "Cancel that notice first.")},
    Line{MoveRule::NotPlanned, QT_TRANSLATE_NOOP("MoveRules", "Who moves"),
         QT_TRANSLATE_NOOP("MoveRules", "Has given no notice of moving out."),
         QT_TRANSLATE_NOOP("MoveRules", "Look at the record: it may have been cancelled.")},
    Line{MoveRule::NotOfHousehold, QT_TRANSLATE_NOOP("MoveRules", "Who moves"),
         QT_TRANSLATE_NOOP("MoveRules", "Does not belong to this household any more."),
         QT_TRANSLATE_NOOP("MoveRules", "Close this form and open the record again.")},
    Line{MoveRule::BeforeResident, QT_TRANSLATE_NOOP("MoveRules", "Day of the move"),
         QT_TRANSLATE_NOOP("MoveRules", "Lies before the day on which they became residents."),
         QT_TRANSLATE_NOOP("MoveRules", "Look at the record and correct the day.")},
    Line{MoveRule::NotOnPlannedDay, QT_TRANSLATE_NOOP("MoveRules", "Day of the move"),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Is not the planned day, and the other city has not said another."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Take the planned day. With different days, enter one after another.")},
    Line{MoveRule::NoticeTooLate, QT_TRANSLATE_NOOP("MoveRules", "Day of the notice"),
         QT_TRANSLATE_NOOP("MoveRules", "Comes more than 14 days after the day of the move."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "It is no notice of moving out any more but is removed ex officio.")},
    Line{MoveRule::NameMissing, QT_TRANSLATE_NOOP("MoveRules", "Name"),
         QT_TRANSLATE_NOOP("MoveRules", "The name is not complete."),
         QT_TRANSLATE_NOOP("MoveRules", "Write it as the moving-out certificate has it.")},
    Line{MoveRule::ReadingWrong, QT_TRANSLATE_NOOP("MoveRules", "Reading of the name"),
         QT_TRANSLATE_NOOP("MoveRules", "Is not written in katakana."),
         QT_TRANSLATE_NOOP("MoveRules", "Type it in katakana, or leave it empty if not public.")},
    Line{MoveRule::BirthMissing, QT_TRANSLATE_NOOP("MoveRules", "Birth date"),
         QT_TRANSLATE_NOOP("MoveRules", "The day is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Write it as the moving-out certificate has it.")},
    Line{MoveRule::BornLater, QT_TRANSLATE_NOOP("MoveRules", "Birth date"),
         QT_TRANSLATE_NOOP("MoveRules", "Lies after the day of the move."),
         QT_TRANSLATE_NOOP("MoveRules", "Look at both days. A birth here is entered as a birth.")},
    Line{MoveRule::StayMissing, QT_TRANSLATE_NOOP("MoveRules", "Foreign resident"),
         QT_TRANSLATE_NOOP("MoveRules", "Nationality or status of residence is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Take it from the residence card.")},
    Line{MoveRule::DomicileMissing, QT_TRANSLATE_NOOP("MoveRules", "Registered domicile"),
         QT_TRANSLATE_NOOP("MoveRules", "The registered domicile is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Write it as the moving-out certificate has it. Who has "
                                        "none, or an unknown one, gets those words.")},
    Line{MoveRule::FormerAddressMissing, QT_TRANSLATE_NOOP("MoveRules", "Address before"),
         QT_TRANSLATE_NOOP("MoveRules", "The municipality they come from is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Write it as the moving-out certificate has it.")},
    Line{MoveRule::FormerAddressHere, QT_TRANSLATE_NOOP("MoveRules", "Address before"),
         QT_TRANSLATE_NOOP("MoveRules", "Lies in this municipality."),
         QT_TRANSLATE_NOOP("MoveRules", "Who lives here already is entered as a move within.")},
    Line{MoveRule::AddressMissing, QT_TRANSLATE_NOOP("MoveRules", "New address"),
         QT_TRANSLATE_NOOP("MoveRules", "The place is not complete."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Town and lot here; the municipality at least if it is elsewhere.")},
    Line{MoveRule::AddressElsewhere, QT_TRANSLATE_NOOP("MoveRules", "New address"),
         QT_TRANSLATE_NOOP("MoveRules", "This is no town of this municipality."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Choose the town from the list. Elsewhere it is a moving out.")},
    Line{MoveRule::AddressHere, QT_TRANSLATE_NOOP("MoveRules", "New address"),
         QT_TRANSLATE_NOOP("MoveRules", "Lies in this municipality."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Enter a move within the city. If it is another city, write its "
                           "prefecture.")},
    Line{MoveRule::AddressAbroad, QT_TRANSLATE_NOOP("MoveRules", "New address"),
         QT_TRANSLATE_NOOP("MoveRules", "Names no municipality."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Write the municipality. Moving abroad cannot be entered here.")},
    Line{MoveRule::AddressNotHouseholds, QT_TRANSLATE_NOOP("MoveRules", "New address"),
         QT_TRANSLATE_NOOP("MoveRules", "Is not the address of the household they join."),
         QT_TRANSLATE_NOOP("MoveRules", "Take over its address, or make a new household.")},
    Line{MoveRule::PartOfHousehold, QT_TRANSLATE_NOOP("MoveRules", "Household"),
         QT_TRANSLATE_NOOP("MoveRules", "Somebody stays: the household cannot move as a whole."),
         QT_TRANSLATE_NOOP("MoveRules", "Tick everybody, or choose another household.")},
    Line{MoveRule::RelationshipWrong, QT_TRANSLATE_NOOP("MoveRules", "Relationship"),
         QT_TRANSLATE_NOOP("MoveRules", "Is missing, or is not written as the list has it."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Write it towards the head: wife, child, father, lodger ...")},
    Line{MoveRule::HeadMissing, QT_TRANSLATE_NOOP("MoveRules", "Relationship"),
         QT_TRANSLATE_NOOP("MoveRules", "The household they live in would have no head."),
         QT_TRANSLATE_NOOP("MoveRules", "Make one of them the head.")},
    Line{MoveRule::HeadTwice, QT_TRANSLATE_NOOP("MoveRules", "Relationship"),
         QT_TRANSLATE_NOOP("MoveRules", "A household would have two heads."),
         QT_TRANSLATE_NOOP("MoveRules", "Leave one head, and write the others towards that one.")},
    Line{MoveRule::RelationshipChanged, QT_TRANSLATE_NOOP("MoveRules", "Relationship"),
         QT_TRANSLATE_NOOP("MoveRules", "The household moves as it is: nothing else changes."),
         QT_TRANSLATE_NOOP("MoveRules", "Enter a change of the head as an act of its own.")},
    Line{MoveRule::IdentificationMissing, QT_TRANSLATE_NOOP("MoveRules", "How identified"),
         QT_TRANSLATE_NOOP("MoveRules", "The documents are not enough."),
         QT_TRANSLATE_NOOP("MoveRules", "One of the first kind, two of the second, or questions.")},
    Line{MoveRule::CertificateMissing, QT_TRANSLATE_NOOP("MoveRules", "Moving-out certificate"),
         QT_TRANSLATE_NOOP("MoveRules", "It was not handed in: without it nobody is entered."),
         QT_TRANSLATE_NOOP("MoveRules", "Ask for it, and tick it when you have it.")},
    Line{MoveRule::NotifierNameMissing, QT_TRANSLATE_NOOP("MoveRules", "Who gives notice"),
         QT_TRANSLATE_NOOP("MoveRules", "The agent's name is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Type it as the document shows it.")},
    Line{MoveRule::MandateMissing, QT_TRANSLATE_NOOP("MoveRules", "Who gives notice"),
         QT_TRANSLATE_NOOP("MoveRules", "The agent's mandate was not shown."),
         QT_TRANSLATE_NOOP("MoveRules", "Ask for it, and tick it when you have seen it.")},
    Line{MoveRule::Pending, QT_TRANSLATE_NOOP("MoveRules", "Household"),
         QT_TRANSLATE_NOOP("MoveRules", "Another move of one of them waits to be checked."),
         QT_TRANSLATE_NOOP("MoveRules", "It is decided first. What you typed stays as a draft.")},
    Line{MoveRule::NoticeLate, QT_TRANSLATE_NOOP("MoveRules", "Day of the notice"),
         QT_TRANSLATE_NOOP("MoveRules", "Comes after the 14 days."),
         QT_TRANSLATE_NOOP("MoveRules", "Ask for the reason and take the statement of it.")},
    Line{MoveRule::AgentQuestioned, QT_TRANSLATE_NOOP("MoveRules", "How identified"),
         QT_TRANSLATE_NOOP("MoveRules", "The agent showed no document and was only questioned."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Send the notice of acceptance to the address before the move.")},
    Line{MoveRule::HeadLeaves, QT_TRANSLATE_NOOP("MoveRules", "Relationship"),
         QT_TRANSLATE_NOOP("MoveRules", "Those who stay have no head any more."),
         QT_TRANSLATE_NOOP("MoveRules", "Enter the new head with it, or ask for a notice.")},
    Line{MoveRule::BeforeAddress, QT_TRANSLATE_NOOP("MoveRules", "Day of the move"),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Lies before the day on which they came to where they live now."),
         QT_TRANSLATE_NOOP("MoveRules", "Compare it with the history.")},
    Line{MoveRule::SexContradicts, QT_TRANSLATE_NOOP("MoveRules", "Relationship"),
         QT_TRANSLATE_NOOP("MoveRules", "Does not go with the sex in the record."),
         QT_TRANSLATE_NOOP("MoveRules", "Compare it with the notice.")},
    Line{MoveRule::SpouseTwice, QT_TRANSLATE_NOOP("MoveRules", "Relationship"),
         QT_TRANSLATE_NOOP("MoveRules", "One head would have two spouses."),
         QT_TRANSLATE_NOOP("MoveRules", "Compare it with the notice.")},
    Line{MoveRule::RestrictionAlert, QT_TRANSLATE_NOOP("MoveRules", "Restriction"),
         QT_TRANSLATE_NOOP("MoveRules", "A restriction asks for care with moves here."),
         QT_TRANSLATE_NOOP("MoveRules", "Read it in the record before you go on.")},
    Line{MoveRule::StayExpired, QT_TRANSLATE_NOOP("MoveRules", "Who moves"),
         QT_TRANSLATE_NOOP("MoveRules", "The period of stay has ended."),
         QT_TRANSLATE_NOOP("MoveRules", "Look at the residence card.")},
    Line{MoveRule::AddressUnchanged, QT_TRANSLATE_NOOP("MoveRules", "New address"),
         QT_TRANSLATE_NOOP("MoveRules", "Is where they live already."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Only another house at the same lot is a move. Ask for the house.")},
    Line{MoveRule::OthersLiveThere, QT_TRANSLATE_NOOP("MoveRules", "New address"),
         QT_TRANSLATE_NOOP("MoveRules", "Another household lives at this address."),
         QT_TRANSLATE_NOOP("MoveRules", "Ask whether they are one household, and for the flat.")},
    Line{MoveRule::BuildingMissing, QT_TRANSLATE_NOOP("MoveRules", "New address"),
         QT_TRANSLATE_NOOP("MoveRules", "Others at this lot have a building or flat."),
         QT_TRANSLATE_NOOP("MoveRules", "Ask for its name and number.")},
    Line{MoveRule::PlannedFarAhead, QT_TRANSLATE_NOOP("MoveRules", "Day of the move"),
         QT_TRANSLATE_NOOP("MoveRules", "Lies far ahead."),
         QT_TRANSLATE_NOOP("MoveRules", "Compare the year with the notice.")},
    Line{MoveRule::LooksKnown, QT_TRANSLATE_NOOP("MoveRules", "Who moves in"),
         QT_TRANSLATE_NOOP("MoveRules", "Somebody of this name, birth date and sex is known here."),
         QT_TRANSLATE_NOOP("MoveRules", "Compare: who was here before keeps his number.")},
};
static_assert(lines.size() == std::size_t(MoveRule::Count));

/// What is said otherwise of one 異動処理: a 転出予定日 may lie ahead, and 世帯主変更 comes before
/// the removal.
constexpr std::array ownLines{
    Line{MoveRule::DateMissing, "", QT_TRANSLATE_NOOP("MoveRules", "The day is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Type the day on which they will leave. It may lie ahead."),
         MoveKind::OutNotice},
    Line{MoveRule::DateMissing, "", QT_TRANSLATE_NOOP("MoveRules", "The day is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Type the day that the other city wrote."),
         MoveKind::OutRemoval},
    Line{MoveRule::DateMissing, "", QT_TRANSLATE_NOOP("MoveRules", "The day is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Type the day on which they asked for it."),
         MoveKind::OutCancellation},
    Line{MoveRule::DateInFuture, "", QT_TRANSLATE_NOOP("MoveRules", "The day has not come yet."),
         QT_TRANSLATE_NOOP("MoveRules", "They stay residents until then: enter it on that day."),
         MoveKind::OutRemoval},
    Line{MoveRule::DateInFuture, "", QT_TRANSLATE_NOOP("MoveRules", "The day has not come yet."),
         QT_TRANSLATE_NOOP("MoveRules", "Correct the day."), MoveKind::OutCancellation},
    Line{MoveRule::AddressMissing, "",
         QT_TRANSLATE_NOOP("MoveRules", "The municipality is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Type it with its prefecture. The rest may be left open."),
         MoveKind::OutNotice},
    Line{MoveRule::AddressMissing, "",
         QT_TRANSLATE_NOOP("MoveRules", "The municipality is missing."),
         QT_TRANSLATE_NOOP("MoveRules", "Type it as the other city wrote it."),
         MoveKind::OutRemoval},
    Line{MoveRule::HeadLeaves, QT_TRANSLATE_NOOP("MoveRules", "Head of the household"),
         QT_TRANSLATE_NOOP("MoveRules",
                           "The head gives notice too, and two or more stay without one."),
         QT_TRANSLATE_NOOP("MoveRules",
                           "Ask who will be the head: it is entered with the removal at the "
                           "latest."),
         MoveKind::OutNotice},
};

bool isOfTheDay(MoveRule rule)
{
    return rule == MoveRule::DateMissing || rule == MoveRule::DateInFuture ||
           rule == MoveRule::BeforeResident || rule == MoveRule::BeforeAddress ||
           rule == MoveRule::NotOnPlannedDay || rule == MoveRule::PlannedFarAhead;
}

bool isOfThePlace(MoveRule rule)
{
    return rule == MoveRule::AddressMissing || rule == MoveRule::AddressHere;
}

QString itemOf(const Line &line, MoveKind kind)
{
    if (isOfTheDay(line.rule))
        return dayOf(kind);
    const bool away = residents::traitsOf(kind).place != residents::MoveTraits::Place::Here;
    if (away && isOfThePlace(line.rule))
        return MoveRules::tr("Place they move out to");
    return MoveRules::tr(line.item);
}

} // namespace

RuleWords of(residents::MoveRule rule, residents::MoveKind kind)
{
    const auto said = [kind](const Line &line) {
        return RuleWords{itemOf(line, kind), MoveRules::tr(line.matter),
                         MoveRules::tr(line.remedy)};
    };
    for (const Line &line : ownLines) {
        if (line.rule == rule && line.kind == kind)
            return said(line);
    }
    for (const Line &line : lines) {
        if (line.rule == rule)
            return said(line);
    }
    return {};
}

QString dayOf(residents::MoveKind kind)
{
    switch (kind) {
    case MoveKind::OutNotice:
        return MoveRules::tr("Planned day of moving out");
    case MoveKind::OutRemoval:
        return MoveRules::tr("Day of coming there");
    case MoveKind::OutCancellation:
        return MoveRules::tr("Day of taking back");
    case MoveKind::In:
    case MoveKind::Within:
    case MoveKind::Count:
        break;
    }
    return MoveRules::tr("Day of the move");
}

QString causeOf(bool noticed)
{
    return noticed ? MoveRules::tr("The other city wrote that they came")
                   : MoveRules::tr("The planned day has come");
}

QString of(residents::NotifierKind kind)
{
    using residents::NotifierKind;
    switch (kind) {
    case NotifierKind::Head:
        return MoveRules::tr("The head of the household");
    case NotifierKind::Member:
        return MoveRules::tr("A member of the household");
    case NotifierKind::Agent:
        return MoveRules::tr("An agent");
    case NotifierKind::Office:
        return MoveRules::tr("Nobody: a notice of another office");
    case NotifierKind::Self:
        break;
    }
    return MoveRules::tr("The person who moves");
}

QString of(residents::MoveKind kind)
{
    using residents::MoveKind;
    switch (kind) {
    case MoveKind::OutNotice:
        return MoveRules::tr("Notice of moving out");
    case MoveKind::OutRemoval:
        return MoveRules::tr("Removal by moving out");
    case MoveKind::OutCancellation:
        return MoveRules::tr("Cancellation of moving out");
    case MoveKind::In:
        return MoveRules::tr("Moving in");
    case MoveKind::Within:
    case MoveKind::Count:
        break;
    }
    return MoveRules::tr("Move within the city");
}

} // namespace words
