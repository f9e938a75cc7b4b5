#pragma once

#include <QString>

class QPushButton;
class QLayout;
class QVBoxLayout;
class QWidget;

// What the panels of the tab have in common.
namespace entries {

/// A card in `panel` with its heading to the left and `action` (may be null) to the right; the
/// place for its content.
[[nodiscard]] QVBoxLayout *cardIn(QWidget *panel, const QString &heading, QPushButton *action);
/// Removes everything, sub-layouts too.
void emptyLayout(QLayout *layout);

} // namespace entries
