#pragma once

namespace base {

/// Each code is one situation of the person at the counter. Wording: ui/words; remedy in full:
/// resources/help/ja/errors.md. The place in the program goes into Error::detail.
enum class ErrorCode {
    Unexpected, ///< something the program does not know; nothing was changed

    // Starting
    CipherMissing,      ///< the program carries no encryption and refuses to start
    SettingsUnreadable, ///< this PC's settings file is missing or broken
    DataFolderInUse,    ///< another program has this data open
    DataFolderMissing,
    TableUnreadable,  ///< a table of rates, eras, wording ... cannot be read
    TableYearMissing, ///< the table holds nothing for the date asked about
    FormUnreadable,   ///< a form layout cannot be read
    FontMissing,      ///< a font that certificates need is not installed

    // Files
    CacheMissing,
    CacheDamaged,
    CacheWrongKey,
    CacheNewer, ///< written by a newer version of the program
    JournalMissing,
    JournalDamaged,
    JournalWrongKey,
    JournalNewer,
    DiskFull,
    FileUnreadable,
    StatementFailed, ///< a database statement failed for a reason none of the others names
    SealBroken,      ///< key or content is not what was sealed

    // Token
    TokenAbsent,
    TokenGone,         ///< was there and is not any more
    TokenModuleFailed, ///< the card's program could not be loaded, ended or answers nonsense
    TokenHangs,        ///< no answer in time; the card's program was ended
    TokenUnfit,        ///< no certificate or no key of the kind needed
    TokenOfOther,      ///< belongs to somebody else than the person expected
    PinWrong,
    PinLastTry,
    PinLocked,

    // Signing in
    StationSecretMissing, ///< this PC is not enrolled, or the data belongs to another PC
    SlotMissing,          ///< this person has never signed in on this PC
    SlotDamaged,
    PasswordWrong,
    PasswordExpired, ///< it opens nothing any more but its own change
    PasswordUnfit,   ///< the new one does not keep the rules
    PasswordUsed,    ///< the new one was used before
    UserUnknown,
    UserLocked, ///< too many failures; a supervisor unlocks
    UserExpired,
    NotSignedIn,
    LeaseMissing, ///< the register is not reached, and this person may not work here without it
    LeaseEnded,   ///< the time for which this person may work without the register is over
    ClockBehind,  ///< this PC's clock is behind the time it was last told
    CredentialsRefused, ///< a credentials file against a register that is not for training

    // Rights and visits
    RightMissing,
    VisitMissing,
    PurposeMissing,
    ReasonMissing,    ///< a protected record opens only with a written reason
    RestrictedRecord, ///< 支援措置: this person may not open it
    CallerUnknown,    ///< on the telephone: not yet shown to be the person himself

    // Searching and reading
    TooFewConditions,
    ConditionUnreadable, ///< a date, number or kana that cannot be one
    ConditionTooLong,
    SearchOvertaken,
    ResidentUnknown,

    // Entries: what is filed at the register
    EntryIncomplete, ///< something needed is missing, or a field holds what it cannot
    EntryConflict,   ///< somebody changed the record first
    MoveRefused,     ///< a rule of the 異動 is not kept (detail: residents::MoveRule)
    EntryPending,    ///< a 仮登録 on this person waits for its 照合
    EntryDecided,    ///< the 仮登録 was decided already
    EntryUnknown,    ///< there is no such entry, note or restriction
    OwnEntry,        ///< 照合 is done by another person than the author
    EditLocked,      ///< somebody else has it open for editing
    NumberUnknown,   ///< the register holds no 個人番号 of this person

    // Certificates
    RefusedRestriction,  ///< 抑止・支援措置: not issued
    RefusedRemoved,      ///< 除票: another certificate
    RefusedRequester,    ///< this requester may not have it
    RefusedItems,        ///< this requester may not have these items
    RequesterIncomplete, ///< who asks, how identified or what for is missing
    NobodyChosen,
    GlyphMissing,    ///< a character has no glyph in the registered fonts
    TextOverflows,   ///< a text does not fit its field even at the smallest size
    RestrictionsOld, ///< the data on restrictions is too old to issue from
    DocumentSpent,   ///< this document has been printed already
    PrinterMissing,
    PrintFailed,

    // Log
    LogNotWritten, ///< the log row could not be written, so nothing was shown
    LogBroken,     ///< the chain does not hold
    LogCut,        ///< the file ends before the head that was witnessed

    // Register
    RegisterUnreachable,
    RegisterRefused,
    RegisterNewer,
    RegisterDamaged,
    ChunkDamaged,
    RegisterUnknown, ///< the cache belongs to another register

    // Command line
    ArgumentWrong,
    PlaceNotEmpty,
    FileNotWritten, ///< a new file or folder could not be made
    Count
};

} // namespace base
