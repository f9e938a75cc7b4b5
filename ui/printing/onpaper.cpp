#include "ui/printing/onpaper.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace printing {

print::Drawing onPaper(const ScreenDrawing &draw,
                       const std::function<double(const QFont &, double width)> &heightOf)
{
    return [draw, heightOf](QPainter &painter, const QRectF &place) {
        constexpr double usualWidth = 640;
        constexpr int fontPixels = 13;
        QFont font = QApplication::font();
        font.setPixelSize(fontPixels);
        // A wider drawing becomes a smaller one; found in steps, since height follows width.
        double width = usualWidth;
        constexpr double step = 1.1;
        constexpr double widest = usualWidth * 3;
        while (width < widest && heightOf(font, width) > place.height() * width / place.width())
            width *= step;
        const double scale = place.width() / width;
        painter.translate(place.topLeft());
        painter.scale(scale, scale);
        draw(painter, font, QSizeF(width, place.height() / scale));
    };
}

} // namespace printing
