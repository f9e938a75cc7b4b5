#pragma once

#include "base/result.h"
#include "democity/random.h"
#include "residents/person.h"

#include <QList>
#include <QString>

#include <array>

namespace democity {

struct WrittenName
{
    QString text;
    QString kana;
};

/// Names in their commonness, from resources/tables/democity_*names.csv.
class Names final
{
public:
    [[nodiscard]] static base::Result<Names> load();

    [[nodiscard]] const WrittenName &family(Random &random) const;
    [[nodiscard]] const WrittenName &given(Random &random, residents::Sex sex, int birthYear) const;
    /// With a character that no registered font has.
    [[nodiscard]] const WrittenName &unprintableFamily() const { return m_unprintableFamily; }
    [[nodiscard]] const WrittenName &unprintableGiven(residents::Sex sex) const;
    [[nodiscard]] const QString &nationality(Random &random) const;
    /// 英字氏名, 漢字氏名 where the nationality has one, and the search key.
    /// With the family name of `father`, if there is one, in the letters he has.
    [[nodiscard]] residents::PersonName foreigner(Random &random, const QString &nationality,
                                                  residents::Sex sex,
                                                  const residents::PersonName *father) const;

private:
    struct Weighted
    {
        QList<WrittenName> names;
        QList<int> upTo; ///< running sum of the weights
        void add(const WrittenName &name, int weight);
        [[nodiscard]] const WrittenName &pick(Random &random) const;
    };
    struct Part
    {
        QString latin;
        QString kana;
        QString kanji;
    };
    struct Nation
    {
        QString name;
        QList<Part> families;
        std::array<QList<Part>, 2> givens; ///< male, female
    };
    [[nodiscard]] base::Result<> loadFamilies();
    [[nodiscard]] base::Result<> loadGivens();
    [[nodiscard]] base::Result<> loadForeign();

    static constexpr int bands = 4;
    Weighted m_families;
    std::array<std::array<Weighted, bands>, 2> m_givens;
    WrittenName m_unprintableFamily;
    std::array<WrittenName, 2> m_unprintableGivens;
    QList<Nation> m_nations;
};

} // namespace democity
