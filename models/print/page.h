#pragma once

#include <QColor>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace print {

/// A straight rule, in millimetres from the upper left corner of the page.
struct Stroke
{
    QPointF from;
    QPointF to;
    double widthMm = 0.1;
    bool operator==(const Stroke &) const = default;
};

/// Glyphs of one font on one line. They are chosen and placed when the page is laid out, so every
/// device shows the same: no shaping, no substitution, no hinting when it is drawn.
struct GlyphText
{
    QString field; ///< the form's name for it
    QString text;  ///< the characters, for tests; never drawn from
    QString family;
    double sizeMm = 3; ///< height of the em square
    QPointF baseline;  ///< of the first glyph, mm
    QList<quint32> glyphs;
    QList<quint32> bases;  ///< of each glyph the one of its character without selector
    QList<double> offsets; ///< of each glyph from `baseline`, mm
    double widthMm = 0;    ///< of the whole text
    double angle = 0;      ///< degrees, anticlockwise, about `baseline`
    QColor colour = Qt::black;
    bool operator==(const GlyphText &) const = default;
};

/// Everything that stands on one page: a list to draw from, sharp at any size.
struct Page
{
    QSizeF sizeMm;
    QList<Stroke> strokes;
    QList<GlyphText> texts;
    bool operator==(const Page &) const = default;
};

/// Whether the text of the file can be searched. Qt's PDF writer cannot say which character a
/// variant glyph stands for; for a file (not for paper) its base lies under it, fully transparent.
enum class TextLayer { None, Searchable };

/// Draws a page so that it fills `target`, in the painter's coordinates.
void drawPage(const Page &page, QPainter &painter, const QRectF &target,
              TextLayer layer = TextLayer::None);

} // namespace print
