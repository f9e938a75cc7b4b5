#pragma once

#include "base/errorcode.h"
#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QObject>
#include <QString>

namespace token {

enum class Presence {
    Absent, ///< no card
    Present,
    Unusable, ///< a card without the certificate we need, or a module that fails
    Hanging,  ///< the module does not answer
};

/// What the card says of its PIN before it is asked for. PKCS#11 gives no number of tries.
enum class PinState {
    Ready,
    Low,     ///< a wrong PIN was given since the last right one
    LastTry, ///< one more wrong PIN locks the card
    Locked,
};

/// What is known of the card without its PIN.
struct TokenView
{
    Presence presence = Presence::Absent;
    base::ErrorCode problem = base::ErrorCode::TokenAbsent; ///< why not Present
    QString label;
    QString serial;
    PinState pin = PinState::Ready;
    bool pinPad = false; ///< the PIN is typed on the reader; login takes an empty one
    bool removable = false;
    quint64 insertion = 0;      ///< counts up whenever a card comes: another number, another login
    QByteArray signCertificate; ///< DER; names the holder (auth::CardIdentity)
    QByteArray deriveCertificate; ///< DER; holds the point a key slot is made for
    bool operator==(const TokenView &) const = default;
};

/// The clerk's card. It lies outside our process, therefore an abstract class (TokenProcess).
/// Safe to call from any thread; calls wait for the card and are not for the screen's thread.
/// Any call can end with TokenGone, TokenHangs or TokenModuleFailed; `view` then says so too.
class Token : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// The last known state; never waits.
    [[nodiscard]] virtual TokenView view() const = 0;
    /// Gives the PIN to the card, once: never again by itself. Whoever was logged in before is
    /// logged out first. PinWrong and PinLastTry (one try left) and PinLocked tell what remains.
    virtual base::Result<> login(const base::Secret &pin) = 0;
    /// ECDH with the card's key and an uncompressed P-256 point (65 bytes): 32 bytes.
    /// NotSignedIn before login, TokenUnfit when the card has no such key.
    virtual base::Result<base::Secret> derive(const QByteArray &point) = 0;
    /// ECDSA (r and s, 64 bytes) over a digest of 32 bytes. Errors as for derive.
    virtual base::Result<QByteArray> sign(const QByteArray &digest) = 0;
    virtual base::Result<> logout() = 0;

Q_SIGNALS:
    /// Comes from the token's own thread: connect with a context object.
    void changed(const token::TokenView &view);
};

} // namespace token
