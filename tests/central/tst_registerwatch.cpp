// links: pq madoguchi_central
#include "support/watchplace.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// The watch beside a real server: what it makes of the server's log, and whom it shuts out. Every
// attempt is made by psql; the names, addresses and counts expected are those of the attempts.
class TestRegisterWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aRefusedConnectionStandsInTheLog_data();
    void aRefusedConnectionStandsInTheLog();
    void fiveWrongPasswordsShutTheLogin();
    void aSupervisorOpensItAgain();
    void aSuccessEndsTheCount();
    void whoTriesAnothersNameShutsHimselfOut_data();
    void whoTriesAnothersNameShutsHimselfOut();
    void withoutACardNobodyIsShutOut();
    void whereCardsAreNotLoggedTheNameCounts();
    void oneSignInIsOneAttempt();
    void eachCityHearsOfItsOwn();
    void whatIsOpenOfALockedUserIsEnded();
    void whatWasOpenedWhileTheLoginWasShutIsEnded();
    void whoHasLeftStaysOut();
    void rotationAndRestartLoseNothing();
    void whatIsMissingIsSaid();
    void whatWasReadIsReadOnceWhoeverReads();
    void killedAtAnyPointNothingIsCountedTwice();

private:
    void fail(int times, const QString &user, const std::optional<QString> &card = {});

    std::unique_ptr<WatchPlace> m_place;
};

namespace {

const QString right = WatchPlace::password();
const QString watchProgram = QStringLiteral(MADOGUCHI_BINARY_DIR "/bin/madoguchi-admin");

TestCluster &cluster()
{
    return TestPostgresRegister::cluster();
}

} // namespace

void TestRegisterWatch::init()
{
    m_place = std::make_unique<WatchPlace>();
}

void TestRegisterWatch::cleanup()
{
    m_place.reset();
    cluster().sql(u"do $$ declare one text; begin for one in select unnest(array['clerk', 'chief', "
                  "'admin']) loop execute format('alter role %I login valid until ''infinity''', "
                  "one); end loop; end $$"_s);
}

/// Wrong passwords, all of them seen by the watch.
void TestRegisterWatch::fail(int times, const QString &user, const std::optional<QString> &card)
{
    const qint64 before = m_place->noted();
    for (int time = 0; time < times; ++time)
        QVERIFY(!m_place->tried(user, u"wrong"_s, card).isEmpty());
    QVERIFY(m_place->refused(before + times));
}

void TestRegisterWatch::aRefusedConnectionStandsInTheLog_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("line");
    QTest::newRow("wrong password")
        << u"clerk"_s << u"wrong"_s << u"clerk"_s
        << u"clerk RegisterRefused wrong password; from 127.0.0.1; certificate of clerk"_s;
    QTest::newRow("no certificate") << u"clerk"_s << right << u""_s
                                    << u"clerk RegisterRefused no certificate; from 127.0.0.1"_s;
    // The password is right: both factors of two people are none.
    QTest::newRow("another's certificate")
        << u"clerk"_s << right << u"chief"_s
        << u"clerk RegisterRefused another's certificate; from 127.0.0.1; certificate of chief"_s;
    QTest::newRow("unknown user")
        << u"ghost"_s << right << u"clerk"_s
        << u"ghost RegisterRefused unknown user; from 127.0.0.1; certificate of clerk"_s;
    // Who types a password where the name belongs finds it in no log.
    QTest::newRow("a name that is none")
        << u"Secret!2026"_s << right << u"clerk"_s
        << u"RegisterRefused unknown user; from 127.0.0.1; certificate of clerk"_s;
    QTest::newRow("revoked certificate")
        << u"revoked"_s << right << u"revoked"_s
        << u"RegisterRefused TLS: certificate verify failed; from 127.0.0.1"_s;
    QTest::newRow("certificate of another authority")
        << u"stranger"_s << right << u"stranger"_s
        << u"RegisterRefused TLS: certificate verify failed; from 127.0.0.1"_s;
    QTest::newRow("the administrator over the network")
        << u"postgres"_s << right << u"clerk"_s
        << u"postgres RegisterRefused not this way; from 127.0.0.1; certificate of clerk"_s;
}

void TestRegisterWatch::aRefusedConnectionStandsInTheLog()
{
    QFETCH(const QString, user);
    QFETCH(const QString, password);
    QFETCH(const QString, card);
    QFETCH(const QString, line);

    if (user == u"revoked" || user == u"stranger") {
        const TestAuthority other;
        const TestAuthority &authority = user == u"stranger" ? other : cluster().authority();
        const auto certificate = authority.certifyWithKeyFile(u"clerk"_s);
        if (user == u"revoked") {
            authority.revoke(certificate);
            cluster().takeList();
        }
        const QString connection =
            cluster().connection(u"clerk"_s, certificate, m_place->place().database());
        QVERIFY(!TestCluster::ask(connection, password, u"select 1"_s).error.isEmpty());
    } else {
        QVERIFY(!m_place->tried(user, password, card).isEmpty());
    }
    QVERIFY(m_place->refused(1));
    const QString found = m_place->lastLine();
    QVERIFY2(found.startsWith(line + u"; times 1, last 20"_s), qPrintable(found));
    QCOMPARE(m_place->sql(u"select count(*) from office.register_log where number < 0"_s), u"0"_s);
}

void TestRegisterWatch::fiveWrongPasswordsShutTheLogin()
{
    fail(4, u"clerk"_s);
    QCOMPARE(m_place->locked(), QString());
    QCOMPARE(m_place->tried(u"clerk"_s, u"wrong"_s).isEmpty(), false);
    QVERIFY(m_place->refused(5));
    QCOMPARE(m_place->locked(), u"clerk"_s);
    QCOMPARE(m_place->lastLine(), u"clerk UserLocked 5 refused connections"_s);
    // The right password is answered as a wrong one: nobody learns which it was.
    const QString answer = m_place->tried(u"clerk"_s, right);
    QCOMPARE(answer, m_place->tried(u"clerk"_s, u"wrong"_s));
    QVERIFY2(answer.contains(u"password authentication failed"), qPrintable(answer));
    QVERIFY(m_place->refused(7));
    QVERIFY(m_place->lastLine().startsWith(u"clerk RegisterRefused locked; "_s));
    QCOMPARE(m_place->tried(u"chief"_s, right), QString());
}

void TestRegisterWatch::aSupervisorOpensItAgain()
{
    fail(5, u"clerk"_s);
    QVERIFY(!m_place->tried(u"clerk"_s, right).isEmpty());
    const auto chief = m_place->place().signedIn(u"chief"_s);
    QCOMPARE((*chief)(u"select status from api.unlock_user('clerk')"_s), u"ok"_s);
    m_place->follow();
    QCOMPARE(m_place->tried(u"clerk"_s, right), QString());
    // And begins anew.
    QVERIFY(m_place->refused(6));
    fail(4, u"clerk"_s);
    QCOMPARE(m_place->locked(), QString());
}

void TestRegisterWatch::aSuccessEndsTheCount()
{
    for (int round = 0; round < 3; ++round) {
        fail(4, u"clerk"_s);
        QCOMPARE(m_place->tried(u"clerk"_s, right), QString());
    }
    QCOMPARE(m_place->locked(), QString());
    fail(5, u"clerk"_s);
    QCOMPARE(m_place->locked(), u"clerk"_s);
}

void TestRegisterWatch::whoTriesAnothersNameShutsHimselfOut_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("guessing") << u"wrong"_s;
    QTest::newRow("with the right password") << right;
}

// Otherwise whoever has any card could shut out the whole office.
void TestRegisterWatch::whoTriesAnothersNameShutsHimselfOut()
{
    QFETCH(const QString, password);
    for (int time = 0; time < 5; ++time)
        QVERIFY(!m_place->tried(u"clerk"_s, password, u"chief"_s).isEmpty());
    QVERIFY(m_place->refused(5));
    QCOMPARE(m_place->locked(), u"chief"_s);
    QCOMPARE(m_place->tried(u"clerk"_s, right), QString());
    QVERIFY(!m_place->tried(u"chief"_s, right).isEmpty());
}

void TestRegisterWatch::withoutACardNobodyIsShutOut()
{
    const TestAuthority stranger;
    const QString foreign = cluster().connection(
        u"clerk"_s, stranger.certifyWithKeyFile(u"clerk"_s), m_place->place().database());
    for (int time = 0; time < 8; ++time) {
        QVERIFY(!m_place->tried(u"clerk"_s, u"wrong"_s, u""_s).isEmpty());
        QVERIFY(!TestCluster::ask(foreign, u"wrong"_s, u"select 1"_s).error.isEmpty());
    }
    QVERIFY(m_place->refused(16));
    // Nor who goes where no password is asked.
    for (int time = 0; time < 6; ++time)
        QVERIFY(!m_place->tried(u"postgres"_s, right, u"clerk"_s).isEmpty());
    QVERIFY(m_place->refused(22));
    QCOMPARE(m_place->locked(), QString());
    QCOMPARE(m_place->sql(u"select count(*) from office.refused_count"_s), u"0"_s);
    QCOMPARE(m_place->tried(u"clerk"_s, right), QString());
}

void TestRegisterWatch::whereCardsAreNotLoggedTheNameCounts()
{
    const auto loaded = [] { return cluster().sql(u"select pg_conf_load_time()"_s); };
    const auto reload = [&loaded] {
        const QString before = loaded();
        cluster().sql(u"select pg_reload_conf()"_s);
        QTRY_VERIFY(loaded() != before);
    };
    cluster().sql(u"alter system set log_min_messages = 'warning'"_s);
    reload();
    for (int time = 0; time < 6; ++time)
        QVERIFY(!m_place->tried(u"admin"_s, right, u""_s).isEmpty());
    QVERIFY(m_place->refused(6));
    fail(5, u"clerk"_s, u"chief"_s);
    const QString locked = m_place->locked();
    const auto alarms = m_place->watch().alarms({});
    cluster().sql(u"alter system reset log_min_messages"_s);
    reload();
    QCOMPARE(locked, u"clerk"_s);
    QVERIFY(alarms.has_value());
    QVERIFY(std::any_of(alarms->cbegin(), alarms->cend(), [](const auto &alarm) {
        return alarm.kind == u"server-log" && alarm.where.startsWith(u"log_min_messages"_s);
    }));
}

// However often the program calls: five mistakes are five.
void TestRegisterWatch::oneSignInIsOneAttempt()
{
    auto place = m_place->place().place(u"clerk"_s);
    place.target.password = keyOf('x');
    const auto link = central::PostgresLink::open(place);
    const auto session =
        link ? (*link)->openSession({.userId = u"clerk"_s,
                                     .certificateFingerprint = TestRegister::card(u"clerk"_s),
                                     .stationId = u"S0001"_s})
             : base::Result<central::Session>(base::fail(link));
    QCOMPARE(session.error().code, base::ErrorCode::RegisterRefused);
    QVERIFY(m_place->refused(1));
    QThread::msleep(500);
    QVERIFY(m_place->refused(1));
}

// One server holds several: none learns who is refused in another.
void TestRegisterWatch::eachCityHearsOfItsOwn()
{
    QVERIFY(central::PostgresRegister::makeCity(m_place->connection(),
                                                {.registerId = u"other"_s,
                                                 .municipality = u"あさぎり県ほかの市"_s,
                                                 .code = u"982024"_s,
                                                 .training = true},
                                                cluster().keyFile())
                .has_value());
    fail(1, u"clerk"_s);
    QVERIFY(!m_place->tried(u"ghost"_s, right, u"clerk"_s).isEmpty());
    QVERIFY(m_place->refused(2)); // behind the card of somebody of the first city
    const auto other = [this] {
        return m_place->sql(u"select string_agg(user_id || detail, ' ') from office.register_log "
                            "where code = '982024'"_s);
    };
    QCOMPARE(other(), QString());
    // Whom nobody knows could have meant either.
    QVERIFY(!m_place->tried(u"ghost"_s, right, u""_s).isEmpty());
    QVERIFY(m_place->refused(3));
    QVERIFY(other().startsWith(u"ghostno certificate"_s));
}

void TestRegisterWatch::whatIsOpenOfALockedUserIsEnded()
{
    const auto open = m_place->place().signedIn(u"clerk"_s);
    const auto other = m_place->place().signedIn(u"chief"_s);
    fail(5, u"clerk"_s);
    QCOMPARE((*open)(u"select status from api.demand(0)"_s).left(8), u"SQLSTATE"_s);
    QCOMPARE((*other)(u"select status from api.demand(0)"_s), u"ok"_s);
}

// NOLOGIN is the office's own word; neither locking nor unlocking touches it.
// A connection that was let in a moment before its login was shut, or shut by a watch that died.
void TestRegisterWatch::whatWasOpenedWhileTheLoginWasShutIsEnded()
{
    const auto open = m_place->place().signedIn(u"clerk"_s);
    QCOMPARE((*open)(u"select 1"_s), u"1"_s);
    m_place->sql(u"update office.user_account set locked = true where user_id = 'clerk'; "
                 "alter role clerk valid until '-infinity'"_s);
    (void)m_place->follow();
    QTRY_COMPARE(m_place->sql(u"select count(*) from pg_stat_activity where usename = 'clerk'"_s),
                 u"0"_s);
}

void TestRegisterWatch::whoHasLeftStaysOut()
{
    fail(5, u"clerk"_s);
    m_place->sql(u"alter role clerk nologin"_s);
    m_place->sql(u"update office.user_account set locked = false where user_id = 'clerk'"_s);
    m_place->follow();
    QVERIFY(m_place->tried(u"clerk"_s, right).contains(u"is not permitted to log in"_s));
}

void TestRegisterWatch::rotationAndRestartLoseNothing()
{
    const auto fileCount = [] {
        return QDir(cluster().logFolder()).entryList({u"*.json"_s}, QDir::Files).size();
    };
    const auto files = fileCount();
    const auto attempt = [this] { return !m_place->tried(u"clerk"_s, right, u""_s).isEmpty(); };
    QVERIFY(attempt());
    // The names of the files are their seconds.
    QThread::msleep(1100);
    cluster().sql(u"select pg_rotate_logfile()"_s);
    QTRY_COMPARE(fileCount(), files + 1);
    QVERIFY(attempt());
    QThread::msleep(1100);
    cluster().sql(u"select pg_rotate_logfile()"_s);
    QTRY_COMPARE(fileCount(), files + 2);
    QVERIFY(attempt());
    QVERIFY(m_place->refused(3));
    QVERIFY(attempt());
    // A file that is moved on is the same file.
    const QDir folder(cluster().logFolder());
    const QString newest = folder.filePath(folder.entryList({u"*.json"_s}, QDir::Files).last());
    QVERIFY(m_place->refused(4));
    QVERIFY(QFile::rename(newest, newest + u".1"_s));
    QVERIFY(attempt());
    QVERIFY(m_place->refused(5));
    // And across the server's own end, read by the program.
    QVERIFY(attempt());
    cluster().stop();
    cluster().start();
    QVERIFY(attempt());
    const QString key = m_place->at(u"key"_s);
    writeServerFile(key, QByteArray(32, 'k'));
    QElapsedTimer waiting;
    for (waiting.start(); m_place->noted() < 7 && waiting.elapsed() < 20'000;)
        (void)run({watchProgram, u"register"_s, u"watch"_s, u"--once"_s, u"--connect"_s,
                   m_place->administrator(), u"--log"_s, cluster().logFolder(), u"--key"_s, key});
    QCOMPARE(m_place->noted(), 7);
    QCOMPARE(m_place->sql(u"select count(*) from office.register_log where call = 'server_log'"_s),
             u"0"_s);
}

void TestRegisterWatch::whatIsMissingIsSaid()
{
    QVERIFY(!m_place->tried(u"clerk"_s, right, u""_s).isEmpty());
    QVERIFY(m_place->refused(1));
    QThread::msleep(1100);
    const QStringList read = QDir(cluster().logFolder()).entryList({u"*.json*"_s}, QDir::Files);
    cluster().sql(u"select pg_rotate_logfile()"_s);
    QTRY_VERIFY(QDir(cluster().logFolder()).entryList({u"*.json*"_s}, QDir::Files).size() >
                read.size());
    for (const QString &file : read)
        QVERIFY(QFile::remove(cluster().logFolder() + u'/' + file));
    QVERIFY(!m_place->tried(u"clerk"_s, right, u""_s).isEmpty());
    QVERIFY(m_place->refused(2));
    QCOMPARE(m_place->sql(u"select outcome || ' ' || detail from office.register_log "
                          "where call = 'server_log'"_s),
             u"LogCut lines of the server's log are missing"_s);
}

void TestRegisterWatch::whatWasReadIsReadOnceWhoeverReads()
{
    fail(3, u"clerk"_s);
    auto another = m_place->another();
    QVERIFY(another.followLog().has_value());
    QCOMPARE(m_place->noted(), 3);
    QCOMPARE(m_place->sql(u"select count from office.refused_count where user_id = 'clerk'"_s),
             u"3"_s);
    // What it did in a transaction that did not end is not done: neither the line nor the place.
    QVERIFY(m_place->connection().begin().has_value());
    QVERIFY(!m_place->tried(u"clerk"_s, u"wrong"_s).isEmpty());
    m_place->connection().rollback();
    QVERIFY(m_place->refused(4));
    QCOMPARE(m_place->sql(u"select count from office.refused_count where user_id = 'clerk'"_s),
             u"4"_s);
}

// The program itself, ended by SIGKILL again and again while somebody tries.
void TestRegisterWatch::killedAtAnyPointNothingIsCountedTwice()
{
    const QString key = m_place->at(u"key"_s);
    writeServerFile(key, QByteArray(32, 'k'));
    const QStringList command{u"register"_s,  u"watch"_s,
                              u"--connect"_s, m_place->administrator(),
                              u"--log"_s,     cluster().logFolder(),
                              u"--key"_s,     key};
    constexpr int attempts = 60;
    QProcess watch;
    for (int time = 0; time < attempts; ++time) {
        QVERIFY(!m_place->tried(u"clerk"_s, u"wrong"_s, u""_s).isEmpty());
        if (time % 6 == 0) {
            watch.start(watchProgram, command);
            QVERIFY(watch.waitForStarted());
        } else if (time % 6 == 5) {
            QThread::msleep(unsigned(10 * time));
            watch.kill();
            QVERIFY(watch.waitForFinished());
        }
    }
    QVERIFY(m_place->refused(attempts));
    QCOMPARE(m_place->watch().followLog()->refused, 0);
    QCOMPARE(m_place->noted(), attempts);
    QCOMPARE(m_place->sql(u"select count(*) from office.seal"_s).toInt() > 0, true);
}

QTEST_GUILESS_MAIN(TestRegisterWatch)
#include "tst_registerwatch.moc"
