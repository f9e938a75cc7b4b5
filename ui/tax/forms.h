#pragma once

namespace widgets {
class FormGrid;
} // namespace widgets

namespace taxui {

/// Captions and values of a form, which differ in size, stand with their first lines level, also
/// where a neighbour takes two lines. After the last addValue().
void alignTops(widgets::FormGrid *form);

} // namespace taxui
