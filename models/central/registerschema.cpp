#include "central/registerschema.h"

#include "base/crypto.h"
#include "central/pgconnection.h"
#include "central/serverkey.h"
#include "storage/migrations.h"

#include <QDir>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr auto migrationFolder = "register/migrations/"_L1;

} // namespace

QStringList RegisterSchema::migrations() const
{
    return storage::migrationsOf(m_root, migrationFolder);
}

Result<> RegisterSchema::install()
{
    const auto empty = m_connection.run(QStringLiteral("register/owner/is_empty"));
    if (!empty)
        return base::fail(empty);
    if (!empty->boolean(0, 0))
        return base::fail(ErrorCode::PlaceNotEmpty, QStringLiteral("the database is not empty"));
    for (const QString &file : migrations()) {
        if (const auto done = apply(file); !done)
            return done;
    }
    return makeFunctions();
}

Result<int> RegisterSchema::applied()
{
    const auto there = m_connection.run(QStringLiteral("register/owner/is_installed"));
    if (!there)
        return base::fail(there);
    if (!there->boolean(0, 0))
        return base::fail(ErrorCode::RegisterUnknown, QStringLiteral("no register is installed"));
    const auto rows = m_connection.run(QStringLiteral("register/owner/migrations"));
    if (!rows)
        return base::fail(rows);
    const int last = rows->rows() == 0 ? 0 : int(rows->integer(rows->rows() - 1, 0));
    if (last > migrations().size())
        return base::fail(ErrorCode::RegisterNewer,
                          QStringLiteral("schema %1, known %2").arg(last).arg(migrations().size()));
    return last;
}

Result<> RegisterSchema::demandCurrent()
{
    const auto last = applied();
    if (!last)
        return base::fail(last);
    if (*last < migrations().size())
        return base::fail(ErrorCode::StatementFailed,
                          QStringLiteral("schema %1 is old: register upgrade").arg(*last));
    return {};
}

Result<> RegisterSchema::apply(const QString &file)
{
    const QString name = file.chopped(4);
    const auto text = storage::sqlText(m_root, migrationFolder + name);
    if (!text)
        return base::fail(text);
    const QByteArray sql = text->toUtf8();
    if (const auto done = m_connection.script(sql); !done)
        return done;
    const auto noted = m_connection.run(QStringLiteral("register/owner/migration_add"),
                                        {name.left(4).toInt(), name, base::crypto::sha256(sql)});
    return noted ? Result<>() : base::fail(noted);
}

Result<> RegisterSchema::makeFunctions()
{
    for (const auto statement :
         {"register/owner/catalog_close"_L1, "register/owner/api_clear"_L1,
          "register/owner/as_owner"_L1, "register/owner/unchecked_bodies"_L1}) {
        if (const auto done = m_connection.run(statement); !done)
            return base::fail(done);
    }
    for (const auto folder : {"register/office/"_L1, "register/api/"_L1}) {
        const QDir dir(m_root + u'/' + folder);
        for (const QString &file :
             dir.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
            const auto text = storage::sqlText(m_root, folder + file.chopped(4));
            if (!text)
                return base::fail(text);
            if (const auto done = m_connection.script(text->toUtf8()); !done)
                return done;
        }
    }
    return {};
}

Result<bool> RegisterSchema::applyNext()
{
    if (const auto locked = m_connection.run(QStringLiteral("register/owner/migration_lock"));
        !locked)
        return base::fail(locked);
    const auto last = applied();
    if (!last)
        return base::fail(last);
    const QStringList all = migrations();
    if (*last < all.size()) {
        if (const auto done = apply(all.at(*last)); !done)
            return base::fail(done);
        return true;
    }
    if (const auto done = makeFunctions(); !done)
        return base::fail(done);
    return false;
}

Result<> RegisterSchema::tellKey(const QString &keyFile)
{
    if (const auto there = applied(); !there)
        return base::fail(there);
    const auto needed = m_connection.run(QStringLiteral("register/owner/key_needed"));
    if (!needed)
        return base::fail(needed);
    if (!needed->boolean(0, 0))
        return {};
    if (keyFile.isEmpty())
        return base::fail(
            ErrorCode::ArgumentWrong,
            QStringLiteral("this register holds its secrets in clear: register upgrade "
                           "--key FILE, a file of 32 random bytes that only the "
                           "server's account reads, outside the folder of the data"));
    if (const auto key = ServerKey::read(m_connection, keyFile); !key)
        return base::fail(key);
    const auto named = m_connection.run(QStringLiteral("register/owner/key_name"), {keyFile});
    return named ? Result<>() : base::fail(named);
}

Result<int> RegisterSchema::upgrade(const QString &keyFile)
{
    if (const auto told = tellKey(keyFile); !told)
        return base::fail(told);
    for (int count = 0;; ++count) {
        if (const auto begun = m_connection.begin(); !begun)
            return base::fail(begun);
        const auto more = applyNext();
        if (!more) {
            m_connection.rollback();
            return base::fail(more);
        }
        if (const auto done = m_connection.commit(); !done)
            return base::fail(done);
        if (!*more)
            return count;
    }
}

} // namespace central
