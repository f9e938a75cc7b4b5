#pragma once

#include "base/result.h"
#include "pension/exemptionrule.h"

#include <QWidget>

#include <array>
#include <functional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace widgets {
class ChoiceList;
class EraDateField;
class FormGrid;
class MessageBar;
class NumberField;
} // namespace widgets

namespace pensionui {

/// Incomes that the clerk types in, held against the thresholds of an exemption: an aid for the
/// talk at the counter. It decides nothing and keeps nothing (日本年金機構 decides).
class ExemptionAidPanel final : public QWidget
{
    Q_OBJECT

public:
    using Outlook =
        std::function<base::Result<pension::ExemptionOpinion>(const pension::ExemptionCase &)>;

    explicit ExemptionAidPanel(Outlook outlook, QWidget *parent = nullptr);
    /// Empties the fields for this person; an invalid birth date leaves out the rules of age.
    void start(QDate bornOn, QDate today);
    /// What stands as the answer.
    [[nodiscard]] QString answer() const;
    void takeFocus();

Q_SIGNALS:
    void answered(QWidget *answer);

private:
    struct Person
    {
        pension::Tested::Who who;
        widgets::NumberField *income;
        widgets::NumberField *dependants;
        widgets::NumberField *elderly;
        widgets::NumberField *specific;
        widgets::NumberField *deductions;
        QCheckBox *undeclared;
        QCheckBox *lostWork;
        QCheckBox *widowed; ///< or disabled, or a single parent
    };
    Person makePerson(pension::Tested::Who who, QGridLayout *grid, int row);
    void makeForm(QVBoxLayout *column);
    [[nodiscard]] static bool isEmpty(const Person &one);
    [[nodiscard]] bool takeCase(pension::ExemptionCase &into) const;
    void judge();
    void show(const pension::ExemptionOpinion &opinion);

    Outlook m_outlook;
    QDate m_bornOn;
    QDate m_today;
    widgets::ChoiceList *m_kind;
    widgets::EraDateField *m_month;
    widgets::EraDateField *m_applied;
    std::array<Person, 3> m_persons{};
    QPushButton *m_judge;
    widgets::MessageBar *m_message;
    QWidget *m_answer;
    QLabel *m_verdict;
    QLabel *m_lines;
    QLabel *m_frame;
    QLabel *m_version;
};

} // namespace pensionui
