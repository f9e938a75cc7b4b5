#pragma once

#include "ui/outbox/procedures.h"
#include "ui/widgets/page.h"

class QCheckBox;
class QLabel;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace widgets {
class AskPanel;
class EmptyState;
class MessageBar;
class TableView;
} // namespace widgets

namespace outbox {

class ItemModel;
class ItemPanel;

/// Everything that clerks of this workstation entered, with its state, age and the register's
/// reason in plain words, and what can be done about it. A supervisor has a list of what is stuck.
class OutboxPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit OutboxPage(Procedures desk, QWidget *parent = nullptr);
    /// Opened when the list is there.
    void beginWith(const QString &uuid) { m_wanted = uuid; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString helpName() const override { return QStringLiteral("outbox"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    bool stepBack() override;
    void arrive() override;

Q_SIGNALS:
    /// A draft to go on with; only in a visit.
    void draftWanted(base::PersonId person, const QString &draft);
    /// As `draftWanted`, of a 転入: it goes on from no record.
    void arrivalWanted(const QString &draft);
    void offlineHelpWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Asked { Nothing, Withdraw, Discard };
    void layOut();
    void makeTop(QVBoxLayout *column);
    void load();
    void showList(const QList<desk::OutboxLine> &lines);
    void explain();
    void openItem();
    void retry();
    void edit();
    void withdraw();
    void discard();
    void agreed(const QString &reason);
    void take(const desk::Answer<> &answer, const QString &words);
    void bring(QWidget *part);
    [[nodiscard]] std::optional<desk::OutboxLine> line() const;

    Procedures m_desk;
    QList<desk::OutboxLine> m_lines;
    std::optional<desk::OutboxItem> m_item; ///< the one that is open
    QString m_wanted;
    QString m_selected; ///< uuid, to be found again after loading
    Asked m_asked = Asked::Nothing;
    bool m_settled = false;
    widgets::MessageBar *m_message;
    widgets::AskPanel *m_ask;
    QTabBar *m_tabs;
    QCheckBox *m_showSettled;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_nothing;
    QWidget *m_list;
    ItemModel *m_model;
    widgets::TableView *m_table;
    QLabel *m_means;
    QLabel *m_todo;
    ItemPanel *m_panel;
};

} // namespace outbox
