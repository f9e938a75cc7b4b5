// links: madoguchi_casebook
#include "app/casebook/movescommand.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestMs = 300'000;
constexpr int endingMs = 20'000;

struct Run
{
    int code = -1;
    QList<QJsonObject> lines; ///< one a case
    QJsonObject total;
    QString errors;
};

/// "W-03: history: expected ..., got ...", a line for each difference.
QStringList differencesOf(const Run &run)
{
    QStringList all;
    for (const QJsonObject &line : run.lines) {
        for (const QJsonValue &difference : line.value(u"differences"_s).toArray())
            all.append(line.value(u"case"_s).toString() + u": "_s + difference.toString());
    }
    return all;
}

Run read(int code, const QByteArray &output, const QByteArray &errors)
{
    Run run{.code = code, .lines = {}, .total = {}, .errors = QString::fromUtf8(errors)};
    for (const QByteArray &line : output.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains(u"case"_s))
            run.lines.append(object);
        else if (object.contains(u"cases"_s))
            run.total = object;
    }
    return run;
}

QString program()
{
    return QStringLiteral(MADOGUCHI_BINARY_DIR "/bin/madoguchi-admin");
}

/// By the real program.
Run run(const QString &book, const QString &link)
{
    QProcess admin;
    admin.start(program(), {u"moves"_s, u"run"_s, book, u"--link"_s, link});
    if (!admin.waitForFinished(longestMs)) {
        admin.kill();
        admin.waitForFinished();
        return {};
    }
    const int code = admin.exitStatus() == QProcess::NormalExit ? admin.exitCode() : -1;
    return read(code, admin.readAllStandardOutput(), admin.readAllStandardError());
}

QString caseBook()
{
    return QStringLiteral(MADOGUCHI_SOURCE_DIR "/tests/data/move_cases.csv");
}

const QByteArray columns =
    "case,source,scene,today,kind,happened,notified,notifier,documents,movers,to,place,checks,"
    "state,refusal,findings,notices,history,afterwards\n";
const QByteArray entered =
    ",第23条,family,2026-11-02,MoveWithin,2026-10-30,2026-11-02,Self,driving-licence,";

} // namespace

/// madoguchi-admin moves run: the case book on both links, and what the command itself must notice.
class TestMoveCases final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCaseOfTheBook_data();
    void everyCaseOfTheBook();
    void whatDiffersIsTold();
    void theServerEndsWithTheProgram();
    void aBookThatCannotBeReadIsSaid_data();
    void aBookThatCannotBeReadIsSaid();
    void wrongCommandsAreTold_data();
    void wrongCommandsAreTold();

private:
    QString write(const QByteArray &book)
    {
        const QString path = m_folder.filePath(u"book%1.csv"_s.arg(++m_books));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(book) != book.size())
            qFatal("no book");
        return path;
    }
    QTemporaryDir m_folder;
    int m_books = 0;
};

void TestMoveCases::everyCaseOfTheBook_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("embedded") << u"embedded"_s;
    QTest::newRow("postgres") << u"postgres"_s;
}

void TestMoveCases::everyCaseOfTheBook()
{
    QFETCH(QString, link);
    const Run all = run(caseBook(), link);
    QCOMPARE(differencesOf(all), QStringList());
    QVERIFY2(all.code == 0, qPrintable(all.errors));
    QVERIFY(all.lines.size() >= 40);
    QCOMPARE(all.total.value(u"cases"_s).toInt(), int(all.lines.size()));
    QCOMPARE(all.total.value(u"differ"_s).toInt(), 0);
    QCOMPARE(all.total.value(u"link"_s).toString(), link);
}

/// Each case but the first expects one thing that is not so.
void TestMoveCases::whatDiffersIsTold()
{
    const QByteArray mother = "母:世帯主,new,new,colleague,";
    const QByteArray rows = "母:MoveWithin,";
    const QByteArray homes = "new: 母=世帯主 | home: 父=世帯主 子=子\n";
    const QByteArray told = "母:IdentityNotice,";
    const QByteArray book =
        columns + "right" + entered + mother + "本登録,,," + told + rows + homes +     //
        "state" + entered + mother + "仮登録,,," + told + rows + homes +               //
        "refusal" + entered + mother + "本登録,OwnEntry,," + told + rows + homes +     //
        "finding" + entered + mother + "本登録,,HeadLeaves," + told + rows + homes +   //
        "nobody" + entered + mother + "本登録,,," + told + "," + homes +               //
        "another" + entered + mother + "本登録,,," + told + "母:HeadChange," + homes + //
        "stays" + entered + mother + "本登録,,," + told + rows +
        "new: 母=世帯主 子=子 | home: 父=世帯主\n" + "words" + entered + mother + "本登録,,," +
        told + rows + "new: 母=世帯主 | home: 父=世帯主 子=同居人\n" + //
        "place" + entered + mother + "本登録,,," + told + rows +
        "new@brother: 母=世帯主 | home: 父=世帯主 子=子\n" + //
        "untold" + entered + mother + "本登録,,,母:MoveInNotice," + rows + homes + "silent" +
        entered + mother + "本登録,,," + told + rows + "\n";
    const Run read = run(write(book), u"embedded"_s);
    const QStringList expected{
        u"state: state: expected 仮登録, got 本登録"_s,
        u"refusal: refusal: expected OwnEntry, got nothing"_s,
        u"finding: findings: expected HeadLeaves, got nothing"_s,
        u"nobody: history: expected nothing, got 母:MoveWithin"_s,
        u"another: history: expected 母:HeadChange, got 母:MoveWithin"_s,
        u"stays: household new: expected 母=世帯主 子=子, got 母=世帯主"_s,
        u"stays: household home: expected 父=世帯主, got 父=世帯主 子=子"_s,
        u"words: household home: expected 父=世帯主 子=同居人, got 父=世帯主 子=子"_s,
        u"place: place of household new: expected brother, got new"_s,
        u"untold: notices: expected 母:MoveInNotice, got 母:IdentityNotice"_s,
        u"silent: household home: expected 父=世帯主 母=妻 子=子, got 父=世帯主 子=子"_s,
        u"silent: household new: not in the book"_s};
    QCOMPARE(differencesOf(read), expected);
    QCOMPARE(read.code, 1);
    QCOMPARE(read.total.value(u"cases"_s).toInt(), 11);
    QCOMPARE(read.total.value(u"differ"_s).toInt(), 10);
    QCOMPARE(read.lines.first().value(u"is"_s).toString(), u"ok"_s);
}

/// However it ends: nobody is left to stop the server.
void TestMoveCases::theServerEndsWithTheProgram()
{
    QTemporaryDir place(QDir(QDir::tempPath()).filePath(u"mc-XXXXXX"_s));
    QVERIFY(QFile::setPermissions(place.path(), QFile::ReadOwner | QFile::WriteOwner |
                                                    QFile::ExeOwner | QFile::ExeGroup |
                                                    QFile::ExeOther));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, place.path());
    QProcess admin;
    admin.setProcessEnvironment(environment);
    admin.start(program(), {u"moves"_s, u"run"_s, caseBook(), u"--link"_s, u"postgres"_s});
    QTRY_VERIFY_WITH_TIMEOUT(admin.bytesAvailable() > 0, longestMs);
    const QStringList runs = QDir(place.path()).entryList({u"madoguchi-moves-*"_s}, QDir::Dirs);
    QCOMPARE(runs.size(), 1);
    QFile noted(place.filePath(runs.first() + u"/server/data/postmaster.pid"_s));
    QVERIFY(noted.open(QIODevice::ReadOnly));
    const QString server = u"/proc/"_s + QString::fromLatin1(noted.readLine().trimmed());
    QVERIFY(QFileInfo::exists(server));
    admin.kill();
    QVERIFY(admin.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(server), endingMs);
}

void TestMoveCases::aBookThatCannotBeReadIsSaid_data()
{
    QTest::addColumn<QByteArray>("book");
    QTest::addColumn<QString>("said");
    const QByteArray end = "母:世帯主,new,new,colleague,本登録,,,,,\n";
    const auto row = [](const char *name, const QByteArray &book, const QString &said) {
        QTest::newRow(name) << book << said;
    };
    row("no case", columns, u"no case"_s);
    row("a quote inside a field", columns + "a\"b,\n", u"line 2"_s);
    row("fields are missing", columns + "a,b\n", u"line 2: 2 fields, 19 columns"_s);
    row("a column that nobody knows", "case,source,scene,today,kind,state,colour\nx\n",
        u"line 1, column colour: no such column"_s);
    row("a column that is needed", "case,source,scene,today,state\nx\n",
        u"line 1, column kind: missing"_s);
    row("a case twice", columns + "a" + entered + end + "a" + entered + end,
        u"line 3, column case: stands above already: a"_s);
    const auto changed = [&](const QByteArray &from, const QByteArray &to) {
        QByteArray line = "a" + entered + end;
        return columns + line.replace(from, to);
    };
    row("no source", changed("第23条", ""), u"line 2, column source"_s);
    row("a scene that is none", changed("family", "castle"),
        u"line 2, column scene: no such scene: castle"_s);
    row("a day that is none", changed("2026-10-30", "2026-13-30"),
        u"line 2, column happened: no day (YYYY-MM-DD): 2026-13-30"_s);
    row("an 異動 that is none", changed("MoveWithin", "Fly"),
        u"line 2, column kind: no form of this name: Fly"_s);
    row("an 異動 that has no form", changed("MoveWithin", "Death"),
        u"line 2, column kind: no form of this name: Death"_s);
    row("somebody who is not there", changed("母:世帯主", "叔父:世帯主"),
        u"line 2, column movers: nobody of the scene is called 叔父"_s);
    row("a role without words", changed("母:世帯主", "母"), u"line 2, column movers"_s);
    row("a household that is not there", changed(",new,new,", ",uncle,new,"),
        u"line 2, column to: cannot be meant: uncle"_s);
    row("a place that is not there", changed(",new,new,", ",new,moon,"),
        u"line 2, column place: cannot be meant: moon"_s);
    row("somebody who does not work here", changed("colleague", "mayor"),
        u"line 2, column checks: nobody works here as mayor"_s);
    row("a state that is none", changed("本登録", "登録"),
        u"line 2, column state: no such word: 登録"_s);
    row("an error that is none", changed("本登録,,", "本登録,Nothing,"),
        u"line 2, column refusal: no such error: Nothing"_s);
    row("a rule that is none", changed("本登録,,", "本登録,,TooLate"),
        u"line 2, column findings: no such rule: TooLate"_s);
    row("a row of no 異動事由", changed("本登録,,,,", "本登録,,,,母:Fly"),
        u"line 2, column history: no such 異動事由: Fly"_s);
    row("a notice that is none", changed("本登録,,,", "本登録,,,母:Letter"),
        u"line 2, column notices: no such notice: Letter"_s);
    row("a household without members", changed("本登録,,,,,", "本登録,,,,,home"),
        u"line 2, column afterwards"_s);
}

void TestMoveCases::aBookThatCannotBeReadIsSaid()
{
    QFETCH(QByteArray, book);
    QFETCH(QString, said);
    const QString path = write(book);
    QBuffer output;
    QBuffer errors;
    output.open(QIODevice::WriteOnly);
    errors.open(QIODevice::WriteOnly);
    const int code =
        casebook::runMoves({u"run"_s, path, u"--link"_s, u"embedded"_s}, output, errors);
    QCOMPARE(code, 1);
    QVERIFY(output.data().isEmpty());
    const QString words = QString::fromUtf8(errors.data());
    QVERIFY2(words.startsWith(u"TableUnreadable"), qPrintable(words));
    QVERIFY2(words.contains(path + u", "_s), qPrintable(words));
    QVERIFY2(words.contains(said), qPrintable(words));
}

void TestMoveCases::wrongCommandsAreTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QStringList{} << 2;
    QTest::newRow("no book") << QStringList{u"run"_s, u"--link"_s, u"embedded"_s} << 2;
    QTest::newRow("no link") << QStringList{u"run"_s, u"book.csv"_s} << 2;
    QTest::newRow("a link that is none")
        << QStringList{u"run"_s, u"book.csv"_s, u"--link"_s, u"paper"_s} << 2;
    QTest::newRow("something else")
        << QStringList{u"walk"_s, u"book.csv"_s, u"--link"_s, u"embedded"_s} << 2;
    QTest::newRow("a file that is not there")
        << QStringList{u"run"_s, u"nowhere.csv"_s, u"--link"_s, u"embedded"_s} << 1;
}

void TestMoveCases::wrongCommandsAreTold()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QBuffer output;
    QBuffer errors;
    output.open(QIODevice::WriteOnly);
    errors.open(QIODevice::WriteOnly);
    QCOMPARE(casebook::runMoves(arguments, output, errors), code);
    const QString words = QString::fromUtf8(errors.data());
    QVERIFY2(words.startsWith(code == 2 ? u"ArgumentWrong"_s : u"FileUnreadable"_s),
             qPrintable(words));
    QCOMPARE(words.contains(u"moves run CASES.csv --link embedded|postgres"_s), code == 2);
}

QTEST_GUILESS_MAIN(TestMoveCases)
#include "tst_movecases.moc"
