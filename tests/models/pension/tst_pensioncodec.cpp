#include "pension/codec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

#include <functional>

using namespace pension;

namespace {

PensionRecord everything()
{
    PensionRecord all;
    all.person = {12345674};
    all.numberTail = QStringLiteral("9018");
    all.municipality = QStringLiteral("999990");
    all.latest = false;
    all.insured = true;
    all.operatorId = QStringLiteral("nenkin1");
    const auto text = [](int item) { return QStringLiteral("第%1項").arg(item); };
    all.periods = {{.category = Category::Third,
                    .acquiredOn = QDate(2020, 8, 8),
                    .acquiredNotifiedOn = QDate(2020, 8, 7),
                    .acquiredFor = text(9),
                    .acquiredReason = text(10),
                    .lostOn = QDate(2020, 8, 12),
                    .lostNotifiedOn = QDate(2020, 8, 11),
                    .lostFor = text(13),
                    .lostReason = text(14),
                    .changedOn = QDate(2020, 8, 15)}};
    all.periods.append(InsuredPeriod());
    all.periods.last().acquiredOn = QDate(2021, 1, 1);
    all.exemptions = {{.kind = ExemptionKind::Childcare,
                       .applied = {{2024, 7}, {2025, 6}},
                       .appliedOn = QDate(2024, 7, 19),
                       .result = ResultState::Returned,
                       .resultCode = text(20),
                       .exempt = {{2021, 1}, {2022, 1}},
                       .approved = {{2023, 1}, {2024, 1}},
                       .rejected = {{2025, 1}, {2026, 1}},
                       .cancelled = {{2027, 1}, {2028, 12}}}};
    all.legal = {{.reason = text(29),
                  .endReason = text(30),
                  .from = QDate(2019, 1, 31),
                  .endedOn = QDate(2019, 2, 1),
                  .cancelledOn = QDate(2019, 3, 3),
                  .months = {{2018, 12}, {2019, 2}}}};
    all.maternities = {{.birthOn = QDate(2025, 4, 10),
                        .born = true,
                        .multiple = true,
                        .months = {{2025, 1}, {2025, 6}}}};
    all.additional = {{.appliedOn = QDate(2022, 4, 1),
                       .reason = text(41),
                       .from = QDate(2022, 4, 2),
                       .declinedOn = QDate(2023, 4, 3),
                       .endReason = text(44),
                       .endedOn = QDate(2023, 4, 5),
                       .result = ResultState::Approved}};
    all.benefits = {{.claimant = QString::fromUtf8("渡邉\U000E0102　花子"),
                     .code = QStringLiteral("1150"),
                     .result = ResultState::Rejected,
                     .number = text(50)}};
    all.supports = {{.kind = text(51),
                     .paid = {{2024, 10}, {2025, 9}},
                     .result = ResultState::Cancelled,
                     .claimYear = 2024}};
    all.reports = {{.onMedium = true,
                    .reportable = false,
                    .reportedOn = QDate(2026, 5, 8),
                    .form = text(59),
                    .message = text(60)}};
    all.notes = {
        {.on = QDate(2026, 6, 1), .special = text(62), .consulted = text(63), .remarks = text(64)}};
    all.reissues = {{.appliedOn = QDate(2026, 6, 5), .reason = text(66)}};
    return all;
}

using Change = std::function<void(PensionRecord &)>;

/// Every field changed alone.
const QList<Change> &changes()
{
    static const QString other = QStringLiteral("他");
    static const QDate day(1999, 12, 31);
    static const Month month{1999, 12};
    static const QList<Change> all{
        [](PensionRecord &r) { r.person.value = 19; },
        [](PensionRecord &r) { r.numberTail = QStringLiteral("0000"); },
        [](PensionRecord &r) { r.numberTail.clear(); },
        [](PensionRecord &r) { r.municipality = other; },
        [](PensionRecord &r) { r.latest = true; },
        [](PensionRecord &r) { r.insured = false; },
        [](PensionRecord &r) { r.operatorId = other; },
        [](PensionRecord &r) { r.periods.first().category = Category::VoluntarySpecial; },
        [](PensionRecord &r) { r.periods.first().acquiredOn = day; },
        [](PensionRecord &r) { r.periods.first().acquiredNotifiedOn = day; },
        [](PensionRecord &r) { r.periods.first().acquiredFor = other; },
        [](PensionRecord &r) { r.periods.first().acquiredReason = other; },
        [](PensionRecord &r) { r.periods.first().lostOn = {}; },
        [](PensionRecord &r) { r.periods.first().lostNotifiedOn = day; },
        [](PensionRecord &r) { r.periods.first().lostFor = other; },
        [](PensionRecord &r) { r.periods.first().lostReason.clear(); },
        [](PensionRecord &r) { r.periods.first().changedOn = day; },
        [](PensionRecord &r) { r.periods.append(InsuredPeriod()); },
        [](PensionRecord &r) { r.periods.swapItemsAt(0, 1); },
        [](PensionRecord &r) { r.periods.clear(); },
        [](PensionRecord &r) { r.exemptions.first().kind = ExemptionKind::Full; },
        [](PensionRecord &r) { r.exemptions.first().applied.from = month; },
        [](PensionRecord &r) { r.exemptions.first().applied.to = {}; },
        [](PensionRecord &r) { r.exemptions.first().applied.from = {}; },
        [](PensionRecord &r) { r.exemptions.first().applied = {}; },
        [](PensionRecord &r) { r.exemptions.first().appliedOn = day; },
        [](PensionRecord &r) { r.exemptions.first().result = ResultState::Pending; },
        [](PensionRecord &r) { r.exemptions.first().resultCode = other; },
        [](PensionRecord &r) { r.exemptions.first().exempt.from = month; },
        [](PensionRecord &r) { r.exemptions.first().exempt.to = {}; },
        [](PensionRecord &r) { r.exemptions.first().approved.from = month; },
        [](PensionRecord &r) { r.exemptions.first().approved.to = month; },
        [](PensionRecord &r) { r.exemptions.first().rejected.from = month; },
        [](PensionRecord &r) { r.exemptions.first().rejected.to = month; },
        [](PensionRecord &r) { r.exemptions.first().cancelled.from = month; },
        [](PensionRecord &r) { r.exemptions.first().cancelled.to = month; },
        [](PensionRecord &r) { r.legal.first().reason = other; },
        [](PensionRecord &r) { r.legal.first().endReason = other; },
        [](PensionRecord &r) { r.legal.first().from = day; },
        [](PensionRecord &r) { r.legal.first().endedOn = day; },
        [](PensionRecord &r) { r.legal.first().cancelledOn = {}; },
        [](PensionRecord &r) { r.legal.first().months.from = month; },
        [](PensionRecord &r) { r.legal.first().months.to = month; },
        [](PensionRecord &r) { r.maternities.first().birthOn = day; },
        [](PensionRecord &r) { r.maternities.first().born = false; },
        [](PensionRecord &r) { r.maternities.first().multiple = false; },
        [](PensionRecord &r) { r.maternities.first().months.from = month; },
        [](PensionRecord &r) { r.maternities.first().months.to = month; },
        [](PensionRecord &r) { r.additional.first().appliedOn = day; },
        [](PensionRecord &r) { r.additional.first().reason = other; },
        [](PensionRecord &r) { r.additional.first().from = day; },
        [](PensionRecord &r) { r.additional.first().declinedOn = day; },
        [](PensionRecord &r) { r.additional.first().endReason = other; },
        [](PensionRecord &r) { r.additional.first().endedOn = day; },
        [](PensionRecord &r) { r.additional.first().result = ResultState::Cancelled; },
        [](PensionRecord &r) { r.benefits.first().claimant = other; },
        [](PensionRecord &r) { r.benefits.first().code = other; },
        [](PensionRecord &r) { r.benefits.first().result = ResultState::Approved; },
        [](PensionRecord &r) { r.benefits.first().number = other; },
        [](PensionRecord &r) { r.supports.first().kind = other; },
        [](PensionRecord &r) { r.supports.first().paid.from = month; },
        [](PensionRecord &r) { r.supports.first().paid.to = month; },
        [](PensionRecord &r) { r.supports.first().result = ResultState::Approved; },
        [](PensionRecord &r) { r.supports.first().claimYear = 9999; },
        [](PensionRecord &r) { r.reports.first().onMedium = false; },
        [](PensionRecord &r) { r.reports.first().reportable = true; },
        [](PensionRecord &r) { r.reports.first().reportedOn = day; },
        [](PensionRecord &r) { r.reports.first().form = other; },
        [](PensionRecord &r) { r.reports.first().message = other; },
        [](PensionRecord &r) { r.notes.first().on = day; },
        [](PensionRecord &r) { r.notes.first().special = other; },
        [](PensionRecord &r) { r.notes.first().consulted = QString(70000, u'長'); },
        [](PensionRecord &r) { r.notes.first().remarks = other; },
        [](PensionRecord &r) { r.notes = QList<Note>(300, r.notes.first()); },
        [](PensionRecord &r) { r.reissues.first().appliedOn = day; },
        [](PensionRecord &r) { r.reissues.first().reason = other; },
    };
    return all;
}

QByteArray sortedForm(const QCborMap &map)
{
    QList<qint64> keys;
    for (const auto &entry : map)
        keys.append(entry.first.toInteger());
    std::sort(keys.begin(), keys.end());
    QCborMap sorted;
    for (const qint64 number : keys)
        sorted.insert(number, map.value(number));
    return QCborValue(sorted).toCbor();
}

QByteArray withKey(const QByteArray &bytes, qint64 key, const QCborValue &value)
{
    QCborMap map = QCborValue::fromCbor(bytes).toMap();
    map.insert(key, value);
    return sortedForm(map);
}

} // namespace

/// The bytes of a pension record (requirements/pension.md 3: the 66 items).
class TestPensionCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldSurvives();
    void everyItemHasItsKey();
    void anIndependentReaderUnderstands();
    void onlyFourDigitsOfTheNumber();
    void laterKeysArePassedOver();
    void emptyFieldsAreLeftOut();
    void anythingCutShortIsRefused();
    void flippedBytesNeverCrash();
    void garbageIsRefused_data();
    void garbageIsRefused();
    void aCityIsReadQuickly();
};

void TestPensionCodec::everyFieldSurvives()
{
    const PensionRecord full = everything();
    const QByteArray bytes = encode(full);
    QCOMPARE(encode(full), bytes);
    QVERIFY(decode(bytes) == full);
    QSet<QByteArray> seen{bytes};
    for (const auto &change : changes()) {
        PensionRecord changed = full;
        change(changed);
        QVERIFY(!(changed == full));
        const QByteArray other = encode(changed);
        QVERIFY2(!seen.contains(other), "two different records have the same bytes");
        seen.insert(other);
        const auto again = decode(other);
        QVERIFY(again.has_value());
        QVERIFY(*again == changed);
    }
}

void TestPensionCodec::everyItemHasItsKey()
{
    const QCborMap map = QCborValue::fromCbor(encode(everything())).toMap();
    QSet<qint64> keys;
    for (const auto &entry : map) {
        if (!entry.second.isArray()) {
            keys.insert(entry.first.toInteger());
            continue;
        }
        for (const QCborValue &group : entry.second.toArray()) {
            for (const auto &item : group.toMap())
                keys.insert(item.first.toInteger());
        }
    }
    // 0: whose record; 67: 出産日 instead of 予定日.
    for (int item = 0; item <= 67; ++item)
        QVERIFY2(keys.contains(item), qPrintable(QString::number(item)));
    QCOMPARE(keys.size(), 68);
}

void TestPensionCodec::anIndependentReaderUnderstands()
{
    QCborParserError error;
    const QByteArray bytes = encode(everything());
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    QCOMPARE(error.error, QCborError{QCborError::NoError});
    QCOMPARE(error.offset, bytes.size());
    // Qt writes the shortest form as well: what it writes from what it read must be the same.
    QCOMPARE(value.toCbor(), bytes);
    const QCborMap map = value.toMap();
    QCOMPARE(map.value(0).toInteger(), 12345674);
    QCOMPARE(map.value(1).toString(), QStringLiteral("9018"));
    QCOMPARE(map.value(6).toArray().size(), 2);
    const QCborMap period = map.value(6).toArray().at(0).toMap();
    QCOMPARE(period.value(6).toInteger(), 3);
    QCOMPARE(period.value(8).toInteger(), QDate(2020, 8, 8).toJulianDay());
    QCOMPARE(period.value(12).toInteger(), QDate(2020, 8, 12).toJulianDay());
    const QCborMap exemption = map.value(16).toArray().at(0).toMap();
    QCOMPARE(exemption.value(16).toArray().at(0).toInteger(), 2024 * 12 + 6);
    QCOMPARE(exemption.value(28).toInteger(), 2028 * 12 + 11);
    QCOMPARE(map.value(51).toArray().at(0).toMap().value(55).toInteger(), 2024);
    QCOMPARE(map.value(56).toArray().at(0).toMap().value(57).toInteger(), 0);
}

void TestPensionCodec::onlyFourDigitsOfTheNumber()
{
    for (const char16_t *wrong :
         {u"1234569018", u"1234-569018", u"69018", u"901", u"90a8", u"９０１８"}) {
        PensionRecord record = everything();
        record.numberTail = QString::fromUtf16(wrong);
        const QByteArray bytes = encode(record);
        QVERIFY(!bytes.contains(record.numberTail.toUtf8()));
        QVERIFY(!QCborValue::fromCbor(bytes).toMap().contains(1));
        const auto handMade = withKey(encode(everything()), 1, record.numberTail);
        const auto read = decode(handMade);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, base::ErrorCode::RegisterDamaged);
        QVERIFY(!read.error().detail.contains(record.numberTail));
    }
    QVERIFY(!decode(withKey(encode(everything()), 1, 9018)).has_value());
    QVERIFY(!decode(withKey(encode(everything()), 1, QString())).has_value());
}

void TestPensionCodec::laterKeysArePassedOver()
{
    const PensionRecord full = everything();
    const QCborMap nested{{1, QCborArray{1, -2, QByteArray("b"), QCborValue()}},
                          {2, QCborMap{{QStringLiteral("k"), true}}}};
    for (const qint64 key : {7, 30, 66, 67, 68, 1000}) {
        const auto read = decode(withKey(encode(full), key, nested));
        QVERIFY(read.has_value());
        QVERIFY(*read == full);
    }
    // In a group as well.
    QCborMap map = QCborValue::fromCbor(encode(full)).toMap();
    QCborMap note = map.value(61).toArray().at(0).toMap();
    note.insert(80, nested);
    QVERIFY(decode(withKey(encode(full), 61, QCborArray{note})) == full);
    QCborArray deep;
    for (int i = 0; i < 100; ++i)
        deep = QCborArray{deep};
    QVERIFY(!decode(withKey(encode(full), 68, deep)).has_value());
}

void TestPensionCodec::emptyFieldsAreLeftOut()
{
    PensionRecord least;
    least.person = {19};
    QCOMPARE(encode(least).toHex(), QByteArray("a10013"));
    QVERIFY(decode(encode(least)) == least);
    least.periods = {InsuredPeriod()};
    // {0: 19, 6: [{6: 1}]}
    QCOMPARE(encode(least).toHex(), QByteArray("a200130681a10601"));
    QVERIFY(decode(encode(least)) == least);
}

void TestPensionCodec::anythingCutShortIsRefused()
{
    const QByteArray bytes = encode(everything());
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!decode(QByteArrayView(bytes).first(size)).has_value());
    QVERIFY(!decode(bytes + '\0').has_value());
}

void TestPensionCodec::flippedBytesNeverCrash()
{
    const QByteArray bytes = encode(everything());
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray flipped = bytes;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
            const auto read = decode(flipped);
            if (read.has_value())
                QVERIFY(encode(*read).size() > 0);
        }
    }
    QRandomGenerator random(20261101);
    for (int i = 0; i < 50000; ++i) {
        QByteArray noise(random.bounded(1, 80), Qt::Uninitialized);
        for (char &byte : noise)
            byte = static_cast<char>(random.bounded(256));
        noise[0] = static_cast<char>(0xa0 + random.bounded(24));
        (void)decode(noise);
    }
}

void TestPensionCodec::garbageIsRefused_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("null") << QByteArray("f6");
    QTest::newRow("an array") << QByteArray("820102");
    QTest::newRow("an empty map") << QByteArray("a0");
    QTest::newRow("nobody") << QByteArray("a10000");
    QTest::newRow("a negative person") << QByteArray("a10020");
    QTest::newRow("indefinite map") << QByteArray("bf0013ff");
    QTest::newRow("keys that fall") << QByteArray("a204010013");
    QTest::newRow("a key twice") << QByteArray("a200130013");
    QTest::newRow("not the shortest number") << QByteArray("a1001813");
    QTest::newRow("an empty text") << QByteArray("a200130260");
    QTest::newRow("latest written as true") << QByteArray("a200130301");
    QTest::newRow("insured written as false") << QByteArray("a200130400");
    QTest::newRow("insured 2") << QByteArray("a200130402");
    QTest::newRow("an empty list") << QByteArray("a200130680");
    QTest::newRow("a list of 2^31 periods") << QByteArray("a20013069a80000000");
    QTest::newRow("a list of numbers") << QByteArray("a2001306810a");
    QTest::newRow("category 0") << QByteArray("a200130681a10600");
    QTest::newRow("category 6") << QByteArray("a200130681a10606");
    QTest::newRow("exemption of kind 8") << QByteArray("a200131081a11208");
    QTest::newRow("result 5") << QByteArray("a200131081a2"
                                            "11051201");
    QTest::newRow("a span of one month") << QByteArray("a200131081a21081011201");
    QTest::newRow("a month before the year 1") << QByteArray("a200131081a212011505");
    QTest::newRow("a day of null") << QByteArray("a200130681a2060107f6");
}

void TestPensionCodec::garbageIsRefused()
{
    QFETCH(QByteArray, hex);
    const auto read = decode(QByteArray::fromHex(hex));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, base::ErrorCode::RegisterDamaged);
}

void TestPensionCodec::aCityIsReadQuickly()
{
    constexpr int rows = 15000;   // a tenth of the city
    constexpr int limitMs = 2000; // also under sanitizers; a plain build needs a few hundredths
    const QByteArray bytes = encode(everything());
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < rows; ++i)
        QVERIFY(decode(bytes).has_value());
    const qint64 took = timer.elapsed();
    qInfo("%d full records of %lld bytes in %lld ms", rows, static_cast<long long>(bytes.size()),
          static_cast<long long>(took));
    QVERIFY(took < limitMs);
}

QTEST_GUILESS_MAIN(TestPensionCodec)
#include "tst_pensioncodec.moc"
