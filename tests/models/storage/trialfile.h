#pragma once

#include "base/crypto.h"
#include "storage/database.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using base::ErrorCode;
using storage::Database;
using storage::Opening;

// Statement files of a made-up kind of file, written for the test.
inline void writeFile(const QString &path, const QString &text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

inline ErrorCode codeOf(const base::Result<std::unique_ptr<Database>> &opened)
{
    return opened ? ErrorCode::Count : opened.error().code;
}

/// A made-up kind of cache file with one table, in a folder of its own.
class TrialFile
{
public:
    TrialFile();
    [[nodiscard]] QString filePath(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString folder() const { return m_dir.path(); }
    [[nodiscard]] Opening opening(Opening::Mode mode = Opening::Mode::Create) const;
    [[nodiscard]] std::unique_ptr<Database> open(Opening::Mode mode = Opening::Mode::Create) const;
    void migration(int number, const QString &text) const;
    void sql(const QString &name, const QString &text) const;
    void addRows(Database &db, int count) const;
    [[nodiscard]] int countRows(Database &db) const;
    void takeKey(const base::Secret &key) { m_key = key; }

private:
    QTemporaryDir m_dir;
    base::Secret m_key = base::crypto::randomSecret(32);
};

inline TrialFile::TrialFile()
{
    QVERIFY(m_dir.isValid());
    migration(1, u"CREATE TABLE note (note_id INTEGER PRIMARY KEY, body TEXT, data BLOB);"_s);
    sql(u"add"_s, u"INSERT INTO note (body, data) VALUES (:body, :data)"_s);
    sql(u"all"_s, u"SELECT body, data FROM note ORDER BY note_id"_s);
    sql(u"count"_s, u"SELECT count(*) FROM note"_s);
}

inline Opening TrialFile::opening(Opening::Mode mode) const
{
    Opening opening;
    opening.path = m_dir.filePath(u"x.db"_s);
    opening.key = &m_key;
    opening.mode = mode;
    opening.kind = u"cache"_s;
    opening.sqlRoot = m_dir.filePath(u"sql"_s);
    return opening;
}

inline std::unique_ptr<Database> TrialFile::open(Opening::Mode mode) const
{
    auto opened = Database::open(opening(mode));
    if (!opened)
        qWarning() << int(opened.error().code) << opened.error().detail;
    return opened ? std::move(*opened) : nullptr;
}

inline void TrialFile::migration(int number, const QString &text) const
{
    sql(u"%1_step"_s.arg(number, 4, 10, QLatin1Char('0')), text);
}

inline void TrialFile::sql(const QString &name, const QString &text) const
{
    writeFile(m_dir.filePath(u"sql/cache/%1.sql"_s.arg(name)), u"-- Test.\n"_s + text);
}

inline void TrialFile::addRows(Database &db, int count) const
{
    auto add = db.statement(u"cache/add"_s);
    QVERIFY(add);
    for (int i = 0; i < count; ++i) {
        add->bind("body"_L1, u"row %1"_s.arg(i));
        add->bind("data"_L1, QByteArray(1000, 'x'));
        QVERIFY(add->exec());
    }
}

inline int TrialFile::countRows(Database &db) const
{
    auto count = db.statement(u"cache/count"_s);
    if (!count || !count->exec() || !count->next().value_or(false))
        return -1;
    return int(count->integer(0));
}
