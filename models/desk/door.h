#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "desk/clerk.h"

#include <QFuture>
#include <QObject>

#include <memory>

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

/// The station before anybody is signed in: the card, and signing in with password and PIN
/// (design.md 4). The implementation is put together in app/office.
class Door : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual DoorView view() const = 0;
    [[nodiscard]] virtual TokenView token() const = 0;
    /// Password and PIN are wiped when used. The desk ends with sign-out.
    virtual QFuture<base::Result<std::shared_ptr<Desk>>> signIn(base::Secret password,
                                                               base::Secret pin) = 0;

Q_SIGNALS:
    void tokenChanged(const desk::TokenView &token);
};

} // namespace desk
