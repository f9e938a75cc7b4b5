#include "ui/signin/signinpage.h"

#include "base/whenready.h"
#include "ui/signin/twofactorform.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>

namespace signin {

using widgets::TextRole;

SignInPage::SignInPage(const desk::DoorView &place, SignIn signIn, QWidget *parent)
    : Page(parent)
    , m_signIn(std::move(signIn))
{
    setObjectName(QStringLiteral("signinpage"));
    auto *whole = new QVBoxLayout(this);
    whole->addStretch(2);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *panel = new QFrame(this);
    panel->setProperty("card", true);
    auto *sides = new QHBoxLayout(panel);
    sides->setContentsMargins(1, 1, 1, 1);
    sides->setSpacing(0);
    sides->addWidget(makePlace(place));
    sides->addWidget(makeForm(), 1);
    row->addWidget(panel);
    row->addStretch();
    whole->addLayout(row);
    whole->addStretch(3);
}

QWidget *SignInPage::makePlace(const desk::DoorView &place)
{
    auto *side = new QFrame(this);
    side->setObjectName(QStringLiteral("doorpanel"));
    widgets::setWidthEm(side, 16, 16);
    auto *column = new QVBoxLayout(side);
    widgets::setMarginsEm(column, {1.6, 1.8, 1.6, 1.4});
    auto *emblem = new QLabel(side);
    emblem->setPixmap(widgets::icon(QStringLiteral("counter"), 0xffffffff, 3));
    column->addWidget(emblem);
    column->addWidget(widgets::label(tr("Madoguchi"), TextRole::Title, side));
    column->addWidget(widgets::label(tr("Counter workstation"), TextRole::Muted, side));
    column->addStretch();
    auto *city = widgets::label(place.municipality, TextRole::Heading, side);
    city->setWordWrap(true);
    column->addWidget(city);
    column->addWidget(widgets::label(tr("Station: %1").arg(place.station), TextRole::Body, side));
    column->addWidget(widgets::label(tr("Version %1").arg(place.version), TextRole::Muted, side));
    return side;
}

QWidget *SignInPage::makeForm()
{
    auto *side = new QWidget(this);
    widgets::setWidthEm(side, 28, 36);
    auto *column = new QVBoxLayout(side);
    widgets::setMarginsEm(column, {2, 1.6, 2, 1.4});
    column->addWidget(widgets::label(tr("Sign in"), TextRole::Title, side));
    m_form = new TwoFactorForm(
        tr("Sign in"),
        [this](base::Secret password, base::Secret pin) {
            signIn(std::move(password), std::move(pin));
        },
        side);
    column->addWidget(m_form);
    connect(m_form, &TwoFactorForm::readyChanged, this, &Page::keysChanged);
    // LG-14: staff are told that the log identifies them.
    auto *notice = widgets::label(tr("Every view and every print is logged with your name. Use "
                                     "outside your duties can be traced to the person."),
                                  TextRole::Muted, side);
    notice->setWordWrap(true);
    column->addWidget(widgets::line(side));
    column->addWidget(notice);
    return side;
}

QList<widgets::KeyHint> SignInPage::keys() const
{
    return {{Qt::Key_F12, tr("Sign in"), m_form->isReady()}};
}

void SignInPage::press(int key)
{
    if (key == Qt::Key_F12)
        m_form->submit();
}

void SignInPage::arrive()
{
    m_form->reset();
    m_form->start();
}

void SignInPage::showToken(const desk::TokenView &token)
{
    m_form->showToken(token);
}

void SignInPage::signIn(base::Secret password, base::Secret pin)
{
    m_form->setWaiting(tr("Signing in ..."));
    const auto answer = m_signIn(std::move(password), std::move(pin));
    base::whenReady(this, answer, [this](const base::Result<std::shared_ptr<desk::Desk>> &entered) {
        if (!entered) {
            m_form->showError(entered.error());
            return;
        }
        m_form->reset();
        Q_EMIT signedIn(*entered);
    });
}

} // namespace signin
