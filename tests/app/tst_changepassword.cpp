#include "base/errorname.h"
#include "support/officework.h"
#include "support/onlineplace.h"
#include "support/relay.h"

#include <QtTest>

using base::ErrorCode;
using support::OnlinePlace;
using support::Relay;
using support::waited;

namespace {

const QString clerk = QStringLiteral("madoguchi1");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer.has_value() ? ErrorCode::Count : answer.error().code;
}

} // namespace

// design.md 4: "Password or card change: online only, register first, then the slot; a crash
// between is mended by the next sign-in". Real server, real cards; each test ends with the password
// that the next one begins with.
class TestChangePassword : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_relay->set(Relay::Line::Whole); }
    void theNewOneOpensAndTheOldOneDoesNot();
    void whatIsStoppedBetweenIsMended();
    void aRefusalChangesNothing_data();
    void aRefusalChangesNothing();
    void outOfReachNothingIsChanged();
    void aSlotThatIsNotWrittenIsTold();
    void whatMustBeChangedOpensNothingElse();
    void anExpiredOneOpensNothingElse();
    void whoIsRefusedWhileHeWorksIsLockedOut_data();
    void whoIsRefusedWhileHeWorksIsLockedOut();
    void theFewDaysLeftAreTold();
    void filesKeepTheSameRules();

private:
    struct Room
    {
        std::unique_ptr<app::FrontRoom> front;
        base::Result<std::shared_ptr<desk::Desk>> desk;
    };
    [[nodiscard]] Room tried(const QString &password) const;
    /// What a try ended with; Count when it opened, and was signed out.
    [[nodiscard]] ErrorCode refusal(const QString &password) const;
    [[nodiscard]] ErrorCode change(desk::Desk &desk, const QString &present,
                                   const QString &wanted) const
    {
        return codeOf(waited(desk.passwords().change(app::toSecret(present), app::toSecret(pin()),
                                                     app::toSecret(wanted))));
    }
    [[nodiscard]] QString pin() const { return place().credential(clerk).pin; }
    [[nodiscard]] support::TrainingPlace &place() const { return m_online->place(); }
    [[nodiscard]] QByteArray slotBytes() const { return contentOf(m_online->slotsFile()); }
    QString sql(const QString &text) const { return m_online->cluster().sql(text); }
    /// "Outcome reason" of the last row of the change at this station.
    [[nodiscard]] static QString lastRow(desk::Desk &desk);

    std::unique_ptr<OnlinePlace> m_online;
    std::unique_ptr<Relay> m_relay;
    QString m_password; ///< of now
};

void TestChangePassword::initTestCase()
{
    m_online = std::make_unique<OnlinePlace>(50);
    m_relay = std::make_unique<Relay>(m_online->cluster().port());
    QFile settings(place().at(QStringLiteral("city/madoguchi.conf")));
    QVERIFY(settings.open(QIODevice::ReadWrite));
    QByteArray text = settings.readAll();
    text.replace("port=" + QByteArray::number(m_online->cluster().port()),
                 "port=" + QByteArray::number(m_relay->port()));
    settings.resize(0);
    settings.seek(0);
    QCOMPARE(settings.write(text), text.size());
    m_password = place().credential(clerk).password;
}

TestChangePassword::Room TestChangePassword::tried(const QString &password) const
{
    auto front = place().frontRoom(clerk);
    if (!front)
        qFatal("no front room: %s", qPrintable(front.error().detail));
    (*front)->lookForCard();
    auto desk = waited((*front)->door().signIn(app::toSecret(password), app::toSecret(pin())));
    return {std::move(*front), std::move(desk)};
}

ErrorCode TestChangePassword::refusal(const QString &password) const
{
    const auto room = tried(password);
    if (!room.desk)
        return room.desk.error().code;
    return codeOf(waited((*room.desk)->signOut()));
}

QString TestChangePassword::lastRow(desk::Desk &desk)
{
    const auto rows = support::logRows(desk);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (row->procedure == QStringLiteral("ChangePassword"))
            return row->reason.isEmpty() ? QStringLiteral("done") : row->reason;
    }
    return {};
}

void TestChangePassword::theNewOneOpensAndTheOldOneDoesNot()
{
    const QString fresh = QStringLiteral("harvest-moon-71");
    QByteArray after;
    {
        const auto room = tried(m_password);
        QVERIFY2(room.desk, qPrintable(room.desk ? QString() : room.desk.error().detail));
        auto &desk = **room.desk;
        const QByteArray before = slotBytes();
        QCOMPARE(change(desk, m_password, fresh), ErrorCode::Count);
        after = slotBytes();
        QVERIFY(after != before);
        QCOMPARE(lastRow(desk), QStringLiteral("done"));
        QCOMPARE(desk.status().passwordDaysLeft, 90);
        // Who goes on is not asked again when the connection is lost.
        m_relay->set(Relay::Line::Refusing);
        m_relay->set(Relay::Line::Whole);
        QVERIFY(app::Office::of(desk).link().demand(desk::Right::Search));
        QVERIFY(waited(desk.signOut()));
    }
    QCOMPARE(refusal(m_password), ErrorCode::PasswordWrong);
    QCOMPARE(refusal(fresh), ErrorCode::Count);
    QCOMPARE(slotBytes(), after); // it was written for this password
    // Without the register the slot alone decides, under the lease.
    m_relay->set(Relay::Line::Refusing);
    QCOMPARE(refusal(m_password), ErrorCode::PasswordWrong);
    QCOMPARE(refusal(fresh), ErrorCode::Count);
    QCOMPARE(sql(QStringLiteral("select count(*) from office.register_log where call = "
                                "'change_password' and outcome = 'ok' and user_id = 'madoguchi1'")),
             QStringLiteral("1"));
    m_password = fresh;
}

// The register knows the new password, the slot file is the one of before: as after a crash or a
// power cut between the two.
void TestChangePassword::whatIsStoppedBetweenIsMended()
{
    const QString fresh = QStringLiteral("winter garden 5");
    const QByteArray before = slotBytes();
    {
        const auto room = tried(m_password);
        QVERIFY(room.desk);
        QCOMPARE(change(**room.desk, m_password, fresh), ErrorCode::Count);
        QVERIFY(waited((*room.desk)->signOut()));
    }
    {
        QFile file(m_online->slotsFile());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(before), before.size());
    }
    // The slot alone would still open: the register is asked first.
    QCOMPARE(refusal(m_password), ErrorCode::PasswordWrong);
    QCOMPARE(slotBytes(), before);
    QCOMPARE(refusal(fresh), ErrorCode::Count);
    QVERIFY(slotBytes() != before);
    m_relay->set(Relay::Line::Refusing);
    QCOMPARE(refusal(m_password), ErrorCode::PasswordWrong);
    QCOMPARE(refusal(fresh), ErrorCode::Count);
    m_password = fresh;
}

void TestChangePassword::aRefusalChangesNothing_data()
{
    QTest::addColumn<QString>("present");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("why");
    const QString good = QStringLiteral("autumn-leaves-8");
    QTest::newRow("wrong present one")
        << QStringLiteral("nobody's word") << good << QStringLiteral("PasswordWrong");
    QTest::newRow("too short") << QString() << QStringLiteral("autumn-8xyz")
                               << QStringLiteral("PasswordUnfit");
    QTest::newRow("similar") << QString() << QStringLiteral("winter garden 6")
                             << QStringLiteral("PasswordUnfit");
    QTest::newRow("user id inside")
        << QString() << QStringLiteral("my madoguchi1 word") << QStringLiteral("PasswordUnfit");
    QTest::newRow("used before") << QString() << QStringLiteral("harvest-moon-71")
                                 << QStringLiteral("PasswordUsed");
}

void TestChangePassword::aRefusalChangesNothing()
{
    QFETCH(QString, present);
    QFETCH(QString, wanted);
    QFETCH(QString, why);
    const QByteArray before = slotBytes();
    const QString day = QStringLiteral(
        "select password_changed_on from office.user_account where user_id = 'madoguchi1'");
    {
        const auto room = tried(m_password);
        QVERIFY(room.desk);
        const auto code = change(**room.desk, present.isEmpty() ? m_password : present, wanted);
        QCOMPARE(base::errorName(code), why);
        QCOMPARE(lastRow(**room.desk), why);
        QCOMPARE(slotBytes(), before);
        QVERIFY(waited((*room.desk)->signOut()));
    }
    QCOMPARE(refusal(m_password), ErrorCode::Count);
    QCOMPARE(slotBytes(), before);
    QCOMPARE(refusal(wanted), ErrorCode::PasswordWrong);
    QFile::remove(place().station(QStringLiteral("door.log")));
}

void TestChangePassword::outOfReachNothingIsChanged()
{
    const QByteArray before = slotBytes();
    m_relay->set(Relay::Line::Refusing);
    const auto room = tried(m_password);
    QVERIFY(room.desk);
    QCOMPARE(change(**room.desk, m_password, QStringLiteral("autumn-leaves-8")),
             ErrorCode::RegisterUnreachable);
    QCOMPARE(lastRow(**room.desk), QStringLiteral("RegisterUnreachable"));
    QCOMPARE(slotBytes(), before);
    QVERIFY(waited((*room.desk)->signOut()));
}

// The disk refuses the slot after the register has agreed: the new password counts, and the next
// sign-in writes it.
void TestChangePassword::aSlotThatIsNotWrittenIsTold()
{
    const QString fresh = QStringLiteral("autumn-leaves-8");
    {
        const auto room = tried(m_password);
        QVERIFY(room.desk);
        const QByteArray before = slotBytes();
        // What is written beside it first cannot be made.
        const QString beside = m_online->slotsFile() + QStringLiteral(".new");
        QVERIFY(QDir().mkpath(beside + QStringLiteral("/in the way")));
        QVERIFY(change(**room.desk, m_password, fresh) != ErrorCode::Count);
        QVERIFY(lastRow(**room.desk) != QStringLiteral("done"));
        QCOMPARE(slotBytes(), before);
        QVERIFY(QDir(beside).removeRecursively());
        QVERIFY(waited((*room.desk)->signOut()));
    }
    QCOMPARE(refusal(m_password), ErrorCode::PasswordWrong);
    QCOMPARE(refusal(fresh), ErrorCode::Count);
    m_password = fresh;
}

void TestChangePassword::whatMustBeChangedOpensNothingElse()
{
    const QString given = QStringLiteral("handed out by IT 3");
    QVERIFY(
        m_online->owner().setPassword(clerk, app::toSecret(given), central::PasswordOf::Register));
    const QString fresh = QStringLiteral("spring in the hills");
    {
        const auto room = tried(given);
        QVERIFY2(room.desk, qPrintable(room.desk ? QString() : room.desk.error().detail));
        auto &desk = **room.desk;
        QVERIFY(desk.clerk().mustChangePassword);
        QCOMPARE(desk.clerk().rights, desk::Rights());
        // Not by the desk, and not past it.
        auto &link = app::Office::of(desk).link();
        QCOMPARE(codeOf(link.demand(desk::Right::Search)), ErrorCode::PasswordExpired);
        QCOMPARE(codeOf(link.beginLoad()), ErrorCode::PasswordExpired);
        QCOMPARE(change(desk, given, given), ErrorCode::PasswordUnfit);
        QCOMPARE(change(desk, given, fresh), ErrorCode::Count);
        QCOMPARE(lastRow(desk), QStringLiteral("done"));
        QCOMPARE(support::chainProblem(desk), QString());
        QVERIFY(waited(desk.signOut()));
    }
    const auto room = tried(fresh);
    QVERIFY(room.desk);
    QVERIFY(!(*room.desk)->clerk().mustChangePassword);
    QVERIFY((*room.desk)->clerk().rights.testFlag(desk::Right::Search));
    QVERIFY(waited((*room.desk)->signOut()));
    m_password = fresh;
}

void TestChangePassword::anExpiredOneOpensNothingElse()
{
    const QString old = QStringLiteral("update office.user_account set password_changed_on = "
                                       "office.today() - 91 where user_id = 'madoguchi1'");
    // On a screen that was only locked meanwhile.
    {
        const auto room = tried(m_password);
        QVERIFY(room.desk);
        sql(old);
        (*room.desk)->lock(desk::LockReason::Key);
        QCOMPARE(
            codeOf(waited((*room.desk)->unlock(app::toSecret(m_password), app::toSecret(pin())))),
            ErrorCode::PasswordExpired);
        QVERIFY(waited((*room.desk)->signOut()));
    }
    const QString fresh = QStringLiteral("seven small islands");
    {
        const auto room = tried(m_password);
        QVERIFY(room.desk);
        QVERIFY((*room.desk)->clerk().mustChangePassword);
    }
    // Nor without the register: only there it can be changed.
    m_relay->set(Relay::Line::Refusing);
    QCOMPARE(refusal(m_password), ErrorCode::PasswordExpired);
    m_relay->set(Relay::Line::Whole);
    const auto room = tried(m_password);
    QVERIFY(room.desk);
    QCOMPARE(change(**room.desk, m_password, fresh), ErrorCode::Count);
    QVERIFY(waited((*room.desk)->signOut()));
    m_password = fresh;
}

void TestChangePassword::whoIsRefusedWhileHeWorksIsLockedOut_data()
{
    QTest::addColumn<QString>("refused");
    QTest::addColumn<QString>("admitted");
    QTest::addColumn<QString>("why");
    const QString account = QStringLiteral("update office.user_account set %1 where user_id = "
                                           "'madoguchi1'");
    QTest::newRow("somebody else set the password")
        << account.arg(QStringLiteral("must_change = true"))
        << account.arg(QStringLiteral("must_change = false")) << QStringLiteral("PasswordExpired");
    QTest::newRow("the account is locked")
        << account.arg(QStringLiteral("locked = true"))
        << account.arg(QStringLiteral("locked = false")) << QStringLiteral("UserLocked");
    // As after a change at another workstation, with the line cut once.
    QTest::newRow("the password is another one")
        << QStringLiteral("create table public.held as select rolpassword from pg_authid where "
                          "rolname = 'madoguchi1'; alter role madoguchi1 password 'another'; "
                          "select pg_terminate_backend(pid) from pg_stat_activity where usename = "
                          "'madoguchi1'")
        << QStringLiteral("do $$ begin execute format('alter role madoguchi1 password %L', "
                          "(select rolpassword from public.held)); end $$; drop table public.held")
        << QStringLiteral("RegisterRefused");
}

// What is on this PC would go on being shown to somebody the register does not admit any more.
void TestChangePassword::whoIsRefusedWhileHeWorksIsLockedOut()
{
    QFETCH(QString, refused);
    QFETCH(QString, admitted);
    QFETCH(QString, why);
    constexpr int keepingUpMs = 45'000;
    {
        const auto room = tried(m_password);
        QVERIFY(room.desk);
        auto &desk = **room.desk;
        QVERIFY(app::Office::of(desk).waitForCache());
        sql(refused);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLocked(), keepingUpMs);
        // Nor when the line is cut: the slot alone opens nothing, and the lease is gone.
        m_relay->set(Relay::Line::Refusing);
        const auto cut = waited(desk.unlock(app::toSecret(m_password), app::toSecret(pin())));
        QCOMPARE(base::errorName(codeOf(cut)), why);
        QVERIFY(waited(desk.signOut()));
    }
    QCOMPARE(refusal(m_password), ErrorCode::LeaseMissing);
    sql(admitted);
    m_relay->set(Relay::Line::Whole);
    QCOMPARE(refusal(m_password), ErrorCode::Count);
}

void TestChangePassword::theFewDaysLeftAreTold()
{
    sql(QStringLiteral("update office.user_account set password_changed_on = office.today() - 80 "
                       "where user_id = 'madoguchi1'"));
    const auto room = tried(m_password);
    QVERIFY(room.desk);
    QCOMPARE((*room.desk)->status().passwordDaysLeft, 10);
    QVERIFY(waited((*room.desk)->signOut()));
}

// A register in files: the slot is the lock, the register keeps age and history.
void TestChangePassword::filesKeepTheSameRules()
{
    const support::TrainingPlace files(50);
    const auto mine = files.credential(clerk);
    const QString fresh = QStringLiteral("harvest-moon-71");
    const auto open = [&](const QString &password) {
        auto front = files.frontRoom(clerk);
        (*front)->lookForCard();
        auto desk =
            waited((*front)->door().signIn(app::toSecret(password), app::toSecret(mine.pin)));
        return Room{std::move(*front), std::move(desk)};
    };
    const auto changed = [&](desk::Desk &desk, const QString &from, const QString &to) {
        return codeOf(waited(desk.passwords().change(app::toSecret(from), app::toSecret(mine.pin),
                                                     app::toSecret(to))));
    };
    {
        const auto room = open(mine.password);
        QVERIFY(room.desk);
        QVERIFY(!(*room.desk)->clerk().mustChangePassword);
        QCOMPARE(changed(**room.desk, QStringLiteral("wrong"), fresh), ErrorCode::PasswordWrong);
        QCOMPARE(changed(**room.desk, mine.password, fresh), ErrorCode::Count);
        QCOMPARE(changed(**room.desk, fresh, mine.password), ErrorCode::PasswordUsed);
        QCOMPARE(lastRow(**room.desk), QStringLiteral("PasswordUsed"));
        QVERIFY(waited((*room.desk)->signOut()));
    }
    QCOMPARE(codeOf(open(mine.password).desk), ErrorCode::PasswordWrong);
    const auto room = open(fresh);
    QVERIFY(room.desk);
    QVERIFY(waited((*room.desk)->signOut()));
}

QTEST_MAIN(TestChangePassword)
#include "tst_changepassword.moc"
