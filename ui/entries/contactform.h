#pragma once

#include "ui/entries/entryform.h"

namespace widgets {
class NumberField;
class TextField;
} // namespace widgets

namespace entries {

/// 連絡先: telephone, and where letters are sent.
class ContactForm final : public EntryForm
{
    Q_OBJECT

public:
    ContactForm(const Task &task, const Setting &setting, QWidget *parent = nullptr);
    [[nodiscard]] residents::Proposal proposal() const override;
    [[nodiscard]] bool judge() override;
    bool showProblemAt(const QString &field) override;
    void takeFocus() override;

private:
    [[nodiscard]] QList<widgets::TextField *> fields() const;

    residents::Proposal m_base;
    widgets::FormGrid *m_grid;
    widgets::TextField *m_telephone;
    widgets::NumberField *m_postalCode;
    widgets::TextField *m_address;
    widgets::TextField *m_name;
};

} // namespace entries
