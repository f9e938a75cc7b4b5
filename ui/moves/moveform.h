#pragma once

#include "ui/entries/entryform.h"
#include "ui/moves/doors.h"

#include <QHash>
#include <QTimer>

namespace widgets {
class EnterMoves;
class MessageBar;
} // namespace widgets

namespace moves {

class DestinationPanel;
class FormPart;
class NewcomersPanel;
class NoticePanel;
class OriginPanel;
class PlacePanel;
class RulesPanel;
class WhoPanel;

/// The form of an 異動処理: who moves, when, where from and to, who gave notice; and what the rules
/// say to it, while it is typed.
class MoveForm final : public entries::EntryForm
{
    Q_OBJECT

public:
    /// `household`: as it was opened for this form; of a 転入, where nobody leaves one, number 0.
    MoveForm(const entries::Task &task, const entries::Setting &setting, Doors doors,
             const desk::MoveHousehold &household, QWidget *parent = nullptr);
    ~MoveForm() override;
    Q_DISABLE_COPY_MOVE(MoveForm)
    [[nodiscard]] residents::Proposal proposal() const override;
    [[nodiscard]] bool judge() override;
    bool showProblemAt(const QString &field) override;
    void takeFocus() override;
    bool concede(const central::EditLock &lock) override;
    /// Of a 転入: one more person (under a number that is taken for him), and one fewer.
    void addNewcomer();
    void removeNewcomer();

private:
    void layOut(const desk::MoveHousehold &household);
    void layOutArrival();
    void fill(const residents::Move &kept);
    void join();
    void joinPlace();
    void joinDestination();
    void joinNewcomers();
    [[nodiscard]] WhoPanel *makeWho(const desk::MoveHousehold &household);
    [[nodiscard]] FormPart *makeWhere(const desk::MoveHousehold &household);
    void orderFields();
    void touched();
    void follow();
    void lookAtRules();
    void showRules(const residents::Move &judged,
                   const base::Result<QList<residents::MoveFinding>> &findings);
    void leaveJoined();
    void lookUp(const residents::Address &address);
    void openChosen(base::HouseholdId household);
    [[nodiscard]] residents::Move move() const;
    [[nodiscard]] QList<FormPart *> parts() const;
    /// `person`: whom the rule is about; 0: the whole entry.
    [[nodiscard]] QWidget *fieldOf(const QString &rule, base::PersonId person = {}) const;

    Doors m_doors;
    entries::Setting m_setting;
    residents::Proposal m_base;
    QHash<base::PersonId, QString> m_names;
    QList<residents::MoveFinding> m_findings;
    residents::Move m_judged; ///< what they were found in
    bool m_ruleless = false;  ///< the rules could not be asked
    QDate m_plannedOn;        ///< 転出予定年月日, of who stands in the middle
    QTimer m_pause;           ///< after the last key, before the rules are asked
    int m_round = 0;
    bool m_filling = true;
    bool m_draftsJoined = false; ///< the words of the draft stand beside those who live there
    base::HouseholdId m_opened;  ///< the household that is joined, or being opened for it
    widgets::EnterMoves *m_enterMoves = nullptr;
    widgets::MessageBar *m_message;
    RulesPanel *m_rules;
    NewcomersPanel *m_newcomers = nullptr; ///< of a 転入
    OriginPanel *m_origin = nullptr;       ///< of a 転入
    WhoPanel *m_members;
    NoticePanel *m_notice;
    PlacePanel *m_place = nullptr;             ///< of a 転居 and a 転入
    DestinationPanel *m_destination = nullptr; ///< of a 転出
    FormPart *m_where;                         ///< the one of them
};

} // namespace moves
