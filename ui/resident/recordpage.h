#pragma once

#include "desk/visit.h"
#include "ui/resident/records.h"
#include "ui/widgets/page.h"

#include <optional>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace entries {
class EntriesTab;
}
namespace household {
class HouseholdTab;
}
namespace widgets {
class EmptyState;
class MessageBar;
} // namespace widgets

namespace resident {

class FilePane;
class HistoryTab;
class NumberPanel;
class ReasonPanel;
class ResidentTab;

/// A person's record. Each tab is asked for when it is first looked at and is a view of its own in
/// the log; a protected record asks for a reason first, and again when the desk has forgotten it.
/// Tax, collection and pension have a tab only for who may see them. On the telephone no address
/// stands on the page.
class RecordPage final : public widgets::Page
{
    Q_OBJECT

public:
    RecordPage(Records records, base::PersonId person, QWidget *parent = nullptr);
    RecordPage(desk::ViewRecords &records, desk::VisitId visit, base::PersonId person,
               QWidget *parent = nullptr);
    /// The tab that is shown when the record opens, instead of the resident record.
    void beginWith(File file);
    /// The tab of notes, contact and restrictions, with this draft open.
    void beginWithDraft(const QString &draft);
    /// Something was filed that it does not show yet.
    void lookAgain() { load({}); }

    [[nodiscard]] QString title() const override;
    /// Of the open tab: record, household or history.
    [[nodiscard]] QString helpName() const override;
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    [[nodiscard]] std::optional<widgets::Subject> subject() const override;
    bool stepBack() override;
    void arrive() override;

Q_SIGNALS:
    void personChosen(base::PersonId person);
    void certificateWanted(base::HouseholdId household, base::PersonId person);
    /// A member of the household, on the same tab.
    void fileWanted(base::PersonId person, resident::File file);
    void outboxWanted(const QString &uuid);
    /// 転居 of this person; `draft`: one that is gone on with.
    void moveWanted(base::PersonId person, const QString &draft);
    void restrictionsChanged(); ///< lists that were read before may show too much

private:
    enum Tab { ResidentRecord, Household, History, FirstFile };
    void makeTabs();
    void joinParts();
    void joinPane(FilePane *pane);
    void joinEntries();
    void joinNumber();
    [[nodiscard]] bool mayMove() const;
    [[nodiscard]] bool showsEntries() const;
    [[nodiscard]] bool showsRecord() const;
    [[nodiscard]] FilePane *shownPane() const;
    void load(const QString &reason);
    void opened(const desk::ResidentView &view);
    void failed(const base::Error &error);
    void askReason();
    void showTab(int tab);

    Records m_records;
    base::PersonId m_person;
    std::optional<desk::ResidentView> m_view;
    widgets::MessageBar *m_message;
    QLabel *m_telephone;
    QLabel *m_moveWaits;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    ReasonPanel *m_reasonPanel;
    widgets::EmptyState *m_nothing;
    ResidentTab *m_resident;
    household::HouseholdTab *m_household;
    HistoryTab *m_history;
    entries::EntriesTab *m_entries = nullptr;
    NumberPanel *m_number = nullptr;
    QList<FilePane *> m_panes; ///< one for each file the clerk may see
};

} // namespace resident
