#pragma once

#include "base/result.h"
#include "democity/random.h"
#include "residents/address.h"

#include <QDate>
#include <QList>
#include <QString>

namespace democity {

/// A home. Where 住居表示 was introduced the same home had another address before that day.
struct Place
{
    residents::Address address;
    residents::Address before;
    QDate renumberedOn;
    [[nodiscard]] const residents::Address &on(QDate day) const
    {
        return renumberedOn.isValid() && day < renumberedOn ? before : address;
    }
};

/// The towns, houses and flats of the city, and made-up places elsewhere; from
/// resources/tables/democity_{towns,buildings,elsewhere}.csv.
class Places final
{
public:
    [[nodiscard]] static base::Result<Places> load();

    [[nodiscard]] Place house(Random &random) const;
    [[nodiscard]] Place flat(Random &random) const;
    /// A home for many; always the same address for one number.
    [[nodiscard]] Place facility(int number) const;
    [[nodiscard]] residents::Address elsewhere(Random &random) const;
    /// 本籍: a lot here or elsewhere.
    [[nodiscard]] QString domicile(Random &random) const;

private:
    enum class Kind { Chome, Plain, Oaza, Jo };
    struct Town
    {
        QString name;
        Kind kind = Kind::Plain;
        int chome = 0;
        QString formerName;
        QDate renumberedOn;
    };
    struct Elsewhere
    {
        QString municipality;
        QString town;
    };
    [[nodiscard]] base::Result<> loadTowns();
    [[nodiscard]] base::Result<> loadBuildings();
    [[nodiscard]] base::Result<> loadElsewhere();
    [[nodiscard]] Place lotIn(int town, Random &random) const;

    QList<Town> m_towns;
    QList<int> m_upTo;
    QList<QString> m_flats;
    QList<QString> m_facilities;
    QList<Elsewhere> m_elsewhere;
};

/// "１２３": digits as addresses are registered.
[[nodiscard]] QString wideDigits(int number);

} // namespace democity
