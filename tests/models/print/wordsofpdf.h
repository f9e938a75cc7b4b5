#pragma once

#include <QList>
#include <QProcess>
#include <QRectF>
#include <QRegularExpression>
#include <QString>

// What stands where on a PDF, as poppler reads it.
namespace pdf {

/// A word and its place in millimetres.
struct Word
{
    QString text;
    QRectF place;
};
using Words = QList<Word>;
using Pages = QList<Words>;

inline QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(30000) && process.exitCode() == 0
               ? process.readAllStandardOutput()
               : QByteArray();
}

inline Pages wordsOf(const QString &path)
{
    static const QRegularExpression word(
        QStringLiteral("<word xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" xMax=\"([0-9.-]+)\" "
                       "yMax=\"([0-9.-]+)\">(.*)</word>"));
    Pages pages;
    const auto answer =
        run(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path, QStringLiteral("-")});
    for (const auto &line : QString::fromUtf8(answer).split(QLatin1Char('\n'))) {
        if (line.contains(QLatin1String("<page ")))
            pages.append(Words{});
        const auto match = word.match(line);
        if (!match.hasMatch() || pages.isEmpty())
            continue;
        const auto mm = [&match](int index) {
            return match.captured(index).toDouble() * 25.4 / 72;
        };
        pages.last().append(
            {match.captured(5), QRectF(QPointF(mm(1), mm(2)), QPointF(mm(3), mm(4)))});
    }
    return pages;
}

[[nodiscard]] inline bool has(const Words &page, const QString &text)
{
    for (const auto &word : page) {
        if (word.text == text)
            return true;
    }
    return false;
}

/// The whole word stands in the cell.
[[nodiscard]] inline bool standsIn(const Words &page, const QString &text, const QRectF &cell)
{
    for (const auto &word : page) {
        if (word.text == text && cell.contains(word.place.center()) &&
            word.place.left() >= cell.left() && word.place.right() <= cell.right())
            return true;
    }
    return false;
}

/// A picture of each page for somebody to look at, when the variable PICTURES names a folder.
inline void picture(const QString &path, const QString &name)
{
    const QString folder = qEnvironmentVariable("PICTURES");
    if (!folder.isEmpty())
        run(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("90"),
                                         QStringLiteral("-png"), path, folder + u'/' + name});
}

} // namespace pdf
