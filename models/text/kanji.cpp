#include "text/kanji.h"

#include "base/ensure.h"
#include "tables/table.h"
#include "text/kana.h"
#include "unihanpairs.h"

#include <QHash>

namespace text {

namespace {

/// Changes when the code of a key changes, so that old indexes are rebuilt.
constexpr char rules[] = "1";

bool isSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
           (c >= 0x180B && c <= 0x180D) || c == 0x180F;
}

/// The groups of kanji that count as one; every group has one representative.
class Groups final
{
public:
    Groups()
    {
        for (const unihan::Pair &pair : unihan::pairs)
            join(pair.from, pair.to);
        const auto variants = tables::Table::load(QStringLiteral("variants"));
        base::ensure(variants.has_value(), "variants.csv is compiled in and readable");
        for (const tables::Row &row : variants->rows())
            joinRow(row);
        m_version = QStringLiteral("%1-%2-%3")
                        .arg(QLatin1StringView(rules), QLatin1StringView(unihan::version),
                             variants->version());
        for (auto pair = m_towards.cbegin(); pair != m_towards.cend(); ++pair)
            m_representative.insert(pair.key(), end(pair.key()));
    }
    [[nodiscard]] char32_t of(char32_t c) const { return m_representative.value(c, c); }
    [[nodiscard]] const QString &version() const { return m_version; }

private:
    [[nodiscard]] char32_t end(char32_t c) const
    {
        for (auto next = m_towards.constFind(c); next != m_towards.cend();
             next = m_towards.constFind(c))
            c = *next;
        return c;
    }
    void join(char32_t from, char32_t to)
    {
        const char32_t a = end(from);
        const char32_t b = end(to);
        if (a != b)
            m_towards.insert(a, b);
    }
    void joinRow(const tables::Row &row)
    {
        const QList<uint> to = row.text(QStringLiteral("to")).toUcs4();
        base::ensure(to.size() == 1, "variants.csv: one representative a line");
        for (const char32_t c : row.text(QStringLiteral("from")).toUcs4()) {
            if (c != U' ')
                join(c, to.first());
        }
    }

    QHash<char32_t, char32_t> m_towards;
    QHash<char32_t, char32_t> m_representative;
    QString m_version;
};

const Groups &groups()
{
    static const Groups shared;
    return shared;
}

/// A lone surrogate is neither lost nor joined with its neighbour.
template <typename Each>
void forEachPoint(QStringView text, Each each)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            each(static_cast<char32_t>(QChar::surrogateToUcs4(c, text.at(i + 1))));
            ++i;
        } else {
            each(static_cast<char32_t>(c.unicode()));
        }
    }
}

void append(QString &out, char32_t c)
{
    if (QChar::requiresSurrogates(c)) {
        out.append(QChar(QChar::highSurrogate(c)));
        out.append(QChar(QChar::lowSurrogate(c)));
    } else {
        out.append(QChar(static_cast<char16_t>(c)));
    }
}

bool isJoin(char32_t c)
{
    switch (c) {
    case U' ':
    case U'　':
    case U'・':
    case U'･':
    case U'·':
    case U'.':
    case U',':
    case U'\'':
    case U'’':
    case U'-':
    case U'‐':
    case U'－':
        return true;
    default:
        return c < 0x10000 && QChar::isSpace(c);
    }
}

} // namespace

QString foldKanji(QStringView text)
{
    QString out;
    out.reserve(text.size());
    forEachPoint(text, [&out](char32_t c) {
        if (!isSelector(c))
            append(out, groups().of(c));
    });
    return out;
}

QString nameKey(QStringView text)
{
    const QString folded = toKatakana(foldKanji(text));
    const QString parts = folded.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString bare;
    bare.reserve(parts.size());
    forEachPoint(parts, [&bare](char32_t c) {
        // Accents of Latin letters go, the voicing marks of kana stay.
        const bool accent =
            QChar::category(c) == QChar::Mark_NonSpacing && c != 0x3099 && c != 0x309A;
        if (!accent && !isJoin(c))
            append(bare, c);
    });
    QString key = bare.normalized(QString::NormalizationForm_C);
    for (QChar &c : key) {
        const qsizetype at = QStringView(u"ァィゥェォッャュョヮヵヶ").indexOf(c);
        if (at >= 0)
            c = QStringView(u"アイウエオツヤユヨワカケ").at(at);
    }
    return key;
}

QString foldVersion()
{
    return groups().version();
}

QString withoutSelectors(QStringView text)
{
    QString out;
    out.reserve(text.size());
    forEachPoint(text, [&out](char32_t c) {
        if (!isSelector(c))
            append(out, c);
    });
    return out;
}

} // namespace text
