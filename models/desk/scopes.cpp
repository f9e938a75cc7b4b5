#include "desk/scopes.h"

namespace desk {

namespace {

struct Scope
{
    const char *name;
    Rights rights; ///< one of them is enough
};
const Scope scopes[] = {
    {"resident", Right::Search},
    {"office", Rights(Right::Search) | Right::ExportLog | Right::UnlockUser},
    {"tax", Rights(Right::ViewTax) | Right::ExplainTax},
    {"collection", Rights(Right::ViewLedger) | Right::LateCharge},
    {"pension", Right::ViewPension},
};

template <typename Fits>
QList<Purpose> purposesThat(const tables::Table &purposes, QDate day, Fits fits)
{
    QList<Purpose> found;
    for (const tables::Row &row : purposes.rowsOn(day)) {
        if (fits(row.text(QStringLiteral("scope"))))
            found.append({row.text(QStringLiteral("code")), row.text(QStringLiteral("words"))});
    }
    return found;
}

} // namespace

bool reaches(Rights rights, const QString &scope)
{
    for (const Scope &one : scopes) {
        if (scope == QLatin1String(one.name))
            return (rights & one.rights) != Rights();
    }
    return false;
}

QList<Purpose> purposesOf(const tables::Table &purposes, QDate day, const QString &scope)
{
    return purposesThat(purposes, day, [&scope](const QString &one) { return one == scope; });
}

QList<Purpose> purposesFor(const tables::Table &purposes, QDate day, Rights rights)
{
    return purposesThat(purposes, day,
                        [rights](const QString &one) { return reaches(rights, one); });
}

} // namespace desk
