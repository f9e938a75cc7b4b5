#include "app/casebook/movescommand.h"

#include "app/casebook/bookfile.h"
#include "app/casebook/bookrun.h"
#include "app/refusal.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace casebook {

namespace {

const char usage[] = "moves run CASES.csv --link embedded|postgres\n";

struct MovesArguments
{
    QString file;
    QString linkName;
    LinkKind link = LinkKind::Embedded;
};

/// At once: a run takes a while, and somebody looks on.
void say(QIODevice &output, const QJsonObject &line)
{
    output.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    if (auto *file = qobject_cast<QFileDevice *>(&output))
        file->flush();
}

Result<> wrong(const QString &what)
{
    return base::fail(ErrorCode::ArgumentWrong, what);
}

Result<> readArguments(const QStringList &arguments, MovesArguments &order)
{
    QCommandLineParser parser;
    parser.addOption({u"link"_s, {}, u"KIND"_s});
    if (!parser.parse(QStringList{u"moves"_s} + arguments))
        return wrong(parser.errorText());
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2 || words.first() != u"run")
        return wrong(u"moves run takes one case book"_s);
    order.file = words.last();
    order.linkName = parser.value(u"link"_s);
    if (order.linkName != u"embedded" && order.linkName != u"postgres")
        return wrong(u"--link takes embedded or postgres"_s);
    order.link = order.linkName == u"embedded" ? LinkKind::Embedded : LinkKind::Postgres;
    return {};
}

Result<QList<BookCase>> bookOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, path);
    auto book = readBook(file.readAll());
    if (!book)
        return base::fail(book.error().code, path + u", "_s + book.error().detail);
    return book;
}

/// How many are not as the book says.
Result<int> runAll(const MovesArguments &order, const QList<BookCase> &book, QIODevice &output)
{
    const QTemporaryDir folder(QDir(QDir::tempPath()).filePath(u"madoguchi-moves-XXXXXX"_s));
    // The account of a server passes through it; what is in it is its owner's.
    const bool passable =
        folder.isValid() &&
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner |
                                                 QFile::ExeOwner | QFile::ExeGroup |
                                                 QFile::ExeOther);
    if (!passable)
        return base::fail(ErrorCode::FileNotWritten, folder.path());
    const auto run = BookRun::open(order.link, folder.path(), book);
    if (!run)
        return base::fail(run);
    int differ = 0;
    for (const BookCase &one : book) {
        const auto report = (*run)->run(one);
        if (!report)
            return base::fail(report.error().code, one.name + u": "_s + report.error().detail);
        QJsonObject line{{u"case"_s, report->name},
                         {u"is"_s, report->differences.isEmpty() ? u"ok"_s : u"differs"_s},
                         {u"state"_s, report->ending},
                         {u"history"_s, report->history}};
        if (!report->differences.isEmpty()) {
            ++differ;
            line.insert(u"differences"_s, QJsonArray::fromStringList(report->differences));
        }
        say(output, line);
    }
    return differ;
}

int tell(const base::Error &error, QIODevice &errors)
{
    errors.write(app::refusalText(error));
    return app::refusalExit(error);
}

} // namespace

int runMoves(const QStringList &arguments, QIODevice &output, QIODevice &errors)
{
    MovesArguments order;
    if (const auto read = readArguments(arguments, order); !read) {
        const int code = tell(read.error(), errors);
        errors.write(usage);
        return code;
    }
    const auto book = bookOf(order.file);
    if (!book)
        return tell(book.error(), errors);
    QElapsedTimer timer;
    timer.start();
    const auto differ = runAll(order, *book, output);
    if (!differ)
        return tell(differ.error(), errors);
    say(output, {{u"cases"_s, book->size()},
                 {u"differ"_s, *differ},
                 {u"link"_s, order.linkName},
                 {u"ms"_s, timer.elapsed()}});
    return *differ == 0 ? 0 : 1;
}

int runMoves(const QStringList &arguments)
{
    QFile output;
    QFile errors;
    if (!output.open(stdout, QIODevice::WriteOnly) || !errors.open(stderr, QIODevice::WriteOnly))
        return 1;
    return runMoves(arguments, output, errors);
}

} // namespace casebook
