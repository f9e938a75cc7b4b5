// links: madoguchi_casebook madoguchi_ui_outbox
#include "app/casebook/scenestate.h"
#include "app/casebook/trainingregister.h"
#include "app/desktables.h"
#include "base/crypto.h"
#include "support/labelwalk.h"
#include "ui/outbox/outboxpage.h"
#include "ui/outbox/procedures.h"
#include "ui/widgets/askpanel.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>

using base::ErrorCode;
using base::Result;
using casebook::LinkKind;
using casebook::PlacedScene;
using casebook::Workplace;
using desk::ItemState;
using residents::Move;
using residents::MoveKind;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 11, 2);
constexpr int households = 3; ///< one for each of the three choices
constexpr qint64 hourMs = 3'600'000;

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("code %d: %s", int(result.error().code), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A line that somebody can pull out.
class LooseLink final : public sim::ThroughLink
{
public:
    LooseLink(std::unique_ptr<central::CentralLink> link, const std::atomic<bool> &cut)
        : ThroughLink(*link)
        , m_link(std::move(link))
        , m_cut(cut)
    {
    }
    [[nodiscard]] Result<central::SubmissionAnswer>
    submit(const central::Submission &submission) override
    {
        return m_cut ? Result<central::SubmissionAnswer>(unreached()) : inner().submit(submission);
    }
    [[nodiscard]] Result<central::FeedPage> feed(const central::Position &after, int limit) override
    {
        return m_cut ? Result<central::FeedPage>(unreached()) : inner().feed(after, limit);
    }
    [[nodiscard]] Result<central::Position> position() override
    {
        return m_cut ? Result<central::Position>(unreached()) : inner().position();
    }

private:
    static tl::unexpected<base::Error> unreached()
    {
        return base::fail(ErrorCode::RegisterUnreachable);
    }
    std::unique_ptr<central::CentralLink> m_link;
    const std::atomic<bool> &m_cut;
};

/// Three stations at one register: a clerk whose line can be cut, a colleague, and who checks.
class Office final
{
public:
    explicit Office(LinkKind kind)
        : m_press(must(print::Press::open()))
        , m_tables(must(app::deskTables({})))
    {
        // The account of a server passes through it.
        if (!QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner |
                                                        QFile::ExeOwner | QFile::ExeGroup |
                                                        QFile::ExeOther))
            qFatal("no folder");
        m_clock.goTo(QDateTime(today, QTime(1, 0), Qt::UTC));
        casebook::RegisterOrder order{.folder = m_folder.path(),
                                      .clock = m_clock,
                                      .lastDay = today,
                                      .stations = {},
                                      .city = {}};
        QHash<QString, base::Secret> seeds;
        for (const auto &one : casebook::colleagues()) {
            seeds.insert(one.user, base::crypto::randomSecret(base::crypto::keyBytes));
            order.stations.append(
                {.id = one.station,
                 .name = u"本庁"_s + one.station.right(1),
                 .scopes = {u"住民"_s},
                 .logKey = base::crypto::signingKeyPairFrom(seeds.value(one.user)).open});
        }
        for (int number = 1; number <= households; ++number) {
            scenes.append(PlacedScene(*casebook::sceneNamed(u"family"_s), number));
            const auto part = scenes.last().city();
            order.city.households += part.households;
            order.city.people += part.people;
        }
        m_register = must(casebook::makeRegister(kind, order));
        must(m_register.goTo(m_clock.now()));
        for (const auto &one : casebook::colleagues()) {
            std::unique_ptr<central::CentralLink> link = must(m_register.connect(one.user));
            if (one.user == u"clerk")
                link = std::make_unique<LooseLink>(std::move(link), cut);
            m_places[one.user] = must(Workplace::open({.folder = m_folder.filePath(one.station),
                                                       .colleague = one,
                                                       .logSeed = seeds.value(one.user),
                                                       .link = std::move(link),
                                                       .clock = m_clock,
                                                       .press = m_press,
                                                       .tables = m_tables}));
        }
    }

    [[nodiscard]] Workplace &at(const QString &user) { return *m_places.at(user); }
    void pass(qint64 ms)
    {
        m_clock.goTo(m_clock.now().addMSecs(ms));
        for (const auto &[user, place] : m_places)
            place->goOn();
        must(m_register.goTo(m_clock.now()));
    }

    std::atomic<bool> cut{false};
    QList<PlacedScene> scenes;

private:
    QTemporaryDir m_folder;
    casebook::BookClock m_clock;
    print::Press m_press;
    desk::DeskTables m_tables;
    casebook::TrainingRegister m_register;
    std::map<QString, std::unique_ptr<Workplace>> m_places;
};

Move moveOf(const PlacedScene &scene, MoveKind kind, const QStringList &roles)
{
    Move move;
    move.person = scene.person(roles.first());
    move.kind = kind;
    move.notifiedOn = today;
    move.notifier.documents = {u"driving-licence"_s};
    move.from = {.id = scene.household(u"home"_s), .baseVersion = 1};
    for (const QString &role : roles)
        move.movers.append({.person = scene.person(role), .baseVersion = 1, .relationship = {}});
    return move;
}

/// The mother moves out of the house, alone.
Move theirs(const PlacedScene &scene)
{
    Move move = moveOf(scene, MoveKind::Within, {u"母"_s});
    move.happenedOn = today.addDays(-3);
    move.address = scene.place({u"new"_s, {}});
    move.movers.first().relationship = u"世帯主"_s;
    return move;
}

/// The whole family says that it will leave the city.
Move mine(const PlacedScene &scene)
{
    Move move = moveOf(scene, MoveKind::OutNotice, {u"父"_s, u"母"_s, u"子"_s});
    move.happenedOn = today.addDays(20);
    move.to = move.from;
    move.address.municipality = u"とおくの県隣市"_s;
    const QStringList words{u"世帯主"_s, u"妻"_s, u"子"_s};
    for (qsizetype i = 0; i < words.size(); ++i)
        move.movers[i].relationship = words.at(i);
    return move;
}

desk::Filed file(Workplace &place, const Move &move)
{
    const auto visit =
        must(place.desk().visits().open({.number = u"12"_s, .purpose = u"move"_s}).result());
    const desk::EntryRequest request{.visit = visit.id, .person = move.person, .reason = {}};
    (void)place.desk().moves().begin(request, move).result();
    const auto filed = must(place.desk().moves().file(request, move).result());
    (void)place.desk().writeEntries().end().result();
    must(place.desk().visits().end(visit.id).result());
    return filed;
}

} // namespace

/// Two clerks on one household, one of them without a line: nothing is overwritten, and the one who
/// comes second reads who changed what, and when, and chooses (design.md 3).
class TestMoveConflict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, u"ja"_s);
        widgets::applyTheme(100);
    }
    void whoComesSecondReadsWhatTheFirstDid_data();
    void whoComesSecondReadsWhatTheFirstDid();

private:
    /// Filed without a line, after which a colleague's was registered; now the line is back.
    [[nodiscard]] static QStringList conflicts(Office &office);
    static void looksAt(outbox::OutboxPage &page);
    static void choose(Office &office, const QString &uuid, Qt::Key key);
    static void isKeptOnTop(Office &office, const PlacedScene &scene);
};

void TestMoveConflict::whoComesSecondReadsWhatTheFirstDid_data()
{
    QTest::addColumn<LinkKind>("kind");
    QTest::newRow("embedded") << LinkKind::Embedded;
    QTest::newRow("postgres") << LinkKind::Postgres;
}

QStringList TestMoveConflict::conflicts(Office &office)
{
    office.cut = true;
    QStringList uuids;
    for (const PlacedScene &scene : std::as_const(office.scenes)) {
        const auto filed = file(office.at(u"clerk"_s), mine(scene));
        if (filed.state != ItemState::Filed)
            qFatal("it was sent");
        uuids.append(filed.uuid);
    }
    office.pass(hourMs);
    for (const PlacedScene &scene : std::as_const(office.scenes)) {
        const auto filed = file(office.at(u"colleague"_s), theirs(scene));
        if (filed.state != ItemState::Provisional)
            qFatal("the colleague's is not there");
        must(office.at(u"chief"_s).catchUp());
        auto &checks = office.at(u"chief"_s).desk().checks();
        must(checks.decide(filed.entry, desk::CheckOutcome::Register, {}).result());
    }
    office.pass(hourMs);
    office.cut = false;
    return uuids;
}

void TestMoveConflict::whoComesSecondReadsWhatTheFirstDid()
{
    QFETCH(LinkKind, kind);
    Office office(kind);
    const QStringList uuids = conflicts(office);
    auto &outbox = office.at(u"clerk"_s).desk().outbox();
    // One is sent again, and with it all that waits.
    QCOMPARE(must(outbox.retry(uuids.first()).result()).state, ItemState::Conflict);
    for (qsizetype i = 0; i < uuids.size(); ++i) {
        const auto &scene = office.scenes.at(i);
        const auto item = must(outbox.open(uuids.at(i)).result());
        QCOMPARE(item.line.state, ItemState::Conflict);
        // Not what I entered myself, with other versions.
        QVERIFY(!item.theirs.has_value());
        QVERIFY(!item.theirMoves.hidden);
        QCOMPARE(item.theirMoves.entries.size(), 1);
        const auto &entry = item.theirMoves.entries.first();
        QCOMPARE(entry.author.name, u"見本　colleague"_s);
        QCOMPARE(entry.checker.name, u"見本　chief"_s);
        QCOMPARE(entry.checker.at.date(), today);
        QCOMPARE(std::get<Move>(entry.proposal.entered).kind, MoveKind::Within);
        QCOMPARE(item.theirMoves.changes.size(), 1);
        const auto &change = item.theirMoves.changes.first();
        QCOMPARE(change.before.id, (base::SnapshotId{scene.person(u"母"_s), 1}));
        QCOMPARE(change.after.id, (base::SnapshotId{scene.person(u"母"_s), 2}));
        QCOMPARE(change.before.address, scene.place({u"home"_s, {}}));
        QCOMPARE(change.after.address, scene.place({u"new"_s, {}}));
        QCOMPARE(change.after.relationship, u"世帯主"_s);
        QCOMPARE(item.names.value(scene.person(u"子"_s)), u"山田　子"_s);
    }
    choose(office, uuids.at(0), Qt::Key_1);
    choose(office, uuids.at(1), Qt::Key_2);
    choose(office, uuids.at(2), Qt::Key_3);
    isKeptOnTop(office, office.scenes.at(1));
}

/// What stands on the page, in words.
void TestMoveConflict::looksAt(outbox::OutboxPage &page)
{
    const QString shown = support::shownTexts(&page);
    for (const QString &words :
         {u"転居"_s, u"転出届"_s, u"見本　colleague（市民課）"_s, u"見本　chief（市民課）"_s,
          u"令和8年11月2日"_s, u"山田　母"_s, u"● 相違"_s, u"とおくの県隣市"_s})
        QVERIFY2(shown.contains(words), qPrintable(words + u" in "_s + shown));
    QCOMPARE(support::inWords(support::cutTexts(&page)), QString());
    support::picture(&page, u"moveconflict"_s);
}

void TestMoveConflict::choose(Office &office, const QString &uuid, Qt::Key key)
{
    auto &outbox = office.at(u"clerk"_s).desk().outbox();
    auto desk = outbox::proceduresOf(outbox);
    desk.inVisit = true;
    desk.now = [] { return QDateTime(today, QTime(4, 0), Qt::UTC); };
    outbox::OutboxPage page(std::move(desk));
    QSignalSpy draft(&page, &outbox::OutboxPage::draftWanted);
    page.beginWith(uuid);
    page.resize(1366, 900);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.arrive();
    auto *theirs = page.findChild<QPushButton *>(u"takeTheirs"_s);
    QTRY_VERIFY(theirs->isVisible());
    QTest::qWait(100);
    looksAt(page);
    QTest::keyClick(page.findChild<QWidget *>(u"itemPanel"_s), key);
    if (key == Qt::Key_3) {
        auto *ask = page.findChild<QWidget *>(u"outboxAsk"_s);
        QTRY_VERIFY(ask->isVisible());
        ask->findChild<QPushButton *>(u"askDoIt"_s)->click();
    }
    const auto state = [&outbox, &uuid] {
        for (const auto &line : must(outbox.items(true).result())) {
            if (line.uuid == uuid)
                return line.state;
        }
        return ItemState::Draft;
    };
    QTRY_COMPARE(state(), ItemState::Discarded);
    QTRY_COMPARE(draft.size(), key == Qt::Key_2 ? 1 : 0);
}

/// Theirs stands in the register, and mine is a draft on what stands there now.
void TestMoveConflict::isKeptOnTop(Office &office, const PlacedScene &scene)
{
    auto &clerk = office.at(u"clerk"_s);
    must(clerk.catchUp());
    const auto state = must(casebook::sceneState(clerk, scene));
    const auto mother = state.people.value(scene.person(u"母"_s).value);
    QCOMPARE(mother.id.version, 2);
    QCOMPARE(mother.state, residents::State::Resident);
    QCOMPARE(mother.address, scene.place({u"new"_s, {}}));
    QList<desk::OutboxLine> drafts;
    for (const auto &line : must(clerk.desk().outbox().items(false).result())) {
        if (line.state == ItemState::Draft)
            drafts.append(line);
    }
    QCOMPARE(drafts.size(), 1);
    const auto item = must(clerk.desk().outbox().open(drafts.first().uuid).result());
    const auto &kept = std::get<Move>(item.mine.entered);
    QCOMPARE(kept.kind, MoveKind::OutNotice);
    QCOMPARE(kept.happenedOn, mine(scene).happenedOn);
    QCOMPARE(kept.address, mine(scene).address);
    QCOMPARE(kept.from.baseVersion, 2);
    QCOMPARE(kept.movers.at(0).baseVersion, 1);
    QCOMPARE(kept.movers.at(1).baseVersion, 2);
}

QTEST_MAIN(TestMoveConflict)
#include "tst_moveconflict.moc"
