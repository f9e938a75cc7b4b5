#pragma once

#include "ui/resident/files.h"
#include "ui/widgets/keybar.h"

#include <QWidget>

class QStackedWidget;

namespace pensionui {
class PensionTab;
}
namespace taxui {
class LedgerTab;
class TaxTab;
} // namespace taxui
namespace widgets {
class EmptyState;
}

namespace resident {

class CallerPanel;
class MembersPanel;
class PurposePanel;

/// One tab of a file: asks the desk when it is first looked at, and before that whatever the desk
/// wants to know (a fitting purpose, who is on the telephone); from it the members of the household
/// can be listed.
class FilePane final : public QWidget
{
    Q_OBJECT

public:
    FilePane(File file, const Files &files, QWidget *parent = nullptr);
    [[nodiscard]] File file() const { return m_file; }
    /// Asks unless it was answered, an answer is on its way, or the pane itself asks something.
    /// `bornOn` invalid: not known to the day.
    void open(base::PersonId person, QDate bornOn);
    /// What another tab was told of the caller: no need to ask him again here.
    void setCaller(const desk::CallerCheck &caller);
    [[nodiscard]] QList<widgets::KeyHint> keys() const;
    void press(int key);
    /// Who lives with the person; false when there is nothing yet to go there from.
    bool listMembers();
    bool stepBack();
    void takeFocus();
    /// What is too high scrolls in the tab itself, not the page around it.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    void memberChosen(base::PersonId person);
    void callerTold(const desk::CallerCheck &caller);
    /// To be said by the page; ReasonMissing too.
    void failed(const base::Error &error);
    void printed();
    void answered(); ///< an earlier message has gone out of date
    void keysChanged();

private:
    using Ask = void (FilePane::*)();
    template <typename View, typename Show>
    void receive(desk::Answer<View> answer, Show show);
    void makeContent();
    void ask();
    void askMembers();
    void askLateCharge();
    void askExplanation();
    void askChart();
    void askAgain(Ask question);
    void refused(const base::Error &error);
    void settle();
    void bring(QWidget *part);

    File m_file;
    Files m_files;
    desk::FileRequest m_request;
    QDate m_bornOn;
    bool m_filled = false;
    int m_underway = 0;   ///< questions without an answer yet
    Ask m_last = nullptr; ///< asked again when what was missing is known
    int m_ledgerKey = 0;  ///< what the last question was about
    QDate m_payOn;
    int m_fiscalYear = 0;
    int m_history = 0;
    QStackedWidget *m_stack;
    PurposePanel *m_purpose;
    CallerPanel *m_caller;
    MembersPanel *m_members;
    widgets::EmptyState *m_nothing;
    QWidget *m_content = nullptr; ///< one of the three
    taxui::TaxTab *m_tax = nullptr;
    taxui::LedgerTab *m_ledger = nullptr;
    pensionui::PensionTab *m_pension = nullptr;
};

} // namespace resident
