#include "app/frontroom.h"

#include "app/tokenprogram.h"
#include "base/errorname.h"
#include "central/policy.h"
#include "storage/cipher.h"

#include <QDir>
#include <QFile>

#include <utility>

using base::ErrorCode;
using base::Result;

namespace app {

namespace {

token::TokenSettings tokenSettings(const Settings &settings)
{
    token::TokenSettings token;
    token.program = tokenProgram();
    token.module = settings.tokenModule;
    token.environment = settings.tokenEnvironment;
    return token;
}

} // namespace

FrontRoom::FrontRoom(Settings settings, const Order &order)
    : m_settings(std::move(settings))
    , m_answeredByFile(order.answeredByFile)
    , m_secret(m_settings.secretFile)
{
}

FrontRoom::~FrontRoom() = default;

Result<std::unique_ptr<FrontRoom>> FrontRoom::open(const Order &order)
{
    if (const auto cipher = storage::requireCipher(); !cipher)
        return base::fail(cipher);
    if (const auto sound = base::crypto::selfTest(); !sound)
        return base::fail(sound);
    auto settings = readSettings(order.settingsFile);
    if (!settings)
        return base::fail(settings);
    std::unique_ptr<FrontRoom> room(new FrontRoom(std::move(*settings), order));
    if (const auto taken = room->takeFolder(); !taken)
        return base::fail(taken);
    if (const auto opened = room->openDoorLog(); !opened)
        return base::fail(opened);
    if (const auto allowed = room->refuseHelpers(order); !allowed)
        return base::fail(allowed);
    if (!order.card.isEmpty())
        room->m_settings.useCard(order.card);
    auto press = print::Press::open();
    if (!press)
        return base::fail(press);
    room->m_press = std::make_unique<print::Press>(std::move(*press));
    room->m_token = std::make_unique<token::TokenProcess>(tokenSettings(room->m_settings));
    FrontRoom *self = room.get();
    const auto openOffice = [self](const desk::Admission &admission) {
        return Office::open(admission, {.settings = self->m_settings,
                                        .clock = self->m_clock,
                                        .doorLog = *self->m_doorLog,
                                        .press = *self->m_press,
                                        .door = self->m_door.get(),
                                        .answeredByFile = self->m_answeredByFile});
    };
    desk::Door::Parts parts{
        .token = *room->m_token,
        .secret = room->m_secret,
        .slotsFile = QDir(room->m_settings.dataFolder).filePath(QStringLiteral("slots")),
        .view = {.municipality = room->m_settings.municipality,
                 .station = room->m_settings.stationName,
                 .training = room->m_settings.training,
                 .version = QStringLiteral(MADOGUCHI_VERSION)},
        .note = [self](const desk::DoorFailure &failure) { return self->note(failure); },
        .mayTry = [self](const QString &serial) { return self->mayTry(serial); },
        .askRegister = {},
        .openOffice = openOffice};
    if (!room->m_settings.registerConnect.isEmpty()) {
        room->m_way =
            std::make_unique<RegisterWay>(room->m_settings, *room->m_token, room->m_secret);
        parts.askRegister = [self](const auth::CardIdentity &identity,
                                   const base::Secret &password) {
            return self->m_way->ask(identity, password);
        };
    }
    room->m_door = std::make_unique<desk::Door>(std::move(parts));
    return room;
}

/// One program at a time owns the data folder (design.md 2). The lock file holds pid and program;
/// one left behind by a crash is taken over.
Result<> FrontRoom::takeFolder()
{
    const QDir folder(m_settings.dataFolder);
    if (!folder.exists())
        return base::fail(ErrorCode::DataFolderMissing);
    m_lock = std::make_unique<QLockFile>(folder.filePath(QStringLiteral("in-use.lock")));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        if (m_lock->error() != QLockFile::LockFailedError)
            return base::fail(ErrorCode::FileUnreadable, QStringLiteral("lock file"));
        qint64 pid = 0;
        QString host;
        QString program;
        (void)m_lock->getLockInfo(&pid, &host, &program);
        return base::fail(ErrorCode::DataFolderInUse,
                          QStringLiteral("pid %1, %2").arg(pid).arg(program));
    }
    return {};
}

/// What is for training only: said and noted before anybody may try; the register's own mark
/// decides at sign-in.
Result<> FrontRoom::refuseHelpers(const Order &order)
{
    if (m_settings.training || (!order.answeredByFile && order.card.isEmpty()))
        return {};
    const desk::DoorFailure failure{
        .code = ErrorCode::CredentialsRefused, .userId = {}, .cardSerial = {}};
    if (const auto noted = note(failure); !noted)
        return base::fail(noted);
    return base::fail(ErrorCode::CredentialsRefused, QStringLiteral("not a training place"));
}

/// The station's open box key lies beside the data: before anybody signed in nothing else is known.
Result<> FrontRoom::openDoorLog()
{
    const QDir folder(m_settings.dataFolder);
    QFile key(folder.filePath(QStringLiteral("door.key")));
    if (!key.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::DataFolderMissing, QStringLiteral("no door.key"));
    const QByteArray box = key.readAll();
    if (box.size() != base::crypto::keyBytes)
        return base::fail(ErrorCode::DataFolderMissing, QStringLiteral("door.key is no key"));
    m_doorLog =
        std::make_unique<audit::DoorLog>(folder.filePath(QStringLiteral("door.log")), box, m_clock);
    return {};
}

/// Tries of a person count; a reader that fails is nobody's try.
Result<> FrontRoom::note(const desk::DoorFailure &failure)
{
    switch (failure.code) {
    case ErrorCode::PinWrong:
    case ErrorCode::PinLastTry:
    case ErrorCode::PinLocked:
    case ErrorCode::PasswordWrong:
    case ErrorCode::SlotMissing:
    case ErrorCode::TokenOfOther:
    case ErrorCode::UserUnknown:
    case ErrorCode::UserExpired:
    case ErrorCode::PasswordExpired:
    case ErrorCode::UserLocked:
    case ErrorCode::RegisterRefused:
    case ErrorCode::CredentialsRefused:
        return m_doorLog->add({.event = audit::DoorEvent::Failure,
                               .userId = failure.userId,
                               .cardSerial = failure.cardSerial,
                               .reason = base::errorName(failure.code)});
    default:
        return {};
    }
}

Result<> FrontRoom::mayTry(const QString &cardSerial) const
{
    const auto failures = m_doorLog->failuresOf(cardSerial);
    if (!failures)
        return base::fail(failures);
    const auto policy = central::policyOn(m_clock.today());
    if (!policy)
        return base::fail(policy);
    if (*failures >= policy->failuresBeforeLock)
        return base::fail(ErrorCode::UserLocked);
    return {};
}

} // namespace app
