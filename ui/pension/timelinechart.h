#pragma once

#include "pension/timeline.h"

#include <QWidget>

namespace pensionui {

/// The time line of a pension record on the screen (timelinedrawing.h). What it says stands in
/// words beside it as well.
class TimelineChart final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineChart(QWidget *parent = nullptr);
    void setTimeline(const pension::Timeline &timeline);
    [[nodiscard]] const pension::Timeline &timeline() const { return m_timeline; }
    [[nodiscard]] QStringList marks() const;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    pension::Timeline m_timeline;
};

} // namespace pensionui
