#pragma once

#include "print/fonts.h"
#include "print/form.h"

#include <QList>
#include <QSizeF>

namespace print {

/// One line of glyphs.
struct Line
{
    QList<Glyph> glyphs;
    double widthEm = 0;
};

/// A text broken into lines, with the size at which it fits.
struct Fitted
{
    bool fits = false;
    double sizeMm = 0;
    QList<Line> lines;
};

constexpr double mmOfPoint = 25.4 / 72;
/// From line to line, in em.
constexpr double lineStep = 1.14;

/// Finds the largest size between pt and leastPt at which `glyphs` fit into `room`. Lines break
/// only where `wrap` allows or where the text says so (line feed); never before 、。） and the
/// like.
[[nodiscard]] Fitted fit(const QList<Glyph> &glyphs, const Style &style, const QSizeF &room,
                         bool wrap);

} // namespace print
