#include "app/cardcommand.h"

#include "app/adminsignin.h"
#include "app/refusal.h"
#include "app/settings.h"
#include "app/tokenprogram.h"
#include "auth/certificaterequest.h"
#include "token/tokenprocess.h"

#include <QCommandLineParser>
#include <QFile>

#include <cstdio>

namespace app {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

Result<Settings> readArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"settings"_s, {}, u"FILE"_s}, {u"card"_s, {}, u"FOLDER"_s}});
    if (!parser.parse(QStringList{u"card"_s} + arguments))
        return base::fail(ErrorCode::ArgumentWrong, parser.errorText());
    if (parser.positionalArguments() != QStringList{u"request"_s})
        return base::fail(ErrorCode::ArgumentWrong, u"card request"_s);
    if (!parser.isSet(u"settings"_s))
        return base::fail(ErrorCode::ArgumentWrong, u"--settings is missing"_s);
    auto settings = readSettings(parser.value(u"settings"_s));
    if (!settings || !parser.isSet(u"card"_s))
        return settings;
    // As at the window: only a training place has cards in folders.
    if (!settings->training)
        return base::fail(ErrorCode::CredentialsRefused, u"not a training place"_s);
    settings->useCard(parser.value(u"card"_s));
    return settings;
}

Result<QByteArray> request(const Settings &settings, const std::function<base::Secret()> &pin)
{
    token::TokenSettings reader;
    reader.program = tokenProgram();
    reader.module = settings.tokenModule;
    reader.environment = settings.tokenEnvironment;
    token::TokenProcess card(reader);
    card.lookNow();
    if (card.view().presence != token::Presence::Present)
        return base::fail(card.view().problem);
    const base::Secret given = card.view().pinPad ? base::Secret() : pin();
    if (const auto loggedIn = card.login(given); !loggedIn)
        return base::fail(loggedIn);
    auto made = auth::certificateRequest(card);
    (void)card.logout(); // a card that went away meanwhile is logged out already
    return made;
}

} // namespace

int runCard(const QStringList &arguments, const std::function<base::Secret()> &pin,
            QIODevice &output, QIODevice &errors)
{
    const auto settings = readArguments(arguments);
    const auto made = settings ? request(*settings, pin) : Result<QByteArray>(base::fail(settings));
    if (!made) {
        errors.write(refusalText(made.error()));
        if (made.error().code == ErrorCode::ArgumentWrong)
            errors.write("card request --settings FILE [--card FOLDER]\n");
        return refusalExit(made.error());
    }
    output.write(*made);
    return 0;
}

int runCard(const QStringList &arguments)
{
    QFile output;
    QFile errors;
    if (!output.open(stdout, QIODevice::WriteOnly) || !errors.open(stderr, QIODevice::WriteOnly))
        return 1;
    return runCard(
        arguments, [] { return askHidden("PIN: "); }, output, errors);
}

} // namespace app
