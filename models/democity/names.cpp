#include "democity/names.h"

#include "tables/table.h"

#include <algorithm>

namespace democity {
namespace {

std::size_t sexIndex(residents::Sex sex)
{
    return sex == residents::Sex::Female ? 1 : 0;
}

/// The bands of given names: born before 1950, 1980, 2005, later.
std::size_t bandOf(int year)
{
    return year < 1950 ? 0 : year < 1980 ? 1 : year < 2005 ? 2 : 3;
}

base::Result<tables::Table> open(const QString &name, const QStringList &columns)
{
    auto table = tables::Table::load(name);
    if (!table)
        return table;
    const auto has = table->needs(columns);
    if (!has)
        return base::fail(has);
    return table;
}

} // namespace

void Names::Weighted::add(const WrittenName &name, int weight)
{
    names.append(name);
    upTo.append((upTo.isEmpty() ? 0 : upTo.last()) + weight);
}

const WrittenName &Names::Weighted::pick(Random &random) const
{
    const int drawn = random.below(upTo.last());
    const auto found = std::upper_bound(upTo.begin(), upTo.end(), drawn);
    return names[found - upTo.begin()];
}

base::Result<Names> Names::load()
{
    Names names;
    for (const auto &loaded : {names.loadFamilies(), names.loadGivens(), names.loadForeign()}) {
        if (!loaded)
            return base::fail(loaded);
    }
    return names;
}

base::Result<> Names::loadFamilies()
{
    const auto table =
        open(QStringLiteral("democity_surnames"),
             {QStringLiteral("name"), QStringLiteral("kana"), QStringLiteral("weight")});
    if (!table)
        return base::fail(table);
    for (const auto &row : table->rows()) {
        const WrittenName name{row.text(QStringLiteral("name")), row.text(QStringLiteral("kana"))};
        const int weight = row.number(QStringLiteral("weight"));
        if (weight > 0)
            m_families.add(name, weight);
        else
            m_unprintableFamily = name;
    }
    if (m_families.names.isEmpty() || m_unprintableFamily.text.isEmpty())
        return base::fail(base::ErrorCode::TableUnreadable, table->name());
    return {};
}

base::Result<> Names::loadGivens()
{
    const auto table = open(QStringLiteral("democity_givennames"),
                            {QStringLiteral("name"), QStringLiteral("kana"), QStringLiteral("sex"),
                             QStringLiteral("from_year"), QStringLiteral("weight")});
    if (!table)
        return base::fail(table);
    for (const auto &row : table->rows()) {
        const WrittenName name{row.text(QStringLiteral("name")), row.text(QStringLiteral("kana"))};
        const int weight = row.number(QStringLiteral("weight"));
        const auto sex = sexIndex(residents::Sex(row.number(QStringLiteral("sex"))));
        if (weight > 0)
            m_givens[sex][bandOf(row.number(QStringLiteral("from_year")))].add(name, weight);
        else
            m_unprintableGivens[sex] = name;
    }
    for (const auto &sex : m_givens) {
        for (const auto &band : sex) {
            if (band.names.isEmpty())
                return base::fail(base::ErrorCode::TableUnreadable, table->name());
        }
    }
    return {};
}

base::Result<> Names::loadForeign()
{
    const auto table =
        open(QStringLiteral("democity_foreignnames"),
             {QStringLiteral("nationality"), QStringLiteral("role"), QStringLiteral("latin"),
              QStringLiteral("kana"), QStringLiteral("kanji")});
    if (!table)
        return base::fail(table);
    for (const auto &row : table->rows()) {
        const QString nation = row.text(QStringLiteral("nationality"));
        if (m_nations.isEmpty() || m_nations.last().name != nation)
            m_nations.append(Nation{.name = nation, .families = {}, .givens = {}});
        const Part part{row.text(QStringLiteral("latin")), row.text(QStringLiteral("kana")),
                        row.text(QStringLiteral("kanji"))};
        const QString role = row.text(QStringLiteral("role"));
        if (role == u"family")
            m_nations.last().families.append(part);
        else
            m_nations.last().givens[role == u"female" ? 1 : 0].append(part);
    }
    const bool whole = std::all_of(m_nations.begin(), m_nations.end(), [](const Nation &nation) {
        return !nation.families.isEmpty() && !nation.givens[0].isEmpty() &&
               !nation.givens[1].isEmpty();
    });
    if (m_nations.isEmpty() || !whole)
        return base::fail(base::ErrorCode::TableUnreadable, table->name());
    return {};
}

const WrittenName &Names::family(Random &random) const
{
    return m_families.pick(random);
}

const WrittenName &Names::given(Random &random, residents::Sex sex, int birthYear) const
{
    return m_givens[sexIndex(sex)][bandOf(birthYear)].pick(random);
}

const WrittenName &Names::unprintableGiven(residents::Sex sex) const
{
    return m_unprintableGivens[sexIndex(sex)];
}

const QString &Names::nationality(Random &random) const
{
    // The first nations of the table are the more frequent ones.
    const auto count = static_cast<int>(m_nations.size());
    return m_nations[std::min(random.below(count), random.below(count))].name;
}

residents::PersonName Names::foreigner(Random &random, const QString &nationality,
                                       residents::Sex sex,
                                       const residents::PersonName *father) const
{
    const auto found = std::find_if(m_nations.begin(), m_nations.end(), [&](const Nation &nation) {
        return nation.name == nationality;
    });
    const Nation &nation = found == m_nations.end() ? m_nations.first() : *found;
    const auto draw = [&random](const QList<Part> &parts) -> const Part & {
        return parts[random.below(static_cast<int>(parts.size()))];
    };
    const Part &drawn = draw(nation.families);
    const auto his =
        std::find_if(nation.families.begin(), nation.families.end(), [father](const Part &part) {
            return father != nullptr && father->latin.startsWith(part.latin + u' ') &&
                   father->searchKana.startsWith(part.kana + u' ');
        });
    const Part &family = his == nation.families.end() ? drawn : *his;
    const Part &given = draw(nation.givens[sexIndex(sex)]);
    residents::PersonName name;
    name.latin = family.latin + u' ' + given.latin;
    name.searchKana = family.kana + u' ' + given.kana;
    const bool inKanji = random.chance(800);
    if (!family.kanji.isEmpty() && !given.kanji.isEmpty() &&
        (father == nullptr ? inKanji : !father->family.isEmpty()))
        name.family = family.kanji + QChar(0x3000) + given.kanji;
    return name;
}

} // namespace democity
