#include "democity/places.h"

#include "democity/citymaker.h"
#include "tables/table.h"

#include <algorithm>

namespace democity {
namespace {

constexpr QStringView kanjiDigits = u"〇一二三四五六七八九";

QString digits(int number, int width)
{
    return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
}

base::Result<tables::Table> open(const QString &name, const QStringList &columns)
{
    auto table = tables::Table::load(name);
    if (!table)
        return table;
    const auto has = table->needs(columns);
    if (!has)
        return base::fail(has);
    if (table->rows().isEmpty())
        return base::fail(base::ErrorCode::TableUnreadable, name);
    return table;
}

/// 住所コード: municipality without its check digit, 大字 3, 小字 3 (JS1 1.3.3).
QString codeOf(int town, int block)
{
    return municipalityCode().left(5) + digits(town, 3) + digits(block, 3);
}

} // namespace

QString municipality()
{
    return QStringLiteral("あさぎり県みどり野市");
}

QString municipalityCode()
{
    return QStringLiteral("982016");
}

QString wideDigits(int number)
{
    QString wide = QString::number(number);
    for (QChar &c : wide)
        c = QChar(static_cast<char16_t>(c.unicode() - u'0' + u'０'));
    return wide;
}

base::Result<Places> Places::load()
{
    Places places;
    for (const auto &loaded :
         {places.loadTowns(), places.loadBuildings(), places.loadElsewhere()}) {
        if (!loaded)
            return base::fail(loaded);
    }
    return places;
}

base::Result<> Places::loadTowns()
{
    const auto table = open(QStringLiteral("democity_towns"),
                            {QStringLiteral("town"), QStringLiteral("kind"),
                             QStringLiteral("chome"), QStringLiteral("weight"),
                             QStringLiteral("former_town"), QStringLiteral("renumbered_on")});
    if (!table)
        return base::fail(table);
    for (const auto &row : table->rows()) {
        const QString kind = row.text(QStringLiteral("kind"));
        m_towns.append(Town{.name = row.text(QStringLiteral("town")),
                            .kind = kind == u"chome"  ? Kind::Chome
                                    : kind == u"oaza" ? Kind::Oaza
                                    : kind == u"jo"   ? Kind::Jo
                                                      : Kind::Plain,
                            .chome = std::clamp(row.number(QStringLiteral("chome")), 0, 9),
                            .formerName = row.text(QStringLiteral("former_town")),
                            .renumberedOn = row.date(QStringLiteral("renumbered_on"))});
        m_upTo.append((m_upTo.isEmpty() ? 0 : m_upTo.last()) +
                      std::max(1, row.number(QStringLiteral("weight"))));
    }
    return {};
}

base::Result<> Places::loadBuildings()
{
    const auto table = open(QStringLiteral("democity_buildings"),
                            {QStringLiteral("name"), QStringLiteral("kind")});
    if (!table)
        return base::fail(table);
    for (const auto &row : table->rows()) {
        auto &list = row.text(QStringLiteral("kind")) == u"flats" ? m_flats : m_facilities;
        list.append(row.text(QStringLiteral("name")));
    }
    if (m_flats.isEmpty() || m_facilities.isEmpty())
        return base::fail(base::ErrorCode::TableUnreadable, table->name());
    return {};
}

base::Result<> Places::loadElsewhere()
{
    const auto table = open(QStringLiteral("democity_elsewhere"),
                            {QStringLiteral("municipality"), QStringLiteral("town")});
    if (!table)
        return base::fail(table);
    for (const auto &row : table->rows())
        m_elsewhere.append(
            {row.text(QStringLiteral("municipality")), row.text(QStringLiteral("town"))});
    return {};
}

Place Places::lotIn(int number, Random &random) const
{
    const Town &town = m_towns[number];
    const bool hasChome = town.chome > 0 && (town.kind == Kind::Chome || town.kind == Kind::Jo);
    const int chome = hasChome ? random.between(1, town.chome) : 0;
    Place place;
    residents::Address &address = place.address;
    address.code = codeOf(number + 1, chome);
    address.postalCode = QStringLiteral("0000") + digits(number + 1, 3);
    address.municipality = municipality();
    address.town = town.name;
    if (hasChome)
        address.town += kanjiDigits[chome] + QStringLiteral("丁目");
    // 住居表示 (番・号) in towns that have it, lots (番地) elsewhere. One draw a statement: the
    // order in which an expression's parts are worked out is the compiler's.
    const bool byBlocks = town.kind == Kind::Chome && (number % 3 != 1);
    const int mostLots = byBlocks ? 45 : town.kind == Kind::Oaza ? 3999 : 400;
    const int lot = random.between(1, mostLots);
    const int part = random.between(1, 30);
    const bool parted = random.chance(550);
    if (byBlocks)
        address.lot = wideDigits(lot) + u'番' + wideDigits(part) + u'号';
    else
        address.lot = wideDigits(lot) + QStringLiteral("番地");
    if (!byBlocks && parted)
        address.lot += (number % 2 == 0 ? QStringLiteral("の") : QString()) + wideDigits(part);
    place.before = address;
    if (town.renumberedOn.isValid()) {
        place.renumberedOn = town.renumberedOn;
        place.before.code = codeOf(900 + number, 0);
        place.before.town = town.formerName;
        const int formerLot = random.between(100, 2999);
        place.before.lot = wideDigits(formerLot) + QStringLiteral("番地") + wideDigits(part);
    }
    return place;
}

Place Places::house(Random &random) const
{
    const int drawn = random.below(m_upTo.last());
    const auto town = std::upper_bound(m_upTo.begin(), m_upTo.end(), drawn) - m_upTo.begin();
    return lotIn(static_cast<int>(town), random);
}

Place Places::flat(Random &random) const
{
    // A house of flats is one number: its lot and name follow from it.
    const int building = random.below(1500);
    Random lots(static_cast<quint64>(building) * 7919 + 17);
    Place place = house(lots);
    QString name = m_flats[building % static_cast<int>(m_flats.size())];
    if (building >= 60)
        name += wideDigits(1 + building / 60);
    const int storeys = lots.between(2, 14);
    const int storey = random.between(1, storeys);
    const int door = random.between(1, 12);
    const QString room = QChar(0x3000) + wideDigits(storey * 100 + door) +
                         (building % 4 == 0 ? QString() : QStringLiteral("号室"));
    place.address.building = name + room;
    place.before.building = name + room;
    return place;
}

Place Places::facility(int number) const
{
    Random lots(static_cast<quint64>(number) * 104729 + 3);
    Place place = house(lots);
    place.address.building = m_facilities[number % static_cast<int>(m_facilities.size())];
    place.before.building = place.address.building;
    return place;
}

residents::Address Places::elsewhere(Random &random) const
{
    const auto &place = m_elsewhere[random.below(static_cast<int>(m_elsewhere.size()))];
    residents::Address address;
    address.postalCode = QStringLiteral("0009") + digits(random.below(1000), 3);
    address.municipality = place.municipality;
    address.town = place.town;
    const int lot = random.between(1, 999);
    const int part = random.below(40);
    address.lot = wideDigits(lot) + QStringLiteral("番地");
    if (part > 20)
        address.lot += u'の' + wideDigits(part - 20);
    if (random.chance(250)) {
        const auto flat = random.below(static_cast<int>(m_flats.size()));
        address.building = m_flats[flat] + QChar(0x3000) + wideDigits(random.between(101, 909)) +
                           QStringLiteral("号室");
    }
    return address;
}

QString Places::domicile(Random &random) const
{
    if (random.chance(550)) {
        const auto &town = m_towns[random.below(static_cast<int>(m_towns.size()))];
        return municipality() + town.name + wideDigits(random.between(1, 1500)) +
               QStringLiteral("番地");
    }
    const auto &place = m_elsewhere[random.below(static_cast<int>(m_elsewhere.size()))];
    return place.municipality + place.town + wideDigits(random.between(1, 1500)) +
           QStringLiteral("番地");
}

} // namespace democity
