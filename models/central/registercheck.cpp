#include "central/registercheck.h"

#include "base/crypto.h"
#include "central/pgconnection.h"
#include "central/revocationlist.h"
#include "storage/migrations.h"
#include "storage/sqlfile.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace central {

using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr auto functionFolders = {"office/"_L1, "api/"_L1};

/// Checks whose lines are weaknesses.
constexpr auto lineChecks = {"register/check/settings"_L1,     "register/check/hba"_L1,
                             "register/check/roles"_L1,        "register/check/public_grants"_L1,
                             "register/check/clerk_grants"_L1, "register/check/search_path"_L1,
                             "register/check/definer"_L1,      "register/check/triggers"_L1,
                             "register/check/log_chain"_L1,    "register/check/feed_chain"_L1,
                             "register/check/outbound"_L1,     "register/check/standby"_L1,
                             "register/check/key"_L1,          "register/check/watch"_L1};

/// "api/ask" -> the text of its file.
Result<QHash<QString, QString>> shippedFunctions()
{
    QHash<QString, QString> all;
    for (const auto folder : functionFolders) {
        const QString place = "register/"_L1 + folder;
        const QDir dir(storage::sqlRoot() + u'/' + place);
        for (const QString &file : dir.entryList({u"*.sql"_s}, QDir::Files)) {
            const QString name = file.chopped(4);
            const auto text = storage::sqlText(storage::sqlRoot(), place + name);
            if (!text)
                return base::fail(text);
            all.insert(folder + name, *text);
        }
    }
    return all;
}

Result<> checkFunctions(PgConnection &connection, QList<Weakness> &found)
{
    auto shipped = shippedFunctions();
    if (!shipped)
        return base::fail(shipped);
    const auto running = connection.run(u"register/check/functions"_s);
    if (!running)
        return base::fail(running);
    for (int row = 0; row < running->rows(); ++row) {
        const QString name = running->text(row, 0);
        const auto file = shipped->constFind(name);
        if (file == shipped->constEnd())
            found.append({u"functions"_s, name + ": not one of this program's"_L1});
        else if (!file->contains("$$"_L1 + running->text(row, 1) + "$$"_L1))
            found.append({u"functions"_s, name + ": changed"_L1});
        shipped->remove(name);
    }
    for (auto missing = shipped->keyBegin(); missing != shipped->keyEnd(); ++missing)
        found.append({u"functions"_s, *missing + ": missing"_L1});
    return {};
}

Result<> checkMigrations(PgConnection &connection, QList<Weakness> &found)
{
    const QString kind = u"register/migrations/"_s;
    const QStringList files = storage::migrationsOf(storage::sqlRoot(), kind);
    const auto applied = connection.run(u"register/check/migrations"_s);
    if (!applied)
        return base::fail(applied);
    if (applied->rows() != files.size())
        found.append(
            {u"migrations"_s,
             u"%1 applied, %2 known: register upgrade"_s.arg(applied->rows()).arg(files.size())});
    for (int row = 0; row < applied->rows() && row < files.size(); ++row) {
        const auto text = storage::sqlText(storage::sqlRoot(), kind + files.at(row).chopped(4));
        if (!text)
            return base::fail(text);
        if (base::crypto::sha256(text->toUtf8()) != applied->bytes(row, 1))
            found.append({u"migrations"_s, files.at(row) + ": another text was applied"_L1});
    }
    return {};
}

Result<> checkRevocations(PgConnection &connection, QList<Weakness> &found)
{
    constexpr int soonDays = 7;
    const auto list = connection.run(u"register/check/revocations"_s);
    if (!list)
        return base::fail(list);
    if (list->rows() == 0)
        return {}; // said by "settings"
    const auto ends = endOfRevocationList(list->bytes(0, 0));
    if (!ends) {
        found.append({u"revocations"_s, u"the list cannot be read"_s});
        return {};
    }
    const qint64 days = QDateTime::currentDateTimeUtc().daysTo(*ends);
    if (days < soonDays)
        found.append(
            {u"revocations"_s, u"the list ends in %1 days: nobody gets in then"_s.arg(days)});
    return {};
}

/// The command runs at the server, over its socket: the file is there.
Result<> checkKeyFiles(PgConnection &connection, QList<Weakness> &found)
{
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                            QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const auto files = connection.run(u"register/check/key_files"_s);
    if (!files)
        return base::fail(files);
    for (int row = 0; row < files->rows(); ++row) {
        const QFileInfo file(files->text(row, 1));
        const QString what = files->text(row, 0) + ": "_L1 + file.filePath();
        if (!file.exists())
            found.append({u"key"_s, what + " is not to be seen from here"_L1});
        else if (file.permissions() & others)
            found.append({u"key"_s, what + " may be read by others"_L1});
    }
    return {};
}

} // namespace

Result<QList<Weakness>> findWeaknesses(PgConnection &connection)
{
    QList<Weakness> found;
    for (const auto check : lineChecks) {
        const auto lines = connection.run(check);
        if (!lines)
            return base::fail(lines);
        for (int row = 0; row < lines->rows(); ++row)
            found.append({QString(check).section(u'/', -1), lines->text(row, 0)});
    }
    for (const auto check : {checkFunctions, checkMigrations, checkRevocations, checkKeyFiles}) {
        if (const auto done = check(connection, found); !done)
            return base::fail(done);
    }
    return found;
}

} // namespace central
