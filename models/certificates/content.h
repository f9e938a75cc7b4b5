#pragma once

#include "base/ids.h"
#include "certificates/request.h"
#include "certificates/terms.h"
#include "residents/household.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

namespace certificates {

/// Texts by the name that the form file uses for them ("name", "bornOn", "label.free1" ...).
using Fields = QMap<QString, QString>;

/// What stands about one person.
struct PersonBlock
{
    base::PersonId person;
    Fields fields;
    bool operator==(const PersonBlock &) const = default;
};

/// Everything that a paper says but 発行番号 and page numbers: a value, made before anything is
/// drawn.
struct Content
{
    FormKind form = FormKind::Household;
    QString kind; ///< of the print queue title and the log, never personal: "住民票の写し"
    Fields sheet; ///< once a sheet: title, address, head, certification, date, officer ...
    QList<PersonBlock> persons;
    Fields empty;       ///< what stands in a place without a person, that nothing can be added
    QList<Fields> rows; ///< 個人票, 除票: earlier addresses, newest first; as many sheets as needed
    Fields rowsEnd; ///< stands in the row after the last one: 以下余白
    bool operator==(const Content &) const = default;
};

/// Where and when it is issued.
struct Issuing
{
    QDate day;            ///< the register's day
    QString municipality; ///< "○○県○○市": 職名 bears the prefecture (municipal-facts.md 5.1)
};

/// 住民票の写し, 世帯連記式, as `request` asks. Omitted unless asked: 世帯主・続柄, 本籍・筆頭者,
/// the items of foreign residents, 旧氏 (住民基本台帳法 第12条第5項; municipal-facts.md 5.1). A
/// 転出予定者 is shown without what his 転出届 said until its day. 生年月日
/// and 満了の日 of foreign residents in 西暦, all else in 和暦 (JS1 1.1.1, 1.1.2), unknown dates as
/// registered. Persons stand in the order of the household;
/// those who are not residents on that day are left out. Call judge() first: this refuses nothing.
[[nodiscard]] Content juminhyo(const residents::HouseholdRecord &household, const Request &request,
                               const Terms &terms, const Issuing &issuing);

} // namespace certificates
