#include "ui/words/entrywords.h"

#include "calendar/eras.h"
#include "ui/words/errorwords.h"

#include <QCoreApplication>

namespace words {

namespace {

constexpr int japanOffsetSeconds = 9 * 60 * 60;
constexpr qint64 minuteSeconds = 60;
constexpr qint64 hourSeconds = 60 * minuteSeconds;
constexpr qint64 daySeconds = 24 * hourSeconds;

/// Gives the words a translation context of their own.
struct EntryWords
{
    Q_DECLARE_TR_FUNCTIONS(EntryWords)
};

} // namespace

QString of(desk::ItemState state)
{
    using desk::ItemState;
    switch (state) {
    case ItemState::Draft:
        return EntryWords::tr("Draft");
    case ItemState::Filed:
        return EntryWords::tr("Waiting to be sent");
    case ItemState::Provisional:
        return EntryWords::tr("Provisional (to be checked)");
    case ItemState::Registered:
        return EntryWords::tr("Registered");
    case ItemState::Conflict:
        return EntryWords::tr("Conflict");
    case ItemState::Refused:
        return EntryWords::tr("Not accepted");
    case ItemState::SentBack:
        return EntryWords::tr("Sent back");
    case ItemState::Withdrawn:
        return EntryWords::tr("Withdrawn");
    case ItemState::Discarded:
        return EntryWords::tr("Discarded");
    }
    return {};
}

QString of(residents::EntryKind kind)
{
    using residents::EntryKind;
    switch (kind) {
    case EntryKind::Note:
        return EntryWords::tr("Note");
    case EntryKind::Contact:
        return EntryWords::tr("Contact");
    case EntryKind::Restriction:
        return EntryWords::tr("Restriction");
    case EntryKind::Move:
        return EntryWords::tr("Move");
    }
    return {};
}

StateWords stateWords(desk::ItemState state, std::optional<base::ErrorCode> reason,
                      const QString &rule)
{
    using desk::ItemState;
    switch (state) {
    case ItemState::Draft:
        return {EntryWords::tr("Kept on this PC only. It was not sent."),
                EntryWords::tr("Go on with it, or discard it.")};
    case ItemState::Filed: {
        const QString kept = EntryWords::tr("Kept on this PC. It is sent by itself as soon as the "
                                            "register is reached.");
        return {reason ? errorWords(*reason).happened + u' ' + kept : kept,
                EntryWords::tr("You need do nothing. It can also be sent now, or withdrawn.")};
    }
    case ItemState::Provisional:
        return {EntryWords::tr("The register has accepted it. Another person has to check it."),
                EntryWords::tr("You need do nothing. Until it is decided it can be withdrawn.")};
    case ItemState::Registered:
        return {EntryWords::tr("It stands in the register."), {}};
    case ItemState::Conflict:
        return {EntryWords::tr("Somebody else changed the record first. Nothing was registered."),
                EntryWords::tr("Open it, compare the two, and choose.")};
    case ItemState::Refused:
        return {reason ? errorWords({*reason, rule}).happened
                       : EntryWords::tr("The register did not accept it."),
                reason ? errorWords({*reason, rule}).todo
                       : EntryWords::tr("Correct it and file it again, or withdraw it.")};
    case ItemState::SentBack:
        return {EntryWords::tr("The checker sent it back. Nothing was registered."),
                EntryWords::tr("Read the answer, correct it and file it again, or discard it.")};
    case ItemState::Withdrawn:
        return {EntryWords::tr("Its author withdrew it."), {}};
    case ItemState::Discarded:
        return {EntryWords::tr("Its author discarded it."), {}};
    }
    return {};
}

QString momentWords(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    const QDateTime here = utc.toOffsetFromUtc(japanOffsetSeconds);
    return calendar::wareki(here.date()) + u' ' + here.time().toString(QStringLiteral("H:mm"));
}

QString ageWords(const QDateTime &utc, const QDateTime &now)
{
    if (!utc.isValid())
        return {};
    const qint64 seconds = qMax(qint64(0), utc.secsTo(now));
    if (seconds < minuteSeconds)
        return EntryWords::tr("just now");
    if (seconds < hourSeconds)
        return EntryWords::tr("%n minute(s)", nullptr, int(seconds / minuteSeconds));
    if (seconds < daySeconds)
        return EntryWords::tr("%n hour(s)", nullptr, int(seconds / hourSeconds));
    return EntryWords::tr("%n day(s)", nullptr, int(seconds / daySeconds));
}

} // namespace words
