#include "app/stationcommand.h"

#include "app/adminsignin.h"
#include "app/refusal.h"
#include "auth/keyslots.h"
#include "base/errorname.h"
#include "cache/cachereader.h"
#include "central/replicadigest.h"
#include "storage/cipher.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace app {

using base::ErrorCode;
using base::Result;

namespace {

void say(QIODevice &output, const QJsonObject &line)
{
    output.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

Result<> note(Office &office, const QString &procedure)
{
    audit::Entry entry;
    entry.procedure = procedure;
    entry.operation = audit::Operation::Session;
    const auto row = office.log(entry);
    return row ? Result<>() : base::fail(row);
}

/// A line about one file; true when it is whole.
bool tell(QIODevice &output, const QString &what, const Result<QStringList> &found,
          QJsonObject line = {})
{
    const bool whole = found && found->isEmpty();
    line.insert(QStringLiteral("what"), what);
    line.insert(QStringLiteral("ok"), whole);
    if (found)
        line.insert(QStringLiteral("findings"), QJsonArray::fromStringList(*found));
    else
        line.insert(QStringLiteral("error"), base::errorName(found.error().code));
    say(output, line);
    return whole;
}

bool checkCache(Office &office, QIODevice &output)
{
    const auto ready = office.waitForCache();
    if (!ready)
        return tell(output, QStringLiteral("cache"), base::fail(ready));
    const auto state = office.withCache([](cache::CacheReader &reader) { return reader.state(); });
    if (!state)
        return tell(output, QStringLiteral("cache"), base::fail(state));
    const auto found = office.checkCache();
    QJsonObject line{{QStringLiteral("register"), state->registerId},
                     {QStringLiteral("position"), state->feedNumber},
                     {QStringLiteral("as_of"), state->dataAsOf.toString(Qt::ISODate)},
                     {QStringLiteral("fold_version"), state->foldVersion}};
    bool current = true;
    const auto position = office.link().position();
    if (position) {
        line.insert(QStringLiteral("register_position"), position->number);
        // The feed goes on while this is read: behind is ordinary, ahead is not.
        current = state->feedNumber < position->number ||
                  (state->feedNumber == position->number && state->feedHash == position->hash);
        line.insert(QStringLiteral("position_known"), current);
    }
    return tell(output, QStringLiteral("cache"), found, line) && current;
}

bool checkJournal(Office &office, QIODevice &output)
{
    const auto found =
        office.withJournal([](journal::Journal &journal) { return journal.checkIntegrity(); });
    const auto head = office.withJournal([](journal::Journal &journal) { return journal.head(); });
    return tell(output, QStringLiteral("journal"), found,
                {{QStringLiteral("rows"), qint64(head.count)},
                 {QStringLiteral("head"), QString::fromLatin1(head.hash.toHex())}});
}

bool checkSlots(const Settings &settings, QIODevice &output)
{
    const auto read =
        auth::KeySlots::read(QDir(settings.dataFolder).filePath(QStringLiteral("slots")));
    if (!read)
        return tell(output, QStringLiteral("slots"), base::fail(read));
    QStringList findings;
    if (read->damaged() > 0)
        findings.append(QStringLiteral("%1 damaged").arg(read->damaged()));
    if (read->all().isEmpty())
        findings.append(QStringLiteral("none"));
    return tell(output, QStringLiteral("slots"), findings,
                {{QStringLiteral("count"), qint64(read->all().size())}});
}

int runCheck(AdminSignIn &signIn, QIODevice &output)
{
    if (const auto noted = note(signIn.office(), QStringLiteral("StationCheck")); !noted)
        return tellRefusal(noted.error());
    say(output, {{QStringLiteral("what"), QStringLiteral("program")},
                 {QStringLiteral("ok"), true},
                 {QStringLiteral("version"), QStringLiteral(MADOGUCHI_VERSION)},
                 {QStringLiteral("cipher"), storage::cipherVersion()}});
    const bool cache = checkCache(signIn.office(), output);
    const bool journal = checkJournal(signIn.office(), output);
    const bool slotFile = checkSlots(signIn.frontRoom().settings(), output);
    return cache && journal && slotFile ? 0 : 1;
}

int runDigest(AdminSignIn &signIn, QIODevice &output)
{
    Office &office = signIn.office();
    if (const auto noted = note(office, QStringLiteral("StationDigest")); !noted)
        return tellRefusal(noted.error());
    if (const auto ready = office.waitForCache(); !ready)
        return tellRefusal(ready.error());
    const auto state = office.withCache([](cache::CacheReader &reader) { return reader.state(); });
    if (!state)
        return tellRefusal(state.error());
    const auto digest = office.withCache(stationDigest);
    if (!digest)
        return tellRefusal(digest.error());
    QJsonObject line{{QStringLiteral("position"), state->feedNumber},
                     {QStringLiteral("sha256"), QString::fromLatin1(digest->toHex())}};
    const auto expected = office.link().registerDigest();
    if (!expected && expected.error().code != ErrorCode::RightMissing)
        return tellRefusal(expected.error());
    if (expected) {
        line.insert(QStringLiteral("register_sha256"), QString::fromLatin1(expected->toHex()));
        line.insert(QStringLiteral("equal"), *expected == *digest);
    }
    say(output, line);
    return !expected || *expected == *digest ? 0 : 1;
}

} // namespace

Result<QByteArray> stationDigest(cache::CacheReader &reader)
{
    constexpr int rowsAtOnce = 2000;
    central::ReplicaDigest digest;
    for (const auto table : central::allTables) {
        cache::StoredRow after{.table = cache::Table(int(table))};
        while (true) {
            const auto rows = reader.rows(after, rowsAtOnce);
            if (!rows)
                return base::fail(rows);
            for (const auto &row : *rows)
                digest.add(
                    table,
                    {.key = {row.id, row.version}, .rowVersion = row.rowVersion, .body = row.body});
            if (rows->size() < rowsAtOnce)
                break;
            after = rows->last();
        }
    }
    return digest.finish();
}

int runStation(AdminSignIn &signIn, const QStringList &arguments)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 1;
    return runStation(signIn, arguments, output);
}

int runStation(AdminSignIn &signIn, const QStringList &arguments, QIODevice &output)
{
    if (arguments == QStringList{QStringLiteral("check")})
        return runCheck(signIn, output);
    if (arguments == QStringList{QStringLiteral("digest")})
        return runDigest(signIn, output);
    std::fputs("usage: madoguchi-admin station check | station digest\n", stderr);
    return 2;
}

} // namespace app
