#pragma once

#include "democity/lives.h"
#include "democity/random.h"
#include "pension/record.h"

#include <optional>

namespace democity {

/// What a pension file shows at least.
enum class PensionCase {
    Any,
    Gap,       ///< 未加入 at 20 and at a change of work, one late notice
    Exempt,    ///< exemptions of several years and kinds, one pending
    Overlap,   ///< two periods at once
    Maternity, ///< 産前産後, and 付加
    Student,
    Legal,  ///< 法定免除
    Claims, ///< 裁定請求, 年金生活者支援給付金
    Count
};

/// The file of one person, as the counter of a city holds it: 第1号 and 任意加入 in full, what
/// 日本年金機構 reported of 第2号 and 第3号.
class PensionStory final
{
public:
    explicit PensionStory(QDate today)
        : m_today(today)
    {
    }
    /// Whether his age and work allow the case. Any: whether he may have a file at all.
    [[nodiscard]] bool fits(PensionCase which, const Life &life) const;
    /// Nothing when he never was 第1号 and claimed nothing here.
    [[nodiscard]] std::optional<pension::PensionRecord> tell(const Life &life, PensionCase which,
                                                             Random &random) const;

private:
    QDate m_today;
};

} // namespace democity
