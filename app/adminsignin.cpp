#include "app/adminsignin.h"

#include "app/credentials.h"

#include <QDir>
#include <QFileInfo>

using base::ErrorCode;
using base::Result;

namespace app {

Result<std::unique_ptr<AdminSignIn>> AdminSignIn::open(const Order &order)
{
    base::Secret password;
    base::Secret pin;
    QString card;
    const bool byFile = !order.credentialsFile.isEmpty();
    if (byFile) {
        const auto credentials = readCredentials(order.credentialsFile);
        if (!credentials)
            return base::fail(credentials);
        if (!credentials->users.contains(order.user))
            return base::fail(ErrorCode::ArgumentWrong, QStringLiteral("no such user in the file"));
        const Credential mine = credentials->users.value(order.user);
        password = toSecret(mine.password);
        pin = toSecret(mine.pin);
        card = mine.card;
    }
    std::unique_ptr<AdminSignIn> signIn(new AdminSignIn);
    auto room = FrontRoom::open(
        {.settingsFile = order.settingsFile, .card = card, .answeredByFile = byFile});
    if (!room)
        return base::fail(room);
    signIn->m_room = std::move(*room);
    if (!byFile) {
        password = askHidden("password: ");
        pin = askHidden("PIN: ");
    }
    signIn->m_room->lookForCard();
    auto future = signIn->m_room->door().signIn(std::move(password), std::move(pin));
    future.waitForFinished();
    auto desk = future.result();
    if (!desk)
        return base::fail(desk);
    signIn->m_desk = *desk;
    if (signIn->m_desk->clerk().mustChangePassword)
        return base::fail(ErrorCode::PasswordExpired);
    return signIn;
}

AdminSignIn::~AdminSignIn()
{
    if (m_desk) {
        auto future = m_desk->signOut();
        future.waitForFinished();
        if (const auto head = future.result(); !head)
            std::fprintf(stderr, "sign-out: code %d\n", int(head.error().code));
    }
}

} // namespace app
