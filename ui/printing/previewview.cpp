#include "ui/printing/previewview.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace printing {

namespace {
constexpr double leastZoom = 0.5;
constexpr double mostZoom = 4.0;
constexpr double zoomStep = 1.2;
constexpr double widestEm = 56;
} // namespace

/// The sheets on their grey ground.
class PreviewView::Paper final : public QWidget
{
public:
    explicit Paper(QWidget *parent)
        : QWidget(parent)
    {
    }
    const print::Preview *pages = nullptr;
    QString nothing; ///< said when there are no pages
    QSizeF pageSize;
    int gap = 0;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), widgets::inkOf(widgets::colour::ground));
        if (!pages || pages->pageCount() == 0) {
            painter.setPen(widgets::inkOf(widgets::colour::muted));
            const int margin = widgets::em(1);
            painter.drawText(rect().adjusted(margin, margin, -margin, -margin),
                             static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, nothing);
            return;
        }
        painter.setRenderHint(QPainter::Antialiasing);
        const double left = (width() - pageSize.width()) / 2;
        for (int i = 0; i < pages->pageCount(); ++i) {
            const QRectF sheet({left, gap + i * (pageSize.height() + gap)}, pageSize);
            painter.setPen(widgets::inkOf(widgets::colour::line));
            painter.setBrush(Qt::white);
            painter.drawRect(sheet);
            painter.save();
            painter.setClipRect(sheet);
            pages->draw(i, painter, sheet);
            painter.restore();
        }
    }
};

PreviewView::PreviewView(QWidget *parent)
    : QScrollArea(parent)
    , m_paper(new Paper(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignHCenter);
    setAccessibleName(tr("Preview of the certificate"));
    m_paper->nothing = tr("The certificate appears here when somebody is chosen and nothing "
                          "forbids it.");
    setWidget(m_paper);
}

void PreviewView::setPages(const print::Preview &pages)
{
    m_pages = pages;
    m_paper->pages = &m_pages;
    setAccessibleDescription(tr("%n page(s)", nullptr, m_pages.pageCount()));
    layOut();
}

void PreviewView::layOut()
{
    const int gap = widgets::em(0.6);
    const QSizeF mm = m_pages.pageMm();
    if (m_pages.pageCount() == 0 || mm.isEmpty()) {
        m_paper->resize(viewport()->size());
        m_paper->update();
        return;
    }
    // As wide as the view, but not so wide that a line of the paper can no longer be read at once.
    const int fits = std::min(viewport()->width() - 2 * gap, widgets::em(widestEm));
    const double width = fits * m_zoom;
    m_paper->pageSize = {width, width * mm.height() / mm.width()};
    m_paper->gap = gap;
    m_paper->resize(std::max(viewport()->width(), int(width) + 2 * gap),
                    int(m_pages.pageCount() * (m_paper->pageSize.height() + gap)) + gap);
    m_paper->update();
}

void PreviewView::zoomBy(double factor)
{
    m_zoom = std::clamp(m_zoom * factor, leastZoom, mostZoom);
    layOut();
}

void PreviewView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    layOut();
}

void PreviewView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    // The plus key of a Japanese keyboard is the semicolon's.
    if (key == Qt::Key_Plus || key == Qt::Key_Semicolon)
        zoomBy(zoomStep);
    else if (key == Qt::Key_Minus)
        zoomBy(1 / zoomStep);
    else
        QScrollArea::keyPressEvent(event);
}

void PreviewView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        zoomBy(event->angleDelta().y() > 0 ? zoomStep : 1 / zoomStep);
    else
        QScrollArea::wheelEvent(event);
}

} // namespace printing
