#pragma once

#include "ui/entries/entryform.h"
#include "ui/widgets/keybar.h"

#include <QWidget>

class QBoxLayout;
class QStackedWidget;

namespace widgets {
class AskPanel;
class EmptyState;
class MessageBar;
class Scroller;
} // namespace widgets

namespace entries {

class ContactPanel;
class EntryEditor;
class NotesPanel;
class RestrictionsPanel;
class WaitingPanel;

/// Tab メモ・連絡先・抑止 of a record: what the register holds, apart from it what waits, and the
/// forms. Looking at it is a view of its own in the log.
class EntriesTab final : public QWidget
{
    Q_OBJECT

public:
    explicit EntriesTab(Doors doors, QWidget *parent = nullptr);
    /// Asks unless it was answered or the answer is on its way.
    void open(const About &about);
    /// A draft of this person, as the outbox has it: its form opens when the tab is there.
    void goOnWith(const QString &draft);
    [[nodiscard]] QList<widgets::KeyHint> keys() const;
    void press(int key);
    bool stepBack();
    void takeFocus();
    [[nodiscard]] bool isEditing() const;
    /// What is too high scrolls in the tab itself, not the page around it.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    /// To be said by the page: ReasonMissing, and what keeps the tab closed.
    void failed(const base::Error &error);
    void outboxWanted(const QString &uuid);
    void moveDraftWanted(const QString &draft); ///< a draft of an 異動: it has a page of its own
    /// A restriction is in the register: the record looks different now.
    void restrictionsChanged();
    void keysChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeList();
    void joinPanels();
    void load();
    void loaded(const desk::PersonEntries &entries);
    void askDrafts();
    void fill();
    void showWaiting();
    void edit(const Task &task);
    void openDraft(const QString &draft);
    void writeNote();
    void changeContact();
    void setRestriction();
    void takeBack(const residents::Note &note);
    void filed(const desk::Filed &filed, const residents::Proposal &proposal);
    void bring(QWidget *part);

    Doors m_doors;
    About m_about;
    desk::PersonEntries m_entries;
    bool m_filled = false;
    bool m_underway = false;
    QList<desk::WaitingEntry> m_drafts; ///< of this person, on this PC
    QString m_wantedDraft;
    std::optional<residents::Note> m_takenBack; ///< the note that was asked about
    widgets::MessageBar *m_message;
    widgets::AskPanel *m_ask;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_nothing;
    widgets::Scroller *m_area = nullptr;
    QBoxLayout *m_columns = nullptr;
    WaitingPanel *m_waiting;
    NotesPanel *m_notes;
    ContactPanel *m_contact;
    RestrictionsPanel *m_restrictions;
    EntryEditor *m_editor;
};

} // namespace entries
