#include "ui/pension/timelinedrawing.h"

#include "ui/pension/monthwords.h"
#include "ui/words/pensionwords.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace pensionui {

using pension::MonthState;
using pension::Timeline;
using pension::TimelineSpan;

namespace {

struct Drawing
{
    Q_DECLARE_TR_FUNCTIONS(TimelineDrawing)
};

// All in em.
constexpr double gutter = 4.6; ///< the ages at the left
constexpr double tickHeight = 1.25;
constexpr double bandHeight = 1.6;
constexpr double additionalHeight = 0.45;
constexpr double laneHeight = 1.25;
constexpr double rowGap = 0.55;
constexpr double legendHeight = 1.7;
constexpr double swatchWidth = 2.4;
constexpr double swatchHeight = 1.15;
constexpr double smallText = 0.85;

constexpr int monthsAYear = 12;
constexpr int monthsARow = 120;
constexpr int ageOfDuty = 20; ///< 国民年金法 第8条第1号: 二十歳に達したとき
constexpr int lanesAtMost = 3;

/// A span that does not end is drawn as the month it begins.
int endOf(const pension::MonthSpan &span)
{
    return (span.to.isValid() ? span.to : span.from).index();
}

} // namespace

TimelineDrawing::TimelineDrawing(const Timeline &timeline, const QFont &font, double width)
    : m_font(font)
    , m_smallFont(font)
    , m_em(QFontInfo(font).pixelSize())
    , m_width(width)
{
    m_font.setPixelSize(qRound(m_em));
    m_smallFont.setPixelSize(qRound(m_em * smallText));
    if (timeline.spans.isEmpty())
        return;
    m_first = timeline.spans.first().months.from.index();
    m_last = endOf(timeline.spans.last().months);
    m_monthWidth = (m_width - (gutter + 0.4) * m_em) / monthsARow;
    const int rows = (m_last - m_first) / monthsARow + 1;
    for (int row = 0; row < rows; ++row)
        arrangeRow(timeline, row, m_height);
    arrangeLegend(timeline);
}

double TimelineDrawing::xOf(int monthIndex, int row) const
{
    const int inRow = std::clamp(monthIndex - m_first - row * monthsARow, 0, monthsARow);
    return gutter * m_em + inRow * m_monthWidth;
}

double TimelineDrawing::textWidth(const QString &words) const
{
    return QFontMetricsF(m_smallFont).horizontalAdvance(words);
}

void TimelineDrawing::arrangeRow(const Timeline &timeline, int row, double top)
{
    const int age = ageOfDuty + row * (monthsARow / monthsAYear);
    const double bandTop = top + tickHeight * m_em;
    m_ages.append({{0, bandTop}, bandTop + bandHeight * m_em, Drawing::tr("Age %1").arg(age)});
    arrangeTicks(row, top);
    arrangePieces(timeline, row, bandTop);
    const double bandBottom = bandTop + bandHeight * m_em;
    m_height = arrangeMarks(timeline, row, bandBottom) + rowGap * m_em;
}

void TimelineDrawing::arrangeTicks(int row, double top)
{
    const int from = m_first + row * monthsARow;
    const int to = std::min(m_last + 1, from + monthsARow);
    const double yearWidth = m_monthWidth * monthsAYear;
    const bool wide = yearWidth > textWidth(yearWords(2026, YearForm::Long)) + m_em * 0.5;
    for (int index = from; index < to; ++index) {
        if (index % monthsAYear != 0)
            continue;
        const int year = index / monthsAYear;
        m_ticks.append({{xOf(index, row), top},
                        top + tickHeight * m_em,
                        yearWords(year, wide ? YearForm::Long : YearForm::Short)});
    }
}

void TimelineDrawing::arrangePieces(const Timeline &timeline, int row, double top)
{
    const int from = m_first + row * monthsARow;
    const int to = from + monthsARow - 1;
    for (const TimelineSpan &span : timeline.spans) {
        const int begins = std::max(span.months.from.index(), from);
        const int ends = std::min(endOf(span.months), to);
        if (begins > ends)
            continue;
        const double left = xOf(begins, row);
        Piece piece{{left, top, xOf(ends + 1, row) - left, bandHeight * m_em},
                    span.state,
                    span.additional,
                    {}};
        const QString words = words::shortWord(span.state);
        // Where a gap begins its word stands below, among what does not fit together.
        const bool marked = span.state == MonthState::Gap && begins == span.months.from.index();
        if (span.state != MonthState::NotInsured && !marked &&
            textWidth(words) + m_em * 0.7 < piece.place.width())
            piece.words = words;
        m_pieces.append(piece);
    }
}

double TimelineDrawing::arrangeMarks(const Timeline &timeline, int row, double bandBottom)
{
    const int from = m_first + row * monthsARow;
    const int to = std::min(m_last, from + monthsARow - 1);
    const bool additional = std::any_of(m_pieces.begin(), m_pieces.end(), [&](const Piece &piece) {
        return piece.additional && piece.place.bottom() >= bandBottom - 1;
    });
    const double lanesTop = bandBottom + (additional ? additionalHeight : 0.15) * m_em;
    QList<double> ends; ///< right end of the last word in each lane
    QList<pension::Irregularity> found = timeline.irregularities;
    std::stable_sort(found.begin(), found.end(), [](const auto &one, const auto &other) {
        return one.months.from.index() < other.months.from.index();
    });
    for (const pension::Irregularity &one : found) {
        const int begins = one.months.from.index();
        if (!one.months.from.isValid() || begins < from || begins > to)
            continue;
        const QString words = words::shortWord(one.kind);
        const double width = textWidth(words) + m_em * 1.1;
        const double left = xOf(begins, row);
        const double x = std::min(left, m_width - width);
        int lane = 0;
        while (lane < ends.size() && ends.at(lane) > x)
            ++lane;
        if (lane >= lanesAtMost)
            continue; // the list beside the picture names all of them
        if (lane == ends.size())
            ends.append(0);
        ends[lane] = x + width + m_em * 0.3;
        const double end = xOf(std::min(endOf(one.months), to) + 1, row);
        m_found.append({{x, lanesTop + lane * laneHeight * m_em, width, laneHeight * m_em},
                        left,
                        end,
                        bandBottom,
                        words});
        m_marks.append(words);
    }
    return lanesTop + double(ends.size()) * laneHeight * m_em;
}

void TimelineDrawing::arrangeLegend(const Timeline &timeline)
{
    QList<MonthState> states;
    bool additional = false;
    for (const TimelineSpan &span : timeline.spans) {
        if (!states.contains(span.state))
            states.append(span.state);
        additional |= span.additional;
    }
    std::sort(states.begin(), states.end());
    double x = 0;
    double y = m_height + m_em * 0.3;
    const auto add = [&](MonthState state, bool isAdditional, const QString &words) {
        const double width = (swatchWidth + 0.5) * m_em + textWidth(words) + m_em * 1.4;
        if (x > 0 && x + width > m_width) {
            x = 0;
            y += legendHeight * m_em;
        }
        const double down = (legendHeight - swatchHeight) / 2 * m_em;
        m_legend.append({{x, y + down, swatchWidth * m_em, swatchHeight * m_em},
                         {x + (swatchWidth + 0.5) * m_em, y},
                         state,
                         isAdditional,
                         words});
        x += width;
    };
    for (const MonthState state : states)
        add(state, false, words::of(state));
    if (additional)
        add(MonthState::First, true, Drawing::tr("Additional contributions"));
    m_height = y + legendHeight * m_em;
}

QStringList TimelineDrawing::legend() const
{
    QStringList words;
    for (const Swatch &swatch : m_legend)
        words.append(swatch.words);
    return words;
}

void TimelineDrawing::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_smallFont);
    painter.setPen(QPen(Qt::black, m_em * 0.06));
    for (const Tick &age : m_ages)
        painter.drawText(QRectF(age.at.x(), age.at.y(), (gutter - 0.5) * m_em, bandHeight * m_em),
                         Qt::AlignRight | Qt::AlignVCenter, age.words);
    for (const Tick &tick : m_ticks) {
        if (tick.at.x() + textWidth(tick.words) > m_width)
            continue;
        painter.drawLine(QPointF(tick.at.x(), tick.bottom - m_em * 0.9),
                         QPointF(tick.at.x(), tick.bottom));
        painter.drawText(
            QRectF(tick.at.x() + m_em * 0.25, tick.at.y(), m_em * 9, tickHeight * m_em),
            Qt::AlignLeft | Qt::AlignVCenter, tick.words);
    }
    for (const Piece &piece : m_pieces)
        paintPiece(painter, piece);
    for (const Mark &mark : m_found)
        paintMark(painter, mark);
    for (const Swatch &swatch : m_legend) {
        paintPiece(painter, {swatch.place, swatch.state, swatch.additional, {}});
        painter.drawText(
            QRectF(swatch.wordsAt.x(), swatch.wordsAt.y(), m_width, legendHeight * m_em),
            Qt::AlignLeft | Qt::AlignVCenter, swatch.words);
    }
    painter.restore();
}

void TimelineDrawing::paintPiece(QPainter &painter, const Piece &piece) const
{
    paintState(painter, piece.place, piece.state, m_em);
    if (piece.additional) {
        // Dashed, so that it is not taken for the bracket of a mark.
        const double y = piece.place.bottom() + m_em * 0.22;
        painter.save();
        QPen dashes(Qt::black, m_em * 0.2, Qt::CustomDashLine, Qt::FlatCap);
        dashes.setDashPattern({2.0, 1.0});
        painter.setPen(dashes);
        painter.drawLine(QPointF(piece.place.left(), y), QPointF(piece.place.right(), y));
        painter.restore();
    }
    if (piece.words.isEmpty())
        return;
    const double width = textWidth(piece.words) + m_em * 0.3;
    QRectF ground(0, 0, width, m_em * 1.15);
    ground.moveCenter(piece.place.center());
    painter.fillRect(ground, Qt::white);
    painter.drawText(ground, Qt::AlignCenter, piece.words);
}

void TimelineDrawing::paintMark(QPainter &painter, const Mark &mark) const
{
    // A bracket below the months meant, and from it the word with its point.
    const double y = mark.bandBottom + m_em * 0.1;
    painter.fillRect(
        QRectF(mark.from, y - m_em * 0.05, std::max(mark.to - mark.from, m_em * 0.2), m_em * 0.14),
        Qt::black);
    const double middle = mark.place.center().y();
    const double x = mark.place.left() + m_em * 0.42;
    QPolygonF point;
    point << QPointF(x, middle - m_em * 0.4) << QPointF(x + m_em * 0.4, middle + m_em * 0.3)
          << QPointF(x - m_em * 0.4, middle + m_em * 0.3);
    painter.setBrush(Qt::black);
    painter.drawPolygon(point);
    painter.setBrush(Qt::NoBrush);
    painter.drawText(mark.place.adjusted(m_em * 1.0, 0, m_em, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     mark.words);
}

} // namespace pensionui
