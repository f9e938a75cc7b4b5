#pragma once

#include "ui/moves/doors.h"
#include "ui/widgets/page.h"

#include <QPointer>

class QStackedWidget;

namespace entries {
class EntryEditor;
} // namespace entries
namespace resident {
class ReasonPanel;
} // namespace resident
namespace widgets {
class EmptyState;
class MessageBar;
class Scroller;
} // namespace widgets

namespace moves {

class KindPanel;
class MoveForm;

/// 異動: the household is opened (a logged view), the 異動処理 chosen, the form filled in, filed,
/// and what became of it. A 転入 begins from no record: with a new 宛名番号.
class MovePage final : public widgets::Page
{
    Q_OBJECT

public:
    /// `person`: 0 for who comes. `draft`: uuid of one that is gone on with; empty: a new notice.
    MovePage(Doors doors, base::PersonId person, QString draft, QWidget *parent = nullptr);

    /// 異動処理名称, once one is chosen (JS1 2.3.1).
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString helpName() const override;
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    [[nodiscard]] std::optional<widgets::Subject> subject() const override;
    bool stepBack() override;
    void arrive() override;

Q_SIGNALS:
    void outboxWanted(const QString &uuid);
    void moveFiled(); ///< records that were read before show the state before it

private:
    void begin();
    void beginArrival();
    void goOn(const desk::OutboxItem &item);
    void load(const QString &reason);
    void leaveIfSettled();
    void opened(const desk::MoveHousehold &household);
    void choose();
    void start(const residents::Proposal &proposal, const QString &draft);
    void filed(const desk::Filed &filed);
    void failed(const base::Error &error);
    [[nodiscard]] bool isArrival() const;
    void bring(QWidget *part);

    Doors m_doors;
    base::PersonId m_person;
    QString m_draft;
    std::optional<residents::Proposal> m_kept; ///< what the draft holds
    desk::MoveHousehold m_household;
    bool m_opened = false; ///< the household is
    QPointer<MoveForm> m_form;
    QString m_filedAs;                                       ///< uuid, once it is filed
    residents::MoveKind m_kind = residents::MoveKind::Count; ///< Count: not chosen yet
    widgets::MessageBar *m_message;
    QStackedWidget *m_stack;
    KindPanel *m_kinds;
    resident::ReasonPanel *m_reason;
    widgets::EmptyState *m_nothing;
    widgets::EmptyState *m_done;
    entries::EntryEditor *m_editor;
    widgets::Scroller *m_area;
};

} // namespace moves
