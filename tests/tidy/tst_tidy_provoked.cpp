#include "tidy/source.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// style.md 3.10: each ErrorCode is provoked at least once; and each is raised somewhere.
class TestTidyProvoked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyErrorIsProvoked();
    void everyErrorIsRaised();

private:
    [[nodiscard]] static QSet<QString> namedIn(const QStringList &folders, const QString &except);
    QStringList m_codes;
};

void TestTidyProvoked::initTestCase()
{
    const auto header = tidy::parse(u"models/base/errorcode.h"_s);
    static const QRegularExpression codes(u"enum class ErrorCode \\{([^}]*)\\}"_s);
    const QStringList words = codes.match(header.code).captured(1).split(u',');
    for (const QString &word : words) {
        if (!word.trimmed().isEmpty() && word.trimmed() != u"Count")
            m_codes.append(word.trimmed());
    }
    QVERIFY(m_codes.size() > 50);
}

QSet<QString> TestTidyProvoked::namedIn(const QStringList &folders, const QString &except)
{
    static const QRegularExpression code(u"ErrorCode::(\\w+)"_s);
    QSet<QString> named;
    const QStringList paths = tidy::files(folders, {u"*.cpp"_s, u"*.h"_s});
    for (const QString &path : paths) {
        if (path.startsWith(except))
            continue;
        auto all = code.globalMatch(tidy::parse(path).code);
        while (all.hasNext())
            named.insert(all.next().captured(1));
    }
    return named;
}

void TestTidyProvoked::everyErrorIsProvoked()
{
    const QSet<QString> named = namedIn({u"tests"_s}, u"tests/tidy/"_s);
    QStringList found;
    for (const QString &code : m_codes) {
        if (!named.contains(code))
            found.append(code + u": no test names it"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyProvoked::everyErrorIsRaised()
{
    const QSet<QString> named = namedIn({u"models"_s, u"app"_s, u"ui"_s}, u"ui/words/"_s);
    QStringList found;
    for (const QString &code : m_codes) {
        if (!named.contains(code))
            found.append(code + u": nothing raises it"_s);
    }
    TIDY_NOTHING_IN(found);
}

QTEST_GUILESS_MAIN(TestTidyProvoked)
#include "tst_tidy_provoked.moc"
