#pragma once

namespace widgets {
class FormGrid;
} // namespace widgets

namespace taxui {

/// After the last addValue(): captions and values, which differ in size, stand with their first
/// lines level, also where a neighbour takes two lines, and are seen at once.
void finish(widgets::FormGrid *form);

} // namespace taxui
