#include "tidy/source.h"

#include <QHash>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Who may include whom (layers.txt).
class TestTidyLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFolderHasALayer();
    void everyIncludeGoesDown();
    void modelsHaveNoWidgets();

private:
    [[nodiscard]] static QString folderOf(const QString &path);
    [[nodiscard]] static bool isInSource(const QString &path, const QString &name);

    QHash<QString, QSet<QString>> m_allowed;
};

void TestTidyLayers::initTestCase()
{
    QSet<QString> above;
    for (const QString &line : tidy::lines(u"tests/tidy/layers.txt"_s)) {
        const QStringList words = line.split(u' ');
        if (words.value(1) == u"only") {
            m_allowed[words.first()] = QSet<QString>(words.begin() + 2, words.end());
            continue;
        }
        for (const QString &folder : words)
            m_allowed[folder] = above;
        above.unite(QSet<QString>(words.begin(), words.end()));
    }
    m_allowed[u"app"_s].insert(u"ui"_s);
    QVERIFY(m_allowed.size() > 20);
}

QString TestTidyLayers::folderOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.first() == u"models" ? parts.value(1) : parts.first();
}

bool TestTidyLayers::isInSource(const QString &path, const QString &name)
{
    return QFile::exists(tidy::top() + path.section(u'/', 0, -2) + u'/' + name);
}

void TestTidyLayers::everyFolderHasALayer()
{
    const QDir models(tidy::top() + u"models"_s);
    for (const QString &folder : models.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY2(m_allowed.contains(folder), qPrintable(folder));
}

void TestTidyLayers::everyIncludeGoesDown()
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s,
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (const auto &cpp : tidy::product()) {
        const QString from = folderOf(cpp.path);
        auto all = include.globalMatch(cpp.text);
        while (all.hasNext()) {
            const QString name = all.next().captured(1);
            if (name.endsWith(u".moc"))
                continue;
            const QString to = name.section(u'/', 0, 0);
            // A made header has no folder; the programs of app/ are small folders of their own.
            const bool beside = !name.contains(u'/');
            if (beside && (from == u"app" || !isInSource(cpp.path, name)))
                continue;
            if (!m_allowed.contains(to) || beside)
                found.append(cpp.path + u": not written from models/ or the top: "_s + name);
            else if (to != from && !m_allowed.value(from).contains(to))
                found.append(cpp.path + u": may not include "_s + name);
        }
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyLayers::modelsHaveNoWidgets()
{
    QStringList found;
    for (const QString &path : tidy::files({u"models"_s}, {u"CMakeLists.txt"_s})) {
        const QString text = tidy::read(path);
        if (text.contains(u"Qt6::Widgets") || text.contains(u"Qt6::PrintSupport"))
            found.append(path);
    }
    TIDY_NOTHING_IN(found);
}

QTEST_GUILESS_MAIN(TestTidyLayers)
#include "tst_tidy_layers.moc"
