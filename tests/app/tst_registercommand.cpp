// links: madoguchi_central
#include "app/registercommand.h"
#include "central/postgresregister.h"
#include "central/registerschema.h"
#include "support/builders.h"
#include "support/filebuilders.h"
#include "support/testcluster.h"
#include "support/testregister.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;
using base::ErrorCode;

// madoguchi-admin register, against a real server with the shipped configuration.
class TestRegisterCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongCommandsAreToldApart_data();
    void wrongCommandsAreToldApart();
    void aRegisterIsMadeInAnEmptyDatabase();
    void whatIsThereIsNotTouched();
    void aServerThatIsNotThereIsSaid();
    void anUpgradeGoesOnWhereItStopped();
    void aNewerSchemaIsRefused();
    void weaknessesAreNamed_data();
    void weaknessesAreNamed();
    void whatIsSealedIsWatched();
    void aWeakServerIsNamed();
    void bothRegistersHaveTheSameDigest();
    void whatABackupHoldsIsNoted();
    void whatWasOfferedIsApplied();
    void aPasswordIsHandedOut();

private:
    struct Answer
    {
        int code = -1;
        QList<QJsonObject> lines;
        QString errors;
    };
    Answer run(const QStringList &arguments) const;
    Answer make() const
    {
        return run({u"init"_s, u"--connect"_s, m_connect, u"--code"_s, u"982016"_s,
                    u"--municipality"_s, u"あさぎり県みどり野市"_s, u"--key"_s, m_cluster.keyFile(),
                    u"--training"_s});
    }
    QStringList weaknesses() const;
    QString sql(const QString &text) const { return m_cluster.sql(text, m_database); }

    TestCluster m_cluster;
    QString m_database;
    QString m_connect;
    int m_made = 0;
};

namespace {

// All that is wrong with a register just made on the shipped configuration: a server for tests
// alone does not write its pages through, and has no second one.
const QString alone = u"settings: fsync = off\nsettings: full_page_writes = off\n"
                      "standby: synchronous_standby_names is empty"_s;

} // namespace

TestRegisterCommand::Answer TestRegisterCommand::run(const QStringList &arguments) const
{
    QBuffer output;
    QBuffer errors;
    output.open(QIODevice::ReadWrite);
    errors.open(QIODevice::ReadWrite);
    Answer answer;
    answer.code = app::runRegister(arguments, output, errors);
    for (const QByteArray &line : output.data().split('\n')) {
        if (!line.isEmpty())
            answer.lines.append(QJsonDocument::fromJson(line).object());
    }
    answer.errors = QString::fromUtf8(errors.data());
    return answer;
}

QStringList TestRegisterCommand::weaknesses() const
{
    QStringList found;
    for (const auto &line : run({u"check"_s, u"--connect"_s, m_connect}).lines)
        found.append(line[u"weakness"_s].toString() + u": "_s + line[u"where"_s].toString());
    return found;
}

void TestRegisterCommand::init()
{
    m_database = u"place%1"_s.arg(++m_made);
    m_cluster.sql(u"create database "_s + m_database);
    m_connect = m_cluster.administrator(m_database);
}

void TestRegisterCommand::wrongCommandsAreToldApart_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList full{u"init"_s,   u"--connect"_s, u"host=/nowhere"_s,
                           u"--code"_s, u"1"_s,         u"--municipality"_s,
                           u"市"_s};
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown") << QStringList{u"drop"_s, u"--connect"_s, u"x"_s};
    QTest::newRow("no connection") << QStringList{u"check"_s};
    QTest::newRow("a short code") << full;
    QTest::newRow("a code for check")
        << QStringList{u"check"_s, u"--connect"_s, u"x"_s, u"--code"_s, u"982016"_s};
    QTest::newRow("no name") << QStringList{u"init"_s, u"--connect"_s, u"x"_s, u"--code"_s,
                                            u"982016"_s};
    QTest::newRow("no key") << QStringList{u"init"_s,   u"--connect"_s,      u"x"_s, u"--code"_s,
                                           u"982016"_s, u"--municipality"_s, u"市"_s};
    QTest::newRow("a password for nobody")
        << QStringList{u"password"_s, u"--connect"_s, u"x"_s, u"--code"_s, u"982016"_s};
    QTest::newRow("a password for two") << QStringList{
        u"password"_s, u"--connect"_s, u"x"_s, u"--code"_s, u"982016"_s, u"a"_s, u"b"_s};
    QTest::newRow("a password of no city")
        << QStringList{u"password"_s, u"--connect"_s, u"x"_s, u"a"_s};
    QTest::newRow("a place that is none")
        << QStringList{u"backed-up"_s, u"--connect"_s, u"x"_s, u"982016"_s};
}

void TestRegisterCommand::wrongCommandsAreToldApart()
{
    QFETCH(QStringList, arguments);
    const auto answer = run(arguments);
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.errors.contains(u"register init --connect"_s));
    QVERIFY(answer.lines.isEmpty());
}

void TestRegisterCommand::aRegisterIsMadeInAnEmptyDatabase()
{
    const auto answer = make();
    QVERIFY2(answer.code == 0, qPrintable(answer.errors));
    QCOMPARE(answer.lines.size(), 1);
    QCOMPARE(answer.lines.first()[u"code"_s].toString(), u"982016"_s);
    const auto opened = central::PostgresRegister::open({.connect = m_connect}, u"982016"_s);
    QVERIFY(opened);
    const auto identity = (*opened)->identity();
    QCOMPARE(identity->registerId, answer.lines.first()[u"register"_s].toString());
    QCOMPARE(identity->municipality, u"あさぎり県みどり野市"_s);
    QVERIFY(identity->training);
    const auto other = central::PostgresRegister::open({.connect = m_connect}, u"982024"_s);
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::RegisterUnknown);
}

void TestRegisterCommand::whatIsThereIsNotTouched()
{
    sql(u"create table somebody (a integer)"_s);
    QCOMPARE(make().code, 1);
    QCOMPARE(sql(u"select count(*) from pg_namespace where nspname in ('office', 'api')"_s),
             u"0"_s);
    sql(u"drop table somebody"_s);
    QCOMPARE(make().code, 0);
    const auto again = make();
    QCOMPARE(again.code, 1);
    QVERIFY(again.errors.startsWith(u"PlaceNotEmpty"_s));
    QCOMPARE(sql(u"select count(*) from office.city"_s), u"1"_s);
}

void TestRegisterCommand::aServerThatIsNotThereIsSaid()
{
    const auto answer = run({u"digest"_s, u"--connect"_s, u"host=/nowhere"_s});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.errors.startsWith(u"RegisterUnreachable"_s), qPrintable(answer.errors));
    const auto empty = run({u"upgrade"_s, u"--connect"_s, m_connect});
    QCOMPARE(empty.code, 1);
    QVERIFY2(empty.errors.startsWith(u"RegisterUnknown"_s), qPrintable(empty.errors));
}

// A register of a program that knew all but the last migration; then an upgrade that is ended in
// the middle by one more that fails.
void TestRegisterCommand::anUpgradeGoesOnWhereItStopped()
{
    const QTemporaryDir root;
    const auto copied = [&root](const QString &from, const QString &to) {
        QDir(root.path()).mkpath(QFileInfo(root.filePath(to)).path());
        return QFile::copy(QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/sql/") + from,
                           root.filePath(to));
    };
    for (const char *folder : {"office", "api", "owner", "link"}) {
        const QString place = u"register/"_s + QLatin1String(folder) + u'/';
        const QDir dir(QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/sql/") + place);
        for (const QString &file : dir.entryList({u"*.sql"_s}))
            QVERIFY(copied(place + file, place + file));
    }
    const QString migrations = u"register/migrations/"_s;
    QStringList known = QDir(QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/sql/") + migrations)
                            .entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    const auto all = known.size();
    const QString last = migrations + known.takeLast();
    for (const QString &file : known)
        QVERIFY(copied(migrations + file, migrations + file));
    const auto connection = central::PgConnection::open({.connect = m_connect});
    QVERIFY(connection);
    QVERIFY((*connection)->begin());
    QVERIFY(central::RegisterSchema(**connection, root.path()).install());
    QVERIFY((*connection)->commit());
    const auto old = run({u"check"_s, u"--connect"_s, m_connect});
    QCOMPARE(old.code, 1);
    QVERIFY(old.errors.contains(u"register upgrade"_s));

    QVERIFY(copied(last, last));
    QFile broken(root.filePath(migrations + u"%1_broken.sql"_s.arg(all + 1, 4, 10, QChar(u'0'))));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("CREATE TABLE office.half (a integer); SELECT 1 / 0;");
    broken.close();
    QVERIFY(!central::RegisterSchema(**connection, root.path()).upgrade());
    QCOMPARE(sql(u"select max(number) from office.migration"_s), QString::number(all));
    QCOMPARE(sql(u"select to_regclass('office.half') is null"_s), u"t"_s);

    const auto done = run({u"upgrade"_s, u"--connect"_s, m_connect});
    QVERIFY2(done.code == 0, qPrintable(done.errors));
    QCOMPARE(done.lines.first()[u"migrations"_s].toInt(-1), 0); // the one before it stayed
    QVERIFY(central::RegisterSchema(**connection).demandCurrent());
    QCOMPARE(weaknesses().join(u'\n'), alone);
}

void TestRegisterCommand::aNewerSchemaIsRefused()
{
    QCOMPARE(make().code, 0);
    sql(u"insert into office.migration (number, name, sha256) values (99, 'later', '\\x00')"_s);
    for (const QString &what : {u"upgrade"_s, u"check"_s, u"digest"_s}) {
        const auto answer = run({what, u"--connect"_s, m_connect});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.errors.startsWith(u"RegisterNewer"_s), qPrintable(answer.errors));
    }
    const auto opened = central::PostgresRegister::open({.connect = m_connect}, u"982016"_s);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::RegisterNewer);
}

void TestRegisterCommand::weaknessesAreNamed_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("named");
    QTest::newRow("everybody may make temporary tables")
        << u"grant temporary on database %1 to public"_s
        << u"public_grants: database %1: TEMPORARY"_s;
    QTest::newRow("everybody may call a function")
        << u"grant execute on function api.identity() to public"_s
        << u"public_grants: function api.identity(): EXECUTE"_s;
    QTest::newRow("everybody may lock the feed")
        << u"grant execute on function pg_advisory_lock(bigint) to public"_s
        << u"public_grants: function pg_advisory_lock(bigint): EXECUTE"_s;
    QTest::newRow("everybody may write blocks") << u"grant usage on language plpgsql to public"_s
                                                << u"public_grants: language plpgsql: USAGE"_s;
    QTest::newRow("clerks may read a table") << u"grant select on office.feed to madoguchi_clerk"_s
                                             << u"clerk_grants: table office.feed"_s;
    QTest::newRow("clerks may read a column")
        << u"grant select (name) on office.user_account to madoguchi_clerk"_s
        << u"clerk_grants: table office.user_account"_s;
    QTest::newRow("a search path that is not pinned")
        << u"alter function api.ask(text) reset search_path"_s << u"search_path: api.ask(text)"_s;
    QTest::newRow("a function with the caller's rights")
        << u"alter function api.ask(text) security invoker"_s << u"definer: api.ask(text)"_s;
    QTest::newRow("a function that was changed")
        << u"create or replace function office.rights_of(city text, who text) returns integer "
           "language sql volatile set search_path = pg_catalog, office, pg_temp as 'select 65535'"_s
        << u"functions: office/rights_of: changed"_s;
    QTest::newRow("a function more")
        << u"create function api.back() returns integer language sql security definer "
           "set search_path = pg_catalog, office, pg_temp as 'select 1'; "
           "alter function api.back() owner to madoguchi_owner"_s
        << u"functions: api/back: not one of this program's"_s;
    QTest::newRow("a function less")
        << u"drop function api.who_holds(bytea)"_s << u"functions: api/who_holds: missing"_s;
    QTest::newRow("a trigger that is off")
        << u"alter table office.register_log disable trigger log_is_kept"_s
        << u"triggers: log_is_kept"_s;
    QTest::newRow("notices that may be taken away")
        << u"alter table office.outbound disable trigger outbound_stays"_s
        << u"triggers: outbound_stays"_s;
    QTest::newRow("a notice that is gone")
        << u"insert into office.outbound (code, kind, number, entry, person, version, lineage) "
           "values ('982016', 1, 2, 1, 1, 1, '')"_s
        << u"outbound: 982016: notice 2 of kind 1 does not follow"_s;
    QTest::newRow("a 転居 that nobody is told of")
        << u"insert into office.entry (code, number, kind, state, person_id, household_id, fields, "
           "base_version, reason, author_id, author, station_id, checker_id, checker, answer) "
           "values ('982016', 1, 4, 2, 1, 0, "
           "'{\"kind\": \"MoveWithin\", \"movers\": [[1, 1, \"\"]]}', 1, '', "
           "'a', '', '', 'b', '', '')"_s
        << u"outbound: 982016: entry 1 is registered and not told of"_s;
    QTest::newRow("a clerk who is more")
        << u"create role more_%1 login in role madoguchi_clerk, pg_read_all_data"_s
        << u"roles: role more_%1 is more than a clerk"_s;
    QTest::newRow("an owner who signs in")
        << u"grant madoguchi_owner to pg_monitor"_s << u"roles: role pg_monitor is the owner"_s;
    QTest::newRow("a migration of another text")
        << u"update office.migration set sha256 = '\\x00' where number = 1"_s
        << u"migrations: 0001_office.sql: another text was applied"_s;
    QTest::newRow("a key in the folder of the data")
        << u"update office.city set key_file = current_setting('data_directory') || '/PG_VERSION'"_s
        << u"key: 982016: the key lies in the folder of the data: "_s;
    QTest::newRow("a key that others read") << u"update office.city set key_file = '/etc/passwd'"_s
                                            << u"key: 982016: /etc/passwd may be read by others"_s;
    QTest::newRow("a key that is gone") << u"update office.city set key_file = '/nowhere/key'"_s
                                        << u"key: 982016: the server cannot read its key, or "
                                           "finds another one: /nowhere/key"_s;
    QTest::newRow("a log that nobody seals")
        << u"insert into office.register_log (code, at, user_id, station_id, call, outcome, "
           u"detail) "
           "values ('982016', now() - interval '11 minutes', 'clerk', '', 'test', 'ok', '')"_s
        << u"watch: 982016: row 1 is not sealed since 2"_s;
}

void TestRegisterCommand::weaknessesAreNamed()
{
    QFETCH(QString, change);
    QFETCH(QString, named);
    QCOMPARE(make().code, 0);
    QCOMPARE(weaknesses().join(u'\n'), alone);
    sql(change.replace(u"%1"_s, m_database));
    const auto answer = run({u"check"_s, u"--connect"_s, m_connect});
    QCOMPARE(answer.code, 1);
    QVERIFY2(weaknesses().join(u'\n').contains(named.replace(u"%1"_s, m_database)),
             qPrintable(weaknesses().join(u'\n')));
    sql(u"drop role if exists more_%1; revoke madoguchi_owner from pg_monitor"_s.arg(m_database));
}

void TestRegisterCommand::whatIsSealedIsWatched()
{
    QCOMPARE(make().code, 0);
    sql(u"insert into office.register_log (code, at, user_id, station_id, call, outcome, detail) "
        "select '982016', now() - make_interval(mins => 30 - n), 'clerk', '', 'test', 'ok', '' "
        "from generate_series(1, 20) n; "
        "insert into office.seal (number, code, row_count, head, line) "
        "select 1, '982016', number, hash, 'x' from office.register_log "
        "order by number desc limit 1"_s);
    QCOMPARE(weaknesses().join(u'\n'), alone);
}

void TestRegisterCommand::aWeakServerIsNamed()
{
    QCOMPARE(make().code, 0);
    const auto cleared = [this] {
        for (const char *name :
             {"ssl_min_protocol_version", "log_statement", "log_parameter_max_length", "fsync"})
            sql(u"alter system reset "_s + QLatin1String(name));
        sql(u"select pg_reload_conf()"_s);
    };
    sql(u"alter system set ssl_min_protocol_version = 'TLSv1.2'"_s);
    sql(u"alter system set log_statement = 'all'"_s);
    // Whoever looks for slow statements finds addresses and verifiers beside them.
    sql(u"alter system set log_parameter_max_length = -1"_s);
    sql(u"select pg_reload_conf()"_s);
    QTRY_VERIFY(weaknesses().contains(u"settings: ssl_min_protocol_version = TLSv1.2"_s));
    QVERIFY(weaknesses().contains(u"settings: log_statement = all"_s));
    QVERIFY(weaknesses().contains(u"settings: log_parameter_max_length = -1"_s));
    cleared();
    QTRY_COMPARE(weaknesses().join(u'\n'), alone);
    m_cluster.authority().expireList();
    m_cluster.takeList();
    QVERIFY(weaknesses().join(u'\n').contains(u"revocations: the list ends in -"_s));
    m_cluster.authority().renewList();
    m_cluster.takeList();
}

// The same city embedded and on the server: whoever counts, the digest is the same.
void TestRegisterCommand::bothRegistersHaveTheSameDigest()
{
    central::CityPart part;
    for (qint64 id = 1; id <= 40; ++id) {
        part.households.append(aHousehold(id, id));
        part.people.append({aPerson(id).version(1), aPerson(id).version(2)});
    }
    part.restrictions.append(aProtection(1, 5));
    addFiles(part, 12);
    TestRegister embedded(part);
    QVERIFY(embedded.signIn(u"clerk"_s));

    const auto made = make();
    const auto opened = central::PostgresRegister::open({.connect = m_connect}, u"982016"_s);
    QVERIFY(opened);
    QVERIFY((*opened)->add(part));
    QVERIFY((*opened)->finish());
    const auto digest = [this] {
        return run({u"digest"_s, u"--connect"_s, m_connect}).lines.value(0);
    };
    QCOMPARE(digest()[u"sha256"_s].toString(),
             QString::fromLatin1(embedded.link().registerDigest()->toHex()));
    QVERIFY(digest()[u"rows"_s].toInt() > 120);

    central::CityPart changes;
    changes.people.append({aPerson(3).version(3)});
    changes.people.append({aPerson(99).version(1)});
    changes.ledger.append(aLedgerRow(3, 2026, 1));
    const auto there = (*opened)->applyChanges(changes);
    const auto here = embedded.owner().applyChanges(changes);
    QVERIFY(there && here);
    QCOMPARE(there->number, here->number);
    QCOMPARE(digest()[u"position"_s].toInt(), 4);
    QCOMPARE(digest()[u"sha256"_s].toString(),
             QString::fromLatin1(embedded.link().registerDigest()->toHex()));
}

void TestRegisterCommand::whatABackupHoldsIsNoted()
{
    QCOMPARE(make().code, 0);
    const auto opened = central::PostgresRegister::open({.connect = m_connect}, u"982016"_s);
    QVERIFY(opened);
    central::CityPart part;
    part.people.append({aPerson(1).version(1)});
    QVERIFY((*opened)->applyChanges(part));
    const auto backedUp = [this](const QStringList &places) {
        QBuffer output;
        QBuffer errors;
        output.open(QIODevice::ReadWrite);
        errors.open(QIODevice::ReadWrite);
        const int code = app::runRegister(
            QStringList{u"backed-up"_s, u"--connect"_s, m_connect} + places, output, errors);
        return QString::number(code) + u' ' + QString::fromUtf8(output.data() + errors.data());
    };
    QCOMPARE(backedUp({}), u"0 982016:1\n"_s);
    QCOMPARE(backedUp({u"982016:1"_s}), u"0 "_s);
    QCOMPARE(sql(u"select up_to from office.backup"_s), u"1"_s);
    QVERIFY(backedUp({u"982016:2"_s}).startsWith(u"1 RegisterRefused"_s));
    QCOMPARE(backedUp({u"982016:0"_s}), u"0 "_s); // an older copy takes nothing back
    QCOMPARE(sql(u"select up_to from office.backup"_s), u"1"_s);
}

void TestRegisterCommand::whatWasOfferedIsApplied()
{
    QCOMPARE(make().code, 0);
    const auto opened = central::PostgresRegister::open({.connect = m_connect}, u"982016"_s);
    QVERIFY(opened);
    QVERIFY((*opened)->add(
        {.households = {}, .people = {{aPerson(1).version(1)}}, .restrictions = {}}));
    const auto offer = [this](const QString &uuid, int person) {
        sql(u"insert into office.recovery select '982016', '%1', "
            "office.content_of(2, 0, f, ''), 'clerk', 7, 2, 0, f, '', null, 'clerk', 'S0001', "
            "now(), now(), null from (select jsonb_build_object('person', %2, 'telephone', '1', "
            "'sendPostalCode', '', 'sendAddress', '', 'sendName', '') as f) as made"_s.arg(uuid)
                .arg(person));
    };
    QVERIFY((*opened)->addUsers({TestRegister::user(u"clerk"_s, central::Role::Clerk)}));
    offer(u"11111111-2222-4333-8444-000000000001"_s, 1);
    const auto first = run({u"recover"_s, u"--connect"_s, m_connect});
    QVERIFY2(first.code == 0, qPrintable(first.errors));
    QCOMPARE(first.lines.first()[u"applied"_s].toInt(), 1);
    offer(u"11111111-2222-4333-8444-000000000002"_s, 99);
    const auto second = run({u"recover"_s, u"--connect"_s, m_connect});
    QCOMPARE(second.code, 1);
    QCOMPARE(second.lines.first()[u"applied"_s].toInt(), 0);
    QCOMPARE(second.lines.first()[u"left"_s].toInt(), 1);
    QCOMPARE(sql(u"select count(*) from office.replica where table_number = 8"_s), u"1"_s);
}

void TestRegisterCommand::aPasswordIsHandedOut()
{
    QCOMPARE(make().code, 0);
    const auto city = central::PostgresRegister::open({.connect = m_connect}, u"982016"_s);
    QVERIFY(city);
    QVERIFY((*city)->addUsers({TestRegister::user(u"forgetful"_s, central::Role::Clerk)}));
    const auto handOut = [this](const QString &who) {
        return run({u"password"_s, u"--connect"_s, m_connect, u"--code"_s, u"982016"_s, who});
    };
    const auto answer = handOut(u"forgetful"_s);
    QVERIFY2(answer.code == 0, qPrintable(answer.errors));
    const QString password = answer.lines.first()[u"password"_s].toString();
    QCOMPARE(password.size(), 16);
    QCOMPARE(sql(u"select must_change from office.user_account where user_id = 'forgetful'"_s),
             u"t"_s);
    QCOMPARE(sql(u"select outcome, detail from office.register_log where call = 'set_password'"_s),
             u"ok|forgetful"_s);
    QVERIFY(handOut(u"forgetful"_s).lines.first()[u"password"_s].toString() != password);
    const auto nobody = handOut(u"stranger"_s);
    QVERIFY(nobody.code != 0);
    QVERIFY(nobody.lines.isEmpty());
}

QTEST_GUILESS_MAIN(TestRegisterCommand)
#include "tst_registercommand.moc"
