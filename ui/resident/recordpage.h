#pragma once

#include "desk/viewrecords.h"
#include "desk/visit.h"
#include "ui/widgets/page.h"

#include <optional>

class QStackedWidget;
class QTabBar;

namespace household {
class HouseholdTab;
}
namespace widgets {
class MessageBar;
}

namespace resident {

class HistoryTab;
class ReasonPanel;
class ResidentTab;

/// A person's record. Each tab is asked for when it is first looked at and is a view of its own in
/// the log; a protected record asks for a reason first.
class RecordPage final : public widgets::Page
{
    Q_OBJECT

public:
    RecordPage(desk::ViewRecords &records, desk::VisitId visit, base::PersonId person,
               QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString helpName() const override { return QStringLiteral("record"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    [[nodiscard]] std::optional<widgets::Subject> subject() const override;
    void arrive() override;

Q_SIGNALS:
    void personChosen(base::PersonId person);
    void certificateWanted(base::HouseholdId household, base::PersonId person);

private:
    enum Tab { ResidentRecord, Household, History };
    void load();
    void opened(const desk::ResidentView &view);
    void showTab(int tab);

    desk::ViewRecords &m_records;
    base::PersonId m_person;
    desk::VisitId m_visit;
    QString m_reason;
    std::optional<desk::ResidentView> m_view;
    bool m_householdAsked = false;
    bool m_historyAsked = false;
    widgets::MessageBar *m_message;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    ReasonPanel *m_reasonPanel;
    ResidentTab *m_resident;
    household::HouseholdTab *m_household;
    HistoryTab *m_history;
};

} // namespace resident
