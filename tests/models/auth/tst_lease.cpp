#include "auth/lease.h"

#include <QTest>

using auth::OfflineTry;
using base::ErrorCode;
using central::Right;

namespace {

const QDateTime signedIn(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC); // ten o'clock in Japan
const qint64 signedInMs = signedIn.toMSecsSinceEpoch();
constexpr qint64 hourMs = 3'600'000;

central::Session aSession()
{
    central::Session session;
    session.user = {.id = QStringLiteral("clerk1"),
                    .name = QStringLiteral("見本　窓口"),
                    .section = QStringLiteral("市民課"),
                    .role = central::Role::Supervisor,
                    .grants = {{Right::Search, QDate(2026, 4, 1), {}},
                               {Right::WriteNote, QDate(2026, 4, 1), QDate(2026, 11, 2)},
                               {Right::CheckEntry, QDate(2026, 11, 3), {}}},
                    .certificateFingerprint = QByteArray(32, 'f'),
                    .passwordChangedOn = QDate(2026, 10, 1),
                    .validFrom = QDate(2026, 4, 1),
                    .validTo = QDate(2026, 11, 3)};
    session.rights = Right::Search | Right::WriteNote;
    session.policy.rowLimit = 77;
    session.policy.leastConditions = 3;
    session.policy.failuresBeforeLock = 4;
    session.station = {.id = QStringLiteral("S0001"),
                       .name = QStringLiteral("本庁1"),
                       .scopes = {QStringLiteral("住民"), QStringLiteral("税")},
                       .logKey = QByteArray(32, 'k')};
    session.identity = {.registerId = QStringLiteral("11111111-2222-4333-8444-555555555555"),
                        .municipality = QStringLiteral("あさぎり県みどり野市"),
                        .code = QStringLiteral("982016"),
                        .training = false};
    session.registerTime = signedIn;
    session.leaseUntil = signedIn.addMSecs(24 * hourMs);
    session.logKey = QByteArray(32, 'l');
    return session;
}

OfflineTry aTry(qint64 afterMs = hourMs)
{
    return {.userId = QStringLiteral("clerk1"),
            .certificateFingerprint = QByteArray(32, 'f'),
            .session = auth::encodeSession(aSession()),
            .leaseUntilMs = signedInMs + 24 * hourMs,
            .trustedMs = signedInMs,
            .nowMs = signedInMs + afterMs};
}

ErrorCode codeOf(const OfflineTry &offline)
{
    const auto session = auth::offlineSession(offline);
    return session ? ErrorCode::Count : session.error().code;
}

} // namespace

class TestLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsKept();
    void damagedBytesAreTold();
    void withoutOneNothing();
    void itEnds();
    void theClockMayNotBeBehind();
    void theRightsAreThoseOfToday();
    void aPasswordThatMustBeChangedOpensNothing();
};

void TestLease::everyFieldIsKept()
{
    central::Session wanted = aSession();
    wanted.mustChangePassword = true;
    const auto read = auth::decodeSession(auth::encodeSession(wanted));
    QVERIFY(read);
    QCOMPARE(read->user, wanted.user);
    QCOMPARE(read->policy, wanted.policy);
    QCOMPARE(read->station, wanted.station);
    QCOMPARE(read->identity, wanted.identity);
    QCOMPARE(read->registerTime, wanted.registerTime);
    QCOMPARE(read->leaseUntil, wanted.leaseUntil);
    QCOMPARE(read->logKey, wanted.logKey);
    QCOMPARE(read->mustChangePassword, true);
}

void TestLease::damagedBytesAreTold()
{
    const QByteArray whole = auth::encodeSession(aSession());
    for (const QByteArray &bytes :
         {QByteArray("x"), whole.left(whole.size() / 2), QByteArray("\x80"), whole.mid(1)}) {
        OfflineTry offline = aTry();
        offline.session = bytes;
        QCOMPARE(codeOf(offline), ErrorCode::JournalDamaged);
    }
}

void TestLease::withoutOneNothing()
{
    OfflineTry never = aTry();
    never.session.clear();
    QCOMPARE(codeOf(never), ErrorCode::LeaseMissing);
    OfflineTry otherCard = aTry();
    otherCard.certificateFingerprint = QByteArray(32, 'g');
    QCOMPARE(codeOf(otherCard), ErrorCode::LeaseMissing);
    OfflineTry otherUser = aTry();
    otherUser.userId = QStringLiteral("clerk2");
    QCOMPARE(codeOf(otherUser), ErrorCode::LeaseMissing);
}

void TestLease::itEnds()
{
    QCOMPARE(codeOf(aTry(24 * hourMs - 1)), ErrorCode::Count);
    QCOMPARE(codeOf(aTry(24 * hourMs)), ErrorCode::LeaseEnded);
    // By the trusted time too, whatever the PC's clock says.
    OfflineTry late = aTry(24 * hourMs - 60'000);
    late.trustedMs = signedInMs + 24 * hourMs + 1;
    QCOMPARE(codeOf(late), ErrorCode::LeaseEnded);
}

void TestLease::theClockMayNotBeBehind()
{
    QCOMPARE(codeOf(aTry(-300'000)), ErrorCode::Count);
    QCOMPARE(codeOf(aTry(-300'001)), ErrorCode::ClockBehind);
}

void TestLease::theRightsAreThoseOfToday()
{
    const auto today = auth::offlineSession(aTry());
    QCOMPARE(today->rights, Right::Search | Right::WriteNote);
    QCOMPARE(today->leaseUntil, aSession().leaseUntil);
    // Past midnight in Japan (15:00 UTC): one right ended, another began.
    const auto tomorrow = auth::offlineSession(aTry(15 * hourMs));
    QCOMPARE(tomorrow->rights, Right::Search | Right::CheckEntry);
    OfflineTry longer = aTry(47 * hourMs);
    longer.leaseUntilMs += 48 * hourMs;
    QCOMPARE(codeOf(longer), ErrorCode::UserExpired);
}

// Only the register changes it (design.md 4: "Password or card change: online only").
void TestLease::aPasswordThatMustBeChangedOpensNothing()
{
    central::Session session = aSession();
    const auto tried = [&session] {
        OfflineTry offline = aTry();
        offline.session = auth::encodeSession(session);
        return codeOf(offline);
    };
    // Of 90 days, the day of the change not counted, 2 November is the last, then the one after.
    session.user.passwordChangedOn = QDate(2026, 8, 4);
    QCOMPARE(tried(), ErrorCode::Count);
    session.user.passwordChangedOn = QDate(2026, 8, 3);
    QCOMPARE(tried(), ErrorCode::PasswordExpired);
    session.user.passwordChangedOn = QDate(2026, 10, 1);
    session.policy.passwordDays = 31;
    QCOMPARE(tried(), ErrorCode::PasswordExpired);
    session.policy.passwordDays = 32;
    QCOMPARE(tried(), ErrorCode::Count);
    session.mustChangePassword = true;
    QCOMPARE(tried(), ErrorCode::PasswordExpired);
}

QTEST_GUILESS_MAIN(TestLease)
#include "tst_lease.moc"
