#include "app/citycommand.h"

#include "app/cityplace.h"
#include "app/refusal.h"
#include "democity/citymaker.h"

#include <QCommandLineParser>
#include <QFile>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace app {
namespace {

constexpr int defaultResidents = 3000;
constexpr int defaultCount = 1000;

struct CityArguments
{
    QString what;
    QString folder;
    democity::CityOrder order;
    int count = defaultCount;
    std::optional<ServedRegister> served;
};

void writeLine(QIODevice &device, const QJsonObject &object)
{
    device.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

base::Result<> wrong(const QString &what)
{
    return base::fail(base::ErrorCode::ArgumentWrong, what);
}

/// A register on a server: all of its options or none.
base::Result<> readServed(const QCommandLineParser &parser, CityArguments &city)
{
    const ServedRegister served{.owner = parser.value(QStringLiteral("connect")),
                                .reached = parser.value(QStringLiteral("reached")),
                                .authorityFolder = parser.value(QStringLiteral("authority"))};
    const QStringList all{served.owner, served.reached, served.authorityFolder};
    if (all.count(QString()) == all.size())
        return {};
    if (all.contains(QString()) || city.what != u"create")
        return wrong(QStringLiteral("--connect, --reached and --authority belong together"));
    city.served = served;
    return {};
}

base::Result<> readArguments(const QStringList &arguments, CityArguments &city)
{
    QCommandLineParser parser;
    const QCommandLineOption residents(QStringLiteral("residents"), {}, QStringLiteral("N"),
                                       QString::number(defaultResidents));
    const QCommandLineOption seed(QStringLiteral("seed"), {}, QStringLiteral("S"),
                                  QStringLiteral("1"));
    const QCommandLineOption count(QStringLiteral("count"), {}, QStringLiteral("C"),
                                   QString::number(defaultCount));
    parser.addOptions({residents, seed, count});
    for (const char *name : {"connect", "reached", "authority"})
        parser.addOption({QString::fromLatin1(name), {}, QStringLiteral("TEXT")});
    if (!parser.parse(QStringList{QStringLiteral("city")} + arguments))
        return wrong(parser.errorText());
    const QStringList words = parser.positionalArguments();
    city.what = words.value(0);
    city.folder = words.value(1);
    if (city.what != u"create" && city.what != u"sample")
        return wrong(QStringLiteral("city create or city sample"));
    if (city.what == u"create" && (words.size() != 2 || city.folder.isEmpty()))
        return wrong(QStringLiteral("city create takes one folder"));
    if (city.what == u"sample" && words.size() != 1)
        return wrong(QStringLiteral("city sample takes options only"));
    bool ok = false;
    city.order.residents = parser.value(residents).toInt(&ok);
    if (!ok)
        return wrong(QStringLiteral("--residents takes a whole number"));
    city.order.seed = parser.value(seed).toULongLong(&ok);
    if (!ok)
        return wrong(QStringLiteral("--seed takes a whole number from 0"));
    city.count = parser.value(count).toInt(&ok);
    if (!ok || city.count < 1)
        return wrong(QStringLiteral("--count takes a whole number from 1"));
    return readServed(parser, city);
}

/// Every so-manieth present resident, spread over the whole city.
base::Result<> sample(const CityArguments &city, QIODevice &output)
{
    democity::CityOrder people = city.order;
    people.files = false;
    auto maker = democity::CityMaker::open(people);
    if (!maker)
        return base::fail(maker);
    const int count = std::min(city.count, city.order.residents);
    qint64 seen = 0;
    qint64 written = 0;
    democity::Batch batch;
    while (maker->next(batch)) {
        for (const auto &history : batch.histories) {
            const residents::Snapshot &now = history.last();
            if (!residents::isPresent(now.state))
                continue;
            if (seen++ * count / city.order.residents < written)
                continue;
            ++written;
            QString address = now.address.street();
            if (!now.address.building.isEmpty())
                address += QChar(0x3000) + now.address.building;
            writeLine(output, {{QStringLiteral("name"), residents::fullName(now.name)},
                               {QStringLiteral("kana"), now.name.searchKana},
                               {QStringLiteral("address"), address}});
        }
    }
    return {};
}

int tell(const base::Error &error, QIODevice &errors)
{
    errors.write(refusalText(error));
    return refusalExit(error);
}

} // namespace

int runCity(const QStringList &arguments, QIODevice &output, QIODevice &errors)
{
    CityArguments city;
    if (const auto read = readArguments(arguments, city); !read) {
        const int code = tell(read.error(), errors);
        errors.write("city create DIR [--residents N] [--seed S] "
                     "[--connect CONNINFO --reached CONNINFO --authority DIR]\n"
                     "city sample [--residents N] [--seed S] [--count C]\n");
        return code;
    }
    if (city.what == u"sample") {
        const auto done = sample(city, output);
        return done ? 0 : tell(done.error(), errors);
    }
    int shown = 0;
    const auto progress = [&](const democity::Built &so) {
        const int percent = static_cast<int>(so.residents * qint64(100) / city.order.residents);
        if (percent / 10 == shown)
            return;
        shown = percent / 10;
        errors.write(QByteArray::number(so.residents) + " / " +
                     QByteArray::number(city.order.residents) + '\n');
    };
    const auto built = makeCityPlace(city.folder, city.order, progress, city.served);
    if (!built)
        return tell(built.error(), errors);
    writeLine(output, {{QStringLiteral("residents"), built->residents},
                       {QStringLiteral("persons"), built->persons},
                       {QStringLiteral("households"), built->households},
                       {QStringLiteral("states"), built->states},
                       {QStringLiteral("restrictions"), built->restrictions},
                       {QStringLiteral("assessments"), built->assessments},
                       {QStringLiteral("ledger"), built->ledgerRows},
                       {QStringLiteral("pensions"), built->pensions},
                       {QStringLiteral("settings"), QStringLiteral("madoguchi.conf")}});
    return 0;
}

int runCity(const QStringList &arguments)
{
    QFile output;
    QFile errors;
    if (!output.open(stdout, QIODevice::WriteOnly) || !errors.open(stderr, QIODevice::WriteOnly))
        return 1;
    return runCity(arguments, output, errors);
}

} // namespace app
