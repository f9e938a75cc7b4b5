#include "print/press.h"

#include "calendar/eras.h"
#include "tables/table.h"

#include <utility>

namespace print {

using certificates::FormKind;

namespace {

const auto sample = QStringLiteral("見本");

/// "3F9A 11C0 ..." in groups of four, as it is read aloud.
QString grouped(const QByteArray &hash)
{
    QStringList groups;
    const QString hex = QString::fromLatin1(hash.toHex()).toUpper();
    for (qsizetype at = 0; at < hex.size(); at += 4)
        groups.append(hex.mid(at, 4));
    return groups.join(QLatin1Char(' '));
}

} // namespace

Press::Press(Papers papers, Form dayEnd, Form chart, Fonts fonts)
    : m_papers(std::move(papers))
    , m_dayEnd(std::move(dayEnd))
    , m_chart(std::move(chart))
    , m_fonts(std::move(fonts))
{
}

base::Result<Press> Press::open()
{
    Papers papers;
    for (const auto &[kind, name] : {std::pair(FormKind::Household, "juminhyo_household"),
                                     {FormKind::Individual, "juminhyo_individual"},
                                     {FormKind::Removed, "juminhyo_removed"}}) {
        const auto paper = Form::load(QLatin1String(name));
        if (!paper)
            return base::fail(paper);
        papers.insert(kind, *paper);
    }
    auto dayEnd = Form::load(QStringLiteral("dayend"));
    if (!dayEnd)
        return base::fail(dayEnd);
    auto chart = Form::load(QStringLiteral("chart"));
    if (!chart)
        return base::fail(chart);
    auto fonts = Fonts::load();
    if (!fonts)
        return base::fail(fonts);
    for (const auto &form : papers.values() + QList<Form>{*dayEnd, *chart}) {
        for (const auto &style : form.styles) {
            if (!fonts->has(style.face))
                return base::fail(base::ErrorCode::FormUnreadable,
                                  QStringLiteral("face ") + style.face);
        }
    }
    return Press(std::move(papers), std::move(*dayEnd), std::move(*chart), std::move(*fonts));
}

const Form &Press::formOf(const certificates::Content &content) const
{
    return m_papers.find(content.form).value();
}

QList<Problem> Press::problems(const certificates::Content &content) const
{
    return layOut(formOf(content), m_fonts, content).problems;
}

base::Result<Preview> Press::preview(const certificates::Content &content) const
{
    Laid laid = layOut(formOf(content), m_fonts, content);
    if (const auto good = laid.outcome(); !good)
        return base::fail(good);
    for (auto &page : laid.pages)
        drawAcross(page, m_fonts, sample);
    return Preview(laid.pages, formOf(content).pageMm);
}

base::Result<std::shared_ptr<Document>> Press::certificate(const certificates::Content &content,
                                                           const QStringList &numbers,
                                                           Register kind) const
{
    QList<Page> pages;
    for (const auto &number : numbers) {
        Laid laid = layOut(formOf(content), m_fonts, content, number);
        if (const auto good = laid.outcome(); !good)
            return base::fail(good);
        if (kind == Register::Training) {
            for (auto &page : laid.pages)
                drawAcross(page, m_fonts, sample);
        }
        pages.append(laid.pages);
    }
    return std::make_shared<Document>(pages, formOf(content).pageMm, content.kind);
}

base::Result<std::shared_ptr<Document>> Press::dayEnd(const DayEnd &values) const
{
    const auto wording = tables::Table::load(QStringLiteral("wording"));
    if (!wording)
        return base::fail(wording);
    certificates::Content content;
    content.kind = QStringLiteral("業務終了票");
    for (const auto *key : {"dayend.title", "dayend.text"}) {
        const auto row = wording->rowOn(values.day, {{QStringLiteral("key"), QLatin1String(key)}});
        if (!row)
            return base::fail(row);
        content.sheet.insert(QLatin1String(key), row->text(QStringLiteral("text")));
    }
    content.sheet.insert(QStringLiteral("date"),
                         calendar::wareki(values.day, calendar::Style::Certificate));
    content.sheet.insert(QStringLiteral("station"), values.station);
    content.sheet.insert(QStringLiteral("municipality"), values.municipality);
    content.sheet.insert(QStringLiteral("count"), QString::number(values.count));
    content.sheet.insert(QStringLiteral("hash"), grouped(values.hash));
    const Laid laid = layOut(m_dayEnd, m_fonts, content);
    if (const auto good = laid.outcome(); !good)
        return base::fail(good);
    return std::make_shared<Document>(laid.pages, m_dayEnd.pageMm, content.kind);
}

base::Result<std::shared_ptr<Document>> Press::chart(const ChartSheet &sheet, Register kind) const
{
    const auto wording = tables::Table::load(QStringLiteral("wording"));
    if (!wording)
        return base::fail(wording);
    certificates::Content content;
    content.kind = QStringLiteral("説明用の図");
    for (const auto &[field, key] :
         {std::pair(QStringLiteral("title"), QStringLiteral("chart.") + sheet.kind),
          {QStringLiteral("note"), QStringLiteral("chart.note")}}) {
        const auto row = wording->rowOn(sheet.day, {{QStringLiteral("key"), key}});
        if (!row)
            return base::fail(row);
        content.sheet.insert(field, row->text(QStringLiteral("text")));
    }
    content.sheet.insert(QStringLiteral("name"), sheet.name);
    content.sheet.insert(QStringLiteral("number"), sheet.number);
    content.sheet.insert(QStringLiteral("date"),
                         calendar::wareki(sheet.day, calendar::Style::Certificate));
    content.sheet.insert(QStringLiteral("municipality"), sheet.municipality);
    Laid laid = layOut(m_chart, m_fonts, content);
    if (const auto good = laid.outcome(); !good)
        return base::fail(good);
    if (kind == Register::Training) {
        for (auto &page : laid.pages)
            drawAcross(page, m_fonts, sample);
    }
    // Between the two lines of the form.
    const QRectF placeMm(25, 56, 160, 210);
    return std::make_shared<Document>(laid.pages, m_chart.pageMm, content.kind,
                                      Picture{sheet.draw, placeMm});
}

} // namespace print
