#include "ui/signin/passwordpage.h"

#include "base/whenready.h"
#include "ui/signin/rulelist.h"
#include "ui/widgets/entermoves.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/secretfield.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>

namespace signin {

using widgets::ButtonRole;
using widgets::Severity;
using widgets::TextRole;

namespace {

constexpr int mostPasswordBytes = 256;
constexpr int mostPinBytes = 64;

/// The register may have agreed before this went wrong.
bool mayBeChanged(base::ErrorCode why)
{
    switch (why) {
    case base::ErrorCode::RegisterUnreachable:
    case base::ErrorCode::DiskFull:
    case base::ErrorCode::FileUnreadable:
    case base::ErrorCode::FileNotWritten:
    case base::ErrorCode::StatementFailed:
    case base::ErrorCode::SlotDamaged:
    case base::ErrorCode::LogNotWritten:
        return true;
    default:
        return false;
    }
}

} // namespace

PasswordPage::PasswordPage(PasswordChanging changing, QWidget *parent)
    : Page(parent)
    , m_changing(std::move(changing))
    , m_message(new widgets::MessageBar(this))
    , m_present(new widgets::SecretField(mostPasswordBytes, this))
    , m_pin(new widgets::SecretField(mostPinBytes, this))
    , m_wanted(new widgets::SecretField(mostPasswordBytes, this))
    , m_again(new widgets::SecretField(mostPasswordBytes, this))
    , m_rules(new RuleList(m_changing.rules, this))
    , m_button(widgets::button(tr("Change the password"), ButtonRole::Primary, this))
{
    setObjectName(QStringLiteral("passwordpage"));
    auto *card = new widgets::Card({}, this);
    widgets::setWidthEm(card, 36, 44);
    card->body()->addWidget(makeHead());
    card->body()->addWidget(m_message);
    card->body()->addWidget(widgets::line(card));
    m_form = new QWidget(card);
    auto *parts = new QVBoxLayout(m_form);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->addWidget(makeFields());
    parts->addWidget(m_rules);
    card->body()->addWidget(m_form);
    card->body()->addWidget(makeButtons());
    auto *whole = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    whole->addStretch(1);
    whole->addLayout(row);
    whole->addStretch(2);
    judge();
}

QWidget *PasswordPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widgets::label(title(), TextRole::Title, head));
    auto *why = widgets::label(
        m_changing.forced
            ? tr("The password is older than %1 days, or somebody else has set it. Nothing else "
                 "opens before it is changed.")
                  .arg(m_changing.rules.lifeDays)
            : tr("The new password counts at every workstation from now on, for %1 days.")
                  .arg(m_changing.rules.lifeDays),
        m_changing.forced ? TextRole::Warning : TextRole::Muted, head);
    why->setWordWrap(true);
    column->addWidget(why);
    return head;
}

QWidget *PasswordPage::makeFields()
{
    auto *fields = new widgets::FormGrid(1, this);
    fields->add(tr("Present password"), m_present);
    fields->add(tr("PIN"), m_pin);
    fields->add(tr("New password"), m_wanted);
    fields->add(tr("New password again"), m_again);
    m_present->setObjectName(QStringLiteral("present"));
    m_pin->setObjectName(QStringLiteral("pin"));
    m_wanted->setObjectName(QStringLiteral("wanted"));
    m_again->setObjectName(QStringLiteral("again"));
    m_message->setObjectName(QStringLiteral("message"));
    m_pin->setEnabled(!m_changing.pinPad);
    for (auto *field : {m_present, m_pin, m_wanted, m_again}) {
        connect(field, &widgets::SecretField::changed, this, &PasswordPage::judge);
        connect(field, &widgets::SecretField::refused, this,
                [this](const QString &why) { m_message->say(Severity::Notice, why); });
    }
    return fields;
}

QWidget *PasswordPage::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    m_button->setObjectName(QStringLiteral("enter"));
    row->addWidget(m_button);
    new widgets::EnterMoves(this, {m_present, m_pin, m_wanted, m_again}, m_button);
    connect(m_button, &QPushButton::clicked, this, [this] { press(Qt::Key_F12); });
    return buttons;
}

QList<widgets::KeyHint> PasswordPage::keys() const
{
    if (!m_changed)
        return {{Qt::Key_F12, tr("Change the password"), m_ready}};
    return {{Qt::Key_F12, m_changing.forced ? tr("To the sign-in page") : tr("Back to work")}};
}

void PasswordPage::press(int key)
{
    if (key != Qt::Key_F12)
        return;
    if (!m_changed)
        submit();
    else if (m_changing.forced)
        Q_EMIT signOutAsked();
    else
        Q_EMIT left();
}

void PasswordPage::arrive()
{
    if (m_changed)
        m_button->setFocus();
    else
        m_present->setFocus();
}

// What was begun is not there any more when somebody comes back to this screen.
void PasswordPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        clearAll();
    Page::hideEvent(event);
}

void PasswordPage::clearAll()
{
    for (auto *field : {m_present, m_pin, m_wanted, m_again})
        field->clear();
}

void PasswordPage::judge()
{
    const base::Secret &wanted = m_wanted->typed();
    m_rules->show({.faults = m_changing.faults(m_present->typed(), wanted),
                   .anything = !m_wanted->isEmpty(),
                   .present = !m_present->isEmpty(),
                   .alike = wanted == m_again->typed()});
    const bool typed = !m_present->isEmpty() && (m_changing.pinPad || !m_pin->isEmpty());
    const bool ready = m_changed || (!m_waiting && typed && m_rules->allKept());
    m_button->setEnabled(ready);
    if (ready == m_ready)
        return;
    m_ready = ready;
    Q_EMIT keysChanged();
}

void PasswordPage::submit()
{
    if (!m_ready)
        return;
    m_waiting = true;
    m_message->say(Severity::Notice, tr("The password is being changed ..."));
    auto answer = m_changing.change(m_present->take(), m_pin->take(), m_wanted->take());
    m_again->clear();
    base::whenReady(this, answer, [this](const base::Result<> &changed) {
        m_waiting = false;
        if (changed) {
            showChanged();
            return;
        }
        judge();
        m_message->showError(changed.error(),
                             mayBeChanged(changed.error().code)
                                 ? tr("The password may be changed all the same. Sign in with the "
                                      "new one, and if that does not open, with the former one.")
                                 : QString());
        arrive();
    });
}

void PasswordPage::showChanged()
{
    m_changed = true;
    m_form->hide();
    m_button->setText(m_changing.forced ? tr("To the sign-in page") : tr("Back to work"));
    m_message->say(Severity::Success, tr("The password is changed."),
                   tr("Every workstation takes the new one from now on."),
                   m_changing.forced ? tr("Sign in with the new password.") : QString());
    judge();
    Q_EMIT keysChanged();
    arrive();
}

} // namespace signin
