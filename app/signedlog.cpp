#include "app/signedlog.h"

#include "app/adminsignin.h"
#include "app/logcommand.h"
#include "app/refusal.h"
#include "base/errorname.h"

#include <QFile>

#include <cstdio>

using base::Result;

namespace app {

namespace {

Result<LogExported> exportAll(Office &office, QIODevice &output)
{
    const auto keys = office.link().logKeyPair();
    audit::Entry entry;
    entry.procedure = QStringLiteral("ExportLog");
    entry.operation = audit::Operation::Output;
    if (!keys) {
        entry.outcome = audit::Outcome::Refused;
        entry.reason = base::errorName(keys.error().code);
    }
    if (const auto row = office.log(entry); !row)
        return base::fail(row);
    if (!keys)
        return base::fail(keys);
    const auto opener = [&keys](QByteArrayView sealed) {
        return base::crypto::openSealed(*keys, sealed);
    };
    return office.withJournal([&opener, &output](journal::Journal &journal) {
        return exportLog(journal, opener, output);
    });
}

} // namespace

int runLog(AdminSignIn &signIn, const QStringList &arguments)
{
    const QString what = arguments.value(0);
    QFile output;
    const bool toFile = what == QLatin1String("export") && arguments.size() == 2;
    if (toFile)
        output.setFileName(arguments.at(1));
    // It holds the ４情報 of everybody who was looked at: for the owner's eyes only.
    const auto ownOnly = QFile::ReadOwner | QFile::WriteOwner;
    const bool opened = toFile ? output.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownOnly)
                               : output.open(stdout, QIODevice::WriteOnly);
    if (!opened) {
        const bool taken = toFile && output.exists();
        return tellRefusal({base::ErrorCode::FileNotWritten,
                            taken ? QStringLiteral("it exists already") : output.errorString()});
    }
    if (what == QLatin1String("export") && arguments.size() <= 2) {
        const auto exported = exportAll(signIn.office(), output);
        if (!exported) {
            if (toFile)
                output.remove(); // half a log is none
            return tellRefusal(exported.error());
        }
        std::fprintf(stderr, "%llu rows, %llu with closed details\n",
                     static_cast<unsigned long long>(exported->rows),
                     static_cast<unsigned long long>(exported->closed));
        return 0;
    }
    if (what == QLatin1String("head") && arguments.size() == 1) {
        const auto printed = signIn.office().withJournal(
            [&output](journal::Journal &journal) { return printLogHead(journal, output); });
        return printed ? 0 : tellRefusal(printed.error());
    }
    std::fputs("usage: madoguchi-admin log export [FILE] | log head\n", stderr);
    return 2;
}

} // namespace app
