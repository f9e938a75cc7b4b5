#include "central/pgconnect.h"

#include "central/pgfailure.h"
#include "central/pgwait.h"

#include <libpq-fe.h>

#include <memory>
#include <vector>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

struct ConnectionCloser
{
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
using Connection = std::unique_ptr<PGconn, ConnectionCloser>;

struct OptionsCloser
{
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};

/// Keywords and values as libpq takes them.
class Settings final
{
public:
    [[nodiscard]] static Result<Settings> of(const QString &connect)
    {
        char *complaint = nullptr; // may quote the password
        const std::unique_ptr<PQconninfoOption, OptionsCloser> options(
            PQconninfoParse(connect.toUtf8().constData(), &complaint));
        PQfreemem(complaint);
        if (!options)
            return base::fail(ErrorCode::ArgumentWrong, QStringLiteral("connection string"));
        Settings settings;
        for (const auto *option = options.get(); option->keyword != nullptr; ++option) {
            if (option->val != nullptr)
                settings.set(option->keyword, option->val);
        }
        return settings;
    }

    [[nodiscard]] QByteArray value(const QByteArray &keyword) const
    {
        for (const auto &pair : m_pairs) {
            if (pair.first == keyword)
                return pair.second;
        }
        return {};
    }

    /// An empty value leaves it to libpq.
    void set(const QByteArray &keyword, const QByteArray &value)
    {
        m_pairs.removeIf([&keyword](const auto &pair) { return pair.first == keyword; });
        if (!value.isEmpty())
            m_pairs.append({keyword, value});
    }

    void setUnlessGiven(const QByteArray &keyword, const QByteArray &value)
    {
        if (this->value(keyword).isEmpty())
            set(keyword, value);
    }

    /// The password is not copied: it stays in the caller's wiped memory.
    [[nodiscard]] PGconn *start(const base::Secret &password) const
    {
        base::Secret ended = password;
        ended.push_back(0);
        std::vector<const char *> keywords;
        std::vector<const char *> values;
        for (const auto &pair : m_pairs) {
            keywords.push_back(pair.first.constData());
            values.push_back(pair.second.constData());
        }
        if (!password.empty()) {
            keywords.push_back("password");
            values.push_back(reinterpret_cast<const char *>(ended.data()));
        }
        keywords.push_back(nullptr);
        values.push_back(nullptr);
        return PQconnectStartParams(keywords.data(), values.data(), 0);
    }

private:
    QList<std::pair<QByteArray, QByteArray>> m_pairs;
};

struct Host
{
    QByteArray name;
    QByteArray address;
    QByteArray port;
};

QList<Host> hostsOf(const Settings &settings)
{
    const auto names = settings.value("host").split(',');
    const auto addresses = settings.value("hostaddr").split(',');
    const auto ports = settings.value("port").split(',');
    QList<Host> hosts;
    for (qsizetype i = 0; i < qMax(names.size(), addresses.size()); ++i)
        hosts.append({.name = names.value(i).trimmed(),
                      .address = addresses.value(i).trimmed(),
                      .port = (ports.size() == 1 ? ports.first() : ports.value(i)).trimmed()});
    return hosts;
}

/// What holds for every session. A server that is gone is noticed by TCP within seconds, one that
/// does not answer by our own limits.
void setSession(Settings &settings, const PgTarget &target)
{
    settings.set("client_encoding", "UTF8");
    settings.setUnlessGiven("application_name", "madoguchi");
    settings.setUnlessGiven("target_session_attrs", "read-write");
    settings.setUnlessGiven("tcp_user_timeout", "5000");
    settings.setUnlessGiven("keepalives_idle", "5");
    settings.setUnlessGiven("keepalives_interval", "2");
    settings.setUnlessGiven("keepalives_count", "3");
    const QByteArray ours = "-c statement_timeout=" + QByteArray::number(target.statementLimitMs) +
                            " -c lock_timeout=3000"
                            " -c idle_in_transaction_session_timeout=60000";
    settings.set("options", (settings.value("options") + ' ' + ours).trimmed());
}

int noPassphrase(char *room, int size, PGconn *)
{
    if (size > 0)
        room[0] = '\0';
    return 0;
}

Result<Connection> attempt(const Settings &settings, const base::Secret &password,
                           const QDeadlineTimer &until)
{
    Connection connection(settings.start(password));
    if (!connection)
        return base::fail(ErrorCode::RegisterUnreachable, QStringLiteral("no memory"));
    PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);
    auto state =
        PQstatus(connection.get()) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK && state != PGRES_POLLING_FAILED) {
        const auto wanted = state == PGRES_POLLING_READING ? Wanted::Read : Wanted::Write;
        if (waitForSocket(PQsocket(connection.get()), wanted, until) == Ready::Nothing)
            return base::fail(ErrorCode::RegisterUnreachable, QStringLiteral("no answer in time"));
        state = PQconnectPoll(connection.get());
    }
    if (state == PGRES_POLLING_FAILED)
        return tl::unexpected(connectFailure(PQerrorMessage(connection.get())));
    return connection;
}

/// Asks the resolver, within the limit, what libpq would ask without one.
Result<> setHost(Settings &settings, const Host &host, const QDeadlineTimer &until)
{
    settings.set("host", host.name);
    settings.set("hostaddr", host.address);
    settings.set("port", host.port);
    const QString name = QString::fromUtf8(host.name);
    if (!host.address.isEmpty() || needsNoLookup(name))
        return {};
    const auto addresses = addressesOf(name, until);
    if (addresses.isEmpty())
        return base::fail(ErrorCode::RegisterUnreachable, QStringLiteral("no address"));
    // The same host at each of its addresses, in the resolver's order.
    settings.set("host", QByteArrayList(addresses.size(), host.name).join(','));
    settings.set("hostaddr", addresses.join(u',').toLatin1());
    settings.set("port", QByteArrayList(addresses.size(), host.port).join(','));
    return {};
}

} // namespace

Result<> connectTo(const PgTarget &target, PGconn **connection)
{
    static const bool hooked = [] {
        PQsetSSLKeyPassHook_OpenSSL(noPassphrase); // nobody is at a terminal to be asked
        return true;
    }();
    Q_UNUSED(hooked);
    auto settings = Settings::of(target.connect);
    if (!settings)
        return base::fail(settings);
    setSession(*settings, target);
    const auto hosts = hostsOf(*settings);
    const QDeadlineTimer until(target.connectLimitMs, Qt::PreciseTimer);
    base::Error last{.code = ErrorCode::RegisterUnreachable, .detail = QStringLiteral("no host")};
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        const auto part = qMax<qint64>(until.remainingTime(), 0) / (hosts.size() - i);
        const QDeadlineTimer partly(part, Qt::PreciseTimer);
        if (const auto set = setHost(*settings, hosts.at(i), partly); !set) {
            last = set.error();
            continue;
        }
        auto made = attempt(*settings, target.password, partly);
        if (made) {
            *connection = made->release();
            return {};
        }
        last = made.error();
        if (isFinal(last))
            break;
    }
    return tl::unexpected(last);
}

} // namespace central
