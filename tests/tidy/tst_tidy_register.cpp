#include "tidy/source.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The functions of the register on PostgreSQL: what each of them has to say, because a clerk can
// call it with any statement and any setting.
class TestTidyRegister : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachFileMakesTheFunctionOfItsName();
    void everyFunctionPinsItsSearchPath();
    void apiRunsAsTheOwnerAndAnswersAStatus();
    void apiIsGivenToClerksOnly();
    void nothingElseIsGivenToAnybody();
    void noFunctionTrustsTheCallersSettings();
    void stationsCallNothingButApi();
    void everyCheckIsMade();
    void whatAnIndexStandsOnStaysTheSame();

private:
    struct File
    {
        QString path;
        QString folder;
        QString name;
        QString text;
        QString sql; ///< without comments
    };
    [[nodiscard]] QList<File> of(const QStringList &folders) const;
    QList<File> m_files;
};

namespace {

const QString pinned = u"SET search_path = pg_catalog, office, pg_temp"_s;

} // namespace

void TestTidyRegister::initTestCase()
{
    static const QRegularExpression comment(u"--[^\\n]*"_s);
    for (const QString &path : tidy::files({u"resources/sql/register"_s}, {u"*.sql"_s})) {
        const QString text = tidy::read(path);
        m_files.append({path, path.section(u'/', -2, -2), path.section(u'/', -1).chopped(4), text,
                        QString(text).remove(comment)});
    }
    QVERIFY(of({u"api"_s}).size() >= 18);
    QVERIFY(of({u"office"_s}).size() >= 20);
    QVERIFY(of({u"migrations"_s}).size() >= 2);
    const QStringList known{u"api"_s,  u"office"_s, u"migrations"_s, u"owner"_s,
                            u"link"_s, u"check"_s,  u"watch"_s};
    QCOMPARE(of(known).size(), m_files.size());
}

QList<TestTidyRegister::File> TestTidyRegister::of(const QStringList &folders) const
{
    QList<File> found;
    for (const auto &file : m_files) {
        if (folders.contains(file.folder))
            found.append(file);
    }
    return found;
}

void TestTidyRegister::eachFileMakesTheFunctionOfItsName()
{
    static const QRegularExpression made(u"(?i)\\bCREATE\\b[^;(]*\\("_s);
    QStringList found;
    for (const auto &file : of({u"api"_s, u"office"_s})) {
        const QString head = u"CREATE OR REPLACE FUNCTION %1.%2("_s.arg(file.folder, file.name);
        if (!file.sql.trimmed().startsWith(head) || file.sql.count(made) != 1)
            found.append(file.path + u": makes another function, or more than one"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyRegister::everyFunctionPinsItsSearchPath()
{
    static const QRegularExpression unqualified(
        u"(?<![.a-z_])(?!coalesce\\()[a-z_]+\\(|::(?!pg_catalog\\.)"_s);
    QStringList found;
    for (const auto &file : of({u"api"_s, u"office"_s})) {
        // What looks at nothing but its parameters is put into the statement that calls it; else
        // every name in it is qualified.
        const QString body =
            file.sql.section(u"$$"_s, 1, 1).remove(u"IS DISTINCT FROM"_s); // looks nothing up
        const bool bare =
            file.folder == u"office" && !file.sql.contains(u"DEFINER"_s) &&
            ((file.sql.contains(u"LANGUAGE sql IMMUTABLE") && !body.contains(u" FROM office.")) ||
             (file.sql.contains(u"LANGUAGE sql ") && !body.contains(u" FROM ") &&
              !unqualified.match(body).hasMatch()));
        if (file.sql.count(pinned) != 1 && !bare)
            found.append(file.path + u": search_path is not pinned"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyRegister::apiRunsAsTheOwnerAndAnswersAStatus()
{
    QStringList found;
    for (const auto &file : of({u"api"_s})) {
        if (!file.sql.contains(u"SECURITY DEFINER "_s + pinned))
            found.append(file.path + u": not SECURITY DEFINER"_s);
        if (!file.sql.contains(u"RETURNS TABLE (status text"_s))
            found.append(file.path + u": does not answer a status first"_s);
        if (file.sql.contains(u"RAISE EXCEPTION"_s, Qt::CaseInsensitive))
            found.append(file.path + u": a refusal is an answer, not an error"_s);
    }
    for (const auto &file : of({u"office"_s})) {
        if (file.sql.contains(u"RETURNS trigger"_s) && !file.sql.contains(u"SECURITY DEFINER"_s))
            found.append(file.path + u": a trigger runs as whoever commits"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyRegister::apiIsGivenToClerksOnly()
{
    static const QRegularExpression given(u"(?i)\\bGRANT\\b"_s);
    QStringList found;
    for (const auto &file : of({u"api"_s})) {
        const QRegularExpression both(
            u"REVOKE ALL ON FUNCTION (api\\.%1\\([^)]*\\)) FROM PUBLIC;\\s+"
            "GRANT EXECUTE ON FUNCTION \\1 TO madoguchi_clerk;\\s*$"_s.arg(file.name));
        if (!both.match(file.sql).hasMatch() || file.sql.count(given) != 1)
            found.append(file.path + u": not taken from everybody and given to clerks only"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyRegister::nothingElseIsGivenToAnybody()
{
    static const QRegularExpression given(u"(?i)\\bGRANT\\b[^;]*\\bTO\\s+([^;]*)"_s);
    QStringList found;
    for (const auto &file : of({u"migrations"_s, u"office"_s})) {
        auto all = given.globalMatch(file.sql);
        while (all.hasNext()) {
            const QString to = all.next().captured(1).section(u',', 0, 0).trimmed();
            if (to.contains(u"public"_s, Qt::CaseInsensitive))
                found.append(file.path + u": given to everybody"_s);
        }
        if (file.folder == u"office" && file.name != u"make_login" && file.sql.contains(u"GRANT "))
            found.append(file.path + u": only the owner calls it"_s);
    }
    TIDY_NOTHING_IN(found);
}

// DateStyle, bytea_output, TimeZone, standard_conforming_strings are the caller's; the time of a
// transaction can be held open.
void TestTidyRegister::noFunctionTrustsTheCallersSettings()
{
    static const QRegularExpression wrong(
        u"(?i)\\\\|\\bnow\\(|current_date|current_timestamp|localtime|transaction_timestamp|"
        "statement_timestamp|current_user|current_role|\\buser\\b(?!_)|md5\\("_s);
    static const QRegularExpression clock(u"(?i)clock_timestamp"_s);
    static const QRegularExpression text(u"'[^']*'"_s);
    QStringList found;
    for (const auto &file : of({u"api"_s, u"office"_s})) {
        const QString bare = QString(file.sql).remove(text);
        if (const auto match = wrong.match(bare); match.hasMatch())
            found.append(file.path + u": "_s + match.captured());
        if (file.sql.contains(u'\\'))
            found.append(file.path + u": a backslash is read as the caller has set"_s);
        if (file.sql.contains(clock) != (file.name == u"moment"))
            found.append(file.path + u": the register's clock is office.moment()"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyRegister::stationsCallNothingButApi()
{
    static const QRegularExpression named(u"\\b(office|numbers)\\."_s);
    QStringList found;
    for (const auto &file : of({u"link"_s})) {
        if (file.sql.contains(named))
            found.append(file.path + u": names what only the register may touch"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyRegister::everyCheckIsMade()
{
    const QString check = tidy::read(u"models/central/registercheck.cpp"_s);
    QStringList found;
    for (const auto &file : of({u"check"_s})) {
        if (!check.contains(u"\"register/check/%1\""_s.arg(file.name)))
            found.append(file.path + u": nobody makes this check"_s);
    }
    TIDY_NOTHING_IN(found);
}

// An index over a function is only right as long as the function answers the same; rows that stood
// there before were indexed by the one of the migration.
void TestTidyRegister::whatAnIndexStandsOnStaysTheSame()
{
    static const QRegularExpression call(u"CREATE INDEX[^;]* office\\.([a-z_]+)\\("_s);
    int found = 0;
    for (const File &file : of({u"migrations"_s})) {
        auto each = call.globalMatch(file.sql);
        while (each.hasNext()) {
            const QString name = each.next().captured(1);
            const QString begin = u"FUNCTION office.%1("_s.arg(name);
            const auto body = [&begin](const QString &text) {
                const auto at = text.indexOf(begin);
                return at < 0 ? QString() : text.mid(at, text.indexOf(u"$$;"_s, at) - at);
            };
            const QString now =
                body(tidy::read(u"resources/sql/register/office/%1.sql"_s.arg(name)));
            QVERIFY2(!now.isEmpty(), qPrintable(name));
            QCOMPARE(now, body(file.text));
            ++found;
        }
    }
    QCOMPARE(found, 1);
}

QTEST_GUILESS_MAIN(TestTidyRegister)
#include "tst_tidy_register.moc"
