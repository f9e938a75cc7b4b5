// links: madoguchi_app
#include "app/adminsignin.h"
#include "app/stationcommand.h"
#include "auth/keyuse.h"
#include "cache/cachewriter.h"
#include "residents/codec.h"
#include "support/officework.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDataStream>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using base::ErrorCode;

namespace {

const QString clerk = QStringLiteral("madoguchi1");
const QString supervisor = QStringLiteral("shunin1");
const QString administrator = QStringLiteral("kanri1");

struct Ran
{
    int code = -1;
    QList<QJsonObject> lines;

    [[nodiscard]] QJsonObject about(const QString &what) const
    {
        for (const auto &line : lines) {
            if (line.value(QStringLiteral("what")).toString() == what)
                return line;
        }
        return {};
    }
    [[nodiscard]] bool isWhole(const QString &what) const
    {
        return about(what).value(QStringLiteral("ok")).toBool();
    }
};

/// One bit in the middle of every page from the 20th on: nothing that is read at opening.
bool damage(const QString &path)
{
    constexpr qint64 page = 4096;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    for (qint64 at = 20 * page + page / 2; at < file.size(); at += page) {
        char byte = 0;
        if (!file.seek(at) || !file.getChar(&byte) || !file.seek(at) ||
            !file.putChar(char(byte ^ 1)))
            return false;
    }
    return file.size() > 20 * page;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// SHA-256 over the SHA-256 of each of the register's rows as replicadigest.h says it, put together
/// here once more: table, key, version, row version, length and body, tables and keys in order.
QByteArray digestByHand(central::CentralLink &link)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto table :
         {central::Table::Person, central::Table::FormerSnapshot, central::Table::Household,
          central::Table::Restriction, central::Table::Assessment, central::Table::Ledger,
          central::Table::Pension, central::Table::Contact, central::Table::Note,
          central::Table::Entry}) {
        central::ChunkRequest request{.table = table, .after = {}, .limit = 500};
        for (bool last = false; !last;) {
            const auto chunk = link.chunk(request);
            if (!chunk)
                return {};
            for (const auto &row : chunk->rows) {
                QByteArray bytes;
                QDataStream stream(&bytes, QIODevice::WriteOnly);
                stream << quint8(table) << qint64(row.key.id) << qint32(row.key.version)
                       << qint64(row.rowVersion) << quint32(row.body.size());
                hash.addData(
                    QCryptographicHash::hash(bytes + row.body, QCryptographicHash::Sha256));
                request.after = row.key;
            }
            last = chunk->last;
        }
    }
    return hash.result();
}

} // namespace

/// `madoguchi-admin station check` and `station digest` at a real training place.
class TestStationCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aStationWithoutCacheSaysSo();
    void aWholeStationIsWholeForEverybody_data();
    void aWholeStationIsWholeForEverybody();
    void theDigestIsTheRegisters_data();
    void theDigestIsTheRegisters();
    void otherCommandsAreRefused();
    void anAlteredRowIsAnotherDigest();
    void aDamagedCacheIsReportedAndLeft();
    void damagedSlotsAreReported();

private:
    [[nodiscard]] std::unique_ptr<app::AdminSignIn> signIn(const QString &user) const
    {
        auto opened = app::AdminSignIn::open(
            {.settingsFile = m_place->at(QStringLiteral("city/madoguchi.conf")),
             .credentialsFile = m_place->at(QStringLiteral("city/credentials.json")),
             .user = user});
        if (!opened)
            qFatal("not signed in: code %d %s", int(opened.error().code),
                   qPrintable(opened.error().detail));
        return std::move(*opened);
    }
    [[nodiscard]] static Ran run(app::AdminSignIn &signedIn, const QStringList &arguments)
    {
        QBuffer output;
        output.open(QIODevice::WriteOnly);
        Ran ran{.code = app::runStation(signedIn, arguments, output), .lines = {}};
        for (const auto &line : output.data().split('\n')) {
            if (!line.isEmpty())
                ran.lines.append(QJsonDocument::fromJson(line).object());
        }
        return ran;
    }
    [[nodiscard]] Ran run(const QString &user, const QString &command) const
    {
        const auto signedIn = signIn(user);
        return run(*signedIn, {command});
    }

    std::unique_ptr<support::TrainingPlace> m_place;
    QString m_cache;
};

void TestStationCommand::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    m_cache = m_place->station(QStringLiteral("cache.db"));
}

/// The administrator may not search: nothing is loaded for him, and check says what is missing.
void TestStationCommand::aStationWithoutCacheSaysSo()
{
    QVERIFY(!QFile::exists(m_cache));
    const Ran ran = run(administrator, QStringLiteral("check"));
    QCOMPARE(ran.code, 1);
    QVERIFY(!ran.isWhole(QStringLiteral("cache")));
    QCOMPARE(ran.about(QStringLiteral("cache")).value(QStringLiteral("error")).toString(),
             QStringLiteral("CacheMissing"));
    QVERIFY(ran.isWhole(QStringLiteral("program")));
    QVERIFY(ran.isWhole(QStringLiteral("journal")));
    QVERIFY(ran.isWhole(QStringLiteral("slots")));
    QVERIFY(!QFile::exists(m_cache));
    QCOMPARE(run(administrator, QStringLiteral("digest")).code, 1);
}

void TestStationCommand::aWholeStationIsWholeForEverybody_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("asksRegister");
    // In this order: the clerk's sign-in leaves the cache that the administrator checks.
    QTest::newRow("clerk") << clerk << true;
    QTest::newRow("supervisor") << supervisor << true;
    QTest::newRow("administrator, who may not search") << administrator << false;
}

void TestStationCommand::aWholeStationIsWholeForEverybody()
{
    QFETCH(QString, user);
    QFETCH(bool, asksRegister);
    const auto signedIn = signIn(user);
    const quint64 before = signedIn->office().withJournal(
        [](journal::Journal &journal) { return journal.head().count; });
    const Ran ran = run(*signedIn, {QStringLiteral("check")});
    QCOMPARE(ran.code, 0);
    for (const char *what : {"program", "cache", "journal", "slots"})
        QVERIFY2(ran.isWhole(QLatin1String(what)), what);
    const QJsonObject cache = ran.about(QStringLiteral("cache"));
    QVERIFY(!cache.value(QStringLiteral("register")).toString().isEmpty());
    QCOMPARE(cache.contains(QStringLiteral("register_position")), asksRegister);
    QCOMPARE(cache.value(QStringLiteral("position_known")).toBool(), asksRegister);
    // Clerks 2, supervisor, administrator: a slot each at least.
    QVERIFY(ran.about(QStringLiteral("slots")).value(QStringLiteral("count")).toInt() >= 4);
    const auto rows = support::logRows(signedIn->desk(), before + 1);
    QCOMPARE(support::rowsOf(rows, QStringLiteral("StationCheck")), 1);
    QCOMPARE(rows.first().user, user);
}

void TestStationCommand::theDigestIsTheRegisters_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("asksRegister");
    QTest::newRow("clerk") << clerk << true;
    QTest::newRow("supervisor") << supervisor << true;
    QTest::newRow("administrator, who may not search") << administrator << false;
}

void TestStationCommand::theDigestIsTheRegisters()
{
    QFETCH(QString, user);
    QFETCH(bool, asksRegister);
    QByteArray expected;
    {
        const auto someone = signIn(clerk);
        expected = digestByHand(someone->office().link()).toHex();
    }
    QCOMPARE(expected.size(), 64);
    const auto signedIn = signIn(user);
    const Ran ran = run(*signedIn, {QStringLiteral("digest")});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.lines.size(), 1);
    const QJsonObject line = ran.lines.first();
    QCOMPARE(line.value(QStringLiteral("sha256")).toString().toLatin1(), expected);
    QCOMPARE(line.contains(QStringLiteral("register_sha256")), asksRegister);
    QCOMPARE(line.value(QStringLiteral("equal")).toBool(), asksRegister);
    QCOMPARE(support::rowsOf(support::logRows(signedIn->desk()), QStringLiteral("StationDigest")) >
                 0,
             true);
}

void TestStationCommand::otherCommandsAreRefused()
{
    const auto signedIn = signIn(administrator);
    for (const auto &arguments : {QStringList{}, QStringList{QStringLiteral("mend")},
                                  QStringList{QStringLiteral("check"), QStringLiteral("twice")}}) {
        const Ran ran = run(*signedIn, arguments);
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.lines.isEmpty());
    }
}

/// A row that is not the register's, put there with the right key.
void TestStationCommand::anAlteredRowIsAnotherDigest()
{
    auto room = m_place->frontRoom(supervisor);
    QVERIFY(room);
    (*room)->lookForCard();
    const app::Credential mine = m_place->credential(supervisor);
    const auto proved =
        (*room)->door().prove(app::toSecret(mine.password), app::toSecret(mine.pin));
    QVERIFY(proved);
    room->reset();
    const base::Secret key = auth::keyFor(proved->stationKey, auth::KeyUse::Cache);
    cache::StoredRow row;
    {
        const auto reader = cache::CacheReader::open(m_cache, key);
        QVERIFY(reader);
        row = (*reader)->rows({.table = cache::Table::Person}, 1)->first();
    }
    const auto put = [&](const cache::StoredRow &stored) {
        const auto writer =
            cache::CacheWriter::open(m_cache, key, cache::CacheWriter::Mode::Existing);
        return writer && (*writer)->load({stored}) && (*writer)->checkpoint();
    };
    auto person = *residents::decodeSnapshot(row.body);
    person.telephone = QStringLiteral("0990000001");
    cache::StoredRow altered = row;
    altered.body = residents::encode(person);
    QVERIFY(put(altered));
    const Ran ran = run(supervisor, QStringLiteral("digest"));
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.lines.first().contains(QStringLiteral("register_sha256")));
    QVERIFY(!ran.lines.first().value(QStringLiteral("equal")).toBool(true));
    QVERIFY(put(row));
    QCOMPARE(run(supervisor, QStringLiteral("digest")).code, 0);
}

void TestStationCommand::aDamagedCacheIsReportedAndLeft()
{
    QVERIFY(damage(m_cache));
    const Ran ran = run(administrator, QStringLiteral("check"));
    QCOMPARE(ran.code, 1);
    QVERIFY(!ran.isWhole(QStringLiteral("cache")));
    const QJsonObject line = ran.about(QStringLiteral("cache"));
    QVERIFY(!line.value(QStringLiteral("findings")).toArray().isEmpty() ||
            line.value(QStringLiteral("error")) == QStringLiteral("CacheDamaged"));
    QVERIFY(ran.isWhole(QStringLiteral("journal")));
    QCOMPARE(run(administrator, QStringLiteral("digest")).code, 1);
    // Who may not search loads nothing: the file stays for him who looks into it.
    QVERIFY(!run(administrator, QStringLiteral("check")).isWhole(QStringLiteral("cache")));
    const QDir station(m_place->station({}));
    QCOMPARE(station.entryList({QStringLiteral("cache.db.aside-*")}), QStringList());
}

void TestStationCommand::damagedSlotsAreReported()
{
    const QString path = m_place->station(QStringLiteral("slots"));
    const QByteArray whole = contentOf(path);
    QVERIFY(whole.size() > 200);
    const auto signedIn = signIn(administrator);
    QFile file(path);
    QByteArray half = whole;
    half[half.size() / 2] = char(half.at(half.size() / 2) ^ 1);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(half) == half.size());
    file.close();
    const Ran ran = run(*signedIn, {QStringLiteral("check")});
    QCOMPARE(ran.code, 1);
    QVERIFY(!ran.isWhole(QStringLiteral("slots")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(whole) == whole.size());
}

QTEST_MAIN(TestStationCommand)
#include "tst_stationcommand.moc"
