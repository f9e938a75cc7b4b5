#include "token/cardreader.h"

#include <QFile>

namespace token {

using base::ErrorCode;
using base::Secret;
using wire::Operation;

namespace {

/// Whatever call it came from, these say that the card is not there any more.
bool saysGone(std::uint32_t rv)
{
    return rv == wire::rvDeviceRemoved || rv == wire::rvTokenNotPresent ||
           rv == wire::rvSessionInvalid || rv == wire::rvGeneralError;
}

PinState pinStateOf(std::uint32_t flags)
{
    if (flags & wire::flagPinLocked)
        return PinState::Locked;
    if (flags & wire::flagPinLastTry)
        return PinState::LastTry;
    return flags & wire::flagPinLow ? PinState::Low : PinState::Ready;
}

QString rvText(std::uint32_t rv)
{
    return QStringLiteral("CK_RV 0x%1").arg(rv, 0, 16);
}

} // namespace

CardReader::CardReader(TokenSettings settings, Changed changed)
    : m_settings(std::move(settings))
    , m_changed(std::move(changed))
{
}

void CardReader::tell(TokenView view)
{
    if (view == m_view)
        return;
    m_view = std::move(view);
    m_changed(m_view);
}

void CardReader::lose(ErrorCode why)
{
    m_loggedIn = false;
    TokenView none;
    none.problem = why;
    none.insertion = m_view.insertion;
    if (why == ErrorCode::TokenHangs)
        none.presence = Presence::Hanging;
    else if (why == ErrorCode::TokenModuleFailed || why == ErrorCode::TokenUnfit)
        none.presence = Presence::Unusable;
    tell(none);
}

base::Result<Answer> CardReader::ask(Operation operation, const Secret &payload)
{
    return askWithin(operation, payload, m_settings.answerMs);
}

base::Result<Answer> CardReader::askWithin(Operation operation, const Secret &payload, int limitMs)
{
    auto answer = m_pipe->ask(operation, payload, limitMs);
    if (!answer) {
        m_nextStart.setRemainingTime(m_settings.restartMs);
        lose(answer.error().code);
        m_pipe.reset();
        return answer;
    }
    if (saysGone(answer->rv)) {
        lose(m_view.presence == Presence::Present ? ErrorCode::TokenGone : ErrorCode::TokenAbsent);
        return base::fail(ErrorCode::TokenGone, rvText(answer->rv));
    }
    return answer;
}

base::Result<> CardReader::startModule()
{
    if (m_pipe)
        return {};
    if (!m_nextStart.hasExpired())
        return base::fail(ErrorCode::TokenModuleFailed, QStringLiteral("waiting to start again"));
    auto pipe = TokenPipe::start(m_settings.program, m_settings.environment);
    if (pipe) {
        m_pipe = std::move(*pipe);
        const QByteArray path = QFile::encodeName(m_settings.module);
        const auto loaded =
            m_pipe->ask(Operation::Load,
                        Fields().raw(path.constData(), static_cast<std::size_t>(path.size())).all(),
                        m_settings.answerMs);
        if (loaded && loaded->rv == wire::rvOk)
            return {};
        m_pipe.reset();
        lose(loaded ? ErrorCode::TokenModuleFailed : loaded.error().code);
    } else {
        lose(pipe.error().code);
    }
    m_nextStart.setRemainingTime(m_settings.restartMs);
    return base::fail(m_view.problem, QStringLiteral("module not loaded"));
}

base::Result<> CardReader::readCertificates(TokenView *card)
{
    const auto answer = ask(Operation::Certificates, {});
    if (!answer)
        return base::fail(answer);
    FieldReader fields(answer->payload);
    const std::uint32_t count = fields.number(1);
    for (std::uint32_t i = 0; i < count && !fields.broken(); ++i) {
        const QByteArray id = fields.bytes();
        const QByteArray der = fields.bytes();
        if (id == m_settings.signKey)
            card->signCertificate = der;
        if (id == m_settings.deriveKey)
            card->deriveCertificate = der;
    }
    if (card->signCertificate.isEmpty() || card->deriveCertificate.isEmpty())
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("certificate missing"));
    return {};
}

base::Result<> CardReader::findCard()
{
    const auto slotList = ask(Operation::Slots, {});
    if (!slotList)
        return base::fail(slotList);
    FieldReader fields(slotList->payload);
    const std::uint32_t count = fields.number(1);
    bool unfit = false;
    for (std::uint32_t i = 0; i < count; ++i) {
        TokenView card;
        const std::uint32_t flags = fields.number(4);
        card.pin = pinStateOf(flags);
        card.pinPad = flags & wire::flagPinPad;
        card.removable = fields.number(4) & wire::slotFlagRemovable;
        card.label = QString::fromUtf8(fields.take(wire::labelBytes)).trimmed();
        const QByteArray serial = fields.take(wire::serialBytes);
        card.serial = QString::fromUtf8(serial).trimmed();
        if (fields.broken())
            return base::fail(ErrorCode::TokenModuleFailed, QStringLiteral("slot list cut short"));
        const auto chosen =
            ask(Operation::Select, Fields().raw(serial.constData(), wire::serialBytes).all());
        if (!chosen)
            return base::fail(chosen);
        if (chosen->rv != wire::rvOk)
            continue;
        if (const auto read = readCertificates(&card); !read) {
            if (read.error().code != ErrorCode::TokenUnfit)
                return read;
            unfit = true;
            continue;
        }
        card.presence = Presence::Present;
        card.problem = ErrorCode::Count;
        card.insertion = ++m_insertions;
        tell(card);
        return {};
    }
    const ErrorCode why = unfit ? ErrorCode::TokenUnfit : ErrorCode::TokenAbsent;
    // A card that was pulled stays "gone" until one comes.
    if (unfit || m_view.problem != ErrorCode::TokenGone)
        lose(why);
    return base::fail(why);
}

void CardReader::takeFlags(std::uint32_t flags)
{
    TokenView view = m_view;
    view.pin = pinStateOf(flags);
    tell(view);
}

void CardReader::look()
{
    if (!startModule())
        return;
    if (m_view.presence != Presence::Present) {
        static_cast<void>(findCard());
        return;
    }
    const auto answer = ask(Operation::Poll, {});
    if (!answer)
        return;
    if (answer->rv == wire::rvOk)
        takeFlags(FieldReader(answer->payload).number(4));
    else
        lose(ErrorCode::TokenGone);
}

base::Result<> CardReader::mustBePresent() const
{
    if (m_view.presence == Presence::Present && m_pipe)
        return {};
    return base::fail(m_view.problem, QStringLiteral("no card to ask"));
}

base::Result<> CardReader::login(const Secret &pin)
{
    if (const auto present = mustBePresent(); !present)
        return present;
    if (m_view.pin == PinState::Locked)
        return base::fail(ErrorCode::PinLocked);
    // The card counts tries: what cannot be a PIN is not tried.
    if (pin.size() > wire::maxPin || pin.empty() != m_view.pinPad)
        return base::fail(ErrorCode::PinWrong, QStringLiteral("not given to the card"));
    m_loggedIn = false;
    const auto answer =
        askWithin(Operation::Login, pin, m_view.pinPad ? m_settings.pinPadMs : m_settings.answerMs);
    if (!answer)
        return base::fail(answer);
    FieldReader fields(answer->payload);
    if (const std::uint32_t flags = fields.number(4); !fields.broken())
        takeFlags(flags);
    switch (answer->rv) {
    case wire::rvOk:
        m_loggedIn = true;
        return {};
    case wire::rvPinLocked:
        return base::fail(ErrorCode::PinLocked);
    case wire::rvPinIncorrect:
    case wire::rvPinInvalid:
    case wire::rvPinLength:
        if (m_view.pin == PinState::Locked)
            return base::fail(ErrorCode::PinLocked);
        return base::fail(m_view.pin == PinState::LastTry ? ErrorCode::PinLastTry
                                                          : ErrorCode::PinWrong);
    default:
        return base::fail(ErrorCode::PinWrong, rvText(answer->rv));
    }
}

base::Result<Secret> CardReader::keyAnswer(const base::Result<Answer> &answer) const
{
    if (!answer)
        return base::fail(answer);
    if (answer->rv == wire::rvOk)
        return answer->payload;
    // Before login a secret key is not refused but invisible.
    if (!m_loggedIn || answer->rv == wire::rvUserNotLoggedIn)
        return base::fail(ErrorCode::NotSignedIn, rvText(answer->rv));
    return base::fail(ErrorCode::TokenUnfit, rvText(answer->rv));
}

base::Result<Secret> CardReader::derive(const QByteArray &point)
{
    if (const auto present = mustBePresent(); !present)
        return base::fail(present);
    if (point.size() != wire::pointBytes)
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("point of wrong length"));
    Fields fields;
    fields.bytes(m_settings.deriveKey.constData(),
                 static_cast<std::size_t>(m_settings.deriveKey.size()));
    fields.raw(point.constData(), wire::pointBytes);
    auto share = keyAnswer(ask(Operation::Derive, fields.all()));
    if (share && share->size() != wire::shareBytes)
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("share of wrong length"));
    return share;
}

base::Result<QByteArray> CardReader::sign(const QByteArray &digest)
{
    if (const auto present = mustBePresent(); !present)
        return base::fail(present);
    Fields fields;
    fields.number(wire::mechanismEcdsa, 4);
    fields.bytes(m_settings.signKey.constData(),
                 static_cast<std::size_t>(m_settings.signKey.size()));
    fields.raw(digest.constData(), static_cast<std::size_t>(digest.size()));
    const auto signature = keyAnswer(ask(Operation::Sign, fields.all()));
    if (!signature)
        return base::fail(signature);
    return QByteArray(reinterpret_cast<const char *>(signature->data()),
                      static_cast<qsizetype>(signature->size()));
}

base::Result<> CardReader::logout()
{
    m_loggedIn = false;
    if (const auto present = mustBePresent(); !present)
        return present;
    const auto answer = ask(Operation::Logout, {});
    if (!answer)
        return base::fail(answer);
    return {};
}

} // namespace token
