#pragma once

#include "base/result.h"
#include "ui/widgets/page.h"

namespace widgets {
class MessageBar;
class ProgressPanel;
} // namespace widgets

namespace signin {

/// Between sign-in and work while the copy of the register is loaded for the first time.
class LoadPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit LoadPage(QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override { return tr("Loading the register"); }
    [[nodiscard]] QString helpName() const override { return QStringLiteral("loading"); }
    void setPercent(int percent);
    /// What keeps it from being loaded; goes away when loading goes on.
    void showProblem(const base::Error &error);

private:
    widgets::MessageBar *m_message;
    widgets::ProgressPanel *m_progress;
};

} // namespace signin
