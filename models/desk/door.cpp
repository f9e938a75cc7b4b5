#include "desk/door.h"

#include "auth/keyslots.h"
#include "desk/desk.h"

#include <utility>

using base::ErrorCode;
using base::Result;
using base::Secret;

namespace desk {

namespace {

/// What a register that accepted both factors mends.
bool canBeRenewed(ErrorCode code)
{
    return code == ErrorCode::SlotMissing || code == ErrorCode::SlotDamaged ||
           code == ErrorCode::PasswordWrong;
}

} // namespace

TokenView viewOf(const token::TokenView &card)
{
    TokenView view;
    view.state = card.presence;
    view.pin = card.pin;
    view.pinPad = card.pinPad;
    view.serial = card.serial;
    view.problem = card.problem;
    if (card.presence != TokenState::Present)
        return view;
    if (const auto identity = auth::readCard(card)) {
        view.userId = identity->userId;
        view.userName = identity->displayName;
    } else {
        view.state = TokenState::Unusable;
        view.problem = identity.error().code;
    }
    return view;
}

Door::Door(Parts parts)
    : m_parts(std::move(parts))
    , m_worker(QStringLiteral("door"))
{
    connect(&m_parts.token, &token::Token::changed, this,
            [this](const token::TokenView &card) { Q_EMIT tokenChanged(viewOf(card)); });
}

Door::~Door() = default;

TokenView Door::token() const
{
    return viewOf(m_parts.token.view());
}

Result<auth::CardIdentity> Door::identify(const token::TokenView &card) const
{
    if (card.presence != token::Presence::Present)
        return base::fail(card.problem);
    return auth::readCard(card);
}

Result<Admission> Door::prove(const Secret &password, const Secret &pin)
{
    Admission admission;
    admission.card = m_parts.token.view();
    const auto identity = identify(admission.card);
    if (!identity)
        return base::fail(identity);
    admission.identity = *identity;
    // The try counts for the card it began with, also when that is pulled before the answer.
    const QString serial = admission.card.serial;
    if (const auto allowed = m_parts.mayTry(serial); !allowed)
        return base::fail(allowed);
    auto proved = tryFactors(password, pin, std::move(admission));
    if (proved)
        return proved;
    const DoorFailure failure{
        .code = proved.error().code, .userId = identity->userId, .cardSerial = serial};
    if (const auto noted = m_parts.note(failure); !noted)
        return base::fail(noted);
    return proved;
}

/// The slot of the card that is logged in.
Result<Secret> Door::openSlot(const Secret &password, const Admission &admission) const
{
    const auto secret = m_parts.secret.read();
    if (!secret)
        return base::fail(secret);
    const auto slotFile = auth::KeySlots::read(m_parts.slotsFile);
    if (!slotFile)
        return base::fail(slotFile);
    const auto slot = slotFile->find(admission.identity.fingerprint);
    if (!slot)
        return base::fail(slot);
    auto share = m_parts.token.derive(slot->holders.first().ephemeralPoint);
    if (!share)
        return base::fail(share);
    std::vector<auth::SlotFactors> factors(1);
    factors.front() = {.password = password, .share = std::move(*share)};
    return auth::openSlot(*slot, factors, *secret);
}

Result<auth::KeySlot> Door::slotFor(const Secret &password, const Admission &admission) const
{
    const auto secret = m_parts.secret.read();
    if (!secret)
        return base::fail(secret);
    return auth::makeSlot({.kind = auth::SlotKind::Card,
                           .cost = {},
                           .cards = {{.serial = admission.card.serial,
                                      .fingerprint = admission.identity.fingerprint,
                                      .point = admission.identity.point}},
                           .passwords = {password}},
                          admission.stationKey, *secret);
}

Result<> Door::keepSlot(const auth::KeySlot &slot) const
{
    auto slotFile = auth::KeySlots::read(m_parts.slotsFile);
    if (!slotFile)
        return base::fail(slotFile);
    slotFile->put(slot);
    return slotFile->write(m_parts.slotsFile);
}

/// First time here, a new card, or the password was changed elsewhere, or here and the slot was not
/// written any more: the register has accepted both, so the slot is written anew.
Result<Secret> Door::renewSlot(const Secret &password, Admission admission) const
{
    const auto secret = m_parts.secret.read();
    if (!secret)
        return base::fail(secret);
    auto key = admission.accepted->stationKey(*secret);
    if (!key)
        return key;
    admission.stationKey = *key;
    const auto slot = slotFor(password, admission);
    if (!slot)
        return base::fail(slot);
    if (const auto kept = keepSlot(*slot); !kept)
        return base::fail(kept);
    return key;
}

/// PIN, then the register when it is on a server, then the share the card derives and the slot. The
/// PIN comes first so that a wrong password never tells anything to somebody without the card.
Result<Admission> Door::tryFactors(const Secret &password, const Secret &pin, Admission admission)
{
    if (const auto secret = m_parts.secret.read(); !secret)
        return base::fail(secret);
    if (!m_parts.askRegister) {
        // Without a slot the PIN is not asked of the card at all.
        const auto slotFile = auth::KeySlots::read(m_parts.slotsFile);
        if (!slotFile)
            return base::fail(slotFile);
        if (const auto slot = slotFile->find(admission.identity.fingerprint); !slot)
            return base::fail(slot);
    }
    if (const auto loggedIn = m_parts.token.login(pin); !loggedIn)
        return base::fail(loggedIn);
    if (m_parts.askRegister) {
        auto accepted = m_parts.askRegister(admission.identity, password);
        if (accepted) {
            admission.accepted = std::move(*accepted);
        } else if (accepted.error().code == ErrorCode::RegisterUnreachable) {
            admission.askAgain = [ask = m_parts.askRegister, identity = admission.identity,
                                  password] { return ask(identity, password); };
        } else {
            forgetCard();
            return base::fail(accepted);
        }
    }
    auto key = openSlot(password, admission);
    // Who never signed in here cannot do so without the register.
    if (!key && admission.askAgain && key.error().code == ErrorCode::SlotMissing)
        key = base::fail(ErrorCode::LeaseMissing);
    if (!key && admission.accepted && canBeRenewed(key.error().code))
        key = renewSlot(password, admission);
    if (key && admission.accepted) {
        const auto &link = admission.accepted->link;
        if (const auto counted =
                link->recordSignIn(admission.identity.userId, central::SignInOutcome::Opened);
            !counted)
            key = base::fail(counted);
    }
    // A card goes on signing for a register on a server: the connection may have to be made anew.
    if (!key || (!admission.accepted && !admission.askAgain))
        forgetCard();
    if (!key)
        return base::fail(key);
    admission.stationKey = std::move(*key);
    return admission;
}

Answer<std::shared_ptr<Desk>> Door::signIn(Secret password, Secret pin)
{
    return m_worker.run([this, password = std::move(password),
                         pin = std::move(pin)]() -> Result<std::shared_ptr<Desk>> {
        const auto proved = prove(password, pin);
        if (!proved)
            return base::fail(proved);
        auto opened = m_parts.openOffice(*proved);
        if (opened)
            return opened;
        forgetCard();
        const DoorFailure failure{.code = opened.error().code,
                                  .userId = proved->identity.userId,
                                  .cardSerial = proved->card.serial};
        if (const auto noted = m_parts.note(failure); !noted)
            return base::fail(noted);
        return opened;
    });
}

void Door::forgetCard()
{
    // A card that went away meanwhile is logged out already.
    (void)m_parts.token.logout();
}

} // namespace desk
