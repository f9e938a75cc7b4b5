#include "ui/words/words.h"

#include <QCoreApplication>

namespace words {

QString of(residents::State state)
{
    using E = residents::State;
    switch (state) {
    case E::Resident:
        return QCoreApplication::translate("words", "Resident", "State");
    case E::MoveOutPlanned:
        return QCoreApplication::translate("words", "Moving out", "State");
    case E::MovedOut:
        return QCoreApplication::translate("words", "Removed: moved out", "State");
    case E::Died:
        return QCoreApplication::translate("words", "Removed: died", "State");
    case E::RemovedExOfficio:
        return QCoreApplication::translate("words", "Removed: ex officio", "State");
    case E::Remade:
        return QCoreApplication::translate("words", "Removed: remade", "State");
    case E::NationalityChanged:
        return QCoreApplication::translate("words", "Removed: nationality", "State");
    }
    return {};
}

QString of(residents::Kind kind)
{
    using E = residents::Kind;
    switch (kind) {
    case E::Japanese:
        return QCoreApplication::translate("words", "Japanese resident", "Kind");
    case E::Foreign:
        return QCoreApplication::translate("words", "Foreign resident", "Kind");
    }
    return {};
}

QString of(residents::Sex sex)
{
    using E = residents::Sex;
    switch (sex) {
    case E::Unknown:
        return QCoreApplication::translate("words", "Unknown", "Sex");
    case E::Male:
        return QCoreApplication::translate("words", "Male", "Sex");
    case E::Female:
        return QCoreApplication::translate("words", "Female", "Sex");
    case E::NotApplicable:
        return QCoreApplication::translate("words", "Not applicable", "Sex");
    }
    return {};
}

QString of(residents::MovementReason reason)
{
    using E = residents::MovementReason;
    switch (reason) {
    case E::MoveIn:
        return QCoreApplication::translate("words", "Move in", "MovementReason");
    case E::MoveInFromAbroad:
        return QCoreApplication::translate("words", "Move in from abroad", "MovementReason");
    case E::Birth:
        return QCoreApplication::translate("words", "Birth", "MovementReason");
    case E::EntryExOfficio:
        return QCoreApplication::translate("words", "Entry ex officio", "MovementReason");
    case E::Naturalised:
        return QCoreApplication::translate("words", "Entry ex officio (naturalised)",
                                           "MovementReason");
    case E::MoveWithin:
        return QCoreApplication::translate("words", "Move within the city", "MovementReason");
    case E::MoveOut:
        return QCoreApplication::translate("words", "Move out", "MovementReason");
    case E::MoveOutAbroad:
        return QCoreApplication::translate("words", "Move abroad", "MovementReason");
    case E::Death:
        return QCoreApplication::translate("words", "Death", "MovementReason");
    case E::RemovalExOfficio:
        return QCoreApplication::translate("words", "Removal ex officio", "MovementReason");
    case E::NationalityLost:
        return QCoreApplication::translate("words", "Removal ex officio (nationality lost)",
                                           "MovementReason");
    case E::CorrectionExOfficio:
        return QCoreApplication::translate("words", "Correction ex officio", "MovementReason");
    case E::MinorCorrection:
        return QCoreApplication::translate("words", "Minor correction", "MovementReason");
    case E::ErrorCorrection:
        return QCoreApplication::translate("words", "Correction of an error", "MovementReason");
    case E::HouseholdSplit:
        return QCoreApplication::translate("words", "Household split", "MovementReason");
    case E::HouseholdMerge:
        return QCoreApplication::translate("words", "Households merged", "MovementReason");
    case E::HouseholdChange:
        return QCoreApplication::translate("words", "Change of household", "MovementReason");
    case E::HeadChange:
        return QCoreApplication::translate("words", "Change of head", "MovementReason");
    case E::FormerFamilyEntry:
        return QCoreApplication::translate("words", "Entry of the former family name",
                                           "MovementReason");
    case E::AliasEntry:
        return QCoreApplication::translate("words", "Entry of the alias", "MovementReason");
    case E::Remade:
        return QCoreApplication::translate("words", "Record remade", "MovementReason");
    case E::CancellationIncrease:
        return QCoreApplication::translate("words", "Movement cancelled (increase)",
                                           "MovementReason");
    case E::CancellationDecrease:
        return QCoreApplication::translate("words", "Movement cancelled (decrease)",
                                           "MovementReason");
    case E::CancellationCorrection:
        return QCoreApplication::translate("words", "Movement cancelled (correction)",
                                           "MovementReason");
    case E::Initial:
        return QCoreApplication::translate("words", "Taken over from the former system",
                                           "MovementReason");
    case E::Count:
        break;
    }
    return {};
}

QString of(residents::ReadingState state)
{
    using E = residents::ReadingState;
    switch (state) {
    case E::NotPublic:
        return QCoreApplication::translate("words", "Not public", "ReadingState");
    case E::Notified:
        return QCoreApplication::translate("words", "Notified", "ReadingState");
    case E::ExOfficio:
        return QCoreApplication::translate("words", "Entered ex officio", "ReadingState");
    }
    return {};
}

QString of(residents::ForeignClass foreignClass)
{
    using E = residents::ForeignClass;
    switch (foreignClass) {
    case E::MidToLongTerm:
        return QCoreApplication::translate("words", "Mid- to long-term resident", "ForeignClass");
    case E::SpecialPermanent:
        return QCoreApplication::translate("words", "Special permanent resident", "ForeignClass");
    case E::TemporaryRefuge:
        return QCoreApplication::translate("words", "Landing permission for temporary refuge",
                                           "ForeignClass");
    case E::ProvisionalStay:
        return QCoreApplication::translate("words", "Permission for provisional stay",
                                           "ForeignClass");
    case E::Transitional:
        return QCoreApplication::translate("words", "Transitional resident", "ForeignClass");
    }
    return {};
}

QString of(residents::RestrictionKind kind)
{
    using E = residents::RestrictionKind;
    switch (kind) {
    case E::Support:
        return QCoreApplication::translate("words", "Support measures", "RestrictionKind");
    case E::ProvisionalSupport:
        return QCoreApplication::translate("words", "Provisional support measures",
                                           "RestrictionKind");
    case E::Litigation:
        return QCoreApplication::translate("words", "Litigation or own request", "RestrictionKind");
    case E::Investigation:
        return QCoreApplication::translate("words", "Under investigation", "RestrictionKind");
    case E::CardLost:
        return QCoreApplication::translate("words", "Card lost", "RestrictionKind");
    case E::DeathPending:
        return QCoreApplication::translate("words", "Death not yet notified", "RestrictionKind");
    case E::Other:
        return QCoreApplication::translate("words", "Other", "RestrictionKind");
    }
    return {};
}

QString of(residents::RestrictionLevel level)
{
    using E = residents::RestrictionLevel;
    switch (level) {
    case E::None:
        return QCoreApplication::translate("words", "None", "RestrictionLevel");
    case E::Alert:
        return QCoreApplication::translate("words", "Alert", "RestrictionLevel");
    case E::Stop:
        return QCoreApplication::translate("words", "Stop", "RestrictionLevel");
    }
    return {};
}

} // namespace words
