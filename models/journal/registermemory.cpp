#include "journal/registermemory.h"

#include "storage/database.h"
#include "storage/eachrow.h"

namespace journal {

using namespace Qt::StringLiterals;

namespace {

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

Result<std::optional<RegisterMemory::Item>> RegisterMemory::read(const QString &name)
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

Result<> RegisterMemory::write(const QString &name, const Item &item)
{
    auto statement = m_database.statement(QStringLiteral("journal/meta_write"));
    if (!statement)
        return base::fail(statement);
    statement->bind("name"_L1, name);
    statement->bind("amount"_L1, item.amount);
    statement->bind("content"_L1, item.content.isNull() ? QByteArray("") : item.content);
    return statement->exec();
}

Result<Lease> RegisterMemory::lease(const QString &userId)
{
    const auto item = read(leaseItem(userId));
    if (!item)
        return base::fail(item);
    return *item ? Lease{(*item)->amount, (*item)->content} : Lease{};
}

Result<> RegisterMemory::setLease(const QString &userId, const Lease &lease)
{
    return write(leaseItem(userId), Item{lease.untilMs, lease.session});
}

Result<QByteArray> RegisterMemory::table(const QString &name)
{
    const auto item = read(tableItem(name));
    if (!item)
        return base::fail(item);
    return *item ? (*item)->content : QByteArray();
}

Result<> RegisterMemory::setTable(const QString &name, const QByteArray &bytes)
{
    return write(tableItem(name), Item{0, bytes});
}

Result<QString> RegisterMemory::registerId()
{
    const auto item = read(registerItem());
    if (!item)
        return base::fail(item);
    return *item ? QString::fromUtf8((*item)->content) : QString();
}

Result<> RegisterMemory::setRegisterId(const QString &id)
{
    return write(registerItem(), Item{0, id.toUtf8()});
}

Result<std::optional<qint64>> RegisterMemory::lostAfter()
{
    const auto item = read(lostItem());
    if (!item)
        return base::fail(item);
    if (!*item || (*item)->amount < 0)
        return std::optional<qint64>();
    return std::optional<qint64>((*item)->amount);
}

Result<> RegisterMemory::setLostAfter(std::optional<qint64> number)
{
    return write(lostItem(), Item{number.value_or(-1), {}});
}

Result<QList<FeedMark>> RegisterMemory::feedMarks()
{
    return marks(-1);
}

Result<std::optional<FeedMark>> RegisterMemory::newestFeedMark()
{
    const auto newest = marks(1);
    if (!newest)
        return base::fail(newest);
    return newest->isEmpty() ? std::optional<FeedMark>() : std::optional(newest->first());
}

Result<QList<FeedMark>> RegisterMemory::marks(int most)
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

Result<> RegisterMemory::addFeedMark(const FeedMark &mark)
{
    auto statement = m_database.statement(QStringLiteral("journal/mark_add"));
    if (!statement)
        return base::fail(statement);
    statement->bind("number"_L1, mark.number);
    statement->bind("hash"_L1, mark.hash);
    statement->bind("at_ms"_L1, mark.atMs);
    return statement->exec();
}

Result<> RegisterMemory::forgetFeedMarks(qint64 beforeMs, qint64 behind)
{
    auto statement = m_database.statement(QStringLiteral("journal/mark_forget"));
    if (!statement)
        return base::fail(statement);
    statement->bind("old_ms"_L1, beforeMs);
    statement->bind("after"_L1, behind);
    return statement->exec();
}

} // namespace journal
