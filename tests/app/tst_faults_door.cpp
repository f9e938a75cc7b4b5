// links: madoguchi_app
#include "app/adminsignin.h"
#include "app/usercommand.h"
#include "auth/stationsecret.h"
#include "support/officework.h"

#include <QProcess>
#include <QtTest>

using base::ErrorCode;
using support::waited;

namespace {

const QString holdMode = QStringLiteral("--hold");

/// The program once more, holding the place until it is killed.
int holdPlace(const QString &settingsFile)
{
    const auto room =
        app::FrontRoom::open({.settingsFile = settingsFile, .card = {}, .answeredByFile = false});
    std::printf("%d\n", room ? -1 : int(room.error().code));
    std::fflush(stdout);
    return room ? QCoreApplication::exec() : 1;
}

/// A file's content is put back when the test has gone.
class Kept final
{
public:
    explicit Kept(const QString &path)
        : m_path(path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("nothing to keep");
        m_content = file.readAll();
        m_permissions = file.permissions();
    }
    ~Kept() { write(m_content); }
    Q_DISABLE_COPY_MOVE(Kept)
    [[nodiscard]] const QByteArray &content() const { return m_content; }
    void write(const QByteArray &content) const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
            file.write(content) != content.size())
            qFatal("not written");
        file.setPermissions(m_permissions);
    }
    void remove() const { QFile::remove(m_path); }

private:
    QString m_path;
    QByteArray m_content;
    QFile::Permissions m_permissions;
};

} // namespace

/// Faults 1 and 12, and what a station lacks before anybody signs in.
class TestFaultsDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongPasswordsCountUntilASupervisorUnlocks();
    void unlockingTheScreenEndsTheCount();
    void settingsMissingOrBroken();
    void dataFolderMissing();
    void stationSecretOfAnotherPc();
    void slotsDamaged();
    void credentialsOpenOnlyATrainingRegister();
    void secondStart();
    void lockLeftByAKilledProgram();

private:
    [[nodiscard]] ErrorCode codeOf(const app::FrontRoom::Order &order) const;
    [[nodiscard]] base::Result<std::shared_ptr<desk::Desk>> tryIn(app::FrontRoom &room,
                                                                  const app::Credential &who);
    [[nodiscard]] ErrorCode signInCode(const QString &user);

    const QString m_user = QStringLiteral("madoguchi1");
    QString m_settings;
    std::unique_ptr<support::TrainingPlace> m_place;
};

void TestFaultsDoor::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    m_settings = m_place->at(QStringLiteral("city/madoguchi.conf"));
}

ErrorCode TestFaultsDoor::codeOf(const app::FrontRoom::Order &order) const
{
    const auto room = app::FrontRoom::open(order);
    return room ? ErrorCode::Count : room.error().code;
}

base::Result<std::shared_ptr<desk::Desk>> TestFaultsDoor::tryIn(app::FrontRoom &room,
                                                                const app::Credential &who)
{
    const bool there = QTest::qWaitFor(
        [&room] { return room.door().token().state == desk::TokenState::Present; }, 10'000);
    if (!there)
        return base::fail(ErrorCode::TokenAbsent);
    return waited(room.door().signIn(app::toSecret(who.password), app::toSecret(who.pin)));
}

ErrorCode TestFaultsDoor::signInCode(const QString &user)
{
    const auto room = m_place->frontRoom(user);
    if (!room)
        return room.error().code;
    const auto opened = tryIn(**room, m_place->credential(user));
    if (!opened)
        return opened.error().code;
    const auto left = waited((*opened)->signOut());
    return left ? ErrorCode::Count : left.error().code;
}

void TestFaultsDoor::wrongPasswordsCountUntilASupervisorUnlocks()
{
    app::Credential wrong = m_place->credential(m_user);
    const app::Credential right = wrong;
    wrong.password = QStringLiteral("wrong password 1");
    {
        const auto room = std::move(*m_place->frontRoom(m_user));
        for (int turn = 0; turn < audit::doorFailuresToLock; ++turn)
            QCOMPARE(tryIn(*room, wrong).error().code, ErrorCode::PasswordWrong);
        QCOMPARE(tryIn(*room, wrong).error().code, ErrorCode::UserLocked);
        QCOMPARE(tryIn(*room, right).error().code, ErrorCode::UserLocked);
    }
    // It stays so after a new start.
    QCOMPARE(signInCode(m_user), ErrorCode::UserLocked);
    // A clerk may not unlock; the supervisor may, and both leave a row.
    app::AdminSignIn::Order order{.settingsFile = m_settings,
                                  .credentialsFile =
                                      m_place->at(QStringLiteral("city/credentials.json")),
                                  .user = QStringLiteral("madoguchi2")};
    {
        const auto clerk = app::AdminSignIn::open(order);
        QVERIFY2(clerk, qPrintable(QString::number(int(clerk.error().code))));
        QCOMPARE(app::runUser(**clerk, {QStringLiteral("unlock"), m_user}), 1);
    }
    QCOMPARE(signInCode(m_user), ErrorCode::UserLocked);
    order.user = QStringLiteral("shunin1");
    {
        const auto supervisor = app::AdminSignIn::open(order);
        QVERIFY(supervisor.has_value());
        QCOMPARE(app::runUser(**supervisor, {QStringLiteral("unlock"), m_user}), 0);
        const auto rows = support::logRows((*supervisor)->desk());
        QStringList tries;
        for (const evidence::Row &row : rows)
            if (row.procedure == QLatin1String("UnlockUser"))
                tries.append(row.user + QString::number(int(row.outcome)));
        QCOMPARE(tries,
                 QStringList({QStringLiteral("madoguchi2%1").arg(int(evidence::Outcome::Refused)),
                              QStringLiteral("shunin1%1").arg(int(evidence::Outcome::Done))}));
        // Each wrong password became a row of the log at the next sign-in.
        const auto failures = std::count_if(rows.begin(), rows.end(), [](const auto &row) {
            return row.reason == QStringLiteral("PasswordWrong");
        });
        QCOMPARE(failures, audit::doorFailuresToLock);
        QVERIFY(support::chainProblem((*supervisor)->desk()).isEmpty());
    }
    QCOMPARE(signInCode(m_user), ErrorCode::Count);
}

void TestFaultsDoor::unlockingTheScreenEndsTheCount()
{
    const auto work = support::signedIn(*m_place, m_user);
    const app::Credential mine = m_place->credential(m_user);
    const auto unlock = [&work, &mine](const QString &password) {
        return waited(work.desk->unlock(app::toSecret(password), app::toSecret(mine.pin)));
    };
    for (int morning = 0; morning < 2; ++morning) {
        work.desk->lock(desk::LockReason::Key);
        for (int turn = 0; turn < audit::doorFailuresToLock - 1; ++turn)
            QCOMPARE(unlock(QStringLiteral("wrong password 2")).error().code,
                     ErrorCode::PasswordWrong);
        QVERIFY(work.desk->isLocked());
        QVERIFY(unlock(mine.password).has_value());
    }
    QVERIFY(waited(work.desk->signOut()).has_value());
}

void TestFaultsDoor::settingsMissingOrBroken()
{
    const app::FrontRoom::Order order{
        .settingsFile = m_settings, .card = {}, .answeredByFile = false};
    const Kept settings(m_settings);
    settings.remove();
    QCOMPARE(codeOf(order), ErrorCode::SettingsUnreadable);
    settings.write({});
    QCOMPARE(codeOf(order), ErrorCode::SettingsUnreadable);
    settings.write(QByteArray(1'000, '\0') + "\xff\xfe[[[=\n");
    QCOMPARE(codeOf(order), ErrorCode::SettingsUnreadable);
    for (const auto *key : {"id=", "name=", "data=", "secret=", "path=", "module="}) {
        QByteArray text = settings.content();
        const qsizetype at = text.indexOf(key);
        QVERIFY(at > 0);
        text.remove(at, text.indexOf('\n', at) - at);
        settings.write(text);
        QCOMPARE(codeOf(order), ErrorCode::SettingsUnreadable);
    }
}

void TestFaultsDoor::dataFolderMissing()
{
    const QString folder = m_place->at(QStringLiteral("city/station"));
    QVERIFY(QDir().rename(folder, folder + QStringLiteral("-away")));
    const ErrorCode code =
        codeOf({.settingsFile = m_settings, .card = {}, .answeredByFile = false});
    QVERIFY(!QFile::exists(folder)); // nothing was made in its place
    QVERIFY(QDir().rename(folder + QStringLiteral("-away"), folder));
    QCOMPARE(code, ErrorCode::DataFolderMissing);
    const Kept doorKey(m_place->station(QStringLiteral("door.key")));
    doorKey.remove();
    QCOMPARE(codeOf({.settingsFile = m_settings, .card = {}, .answeredByFile = false}),
             ErrorCode::DataFolderMissing);
    doorKey.write("short");
    QCOMPARE(codeOf({.settingsFile = m_settings, .card = {}, .answeredByFile = false}),
             ErrorCode::DataFolderMissing);
}

void TestFaultsDoor::stationSecretOfAnotherPc()
{
    const QString path = m_place->at(QStringLiteral("city/secret/station.secret"));
    {
        const Kept secret(path);
        secret.remove();
        QCOMPARE(signInCode(m_user), ErrorCode::StationSecretMissing);
        secret.write("short");
        QCOMPARE(signInCode(m_user), ErrorCode::StationSecretMissing);
        // The files beside the secret of another PC: nothing opens, whatever is typed.
        secret.remove();
        QVERIFY(auth::StationSecretFile::create(path).has_value());
        QCOMPARE(signInCode(m_user), ErrorCode::PasswordWrong);
    }
    QCOMPARE(signInCode(m_user), ErrorCode::Count);
}

void TestFaultsDoor::slotsDamaged()
{
    const QString path = m_place->station(QStringLiteral("slots"));
    const auto read = auth::KeySlots::read(path);
    QVERIFY(read.has_value());
    {
        const Kept file(path);
        file.remove();
        QCOMPARE(signInCode(m_user), ErrorCode::SlotMissing);
        file.write("no slots at all");
        QCOMPARE(signInCode(m_user), ErrorCode::SlotDamaged);
        // A flipped byte anywhere: no crash, no entry where the slot is hit, and at any other place
        // the other slots still open.
        int damaged = 0;
        for (qsizetype at = 0; at < file.content().size(); at += 97) {
            QByteArray text = file.content();
            text[at] = char(text.at(at) ^ 0x20);
            const auto again = auth::KeySlots::parse(text);
            damaged += !again || again->damaged() > 0;
        }
        QVERIFY(damaged > 3);
        QByteArray cut = file.content();
        cut.chop(cut.size() / 2);
        file.write(cut);
        QCOMPARE(signInCode(QStringLiteral("madoguchi2")), ErrorCode::SlotDamaged);
    }
    QCOMPARE(signInCode(m_user), ErrorCode::Count);
}

void TestFaultsDoor::credentialsOpenOnlyATrainingRegister()
{
    app::AdminSignIn::Order order{.settingsFile = m_settings,
                                  .credentialsFile = m_place->at(QStringLiteral("none.json")),
                                  .user = m_user};
    QCOMPARE(app::AdminSignIn::open(order).error().code, ErrorCode::FileUnreadable);
    order.credentialsFile = m_place->at(QStringLiteral("city/credentials.json"));
    order.user = QStringLiteral("nobody");
    QCOMPARE(app::AdminSignIn::open(order).error().code, ErrorCode::ArgumentWrong);
    order.user = m_user;
    const Kept settings(m_settings);
    settings.write(QByteArray(settings.content()).replace("training=true", "training=false"));
    const QFileInfo noted(m_place->station(QStringLiteral("door.log")));
    const qint64 before = noted.size();
    QCOMPARE(app::AdminSignIn::open(order).error().code, ErrorCode::CredentialsRefused);
    QVERIFY(QFileInfo(noted.filePath()).size() > before);
    // A tour comes without a file, a card of one's own choice without either: refused alike.
    QCOMPARE(codeOf({.settingsFile = m_settings, .card = {}, .answeredByFile = true}),
             ErrorCode::CredentialsRefused);
    QCOMPARE(codeOf({.settingsFile = m_settings,
                     .card = m_place->credential(m_user).card,
                     .answeredByFile = false}),
             ErrorCode::CredentialsRefused);
}

void TestFaultsDoor::secondStart()
{
    const auto first = m_place->frontRoom(m_user);
    QVERIFY(first.has_value());
    // In the same process and in another one.
    const auto second = m_place->frontRoom(m_user);
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().code, ErrorCode::DataFolderInUse);
    const QString pid = QString::number(QCoreApplication::applicationPid());
    QVERIFY2(second.error().detail.contains(pid), qPrintable(second.error().detail));
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {holdMode, m_settings});
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.readAllStandardOutput().trimmed().toInt(), int(ErrorCode::DataFolderInUse));
    // The first one goes on.
    const auto opened = tryIn(**first, m_place->credential(m_user));
    QVERIFY(opened.has_value());
    QVERIFY(waited((*opened)->signOut()).has_value());
}

void TestFaultsDoor::lockLeftByAKilledProgram()
{
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {holdMode, m_settings});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readAllStandardOutput().trimmed().toInt(), -1);
    const auto refused = m_place->frontRoom(m_user);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::DataFolderInUse);
    QVERIFY(refused.error().detail.contains(QString::number(other.processId())));
    other.kill();
    QVERIFY(other.waitForFinished());
    QVERIFY(QFile::exists(m_place->station(QStringLiteral("in-use.lock"))));
    QCOMPARE(signInCode(m_user), ErrorCode::Count);
}

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == holdMode)
        return holdPlace(arguments.at(2));
    TestFaultsDoor test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_faults_door.moc"
