// madoguchi-admin: IT's command line. Everything personal goes through the same sign-in and is
// logged.
#include "app/adminsignin.h"
#include "app/cardcommand.h"
#include "app/casebook/movescommand.h"
#include "app/citycommand.h"
#include "app/discretion.h"
#include "app/logcommand.h"
#include "app/refusal.h"
#include "app/registercommand.h"
#include "app/rulecommand.h"
#include "app/signedlog.h"
#include "app/stationcommand.h"
#include "app/usercommand.h"

#include <QFile>
#include <QGuiApplication>

#include <cstdio>

namespace {

constexpr int wrongCommand = 2;

const char usage[] = R"(usage:
  madoguchi-admin rule NAME [VALUE...]              domain rules; "rule --help" lists them
  madoguchi-admin city create DIR [--residents N] [--seed S]
                              [--connect CONNINFO --reached CONNINFO --authority DIR]
  madoguchi-admin city sample [--residents N] [--seed S] [--count N]
  madoguchi-admin moves run CASES.csv --link embedded|postgres
  madoguchi-admin log verify FILE [--head N:HASH]
  madoguchi-admin register init --connect CONNINFO --code 6DIGITS --municipality NAME --key FILE
                                  [--training]
  madoguchi-admin register upgrade | register check | register digest --connect CONNINFO
  madoguchi-admin register recover | register backed-up [CODE:NUMBER...] --connect CONNINFO
  madoguchi-admin register watch --connect CONNINFO --log FOLDER --key FILE [--seals FILE] [--once]
  madoguchi-admin register seals key | seals verify | seals accept | register retention
  madoguchi-admin card request --settings FILE      asks for the PIN; PEM on standard output
  madoguchi-admin --version
with sign-in (--settings FILE [--credentials FILE --user ID]):
  madoguchi-admin log export [FILE] | log head
  madoguchi-admin station check | station digest
  madoguchi-admin user unlock USERID
)";

/// Takes "--name VALUE" out of the arguments.
QString takeOption(QStringList &arguments, const QString &name)
{
    const qsizetype at = arguments.indexOf(name);
    if (at < 0 || at + 1 >= arguments.size())
        return {};
    const QString value = arguments.at(at + 1);
    arguments.remove(at, 2);
    return value;
}

int runSignedIn(QStringList arguments)
{
    app::AdminSignIn::Order order;
    order.settingsFile = takeOption(arguments, QStringLiteral("--settings"));
    order.credentialsFile = takeOption(arguments, QStringLiteral("--credentials"));
    order.user = takeOption(arguments, QStringLiteral("--user"));
    const QString area = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    const auto signIn = app::AdminSignIn::open(order);
    if (!signIn)
        return app::tellRefusal(signIn.error());
    if (area == QLatin1String("log"))
        return app::runLog(**signIn, rest);
    if (area == QLatin1String("station"))
        return app::runStation(**signIn, rest);
    return app::runUser(**signIn, rest);
}

int verify(const QStringList &arguments)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return 1;
    return app::runLogVerify(arguments, output);
}

} // namespace

int main(int argc, char *argv[])
{
    app::keepToOneself();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("madoguchi-admin"));
    QGuiApplication::setApplicationVersion(QStringLiteral(MADOGUCHI_VERSION));
    const QStringList arguments = QGuiApplication::arguments().mid(1);
    const QString first = arguments.value(0);
    if (first == QLatin1String("--version")) {
        std::printf("madoguchi-admin %s\n", MADOGUCHI_VERSION);
        return 0;
    }
    if (first == QLatin1String("rule"))
        return app::runRule(arguments.mid(1));
    if (first == QLatin1String("city"))
        return app::runCity(arguments.mid(1));
    if (first == QLatin1String("moves"))
        return casebook::runMoves(arguments.mid(1));
    if (first == QLatin1String("card"))
        return app::runCard(arguments.mid(1));
    if (first == QLatin1String("register"))
        return app::runRegister(arguments.mid(1));
    if (first == QLatin1String("log") && arguments.value(1) == QLatin1String("verify"))
        return verify(arguments.mid(2));
    for (const char *area : {"log", "station", "user"})
        if (arguments.contains(QLatin1String(area)))
            return runSignedIn(arguments);
    std::fputs(usage, stderr);
    return wrongCommand;
}
