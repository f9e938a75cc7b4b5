#include "tidy/source.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Words and calls that do not belong where they stand.
class TestTidyWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesCppApart();
    void knowsWhatItLooksFor();
    void noSqlInCpp();
    void noTranslationInModels();
    void noNestedEventLoop();
    void noFriendTests();
    void noNotesToSelf();
    void nothingPersonalHasADebugOperator();
};

namespace {

const QRegularExpression &sqlWords()
{
    static const QRegularExpression sql(
        u"\\b(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|ATTACH|VACUUM|WHERE|"_s
        u"ORDER BY|GROUP BY|BEGIN|COMMIT|ROLLBACK|SAVEPOINT)\\b"
        u"|(?i)\\b(select\\s.+\\sfrom|insert\\s+into|update\\s+\\w+\\s+set|delete\\s+from|"
        u"create\\s+(table|index|view|trigger|virtual)|alter\\s+table|drop\\s+(table|index))\\b"_s);
    return sql;
}

// The one loop of a program is not nested.
const QRegularExpression &nestedExec()
{
    static const QRegularExpression exec(u"(?<!Application::)(?<!application\\.)\\bexec\\("_s);
    return exec;
}

} // namespace

void TestTidyWords::takesCppApart()
{
    const auto self = tidy::parse(u"tests/tidy/tst_tidy_words.cpp"_s);
    QVERIFY(!self.code.contains(u"Words and calls"));
    QVERIFY(!self.code.contains(u"a string \\\" with"));
    QVERIFY(self.code.contains(u"takesCppApart"));
    const int number = 1'000'000;
    const char *example = "a string \" with a quote";
    const int line = __LINE__ - 1;
    const auto isHere = [line](const tidy::Literal &literal) {
        return literal.text == u"a string \\\" with a quote" && literal.line == line;
    };
    QVERIFY(example && number > 0);
    QVERIFY(std::any_of(self.literals.begin(), self.literals.end(), isHere));
}

void TestTidyWords::knowsWhatItLooksFor()
{
    for (const QString &sql : {u"SELECT 1"_s, u"select a from b"_s, u"PRAGMA key"_s,
                               u"insert  into x"_s, u" WHERE a = 1"_s, u"Create Table t"_s})
        QVERIFY2(sqlWords().match(sql).hasMatch(), qPrintable(sql));
    for (const QString &word : {u"Select a person"_s, u"selected"_s, u"cache/person_update"_s,
                                u"Insert the card into the reader"_s, u"deleted"_s})
        QVERIFY2(!sqlWords().match(word).hasMatch(), qPrintable(word));
    for (const QString &call : {u"dialog.exec()"_s, u"menu->exec(point)"_s, u"QDialog::exec()"_s})
        QVERIFY2(nestedExec().match(call).hasMatch(), qPrintable(call));
    for (const QString &call : {u"QApplication::exec()"_s, u"application.exec()"_s})
        QVERIFY2(!nestedExec().match(call).hasMatch(), qPrintable(call));
}

void TestTidyWords::noSqlInCpp()
{
    QStringList found;
    for (const auto &cpp : tidy::product()) {
        for (const auto &literal : cpp.literals) {
            if (sqlWords().match(literal.text).hasMatch())
                found.append(u"%1:%2: %3"_s.arg(cpp.path).arg(literal.line).arg(literal.text));
        }
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyWords::noTranslationInModels()
{
    static const QRegularExpression call(u"\\b(tr|qsTr|QT_TR_NOOP|QT_TRANSLATE_NOOP)\\("_s
                                         u"|::translate\\("_s);
    QStringList found;
    for (const auto &cpp : tidy::product()) {
        if (cpp.path.startsWith(u"models/"))
            found += tidy::places(cpp, call, u"models do not translate; ui/words does"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyWords::noNestedEventLoop()
{
    static const QRegularExpression loop(u"\\b(QEventLoop|processEvents)\\b"_s);
    QStringList found;
    for (const auto &cpp : tidy::product()) {
        found += tidy::places(cpp, loop, u"nobody waits in a loop of his own"_s);
        if (!cpp.path.startsWith(u"models/"))
            found += tidy::places(cpp, nestedExec(), u"dialogs use open()"_s);
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyWords::noFriendTests()
{
    static const QRegularExpression friendTest(u"\\bfriend\\s+(class\\s+)?(::)?\\w*[Tt]est"_s);
    QStringList found;
    for (const auto &cpp : tidy::product())
        found += tidy::places(cpp, friendTest, u"tests use the public face"_s);
    TIDY_NOTHING_IN(found);
}

void TestTidyWords::noNotesToSelf()
{
    // Written apart, so that this file does not find itself.
    static const QRegularExpression note(u"\\b(TO"_s
                                         u"DO|FIX"_s
                                         u"ME|HA"_s
                                         u"CK|XX"_s
                                         u"X)\\b"_s);
    static const QRegularExpression machine(u"(?<![\\w.}\"])/(work|root)/(?!\\*)"_s);
    const QStringList folders{u"models"_s, u"ui"_s,        u"app"_s,
                              u"tests"_s,  u"packaging"_s, u"resources/sql"_s};
    const QStringList patterns{u"*.cpp"_s,          u"*.h"_s,  u"*.sql"_s, u"*.cmake"_s,
                               u"CMakeLists.txt"_s, u"*.sh"_s, u"*.md"_s};
    QStringList found;
    for (const QString &path : tidy::files(folders, patterns)) {
        const QStringList lines = tidy::read(path).split(u'\n');
        for (int i = 0; i < lines.size(); ++i) {
            if (note.match(lines.at(i)).hasMatch() || machine.match(lines.at(i)).hasMatch())
                found.append(u"%1:%2: %3"_s.arg(path).arg(i + 1).arg(lines.at(i).trimmed()));
        }
    }
    TIDY_NOTHING_IN(found);
}

void TestTidyWords::nothingPersonalHasADebugOperator()
{
    static const QRegularExpression stream(u"QDebug\\s+operator\\s*<<"_s);
    QStringList found;
    for (const auto &cpp : tidy::product()) {
        // Ids print as their last digits; nothing else prints.
        if (cpp.path != u"models/base/ids.h" && cpp.path.startsWith(u"models/"))
            found += tidy::places(cpp, stream, u"names and numbers must not reach a log"_s);
    }
    TIDY_NOTHING_IN(found);
}

QTEST_GUILESS_MAIN(TestTidyWords)
#include "tst_tidy_words.moc"
