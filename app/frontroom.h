#pragma once

#include "app/office.h"
#include "app/registerway.h"
#include "app/settings.h"
#include "audit/doorlog.h"
#include "auth/stationsecret.h"
#include "base/clock.h"
#include "desk/door.h"
#include "print/press.h"
#include "token/tokenprocess.h"

#include <QLockFile>

#include <memory>

namespace app {

/// The first stage: settings, lock file, card, slots, door.log, forms and fonts; the door stands in
/// it. Needs no sign-in and shows nothing personal.
class FrontRoom final
{
public:
    struct Order
    {
        QString settingsFile;
        QString card; ///< training: folder of the card under tokens/; empty = the settings' own
        bool answeredByFile = false; ///< --credentials, or a tour that works the windows
    };
    /// CipherMissing, SettingsUnreadable, CredentialsRefused, DataFolderMissing, DataFolderInUse,
    /// FormUnreadable, FontMissing.
    [[nodiscard]] static base::Result<std::unique_ptr<FrontRoom>> open(const Order &order);
    ~FrontRoom();
    Q_DISABLE_COPY_MOVE(FrontRoom)

    [[nodiscard]] desk::Door &door() { return *m_door; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] const print::Press &press() const { return *m_press; }
    /// Looks for a card now instead of at the next poll, and waits for it; for the command line.
    void lookForCard() { m_token->lookNow(); }
    [[nodiscard]] token::Token &token() { return *m_token; }
    [[nodiscard]] audit::DoorLog &doorLog() { return *m_doorLog; }

private:
    FrontRoom(Settings settings, const Order &order);
    [[nodiscard]] base::Result<> takeFolder();
    [[nodiscard]] base::Result<> openDoorLog();
    [[nodiscard]] base::Result<> refuseHelpers(const Order &order);
    [[nodiscard]] base::Result<> note(const desk::DoorFailure &failure);
    [[nodiscard]] base::Result<> mayTry(const QString &cardSerial) const;

    Settings m_settings;
    bool m_answeredByFile;
    base::SystemClock m_clock;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<audit::DoorLog> m_doorLog;
    std::unique_ptr<print::Press> m_press;
    auth::StationSecretFile m_secret;
    std::unique_ptr<token::TokenProcess> m_token;
    std::unique_ptr<RegisterWay> m_way; ///< empty: the register is embedded
    std::unique_ptr<desk::Door> m_door;
};

} // namespace app
