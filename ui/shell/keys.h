#pragma once

#include "ui/widgets/keybar.h"

#include <optional>

class QKeyEvent;

namespace shell {

constexpr int lockKey = int(Qt::ControlModifier) | int(Qt::Key_L);
constexpr int signOutKey = int(Qt::ControlModifier) | int(Qt::Key_Q);

/// The shell's own keys while somebody works, `depth` pages deep.
[[nodiscard]] QList<widgets::KeyHint> workKeys(int depth);
/// Ctrl with plus, minus or zero: the text size that is meant, starting from `percent`.
[[nodiscard]] std::optional<int> textSizeKey(const QKeyEvent &event, int percent);

} // namespace shell
