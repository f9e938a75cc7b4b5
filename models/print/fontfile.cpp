#include "print/fontfile.h"

#include <QFont>
#include <QFontDatabase>
#include <QRawFont>
#include <QtEndian>

#include <algorithm>

namespace print {
namespace {

/// Big-endian numbers out of bytes. Reading beyond the end gives 0 and is remembered.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes, quint64 at = 0)
        : m_bytes(bytes)
        , m_at(at)
    {
    }
    quint32 number(int bytes)
    {
        quint32 value = 0;
        if (m_at + quint64(bytes) > quint64(m_bytes.size())) {
            m_good = false;
            return 0;
        }
        for (int i = 0; i < bytes; ++i)
            value = (value << 8) | quint8(m_bytes.at(qsizetype(m_at) + i));
        m_at += quint64(bytes);
        return value;
    }
    [[nodiscard]] bool good() const { return m_good; }
    /// Whether `count` records of `size` bytes can follow.
    [[nodiscard]] bool holds(quint64 count, quint64 size) const
    {
        return m_good && m_at + count * size <= quint64(m_bytes.size());
    }

private:
    const QByteArray &m_bytes;
    quint64 m_at = 0;
    bool m_good = true;
};

/// A damaged file whose records overlap could ask for more sequences than any font has.
constexpr quint32 mostSequences = 500'000;

constexpr quint64 sequenceKey(char32_t base, char32_t selector)
{
    return (quint64(base) << 32) | selector;
}

} // namespace

base::Result<FontFile> FontFile::installed(const QString &family)
{
    if (!QFontDatabase::hasFamily(family))
        return base::fail(base::ErrorCode::FontMissing, family);
    QFont font;
    font.setFamilies({family});
    font.setPixelSize(100);
    font.setStyleStrategy(QFont::NoFontMerging);
    const QRawFont raw = QRawFont::fromFont(font);
    if (!raw.isValid() || raw.familyName() != family)
        return base::fail(base::ErrorCode::FontMissing, family);
    return read(family, {raw.fontTable("cmap"), raw.fontTable("head"), raw.fontTable("hhea"),
                         raw.fontTable("hmtx")});
}

base::Result<FontFile> FontFile::read(const QString &family, const FontTables &tables)
{
    FontFile font;
    font.m_family = family;
    if (!font.readWidths(tables))
        return base::fail(base::ErrorCode::FontMissing, family + QStringLiteral(": widths"));
    if (const auto read = font.readCmap(tables.cmap); !read)
        return base::fail(read);
    return font;
}

base::Result<> FontFile::readCmap(const QByteArray &cmap)
{
    Reader reader(cmap);
    reader.number(2);
    const quint32 count = reader.number(2);
    std::optional<quint32> characters;
    std::optional<quint32> sequences;
    for (quint32 i = 0; i < count && reader.good(); ++i) {
        const quint32 platform = reader.number(2);
        const quint32 encoding = reader.number(2);
        const quint32 at = reader.number(4);
        const quint32 format = Reader(cmap, at).number(2);
        const bool unicode = platform == 0 || (platform == 3 && encoding == 10);
        if (unicode && format == 12)
            characters = at;
        else if (platform == 0 && encoding == 5 && format == 14)
            sequences = at;
    }
    if (!characters || !readGroups(cmap, *characters))
        return base::fail(base::ErrorCode::FontMissing, m_family + QStringLiteral(": cmap 12"));
    if (sequences && !readSequences(cmap, *sequences))
        return base::fail(base::ErrorCode::FontMissing, m_family + QStringLiteral(": cmap 14"));
    return {};
}

bool FontFile::readGroups(const QByteArray &cmap, quint32 at)
{
    Reader reader(cmap, quint64(at) + 12);
    const quint32 count = reader.number(4);
    if (!reader.holds(count, 12))
        return false;
    m_groups.reserve(count);
    for (quint32 i = 0; i < count; ++i) {
        const char32_t first = reader.number(4);
        const char32_t last = reader.number(4);
        const quint32 glyph = reader.number(4);
        const bool ordered = m_groups.empty() || m_groups.back().last < first;
        if (last < first || last > 0x10FFFF || !ordered)
            return false;
        m_groups.push_back({first, last, glyph});
    }
    return reader.good();
}

bool FontFile::readSequences(const QByteArray &cmap, quint32 at)
{
    Reader records(cmap, quint64(at) + 6);
    quint32 taken = 0;
    const quint32 count = records.number(4);
    if (!records.holds(count, 11))
        return false;
    for (quint32 i = 0; i < count; ++i) {
        const char32_t selector = records.number(3);
        const quint32 plainAt = records.number(4);
        const quint32 otherAt = records.number(4);
        if (plainAt != 0) {
            Reader ranges(cmap, quint64(at) + plainAt);
            const quint32 rangeCount = ranges.number(4);
            if (!ranges.holds(rangeCount, 4))
                return false;
            for (quint32 r = 0; r < rangeCount; ++r) {
                const char32_t first = ranges.number(3);
                const quint32 more = ranges.number(1);
                for (quint32 add = 0; add <= more; ++add)
                    m_sequences.insert(sequenceKey(first + add, selector), 0);
                if ((taken += more + 1) > mostSequences)
                    return false;
            }
        }
        if (otherAt != 0) {
            Reader pairs(cmap, quint64(at) + otherAt);
            const quint32 pairCount = pairs.number(4);
            if (!pairs.holds(pairCount, 5))
                return false;
            for (quint32 p = 0; p < pairCount; ++p) {
                const char32_t base = pairs.number(3);
                m_sequences.insert(sequenceKey(base, selector), quint16(pairs.number(2)));
                if (++taken > mostSequences)
                    return false;
            }
        }
    }
    return records.good();
}

bool FontFile::readWidths(const FontTables &tables)
{
    m_unitsPerEm = quint16(Reader(tables.head, 18).number(2));
    const quint32 count = Reader(tables.hhea, 34).number(2);
    Reader widths(tables.hmtx);
    if (m_unitsPerEm < 16 || count == 0 || !widths.holds(count, 4))
        return false;
    m_widths.reserve(count);
    for (quint32 i = 0; i < count; ++i) {
        m_widths.push_back(quint16(widths.number(2)));
        widths.number(2);
    }
    return true;
}

std::optional<quint32> FontFile::glyph(char32_t character) const
{
    const auto after =
        std::upper_bound(m_groups.begin(), m_groups.end(), character,
                         [](char32_t wanted, const Group &group) { return wanted < group.first; });
    if (after == m_groups.begin())
        return {};
    const Group &group = *std::prev(after);
    const quint32 glyph = group.glyph + quint32(character - group.first);
    if (character > group.last || glyph == 0)
        return {};
    return glyph;
}

std::optional<quint32> FontFile::glyph(char32_t base, char32_t selector) const
{
    const auto found = m_sequences.constFind(sequenceKey(base, selector));
    if (found == m_sequences.constEnd())
        return {};
    return *found == 0 ? glyph(base) : std::optional<quint32>(*found);
}

double FontFile::advance(quint32 glyph) const
{
    const auto last = quint32(m_widths.size() - 1);
    return double(m_widths.at(std::min(glyph, last))) / m_unitsPerEm;
}

} // namespace print
