#include "tidy/source.h"

#include <QHash>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Lists that must be complete: errors with wording and help, requirements with a row.
class TestTidyCatalogues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyErrorHasHelp();
    void everyErrorHasWording();
    void everyRequirementCitedHasARow();
    void everyRequirementRowIsWhole();

private:
    QStringList m_codes;
    QHash<QString, QStringList> m_rows; // requirement -> id, source, wording, state, tests
};

namespace {

// One line of CSV; quotes may hold commas and doubled quotes.
QStringList cells(const QString &line)
{
    static const QRegularExpression cell(u"(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))"_s);
    QStringList found;
    auto all = cell.globalMatch(line);
    while (all.hasNext()) {
        const auto match = all.next();
        const QString plain = match.captured(2);
        found.append(plain.isEmpty() ? match.captured(1).replace(u"\"\""_s, u"\""_s) : plain);
    }
    return found;
}

} // namespace

void TestTidyCatalogues::initTestCase()
{
    const auto header = tidy::parse(u"models/base/errorcode.h"_s);
    static const QRegularExpression codes(u"enum class ErrorCode \\{([^}]*)\\}"_s);
    for (const QString &word : codes.match(header.code).captured(1).split(u',')) {
        if (!word.trimmed().isEmpty() && word.trimmed() != u"Count")
            m_codes.append(word.trimmed());
    }
    QVERIFY(m_codes.size() > 50);
    QStringList lines =
        tidy::read(u"resources/requirements.csv"_s).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(cells(lines.takeFirst()),
             (QStringList{u"id"_s, u"source"_s, u"wording"_s, u"state"_s, u"tests"_s}));
    for (const QString &line : lines) {
        const QStringList row = cells(line);
        QVERIFY2(!m_rows.contains(row.first()), qPrintable(row.first()));
        m_rows[row.first()] = row;
    }
}

void TestTidyCatalogues::everyErrorHasHelp()
{
    const QString help = tidy::read(u"resources/help/ja/errors.md"_s);
    QSet<QString> headings;
    for (const QString &line : help.split(u'\n')) {
        if (line.startsWith(u"## "))
            headings.insert(line.section(u' ', 1, 1));
    }
    QStringList found;
    for (const QString &code : m_codes) {
        if (!headings.remove(code))
            found.append(code + u": no section in resources/help/ja/errors.md"_s);
    }
    for (const QString &heading : headings)
        found.append(heading + u": a section for a code that does not exist"_s);
    TIDY_NOTHING_IN(found);
}

void TestTidyCatalogues::everyErrorHasWording()
{
    static const QRegularExpression code(u"ErrorCode::(\\w+)"_s);
    QSet<QString> worded;
    for (const auto &cpp : tidy::product()) {
        if (!cpp.path.startsWith(u"ui/words/"))
            continue;
        auto all = code.globalMatch(cpp.code);
        while (all.hasNext())
            worded.insert(all.next().captured(1));
    }
    QStringList found;
    for (const QString &name : m_codes) {
        if (!worded.contains(name))
            found.append(name + u": no wording in ui/words"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyCatalogues::everyRequirementCitedHasARow()
{
    static const QRegularExpression id(
        u"\\b(R-[A-Z]{3}-\\d+|PEN-[RPF]\\d+|COL-[RPF]\\d+|LG-\\d+|JS1 \\d+(?:\\.\\d+)*)"_s);
    const QStringList folders{u"models"_s, u"ui"_s, u"app"_s, u"tests"_s, u"resources/sql"_s};
    const QStringList patterns{u"*.cpp"_s, u"*.h"_s, u"*.sql"_s, u"*.csv"_s};
    QHash<QString, QString> missing; // requirement -> first place
    int cited = 0;
    for (const QString &path : tidy::files(folders, patterns)) {
        if (path.startsWith(u"tests/tidy/"))
            continue;
        auto all = id.globalMatch(tidy::read(path));
        while (all.hasNext()) {
            const QString requirement = all.next().captured(1);
            ++cited;
            if (!m_rows.contains(requirement) && !missing.contains(requirement))
                missing[requirement] = path;
        }
    }
    QVERIFY(cited > 0);
    QStringList found;
    for (auto one = missing.cbegin(); one != missing.cend(); ++one)
        found.append(one.key() + u": no row in requirements.csv, cited in "_s + one.value());
    found.sort();
    TIDY_NOTHING_IN(found);
}

void TestTidyCatalogues::everyRequirementRowIsWhole()
{
    const QStringList states{u"planned"_s, u"partly"_s, u"done"_s};
    QStringList found;
    for (const QStringList &row : std::as_const(m_rows)) {
        if (row.size() != 5 || row.at(1).isEmpty() || row.at(2).isEmpty())
            found.append(row.first() + u": five cells: id, source, wording, state, tests"_s);
        else if (!states.contains(row.at(3)))
            found.append(row.first() + u": state is planned, partly or done"_s);
        else if (row.at(3) == u"done" && row.at(4).isEmpty())
            found.append(row.first() + u": done without a test"_s);
        for (const QString &test : row.value(4).split(u' ', Qt::SkipEmptyParts)) {
            if (tidy::files({u"tests"_s}, {test + u".cpp"_s}).isEmpty())
                found.append(row.first() + u": no test "_s + test);
        }
    }
    TIDY_NOTHING_IN(found);
}

QTEST_GUILESS_MAIN(TestTidyCatalogues)
#include "tst_tidy_catalogues.moc"
