#include "print/form.h"

#include <QFile>
#include <QStringList>

#include <cmath>

namespace print {
namespace {

constexpr double longestMm = 2000;
constexpr int mostBlocks = 50;

/// Reads one file, line by line; the first line that cannot be read ends it.
class FormReader
{
public:
    base::Result<Form> read(const QByteArray &bytes)
    {
        int number = 0;
        for (const auto &raw : bytes.split('\n')) {
            ++number;
            const QString line = QString::fromUtf8(raw).trimmed();
            if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
                continue;
            m_words = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
            if (!readLine())
                return base::fail(base::ErrorCode::FormUnreadable,
                                  QStringLiteral("line %1").arg(number));
        }
        if (m_form.pageMm.isEmpty())
            return base::fail(base::ErrorCode::FormUnreadable, QStringLiteral("no page"));
        if ((m_form.rows.count > 0) != (m_form.moreRows.count > 0))
            return base::fail(base::ErrorCode::FormUnreadable,
                              QStringLiteral("rows need more, more needs rows"));
        return m_form;
    }

private:
    bool readLine()
    {
        const QString &word = m_words.first();
        if (word == QLatin1String("page"))
            return readPage();
        if (word == QLatin1String("style"))
            return readStyle();
        if (word == QLatin1String("grid"))
            return readGrid();
        if (word == QLatin1String("block"))
            return readBlock(m_form.block);
        if (word == QLatin1String("rows"))
            return readBlock(m_form.rows);
        if (word == QLatin1String("more"))
            return readBlock(m_form.moreRows);
        if (auto *section = sectionOf(word)) {
            m_section = section;
            return m_words.size() == 1;
        }
        return readElement();
    }
    QList<Element> *sectionOf(const QString &word)
    {
        if (word == QLatin1String("every"))
            return &m_form.every;
        if (word == QLatin1String("last"))
            return &m_form.last;
        if (word == QLatin1String("further"))
            return &m_form.further;
        return word == QLatin1String("unfinished") ? &m_form.unfinished : nullptr;
    }
    bool number(qsizetype index, double &value) const
    {
        bool isNumber = false;
        value = m_words.value(index).toDouble(&isNumber);
        return isNumber && std::isfinite(value) && std::abs(value) <= longestMm;
    }
    bool readPage()
    {
        double width = 0;
        double height = 0;
        if (!number(1, width) || !number(2, height) || width <= 0 || height <= 0)
            return false;
        m_form.pageMm = {width, height};
        return m_words.size() == 3;
    }
    bool readStyle()
    {
        Style style{m_words.value(2), 0, 0};
        if (m_words.size() != 5 || !number(3, style.pt) || !number(4, style.leastPt) ||
            style.leastPt <= 0 || style.pt < style.leastPt)
            return false;
        m_form.styles.insert(m_words.at(1), style);
        return true;
    }
    bool readGrid()
    {
        return m_words.size() == 3 && number(1, m_column) && number(2, m_row) && m_column > 0 &&
               m_row > 0;
    }
    bool readBlock(Block &block)
    {
        bool isCount = false;
        double x = 0;
        double y = 0;
        block.count = m_words.value(1).toInt(&isCount);
        if (m_words.size() != 5 || !isCount || block.count < 1 || block.count > mostBlocks ||
            !number(2, x) || !number(3, y) || !number(4, block.stepMm) || block.stepMm <= 0)
            return false;
        block.origin = {x, y};
        m_section = &block.elements;
        return true;
    }
    bool readElement()
    {
        Element element;
        const QString &word = m_words.first();
        double x = 0;
        double y = 0;
        double third = 0;
        double fourth = 0;
        if (!m_section || !number(1, x) || !number(2, y) || !number(3, third) || !number(4, fourth))
            return false;
        const QPointF from(x * m_column, y * m_row);
        const QPointF other(third * m_column, fourth * m_row);
        if (word == QLatin1String("line")) {
            element.kind = Element::Kind::Line;
            element.place = QRectF(from, other);
            return readRule(element);
        }
        element.place = QRectF(from, QSizeF(other.x(), other.y()));
        if (third <= 0 || fourth <= 0)
            return false;
        if (word == QLatin1String("box")) {
            element.kind = Element::Kind::Box;
            return readRule(element);
        }
        if (word != QLatin1String("label") && word != QLatin1String("field"))
            return false;
        element.kind = word == QLatin1String("label") ? Element::Kind::Label : Element::Kind::Field;
        return readText(element);
    }
    bool readRule(Element &element)
    {
        if (m_words.size() != 6 || !number(5, element.widthMm) || element.widthMm <= 0)
            return false;
        m_section->append(element);
        return true;
    }
    bool readText(Element &element)
    {
        static const QMap<QString, Align> aligns{{QStringLiteral("left"), Align::Left},
                                                 {QStringLiteral("center"), Align::Center},
                                                 {QStringLiteral("right"), Align::Right},
                                                 {QStringLiteral("justify"), Align::Justify}};
        element.style = m_words.value(5);
        const QString align = m_words.value(6);
        if (!m_form.styles.contains(element.style) || !aligns.contains(align) || m_words.size() < 8)
            return false;
        element.align = aligns.value(align);
        QStringList rest = m_words.sliced(7);
        if (element.kind == Element::Kind::Field) {
            element.wrap = rest.size() == 2 && rest.last() == QLatin1String("wrap");
            if (rest.size() != (element.wrap ? 2 : 1))
                return false;
            rest = {rest.first()};
        }
        element.text = rest.join(QLatin1Char(' '));
        m_section->append(element);
        return true;
    }

    Form m_form;
    QList<Element> *m_section = nullptr;
    QStringList m_words;
    double m_column = 1;
    double m_row = 1;
};

} // namespace

base::Result<Form> Form::load(const QString &name)
{
    QFile file(QStringLiteral(":/forms/%1.form").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::FormUnreadable, name + QStringLiteral(": not there"));
    auto form = parse(file.readAll());
    if (!form)
        return base::fail(form.error().code, name + QStringLiteral(" ") + form.error().detail);
    return form;
}

base::Result<Form> Form::parse(const QByteArray &bytes)
{
    return FormReader().read(bytes);
}

} // namespace print
