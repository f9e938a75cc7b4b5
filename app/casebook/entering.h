#pragma once

#include "app/casebook/caseresult.h"

#include <functional>

namespace casebook {

/// The way of one entry: what a clerk does at the counter, then what somebody else does with it.
struct EntryWay
{
    const BookCase &one;
    PlacedScene &scene; ///< who is new gets his number here
    Workplace &clerk;
    Workplace *checker = nullptr; ///< nobody: it is not checked
    std::function<base::Result<>()> beforeFiling;
    std::function<base::Result<>()> beforeCheck;
};
/// Fills in all but `before`, `after` and `rows`. Fails only when the office does.
[[nodiscard]] base::Result<> enter(const EntryWay &way, CaseResult &result);

} // namespace casebook
