#pragma once

#include "desk/search.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace widgets {
class AddressField;
class EraDateField;
class FormGrid;
class NameField;
class NumberField;
} // namespace widgets

namespace search {

/// The conditions of a search, typed.
class ConditionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ConditionForm(QWidget *parent = nullptr);

    [[nodiscard]] desk::SearchConditions conditions() const;
    /// Some field holds what cannot be used.
    [[nodiscard]] bool hasProblem() const;
    [[nodiscard]] bool isEmpty() const;
    /// A birth date to the day, which can be widened.
    [[nodiscard]] bool hasBirthDay() const;
    void clear();
    void start(); ///< the focus goes to the first field
    void includeRemoved();
    void widenBirth(); ///< from a day to its year

Q_SIGNALS:
    void changed();
    void searchAsked(); ///< the button

private:
    [[nodiscard]] bool isAddressVague() const;
    void judgeAddress();

    widgets::NameField *m_name;
    widgets::EraDateField *m_birth;
    widgets::AddressField *m_address;
    widgets::NameField *m_head;
    widgets::NumberField *m_telephone;
    QComboBox *m_sex;
    widgets::NumberField *m_person;
    widgets::NumberField *m_household;
    QCheckBox *m_removed;
    widgets::FormGrid *m_grid;
    QPushButton *m_search;
};

} // namespace search
