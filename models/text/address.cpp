#include "text/address.h"

#include "text/input.h"
#include "text/kana.h"
#include "text/kanji.h"

#include <QRegularExpression>

namespace text {

namespace {

/// 二十三 -> 23, 一二 -> 12. Enough for 丁目, 番 and 条.
int kanjiNumber(QStringView numerals)
{
    int total = 0;
    int pending = 0;
    for (const QChar c : numerals) {
        const qsizetype digit = QStringView(u"〇一二三四五六七八九").indexOf(c);
        if (digit >= 0) {
            pending = pending * 10 + static_cast<int>(digit);
            continue;
        }
        const int unit = c == u'十' ? 10 : c == u'百' ? 100 : 1000;
        total += (pending == 0 ? 1 : pending) * unit;
        pending = 0;
    }
    return total + pending;
}

QString withDigits(const QString &text)
{
    // At most six numerals: longer runs are no numbers of a plot.
    static const QRegularExpression numerals(
        QStringLiteral("(?<![〇一二三四五六七八九十百千])([〇一二三四五六七八九十百千]{1,6})(?="
                       "丁目|番|号|条|線|地割)"));
    QString out;
    qsizetype from = 0;
    for (auto found = numerals.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        out += QStringView(text).sliced(from, match.capturedStart() - from);
        out += QString::number(kanjiNumber(match.capturedView(1)));
        from = match.capturedEnd();
    }
    out += QStringView(text).sliced(from);
    return out;
}

/// One letter for each group of letters that vary in place names.
QChar oneOf(QChar c)
{
    if (QStringView(u"ヶヵカガケ箇").contains(c))
        return u'ケ';
    if (QStringView(u"之乃").contains(c))
        return u'ノ';
    return c == u'ッ' ? QChar(u'ツ') : c;
}

} // namespace

QString foldAddress(QStringView text)
{
    static const QRegularExpression between(
        QStringLiteral("(?<=[0-9])(?:丁目|番地|番|号|ノ|[-‐‑‒–—―−ー])+(?=[0-9])"));
    static const QRegularExpression atEnd(QStringLiteral("(?<=[0-9])(?:丁目|番地|番|号)$"));
    static const QRegularExpression division(QStringLiteral("[大小]字|(?<!文)字"));

    QString plain;
    for (const QChar c : toAscii(toKatakana(foldKanji(text)))) {
        if (!c.isSpace())
            plain.append(c.toLower());
    }
    QString key = withDigits(plain);
    key.remove(division);
    key.replace(between, QStringLiteral("-"));
    key.remove(atEnd);
    for (QChar &c : key)
        c = oneOf(c);
    return key;
}

bool namesPlace(const QString &foldedWords, const QString &foldedPlace)
{
    if (foldedPlace.isEmpty())
        return false;
    for (qsizetype at = foldedWords.indexOf(foldedPlace); at >= 0;
         at = foldedWords.indexOf(foldedPlace, at + 1)) {
        const qsizetype behind = at + foldedPlace.size();
        if (behind == foldedWords.size() || !foldedWords.at(behind).isDigit())
            return true;
    }
    return false;
}

bool isSpecificAddress(QStringView text)
{
    static const QRegularExpression units(
        QStringLiteral("丁目|丁|番地|番|号室|号|条|線|地割|字|ノ|[-‐‑‒–—―−ー・,.、。/]"));
    return !foldAddress(text).remove(units).isEmpty();
}

} // namespace text
