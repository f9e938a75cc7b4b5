// links: madoguchi_token
#include "auth/cardidentity.h"
#include "auth/keyslots.h"
#include "auth/stationsecret.h"
#include "support/traincard.h"
#include "token/tokenprocess.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace auth;
using base::ErrorCode;
using base::Secret;
using support::secret;
using token::Presence;
using token::TokenProcess;

namespace {

// Small on purpose: what is tested here does not depend on how slow Argon2id is.
constexpr base::crypto::PasswordCost cheap{.memoryKib = 64, .passes = 1, .lanes = 1};
const char *const password = "correct horse 43 窓口";

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer ? ErrorCode::Count : answer.error().code;
}

SlotCard cardOf(const TrainingCard &card)
{
    return {card.serial, base::crypto::sha256(card.signCertificate), card.derivePoint};
}

} // namespace

/// Both factors and the station secret are needed (notes 2), with real SoftHSM2 cards.
class TestKeySlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensWithCardPinAndPassword();
    void refusesTheCardAlone();
    void refusesThePasswordAlone();
    void refusesAnotherClerksCard();
    void refusesAChangedHeader();
    void refusesWithoutThePin();
    void refusesBesideAnotherStationSecret();
    void needsNoCardToBeMade();
    void followsTheDesignsFormula();
    void openedByTheSpareCard();
    void recoveryNeedsBothOfficers();
    void keepsSlotsInTheFile();
    void tellsDamageFromAWrongPassword();
    void keepsTheOthersWhenOneIsDamaged();
    void refusesWhatIsNoSlotFile();
    void survivesAnyBytes();
    void fileIsTheAccountsOnly();

private:
    base::Result<Secret> shareOf(const QString &userId, const KeySlot &slot, const char *withPin);
    base::Result<Secret> open(const char *typed, const Secret &share) const
    {
        return openSlot(m_slot, {{secret(typed), share}}, m_stationSecret);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<support::CardMaker> m_maker;
    TrainingCard m_card;
    TrainingCard m_other;
    Secret m_stationKey;
    Secret m_stationSecret;
    KeySlot m_slot;
    Secret m_share;
};

void TestKeySlots::initTestCase()
{
    m_maker = std::make_unique<support::CardMaker>(m_folder.path());
    const auto card = m_maker->make(QStringLiteral("u001"), QStringLiteral("研修 一郎"));
    QVERIFY2(card, card ? "" : qPrintable(card.error().detail));
    m_card = *card;
    const auto other = m_maker->make(QStringLiteral("u002"), QStringLiteral("研修 花子"));
    QVERIFY(other);
    m_other = *other;
    m_stationKey = base::crypto::randomSecret(32);
    m_stationSecret = base::crypto::randomSecret(32);
    const auto slot = makeSlot({SlotKind::Card, cheap, {cardOf(m_card)}, {secret(password)}},
                               m_stationKey, m_stationSecret);
    QVERIFY(slot);
    m_slot = *slot;
    const auto share = shareOf(QStringLiteral("u001"), m_slot, support::pin);
    QVERIFY(share);
    m_share = *share;
}

base::Result<Secret> TestKeySlots::shareOf(const QString &userId, const KeySlot &slot,
                                           const char *withPin)
{
    TokenProcess process(m_maker->settingsFor(userId));
    process.lookNow();
    if (withPin) {
        if (const auto login = process.login(secret(withPin)); !login)
            return base::fail(login);
    }
    return process.derive(slot.holders.first().ephemeralPoint);
}

void TestKeySlots::opensWithCardPinAndPassword()
{
    const auto opened = open(password, m_share);
    QVERIFY(opened);
    QVERIFY(*opened == m_stationKey);
}

void TestKeySlots::refusesTheCardAlone()
{
    QCOMPARE(codeOf(open("", m_share)), ErrorCode::PasswordWrong);
    QCOMPARE(codeOf(open("correct horse 43 窓囗", m_share)), ErrorCode::PasswordWrong);
}

void TestKeySlots::refusesThePasswordAlone()
{
    QCOMPARE(codeOf(open(password, Secret(32, 0))), ErrorCode::PasswordWrong);
    QCOMPARE(codeOf(open(password, {})), ErrorCode::PasswordWrong);
}

void TestKeySlots::refusesAnotherClerksCard()
{
    const auto share = shareOf(QStringLiteral("u002"), m_slot, support::pin);
    QVERIFY(share);
    QCOMPARE(codeOf(open(password, *share)), ErrorCode::PasswordWrong);
}

void TestKeySlots::refusesAChangedHeader()
{
    // Somebody who rewrites the file can make its digests right again; the seal still notices.
    // The factors must be worked out for the changed slot, so only what is sealed differs.
    for (int change = 0; change < 5; ++change) {
        KeySlot slot = m_slot;
        switch (change) {
        case 0:
            slot.cost.memoryKib = 32;
            break;
        case 1:
            slot.kind = SlotKind::Spare;
            break;
        case 2:
            slot.holders.first().serial += u'0';
            break;
        case 3:
            slot.holders.first().tokenPoint = m_other.derivePoint;
            break;
        default:
            slot.holders.first().fingerprint = QByteArray(32, '\x01');
        }
        QCOMPARE(codeOf(openSlot(slot, {{secret(password), m_share}}, m_stationSecret)),
                 ErrorCode::PasswordWrong);
    }
}

void TestKeySlots::refusesWithoutThePin()
{
    QCOMPARE(codeOf(shareOf(QStringLiteral("u001"), m_slot, nullptr)), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(shareOf(QStringLiteral("u001"), m_slot, "99999")), ErrorCode::PinWrong);
}

void TestKeySlots::refusesBesideAnotherStationSecret()
{
    const Secret other = base::crypto::randomSecret(32);
    QCOMPARE(codeOf(openSlot(m_slot, {{secret(password), m_share}}, other)),
             ErrorCode::PasswordWrong);
    QCOMPARE(codeOf(openSlot(m_slot, {{secret(password), m_share}}, {})), ErrorCode::PasswordWrong);
}

void TestKeySlots::needsNoCardToBeMade()
{
    // initTestCase made the slot from the open point alone; a point off the curve is refused.
    SlotCard card = cardOf(m_card);
    card.point = QByteArray(1, '\x04') + QByteArray(64, '\x01');
    QCOMPARE(codeOf(makeSlot({SlotKind::Card, cheap, {card}, {secret(password)}}, m_stationKey,
                             m_stationSecret)),
             ErrorCode::TokenUnfit);
}

void TestKeySlots::followsTheDesignsFormula()
{
    // design.md 4, put together here once more from the primitives alone.
    const SlotHolder &holder = m_slot.holders.first();
    const QByteArray header = "KS1|AES-256/GCM|64|1|1|card|1|" + holder.serial.toUtf8().toHex() +
                              '|' + base::crypto::sha256(m_card.signCertificate).toHex() + '|' +
                              holder.salt + holder.ephemeralPoint + m_card.derivePoint;
    const auto slow = base::crypto::argon2id(secret(password), holder.salt, cheap);
    QVERIFY(slow);
    Secret input = *slow;
    input.insert(input.end(), m_share.begin(), m_share.end());
    input.insert(input.end(), m_stationSecret.begin(), m_stationSecret.end());
    const Secret key =
        base::crypto::hkdf(input, base::crypto::sha256(header), "madoguchi/keyslot/v1");
    const auto opened = base::crypto::unseal(key, m_slot.nonce, header, m_slot.sealed);
    QVERIFY(opened);
    QVERIFY(*opened == m_stationKey);
}

void TestKeySlots::openedByTheSpareCard()
{
    const auto spare = makeSlot({SlotKind::Spare, cheap, {cardOf(m_other)}, {secret(password)}},
                                m_stationKey, m_stationSecret);
    QVERIFY(spare);
    const auto share = shareOf(QStringLiteral("u002"), *spare, support::pin);
    QVERIFY(share);
    const auto opened = openSlot(*spare, {{secret(password), *share}}, m_stationSecret);
    QVERIFY(opened);
    QVERIFY(*opened == m_stationKey);
}

void TestKeySlots::recoveryNeedsBothOfficers()
{
    const auto slot = makeSlot({SlotKind::Recovery,
                                cheap,
                                {cardOf(m_card), cardOf(m_other)},
                                {secret("first officer 1!"), secret("second officer 2!")}},
                               m_stationKey, m_stationSecret);
    QVERIFY(slot);
    TokenProcess first(m_maker->settingsFor(QStringLiteral("u001")));
    TokenProcess second(m_maker->settingsFor(QStringLiteral("u002")));
    first.lookNow();
    second.lookNow();
    QVERIFY(first.login(secret(support::pin)));
    QVERIFY(second.login(secret(support::pin)));
    const auto one = first.derive(slot->holders.at(0).ephemeralPoint);
    const auto two = second.derive(slot->holders.at(1).ephemeralPoint);
    QVERIFY(one);
    QVERIFY(two);
    const SlotFactors a{secret("first officer 1!"), *one};
    const SlotFactors b{secret("second officer 2!"), *two};
    const auto opened = openSlot(*slot, {a, b}, m_stationSecret);
    QVERIFY(opened);
    QVERIFY(*opened == m_stationKey);
    QVERIFY(!openSlot(*slot, {a}, m_stationSecret));
    QVERIFY(!openSlot(*slot, {a, a}, m_stationSecret));
    QVERIFY(!openSlot(*slot, {b, a}, m_stationSecret));
    QVERIFY(!openSlot(*slot, {a, {b.password, Secret(32, 0)}}, m_stationSecret));
    QVERIFY(!openSlot(*slot, {a, {secret("x"), b.share}}, m_stationSecret));
}

void TestKeySlots::keepsSlotsInTheFile()
{
    const QString path = m_folder.filePath(QStringLiteral("slots"));
    auto slotSet = KeySlots::read(path);
    QVERIFY(slotSet);
    const QByteArray mine = m_slot.holders.first().fingerprint;
    QCOMPARE(codeOf(slotSet->find(mine)), ErrorCode::SlotMissing);
    slotSet->put(m_slot);
    const auto second = makeSlot({SlotKind::Card, cheap, {cardOf(m_other)}, {secret("other")}},
                                 m_stationKey, m_stationSecret);
    QVERIFY(second);
    slotSet->put(*second);
    QVERIFY(slotSet->write(path));

    auto again = KeySlots::read(path);
    QVERIFY(again);
    QCOMPARE(again->all().size(), 2);
    QCOMPARE(*again->find(mine), m_slot);
    const auto renewed = makeSlot({SlotKind::Card, cheap, {cardOf(m_card)}, {secret("newer")}},
                                  m_stationKey, m_stationSecret);
    again->put(*renewed);
    QCOMPARE(again->all().size(), 2);
    QCOMPARE(*again->find(mine), *renewed);
    QVERIFY(again->remove(mine));
    QVERIFY(!again->remove(mine));
    QVERIFY(again->write(path));
    const auto last = KeySlots::read(path);
    QCOMPARE(last->all().size(), 1);
    QCOMPARE(codeOf(last->find(mine)), ErrorCode::SlotMissing);
}

void TestKeySlots::tellsDamageFromAWrongPassword()
{
    KeySlots slotSet;
    slotSet.put(m_slot);
    const QByteArray whole = slotSet.bytes();
    const QByteArray mine = m_slot.holders.first().fingerprint;
    // One bit anywhere: never the slot as if nothing had been, never a crash.
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray bent = whole;
        bent[i] = static_cast<char>(bent.at(i) ^ 0x10);
        const auto read = KeySlots::parse(bent);
        const auto code = read ? codeOf(read->find(mine)) : read.error().code;
        QCOMPARE(code, ErrorCode::SlotDamaged);
    }
    for (qsizetype i = 0; i < whole.size(); ++i)
        QCOMPARE(codeOf(KeySlots::parse(whole.first(i))), ErrorCode::SlotDamaged);
}

void TestKeySlots::keepsTheOthersWhenOneIsDamaged()
{
    const auto second = makeSlot({SlotKind::Card, cheap, {cardOf(m_other)}, {secret("other")}},
                                 m_stationKey, m_stationSecret);
    KeySlots slotSet;
    slotSet.put(m_slot);
    slotSet.put(*second);
    QByteArray bytes = slotSet.bytes();
    bytes[60] = static_cast<char>(bytes.at(60) ^ 1); // in the first slot
    auto read = KeySlots::parse(bytes);
    QVERIFY(read);
    QCOMPARE(read->damaged(), 1);
    QCOMPARE(*read->find(second->holders.first().fingerprint), *second);
    QCOMPARE(codeOf(read->find(m_slot.holders.first().fingerprint)), ErrorCode::SlotDamaged);
    // Written again, what could not be read is still there.
    const auto kept = KeySlots::parse(read->bytes());
    QVERIFY(kept);
    QCOMPARE(kept->damaged(), 1);
    read->put(m_slot);
    read->dropDamaged();
    QCOMPARE(*KeySlots::parse(read->bytes())->find(m_slot.holders.first().fingerprint), m_slot);
}

void TestKeySlots::refusesWhatIsNoSlotFile()
{
    const QString path = m_folder.filePath(QStringLiteral("nonsense"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(1000, 'x'));
    file.close();
    QCOMPARE(codeOf(KeySlots::read(path)), ErrorCode::SlotDamaged);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.resize(10 * 1024 * 1024);
    file.close();
    QCOMPARE(codeOf(KeySlots::read(path)), ErrorCode::SlotDamaged);
}

void TestKeySlots::survivesAnyBytes()
{
    KeySlots slotSet;
    slotSet.put(m_slot);
    const QByteArray whole = slotSet.bytes();
    constexpr quint32 seed = 20251121;
    QRandomGenerator random(seed);
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes = whole.first(random.bounded(int(whole.size()) + 1));
        for (int i = random.bounded(6); i > 0 && !bytes.isEmpty(); --i)
            bytes[random.bounded(int(bytes.size()))] = static_cast<char>(random.bounded(256));
        for (int i = random.bounded(3); i > 0; --i)
            bytes.append(static_cast<char>(random.bounded(256)));
        const auto read = KeySlots::parse(bytes);
        QVERIFY(read ? bytes == whole || read->damaged() == 1 || read->all().isEmpty()
                     : read.error().code == ErrorCode::SlotDamaged);
        const auto slot = KeySlot::parse(bytes);
        QVERIFY(!slot);
    }
    // No number in a slot makes us take more memory than is sane.
    for (const char *header : {"KS1|AES-256/GCM|2147483647|3|2|card|1|", "KS1|AES-256/GCM|-1|3|2|",
                               "KS1|AES-256/GCM|64|1|1|card|2|", "KS1|AES-256/SIV|64|1|1|card|1|",
                               "KS2|AES-256/GCM|64|1|1|card|1|", "KS1|AES-256/GCM|064|1|1|card|1|"})
        QCOMPARE(codeOf(KeySlot::parse(QByteArray(header) + m_slot.bytes().sliced(31))),
                 ErrorCode::SlotDamaged);
}

void TestKeySlots::fileIsTheAccountsOnly()
{
    const QString path = m_folder.filePath(QStringLiteral("station.secret"));
    QCOMPARE(codeOf(StationSecretFile(path).read()), ErrorCode::StationSecretMissing);
    QVERIFY(StationSecretFile::create(path));
    const auto made = StationSecretFile(path).read();
    QVERIFY(made);
    QCOMPARE(made->size(), std::size_t(32));
    // Never over one that is there: what is sealed with it would be lost.
    QCOMPARE(codeOf(StationSecretFile::create(path)), ErrorCode::PlaceNotEmpty);
    QVERIFY(*StationSecretFile(path).read() == *made);
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
    KeySlots slotSet;
    slotSet.put(m_slot);
    const QString slotPath = m_folder.filePath(QStringLiteral("slots0600"));
    QVERIFY(slotSet.write(slotPath));
    QVERIFY(!(QFileInfo(slotPath).permissions() & others));
    QVERIFY(!QFile::exists(slotPath + QStringLiteral(".new")));
    QCOMPARE(codeOf(slotSet.write(QStringLiteral("/nowhere/slots"))), ErrorCode::FileUnreadable);

    QFile cut(path);
    QVERIFY(cut.open(QIODevice::ReadWrite));
    QVERIFY(cut.resize(31));
    cut.close();
    QCOMPARE(codeOf(StationSecretFile(path).read()), ErrorCode::StationSecretMissing);
}

QTEST_GUILESS_MAIN(TestKeySlots)
#include "tst_keyslots.moc"
