#pragma once

#include "ui/approvals/procedures.h"
#include "ui/widgets/page.h"

class QStackedWidget;

namespace widgets {
class AskPanel;
class EmptyState;
class MessageBar;
class TableView;
} // namespace widgets

namespace approvals {

class CheckPanel;
class QueueModel;

/// 照合: what waits to be checked, opened before and after, and decided. One's own entries stand
/// there too, marked, and cannot be decided.
class QueuePage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit QueuePage(Procedures desk, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString helpName() const override { return QStringLiteral("approvals"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    bool stepBack() override;
    void arrive() override;

private:
    enum class Asked { Nothing, Register, SendBack };
    void load();
    void openEntry();
    void askToRegister();
    void askToSendBack();
    void decide(const QString &reason);
    void decided(qint64 number, bool registers, const base::Result<> &done);
    void bring(QWidget *part);
    [[nodiscard]] bool decidable() const;

    Procedures m_desk;
    std::optional<desk::CheckView> m_open;
    bool m_mine = false; ///< the one that is open
    bool m_deciding = false;
    Asked m_asked = Asked::Nothing;
    widgets::MessageBar *m_message;
    widgets::AskPanel *m_ask;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_nothing;
    QueueModel *m_model;
    widgets::TableView *m_table;
    CheckPanel *m_panel;
};

} // namespace approvals
