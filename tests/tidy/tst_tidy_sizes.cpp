#include "tidy/source.h"

#include <QSet>
#include <QTest>

#include <utility>

using namespace Qt::Literals::StringLiterals;

// How large things may become.
class TestTidySizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files();
    void functions();
    void countsPublicFunctions();
    void publicFunctions();
};

namespace {

constexpr int fileLines = 600;
constexpr int windowLines = 300;
constexpr int lineColumns = 100;
constexpr int functionLines = 60;
constexpr int classFunctions = 12;

// Reads declarations one after another and counts the different names a class offers.
class ClassReader
{
public:
    explicit ClassReader(const QString &code) { read(code); }
    // "Class: n" for each class with more than the limit.
    [[nodiscard]] QStringList above(int limit) const
    {
        QStringList found;
        for (const auto &[name, count] : m_counts) {
            if (count > limit)
                found.append(u"%1: %2"_s.arg(name).arg(count));
        }
        return found;
    }

private:
    struct Scope
    {
        QString name;      // empty: not a class
        bool open = false; // public
        QSet<QString> functions;
    };

    void read(const QString &code)
    {
        int parentheses = 0;
        for (const QChar c : code) {
            parentheses += c == u'(' ? 1 : c == u')' ? -1 : 0;
            if (parentheses == 0 && c == u'{')
                enter();
            else if (parentheses == 0 && c == u'}')
                leave();
            else if (parentheses == 0 && c == u';')
                declared();
            else if (parentheses == 0 && c == u':' && isLabel())
                m_declaration.clear();
            else
                m_declaration += c == u'\n' ? QChar(u' ') : c;
        }
    }

    [[nodiscard]] bool isLabel()
    {
        static const QRegularExpression label(
            u"^(public|protected|private|Q_SIGNALS|public Q_SLOTS|private Q_SLOTS)$"_s);
        const auto match = label.match(m_declaration.remove(u"Q_OBJECT"_s).trimmed());
        if (match.hasMatch() && !m_scopes.isEmpty())
            m_scopes.last().open = match.captured(1).startsWith(u"public");
        return match.hasMatch();
    }

    void enter()
    {
        static const QRegularExpression klass(
            u"(?<!enum )\\b(class|struct)\\s+(\\w+)\\s*(final\\s*)?(:[^:(][^()]*)?$"_s);
        const auto match = klass.match(m_declaration.trimmed());
        if (match.hasMatch())
            m_scopes.append({match.captured(2), match.captured(1) == u"struct", {}});
        else {
            declared();
            m_scopes.append(Scope());
        }
        m_declaration.clear();
    }

    void leave()
    {
        m_declaration.clear();
        if (m_scopes.isEmpty())
            return;
        const Scope scope = m_scopes.takeLast();
        if (!scope.name.isEmpty())
            m_counts.append({scope.name, int(scope.functions.size())});
    }

    void declared()
    {
        static const QRegularExpression angled(u"<[^<>()]*(\\([^()]*\\))?[^<>()]*>"_s);
        static const QRegularExpression function(u"(\\w+)\\s*\\("_s);
        static const QRegularExpression other(
            u"\\b(static|friend|using|typedef|override|operator|Q_\\w+|static_assert)\\b|~"_s);
        QString text = std::exchange(m_declaration, {});
        if (m_scopes.isEmpty() || m_scopes.last().name.isEmpty() || !m_scopes.last().open)
            return;
        while (text.contains(angled))
            text.remove(angled);
        const auto match = function.match(text.remove(u"[[nodiscard]]"_s));
        if (other.match(text).hasMatch() || !match.hasMatch())
            return;
        if (match.captured(1) != m_scopes.last().name)
            m_scopes.last().functions.insert(match.captured(1));
    }

    QString m_declaration;
    QList<Scope> m_scopes;
    QList<std::pair<QString, int>> m_counts;
};

} // namespace

void TestTidySizes::files_data()
{
    QTest::addColumn<QStringList>("folders");
    QTest::newRow("product") << QStringList{u"models"_s, u"ui"_s, u"app"_s};
    QTest::newRow("tests") << QStringList{u"tests"_s};
}

void TestTidySizes::files()
{
    QFETCH(QStringList, folders);
    QStringList found;
    for (const QString &path : tidy::files(folders, {u"*.cpp"_s, u"*.h"_s})) {
        const QStringList lines = tidy::read(path).split(u'\n');
        const int limit = path.contains(u"mainwindow") ? windowLines : fileLines;
        if (lines.size() > limit + 1)
            found.append(u"%1: %2 lines"_s.arg(path).arg(lines.size() - 1));
        for (int i = 0; i < lines.size(); ++i) {
            if (lines.at(i).toUcs4().size() > lineColumns)
                found.append(u"%1:%2: %3 columns"_s.arg(path).arg(i + 1).arg(lines.at(i).size()));
        }
    }
    TIDY_NOTHING_IN(found);
}

// In our format the body of a function stands between a line "{" and a line "}" of the same indent;
// a class ends with "};".
void TestTidySizes::functions()
{
    static const QRegularExpression body(u"^( *)\\{\\n(.*?)^\\1\\}(;?)[^\\n]*$"_s,
                                         QRegularExpression::MultilineOption |
                                             QRegularExpression::DotMatchesEverythingOption);
    QStringList found;
    for (const auto &cpp : tidy::product()) {
        auto match = body.match(cpp.code);
        while (match.hasMatch()) {
            const bool function = match.captured(3).isEmpty();
            const auto size = match.captured(2).count(u'\n');
            if (function && size > functionLines) {
                const auto line = QStringView(cpp.code).left(match.capturedStart()).count(u'\n');
                found.append(u"%1:%2: %3 lines"_s.arg(cpp.path).arg(line).arg(size));
            }
            // A class is looked into, a function is not.
            const auto next = function ? match.capturedEnd() : match.capturedStart(2);
            match = body.match(cpp.code, next);
        }
    }
    TIDY_NOTHING_IN(found);
}

void TestTidySizes::countsPublicFunctions()
{
    const QString code = uR"(
        namespace n {
        enum class E { A, B };
        class A final : public B
        {
            Q_OBJECT
        public:
            explicit A(int a) : m_a{a} {}
            ~A() override;
            static A make();
            void one();
            void one(int);
            [[nodiscard]] int two() const { return m_a; }
            std::function<void()> notAFunction;
            QList<int> three(const QString &text = {}, int x = f(1)) const;
            void fromBase() override;
            bool operator==(const A &) const = default;
            struct Inner { int i() const; };
        private:
            void hidden();
            int m_a = g();
        };
        })"_s;
    QCOMPARE(ClassReader(code).above(0), (QStringList{u"Inner: 1"_s, u"A: 3"_s}));
}

void TestTidySizes::publicFunctions()
{
    QStringList found;
    for (const auto &cpp : tidy::product()) {
        for (const QString &what : ClassReader(cpp.code).above(classFunctions))
            found.append(cpp.path + u": "_s + what + u" public functions"_s);
    }
    TIDY_NOTHING_IN(found);
}

QTEST_GUILESS_MAIN(TestTidySizes)
#include "tst_tidy_sizes.moc"
