#pragma once

namespace shell {

/// Empties clipboard and selection: a name that was copied must not stay there when the screen is
/// locked or the visit is over. Whose content it is not every platform says, so all of it goes.
void forgetClipboard();

} // namespace shell
