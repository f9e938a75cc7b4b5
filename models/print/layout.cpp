#include "print/layout.h"

#include "certificates/issuenumber.h"
#include "print/lines.h"

#include <QtMath>

#include <algorithm>

namespace print {
namespace {

/// Between a text and the rule of its cell.
constexpr double padMm = 0.8;
/// Where the baseline runs in the em square of a Japanese font, from its top.
constexpr double ascent = 0.88;

/// Whose texts are being set, and where.
struct Place
{
    QPointF origin;
    base::PersonId person;
    const certificates::Fields &fields;
};

class Setter
{
public:
    Setter(const Form &form, const Fonts &fonts, QList<Problem> &problems)
        : m_form(form)
        , m_fonts(fonts)
        , m_problems(problems)
    {
    }

    void set(Page &page, const QList<Element> &elements, const Place &place)
    {
        for (const auto &element : elements) {
            const QRectF at = element.place.translated(place.origin);
            switch (element.kind) {
            case Element::Kind::Line:
                page.strokes.append({at.topLeft(), at.bottomRight(), element.widthMm});
                break;
            case Element::Kind::Box:
                page.strokes.append({at.topLeft(), at.topRight(), element.widthMm});
                page.strokes.append({at.bottomLeft(), at.bottomRight(), element.widthMm});
                page.strokes.append({at.topLeft(), at.bottomLeft(), element.widthMm});
                page.strokes.append({at.topRight(), at.bottomRight(), element.widthMm});
                break;
            case Element::Kind::Label:
                setText(page, element, element.text, place);
                break;
            case Element::Kind::Field:
                setText(page, element, place.fields.value(element.text), place);
                break;
            }
        }
    }

private:
    void setText(Page &page, const Element &element, const QString &text, const Place &place)
    {
        if (text.isEmpty())
            return;
        const Style style = m_form.styles.value(element.style);
        const auto glyphs = m_fonts.glyphs(style.face, text);
        if (anyMissing(glyphs, element, place.person))
            return;
        const QRectF room = element.place.translated(place.origin).adjusted(padMm, 0, -padMm, 0);
        const Fitted fitted = fit(glyphs, style, room.size(), element.wrap);
        if (!fitted.fits) {
            m_problems.append({base::ErrorCode::TextOverflows, element.text, place.person, {}, {}});
            return;
        }
        const double height = (double(fitted.lines.size() - 1) * lineStep + 1) * fitted.sizeMm;
        double top = room.center().y() - height / 2;
        for (const auto &line : fitted.lines) {
            setLine(page, element, line, QRectF(room.x(), top, room.width(), fitted.sizeMm));
            top += lineStep * fitted.sizeMm;
        }
    }

    bool anyMissing(const QList<Glyph> &glyphs, const Element &element, base::PersonId person)
    {
        bool missing = false;
        for (const auto &glyph : glyphs) {
            if (glyph.font || glyph.character == QLatin1String("\n"))
                continue;
            missing = true;
            QStringList codes;
            for (const uint code : glyph.character.toUcs4())
                codes.append(QStringLiteral("U+%1").arg(code, 4, 16, QLatin1Char('0')).toUpper());
            m_problems.append({base::ErrorCode::GlyphMissing, element.text, person, glyph.character,
                               codes.join(QLatin1Char(' '))});
        }
        return missing;
    }

    /// `row`: the line's em square over the whole width of the cell.
    void setLine(Page &page, const Element &element, const Line &line, const QRectF &row)
    {
        const double size = row.height();
        const double spare = row.width() - line.widthEm * size;
        const auto gaps = double(line.glyphs.size() - 1);
        double x = row.x();
        double gap = 0;
        if (element.align == Align::Right)
            x += spare;
        else if (element.align == Align::Center || (element.align == Align::Justify && gaps < 1))
            x += spare / 2;
        else if (element.align == Align::Justify)
            gap = spare / gaps;
        GlyphText run;
        for (const auto &glyph : line.glyphs) {
            if (run.family != glyph.font->family()) {
                append(page, run, x);
                run = {.field = element.text,
                       .text = {},
                       .family = glyph.font->family(),
                       .sizeMm = size,
                       .baseline = {x, row.y() + ascent * size},
                       .glyphs = {},
                       .bases = {},
                       .offsets = {}};
            }
            run.text += glyph.character;
            run.glyphs.append(glyph.index);
            run.bases.append(glyph.base);
            run.offsets.append(x - run.baseline.x());
            x += glyph.advance * size + gap;
        }
        append(page, run, x - gap);
    }

    static void append(Page &page, GlyphText &run, double end)
    {
        if (run.glyphs.isEmpty())
            return;
        run.widthMm = end - run.baseline.x();
        page.texts.append(run);
    }

    const Form &m_form;
    const Fonts &m_fonts;
    QList<Problem> &m_problems;
};

} // namespace

base::Result<> Laid::outcome() const
{
    if (problems.isEmpty())
        return {};
    QStringList places;
    for (const auto &problem : problems)
        places.append(problem.field);
    places.removeDuplicates();
    return base::fail(problems.first().code, places.join(QLatin1Char(' ')));
}

namespace {

/// How many sheets of each kind a content fills.
struct Sheets
{
    Sheets(const Form &form, const certificates::Content &content)
        : each(std::max(form.block.count, 1))
        , ofPeople(sheetsFor(int(content.persons.size()), each))
        , all(ofPeople)
    {
        const int further = int(content.rows.size()) - form.rows.count;
        if (form.rows.count > 0 && further > 0)
            all = std::max(all, 1 + sheetsFor(further, form.moreRows.count));
    }
    static int sheetsFor(int things, int each) { return std::max(1, (things + each - 1) / each); }
    int each;     ///< persons a sheet
    int ofPeople; ///< the first so many bear persons
    int all;
};

void setPeople(Setter &setter, Page &page, const Form &form, const certificates::Content &content,
               int first)
{
    for (int slot = 0; slot < form.block.count; ++slot) {
        const QPointF origin = form.block.origin + QPointF(0, form.block.stepMm * double(slot));
        if (first + slot < content.persons.size()) {
            const auto &person = content.persons.at(first + slot);
            setter.set(page, form.block.elements, {origin, person.person, person.fields});
        } else {
            setter.set(page, form.block.elements, {origin, {}, content.empty});
        }
    }
}

/// The rows of sheet `index`; the one after the last says that nothing follows.
void setRows(Setter &setter, Page &page, const Form &form, const certificates::Content &content,
             int index)
{
    const Block &block = index == 0 ? form.rows : form.moreRows;
    const int first = index == 0 ? 0 : form.rows.count + (index - 1) * form.moreRows.count;
    const base::PersonId person =
        content.persons.isEmpty() ? base::PersonId{} : content.persons.first().person;
    for (int slot = 0; slot < block.count; ++slot) {
        const int row = first + slot;
        certificates::Fields fields = content.rows.value(row);
        if (row == content.rows.size())
            fields = content.rowsEnd;
        const QPointF origin = block.origin + QPointF(0, block.stepMm * double(slot));
        setter.set(page, block.elements, {origin, person, fields});
    }
}

} // namespace

Laid layOut(const Form &form, const Fonts &fonts, const certificates::Content &content,
            const QString &number)
{
    Laid laid;
    Setter setter(form, fonts, laid.problems);
    const Sheets sheets(form, content);
    for (int index = 0; index < sheets.all; ++index) {
        Page page{form.pageMm, {}, {}};
        certificates::Fields sheet = content.sheet;
        sheet.insert(QStringLiteral("page"),
                     QStringLiteral("%1/%2").arg(index + 1).arg(sheets.all));
        if (!number.isEmpty())
            sheet.insert(QStringLiteral("number"),
                         certificates::onPage(number, index + 1, sheets.all));
        setter.set(page, form.every, {{}, {}, sheet});
        if (index > 0)
            setter.set(page, form.further, {{}, {}, sheet});
        setter.set(page, index + 1 == sheets.all ? form.last : form.unfinished, {{}, {}, sheet});
        if (index < sheets.ofPeople)
            setPeople(setter, page, form, content, index * sheets.each);
        setRows(setter, page, form, content, index);
        laid.pages.append(page);
    }
    return laid;
}

void drawAcross(Page &page, const Fonts &fonts, const QString &word)
{
    const auto glyphs = fonts.glyphs(QStringLiteral("gothic"), word);
    const double diagonal = std::hypot(page.sizeMm.width(), page.sizeMm.height());
    const double angle = qRadiansToDegrees(std::atan2(page.sizeMm.height(), page.sizeMm.width()));
    const auto count = double(std::max<qsizetype>(glyphs.size(), 1));
    GlyphText mark;
    mark.text = word;
    mark.sizeMm = std::min(diagonal * 0.7 / count, 95.0);
    mark.angle = angle;
    mark.colour = QColor(0xE2, 0xE2, 0xE2);
    const double length = mark.sizeMm * (count - 0.5) * 1.15;
    const double turn = qDegreesToRadians(angle);
    // The middle of the word stands on the middle of the page.
    const QPointF along(std::cos(turn), -std::sin(turn));
    const QPointF down(std::sin(turn), std::cos(turn));
    mark.baseline = QPointF(page.sizeMm.width() / 2, page.sizeMm.height() / 2) -
                    along * (length / 2) + down * (mark.sizeMm * 0.38);
    double x = 0;
    for (const auto &glyph : glyphs) {
        if (!glyph.font)
            continue;
        mark.family = glyph.font->family();
        mark.glyphs.append(glyph.index);
        mark.offsets.append(x);
        x += mark.sizeMm * 1.15;
    }
    mark.widthMm = length;
    page.texts.prepend(mark);
}

} // namespace print
