#pragma once

#include <QList>
#include <QString>
#include <QUuid>

namespace desk {

/// Who stands at the counter.
enum class Caller {
    Self,          ///< 本人
    SameHousehold, ///< 同一世帯
    Agent,         ///< 代理人
    ThirdParty,    ///< 第三者
    Official,      ///< 公用
    Telephone,     ///< 電話
    Nobody,        ///< 来庁者なし (内部事務)
};

struct VisitId
{
    QUuid value;
    bool operator==(const VisitId &) const = default;
};

/// 処理事由, from resources/tables/purposes.csv (R-LOG-06: chosen before a record opens).
struct Purpose
{
    QString code;
    QString words; ///< Japanese, as the table has it
    bool operator==(const Purpose &) const = default;
};

/// 対応: what is opened in it carries its number and purpose into the log.
struct VisitOpening
{
    QString number;  ///< 呼出番号, may be empty; at most 20 characters
    QString purpose; ///< code
    Caller caller = Caller::Self;
};
struct Visit
{
    VisitId id;
    VisitOpening opening;
    QString purposeWords;
};

} // namespace desk
