#include "central/replicadigest.h"
#include "residents/codec.h"
#include "storage/database.h"
#include "support/builders.h"
#include "support/testregister.h"

#include <QDir>
#include <QtTest>

using base::ErrorCode;
using support::aHousehold;
using support::aPerson;
using support::TestRegister;

namespace {

central::CityPart smallCity()
{
    central::CityPart city;
    for (qint64 id = 1; id <= 25; ++id) {
        city.households.append(aHousehold(id, id));
        city.people.append({aPerson(id).named(u"山田", u"一").version(1),
                            aPerson(id).named(u"山田", u"二").version(2)});
    }
    city.restrictions.append(support::aProtection(1, 5));
    return city;
}

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer.has_value() ? ErrorCode::Count : answer.error().code;
}

} // namespace

class TestEmbeddedLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegisterIsAlwaysForTraining();
    void aSecondRegisterIsNotMadeOverTheFirst();
    void theWrongKeyDoesNotOpen();
    void aCardNamesItsHolder();
    void openingASessionIsCheckedByTheRegister();
    void rightsHoldOnTheirDaysOnly();
    void fiveFailuresLockUntilASupervisorUnlocks();
    void nothingIsSentWithoutASession();
    void chunksBringEveryRowOnceAndInOrder();
    void theFeedKeepsCommitOrderAndItsHash();
    void aPositionOfAnotherHistoryIsUnknown();
    void aStateMustBeTheNextOne();
    void headsAreWitnessedForward();
    void theLogKeyNeedsTheRight();
    void numbersOfSomebodyAreRefused();
};

void TestEmbeddedLink::aRegisterIsAlwaysForTraining()
{
    TestRegister place(smallCity()); // asks for training = false
    const auto identity = place.link().identity();
    QVERIFY(identity);
    QVERIFY(identity->training);
}

void TestEmbeddedLink::aSecondRegisterIsNotMadeOverTheFirst()
{
    TestRegister place(smallCity());
    const auto again = central::EmbeddedRegister::create(place.folder(), TestRegister::keys(), {});
    QCOMPARE(codeOf(again), ErrorCode::PlaceNotEmpty);
}

void TestEmbeddedLink::theWrongKeyDoesNotOpen()
{
    TestRegister place(smallCity());
    auto keys = TestRegister::keys();
    keys.registerKey = support::keyOf('x');
    QCOMPARE(codeOf(central::EmbeddedLink::open(place.folder(), keys, place.clock())),
             ErrorCode::SealBroken);
    QTemporaryDir empty;
    QCOMPARE(codeOf(central::EmbeddedLink::open(empty.path(), keys, place.clock())),
             ErrorCode::RegisterUnreachable);
}

void TestEmbeddedLink::aCardNamesItsHolder()
{
    TestRegister place(smallCity());
    const auto holder = place.link().whoHolds(TestRegister::card(QStringLiteral("clerk")));
    QVERIFY(holder);
    QCOMPARE(holder->userId, QStringLiteral("clerk"));
    QCOMPARE(codeOf(place.link().whoHolds(QByteArray("nobody"))), ErrorCode::UserUnknown);
}

void TestEmbeddedLink::openingASessionIsCheckedByTheRegister()
{
    TestRegister place(smallCity());
    auto &link = place.link();
    const auto session = place.signIn(QStringLiteral("clerk"));
    QVERIFY(session);
    QVERIFY(session->rights.testFlag(central::Right::Search));
    QVERIFY(!session->rights.testFlag(central::Right::ExportLog));
    QCOMPARE(session->station.name, QStringLiteral("本庁1"));
    QCOMPARE(session->logKey.size(), 32);
    QVERIFY(!session->mustChangePassword);

    QCOMPARE(codeOf(place.signIn(QStringLiteral("nobody"))), ErrorCode::UserUnknown);
    QCOMPARE(codeOf(link.openSession(
                 {.userId = QStringLiteral("clerk"),
                  .certificateFingerprint = TestRegister::card(QStringLiteral("chief")),
                  .stationId = QStringLiteral("S0001")})),
             ErrorCode::RegisterRefused);
    QCOMPARE(codeOf(link.openSession(
                 {.userId = QStringLiteral("clerk"),
                  .certificateFingerprint = TestRegister::card(QStringLiteral("clerk")),
                  .stationId = QStringLiteral("S0002")})),
             ErrorCode::RegisterRefused);
    place.clock().goTo(QDate(2027, 1, 5)); // 96 days after the password
    const auto later = place.signIn(QStringLiteral("clerk"));
    QVERIFY(later);
    QVERIFY(later->mustChangePassword);
    place.clock().goTo(QDate(2026, 3, 31)); // the day before the account begins
    QCOMPARE(codeOf(place.signIn(QStringLiteral("clerk"))), ErrorCode::UserExpired);
}

void TestEmbeddedLink::rightsHoldOnTheirDaysOnly()
{
    TestRegister place(smallCity());
    QVERIFY(place.signIn(QStringLiteral("admin")));
    place.clock().goTo(QDate(2027, 3, 31));
    QVERIFY(place.link().demand(central::Right::ExportLog));
    place.clock().goTo(QDate(2027, 4, 1));
    QCOMPARE(codeOf(place.link().demand(central::Right::ExportLog)), ErrorCode::RightMissing);
}

void TestEmbeddedLink::fiveFailuresLockUntilASupervisorUnlocks()
{
    TestRegister place(smallCity());
    auto &link = place.link();
    const auto clerk = QStringLiteral("clerk");
    const auto wrong = central::SignInOutcome::WrongPassword;
    for (int count = 0; count < 4; ++count)
        QVERIFY(link.recordSignIn(clerk, wrong));
    QVERIFY(link.recordSignIn(clerk, central::SignInOutcome::Opened)); // counts anew
    for (int count = 0; count < 4; ++count)
        QVERIFY(link.recordSignIn(clerk, wrong));
    QVERIFY(place.signIn(clerk));
    QCOMPARE(codeOf(link.recordSignIn(clerk, wrong)), ErrorCode::UserLocked);
    QCOMPARE(codeOf(place.signIn(clerk)), ErrorCode::UserLocked);
    QCOMPARE(codeOf(link.recordSignIn(clerk, central::SignInOutcome::Opened)),
             ErrorCode::UserLocked);

    QVERIFY(place.signIn(QStringLiteral("admin")));
    QCOMPARE(codeOf(link.unlockUser(clerk)), ErrorCode::RightMissing);
    QVERIFY(place.signIn(QStringLiteral("chief")));
    QCOMPARE(codeOf(link.unlockUser(QStringLiteral("chief"))), ErrorCode::RightMissing);
    QVERIFY(link.unlockUser(clerk));
    QVERIFY(place.signIn(clerk));
}

void TestEmbeddedLink::nothingIsSentWithoutASession()
{
    TestRegister place(smallCity());
    auto &link = place.link();
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(link.chunk({})), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(link.feed({}, 10)), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(link.registerDigest()), ErrorCode::NotSignedIn);
    QVERIFY(place.signIn(QStringLiteral("clerk")));
    QVERIFY(link.beginLoad());
    link.closeSession();
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::NotSignedIn);
}

void TestEmbeddedLink::chunksBringEveryRowOnceAndInOrder()
{
    TestRegister place(smallCity());
    QVERIFY(place.signIn(QStringLiteral("clerk")));
    const auto start = place.link().beginLoad();
    QVERIFY(start);
    const std::array<qint64, 7> expected{25, 25, 25, 1, 0, 0, 0};
    QCOMPARE(start->counts, expected);
    QCOMPARE(start->position.number, 0);
    central::ReplicaDigest digest;
    for (const auto table : central::allTables) {
        central::ChunkRequest request{.table = table, .after = {}, .limit = 7};
        qint64 rows = 0;
        while (true) {
            const auto chunk = place.link().chunk(request);
            QVERIFY(chunk);
            QCOMPARE(chunk->digest, central::digestOf(table, chunk->rows));
            for (const auto &row : chunk->rows) {
                QVERIFY(row.key > request.after);
                request.after = row.key;
                digest.add(table, row);
                ++rows;
            }
            if (chunk->last)
                break;
        }
        QCOMPARE(rows, expected.at(size_t(table) - 1));
    }
    QCOMPARE(digest.finish(), *place.link().registerDigest());
}

void TestEmbeddedLink::theFeedKeepsCommitOrderAndItsHash()
{
    TestRegister place(smallCity());
    QVERIFY(place.signIn(QStringLiteral("clerk")));
    const auto from = *place.link().position();
    central::CityPart changes;
    changes.people.append({aPerson(3).named(u"鈴木", u"三").version(3)});
    changes.people.append({aPerson(99).named(u"新田", u"新").version(1)});
    changes.restrictions.append(support::aProtection(2, 3));
    const auto to = place.owner().applyChanges(changes);
    QVERIFY(to);
    const auto page = place.link().feed(from, 100);
    QVERIFY(page);
    QVERIFY(!page->more);
    QCOMPARE(page->changes.size(), 4); // former state, new state, new person, restriction
    QCOMPARE(page->changes.at(0).table, central::Table::FormerSnapshot);
    QCOMPARE(page->changes.at(0).row.key.version, 2);
    QCOMPARE(page->changes.at(1).table, central::Table::Person);
    QCOMPARE(page->changes.at(3).table, central::Table::Restriction);
    auto hash = from.hash;
    for (const auto &change : page->changes) {
        hash = central::nextHash(hash, change.table, change.row);
        QCOMPARE(change.hash, hash);
    }
    QCOMPARE(page->end, *to);
    const auto state = residents::decodeSnapshot(page->changes.at(1).row.body);
    QVERIFY(state);
    QCOMPARE(state->name.family, QStringLiteral("鈴木"));
    const auto part = place.link().feed(from, 3);
    QVERIFY(part);
    QVERIFY(part->more);
}

void TestEmbeddedLink::aPositionOfAnotherHistoryIsUnknown()
{
    TestRegister place(smallCity());
    QVERIFY(place.signIn(QStringLiteral("clerk")));
    QCOMPARE(codeOf(place.link().feed({.number = 7, .hash = QByteArray(32, 'h')}, 10)),
             ErrorCode::RegisterUnknown);
    QCOMPARE(codeOf(place.link().feed(
                 {.number = 0, .hash = central::firstHash(QStringLiteral("other"))}, 10)),
             ErrorCode::RegisterUnknown);
}

void TestEmbeddedLink::aStateMustBeTheNextOne()
{
    TestRegister place(smallCity());
    const auto before = place.signIn(QStringLiteral("clerk"));
    QVERIFY(before);
    central::CityPart changes;
    changes.people.append({aPerson(4).version(3)});
    changes.people.append({aPerson(3).version(4)}); // version 3 is missing
    QCOMPARE(codeOf(place.owner().applyChanges(changes)), ErrorCode::RegisterRefused);
    QCOMPARE(place.link().position()->number, 0); // nothing of it stayed
    QCOMPARE(codeOf(place.owner().add(
                 {.households = {}, .people = {{aPerson(50).version(2)}}, .restrictions = {}})),
             ErrorCode::RegisterRefused);
}

void TestEmbeddedLink::headsAreWitnessedForward()
{
    TestRegister place(smallCity());
    auto &link = place.link();
    const auto pair = base::crypto::signingKeyPairFrom(support::keyOf('s'));
    const auto headAt = [&pair](quint64 count, char hash) {
        central::StationHead head{.stationId = QStringLiteral("S0001"),
                                  .count = count,
                                  .hash = QByteArray(32, hash),
                                  .at = QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC),
                                  .signedBytes = QByteArray::number(count) + hash,
                                  .signature = {}};
        head.signature = base::crypto::sign(pair, head.signedBytes);
        return head;
    };
    QVERIFY(!link.witnessedHead(QStringLiteral("S0001"))->has_value());
    QVERIFY(link.depositCheckpoint(headAt(10, 'a')));
    QVERIFY(link.depositCheckpoint(headAt(10, 'a'))); // a replay does no harm
    QCOMPARE(codeOf(link.depositCheckpoint(headAt(10, 'b'))), ErrorCode::LogBroken);
    QCOMPARE(codeOf(link.depositCheckpoint(headAt(9, 'a'))), ErrorCode::LogCut);
    auto forged = headAt(11, 'c');
    forged.signedBytes += 'x';
    QCOMPARE(codeOf(link.depositCheckpoint(forged)), ErrorCode::LogBroken);
    QVERIFY(link.depositCheckpoint(headAt(12, 'd')));
    const auto held = link.witnessedHead(QStringLiteral("S0001"));
    QVERIFY(held);
    QCOMPARE(**held, headAt(12, 'd'));
}

void TestEmbeddedLink::theLogKeyNeedsTheRight()
{
    TestRegister place(smallCity());
    const auto session = place.signIn(QStringLiteral("clerk"));
    QVERIFY(session);
    const auto sealed = base::crypto::sealTo(session->logKey, "detail");
    QCOMPARE(codeOf(place.link().logKeyPair()), ErrorCode::RightMissing);
    QVERIFY(place.signIn(QStringLiteral("admin")));
    const auto pair = place.link().logKeyPair();
    QVERIFY(pair);
    QCOMPARE(*base::crypto::openSealed(*pair, sealed), QByteArray("detail"));
}

void TestEmbeddedLink::numbersOfSomebodyAreRefused()
{
    TestRegister place(smallCity());
    const auto numbers = [](qint64 person, QByteArrayView individual) {
        std::vector<residents::SensitiveNumbers> list(1);
        list.front().person = {person};
        list.front().individualNumber.assign(individual.begin(), individual.end());
        return list;
    };
    // 98320567321 has the check digit 4 (municipal-facts.md 1.1): a wrong one belongs to nobody.
    QVERIFY(place.owner().addNumbers(numbers(1, "983205673210")));
    QVERIFY(place.owner().addNumbers(numbers(2, "123456789018"))); // a published specimen
    // 110000000000: weights 6 5 -> 11 mod 11 = 0, check digit 0 is right and nobody published it.
    QCOMPARE(codeOf(place.owner().addNumbers(numbers(3, "110000000000"))),
             ErrorCode::RegisterRefused);
}

QTEST_GUILESS_MAIN(TestEmbeddedLink)
#include "tst_embeddedlink.moc"
