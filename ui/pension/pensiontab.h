#pragma once

#include "desk/taxviews.h"
#include "print/document.h"
#include "ui/pension/exemptionaid.h"
#include "ui/widgets/keybar.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace pensionui {

struct Block;
class TimelineChart;

/// Tab 年金: the time line, what does not fit together and what to do about it, and every item of
/// the file that is held (requirements/pension.md 3). Asks nobody: the page hands in what the desk
/// answered. Number keys go to the parts.
class PensionTab final : public QWidget
{
    Q_OBJECT

public:
    explicit PensionTab(ExemptionAidPanel::Outlook outlook, QWidget *parent = nullptr);
    /// The day the aid begins with. Before showPension().
    void setToday(QDate today) { m_today = today; }
    /// `bornOn` invalid: not known to the day.
    void showPension(const desk::PensionView &view, QDate bornOn);
    /// Another person, or the record closes: nothing of him stays.
    void clearView();
    [[nodiscard]] bool isFilled() const { return m_filled; }
    /// F4: to the exemption aid.
    [[nodiscard]] QList<widgets::KeyHint> keys() const;
    void press(int key);
    /// Back from the aid to the top; false when the focus was not there.
    bool stepBack();
    void takeFocus();
    /// The time line with its legend for paper; none without a record.
    [[nodiscard]] print::Drawing chart() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Part { Line, Periods, Exemptions, Legal, Benefits, Reports, Aid, Count };
    void makePart(Part part, const QString &heading, QVBoxLayout *column);
    void fill(Part part, const QList<Block> &blocks);
    void showIrregularities(const QList<pension::Irregularity> &found);
    /// Why there is no time line; empty when there can be one.
    [[nodiscard]] static QString whyNoLine(const desk::PensionView &view, QDate bornOn);
    void showSums(const pension::Timeline &timeline);
    void clearPart(Part part);
    void goTo(Part part);

    QDate m_today;
    bool m_filled = false;
    QScrollArea *m_area;
    TimelineChart *m_chart;
    QVBoxLayout *m_irregularities;
    QLabel *m_sums;
    ExemptionAidPanel *m_aid;
    QList<QWidget *> m_cards;        ///< one a part
    QList<QVBoxLayout *> m_contents; ///< what changes with the person
};

} // namespace pensionui
