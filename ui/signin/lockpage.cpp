#include "ui/signin/lockpage.h"

#include "base/whenready.h"
#include "ui/signin/twofactorform.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>

namespace signin {

using widgets::TextRole;

LockPage::LockPage(Unlock unlock, QWidget *parent)
    : Page(parent)
    , m_unlock(std::move(unlock))
    , m_who(widgets::label({}, TextRole::Body, this))
    , m_reason(widgets::label({}, TextRole::Muted, this))
{
    setObjectName(QStringLiteral("lockpage"));
    auto *card = new widgets::Card({}, this);
    widgets::setWidthEm(card, 32, 38);
    auto *head = new QHBoxLayout;
    auto *picture = new QLabel(card);
    picture->setPixmap(widgets::icon(QStringLiteral("lock"), widgets::colour::band, 2.4));
    head->addWidget(picture);
    head->addWidget(widgets::label(tr("Screen locked"), TextRole::Title, card), 1);
    card->body()->addLayout(head);
    for (QLabel *words : {m_reason, m_who}) {
        words->setWordWrap(true);
        card->body()->addWidget(words);
    }
    m_form = new TwoFactorForm(
        tr("Open the screen"),
        [this](base::Secret password, base::Secret pin) {
            this->unlock(std::move(password), std::move(pin));
        },
        card);
    card->body()->addWidget(widgets::line(card));
    card->body()->addWidget(m_form);
    auto *signOut =
        widgets::button(tr("Sign out (to change persons)"), widgets::ButtonRole::Quiet, card);
    card->body()->addWidget(signOut, 0, Qt::AlignRight);
    auto *whole = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    whole->addStretch(2);
    whole->addLayout(row);
    whole->addStretch(3);
    connect(signOut, &QPushButton::clicked, this, &LockPage::signOutAsked);
    connect(m_form, &TwoFactorForm::readyChanged, this, &Page::keysChanged);
}

QList<widgets::KeyHint> LockPage::keys() const
{
    return {{Qt::Key_F12, tr("Open the screen"), m_form->isReady()}};
}

void LockPage::press(int key)
{
    if (key == Qt::Key_F12)
        m_form->submit();
}

void LockPage::arrive()
{
    m_form->start();
}

void LockPage::showLock(const desk::Clerk &clerk, desk::LockReason reason)
{
    m_form->reset();
    m_reason->setText(words::of(reason));
    m_who->setText(tr("Signed in: %1 (%2)").arg(clerk.name, clerk.section));
}

// Who was signed in is nobody's business later.
void LockPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous()) {
        m_who->clear();
        m_reason->clear();
    }
    Page::hideEvent(event);
}

void LockPage::showToken(const desk::TokenView &token)
{
    m_form->showToken(token);
}

void LockPage::unlock(base::Secret password, base::Secret pin)
{
    m_form->setWaiting(tr("Opening ..."));
    base::whenReady(this, m_unlock(std::move(password), std::move(pin)),
                    [this](const base::Result<> &opened) {
                        if (opened) {
                            m_form->reset();
                            return;
                        }
                        m_form->showError(opened.error());
                        if (opened.error().code == base::ErrorCode::RegisterRefused)
                            m_reason->setText(tr("The register does not allow any more what was "
                                                 "open here. Sign out and sign in again; drafts "
                                                 "and what was entered are kept."));
                    });
}

} // namespace signin
