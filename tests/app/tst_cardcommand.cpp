// links: madoguchi_app pq
#include "app/cardcommand.h"
#include "auth/cardidentity.h"
#include "support/testcluster.h"
#include "support/traincard.h"
#include "token/tlsengine.h"
#include "token/tokenprocess.h"

#include <QBuffer>
#include <QtTest>

#include <postgresql/libpq-fe.h>

using namespace Qt::Literals::StringLiterals;
using namespace support;

// A certificate from a request that the card itself signed, up to the server that asks for it.
class TestCardCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theCardProvesThatItHasTheKey();
    void theNewCertificateOpensTheServer();
    void aWrongPinIsNoRequest();
    void wrongCommandsAreToldApart_data();
    void wrongCommandsAreToldApart();
    void anotherCardIsForTrainingOnly();

private:
    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
    void writeSettings(const QString &name, bool training) const;
    static Ran ask(const QStringList &arguments, const char *given);

    QTemporaryDir m_folder;
    std::unique_ptr<CardMaker> m_cards;
};

void TestCardCommand::initTestCase()
{
    m_cards = std::make_unique<CardMaker>(at(u"tokens"_s));
    QVERIFY(QDir().mkpath(at(u"tokens"_s)));
    for (const auto &user : {u"clerk1"_s, u"clerk2"_s})
        QVERIFY(m_cards->make(user, u"見本　一郎"_s).has_value());
    writeSettings(u"madoguchi.conf"_s, true);
    writeSettings(u"real.conf"_s, false);
}

void TestCardCommand::writeSettings(const QString &name, bool training) const
{
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString text =
        u"[place]\ntraining=%1\n\n[station]\nid=S0001\nname=本庁1\ndata=data\n"
        "secret=secret\n\n[register]\npath=register\n\n[token]\nmodule=%2\n"
        "environment=\"SOFTHSM2_CONF=${here}/tokens/clerk1/softhsm2.conf\"\n"_s.arg(
            training ? u"true"_s : u"false"_s, token::softHsmModule());
    QVERIFY(file.write(text.toUtf8()) > 0);
}

Ran TestCardCommand::ask(const QStringList &arguments, const char *given)
{
    QBuffer output;
    QBuffer errors;
    output.open(QIODevice::WriteOnly);
    errors.open(QIODevice::WriteOnly);
    const int code = app::runCard(
        arguments, [given] { return secret(given); }, output, errors);
    return {code, QString::fromUtf8(output.data()), QString::fromUtf8(errors.data())};
}

void TestCardCommand::theCardProvesThatItHasTheKey()
{
    const Ran ran = ask({u"request"_s, u"--settings"_s, at(u"madoguchi.conf"_s)}, pin);
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.error));
    writeServerFile(at(u"request.pem"_s), ran.output.toUtf8());
    // Somebody else's reading of it: the signature fits the key inside, and the key is the card's.
    const QString told = mustRun({u"openssl"_s, u"req"_s, u"-in"_s, at(u"request.pem"_s),
                                  u"-verify"_s, u"-noout"_s, u"-subject"_s});
    QVERIFY2(told.contains(u"CN = clerk1"), qPrintable(told));
    mustRun({u"openssl"_s, u"req"_s, u"-in"_s, at(u"request.pem"_s), u"-noout"_s, u"-pubkey"_s,
             u"-out"_s, at(u"request.pub"_s)});
    token::TokenProcess card(m_cards->settingsFor(u"clerk1"_s));
    card.lookNow();
    const auto identity = auth::readCertificate(card.view().signCertificate);
    QVERIFY(identity.has_value());
    mustRun({u"openssl"_s, u"pkey"_s, u"-pubin"_s, u"-in"_s, at(u"request.pub"_s), u"-outform"_s,
             u"DER"_s, u"-out"_s, at(u"request.der"_s)});
    QCOMPARE(readWhole(at(u"request.der"_s)).right(65), identity->point);
    // One bit of the signature changed: not any more.
    QByteArray changed =
        QByteArray::fromBase64(ran.output.section(u'\n', 1, -3).remove(u'\n').toLatin1());
    changed.back() = static_cast<char>(changed.back() ^ 1);
    writeServerFile(at(u"changed.der"_s), changed);
    const Ran refused = run({u"openssl"_s, u"req"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                             at(u"changed.der"_s), u"-verify"_s, u"-noout"_s});
    QVERIFY(!(refused.output + refused.error).contains(u"verify OK"));
}

void TestCardCommand::theNewCertificateOpensTheServer()
{
    TestCluster server;
    server.sql(u"create role clerk1 login password 'right'"_s);
    const Ran ran = ask({u"request"_s, u"--settings"_s, at(u"madoguchi.conf"_s)}, pin);
    QCOMPARE(ran.exitCode, 0);
    writeServerFile(at(u"request.pem"_s), ran.output.toUtf8());
    const auto made = server.authority().certifyRequest(u"clerk1"_s, at(u"request.pem"_s));
    token::TokenProcess card(m_cards->settingsFor(u"clerk1"_s));
    card.lookNow();
    QVERIFY(card.login(secret(pin)).has_value());
    const auto engine = token::TlsEngine::open(card);
    QVERIFY(engine.has_value());
    const auto connected = [&](const ClientCertificate &shown) {
        PGconn *open = PQconnectdb(
            (server.connection(u"clerk1"_s, shown) + u" password=right"_s).toUtf8().constData());
        const bool in = PQstatus(open) == CONNECTION_OK;
        PQfinish(open);
        return in;
    };
    const ClientCertificate shown{.file = made.file, .keyFile = (*engine)->keyName()};
    QVERIFY(connected(shown));
    server.authority().revoke(shown);
    server.takeList();
    QVERIFY(!connected(shown));
}

void TestCardCommand::aWrongPinIsNoRequest()
{
    const Ran wrong = ask({u"request"_s, u"--settings"_s, at(u"madoguchi.conf"_s)}, "11111");
    QCOMPARE(wrong.exitCode, 1);
    QCOMPARE(wrong.output, QString());
    QVERIFY2(wrong.error.contains(u"PinWrong"), qPrintable(wrong.error));
    const Ran none = ask({u"request"_s, u"--settings"_s, at(u"madoguchi.conf"_s)}, "");
    QCOMPARE(none.exitCode, 1);
    QCOMPARE(none.output, QString());
}

void TestCardCommand::wrongCommandsAreToldApart_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("no settings") << QStringList{u"request"_s};
    QTest::newRow("another word") << QStringList{u"make"_s, u"--settings"_s, u"x"_s};
    QTest::newRow("an unknown option") << QStringList{u"request"_s, u"--pin"_s, u"1"_s};
}

void TestCardCommand::wrongCommandsAreToldApart()
{
    QFETCH(const QStringList, arguments);
    const Ran ran = ask(arguments, pin);
    QCOMPARE(ran.exitCode, 2);
    QVERIFY(ran.error.contains(u"card request --settings FILE"));
    QCOMPARE(ran.output, QString());
}

void TestCardCommand::anotherCardIsForTrainingOnly()
{
    const QStringList other{u"--card"_s, u"tokens/clerk2"_s};
    const Ran training =
        ask(QStringList{u"request"_s, u"--settings"_s, at(u"madoguchi.conf"_s)} + other, pin);
    QVERIFY2(training.exitCode == 0, qPrintable(training.error));
    const Ran real =
        ask(QStringList{u"request"_s, u"--settings"_s, at(u"real.conf"_s)} + other, pin);
    QCOMPARE(real.exitCode, 1);
    QVERIFY2(real.error.contains(u"CredentialsRefused"), qPrintable(real.error));
}

QTEST_MAIN(TestCardCommand)
#include "tst_cardcommand.moc"
