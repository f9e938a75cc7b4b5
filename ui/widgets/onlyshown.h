#pragma once

class QStackedWidget;

namespace widgets {

/// The stack needs no more room than the part that is shown: a tall one behind it does not make the
/// page scroll. Call after the parts were added.
void measureOnlyShown(QStackedWidget *stack);

} // namespace widgets
