#include "cache/token.h"

namespace cache {
namespace {

constexpr char16_t privateUse = 0xe000;

qsizetype unitsAt(QStringView text, qsizetype at)
{
    const bool pair =
        text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
    return pair ? 2 : 1;
}

} // namespace

QString token(char16_t field, QStringView characters)
{
    QString made;
    made.reserve(characters.size() + 1);
    made.append(QChar(field));
    for (qsizetype at = 0; at < characters.size();) {
        const qsizetype units = unitsAt(characters, at);
        const QChar c = characters.at(at);
        const char16_t unit = c.unicode();
        const bool plain =
            unit >= 0x80 || (unit >= u'0' && unit <= u'9') || (unit >= u'a' && unit <= u'z');
        if (units == 2)
            made.append(characters.sliced(at, units));
        else if (c.isSurrogate())
            made.append(QChar(QChar::ReplacementCharacter)); // half a pair has no UTF-8
        else
            made.append(plain ? c : QChar(char16_t(privateUse + unit)));
        at += units;
    }
    return made;
}

QStringList pairsOf(char16_t field, QStringView key)
{
    QStringList pairs;
    qsizetype at = 0;
    while (at < key.size()) {
        const qsizetype first = unitsAt(key, at);
        if (at + first >= key.size())
            break;
        const qsizetype second = unitsAt(key, at + first);
        pairs.append(token(field, key.sliced(at, first + second)));
        at += first;
    }
    return pairs;
}

QString startOf(char16_t field, QStringView key)
{
    return key.isEmpty() ? QString() : token(field, key.first(unitsAt(key, 0)));
}

int lengthOf(QStringView key)
{
    int count = 0;
    for (qsizetype at = 0; at < key.size(); at += unitsAt(key, at))
        ++count;
    return count;
}

} // namespace cache
