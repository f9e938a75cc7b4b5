#include "app/stationcommand.h"
#include "support/builders.h"
#include "support/onlineplace.h"

#include <QtTest>

using base::ErrorCode;
using support::OnlinePlace;

namespace {

constexpr int keepingUpMs = 60'000; // the office asks every 20 s
const QString clerk = QStringLiteral("madoguchi1");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// The whole workstation without a screen against a real PostgreSQL server: the card signs the TLS
// handshake, the server asks for the password, the station proves itself (design.md 4, "Order").
class TestOnline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFirstSignInMakesTheSlot();
    void aPasswordChangedElsewhereIsMended();
    void aRefusalUnlocksNothing_data();
    void aRefusalUnlocksNothing();
    void aServerOfAnotherAuthorityIsNotTold();
    void workGoesOnWhenTheConnectionWasCut();
    void theScreenUnlocksThroughTheRegister();
    void theTablesOfTheRegisterCount();
    void aServerThatIsAwayIsShown();
    void aRestoredRegisterIsLoadedAnew();

private:
    [[nodiscard]] base::Result<std::shared_ptr<desk::Desk>> tried(app::FrontRoom &room,
                                                                  const QString &password) const;
    [[nodiscard]] std::unique_ptr<app::FrontRoom> room() const;
    void sql(const char *statement) const { m_online->cluster().sql(QString::fromUtf8(statement)); }

    std::unique_ptr<OnlinePlace> m_online;
};

void TestOnline::initTestCase()
{
    m_online = std::make_unique<OnlinePlace>();
}

std::unique_ptr<app::FrontRoom> TestOnline::room() const
{
    auto room = m_online->place().frontRoom(clerk);
    if (!room)
        qFatal("no front room: %s", qPrintable(room.error().detail));
    (*room)->lookForCard();
    return std::move(*room);
}

base::Result<std::shared_ptr<desk::Desk>> TestOnline::tried(app::FrontRoom &room,
                                                            const QString &password) const
{
    return support::waited(room.door().signIn(
        app::toSecret(password), app::toSecret(m_online->place().credential(clerk).pin)));
}

void TestOnline::theFirstSignInMakesTheSlot()
{
    QVERIFY(!QFile::exists(m_online->slotsFile()));
    {
        const auto work = support::signedIn(m_online->place(), clerk);
        QVERIFY(QFile::exists(m_online->slotsFile()));
        auto &office = app::Office::of(*work.desk);
        QVERIFY(office.waitForCache());
        QCOMPARE(office.session().user.id, clerk);
        const auto digest = office.withCache(app::stationDigest);
        QVERIFY(digest);
        QCOMPARE(*digest, *office.link().registerDigest());
        QVERIFY(support::waited(work.desk->signOut()));
    }
    // The register witnessed the log of the sign-out.
    QVERIFY(m_online->cluster()
                .sql(QStringLiteral("select max(row_count) from office.station_head"))
                .toInt() > 0);
    const QByteArray before = contentOf(m_online->slotsFile());
    const auto again = support::signedIn(m_online->place(), clerk);
    QCOMPARE(contentOf(m_online->slotsFile()), before); // the slot opened
    QVERIFY(support::waited(again.desk->signOut()));
}

void TestOnline::aPasswordChangedElsewhereIsMended()
{
    const QString old = m_online->place().credential(clerk).password;
    const QString fresh = QStringLiteral("changed elsewhere 77");
    QVERIFY(m_online->owner().setPassword(clerk, app::toSecret(fresh), central::PasswordOf::User));
    const auto front = room();
    const QByteArray before = contentOf(m_online->slotsFile());
    const auto refused = tried(*front, old);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::PasswordWrong);
    QCOMPARE(contentOf(m_online->slotsFile()), before);
    const auto opened = tried(*front, fresh);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    QVERIFY(contentOf(m_online->slotsFile()) != before);
    QVERIFY(support::waited((*opened)->signOut()));
    QVERIFY(m_online->owner().setPassword(clerk, app::toSecret(old), central::PasswordOf::User));
}

void TestOnline::aRefusalUnlocksNothing_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("code");
    QTest::newRow("locked") << QByteArray("update office.user_account set locked = true")
                            << QByteArray("update office.user_account set locked = false")
                            << int(ErrorCode::UserLocked);
    QTest::newRow("expired") << QByteArray(
                                    "update office.user_account set valid_to = current_date - 2")
                             << QByteArray("update office.user_account set valid_to = 'infinity'")
                             << int(ErrorCode::UserExpired);
    QTest::newRow("another card")
        << QByteArray(
               "update office.user_account set fingerprint = sha256(fingerprint || user_id::bytea)")
        << QByteArray() << int(ErrorCode::RegisterRefused);
    QTest::newRow("station not enrolled")
        << QByteArray("update office.station set proof_key = sha256(proof_key)") << QByteArray()
        << int(ErrorCode::RegisterRefused);
    QTest::newRow("no login") << QByteArray("alter role madoguchi1 nologin")
                              << QByteArray("alter role madoguchi1 login")
                              << int(ErrorCode::RegisterRefused);
}

void TestOnline::aRefusalUnlocksNothing()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, code);
    sql("drop table if exists kept_user, kept_station;"
        "create table kept_user as select * from office.user_account;"
        "create table kept_station as select * from office.station");
    const QString password = m_online->place().credential(clerk).password;
    const QByteArray slot = contentOf(m_online->slotsFile());
    const auto front = room();
    sql(before.constData());
    const auto refused = tried(*front, password);
    if (!after.isEmpty())
        sql(after.constData());
    sql("update office.user_account a set fingerprint = k.fingerprint from kept_user k "
        "where k.user_id = a.user_id;"
        "update office.station s set proof_key = k.proof_key from kept_station k "
        "where k.station_id = s.station_id");
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().code), code);
    QCOMPARE(contentOf(m_online->slotsFile()), slot);
    const auto opened = tried(*front, password);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    QVERIFY(support::waited((*opened)->signOut()));
}

// Somebody else's server would be told the password: it must prove itself first.
void TestOnline::aServerOfAnotherAuthorityIsNotTold()
{
    const QString file = m_online->place().at(QStringLiteral("city/madoguchi.conf"));
    const QByteArray settings = contentOf(file);
    const support::TestAuthority stranger;
    const auto write = [&file](const QByteArray &content) {
        QFile conf(file);
        return conf.open(QIODevice::WriteOnly) && conf.write(content) == content.size();
    };
    QVERIFY(write(
        QByteArray(settings).replace(m_online->cluster().authority().certificateFile().toUtf8(),
                                     stranger.certificateFile().toUtf8())));
    const auto front = room();
    QVERIFY(write(settings));
    const auto refused = tried(*front, m_online->place().credential(clerk).password);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RegisterRefused);
    QVERIFY(refused.error().detail.startsWith(QStringLiteral("certificate")));
}

void TestOnline::workGoesOnWhenTheConnectionWasCut()
{
    const auto work = support::signedIn(m_online->place(), clerk);
    auto &office = app::Office::of(*work.desk);
    QVERIFY(office.waitForCache());
    sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity "
        "where usename = 'madoguchi1'");
    // The card signs again: nobody types anything.
    QVERIFY(office.link().position());
    m_online->cluster().stop();
    QVERIFY(!office.link().position());
    m_online->cluster().start();
    QVERIFY(office.link().position());
    QVERIFY(support::waited(work.desk->signOut()));
}

void TestOnline::theScreenUnlocksThroughTheRegister()
{
    const auto work = support::signedIn(m_online->place(), clerk);
    const auto mine = m_online->place().credential(clerk);
    work.desk->lock(desk::LockReason::Key);
    const auto wrong = support::waited(
        work.desk->unlock(app::toSecret(mine.password + u'x'), app::toSecret(mine.pin)));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::PasswordWrong);
    QVERIFY(
        support::waited(work.desk->unlock(app::toSecret(mine.password), app::toSecret(mine.pin))));
    QVERIFY(app::Office::of(*work.desk).link().position());
    QVERIFY(support::waited(work.desk->signOut()));
}

// Also in the next sign-in that does not reach it.
void TestOnline::theTablesOfTheRegisterCount()
{
    const auto isOffered = [](desk::Desk &desk) {
        const auto purposes = desk.visits().purposes();
        return std::any_of(purposes.begin(), purposes.end(), [](const desk::Purpose &purpose) {
            return purpose.words == u"避難所の名簿の確認";
        });
    };
    {
        const auto work = support::signedIn(m_online->place(), clerk);
        QVERIFY(!isOffered(*work.desk));
        QVERIFY(support::waited(work.desk->signOut()));
    }
    const QByteArray line = ",,災害対策基本法 第49条の11,shelter,避難所の名簿の確認,resident\n";
    QVERIFY(m_online->owner().setTables(
        {{QStringLiteral("purposes"), contentOf(QStringLiteral(":/tables/purposes.csv")) + line}}));
    {
        const auto work = support::signedIn(m_online->place(), clerk);
        QVERIFY(isOffered(*work.desk));
        QVERIFY(support::waited(work.desk->signOut()));
    }
    m_online->cluster().stop();
    const auto work = support::signedIn(m_online->place(), clerk);
    QVERIFY(isOffered(*work.desk));
    QVERIFY(support::waited(work.desk->signOut()));
    m_online->cluster().start();
}

void TestOnline::aServerThatIsAwayIsShown()
{
    const auto work = support::signedIn(m_online->place(), clerk);
    QVERIFY(app::Office::of(*work.desk).waitForCache());
    QVERIFY(work.desk->status().registerReached);
    m_online->cluster().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!work.desk->status().registerReached, keepingUpMs);
    QCOMPARE(work.desk->status().loadPercent, 100); // work goes on with what is here
    m_online->cluster().start();
    QTRY_VERIFY_WITH_TIMEOUT(work.desk->status().registerReached, keepingUpMs);
    QVERIFY(support::waited(work.desk->signOut()));
}

// As after yesterday's backup was put back: the numbers go on from there, with other content.
void TestOnline::aRestoredRegisterIsLoadedAnew()
{
    const auto change = [this](const char16_t *name) {
        central::CityPart part;
        part.people.append({support::aPerson(900'001).named(name, u"花子").version(1)});
        return m_online->owner().applyChanges(part);
    };
    const auto lost = change(u"失");
    QVERIFY2(lost, qPrintable(lost ? QString() : lost.error().detail));
    const auto work = support::signedIn(m_online->place(), clerk);
    auto &office = app::Office::of(*work.desk);
    QVERIFY(office.waitForCache());
    const auto before = office.withCache(app::stationDigest);
    QVERIFY(before);
    QCOMPARE(*before, *office.link().registerDigest());
    sql("set session_replication_role = replica;"
        "delete from office.feed; delete from office.replica where id = 900001");
    QVERIFY(change(u"復"));
    QVERIFY(*before != *office.link().registerDigest());
    QTRY_VERIFY_WITH_TIMEOUT(office.withCache(app::stationDigest).value_or(QByteArray()) ==
                                 office.link().registerDigest().value_or(QByteArray("none")),
                             keepingUpMs);
    QVERIFY(support::waited(work.desk->signOut()));
}

QTEST_MAIN(TestOnline)
#include "tst_online.moc"
