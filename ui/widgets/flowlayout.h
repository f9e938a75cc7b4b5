#pragma once

#include <QLayout>
#include <QList>

namespace widgets {

/// A row that goes on in the next line when the text is too large for the width. While everything
/// fits in one line, what was added after pushRight() stands at the right edge. Spacing and margins
/// are given in em and measured at each arrangement.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    FlowLayout(QWidget *parent, QMarginsF marginsEm, double spacingEm);
    ~FlowLayout() override;

    void pushRight() { m_rightFrom = count(); }
    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &place) override;

private:
    enum class Do { Measure, Place };
    int arrange(const QRect &place, Do what) const;
    [[nodiscard]] QMargins margins() const;

    QMarginsF m_marginsEm;
    double m_spacingEm;
    int m_rightFrom = -1;
    QList<QLayoutItem *> m_items;
};

} // namespace widgets
