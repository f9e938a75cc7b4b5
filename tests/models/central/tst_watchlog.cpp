#include "central/watchconnections.h"
#include "central/watchlog.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using central::Connection;
using central::ConnectionReader;
using central::LogPiece;
using central::LogPlace;
using central::ServerLog;

// Files as PostgreSQL 15 writes them; the lines were taken from a real server.
class TestWatchLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void linesAreReadOnce();
    void halfALineIsLeft();
    void filesFollowByTheirTime();
    void whatIsLeftOfAFileComesFirst();
    void aFileIsKnownByItsFirstLine();
    void aFileThatWasCutIsAGap();
    void aFileThatIsGoneIsAGap();
    void muchIsReadInPieces();
    void oneFileIsReadWithThoseOfItsName();
    void nothingToReadIsSaid();
    void attemptsAreToldApart_data();
    void attemptsAreToldApart();
    void theCardStandsInAnotherLine();
    void aLineBehindABrokenOneCounts();
    void nothingIsKeptForEver();

private:
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] LogPiece next(const LogPlace &from) const
    {
        const auto piece = ServerLog(m_folder->path()).next(from);
        if (!piece)
            qFatal("not read");
        return *piece;
    }
    /// All lines behind a place, in as many pieces as it takes.
    [[nodiscard]] QByteArray all(LogPlace &place, bool *gap = nullptr) const
    {
        QByteArray lines;
        for (bool more = true; more;) {
            const LogPiece piece = next(place);
            for (const QByteArray &line : piece.lines)
                lines += QJsonDocument::fromJson(line)[u"n"_s].toString().toUtf8() + ' ';
            if (gap != nullptr)
                *gap = *gap || piece.gap;
            place = piece.end;
            more = piece.more;
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// A line with a number, written at a second.
QByteArray line(int number, int second)
{
    return QStringLiteral("{\"timestamp\":\"2026-11-21 10:00:%1.000 JST\",\"n\":\"%2\"}\n")
        .arg(second, 2, 10, QLatin1Char('0'))
        .arg(number)
        .toUtf8();
}

QByteArray entry(const QString &severity, const QString &rest)
{
    return u"{\"timestamp\":\"2026-11-21 10:00:00.000 JST\",\"session_id\":\"6b01.1\","
           "\"remote_host\":\"192.0.2.7\",\"error_severity\":\"%1\",%2}"_s.arg(severity, rest)
               .toUtf8();
}

QByteArray cardLine(const QString &card, const QString &session = u"6b01.1"_s)
{
    return entry(u"DEBUG"_s,
                 u"\"message\":\"SSL connection from DN:\\\"CN=%1\\\" CN:\\\"%1\\\"\""_s.arg(card))
        .replace("6b01.1", session.toLatin1());
}

const QByteArray wrongPassword =
    entry(u"FATAL"_s, u"\"user\":\"clerk\",\"dbname\":\"madoguchi\",\"ps\":\"authentication\","
                      "\"state_code\":\"28P01\",\"message\":\"password authentication failed for "
                      "user \\\"clerk\\\"\""_s);

} // namespace

void TestWatchLog::linesAreReadOnce()
{
    write(u"a.json"_s, line(1, 1) + line(2, 2));
    LogPlace place;
    QCOMPARE(all(place), "1 2 ");
    QCOMPARE(place.lineAt, "2026-11-21 10:00:02.000 JST");
    QCOMPARE(all(place), "");
    write(u"a.json"_s, line(3, 3));
    QCOMPARE(all(place), "3 ");
}

void TestWatchLog::halfALineIsLeft()
{
    write(u"a.json"_s, line(1, 1) + line(2, 2).left(30));
    LogPlace place;
    QCOMPARE(all(place), "1 ");
    write(u"a.json"_s, line(2, 2).mid(30));
    QCOMPARE(all(place), "2 ");
    // A file whose first line is not whole yet is none.
    write(u"b.json"_s, line(3, 3).left(20));
    QCOMPARE(all(place), "");
    write(u"b.json"_s, line(3, 3).mid(20));
    QCOMPARE(all(place), "3 ");
}

void TestWatchLog::filesFollowByTheirTime()
{
    write(u"z.json"_s, line(1, 1));
    write(u"a.json"_s, line(2, 2));
    write(u"m.json"_s, line(3, 3));
    LogPlace place;
    QCOMPARE(all(place), "1 2 3 ");
}

void TestWatchLog::whatIsLeftOfAFileComesFirst()
{
    write(u"a.json"_s, line(1, 1));
    LogPlace place;
    QCOMPARE(all(place), "1 ");
    write(u"a.json"_s, line(2, 2));
    write(u"b.json"_s, line(3, 3));
    QCOMPARE(all(place), "2 3 ");
}

void TestWatchLog::aFileIsKnownByItsFirstLine()
{
    write(u"a.json"_s, line(1, 1) + line(2, 2));
    LogPlace place;
    QCOMPARE(all(place), "1 2 ");
    // Moved on, and the name begun anew.
    QVERIFY(QFile::rename(m_folder->filePath(u"a.json"_s), m_folder->filePath(u"a.json.1"_s)));
    write(u"a.json.1"_s, line(3, 3));
    write(u"a.json"_s, line(4, 4));
    bool gap = false;
    QCOMPARE(all(place, &gap), "3 4 ");
    QVERIFY(!gap);
}

void TestWatchLog::aFileThatWasCutIsAGap()
{
    write(u"a.json"_s, line(1, 1) + line(2, 2));
    LogPlace place;
    QCOMPARE(all(place), "1 2 ");
    QVERIFY(QFile::resize(m_folder->filePath(u"a.json"_s), line(1, 1).size()));
    bool gap = false;
    QCOMPARE(all(place, &gap), "");
    QVERIFY(gap);
    write(u"a.json"_s, line(3, 3));
    QCOMPARE(all(place), "3 ");
}

void TestWatchLog::aFileThatIsGoneIsAGap()
{
    write(u"a.json"_s, line(1, 1));
    write(u"b.json"_s, line(2, 2));
    LogPlace place;
    QCOMPARE(all(place), "1 2 ");
    write(u"c.json"_s, line(3, 3));
    QVERIFY(QFile::remove(m_folder->filePath(u"b.json"_s)));
    bool gap = false;
    // What was before is not read again.
    QCOMPARE(all(place, &gap), "3 ");
    QVERIFY(gap);
}

void TestWatchLog::muchIsReadInPieces()
{
    QByteArray many;
    QByteArray expected;
    for (int number = 1; number <= 3000; ++number) {
        many += line(number, 1).replace("\"n\"", "\"x\":\"" + QByteArray(3000, 'x') + "\",\"n\"");
        expected += QByteArray::number(number) + ' ';
    }
    write(u"a.json"_s, many);
    write(u"b.json"_s, line(9999, 2));
    LogPlace place;
    QVERIFY(next(place).more);
    QCOMPARE(all(place), expected + "9999 ");
}

void TestWatchLog::oneFileIsReadWithThoseOfItsName()
{
    write(u"server.json.1"_s, line(1, 1));
    write(u"server.json"_s, line(2, 2));
    write(u"other.json"_s, line(3, 3));
    const ServerLog log(m_folder->filePath(u"server.json"_s));
    const auto first = log.next({});
    QCOMPARE(first->lines.size(), 1);
    const auto second = log.next(first->end);
    QCOMPARE(second->lines, QList<QByteArray>{line(2, 2).chopped(1)});
    QVERIFY(!second->more);
    QVERIFY(*log.source() != *ServerLog(m_folder->path()).source());
    QVERIFY(log.source()->endsWith(u"/server.json"_s));
}

void TestWatchLog::nothingToReadIsSaid()
{
    for (const QString &log : {m_folder->path(), m_folder->filePath(u"none"_s)})
        QCOMPARE(ServerLog(log).next({}).error().code, base::ErrorCode::FileUnreadable);
    QCOMPARE(ServerLog(u"/nowhere/at/all"_s).source().error().code,
             base::ErrorCode::FileUnreadable);
}

void TestWatchLog::attemptsAreToldApart_data()
{
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<int>("outcome"); // -1: none
    QTest::addColumn<QString>("why");
    const int accepted = int(Connection::Outcome::Accepted);
    const int refused = int(Connection::Outcome::Refused);
    const QString named = u"\"user\":\"clerk\",\"dbname\":\"m\",\"ps\":\"authentication\","_s;
    QTest::newRow("in") << entry(u"LOG"_s, named + u"\"message\":\"connection authorized: "
                                                   "user=clerk database=m\""_s)
                        << accepted << QString();
    // Words of a session that is open already.
    QTest::newRow("words of a session") << entry(u"LOG"_s, u"\"user\":\"clerk\",\"ps\":\"SELECT\","
                                                           "\"message\":\"connection authorized: "
                                                           "user=chief\""_s)
                                        << -1 << QString();
    QTest::newRow("wrong password")
        << wrongPassword << int(Connection::Outcome::WrongPassword) << u"wrong password"_s;
    QTest::newRow("no certificate")
        << entry(u"FATAL"_s, named + u"\"state_code\":\"28000\",\"message\":\"connection requires "
                                     "a valid client certificate\""_s)
        << refused << u"no certificate"_s;
    QTest::newRow("left") << entry(u"FATAL"_s, named +
                                                   u"\"state_code\":\"28000\",\"message\":\"role "
                                                   "\\\"clerk\\\" is not permitted to log in\""_s)
                          << refused << u"may not sign in"_s;
    QTest::newRow("another database")
        << entry(u"FATAL"_s, named + u"\"state_code\":\"42501\",\"message\":\"permission denied "
                                     "for database \\\"postgres\\\"\""_s)
        << refused << u"not this database"_s;
    QTest::newRow("TLS") << entry(u"LOG"_s,
                                  u"\"state_code\":\"08P01\",\"ps\":\"\",\"message\":\"could not "
                                  "accept SSL connection: certificate verify failed\""_s)
                         << refused << u"TLS: certificate verify failed"_s;
    QTest::newRow("a knock") << entry(u"LOG"_s,
                                      u"\"state_code\":\"08P01\",\"ps\":\"\",\"message\":\"could "
                                      "not accept SSL connection: EOF detected\""_s)
                             << -1 << QString();
    QTest::newRow("refused in a session")
        << entry(u"ERROR"_s,
                 u"\"user\":\"clerk\",\"state_code\":\"42501\",\"message\":\"permission "
                 "denied for schema office\""_s)
        << -1 << QString();
    QTest::newRow("too many") << entry(u"FATAL"_s,
                                       named + u"\"state_code\":\"53300\",\"message\":\"sorry, "
                                               "too many clients already\""_s)
                              << -1 << QString();
    QTest::newRow("no line") << QByteArray("Nov 21 something else") << -1 << QString();
}

void TestWatchLog::attemptsAreToldApart()
{
    QFETCH(const QByteArray, read);
    QFETCH(const int, outcome);
    QFETCH(const QString, why);
    ConnectionReader reader;
    const auto attempt = reader.take(read);
    QCOMPARE(attempt ? int(attempt->outcome) : -1, outcome);
    if (attempt) {
        QCOMPARE(attempt->why, why);
        QCOMPARE(attempt->address, u"192.0.2.7"_s);
        QCOMPARE(attempt->at, u"2026-11-21 10:00:00.000 JST"_s);
        QCOMPARE(attempt->user, why.startsWith(u"TLS"_s) ? QString() : u"clerk"_s);
    }
}

void TestWatchLog::theCardStandsInAnotherLine()
{
    ConnectionReader reader;
    QVERIFY(!reader.take(cardLine(u"chief"_s)));
    QVERIFY(!reader.take(cardLine(u"clerk"_s, u"6b01.2"_s)));
    // Kept over the end of a piece.
    ConnectionReader later(reader.open());
    QCOMPARE(later.take(wrongPassword)->card, u"chief"_s);
    QCOMPARE(later.open().keys(), QStringList{u"6b01.2"_s});
    // Once.
    QCOMPARE(later.take(wrongPassword)->card, QString());
    QVERIFY(!later.take(cardLine(u"(anonymous)"_s)));
    QCOMPARE(later.take(wrongPassword)->card, QString());
}

void TestWatchLog::aLineBehindABrokenOneCounts()
{
    ConnectionReader reader;
    const auto attempt = reader.take(cardLine(u"chief"_s).left(70) + wrongPassword);
    QVERIFY(attempt.has_value());
    QCOMPARE(attempt->user, u"clerk"_s);
}

void TestWatchLog::nothingIsKeptForEver()
{
    ConnectionReader reader;
    for (int session = 0; session < 5000; ++session)
        (void)reader.take(cardLine(u"clerk"_s, QString::number(1'000'000 + session)));
    QVERIFY(reader.open().size() <= 1000);
    QVERIFY(reader.open().contains(u"1004999"_s)); // the newest stay
}

QTEST_GUILESS_MAIN(TestWatchLog)
#include "tst_watchlog.moc"
