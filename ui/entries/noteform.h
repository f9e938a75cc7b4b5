#pragma once

#include "ui/entries/entryform.h"

class QLabel;

namespace widgets {
class TextArea;
}

namespace entries {

/// メモ: free text that is never printed.
class NoteForm final : public EntryForm
{
    Q_OBJECT

public:
    NoteForm(const Task &task, const Setting &setting, QWidget *parent = nullptr);
    [[nodiscard]] residents::Proposal proposal() const override;
    [[nodiscard]] bool judge() override;
    bool showProblemAt(const QString &field) override;
    void takeFocus() override;

private:
    void count();
    void say(const QString &problem);

    residents::Proposal m_base;
    widgets::TextArea *m_text;
    QLabel *m_count;
    QLabel *m_problem;
};

} // namespace entries
