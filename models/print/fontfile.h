#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace print {

/// Tables of an OpenType file, as bytes.
struct FontTables
{
    QByteArray cmap;
    QByteArray head;
    QByteArray hhea;
    QByteArray hmtx;
};

/// What layout needs to know of a font: which glyph stands for a character or a variation sequence,
/// and how wide it is. Read from the file itself, because Qt 6.4 drops variation selectors when it
/// shapes text (cmap format 14; notes in README.md). A value: safe to share between threads.
class FontFile final
{
public:
    /// The installed font of that family; FontMissing when there is none or another would stand in.
    [[nodiscard]] static base::Result<FontFile> installed(const QString &family);
    /// From tables; any bytes are safe. FontMissing names the table that cannot be read.
    [[nodiscard]] static base::Result<FontFile> read(const QString &family,
                                                     const FontTables &tables);

    [[nodiscard]] const QString &family() const { return m_family; }
    /// The glyph of a character; nothing when the font has none.
    [[nodiscard]] std::optional<quint32> glyph(char32_t character) const;
    /// The glyph of a character with a variation selector (U+FE00.., U+E0100..); nothing when the
    /// font does not know the sequence.
    [[nodiscard]] std::optional<quint32> glyph(char32_t base, char32_t selector) const;
    /// Width as a fraction of the em square.
    [[nodiscard]] double advance(quint32 glyph) const;
    [[nodiscard]] qsizetype sequenceCount() const { return qsizetype(m_sequences.size()); }

private:
    struct Group
    {
        char32_t first;
        char32_t last;
        quint32 glyph;
    };
    FontFile() = default;
    [[nodiscard]] base::Result<> readCmap(const QByteArray &cmap);
    [[nodiscard]] bool readGroups(const QByteArray &cmap, quint32 at);
    [[nodiscard]] bool readSequences(const QByteArray &cmap, quint32 at);
    [[nodiscard]] bool readWidths(const FontTables &tables);

    QString m_family;
    std::vector<Group> m_groups;         ///< by first character
    QHash<quint64, quint16> m_sequences; ///< (base, selector); 0 = the glyph of the base itself
    std::vector<quint16> m_widths;
    quint16 m_unitsPerEm = 0;
};

/// True for U+FE00..FE0F and U+E0100..E01EF.
[[nodiscard]] constexpr bool isVariationSelector(char32_t character)
{
    return (character >= 0xFE00 && character <= 0xFE0F) ||
           (character >= 0xE0100 && character <= 0xE01EF);
}

} // namespace print
