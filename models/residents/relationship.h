#pragma once

#include "residents/person.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

// 続柄 (住民基本台帳法 第7条第4号; JS1 1.1.11): how a member of a household is written towards the
// 世帯主.
namespace residents {

/// One step from one person to the next.
enum class Kin {
    Husband,             ///< 夫
    Wife,                ///< 妻
    UnregisteredHusband, ///< 夫（未届）
    UnregisteredWife,    ///< 妻（未届）
    Child,               ///< 子
    ChildsHusband,       ///< 子（子の夫）
    ChildsWife,          ///< 子（子の妻）
    Father,              ///< 父
    Mother,              ///< 母
    OlderBrother,        ///< 兄
    OlderSister,         ///< 姉
    YoungerBrother,      ///< 弟
    YoungerSister,       ///< 妹
};

enum class Standing {
    Head,     ///< 世帯主
    Kin,      ///< 夫, 子の妻, ...: see `chain`
    Relative, ///< 縁故者
    Lodger,   ///< 同居人
};

struct Relationship
{
    Standing standing = Standing::Head;
    QList<Kin> chain; ///< 1 to 4 steps for Standing::Kin, else empty; 子の妻 = {Child, Wife}
    bool operator==(const Relationship &) const = default;
};

enum class RelationshipFault {
    None,
    Empty,
    WordNotAllowed,     ///< 祖父, 孫, 長男 ...: `advice` says how it is written
    TooManyGenerations, ///< five and more: 縁故者
    SpouseOfSpouse,     ///< 妻の夫 is the 世帯主 himself
    Unreadable,
};

struct RelationshipAnswer
{
    Relationship value; ///< only without a fault
    RelationshipFault fault = RelationshipFault::None;
    QStringList advice; ///< what to write instead, most likely first
};

/// At most so many steps, 「の」 counted mechanically (JS1 1.1.11).
constexpr int mostGenerations = 4;

/// Reads what a clerk wrote. Half-width brackets, spaces and 未届け are taken as meant.
[[nodiscard]] RelationshipAnswer parseRelationship(QStringView text);
/// The registered wording: "夫（未届）", "子の子".
[[nodiscard]] QString relationshipText(const Relationship &relationship);
/// The last step says another sex than the person has. An alert, not an error: 性別 may differ from
/// the 続柄 after a change (JS1 1.1.11).
[[nodiscard]] bool contradictsSex(const Relationship &relationship, Sex sex);
[[nodiscard]] bool isSpouse(Kin kin);

} // namespace residents
