#include "base/crypto.h"
#include "cache/cachereader.h"
#include "cache/cachewriter.h"
#include "pension/codec.h"
#include "support/filebuilders.h"
#include "tax/codec.h"

#include <QTemporaryDir>
#include <QTest>

using base::ErrorCode;
using cache::CacheReader;
using cache::CacheWriter;
using cache::Table;
using namespace support;

namespace {

cache::StoredRow stored(const tax::Assessment &row)
{
    return {.table = Table::Assessment,
            .id = row.person.value,
            .version = tax::assessmentKey(row.fiscalYear, row.history),
            .rowVersion = 0,
            .body = tax::encode(row)};
}

cache::StoredRow stored(const tax::LedgerRow &row)
{
    return {.table = Table::Ledger,
            .id = row.person.value,
            .version = tax::ledgerKey(row.kind, row.fiscalYear, row.period),
            .rowVersion = 0,
            .body = tax::encode(row)};
}

cache::StoredRow stored(const tax::TaxpayerFile &file)
{
    return {.table = Table::Ledger,
            .id = file.person.value,
            .version = 0,
            .rowVersion = 0,
            .body = tax::encode(file)};
}

cache::StoredRow stored(const pension::PensionRecord &record)
{
    return {.table = Table::Pension,
            .id = record.person.value,
            .version = 0,
            .rowVersion = 0,
            .body = pension::encode(record)};
}

} // namespace

// Tax, ledger and pension rows in cache.db.
class TestFileReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void assessmentsComeNewestFirst();
    void ledgerIsFileAndRows();
    void pensionIsOneRecord();
    void whoHasNothingHasNothing();
    void theNewerRowStays();
    void rowsAndKeysForResuming();
    void aBodyOfAnotherRowIsRefused_data();
    void aBodyOfAnotherRowIsRefused();
    void tablesAreKept();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("cache.db")); }
    std::unique_ptr<QTemporaryDir> m_folder;
    base::Secret m_key = base::Secret(base::crypto::keyBytes, std::uint8_t('c'));
    std::unique_ptr<CacheWriter> m_writer;
    std::unique_ptr<CacheReader> m_reader;
};

void TestFileReads::init()
{
    m_reader.reset();
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto writer = CacheWriter::open(path(), m_key, CacheWriter::Mode::Create);
    QVERIFY(writer);
    m_writer = std::move(*writer);
    QVERIFY(m_writer->load({stored(anAssessment(7, 2025)), stored(anAssessment(7, 2026)),
                            stored(anAssessment(7, 2026, 2)), stored(anAssessment(8, 2026)),
                            stored(aTaxpayerFile(7)), stored(aLedgerRow(7, 2025, 4)),
                            stored(aLedgerRow(7, 2026, 1)), stored(aLedgerRow(8, 2026, 2)),
                            stored(aPensionRecord(7))}));
    auto reader = CacheReader::open(path(), m_key);
    QVERIFY(reader);
    m_reader = std::move(*reader);
}

void TestFileReads::assessmentsComeNewestFirst()
{
    const auto rows = m_reader->assessments({7});
    QVERIFY(rows);
    const QList<tax::Assessment> expected{anAssessment(7, 2026, 2), anAssessment(7, 2026),
                                          anAssessment(7, 2025)};
    QCOMPARE(*rows, expected);
}

void TestFileReads::ledgerIsFileAndRows()
{
    const auto ledger = m_reader->ledger({7});
    QVERIFY(ledger);
    QCOMPARE(ledger->file, aTaxpayerFile(7));
    const QList<tax::LedgerRow> expected{aLedgerRow(7, 2025, 4), aLedgerRow(7, 2026, 1)};
    QCOMPARE(ledger->rows, expected);
    const auto without = m_reader->ledger({8});
    QVERIFY(without);
    tax::TaxpayerFile empty;
    empty.person = {8};
    QCOMPARE(without->file, empty);
    QCOMPARE(without->rows.size(), 1);
}

void TestFileReads::pensionIsOneRecord()
{
    const auto record = m_reader->pension({7});
    QVERIFY(record);
    QVERIFY(*record == aPensionRecord(7));
}

void TestFileReads::whoHasNothingHasNothing()
{
    QVERIFY(m_reader->assessments({99})->isEmpty());
    QVERIFY(m_reader->ledger({99})->rows.isEmpty());
    QVERIFY(!m_reader->pension({8})->has_value());
}

void TestFileReads::theNewerRowStays()
{
    auto newer = stored(aLedgerRow(7, 2026, 1, 50'000));
    newer.rowVersion = 5;
    QVERIFY(m_writer->apply({newer}, {}));
    QCOMPARE(m_reader->ledger({7})->rows.last().chargedYen, 50'000);
    auto older = stored(aLedgerRow(7, 2026, 1, 10'000));
    older.rowVersion = 4;
    QVERIFY(m_writer->load({older}));
    QCOMPARE(m_reader->ledger({7})->rows.last().chargedYen, 50'000);
}

void TestFileReads::rowsAndKeysForResuming()
{
    QCOMPARE(*m_writer->countOf(Table::Assessment), 4);
    QCOMPARE(*m_writer->countOf(Table::Ledger), 4);
    QCOMPARE(*m_writer->countOf(Table::Pension), 1);
    const auto last = m_writer->lastOf(Table::Ledger);
    QVERIFY(last);
    QCOMPARE(last->id, 8);
    QCOMPARE(last->version, 1'202'602); // kind 1, 2026, period 2
    cache::StoredRow after{.table = Table::Ledger};
    QList<std::pair<qint64, int>> keys;
    for (int i = 0; i < 4; ++i) {
        const auto rows = m_reader->rows(after, 1);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        after = rows->first();
        keys.append({after.id, after.version});
    }
    QVERIFY(m_reader->rows(after, 1)->isEmpty());
    const QList<std::pair<qint64, int>> expected{
        {7, 0}, {7, 1'202'504}, {7, 1'202'601}, {8, 1'202'602}};
    QCOMPARE(keys, expected);
}

void TestFileReads::aBodyOfAnotherRowIsRefused_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("body");
    const auto assessment = stored(anAssessment(7, 2026));
    const auto ledger = stored(aLedgerRow(7, 2026, 1));
    const auto file = stored(aTaxpayerFile(7));
    const auto pension = stored(aPensionRecord(7));
    const auto row = [](const char *name, const cache::StoredRow &good, qint64 id, int version) {
        QTest::newRow(name) << int(good.table) << id << version << good.body;
    };
    row("another's assessment", assessment, 8, assessment.version);
    row("another year", assessment, 7, assessment.version + 100);
    row("another history", assessment, 7, assessment.version + 1);
    row("another's ledger", ledger, 8, ledger.version);
    row("another period", ledger, 7, ledger.version + 1);
    row("another kind", ledger, 7, ledger.version + 1'000'000);
    row("another's file", file, 8, 0);
    row("a ledger row as a file", ledger, 7, 0);
    row("a file as a ledger row", file, 7, ledger.version);
    row("another's pension", pension, 8, 0);
    QTest::newRow("no record") << int(Table::Pension) << qint64{7} << 0 << QByteArray("\xff", 1);
    QTest::newRow("nothing") << int(Table::Assessment) << qint64{7} << 202'601 << QByteArray();
}

// One resident's record must never stand under another's number.
void TestFileReads::aBodyOfAnotherRowIsRefused()
{
    QFETCH(int, table);
    QFETCH(qint64, id);
    QFETCH(int, version);
    QFETCH(QByteArray, body);
    const auto done = m_writer->load(
        {{.table = Table(table), .id = id, .version = version, .rowVersion = 9, .body = body}});
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::RegisterDamaged);
}

void TestFileReads::tablesAreKept()
{
    QCOMPARE(m_writer->state()->tables, cache::CacheState::residentTables());
    cache::CacheState state;
    state.tables = {Table::Person, Table::Ledger};
    QVERIFY(m_writer->setState(state));
    QCOMPARE(m_reader->state()->tables, state.tables);
}

QTEST_GUILESS_MAIN(TestFileReads)
#include "tst_filereads.moc"
