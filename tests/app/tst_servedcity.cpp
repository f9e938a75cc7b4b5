// links: madoguchi_app
#include "app/citycommand.h"
#include "app/credentials.h"
#include "app/frontroom.h"
#include "app/registercommand.h"
#include "app/settings.h"
#include "app/stationcommand.h"
#include "support/clusterparts.h"
#include "support/trainingplace.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// What packaging/demo.sh --postgres does: a server of its own with the shipped configuration, a
// register and a city on it, cards of its authority, a station that signs in, and what psql is
// refused.
class TestServedCity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingOfTheRegisterLiesInTheFolder();
    void theCardIsOfTheServersAuthority();
    void theServerGoesOnAfterAStop();
    void everyAccountIsBoundToItsCard();
    void everyAttemptIsRefused();
    void aFailureLeavesThePlaceEmpty();
    void theOptionsBelongTogether();

private:
    [[nodiscard]] QString at(const QString &name) const { return m_place.at(u"place/"_s + name); }
    static QString cluster(const QStringList &arguments);
    [[nodiscard]] Ran create(const QString &folder, const QStringList &changed) const;
    ServerFolder m_place;
};

namespace {

const QString scripts = QStringLiteral(MADOGUCHI_SOURCE_DIR "/packaging/central/");
constexpr int people = 200;

Ran answered(int (*command)(const QStringList &, QIODevice &, QIODevice &),
             const QStringList &arguments)
{
    QBuffer output;
    QBuffer errors;
    output.open(QIODevice::WriteOnly);
    errors.open(QIODevice::WriteOnly);
    const int code = command(arguments, output, errors);
    return {code, QString::fromUtf8(output.data()), QString::fromUtf8(errors.data())};
}

QJsonObject lastLine(const QString &output)
{
    return QJsonDocument::fromJson(output.trimmed().section(u'\n', -1).toUtf8()).object();
}

} // namespace

QString TestServedCity::cluster(const QStringList &arguments)
{
    return mustRun(QStringList(scripts + u"private-cluster.sh"_s) << arguments).trimmed();
}

/// city create on the server, with options replaced or added.
Ran TestServedCity::create(const QString &folder, const QStringList &changed) const
{
    QStringList arguments{u"create"_s,      folder,
                          u"--residents"_s, QString::number(people),
                          u"--connect"_s,   cluster({u"administrator"_s, at({})}),
                          u"--reached"_s,   cluster({u"reached"_s, at({})}),
                          u"--authority"_s, at(u"authority"_s)};
    for (qsizetype i = 0; i + 1 < changed.size(); i += 2)
        arguments[arguments.indexOf(changed.at(i)) + 1] = changed.at(i + 1);
    return answered(app::runCity, arguments);
}

void TestServedCity::initTestCase()
{
    cluster({u"start"_s, at({})});
    mustRun({u"psql"_s, u"-X"_s, u"-q"_s, u"-w"_s, u"-d"_s,
             cluster({u"administrator"_s, at({}), u"postgres"_s}), u"-c"_s,
             u"create database madoguchi"_s});
    const Ran made = answered(
        app::runRegister, {u"init"_s, u"--connect"_s, cluster({u"administrator"_s, at({})}),
                           u"--code"_s, u"982016"_s, u"--municipality"_s, u"あさぎり県みどり野市"_s,
                           u"--key"_s, cluster({u"key"_s, at({})}), u"--training"_s});
    QVERIFY2(made.exitCode == 0, qPrintable(made.error));
    const Ran city = create(at(u"city"_s), {});
    QVERIFY2(city.exitCode == 0, qPrintable(city.error));
    QCOMPARE(lastLine(city.output).value(u"residents"_s).toInt(), people);
}

void TestServedCity::cleanupTestCase()
{
    cluster({u"stop"_s, at({})});
}

void TestServedCity::nothingOfTheRegisterLiesInTheFolder()
{
    QVERIFY(!QFile::exists(at(u"city/register"_s)));
    const auto settings = app::readSettings(at(u"city/madoguchi.conf"_s));
    QVERIFY(settings.has_value());
    QCOMPARE(settings->registerConnect, cluster({u"reached"_s, at({})}));
    QCOMPARE(readWhole(settings->registerAuthority), readWhole(at(u"authority/ca.crt"_s)));
    QVERIFY(settings->registerCertificates.isEmpty());
    // The administrator's way in is not told to a station.
    QVERIFY(!readWhole(at(u"city/madoguchi.conf"_s)).contains("postgres "));
}

void TestServedCity::theCardIsOfTheServersAuthority()
{
    const auto credentials = app::readCredentials(at(u"city/credentials.json"_s));
    QVERIFY(credentials.has_value());
    const auto room = app::FrontRoom::open({.settingsFile = at(u"city/madoguchi.conf"_s),
                                            .card = u"tokens/madoguchi2"_s,
                                            .answeredByFile = true});
    QVERIFY2(room.has_value(), qPrintable(room ? QString() : room.error().detail));
    (*room)->lookForCard();
    const auto mine = credentials->users.value(u"madoguchi2"_s);
    const auto desk =
        waited((*room)->door().signIn(app::toSecret(mine.password), app::toSecret(mine.pin)));
    QVERIFY2(desk.has_value(), qPrintable(desk ? QString() : desk.error().detail));
    auto &office = app::Office::of(**desk);
    QVERIFY(office.waitForCache());
    const auto digest = office.withCache(app::stationDigest);
    QVERIFY(digest.has_value());
    const Ran atServer = answered(
        app::runRegister, {u"digest"_s, u"--connect"_s, cluster({u"administrator"_s, at({})})});
    QCOMPARE(lastLine(atServer.output).value(u"sha256"_s).toString(),
             QString::fromLatin1(digest->toHex()));
    QVERIFY(waited((*desk)->signOut()).has_value());
}

void TestServedCity::theServerGoesOnAfterAStop()
{
    const QString before = cluster({u"reached"_s, at({})});
    cluster({u"stop"_s, at({})});
    cluster({u"start"_s, at({})});
    cluster({u"start"_s, at({})}); // running already: nothing to do
    QCOMPARE(cluster({u"reached"_s, at({})}), before);
}

void TestServedCity::everyAccountIsBoundToItsCard()
{
    const QString unbound = u"select count(*) || ' of ' || count(certificate_serial) from "
                            "office.user_account"_s;
    QCOMPARE(mustRun({u"psql"_s, u"-X"_s, u"-A"_s, u"-t"_s, u"-w"_s, u"-d"_s,
                      cluster({u"administrator"_s, at({})}), u"-c"_s, unbound})
                 .trimmed(),
             u"7 of 7"_s);
}

void TestServedCity::everyAttemptIsRefused()
{
    const Ran ran = run({scripts + u"attempts.sh"_s, at({})});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.output + ran.error));
    const auto lineOf = [&](const QString &what) {
        const QStringList found = ran.output.split(u'\n').filter(what);
        return found.value(0).mid(what.size()).trimmed();
    };
    QCOMPARE(lineOf(u"password without certificate"_s),
             u"connection requires a valid client certificate"_s);
    QCOMPARE(lineOf(u"certificate without password"_s), u"fe_sendauth: no password supplied"_s);
    QVERIFY(lineOf(u"revoked certificate"_s).contains(u"certificate revoked"));
    QCOMPARE(lineOf(u"the residents' table"_s), u"permission denied for schema office"_s);
    QCOMPARE(lineOf(u"the individual numbers"_s), u"permission denied for schema numbers"_s);
    QCOMPARE(lineOf(u"asking without a station"_s), u"NotSignedIn"_s);
    QCOMPARE(lineOf(u"a station that he only names"_s), u"RegisterRefused"_s);
    QVERIFY(ran.output.contains(u"madoguchi1 open_session RegisterRefused"));
    QVERIFY(!ran.output.contains(u"GOT THROUGH"));
}

void TestServedCity::aFailureLeavesThePlaceEmpty()
{
    const QString other = at(u"other"_s);
    const Ran noAuthority = create(other, {u"--authority"_s, at(u"server"_s)});
    QCOMPARE(noAuthority.exitCode, 1);
    QVERIFY2(noAuthority.error.contains(u"not the folder of an authority"),
             qPrintable(noAuthority.error));
    QVERIFY(!QFile::exists(other));
    const Ran noServer = create(other, {u"--connect"_s, u"host=/nowhere dbname=madoguchi"_s});
    QCOMPARE(noServer.exitCode, 1);
    QVERIFY2(noServer.error.contains(u"RegisterUnreachable"), qPrintable(noServer.error));
    QVERIFY(!QFile::exists(other));
    // A second place on the same register would take the station away from the first.
    const QString keys = u"select md5(string_agg(proof_key, '')) from office.station"_s;
    const auto stations = [&] {
        return mustRun({u"psql"_s, u"-X"_s, u"-A"_s, u"-t"_s, u"-w"_s, u"-d"_s,
                        cluster({u"administrator"_s, at({})}), u"-c"_s, keys});
    };
    const QString before = stations();
    const Ran second = create(other, {});
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.error.contains(u"PlaceNotEmpty"), qPrintable(second.error));
    QVERIFY(!QFile::exists(other));
    QCOMPARE(stations(), before);
}

void TestServedCity::theOptionsBelongTogether()
{
    const Ran half = answered(app::runCity, {u"create"_s, at(u"other"_s), u"--connect"_s,
                                             u"host=/nowhere dbname=madoguchi"_s});
    QCOMPARE(half.exitCode, 2);
    QVERIFY2(half.error.contains(u"belong together"), qPrintable(half.error));
    QVERIFY(!QFile::exists(at(u"other"_s)));
}

QTEST_MAIN(TestServedCity)
#include "tst_servedcity.moc"
