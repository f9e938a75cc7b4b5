// links: madoguchi_app
#include "base/errorname.h"
#include "support/cardreader.h"
#include "support/officework.h"

#include <QtTest>

using base::ErrorCode;
using desk::PinState;
using desk::TokenState;
using support::secretOf;
using support::waited;

/// Faults 2 to 6 of the counter: PIN, other cards, no card, a card that is pulled, a module that
/// hangs or dies. Real front room and office; SoftHSM2 behind p11proxy.
class TestFaultsCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void wrongPinTellsWhatIsLeft();
    void aLockedCardIsNotTriedAgain();
    void noCard();
    void aCardThatHasNoSlotHere();
    void pulledCardLocksAndTheVisitComesBack();
    void pulledDuringSignIn();
    void anotherCardDoesNotUnlock();
    void hangingModule();
    void dyingModule();
    void missingModule();

private:
    [[nodiscard]] base::Result<std::shared_ptr<desk::Desk>> tryPin(const base::Secret &pin);
    [[nodiscard]] base::Result<> unlock(const QString &user);
    [[nodiscard]] base::Result<> swapFor(const QString &user);
    void signIn();

    const QString m_user = QStringLiteral("madoguchi1");
    const QString m_other = QStringLiteral("madoguchi2");
    std::unique_ptr<support::TrainingPlace> m_place;
    std::unique_ptr<support::CardReader> m_reader;
    std::unique_ptr<app::FrontRoom> m_room;
    std::shared_ptr<desk::Desk> m_desk;
};

void TestFaultsCard::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    m_reader = std::make_unique<support::CardReader>(*m_place);
}

void TestFaultsCard::init()
{
    m_reader->put(m_user);
    auto room = m_reader->frontRoom();
    QVERIFY2(room, "no front room");
    m_room = std::move(*room);
    QVERIFY(support::cardBecomes(m_room->door(), TokenState::Present));
}

void TestFaultsCard::cleanup()
{
    if (m_desk)
        QVERIFY(waited(m_desk->signOut()).has_value());
    m_desk.reset();
    m_room.reset();
    // What counted against the card at the door is not the next test's.
    QFile::remove(m_place->station(QStringLiteral("door.log")));
}

base::Result<std::shared_ptr<desk::Desk>> TestFaultsCard::tryPin(const base::Secret &pin)
{
    return waited(m_room->door().signIn(app::toSecret(m_place->credential(m_user).password), pin));
}

base::Result<> TestFaultsCard::unlock(const QString &user)
{
    const app::Credential who = m_place->credential(user);
    return waited(m_desk->unlock(app::toSecret(who.password), app::toSecret(who.pin)));
}

/// Another card lies in the reader; the module is started anew to see it.
base::Result<> TestFaultsCard::swapFor(const QString &user)
{
    m_reader->control("crash");
    const bool gone = QTest::qWaitFor(
        [this] { return m_room->door().token().state != TokenState::Present; }, 5'000);
    m_reader->put(user);
    if (!gone || !support::cardBecomes(m_room->door(), TokenState::Present))
        return base::fail(ErrorCode::TokenAbsent);
    return {};
}

void TestFaultsCard::signIn()
{
    auto opened = tryPin(app::toSecret(m_place->credential(m_user).pin));
    QVERIFY2(opened, opened ? "" : qPrintable(QString::number(int(opened.error().code))));
    m_desk = *opened;
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->status().loadPercent, 100, 60'000);
}

void TestFaultsCard::wrongPinTellsWhatIsLeft()
{
    QList<PinState> shown;
    connect(&m_room->door(), &desk::Door::tokenChanged, this,
            [&shown](const desk::TokenView &view) { shown.append(view.pin); });
    QCOMPARE(m_room->door().token().pin, PinState::Ready);
    QCOMPARE(tryPin(secretOf("000000")).error().code, ErrorCode::PinWrong);
    QCOMPARE(m_room->door().token().pin, PinState::Low);
    QCOMPARE(tryPin(secretOf("000000")).error().code, ErrorCode::PinLastTry);
    QCOMPARE(m_room->door().token().pin, PinState::LastTry);
    // The right one opens and gives all tries back.
    signIn();
    QTRY_COMPARE(m_room->door().token().pin, PinState::Ready);
    QVERIFY(shown.contains(PinState::Low));
    QVERIFY(shown.contains(PinState::LastTry));
    // Both tries stand in the log, taken over from door.log.
    const auto rows = support::logRows(*m_desk);
    const auto told = [&rows](ErrorCode code) {
        return std::count_if(rows.begin(), rows.end(), [code](const evidence::Row &row) {
            return row.reason == base::errorName(code);
        });
    };
    QCOMPARE(told(ErrorCode::PinWrong), 1);
    QCOMPARE(told(ErrorCode::PinLastTry), 1);
}

void TestFaultsCard::aLockedCardIsNotTriedAgain()
{
    QCOMPARE(tryPin(secretOf("000000")).error().code, ErrorCode::PinWrong);
    QCOMPARE(tryPin(secretOf("000000")).error().code, ErrorCode::PinLastTry);
    QCOMPARE(tryPin(secretOf("000000")).error().code, ErrorCode::PinLocked);
    QCOMPARE(m_room->door().token().pin, PinState::Locked);
    QCOMPARE(tryPin(app::toSecret(m_place->credential(m_user).pin)).error().code,
             ErrorCode::PinLocked);
}

void TestFaultsCard::noCard()
{
    m_reader->control("absent");
    QVERIFY(QTest::qWaitFor([this] { return m_room->door().token().state == TokenState::Absent; },
                            5'000));
    const auto gone = m_room->door().token().problem;
    QCOMPARE(gone, ErrorCode::TokenGone);
    QCOMPARE(tryPin(secretOf("123456")).error().code, gone);
    // From the start there was none.
    m_room.reset();
    m_room = std::move(*m_reader->frontRoom());
    QTest::qWait(1'000);
    QCOMPARE(m_room->door().token().state, TokenState::Absent);
    QCOMPARE(tryPin(secretOf("123456")).error().code, ErrorCode::TokenAbsent);
    // Nothing of that counts against anybody.
    m_reader->control({});
    QVERIFY(support::cardBecomes(m_room->door(), TokenState::Present));
    signIn();
}

void TestFaultsCard::aCardThatHasNoSlotHere()
{
    const QString file = m_place->station(QStringLiteral("slots"));
    QVERIFY(QFile::copy(file, file + QStringLiteral(".kept")));
    const auto restore = qScopeGuard([&file] {
        QFile::remove(file);
        QFile::rename(file + QStringLiteral(".kept"), file);
    });
    auto all = auth::KeySlots::read(file);
    QVERIFY(all.has_value());
    const QList<auth::KeySlot> before = all->all();
    for (const auto &slot : before)
        if (slot.holders.first().serial == m_room->door().token().serial)
            QVERIFY(all->remove(slot.holders.first().fingerprint));
    QVERIFY(all->write(file).has_value());
    const auto right = app::toSecret(m_place->credential(m_user).pin);
    QCOMPARE(tryPin(right).error().code, ErrorCode::SlotMissing);
    // The card was not even asked: no try of its PIN is spent.
    QCOMPARE(tryPin(secretOf("000000")).error().code, ErrorCode::SlotMissing);
    QCOMPARE(m_room->door().token().pin, PinState::Ready);
    // A colleague's password with one's own card opens nothing either.
    QFile::remove(file);
    QVERIFY(QFile::copy(file + QStringLiteral(".kept"), file));
    QCOMPARE(
        waited(m_room->door().signIn(app::toSecret(m_place->credential(m_other).password), right))
            .error()
            .code,
        ErrorCode::PasswordWrong);
}

void TestFaultsCard::pulledCardLocksAndTheVisitComesBack()
{
    signIn();
    const auto visit = support::openVisit(*m_desk);
    const auto found = support::find(*m_desk, visit);
    QVERIFY(found && !found->rows.isEmpty());
    QElapsedTimer timer;
    qint64 lockedAfterMs = -1;
    desk::LockReason reason{};
    connect(m_desk.get(), &desk::Desk::locked, this, [&](desk::LockReason why) {
        lockedAfterMs = timer.elapsed();
        reason = why;
    });
    timer.start();
    m_reader->control("absent");
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isLocked(), 3'000);
    qInfo("locked %lld ms after the card was pulled", lockedAfterMs);
    QVERIFY2(lockedAfterMs >= 0 && lockedAfterMs < 1'000, "locked too late");
    QCOMPARE(reason, desk::LockReason::TokenGone);
    // Nothing opens while it is locked, and not without the card.
    QCOMPARE(support::find(*m_desk, visit).error().code, ErrorCode::NotSignedIn);
    QCOMPARE(unlock(m_user).error().code, ErrorCode::TokenGone);
    m_reader->control({});
    QVERIFY(support::cardBecomes(m_room->door(), TokenState::Present));
    QVERIFY(m_desk->isLocked());
    QVERIFY(unlock(m_user).has_value());
    QVERIFY(!m_desk->isLocked());
    // The same visit, the same record.
    const auto again = support::find(*m_desk, visit);
    QVERIFY(again.has_value());
    QCOMPARE(again->rows.size(), found->rows.size());
    const auto rows = support::logRows(*m_desk);
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const evidence::Row &row) {
        return row.procedure == QStringLiteral("Lock") && row.reason == QStringLiteral("TokenGone");
    }));
}

void TestFaultsCard::pulledDuringSignIn()
{
    auto future = m_room->door().signIn(app::toSecret(m_place->credential(m_user).password),
                                        app::toSecret(m_place->credential(m_user).pin));
    // The factors are right; the card goes before the desk is there (Argon2 takes a while).
    QTest::qWait(120);
    m_reader->control("absent");
    const auto opened = waited(future);
    if (opened) {
        m_desk = *opened;
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isLocked(), 1'000);
    } else {
        QCOMPARE(opened.error().code, ErrorCode::TokenGone);
    }
}

void TestFaultsCard::anotherCardDoesNotUnlock()
{
    signIn();
    const auto visit = support::openVisit(*m_desk);
    QVERIFY(swapFor(m_other).has_value());
    QVERIFY(m_desk->isLocked());
    QCOMPARE(unlock(m_other).error().code, ErrorCode::TokenOfOther);
    QVERIFY(m_desk->isLocked());
    QVERIFY(swapFor(m_user).has_value());
    QVERIFY(unlock(m_user).has_value());
    QVERIFY(support::find(*m_desk, visit).has_value());
}

void TestFaultsCard::hangingModule()
{
    signIn();
    const auto visit = support::openVisit(*m_desk);
    m_reader->control("hang");
    // At most one poll and the limit of an answer later (TokenSettings: 0.4 s + 5 s).
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isLocked(), 8'000);
    QCOMPARE(m_room->door().token().state, TokenState::Hanging);
    QCOMPARE(m_room->door().token().problem, ErrorCode::TokenHangs);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(unlock(m_user).error().code, ErrorCode::TokenHangs);
    QVERIFY(timer.elapsed() < 8'000);
    m_reader->control({});
    QVERIFY(support::cardBecomes(m_room->door(), TokenState::Present, 15'000));
    QVERIFY(unlock(m_user).has_value());
    QVERIFY(support::find(*m_desk, visit).has_value());
}

void TestFaultsCard::dyingModule()
{
    signIn();
    const auto visit = support::openVisit(*m_desk);
    m_reader->control("crash");
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isLocked(), 3'000);
    QCOMPARE(m_room->door().token().problem, ErrorCode::TokenModuleFailed);
    QCOMPARE(unlock(m_user).error().code, ErrorCode::TokenModuleFailed);
    m_reader->control({});
    QVERIFY(support::cardBecomes(m_room->door(), TokenState::Present, 5'000));
    QVERIFY(unlock(m_user).has_value());
    QVERIFY(support::find(*m_desk, visit).has_value());
}

void TestFaultsCard::missingModule()
{
    m_room.reset();
    QFile conf(m_reader->settingsFile());
    QVERIFY(conf.open(QIODevice::ReadOnly));
    const QByteArray whole = conf.readAll();
    conf.close();
    const auto write = [&conf](QByteArray text) {
        return conf.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
               conf.write(text) == text.size() && conf.flush();
    };
    QVERIFY(write(QByteArray(whole).replace("p11proxy.so", "nothing.so")));
    conf.close();
    const auto restore = qScopeGuard([&] {
        write(whole);
        conf.close();
    });
    m_room = std::move(*m_reader->frontRoom());
    QVERIFY(support::cardBecomes(m_room->door(), TokenState::Unusable));
    QCOMPARE(m_room->door().token().problem, ErrorCode::TokenModuleFailed);
    QCOMPARE(tryPin(secretOf("123456")).error().code, ErrorCode::TokenModuleFailed);
}

QTEST_MAIN(TestFaultsCard)
#include "tst_faults_card.moc"
