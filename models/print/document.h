#pragma once

#include "base/result.h"

#include <QPicture>
#include <QList>
#include <QSizeF>

class QPagedPaintDevice;

namespace print {

/// Pages to look at, with 見本 drawn across: cannot be printed.
class Preview
{
public:
    Preview() = default;
    explicit Preview(QList<QPicture> pages, QSizeF pageMm);
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] QSizeF pageMm() const;
    /// Draws page `index` (from 0) into `target`, in the painter's coordinates.
    void draw(int index, QPainter &painter, const QRectF &target) const;

private:
    QList<QPicture> m_pages;
    QSizeF m_pageMm;
};

/// Paper to be made: all pages of all copies. Prints once; a second time answers DocumentSpent.
/// The only thing ui/printing can print.
class Document
{
public:
    Document(QList<QPicture> pages, QSizeF pageMm, QString title);
    Q_DISABLE_COPY_MOVE(Document)
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] QString title() const; ///< for the print queue: never personal data
    [[nodiscard]] bool isSpent() const;
    /// Draws everything on a printer or PDF writer set to A4 without margins.
    [[nodiscard]] base::Result<> printOn(QPagedPaintDevice &device);

private:
    QList<QPicture> m_pages;
    QSizeF m_pageMm;
    QString m_title;
    bool m_spent = false;
};

} // namespace print
