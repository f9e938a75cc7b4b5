// links: madoguchi_storage
#include "base/crypto.h"
#include "storage/database.h"
#include "tidy/source.h"

#include <QHash>
#include <QSet>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Every statement file: named, prepared, and known to a procedure when it reads people.
class TestTidyStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileHasItsComment();
    void everyFileIsNamedOnce();
    void everyNameHasAFile();
    void everyFileIsNamedInItsFolder();
    void everyStatementPrepares_data();
    void everyStatementPrepares();
    void everyReaderOfPeopleNamesItsProcedure();

private:
    [[nodiscard]] static bool isMigration(const QString &name);
    [[nodiscard]] bool readsPeople(const QString &text) const;

    QStringList m_folders;
    QStringList m_names;                // "cache/person_by_id"
    QHash<QString, QStringList> m_uses; // name -> "path:line"
};

bool TestTidyStatements::isMigration(const QString &name)
{
    static const QRegularExpression numbered(u"/[0-9]{4}_"_s);
    return name.contains(numbered);
}

void TestTidyStatements::initTestCase()
{
    m_folders = QDir(tidy::top() + u"resources/sql"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &path : tidy::files({u"resources/sql"_s}, {u"*.sql"_s}))
        m_names.append(path.mid(14).chopped(4));
    QVERIFY(m_names.size() > 20);
    // The register's files stand one folder deeper; "register/x" is a setting.
    static const QRegularExpression shape(
        u"^(?!register/[a-z0-9_]+$)([a-z]+)/(?:[a-z]+/)?[a-z0-9_]+$"_s);
    for (const auto &cpp : tidy::product()) {
        for (const auto &literal : cpp.literals) {
            const auto match = shape.match(literal.text);
            if (match.hasMatch() && m_folders.contains(match.captured(1)))
                m_uses[literal.text].append(u"%1:%2"_s.arg(cpp.path).arg(literal.line));
        }
    }
}

// Hands out rows and names a table of the cache; all its tables but "meta" are about people.
bool TestTidyStatements::readsPeople(const QString &text) const
{
    static const QRegularExpression comment(u"--[^\\n]*"_s);
    static const QRegularExpression answers(u"(?i)\\b(select|returning)\\b"_s);
    static const QRegularExpression table(u"(?i)\\bcreate\\s+(?:virtual\\s+)?table\\s+(\\w+)"_s);
    const QString sql = QString(text).remove(comment);
    if (!sql.contains(answers))
        return false;
    for (const QString &name : m_names) {
        if (!name.startsWith(u"cache/") || !isMigration(name))
            continue;
        auto all = table.globalMatch(tidy::read(u"resources/sql/%1.sql"_s.arg(name)));
        while (all.hasNext()) {
            const QString found = all.next().captured(1);
            const QRegularExpression named(u"\\b%1\\b"_s.arg(found));
            if (found != u"meta" && sql.contains(named))
                return true;
        }
    }
    return false;
}

void TestTidyStatements::everyFileHasItsComment()
{
    QStringList found;
    for (const QString &name : m_names) {
        const QString text = tidy::read(u"resources/sql/%1.sql"_s.arg(name));
        if (!text.startsWith(u"-- ") || text.section(u'\n', 0, 0).size() < 8)
            found.append(name + u": the first line says who uses it"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyStatements::everyFileIsNamedOnce()
{
    QStringList found;
    for (const QString &name : m_names) {
        const QStringList uses = m_uses.value(name);
        // The functions of the register are read as folders, as migrations are.
        const bool whole = isMigration(name) || name.startsWith(u"register/api/"_s) ||
                           name.startsWith(u"register/office/"_s);
        if (!whole && uses.size() != 1)
            found.append(
                u"%1: named %2 times %3"_s.arg(name).arg(uses.size()).arg(uses.join(u' ')));
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyStatements::everyNameHasAFile()
{
    QStringList found;
    for (auto use = m_uses.cbegin(); use != m_uses.cend(); ++use) {
        if (!m_names.contains(use.key()))
            found.append(use.key() + u": no such file, named in "_s + use.value().join(u' '));
    }
    TIDY_NOTHING_IN(found);
}

// So nobody reads the cache but models/cache, and so on.
void TestTidyStatements::everyFileIsNamedInItsFolder()
{
    const QHash<QString, QString> homes{{u"numbers"_s, u"central"_s},
                                        {u"register"_s, u"central"_s}};
    QStringList found;
    for (auto use = m_uses.cbegin(); use != m_uses.cend(); ++use) {
        const QString folder = use.key().section(u'/', 0, 0);
        const QString home = u"models/%1/"_s.arg(homes.value(folder, folder));
        for (const QString &place : use.value()) {
            if (!place.startsWith(home))
                found.append(use.key() + u": named outside "_s + home + u" in "_s + place);
        }
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyStatements::everyStatementPrepares_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &folder : m_folders) {
        // Those of the register on PostgreSQL are prepared there: tests/models/central.
        if (folder != u"storage" && folder != u"register")
            QTest::newRow(qPrintable(folder)) << folder;
    }
}

void TestTidyStatements::everyStatementPrepares()
{
    QFETCH(QString, kind);
    const QTemporaryDir dir;
    const base::Secret key = base::crypto::randomSecret(32);
    storage::Opening opening;
    opening.path = dir.filePath(u"fresh.db"_s);
    opening.key = &key;
    opening.mode = storage::Opening::Mode::Create;
    opening.kind = kind;
    opening.sqlRoot = tidy::top() + u"resources/sql"_s;
    const auto db = storage::Database::open(opening);
    QVERIFY2(db, qPrintable(db ? QString() : db.error().detail));
    QStringList found;
    for (const QString &name : m_names) {
        if (name.startsWith(kind + u'/') && !isMigration(name)) {
            if (const auto statement = (*db)->statement(name); !statement)
                found.append(statement.error().detail);
        }
        // The statements of storage itself fit every kind; %1 is a number or a table.
        if (name.startsWith(u"storage/")) {
            const QString text = tidy::read(u"resources/sql/%1.sql"_s.arg(name));
            QSqlQuery query((*db)->driver()->createResult());
            const QString filled = QString(text).replace(u"FROM %1"_s, u"FROM sqlite_schema"_s);
            if (!query.prepare(QString(filled).replace(u"%1"_s, u"1"_s)))
                found.append(name + u": "_s + query.lastError().text());
        }
    }
    TIDY_NOTHING_IN(found);
}

// "-- Procedure: ViewResident, ViewHousehold. ..." or "-- Sync: ...": design.md 1, the desk.
void TestTidyStatements::everyReaderOfPeopleNamesItsProcedure()
{
    static const QRegularExpression first(u"^-- (?:Procedure: ([^.\\n]+)\\.|(Sync)[ :])"_s);
    const QStringList known = tidy::lines(u"tests/tidy/procedures.txt"_s);
    const QRegularExpression separator(u",\\s*|\\s+and\\s+"_s);
    QStringList found;
    int readers = 0;
    for (const QString &name : m_names) {
        const QString text = tidy::read(u"resources/sql/%1.sql"_s.arg(name));
        if (!name.startsWith(u"cache/") || isMigration(name) || !readsPeople(text))
            continue;
        ++readers;
        const auto match = first.match(text);
        const QString who =
            match.hasMatch() && !match.captured(2).isEmpty() ? u"sync"_s : match.captured(1);
        if (who.isEmpty())
            found.append(name + u": reads people and names no procedure"_s);
        for (const QString &procedure : who.split(separator, Qt::SkipEmptyParts)) {
            if (!known.contains(procedure))
                found.append(name + u": unknown procedure "_s + procedure);
        }
    }
    QVERIFY(readers > 5);
    TIDY_NOTHING_IN(found);
}

QTEST_GUILESS_MAIN(TestTidyStatements)
#include "tst_tidy_statements.moc"
