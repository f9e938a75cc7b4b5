#include "ui/shell/statusline.h"

#include "ui/shell/keys.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>

namespace shell {

namespace {

constexpr int japanOffsetSeconds = 9 * 60 * 60;
constexpr int toldDays = 14;

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("statusline"));
    auto *row = new widgets::FlowLayout(this, {0.9, 0.2, 0.9, 0.2}, 1.4);
    m_link = makePlace();
    m_dataAge = makePlace();
    m_outbox = makePlace();
    m_password = makePlace();
    makeClickable(m_password, tr("Change the password"));
    makeClickable(m_link, tr("Show what can be done without connection"));
    makeClickable(m_outbox, tr("Open the outbox"));
    row->pushRight();
    m_printer = makePlace();
    m_printer.words->setProperty("verbatim", true); // the printer's own name
    m_token = makePlace();
}

StatusLine::Place StatusLine::makePlace()
{
    auto *whole = new QWidget(this);
    Place place{.whole = whole,
                .icon = new QLabel(whole),
                .words = widgets::label({}, widgets::TextRole::Body, whole)};
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    widgets::setSpacingEm(row, 0.35);
    row->addWidget(place.icon);
    row->addWidget(place.words);
    layout()->addWidget(whole);
    whole->hide();
    return place;
}

/// The mouse only: the keys are in the key bar, and nothing here takes the focus.
void StatusLine::makeClickable(const Place &place, const QString &toolTip)
{
    place.whole->setCursor(Qt::PointingHandCursor);
    place.whole->setToolTip(toolTip);
    place.whole->installEventFilter(this);
}

bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return QFrame::eventFilter(watched, event);
    if (watched == m_outbox.whole)
        Q_EMIT pressed(outboxKey);
    else if (watched == m_password.whole)
        Q_EMIT pressed(passwordKey);
    else if (watched == m_link.whole)
        Q_EMIT helpAsked(QStringLiteral("offline"));
    return true;
}

void StatusLine::draw(const Place &place)
{
    if (!place.drawn.isEmpty())
        place.icon->setPixmap(widgets::icon(place.drawn, place.colour, 1.05));
}

/// The icons grow with the text at once, not when the status comes next.
void StatusLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    for (const Place *place : {&m_link, &m_dataAge, &m_outbox, &m_password, &m_printer, &m_token})
        draw(*place);
}

void StatusLine::fill(Place &place, const QString &icon, QRgb colour, const QString &words)
{
    place.drawn = icon;
    place.colour = colour;
    draw(place);
    place.words->setText(words);
    place.whole->setVisible(!words.isEmpty());
}

void StatusLine::showStatus(const desk::Status &status)
{
    using namespace widgets;
    // Without connection work goes on: nothing alarms.
    fill(m_link, status.registerReached ? QStringLiteral("link") : QStringLiteral("nolink"),
         status.registerReached ? colour::success : colour::warning,
         status.registerReached ? tr("Register: connected")
                                : tr("Register: not connected (what you enter is kept)"));
    const QDateTime asOf = status.dataAsOf.toOffsetFromUtc(japanOffsetSeconds);
    fill(m_dataAge, QStringLiteral("database"), colour::muted,
         status.dataAsOf.isValid()
             ? tr("Data as of %1").arg(asOf.toString(QStringLiteral("M月d日 H:mm")))
             : tr("No data yet"));
    fill(m_outbox, QStringLiteral("outbox"),
         status.outboxWaiting > 0 ? colour::warning : colour::muted,
         status.outboxWaiting > 0 ? tr("Waiting to be sent: %1 (Ctrl+O)").arg(status.outboxWaiting)
                                  : tr("Waiting to be sent: %1").arg(0));
    const int days = status.passwordDaysLeft;
    if (days < 0 || days > toldDays)
        m_password.whole->hide();
    else
        fill(m_password, QStringLiteral("lock"), colour::warning,
             days == 0 ? tr("The password ends today (Ctrl+P)")
                       : tr("Days left of the password: %1 (Ctrl+P)").arg(days));
    fill(m_printer, QStringLiteral("printer"),
         status.printer.isEmpty() ? colour::warning : colour::muted,
         status.printer.isEmpty() ? tr("No printer set") : QFileInfo(status.printer).fileName());
    showToken(status.token);
}

void StatusLine::showSignedOut(const desk::TokenView &token)
{
    for (const Place &place : {m_link, m_dataAge, m_outbox, m_password, m_printer})
        place.whole->hide();
    showToken(token);
}

void StatusLine::showToken(const desk::TokenView &token)
{
    const bool present = token.state == desk::TokenState::Present;
    fill(m_token, QStringLiteral("card"),
         present ? widgets::colour::success : widgets::colour::warning, words::of(token.state));
}

} // namespace shell
