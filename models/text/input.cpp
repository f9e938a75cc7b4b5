#include "text/input.h"

#include "text/graphemes.h"
#include "text/kana.h"

namespace text {

using base::ErrorCode;
using base::fail;

namespace {

bool isEmoji(char32_t c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) ||
           (c >= 0x2B00 && c <= 0x2BFF) || (c >= 0x2300 && c <= 0x23FF) || c == 0x20E3 ||
           c == 0xFE0F;
}

/// What no name, address or number holds.
bool isRefused(char32_t c)
{
    if (isEmoji(c))
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // direction overrides, invisible joiners
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_PrivateUse:
        // 外字 of single PCs (BMP) mean something else elsewhere; 行政事務標準文字 stand in
        // plane 16.
        return c < 0x10000;
    case QChar::Other_NotAssigned:
        // Ideographs newer than the Unicode version of Qt.
        return c < 0x20000 || c > 0x3FFFF || (c & 0xFFFE) == 0xFFFE;
    default:
        return false;
    }
}

base::Result<> checkLength(QStringView text, int limit)
{
    constexpr int mostUnitsEach = 16;
    if (text.size() > qsizetype{limit} * mostUnitsEach || graphemeCount(text) > limit) {
        return fail(ErrorCode::ConditionTooLong,
                    QStringLiteral("more than %1 characters").arg(limit));
    }
    return {};
}

bool isDash(QChar c)
{
    return QStringView(u"-‐‑‒–—―−ー").contains(c);
}

} // namespace

base::Result<QString> cleanText(QStringView typed, int limit)
{
    const QStringView trimmed = typed.trimmed();
    if (const auto fits = checkLength(trimmed, limit); !fits)
        return fail(fits);
    if (!isWellFormed(trimmed))
        return fail(ErrorCode::ConditionUnreadable, QStringLiteral("half a character"));
    for (const char32_t c : trimmed.toUcs4()) {
        if (isRefused(c)) {
            return fail(ErrorCode::ConditionUnreadable,
                        QStringLiteral("character U+%1").arg(uint(c), 4, 16, QChar(u'0')));
        }
    }
    return trimmed.toString();
}

base::Result<QString> cleanKana(QStringView typed, int limit)
{
    auto cleaned = cleanText(typed, limit);
    if (!cleaned)
        return cleaned;
    QString kana = toKatakana(*cleaned);
    for (QChar &c : kana) {
        if (c.isSpace())
            c = QChar(u'　');
        else if (isDash(c) || c == u'－')
            c = QChar(u'ー');
        const char16_t unit = c.unicode();
        const bool fits = (unit >= u'ァ' && unit <= u'ヺ') || unit == u'ー' || unit == u'・' ||
                          unit == u'ヽ' || unit == u'ヾ' || unit == u'　';
        if (!fits)
            return fail(ErrorCode::ConditionUnreadable, QStringLiteral("not kana"));
    }
    return kana;
}

base::Result<QString> cleanDigits(QStringView typed, int limit)
{
    // Separators do not count: 1234-5678-9018 is twelve characters.
    constexpr int withSeparators = 2;
    auto cleaned = cleanText(typed, limit * withSeparators);
    if (!cleaned)
        return cleaned;
    QString digits;
    for (const QChar c : toAscii(*cleaned)) {
        if (c >= u'0' && c <= u'9')
            digits.append(c);
        else if (!c.isSpace() && !isDash(c))
            return fail(ErrorCode::ConditionUnreadable, QStringLiteral("not digits"));
    }
    if (digits.size() > limit)
        return fail(ErrorCode::ConditionTooLong, QStringLiteral("more than %1 digits").arg(limit));
    return digits;
}

QString toAscii(QStringView text)
{
    QString out = text.toString();
    for (QChar &c : out) {
        const char16_t unit = c.unicode();
        if (unit >= u'！' && unit <= u'～')
            c = QChar(static_cast<char16_t>(unit - 0xFEE0));
        else if (unit == u'　')
            c = QChar(u' ');
    }
    return out;
}

QString toFullWidth(QStringView text)
{
    QString out = text.toString();
    for (QChar &c : out) {
        const char16_t unit = c.unicode();
        if (unit > u' ' && unit <= u'~')
            c = QChar(static_cast<char16_t>(unit + 0xFEE0));
        else if (unit == u' ')
            c = QChar(u'　');
    }
    return out;
}

} // namespace text
