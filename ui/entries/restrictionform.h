#pragma once

#include "ui/entries/entryform.h"

class QCheckBox;
class QComboBox;

namespace widgets {
class EraDateField;
class TextField;
} // namespace widgets

namespace entries {

/// 抑止: set, change or end, with the reason for the 照合. Ending shows what stands and asks for
/// the reason only.
class RestrictionForm final : public EntryForm
{
    Q_OBJECT

public:
    RestrictionForm(const Task &task, const Setting &setting, QWidget *parent = nullptr);
    [[nodiscard]] residents::Proposal proposal() const override;
    [[nodiscard]] bool judge() override;
    bool showProblemAt(const QString &field) override;
    void takeFocus() override;

private:
    void makeFields();
    void showWhatEnds();
    void fill(const residents::Restriction &restriction);
    void watch(QAbstractButton *end);
    [[nodiscard]] bool ends() const;
    [[nodiscard]] bool fail(QWidget *field, const QString &words);

    residents::Proposal m_base;
    About m_about;
    QDate m_today;
    widgets::FormGrid *m_grid;
    QComboBox *m_covers = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_inquiry = nullptr;
    QComboBox *m_certificate = nullptr;
    QComboBox *m_movement = nullptr;
    QCheckBox *m_hidesAddress = nullptr;
    widgets::EraDateField *m_from = nullptr;
    widgets::EraDateField *m_until = nullptr;
    widgets::TextField *m_reason;
};

} // namespace entries
