#pragma once

#include "app/cityplace.h"
#include "app/credentials.h"
#include "app/frontroom.h"
#include "base/crypto.h"
#include "desk/desk.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace support {

/// A whole training place in a temporary folder, made by the real parts: register, station, cards.
class TrainingPlace final
{
public:
    /// Asserts; call from initTestCase.
    explicit TrainingPlace(int residents = 400, quint64 seed = 7)
    {
        democity::CityOrder order;
        order.residents = residents;
        order.seed = seed;
        const auto made = app::makeCityPlace(at(QStringLiteral("city")), order, {});
        if (!made)
            qFatal("no training place: code %d %s", int(made.error().code),
                   qPrintable(made.error().detail));
        const auto read = app::readCredentials(at(QStringLiteral("city/credentials.json")));
        if (!read)
            qFatal("no credentials");
        m_credentials = read->users;
        m_specimens = read->specimens;
    }
    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString station(const QString &name) const
    {
        return at(QStringLiteral("city/station/") + name);
    }
    [[nodiscard]] app::Credential credential(const QString &user) const
    {
        return m_credentials.value(user);
    }
    /// 宛名番号 of a resident who shows something ("family", "protectedPerson":
    /// democity/specimens.h).
    [[nodiscard]] base::PersonId specimen(const QString &name) const
    {
        return {m_specimens.value(name).toLongLong()};
    }
    [[nodiscard]] base::Result<std::unique_ptr<app::FrontRoom>> frontRoom(const QString &user) const
    {
        return app::FrontRoom::open({.settingsFile = at(QStringLiteral("city/madoguchi.conf")),
                                     .card = credential(user).card,
                                     .answeredByFile = false});
    }

private:
    QTemporaryDir m_folder;
    QHash<QString, app::Credential> m_credentials;
    QHash<QString, QString> m_specimens;
};

/// Waits for a future while events go on.
template <typename T>
T waited(QFuture<T> future, int limitMs = 60'000)
{
    QElapsedTimer timer;
    timer.start();
    while (!future.isFinished() && timer.elapsed() < limitMs)
        QTest::qWait(5);
    if (!future.isFinished())
        qFatal("no answer within %d ms", limitMs);
    return future.result();
}

/// Somebody at work: the door open, signed in, the cache loaded.
struct AtWork
{
    std::unique_ptr<app::FrontRoom> room;
    std::shared_ptr<desk::Desk> desk;
};
inline AtWork signedIn(const TrainingPlace &place, const QString &user)
{
    AtWork work;
    auto room = place.frontRoom(user);
    if (!room)
        qFatal("no front room: code %d %s", int(room.error().code),
               qPrintable(room.error().detail));
    work.room = std::move(*room);
    QElapsedTimer timer;
    timer.start();
    while (work.room->door().token().state != desk::TokenState::Present && timer.elapsed() < 10'000)
        QTest::qWait(20);
    const app::Credential mine = place.credential(user);
    auto desk =
        waited(work.room->door().signIn(app::toSecret(mine.password), app::toSecret(mine.pin)));
    if (!desk)
        qFatal("not signed in: code %d %s", int(desk.error().code),
               qPrintable(desk.error().detail));
    work.desk = *desk;
    while (work.desk->status().loadPercent < 100 && timer.elapsed() < 60'000)
        QTest::qWait(20);
    return work;
}

} // namespace support
