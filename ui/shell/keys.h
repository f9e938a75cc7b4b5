#pragma once

#include "ui/widgets/keybar.h"

#include <optional>

class QKeyEvent;

namespace shell {

constexpr int lockKey = int(Qt::ControlModifier) | int(Qt::Key_L);
constexpr int signOutKey = int(Qt::ControlModifier) | int(Qt::Key_Q);

constexpr int outboxKey = int(Qt::ControlModifier) | int(Qt::Key_O);
constexpr int passwordKey = int(Qt::ControlModifier) | int(Qt::Key_P);
constexpr int queueKey = int(Qt::ControlModifier) | int(Qt::Key_T);

/// Where somebody is while he works.
struct WorkPlace
{
    int depth = 1;             ///< pages upon each other
    bool visit = false;        ///< a visit is open
    bool mayEnter = false;     ///< has an outbox: may write, or looks after those who may
    bool mayCheck = false;     ///< Right::CheckEntry
    bool onlyPassword = false; ///< it must be changed first
};
/// The shell's own keys there.
[[nodiscard]] QList<widgets::KeyHint> workKeys(const WorkPlace &place);
/// F1 to F12, Esc and Ctrl with a letter: the key that the shell or the page is told of.
[[nodiscard]] std::optional<int> commandKey(const QKeyEvent &event);
/// Ctrl with plus, minus or zero: the text size that is meant, starting from `percent`.
[[nodiscard]] std::optional<int> textSizeKey(const QKeyEvent &event, int percent);

} // namespace shell
