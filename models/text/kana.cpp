#include "text/kana.h"

#include <QSet>

namespace text {

namespace {

constexpr char16_t longMark = u'ー';

bool isDash(char16_t c)
{
    // ー ― － ‐ ｰ - and their relatives count as one (住民記録システム標準仕様書 2.1.2).
    switch (c) {
    case longMark:
    case u'\uFF70': // half-width long mark
    case u'-':
    case u'\uFF0D': // full-width hyphen
    case u'\u2010':
    case u'\u2011':
    case u'\u2012':
    case u'\u2013':
    case u'\u2014':
    case u'\u2015':
    case u'\u2212':
    case u'\u30A0':
        return true;
    default:
        return false;
    }
}

bool isGap(QChar c)
{
    return c.isSpace() || c == u'・' || c == u'\uFF65' || c == u'\u00B7' || c == u'\u200B' ||
           c == u'\uFEFF';
}

bool isKatakana(char16_t c)
{
    return c >= u'ァ' && c <= u'ヺ';
}
bool isHiragana(char16_t c)
{
    return (c >= u'ぁ' && c <= u'ゖ') || c == u'ゝ' || c == u'ゞ';
}

/// Width and script folded: NFKC, lower case, hiragana as katakana.
QString prepared(QStringView text)
{
    QString out = text.toString().normalized(QString::NormalizationForm_KC).toLower();
    for (QChar &c : out) {
        const char16_t unit = c.unicode();
        if (isHiragana(unit))
            c = QChar(static_cast<char16_t>(unit + 0x60));
    }
    return out;
}

QString withoutGaps(const QString &text, bool keepLongMark)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (isGap(c))
            continue;
        if (!isDash(c.unicode()))
            out.append(c);
        else if (keepLongMark)
            out.append(QChar(longMark));
    }
    return out;
}

/// ヴァ ヴィ ヴ ヴェ ヴォ ヴュ -> バ ビ ブ ベ ボ ビュ.
QString vuAsBu(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c >= u'ヷ' && c <= u'ヺ') { // ヷ ヸ ヹ ヺ
            out.append(QStringView(u"バビベボ").at(c - u'ヷ'));
            continue;
        }
        if (c != u'ヴ') {
            out.append(QChar(c));
            continue;
        }
        const char16_t next = i + 1 < text.size() ? text.at(i + 1).unicode() : u'\0';
        const qsizetype vowel = QStringView(u"ァィェォ").indexOf(QChar(next));
        const qsizetype glide = QStringView(u"ャュョ").indexOf(QChar(next));
        if (vowel >= 0) {
            out.append(QStringView(u"バビベボ").at(vowel));
            ++i;
        } else {
            out.append(QChar(glide >= 0 ? u'ビ' : u'ブ'));
        }
    }
    return out;
}

QChar large(QChar c)
{
    const qsizetype at = QStringView(u"ァィゥェォッャュョヮヵヶ").indexOf(c);
    return at < 0 ? c : QStringView(u"アイウエオツヤユヨワカケ").at(at);
}

bool isOStep(QChar c)
{
    return QStringView(u"オコソトノホモヨロヲゴゾドボポ").contains(c);
}

QChar sameSound(QChar c, bool withJiZu)
{
    switch (c.unicode()) {
    case u'ヂ':
        return withJiZu ? QChar(u'ジ') : c;
    case u'ヅ':
        return withJiZu ? QChar(u'ズ') : c;
    case u'ヲ':
        return u'オ';
    case u'ヰ':
        return u'イ';
    case u'ヱ':
        return u'エ';
    case u'ワ':
        return u'ハ';
    default:
        return c;
    }
}

/// Drops the voicing marks of kana, and of kana only: accents of Latin letters are nameKey's
/// business.
QString withoutVoicing(const QString &text)
{
    const QString parts = text.normalized(QString::NormalizationForm_D);
    QString out;
    out.reserve(parts.size());
    for (const QChar c : parts) {
        const char16_t unit = c.unicode();
        const bool mark = unit == 0x3099 || unit == 0x309A || unit == 0x309B || unit == 0x309C;
        if (!mark)
            out.append(c);
    }
    return out.normalized(QString::NormalizationForm_C);
}

struct KeyRules
{
    bool withJiZu = true;
    bool keepLongMark = false;
};

QString makeKey(QStringView text, KeyRules rules)
{
    QString key = vuAsBu(withoutGaps(prepared(text), rules.keepLongMark));
    for (QChar &c : key)
        c = large(c);
    // From the second character on, ウ after an オ段 kana is read オ.
    for (qsizetype i = 1; i < key.size(); ++i) {
        if (key.at(i) == u'ウ' && isOStep(key.at(i - 1)))
            key[i] = u'オ';
    }
    for (QChar &c : key)
        c = sameSound(c, rules.withJiZu);
    return withoutVoicing(key);
}

bool isIdeograph(char32_t c)
{
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == U'々' ||
           c == U'〆' || c == U'〇';
}

bool isSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

} // namespace

QString kanaKey1(QStringView text)
{
    return makeKey(text, {});
}

QString kanaKey2(QStringView text)
{
    return makeKey(text, {.withJiZu = false});
}

QString kanaKeyLong(QStringView text)
{
    return makeKey(text, {.keepLongMark = true});
}

QString toKatakana(QStringView text)
{
    // Half-width kana only goes through NFKC, in runs, so that voicing marks join their letters and
    // nothing else in the text is touched.
    QString out;
    QString run;
    const auto flush = [&out, &run] {
        out += run.normalized(QString::NormalizationForm_KC);
        run.clear();
    };
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= 0xFF61 && unit <= 0xFF9F) {
            run.append(c);
            continue;
        }
        flush();
        out.append(isHiragana(unit) ? QChar(static_cast<char16_t>(unit + 0x60)) : c);
    }
    flush();
    return out;
}

Script scriptOf(QStringView text)
{
    bool kana = false;
    bool kanji = false;
    bool latin = false;
    bool digits = false;
    bool other = false;
    const QList<uint> points = text.toString().normalized(QString::NormalizationForm_KC).toUcs4();
    for (const char32_t c : points) {
        const auto unit = static_cast<char16_t>(c);
        if (isSelector(c))
            continue;
        if (isIdeograph(c))
            kanji = true;
        else if (c < 0x10000 &&
                 (isKatakana(unit) || isHiragana(unit) || c == 0x3099 || c == 0x309A))
            kana = true;
        else if (c < 0x10000 && (isDash(unit) || isGap(QChar(unit)) || unit == u'\'' ||
                                 unit == u'.' || unit == u',' || unit == u'ヽ' || unit == u'ヾ'))
            continue;
        else if (QChar::isDigit(c))
            digits = true;
        else if (QChar::script(c) == QChar::Script_Latin)
            latin = true;
        else
            other = true;
    }
    if (other || (digits && (kana || kanji || latin)) || (latin && (kana || kanji)))
        return Script::Mixed;
    if (kanji)
        return Script::Kanji;
    if (kana)
        return Script::Kana;
    if (latin)
        return Script::Latin;
    return digits ? Script::Digits : Script::Empty;
}

} // namespace text
