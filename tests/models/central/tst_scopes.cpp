#include "central/replicadigest.h"
#include "support/builders.h"
#include "support/filebuilders.h"
#include "support/registerworld.h"

#include <QTest>

using base::ErrorCode;
using central::Table;
using support::aPerson;
using support::registerWorld;

namespace {

central::CityPart smallCity()
{
    central::CityPart city;
    for (qint64 id = 1; id <= 6; ++id)
        city.people.append({aPerson(id)});
    support::addFiles(city, 6);
    return city;
}

const QString clerk = QStringLiteral("clerk");

/// A register with one more station, of these scopes, and somebody signed in there.
class Office final
{
public:
    Office(const QString &backend, const QStringList &scopes)
        : place(registerWorld(backend, smallCity()))
    {
        const auto pair = base::crypto::signingKeyPairFrom(support::keyOf('t'));
        place->addStation({.id = QStringLiteral("S0002"),
                           .name = QStringLiteral("支所"),
                           .scopes = scopes,
                           .logKey = pair.open});
        session = place->signIn(clerk, QStringLiteral("S0002"));
    }
    [[nodiscard]] central::CentralLink &link() const { return place->link(clerk); }
    std::unique_ptr<support::RegisterWorld> place;
    base::Result<central::Session> session = base::fail(ErrorCode::NotSignedIn);
};

const QStringList residentScope{QStringLiteral("住民")};

} // namespace

// What a station is sent of tax, collection and pension files (Station::scopes).
class TestScopes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachScopeHasItsTables();
    void rowsOfOtherScopesAreNotSent_data();
    void rowsOfOtherScopesAreNotSent();
    void theFeedWithholdsOtherScopes_data() { support::everyRegister(); }
    void theFeedWithholdsOtherScopes();
    void aStationWithoutResidentsIsRefused_data() { support::everyRegister(); }
    void aStationWithoutResidentsIsRefused();
    void rowsWithoutAKeyAreRefused_data() { support::everyRegister(); }
    void rowsWithoutAKeyAreRefused();
    void aRowComesAsItIsNow_data() { support::everyRegister(); }
    void aRowComesAsItIsNow();
};

void TestScopes::eachScopeHasItsTables()
{
    const QStringList all{QStringLiteral("住民"), QStringLiteral("税"), QStringLiteral("収納"),
                          QStringLiteral("年金")};
    QCOMPARE(central::tablesFor(all).size(), 10);
    QCOMPARE(central::tablesFor({}).size(), 0);
    QCOMPARE(central::tablesFor({QStringLiteral("税")}), QList<Table>{Table::Assessment});
    QCOMPARE(central::tablesFor({QStringLiteral("収納")}), QList<Table>{Table::Ledger});
    QCOMPARE(central::tablesFor({QStringLiteral("年金")}), QList<Table>{Table::Pension});
    QCOMPARE(central::tablesFor(residentScope).size(), 7);
}

void TestScopes::rowsOfOtherScopesAreNotSent_data()
{
    // 6 persons: three assessments and eight 期別 each, a file for two of them, pensions for three.
    struct Case
    {
        const char *name;
        QStringList more;
        QList<qint64> expected;
    };
    const QString tax = QStringLiteral("税");
    const QString collection = QStringLiteral("収納");
    const QString pension = QStringLiteral("年金");
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QList<qint64>>("expected");
    for (const char *backend : {"embedded", "postgres"}) {
        for (const auto &[name, more, expected] :
             {Case{"residents", {}, {6, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
              Case{"tax", {tax}, {6, 0, 0, 0, 18, 0, 0, 0, 0, 0}},
              Case{"collection", {collection}, {6, 0, 0, 0, 0, 50, 0, 0, 0, 0}},
              Case{"pension", {pension}, {6, 0, 0, 0, 0, 0, 3, 0, 0, 0}},
              Case{"all", {tax, collection, pension}, {6, 0, 0, 0, 18, 50, 3, 0, 0, 0}}})
            QTest::addRow("%s %s", backend, name)
                << QString::fromLatin1(backend) << more << expected;
    }
}

void TestScopes::rowsOfOtherScopesAreNotSent()
{
    QFETCH(QStringList, more);
    QFETCH(QList<qint64>, expected);
    QFETCH(QString, backend);
    Office office(backend, residentScope + more);
    QVERIFY(office.session);
    auto &link = office.link();
    const auto start = link.beginLoad();
    QVERIFY(start);
    QCOMPARE(start->tables, central::tablesFor(residentScope + more));
    central::ReplicaDigest digest;
    for (std::size_t i = 0; i < central::allTables.size(); ++i) {
        const auto table = central::allTables.at(i);
        central::ChunkRequest request{.table = table, .after = {}, .limit = 7};
        qint64 rows = 0;
        for (bool last = false; !last;) {
            const auto chunk = link.chunk(request);
            QVERIFY(chunk);
            QCOMPARE(chunk->digest, central::digestOf(table, chunk->rows));
            for (const auto &row : chunk->rows) {
                QVERIFY(row.key > request.after);
                request.after = row.key;
                digest.add(table, row);
                ++rows;
            }
            last = chunk->last;
        }
        QCOMPARE(start->counts.at(i), expected.at(qsizetype(i)));
        QCOMPARE(rows, expected.at(qsizetype(i)));
    }
    QCOMPARE(*link.registerDigest(), digest.finish());
}

void TestScopes::theFeedWithholdsOtherScopes()
{
    QFETCH(QString, backend);
    Office office(backend, residentScope + QStringList{QStringLiteral("税")});
    QVERIFY(office.session);
    auto &link = office.link();
    const auto from = *link.position();
    central::CityPart changes;
    changes.people.append({aPerson(2).version(2)});
    changes.assessments.append(support::anAssessment(2, 2026, 3));
    changes.ledger.append(support::aLedgerRow(2, 2026, 1));
    changes.pensions.append(support::aPensionRecord(2));
    const auto end = office.place->owner().applyChanges(changes);
    QVERIFY(end);
    const auto page = link.feed(from, 100);
    QVERIFY(page);
    QVERIFY(page->tables.contains(Table::Assessment));
    QCOMPARE(page->changes.size(), 5); // former and new state, assessment, ledger, pension
    auto hash = from.hash;
    for (const auto &change : page->changes) {
        const bool out = change.table == Table::Ledger || change.table == Table::Pension;
        QCOMPARE(!change.withheld.isEmpty(), out);
        QCOMPARE(change.row.body.isEmpty(), out);
        QCOMPARE(change.row.key.id, out ? 0 : 2);
        hash = out ? central::nextHash(hash, change.withheld)
                   : central::nextHash(hash, change.table, change.row);
        QCOMPARE(change.hash, hash);
    }
    QCOMPARE(page->end, *end);
    QCOMPARE(page->end.hash, hash);
}

void TestScopes::aStationWithoutResidentsIsRefused()
{
    QFETCH(QString, backend);
    Office office(backend, {QStringLiteral("税")});
    QVERIFY(!office.session);
    QCOMPARE(office.session.error().code, ErrorCode::RegisterRefused);
}

void TestScopes::rowsWithoutAKeyAreRefused()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    const auto refused = [&place](const central::CityPart &part) {
        const auto done = place->owner().applyChanges(part);
        return !done && done.error().code == ErrorCode::RegisterRefused;
    };
    central::CityPart part;
    part.assessments.append(support::anAssessment(1, 2026, 100));
    QVERIFY(refused(part));
    part = {};
    part.ledger.append(support::aLedgerRow(1, 2026, 0));
    QVERIFY(refused(part));
    part = {};
    part.pensions.append(support::aPensionRecord(0));
    QVERIFY(refused(part));
    QVERIFY(place->signIn(clerk));
    QCOMPARE(place->link(clerk).position()->number, 0); // nothing of them stayed
}

void TestScopes::aRowComesAsItIsNow()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    QVERIFY(place->signIn(clerk));
    central::CityPart changes;
    changes.ledger.append(support::aLedgerRow(1, 2025, 1, 44'000));
    QVERIFY(place->owner().applyChanges(changes));
    const auto chunk = place->link(clerk).chunk({.table = Table::Ledger, .after = {}, .limit = 1});
    QVERIFY(chunk);
    QCOMPARE(chunk->rows.first().rowVersion, 1);
    QCOMPARE(chunk->rows.first().key.version, tax::ledgerKey(tax::TaxKind::Resident, 2025, 1));
    QCOMPARE(place->link(clerk).beginLoad()->counts.at(5), 50); // none more
}

QTEST_GUILESS_MAIN(TestScopes)
#include "tst_scopes.moc"
