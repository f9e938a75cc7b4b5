#include "text/graphemes.h"

#include <QTextBoundaryFinder>

namespace text {

namespace {

/// Calls `each` with the end of every character until it answers false.
template <typename Each>
void walk(QStringView text, Each each)
{
    if (text.isEmpty())
        return;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
        if (!each(at))
            return;
    }
}

} // namespace

int graphemeCount(QStringView text)
{
    int count = 0;
    walk(text, [&count](qsizetype) {
        ++count;
        return true;
    });
    return count;
}

QStringList graphemes(QStringView text)
{
    QStringList out;
    qsizetype from = 0;
    walk(text, [&](qsizetype at) {
        out.append(text.sliced(from, at - from).toString());
        from = at;
        return true;
    });
    return out;
}

QString firstGraphemes(QStringView text, int count)
{
    qsizetype end = 0;
    int seen = 0;
    if (count > 0) {
        walk(text, [&](qsizetype at) {
            end = at;
            return ++seen < count;
        });
    }
    return text.first(end).toString();
}

bool isWellFormed(QStringView text)
{
    return text.isValidUtf16();
}

} // namespace text
