#include "print/lines.h"

#include <algorithm>

namespace print {
namespace {

constexpr double stepPt = 0.25;

bool mayNotBegin(const Glyph &glyph)
{
    static const QString closing =
        QStringLiteral("、。，．）」』】〕ー々ゝゞ・,.)ァィゥェォッャュョヮ");
    return closing.contains(glyph.character);
}

bool isLatin(const Glyph &glyph)
{
    const QChar first = glyph.character.at(0);
    return first.isLetterOrNumber() && first.unicode() < 0x2E80;
}

void close(QList<Line> &lines, Line &line)
{
    // A space at the end of a line takes no room.
    while (!line.glyphs.isEmpty() && line.glyphs.last().character.trimmed().isEmpty()) {
        line.widthEm -= line.glyphs.last().advance;
        line.glyphs.removeLast();
    }
    lines.append(line);
    line = {};
}

/// From where the end of `line` has to move to the next one: a Latin word stays whole, and a
/// closing mark takes the character before it along.
qsizetype breakBefore(const Line &line, const Glyph &next)
{
    const qsizetype end = line.glyphs.size();
    qsizetype at = end;
    if (isLatin(next)) {
        while (at > 0 && isLatin(line.glyphs.at(at - 1)))
            --at;
    } else if (mayNotBegin(next)) {
        do
            --at;
        while (at > 0 && mayNotBegin(line.glyphs.at(at)));
    }
    return at > 0 ? at : end;
}

struct Broken
{
    QList<Line> lines;
    bool torn = false; ///< a Latin word wider than the line was taken apart
};

Broken broken(const QList<Glyph> &glyphs, double widthEm)
{
    Broken result;
    Line line;
    for (const auto &glyph : glyphs) {
        if (glyph.character == QLatin1String("\n")) {
            close(result.lines, line);
            continue;
        }
        if (!line.glyphs.isEmpty() && line.widthEm + glyph.advance > widthEm + 1e-6) {
            const qsizetype at = breakBefore(line, glyph);
            const auto moved = line.glyphs.mid(at);
            if (moved.isEmpty() && isLatin(glyph) && isLatin(line.glyphs.last()))
                result.torn = true;
            line.glyphs.resize(at);
            for (const auto &one : moved)
                line.widthEm -= one.advance;
            close(result.lines, line);
            line.glyphs = moved;
            for (const auto &one : moved)
                line.widthEm += one.advance;
        }
        if (line.glyphs.isEmpty() && !result.lines.isEmpty() && glyph.character.trimmed().isEmpty())
            continue;
        line.glyphs.append(glyph);
        line.widthEm += glyph.advance;
    }
    close(result.lines, line);
    return result;
}

} // namespace

Fitted fit(const QList<Glyph> &glyphs, const Style &style, const QSizeF &room, bool wrap)
{
    constexpr double endless = 1e9;
    Fitted fitted;
    for (double pt = style.pt;; pt = std::max(pt - stepPt, style.leastPt)) {
        const double size = pt * mmOfPoint;
        for (const bool wrapped : {false, true}) {
            if (wrapped && !wrap)
                break;
            fitted.sizeMm = size;
            const Broken set = broken(glyphs, wrapped ? room.width() / size : endless);
            fitted.lines = set.lines;
            double widest = 0;
            for (const auto &line : std::as_const(fitted.lines))
                widest = std::max(widest, line.widthEm * size);
            const double height = (double(fitted.lines.size() - 1) * lineStep + 1) * size;
            // Smaller type comes before a torn word.
            const bool whole = !set.torn || pt <= style.leastPt;
            fitted.fits = whole && widest <= room.width() + 1e-6 && height <= room.height() + 1e-6;
            if (fitted.fits)
                return fitted;
        }
        if (pt <= style.leastPt)
            return fitted;
    }
}

} // namespace print
