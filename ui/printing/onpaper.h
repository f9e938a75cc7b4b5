#pragma once

#include "print/document.h"

#include <QFont>
#include <QSizeF>

#include <functional>

class QPainter;

namespace printing {

/// Draws in pixels of about a 96th of an inch, from (0, 0); `size` is the room there is.
using ScreenDrawing = std::function<void(QPainter &painter, const QFont &font, QSizeF size)>;

/// A drawing made for the screen, on paper: the same sizes of text and lines whatever the device,
/// in black letters of the house face, smaller when `heightOf` says it would not fit.
[[nodiscard]] print::Drawing
onPaper(const ScreenDrawing &draw,
        const std::function<double(const QFont &, double width)> &heightOf);

} // namespace printing
