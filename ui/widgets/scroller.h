#pragma once

#include <QScrollArea>

namespace widgets {

/// Around a page: scrolls when the text is too large for the window, and keeps the field that has
/// the focus in sight. Takes no focus itself.
class Scroller final : public QScrollArea
{
    Q_OBJECT

public:
    explicit Scroller(QWidget *content, QWidget *parent = nullptr);
};

} // namespace widgets
