// links: madoguchi_auth
#include "auth/cardidentity.h"
#include "support/traincard.h"
#include "token/tokenprocess.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/wait.h>

using base::ErrorCode;
using support::secret;
using token::PinState;
using token::Presence;
using token::TokenProcess;

namespace {

const QString clerk = QStringLiteral("u001");
constexpr int arrivesMs = 10000;

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer ? ErrorCode::Count : answer.error().code;
}

bool appears(const TokenProcess &process)
{
    return QTest::qWaitFor([&] { return process.view().presence == Presence::Present; }, arrivesMs);
}

} // namespace

/// The card behind madoguchi-token: real SoftHSM2, and SoftHSM2 behind a module that fails.
class TestTokenProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void showsTheCard();
    void derivesAfterThePinOnly();
    void signsWithTheOtherKey();
    void checksThePinAtEveryLogin();
    void tellsTheTriesLeft();
    void neverGivesAnEmptyPinToTheCard();
    void takesThePinFromThePad();
    void noticesRemovalWithinASecond();
    void removalDuringACallIsTokenGone();
    void noCardIsAbsent();
    void cardWithoutCertificatesIsUnfit();
    void endsAModuleThatHangs();
    void outlivesAModuleThatCrashes();
    void missingModuleIsNamed();
    void missingProgramIsNamed();
    void refusalIsNoCrash();
    void takesTheseAnswersAsGone_data();
    void takesTheseAnswersAsGone();
    void leavesNoProcessBehind();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<support::CardMaker> m_maker;
    auth::TrainingCard m_card;
};

void TestTokenProcess::initTestCase()
{
    QVERIFY2(!token::softHsmModule().isEmpty(), "SoftHSM2 is needed");
    m_maker = std::make_unique<support::CardMaker>(m_folder.path());
    const auto made = m_maker->make(clerk, QStringLiteral("研修 一郎"));
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    m_card = *made;
}

void TestTokenProcess::init()
{
    m_maker->control(clerk, "");
    QFile::remove(m_folder.filePath(clerk + QStringLiteral(".control.tries")));
}

void TestTokenProcess::showsTheCard()
{
    const TokenProcess process(m_maker->settingsFor(clerk));
    QVERIFY(appears(process));
    const auto view = process.view();
    QCOMPARE(view.label, clerk);
    QCOMPARE(view.serial, m_card.serial);
    QCOMPARE(view.signCertificate, m_card.signCertificate);
    QCOMPARE(view.deriveCertificate, m_card.deriveCertificate);
    QCOMPARE(view.pin, PinState::Ready);
    QVERIFY(!view.pinPad);
    QCOMPARE(view.insertion, 1ULL);
}

void TestTokenProcess::derivesAfterThePinOnly()
{
    TokenProcess process(m_maker->settingsFor(clerk));
    QVERIFY(appears(process));
    const auto offer = base::crypto::offerTo(m_card.derivePoint);
    QVERIFY(offer);
    QCOMPARE(codeOf(process.derive(offer->ephemeralPoint)), ErrorCode::NotSignedIn);
    QVERIFY(process.login(secret(support::pin)));
    const auto share = process.derive(offer->ephemeralPoint);
    QVERIFY(share);
    QVERIFY(*share == offer->share);
    QVERIFY(process.logout());
    QCOMPARE(codeOf(process.derive(offer->ephemeralPoint)), ErrorCode::NotSignedIn);
}

void TestTokenProcess::signsWithTheOtherKey()
{
    TokenProcess process(m_maker->settingsFor(clerk));
    QVERIFY(appears(process));
    const QByteArray digest = base::crypto::sha256("to be signed");
    QCOMPARE(codeOf(process.sign(digest)), ErrorCode::NotSignedIn);
    QVERIFY(process.login(secret(support::pin)));
    const auto signature = process.sign(digest);
    QVERIFY(signature);
    QVERIFY(auth::isSignatureOf(m_card.signCertificate, digest, *signature));
    QVERIFY(!auth::isSignatureOf(m_card.signCertificate, base::crypto::sha256("else"), *signature));
    QVERIFY(!auth::isSignatureOf(m_card.deriveCertificate, digest, *signature));
}

void TestTokenProcess::checksThePinAtEveryLogin()
{
    // Unlocking must not pass with a wrong PIN because the card is still logged in.
    TokenProcess process(m_maker->settingsFor(clerk));
    QVERIFY(appears(process));
    QVERIFY(process.login(secret(support::pin)));
    QCOMPARE(codeOf(process.login(secret("00000"))), ErrorCode::PinWrong);
    const auto offer = base::crypto::offerTo(m_card.derivePoint);
    QCOMPARE(codeOf(process.derive(offer->ephemeralPoint)), ErrorCode::NotSignedIn);
}

void TestTokenProcess::tellsTheTriesLeft()
{
    TokenProcess process(m_maker->proxiedFor(clerk));
    QVERIFY(appears(process));
    QCOMPARE(codeOf(process.login(secret("00000"))), ErrorCode::PinWrong);
    QCOMPARE(process.view().pin, PinState::Low);
    QCOMPARE(codeOf(process.login(secret("00000"))), ErrorCode::PinLastTry);
    QCOMPARE(process.view().pin, PinState::LastTry);
    QCOMPARE(codeOf(process.login(secret("00000"))), ErrorCode::PinLocked);
    QCOMPARE(process.view().pin, PinState::Locked);
    // Locked is locked, for the right PIN too, twelve times over.
    for (int i = 0; i < 12; ++i)
        QCOMPARE(codeOf(process.login(secret(support::pin))), ErrorCode::PinLocked);
}

void TestTokenProcess::neverGivesAnEmptyPinToTheCard()
{
    TokenProcess process(m_maker->proxiedFor(clerk));
    QVERIFY(appears(process));
    QCOMPARE(codeOf(process.login({})), ErrorCode::PinWrong);
    QCOMPARE(codeOf(process.login(base::Secret(300, '1'))), ErrorCode::PinWrong);
    QCOMPARE(process.view().pin, PinState::Ready);
}

void TestTokenProcess::takesThePinFromThePad()
{
    m_maker->control(clerk, "pinpad");
    TokenProcess process(m_maker->proxiedFor(clerk));
    QVERIFY(appears(process));
    QVERIFY(process.view().pinPad);
    QVERIFY(process.login({}));
    QCOMPARE(codeOf(process.login(secret(support::pin))), ErrorCode::PinWrong);
}

void TestTokenProcess::noticesRemovalWithinASecond()
{
    TokenProcess process(m_maker->proxiedFor(clerk));
    QVERIFY(appears(process));
    QVERIFY(process.login(secret(support::pin)));
    bool told = false;
    QObject context;
    connect(&process, &token::Token::changed, &context, [&told](const token::TokenView &view) {
        told = view.presence == Presence::Absent && view.problem == ErrorCode::TokenGone;
    });
    QElapsedTimer sincePulled;
    sincePulled.start();
    m_maker->control(clerk, "absent");
    QTRY_VERIFY_WITH_TIMEOUT(told, 5000);
    QVERIFY2(sincePulled.elapsed() < 1000, qPrintable(QString::number(sincePulled.elapsed())));
    QCOMPARE(process.view().problem, ErrorCode::TokenGone);

    // Back in the reader it is there again, but nobody is logged in.
    m_maker->control(clerk, "");
    QVERIFY(appears(process));
    QCOMPARE(process.view().insertion, 2ULL);
    const auto offer = base::crypto::offerTo(m_card.derivePoint);
    QCOMPARE(codeOf(process.derive(offer->ephemeralPoint)), ErrorCode::NotSignedIn);
    QVERIFY(process.login(secret(support::pin)));
    QVERIFY(process.derive(offer->ephemeralPoint));
}

void TestTokenProcess::removalDuringACallIsTokenGone()
{
    auto settings = m_maker->proxiedFor(clerk);
    settings.pollMs = 60000; // only the call itself can notice
    TokenProcess process(settings);
    QVERIFY(appears(process));
    m_maker->control(clerk, "absent");
    QCOMPARE(codeOf(process.login(secret(support::pin))), ErrorCode::TokenGone);
    QCOMPARE(process.view().presence, Presence::Absent);
    QCOMPARE(process.view().problem, ErrorCode::TokenGone);
}

void TestTokenProcess::noCardIsAbsent()
{
    m_maker->control(clerk, "absent");
    TokenProcess process(m_maker->proxiedFor(clerk));
    process.lookNow();
    QCOMPARE(process.view().presence, Presence::Absent);
    QCOMPARE(codeOf(process.login(secret(support::pin))), ErrorCode::TokenAbsent);
}

void TestTokenProcess::cardWithoutCertificatesIsUnfit()
{
    auto settings = m_maker->settingsFor(clerk);
    settings.signKey = QByteArrayLiteral("\x77");
    TokenProcess process(settings);
    process.lookNow();
    QCOMPARE(process.view().presence, Presence::Unusable);
    QCOMPARE(process.view().problem, ErrorCode::TokenUnfit);
}

void TestTokenProcess::endsAModuleThatHangs()
{
    auto settings = m_maker->proxiedFor(clerk);
    settings.answerMs = 500;
    settings.restartMs = 200;
    TokenProcess process(settings);
    QVERIFY(appears(process));
    QElapsedTimer time;
    time.start();
    m_maker->control(clerk, "hang");
    const auto login = process.login(secret(support::pin));
    QVERIFY(!login);
    QVERIFY(time.elapsed() < 3000);
    QCOMPARE(process.view().presence, Presence::Hanging);
    QCOMPARE(process.view().problem, ErrorCode::TokenHangs);
    // While it hangs, every call still ends.
    time.restart();
    QVERIFY(!process.derive(QByteArray(65, '\x04')));
    QVERIFY(time.elapsed() < 3000);

    m_maker->control(clerk, "");
    QVERIFY(appears(process));
    QVERIFY(process.login(secret(support::pin)));
    const auto offer = base::crypto::offerTo(m_card.derivePoint);
    QVERIFY(process.derive(offer->ephemeralPoint));
}

void TestTokenProcess::outlivesAModuleThatCrashes()
{
    auto settings = m_maker->proxiedFor(clerk);
    settings.restartMs = 200;
    TokenProcess process(settings);
    QVERIFY(appears(process));
    m_maker->control(clerk, "crash");
    QTRY_COMPARE_WITH_TIMEOUT(process.view().presence, Presence::Unusable, 5000);
    QCOMPARE(process.view().problem, ErrorCode::TokenModuleFailed);
    QCOMPARE(codeOf(process.login(secret(support::pin))), ErrorCode::TokenModuleFailed);
    m_maker->control(clerk, "");
    QVERIFY(appears(process));
    QVERIFY(process.login(secret(support::pin)));
    const auto offer = base::crypto::offerTo(m_card.derivePoint);
    QVERIFY(process.derive(offer->ephemeralPoint));
}

void TestTokenProcess::missingModuleIsNamed()
{
    auto settings = m_maker->settingsFor(clerk);
    settings.module = QStringLiteral("/nowhere/card.so");
    TokenProcess process(settings);
    process.lookNow();
    QCOMPARE(process.view().presence, Presence::Unusable);
    QCOMPARE(process.view().problem, ErrorCode::TokenModuleFailed);
}

void TestTokenProcess::missingProgramIsNamed()
{
    auto settings = m_maker->settingsFor(clerk);
    settings.program = QStringLiteral("/nowhere/madoguchi-token");
    TokenProcess process(settings);
    process.lookNow();
    QCOMPARE(process.view().problem, ErrorCode::TokenModuleFailed);
}

void TestTokenProcess::refusalIsNoCrash()
{
    TokenProcess process(m_maker->proxiedFor(clerk));
    QVERIFY(appears(process));
    QVERIFY(process.login(secret(support::pin)));
    m_maker->control(clerk, "refuse=0x200"); // CKR_FUNCTION_REJECTED
    const auto offer = base::crypto::offerTo(m_card.derivePoint);
    QCOMPARE(codeOf(process.derive(offer->ephemeralPoint)), ErrorCode::TokenUnfit);
    QCOMPARE(process.view().presence, Presence::Present);
}

void TestTokenProcess::takesTheseAnswersAsGone_data()
{
    QTest::addColumn<QByteArray>("rv");
    QTest::newRow("CKR_GENERAL_ERROR") << QByteArray("0x5");
    QTest::newRow("CKR_DEVICE_REMOVED") << QByteArray("0x32");
    QTest::newRow("CKR_SESSION_HANDLE_INVALID") << QByteArray("0xb3");
    QTest::newRow("CKR_TOKEN_NOT_PRESENT") << QByteArray("0xe0");
}

void TestTokenProcess::takesTheseAnswersAsGone()
{
    QFETCH(QByteArray, rv);
    auto settings = m_maker->proxiedFor(clerk);
    settings.pollMs = 60000;
    TokenProcess process(settings);
    QVERIFY(appears(process));
    QVERIFY(process.login(secret(support::pin)));
    m_maker->control(clerk, "refuse=" + rv);
    const QByteArray digest = base::crypto::sha256("to be signed");
    QCOMPARE(codeOf(process.sign(digest)), ErrorCode::TokenGone);
    QCOMPARE(process.view().problem, ErrorCode::TokenGone);
    // The next look finds the card again; the login is gone.
    m_maker->control(clerk, "");
    process.lookNow();
    QCOMPARE(process.view().insertion, 2ULL);
    QCOMPARE(codeOf(process.sign(digest)), ErrorCode::NotSignedIn);
}

void TestTokenProcess::leavesNoProcessBehind()
{
    {
        const TokenProcess process(m_maker->settingsFor(clerk));
        QVERIFY(appears(process));
    }
    errno = 0;
    QCOMPARE(waitpid(-1, nullptr, WNOHANG), -1);
    QCOMPARE(errno, ECHILD);
}

QTEST_GUILESS_MAIN(TestTokenProcess)
#include "tst_tokenprocess.moc"
