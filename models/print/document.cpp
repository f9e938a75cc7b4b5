#include "print/document.h"

#include <QPageLayout>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>
#include <utility>

namespace print {
namespace {

constexpr double mmPerInch = 25.4;
/// Paper is cut to about a millimetre.
constexpr double paperTolerance = 1.0;

bool isPaper(const QPageLayout &layout, QSizeF wanted)
{
    const QSizeF paper = layout.fullRect(QPageLayout::Millimeter).size();
    return std::abs(paper.width() - wanted.width()) <= paperTolerance &&
           std::abs(paper.height() - wanted.height()) <= paperTolerance;
}

} // namespace

Preview::Preview(QList<Page> pages, QSizeF pageMm)
    : m_pages(std::move(pages))
    , m_pageMm(pageMm)
{
}

int Preview::pageCount() const
{
    return int(m_pages.size());
}

QSizeF Preview::pageMm() const
{
    return m_pageMm;
}

void Preview::draw(int index, QPainter &painter, const QRectF &target) const
{
    if (index >= 0 && index < m_pages.size())
        drawPage(m_pages.at(index), painter, target);
}

Document::Document(QList<Page> pages, QSizeF pageMm, QString title, Picture picture)
    : m_pages(std::move(pages))
    , m_pageMm(pageMm)
    , m_title(std::move(title))
    , m_picture(std::move(picture))
{
}

Document::~Document()
{
    forget();
}

/// A number may stand there that no memory is to keep.
void Document::forget()
{
    for (Page &page : m_pages) {
        for (GlyphText &text : page.texts) {
            text.text.fill(QChar());
            text.glyphs.fill(0);
            text.bases.fill(0);
        }
    }
}

int Document::pageCount() const
{
    return int(m_pages.size());
}

QString Document::title() const
{
    return m_title;
}

bool Document::isSpent() const
{
    return m_spent;
}

base::Result<> Document::printOn(QPagedPaintDevice &device)
{
    if (m_spent)
        return base::fail(base::ErrorCode::DocumentSpent);
    device.setPageMargins({0, 0, 0, 0}, QPageLayout::Millimeter);
    if (!isPaper(device.pageLayout(), m_pageMm))
        return base::fail(base::ErrorCode::PrintFailed, QStringLiteral("paper size"));
    auto layer = TextLayer::None;
    if (auto *pdf = dynamic_cast<QPdfWriter *>(&device)) {
        layer = TextLayer::Searchable;
        pdf->setTitle(m_title);
        pdf->setCreator(QStringLiteral("Madoguchi"));
    }
    QPainter painter;
    if (!painter.begin(&device))
        return base::fail(base::ErrorCode::PrintFailed, QStringLiteral("begin"));
    m_spent = true;
    const auto drawn = draw(painter, device, layer);
    forget();
    return drawn;
}

base::Result<> Document::draw(QPainter &painter, QPagedPaintDevice &device, TextLayer layer) const
{
    // A printer that insists on margins puts its origin inside them.
    const QPointF corner = device.pageLayout().paintRect(QPageLayout::Millimeter).topLeft();
    const double x = device.logicalDpiX() / mmPerInch;
    const double y = device.logicalDpiY() / mmPerInch;
    const QRectF sheet(-corner.x() * x, -corner.y() * y, m_pageMm.width() * x,
                       m_pageMm.height() * y);
    for (qsizetype index = 0; index < m_pages.size(); ++index) {
        if (index > 0 && !device.newPage())
            return base::fail(base::ErrorCode::PrintFailed, QStringLiteral("next page"));
        drawPage(m_pages.at(index), painter, sheet, layer);
        // After the page: 見本 lies under what the picture says.
        if (index == 0 && m_picture.draw) {
            const QRectF &mm = m_picture.placeMm;
            painter.save();
            m_picture.draw(painter, {sheet.left() + mm.left() * x, sheet.top() + mm.top() * y,
                                     mm.width() * x, mm.height() * y});
            painter.restore();
        }
    }
    if (!painter.end())
        return base::fail(base::ErrorCode::PrintFailed, QStringLiteral("end"));
    return {};
}

} // namespace print
