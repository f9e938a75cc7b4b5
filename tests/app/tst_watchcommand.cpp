// links: pq madoguchi_central
#include "app/registercommand.h"
#include "support/watchplace.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// madoguchi-admin register watch, seals and retention, beside a real server.
class TestWatchCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongCommandsAreToldApart_data();
    void wrongCommandsAreToldApart();
    void aKeyIsMadeOnce();
    void oneRoundIsSilentWhereAllIsWell();
    void whatWentOnIsSaid();
    void aKeyOthersCanReadIsSaid();
    void aKeyTheServerCanReadIsSaid();
    void aServerThatIsNotThereIsAnAlarm();
    void aLogThatIsNotThereIsAnAlarm();
    void sealsAreVerifiedByTheirOpenKey();
    void aRestoreIsAccepted();
    void removingIsApproved();

private:
    struct Answer
    {
        int code = -1;
        QList<QJsonObject> lines;
        QList<QJsonObject> alarms;
        QString errors;
    };
    static Answer run(const QStringList &arguments)
    {
        QBuffer output;
        QBuffer errors;
        output.open(QIODevice::ReadWrite);
        errors.open(QIODevice::ReadWrite);
        Answer answer;
        answer.code = app::runRegister(arguments, output, errors);
        for (const QByteArray &line : output.data().trimmed().split('\n'))
            answer.lines.append(QJsonDocument::fromJson(line).object());
        for (const QByteArray &line : errors.data().trimmed().split('\n'))
            answer.alarms.append(QJsonDocument::fromJson(line).object());
        answer.errors = QString::fromUtf8(errors.data());
        return answer;
    }
    struct Changed
    {
        QString name;
        QString value;
    };
    /// One round beside the place, with a key of its own.
    Answer once(const WatchPlace &place, const Changed &changed = {}) const
    {
        QMap<QString, QString> options{
            {u"--connect"_s, place.administrator()},
            {u"--log"_s, TestPostgresRegister::cluster().logFolder()},
            {u"--key"_s, place.at(u"key"_s)},
        };
        if (!changed.name.isEmpty())
            options.insert(changed.name, changed.value);
        QStringList arguments{u"watch"_s, u"--once"_s};
        for (auto option = options.cbegin(); option != options.cend(); ++option)
            arguments << option.key() << option.value();
        return run(arguments);
    }
    static QString makeKey(const WatchPlace &place)
    {
        const Answer answer = run({u"seals"_s, u"key"_s, u"--key"_s, place.at(u"key"_s)});
        return answer.lines.value(0).value(u"public"_s).toString();
    }
    /// "kind: where" of the alarms that are not those of a test that runs as the server's account.
    static QStringList alarmsOf(const Answer &answer)
    {
        QStringList all;
        for (const auto &alarm : answer.alarms) {
            const QString text =
                alarm.value(u"alarm"_s).toString() + u": "_s + alarm.value(u"where"_s).toString();
            if (geteuid() == 0 || text != u"key: the server can read the key that seals")
                all.append(text);
        }
        all.removeAll(u": "_s);
        return all;
    }
};

void TestWatchCommand::wrongCommandsAreToldApart_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const QStringList watch{u"watch"_s,  u"--connect"_s, u"c"_s,   u"--log"_s,
                            u"folder"_s, u"--key"_s,     u"file"_s};
    QTest::newRow("no key") << watch.mid(0, 5) << u"--key is missing"_s;
    QTest::newRow("no log") << (watch.mid(0, 3) + watch.mid(5)) << u"--log is missing"_s;
    QTest::newRow("an option of another")
        << (watch + QStringList{u"--reason"_s, u"x"_s}) << u"--reason does not belong here"_s;
    QTest::newRow("no days") << (watch + QStringList{u"--certificate-days"_s, u"0"_s})
                             << u"--certificate-days takes a number"_s;
    QTest::newRow("seals of nothing") << QStringList{u"seals"_s} << u"seals key"_s;
    QTest::newRow("less than the stations keep")
        << QStringList{u"retention"_s, u"--connect"_s,   u"c"_s, u"--by"_s,
                       u"me"_s,        u"--feed-days"_s, u"39"_s}
        << u"--feed-days takes a number from 40"_s;
    QTest::newRow("approved by nobody")
        << QStringList{u"retention"_s, u"--connect"_s, u"c"_s, u"--by"_s, u" "_s}
        << u"--by is missing"_s;
    QTest::newRow("half a key") << QStringList{u"seals"_s,   u"verify"_s, u"--connect"_s, u"c"_s,
                                               u"--seals"_s, u"f"_s,      u"--public"_s,  u"00ff"_s}
                                << u"--public takes 64 hexadecimal digits"_s;
}

void TestWatchCommand::wrongCommandsAreToldApart()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, said);
    const Answer answer = run(arguments);
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.errors.contains(said), qPrintable(answer.errors));
}

void TestWatchCommand::aKeyIsMadeOnce()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"key"_s);
    const Answer made = run({u"seals"_s, u"key"_s, u"--key"_s, file});
    QCOMPARE(made.code, 0);
    const QByteArray secret = readWhole(file);
    QCOMPARE(secret.size(), 32);
    QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    const base::Secret seed(secret.cbegin(), secret.cend());
    QCOMPARE(made.lines.value(0).value(u"public"_s).toString(),
             QString::fromLatin1(base::crypto::signingKeyPairFrom(seed).open.toHex()));
    QCOMPARE(run({u"seals"_s, u"key"_s, u"--key"_s, file}).code, 1);
    QCOMPARE(readWhole(file), secret);
}

void TestWatchCommand::oneRoundIsSilentWhereAllIsWell()
{
    const WatchPlace place;
    QVERIFY(!makeKey(place).isEmpty());
    const Answer answer = once(place);
    QCOMPARE(alarmsOf(answer), QStringList());
    if (geteuid() == 0)
        QCOMPARE(answer.code, 0);
    QVERIFY(QFile::exists(place.at(u"key.seals"_s)));
}

void TestWatchCommand::whatWentOnIsSaid()
{
    WatchPlace place;
    QVERIFY(!makeKey(place).isEmpty());
    for (int time = 0; time < 5; ++time)
        QVERIFY(!place.tried(u"clerk"_s, u"wrong"_s).isEmpty());
    QTRY_VERIFY(TestPostgresRegister::cluster().log().count(
                    u"password authentication failed for user"_s) >= 5);
    const Answer answer = once(place);
    QCOMPARE(answer.lines.value(0).value(u"refused"_s).toInt(), 5);
    QCOMPARE(answer.lines.value(1).value(u"locked"_s).toString(), u"clerk"_s);
    place.sql(u"alter role clerk valid until 'infinity'"_s);
}

void TestWatchCommand::aKeyOthersCanReadIsSaid()
{
    const WatchPlace place;
    QVERIFY(!makeKey(place).isEmpty());
    QVERIFY(QFile::setPermissions(place.at(u"key"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const Answer answer = once(place);
    QCOMPARE(answer.code, 1);
    QCOMPARE(alarmsOf(answer), QStringList{u"key: others can read the key that seals"_s});
    QVERIFY(answer.alarms.value(0).contains(u"at"_s));
}

void TestWatchCommand::aKeyTheServerCanReadIsSaid()
{
    const WatchPlace place;
    const QString file = TestPostgresRegister::cluster().logFolder() + u"/../../seal.key"_s;
    writeServerFile(file, QByteArray(32, 'k'));
    const Answer answer = once(place, {u"--key"_s, file});
    QFile::remove(file);
    QFile::remove(file + u".seals"_s);
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.alarms.value(0).value(u"where"_s).toString(),
             u"the server can read the key that seals"_s);
}

void TestWatchCommand::aServerThatIsNotThereIsAnAlarm()
{
    const WatchPlace place;
    QVERIFY(!makeKey(place).isEmpty());
    const Answer answer = once(place, {u"--connect"_s, u"host=/nowhere dbname=x"_s});
    QCOMPARE(answer.code, 1);
    QVERIFY2(alarmsOf(answer).value(0).startsWith(u"watch: RegisterUnreachable"_s),
             qPrintable(answer.errors));
    // A wrong key is none that another round could mend.
    QCOMPARE(once(place, {u"--key"_s, place.at(u"none"_s)}).alarms.value(0), QJsonObject());
}

void TestWatchCommand::aLogThatIsNotThereIsAnAlarm()
{
    const WatchPlace place;
    QVERIFY(!makeKey(place).isEmpty());
    const Answer answer = once(place, {u"--log"_s, place.at(u"none"_s)});
    QCOMPARE(answer.code, 1);
    QVERIFY2(alarmsOf(answer).value(0).startsWith(u"server-log: "_s), qPrintable(answer.errors));
    // Everything else is done all the same.
    QVERIFY(QFile::exists(place.at(u"key.seals"_s)));
}

void TestWatchCommand::sealsAreVerifiedByTheirOpenKey()
{
    const WatchPlace place;
    const QString open = makeKey(place);
    place.sql(u"insert into office.register_log (code, at, user_id, station_id, call, outcome, "
              "detail) select '982016', office.moment(), 'clerk', '', 'feed', 'ok', '' "
              "from generate_series(1, 3)"_s);
    (void)once(place);
    const auto verify = [&place](const QString &key) {
        return run({u"seals"_s, u"verify"_s, u"--connect"_s, place.administrator(), u"--seals"_s,
                    place.at(u"key.seals"_s), u"--public"_s, key});
    };
    const Answer good = verify(open);
    QCOMPARE(good.code, 0);
    QCOMPARE(good.lines.size(), 1);
    QCOMPARE(good.lines.first().value(u"code"_s).toString(), u"982016"_s);
    QCOMPARE(good.lines.first().value(u"sealedTo"_s), good.lines.first().value(u"rows"_s));
    place.sql(u"set session_replication_role = replica; "
              "update office.register_log set detail = 'other' where number = 2"_s);
    const Answer bad = verify(open);
    QCOMPARE(bad.code, 1);
    QCOMPARE(bad.lines.value(1).value(u"fault"_s).toString(),
             u"982016: row 2 does not follow from the one before"_s);
    QCOMPARE(verify(QString(64, u'0')).code, 1);
}

void TestWatchCommand::aRestoreIsAccepted()
{
    const WatchPlace place;
    QVERIFY(!makeKey(place).isEmpty());
    (void)once(place);
    const auto accept = [&place](const QString &code) {
        return run({u"seals"_s, u"accept"_s, u"--connect"_s, place.administrator(), u"--key"_s,
                    place.at(u"key"_s), u"--code"_s, code, u"--reason"_s, u"a restore"_s});
    };
    QCOMPARE(accept(u"982016"_s).code, 0);
    QVERIFY(readWhole(place.at(u"key.seals"_s)).contains("\"accepted\":\"a restore\""));
    QCOMPARE(accept(u"000000"_s).code, 1);
}

void TestWatchCommand::removingIsApproved()
{
    const WatchPlace place;
    const Answer answer =
        run({u"retention"_s, u"--connect"_s, place.administrator(), u"--by"_s, u"見本　課長"_s});
    QCOMPARE(answer.code, 0);
    QCOMPARE(place.sql(u"select string_agg(what || ' ' || days || ' ' || approved_by, ', ' "
                       "order by what) from office.retention"_s),
             u"feed 40 見本　課長, session 1 見本　課長, ticket 1 見本　課長"_s);
}

QTEST_GUILESS_MAIN(TestWatchCommand)
#include "tst_watchcommand.moc"
