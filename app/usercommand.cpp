#include "app/usercommand.h"

#include "app/adminsignin.h"
#include "app/refusal.h"
#include "base/errorname.h"

#include <QDir>

#include <cstdio>

using base::Result;

namespace app {

namespace {

Result<> unlock(AdminSignIn &signIn, const QString &userId)
{
    Office &office = signIn.office();
    const auto card = office.link().unlockUser(userId);
    audit::Entry entry;
    entry.procedure = QStringLiteral("UnlockUser");
    entry.operation = audit::Operation::Update;
    entry.detail = userId;
    if (!card) {
        entry.outcome = audit::Outcome::Refused;
        entry.reason = base::errorName(card.error().code);
    }
    if (const auto row = office.log(entry); !row)
        return base::fail(row);
    if (!card)
        return base::fail(card);
    const auto slotFile = auth::KeySlots::read(
        QDir(signIn.frontRoom().settings().dataFolder).filePath(QStringLiteral("slots")));
    if (!slotFile)
        return base::fail(slotFile);
    const auto slot = slotFile->find(*card);
    if (!slot)
        return base::fail(slot);
    return signIn.frontRoom().doorLog().add({.event = audit::DoorEvent::Success,
                                             .userId = userId,
                                             .cardSerial = slot->holders.first().serial,
                                             .reason = QStringLiteral("unlocked")});
}

} // namespace

int runUser(AdminSignIn &signIn, const QStringList &arguments)
{
    if (arguments.size() != 2 || arguments.first() != QLatin1String("unlock")) {
        std::fputs("usage: madoguchi-admin user unlock USERID\n", stderr);
        return 2;
    }
    const auto done = unlock(signIn, arguments.at(1));
    if (!done && done.error().code == base::ErrorCode::UserUnknown)
        return tellRefusal({base::ErrorCode::ArgumentWrong,
                            QStringLiteral("no user has the id '%1'").arg(arguments.at(1))});
    if (!done)
        return tellRefusal(done.error());
    std::printf("{\"unlocked\":\"%s\"}\n", qPrintable(arguments.at(1)));
    return 0;
}

} // namespace app
