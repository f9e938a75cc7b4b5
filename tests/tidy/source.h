#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

// What the rules on the source share: which files there are, and C++ with comments and literals
// taken apart.
namespace tidy {

struct Literal
{
    int line = 0;
    QString text; ///< as written between the quotes
};

struct Cpp
{
    QString path; ///< from the top of the project
    QString text; ///< the whole file
    QString code; ///< comments and literals blanked, lines kept
    QList<Literal> literals;
};

inline QString top()
{
    return QStringLiteral(MADOGUCHI_SOURCE_DIR "/");
}

inline QString read(const QString &path)
{
    QFile file(top() + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

/// Files below the folders whose names end so, sorted, from the top of the project.
inline QStringList files(const QStringList &folders, const QStringList &patterns)
{
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator all(top() + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            found.append(all.next().mid(top().size()));
    }
    found.sort();
    return found;
}

/// Lines of a list file without its comments.
inline QStringList lines(const QString &path)
{
    QStringList kept;
    for (const QString &line : read(path).split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty() && !line.startsWith(QLatin1Char('#')))
            kept.append(line.trimmed());
    }
    return kept;
}

/// The pieces of C++: comments, raw strings, strings, characters (not digit separators).
inline const QRegularExpression &pieces()
{
    static const QRegularExpression regex(
        QLatin1String("(?<comment>//[^\\n]*|/\\*.*?\\*/)"
                      "|R\"(?<mark>\\w*)\\((?<raw>.*?)\\)\\k<mark>\""
                      "|\"(?<plain>(?:[^\"\\\\\\n]|\\\\.)*)\""
                      "|(?<![0-9a-fA-F])'(?:[^'\\\\\\n]|\\\\.)+'"),
        QRegularExpression::DotMatchesEverythingOption);
    return regex;
}

inline Cpp parse(const QString &path)
{
    Cpp cpp{path, read(path), {}, {}};
    cpp.code = cpp.text;
    int line = 1;
    qsizetype counted = 0;
    auto all = pieces().globalMatch(cpp.text);
    while (all.hasNext()) {
        const auto match = all.next();
        line +=
            int(QStringView(cpp.text).mid(counted, match.capturedStart() - counted).count(u'\n'));
        counted = match.capturedStart();
        const QString start = cpp.text.mid(cpp.text.lastIndexOf(u'\n', counted) + 1,
                                           counted - cpp.text.lastIndexOf(u'\n', counted) - 1);
        if (start.trimmed() == QLatin1String("#include"))
            continue;
        for (const auto *group : {"raw", "plain"}) {
            if (const QString text = match.captured(QLatin1String(group)); !text.isEmpty())
                cpp.literals.append({line, text});
        }
        for (qsizetype at = match.capturedStart(); at < match.capturedEnd(); ++at) {
            if (cpp.code.at(at) != u'\n')
                cpp.code[at] = u' ';
        }
    }
    return cpp;
}

/// The C++ of the product, read once.
inline const QList<Cpp> &product()
{
    static const QList<Cpp> all = [] {
        QList<Cpp> parsed;
        const QStringList patterns{QStringLiteral("*.cpp"), QStringLiteral("*.h")};
        const QStringList folders{QStringLiteral("models"), QStringLiteral("ui"),
                                  QStringLiteral("app")};
        for (const QString &path : files(folders, patterns))
            parsed.append(parse(path));
        return parsed;
    }();
    return all;
}

/// "path:line: why" for every place in the code where the expression matches.
inline QStringList places(const Cpp &cpp, const QRegularExpression &regex, const QString &why)
{
    QStringList found;
    auto all = regex.globalMatch(cpp.code);
    while (all.hasNext()) {
        const auto at = all.next().capturedStart();
        const auto line = QStringView(cpp.code).left(at).count(u'\n') + 1;
        found.append(QStringLiteral("%1:%2: %3").arg(cpp.path).arg(line).arg(why));
    }
    return found;
}

} // namespace tidy

/// Fails with all that was found (QtTest cuts long messages, so each stands in a line of its own).
#define TIDY_NOTHING_IN(found)                                                                     \
    do {                                                                                           \
        for (const QString &one : found)                                                           \
            qWarning("%s", qPrintable(one));                                                       \
        QVERIFY2((found).isEmpty(), "listed above");                                               \
    } while (false)
