#pragma once

#include "auth/cardidentity.h"
#include "auth/keyslot.h"
#include "auth/stationsecret.h"
#include "base/clock.h"
#include "base/owner.h"
#include "central/centrallink.h"
#include "desk/answer.h"
#include "desk/clerk.h"
#include "token/token.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace desk {

class Desk;

/// What the sign-in page shows of the place it stands in.
struct DoorView
{
    QString municipality;
    QString station;
    bool training = false;
    QString version;
};

/// What a register on a server answered to somebody it accepted.
struct Accepted
{
    std::shared_ptr<central::CentralLink> link; ///< with its session open
    central::Session session;
    /// The station key, from the register's share and the station's secret.
    std::function<base::Result<base::Secret>(const base::Secret &stationSecret)> stationKey;
};

/// Both factors were right: the station key is in hand.
struct Admission
{
    base::Secret stationKey;
    std::optional<Accepted> accepted; ///< empty: the register is embedded and opens with the key
    /// The register on a server was not reached: nothing is opened without a lease. Asks it again
    /// with the same password, which lives as long as this does (app/README.md).
    std::function<base::Result<Accepted>()> askAgain = {};
    auth::CardIdentity identity;
    token::TokenView card;
};

/// Something that went wrong at the door, before any journal is open.
struct DoorFailure
{
    base::ErrorCode code = base::ErrorCode::Unexpected;
    QString userId; ///< as the card claims; empty when it names nobody
    QString cardSerial;
};

/// The station before anybody is signed in: the card, and signing in with password and PIN in the
/// order of design.md 4: a register on a server is asked first, and only when it is not reached the
/// slot is tried without it; embedded, the slot is the first lock and the register the second.
class Door final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        token::Token &token;
        const auth::StationSecret &secret;
        QString slotsFile;
        DoorView view;
        /// Writes the failure to door.log before it is shown.
        std::function<base::Result<>(const DoorFailure &)> note;
        /// UserLocked when there were too many failures at this door.
        std::function<base::Result<>(const QString &cardSerial)> mayTry;
        /// Asks a register on a server, with the card logged in: nothing is unlocked without its
        /// answer. Empty: the register is embedded.
        std::function<base::Result<Accepted>(const auth::CardIdentity &, const base::Secret &)>
            askRegister;
        /// Asks the embedded register, opens journal and cache, makes the desk (app/office).
        std::function<base::Result<std::shared_ptr<Desk>>(const Admission &)> openOffice;
    };
    explicit Door(Parts parts);
    ~Door() override;

    [[nodiscard]] DoorView view() const { return m_parts.view; }
    [[nodiscard]] TokenView token() const;
    /// TokenAbsent, TokenUnfit, SlotMissing, SlotDamaged, StationSecretMissing, PinWrong,
    /// PinLastTry, PinLocked, PasswordWrong, UserLocked, RegisterRefused, LeaseMissing (not
    /// reached, and never signed in here), and what the office answers: LeaseEnded, ClockBehind.
    /// Every failure that tells of a person's try is noted first. Both secrets are wiped when used.
    [[nodiscard]] Answer<std::shared_ptr<Desk>> signIn(base::Secret password, base::Secret pin);
    /// Both factors again, for unlocking the screen: must be the same card's. TokenOfOther when it
    /// is another one. Blocks; not for the screen's thread.
    [[nodiscard]] base::Result<Admission> prove(const base::Secret &password,
                                                const base::Secret &pin);
    /// The slot of this card for another password, made but not written: the register is told
    /// first. StationSecretMissing, SlotDamaged.
    [[nodiscard]] base::Result<auth::KeySlot> slotFor(const base::Secret &password,
                                                      const Admission &admission) const;
    /// In the place of the one before: written beside, synced, renamed.
    [[nodiscard]] base::Result<> keepSlot(const auth::KeySlot &slot) const;
    /// Logs the card out.
    void forgetCard();

Q_SIGNALS:
    void tokenChanged(const desk::TokenView &token);

private:
    [[nodiscard]] base::Result<auth::CardIdentity> identify(const token::TokenView &card) const;
    [[nodiscard]] base::Result<Admission> tryFactors(const base::Secret &password,
                                                     const base::Secret &pin, Admission admission);
    [[nodiscard]] base::Result<base::Secret> openSlot(const base::Secret &password,
                                                      const Admission &admission) const;
    [[nodiscard]] base::Result<base::Secret> renewSlot(const base::Secret &password,
                                                       Admission admission) const;
    Parts m_parts;
    base::Worker m_worker;
};

/// What the screen may know of a card before its PIN.
[[nodiscard]] TokenView viewOf(const token::TokenView &card);

} // namespace desk
