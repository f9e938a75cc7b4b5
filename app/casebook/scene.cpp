#include "app/casebook/scene.h"

#include "democity/citymaker.h"

#include <algorithm>

using residents::Sex;
using residents::Snapshot;
using namespace Qt::StringLiterals;

namespace casebook {

namespace {

using Trait = Role::Trait;

constexpr qint64 numbersOfACase = 100;
const QDate becameResident(2010, 4, 1);
const QDate addressSettled(2015, 4, 1);
const QDate stayEnds(2030, 3, 31);
const QDate stayEnded(2026, 9, 30);
const auto headWord = u"世帯主"_s;
const auto familyName = u"山田"_s;
const auto newPlace = u"new"_s;
const auto elsewhere = u"elsewhere"_s;
const auto abroad = u"abroad"_s;

QList<Role> couple(const QString &home, const QString &husband, const QString &wife)
{
    return {{.name = husband, .household = home, .relationship = headWord},
            {.name = wife, .household = home, .relationship = u"妻"_s, .sex = Sex::Female}};
}

Role child(const QString &home, Trait trait = Trait::Ordinary)
{
    return {.name = u"子"_s,
            .household = home,
            .relationship = u"子"_s,
            .bornIn = 2010,
            .trait = trait};
}

Role single(const QString &home, const QString &role)
{
    return {.name = role, .household = home, .relationship = headWord};
}

QList<Role> foreigners(Trait husband)
{
    QList<Role> roles = couple(u"home"_s, u"夫"_s, u"妻"_s);
    roles.first().trait = husband;
    roles.last().trait = Trait::Foreign;
    return roles;
}

/// A widow and her child; the former head died, and a daughter moved to another city.
Scene widow()
{
    const Role daughter{.name = u"姉"_s,
                        .household = u"home"_s,
                        .relationship = u"子"_s,
                        .sex = Sex::Female,
                        .bornIn = 2002,
                        .trait = Trait::MovedOut};
    Role husband = single(u"home"_s, u"父"_s);
    husband.trait = Trait::Died;
    Role mother = single(u"home"_s, u"母"_s);
    mother.sex = Sex::Female;
    return {.name = u"widow"_s,
            .homes = {{.name = u"home"_s}},
            .roles = {mother, child(u"home"_s), husband, daughter}};
}

/// Two live together and are without a 世帯主 for a time (municipal-facts.md 4.8).
Scene headless()
{
    return {.name = u"headless"_s,
            .homes = {{.name = u"home"_s}, {.name = u"siblings"_s}},
            .roles = {
                single(u"home"_s, u"本人"_s),
                {.name = u"姉"_s,
                 .household = u"siblings"_s,
                 .relationship = {},
                 .sex = Sex::Female,
                 .bornIn = 1988},
                {.name = u"弟"_s, .household = u"siblings"_s, .relationship = {}, .bornIn = 1992}}};
}

Scene grandparents()
{
    const Role grandmother{.name = u"祖母"_s,
                           .household = u"home"_s,
                           .relationship = u"母"_s,
                           .sex = Sex::Female,
                           .bornIn = 1950};
    return {.name = u"grandparents"_s,
            .homes = {{.name = u"home"_s}, {.name = u"flat"_s}},
            .roles = couple(u"home"_s, u"父"_s, u"母"_s) +
                     QList{child(u"home"_s), grandmother, single(u"flat"_s, u"長男"_s)}};
}

Role newcomer(const QString &role, Sex sex = Sex::Male, int bornIn = 1980)
{
    return {.name = role,
            .household = {},
            .relationship = {},
            .sex = sex,
            .bornIn = bornIn,
            .trait = Trait::Elsewhere,
            .given = role};
}

/// A couple with a sister who went to another city, and people of another city. 別人 is called as
/// the sister is; next to them nobody lives.
Scene arriving()
{
    QList<Role> roles = couple(u"home"_s, u"夫"_s, u"妻"_s);
    roles.append({.name = u"姉"_s,
                  .household = u"home"_s,
                  .relationship = u"姉"_s,
                  .sex = Sex::Female,
                  .bornIn = 1975,
                  .trait = Trait::MovedOut});
    roles += {newcomer(u"父"_s), newcomer(u"母"_s, Sex::Female), newcomer(u"兄"_s, Sex::Male, 2012),
              newcomer(u"妹"_s, Sex::Female, 2014), newcomer(u"孫"_s, Sex::Male, 2025)};
    Role namesake = newcomer(u"別人"_s, Sex::Female, 1975);
    namesake.given = u"姉"_s;
    Role foreigner = newcomer(u"外国人"_s);
    foreigner.trait = Trait::ForeignElsewhere;
    roles += {namesake, foreigner};
    for (Role &role : roles)
        role.given = role.given.isEmpty() ? role.name : role.given;
    return {.name = u"arriving"_s, .homes = {{.name = u"home"_s}}, .roles = roles};
}

QList<Scene> makeScenes()
{
    const Home home{.name = u"home"_s};
    const Home brother{.name = u"brother"_s};
    const QList<Role> brothers = couple(u"brother"_s, u"兄"_s, u"義姉"_s);
    const QList<Role> parents = couple(u"home"_s, u"父"_s, u"母"_s);
    return {
        {.name = u"single"_s,
         .homes = {home, brother},
         .roles = QList{single(u"home"_s, u"本人"_s)} + brothers},
        {.name = u"couple"_s, .homes = {home}, .roles = couple(u"home"_s, u"夫"_s, u"妻"_s)},
        {.name = u"family"_s,
         .homes = {home, brother},
         .roles = parents + QList{child(u"home"_s)} + brothers},
        grandparents(),
        {.name = u"foreign"_s, .homes = {home}, .roles = foreigners(Trait::Foreign)},
        {.name = u"foreign-ended"_s, .homes = {home}, .roles = foreigners(Trait::ForeignEnded)},
        {.name = u"flats"_s,
         .homes = {home,
                   {.name = u"flat"_s, .building = u"コーポ緑　１０１号室"_s},
                   {.name = u"flat2"_s, .lotOf = u"flat"_s, .building = u"コーポ緑　１０２号室"_s}},
         .roles = {single(u"home"_s, u"本人"_s), single(u"flat"_s, u"住人"_s),
                   single(u"flat2"_s, u"隣人"_s)}},
        {.name = u"house"_s,
         .homes = {home, {.name = u"next"_s}},
         .roles = {single(u"home"_s, u"本人"_s), single(u"next"_s, u"隣人"_s)}},
        headless(),
        widow(),
        {.name = u"leaving"_s,
         .homes = {home},
         .roles = parents + QList{child(u"home"_s, Trait::Leaves)}},
        arriving(),
        {.name = u"parents"_s,
         .homes = {home, {.name = u"parents"_s}},
         .roles = couple(u"home"_s, u"夫"_s, u"妻"_s) + couple(u"parents"_s, u"父"_s, u"母"_s)}};
}

QString wide(qint64 number)
{
    QString text = QString::number(number);
    for (QChar &digit : text)
        digit = QChar(u'０' + digit.digitValue());
    return text;
}

residents::DatedEntry since(QDate day)
{
    return {.on = calendar::PartialDate::on(day), .notifiedOn = day};
}

void beForeign(Snapshot &state, QDate until)
{
    state.kind = residents::Kind::Foreign;
    state.registeredDomicile.clear();
    state.domicileHead.clear();
    state.foreign = residents::ForeignItems{.nationality = u"ブラジル"_s,
                                            .becameForeignResident = since(becameResident),
                                            .statusOfResidence = u"技術・人文知識・国際業務"_s,
                                            .periodOfStay = u"５年"_s,
                                            .expiresOn = until};
}

void beRemoved(Snapshot &state, residents::State as, residents::MovementReason reason)
{
    const QDate day(2024, 3, 1);
    state.state = as;
    state.removal = residents::Removal{
        .on = calendar::PartialDate::on(day), .notifiedOn = day, .reason = reason};
}

struct TownName
{
    QLatin1StringView code;
    QString name;
};
/// As resources/tables/towns.csv has them.
const TownName &town(qsizetype index)
{
    static const QList<TownName> towns{{"98201001003"_L1, u"本町三丁目"_s},
                                       {"98201002001"_L1, u"栄町一丁目"_s},
                                       {"98201004001"_L1, u"鶴ヶ峰一丁目"_s},
                                       {"98201003001"_L1, u"緑が丘一丁目"_s}};
    return towns.at(index % towns.size());
}
constexpr qsizetype newTown = 3; ///< where no home of a scene lies

residents::Address address(qsizetype townIndex, const QString &lot)
{
    return {.code = town(townIndex).code,
            .postalCode = {},
            .municipality = democity::municipality(),
            .town = town(townIndex).name,
            .lot = lot,
            .building = {}};
}

} // namespace

const Role *Scene::role(const QString &wanted) const
{
    const auto found = std::find_if(roles.begin(), roles.end(),
                                    [&wanted](const Role &one) { return one.name == wanted; });
    return found == roles.end() ? nullptr : &*found;
}

bool Scene::hasHome(const QString &wanted) const
{
    return std::any_of(homes.begin(), homes.end(),
                       [&wanted](const Home &one) { return one.name == wanted; });
}

const QList<Scene> &allScenes()
{
    static const QList<Scene> all = makeScenes();
    return all;
}

const Scene *sceneNamed(const QString &name)
{
    const auto &all = allScenes();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&name](const Scene &one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

QStringList otherPlaces()
{
    return {newPlace, elsewhere, abroad};
}

bool isRestriction(const Said &said, const Scene &scene)
{
    const QStringList kinds{u"stop"_s, u"alert"_s, u"hide"_s};
    const bool somebody = said.words.startsWith(u'@') ? scene.hasHome(said.words.mid(1))
                                                      : scene.role(said.words) != nullptr;
    return kinds.contains(said.role) && somebody;
}

PlacedScene::PlacedScene(const Scene &scene, int number)
    : m_scene(&scene)
    , m_number(number)
    , m_first(number * numbersOfACase)
{
    for (qsizetype i = 0; i < scene.homes.size(); ++i)
        m_made.append({scene.homes.at(i).name, {m_first + i}});
}

Snapshot PlacedScene::certified(const QString &role) const
{
    return residents::identityOf(snapshot(*m_scene->role(role)));
}

base::PersonId PlacedScene::person(const QString &role) const
{
    for (auto at = given.crbegin(); at != given.crend(); ++at) {
        if (at->first == role)
            return at->second;
    }
    const Role *known = m_scene->role(role);
    if (!known || known->isNew())
        return {};
    for (qsizetype i = 0; i < m_scene->roles.size(); ++i) {
        if (m_scene->roles.at(i).name == role)
            return {m_first + i};
    }
    return {};
}

QString PlacedScene::roleOf(base::PersonId person) const
{
    for (const auto &[role, id] : given) {
        if (id == person)
            return role;
    }
    const qint64 at = person.value - m_first;
    return at >= 0 && at < m_scene->roles.size() ? m_scene->roles.at(at).name : QString();
}

base::HouseholdId PlacedScene::household(const QString &name) const
{
    for (const auto &[known, id] : m_made) {
        if (known == name)
            return id;
    }
    return {};
}

QString PlacedScene::householdName(base::HouseholdId household) const
{
    for (const auto &[name, id] : m_made) {
        if (id == household)
            return name;
    }
    return {};
}

QString PlacedScene::nameNew(base::HouseholdId household)
{
    QString name = newPlace;
    for (int count = 2; this->household(name).value > 0; ++count)
        name = newPlace + QString::number(count);
    m_made.append({name, household});
    return name;
}

residents::Address PlacedScene::homeAddress(const Home &home) const
{
    const QString &lotOf = home.lotOf.isEmpty() ? home.name : home.lotOf;
    qsizetype index = 0;
    while (m_scene->homes.at(index).name != lotOf)
        ++index;
    auto made = address(index % newTown, wide(m_number) + u"番"_s + wide(index + 1) + u"号"_s);
    made.building = home.building;
    return made;
}

residents::Address PlacedScene::place(const PlaceName &wanted) const
{
    residents::Address found;
    if (wanted.name == newPlace || wanted.name == elsewhere)
        found = address(newTown, wide(m_number) + u"番１号"_s);
    if (wanted.name == elsewhere) {
        found.code = u"98202001001"_s;
        found.municipality = u"あさぎり県あおば市"_s;
    }
    if (wanted.name == abroad)
        found.municipality = u"ブラジル連邦共和国"_s;
    for (const Home &home : m_scene->homes) {
        if (home.name == wanted.name)
            found = homeAddress(home);
    }
    if (!wanted.building.isEmpty())
        found.building = wanted.building == u"-" ? QString() : wanted.building;
    return found;
}

QString PlacedScene::placeName(const residents::Address &address) const
{
    QStringList names = otherPlaces();
    for (const Home &home : m_scene->homes)
        names.append(home.name);
    for (const QString &name : names) {
        if (place({name, {}}) == address)
            return name;
    }
    const QString building = address.building.isEmpty() ? u"-"_s : address.building;
    for (const QString &name : names) {
        if (place({name, building}) == address)
            return name + u'/' + building;
    }
    return address.street() + address.building;
}

QString PlacedScene::headOf(const QString &household) const
{
    for (const Role &role : m_scene->roles) {
        const bool present =
            role.trait != Trait::Died && role.trait != Trait::MovedOut && !role.isNew();
        if (role.household == household && role.relationship == headWord && present)
            return role.name;
    }
    return {};
}

/// Whom somebody may be taken for is called so in this case alone.
QString PlacedScene::givenName(const Role &role) const
{
    return role.given.isEmpty() ? role.name : role.given + wide(m_number) + u"号"_s;
}

Snapshot PlacedScene::snapshot(const Role &role) const
{
    Snapshot state;
    state.id = {.person = person(role.name), .version = 1};
    state.movement = {.reason = residents::MovementReason::Initial,
                      .happenedOn = calendar::PartialDate::on(addressSettled),
                      .notifiedOn = addressSettled,
                      .processedOn = addressSettled,
                      .enteredBy = {},
                      .enteredAt = {}};
    state.household = household(role.household);
    state.name.family = familyName;
    state.name.given = givenName(role);
    state.name.searchKana = u"ヤマダ"_s;
    state.bornOn = calendar::PartialDate::on(QDate(role.bornIn, 6, 15));
    state.sex = role.sex;
    state.relationship = role.relationship;
    const Role *head = m_scene->role(headOf(role.household));
    state.headName = head ? familyName + u'　' + givenName(*head) : QString();
    state.becameResident = since(becameResident);
    state.address = place({role.household, {}});
    state.addressSettled = since(addressSettled);
    state.registeredDomicile = u"あさぎり県みどり野市本町一丁目１番"_s;
    state.domicileHead = state.headName;
    if (role.trait == Trait::Foreign || role.trait == Trait::ForeignElsewhere)
        beForeign(state, stayEnds);
    if (role.trait == Trait::ForeignEnded)
        beForeign(state, stayEnded);
    if (role.trait == Trait::Died)
        beRemoved(state, residents::State::Died, residents::MovementReason::Death);
    if (role.trait == Trait::MovedOut)
        beRemoved(state, residents::State::MovedOut, residents::MovementReason::MoveOut);
    if (role.trait == Trait::Leaves) {
        state.state = residents::State::MoveOutPlanned;
        state.plannedDestination = {.address = place({elsewhere, {}}), .on = QDate(2027, 3, 31)};
    }
    return state;
}

central::CityPart PlacedScene::city() const
{
    central::CityPart part;
    for (const Home &home : m_scene->homes)
        part.households.append({.id = household(home.name),
                                .version = 1,
                                .head = person(headOf(home.name)),
                                .address = homeAddress(home)});
    for (const Role &role : m_scene->roles) {
        if (!role.isNew())
            part.people.append({snapshot(role)});
    }
    return part;
}

residents::Restriction PlacedScene::restriction(const Said &said, qint64 id) const
{
    residents::Restriction made;
    made.id = id;
    if (said.words.startsWith(u'@'))
        made.household = household(said.words.mid(1));
    else
        made.person = person(said.words);
    const bool hides = said.role == u"hide";
    made.kind = hides ? residents::RestrictionKind::Support : residents::RestrictionKind::Other;
    made.hidesAddress = hides;
    made.inquiry = hides ? residents::RestrictionLevel::Stop : residents::RestrictionLevel::None;
    made.certificate = made.inquiry;
    // Of 支援措置 the 異動 itself is left open: who may open the record may enter it.
    made.movement = said.role == u"stop"    ? residents::RestrictionLevel::Stop
                    : said.role == u"alert" ? residents::RestrictionLevel::Alert
                                            : residents::RestrictionLevel::None;
    made.from = QDate(2026, 1, 5);
    made.until = QDate(2027, 1, 4);
    return made;
}

} // namespace casebook
