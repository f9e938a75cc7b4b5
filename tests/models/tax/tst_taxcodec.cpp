// links: madoguchi_tax
#include "tax/codec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace tax;

namespace {

constexpr base::PersonId person{12345674};

Assessment everyAssessmentField()
{
    Assessment all{.person = person,
                   .fiscalYear = 2026,
                   .history = 2,
                   .municipality = QStringLiteral("999990"),
                   .collection = Collection::SalaryWithheld,
                   .combined = true,
                   .taxNumber = QStringLiteral("0012345"),
                   .recipientNumber = QStringLiteral("A-17"),
                   .employer = QStringLiteral("株式会社みどり製作所"),
                   .exemption = 3,
                   .collectFrom = 6,
                   .collectTo = 5,
                   .changedFrom = 10,
                   .changeKind = QStringLiteral("更正"),
                   .changeReason = QStringLiteral("扶養否認"),
                   .processedOn = QDate(2026, 9, 14),
                   .undeclared = true,
                   .amounts = {{17, 4'120'000}, {100, -1}, {163, 9'000'000'000}},
                   .instalments = {}};
    all.instalments = {{.collection = Collection::Ordinary,
                        .number = 1,
                        .month = 6,
                        .dueOn = QDate(2026, 6, 30),
                        .yen = 31'000},
                       {.collection = Collection::PensionWithheld,
                        .number = 3,
                        .month = 10,
                        .dueOn = {},
                        .yen = 8'200}};
    return all;
}

LedgerRow everyLedgerField()
{
    LedgerRow all;
    all.person = person;
    all.kind = TaxKind::HealthInsurance;
    all.fiscalYear = 2024;
    all.settlementYear = 2025;
    all.period = 21;
    all.notice = QStringLiteral("2024-0001234");
    all.chargedYen = 25'000;
    all.chargedAtFirstYen = 31'000;
    all.correctedOn = QDate(2025, 2, 3);
    all.correctionReason = QStringLiteral("所得更正");
    all.settledOn = QDate(2024, 6, 10);
    all.dueOn = QDate(2024, 7, 1);
    all.legalDueOn = QDate(2024, 7, 1);
    all.directDebit = true;
    all.debitFailure = QStringLiteral("残高不足");
    all.demandSentOn = QDate(2024, 7, 19);
    all.demandPublishedOn = QDate(2024, 8, 2);
    all.demandFeeYen = 100;
    all.fixedLateChargeYen = 0;
    all.reminderSentOn = QDate(2024, 12, 1);
    all.seizure = QStringLiteral("預金差押");
    all.seizedFrom = QDate(2025, 1, 20);
    all.seizedTo = QDate(2025, 3, 31);
    all.byInstalments = true;
    all.payments = {{.receivedOn = QDate(2025, 1, 10),
                     .bookedOn = QDate(2025, 1, 16),
                     .preliminary = true,
                     .channel = Channel::ConvenienceStore,
                     .principalYen = 10'000,
                     .lateChargeYen = 1'100,
                     .feeYen = 100,
                     .receipt = QStringLiteral("R1")},
                    {}};
    all.refunds = {{.number = QStringLiteral("還-12"),
                    .foundOn = QDate(2025, 4, 1),
                    .reason = QStringLiteral("二重納付"),
                    .principalYen = 6'000,
                    .lateChargeYen = 10,
                    .additionYen = 20,
                    .state = RefundState::Appropriated,
                    .decidedOn = QDate(2025, 4, 9),
                    .noticeSentOn = QDate(2025, 4, 10),
                    .paidOn = QDate(2025, 4, 20),
                    .lapsesOn = QDate(2030, 4, 1),
                    .appropriatedTo = QStringLiteral("令和7年度 市県民税 第1期"),
                    .accountTail = QStringLiteral("0042"),
                    .bank = QStringLiteral("みどり信用金庫")}};
    all.reliefs = {{.kind = Relief::Stopped,
                    .from = QDate(2025, 5, 1),
                    .to = {},
                    .basis = QStringLiteral("地方税法第15条の7")}};
    all.suspension = Suspension{.item = 2,
                                .from = QDate(2025, 5, 1),
                                .decidedOn = QDate(2025, 4, 28),
                                .noticeOn = QDate(2025, 4, 30),
                                .lapsesOn = QDate(2028, 5, 1),
                                .cancelledOn = QDate(2026, 1, 1)};
    all.writeOff = WriteOff{.basis = QStringLiteral("18条"),
                            .on = QDate(2030, 3, 31),
                            .settlementYear = 2029,
                            .yen = 25'000};
    return all;
}

TaxpayerFile everyFileField()
{
    return {.person = person,
            .sendTo = QStringLiteral("東京都千代田区霞が関１－１"),
            .agent = QStringLiteral("渡\u908A\U000E0102 一郎"),
            .bank = QStringLiteral("みどり銀行本店"),
            .accountTail = QStringLiteral("1234"),
            .accountKind = QStringLiteral("普通"),
            .debitFrom = QDate(2020, 4, 1),
            .inCharge = QStringLiteral("収納課　佐藤"),
            .pledgedOn = QDate(2025, 6, 2),
            .plan = {{.on = QDate(2025, 7, 31), .yen = 5'000, .kept = true}, {}},
            .negotiations = {{.on = QDate(2025, 6, 2),
                              .way = QStringLiteral("窓口"),
                              .with = QStringLiteral("本人"),
                              .text = QStringLiteral("分納の申し出"),
                              .by = QStringLiteral("shuno1")}},
            .properties = {{.kind = QStringLiteral("預金"),
                            .words = QStringLiteral("普通預金あり"),
                            .foundOn = QDate(2025, 1, 7)}},
            .transferredOn = QDate(2025, 9, 1),
            .prescribesOn = QDate(2029, 7, 2)};
}

} // namespace

class TestTaxCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assessmentComesBack();
    void ledgerRowComesBack();
    void taxpayerFileComesBack();
    void emptyRecordsComeBack();
    void bytesAreOrdinaryCbor();
    void oneValueHasOneForm();
    void accountHasFourDigitsOnly();
    void longerAccountIsRefused_data();
    void longerAccountIsRefused();
    void unknownKeysArePassedOver();
    void fallingKeysAreRefused();
    void valuesOutsideTheirRangeAreRefused_data();
    void valuesOutsideTheirRangeAreRefused();
    void cutBytesAreRefused();
    void alteredBytesDoNotCrash();
    void personIsNeeded();
};

void TestTaxCodec::assessmentComesBack()
{
    const auto back = decodeAssessment(encode(everyAssessmentField()));
    QVERIFY(back);
    QCOMPARE(*back, everyAssessmentField());
}

void TestTaxCodec::ledgerRowComesBack()
{
    const auto back = decodeLedgerRow(encode(everyLedgerField()));
    QVERIFY(back);
    QCOMPARE(*back, everyLedgerField());
    QVERIFY(back->fixedLateChargeYen.has_value()); // 0 yen fixed is not "not fixed"
}

void TestTaxCodec::taxpayerFileComesBack()
{
    const auto back = decodeTaxpayerFile(encode(everyFileField()));
    QVERIFY(back);
    QCOMPARE(*back, everyFileField());
}

// Defaults that are not 0 (history, period, channel ...) stay what they are, and so does 0.
void TestTaxCodec::emptyRecordsComeBack()
{
    Assessment assessment;
    assessment.person = person;
    QCOMPARE(*decodeAssessment(encode(assessment)), assessment);
    assessment.history = 0;
    assessment.instalments = {
        {.collection = Collection::Ordinary, .number = 0, .month = 0, .dueOn = {}, .yen = 0}};
    QCOMPARE(*decodeAssessment(encode(assessment)), assessment);
    LedgerRow row;
    row.person = person;
    QCOMPARE(*decodeLedgerRow(encode(row)), row);
    row.period = 0;
    row.suspension.emplace().item = 0;
    row.writeOff.emplace();
    QCOMPARE(*decodeLedgerRow(encode(row)), row);
    TaxpayerFile file;
    file.person = person;
    QCOMPARE(*decodeTaxpayerFile(encode(file)), file);
    QVERIFY(encode(file).size() < 12);
}

// Read by an independent reader: keys as documented, item numbers as keys of the amounts.
void TestTaxCodec::bytesAreOrdinaryCbor()
{
    const auto map = QCborValue::fromCbor(encode(everyAssessmentField())).toMap();
    QCOMPARE(map.value(2).toInteger(), 2026);
    QCOMPARE(map.value(3).toInteger(), person.value);
    QCOMPARE(map.value(5).toInteger(), 2);
    QCOMPARE(map.value(13).toString(), QStringLiteral("更正"));
    QCOMPARE(map.value(15).toInteger(), QDate(2026, 9, 14).toJulianDay());
    QCOMPARE(map.value(17).toMap().value(163).toInteger(), 9'000'000'000);
    QCOMPARE(map.value(166).toArray().at(0).toMap().value(5).toInteger(), 31'000);
}

void TestTaxCodec::oneValueHasOneForm()
{
    auto with = everyAssessmentField();
    with.amounts.insert(50, 0); // what is not there is 0
    QCOMPARE(encode(with), encode(everyAssessmentField()));
    QCOMPARE(encode(*decodeLedgerRow(encode(everyLedgerField()))), encode(everyLedgerField()));
}

void TestTaxCodec::accountHasFourDigitsOnly()
{
    auto row = everyLedgerField();
    row.refunds.first().accountTail = QStringLiteral("1234567");
    const auto bytes = encode(row);
    QVERIFY(!bytes.contains("1234567"));
    QCOMPARE(decodeLedgerRow(bytes)->refunds.first().accountTail, QStringLiteral("4567"));
    auto file = everyFileField();
    file.accountTail = QStringLiteral("12A");
    QVERIFY(decodeTaxpayerFile(encode(file))->accountTail.isEmpty());
}

void TestTaxCodec::longerAccountIsRefused_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<bool>("good");
    QTest::newRow("four") << QStringLiteral("0042") << true;
    QTest::newRow("five") << QStringLiteral("00421") << false;
    QTest::newRow("seven") << QStringLiteral("1234567") << false;
    QTest::newRow("three") << QStringLiteral("123") << false;
    QTest::newRow("letters") << QStringLiteral("12a4") << false;
    QTest::newRow("full width") << QStringLiteral("１２３４") << false;
}

void TestTaxCodec::longerAccountIsRefused()
{
    QFETCH(QString, account);
    QFETCH(bool, good);
    const QCborMap file{{1, person.value}, {5, account}};
    QCOMPARE(decodeTaxpayerFile(QCborValue(file).toCbor()).has_value(), good);
    const QCborMap row{
        {1, person.value}, {2, 1}, {26, QCborArray{QCborMap{{7, 0}, {13, account}}}}};
    QCOMPARE(decodeLedgerRow(QCborValue(row).toCbor()).has_value(), good);
}

void TestTaxCodec::unknownKeysArePassedOver()
{
    const QCborMap file{
        {1, person.value}, {2, QStringLiteral("ここ")}, {300, QCborArray{1, QCborMap{{1, 2}}}}};
    const auto back = decodeTaxpayerFile(QCborValue(file).toCbor());
    QVERIFY(back);
    QCOMPARE(back->sendTo, QStringLiteral("ここ"));
}

void TestTaxCodec::fallingKeysAreRefused()
{
    QVERIFY(!decodeTaxpayerFile(QByteArray("\xa2\x02\x61\x61\x01\x05", 6)));
    QVERIFY(!decodeTaxpayerFile(QByteArray("\xa2\x01\x05\x01\x05", 5)));
    QVERIFY(decodeTaxpayerFile(QByteArray("\xa2\x01\x05\x02\x61\x61", 6)));
}

void TestTaxCodec::valuesOutsideTheirRangeAreRefused_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<qint64>("value");
    QTest::newRow("kind 0") << 2 << qint64{0};
    QTest::newRow("kind 5") << 2 << qint64{5};
    QTest::newRow("year") << 3 << qint64{-1};
    QTest::newRow("period") << 5 << (qint64{1} << 40);
    QTest::newRow("flag") << 14 << qint64{2};
    // What no sum of yen could hold.
    QTest::newRow("charged") << 7 << std::numeric_limits<qint64>::max();
    QTest::newRow("below") << 7 << std::numeric_limits<qint64>::min();
    QTest::newRow("late charge") << 19 << qint64{1'000'000'000'000'000};
}

void TestTaxCodec::valuesOutsideTheirRangeAreRefused()
{
    QFETCH(int, key);
    QFETCH(qint64, value);
    QCborMap row{{1, person.value}};
    row.insert(qint64{key}, value);
    const auto back = decodeLedgerRow(QCborValue(row).toCbor());
    QVERIFY(!back);
    QCOMPARE(back.error().code, base::ErrorCode::RegisterDamaged);
}

void TestTaxCodec::cutBytesAreRefused()
{
    const auto assessment = encode(everyAssessmentField());
    for (qsizetype i = 0; i < assessment.size(); ++i)
        QVERIFY(!decodeAssessment(QByteArrayView(assessment).first(i)));
    const auto row = encode(everyLedgerField());
    for (qsizetype i = 0; i < row.size(); ++i)
        QVERIFY(!decodeLedgerRow(QByteArrayView(row).first(i)));
    QVERIFY(!decodeLedgerRow(row + '\0'));
}

void TestTaxCodec::alteredBytesDoNotCrash()
{
    constexpr quint32 seed = 20261121;
    QRandomGenerator random(seed);
    const QList<QByteArray> good{encode(everyAssessmentField()), encode(everyLedgerField()),
                                 encode(everyFileField())};
    int refused = 0;
    for (int i = 0; i < 30'000; ++i) {
        auto bytes = good.at(i % 3);
        for (int n = random.bounded(1, 4); n > 0; --n)
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        refused += !decodeAssessment(bytes) && !decodeLedgerRow(bytes) && !decodeTaxpayerFile(bytes)
                       ? 1
                       : 0;
    }
    QVERIFY(refused > 1000);
}

void TestTaxCodec::personIsNeeded()
{
    QVERIFY(!decodeAssessment(encode(Assessment{})));
    QVERIFY(!decodeLedgerRow(encode(LedgerRow{})));
    QVERIFY(!decodeTaxpayerFile(encode(TaxpayerFile{})));
}

QTEST_GUILESS_MAIN(TestTaxCodec)
#include "tst_taxcodec.moc"
