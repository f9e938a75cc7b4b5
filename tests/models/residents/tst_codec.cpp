#include "residents/codec.h"

#include <QCborMap>
#include <QCborValue>
#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

#include <functional>

using namespace residents;

namespace {

calendar::PartialDate aboutSpring()
{
    return {.text = QStringLiteral("明治４５年春"),
            .earliest = QDate(1912, 3, 1),
            .latest = QDate(1912, 5, 31),
            .precision = calendar::Precision::Season};
}

Address anAddress(const QString &mark)
{
    return {.code = QStringLiteral("99999001002"),
            .postalCode = QStringLiteral("9990001"),
            .municipality = QStringLiteral("あさぎり県みどり野市"),
            .town = QStringLiteral("本町三丁目"),
            .lot = QStringLiteral("１２番地の") + mark,
            .building = QStringLiteral("メゾン緑　２０１号室")};
}

const QString glyphs = QString::fromUtf8("渡邉\U000E0102𠮷\uFA19");

Snapshot everything()
{
    Snapshot all;
    all.id = {.person = {12345674}, .version = 3};
    all.movement = {.reason = MovementReason::MoveWithin,
                    .happenedOn = calendar::PartialDate::on({2026, 4, 1}),
                    .notifiedOn = QDate(2026, 4, 2),
                    .processedOn = QDate(2026, 4, 3),
                    .enteredBy = QStringLiteral("u1"),
                    .enteredAt = QStringLiteral("本庁1")};
    all.household = {87654321};
    all.orderInHousehold = 2;
    all.kind = Kind::Foreign;
    all.state = State::MoveOutPlanned;
    all.name = {.family = glyphs,
                .given = QStringLiteral("花子"),
                .familyReading = {QStringLiteral("ワタナベ"), ReadingState::Notified},
                .givenReading = {QStringLiteral("ハナコ"), ReadingState::ExOfficio},
                .searchKana = QStringLiteral("ワタナベ ハナコ"),
                .latin = QStringLiteral("WATANABE HANAKO"),
                .alias = QStringLiteral("山田花子"),
                .aliasKana = QStringLiteral("ヤマダハナコ"),
                .formerFamily = QStringLiteral("髙﨑"),
                .formerFamilyReading = {QStringLiteral("タカサキ"), ReadingState::Notified}};
    all.bornOn = aboutSpring();
    all.sex = Sex::Female;
    all.relationship = QStringLiteral("子の妻");
    all.becameResident = {calendar::PartialDate::on({2000, 2, 29}), QDate(2000, 3, 1)};
    all.headName = QStringLiteral("渡邉　太郎");
    all.address = anAddress(QStringLiteral("１"));
    all.addressSettled = {calendar::PartialDate::on({2026, 4, 1}), QDate(2026, 4, 2)};
    all.addressReason = MovementReason::MoveWithin;
    all.formerAddress = anAddress(QStringLiteral("２"));
    all.addressBeforeMoveIn = anAddress(QStringLiteral("３"));
    all.plannedDestination = Destination{anAddress(QStringLiteral("４")), QDate(2026, 12, 1)};
    all.confirmedDestination = Destination{anAddress(QStringLiteral("５")), QDate(2026, 12, 3)};
    all.registeredDomicile = QStringLiteral("あさぎり県みどり野市本町一番地");
    all.domicileHead = QStringLiteral("渡邉　太郎");
    all.remarks = QStringLiteral("備考\n二行目");
    all.removal = Removal{aboutSpring(), QDate(2026, 12, 4), MovementReason::MoveOut};
    all.foreign = ForeignItems{
        .nationality = QStringLiteral("ブラジル"),
        .becameForeignResident = {calendar::PartialDate::on({2012, 7, 9}), QDate(2012, 7, 9)},
        .foreignClass = ForeignClass::SpecialPermanent,
        .statusOfResidence = QStringLiteral("永住者"),
        .periodOfStay = QStringLiteral("５年"),
        .expiresOn = QDate(2027, 1, 1)};
    all.entitlements = {.healthInsurance = {QStringLiteral("一般"), QDate(2001, 1, 1)},
                        .pension = {QStringLiteral("第１号"), QDate(2002, 1, 1)},
                        .childAllowance = {QStringLiteral("受給"), QDate(2003, 1, 1)},
                        .longTermCare = {QStringLiteral("第１号"), QDate(2004, 1, 1)},
                        .lateElderly = {QStringLiteral("資格有"), QDate(2005, 1, 1)}};
    all.telephone = QStringLiteral("000-0000-0001");
    return all;
}

using Change = std::function<void(Snapshot &)>;

/// Every field of a snapshot, changed alone.
const QList<Change> &changes()
{
    static const QString other = QStringLiteral("他");
    static const QDate day(1999, 12, 31);
    static const auto date = calendar::PartialDate::on(day);
    static const QList<Change> all{
        [](Snapshot &s) { s.id.person.value = 19; },
        [](Snapshot &s) { s.id.version = 300; },
        [](Snapshot &s) { s.movement.reason = MovementReason::Birth; },
        [](Snapshot &s) { s.movement.happenedOn = aboutSpring(); },
        [](Snapshot &s) { s.movement.notifiedOn = day; },
        [](Snapshot &s) { s.movement.processedOn = {}; },
        [](Snapshot &s) { s.movement.enteredBy = other; },
        [](Snapshot &s) { s.movement.enteredAt = other; },
        [](Snapshot &s) { s.household.value = Q_INT64_C(999999999999999); },
        [](Snapshot &s) { s.orderInHousehold = 40; },
        [](Snapshot &s) { s.kind = Kind::Japanese; },
        [](Snapshot &s) { s.state = State::Remade; },
        [](Snapshot &s) { s.name.family = other; },
        [](Snapshot &s) { s.name.given.clear(); },
        [](Snapshot &s) { s.name.familyReading.kana = other; },
        [](Snapshot &s) { s.name.familyReading.state = ReadingState::NotPublic; },
        [](Snapshot &s) { s.name.givenReading.kana = other; },
        [](Snapshot &s) { s.name.givenReading.state = ReadingState::Notified; },
        [](Snapshot &s) { s.name.searchKana = other; },
        [](Snapshot &s) { s.name.latin = QString(300, u'X'); },
        [](Snapshot &s) { s.name.alias = other; },
        [](Snapshot &s) { s.name.aliasKana = other; },
        [](Snapshot &s) { s.name.formerFamily = other; },
        [](Snapshot &s) { s.name.formerFamilyReading.kana = other; },
        [](Snapshot &s) { s.name.formerFamilyReading.state = ReadingState::NotPublic; },
        [](Snapshot &s) { s.bornOn = date; },
        [](Snapshot &s) { s.bornOn.text = other; },
        [](Snapshot &s) { s.bornOn.earliest = {}; },
        [](Snapshot &s) { s.bornOn.latest = day; },
        [](Snapshot &s) { s.bornOn.precision = calendar::Precision::Nothing; },
        [](Snapshot &s) { s.bornOn = {}; },
        [](Snapshot &s) { s.sex = Sex::NotApplicable; },
        [](Snapshot &s) { s.relationship = other; },
        [](Snapshot &s) { s.becameResident.on = date; },
        [](Snapshot &s) { s.becameResident.notifiedOn = day; },
        [](Snapshot &s) { s.headName = other; },
        [](Snapshot &s) { s.address.code = other; },
        [](Snapshot &s) { s.address.postalCode = other; },
        [](Snapshot &s) { s.address.municipality = other; },
        [](Snapshot &s) { s.address.town = other; },
        [](Snapshot &s) { s.address.lot = other; },
        [](Snapshot &s) { s.address.building = other; },
        [](Snapshot &s) { s.addressSettled.on = date; },
        [](Snapshot &s) { s.addressSettled.notifiedOn = day; },
        [](Snapshot &s) { s.addressReason = MovementReason::MoveIn; },
        [](Snapshot &s) { s.formerAddress.lot = other; },
        [](Snapshot &s) { s.addressBeforeMoveIn.town = other; },
        [](Snapshot &s) { s.plannedDestination = std::nullopt; },
        [](Snapshot &s) { s.plannedDestination->on = day; },
        [](Snapshot &s) { s.confirmedDestination->address = {}; },
        [](Snapshot &s) { s.confirmedDestination = std::nullopt; },
        [](Snapshot &s) { s.registeredDomicile = other; },
        [](Snapshot &s) { s.domicileHead = other; },
        [](Snapshot &s) { s.remarks = other; },
        [](Snapshot &s) { s.removal = std::nullopt; },
        [](Snapshot &s) { s.removal->on = {}; },
        [](Snapshot &s) { s.removal->notifiedOn = day; },
        [](Snapshot &s) { s.removal->reason = MovementReason::Death; },
        [](Snapshot &s) { s.foreign = std::nullopt; },
        [](Snapshot &s) { s.foreign = ForeignItems{}; },
        [](Snapshot &s) { s.foreign->nationality = other; },
        [](Snapshot &s) { s.foreign->becameForeignResident.on = date; },
        [](Snapshot &s) { s.foreign->becameForeignResident.notifiedOn = day; },
        [](Snapshot &s) { s.foreign->foreignClass = ForeignClass::Transitional; },
        [](Snapshot &s) { s.foreign->statusOfResidence = other; },
        [](Snapshot &s) { s.foreign->periodOfStay = other; },
        [](Snapshot &s) { s.foreign->expiresOn = {}; },
        [](Snapshot &s) { s.entitlements.healthInsurance.status = other; },
        [](Snapshot &s) { s.entitlements.pension.since = day; },
        [](Snapshot &s) { s.entitlements.childAllowance = {}; },
        [](Snapshot &s) { s.entitlements.longTermCare.since = {}; },
        [](Snapshot &s) { s.entitlements.lateElderly.status = other; },
        [](Snapshot &s) { s.telephone.clear(); },
    };
    return all;
}

QByteArray withKey(const QByteArray &bytes, qint64 key, const QCborValue &value)
{
    QCborMap map = QCborValue::fromCbor(bytes).toMap();
    map.insert(key, value);
    // QCborMap keeps its order of insertion; the form wants rising keys.
    QList<qint64> keys;
    for (const auto &entry : map)
        keys.append(entry.first.toInteger());
    std::sort(keys.begin(), keys.end());
    QCborMap sorted;
    for (const qint64 number : keys)
        sorted.insert(number, map.value(number));
    return QCborValue(sorted).toCbor();
}

} // namespace

class TestCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldSurvives();
    void everyItemHasItsPlace();
    void anIndependentReaderUnderstands();
    void theNumbersAreRefused();
    void laterKeysArePassedOver();
    void textStaysByteForByte();
    void emptyFieldsAreLeftOut();
    void anythingCutShortIsRefused();
    void flippedBytesNeverCrash();
    void garbageIsRefused_data();
    void garbageIsRefused();
    void householdsAndRestrictionsSurvive();
    void reasonsHaveStableNames();
};

void TestCodec::everyFieldSurvives()
{
    const Snapshot full = everything();
    const QByteArray bytes = encode(full);
    QCOMPARE(encode(full), bytes);
    QCOMPARE(bool(decodeSnapshot(bytes) == full), true);
    QSet<QByteArray> seen{bytes};
    for (const auto &change : changes()) {
        Snapshot changed = full;
        change(changed);
        QVERIFY(!(changed == full));
        const QByteArray other = encode(changed);
        QVERIFY2(!seen.contains(other), "two different records have the same bytes");
        seen.insert(other);
        const auto again = decodeSnapshot(other);
        QVERIFY(again.has_value());
        QVERIFY(*again == changed);
        QCOMPARE(encode(*again), other);
    }
}

void TestCodec::everyItemHasItsPlace()
{
    QFile file(QStringLiteral(MADOGUCHI_SOURCE_DIR "/tests/data/residents/items.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QCborMap map = QCborValue::fromCbor(encode(everything())).toMap();
    int items = 0;
    for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const auto parts = line.split(u',');
        bool isItem = false;
        const int item = parts.first().toInt(&isItem);
        if (!isItem)
            continue;
        QCOMPARE(item, ++items);
        QCOMPARE(map.contains(qint64(item)), parts.at(2) == QStringLiteral("person"));
    }
    QCOMPARE(items, 28);
}

void TestCodec::anIndependentReaderUnderstands()
{
    QCborParserError error;
    const QByteArray bytes = encode(everything());
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    QCOMPARE(error.error, QCborError{QCborError::NoError});
    QCOMPARE(error.offset, bytes.size());
    const QCborMap map = value.toMap();
    QCOMPARE(map.value(1).toArray().at(0).toInteger(), 12345674);
    QCOMPARE(map.value(3).toMap().value(1).toString(), glyphs);
    QCOMPARE(map.value(4).toArray().at(0).toString(), QStringLiteral("山田花子"));
    QCOMPARE(map.value(7).toString(), QStringLiteral("子の妻"));
    QCOMPARE(map.value(10).toMap().value(4).toString(), QStringLiteral("本町三丁目"));
    // Qt writes the shortest form as well: what it writes from what it read must be the same.
    QCOMPARE(value.toCbor(), bytes);
    qint64 last = -1;
    for (const auto &entry : map) {
        QVERIFY(entry.first.toInteger() > last);
        last = entry.first.toInteger();
    }
}

void TestCodec::theNumbersAreRefused()
{
    const QByteArray bytes = encode(everything());
    QVERIFY(decodeSnapshot(withKey(bytes, 46, QStringLiteral("x"))).has_value());
    QVERIFY(!decodeSnapshot(withKey(bytes, 21, QStringLiteral("x"))).has_value());
    QVERIFY(!decodeSnapshot(withKey(bytes, 22, QStringLiteral("x"))).has_value());
    QVERIFY(!decodeSnapshot(withKey(bytes, 22, QCborValue())).has_value());
}

void TestCodec::laterKeysArePassedOver()
{
    const Snapshot full = everything();
    const QCborMap nested{{1, QCborArray{1, -2, QByteArray("b"), QCborValue()}},
                          {2, QCborMap{{QStringLiteral("k"), true}}}};
    for (const qint64 key : {29, 39, 46, 1000}) {
        const auto read = decodeSnapshot(withKey(encode(full), key, nested));
        QVERIFY(read.has_value());
        QVERIFY(*read == full);
    }
    QCborArray deep;
    for (int i = 0; i < 100; ++i)
        deep = QCborArray{deep};
    QVERIFY(!decodeSnapshot(withKey(encode(full), 46, deep)).has_value());
}

void TestCodec::textStaysByteForByte()
{
    Snapshot person = everything();
    const QStringList texts{glyphs, QString::fromUtf8("邊\U000E010F"),
                            QString::fromUtf8("か\u3099"), QString::fromUtf8("😀\u200d\u0000x"),
                            QString(70000, u'長')};
    for (const auto &text : texts) {
        person.name.given = text;
        const QByteArray bytes = encode(person);
        QVERIFY(bytes.contains(text.toUtf8()));
        const auto again = decodeSnapshot(bytes);
        QVERIFY(again.has_value());
        QCOMPARE(again->name.given, text);
    }
}

void TestCodec::emptyFieldsAreLeftOut()
{
    Snapshot least;
    least.id = {.person = {19}, .version = 1};
    // {1: [19, 1], 3: {}}
    QCOMPARE(encode(least).toHex(), QByteArray("a20182130103a0"));
    QVERIFY(decodeSnapshot(encode(least)) == least);
}

void TestCodec::anythingCutShortIsRefused()
{
    const QByteArray bytes = encode(everything());
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!decodeSnapshot(QByteArrayView(bytes).first(size)).has_value());
    QVERIFY(!decodeSnapshot(bytes + '\0').has_value());
}

void TestCodec::flippedBytesNeverCrash()
{
    const QByteArray bytes = encode(everything());
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray flipped = bytes;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
            const auto read = decodeSnapshot(flipped);
            // What is accepted is another record in the one form that it has.
            if (read.has_value() && !QCborValue::fromCbor(flipped).toMap().contains(99))
                QVERIFY(!(*read == everything()) || encode(*read) != flipped);
        }
    }
    QRandomGenerator random(20261101);
    for (int i = 0; i < 50000; ++i) {
        QByteArray noise(random.bounded(1, 80), Qt::Uninitialized);
        for (char &byte : noise)
            byte = static_cast<char>(random.bounded(256));
        noise[0] = static_cast<char>(0xa0 + random.bounded(24));
        (void)decodeSnapshot(noise);
        (void)decodeHousehold(noise);
        (void)decodeRestriction(noise);
    }
}

void TestCodec::garbageIsRefused_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("null") << QByteArray("f6");
    QTest::newRow("an array") << QByteArray("820102");
    QTest::newRow("an empty map") << QByteArray("a0");
    QTest::newRow("indefinite map") << QByteArray("bf01821301ff");
    QTest::newRow("a length beyond the end") << QByteArray("a2018213010378");
    QTest::newRow("a text of 2^63 bytes") << QByteArray("a201821301077b8000000000000000");
    QTest::newRow("a text of 2^64-1 bytes") << QByteArray("a201821301077bffffffffffffffff");
    QTest::newRow("a map of 2^32 entries") << QByteArray("ba7fffffff");
    QTest::newRow("keys that fall") << QByteArray("a303a001821301");
    QTest::newRow("a key twice") << QByteArray("a30182130101821301");
    QTest::newRow("not the shortest number") << QByteArray("a201821813"
                                                           "0103a0");
    QTest::newRow("not UTF-8") << QByteArray("a201821301"
                                             "0762c328");
    QTest::newRow("half a surrogate pair") << QByteArray("a201821301"
                                                         "0763eda080");
    QTest::newRow("sex 3") << QByteArray("a201821301"
                                         "0603");
    QTest::newRow("sex 10") << QByteArray("a201821301"
                                          "060a");
    QTest::newRow("kind 2") << QByteArray("a201821301"
                                          "182902");
    QTest::newRow("state 7") << QByteArray("a201821301"
                                           "182a07");
    QTest::newRow("a reason that is none") << QByteArray("a201821301"
                                                         "1828a1016158");
    QTest::newRow("nobody's number") << QByteArray("a1018200"
                                                   "01");
    QTest::newRow("a negative number") << QByteArray("a1018220"
                                                     "01");
    QTest::newRow("a number of 2^63") << QByteArray("a101821b8000000000000000"
                                                    "01");
    QTest::newRow("a float") << QByteArray("a2018213"
                                           "01182ef93c00");
    QTest::newRow("a tag") << QByteArray("a2018213"
                                         "01182ec001");
}

void TestCodec::garbageIsRefused()
{
    QFETCH(QByteArray, hex);
    const auto read = decodeSnapshot(QByteArray::fromHex(hex));
    QVERIFY(!read.has_value());
    QVERIFY(read.error().code == base::ErrorCode::RegisterDamaged);
}

void TestCodec::householdsAndRestrictionsSurvive()
{
    const Household household{.id = {123456785},
                              .version = 7,
                              .head = {12345674},
                              .address = anAddress(QStringLiteral("９"))};
    QVERIFY(decodeHousehold(encode(household)) == household);
    Household headless = household;
    headless.head = {};
    QVERIFY(decodeHousehold(encode(headless)) == headless);
    QVERIFY(!decodeHousehold(encode(Household{})).has_value());

    const Restriction restriction{.id = 5,
                                  .version = 2,
                                  .person = {12345674},
                                  .household = {},
                                  .kind = RestrictionKind::DeathPending,
                                  .inquiry = RestrictionLevel::None,
                                  .certificate = RestrictionLevel::Stop,
                                  .movement = RestrictionLevel::Alert,
                                  .hidesAddress = false,
                                  .from = QDate(2026, 1, 1),
                                  .until = QDate(2026, 12, 31),
                                  .ended = true};
    const QByteArray bytes = encode(restriction);
    QVERIFY(decodeRestriction(bytes) == restriction);
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!decodeRestriction(QByteArrayView(bytes).first(size)).has_value());
    QVERIFY2(!decodeRestriction(encode(Restriction{})).has_value(), "covers nobody");
}

void TestCodec::reasonsHaveStableNames()
{
    QSet<QString> names;
    for (int i = 0; i < static_cast<int>(MovementReason::Count); ++i) {
        const QString name = movementReasonName(MovementReason(i));
        QVERIFY(!name.isEmpty());
        names.insert(name);
        QVERIFY(movementReasonFromName(name) == MovementReason(i));
    }
    QCOMPARE(names.size(), static_cast<int>(MovementReason::Count));
    QCOMPARE(movementReasonName(MovementReason::MoveInFromAbroad),
             QStringLiteral("MoveInFromAbroad"));
    QCOMPARE(movementReasonName(MovementReason::Initial), QStringLiteral("Initial"));
    QVERIFY(movementReasonFromName(QStringLiteral("movein")) == MovementReason::Count);
    QVERIFY(movementReasonName(MovementReason::Count).isEmpty());
}

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
