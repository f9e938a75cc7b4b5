#include "base/errorname.h"

#include <array>

namespace base {

namespace {

/// In the order of the enumeration; a test compares the two.
constexpr std::array<const char *, static_cast<std::size_t>(ErrorCode::Count)> names{
    "Unexpected",
    "CipherMissing",
    "SettingsUnreadable",
    "DataFolderInUse",
    "DataFolderMissing",
    "TableUnreadable",
    "TableYearMissing",
    "FormUnreadable",
    "FontMissing",
    "CacheMissing",
    "CacheDamaged",
    "CacheWrongKey",
    "CacheNewer",
    "JournalMissing",
    "JournalDamaged",
    "JournalWrongKey",
    "JournalNewer",
    "DiskFull",
    "FileUnreadable",
    "StatementFailed",
    "SealBroken",
    "TokenAbsent",
    "TokenGone",
    "TokenModuleFailed",
    "TokenHangs",
    "TokenUnfit",
    "TokenOfOther",
    "PinWrong",
    "PinLastTry",
    "PinLocked",
    "StationSecretMissing",
    "SlotMissing",
    "SlotDamaged",
    "PasswordWrong",
    "PasswordExpired",
    "PasswordUnfit",
    "PasswordUsed",
    "UserUnknown",
    "UserLocked",
    "UserExpired",
    "NotSignedIn",
    "LeaseMissing",
    "LeaseEnded",
    "ClockBehind",
    "CredentialsRefused",
    "RightMissing",
    "VisitMissing",
    "PurposeMissing",
    "ReasonMissing",
    "RestrictedRecord",
    "CallerUnknown",
    "TooFewConditions",
    "ConditionUnreadable",
    "ConditionTooLong",
    "SearchOvertaken",
    "ResidentUnknown",
    "EntryIncomplete",
    "EntryConflict",
    "MoveRefused",
    "EntryPending",
    "EntryDecided",
    "EntryUnknown",
    "OwnEntry",
    "EditLocked",
    "NumberUnknown",
    "RefusedRestriction",
    "RefusedRemoved",
    "RefusedRequester",
    "RefusedItems",
    "RequesterIncomplete",
    "NobodyChosen",
    "GlyphMissing",
    "TextOverflows",
    "RestrictionsOld",
    "DocumentSpent",
    "PrinterMissing",
    "PrintFailed",
    "LogNotWritten",
    "LogBroken",
    "LogCut",
    "RegisterUnreachable",
    "RegisterRefused",
    "RegisterNewer",
    "RegisterDamaged",
    "ChunkDamaged",
    "RegisterUnknown",
    "ArgumentWrong",
    "PlaceNotEmpty",
    "FileNotWritten",
};

} // namespace

QString errorName(ErrorCode code)
{
    const auto at = static_cast<std::size_t>(code);
    return at < names.size() ? QString::fromLatin1(names[at]) : QString();
}

std::optional<ErrorCode> errorNamed(const QString &name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names.at(i)))
            return static_cast<ErrorCode>(i);
    }
    return std::nullopt;
}

} // namespace base
