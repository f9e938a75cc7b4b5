#include "ui/resident/numberpanel.h"

#include "base/whenready.h"
#include "ui/widgets/askpanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"

#include <QFontInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using widgets::ButtonRole;
using widgets::TextRole;

namespace resident {

namespace {

constexpr int digitCount = 12;
constexpr int groupOf = 4;
constexpr double digitEm = 0.95;
constexpr double gapEm = 0.6;
constexpr double captionEm = 11.5; ///< as the captions of the cards around it
constexpr int secondMs = 1000;

} // namespace

SecretDigits::SecretDigits(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("secretDigits"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    wipe();
}

void SecretDigits::setDigits(const base::Secret &digits)
{
    m_digits = digits;
    setAccessibleName(tr("Individual number, shown on the screen"));
    update();
}

void SecretDigits::wipe()
{
    m_digits = base::Secret();
    setAccessibleName(tr("Individual number, hidden"));
    update();
}

QSize SecretDigits::sizeHint() const
{
    const double gaps = double(digitCount) / groupOf - 1;
    return {widgets::em(digitCount * digitEm + gaps * gapEm), widgets::em(1.9)};
}

void SecretDigits::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont digit = font();
    digit.setPixelSize(widgets::em(1.35));
    painter.setFont(digit);
    painter.setPen(widgets::inkOf(widgets::colour::ink));
    for (int i = 0; i < digitCount; ++i) {
        const QRectF place(widgets::em(i * digitEm + i / groupOf * gapEm), 0, widgets::em(digitEm),
                           height());
        if (std::size_t(i) < m_digits.size()) {
            painter.drawText(place, Qt::AlignCenter, QString(QLatin1Char(char(m_digits[i]))));
            continue;
        }
        const double radius = widgets::em(1) * 0.17;
        painter.setBrush(widgets::inkOf(widgets::colour::muted));
        painter.drawEllipse(place.center(), radius, radius);
    }
}

NumberPanel::NumberPanel(Reveal reveal, QWidget *parent)
    : QWidget(parent)
    , m_reveal(std::move(reveal))
    , m_message(new widgets::MessageBar(this))
    , m_ask(new widgets::AskPanel(this))
    , m_digits(new SecretDigits(this))
    , m_rest(widgets::label({}, TextRole::Muted, this))
    , m_button(widgets::button({}, ButtonRole::Ordinary, this))
{
    setObjectName(QStringLiteral("numberPanel"));
    m_message->setObjectName(QStringLiteral("numberMessage"));
    m_ask->setObjectName(QStringLiteral("numberAsk"));
    m_button->setObjectName(QStringLiteral("revealNumber"));
    m_rest->setObjectName(QStringLiteral("numberRest"));
    auto *card = new widgets::Card({}, this);
    auto *row = new QHBoxLayout;
    auto *caption = widgets::label(tr("Individual number"), TextRole::Muted, card);
    widgets::setWidthEm(caption, captionEm);
    row->addWidget(caption);
    row->addWidget(m_digits);
    row->addWidget(m_button);
    row->addWidget(m_rest, 1);
    card->body()->addLayout(row);
    card->body()->addWidget(m_message);
    card->body()->addWidget(m_ask);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_second.setInterval(secondMs);
    connect(&m_second, &QTimer::timeout, this, &NumberPanel::countDown);
    connect(m_button, &QPushButton::clicked, this, &NumberPanel::ask);
    connect(m_ask, &widgets::AskPanel::agreed, this, &NumberPanel::reveal);
    connect(m_ask, &widgets::AskPanel::closed, this, &NumberPanel::closed);
    follow();
}

void NumberPanel::setPerson(base::PersonId person)
{
    hideNumber();
    m_person = person;
}

void NumberPanel::ask()
{
    if (isShown()) {
        hideNumber();
        Q_EMIT closed();
        return;
    }
    m_message->clear();
    m_ask->ask({.title = tr("Show the individual number?"),
                .means = tr("Only for work that the Number Act allows. The reason is kept in the "
                            "log here and at the register, with your name."),
                .doIt = tr("Show for %1 seconds").arg(shownSeconds)});
    Q_EMIT changed();
}

bool NumberPanel::stepBack()
{
    if (m_ask->close())
        return true;
    if (!isShown())
        return false;
    hideNumber();
    Q_EMIT closed();
    return true;
}

bool NumberPanel::isShown() const
{
    return m_digits->isShown();
}

void NumberPanel::reveal(const QString &reason)
{
    m_button->setEnabled(false);
    base::whenReady(this, m_reveal(m_person, reason),
                    [this, round = m_round](const base::Result<desk::RevealedNumber> &number) {
                        m_button->setEnabled(true);
                        if (!number) {
                            m_message->showError(number.error());
                        } else if (round == m_round && isVisible()) {
                            m_digits->setDigits(number->individualNumber);
                            m_left = shownSeconds;
                            m_second.start();
                        }
                        follow();
                        Q_EMIT closed();
                        Q_EMIT changed();
                    });
}

void NumberPanel::countDown()
{
    if (--m_left <= 0)
        hideNumber();
    follow();
}

void NumberPanel::follow()
{
    m_button->setText(isShown() ? tr("Hide (F4)") : tr("Show (F4)"));
    m_rest->setText(isShown() ? tr("Hidden again in %n second(s)", nullptr, m_left)
                              : tr("Fetched from the register when it is needed"));
}

void NumberPanel::hideNumber()
{
    ++m_round;
    m_second.stop();
    m_digits->wipe();
    follow();
}

// Another tab, another page, the lock, the cover: whatever hides it also wipes it.
void NumberPanel::hideEvent(QHideEvent *event)
{
    hideNumber();
    m_ask->hide();
    QWidget::hideEvent(event);
}

} // namespace resident
