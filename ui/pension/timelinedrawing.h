#pragma once

#include "pension/timeline.h"

#include <QFont>
#include <QList>
#include <QRectF>
#include <QStringList>

class QPainter;

namespace pensionui {

/// The months of a pension record as bands of ten years, for the screen and for paper: black on
/// white, each state by a hatching of its own, what does not fit together by a word.
class TimelineDrawing final
{
public:
    /// `font`: its pixel size is the measure of everything. `width` in pixels of the device.
    TimelineDrawing(const pension::Timeline &timeline, const QFont &font, double width);
    [[nodiscard]] double height() const { return m_height; }
    /// The words that stand at gaps, overlaps and the like, in order of time.
    [[nodiscard]] const QStringList &marks() const { return m_marks; }
    /// The words of the legend.
    [[nodiscard]] QStringList legend() const;
    /// With the upper left corner at (0, 0).
    void paint(QPainter &painter) const;

private:
    struct Piece
    {
        QRectF place;
        pension::MonthState state = pension::MonthState::NotInsured;
        bool additional = false;
        QString words;
    };
    struct Mark
    {
        QRectF place; ///< of the word
        double from = 0;
        double to = 0; ///< the months meant
        double bandBottom = 0;
        QString words;
    };
    struct Tick
    {
        QPointF at;
        double bottom = 0;
        QString words;
    };
    struct Swatch
    {
        QRectF place;
        QPointF wordsAt;
        pension::MonthState state = pension::MonthState::NotInsured;
        bool additional = false;
        QString words;
    };
    void arrangeRow(const pension::Timeline &timeline, int row, double top);
    void arrangeTicks(int row, double top);
    void arrangePieces(const pension::Timeline &timeline, int row, double top);
    double arrangeMarks(const pension::Timeline &timeline, int row, double bandBottom);
    void arrangeLegend(const pension::Timeline &timeline);
    void paintPiece(QPainter &painter, const Piece &piece) const;
    void paintMark(QPainter &painter, const Mark &mark) const;
    [[nodiscard]] double xOf(int monthIndex, int row) const;
    [[nodiscard]] double textWidth(const QString &words) const;

    QFont m_font;
    QFont m_smallFont;
    double m_em;
    double m_width;
    double m_height = 0;
    double m_monthWidth = 0;
    int m_first = 0; ///< index of the first month drawn
    int m_last = -1;
    QList<Piece> m_pieces;
    QList<Mark> m_found;
    QList<Tick> m_ticks;
    QList<Tick> m_ages; ///< the words at the left of a row
    QList<Swatch> m_legend;
    QStringList m_marks;
};

/// Fills `place` with the hatching of a state; frame included. `em` is the measure.
void paintState(QPainter &painter, const QRectF &place, pension::MonthState state, double em);

} // namespace pensionui
