#include "print/fonts.h"

#include <QFile>

namespace print {

base::Result<Fonts> Fonts::load()
{
    QFile file(QStringLiteral(":/fonts/fallback.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::FormUnreadable, file.fileName());
    return from(file.readAll());
}

base::Result<Fonts> Fonts::from(const QByteArray &list)
{
    Fonts fonts;
    QMap<QString, std::shared_ptr<const FontFile>> read;
    int number = 0;
    for (const auto &raw : list.split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(raw).section(QLatin1Char('#'), 0, 0).trimmed();
        if (line.isEmpty())
            continue;
        const QString face = line.section(QLatin1Char(':'), 0, 0).trimmed();
        const auto families = line.section(QLatin1Char(':'), 1).split(QLatin1Char(','));
        for (const auto &entry : families) {
            const QString family = entry.trimmed();
            if (face.isEmpty() || family.isEmpty())
                return base::fail(base::ErrorCode::FormUnreadable,
                                  QStringLiteral("fallback.txt line %1").arg(number));
            if (!read.contains(family)) {
                auto font = FontFile::installed(family);
                if (!font && fonts.m_faces.value(face).isEmpty())
                    return base::fail(font);
                read.insert(family,
                            font ? std::make_shared<const FontFile>(std::move(*font)) : nullptr);
            }
            if (const auto font = read.value(family))
                fonts.m_faces[face].append(font);
        }
        if (fonts.m_faces.value(face).isEmpty() ||
            fonts.m_faces.value(face).first()->family() != families.first().trimmed())
            return base::fail(base::ErrorCode::FontMissing, families.first().trimmed());
    }
    return fonts;
}

Glyph Fonts::glyph(const QString &face, const QList<uint> &cluster) const
{
    Glyph glyph;
    for (const uint part : cluster)
        glyph.character += QString::fromUcs4(reinterpret_cast<const char32_t *>(&part), 1);
    const char32_t base = cluster.first();
    // Surrogates without their partner and control characters have no glyph anywhere.
    for (const auto &font : m_faces.value(face)) {
        const auto index =
            cluster.size() > 1 ? font->glyph(base, cluster.at(1)) : font->glyph(base);
        if (!index || cluster.size() > 2)
            continue;
        glyph.font = font.get();
        glyph.index = *index;
        glyph.base = font->glyph(base).value_or(*index);
        glyph.advance = font->advance(*index);
        break;
    }
    return glyph;
}

QList<Glyph> Fonts::glyphs(const QString &face, QStringView text) const
{
    QList<Glyph> glyphs;
    QList<uint> cluster;
    for (const uint character : text.toUcs4()) {
        if (!isVariationSelector(character) && !cluster.isEmpty()) {
            glyphs.append(glyph(face, cluster));
            cluster.clear();
        }
        cluster.append(character);
    }
    if (!cluster.isEmpty())
        glyphs.append(glyph(face, cluster));
    return glyphs;
}

} // namespace print
