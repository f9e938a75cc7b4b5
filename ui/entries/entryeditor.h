#pragma once

#include "ui/entries/entryform.h"

#include <QHash>
#include <QTimer>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace widgets {
class AskPanel;
class MessageBar;
} // namespace widgets

namespace entries {

/// One form being filled in: keeps the draft by itself while somebody types, holds the edit lock,
/// says who else holds it, files.
class EntryEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit EntryEditor(Doors doors, QWidget *parent = nullptr);
    EntryEditor(Doors doors, FormMaker maker, QWidget *parent = nullptr);
    void start(const Task &task, const About &about);
    [[nodiscard]] bool isOpen() const { return m_form != nullptr; }
    /// No form is open, and nothing that was typed is still on its way to the disk.
    [[nodiscard]] bool isSettled() const { return !m_form && m_left.isEmpty(); }
    /// As the button: F12.
    void file();
    /// Esc: a question first, then the form; the draft stays. False when nothing was open.
    bool stepBack();
    void takeFocus();

Q_SIGNALS:
    void filed(const desk::Filed &filed, const residents::Proposal &proposal);
    void closed();  ///< the draft is kept, or thrown away
    void settled(); ///< what a closed form left behind is on disk
    void failed(const base::Error &error);
    void notFiled(const base::Error &error); ///< of a form that was closed meanwhile; a draft again
    void broughtBack(); ///< what could not be kept when it was closed is open again

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void makeFoot(QVBoxLayout *column);
    void keep();
    void keepNow();
    void kept(int round, const base::Result<QString> &draft);
    void keptBehind(int round, const base::Result<QString> &draft);
    void tellSettled();
    void bringBack(const Task &task, const base::Error &error);
    void askLock();
    void showLock(const desk::EditStart &start);
    void askToBreak();
    void breakLock(const QString &reason);
    void answered(const base::Result<desk::Filed> &filed, const residents::Proposal &proposal);
    void throwAway(const QString &draft);
    void discard();
    void close();
    void setBusy(bool busy);

    Doors m_doors;
    FormMaker m_maker;
    About m_about;
    Task m_task;
    EntryForm *m_form = nullptr;
    QTimer m_pause; ///< after the last key, before the draft is kept
    QTimer m_lockTimer;
    std::optional<central::EditLock> m_heldBy;
    int m_round = 0; ///< of forms: answers for an earlier one change nothing
    bool m_dirty = false;
    bool m_keeping = false;
    bool m_keepAgain = false; ///< as soon as this one is on disk: a field was left meanwhile
    bool m_fileWanted = false;
    bool m_busy = false;
    /// A form that was closed while its draft was on the way to the disk.
    struct Left
    {
        enum class Then {
            Nothing,
            KeepAgain, ///< something was typed since
            ThrowAway,
        };
        Task task; ///< with what was typed last
        Then then = Then::Nothing;
    };
    QHash<int, Left> m_left; ///< by round
    QList<QPair<Task, base::Error>>
        m_unkept; ///< not on disk: opened when the form that is open goes
    QLabel *m_heading;
    widgets::MessageBar *m_lock;
    widgets::MessageBar *m_message;
    widgets::AskPanel *m_ask;
    QVBoxLayout *m_place;
    QLabel *m_draftWords;
    QPushButton *m_discard;
    QPushButton *m_close;
    QPushButton *m_file;
};

} // namespace entries
