#include "app/stationcommand.h"
#include "support/officework.h"
#include "support/onlineplace.h"
#include "support/relay.h"

#include <QtTest>

using base::ErrorCode;
using support::OnlinePlace;
using support::Relay;

namespace {

constexpr int keepingUpMs = 60'000; // the office asks every 20 s
constexpr qint64 hourMs = 3'600'000;
const QString clerk = QStringLiteral("madoguchi1");

using Tried = base::Result<std::shared_ptr<desk::Desk>>;

} // namespace

// A workstation whose line to the server is cut (design.md 4, "Order"; Shows 7 of issue 4): signing
// in under a lease, and work that goes on.
class TestOffline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_relay->set(Relay::Line::Whole); }
    void whoNeverSignedInHereCannot();
    void underALeaseWorkGoesOn_data();
    void underALeaseWorkGoesOn();
    void aWrongPasswordOpensNothing();
    void afterTheLeaseNothingOpens();
    void aClockSetBackOpensNothing();
    void aRefusalBeatsTheLease();
    void whoIsRefusedLaterIsLockedOut();
    void aRightTakenAwayIsGone_data();
    void aRightTakenAwayIsGone();
    void anOldJournalIsFoundLater();
    void theLeaseEndsDuringWork();
    void aCutWhileSomebodyWorks_data();
    void aCutWhileSomebodyWorks();
    void aLostAnswerCountsOnce();

private:
    struct Room
    {
        std::unique_ptr<app::FrontRoom> front;
        Tried desk;
    };
    [[nodiscard]] Room tried(const QString &user, const QString &password = {}) const;
    /// What a try ended with, the room closed again; Count when it opened.
    [[nodiscard]] ErrorCode refusal() const
    {
        const auto room = tried(clerk);
        return room.desk ? ErrorCode::Count : room.desk.error().code;
    }
    [[nodiscard]] support::AtWork online() const { return support::signedIn(place(), clerk); }
    [[nodiscard]] support::TrainingPlace &place() const { return m_online->place(); }
    void sql(const char *statement) const { m_online->cluster().sql(QString::fromUtf8(statement)); }
    /// One journal, as its station holds it.
    void inJournal(const std::function<void(journal::Journal &)> &job) const;
    [[nodiscard]] static qsizetype registerNotes(OnlinePlace &place);

    std::unique_ptr<OnlinePlace> m_online;
    std::unique_ptr<Relay> m_relay;
};

void TestOffline::initTestCase()
{
    m_online = std::make_unique<OnlinePlace>();
    m_relay = std::make_unique<Relay>(m_online->cluster().port());
    QFile settings(place().at(QStringLiteral("city/madoguchi.conf")));
    QVERIFY(settings.open(QIODevice::ReadWrite));
    QByteArray text = settings.readAll();
    const QByteArray direct = "port=" + QByteArray::number(m_online->cluster().port());
    QVERIFY(text.contains(direct));
    text.replace(direct, "port=" + QByteArray::number(m_relay->port()));
    QVERIFY(settings.resize(0) && settings.seek(0) && settings.write(text) == text.size());
}

TestOffline::Room TestOffline::tried(const QString &user, const QString &password) const
{
    auto front = place().frontRoom(user);
    if (!front)
        qFatal("no front room: %s", qPrintable(front.error().detail));
    (*front)->lookForCard();
    const auto mine = place().credential(user);
    const QString typed = password.isEmpty() ? mine.password : password;
    auto desk =
        support::waited((*front)->door().signIn(app::toSecret(typed), app::toSecret(mine.pin)));
    return {std::move(*front), std::move(desk)};
}

void TestOffline::inJournal(const std::function<void(journal::Journal &)> &job) const
{
    const auto work = online();
    app::Office::of(*work.desk).withJournal([&job](journal::Journal &journal) {
        job(journal);
        return true;
    });
    QVERIFY(support::waited(work.desk->signOut()));
}

qsizetype TestOffline::registerNotes(OnlinePlace &place)
{
    return place.cluster()
        .sql(QStringLiteral("select count(*) from office.replica where table_number = 9"))
        .toInt();
}

void TestOffline::whoNeverSignedInHereCannot()
{
    QVERIFY(!QFile::exists(m_online->slotsFile()));
    for (const auto line : {Relay::Line::Refusing, Relay::Line::Silent}) {
        m_relay->set(line);
        QElapsedTimer waiting;
        waiting.start();
        const auto refused = tried(clerk);
        QVERIFY(!refused.desk);
        QCOMPARE(refused.desk.error().code, ErrorCode::LeaseMissing);
        QVERIFY2(waiting.elapsed() < 8000, qPrintable(QString::number(waiting.elapsed())));
        QVERIFY(!QFile::exists(m_online->slotsFile()));
    }
}

void TestOffline::underALeaseWorkGoesOn_data()
{
    QTest::addColumn<Relay::Line>("line");
    QTest::newRow("switched off") << Relay::Line::Refusing;
    QTest::newRow("silent") << Relay::Line::Silent;
}

void TestOffline::underALeaseWorkGoesOn()
{
    QFETCH(Relay::Line, line);
    {
        const auto work = online();
        QVERIFY(app::Office::of(*work.desk).waitForCache());
        QVERIFY(support::waited(work.desk->signOut()));
    }
    m_relay->set(line);
    auto room = tried(clerk);
    QVERIFY2(room.desk, qPrintable(room.desk ? QString() : room.desk.error().detail));
    auto &desk = **room.desk;
    auto &office = app::Office::of(desk);
    QVERIFY(office.waitForCache());
    QVERIFY(!desk.status().registerReached);
    QVERIFY(desk.status().dataAsOf.isValid());
    QCOMPARE(office.session().user.id, clerk);
    QVERIFY(desk.clerk().rights.testFlag(desk::Right::Search));
    QVERIFY(!desk.clerk().rights.testFlag(desk::Right::CheckEntry));
    QCOMPARE(office.link().position().error().code, ErrorCode::RegisterUnreachable);
    const auto visit = support::openVisit(desk);
    QVERIFY(!support::find(desk, visit)->rows.isEmpty());
    const auto rows = support::logRows(desk);
    const auto signIn = std::find_if(rows.crbegin(), rows.crend(), [](const evidence::Row &row) {
        return row.procedure == QStringLiteral("SignIn");
    });
    QCOMPARE(signIn->detail, QStringLiteral("under a lease"));
    // Nobody types anything: the register is there again.
    m_relay->set(Relay::Line::Whole);
    QTRY_VERIFY_WITH_TIMEOUT(desk.status().registerReached, keepingUpMs);
    QVERIFY(office.link().position());
    QVERIFY(!desk.isLocked());
    QVERIFY(support::chainProblem(desk).isEmpty());
    QVERIFY(support::waited(desk.signOut()));
}

void TestOffline::aWrongPasswordOpensNothing()
{
    m_relay->set(Relay::Line::Refusing);
    const auto refused = tried(clerk, QStringLiteral("not the password 11"));
    QVERIFY(!refused.desk);
    QCOMPARE(refused.desk.error().code, ErrorCode::PasswordWrong);
    QCOMPARE(*refused.front->doorLog().failuresOf(refused.front->door().token().serial), 1);
}

void TestOffline::afterTheLeaseNothingOpens()
{
    journal::Lease kept;
    inJournal([&kept](journal::Journal &journal) {
        kept = *journal.memory().lease(clerk);
        journal::Lease over = kept;
        over.untilMs = QDateTime::currentMSecsSinceEpoch() - 1000;
        QVERIFY(journal.memory().setLease(clerk, over));
    });
    // 24 hours from the sign-in, by the register's clock (design.md 5).
    const qint64 left = kept.untilMs - QDateTime::currentMSecsSinceEpoch();
    QVERIFY2(left > 23 * hourMs && left <= 24 * hourMs, qPrintable(QString::number(left)));
    m_relay->set(Relay::Line::Refusing);
    QCOMPARE(refusal(), ErrorCode::LeaseEnded);
    m_relay->set(Relay::Line::Whole);
    const auto work = online(); // makes a new one
    QVERIFY(support::waited(work.desk->signOut()));
}

void TestOffline::aClockSetBackOpensNothing()
{
    // As if ten minutes more had passed at the register than this PC's clock knows of.
    inJournal([](journal::Journal &journal) {
        QVERIFY(journal.memory().trustTime(QDateTime::currentMSecsSinceEpoch() + 600'000));
    });
    m_relay->set(Relay::Line::Refusing);
    QCOMPARE(refusal(), ErrorCode::ClockBehind);
    // The trusted time only goes forward: a fresh place for what follows.
    m_relay.reset();
    m_online.reset();
    initTestCase();
    const auto work = online();
    QVERIFY(app::Office::of(*work.desk).waitForCache());
    QVERIFY(support::waited(work.desk->signOut()));
}

void TestOffline::aRefusalBeatsTheLease()
{
    sql("update office.user_account set locked = true where user_id = 'madoguchi1'");
    const ErrorCode refused = refusal();
    sql("update office.user_account set locked = false where user_id = 'madoguchi1'");
    QCOMPARE(refused, ErrorCode::UserLocked);
}

void TestOffline::whoIsRefusedLaterIsLockedOut()
{
    m_relay->set(Relay::Line::Refusing);
    {
        auto room = tried(clerk);
        QVERIFY(room.desk);
        auto &desk = **room.desk;
        sql("update office.user_account set locked = true where user_id = 'madoguchi1'");
        m_relay->set(Relay::Line::Whole);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLocked(), keepingUpMs);
        const auto mine = place().credential(clerk);
        const auto unlocked =
            support::waited(desk.unlock(app::toSecret(mine.password), app::toSecret(mine.pin)));
        QVERIFY(!unlocked);
        QCOMPARE(unlocked.error().code, ErrorCode::UserLocked);
        // Nor when the line is cut again: the lease is gone.
        m_relay->set(Relay::Line::Refusing);
        const auto cut =
            support::waited(desk.unlock(app::toSecret(mine.password), app::toSecret(mine.pin)));
        QVERIFY(!cut);
        QVERIFY(support::waited(desk.signOut()));
    }
    const ErrorCode refused = refusal();
    sql("update office.user_account set locked = false where user_id = 'madoguchi1'");
    QCOMPARE(refused, ErrorCode::LeaseMissing);
    m_relay->set(Relay::Line::Whole);
    const auto work = online();
    QVERIFY(support::waited(work.desk->signOut()));
}

// What is open was opened with the right: it opens for nobody any more, however often it is tried.
// The lease has the right no more either.
void TestOffline::aRightTakenAwayIsGone_data()
{
    QTest::addColumn<Relay::Line>("line");
    QTest::newRow("signed in with the register") << Relay::Line::Whole;
    QTest::newRow("signed in without it") << Relay::Line::Refusing;
}

void TestOffline::aRightTakenAwayIsGone()
{
    QFETCH(Relay::Line, line);
    inJournal([](journal::Journal &) {});
    m_relay->set(line);
    {
        auto room = tried(clerk);
        QVERIFY(room.desk);
        auto &desk = **room.desk;
        QVERIFY(desk.clerk().rights.testFlag(desk::Right::History));
        desk.lock(desk::LockReason::Key);
        sql("delete from office.user_grant where user_id = 'madoguchi1' and right_bit = 2");
        m_relay->set(Relay::Line::Whole);
        const auto mine = place().credential(clerk);
        for (int i = 0; i < 2; ++i) {
            const auto unlocked =
                support::waited(desk.unlock(app::toSecret(mine.password), app::toSecret(mine.pin)));
            QVERIFY(!unlocked);
            QCOMPARE(unlocked.error().code, ErrorCode::RegisterRefused);
        }
        QVERIFY(desk.isLocked());
        QVERIFY(support::waited(desk.signOut()));
    }
    m_relay->set(Relay::Line::Refusing);
    {
        const auto room = tried(clerk);
        QVERIFY(room.desk);
        QVERIFY(!(*room.desk)->clerk().rights.testFlag(desk::Right::History));
        QVERIFY((*room.desk)->clerk().rights.testFlag(desk::Right::Search));
        QVERIFY(support::waited((*room.desk)->signOut()));
    }
    sql("insert into office.user_grant select code, user_id, 2, valid_from, valid_to "
        "from office.user_grant where user_id = 'madoguchi1' and right_bit = 1");
    m_relay->set(Relay::Line::Whole);
}

// Without the register nobody knows that rows are gone; the first thing it is asked is that.
void TestOffline::anOldJournalIsFoundLater()
{
    const QString path = place().station(QStringLiteral("journal.db"));
    const QStringList beside = {QString(), QStringLiteral("-wal")};
    const auto contents = [&path, &beside] {
        QList<QByteArray> all;
        for (const QString &suffix : beside) {
            QFile file(path + suffix);
            all.append(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        }
        return all;
    };
    const auto put = [&path, &beside](const QList<QByteArray> &all) {
        for (qsizetype at = 0; at < beside.size(); ++at) {
            QFile::remove(path + beside.at(at));
            QFile file(path + beside.at(at));
            if (!all.at(at).isEmpty())
                QVERIFY(file.open(QIODevice::WriteOnly) &&
                        file.write(all.at(at)) == all.at(at).size());
        }
        QFile::remove(path + QStringLiteral("-shm"));
    };
    inJournal([](journal::Journal &) {});
    const QList<QByteArray> old = contents();
    inJournal([](journal::Journal &) {}); // a sign-in and a sign-out more, witnessed
    const QList<QByteArray> whole = contents();
    put(old);
    m_relay->set(Relay::Line::Refusing);
    {
        auto room = tried(clerk);
        QVERIFY(room.desk);
        auto &desk = **room.desk;
        m_relay->set(Relay::Line::Whole);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLocked(), keepingUpMs);
        const auto mine = place().credential(clerk);
        const auto unlocked =
            support::waited(desk.unlock(app::toSecret(mine.password), app::toSecret(mine.pin)));
        QVERIFY(!unlocked);
        // Cut, or by now with other rows where the witnessed ones stood.
        const ErrorCode found = unlocked.error().code;
        QVERIFY(found == ErrorCode::LogBroken || found == ErrorCode::LogCut);
        QVERIFY(app::Office::of(desk).link().position().error().code ==
                ErrorCode::RegisterUnreachable);
    }
    put(whole);
    const auto work = online();
    QVERIFY(support::waited(work.desk->signOut()));
}

void TestOffline::theLeaseEndsDuringWork()
{
    journal::Lease kept;
    inJournal([&kept](journal::Journal &journal) {
        kept = *journal.memory().lease(clerk);
        kept.untilMs = QDateTime::currentMSecsSinceEpoch() + 12'000;
        QVERIFY(journal.memory().setLease(clerk, kept));
    });
    m_relay->set(Relay::Line::Refusing);
    auto room = tried(clerk);
    QVERIFY(room.desk);
    auto &desk = **room.desk;
    QTRY_VERIFY_WITH_TIMEOUT(desk.isLocked(), keepingUpMs);
    const auto mine = place().credential(clerk);
    const auto over =
        support::waited(desk.unlock(app::toSecret(mine.password), app::toSecret(mine.pin)));
    QVERIFY(!over);
    QCOMPARE(over.error().code, ErrorCode::LeaseEnded);
    m_relay->set(Relay::Line::Whole);
    QVERIFY(support::waited(desk.unlock(app::toSecret(mine.password), app::toSecret(mine.pin))));
    QVERIFY(!desk.isLocked());
    QVERIFY(app::Office::of(desk).link().position());
    QVERIFY(support::waited(desk.signOut()));
}

// Shows 7: search, view, drafts and filing go on; on reconnect what was filed is registered,
// 仮登録, or comes back with what differs.
void TestOffline::aCutWhileSomebodyWorks_data()
{
    underALeaseWorkGoesOn_data();
}

void TestOffline::aCutWhileSomebodyWorks()
{
    QFETCH(Relay::Line, line);
    const auto work = online();
    auto &desk = *work.desk;
    auto &office = app::Office::of(desk);
    QVERIFY(office.waitForCache());
    const auto visit = support::openVisit(desk);
    const auto found = support::find(desk, visit);
    QVERIFY(found && found->rows.size() >= 3);
    QList<desk::EntryRequest> requests;
    for (const auto &row : found->rows) {
        const desk::EntryRequest request{.visit = visit, .person = row.id.person, .reason = {}};
        if (support::waited(desk.writeEntries().entries(request)))
            requests.append(request);
    }
    QVERIFY(requests.size() >= 3);
    const auto noteOn = [](const desk::EntryRequest &request, const QString &text) {
        return residents::Proposal{
            .entered = residents::Note{.person = request.person, .text = text, .by = {}},
            .reason = {}};
    };
    const auto contactOn = [](const desk::EntryRequest &request, const QString &telephone) {
        residents::Contact contact;
        contact.person = request.person;
        contact.telephone = telephone;
        return residents::Proposal{.entered = contact, .reason = {}};
    };
    const qsizetype before = registerNotes(*m_online);

    m_relay->set(line);
    // Everything of the day's work goes on.
    QVERIFY(support::find(desk, visit));
    QVERIFY(support::waited(desk.writeEntries().entries(requests.at(0))));
    QVERIFY(support::waited(
        desk.writeEntries().keepDraft(requests.at(0), noteOn(requests.at(0), u"下書き"_qs))));
    const auto note = support::waited(
        desk.writeEntries().file(requests.at(0), noteOn(requests.at(0), u"不通のあいだに"_qs)));
    QVERIFY2(note, qPrintable(note ? QString() : note.error().detail));
    QCOMPARE(note->state, desk::ItemState::Filed);
    residents::Restriction restriction;
    restriction.person = requests.at(1).person;
    restriction.from = QDate::currentDate();
    const auto protection = support::waited(desk.writeEntries().file(
        requests.at(1), {.entered = restriction, .reason = u"本人の申出"_qs}));
    QVERIFY2(protection, qPrintable(protection ? QString() : protection.error().detail));
    QCOMPARE(protection->state, desk::ItemState::Filed);
    const auto contact = support::waited(
        desk.writeEntries().file(requests.at(2), contactOn(requests.at(2), u"090-0000-0001"_qs)));
    QVERIFY(contact);
    QCOMPARE(desk.status().outboxWaiting, 3);
    QVERIFY(!desk.status().registerReached);
    // Meanwhile somebody else enters the same person's telephone, past the line that is cut.
    const auto colleague = m_online->colleague();
    const auto theirs =
        colleague->submit({.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces),
                           .proposal = contactOn(requests.at(2), u"090-9999-9999"_qs),
                           .filedAt = QDateTime::currentDateTimeUtc()});
    QVERIFY2(theirs, qPrintable(theirs ? QString() : theirs.error().detail));

    m_relay->set(Relay::Line::Whole);
    QTRY_COMPARE_WITH_TIMEOUT(desk.status().outboxWaiting, 0, keepingUpMs);
    QVERIFY(desk.status().registerReached);
    const auto lines = support::waited(desk.outbox().items(true));
    QVERIFY(lines);
    const auto stateOf = [&lines](const QString &uuid) {
        const auto at = std::find_if(lines->cbegin(), lines->cend(),
                                     [&uuid](const auto &one) { return one.uuid == uuid; });
        return at == lines->cend() ? desk::ItemState::Draft : at->state;
    };
    QCOMPARE(stateOf(note->uuid), desk::ItemState::Registered);
    QCOMPARE(stateOf(protection->uuid), desk::ItemState::Provisional);
    QCOMPARE(stateOf(contact->uuid), desk::ItemState::Conflict);
    const auto differs = support::waited(desk.outbox().open(contact->uuid));
    QVERIFY(differs->theirs);
    QCOMPARE(std::get<residents::Contact>(*differs->theirs).telephone, u"090-9999-9999"_qs);
    QCOMPARE(std::get<residents::Contact>(differs->mine.entered).telephone, u"090-0000-0001"_qs);
    QCOMPARE(registerNotes(*m_online), before + 1);
    // And the replica has it all.
    QTRY_VERIFY_WITH_TIMEOUT(office.withCache(app::stationDigest).value_or(QByteArray()) ==
                                 office.link().registerDigest().value_or(QByteArray("none")),
                             keepingUpMs);
    QVERIFY(support::waited(desk.outbox().withdraw(protection->uuid, u"試験"_qs)));
    QVERIFY(support::waited(desk.signOut()));
}

// The register wrote it, and the answer was lost on the way.
void TestOffline::aLostAnswerCountsOnce()
{
    const auto work = online();
    auto &desk = *work.desk;
    QVERIFY(app::Office::of(desk).waitForCache());
    const auto visit = support::openVisit(desk);
    const auto found = support::find(desk, visit);
    desk::EntryRequest request{.visit = visit, .person = {}, .reason = {}};
    for (const auto &row : found->rows) {
        request.person = row.id.person;
        if (support::waited(desk.writeEntries().entries(request)))
            break;
    }
    const qsizetype before = registerNotes(*m_online);
    m_relay->loseNextAnswer();
    const auto filed = support::waited(desk.writeEntries().file(
        request,
        {.entered = residents::Note{.person = request.person, .text = u"一度だけ"_qs, .by = {}},
         .reason = {}}));
    QVERIFY(filed);
    m_relay->set(Relay::Line::Whole);
    QTRY_COMPARE_WITH_TIMEOUT(desk.status().outboxWaiting, 0, keepingUpMs);
    QCOMPARE(registerNotes(*m_online), before + 1);
    QVERIFY(support::waited(desk.signOut()));
}

QTEST_MAIN(TestOffline)
#include "tst_offline.moc"
