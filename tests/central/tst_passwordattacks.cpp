// links: pq madoguchi_central
#include "central/pgpassword.h"
#include "support/attackedregister.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// Somebody with both factors of a clerk and his own SQL, at what a password is and how long it
// counts (design.md 3: "the register enforces age and forced change"; PEN-R32, AU-4).
class TestPasswordAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<AttackedRegister>(); }
    void cleanup() { m_place.reset(); }
    void nothingButAVerifierIsTaken_data();
    void nothingButAVerifierIsTaken();
    void theProofsAreThoseOfTheKeptOnes();
    void thePresentVerifierIsNotTakenAgain();
    void anAgedPasswordOpensNoOtherFunction();
    void thePolicyIsTheRegisters();
    void aPasswordPastTheRegisterMustBeChanged();
    void aChangeRolledBackIsNone();
    void theNewPasswordIsTheLoginsAndTheOldIsNot();
    void aCopyOfTheTablesTellsNoPassword();
    void nobodyElsesPasswordIsReached();
    void eachAttemptIsInTheLog();

private:
    QString sql(const QString &text) const { return m_place->sql(text); }
    [[nodiscard]] bool opens(const base::Secret &password) const
    {
        return RawSession(m_place->place(u"clerk"_s).target.connect, password).isOpen();
    }
    /// What an honest workstation sends beside the verifier.
    [[nodiscard]] static QString proofs(const RawSession &session, const base::Secret &wanted);
    [[nodiscard]] static QString changed(const RawSession &session, const base::Secret &wanted);
    std::unique_ptr<AttackedRegister> m_place;
};

namespace {

base::Secret word(const QByteArray &text)
{
    return {text.begin(), text.end()};
}

const base::Secret fresh = word("harvest-moon-71");

QString verifierOf(const base::Secret &password)
{
    const auto made = central::passwordVerifier(password);
    if (!made)
        qFatal("no verifier");
    return *made;
}

QString change(const QString &verifier, const QString &proofs)
{
    return u"select status from api.change_password('%1', '\\x%2')"_s.arg(verifier, proofs);
}

} // namespace

QString TestPasswordAttacks::proofs(const RawSession &session, const base::Secret &wanted)
{
    QString all;
    const QStringList lines =
        session(u"select iterations, encode(salt, 'hex') from api.password_salts()"_s).split(u'\n');
    for (const QString &line : lines) {
        const QByteArray salt = QByteArray::fromHex(line.section(u'|', 1).toLatin1());
        if (salt.isEmpty())
            continue;
        const auto stored = central::storedKey(
            wanted, {.iterations = line.section(u'|', 0, 0).toInt(), .salt = salt});
        if (!stored)
            qFatal("no proof");
        all += QString::fromLatin1((salt + *stored).toHex());
    }
    return all;
}

QString TestPasswordAttacks::changed(const RawSession &session, const base::Secret &wanted)
{
    return session(change(verifierOf(wanted), proofs(session, wanted)));
}

// RFC 5803; RFC 7677: at least 4096 rounds. What is none, the server would take for a password.
void TestPasswordAttacks::nothingButAVerifierIsTaken_data()
{
    QTest::addColumn<QString>("verifier");
    const QString good = verifierOf(fresh);
    const QString salt = good.section(u'$', 1, 1).section(u':', 1);
    const QString keys = good.section(u'$', 2);
    const auto made = [](const QString &rounds, const QString &under, const QString &two) {
        return u"SCRAM-SHA-256$%1:%2$%3"_s.arg(rounds, under, two);
    };
    QTest::newRow("a password in clear") << u"harvest-moon-71"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("md5") << u"md5%1"_s.arg(QString(32, u'0'));
    QTest::newRow("few rounds") << made(u"4095"_s, salt, keys);
    QTest::newRow("one round") << made(u"1"_s, salt, keys);
    QTest::newRow("no number of rounds") << made(u"04096"_s, salt, keys);
    QTest::newRow("too many rounds") << made(u"1000001"_s, salt, keys);
    QTest::newRow("rounds without end") << made(u"99999999999999999999"_s, salt, keys);
    QTest::newRow("short salt") << made(u"4096"_s, u"QUFBQQ=="_s, keys);
    QTest::newRow("no salt") << made(u"4096"_s, QString(), keys);
    QTest::newRow("one key") << made(u"4096"_s, salt, keys.section(u':', 0, 0));
    QTest::newRow("three keys") << good + u':' + keys.section(u':', 0, 0);
    QTest::newRow("something behind") << good + u' ';
    QTest::newRow("a line behind") << good + u'\n';
    QTest::newRow("something before") << u' ' + good;
    QTest::newRow("another hash") << QString(good).replace(u"256"_s, u"512"_s);
    // 16 bytes leave four bits of the 22nd digit unread: another text of the same salt.
    QTest::newRow("another text of the salt")
        << made(u"4096"_s, u"AAAAAAAAAAAAAAAAAAAAAB=="_s, keys);
    QTest::newRow("a quotation mark") << made(u"4096"_s, salt, keys).replace(30, 1, u"''"_s);
}

void TestPasswordAttacks::nothingButAVerifierIsTaken()
{
    QFETCH(QString, verifier);
    const auto clerk = m_place->signedIn(u"clerk"_s);
    const QString all = proofs(*clerk, fresh);
    QCOMPARE((*clerk)(change(verifier, all)), u"RegisterRefused"_s);
    QCOMPARE((*clerk)(u"select status from api.change_password(null, '\\x%1')"_s.arg(all)),
             u"RegisterRefused"_s);
    QVERIFY(opens(keyOf('w')));
    QCOMPARE(sql(u"select count(*) from office.kept_password where user_id = 'clerk'"_s), u"1"_s);
    // The same proofs with a verifier are taken.
    QCOMPARE((*clerk)(change(verifierOf(fresh), all)), u"ok"_s);
}

void TestPasswordAttacks::theProofsAreThoseOfTheKeptOnes()
{
    const auto clerk = m_place->signedIn(u"clerk"_s);
    QCOMPARE(changed(*clerk, word("winter-garden-5")), u"ok"_s);
    const QString good = proofs(*clerk, fresh);
    QCOMPARE(good.size(), 2 * 2 * 48);
    const QString first = good.first(96);
    const QString second = good.last(96);
    for (const QString &wrong : {QString(), first, second, second + first, first + first,
                                 good + first, good.chopped(2), QString(96 * 2, u'0')})
        QCOMPARE((*clerk)(change(verifierOf(fresh), wrong)), u"RegisterRefused"_s);
    QCOMPARE(
        (*clerk)(u"select status from api.change_password('%1', null)"_s.arg(verifierOf(fresh))),
        u"RegisterRefused"_s);
    QCOMPARE((*clerk)(change(verifierOf(fresh), good)), u"ok"_s);
}

// Whoever knows his verifier could make an old password young.
void TestPasswordAttacks::thePresentVerifierIsNotTakenAgain()
{
    const auto clerk = m_place->signedIn(u"clerk"_s);
    const QString present =
        sql(u"select rolpassword from pg_authid where rolname = 'clerk'"_s).trimmed();
    QCOMPARE((*clerk)(change(present, proofs(*clerk, fresh))), u"PasswordUsed"_s);
    QCOMPARE((*clerk)(change(verifierOf(keyOf('w')), proofs(*clerk, keyOf('w')))),
             u"PasswordUsed"_s);
    QCOMPARE(sql(u"select password_changed_on from office.user_account where user_id = 'clerk'"_s),
             u"2026-10-01"_s);
}

void TestPasswordAttacks::anAgedPasswordOpensNoOtherFunction()
{
    // Every function of api, with nothing given.
    const QStringList functions =
        sql(u"select proname || '(' || coalesce((select string_agg('null::' || "
            "format_type(t, null), ', ') from unnest(proargtypes::oid[]) as t), '') || ')' "
            "from pg_proc where pronamespace = 'api'::regnamespace order by 1"_s)
            .split(u'\n');
    QVERIFY(functions.size() >= 32);
    // What opens a session, ends it, and changes the password; the log's head before that.
    const QStringList open{u"identity"_s,      u"nonce"_s,          u"who_holds"_s,
                           u"open_session"_s,  u"close_session"_s,  u"record_sign_in"_s,
                           u"station_share"_s, u"password_salts"_s, u"change_password"_s,
                           u"deposit_head"_s,  u"witnessed_head"_s};
    sql(u"update office.user_account set must_change = true where user_id = 'clerk'"_s);
    for (const QString &function : functions) {
        const auto clerk = m_place->signedIn(u"clerk"_s);
        const QString status =
            (*clerk)(u"select status from api.%1"_s.arg(function)).section(u'\n', 0, 0);
        const bool named = open.contains(function.section(u'(', 0, 0));
        QVERIFY2((status == u"PasswordExpired") != named, qPrintable(function + u' ' + status));
    }
    const auto clerk = m_place->signedIn(u"clerk"_s);
    for (const char *what : {"load", "feed", "digest", "log_key", "nothing"})
        QCOMPARE((*clerk)(u"select status from api.ask('%1')"_s.arg(QLatin1String(what))),
                 u"PasswordExpired"_s);
    // The slot of this workstation may have to be written anew first.
    const QString ticket = clerk->ask(u"share"_s);
    QVERIFY((*clerk)(u"select status from api.station_share(%1)"_s.arg(ticket)) == u"ok");
    // A ticket of before opens nothing either.
    sql(u"update office.user_account set must_change = false where user_id = 'clerk'"_s);
    const QString load = clerk->ask(u"load"_s);
    sql(u"update office.user_account set must_change = true where user_id = 'clerk'"_s);
    QCOMPARE((*clerk)(u"select status from api.chunk(%1, 1, 0, 0, 10)"_s.arg(load)),
             u"PasswordExpired"_s);
    QCOMPARE(changed(*clerk, fresh), u"ok"_s);
    QCOMPARE((*clerk)(u"select status from api.demand(1)"_s), u"ok"_s);
}

void TestPasswordAttacks::thePolicyIsTheRegisters()
{
    sql(u"update office.city set password_days = 30, password_history = 2"_s);
    const auto clerk = m_place->signedIn(u"clerk"_s); // 2 November, changed on 1 October
    QCOMPARE((*clerk)(u"select status from api.demand(1)"_s), u"PasswordExpired"_s);
    QCOMPARE((*clerk)(u"select session ->> 'mustChange', session ->> 'passwordDays' "
                      "from api.open_session('S0001', '%1')"_s.arg(
                          u"\\x"_s + RawSession::proof(clerk->nonce(), u"S0001"_s, keyOf('p')))),
             u"true|30"_s);
    QCOMPARE(changed(*clerk, word("winter-garden-5")), u"ok"_s);
    QCOMPARE(changed(*clerk, keyOf('w')), u"PasswordUsed"_s);
    QCOMPARE(changed(*clerk, fresh), u"ok"_s);
    QCOMPARE(changed(*clerk, keyOf('w')), u"ok"_s);
}

// PostgreSQL lets every login role give itself a password, in clear and past every rule.
void TestPasswordAttacks::aPasswordPastTheRegisterMustBeChanged()
{
    {
        const auto clerk = m_place->signedIn(u"clerk"_s);
        QCOMPARE((*clerk)(u"alter role clerk password 'a'"_s), QString());
    }
    auto place = m_place->place(u"clerk"_s);
    place.target.password = word("a");
    const RawSession clerk(place.target.connect, place.target.password);
    QVERIFY(clerk.isOpen());
    QCOMPARE(clerk.signIn(u"S0001"_s, keyOf('p')), u"ok"_s);
    QCOMPARE(clerk(u"select status from api.demand(1)"_s), u"PasswordExpired"_s);
    QCOMPARE(sql(u"select outcome, detail from office.register_log where call = 'open_session' "
                 "and outcome <> 'ok'"_s),
             u"PasswordExpired|a password that was not changed here"_s);
    QCOMPARE(changed(clerk, fresh), u"ok"_s);
    QCOMPARE(clerk(u"select status from api.demand(1)"_s), u"ok"_s);
    QVERIFY(opens(fresh));
}

void TestPasswordAttacks::aChangeRolledBackIsNone()
{
    const auto clerk = m_place->signedIn(u"clerk"_s);
    const QString all = proofs(*clerk, fresh);
    for (const auto &[before, after] :
         {std::pair{u"begin"_s, u"rollback"_s},
          std::pair{u"begin; savepoint s"_s, u"rollback to s; commit"_s}}) {
        (*clerk)(before);
        QCOMPARE((*clerk)(change(verifierOf(fresh), all)), u"ok"_s);
        (*clerk)(after);
        QVERIFY(opens(keyOf('w')));
        QVERIFY(!opens(fresh));
        QCOMPARE(sql(u"select password_changed_on from office.user_account "
                     "where user_id = 'clerk'"_s),
                 u"2026-10-01"_s);
    }
    QCOMPARE(sql(u"select count(*) from office.register_log where call = 'change_password'"_s),
             u"0"_s);
}

void TestPasswordAttacks::theNewPasswordIsTheLoginsAndTheOldIsNot()
{
    const auto clerk = m_place->signedIn(u"clerk"_s);
    QCOMPARE(changed(*clerk, fresh), u"ok"_s);
    QVERIFY(opens(fresh));
    QVERIFY(!opens(keyOf('w')));
    // The link goes on with it when its connection is lost.
    auto place = m_place->place(u"clerk"_s);
    place.target.password = fresh;
    auto link = std::move(*central::PostgresLink::open(std::move(place)));
    QVERIFY(link->openSession({.userId = u"clerk"_s,
                               .certificateFingerprint = TestRegister::card(u"clerk"_s),
                               .stationId = u"S0001"_s}));
    QVERIFY(link->changePassword(word("winter-garden-5")));
    sql(u"select pg_terminate_backend(pid) from pg_stat_activity where usename = 'clerk'"_s);
    QVERIFY(link->demand(central::Right::Search));
}

// design.md 4, show 9 of the register: a dump tells nothing that a password can be tried with.
void TestPasswordAttacks::aCopyOfTheTablesTellsNoPassword()
{
    const auto clerk = m_place->signedIn(u"clerk"_s);
    QCOMPARE(changed(*clerk, fresh), u"ok"_s);
    const QStringList rows =
        sql(u"select iterations, encode(salt, 'hex'), encode(proof, 'hex') "
            "from office.kept_password where user_id = 'clerk' order by number desc"_s)
            .split(u'\n');
    QCOMPARE(rows.size(), 2);
    const QString row = rows.first();
    const auto stored = central::storedKey(
        fresh, {.iterations = row.section(u'|', 0, 0).toInt(),
                .salt = QByteArray::fromHex(row.section(u'|', 1, 1).toLatin1())});
    QVERIFY(stored);
    const QString proof = row.section(u'|', 2);
    QVERIFY(proof != QString::fromLatin1(stored->toHex()));
    QVERIFY(proof != QString::fromLatin1(base::crypto::sha256(*stored).toHex()));
    // Another key of the server, another proof.
    QCOMPARE(sql(u"select encode(office.hmac(convert_to('password 982016 clerk ', 'UTF8') || "
                 "'\\x%1%2'::bytea, office.server_key('982016'), 'sha256'), 'hex')"_s.arg(
                     row.section(u'|', 1, 1), QString::fromLatin1(stored->toHex()))),
             proof);
}

void TestPasswordAttacks::nobodyElsesPasswordIsReached()
{
    const QString denied = u"SQLSTATE 42501"_s;
    const auto clerk = m_place->signedIn(u"clerk"_s);
    QCOMPARE((*clerk)(u"select logins.own_verifier()"_s), denied);
    QCOMPARE((*clerk)(u"select logins.change_own('%1')"_s.arg(verifierOf(fresh))), denied);
    QCOMPARE((*clerk)(u"alter role chief password 'a'"_s), denied);
    QCOMPARE((*clerk)(u"select rolpassword from pg_authid"_s), denied);
    const QString chiefs =
        sql(u"select rolpassword from pg_authid where rolname = 'chief'"_s).trimmed();
    QCOMPARE(changed(*clerk, fresh), u"ok"_s);
    QCOMPARE(sql(u"select rolpassword from pg_authid where rolname = 'chief'"_s).trimmed(), chiefs);
    QCOMPARE(sql(u"select count(*) from office.kept_password where user_id = 'chief'"_s), u"1"_s);
    // The one function that writes a login knows of the caller only, and of clerks only.
    QCOMPARE(sql(u"select logins.change_own('%1')"_s.arg(verifierOf(fresh))), u"f"_s);
}

void TestPasswordAttacks::eachAttemptIsInTheLog()
{
    const auto clerk = m_place->signedIn(u"clerk"_s);
    QCOMPARE((*clerk)(change(u"x"_s, QString())), u"RegisterRefused"_s);
    QCOMPARE(changed(*clerk, keyOf('w')), u"PasswordUsed"_s);
    QCOMPARE(changed(*clerk, fresh), u"ok"_s);
    QCOMPARE(sql(u"select user_id, station_id, outcome, detail from office.register_log "
                 "where call = 'change_password' order by number"_s),
             u"clerk|S0001|RegisterRefused|no verifier\nclerk|S0001|PasswordUsed|\n"
             "clerk|S0001|ok|"_s);
    QCOMPARE(sql(u"select count(*) from office.register_log where call = 'set_password' "
                 "and detail = 'clerk'"_s),
             u"1"_s);
}

QTEST_GUILESS_MAIN(TestPasswordAttacks)
#include "tst_passwordattacks.moc"
