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

namespace {

/// A source text with the comment that tells the translator what it is.
struct Word
{
    residents::MovementReason reason;
    struct
    {
        const char *source;
        const char *comment;
    } text;
};

const QList<Word> &movementWords()
{
    using E = residents::MovementReason;
    static const QList<Word> words{
        {E::MoveIn, QT_TRANSLATE_NOOP3("words", "Move in", "MovementReason")},
        {E::MoveInFromAbroad, QT_TRANSLATE_NOOP3("words", "Move in from abroad", "MovementReason")},
        {E::Birth, QT_TRANSLATE_NOOP3("words", "Birth", "MovementReason")},
        {E::EntryExOfficio, QT_TRANSLATE_NOOP3("words", "Entry ex officio", "MovementReason")},
        {E::Naturalised,
         QT_TRANSLATE_NOOP3("words", "Entry ex officio (naturalised)", "MovementReason")},
        {E::MoveWithin, QT_TRANSLATE_NOOP3("words", "Move within the city", "MovementReason")},
        {E::MoveOut, QT_TRANSLATE_NOOP3("words", "Move out", "MovementReason")},
        {E::MoveOutAbroad, QT_TRANSLATE_NOOP3("words", "Move abroad", "MovementReason")},
        {E::Death, QT_TRANSLATE_NOOP3("words", "Death", "MovementReason")},
        {E::RemovalExOfficio, QT_TRANSLATE_NOOP3("words", "Removal ex officio", "MovementReason")},
        {E::NationalityLost,
         QT_TRANSLATE_NOOP3("words", "Removal ex officio (nationality lost)", "MovementReason")},
        {E::RemovalNaturalised,
         QT_TRANSLATE_NOOP3("words", "Removal ex officio (naturalisation)", "MovementReason")},
        {E::CorrectionExOfficio,
         QT_TRANSLATE_NOOP3("words", "Correction ex officio", "MovementReason")},
        {E::MinorCorrection, QT_TRANSLATE_NOOP3("words", "Minor correction", "MovementReason")},
        {E::ErrorCorrection,
         QT_TRANSLATE_NOOP3("words", "Correction of an error", "MovementReason")},
        {E::HouseholdSplit, QT_TRANSLATE_NOOP3("words", "Household split", "MovementReason")},
        {E::HouseholdMerge, QT_TRANSLATE_NOOP3("words", "Households merged", "MovementReason")},
        {E::HouseholdChange, QT_TRANSLATE_NOOP3("words", "Change of household", "MovementReason")},
        {E::HeadChange, QT_TRANSLATE_NOOP3("words", "Change of head", "MovementReason")},
        {E::FormerFamilyEntry,
         QT_TRANSLATE_NOOP3("words", "Entry of the former family name", "MovementReason")},
        {E::AliasEntry, QT_TRANSLATE_NOOP3("words", "Entry of the alias", "MovementReason")},
        {E::Remade, QT_TRANSLATE_NOOP3("words", "Record remade", "MovementReason")},
        {E::CancellationIncrease,
         QT_TRANSLATE_NOOP3("words", "Movement cancelled (increase)", "MovementReason")},
        {E::CancellationDecrease,
         QT_TRANSLATE_NOOP3("words", "Movement cancelled (decrease)", "MovementReason")},
        {E::CancellationCorrection,
         QT_TRANSLATE_NOOP3("words", "Movement cancelled (correction)", "MovementReason")},
        {E::Initial,
         QT_TRANSLATE_NOOP3("words", "Taken over from the former system", "MovementReason")}};
    return words;
}

} // namespace

QString of(residents::MovementReason reason)
{
    for (const Word &word : movementWords())
        if (word.reason == reason)
            return QCoreApplication::translate("words", word.text.source, word.text.comment);
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
