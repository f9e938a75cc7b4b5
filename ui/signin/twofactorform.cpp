#include "ui/signin/twofactorform.h"

#include "ui/widgets/entermoves.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/secretfield.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace signin {

using widgets::ButtonRole;
using widgets::TextRole;

namespace {

constexpr int mostPasswordBytes = 256;
constexpr int mostPinBytes = 64;

} // namespace

TwoFactorForm::TwoFactorForm(const QString &buttonWords, Submit submit, QWidget *parent)
    : QWidget(parent)
    , m_submit(std::move(submit))
    , m_cardIcon(new QLabel(this))
    , m_cardName(widgets::label({}, TextRole::Name, this))
    , m_cardState(widgets::label({}, TextRole::Muted, this))
    , m_pinState(widgets::label({}, TextRole::Warning, this))
    , m_password(new widgets::SecretField(mostPasswordBytes, this))
    , m_pin(new widgets::SecretField(mostPinBytes, this))
    , m_button(widgets::button(buttonWords, ButtonRole::Primary, this))
    , m_message(new widgets::MessageBar(this))
{
    m_password->setObjectName(QStringLiteral("password"));
    m_pin->setObjectName(QStringLiteral("pin"));
    m_button->setObjectName(QStringLiteral("enter"));
    m_message->setObjectName(QStringLiteral("message"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_message);
    auto *card = new QHBoxLayout;
    card->addWidget(m_cardIcon);
    auto *lines = new QVBoxLayout;
    widgets::setSpacingEm(lines, 0);
    lines->addWidget(m_cardName);
    m_cardState->setWordWrap(true);
    lines->addWidget(m_cardState);
    card->addLayout(lines, 1);
    column->addLayout(card);
    column->addWidget(widgets::line(this));
    auto *fields = new widgets::FormGrid(1, this);
    fields->add(tr("Password"), m_password);
    fields->add(tr("PIN"), m_pin);
    column->addWidget(fields);
    column->addWidget(m_pinState);
    column->addWidget(m_button);
    new widgets::EnterMoves(this, {m_password, m_pin}, m_button);
    connect(m_button, &QPushButton::clicked, this, &TwoFactorForm::submit);
    for (auto *field : {m_password, m_pin}) {
        connect(field, &widgets::SecretField::changed, this, &TwoFactorForm::judge);
        connect(field, &widgets::SecretField::refused, this,
                [this](const QString &why) { m_message->say(widgets::Severity::Notice, why); });
    }
    m_button->setEnabled(false);
    showCard();
}

void TwoFactorForm::showToken(const desk::TokenView &token)
{
    const bool arrived =
        token.state == desk::TokenState::Present && m_token.state != desk::TokenState::Present;
    m_token = token;
    if (token.state != desk::TokenState::Present) {
        m_password->clear();
        m_pin->clear();
    }
    showCard();
    judge();
    if (arrived && !m_waiting) {
        m_message->clear();
        // A hidden field would take the focus from the page in front.
        if (isVisible())
            start();
    }
}

void TwoFactorForm::showError(const base::Error &error)
{
    m_waiting = false;
    judge();
    m_message->showError(error);
    start();
}

void TwoFactorForm::setWaiting(const QString &words)
{
    m_waiting = true;
    judge();
    m_message->say(widgets::Severity::Notice, words);
}

void TwoFactorForm::reset()
{
    m_waiting = false;
    m_password->clear();
    m_pin->clear();
    m_message->clear();
    judge();
}

void TwoFactorForm::start()
{
    m_password->setFocus();
}

void TwoFactorForm::submit()
{
    if (m_ready)
        m_submit(m_password->take(), m_pin->take());
}

void TwoFactorForm::showCard()
{
    const bool present = m_token.state == desk::TokenState::Present;
    const bool absent = m_token.state == desk::TokenState::Absent;
    const bool named = present && !m_token.userName.isEmpty();
    m_cardIcon->setPixmap(widgets::icon(
        QStringLiteral("card"), present ? widgets::colour::success : widgets::colour::muted, 2.6));
    m_cardName->setText(named ? m_token.userName : words::of(m_token.state));
    widgets::setRole(m_cardName, named ? TextRole::Name : TextRole::Heading);
    m_cardState->setText(named     ? words::of(m_token.state)
                         : present ? tr("The holder of this card is not known here.")
                         : absent  ? tr("Insert your staff card into the reader.")
                                   : tr("Take the card out and insert it again."));
    m_pin->setEnabled(!m_token.pinPad);
    m_pinState->setText(m_token.pinPad ? tr("Type the PIN on the card reader.")
                                       : words::of(m_token.pin));
    m_pinState->setVisible(m_token.pinPad || (present && m_token.pin != desk::PinState::Ready));
}

void TwoFactorForm::judge()
{
    const bool typed = !m_password->isEmpty() && (m_token.pinPad || !m_pin->isEmpty());
    const bool ready = m_token.state == desk::TokenState::Present &&
                       m_token.pin != desk::PinState::Locked && typed && !m_waiting;
    if (ready == m_ready)
        return;
    m_ready = ready;
    m_button->setEnabled(ready);
    Q_EMIT readyChanged();
}

} // namespace signin
