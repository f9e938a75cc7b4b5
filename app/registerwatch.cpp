#include "app/registerwatch.h"

#include "app/refusal.h"
#include "app/watchservice.h"
#include "auth/durable.h"
#include "central/pgconnection.h"
#include "central/registerschema.h"
#include "central/registerwatch.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60 * 60 * 1000; // the whole log of a large city

const char usage[] =
    R"(register watch --connect CONNINFO --log FOLDER --key FILE [--seals FILE] [--once]
               [--certificate-days N] [--lag SECONDS]
register seals key --key FILE
register seals verify --connect CONNINFO --seals FILE --public HEX
register seals accept --connect CONNINFO --key FILE [--seals FILE] --code 6DIGITS --reason TEXT
register retention --connect CONNINFO --by NAME [--feed-days N]
)";

struct Order
{
    QString what;
    WatchOrder watch;
    QString open;   ///< --public
    QString code;   ///< --code
    QString reason; ///< --reason
    QString by;     ///< --by
    int feedDays = 40;
};

void say(QIODevice &output, const QJsonObject &line)
{
    output.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

Result<> wrong(const QString &what)
{
    return base::fail(ErrorCode::ArgumentWrong, what);
}

/// What each command must have and may have.
struct Command
{
    QStringList must;
    QStringList may;
};

const QHash<QString, Command> &commands()
{
    static const QHash<QString, Command> all{
        {u"watch"_s,
         {{u"connect"_s, u"log"_s, u"key"_s},
          {u"seals"_s, u"once"_s, u"certificate-days"_s, u"lag"_s}}},
        {u"seals key"_s, {{u"key"_s}, {}}},
        {u"seals verify"_s, {{u"connect"_s, u"seals"_s, u"public"_s}, {}}},
        {u"seals accept"_s, {{u"connect"_s, u"key"_s, u"code"_s, u"reason"_s}, {u"seals"_s}}},
        {u"retention"_s, {{u"connect"_s, u"by"_s}, {u"feed-days"_s}}}};
    return all;
}

Result<> checkOptions(const QCommandLineParser &parser, const Command &command)
{
    for (const QString &name : command.must) {
        if (parser.value(name).trimmed().isEmpty())
            return wrong(u"--%1 is missing"_s.arg(name));
    }
    for (const QString &name : parser.optionNames()) {
        if (!command.must.contains(name) && !command.may.contains(name))
            return wrong(u"--%1 does not belong here"_s.arg(name));
    }
    return {};
}

Result<> readNumber(const QCommandLineParser &parser, const QString &name, int &number)
{
    if (!parser.isSet(name))
        return {};
    bool ok = false;
    number = parser.value(name).toInt(&ok);
    return ok && number > 0 ? Result<>() : wrong(u"--%1 takes a number from 1"_s.arg(name));
}

Result<> readOrder(const QStringList &arguments, Order &order)
{
    QCommandLineParser parser;
    for (const auto *name : {"connect", "log", "key", "seals", "certificate-days", "lag", "public",
                             "code", "reason", "by", "feed-days"})
        parser.addOption({QString::fromLatin1(name), {}, u"VALUE"_s});
    parser.addOption({u"once"_s, {}});
    if (!parser.parse(QStringList{u"register"_s} + arguments))
        return wrong(parser.errorText());
    order.what = parser.positionalArguments().join(u' ');
    const auto command = commands().constFind(order.what);
    if (command == commands().constEnd())
        return wrong(u"register watch, seals key, seals verify, seals accept or retention"_s);
    if (const auto fits = checkOptions(parser, *command); !fits)
        return fits;
    order.watch.connect = parser.value(u"connect"_s);
    order.watch.log = parser.value(u"log"_s);
    order.watch.keyFile = parser.value(u"key"_s);
    order.watch.sealsFile =
        parser.isSet(u"seals"_s) ? parser.value(u"seals"_s) : order.watch.keyFile + u".seals"_s;
    order.watch.once = parser.isSet(u"once"_s);
    order.open = parser.value(u"public"_s);
    order.code = parser.value(u"code"_s);
    order.reason = parser.value(u"reason"_s).trimmed().left(200);
    order.by = parser.value(u"by"_s).trimmed().left(100);
    for (const auto &[name, number] :
         {std::pair{u"certificate-days"_s, &order.watch.limits.certificateDays},
          std::pair{u"lag"_s, &order.watch.limits.lagSeconds},
          std::pair{u"feed-days"_s, &order.feedDays}}) {
        if (const auto read = readNumber(parser, name, *number); !read)
            return read;
    }
    return order.feedDays >= 40 ? Result<>() : wrong(u"--feed-days takes a number from 40"_s);
}

Result<int> makeKey(const Order &order, QIODevice &output)
{
    const base::Secret seed = base::crypto::randomSecret(base::crypto::keyBytes);
    QByteArray bytes(reinterpret_cast<const char *>(seed.data()), qsizetype(seed.size()));
    const auto made = auth::createDurably(order.watch.keyFile, bytes);
    bytes.fill('\0');
    if (!made)
        return base::fail(made);
    const auto pair = base::crypto::signingKeyPairFrom(seed);
    say(output, {{u"public"_s, QString::fromLatin1(pair.open.toHex())}});
    return 0;
}

Result<std::unique_ptr<central::PgConnection>> connectTo(const Order &order)
{
    auto connection = central::PgConnection::open(
        {.connect = order.watch.connect, .statementLimitMs = patienceMs});
    if (!connection)
        return connection;
    if (const auto current = central::RegisterSchema(**connection).demandCurrent(); !current)
        return base::fail(current);
    return connection;
}

Result<int> verify(const Order &order, QIODevice &output)
{
    const QByteArray open = QByteArray::fromHex(order.open.toLatin1());
    if (open.size() != base::crypto::keyBytes)
        return base::fail(ErrorCode::ArgumentWrong, u"--public takes 64 hexadecimal digits"_s);
    const auto connection = connectTo(order);
    if (!connection)
        return base::fail(connection);
    const auto verdict = central::verifySeals(**connection, order.watch.sealsFile, open);
    if (!verdict)
        return base::fail(verdict);
    for (const auto &city : verdict->cities)
        say(output, {{u"code"_s, city.code},
                     {u"rows"_s, city.rows},
                     {u"sealedTo"_s, city.sealedTo},
                     {u"seals"_s, city.seals},
                     {u"lost"_s, city.lost}});
    for (const QString &fault : verdict->faults)
        say(output, {{u"fault"_s, fault}});
    return verdict->faults.isEmpty() ? 0 : 1;
}

Result<int> accept(const Order &order, QIODevice &output)
{
    const auto key = readSealKey(order.watch.keyFile);
    if (!key)
        return base::fail(key);
    const auto connection = connectTo(order);
    if (!connection)
        return base::fail(connection);
    central::RegisterWatch watch(**connection, {.log = central::ServerLog({}),
                                                .seals = central::SealsFile(order.watch.sealsFile),
                                                .key = *key});
    const auto done = watch.acceptRestored(order.code, order.reason);
    if (!done)
        return base::fail(done);
    say(output, {{u"accepted"_s, order.code}});
    return 0;
}

Result<int> approve(const Order &order, QIODevice &output)
{
    const auto connection = connectTo(order);
    if (!connection)
        return base::fail(connection);
    const auto done = central::approveRetention(**connection, order.feedDays, order.by);
    if (!done)
        return base::fail(done);
    say(output, {{u"feedDays"_s, order.feedDays}, {u"by"_s, order.by}});
    return 0;
}

Result<int> carryOut(const Order &order, QIODevice &output, QIODevice &errors)
{
    if (order.what == u"seals key")
        return makeKey(order, output);
    if (order.what == u"seals verify")
        return verify(order, output);
    if (order.what == u"seals accept")
        return accept(order, output);
    if (order.what == u"retention")
        return approve(order, output);
    return WatchService(order.watch, output, errors).run();
}

} // namespace

bool isRegisterWatch(const QStringList &arguments)
{
    return QStringList{u"watch"_s, u"seals"_s, u"retention"_s}.contains(arguments.value(0));
}

int runRegisterWatch(const QStringList &arguments, QIODevice &output, QIODevice &errors)
{
    Order order;
    if (const auto read = readOrder(arguments, order); !read) {
        errors.write(refusalText(read.error()));
        errors.write(usage);
        return refusalExit(read.error());
    }
    const auto done = carryOut(order, output, errors);
    if (!done) {
        errors.write(refusalText(done.error()));
        return refusalExit(done.error());
    }
    return *done;
}

} // namespace app
