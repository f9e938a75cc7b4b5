#pragma once

#include "desk/moveviews.h"
#include "ui/widgets/textfield.h"

#include <optional>

namespace moves {

/// A town of the list: typed in part, or by the last six digits of its code, and picked from what
/// fits. What is in no list stays in the field, as nothing that can be registered.
class TownField final : public widgets::TextField
{
    Q_OBJECT

public:
    explicit TownField(QList<desk::Town> towns, QWidget *parent = nullptr);
    /// The one that is meant; none when what was typed fits none or several.
    [[nodiscard]] std::optional<desk::Town> town() const;
    void setTown(const residents::Address &address);

Q_SIGNALS:
    void left(); ///< what is meant stands there in full

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    QList<desk::Town> m_towns;
};

} // namespace moves
