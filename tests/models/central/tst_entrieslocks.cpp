#include "entrywork.h"

using namespace entrywork;
using central::EditLock;
using central::LockKey;

namespace {

const LockKey person3{.kind = LockKey::Kind::Person, .id = 3};
const LockKey person4{.kind = LockKey::Kind::Person, .id = 4};
const LockKey household3{.kind = LockKey::Kind::Household, .id = 3};
const QDateTime ten(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC);

} // namespace

// Edit locks: they save work, and end by themselves.
class TestEntriesLocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOthersHoldIsNamed_data() { support::everyRegister(); }
    void whatOthersHoldIsNamed();
    void allOrNone_data() { support::everyRegister(); }
    void allOrNone();
    void aLockEndsAfterFiveMinutes_data() { support::everyRegister(); }
    void aLockEndsAfterFiveMinutes();
    void askingAgainRenews_data() { support::everyRegister(); }
    void askingAgainRenews();
    void releasingFrees_data() { support::everyRegister(); }
    void releasingFrees();
    void closingTheSessionFrees_data() { support::everyRegister(); }
    void closingTheSessionFrees();
    void theSameClerkElsewhereIsSomebodyElse_data() { support::everyRegister(); }
    void theSameClerkElsewhereIsSomebodyElse();
    void aSupervisorBreaksALock_data() { support::everyRegister(); }
    void aSupervisorBreaksALock();
    void keysThatNameNothingAreRefused_data() { support::everyRegister(); }
    void keysThatNameNothingAreRefused();
    void whoMayNotWriteHasNoLocks_data() { support::everyRegister(); }
    void whoMayNotWriteHasNoLocks();
    void aLockDoesNotDecideWhatIsRight_data() { support::everyRegister(); }
    void aLockDoesNotDecideWhatIsRight();
};

void TestEntriesLocks::whatOthersHoldIsNamed()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto mine = work.clerks().lockForEdit({person3});
    QVERIFY2(mine, qPrintable(detailOf(mine)));
    QVERIFY(mine->isEmpty());
    const auto held = work.chiefs().lockForEdit({person3});
    QVERIFY(held);
    QCOMPARE(held->size(), 1);
    const auto &lock = held->first();
    QVERIFY(lock.key == person3);
    QCOMPARE(lock.userId, clerk);
    QCOMPARE(lock.userName, QStringLiteral("見本　clerk"));
    QCOMPARE(lock.stationId, QStringLiteral("S0001"));
    QCOMPARE(lock.since, ten);
    QCOMPARE(lock.until, ten.addSecs(300));
    QVERIFY(work.chiefs().lockForEdit({person4})->isEmpty());
    // A person and the household of the same number are two things.
    QVERIFY(work.chiefs().lockForEdit({household3})->isEmpty());
}

void TestEntriesLocks::allOrNone()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().lockForEdit({person4})->isEmpty());
    const auto held = work.chiefs().lockForEdit({person4, household3, person3, person3});
    QVERIFY(held);
    QCOMPARE(held->size(), 1);
    QVERIFY(held->first().key == person4);
    QVERIFY(work.clerks().lockForEdit({person3, household3})->isEmpty()); // nobody took them
}

void TestEntriesLocks::aLockEndsAfterFiveMinutes()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().lockForEdit({person3})->isEmpty());
    work.world().goTo(ten.addSecs(299));
    QCOMPARE(work.chiefs().lockForEdit({person3})->size(), 1);
    work.world().goTo(ten.addSecs(300));
    QVERIFY(work.chiefs().lockForEdit({person3})->isEmpty());
    const auto lost = work.clerks().lockForEdit({person3});
    QVERIFY(lost);
    QCOMPARE(lost->size(), 1);
    QCOMPARE(lost->first().userId, chief);
    QCOMPARE(lost->first().since, ten.addSecs(300));
}

void TestEntriesLocks::askingAgainRenews()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().lockForEdit({person3})->isEmpty());
    work.world().goTo(ten.addSecs(200));
    QVERIFY(work.clerks().lockForEdit({person3})->isEmpty());
    work.world().goTo(ten.addSecs(499));
    const auto held = work.chiefs().lockForEdit({person3});
    QVERIFY(held);
    QCOMPARE(held->size(), 1);
    QCOMPARE(held->first().since, ten);
    QCOMPARE(held->first().until, ten.addSecs(500));
}

void TestEntriesLocks::releasingFrees()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().lockForEdit({person3, household3})->isEmpty());
    QVERIFY(work.chiefs().lockForEdit({person4})->isEmpty());
    QVERIFY(work.clerks().releaseLocks());
    QVERIFY(work.chiefs().lockForEdit({person3, household3})->isEmpty());
    QVERIFY(work.clerks().releaseLocks()); // nothing to release is fine
    QCOMPARE(work.clerks().lockForEdit({person4})->size(), 1);
}

void TestEntriesLocks::closingTheSessionFrees()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().lockForEdit({person3})->isEmpty());
    work.clerks().closeSession();
    QVERIFY(work.chiefs().lockForEdit({person3})->isEmpty());
    QCOMPARE(codeOf(work.clerks().lockForEdit({person4})), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(work.clerks().releaseLocks()), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(work.clerks().breakLock(person3, because)), ErrorCode::NotSignedIn);
}

void TestEntriesLocks::theSameClerkElsewhereIsSomebodyElse()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto pair = base::crypto::signingKeyPairFrom(support::keyOf('t'));
    work.world().addStation({.id = QStringLiteral("S0002"),
                             .name = QStringLiteral("本庁2"),
                             .scopes = {QStringLiteral("住民")},
                             .logKey = pair.open});
    const auto link = work.world().anotherLink(clerk);
    QVERIFY(link->openSession({.userId = clerk,
                               .certificateFingerprint = support::TestRegister::card(clerk),
                               .stationId = QStringLiteral("S0002")}));
    QVERIFY(work.clerks().lockForEdit({person3})->isEmpty());
    const auto held = link->lockForEdit({person3});
    QVERIFY(held);
    QCOMPARE(held->size(), 1);
    QCOMPARE(held->first().stationId, QStringLiteral("S0001"));
}

void TestEntriesLocks::aSupervisorBreaksALock()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().lockForEdit({person3})->isEmpty());
    QCOMPARE(codeOf(work.clerks().breakLock(person3, because)), ErrorCode::RightMissing);
    QCOMPARE(codeOf(work.chiefs().breakLock(person3, QStringLiteral(" "))),
             ErrorCode::ReasonMissing);
    QCOMPARE(work.chiefs().lockForEdit({person3})->size(), 1);
    QVERIFY(work.chiefs().breakLock(person3, because));
    QVERIFY(work.chiefs().lockForEdit({person3})->isEmpty());
    QVERIFY(work.chiefs().breakLock(person4, because)); // nobody holds it
}

void TestEntriesLocks::keysThatNameNothingAreRefused()
{
    QFETCH(QString, backend);
    Work work(backend);
    const LockKey nobody{.kind = LockKey::Kind::Person, .id = 0};
    const LockKey nothing{.kind = LockKey::Kind(3), .id = 3};
    QList<LockKey> many;
    for (qint64 id = 1; id <= central::mostLocksAtOnce; ++id)
        many.append({.kind = LockKey::Kind::Person, .id = id});
    QVERIFY(work.clerks().lockForEdit(many)->isEmpty());
    many.append(household3);
    for (const auto &keys : {QList<LockKey>{person3, nobody}, QList<LockKey>{nothing}, many})
        QCOMPARE(codeOf(work.clerks().lockForEdit(keys)), ErrorCode::RegisterRefused);
    QVERIFY(work.chiefs().lockForEdit({household3})->isEmpty());
}

void TestEntriesLocks::whoMayNotWriteHasNoLocks()
{
    QFETCH(QString, backend);
    Work work(backend);
    QCOMPARE(codeOf(work.admins().lockForEdit({person3})), ErrorCode::RightMissing);
    QVERIFY(work.clerks().lockForEdit({})->isEmpty());
}

void TestEntriesLocks::aLockDoesNotDecideWhatIsRight()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().lockForEdit({person3})->isEmpty());
    // A station that was cut off files what it typed before somebody opened the form.
    const auto answer = work.chiefs().submit(submission(1, noteOn(3, QStringLiteral("一"))));
    QVERIFY(answer);
    QCOMPARE(answer->verdict, Verdict::Registered);
}

QTEST_GUILESS_MAIN(TestEntriesLocks)
#include "tst_entrieslocks.moc"
