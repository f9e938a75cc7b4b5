#include "print/page.h"

#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>

#include <algorithm>
#include <map>
#include <utility>

namespace print {
namespace {

/// The fonts of one drawing, in the size of the device. QRawFont belongs to the thread that made
/// it, so none is kept.
class DeviceFonts
{
public:
    const QRawFont &at(const QString &family, double pixels)
    {
        const auto key = std::pair(family, pixels);
        const auto known = m_fonts.find(key);
        if (known != m_fonts.end())
            return known->second;
        QFont font;
        font.setFamilies({family});
        font.setPixelSize(100);
        font.setStyleStrategy(QFont::NoFontMerging);
        font.setHintingPreference(QFont::PreferNoHinting);
        QRawFont raw = QRawFont::fromFont(font);
        raw.setPixelSize(pixels);
        return m_fonts.emplace(key, raw).first->second;
    }

private:
    std::map<std::pair<QString, double>, QRawFont> m_fonts;
};

void drawStrokes(const Page &page, QPainter &painter, double scale)
{
    // On a screen a hairline must not vanish; on paper it is as thin as the form says.
    const bool paper = painter.device()->logicalDpiX() >= 300;
    const double least = paper ? 0 : 1;
    for (const auto &stroke : page.strokes) {
        const double width = std::max(stroke.widthMm * scale, least);
        painter.setPen(QPen(Qt::black, width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLine(stroke.from * scale, stroke.to * scale);
    }
}

void drawText(const GlyphText &text, QPainter &painter, double scale, DeviceFonts &fonts)
{
    if (text.glyphs.isEmpty())
        return;
    QGlyphRun run;
    run.setRawFont(fonts.at(text.family, text.sizeMm * scale));
    run.setGlyphIndexes(text.glyphs);
    QList<QPointF> positions;
    positions.reserve(text.offsets.size());
    for (const double offset : text.offsets)
        positions.append({offset * scale, 0});
    run.setPositions(positions);
    painter.save();
    painter.translate(text.baseline * scale);
    painter.rotate(-text.angle);
    painter.setPen(text.colour);
    painter.drawGlyphRun({0, 0}, run);
    painter.restore();
}

/// One glyph of a text, or the base of it that is only there to be found.
GlyphText part(const GlyphText &text, qsizetype from, qsizetype count)
{
    GlyphText one = text;
    one.glyphs = text.glyphs.mid(from, count);
    one.offsets = text.offsets.mid(from, count);
    return one;
}

/// In reading order, so that a reader puts the name together: what is before a variant glyph, the
/// variant, its base without colour, what comes after.
void drawSearchable(const GlyphText &text, QPainter &painter, double scale, DeviceFonts &fonts)
{
    qsizetype done = 0;
    for (qsizetype i = 0; i < text.glyphs.size(); ++i) {
        if (text.glyphs.at(i) == text.bases.value(i, text.glyphs.at(i)))
            continue;
        drawText(part(text, done, i - done), painter, scale, fonts);
        GlyphText hidden = part(text, i, 1);
        drawText(hidden, painter, scale, fonts);
        hidden.glyphs = {text.bases.at(i)};
        hidden.colour = QColor(0, 0, 0, 0);
        drawText(hidden, painter, scale, fonts);
        done = i + 1;
    }
    drawText(part(text, done, -1), painter, scale, fonts);
}

} // namespace

void drawPage(const Page &page, QPainter &painter, const QRectF &target, TextLayer layer)
{
    if (page.sizeMm.isEmpty() || target.isEmpty())
        return;
    const double scale = target.width() / page.sizeMm.width();
    DeviceFonts fonts;
    painter.save();
    painter.translate(target.topLeft());
    painter.setRenderHint(QPainter::TextAntialiasing);
    // Marks first: they lie under the writing.
    for (const auto &text : page.texts) {
        if (text.angle != 0)
            drawText(text, painter, scale, fonts);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawStrokes(page, painter, scale);
    for (const auto &text : page.texts) {
        if (text.angle != 0)
            continue;
        if (layer == TextLayer::Searchable)
            drawSearchable(text, painter, scale, fonts);
        else
            drawText(text, painter, scale, fonts);
    }
    painter.restore();
}

} // namespace print
