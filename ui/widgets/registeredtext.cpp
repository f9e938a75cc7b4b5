#include "ui/widgets/registeredtext.h"

#include "ui/widgets/theme.h"

#include <QFontInfo>
#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
#include <QStyleOptionButton>
#include <QtMath>

namespace widgets {

namespace {

constexpr double lineFactor = 1.35;
constexpr double boxEm = 2.4;

QString face()
{
    return QStringLiteral("mincho");
}

/// Read once: it is the same for the whole program and never changes. Without fonts the program
/// does not start (FontMissing); what is drawn all the same is boxes.
const print::Fonts &paperFonts()
{
    static const print::Fonts fonts = print::Fonts::load().value_or(print::Fonts());
    return fonts;
}

/// Whole pixels, so that Qt's own cache keeps the font.
QRawFont rawFont(const QString &family, int pixels)
{
    QFont font;
    font.setFamilies({family});
    font.setPixelSize(pixels);
    font.setStyleStrategy(QFont::NoFontMerging);
    font.setHintingPreference(QFont::PreferNoHinting);
    return QRawFont::fromFont(font);
}

/// Letters of words that are not broken between two letters.
bool belongsToWord(const print::Glyph &glyph)
{
    constexpr char32_t firstJapanese = 0x2E80;
    const auto letters = glyph.character.toUcs4();
    return !letters.isEmpty() && letters.first() < firstJapanese &&
           QChar::isLetterOrNumber(letters.first());
}

/// 行頭禁則: what never begins a line (JIS X 4051).
bool neverFirst(const print::Glyph &glyph)
{
    return QStringLiteral("、。，．・）」』】〕ー々").contains(glyph.character);
}

QString code(char32_t character)
{
    return QString::number(uint(character), 16).toUpper();
}

bool isSpace(const print::Glyph &glyph)
{
    return glyph.character.size() == 1 && glyph.character.at(0).isSpace();
}

} // namespace

RegisteredText::RegisteredText(const QString &text, int pixels)
    : m_glyphs(paperFonts().glyphs(face(), text))
    , m_pixels(qMax(1, pixels))
{
}

double RegisteredText::advance(const print::Glyph &glyph) const
{
    if (glyph.character == QLatin1StringView("\n"))
        return 0;
    return m_pixels * (glyph.font ? glyph.advance : boxEm);
}

double RegisteredText::width() const
{
    double all = 0;
    for (const print::Glyph &glyph : m_glyphs)
        all += advance(glyph);
    return all;
}

int RegisteredText::lineHeight() const
{
    return qRound(m_pixels * lineFactor);
}

QList<qsizetype> RegisteredText::lineStarts(double width) const
{
    QList<qsizetype> starts{0};
    qsizetype breakable = 0; // the last place where a line may begin
    double filled = 0;
    for (qsizetype i = 0; i < m_glyphs.size(); ++i) {
        const print::Glyph &glyph = m_glyphs.at(i);
        const bool inWord = i > 0 && belongsToWord(m_glyphs.at(i - 1)) && belongsToWord(glyph);
        if (!inWord && !neverFirst(glyph) && !isSpace(glyph))
            breakable = i;
        const double next = advance(glyph);
        const bool newLine = i > 0 && m_glyphs.at(i - 1).character == QLatin1StringView("\n");
        const bool full = filled + next > width && i > starts.last() && !isSpace(glyph);
        if (newLine || full) {
            const qsizetype start = newLine || breakable <= starts.last() ? i : breakable;
            starts.append(start);
            filled = 0;
            for (qsizetype k = start; k < i; ++k)
                filled += advance(m_glyphs.at(k));
        }
        filled += next;
    }
    return starts;
}

int RegisteredText::lineCount(double width) const
{
    return int(lineStarts(width).size());
}

void RegisteredText::paint(QPainter &painter, const QRectF &place) const
{
    // In IPAmj明朝, as in every Mincho of Japan, the em square stands 0.88 above the base line.
    constexpr double aboveBase = 0.88;
    const QList<qsizetype> starts = lineStarts(place.width());
    double base = place.top() + (lineHeight() - m_pixels) / 2.0 + m_pixels * aboveBase;
    for (qsizetype line = 0; line < starts.size(); ++line) {
        const qsizetype end = starts.value(line + 1, m_glyphs.size());
        paintLine(painter, {place.left(), base}, starts.at(line), end);
        base += lineHeight();
    }
}

void RegisteredText::paintLine(QPainter &painter, QPointF base, qsizetype from, qsizetype to) const
{
    double x = 0;
    for (qsizetype i = from; i < to;) {
        const print::Glyph &first = m_glyphs.at(i);
        if (!first.font) {
            if (first.character != QLatin1StringView("\n"))
                paintBox(painter, base + QPointF(x, 0), first);
            x += advance(first);
            ++i;
            continue;
        }
        QList<quint32> indexes;
        QList<QPointF> positions;
        for (; i < to && m_glyphs.at(i).font == first.font; ++i) {
            indexes.append(m_glyphs.at(i).index);
            positions.append({x, 0});
            x += advance(m_glyphs.at(i));
        }
        QGlyphRun run;
        run.setRawFont(rawFont(first.font->family(), m_pixels));
        run.setGlyphIndexes(indexes);
        run.setPositions(positions);
        painter.drawGlyphRun(base, run);
    }
}

void RegisteredText::paintBox(QPainter &painter, QPointF base, const print::Glyph &glyph) const
{
    const QRectF box(base.x() + 1, base.y() - m_pixels * 0.95, m_pixels * boxEm - 2,
                     m_pixels * 1.15);
    QString words = QStringLiteral("U+");
    QStringList codes;
    for (const uint part : glyph.character.toUcs4())
        codes.append(code(part));
    words = codes.size() > 1 ? codes.join(u'\n') : words + u'\n' + codes.join(u'\n');
    painter.save();
    painter.setPen(QPen(inkOf(colour::error), 1.5));
    painter.setBrush(inkOf(colour::errorGround));
    painter.drawRect(box);
    QFont small = painter.font();
    small.setPixelSize(qMax(7, qRound(m_pixels * 0.46)));
    painter.setFont(small);
    painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, words);
    painter.restore();
}

bool hasSelector(QStringView text)
{
    for (const uint character : text.toUcs4()) {
        if (print::isVariationSelector(character))
            return true;
    }
    return false;
}

NameLabel::NameLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
}

/// The same label may stand for a name at one time and for plain words at another.
bool NameLabel::isRegistered() const
{
    const QString role = property("role").toString();
    return role == QLatin1StringView("name") || role == QLatin1StringView("largename") ||
           hasSelector(text());
}

RegisteredText NameLabel::drawn() const
{
    return {text(), QFontInfo(font()).pixelSize()};
}

QSize NameLabel::sizeHint() const
{
    ensurePolished();
    if (!isRegistered() || text().isEmpty())
        return QLabel::sizeHint();
    const RegisteredText text = drawn();
    const QMargins around = contentsMargins();
    const int width = qCeil(text.width());
    const int shown = wordWrap() ? qMin(width, em(40)) : width;
    return {shown + around.left() + around.right(),
            text.lineCount(shown) * text.lineHeight() + around.top() + around.bottom()};
}

QSize NameLabel::minimumSizeHint() const
{
    if (!isRegistered() || text().isEmpty())
        return QLabel::minimumSizeHint();
    if (!wordWrap())
        return sizeHint();
    const RegisteredText text = drawn();
    return {qMin(qCeil(text.width()), em(6)), text.lineHeight()};
}

int NameLabel::heightForWidth(int width) const
{
    if (!isRegistered() || text().isEmpty())
        return QLabel::heightForWidth(width);
    const RegisteredText text = drawn();
    const QMargins around = contentsMargins();
    const int space = width - around.left() - around.right();
    return text.lineCount(space) * text.lineHeight() + around.top() + around.bottom();
}

void NameLabel::paintEvent(QPaintEvent *event)
{
    if (!isRegistered()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const RegisteredText text = drawn();
    const QRect inside = contentsRect();
    const int height = text.lineHeight() * (wordWrap() ? text.lineCount(inside.width()) : 1);
    const double wide = wordWrap() ? inside.width() : text.width() + 1;
    text.paint(painter, QRectF(inside.left(), inside.top() + (inside.height() - height) / 2.0, wide,
                               height));
}

NameCheckBox::NameCheckBox(const QString &text, QWidget *parent)
    : QCheckBox(parent)
{
    // An ampersand of a name is no shortcut.
    setText(text);
    setShortcut({});
    setRole(this, TextRole::Name);
}

RegisteredText NameCheckBox::drawn() const
{
    return {text(), QFontInfo(font()).pixelSize()};
}

QSize NameCheckBox::sizeHint() const
{
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    const RegisteredText text = drawn();
    const QSize words(qCeil(text.width()) + em(0.2), text.lineHeight());
    return style()->sizeFromContents(QStyle::CT_CheckBox, &option, words, this);
}

void NameCheckBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QRect words = style()->subElementRect(QStyle::SE_CheckBoxContents, &option, this);
    option.text.clear();
    style()->drawControl(QStyle::CE_CheckBox, &option, &painter, this);
    const RegisteredText text = drawn();
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    text.paint(painter,
               QRectF(words.left(), words.top() + (words.height() - text.lineHeight()) / 2.0,
                      text.width() + 1, text.lineHeight()));
}

} // namespace widgets
