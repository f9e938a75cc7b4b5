#include "central/policy.h"
#include "central/replicadigest.h"
#include "residents/codec.h"
#include "support/builders.h"
#include "support/registerworld.h"

#include <QDir>
#include <QtTest>

using base::ErrorCode;
using support::aHousehold;
using support::aPerson;
using support::registerWorld;

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

QByteArray card(const char *userId)
{
    return support::TestRegister::card(QString::fromLatin1(userId));
}

const QString clerk = QStringLiteral("clerk");
const QString chief = QStringLiteral("chief");
const QString admin = QStringLiteral("admin");
const QString nobody = QStringLiteral("nobody");
const QString firstStation = QStringLiteral("S0001");

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer.has_value() ? ErrorCode::Count : answer.error().code;
}

} // namespace

// What every implementation of CentralLink does.
class TestCentralLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyIsToldWhichRegisterThisIs_data() { support::everyRegister(); }
    void everybodyIsToldWhichRegisterThisIs();
    void aCardNamesItsHolder_data() { support::everyRegister(); }
    void aCardNamesItsHolder();
    void openingASessionIsCheckedByTheRegister_data() { support::everyRegister(); }
    void openingASessionIsCheckedByTheRegister();
    void rightsHoldOnTheirDaysOnly_data() { support::everyRegister(); }
    void rightsHoldOnTheirDaysOnly();
    void fiveFailuresLockUntilASupervisorUnlocks_data() { support::everyRegister(); }
    void fiveFailuresLockUntilASupervisorUnlocks();
    void nothingIsSentWithoutASession_data() { support::everyRegister(); }
    void nothingIsSentWithoutASession();
    void chunksBringEveryRowOnceAndInOrder_data() { support::everyRegister(); }
    void chunksBringEveryRowOnceAndInOrder();
    void theFeedKeepsCommitOrderAndItsHash_data() { support::everyRegister(); }
    void theFeedKeepsCommitOrderAndItsHash();
    void aPositionOfAnotherHistoryIsUnknown_data() { support::everyRegister(); }
    void aPositionOfAnotherHistoryIsUnknown();
    void aStateMustBeTheNextOne_data() { support::everyRegister(); }
    void aStateMustBeTheNextOne();
    void headsAreWitnessedForward_data() { support::everyRegister(); }
    void headsAreWitnessedForward();
    void theLogKeyNeedsTheRight_data() { support::everyRegister(); }
    void theLogKeyNeedsTheRight();
    void numbersOfSomebodyAreRefused_data() { support::everyRegister(); }
    void numbersOfSomebodyAreRefused();
};

void TestCentralLink::everybodyIsToldWhichRegisterThisIs()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    const auto identity = place->link(clerk).identity(); // without a session
    QVERIFY(identity);
    const central::RegisterIdentity expected{.registerId = support::TestRegister::registerId(),
                                             .municipality = QStringLiteral("あさぎり県みどり野市"),
                                             .code = QStringLiteral("982016"),
                                             .training = true};
    QCOMPARE(*identity, expected);
    QCOMPARE(*place->owner().identity(), expected);
}

void TestCentralLink::aCardNamesItsHolder()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    const auto holder = place->link(clerk).whoHolds(card("clerk"));
    QVERIFY(holder);
    QCOMPARE(holder->userId, clerk);
    QCOMPARE(codeOf(place->link(clerk).whoHolds(QByteArray("nobody"))), ErrorCode::UserUnknown);
}

void TestCentralLink::openingASessionIsCheckedByTheRegister()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    auto &link = place->link(clerk);
    const auto session = place->signIn(clerk);
    QVERIFY(session);
    QVERIFY(session->rights.testFlag(central::Right::Search));
    QVERIFY(!session->rights.testFlag(central::Right::ExportLog));
    QCOMPARE(session->station.name, QStringLiteral("本庁1"));
    QCOMPARE(session->station.scopes.size(), 4);
    QCOMPARE(session->station.logKey.size(), 32);
    QCOMPARE(session->user, support::TestRegister::user(clerk, central::Role::Clerk));
    QCOMPARE(session->identity, *link.identity());
    QCOMPARE(session->registerTime, QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC));
    QCOMPARE(session->leaseUntil, session->registerTime.addDays(1));
    QCOMPARE(session->policy, *central::policyOn(QDate(2026, 11, 2)));
    QCOMPARE(session->logKey.size(), 32);
    QVERIFY(!session->mustChangePassword);

    QCOMPARE(codeOf(place->signIn(nobody)), ErrorCode::UserUnknown);
    QCOMPARE(
        codeOf(link.openSession(
            {.userId = clerk, .certificateFingerprint = card("chief"), .stationId = firstStation})),
        ErrorCode::RegisterRefused);
    QCOMPARE(codeOf(link.openSession({.userId = clerk,
                                      .certificateFingerprint = card("clerk"),
                                      .stationId = QStringLiteral("S0002")})),
             ErrorCode::RegisterRefused);
    place->goTo(QDate(2027, 1, 5)); // 96 days after the password
    const auto later = place->signIn(clerk);
    QVERIFY(later);
    QVERIFY(later->mustChangePassword);
    place->goTo(QDate(2026, 3, 31)); // the day before the account begins
    QCOMPARE(codeOf(place->signIn(clerk)), ErrorCode::UserExpired);
}

void TestCentralLink::rightsHoldOnTheirDaysOnly()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    QVERIFY(place->signIn(admin));
    place->goTo(QDate(2027, 3, 31));
    QVERIFY(place->link(admin).changePassword(support::keyOf('n'))); // it has aged meanwhile
    QVERIFY(place->link(admin).demand(central::Right::ExportLog));
    place->goTo(QDate(2027, 4, 1));
    QCOMPARE(codeOf(place->link(admin).demand(central::Right::ExportLog)), ErrorCode::RightMissing);
}

void TestCentralLink::fiveFailuresLockUntilASupervisorUnlocks()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    auto &link = place->link(clerk);
    const auto wrong = central::SignInOutcome::WrongPassword;
    for (int count = 0; count < 4; ++count)
        QVERIFY(link.recordSignIn(clerk, wrong));
    QVERIFY(link.recordSignIn(clerk, central::SignInOutcome::Opened)); // counts anew
    for (int count = 0; count < 4; ++count)
        QVERIFY(link.recordSignIn(clerk, wrong));
    QVERIFY(place->signIn(clerk));
    QCOMPARE(codeOf(link.recordSignIn(clerk, wrong)), ErrorCode::UserLocked);
    QCOMPARE(codeOf(place->signIn(clerk)), ErrorCode::UserLocked);
    QCOMPARE(codeOf(link.recordSignIn(clerk, central::SignInOutcome::Opened)),
             ErrorCode::UserLocked);

    QVERIFY(place->signIn(admin));
    QCOMPARE(codeOf(place->link(admin).unlockUser(clerk)), ErrorCode::RightMissing);
    QVERIFY(place->signIn(chief));
    QCOMPARE(codeOf(place->link(chief).unlockUser(chief)), ErrorCode::RightMissing);
    const auto unlocked = place->link(chief).unlockUser(clerk);
    QVERIFY(unlocked);
    QCOMPARE(*unlocked, card("clerk"));
    QCOMPARE(codeOf(place->link(chief).unlockUser(nobody)), ErrorCode::UserUnknown);
    QVERIFY(place->signIn(clerk));
}

void TestCentralLink::nothingIsSentWithoutASession()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    auto &link = place->link(clerk);
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(link.chunk({})), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(link.feed({}, 10)), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(link.registerDigest()), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(link.position()), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(link.demand(central::Right::Search)), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(link.logKeyPair()), ErrorCode::NotSignedIn);
    QVERIFY(place->signIn(clerk));
    QVERIFY(link.beginLoad());
    link.closeSession();
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::NotSignedIn);
}

void TestCentralLink::chunksBringEveryRowOnceAndInOrder()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    QVERIFY(place->signIn(clerk));
    const auto start = place->link(clerk).beginLoad();
    QVERIFY(start);
    const std::array<qint64, 10> expected{25, 25, 25, 1, 0, 0, 0, 0, 0, 0};
    QCOMPARE(start->counts, expected);
    QCOMPARE(start->position.number, 0);
    central::ReplicaDigest digest;
    for (const auto table : central::allTables) {
        central::ChunkRequest request{.table = table, .after = {}, .limit = 7};
        qint64 rows = 0;
        while (true) {
            const auto chunk = place->link(clerk).chunk(request);
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
    QCOMPARE(digest.finish(), *place->link(clerk).registerDigest());
}

void TestCentralLink::theFeedKeepsCommitOrderAndItsHash()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    QVERIFY(place->signIn(clerk));
    const auto from = *place->link(clerk).position();
    central::CityPart changes;
    changes.people.append({aPerson(3).named(u"鈴木", u"三").version(3)});
    changes.people.append({aPerson(99).named(u"新田", u"新").version(1)});
    changes.restrictions.append(support::aProtection(2, 3));
    const auto to = place->owner().applyChanges(changes);
    QVERIFY(to);
    const auto page = place->link(clerk).feed(from, 100);
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
    const auto part = place->link(clerk).feed(from, 3);
    QVERIFY(part);
    QVERIFY(part->more);
}

void TestCentralLink::aPositionOfAnotherHistoryIsUnknown()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    QVERIFY(place->signIn(clerk));
    QCOMPARE(codeOf(place->link(clerk).feed({.number = 7, .hash = QByteArray(32, 'h')}, 10)),
             ErrorCode::RegisterUnknown);
    QCOMPARE(codeOf(place->link(clerk).feed(
                 {.number = 0, .hash = central::firstHash(QStringLiteral("other"))}, 10)),
             ErrorCode::RegisterUnknown);
}

void TestCentralLink::aStateMustBeTheNextOne()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    const auto before = place->signIn(clerk);
    QVERIFY(before);
    central::CityPart changes;
    changes.people.append({aPerson(4).version(3)});
    changes.people.append({aPerson(3).version(4)}); // version 3 is missing
    QCOMPARE(codeOf(place->owner().applyChanges(changes)), ErrorCode::RegisterRefused);
    QCOMPARE(place->link(clerk).position()->number, 0); // nothing of it stayed
    QCOMPARE(codeOf(place->owner().add(
                 {.households = {}, .people = {{aPerson(50).version(2)}}, .restrictions = {}})),
             ErrorCode::RegisterRefused);
}

void TestCentralLink::headsAreWitnessedForward()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    auto &link = place->link(clerk);
    QVERIFY(place->signIn(clerk));
    const auto pair = base::crypto::signingKeyPairFrom(support::keyOf('s'));
    const auto headAt = [&pair](quint64 count, char hash) {
        central::StationHead head{.stationId = firstStation,
                                  .count = count,
                                  .hash = QByteArray(32, hash),
                                  .at = QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC),
                                  .signedBytes = QByteArray::number(count) + hash,
                                  .signature = {}};
        head.signature = base::crypto::sign(pair, head.signedBytes);
        return head;
    };
    QVERIFY(!link.witnessedHead(firstStation)->has_value());
    QVERIFY(link.depositCheckpoint(headAt(10, 'a')));
    QVERIFY(link.depositCheckpoint(headAt(10, 'a'))); // a replay does no harm
    QCOMPARE(codeOf(link.depositCheckpoint(headAt(10, 'b'))), ErrorCode::LogBroken);
    QCOMPARE(codeOf(link.depositCheckpoint(headAt(9, 'a'))), ErrorCode::LogCut);
    auto forged = headAt(11, 'c');
    forged.signedBytes += 'x';
    QCOMPARE(codeOf(link.depositCheckpoint(forged)), ErrorCode::LogBroken);
    QVERIFY(link.depositCheckpoint(headAt(12, 'd')));
    const auto held = link.witnessedHead(firstStation);
    QVERIFY(held);
    QCOMPARE(**held, headAt(12, 'd'));
}

void TestCentralLink::theLogKeyNeedsTheRight()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    const auto session = place->signIn(clerk);
    QVERIFY(session);
    const auto sealed = base::crypto::sealTo(session->logKey, "detail");
    QCOMPARE(codeOf(place->link(clerk).logKeyPair()), ErrorCode::RightMissing);
    QVERIFY(place->signIn(admin));
    const auto pair = place->link(admin).logKeyPair();
    QVERIFY(pair);
    QCOMPARE(*base::crypto::openSealed(*pair, sealed), QByteArray("detail"));
}

void TestCentralLink::numbersOfSomebodyAreRefused()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, smallCity());
    const auto numbers = [](qint64 person, QByteArrayView individual) {
        std::vector<residents::SensitiveNumbers> list(1);
        list.front().person = {person};
        list.front().individualNumber.assign(individual.begin(), individual.end());
        return list;
    };
    // 98320567321 has the check digit 4 (municipal-facts.md 1.1): a wrong one belongs to nobody.
    QVERIFY(place->owner().addNumbers(numbers(1, "983205673210")));
    QVERIFY(place->owner().addNumbers(numbers(2, "123456789018"))); // a published specimen
    // 110000000000: weights 6 5 -> 11 mod 11 = 0, check digit 0 is right and nobody published it.
    QCOMPARE(codeOf(place->owner().addNumbers(numbers(3, "110000000000"))),
             ErrorCode::RegisterRefused);
}

QTEST_GUILESS_MAIN(TestCentralLink)
#include "tst_centrallink.moc"
