#include "app/watchservice.h"

#include "base/errorname.h"
#include "central/pgconnection.h"
#include "central/registerschema.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <utility>

namespace app {

using base::ErrorCode;
using base::Result;
using central::WatchAlarm;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long pauseSeconds = 1;
constexpr unsigned long pauseAfterFailure = 5;
constexpr qint64 minuteMs = 60 * 1000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr int statementMs = 10 * 60 * 1000; // a city's log of a day, recalculated

/// Says when something is due, the first time at once.
class Due final
{
public:
    explicit Due(qint64 everyMs)
        : m_every(everyMs)
    {
    }
    bool now()
    {
        if (m_last.isValid() && m_last.elapsed() < m_every)
            return false;
        m_last.start();
        return true;
    }

private:
    qint64 m_every;
    QElapsedTimer m_last;
};

} // namespace

Result<base::crypto::KeyPair> readSealKey(const QString &file)
{
    QFile open(file);
    if (!open.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, u"the key that seals"_s);
    QByteArray bytes = open.read(base::crypto::keyBytes + 1);
    if (bytes.size() != base::crypto::keyBytes)
        return base::fail(ErrorCode::FileUnreadable, u"the key that seals is no key"_s);
    const base::Secret seed(bytes.cbegin(), bytes.cend());
    bytes.fill('\0');
    return base::crypto::signingKeyPairFrom(seed);
}

void WatchService::tell(QIODevice &device, QJsonObject line)
{
    line.insert(u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    device.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    if (auto *file = qobject_cast<QFileDevice *>(&device))
        file->flush();
}

void WatchService::report(const QList<WatchAlarm> &found)
{
    const bool again = !m_said.isValid() || m_said.elapsed() >= hourMs;
    for (const auto &alarm : found) {
        if (again || !m_standing.contains(alarm))
            tell(m_errors, {{u"alarm"_s, alarm.kind}, {u"where"_s, alarm.where}});
    }
    for (const auto &alarm : m_standing) {
        if (!found.contains(alarm))
            tell(m_output, {{u"over"_s, alarm.kind}, {u"where"_s, alarm.where}});
    }
    if (again)
        m_said.start();
    m_standing = found;
}

void WatchService::checkKeyFile()
{
    m_keyAlarms.clear();
    const auto write = QFile::WriteGroup | QFile::WriteOther;
    if (QFileInfo(m_order.keyFile).permissions() & (write | QFile::ReadGroup | QFile::ReadOther))
        m_keyAlarms.append({u"key"_s, u"others can read the key that seals"_s});
    if (QFileInfo(m_order.sealsFile).permissions() & write)
        m_keyAlarms.append({u"key"_s, u"others can write to the seals"_s});
    if (central::serverReads(*m_connection, QFileInfo(m_order.keyFile).absoluteFilePath()))
        m_keyAlarms.append({u"key"_s, u"the server can read the key that seals"_s});
}

Result<> WatchService::connect()
{
    if (m_connection && m_connection->isOpen())
        return {};
    auto made =
        central::PgConnection::open({.connect = m_order.connect, .statementLimitMs = statementMs});
    if (!made)
        return base::fail(made);
    m_connection = std::move(*made);
    if (const auto current = central::RegisterSchema(*m_connection).demandCurrent(); !current)
        return current;
    m_watch = std::make_unique<central::RegisterWatch>(
        *m_connection, central::RegisterWatch::Parts{.log = central::ServerLog(m_order.log),
                                                     .seals = central::SealsFile(m_order.sealsFile),
                                                     .key = m_key});
    return {};
}

Result<> WatchService::follow()
{
    m_logAlarms.clear();
    const auto ended = m_watch->endHeld(m_order.limits.openSeconds);
    if (!ended)
        return base::fail(ended);
    if (*ended > 0)
        tell(m_output, {{u"ended"_s, *ended}});
    const auto noted = m_watch->followLog();
    if (!noted && noted.error().code == ErrorCode::FileUnreadable) {
        m_logAlarms.append({u"server-log"_s, noted.error().detail});
        return {};
    }
    if (!noted)
        return base::fail(noted);
    if (noted->refused > 0)
        tell(m_output, {{u"refused"_s, noted->refused}});
    for (const QString &user : noted->locked)
        tell(m_output, {{u"locked"_s, user}});
    if (noted->gap)
        m_logAlarms.append({u"server-log"_s, u"lines are missing"_s});
    return {};
}

Result<> WatchService::eachMinute(bool hour)
{
    // One that fails keeps no other one from being done.
    Result<> first;
    const auto note = [&first](const auto &done) {
        if (!done && first)
            first = base::fail(done);
    };
    note(m_watch->verifyHeads());
    note(m_watch->seal());
    if (hour) {
        checkKeyFile();
        const auto removed = m_watch->retain();
        note(removed);
        if (removed && *removed > 0)
            tell(m_output, {{u"removed"_s, *removed}});
    }
    const auto found = m_watch->alarms(m_order.limits);
    note(found);
    if (found)
        m_alarms = *found;
    return first;
}

Result<> WatchService::round(bool minute, bool hour)
{
    if (const auto there = connect(); !there)
        return there;
    const auto followed = follow();
    if (!minute)
        return followed;
    const auto done = eachMinute(hour);
    return followed ? done : followed;
}

Result<int> WatchService::run()
{
    const auto key = readSealKey(m_order.keyFile);
    if (!key)
        return base::fail(key);
    m_key = *key;
    Due minute(minuteMs);
    Due hour(hourMs);
    for (bool standby = false;;) {
        const bool eachHour = hour.now();
        const bool eachMinute = minute.now() || eachHour;
        const auto done = round(eachMinute, eachHour);
        // The other server's watch works as long as this server takes no writes.
        const bool waits = !done && done.error().detail == u"takes no writes";
        if (waits != std::exchange(standby, waits))
            tell(m_output, {{u"standby"_s, waits}});
        QList<WatchAlarm> failed;
        if (!done && !waits)
            failed.append(
                {u"watch"_s, base::errorName(done.error().code) + u": "_s + done.error().detail});
        if (eachMinute || !done)
            report(failed + m_keyAlarms + m_logAlarms + m_alarms);
        if (m_order.once)
            return m_standing.isEmpty() ? 0 : 1;
        QThread::sleep(done ? pauseSeconds : pauseAfterFailure);
    }
}

} // namespace app
