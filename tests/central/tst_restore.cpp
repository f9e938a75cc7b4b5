#include "support/testcluster.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// A backup that was not restored is none: the command that rehearses it, and what it must notice.
class TestRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everythingUpToTheLastChangeComesBack();
    void itCanStopBeforeAMistake();
    void aDamagedCopyIsNoticed();
    void aMissingPieceIsNoticed();
    void anotherContentIsNotArchivedOver();
    void whatNoCopyNeedsIsRemoved();
    void aCopyIsNotedByWhereTheFeedsStoodBefore();

private:
    [[nodiscard]] Ran backup(const QStringList &arguments) const;
    [[nodiscard]] QStringList pieces() const;
    void write(int from, int to);
    void archiveAll();

    std::unique_ptr<ServerFolder> m_place;
    std::unique_ptr<TestCluster> m_cluster;
};

namespace {

const QString script = QStringLiteral(MADOGUCHI_SOURCE_DIR "/packaging/central/backup.sh");

QJsonObject object(const Ran &ran)
{
    if (ran.exitCode != 0)
        qWarning("%s", qPrintable(ran.error));
    return QJsonDocument::fromJson(ran.output.toUtf8()).object();
}

} // namespace

void TestRestore::init()
{
    m_place = std::make_unique<ServerFolder>();
    // The server's account need not reach the source.
    writeServerFile(m_place->at(u"backup.sh"_s), readWhole(script), 0700);
    ClusterSettings settings;
    settings.configuration = "archive_mode = on\narchive_command = '" + QFile::encodeName(script) +
                             " archive " + QFile::encodeName(m_place->at(u"backup"_s)) +
                             " %p %f'\n";
    m_cluster = std::make_unique<TestCluster>(settings);
    m_cluster->sql(u"create schema office; create table office.entry (number int primary key, "
                   "note text)"_s);
    write(1, 1000);
    const Ran ran =
        backup({u"base"_s, m_place->at(u"backup"_s), u"--connect"_s, m_cluster->administrator()});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.error));
}

void TestRestore::cleanup()
{
    m_cluster.reset();
    m_place.reset();
}

Ran TestRestore::backup(const QStringList &arguments) const
{
    return run(QStringList(script) << arguments);
}

QStringList TestRestore::pieces() const
{
    static const QRegularExpression piece(u"^[0-9A-F]{24}$"_s);
    return QDir(m_place->at(u"backup/wal"_s)).entryList(QDir::Files, QDir::Name).filter(piece);
}

void TestRestore::write(int from, int to)
{
    m_cluster->sql(
        u"insert into office.entry select n, 'note ' || n from generate_series(%1, %2) n"_s
            .arg(from)
            .arg(to));
}

/// Until the piece with the last change stands in the archive.
void TestRestore::archiveAll()
{
    m_cluster->sql(u"select pg_logical_emit_message(true, 'test', 'a change')"_s);
    const QString last = m_cluster->sql(u"select pg_walfile_name(pg_current_wal_insert_lsn())"_s);
    m_cluster->sql(u"select pg_switch_wal()"_s);
    QTRY_VERIFY_WITH_TIMEOUT(pieces().contains(last), 180'000);
}

void TestRestore::everythingUpToTheLastChangeComesBack()
{
    write(1001, 1500);
    archiveAll();
    const QString digest = u"select encode(sha256(string_agg(number || note, ',' order by number)"
                           "::bytea), 'hex') from office.entry"_s;
    const QString wanted = m_cluster->sql(digest);
    m_cluster->kill();
    const QJsonObject found = object(backup({u"rehearse"_s, m_place->at(u"backup"_s), u"--digest"_s,
                                             u"psql -X -A -t -c \"%1\""_s.arg(digest)}));
    QCOMPARE(found.value(u"rows").toInt(), 1500);
    QCOMPARE(found.value(u"tables").toInt(), 1);
    QCOMPARE(found.value(u"databases").toInt(), 1);
    QCOMPARE(found.value(u"digest").toString(), wanted);
    QVERIFY(!found.value(u"lastChange").toString().isEmpty());
}

void TestRestore::itCanStopBeforeAMistake()
{
    write(1001, 1200);
    const QString before = m_cluster->sql(u"select clock_timestamp()"_s);
    m_cluster->sql(u"delete from office.entry"_s);
    archiveAll();
    const QJsonObject all = object(backup({u"rehearse"_s, m_place->at(u"backup"_s)}));
    QCOMPARE(all.value(u"rows").toInt(-1), 0);
    const QJsonObject until =
        object(backup({u"rehearse"_s, m_place->at(u"backup"_s), u"--until"_s, before}));
    QCOMPARE(until.value(u"rows").toInt(-1), 1200);
}

void TestRestore::aDamagedCopyIsNoticed()
{
    const QDir bases(m_place->at(u"backup/base"_s));
    const QString copy = bases.filePath(bases.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first());
    const QString table = m_cluster->sql(u"select pg_relation_filepath('office.entry')"_s);
    QFile file(copy + u'/' + table);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(8000));
    QVERIFY(file.putChar('!'));
    file.close();
    const Ran ran = backup({u"rehearse"_s, m_place->at(u"backup"_s)});
    QVERIFY(ran.exitCode != 0);
    QVERIFY2(ran.error.contains(u"damaged"), qPrintable(ran.error));
    QCOMPARE(ran.output, QString());
}

void TestRestore::aMissingPieceIsNoticed()
{
    for (int i = 1; i <= 3; ++i) {
        write(1000 + i, 1000 + i);
        archiveAll();
    }
    const QStringList all = pieces();
    QVERIFY(all.size() >= 4);
    QVERIFY(QFile::remove(m_place->at(u"backup/wal/"_s + all.at(all.size() - 2))));
    const Ran ran = backup({u"rehearse"_s, m_place->at(u"backup"_s)});
    QVERIFY(ran.exitCode != 0);
    QVERIFY2(ran.error.contains(u"a piece is missing"), qPrintable(ran.error));
}

void TestRestore::anotherContentIsNotArchivedOver()
{
    archiveAll();
    const QString there = m_place->at(u"backup/wal/"_s + pieces().constLast());
    const QByteArray content = readWhole(there);
    const auto offer = [&](const QByteArray &bytes) {
        writeServerFile(m_place->at(u"piece"_s), bytes);
        return backup({u"archive"_s, m_place->at(u"backup"_s), m_place->at(u"piece"_s),
                       QFileInfo(there).fileName()})
            .exitCode;
    };
    QCOMPARE(offer(content), 0);
    QVERIFY(offer(content + '!') != 0);
    QCOMPARE(readWhole(there), content);
}

void TestRestore::whatNoCopyNeedsIsRemoved()
{
    archiveAll();
    const qsizetype before = pieces().size();
    QTest::qWait(1100); // copies are named by the second
    QCOMPARE(
        backup({u"base"_s, m_place->at(u"backup"_s), u"--connect"_s, m_cluster->administrator()})
            .exitCode,
        0);
    write(1001, 1010);
    archiveAll();
    QCOMPARE(backup({u"prune"_s, m_place->at(u"backup"_s), u"--keep"_s, u"1"_s}).exitCode, 0);
    QCOMPARE(
        QDir(m_place->at(u"backup/base"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    QVERIFY(pieces().size() < before + 3);
    const QJsonObject found = object(backup({u"rehearse"_s, m_place->at(u"backup"_s)}));
    QCOMPARE(found.value(u"rows").toInt(), 1010);
}

void TestRestore::aCopyIsNotedByWhereTheFeedsStoodBefore()
{
    const QString said = m_place->at(u"said"_s);
    const QString note = m_place->at(u"note.sh"_s);
    writeServerFile(note,
                    "#!/bin/sh\necho \"$# $*\" >>" + QFile::encodeName(said) +
                        "\n[ $# -gt 0 ] || echo 982016:7 982024:9\n",
                    0700);
    const QStringList copy{u"base"_s, m_place->at(u"backup"_s), u"--connect"_s,
                           m_cluster->administrator(), u"--note"_s};
    const Ran done = backup(copy + QStringList{note});
    QVERIFY2(done.exitCode == 0, qPrintable(done.error));
    QCOMPARE(readWhole(said), "0 \n2 982016:7 982024:9\n");
    // A copy that failed is not noted, and a register that says nothing stops it.
    QStringList broken = copy;
    broken[3] = u"host=/nowhere"_s;
    QVERIFY(backup(broken + QStringList{note}).exitCode != 0);
    QCOMPARE(readWhole(said), "0 \n2 982016:7 982024:9\n0 \n");
    QVERIFY(backup(copy + QStringList{u"false"_s}).exitCode != 0);
}

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
