#include "app/registercommand.h"

#include "app/refusal.h"
#include "app/registerpassword.h"
#include "app/registerwatch.h"
#include "central/postgresregister.h"
#include "central/registercheck.h"
#include "central/registerschema.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUuid>

#include <cstdio>

namespace app {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60 * 60 * 1000; // a migration or the digest of a large city

const char usage[] =
    R"(register init --connect CONNINFO --code 6DIGITS --municipality NAME --key FILE [--training]
register upgrade --connect CONNINFO [--key FILE]
register check --connect CONNINFO
register digest --connect CONNINFO
register recover --connect CONNINFO
register backed-up --connect CONNINFO [CODE:NUMBER...]
register outbound --connect CONNINFO
register table --connect CONNINFO --code 6DIGITS FILE...
register password --connect CONNINFO --code 6DIGITS USERID
)";

struct RegisterArguments
{
    QString what;
    QString connect;
    central::RegisterIdentity identity;
    QString keyFile;
    QStringList places; ///< CODE:NUMBER, or files
};

void say(QIODevice &output, const QJsonObject &line)
{
    output.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

Result<> wrong(const QString &what)
{
    return base::fail(ErrorCode::ArgumentWrong, what);
}

Result<> readIdentity(const QCommandLineParser &parser, central::RegisterIdentity &identity)
{
    static const QRegularExpression sixDigits(u"^[0-9]{6}$"_s);
    identity.registerId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    identity.code = parser.value(u"code"_s);
    identity.municipality = parser.value(u"municipality"_s).trimmed();
    identity.training = parser.isSet(u"training"_s);
    if (!sixDigits.match(identity.code).hasMatch())
        return wrong(u"--code takes the six digits of the 全国地方公共団体コード"_s);
    if (identity.municipality.isEmpty())
        return wrong(u"--municipality takes a name"_s);
    if (!QDir::isAbsolutePath(parser.value(u"key"_s)))
        return wrong(u"--key takes the whole path of a file of 32 random bytes, outside the folder "
                     "of the data, that only the server's account reads"_s);
    return {};
}

Result<> readArguments(const QStringList &arguments, RegisterArguments &order)
{
    QCommandLineParser parser;
    parser.addOptions({{u"connect"_s, {}, u"CONNINFO"_s},
                       {u"code"_s, {}, u"CODE"_s},
                       {u"municipality"_s, {}, u"NAME"_s},
                       {u"key"_s, {}, u"FILE"_s},
                       {u"training"_s, {}}});
    if (!parser.parse(QStringList{u"register"_s} + arguments))
        return wrong(parser.errorText());
    const QStringList words = parser.positionalArguments();
    order.what = words.value(0);
    order.connect = parser.value(u"connect"_s);
    order.keyFile = parser.value(u"key"_s);
    order.places = words.mid(1);
    static const QRegularExpression place(u"^[0-9]{6}:[0-9]{1,18}$"_s);
    const QStringList known{u"init"_s,    u"upgrade"_s,   u"check"_s, u"digest"_s,
                            u"recover"_s, u"backed-up"_s, u"table"_s, u"outbound"_s};
    if (order.what == u"table" || order.what == u"password") {
        const bool one = order.what == u"password";
        order.identity.code = parser.value(u"code"_s);
        if (order.places.isEmpty() || (one && order.places.size() > 1) ||
            order.identity.code.isEmpty() || order.connect.isEmpty())
            return wrong(one ? u"register password takes --connect, --code and a user's id"_s
                             : u"register table takes --connect, --code and files"_s);
        return {};
    }
    const bool wordsFit = order.what == u"backed-up"
                              ? order.places.size() == order.places.filter(place).size()
                              : order.places.isEmpty();
    if (!wordsFit || !known.contains(order.what))
        return wrong(
            u"register init, upgrade, check, digest, recover, backed-up, outbound, table or "
            "password"_s);
    if (order.connect.isEmpty())
        return wrong(u"--connect is missing"_s);
    if (order.what == u"init")
        return readIdentity(parser, order.identity);
    for (const QString &option : {u"code"_s, u"municipality"_s, u"training"_s})
        if (parser.isSet(option))
            return wrong(u"--%1 is for register init"_s.arg(option));
    if (parser.isSet(u"key"_s) && order.what != u"upgrade")
        return wrong(u"--key is for register init and upgrade"_s);
    return {};
}

Result<int> init(central::PgConnection &connection, const RegisterArguments &order,
                 QIODevice &output)
{
    if (const auto begun = connection.begin(); !begun)
        return base::fail(begun);
    auto done = central::RegisterSchema(connection).install();
    if (done)
        done = central::PostgresRegister::makeCity(connection, order.identity, order.keyFile);
    if (!done) {
        connection.rollback();
        return base::fail(done);
    }
    if (const auto kept = connection.commit(); !kept)
        return base::fail(kept);
    say(output, {{u"register"_s, order.identity.registerId},
                 {u"code"_s, order.identity.code},
                 {u"municipality"_s, order.identity.municipality},
                 {u"training"_s, order.identity.training}});
    return 0;
}

Result<int> upgrade(central::PgConnection &connection, const RegisterArguments &order,
                    QIODevice &output)
{
    const auto applied = central::RegisterSchema(connection).upgrade(order.keyFile);
    if (!applied)
        return base::fail(applied);
    say(output, {{u"migrations"_s, *applied}});
    return 0;
}

Result<int> check(central::PgConnection &connection, QIODevice &output)
{
    if (const auto current = central::RegisterSchema(connection).demandCurrent(); !current)
        return base::fail(current);
    const auto found = central::findWeaknesses(connection);
    if (!found)
        return base::fail(found);
    for (const auto &weakness : *found)
        say(output, {{u"weakness"_s, weakness.kind}, {u"where"_s, weakness.where}});
    if (found->isEmpty())
        say(output, {{u"ok"_s, true}});
    return found->isEmpty() ? 0 : 1;
}

Result<int> digest(central::PgConnection &connection, QIODevice &output)
{
    if (const auto current = central::RegisterSchema(connection).demandCurrent(); !current)
        return base::fail(current);
    const auto digests = central::cityDigests(connection);
    if (!digests)
        return base::fail(digests);
    for (const auto &city : *digests)
        say(output, {{u"code"_s, city.code},
                     {u"register"_s, city.registerId},
                     {u"position"_s, city.position.number},
                     {u"rows"_s, city.rows},
                     {u"sha256"_s, QString::fromLatin1(city.sha256.toHex())}});
    return 0;
}

/// Each file is a table of its name, "fees.csv"; all of them or none.
Result<int> holdTables(const RegisterArguments &order, QIODevice &output)
{
    const auto city =
        central::PostgresRegister::open({.connect = order.connect}, order.identity.code);
    if (!city)
        return base::fail(city);
    QList<central::HeldTable> held;
    for (const QString &path : order.places) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(ErrorCode::FileUnreadable, path);
        held.append({.name = QFileInfo(path).completeBaseName(), .bytes = file.readAll()});
    }
    if (const auto set = (*city)->setTables(held); !set)
        return base::fail(set);
    for (const auto &table : held)
        say(output, {{u"table"_s, table.name}, {u"bytes"_s, table.bytes.size()}});
    return 0;
}

Result<int> tellPassword(const RegisterArguments &order, QIODevice &output)
{
    const QString userId = order.places.first();
    const auto password = handOutPassword(order.connect, order.identity.code, userId);
    if (!password)
        return base::fail(password);
    say(output, {{u"user"_s, userId}, {u"password"_s, *password}});
    return 0;
}

/// Every city of the server.
Result<int> recover(central::PgConnection &connection, const RegisterArguments &order,
                    QIODevice &output)
{
    const auto places = central::feedEnds(connection);
    if (!places)
        return base::fail(places);
    int left = 0;
    for (auto place = places->cbegin(); place != places->cend(); ++place) {
        const auto city = central::PostgresRegister::open({.connect = order.connect}, place.key());
        if (!city)
            return base::fail(city);
        const auto applied = (*city)->applyOffers();
        if (!applied)
            return base::fail(applied);
        say(output, {{u"code"_s, place.key()},
                     {u"applied"_s, applied->applied},
                     {u"known"_s, applied->known},
                     {u"left"_s, applied->left},
                     {u"waiting"_s, applied->waiting}});
        left += applied->left;
    }
    return left == 0 ? 0 : 1;
}

/// Without places it says where the feeds stand: before a copy is made. With them, once the copy
/// is whole, that it holds everything up to there.
Result<int> backedUp(central::PgConnection &connection, const RegisterArguments &order,
                     QIODevice &output)
{
    if (order.places.isEmpty()) {
        const auto places = central::feedEnds(connection);
        if (!places)
            return base::fail(places);
        QStringList words;
        for (auto place = places->cbegin(); place != places->cend(); ++place)
            words.append(u"%1:%2"_s.arg(place.key()).arg(*place));
        output.write(words.join(u' ').toUtf8() + '\n');
        return 0;
    }
    for (const QString &place : order.places) {
        const auto city =
            central::PostgresRegister::open({.connect = order.connect}, place.section(u':', 0, 0));
        if (!city)
            return base::fail(city);
        if (const auto noted = (*city)->noteBackup(place.section(u':', 1).toLongLong()); !noted)
            return base::fail(noted);
    }
    return 0;
}

/// How much waits to be told to whom, of every city of the server; nothing about anybody.
Result<int> outbound(central::PgConnection &connection, const RegisterArguments &order,
                     QIODevice &output)
{
    const auto places = central::feedEnds(connection);
    if (!places)
        return base::fail(places);
    for (auto place = places->cbegin(); place != places->cend(); ++place) {
        const auto city = central::PostgresRegister::open({.connect = order.connect}, place.key());
        if (!city)
            return base::fail(city);
        const auto notices = (*city)->outbound();
        if (!notices)
            return base::fail(notices);
        for (const auto kind : {central::NoticeKind::Identity, central::NoticeKind::MoveIn}) {
            QList<qint64> waiting;
            for (const auto &one : *notices) {
                if (one.kind == kind && one.state == central::NoticeState::Waiting)
                    waiting.append(one.number);
            }
            QJsonObject line{{u"code"_s, place.key()},
                             {u"notice"_s, central::noticeName(kind)},
                             {u"waiting"_s, waiting.size()}};
            if (!waiting.isEmpty()) {
                line.insert(u"first"_s, waiting.first());
                line.insert(u"last"_s, waiting.last());
            }
            say(output, line);
        }
    }
    return 0;
}

Result<int> carryOut(const RegisterArguments &order, QIODevice &output)
{
    const auto connection =
        central::PgConnection::open({.connect = order.connect, .statementLimitMs = patienceMs});
    if (!connection)
        return base::fail(connection);
    if (order.what == u"init")
        return init(**connection, order, output);
    if (order.what == u"upgrade")
        return upgrade(**connection, order, output);
    if (order.what == u"check")
        return check(**connection, output);
    if (order.what == u"recover")
        return recover(**connection, order, output);
    if (order.what == u"backed-up")
        return backedUp(**connection, order, output);
    if (order.what == u"outbound")
        return outbound(**connection, order, output);
    if (order.what == u"table")
        return holdTables(order, output);
    if (order.what == u"password")
        return tellPassword(order, output);
    return digest(**connection, output);
}

} // namespace

int runRegister(const QStringList &arguments, QIODevice &output, QIODevice &errors)
{
    if (isRegisterWatch(arguments))
        return runRegisterWatch(arguments, output, errors);
    RegisterArguments order;
    if (const auto read = readArguments(arguments, order); !read) {
        errors.write(refusalText(read.error()));
        errors.write(usage);
        return refusalExit(read.error());
    }
    const auto done = carryOut(order, output);
    if (!done) {
        errors.write(refusalText(done.error()));
        return refusalExit(done.error());
    }
    return *done;
}

int runRegister(const QStringList &arguments)
{
    QFile output;
    QFile errors;
    if (!output.open(stdout, QIODevice::WriteOnly) || !errors.open(stderr, QIODevice::WriteOnly))
        return 1;
    return runRegister(arguments, output, errors);
}

} // namespace app
