#include "support/testauthority.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// The scripts by which an office makes certificates and keeps its list of revoked ones.
class TestCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNameOfARequestIsNotTakenOver();
    void onlyPlainNamesBecomeUsers_data();
    void onlyPlainNamesBecomeUsers();
    void onlyPointsAreCertified();
    void theKeyOfTheAuthorityIsItsOwnersAlone();
    void anAuthorityIsNotMadeOver();
    void aNewListIsTaken();
    void anUnfitListIsNotTaken();
    void theAlarmComesBeforeTheEnd();

private:
    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Ran take(const QString &list) const;
    QTemporaryDir m_folder;
    TestAuthority m_authority;
};

namespace {

const QString scripts = QStringLiteral(MADOGUCHI_SOURCE_DIR "/packaging/central/");

Ran certificates(const QStringList &arguments)
{
    return run(QStringList(scripts + u"certificates.sh"_s) << arguments);
}

QString openssl(const QStringList &arguments)
{
    return mustRun(QStringList(u"openssl"_s) << arguments).trimmed();
}

} // namespace

void TestCertificates::theNameOfARequestIsNotTakenOver()
{
    // Whoever holds a card can write any name into a request, and any rights.
    openssl({u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
             u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-keyout"_s, at(u"key"_s), u"-subj"_s,
             u"/CN=kanri1/O=city"_s, u"-addext"_s, u"basicConstraints=critical,CA:TRUE"_s,
             u"-out"_s, at(u"request"_s)});
    const auto made = m_authority.certifyRequest(u"clerk1"_s, at(u"request"_s));
    const QString text = openssl({u"x509"_s, u"-in"_s, made.file, u"-noout"_s, u"-text"_s});
    QVERIFY(text.contains(u"Subject: CN = clerk1\n"));
    QVERIFY(text.contains(u"CA:FALSE"));
    QVERIFY(!text.contains(u"CA:TRUE"));
    QVERIFY(text.contains(u"TLS Web Client Authentication"));
    QVERIFY(!text.contains(u"TLS Web Server Authentication"));
    QCOMPARE(openssl({u"verify"_s, u"-CAfile"_s, m_authority.certificateFile(), u"-purpose"_s,
                      u"sslclient"_s, made.file}),
             made.file + u": OK"_s);
}

void TestCertificates::onlyPlainNamesBecomeUsers_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("a second part of the name") << u"clerk1/CN=kanri1"_s;
    QTest::newRow("a path") << u"../clerk1"_s;
    QTest::newRow("an option") << u"-config"_s;
    QTest::newRow("a command") << u"clerk1;id"_s;
    QTest::newRow("two lines") << u"clerk1\nkanri1"_s;
}

void TestCertificates::onlyPlainNamesBecomeUsers()
{
    QFETCH(const QString, user);
    const Ran ran =
        certificates({u"client"_s, m_authority.folder(), user, u"--new-key"_s, at(u"unmade"_s)});
    QVERIFY(ran.exitCode != 0);
    QVERIFY2(ran.error.contains(u"not a name"), qPrintable(ran.error));
    QCOMPARE(ran.output, QString());
    QVERIFY(!QFile::exists(at(u"unmade"_s)));
}

void TestCertificates::onlyPointsAreCertified()
{
    const QList<QByteArray> unfit{QByteArray(65, '\x04'), QByteArray(64, '\x04'), QByteArray(),
                                  QByteArray(65, '\x02')};
    for (const QByteArray &point : unfit) {
        writeServerFile(at(u"point"_s), point);
        const Ran ran = certificates(
            {u"client"_s, m_authority.folder(), u"clerk1"_s, u"--point"_s, at(u"point"_s)});
        QVERIFY(ran.exitCode != 0);
        QCOMPARE(ran.output, QString());
    }
}

void TestCertificates::theKeyOfTheAuthorityIsItsOwnersAlone()
{
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_authority.folder() + u"/ca.key"_s) & others));
    QVERIFY(!(QFile::permissions(m_authority.folder()) & others));
    const auto made = m_authority.certifyWithKeyFile(u"clerk1"_s);
    QVERIFY(!(QFile::permissions(made.keyFile) & others));
}

void TestCertificates::anAuthorityIsNotMadeOver()
{
    const QByteArray before = readWhole(m_authority.folder() + u"/ca.key"_s);
    QVERIFY(certificates({u"ca"_s, m_authority.folder()}).exitCode != 0);
    QCOMPARE(readWhole(m_authority.folder() + u"/ca.key"_s), before);
}

Ran TestCertificates::take(const QString &list) const
{
    return run({scripts + u"revocations.sh"_s, u"take"_s, list, at(u"root.crl"_s),
                m_authority.certificateFile(), u"--reload"_s,
                u"echo reloaded >>%1"_s.arg(at(u"reloads"_s))});
}

void TestCertificates::aNewListIsTaken()
{
    QCOMPARE(take(m_authority.listFile()).exitCode, 0);
    m_authority.revoke(m_authority.certifyWithKeyFile(u"clerk1"_s));
    QCOMPARE(take(m_authority.listFile()).exitCode, 0);
    QCOMPARE(readWhole(at(u"root.crl"_s)), readWhole(m_authority.listFile()));
    QCOMPARE(readWhole(at(u"reloads"_s)), QByteArray("reloaded\nreloaded\n"));
    // The same again, each hour: nothing to load.
    QCOMPARE(take(m_authority.listFile()).exitCode, 0);
    QCOMPARE(readWhole(at(u"reloads"_s)), QByteArray("reloaded\nreloaded\n"));
}

void TestCertificates::anUnfitListIsNotTaken()
{
    QVERIFY(QFile::copy(m_authority.listFile(), at(u"older.crl"_s)));
    m_authority.renewList();
    QCOMPARE(take(m_authority.listFile()).exitCode, 0);
    const QByteArray good = readWhole(at(u"root.crl"_s));
    const auto refused = [&](const QString &list, const QString &why) {
        const Ran ran = take(list);
        return ran.exitCode != 0 && ran.error.contains(why) && readWhole(at(u"root.crl"_s)) == good;
    };
    QVERIFY(refused(at(u"older.crl"_s), u"older than the list in place"_s));
    QVERIFY(refused(m_authority.certificateFile(), u"not a list of this authority"_s));
    QVERIFY(refused(at(u"missing"_s), u"not a list of this authority"_s));
    const TestAuthority other(u"Test register"_s);
    QVERIFY(refused(other.listFile(), u"not a list of this authority"_s));
    m_authority.expireList();
    QVERIFY(refused(m_authority.listFile(), u"out of date"_s));
    m_authority.renewList();
}

void TestCertificates::theAlarmComesBeforeTheEnd()
{
    const auto alarm = [&](int days) {
        return run({scripts + u"revocations.sh"_s, u"alarm"_s, m_authority.listFile(), u"--days"_s,
                    QString::number(days)});
    };
    mustRun({scripts + u"certificates.sh"_s, u"crl"_s, m_authority.folder(), u"--days"_s, u"12"_s});
    QCOMPARE(alarm(10).exitCode, 0);
    const Ran near = alarm(13);
    QCOMPARE(near.exitCode, 1);
    QVERIFY2(near.error.contains(u"NOBODY gets into the register"), qPrintable(near.error));
    m_authority.expireList();
    QCOMPARE(alarm(0).exitCode, 1);
    m_authority.renewList();
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
