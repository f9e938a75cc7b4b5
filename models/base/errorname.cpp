#include "base/errorname.h"

#include <QStringList>

namespace base {

namespace {

/// In the order of the enumeration; a test compares the two.
const QStringList &names()
{
    static const QStringList all{
        QStringLiteral("Unexpected"),
        QStringLiteral("CipherMissing"),
        QStringLiteral("SettingsUnreadable"),
        QStringLiteral("DataFolderInUse"),
        QStringLiteral("DataFolderMissing"),
        QStringLiteral("TableUnreadable"),
        QStringLiteral("TableYearMissing"),
        QStringLiteral("FormUnreadable"),
        QStringLiteral("FontMissing"),
        QStringLiteral("CacheMissing"),
        QStringLiteral("CacheDamaged"),
        QStringLiteral("CacheWrongKey"),
        QStringLiteral("CacheNewer"),
        QStringLiteral("JournalMissing"),
        QStringLiteral("JournalDamaged"),
        QStringLiteral("JournalWrongKey"),
        QStringLiteral("JournalNewer"),
        QStringLiteral("DiskFull"),
        QStringLiteral("FileUnreadable"),
        QStringLiteral("StatementFailed"),
        QStringLiteral("SealBroken"),
        QStringLiteral("TokenAbsent"),
        QStringLiteral("TokenGone"),
        QStringLiteral("TokenModuleFailed"),
        QStringLiteral("TokenHangs"),
        QStringLiteral("TokenUnfit"),
        QStringLiteral("TokenOfOther"),
        QStringLiteral("PinWrong"),
        QStringLiteral("PinLastTry"),
        QStringLiteral("PinLocked"),
        QStringLiteral("StationSecretMissing"),
        QStringLiteral("SlotMissing"),
        QStringLiteral("SlotDamaged"),
        QStringLiteral("PasswordWrong"),
        QStringLiteral("UserUnknown"),
        QStringLiteral("UserLocked"),
        QStringLiteral("UserExpired"),
        QStringLiteral("NotSignedIn"),
        QStringLiteral("CredentialsRefused"),
        QStringLiteral("RightMissing"),
        QStringLiteral("VisitMissing"),
        QStringLiteral("PurposeMissing"),
        QStringLiteral("ReasonMissing"),
        QStringLiteral("RestrictedRecord"),
        QStringLiteral("TooFewConditions"),
        QStringLiteral("ConditionUnreadable"),
        QStringLiteral("ConditionTooLong"),
        QStringLiteral("SearchOvertaken"),
        QStringLiteral("ResidentUnknown"),
        QStringLiteral("RefusedRestriction"),
        QStringLiteral("RefusedRemoved"),
        QStringLiteral("RefusedRequester"),
        QStringLiteral("RefusedItems"),
        QStringLiteral("RequesterIncomplete"),
        QStringLiteral("NobodyChosen"),
        QStringLiteral("GlyphMissing"),
        QStringLiteral("TextOverflows"),
        QStringLiteral("RestrictionsOld"),
        QStringLiteral("DocumentSpent"),
        QStringLiteral("PrinterMissing"),
        QStringLiteral("PrintFailed"),
        QStringLiteral("LogNotWritten"),
        QStringLiteral("LogBroken"),
        QStringLiteral("LogCut"),
        QStringLiteral("RegisterUnreachable"),
        QStringLiteral("RegisterRefused"),
        QStringLiteral("RegisterNewer"),
        QStringLiteral("RegisterDamaged"),
        QStringLiteral("ChunkDamaged"),
        QStringLiteral("RegisterUnknown"),
        QStringLiteral("ArgumentWrong"),
        QStringLiteral("PlaceNotEmpty"),
        QStringLiteral("FileNotWritten"),
    };
    return all;
}

} // namespace

QString errorName(ErrorCode code)
{
    return names().value(int(code));
}

} // namespace base
