// links: madoguchi_app
#include "models/desk/counterwork.h"

#include <QtTest>

using base::ErrorCode;
using support::waited;

namespace {

/// The card in the reader, which somebody pulls at a moment of the test: as soon as it has derived
/// its share, when both factors are all but proved.
class PulledCard final : public token::Token
{
public:
    explicit PulledCard(token::Token &card)
        : m_card(card)
    {
    }
    bool pullWhenDerived = false;

    [[nodiscard]] token::TokenView view() const override
    {
        return m_gone ? token::TokenView{} : m_card.view();
    }
    void putBack() { m_gone = pullWhenDerived = false; }
    base::Result<> login(const base::Secret &pin) override { return m_card.login(pin); }
    base::Result<base::Secret> derive(const QByteArray &point) override
    {
        auto share = m_card.derive(point);
        m_gone = pullWhenDerived;
        return share;
    }
    base::Result<QByteArray> sign(const QByteArray &digest) override { return m_card.sign(digest); }
    base::Result<> logout() override { return m_card.logout(); }

private:
    token::Token &m_card;
    std::atomic<bool> m_gone{false};
};

} // namespace

/// A card that goes while it is being asked, and a desk that goes while it is at work.
class TestDeskCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFailureCountsForTheCardItBeganWith();
    void aCardThatWentMeanwhileOpensNothing();
    void aDeskThatGoesFinishesFirst();

private:
    [[nodiscard]] desk::Door::Parts partsOf(app::FrontRoom &room, token::Token &card);

    const QString m_user = QStringLiteral("madoguchi1");
    std::unique_ptr<support::TrainingPlace> m_place;
    std::unique_ptr<auth::StationSecretFile> m_secret;
    QList<desk::DoorFailure> m_failures;
};

void TestDeskCard::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
}

desk::Door::Parts TestDeskCard::partsOf(app::FrontRoom &room, token::Token &card)
{
    m_secret = std::make_unique<auth::StationSecretFile>(room.settings().secretFile);
    return {.token = card,
            .secret = *m_secret,
            .slotsFile = m_place->station(QStringLiteral("slots")),
            .view = {},
            .note =
                [this](const desk::DoorFailure &failure) {
                    m_failures.append(failure);
                    return base::Result<>();
                },
            .mayTry = [](const QString &) { return base::Result<>(); },
            .askRegister = {},
            .openOffice = {}};
}

void TestDeskCard::aFailureCountsForTheCardItBeganWith()
{
    const auto room = m_place->frontRoom(m_user);
    QVERIFY(room.has_value());
    (*room)->lookForCard();
    const QString serial = (*room)->token().view().serial;
    QVERIFY(!serial.isEmpty());
    PulledCard card((*room)->token());
    desk::Door door(partsOf(**room, card));
    card.pullWhenDerived = true;
    const auto proved = door.prove(app::toSecret(QStringLiteral("not the password")),
                                   app::toSecret(m_place->credential(m_user).pin));
    QCOMPARE(proved.error().code, ErrorCode::PasswordWrong);
    QVERIFY(card.view().serial.isEmpty());
    QCOMPARE(m_failures.size(), 1);
    QCOMPARE(m_failures.first().cardSerial, serial);
}

void TestDeskCard::aCardThatWentMeanwhileOpensNothing()
{
    std::unique_ptr<PulledCard> card;
    std::unique_ptr<desk::Door> door;
    const auto doorOf = [&](app::FrontRoom &room) -> desk::Door & {
        card = std::make_unique<PulledCard>(room.token());
        door = std::make_unique<desk::Door>(partsOf(room, *card));
        return *door;
    };
    {
        counterwork::AtDesk work(*m_place, m_user, doorOf);
        const app::Credential mine = m_place->credential(m_user);
        QSignalSpy unlocked(&work.desk(), &desk::Desk::unlocked);
        QSignalSpy locked(&work.desk(), &desk::Desk::locked);
        const auto unlock = [&] {
            return waited(
                work.desk().unlock(app::toSecret(mine.password), app::toSecret(mine.pin)));
        };
        work.desk().lock(desk::LockReason::Key);
        QVERIFY(unlock().has_value());
        QTRY_COMPARE(unlocked.size(), 1);
        work.desk().lock(desk::LockReason::Key);
        card->pullWhenDerived = true;
        (void)unlock();
        QTRY_COMPARE(locked.size(), 3);
        QVERIFY(work.desk().isLocked());
        QCOMPARE(unlocked.size(), 1);
        card->putBack();
    }
}

void TestDeskCard::aDeskThatGoesFinishesFirst()
{
    constexpr int searches = 30;
    for (int round = 0; round < 3; ++round) {
        auto work = support::signedIn(*m_place, m_user);
        const auto visit = waited(work.desk->visits().open(
            {.number = QStringLiteral("12"), .purpose = QStringLiteral("certificate")}));
        QVERIFY(visit.has_value());
        QList<desk::Answer<desk::HouseholdView>> answers;
        for (int i = 1; i <= searches; ++i)
            answers.append(work.desk->viewRecords().household(visit->id, {i}));
        work.desk->lock(desk::LockReason::Key);
        work.desk.reset();
        for (const auto &answer : answers)
            QVERIFY(answer.isFinished());
    }
    counterwork::AtDesk after(*m_place, m_user);
    const auto rows = after.rows();
    // Two of the test before were by key as well.
    QCOMPARE(std::count_if(
                 rows.begin(), rows.end(),
                 [](const auto &row) { return row.procedure == u"Lock" && row.reason == u"Key"; }),
             5);
}

QTEST_MAIN(TestDeskCard)
#include "tst_deskcard.moc"
