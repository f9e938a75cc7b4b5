// links: madoguchi_app
#include "app/citycommand.h"
#include "app/cityplace.h"
#include "app/credentials.h"
#include "app/settings.h"
#include "auth/keyslots.h"
#include "auth/keyuse.h"
#include "auth/stationsecret.h"
#include "central/embeddedlink.h"
#include "democity/citymaker.h"
#include "journal/journal.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

namespace {

struct Ran
{
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

Ran run(const QStringList &arguments)
{
    QBuffer output;
    QBuffer errors;
    output.open(QIODevice::WriteOnly);
    errors.open(QIODevice::WriteOnly);
    const int code = app::runCity(arguments, output, errors);
    return {code, output.data(), errors.data()};
}

} // namespace

class TestCityCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesAWholePlace();
    void credentialsOpenNothingAlone();
    void refusesAPlaceThatIsNotEmpty();
    void leavesNothingAfterAFailure();
    void saysWhenThePlaceCannotBeMade();
    void samplesTheSameCity();
    void refusesWrongArguments_data();
    void refusesWrongArguments();

private:
    QTemporaryDir m_folder;
    QString m_place;
    Ran m_made;
};

void TestCityCommand::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_place = m_folder.filePath(QStringLiteral("city"));
    m_made = run({QStringLiteral("create"), m_place, QStringLiteral("--residents"),
                  QStringLiteral("300"), QStringLiteral("--seed"), QStringLiteral("7")});
    QVERIFY2(m_made.code == 0, m_made.errors.constData());
}

void TestCityCommand::makesAWholePlace()
{
    const auto told = QJsonDocument::fromJson(m_made.output).object();
    QCOMPARE(told.value(QStringLiteral("residents")).toInt(), 300);
    const QDir place(m_place);
    for (const auto *name :
         {"register/register.db", "register/numbers.db", "station/journal.db", "station/slots",
          "station/door.key", "station/door.key", "secret/station.secret", "madoguchi.conf",
          "credentials.json", "tokens/madoguchi1/softhsm2.conf"})
        QVERIFY2(QFile::exists(place.filePath(QString::fromLatin1(name))), name);
    const QFileInfo credentials(place.filePath(QStringLiteral("credentials.json")));
    QCOMPARE(credentials.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup |
                                          QFile::WriteOther | QFile::ExeOther),
             QFile::Permissions());
    QFile file(credentials.filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(all.value(QStringLiteral("training")).toBool());
    QStringList roles;
    for (const auto user : all.value(QStringLiteral("users")).toArray())
        roles.append(user.toObject().value(QStringLiteral("role")).toString());
    roles.sort();
    QCOMPARE(roles.filter(QStringLiteral("clerk")).size(), 5);
    QCOMPARE(roles.first(), QStringLiteral("administrator"));
    QCOMPARE(roles.last(), QStringLiteral("supervisor"));
    const auto settings = app::readSettings(place.filePath(QStringLiteral("madoguchi.conf")));
    QVERIFY(settings.has_value());
    QCOMPARE(settings->stationId, QStringLiteral("S0001"));
    QCOMPARE(settings->stationName, QStringLiteral("本庁1"));
    QCOMPARE(settings->municipality, democity::municipality());
    QVERIFY(settings->training);
    QCOMPARE(settings->dataFolder, place.filePath(QStringLiteral("station")));
    QCOMPARE(settings->registerFolder, place.filePath(QStringLiteral("register")));
    QCOMPARE(settings->secretFile, place.filePath(QStringLiteral("secret/station.secret")));
    QVERIFY(QFile::exists(settings->tokenModule));
    QVERIFY(settings->tokenEnvironment.contains(
        QStringLiteral("SOFTHSM2_CONF=") +
        place.filePath(QStringLiteral("tokens/madoguchi1/softhsm2.conf"))));
    const auto readBack = app::readCredentials(credentials.filePath());
    QVERIFY(readBack.has_value());
    QCOMPARE(readBack->users.size(), 7);
    QCOMPARE(readBack->users.value(QStringLiteral("shunin1")).card,
             QStringLiteral("tokens/shunin1"));
}

void TestCityCommand::credentialsOpenNothingAlone()
{
    const QDir place(m_place);
    QFile file(place.filePath(QStringLiteral("credentials.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const auto user = QJsonDocument::fromJson(text)
                          .object()
                          .value(QStringLiteral("users"))
                          .toArray()
                          .first()
                          .toObject();
    const QByteArray password = user.value(QStringLiteral("password")).toString().toUtf8();
    QVERIFY(password.size() >= 12);
    const auto slots_ = auth::KeySlots::read(place.filePath(QStringLiteral("station/slots")));
    QVERIFY(slots_.has_value());
    QCOMPARE(slots_->all().size(), 7);
    const auth::StationSecretFile secretFile(
        place.filePath(QStringLiteral("secret/station.secret")));
    const auto secret = secretFile.read();
    QVERIFY(secret.has_value());
    // The right password and secret, but a share that the card did not give.
    const auto opened = auth::openSlot(slots_->all().first(),
                                       {{.password = base::Secret(password.begin(), password.end()),
                                         .share = base::crypto::randomSecret(32)}},
                                       *secret);
    QVERIFY(!opened.has_value());
    QVERIFY(opened.error().code == base::ErrorCode::PasswordWrong);
}

void TestCityCommand::refusesAPlaceThatIsNotEmpty()
{
    const Ran again = run({QStringLiteral("create"), m_place});
    QCOMPARE(again.code, 1);
    QVERIFY(again.errors.startsWith("PlaceNotEmpty: The folder is not empty.\n"));
    QVERIFY(QFile::exists(m_place + QStringLiteral("/credentials.json")));
    QTemporaryDir hidden;
    QFile file(hidden.filePath(QStringLiteral(".hidden")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(run({QStringLiteral("create"), hidden.path()}).code, 1);
    QVERIFY(file.exists());
}

void TestCityCommand::leavesNothingAfterAFailure()
{
    QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("x"));
    QCOMPARE(
        run({QStringLiteral("create"), place, QStringLiteral("--residents"), QStringLiteral("0")})
            .code,
        2);
    QVERIFY(!QFile::exists(place));
}

void TestCityCommand::saysWhenThePlaceCannotBeMade()
{
    QFile file(m_folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto made = app::makeCityPlace(file.fileName() + QStringLiteral("/city"), {}, {});
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().code, base::ErrorCode::FileNotWritten);
}

void TestCityCommand::samplesTheSameCity()
{
    const Ran sample = run({QStringLiteral("sample"), QStringLiteral("--residents"),
                            QStringLiteral("300"), QStringLiteral("--seed"), QStringLiteral("7"),
                            QStringLiteral("--count"), QStringLiteral("100")});
    QCOMPARE(sample.code, 0);
    QSet<QString> names;
    auto maker = democity::CityMaker::open({.residents = 300, .seed = 7});
    QVERIFY(maker.has_value());
    democity::Batch batch;
    while (maker->next(batch)) {
        for (const auto &history : batch.histories)
            names.insert(residents::fullName(history.last().name));
    }
    int lines = 0;
    for (const auto &line : sample.output.split('\n')) {
        if (line.isEmpty())
            continue;
        ++lines;
        const auto object = QJsonDocument::fromJson(line).object();
        QVERIFY(names.contains(object.value(QStringLiteral("name")).toString()));
        QVERIFY(!object.value(QStringLiteral("kana")).toString().isEmpty());
        QVERIFY(object.value(QStringLiteral("address"))
                    .toString()
                    .startsWith(democity::municipality()));
    }
    QCOMPARE(lines, 100);
}

void TestCityCommand::refusesWrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QString &line) {
        QTest::newRow(name) << line.split(u' ', Qt::SkipEmptyParts);
    };
    row("nothing", {});
    row("no folder", QStringLiteral("create"));
    row("two folders", QStringLiteral("create a b"));
    row("unknown", QStringLiteral("destroy a"));
    row("no number", QStringLiteral("sample --residents many"));
    row("no residents", QStringLiteral("sample --residents 0"));
    row("negative seed", QStringLiteral("sample --seed -1"));
    row("no count", QStringLiteral("sample --count 0"));
    row("unknown option", QStringLiteral("sample --colour red"));
}

void TestCityCommand::refusesWrongArguments()
{
    QFETCH(QStringList, arguments);
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, 2);
    QVERIFY(ran.output.isEmpty());
    QVERIFY(!ran.errors.isEmpty());
}

QTEST_GUILESS_MAIN(TestCityCommand)
#include "tst_citycommand.moc"
