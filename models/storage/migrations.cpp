#include "storage/migrations.h"

#include "storage/sqlfile.h"

#include <QDir>
#include <QRegularExpression>

#include <sqlite3.h>

namespace storage {

using base::ErrorCode;

namespace {

QString userVersion()
{
    return QStringLiteral("storage/user_version");
}

// One number, such as what a PRAGMA answers.
Result<int> number(Session &session, const QString &name)
{
    const auto taken = session.take(name);
    if (!taken)
        return base::fail(taken);
    const int code = sqlite3_step(*taken);
    const int value = code == SQLITE_ROW ? sqlite3_column_int(*taken, 0) : 0;
    session.giveBack(name, *taken);
    if (code != SQLITE_ROW)
        return session.failed(code, name);
    return value;
}

Result<> apply(Session &session, const Schema &schema, const QString &file, int version)
{
    auto text = sqlText(schema.root, schema.kind + QLatin1Char('/') + file.chopped(4));
    if (!text)
        return base::fail(text);
    const QString mark = ownSql(QStringLiteral("storage/set_application_id"));
    const QString done = ownSql(QStringLiteral("storage/set_user_version"));
    for (const QString &sql : {*text, mark.arg(session.codes().applicationId), done.arg(version)}) {
        if (auto ran = session.run(sql, file); !ran)
            return ran;
    }
    return {};
}

// In a transaction of its own; another connection may have been quicker.
Result<> applyOnce(Session &session, const Schema &schema, const QString &file, int version)
{
    const QString doing = QStringLiteral("migration");
    if (auto begun = session.run(beginSql(), doing); !begun)
        return begun;
    const auto before = number(session, userVersion());
    if (!before)
        return base::fail(before);
    Result<> applied;
    if (*before < version)
        applied = apply(session, schema, file, version);
    if (applied)
        applied = session.run(commitSql(), doing);
    auto *db = session.handle().db();
    if (!applied && db && !sqlite3_get_autocommit(db)) {
        const auto undone = session.run(rollbackSql(), doing);
        if (!undone)
            return undone;
    }
    return applied;
}

} // namespace

QStringList migrationsOf(const QString &root, const QString &kind)
{
    static const QRegularExpression pattern(QStringLiteral("^[0-9]{4}_[a-z0-9_]+\\.sql$"));
    const QDir folder(root + QLatin1Char('/') + kind);
    return folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name).filter(pattern);
}

Result<> migrate(Session &session, const Schema &schema)
{
    const QStringList files = migrationsOf(schema.root, schema.kind);
    const int known = static_cast<int>(files.size());
    if (known == 0 || files.last().left(4).toInt() != known)
        return base::fail(ErrorCode::StatementFailed,
                          QStringLiteral("%1: migrations are missing").arg(schema.kind));
    const auto mark = number(session, QStringLiteral("storage/application_id"));
    if (!mark)
        return base::fail(mark);
    const auto version = number(session, userVersion());
    if (!version)
        return base::fail(version);
    if (*mark != 0 && *mark != session.codes().applicationId)
        return base::fail(session.codes().damaged,
                          QStringLiteral("%1: a file of another kind").arg(schema.kind));
    if (*version > known)
        return base::fail(
            session.codes().newer,
            QStringLiteral("%1: schema %2, known %3").arg(schema.kind).arg(*version).arg(known));
    if (schema.readOnly && *version < known)
        return base::fail(ErrorCode::StatementFailed,
                          QStringLiteral("%1: schema %2 is old").arg(schema.kind).arg(*version));
    for (int next = *version + 1; next <= known; ++next) {
        if (auto done = applyOnce(session, schema, files.at(next - 1), next); !done)
            return done;
    }
    return {};
}

} // namespace storage
