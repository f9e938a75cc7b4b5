#pragma once

#include "base/result.h"
#include "print/page.h"

#include <QList>
#include <QSizeF>
#include <QString>

#include <functional>

class QPagedPaintDevice;

namespace print {

/// Draws into the rectangle, in the painter's coordinates, on whatever device.
using Drawing = std::function<void(QPainter &, const QRectF &)>;
/// A drawing and where it stands on the first page, mm.
struct Picture
{
    Drawing draw{};
    QRectF placeMm{};
};

/// Pages to look at, with 見本 drawn across: cannot be printed.
class Preview
{
public:
    Preview() = default;
    explicit Preview(QList<Page> pages, QSizeF pageMm);
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] QSizeF pageMm() const;
    /// Draws page `index` (from 0) into `target`, in the painter's coordinates. Sharp at any size.
    void draw(int index, QPainter &painter, const QRectF &target) const;

private:
    QList<Page> m_pages;
    QSizeF m_pageMm;
};

/// Paper to be made: all pages of all copies. Prints once; a second time answers DocumentSpent.
/// The only thing ui/printing can print.
class Document
{
public:
    Document(QList<Page> pages, QSizeF pageMm, QString title, Picture picture = {});
    /// What stood on the pages is overwritten, here and when they were printed.
    ~Document();
    Q_DISABLE_COPY_MOVE(Document)
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] QString title() const; ///< for the print queue: never personal data
    [[nodiscard]] bool isSpent() const;
    /// Draws everything on a printer or PDF writer, in true millimetres from the corner of the
    /// sheet whatever the margins. PrintFailed when the sheet is not A4 (nothing is spent then) or
    /// the device gives up; DocumentSpent the second time. A PDF gets the title and no other data.
    [[nodiscard]] base::Result<> printOn(QPagedPaintDevice &device);

private:
    [[nodiscard]] base::Result<> draw(QPainter &painter, QPagedPaintDevice &device,
                                      TextLayer layer) const;
    void forget();

    QList<Page> m_pages;
    QSizeF m_pageMm;
    QString m_title;
    Picture m_picture;
    bool m_spent = false;
};

} // namespace print
