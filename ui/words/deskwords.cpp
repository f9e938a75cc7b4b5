#include "ui/words/words.h"

#include <QCoreApplication>

namespace words {

QString of(certificates::RequesterKind kind)
{
    using E = certificates::RequesterKind;
    switch (kind) {
    case E::Self:
        return QCoreApplication::translate("words", "The person", "RequesterKind");
    case E::SameHousehold:
        return QCoreApplication::translate("words", "Member of the household", "RequesterKind");
    case E::Agent:
        return QCoreApplication::translate("words", "Agent", "RequesterKind");
    case E::Official:
        return QCoreApplication::translate("words", "Public authority", "RequesterKind");
    case E::ThirdParty:
        return QCoreApplication::translate("words", "Third party", "RequesterKind");
    case E::Professional:
        return QCoreApplication::translate("words", "Professional representative", "RequesterKind");
    }
    return {};
}

QString of(certificates::Item item)
{
    using E = certificates::Item;
    switch (item) {
    case E::Relationship:
        return QCoreApplication::translate("words", "Head and relationship", "Item");
    case E::Domicile:
        return QCoreApplication::translate("words", "Registered domicile and its head", "Item");
    case E::ForeignItems:
        return QCoreApplication::translate("words", "Nationality and residence status", "Item");
    case E::FormerFamily:
        return QCoreApplication::translate("words", "Former family name", "Item");
    case E::History:
        return QCoreApplication::translate("words", "Former addresses", "Item");
    case E::IndividualNumber:
        return QCoreApplication::translate("words", "Individual number", "Item");
    case E::ResidentCode:
        return QCoreApplication::translate("words", "Resident code", "Item");
    }
    return {};
}

QString of(certificates::FormKind form)
{
    using E = certificates::FormKind;
    switch (form) {
    case E::Household:
        return QCoreApplication::translate("words", "Resident record, household form", "FormKind");
    case E::Individual:
        return QCoreApplication::translate("words", "Resident record, one person", "FormKind");
    case E::Removed:
        return QCoreApplication::translate("words", "Removed record", "FormKind");
    }
    return {};
}

QString of(desk::Caller caller)
{
    using E = desk::Caller;
    switch (caller) {
    case E::Self:
        return QCoreApplication::translate("words", "The person", "Caller");
    case E::SameHousehold:
        return QCoreApplication::translate("words", "Same household", "Caller");
    case E::Agent:
        return QCoreApplication::translate("words", "Agent", "Caller");
    case E::ThirdParty:
        return QCoreApplication::translate("words", "Third party", "Caller");
    case E::Official:
        return QCoreApplication::translate("words", "Official request", "Caller");
    case E::Telephone:
        return QCoreApplication::translate("words", "Telephone", "Caller");
    case E::Nobody:
        return QCoreApplication::translate("words", "Nobody (office work)", "Caller");
    }
    return {};
}

QString of(desk::LockReason reason)
{
    using E = desk::LockReason;
    switch (reason) {
    case E::Key:
        return QCoreApplication::translate("words", "Locked by key", "LockReason");
    case E::Idle:
        return QCoreApplication::translate("words", "Locked because nobody worked here",
                                           "LockReason");
    case E::TokenGone:
        return QCoreApplication::translate("words", "Locked because the card was taken out",
                                           "LockReason");
    case E::Register:
        return QCoreApplication::translate("words", "Locked because the register must be asked",
                                           "LockReason");
    }
    return {};
}

QString of(desk::TokenState state)
{
    using E = desk::TokenState;
    switch (state) {
    case E::Absent:
        return QCoreApplication::translate("words", "No card", "TokenState");
    case E::Present:
        return QCoreApplication::translate("words", "Card ready", "TokenState");
    case E::Unusable:
        return QCoreApplication::translate("words", "Card unusable", "TokenState");
    case E::Hanging:
        return QCoreApplication::translate("words", "Card does not answer", "TokenState");
    }
    return {};
}

QString of(desk::PinState state)
{
    using E = desk::PinState;
    switch (state) {
    case E::Ready:
        return QCoreApplication::translate("words", "PIN can be typed", "PinState");
    case E::Low:
        return QCoreApplication::translate("words", "The PIN was typed wrongly before", "PinState");
    case E::LastTry:
        return QCoreApplication::translate("words", "Only one PIN try is left", "PinState");
    case E::Locked:
        return QCoreApplication::translate("words", "The card is locked", "PinState");
    }
    return {};
}

QString of(desk::MatchedName matched)
{
    using E = desk::MatchedName;
    switch (matched) {
    case E::Current:
        return QCoreApplication::translate("words", "Present name", "MatchedName");
    case E::FormerFamily:
        return QCoreApplication::translate("words", "Former family name", "MatchedName");
    case E::Alias:
        return QCoreApplication::translate("words", "Alias", "MatchedName");
    case E::Past:
        return QCoreApplication::translate("words", "Past name", "MatchedName");
    }
    return {};
}

QString of(desk::Role role)
{
    using E = desk::Role;
    switch (role) {
    case E::Clerk:
        return QCoreApplication::translate("words", "Clerk", "Role");
    case E::Supervisor:
        return QCoreApplication::translate("words", "Supervisor", "Role");
    case E::Administrator:
        return QCoreApplication::translate("words", "Administrator", "Role");
    }
    return {};
}

} // namespace words
