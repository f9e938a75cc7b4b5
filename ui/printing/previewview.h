#pragma once

#include "print/document.h"

#include <QScrollArea>

namespace printing {

/// Shows the pages of a preview, one below the other, as wide as the view; Ctrl+wheel and +/- zoom.
class PreviewView final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PreviewView(QWidget *parent = nullptr);
    void setPages(const print::Preview &pages);
    [[nodiscard]] int pageCount() const { return m_pages.pageCount(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void layOut();
    void zoomBy(double factor);

    class Paper;
    print::Preview m_pages;
    Paper *m_paper;
    double m_zoom = 1.0; ///< 1 = page width fills the view
};

} // namespace printing
