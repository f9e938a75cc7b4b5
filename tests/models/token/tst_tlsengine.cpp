// links: madoguchi_auth madoguchi_central
#include "auth/cardidentity.h"
#include "central/pgconnection.h"
#include "support/testcluster.h"
#include "support/traincard.h"
#include "token/tlsengine.h"
#include "token/tokenprocess.h"

#include <QtTest>

using base::ErrorCode;
using support::pin;
using support::secret;
using token::TlsEngine;

namespace {

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer.has_value() ? ErrorCode::Count : answer.error().code;
}

} // namespace

// TLS to a real PostgreSQL server, signed by a key that never leaves a real SoftHSM2 token.
class TestTlsEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theCardSignsTheHandshake();
    void withoutItsPinTheCardSignsNothing();
    void afterLogoutNobodyGetsIn();
    void aPulledCardSignsNothing();
    void anotherCardsCertificateIsNoUse();
    void twoCardsSignEachForItself();
    void anIdIsGivenOnce();
    void afterTheEngineNothingSigns();
    void withoutACardThereIsNone();
    void theCertificateIsTheCards();

private:
    struct Reader
    {
        std::unique_ptr<token::TokenProcess> card;
        support::ClientCertificate certificate;
    };
    [[nodiscard]] Reader reader(const QString &user, bool proxied = false) const;
    [[nodiscard]] base::Result<QString> signIn(const QString &user, const Reader &reader,
                                               const TlsEngine &engine) const;

    QTemporaryDir m_folder;
    std::unique_ptr<support::CardMaker> m_cards;
    std::unique_ptr<support::TestCluster> m_server;
};

void TestTlsEngine::initTestCase()
{
    m_cards = std::make_unique<support::CardMaker>(m_folder.path());
    m_server = std::make_unique<support::TestCluster>();
    for (const char *user : {"clerk1", "clerk2"}) {
        const auto id = QString::fromLatin1(user);
        QVERIFY(m_cards->make(id, QStringLiteral("見本　一郎")));
        m_server->sql(QStringLiteral("create role %1 login password 'right'").arg(id));
    }
}

TestTlsEngine::Reader TestTlsEngine::reader(const QString &user, bool proxied) const
{
    Reader made;
    made.card = std::make_unique<token::TokenProcess>(proxied ? m_cards->proxiedFor(user)
                                                              : m_cards->settingsFor(user));
    made.card->lookNow();
    const auto identity = auth::readCertificate(made.card->view().signCertificate);
    if (!identity)
        qFatal("no card of %s", qPrintable(user));
    // The register's authority certifies the key that is on the card.
    made.certificate = m_server->authority().certifyPoint(user, identity->point);
    return made;
}

base::Result<QString> TestTlsEngine::signIn(const QString &user, const Reader &reader,
                                            const TlsEngine &engine) const
{
    central::PgTarget target;
    target.connect =
        m_server->connection(user, {.file = reader.certificate.file, .keyFile = engine.keyName()});
    target.password = secret("right");
    target.sqlRoot = m_folder.path();
    const auto connection = central::PgConnection::open(target);
    if (!connection)
        return base::fail(connection);
    QFile who(m_folder.filePath(QStringLiteral("who.sql")));
    if (!who.open(QIODevice::WriteOnly) ||
        who.write("select session_user || ' ' || version from pg_stat_ssl "
                  "where pid = pg_backend_pid()") < 0 ||
        !who.flush())
        qFatal("no statement");
    const auto answer = (*connection)->run(QStringLiteral("who"));
    if (!answer)
        return base::fail(answer);
    return answer->text(0, 0);
}

void TestTlsEngine::theCardSignsTheHandshake()
{
    const auto clerk = reader(QStringLiteral("clerk1"));
    QVERIFY(clerk.card->login(secret(pin)));
    const auto engine = TlsEngine::open(*clerk.card);
    QVERIFY(engine);
    QCOMPARE((*engine)->keyName(), QStringLiteral("madoguchi:01"));
    for (int again = 0; again < 3; ++again) {
        const auto in = signIn(QStringLiteral("clerk1"), clerk, **engine);
        QVERIFY2(in, qPrintable(in ? QString() : in.error().detail));
        QCOMPARE(*in, QStringLiteral("clerk1 TLSv1.3"));
    }
    QCOMPARE((*engine)->lastFailure(), ErrorCode::Count);
}

void TestTlsEngine::withoutItsPinTheCardSignsNothing()
{
    const auto clerk = reader(QStringLiteral("clerk1"));
    const auto engine = TlsEngine::open(*clerk.card);
    QVERIFY(engine);
    QCOMPARE(codeOf(signIn(QStringLiteral("clerk1"), clerk, **engine)), ErrorCode::RegisterRefused);
    QCOMPARE((*engine)->lastFailure(), ErrorCode::NotSignedIn);
}

void TestTlsEngine::afterLogoutNobodyGetsIn()
{
    const auto clerk = reader(QStringLiteral("clerk1"));
    QVERIFY(clerk.card->login(secret(pin)));
    const auto engine = TlsEngine::open(*clerk.card);
    QVERIFY(engine);
    QVERIFY(signIn(QStringLiteral("clerk1"), clerk, **engine));
    QVERIFY(clerk.card->logout());
    QVERIFY(!signIn(QStringLiteral("clerk1"), clerk, **engine));
    QVERIFY(clerk.card->login(secret(pin)));
    QVERIFY(signIn(QStringLiteral("clerk1"), clerk, **engine));
    QCOMPARE((*engine)->lastFailure(), ErrorCode::Count);
}

void TestTlsEngine::aPulledCardSignsNothing()
{
    const auto clerk = reader(QStringLiteral("clerk1"), true);
    QVERIFY(clerk.card->login(secret(pin)));
    const auto engine = TlsEngine::open(*clerk.card);
    QVERIFY(engine);
    m_cards->control(QStringLiteral("clerk1"), "absent");
    QCOMPARE(codeOf(signIn(QStringLiteral("clerk1"), clerk, **engine)), ErrorCode::RegisterRefused);
    QVERIFY((*engine)->lastFailure() == ErrorCode::TokenGone ||
            (*engine)->lastFailure() == ErrorCode::TokenAbsent);
    m_cards->control(QStringLiteral("clerk1"), "");
}

void TestTlsEngine::anotherCardsCertificateIsNoUse()
{
    const auto first = reader(QStringLiteral("clerk1"));
    auto second = reader(QStringLiteral("clerk2"));
    QVERIFY(second.card->login(secret(pin)));
    const auto engine = TlsEngine::open(*second.card);
    QVERIFY(engine);
    QVERIFY(signIn(QStringLiteral("clerk2"), second, **engine));
    second.certificate = first.certificate;
    QCOMPARE(codeOf(signIn(QStringLiteral("clerk1"), second, **engine)),
             ErrorCode::RegisterRefused);
}

void TestTlsEngine::twoCardsSignEachForItself()
{
    const auto first = reader(QStringLiteral("clerk1"));
    const auto second = reader(QStringLiteral("clerk2"));
    QVERIFY(first.card->login(secret(pin)));
    QVERIFY(second.card->login(secret(pin)));
    const auto one = TlsEngine::open(*first.card);
    const auto two = TlsEngine::open(*second.card, QStringLiteral("0a"));
    QVERIFY(one);
    QVERIFY(two);
    QCOMPARE((*two)->keyName(), QStringLiteral("madoguchi:0a"));
    QCOMPARE(*signIn(QStringLiteral("clerk1"), first, **one), QStringLiteral("clerk1 TLSv1.3"));
    QCOMPARE(*signIn(QStringLiteral("clerk2"), second, **two), QStringLiteral("clerk2 TLSv1.3"));
}

void TestTlsEngine::anIdIsGivenOnce()
{
    const auto clerk = reader(QStringLiteral("clerk1"));
    const auto engine = TlsEngine::open(*clerk.card);
    QVERIFY(engine);
    QCOMPARE(codeOf(TlsEngine::open(*clerk.card)), ErrorCode::TokenUnfit);
    QCOMPARE(codeOf(TlsEngine::open(*clerk.card, QStringLiteral("key"))), ErrorCode::TokenUnfit);
}

void TestTlsEngine::afterTheEngineNothingSigns()
{
    const auto clerk = reader(QStringLiteral("clerk1"));
    QVERIFY(clerk.card->login(secret(pin)));
    auto engine = TlsEngine::open(*clerk.card);
    QVERIFY(engine);
    const auto other = TlsEngine::open(*clerk.card, QStringLiteral("02"));
    QVERIFY(other);
    QVERIFY(signIn(QStringLiteral("clerk1"), clerk, **engine));
    const QString file = (*engine)->certificateFile();
    QVERIFY(QFile::exists(file));
    engine->reset();
    QVERIFY(!QFile::exists(file));
    central::PgTarget target;
    target.connect =
        m_server->connection(QStringLiteral("clerk1"), {.file = clerk.certificate.file,
                                                        .keyFile = QStringLiteral("madoguchi:01")});
    target.password = secret("right");
    QCOMPARE(codeOf(central::PgConnection::open(target)), ErrorCode::RegisterRefused);
    QVERIFY(signIn(QStringLiteral("clerk1"), clerk, **other));
}

void TestTlsEngine::withoutACardThereIsNone()
{
    m_cards->control(QStringLiteral("clerk1"), "absent");
    token::TokenProcess nothing(m_cards->proxiedFor(QStringLiteral("clerk1")));
    nothing.lookNow();
    QCOMPARE(codeOf(TlsEngine::open(nothing)), ErrorCode::TokenAbsent);
    m_cards->control(QStringLiteral("clerk1"), "");
}

void TestTlsEngine::theCertificateIsTheCards()
{
    const auto clerk = reader(QStringLiteral("clerk1"));
    const auto engine = TlsEngine::open(*clerk.card);
    QVERIFY(engine);
    QFile file((*engine)->certificateFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QByteArray text = file.readAll();
    const QByteArray body = QByteArray(text)
                                .replace("-----BEGIN CERTIFICATE-----", "")
                                .replace("-----END CERTIFICATE-----", "");
    QCOMPARE(QByteArray::fromBase64(body), clerk.card->view().signCertificate);
}

QTEST_GUILESS_MAIN(TestTlsEngine)
#include "tst_tlsengine.moc"
