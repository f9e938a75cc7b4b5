#include "desk/door.h"

#include "auth/keyslots.h"
#include "desk/desk.h"

#include <utility>

using base::ErrorCode;
using base::Result;
using base::Secret;

namespace desk {

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

/// PIN, then the share the card derives, then the slot. The PIN comes first so that a wrong
/// password never tells anything to somebody without the card.
Result<Admission> Door::tryFactors(const Secret &password, const Secret &pin, Admission admission)
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
    if (const auto loggedIn = m_parts.token.login(pin); !loggedIn)
        return base::fail(loggedIn);
    auto share = m_parts.token.derive(slot->holders.first().ephemeralPoint);
    if (!share) {
        forgetCard();
        return base::fail(share);
    }
    std::vector<auth::SlotFactors> factors(1);
    factors.front() = {.password = password, .share = std::move(*share)};
    auto key = auth::openSlot(*slot, factors, *secret);
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
