// links: madoguchi_app
#include "app/discretion.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>

/// What the program leaves to others on the same PC: no core dump, no file that they can read
/// (design.md 2: one account owns the data).
class TestDiscretion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noCoreDump();
    void nobodyElseReadsItsFiles();
};

void TestDiscretion::noCoreDump()
{
    app::keepToOneself();
    rlimit limit{1, 1};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t{0});
    QCOMPARE(limit.rlim_max, rlim_t{0});
}

/// By the real program, started with the usual umask of a shell.
void TestDiscretion::nobodyElseReadsItsFiles()
{
    QTemporaryDir folder;
    const QString city = folder.filePath(QStringLiteral("city"));
    QProcess making;
    making.start(QStringLiteral("/bin/sh"),
                 {QStringLiteral("-c"),
                  QStringLiteral("umask 022; exec \"$0\" city create \"$1\" --residents 30"),
                  QStringLiteral(MADOGUCHI_BINARY_DIR "/bin/madoguchi-admin"), city});
    QVERIFY(making.waitForFinished(60'000));
    QCOMPARE(making.exitCode(), 0);
    int files = 0;
    QDirIterator all(city, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QFileInfo file(all.next());
        ++files;
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY2((file.permissions() & others) == 0, qPrintable(file.filePath()));
    }
    QVERIFY(files > 10);
}

QTEST_GUILESS_MAIN(TestDiscretion)
#include "tst_discretion.moc"
