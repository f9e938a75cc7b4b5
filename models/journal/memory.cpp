#include "journal/memory.h"

#include "storage/database.h"
#include "storage/eachrow.h"

namespace journal {

using namespace Qt::StringLiterals;

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
QString leaseItem(const QString &userId)
{
    return QStringLiteral("lease ") + userId;
}
QString tableItem(const QString &name)
{
    return QStringLiteral("table ") + name;
}
QString registerItem()
{
    return QStringLiteral("register");
}
QString lostItem()
{
    return QStringLiteral("lost_after");
}

} // namespace

Memory::Memory(storage::Database &database)
    : m_database(database)
{
}

Result<std::optional<Memory::Item>> Memory::read(const QString &name)
{
    auto statement = m_database.statement(QStringLiteral("journal/meta_read"));
    if (!statement)
        return base::fail(statement);
    statement->bind("name"_L1, name);
    if (const auto done = statement->exec(); !done)
        return base::fail(done);
    const auto row = statement->next();
    if (!row)
        return base::fail(row);
    if (!*row)
        return std::optional<Item>();
    return std::optional<Item>(Item{statement->integer(0), statement->bytes(1)});
}

Result<> Memory::write(const QString &name, const Item &item)
{
    auto statement = m_database.statement(QStringLiteral("journal/meta_write"));
    if (!statement)
        return base::fail(statement);
    statement->bind("name"_L1, name);
    statement->bind("amount"_L1, item.amount);
    statement->bind("content"_L1, item.content.isNull() ? QByteArray("") : item.content);
    return statement->exec();
}

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
    auto statement = m_database.statement(QStringLiteral("journal/number_unsettled"));
    if (!statement)
        return base::fail(statement);
    QStringList numbers;
    const auto read =
        storage::eachRow(*statement, [&numbers](const auto &row) { numbers.append(row.text(0)); });
    if (!read)
        return base::fail(read);
    return numbers;
}

Result<Lease> Memory::lease(const QString &userId)
{
    const auto item = read(leaseItem(userId));
    if (!item)
        return base::fail(item);
    return *item ? Lease{(*item)->amount, (*item)->content} : Lease{};
}

Result<> Memory::setLease(const QString &userId, const Lease &lease)
{
    return write(leaseItem(userId), Item{lease.untilMs, lease.session});
}

Result<QByteArray> Memory::table(const QString &name)
{
    const auto item = read(tableItem(name));
    if (!item)
        return base::fail(item);
    return *item ? (*item)->content : QByteArray();
}

Result<> Memory::setTable(const QString &name, const QByteArray &bytes)
{
    return write(tableItem(name), Item{0, bytes});
}

Result<QString> Memory::registerId()
{
    const auto item = read(registerItem());
    if (!item)
        return base::fail(item);
    return *item ? QString::fromUtf8((*item)->content) : QString();
}

Result<> Memory::setRegisterId(const QString &id)
{
    return write(registerItem(), Item{0, id.toUtf8()});
}

Result<std::optional<qint64>> Memory::lostAfter()
{
    const auto item = read(lostItem());
    if (!item)
        return base::fail(item);
    if (!*item || (*item)->amount < 0)
        return std::optional<qint64>();
    return std::optional<qint64>((*item)->amount);
}

Result<> Memory::setLostAfter(std::optional<qint64> number)
{
    return write(lostItem(), Item{number.value_or(-1), {}});
}

Result<QList<FeedMark>> Memory::feedMarks()
{
    return marks(-1);
}

Result<std::optional<FeedMark>> Memory::newestFeedMark()
{
    const auto newest = marks(1);
    if (!newest)
        return base::fail(newest);
    return newest->isEmpty() ? std::optional<FeedMark>() : std::optional(newest->first());
}

Result<QList<FeedMark>> Memory::marks(int most)
{
    auto statement = m_database.statement(QStringLiteral("journal/mark_list"));
    if (!statement)
        return base::fail(statement);
    statement->bind("most"_L1, most);
    QList<FeedMark> found;
    const auto read = storage::eachRow(*statement, [&found](const auto &row) {
        found.append({.number = row.integer(0), .hash = row.bytes(1), .atMs = row.integer(2)});
    });
    if (!read)
        return base::fail(read);
    return found;
}

Result<> Memory::addFeedMark(const FeedMark &mark)
{
    auto statement = m_database.statement(QStringLiteral("journal/mark_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("number"_L1, mark.number);
    statement->bind("hash"_L1, mark.hash);
    statement->bind("at_ms"_L1, mark.atMs);
    return statement->exec();
}

Result<> Memory::forgetFeedMarks(qint64 beforeMs, qint64 behind)
{
    auto statement = m_database.statement(QStringLiteral("journal/mark_forget"));
    if (!statement)
        return base::fail(statement);
    statement->bind("old_ms"_L1, beforeMs);
    statement->bind("after"_L1, behind);
    return statement->exec();
}

} // namespace journal
