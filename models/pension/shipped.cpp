#include "pension/shipped.h"

#include "pension/codes.h"
#include "tables/table.h"

namespace pension {

QString codeWords(int item, const QString &code)
{
    static const auto codes = tables::Table::load(QStringLiteral("pension_codes"));
    return codes ? codeWords(item, code, *codes) : code;
}

base::Result<ExemptionOpinion> exemptionOutlook(const ExemptionCase &input)
{
    static const auto thresholds = tables::Table::load(QStringLiteral("pension_thresholds"));
    if (!thresholds)
        return base::fail(thresholds);
    return exemptionOutlook(input, *thresholds);
}

} // namespace pension
