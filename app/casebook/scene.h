#pragma once

#include "app/casebook/bookcase.h"
#include "central/registerowner.h"

#include <QStringList>

#include <optional>

namespace casebook {

/// Somebody of a scene.
struct Role
{
    enum class Trait {
        Ordinary,
        Foreign,      ///< 中長期在留者, may stay until 2030
        ForeignEnded, ///< 在留期間の満了の日 was 2026-09-30
        Leaves,       ///< 転出予定
        MovedOut,     ///< 除票-転出
        Died,         ///< 除票-死亡
        Elsewhere,    ///< lives in another city, and is nobody here yet
        ForeignElsewhere,
    };
    QString name;
    QString household;
    QString relationship;
    residents::Sex sex = residents::Sex::Male;
    int bornIn = 1980;
    Trait trait = Trait::Ordinary;
    QString given = {}; ///< 名, if it is not the name of the role

    /// In no register here before a 転入.
    [[nodiscard]] bool isNew() const
    {
        return trait == Trait::Elsewhere || trait == Trait::ForeignElsewhere;
    }
};

/// A household and where it lives.
struct Home
{
    QString name;
    QString lotOf = {}; ///< another one at the same lot; empty: a lot of its own
    QString building = {};
};

/// A few people and where they live, made up. A case names them by their roles.
struct Scene
{
    QString name;
    QList<Home> homes;
    QList<Role> roles;

    [[nodiscard]] const Role *role(const QString &name) const;
    [[nodiscard]] bool hasHome(const QString &name) const;
};
[[nodiscard]] const QList<Scene> &allScenes();
[[nodiscard]] const Scene *sceneNamed(const QString &name);

/// A scene of its own for one case and those that follow it: numbers and lots that no other case
/// has.
class PlacedScene final
{
public:
    /// `number` from 1: which case of the book.
    PlacedScene(const Scene &scene, int number);

    /// Numbers that were given out to who is new: his role, the last one last.
    QList<std::pair<QString, base::PersonId>> given;

    [[nodiscard]] const Scene &scene() const { return *m_scene; }
    /// Of who is new the number that he was given last; 0 = none yet.
    [[nodiscard]] base::PersonId person(const QString &role) const;
    /// What his 転出証明書 says of him.
    [[nodiscard]] residents::Snapshot certified(const QString &role) const;
    /// Empty for somebody else.
    [[nodiscard]] QString roleOf(base::PersonId person) const;
    [[nodiscard]] base::HouseholdId household(const QString &name) const;
    /// Of the scene, or one that a case made; empty for another.
    [[nodiscard]] QString householdName(base::HouseholdId household) const;
    /// A household that a case made: "new", the next one "new2".
    QString nameNew(base::HouseholdId household);
    /// Where a household of the scene lives; "new": an empty lot; "elsewhere": another city;
    /// "abroad". An empty address for an empty name.
    [[nodiscard]] residents::Address place(const PlaceName &place) const;
    /// As a case names it.
    [[nodiscard]] QString placeName(const residents::Address &address) const;
    /// The persons' numbers, first and last.
    [[nodiscard]] qint64 first() const { return m_first; }
    static constexpr int mostPeople = 50;

    [[nodiscard]] central::CityPart city() const;
    /// "stop:母", "alert:@home", "hide:子": a 抑止 on somebody, or on a household.
    [[nodiscard]] residents::Restriction restriction(const Said &said, qint64 id) const;

private:
    [[nodiscard]] residents::Snapshot snapshot(const Role &role) const;
    [[nodiscard]] residents::Address homeAddress(const Home &home) const;
    [[nodiscard]] QString headOf(const QString &household) const;
    [[nodiscard]] QString givenName(const Role &role) const;

    const Scene *m_scene;
    int m_number;
    qint64 m_first;
    QList<std::pair<QString, base::HouseholdId>> m_made;
};
/// Whether a 抑止 may be written so for this scene.
[[nodiscard]] bool isRestriction(const Said &said, const Scene &scene);
/// Places that every scene has beside its homes.
[[nodiscard]] QStringList otherPlaces();

} // namespace casebook
