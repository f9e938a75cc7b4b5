#include "tidy/source.h"

#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A mutant that no longer applies tests nothing (packaging/mutants.sh runs those that do).
class TestTidyMutants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMutantApplies();
};

void TestTidyMutants::everyMutantApplies()
{
    QStringList found;
    for (const QString &patch : tidy::files({u"tests/mutants"_s}, {u"*.patch"_s})) {
        QProcess git;
        git.setWorkingDirectory(tidy::top());
        git.setProcessChannelMode(QProcess::MergedChannels);
        git.start(u"git"_s, {u"apply"_s, u"--check"_s, patch});
        QVERIFY2(git.waitForFinished(), "git");
        if (git.exitStatus() != QProcess::NormalExit || git.exitCode() != 0)
            found.append(patch + u": "_s + QString::fromUtf8(git.readAll()).trimmed());
    }
    TIDY_NOTHING_IN(found);
}

QTEST_GUILESS_MAIN(TestTidyMutants)
#include "tst_tidy_mutants.moc"
