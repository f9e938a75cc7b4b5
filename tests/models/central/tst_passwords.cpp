#include "support/builders.h"
#include "support/registerworld.h"

#include <QtTest>

using base::ErrorCode;
using central::PasswordOf;
using support::keyOf;
using support::registerWorld;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString clerk = u"clerk"_s;

central::CityPart onePerson()
{
    central::CityPart city;
    city.people.append({support::aPerson(1)});
    return city;
}

base::Secret word(const QByteArray &text)
{
    return {text.begin(), text.end()};
}

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer.has_value() ? ErrorCode::Count : answer.error().code;
}

} // namespace

// design.md 3: "the register enforces age and forced change"; 5: life 90 days, history 10. What
// every implementation of CentralLink does.
class TestPasswords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofTheLastTenNoneIsTakenAgain_data() { support::everyRegister(); }
    void ofTheLastTenNoneIsTakenAgain();
    void anAgedPasswordOpensNothingButItsChange_data() { support::everyRegister(); }
    void anAgedPasswordOpensNothingButItsChange();
    void aPasswordThatWasHandedOutMustBeChanged_data() { support::everyRegister(); }
    void aPasswordThatWasHandedOutMustBeChanged();
    void withoutASessionNothingIsChanged_data() { support::everyRegister(); }
    void withoutASessionNothingIsChanged();
    void anAccountThatMayNotBeUsedIsNotChanged_data() { support::everyRegister(); }
    void anAccountThatMayNotBeUsedIsNotChanged();
};

void TestPasswords::ofTheLastTenNoneIsTakenAgain()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, onePerson());
    if (backend == u"embedded")
        QVERIFY(place->owner().setPassword(clerk, keyOf('w'), PasswordOf::User));
    QVERIFY(place->signIn(clerk));
    auto &link = place->link(clerk);
    // The present one is among them.
    QCOMPARE(codeOf(link.changePassword(keyOf('w'))), ErrorCode::PasswordUsed);
    for (char letter = 'a'; letter < 'j'; ++letter) // nine
        QVERIFY(link.changePassword(word(QByteArray(14, letter))));
    QCOMPARE(codeOf(link.changePassword(keyOf('w'))), ErrorCode::PasswordUsed);
    QCOMPARE(codeOf(link.changePassword(word(QByteArray(14, 'a')))), ErrorCode::PasswordUsed);
    QCOMPARE(codeOf(link.changePassword(word(QByteArray(14, 'i')))), ErrorCode::PasswordUsed);
    QVERIFY(link.changePassword(word(QByteArray(14, 'j'))));
    // The eleventh from the end.
    QVERIFY(link.changePassword(keyOf('w')));
    QCOMPARE(place->owner().user(clerk).value()->passwordChangedOn, QDate(2026, 11, 2));
}

void TestPasswords::anAgedPasswordOpensNothingButItsChange()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, onePerson());
    auto &link = place->link(clerk);
    // Changed on 1 October; that day does not count (民法 第140条), so the 90th is 30 December.
    place->goTo(QDate(2026, 12, 30));
    auto session = place->signIn(clerk);
    QVERIFY(session);
    QVERIFY(!session->mustChangePassword);
    QVERIFY(link.demand(central::Right::Search));
    // Also on a session that was opened before.
    place->goTo(QDate(2026, 12, 31));
    QCOMPARE(codeOf(link.demand(central::Right::Search)), ErrorCode::PasswordExpired);
    session = place->signIn(clerk);
    QVERIFY(session);
    QVERIFY(session->mustChangePassword);
    QCOMPARE(codeOf(link.demand(central::Right::Search)), ErrorCode::PasswordExpired);
    QCOMPARE(codeOf(link.beginLoad()), ErrorCode::PasswordExpired);
    QCOMPARE(codeOf(link.feed({}, 10)), ErrorCode::PasswordExpired);
    QCOMPARE(codeOf(link.position()), ErrorCode::PasswordExpired);
    QCOMPARE(codeOf(link.registerDigest()), ErrorCode::PasswordExpired);
    QCOMPARE(codeOf(link.lockForEdit({})), ErrorCode::PasswordExpired);
    QCOMPARE(codeOf(link.releaseLocks()), ErrorCode::PasswordExpired);
    QCOMPARE(codeOf(link.unlockUser(u"chief"_s)), ErrorCode::PasswordExpired);
    // The log of the station is looked at before anything is written into it.
    QVERIFY(link.witnessedHead(u"S0001"_s));

    QVERIFY(link.changePassword(word("harvest-moon-71")));
    QVERIFY(link.demand(central::Right::Search));
    session = place->signIn(clerk);
    QVERIFY(session);
    QVERIFY(!session->mustChangePassword);
    QCOMPARE(session->user.passwordChangedOn, QDate(2026, 12, 31));
}

void TestPasswords::aPasswordThatWasHandedOutMustBeChanged()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, onePerson());
    QCOMPARE(codeOf(place->owner().setPassword(u"stranger"_s, keyOf('w'), PasswordOf::Register)),
             ErrorCode::UserUnknown);
    QVERIFY(place->owner().setPassword(clerk, keyOf('w'), PasswordOf::Register));
    auto &link = place->link(clerk);
    const auto session = place->signIn(clerk);
    QVERIFY(session);
    QVERIFY(session->mustChangePassword);
    QCOMPARE(codeOf(link.demand(central::Right::Search)), ErrorCode::PasswordExpired);
    // It does not become his own by being typed again.
    QCOMPARE(codeOf(link.changePassword(keyOf('w'))), ErrorCode::PasswordUsed);
    QCOMPARE(codeOf(link.demand(central::Right::Search)), ErrorCode::PasswordExpired);
    QVERIFY(link.changePassword(word("harvest-moon-71")));
    QVERIFY(link.demand(central::Right::Search));
    // Nobody else's is touched.
    const auto other = place->signIn(u"chief"_s);
    QVERIFY(other);
    QVERIFY(!other->mustChangePassword);
}

void TestPasswords::withoutASessionNothingIsChanged()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, onePerson());
    auto &link = place->link(clerk);
    QCOMPARE(codeOf(link.changePassword(word("harvest-moon-71"))), ErrorCode::NotSignedIn);
    QVERIFY(place->signIn(clerk));
    link.closeSession();
    QCOMPARE(codeOf(link.changePassword(word("harvest-moon-71"))), ErrorCode::NotSignedIn);
    QCOMPARE(place->owner().user(clerk).value()->passwordChangedOn, QDate(2026, 10, 1));
}

void TestPasswords::anAccountThatMayNotBeUsedIsNotChanged()
{
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, onePerson());
    QVERIFY(place->signIn(clerk));
    auto &link = place->link(clerk);
    for (int failure = 0; failure < 5; ++failure)
        (void)link.recordSignIn(clerk, central::SignInOutcome::WrongPassword);
    QCOMPARE(codeOf(link.changePassword(word("harvest-moon-71"))), ErrorCode::UserLocked);
    QCOMPARE(place->owner().user(clerk).value()->passwordChangedOn, QDate(2026, 10, 1));
}

QTEST_GUILESS_MAIN(TestPasswords)
#include "tst_passwords.moc"
