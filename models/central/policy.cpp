#include "central/policy.h"

#include "tables/table.h"

using base::ErrorCode;
using base::Result;

namespace central {

Result<Policy> policyOn(QDate day)
{
    const auto table = tables::Table::load(QStringLiteral("policy"));
    if (!table)
        return base::fail(table);
    Policy policy;
    struct Entry
    {
        const char *name;
        int *value;
        int unit; ///< what the table counts in one of ours
    };
    const Entry entries[] = {{"sign_in_failures", &policy.failuresBeforeLock, 1},
                             {"password_life", &policy.passwordDays, 1},
                             {"password_length", &policy.passwordLength, 1},
                             {"password_history", &policy.passwordHistory, 1},
                             {"idle_lock", &policy.idleLockSeconds, 1},
                             {"idle_sign_out", &policy.idleSignOutSeconds, 1},
                             {"offline_lease", &policy.leaseHours, 60 * 60},
                             {"restrictions_age", &policy.restrictionAgeMinutes, 60},
                             {"restriction_relock", &policy.relockSeconds, 1},
                             {"search_pause", &policy.searchPauseMs, 1},
                             {"row_limit", &policy.rowLimit, 1},
                             {"least_conditions", &policy.leastConditions, 1}};
    for (const Entry &entry : entries) {
        const QString name = QLatin1String(entry.name);
        const auto row = table->rowOn(day, {{QStringLiteral("name"), name}});
        if (!row)
            return base::fail(row);
        bool readable = false;
        const int value = row->text(QStringLiteral("value")).toInt(&readable);
        if (!readable || value < entry.unit)
            return base::fail(ErrorCode::TableUnreadable,
                              QStringLiteral("policy, line %1").arg(row->line));
        *entry.value = value / entry.unit;
    }
    return policy;
}

} // namespace central
