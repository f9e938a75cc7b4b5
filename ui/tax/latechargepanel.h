#pragma once

#include "desk/taxviews.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace widgets {
class EraDateField;
} // namespace widgets

namespace taxui {

class Sheet;

/// The late charge of one 期 to a chosen day: the day, Enter, and the working line by line.
class LateChargePanel final : public QFrame
{
    Q_OBJECT

public:
    explicit LateChargePanel(QWidget *parent = nullptr);
    /// Another 期 was chosen: the working of the one before goes.
    void prepare(QDate payOn, bool owes);
    void showWorking(const desk::LateChargeView &view);
    void takeFocus();
    [[nodiscard]] bool owes() const { return m_owes; }

Q_SIGNALS:
    void wanted(QDate payOn);

private:
    void ask();
    void fillLines(const tax::LateChargeWorking &working);

    bool m_owes = false;
    widgets::EraDateField *m_payOn;
    QPushButton *m_button;
    QLabel *m_paid;
    QWidget *m_form;
    QWidget *m_result;
    QLabel *m_basis;
    Sheet *m_lines;
    QLabel *m_rounding;
    QLabel *m_answer;
    QLabel *m_version;
};

} // namespace taxui
