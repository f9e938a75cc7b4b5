// links: pq madoguchi_central
#include "evidence/chain.h"
#include "support/watchplace.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;
using base::ErrorCode;

// The seals of the register's log, the heads of the stations' logs, and the alarms, on a real
// server. Whoever alters the log here is its superuser: triggers are off, and the hashes are made
// anew as he would make them.
class TestRegisterSeals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aLogThatGrowsIsSealed();
    void eachDayHasASeal();
    void anAlteredRowIsFound_data();
    void anAlteredRowIsFound();
    void aCutLogIsFound();
    void aCutSealsFileIsFound();
    void aLostSealsFileIsMadeAnew();
    void aForgedSealOfTheRegisterIsNotTaken();
    void aForgedSealIsFound_data();
    void aForgedSealIsFound();
    void whatACrashLeftIsMended();
    void afterARestoreSealingGoesOn();
    void aForgedHeadIsFound_data();
    void aForgedHeadIsFound();
    void aForgedHeadDoesNotStandInTheWay();
    void endingCertificatesAreSaid();
    void aMissingStandbyIsSaid();
    void aLateLogIsSaid();
    void onlyWhatIsApprovedIsRemoved();

private:
    /// So many more rows in the register's log.
    void grow(int rows) const
    {
        sql(u"insert into office.register_log (code, at, user_id, station_id, call, outcome, "
            u"detail) "
            "select '982016', office.moment(), 'clerk', 'S0001', 'feed', 'ok', i::text "
            "from generate_series(1, %1) i"_s.arg(rows));
    }
    QString sql(const QString &text) const { return m_place->sql(text); }
    [[nodiscard]] QString rows() const
    {
        return sql(u"select max(number) from office.register_log"_s);
    }
    /// Sealing, and what it finds.
    [[nodiscard]] QStringList found() const
    {
        const auto sealed = m_place->watch().seal();
        if (!sealed)
            qFatal("not sealed: %s", qPrintable(sealed.error().detail));
        const auto alarms = m_place->watch().alarms({});
        if (!alarms)
            qFatal("no alarms: %s", qPrintable(alarms.error().detail));
        QStringList kinds;
        for (const auto &alarm : *alarms)
            kinds.append(alarm.kind + u' ' + alarm.where);
        return kinds;
    }
    [[nodiscard]] QStringList faults(const QByteArray &open = WatchPlace::key().open) const
    {
        const auto verdict = central::verifySeals(m_place->connection(), m_place->seals(), open);
        if (!verdict)
            qFatal("not verified: %s", qPrintable(verdict.error().detail));
        return verdict->faults;
    }
    /// As a superuser who wants nobody to notice.
    void asForger(const QString &text) const
    {
        sql(u"set session_replication_role = replica; "_s + text);
    }
    /// Makes the chain hold again behind what was altered.
    void chainAnew() const
    {
        asForger(u"do $$ declare one record; last bytea; begin "
                 "select sha256(convert_to('madoguchi register log ' || register_id, 'UTF8')) "
                 "into last from office.city where code = '982016'; "
                 "for one in select l as entry, l.number from office.register_log l "
                 "where code = '982016' order by number loop "
                 "last := sha256(last || office.log_bytes(one.entry, one.number)); "
                 "update office.register_log set hash = last "
                 "where code = '982016' and number = one.number; "
                 "end loop; end $$"_s);
    }
    void deposit(quint64 count, const base::Secret &signer, const QByteArray &hash) const;

    std::unique_ptr<WatchPlace> m_place;
};

void TestRegisterSeals::init()
{
    m_place = std::make_unique<WatchPlace>();
    grow(10);
}

void TestRegisterSeals::cleanup()
{
    m_place.reset();
}

void TestRegisterSeals::aLogThatGrowsIsSealed()
{
    QCOMPARE(*m_place->watch().seal(), 1);
    QCOMPARE(*m_place->watch().seal(), 0); // nothing new
    grow(1);
    QCOMPARE(*m_place->watch().seal(), 1);
    const QList<QByteArray> lines = readWhole(m_place->seals()).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const auto last = central::sealFromLine(lines.last());
    QVERIFY(last.has_value());
    QCOMPARE(QString::number(last->rows), rows());
    QCOMPARE(QString::fromLatin1(last->head.toHex()),
             sql(u"select encode(hash, 'hex') from office.register_log order by number desc "
                 "limit 1"_s));
    QVERIFY(central::isSealedBy(*last, WatchPlace::key().open));
    QCOMPARE(sql(u"select string_agg(convert_from(line, 'UTF8'), ' ' order by number) "
                 "from office.seal"_s),
             QString::fromUtf8(lines.join(' ')));
    QCOMPARE(faults(), QStringList());
    QCOMPARE(QFileInfo(m_place->seals()).permissions() &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

void TestRegisterSeals::eachDayHasASeal()
{
    QCOMPARE(*m_place->watch().seal(), 1);
    sql(u"create or replace function office.moment() returns timestamptz language sql volatile "
        "set search_path = pg_catalog, office, pg_temp "
        "as $$ select timestamptz '2026-11-03 00:00:01+09' $$"_s);
    QCOMPARE(*m_place->watch().seal(), 1);
    QCOMPARE(*m_place->watch().seal(), 0);
    const auto line = readWhole(m_place->seals()).trimmed().split('\n').last();
    QCOMPARE(central::sealFromLine(line)->day, QDate(2026, 11, 3));
}

void TestRegisterSeals::anAlteredRowIsFound_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("chained");
    QTest::addColumn<QString>("found");
    const QString other = u"update office.register_log set user_id = 'chief' where number = "_s;
    QTest::newRow("a text, hashes as they were")
        << other + u"4"_s << false << u"982016: row 4 does not follow from the one before"_s;
    QTest::newRow("a text, all hashes made anew")
        << other + u"4"_s << true << u"982016: row %1 is not the one that was sealed"_s;
    QTest::newRow("a row taken out, the others moved up")
        << u"delete from office.register_log where number = 4; update office.register_log set "
           "number = number + 1000 where number > 4; update office.register_log set "
           "number = number - 1001 where number > 1000"_s
        << true << u"982016: row %1 was sealed and is gone"_s;
}

void TestRegisterSeals::anAlteredRowIsFound()
{
    QFETCH(const QString, what);
    QFETCH(const bool, chained);
    QFETCH(const QString, found);
    QCOMPARE(*m_place->watch().seal(), 1);
    const QString sealedRow = rows();
    asForger(what);
    if (chained)
        chainAnew();
    const QString expected = found.contains(u"%1"_s) ? found.arg(sealedRow) : found;
    QVERIFY2(faults().contains(expected), qPrintable(faults().join(u'\n')));
    if (!chained)
        return; // long sealed: found by whoever verifies from the first row
    grow(1);
    QCOMPARE(*m_place->watch().seal(), 0); // what does not follow is not sealed
    QVERIFY2(this->found().contains((found.contains(u"gone"_s) ? u""_s : u"log-altered "_s) +
                                    expected) ||
                 this->found().contains(u"log-altered 982016: row %1 is not the one that was "
                                        "sealed"_s.arg(sealedRow)),
             qPrintable(this->found().join(u'\n')));
}

void TestRegisterSeals::aCutLogIsFound()
{
    grow(5);
    QCOMPARE(*m_place->watch().seal(), 1);
    const QString end = rows();
    // The seals in the database as well: those that count are not there.
    asForger(u"delete from office.register_log where number > 6; delete from office.seal"_s);
    QVERIFY(found().contains(u"log-cut 982016: row %1 was sealed and is gone"_s.arg(end)));
    QVERIFY(faults().contains(u"982016: row %1 was sealed and is gone"_s.arg(end)));
    // A watch that is begun anew knows it too.
    auto another = m_place->another();
    QCOMPARE(*another.seal(), 0);
    QVERIFY(!another.alarms({})->isEmpty());
}

void TestRegisterSeals::aCutSealsFileIsFound()
{
    QCOMPARE(*m_place->watch().seal(), 1);
    grow(1);
    QCOMPARE(*m_place->watch().seal(), 1);
    const QByteArray whole = readWhole(m_place->seals());
    writeServerFile(m_place->seals(), whole.left(whole.indexOf('\n') + 1));
    QVERIFY(found().contains(u"seals the seals file was cut"_s));
    QVERIFY(faults().contains(u"the register knows 2 seals, the file 1"_s));
}

// After a change of servers there is no file; what the register has kept is signed.
void TestRegisterSeals::aLostSealsFileIsMadeAnew()
{
    for (int time = 0; time < 3; ++time) {
        grow(1);
        QCOMPARE(*m_place->watch().seal(), 1);
    }
    const QByteArray whole = readWhole(m_place->seals());
    QVERIFY(QFile::remove(m_place->seals()));
    QCOMPARE(*m_place->another().seal(), 0);
    QCOMPARE(readWhole(m_place->seals()), whole);
    QCOMPARE(sql(u"select outcome || ' ' || detail from office.register_log "
                 "where call = 'seals'"_s),
             u"LogCut the file had 0 of 3 seals"_s);
    QCOMPARE(*m_place->another().seal(), 1);
    QCOMPARE(faults(), QStringList());
}

void TestRegisterSeals::aForgedSealOfTheRegisterIsNotTaken()
{
    for (int time = 0; time < 2; ++time) {
        grow(1);
        QCOMPARE(*m_place->watch().seal(), 1);
    }
    const QByteArray whole = readWhole(m_place->seals());
    QVERIFY(QFile::remove(m_place->seals()));
    asForger(u"update office.seal set line = convert_to(replace(convert_from(line, 'UTF8'), "
             "'\"rows\":', '\"rows\":1'), 'UTF8') where number = 2"_s);
    auto another = m_place->another();
    QCOMPARE(*another.seal(), 0);
    QCOMPARE(another.alarms({})->first().where, u"seals: line 2 of the register does not follow"_s);
    QCOMPARE(readWhole(m_place->seals()), whole.left(whole.indexOf('\n') + 1));
}

void TestRegisterSeals::aForgedSealIsFound_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("found");
    QTest::newRow("another row") << QByteArray("\"rows\":") << QByteArray("\"rows\":1")
                                 << u"seal 1: another key has sealed"_s;
    QTest::newRow("another city") << QByteArray("982016") << QByteArray("982024")
                                  << u"seal 1: another key has sealed"_s;
    QTest::newRow("another form") << QByteArray("{\"at\"") << QByteArray("{ \"at\"")
                                  << u"seals: a line is none"_s;
    QTest::newRow("a line more") << QByteArray("{\"at\"") << QByteArray("x\n{\"at\"")
                                 << u"seals: a line is none"_s;
}

void TestRegisterSeals::aForgedSealIsFound()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, found);
    QCOMPARE(*m_place->watch().seal(), 1);
    QByteArray altered = readWhole(m_place->seals());
    QVERIFY(altered.contains(from));
    writeServerFile(m_place->seals(), altered.replace(from, to));
    QVERIFY2(faults().contains(found), qPrintable(faults().join(u'\n')));
    auto another = m_place->another();
    for (int time = 0; time < 2; ++time) {
        grow(1);
        QCOMPARE(*another.seal(), 0);
        QCOMPARE(another.alarms({})->first().kind, u"seals"_s);
    }
}

void TestRegisterSeals::whatACrashLeftIsMended()
{
    QCOMPARE(*m_place->watch().seal(), 1);
    const QByteArray whole = readWhole(m_place->seals());
    // Half a line, and one that the table has not heard of.
    writeServerFile(m_place->seals(), whole + whole.left(60));
    asForger(u"delete from office.seal"_s);
    grow(1);
    auto another = m_place->another();
    QCOMPARE(*another.seal(), 1);
    QVERIFY(readWhole(m_place->seals()).startsWith(whole + "{\"at\""));
    QCOMPARE(sql(u"select string_agg(number::text, ' ' order by number) from office.seal"_s),
             u"1 2"_s);
    QCOMPARE(faults(), QStringList());
    // The first one has not read what the other has sealed since: it reads on, and goes on.
    grow(1);
    QCOMPARE(*m_place->watch().seal(), 1);
    QCOMPARE(faults(), QStringList());
}

void TestRegisterSeals::afterARestoreSealingGoesOn()
{
    grow(5);
    QCOMPARE(*m_place->watch().seal(), 1);
    asForger(u"delete from office.register_log where number > 6"_s);
    QVERIFY(!faults().isEmpty());
    const auto other = m_place->watch().acceptRestored(u"982024"_s, u"x"_s);
    QCOMPARE(other.error().code, ErrorCode::RegisterUnknown);
    QVERIFY(m_place->watch().acceptRestored(u"982016"_s, u"restored the copy of Monday"_s));
    QCOMPARE(faults(), QStringList());
    grow(1);
    QCOMPARE(*m_place->watch().seal(), 1);
    QCOMPARE(faults(), QStringList());
    // Who has no key cannot say so.
    QVERIFY(!faults(base::crypto::signingKeyPairFrom(keyOf('x')).open).isEmpty());
    // And it excuses nothing that comes later.
    asForger(u"delete from office.register_log where number > 5"_s);
    QVERIFY(!faults().isEmpty());
}

/// As a workstation does, but signed with any key.
void TestRegisterSeals::deposit(quint64 count, const base::Secret &signer,
                                const QByteArray &hash) const
{
    const auto checkpoint = evidence::signCheckpoint(
        {.station = u"S0001"_s, .head = {count, QByteArray(32, 'h')}, .atMs = 1'793'581'200'000},
        base::crypto::signingKeyPairFrom(signer));
    const auto clerk = m_place->place().signedIn(u"clerk"_s);
    QCOMPARE((*clerk)(u"select status from api.deposit_head('S0001', %1, '\\x%2', "
                      "timestamptz '2026-11-02 01:00:00+00', '\\x%3', '\\x%4')"_s.arg(count)
                          .arg(QString::fromLatin1(hash.toHex()),
                               QString::fromLatin1(checkpoint.signedBytes.toHex()),
                               QString::fromLatin1(checkpoint.signature.toHex()))),
             u"ok"_s);
}

void TestRegisterSeals::aForgedHeadIsFound_data()
{
    QTest::addColumn<char>("key");
    QTest::addColumn<QByteArray>("hash");
    QTest::addColumn<int>("forged");
    QTest::newRow("the station's own") << 's' << QByteArray(32, 'h') << 0;
    QTest::newRow("another key") << 'x' << QByteArray(32, 'h') << 1;
    QTest::newRow("another head than was signed") << 's' << QByteArray(32, 'i') << 1;
}

void TestRegisterSeals::aForgedHeadIsFound()
{
    QFETCH(const char, key);
    QFETCH(const QByteArray, hash);
    QFETCH(const int, forged);
    deposit(7, keyOf(key), hash);
    QCOMPARE(*m_place->watch().verifyHeads(), forged);
    QCOMPARE(*m_place->watch().verifyHeads(), 0); // once
    QCOMPARE(found().contains(u"head-forged 982016: station S0001, row 7"_s), forged == 1);
    QCOMPARE(sql(u"select count(*) from office.register_log where call = 'deposit_head' and "
                 "outcome = 'LogBroken' and station_id = 'S0001'"_s),
             QString::number(forged));
}

// Somebody with a station's proof and a card could otherwise keep its real heads out for ever.
void TestRegisterSeals::aForgedHeadDoesNotStandInTheWay()
{
    deposit(7, keyOf('s'), QByteArray(32, 'h'));
    deposit(1'000'000, keyOf('x'), QByteArray(32, 'h'));
    QCOMPARE(*m_place->watch().verifyHeads(), 1);
    const auto clerk = m_place->place().signedIn(u"clerk"_s);
    QCOMPARE((*clerk)(u"select status, row_count from api.witnessed_head('S0001')"_s), u"ok|7"_s);
    deposit(8, keyOf('s'), QByteArray(32, 'h'));
    QCOMPARE(*m_place->watch().verifyHeads(), 0);
    QCOMPARE((*clerk)(u"select row_count from api.witnessed_head('S0001')"_s), u"8"_s);
}

void TestRegisterSeals::endingCertificatesAreSaid()
{
    auto &cluster = TestPostgresRegister::cluster();
    const auto said = [this](int days) {
        QStringList all;
        const auto ending = central::endingCertificates(m_place->connection(), days);
        for (const auto &alarm : ending.value())
            all.append(alarm.where);
        return all.join(u'\n');
    };
    QCOMPARE(said(10), QString());
    // certificates.sh: the list 30 days, the server's certificate 825, the authority's 20 years.
    QVERIFY(said(31).contains(u"the list of revoked certificates ends in "_s));
    QVERIFY(!said(31).contains(u"the server's certificate"_s));
    QVERIFY(said(30 * 365).contains(u"the server's certificate ends in "_s));
    QVERIFY(said(30 * 365).contains(u"the authority's certificate ends in "_s));
    cluster.authority().expireList();
    cluster.takeList();
    const QString ended = said(10);
    cluster.authority().renewList();
    cluster.takeList();
    QCOMPARE(ended, u"the list of revoked certificates has ended: nobody gets in"_s);
}

void TestRegisterSeals::aMissingStandbyIsSaid()
{
    auto &cluster = TestPostgresRegister::cluster();
    const QString gone = u"standby no synchronous standby is connected: entries wait"_s;
    QVERIFY(!found().contains(gone));
    const auto reload = [&cluster] {
        cluster.sql(u"select pg_reload_conf()"_s);
        QThread::msleep(300);
    };
    cluster.sql(u"select pg_create_physical_replication_slot('standby1')"_s);
    QVERIFY(found().contains(u"standby nobody reads slot standby1"_s));
    cluster.sql(u"select pg_drop_replication_slot('standby1')"_s);
    cluster.sql(u"alter system set synchronous_standby_names = 'ANY 1 (standby1)'"_s);
    reload();
    const auto alarms = m_place->watch().alarms({});
    cluster.sql(u"alter system reset synchronous_standby_names"_s);
    reload();
    QVERIFY(alarms.has_value());
    QVERIFY(alarms->contains({u"standby"_s, gone.mid(8)}));
}

void TestRegisterSeals::aLateLogIsSaid()
{
    const QString late = u"log-late 982016: station S0001"_s;
    const auto goTo = [this](const QString &moment) {
        sql(u"create or replace function office.moment() returns timestamptz language sql volatile "
            "set search_path = pg_catalog, office, pg_temp as $$ select timestamptz '%1' $$"_s.arg(
                moment));
    };
    // Never used: there is nothing to come.
    goTo(u"2026-12-31 10:00:00+09"_s);
    QVERIFY(!found().contains(late));
    goTo(u"2026-11-02 10:00:00+09"_s);
    (void)m_place->place().signedIn(u"clerk"_s);
    goTo(u"2026-11-05 09:59:00+09"_s);
    QVERIFY(!found().contains(late));
    goTo(u"2026-11-05 10:01:00+09"_s);
    QVERIFY(found().contains(late));
    // A forged head is none.
    deposit(3, keyOf('x'), QByteArray(32, 'h'));
    QCOMPARE(*m_place->watch().verifyHeads(), 1);
    QVERIFY(found().contains(late));
    deposit(4, keyOf('s'), QByteArray(32, 'h'));
    QCOMPARE(*m_place->watch().verifyHeads(), 0);
    sql(u"delete from office.session"_s);
}

void TestRegisterSeals::onlyWhatIsApprovedIsRemoved()
{
    auto &owner = m_place->place().owner();
    for (qint64 id = 11; id <= 13; ++id) {
        central::CityPart part;
        part.people.append({aPerson(id)});
        QVERIFY(owner.applyChanges(part).has_value());
    }
    sql(u"alter table office.feed disable trigger all; "
        "update office.feed set at = office.moment() - interval '41 days' where number <= 2; "
        "alter table office.feed enable trigger all"_s);
    const auto numbers = [this] {
        return sql(u"select string_agg(number::text, ' ' order by number) from office.feed"_s);
    };
    QCOMPARE(*m_place->watch().retain(), 0);
    QCOMPARE(numbers(), u"1 2 3"_s);
    QVERIFY(central::approveRetention(m_place->connection(), 40, u"the head of the section"_s));
    QVERIFY(!central::approveRetention(m_place->connection(), 39, u"somebody in a hurry"_s));
    QCOMPARE(*m_place->watch().retain(), 2);
    QCOMPARE(numbers(), u"3"_s);
    QCOMPARE(sql(u"select detail from office.register_log where call = 'retention'"_s),
             u"2 rows removed after 40 days: feed up to 2"_s);
    // The last one stays however old it is: the next one follows from it.
    sql(u"alter table office.feed disable trigger all; "
        "update office.feed set at = office.moment() - interval '400 days'; "
        "alter table office.feed enable trigger all"_s);
    QCOMPARE(*m_place->watch().retain(), 0);
    QCOMPARE(numbers(), u"3"_s);
}

QTEST_GUILESS_MAIN(TestRegisterSeals)
#include "tst_registerseals.moc"
