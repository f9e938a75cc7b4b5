// links: madoguchi_app
#include "audit/doorfile.h"
#include "audit/entry.h"
#include "auth/keyslots.h"
#include "auth/trainingcards.h"
#include "cache/cachereader.h"
#include "storage/database.h"
#include "support/bytesearch.h"
#include "support/officework.h"
#include "support/onlineplace.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;
using auth::KeyUse;
using base::Secret;

// What a thief has: a dump of the register and a copy of its server's data, the folder of a station
// with its secret, and a clerk's password. It opens nothing: each time a factor is missing that
// lies elsewhere, the key of the server or the card. The same attempts with that factor do open, so
// that they are known to be worth something.
class TestStolen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theCopiesHoldTheRegister();
    void noSecretLiesInTheCopies();
    void whatWasStolenOpensNothing();
    void withTheServersKeyItWouldOpen();
    void withTheCardItWouldOpen();

private:
    void work();
    void steal();
    [[nodiscard]] QString sql(const QString &statement)
    {
        return m_online->cluster().sql(statement);
    }
    /// What opens with anything that can be made of these and of the loot.
    [[nodiscard]] QSet<QString> opened(const QList<QByteArray> &candidates);
    void tryStationKey(const Secret &key, QSet<QString> &open);
    void tryFileKey(const Secret &key, QSet<QString> &open);
    void tryLogKey(const Secret &key, QSet<QString> &open);
    void tryServerKey(const QByteArray &key, QSet<QString> &open);
    void trySlot(const QByteArray &share, QSet<QString> &open);

    std::unique_ptr<OnlinePlace> m_online;
    QByteArray m_stolenDetails; ///< sealed, of an exported log row
    QList<QByteArray> m_numbers; ///< 個人番号 and 住民票コード of everybody; not part of the loot
    // The loot.
    QByteArray m_dump;
    ServerFolder m_serverCopy;
    QTemporaryDir m_stationCopy;
    Secret m_stationSecret;
    Secret m_password;
    QByteArray m_shareSalt;
    QList<QByteArray> m_candidates; ///< whatever of the loot could be a key
    auth::KeySlot m_slot;
    Secret m_slowPassword; ///< Argon2id of the password, as the slot says
};

namespace {

const QString clerk = QStringLiteral("madoguchi1");
const QString code = QStringLiteral("982016");
const QString station = QStringLiteral("S0001");

Secret secretOf(const QByteArray &bytes)
{
    return {bytes.cbegin(), bytes.cend()};
}

QByteArray bytesOf(const Secret &secret)
{
    return {reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size())};
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return base::crypto::hmac(secretOf(key), message);
}

/// Each 32 bytes of a file, from every place.
void addWindows(const QByteArray &bytes, QList<QByteArray> &all)
{
    for (qsizetype at = 0; at + base::crypto::keyBytes <= bytes.size(); ++at)
        all.append(bytes.mid(at, base::crypto::keyBytes));
}

} // namespace

/// An ordinary morning, so that there is something to steal.
void TestStolen::work()
{
    const auto work = signedIn(m_online->place(), clerk);
    QVERIFY(app::Office::of(*work.desk).waitForCache());
    const auto visit = openVisit(*work.desk);
    QVERIFY(find(*work.desk, visit));
    for (const auto &row : logRows(*work.desk)) {
        if (!row.sealed.isEmpty())
            m_stolenDetails = row.sealed;
    }
    QVERIFY(!m_stolenDetails.isEmpty());
    QVERIFY(waited(work.desk->signOut()));
}

void TestStolen::steal()
{
    const QString administrator = m_online->cluster().administrator();
    m_dump = mustRun({serverProgram(u"pg_dump"_s), u"-d"_s, administrator}).toUtf8();
    mustRun(asServer({serverProgram(u"pg_basebackup"_s), u"-d"_s, administrator, u"-D"_s,
                      m_serverCopy.at(u"copy"_s), u"-X"_s, u"stream"_s, u"-c"_s, u"fast"_s}));
    const QDir folder(m_online->place().station({}));
    for (const QString &name : folder.entryList(QDir::Files))
        QVERIFY(QFile::copy(folder.filePath(name), m_stationCopy.filePath(name)));
    const auth::StationSecretFile file(m_online->place().at(u"city/secret/station.secret"_s));
    const auto secret = file.read();
    QVERIFY(secret);
    m_stationSecret = *secret;
    m_password = app::toSecret(m_online->place().credential(clerk).password);
    m_shareSalt = QByteArray::fromHex(
        sql(u"select encode(share_salt, 'hex') from office.station"_s).toLatin1());
}

void TestStolen::initTestCase()
{
    m_online = std::make_unique<OnlinePlace>();
    work();
    const QString numbers =
        sql(u"select convert_from(n.individual_number, 'UTF8'), convert_from(n.resident_code, "
            "'UTF8') from numbers.person p, office.numbers_of(p.code, p.person_id) n"_s);
    for (const QString &cell : numbers.split(QRegularExpression(u"[|\n]"_s), Qt::SkipEmptyParts))
        m_numbers.append(cell.toLatin1());
    QVERIFY(m_numbers.size() >= 2 * 200);
    steal();

    static const QRegularExpression key(u"\\\\\\\\x([0-9a-f]{64})(?![0-9a-f])"_s);
    QSet<QByteArray> all;
    auto found = key.globalMatch(QString::fromUtf8(m_dump));
    while (found.hasNext())
        all.insert(QByteArray::fromHex(found.next().captured(1).toLatin1()));
    QVERIFY(all.size() > 10);
    m_candidates = QList<QByteArray>(all.cbegin(), all.cend());
    for (const char *name : {"slots", "door.key"})
        addWindows(readWhole(m_stationCopy.filePath(QString::fromLatin1(name))), m_candidates);
    m_candidates.append({bytesOf(m_stationSecret), QByteArray(32, '\0'),
                         base::crypto::sha256(bytesOf(m_password)),
                         hmac(bytesOf(m_stationSecret), bytesOf(m_password))});

    const auto slotFile = auth::KeySlots::read(m_stationCopy.filePath(u"slots"_s));
    QVERIFY(slotFile && slotFile->all().size() == 1);
    m_slot = slotFile->all().first();
    const auto slow = base::crypto::argon2id(m_password, m_slot.holders.first().salt, m_slot.cost);
    QVERIFY(slow);
    m_slowPassword = *slow;
    m_candidates.append(bytesOf(*slow));
}

void TestStolen::theCopiesHoldTheRegister()
{
    QVERIFY(m_dump.contains("COPY office.replica"));
    QVERIFY(m_dump.contains("COPY numbers.person"));
    QVERIFY(m_dump.contains("COPY office.station"));
    QVERIFY(QFile::exists(m_serverCopy.at(u"copy/PG_VERSION"_s)));
    for (const char *name : {"cache.db", "journal.db", "slots", "door.key"})
        QVERIFY(QFile::exists(m_stationCopy.filePath(QString::fromLatin1(name))));
}

void TestStolen::noSecretLiesInTheCopies()
{
    const auto link = m_online->owner().stationShare(station);
    QVERIFY(link);
    QList<QByteArray> secrets = m_numbers;
    secrets.append({bytesOf(*link), readWhole(m_online->cluster().keyFile()), bytesOf(m_password),
                    QByteArray::fromHex(
                        sql(u"select encode(office.log_key_of('982016'), 'hex')"_s).toLatin1())});
    ByteSearch search;
    for (qsizetype i = 0; i < secrets.size(); ++i) {
        QVERIFY(search.add(secrets.at(i), int(i)));
        search.add(secrets.at(i).toHex(), int(i)); // as pg_dump writes it
    }
    QStringList places;
    const auto look = [&](const QString &where, const QByteArray &bytes) {
        search.find(bytes, [&](int which, qsizetype) {
            places.append(u"number %1 in %2"_s.arg(which).arg(where));
        });
    };
    look(u"the dump"_s, m_dump);
    qint64 bytes = 0;
    for (const QString &folder : {m_serverCopy.at(u"copy"_s), m_stationCopy.path()}) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QByteArray content = readWhole(files.next());
            bytes += content.size();
            look(files.fileName(), content);
        }
    }
    QVERIFY(bytes > 20'000'000);
    QCOMPARE(places, QStringList());
}

void TestStolen::whatWasStolenOpensNothing()
{
    QCOMPARE(opened(m_candidates), QSet<QString>());
}

void TestStolen::withTheServersKeyItWouldOpen()
{
    const QSet<QString> all{u"cache"_s, u"journal"_s, u"door"_s, u"details"_s, u"numbers"_s};
    QCOMPARE(opened({readWhole(m_online->cluster().keyFile())}), all);
}

void TestStolen::withTheCardItWouldOpen()
{
    const auto mine = m_online->place().credential(clerk);
    token::TokenSettings settings;
    settings.program = QStringLiteral(MADOGUCHI_BINARY_DIR "/bin/madoguchi-token");
    settings.module = token::softHsmModule();
    settings.environment =
        auth::trainingCardEnvironment(m_online->place().at(u"city/"_s + mine.card));
    token::TokenProcess card(settings);
    card.lookNow();
    QVERIFY(card.login(app::toSecret(mine.pin)));
    const auto share = card.derive(m_slot.holders.first().ephemeralPoint);
    QVERIFY(share);
    const QSet<QString> station{u"slot"_s, u"cache"_s, u"journal"_s, u"door"_s};
    QCOMPARE(opened({bytesOf(*share)}), station);
}

QSet<QString> TestStolen::opened(const QList<QByteArray> &candidates)
{
    QSet<QString> open;
    for (const QByteArray &candidate : candidates) {
        // As the share, as what the share is made from, as the station key, as a key by itself.
        const QByteArray share =
            hmac(candidate, "share " + code.toUtf8() + ' ' + station.toUtf8() + ' ' + m_shareSalt);
        for (const QByteArray &one : {candidate, share})
            tryStationKey(auth::stationKeyFrom(secretOf(one), m_stationSecret, station), open);
        tryStationKey(secretOf(candidate), open);
        tryFileKey(secretOf(candidate), open);
        tryServerKey(candidate, open);
        tryLogKey(secretOf(candidate), open);
        tryLogKey(secretOf(hmac(candidate, "log " + code.toUtf8())), open);
        trySlot(candidate, open);
    }
    return open;
}

void TestStolen::tryStationKey(const Secret &key, QSet<QString> &open)
{
    tryFileKey(auth::keyFor(key, KeyUse::Cache), open);
    tryFileKey(auth::keyFor(key, KeyUse::Journal), open);
    const auto box = base::crypto::boxKeyPairFrom(auth::keyFor(key, KeyUse::DoorBox));
    if (box.open == readWhole(m_stationCopy.filePath(u"door.key"_s)))
        open.insert(u"door"_s);
}

void TestStolen::tryFileKey(const Secret &key, QSet<QString> &open)
{
    if (cache::CacheReader::open(m_stationCopy.filePath(u"cache.db"_s), key))
        open.insert(u"cache"_s);
    if (storage::Database::open({.path = m_stationCopy.filePath(u"journal.db"_s),
                                 .key = &key,
                                 .mode = storage::Opening::Mode::ReadOnly,
                                 .kind = u"journal"_s}))
        open.insert(u"journal"_s);
}

void TestStolen::tryLogKey(const Secret &key, QSet<QString> &open)
{
    const auto pair = base::crypto::boxKeyPairFrom(key);
    if (base::crypto::openSealed(pair, audit::sealedMessage(m_stolenDetails)))
        open.insert(u"details"_s);
}

/// Every number is known here; the thief would look whether the last digit fits.
void TestStolen::tryServerKey(const QByteArray &key, QSet<QString> &open)
{
    static const QStringList rows =
        sql(u"select person_id, encode(nonce, 'hex'), encode(individual_number, 'hex') "
            "from numbers.person order by person_id limit 3"_s)
            .split(u'\n');
    for (const QString &row : rows) {
        const QByteArray nonce = QByteArray::fromHex(row.section(u'|', 1, 1).toLatin1());
        const QByteArray masked = QByteArray::fromHex(row.section(u'|', 2, 2).toLatin1());
        const QByteArray place =
            "number 2 " + code.toUtf8() + ' ' + row.section(u'|', 0, 0).toUtf8() + ' ' + nonce;
        for (const QByteArray &pad : {hmac(key, place), key, nonce + nonce}) {
            QByteArray plain = masked;
            for (qsizetype i = 0; i < plain.size(); ++i)
                plain[i] = char(plain.at(i) ^ pad.at(i));
            if (m_numbers.contains(plain))
                open.insert(u"numbers"_s);
        }
    }
}

/// The slot's own formula (auth/keyslot.h), with Argon2id done once.
void TestStolen::trySlot(const QByteArray &share, QSet<QString> &open)
{
    Secret input = m_slowPassword;
    input.insert(input.end(), share.cbegin(), share.cend());
    input.insert(input.end(), m_stationSecret.begin(), m_stationSecret.end());
    const auto key = base::crypto::hkdf(input, base::crypto::sha256(m_slot.header()),
                                        QByteArrayView("madoguchi/keyslot/v1"));
    const auto found = base::crypto::unseal(key, m_slot.nonce, m_slot.header(), m_slot.sealed);
    if (!found)
        return;
    open.insert(u"slot"_s);
    tryStationKey(*found, open);
}

QTEST_MAIN(TestStolen)
#include "tst_stolen.moc"
