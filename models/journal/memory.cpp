#include "journal/memory.h"

#include "storage/database.h"
#include "storage/eachrow.h"

namespace journal {

namespace {

QString stationItem()
{
    return QStringLiteral("station");
}
QString doorItem()
{
    return QStringLiteral("door");
}
QString timeItem()
{
    return QStringLiteral("trusted_time");
}

} // namespace

Result<QString> Memory::station()
{
    const auto item = read(stationItem());
    if (!item)
        return base::fail(item);
    return *item ? QString::fromUtf8((*item)->content) : QString();
}

Result<> Memory::setStation(const QString &station)
{
    return write(stationItem(), Item{0, station.toUtf8()});
}

Result<evidence::Head> Memory::door()
{
    const auto item = read(doorItem());
    if (!item)
        return base::fail(item);
    if (!*item)
        return evidence::Head{};
    return evidence::Head{static_cast<quint64>((*item)->amount), (*item)->content};
}

Result<> Memory::setDoor(const evidence::Head &head)
{
    return write(doorItem(), Item{static_cast<qint64>(head.count), head.hash});
}

Result<qint64> Memory::trustedTime()
{
    const auto item = read(timeItem());
    if (!item)
        return base::fail(item);
    return *item ? (*item)->amount : 0;
}

Result<> Memory::trustTime(qint64 ms)
{
    const auto known = trustedTime();
    if (!known)
        return base::fail(known);
    if (ms <= *known)
        return {};
    return write(timeItem(), Item{ms, {}});
}

Result<QStringList> Memory::unsettledNumbers()
{
    auto statement = database().statement(QStringLiteral("journal/number_unsettled"));
    if (!statement)
        return base::fail(statement);
    QStringList numbers;
    const auto read =
        storage::eachRow(*statement, [&numbers](const auto &row) { numbers.append(row.text(0)); });
    if (!read)
        return base::fail(read);
    return numbers;
}

} // namespace journal
