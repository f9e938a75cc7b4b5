#include "app/lineagework.h"

using namespace lineagework;
using central::CheckOutcome;
using journal::DecisionState;

namespace {

const QString script = QStringLiteral(MADOGUCHI_SOURCE_DIR "/packaging/central/backup.sh");
const QString why = QStringLiteral("期間の根拠を確認");

/// A server whose copy is one of packaging/central/backup.sh, restored into a new folder. What was
/// written after the copy stands in a piece of the log of changes that was never archived.
class BackedUpServer final : public CopiedRegister
{
public:
    BackedUpServer()
        : m_server(settings(m_place))
    {
        if (!m_server.owner().add(city()) || !m_server.owner().finish())
            qFatal("no city");
    }
    std::shared_ptr<central::CentralLink> link(const QString &user) override
    {
        return m_server.signedIn(user);
    }
    central::RegisterOwner &owner() override { return m_server.owner(); }
    void copy() override
    {
        support::mustRun({script, QStringLiteral("base"), backup(m_place),
                          QStringLiteral("--connect"), m_server.cluster().administrator()});
    }
    void putBack() override
    {
        auto &cluster = m_server.cluster();
        cluster.kill();
        if (!QFile::rename(cluster.data(), m_place.at(QStringLiteral("lost"))))
            qFatal("the lost folder stays");
        support::mustRun({script, QStringLiteral("restore"), backup(m_place), cluster.data()});
        cluster.start();
        // It answers readers before it has come to the end of its log.
        const auto standing = [&cluster] {
            return cluster.sql(QStringLiteral("select pg_is_in_recovery()")) == QStringLiteral("f");
        };
        if (!QTest::qWaitFor(standing, 120'000))
            qFatal("the restored server does not take writes");
    }
    Result<central::OffersApplied> recover() override
    {
        return recoverAt(m_server.administrator());
    }

private:
    static QString backup(const support::ServerFolder &place)
    {
        return place.at(QStringLiteral("backup"));
    }
    static support::ClusterSettings settings(const support::ServerFolder &place)
    {
        // The server's account need not reach the source.
        const QString reached = place.at(QStringLiteral("backup.sh"));
        support::writeServerFile(reached, support::readWhole(script), 0700);
        support::ClusterSettings settings;
        settings.configuration = "archive_mode = on\narchive_timeout = 0\narchive_command = '" +
                                 QFile::encodeName(reached) + " archive " +
                                 QFile::encodeName(backup(place)) + " %p %f'\n";
        return settings;
    }

    support::ServerFolder m_place;
    support::ServedRegister m_server;
};

std::unique_ptr<CopiedRegister> registerNamed(const QString &name)
{
    if (name == QStringLiteral("files"))
        return std::make_unique<CopiedFiles>();
    if (name == QStringLiteral("server"))
        return std::make_unique<CopiedServer>();
    return std::make_unique<BackedUpServer>();
}

void everyRegister()
{
    QTest::addColumn<QString>("house");
    for (const char *name : {"files", "server", "backup.sh"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// Two people at two stations.
class Day final
{
public:
    explicit Day(CopiedRegister &house)
        : first(house, clerk)
        , second(house, chief)
        , m_house(house)
    {
    }
    Station first;
    Station second;
    QString note, telephone, protection, sentBack, withdrawn, longer;
    QByteArray digest; ///< of the register at the end of the day

    /// Yesterday's work, and the backup of it.
    void yesterday()
    {
        (void)first.enter(aNote(1, QStringLiteral("昨日")));
        bring();
        disconnect();
        m_house.copy();
        connect();
        bring();
    }
    /// Today's: a note, a contact, and four 仮登録 of which each is decided.
    void today()
    {
        note = first.enter(aNote(3, QStringLiteral("今日")));
        protection = first.enter(aRestriction(4));
        second.decide(
            {.entry = entryOf(protection), .outcome = CheckOutcome::Register, .reason = {}});
        bring();
        telephone = second.enter(aContact(2, QStringLiteral("090-0000-0002")));
        sentBack = first.enter(aRestriction(5));
        second.decide(
            {.entry = entryOf(sentBack), .outcome = CheckOutcome::SendBack, .reason = why});
        bring();
        withdrawn = first.enter(aRestriction(6));
        first.withdraw(withdrawn);
        // Counts on the first one being registered: it is the second version.
        auto changed = aRestriction(4);
        auto &restriction = std::get<residents::Restriction>(changed.entered);
        restriction.id = restrictionOn(4);
        restriction.until = QDate(2028, 3, 31);
        changed.baseVersion = 2;
        longer = first.enter(changed);
        second.decide({.entry = entryOf(longer), .outcome = CheckOutcome::Register, .reason = {}});
        bring();
        digest = *first.link().registerDigest();
    }
    /// The register as it was yesterday.
    void lose()
    {
        disconnect();
        m_house.putBack();
        connect();
    }
    void bring()
    {
        for (Station *station : {&first, &second}) {
            if (!station->bring())
                qFatal("not brought");
        }
    }
    void disconnect()
    {
        first.disconnect();
        second.disconnect();
    }
    void connect()
    {
        first.connect();
        second.connect();
    }
    [[nodiscard]] Item item(const QString &uuid) { return first.item(uuid); }

private:
    [[nodiscard]] qint64 entryOf(const QString &uuid) { return first.item(uuid).entry; }
    [[nodiscard]] qint64 restrictionOn(qint64 person)
    {
        const auto rows =
            first.link().chunk({.table = central::Table::Restriction, .after = {}, .limit = 1000});
        for (const auto &row : rows->rows) {
            const auto one = residents::decodeRestriction(row.body);
            if (one && one->person.value == person)
                return one->id;
        }
        qFatal("no such restriction");
    }
    CopiedRegister &m_house;
};

} // namespace

// A day that the register lost: everything that was acknowledged comes back, also what was decided.
class TestLostDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDayComesBack_data() { everyRegister(); }
    void theDayComesBack();
    void whoeverComesLaterBringsHisDecisions();
    void aDecisionIsNotOfferedByOthers();
    void whatABackupHoldsIsForgotten();
    void whatCannotBeWrittenIsWrittenLater();
};

void TestLostDay::theDayComesBack()
{
    QFETCH(QString, house);
    const auto place = registerNamed(house);
    Day day(*place);
    day.yesterday();
    day.today();
    QCOMPARE(day.first.digest(), day.digest);
    QCOMPARE(day.item(day.sentBack).state, ItemState::SentBack);
    day.lose();
    QVERIFY(*day.first.link().registerDigest() != day.digest);
    for (Station *station : {&day.first, &day.second}) {
        const auto report = station->bring();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QCOMPARE(report->outcome, syncing::Outcome::SetAside);
        QVERIFY(station->decisions(DecisionState::Lost).isEmpty());
    }
    QCOMPARE(day.first.decisions(DecisionState::Offered).size(), 1);
    QCOMPARE(day.second.decisions(DecisionState::Offered).size(), 3);

    const auto applied = place->recover();
    QVERIFY2(applied, qPrintable(applied ? QString() : applied.error().detail));
    QCOMPARE(applied->applied, 10); // six entries, four decisions
    QCOMPARE(applied->left, 0);
    QCOMPARE(applied->waiting, 0);
    QCOMPARE(*day.first.link().registerDigest(), day.digest);
    for (int turn = 0; turn < 2; ++turn) { // what is answered, and what became of it
        QVERIFY(day.first.outbox->ship() && day.second.outbox->ship());
        day.bring();
    }
    QCOMPARE(day.first.digest(), day.digest);
    QCOMPARE(day.second.digest(), day.digest);
    for (const QString &uuid : {day.note, day.protection, day.longer})
        QCOMPARE(day.item(uuid).state, ItemState::Registered);
    QCOMPARE(day.second.item(day.telephone).state, ItemState::Registered);
    QCOMPARE(day.item(day.sentBack).state, ItemState::SentBack);
    QCOMPARE(day.item(day.withdrawn).state, ItemState::Withdrawn);
    QCOMPARE(place->recover()->applied, 0);
}

void TestLostDay::whoeverComesLaterBringsHisDecisions()
{
    CopiedFiles house;
    Day day(house);
    day.yesterday();
    day.today();
    day.lose();
    QVERIFY(day.first.bring());
    const auto early = house.recover();
    QVERIFY(early);
    QCOMPARE(early->applied, 5); // note, three protections, and that one was taken back
    QCOMPARE(early->waiting, 1); // the longer one: nobody has told that the first is registered
    QCOMPARE(early->left, 0);
    QVERIFY(day.first.outbox->ship());
    QCOMPARE(day.item(day.protection).state, ItemState::Provisional);
    QCOMPARE(day.item(day.longer).state, ItemState::Filed);
    QVERIFY(day.second.bring());
    const auto late = house.recover();
    QVERIFY(late);
    QCOMPARE(late->waiting, 0);
    QCOMPARE(late->left, 0);
    for (int turn = 0; turn < 2; ++turn) {
        QVERIFY(day.first.outbox->ship() && day.second.outbox->ship());
        day.bring();
    }
    for (const QString &uuid : {day.protection, day.longer})
        QCOMPARE(day.item(uuid).state, ItemState::Registered);
    QCOMPARE(day.first.digest(), *day.first.link().registerDigest());
}

// The station remembers what somebody decided there; only he hands it in.
void TestLostDay::aDecisionIsNotOfferedByOthers()
{
    CopiedFiles house;
    Day day(house);
    day.yesterday();
    const QString uuid = day.first.enter(aRestriction(4));
    day.bring();
    Station shared(house, chief);
    shared.decide({.entry = day.item(uuid).entry, .outcome = CheckOutcome::Register, .reason = {}});
    QVERIFY(shared.bring());
    day.disconnect();
    shared.disconnect();
    house.putBack();
    day.connect();
    shared.signInAs(clerk);
    QVERIFY(day.first.bring() && shared.bring());
    QCOMPARE(shared.decisions(DecisionState::Lost).size(), 1);
    QCOMPARE(house.recover()->applied, 1); // the entry alone
    shared.disconnect();
    shared.signInAs(chief);
    QVERIFY(shared.bring());
    QCOMPARE(shared.decisions(DecisionState::Offered).size(), 1);
    QCOMPARE(house.recover()->applied, 1);
}

void TestLostDay::whatABackupHoldsIsForgotten()
{
    CopiedFiles house;
    Day day(house);
    day.yesterday();
    day.today();
    QCOMPARE(day.second.decisions(DecisionState::Acknowledged).size(), 3);
    QVERIFY(house.owner().noteBackup(day.first.link().position()->number));
    day.second.passHours(2);
    QVERIFY(day.second.bring());
    QVERIFY(day.second.decisions(DecisionState::Acknowledged).isEmpty());
}

void TestLostDay::whatCannotBeWrittenIsWrittenLater()
{
    CopiedFiles house;
    Day day(house);
    day.yesterday();
    const QString uuid = day.first.enter(aRestriction(4));
    day.bring();
    day.second.holdJournal(true);
    day.second.decide(
        {.entry = day.item(uuid).entry, .outcome = CheckOutcome::Register, .reason = {}});
    QVERIFY(day.second.decisions(DecisionState::Acknowledged).isEmpty());
    day.second.holdJournal(false);
    QVERIFY(day.second.bring());
    QCOMPARE(day.second.decisions(DecisionState::Acknowledged).size(), 1);
}

QTEST_GUILESS_MAIN(TestLostDay)
#include "tst_lostday.moc"
