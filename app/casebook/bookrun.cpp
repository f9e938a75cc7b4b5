#include "app/casebook/bookrun.h"

#include "app/casebook/entering.h"
#include "app/desktables.h"
#include "base/crypto.h"
#include "base/errorname.h"

#include <QDir>
#include <QTimeZone>

#include <algorithm>

using base::Result;
using base::Secret;
using namespace Qt::StringLiterals;

namespace casebook {

namespace {

const QTime tenInJapan(1, 0); // UTC

/// Made once for each workstation.
QMap<QString, Secret> logSeeds()
{
    QMap<QString, Secret> seeds;
    for (const Colleague &one : colleagues())
        seeds.insert(one.user, base::crypto::randomSecret(base::crypto::keyBytes));
    return seeds;
}

QList<central::Station> stationsOf(const QMap<QString, Secret> &seeds)
{
    QList<central::Station> stations;
    for (const Colleague &one : colleagues())
        stations.append({.id = one.station,
                         .name = u"本庁"_s + one.station.right(1),
                         .scopes = {u"住民"_s},
                         .logKey = base::crypto::signingKeyPairFrom(seeds.value(one.user)).open});
    return stations;
}

QDate lastDayOf(const QList<BookCase> &book)
{
    QDate last = book.first().today;
    for (const BookCase &one : book)
        last = std::max(last, one.today);
    return last;
}

} // namespace

BookRun::BookRun(const QList<BookCase> &book)
    : m_book(book)
{
}

BookRun::~BookRun() = default;

Result<std::unique_ptr<BookRun>> BookRun::open(LinkKind kind, const QString &folder,
                                               const QList<BookCase> &book)
{
    std::unique_ptr<BookRun> run(new BookRun(book));
    auto press = print::Press::open();
    if (!press)
        return base::fail(press);
    run->m_press = std::make_unique<print::Press>(std::move(*press));
    auto tables = app::deskTables({});
    if (!tables)
        return base::fail(tables);
    run->m_tables = std::make_unique<desk::DeskTables>(std::move(*tables));
    run->placeScenes();
    if (const auto made = run->makeOffice(kind, folder); !made)
        return base::fail(made);
    return run;
}

void BookRun::placeScenes()
{
    int number = 0;
    for (const BookCase &one : m_book) {
        if (!one.follows.isEmpty()) {
            m_scenes[one.name] = m_scenes.at(one.follows);
            continue;
        }
        const auto scene = std::make_shared<PlacedScene>(*sceneNamed(one.scene), ++number);
        m_scenes[one.name] = scene;
        const auto city = scene->city();
        m_city.households += city.households;
        m_city.people += city.people;
        for (const Said &said : one.standing)
            m_city.restrictions.append(scene->restriction(said, ++m_restrictions));
    }
}

Result<> BookRun::makeOffice(LinkKind kind, const QString &folder)
{
    const QDir place(folder);
    const auto seeds = logSeeds();
    m_clock.goTo(QDateTime(m_book.first().today, tenInJapan, Qt::UTC));
    auto made = makeRegister(kind, {.folder = folder,
                                    .clock = m_clock,
                                    .lastDay = lastDayOf(m_book),
                                    .stations = stationsOf(seeds),
                                    .city = m_city});
    if (!made)
        return base::fail(made);
    m_register = std::move(*made);
    if (const auto set = m_register.goTo(m_clock.now()); !set)
        return set;
    for (const Colleague &one : colleagues()) {
        auto link = m_register.connect(one.user);
        if (!link)
            return base::fail(link);
        auto opened = Workplace::open({.folder = place.filePath(one.station),
                                       .colleague = one,
                                       .logSeed = seeds.value(one.user),
                                       .link = std::move(*link),
                                       .clock = m_clock,
                                       .press = *m_press,
                                       .tables = *m_tables});
        if (!opened)
            return base::fail(opened);
        m_places[one.user] = std::move(*opened);
    }
    return {};
}

/// Ten o'clock in Japan, and a second later for each case: nothing happens at the same moment.
Result<> BookRun::beginDay(const BookCase &one)
{
    m_clock.goTo(QDateTime(one.today, tenInJapan, Qt::UTC).addSecs(m_begun++));
    for (const auto &[user, place] : m_places)
        place->goOn();
    return m_register.goTo(m_clock.now());
}

Result<> BookRun::restrict(const QList<Said> &said, const PlacedScene &scene)
{
    if (said.isEmpty())
        return {};
    central::CityPart changes;
    for (const Said &one : said)
        changes.restrictions.append(scene.restriction(one, ++m_restrictions));
    const auto applied = m_register.owner->applyChanges(changes);
    return applied ? Result<>() : base::fail(applied);
}

Result<> BookRun::observe(PlacedScene &scene, SceneState &state)
{
    Workplace &reader = *m_places.at(readersUser());
    if (const auto caught = reader.catchUp(); !caught)
        return caught;
    auto seen = sceneState(reader, scene);
    if (!seen)
        return base::fail(seen);
    state = std::move(*seen);
    return {};
}

Result<> BookRun::collectRows(CaseResult &result)
{
    Workplace &reader = *m_places.at(readersUser());
    for (const residents::Snapshot &now : std::as_const(result.after.people)) {
        const int before = result.before.people.value(now.id.person.value).id.version;
        const auto rows = statesSince(reader, now, before);
        if (!rows)
            return base::fail(rows);
        result.rows += *rows;
    }
    return {};
}

Result<> BookRun::collectNotices(CaseResult &result)
{
    auto all = m_register.owner->outbound();
    if (!all)
        return base::fail(all);
    for (const central::OutboundNotice &one : std::as_const(*all)) {
        if (!m_notices.contains(one))
            result.notices.append(one);
    }
    m_notices = std::move(*all);
    return {};
}

Result<CaseReport> BookRun::run(const BookCase &one)
{
    PlacedScene &scene = *m_scenes.at(one.name);
    CaseResult result;
    if (const auto begun = beginDay(one); !begun)
        return base::fail(begun);
    if (const auto seen = observe(scene, result.before); !seen)
        return base::fail(seen);
    Workplace &clerk = *m_places.at(one.enters);
    if (!one.oldCopy) {
        if (const auto caught = clerk.catchUp(); !caught)
            return base::fail(caught);
    }
    const EntryWay way{.one = one,
                       .scene = scene,
                       .clerk = clerk,
                       .checker = one.checks.isEmpty() ? nullptr : m_places.at(one.checks).get(),
                       .beforeFiling = [&] { return restrict(one.unseen, scene); },
                       .beforeCheck = [&] { return restrict(one.between, scene); }};
    if (const auto entered = enter(way, result); !entered)
        return base::fail(entered);
    if (const auto seen = observe(scene, result.after); !seen)
        return base::fail(seen);
    if (const auto rows = collectRows(result); !rows)
        return base::fail(rows);
    if (const auto notices = collectNotices(result); !notices)
        return base::fail(notices);
    QString ending = endingWord(result.ending);
    if (!result.refusal.isEmpty())
        ending += u" ("_s + result.refusal + u')';
    return CaseReport{.name = one.name,
                      .ending = ending,
                      .history = historyWords(result, scene),
                      .differences = differences(one, result, scene)};
}

} // namespace casebook
