#include "bench/moves.h"

#include "app/casebook/trainingregister.h"
#include "app/casebook/workplace.h"
#include "app/desktables.h"
#include "base/crypto.h"
#include "bench/figures.h"
#include "democity/citymaker.h"
#include "democity/registerbuilder.h"

#include <QTemporaryDir>
#include <QTimeZone>

namespace bench {

using base::ErrorCode;
using base::Result;
using casebook::LinkKind;
using casebook::Workplace;
using residents::Move;
using residents::Snapshot;
using namespace Qt::StringLiterals;

namespace {

constexpr int families = 100;
const QDate today(2026, 11, 2);

/// An office with a whole city, a clerk who enters and another who checks.
class Office final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Office>> open(LinkKind kind, int residents,
                                                              quint64 seed)
    {
        auto office = std::make_unique<Office>();
        // The account of a server passes through it.
        QFile::setPermissions(office->m_folder.path(), QFile::ReadOwner | QFile::WriteOwner |
                                                           QFile::ExeOwner | QFile::ExeGroup |
                                                           QFile::ExeOther);
        auto press = print::Press::open();
        if (!press)
            return base::fail(press);
        office->m_press = std::make_unique<print::Press>(std::move(*press));
        auto tables = app::deskTables({});
        if (!tables)
            return base::fail(tables);
        office->m_tables = std::make_unique<desk::DeskTables>(std::move(*tables));
        office->m_clock.goTo(QDateTime(today, QTime(1, 0), Qt::UTC));
        const auto done = office->fill(kind, residents, seed);
        return done ? Result<std::unique_ptr<Office>>(std::move(office)) : base::fail(done);
    }

    [[nodiscard]] Workplace &clerk() { return *m_places.front(); }
    [[nodiscard]] Workplace &chief() { return *m_places.back(); }
    /// A second later.
    [[nodiscard]] Result<> goOn()
    {
        m_clock.goTo(m_clock.now().addSecs(1));
        for (const auto &place : m_places)
            place->goOn();
        return m_register.goTo(m_clock.now());
    }

private:
    [[nodiscard]] Result<> fill(LinkKind kind, int residents, quint64 seed)
    {
        QList<casebook::Colleague> working;
        for (const auto &one : casebook::colleagues()) {
            if (one.user == u"clerk" || one.user == u"chief")
                working.append(one);
        }
        std::vector<base::Secret> seeds;
        QList<central::Station> stations;
        for (const auto &one : std::as_const(working)) {
            seeds.push_back(base::crypto::randomSecret(base::crypto::keyBytes));
            stations.append({.id = one.station,
                             .name = one.station,
                             .scopes = {u"住民"_s},
                             .logKey = base::crypto::signingKeyPairFrom(seeds.back()).open});
        }
        auto made = casebook::makeRegister(kind, {.folder = m_folder.path(),
                                                  .clock = m_clock,
                                                  .lastDay = today,
                                                  .stations = stations,
                                                  .city = {}});
        if (!made)
            return base::fail(made);
        m_register = std::move(*made);
        democity::CityOrder order;
        order.residents = residents;
        order.seed = seed;
        if (const auto built = democity::buildRegister(*m_register.owner, order, {}); !built)
            return base::fail(built);
        if (const auto set = m_register.goTo(m_clock.now()); !set)
            return set;
        for (qsizetype i = 0; i < working.size(); ++i) {
            auto link = m_register.connect(working.at(i).user);
            if (!link)
                return base::fail(link);
            auto place = Workplace::open({.folder = m_folder.filePath(working.at(i).station),
                                          .colleague = working.at(i),
                                          .logSeed = std::move(seeds.at(std::size_t(i))),
                                          .link = std::move(*link),
                                          .clock = m_clock,
                                          .press = *m_press,
                                          .tables = *m_tables});
            if (!place)
                return base::fail(place);
            m_places.push_back(std::move(*place));
        }
        return {};
    }

    QTemporaryDir m_folder;
    casebook::BookClock m_clock;
    std::unique_ptr<print::Press> m_press;
    std::unique_ptr<desk::DeskTables> m_tables;
    casebook::TrainingRegister m_register;
    std::vector<std::unique_ptr<Workplace>> m_places;
};

/// The n-th family, into a home of its own, as its 転出証明書 says.
Move family(const desk::Town &town, const QList<base::PersonId> &numbers, int n)
{
    const QStringList given{u"太郎"_s, u"花子"_s, u"一郎"_s, u"二葉"_s};
    const QStringList kana{u"タロウ"_s, u"ハナコ"_s, u"イチロウ"_s, u"フタバ"_s};
    const QStringList relationships{u"世帯主"_s, u"妻"_s, u"子"_s, u"子"_s};
    Move move;
    move.kind = residents::MoveKind::In;
    move.person = numbers.first();
    move.happenedOn = today.addDays(-3);
    move.notifiedOn = today;
    move.notifier.documents = {u"driving-licence"_s};
    move.certificate = true;
    move.formerAddress.municipality = u"とおくの県隣市"_s;
    move.address.code = town.code;
    move.address.postalCode = town.postalCode;
    move.address.municipality = democity::municipality();
    move.address.town = town.name;
    move.address.lot = u"９８７番地の%1"_s.arg(n);
    for (int i = 0; i < given.size(); ++i) {
        Snapshot one;
        one.id.person = numbers.at(i);
        one.name.family = u"測定"_s;
        one.name.given = given.at(i);
        one.name.familyReading = {u"ソクテイ"_s, residents::ReadingState::Notified};
        one.name.givenReading = {kana.at(i), residents::ReadingState::Notified};
        one.name.searchKana = u"ソクテイ　"_s + kana.at(i);
        one.bornOn = calendar::PartialDate::on(QDate(1900 + n, 1 + i, 15));
        one.sex = i % 2 == 0 ? residents::Sex::Male : residents::Sex::Female;
        one.registeredDomicile = u"とおくの県隣市本町１番"_s;
        one.domicileHead = u"測定　太郎"_s;
        move.newcomers.append(residents::identityOf(one));
        move.movers.append(
            {.person = numbers.at(i), .baseVersion = 0, .relationship = relationships.at(i)});
    }
    return move;
}

/// Everything a clerk waits for with F12: rules, journal, register and its answer.
Result<qint64> file(Workplace &place, int n, Figures &filing)
{
    auto &moves = place.desk().moves();
    const auto visit =
        place.desk()
            .visits()
            .open({.number = u"1"_s, .purpose = u"move"_s, .caller = desk::Caller::Self})
            .result();
    if (!visit)
        return base::fail(visit);
    desk::EntryRequest request{.visit = visit->id, .person = {}, .reason = {}};
    QList<base::PersonId> numbers;
    for (int i = 0; i < 4; ++i) {
        const auto number = moves.newcomer(request).result();
        if (!number)
            return base::fail(number);
        numbers.append(*number);
    }
    const Move move = family(moves.towns().first(), numbers, n);
    if (const auto locked = moves.begin(request, move).result(); !locked)
        return base::fail(locked);
    const auto filed = filing.time([&] { return moves.file(request, move).result(); });
    if (!filed)
        return base::fail(filed);
    (void)place.desk().writeEntries().end().result();
    (void)place.desk().visits().end(visit->id).result();
    if (filed->state != desk::ItemState::Provisional)
        return base::fail(ErrorCode::EntryConflict, u"not 仮登録"_s);
    return filed->entry;
}

Result<> measure(const QString &name, LinkKind kind, int residents, quint64 seed)
{
    const auto office = Office::open(kind, residents, seed);
    if (!office)
        return base::fail(office);
    Figures filing;
    Figures opening;
    Figures registering;
    for (int n = 1; n <= families; ++n) {
        if (const auto gone = (*office)->goOn(); !gone)
            return gone;
        const auto entry = file((*office)->clerk(), n, filing);
        if (!entry)
            return base::fail(entry);
        if (const auto caught = (*office)->chief().catchUp(); !caught)
            return caught;
        auto &checks = (*office)->chief().desk().checks();
        if (const auto view = opening.time([&] { return checks.open(*entry).result(); }); !view)
            return base::fail(view);
        const auto decided = registering.time(
            [&] { return checks.decide(*entry, desk::CheckOutcome::Register, {}).result(); });
        if (!decided)
            return decided;
    }
    tell(name + u".filed"_s, filing, residents);
    tell(name + u".check-opened"_s, opening, residents);
    tell(name + u".registered"_s, registering, residents);
    return {};
}

} // namespace

Result<> moves(int residents, quint64 seed)
{
    const auto here = measure(u"moves.embedded"_s, LinkKind::Embedded, residents, seed);
    return here ? measure(u"moves.postgres"_s, LinkKind::Postgres, residents, seed) : here;
}

} // namespace bench
