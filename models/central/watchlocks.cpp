#include "central/watchlocks.h"

#include "central/pgconnection.h"
#include "central/watchstatements.h"

#include <QRegularExpression>

namespace central {

using base::Result;
using namespace Qt::StringLiterals;

namespace {

/// A name as accounts have one; anything else could be a password typed into the wrong field.
QString asName(const QString &text)
{
    static const QRegularExpression shape(u"^[a-z][a-z0-9_.-]{0,62}$"_s);
    return shape.match(text).hasMatch() ? text : QString();
}

QString asAddress(const QString &text)
{
    static const QRegularExpression shape(u"^[0-9A-Za-z.:%_\\[\\]-]{1,64}$"_s);
    return shape.match(text).hasMatch() ? text : u"-"_s;
}

} // namespace

Result<WatchLocks> WatchLocks::open(PgConnection &connection)
{
    WatchLocks locks(connection);
    if (const auto read = locks.readAccounts(); !read)
        return base::fail(read);
    return locks;
}

Result<> WatchLocks::readAccounts()
{
    const auto server = m_connection.run(u"register/watch/cards_are_logged"_s);
    if (!server)
        return base::fail(server);
    m_cardsAreLogged = server->boolean(0, 0);
    m_database = server->text(0, 1);
    const auto cities = watchedCities(m_connection);
    if (!cities)
        return base::fail(cities);
    for (const auto &city : *cities)
        m_cities.insert(city.code);
    const auto accounts = m_connection.run(u"register/watch/accounts"_s);
    if (!accounts)
        return base::fail(accounts);
    for (int row = 0; row < accounts->rows(); ++row) {
        const bool shut = accounts->boolean(row, 2);
        const int count = int(accounts->integer(row, 3));
        const int others = int(accounts->integer(row, 5));
        m_accounts.insert(accounts->text(row, 1), {.code = accounts->text(row, 0),
                                                   .shut = shut,
                                                   .wasShut = shut,
                                                   .count = count,
                                                   .counted = count,
                                                   .others = others,
                                                   .othersCounted = others,
                                                   .allowed = int(accounts->integer(row, 4))});
    }
    return {};
}

QString WatchLocks::reasonOf(const Connection &attempt) const
{
    if (attempt.outcome != Connection::Outcome::WrongPassword)
        return attempt.why;
    const auto account = m_accounts.constFind(attempt.user);
    if (account == m_accounts.constEnd())
        return u"unknown user"_s;
    if (!attempt.card.isEmpty() && attempt.card != attempt.user)
        return u"another's certificate"_s;
    return account->shut ? u"locked"_s : attempt.why;
}

void WatchLocks::take(const Connection &attempt)
{
    // Nobody's business here: another database of the same server, and none of our users.
    if (!attempt.database.isEmpty() && attempt.database != m_database &&
        !m_accounts.contains(attempt.user) && !m_accounts.contains(attempt.card))
        return;
    if (attempt.outcome != Connection::Outcome::Accepted) {
        ++m_noted.refused;
        Times &times = m_lines[{asName(attempt.user), asName(attempt.card),
                                asAddress(attempt.address), reasonOf(attempt)}];
        ++times.count;
        times.last = attempt.at;
    }
    count(attempt);
}

void WatchLocks::count(const Connection &attempt)
{
    const auto account = m_accounts.find(m_cardsAreLogged ? attempt.card : attempt.user);
    if (account == m_accounts.end())
        return;
    if (attempt.outcome == Connection::Outcome::Accepted)
        account->count = 0;
    else if (attempt.outcome == Connection::Outcome::WrongPassword)
        ++(attempt.user == account.key() ? account->count : account->others);
    account->shut = account->shut || account->count + account->others >= account->allowed;
}

std::set<QString> WatchLocks::citiesOf(const Line &line) const
{
    std::set<QString> cities;
    for (const QString &user : {line.user, line.card}) {
        if (const auto account = m_accounts.constFind(user); account != m_accounts.constEnd())
            cities.insert(account->code);
    }
    return cities.empty() ? m_cities : cities;
}

Result<> WatchLocks::writeLine(const Line &line, const Times &times)
{
    QString detail = u"%1; from %2"_s.arg(line.why, line.address);
    if (!line.card.isEmpty())
        detail += u"; certificate of "_s + line.card;
    detail += u"; times %1, last %2"_s.arg(times.count).arg(times.last.left(40));
    for (const QString &code : citiesOf(line)) {
        const auto done = writeNote(m_connection, {.code = code,
                                                   .user = line.user,
                                                   .station = {},
                                                   .call = u"connect"_s,
                                                   .outcome = u"RegisterRefused"_s,
                                                   .detail = detail});
        if (!done)
            return done;
    }
    return {};
}

Result<> WatchLocks::writeAccount(const QString &user, const Account &account)
{
    if (account.shut && !account.wasShut) {
        m_noted.locked.append(user);
        if (const auto done = m_connection.run(u"register/watch/shut"_s, {account.code, user});
            !done)
            return base::fail(done);
        return writeNote(m_connection, {.code = account.code,
                                        .user = user,
                                        .station = {},
                                        .call = u"connect"_s,
                                        .outcome = u"UserLocked"_s,
                                        .detail = u"%1 refused connections"_s.arg(account.count +
                                                                                  account.others)});
    }
    if (account.shut ||
        (account.count == account.counted && account.others == account.othersCounted))
        return {};
    const auto put = account.count + account.others == 0
                         ? m_connection.run(u"register/watch/count_end"_s, {account.code, user})
                         : m_connection.run(u"register/watch/count_put"_s,
                                            {account.code, user, account.count, account.others});
    return put ? Result<>() : base::fail(put);
}

Result<Noted> WatchLocks::write()
{
    for (const auto &[line, times] : m_lines) {
        if (const auto done = writeLine(line, times); !done)
            return base::fail(done);
    }
    for (auto account = m_accounts.cbegin(); account != m_accounts.cend(); ++account) {
        if (const auto done = writeAccount(account.key(), *account); !done)
            return base::fail(done);
    }
    m_lines.clear();
    m_noted.locked.sort();
    return m_noted;
}

} // namespace central
