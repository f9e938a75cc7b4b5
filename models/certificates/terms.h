#pragma once

#include "base/result.h"
#include "certificates/request.h"
#include "tables/table.h"

#include <QDate>
#include <QHash>
#include <QString>

namespace certificates {

/// What the tables say about 住民票の写し on one day: wording, fee and which documents identify.
/// 職務代理者, a new fee or the end of 健康保険証 are lines with dates, never code.
class Terms final
{
public:
    /// From resources/tables/{wording,fees,identity}.csv. TableUnreadable, TableYearMissing.
    [[nodiscard]] static base::Result<Terms> load(QDate day);
    /// The same from given versions of the tables.
    [[nodiscard]] static base::Result<Terms> from(const tables::Table &wording,
                                                  const tables::Table &fees,
                                                  const tables::Table &identity, QDate day);

    /// A wording by its key, e.g. "title", "certification.whole".
    [[nodiscard]] QString word(const QString &key) const { return m_words.value(key); }
    /// 1: one is enough; 2: two are needed (municipal-facts.md 5.4); 0: not accepted on that day.
    [[nodiscard]] int identityClass(const QString &code) const { return m_identity.value(code); }
    /// The classes of all that are accepted, by code.
    [[nodiscard]] const QHash<QString, int> &identityClasses() const { return m_identity; }
    /// For one copy; 公用 (住民基本台帳法 第12条の2, 第15条の4第2項) is free.
    [[nodiscard]] int feeYen(RequesterKind requester, FormKind form = FormKind::Household) const;
    /// Whether the tables in force have all wordings and fees of this paper: tables handed out
    /// before there was such a paper have not, and the others can be issued all the same.
    [[nodiscard]] bool has(FormKind form) const;
    /// Versions of the three tables, for the log.
    [[nodiscard]] const QString &version() const { return m_version; }

private:
    QHash<QString, QString> m_words;
    QHash<QString, int> m_identity;
    QHash<int, int> m_feesYen;        ///< of 住民票の写し, by RequesterKind
    QHash<int, int> m_removedFeesYen; ///< of 除票の写し
    QString m_version;
};

} // namespace certificates
