#include "ui/shell/statusline.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>

namespace shell {

namespace {

constexpr int japanOffsetSeconds = 9 * 60 * 60;

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("statusline"));
    auto *row = new widgets::FlowLayout(this, {0.9, 0.2, 0.9, 0.2}, 1.4);
    m_link = makePlace();
    m_dataAge = makePlace();
    m_outbox = makePlace();
    row->pushRight();
    m_printer = makePlace();
    m_printer.words->setProperty("verbatim", true); // the printer's own name
    m_token = makePlace();
}

StatusLine::Place StatusLine::makePlace()
{
    auto *whole = new QWidget(this);
    const Place place{whole, new QLabel(whole), widgets::label({}, widgets::TextRole::Body, whole)};
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    widgets::setSpacingEm(row, 0.35);
    row->addWidget(place.icon);
    row->addWidget(place.words);
    layout()->addWidget(whole);
    whole->hide();
    return place;
}

void StatusLine::fill(const Place &place, const QString &icon, QRgb colour, const QString &words)
{
    place.icon->setPixmap(widgets::icon(icon, colour, 1.05));
    place.words->setText(words);
    place.whole->setVisible(!words.isEmpty());
}

void StatusLine::showStatus(const desk::Status &status)
{
    using namespace widgets;
    fill(m_link, QStringLiteral("link"), status.registerReached ? colour::success : colour::error,
         status.registerReached ? tr("Register: connected")
                                : tr("Register: not connected (working with this PC's copy)"));
    const QDateTime asOf = status.dataAsOf.toOffsetFromUtc(japanOffsetSeconds);
    fill(m_dataAge, QStringLiteral("database"), colour::muted,
         status.dataAsOf.isValid()
             ? tr("Data as of %1").arg(asOf.toString(QStringLiteral("M月d日 H:mm")))
             : tr("No data yet"));
    fill(m_outbox, QStringLiteral("outbox"),
         status.outboxWaiting > 0 ? colour::warning : colour::muted,
         tr("Waiting to be sent: %1").arg(status.outboxWaiting));
    fill(m_printer, QStringLiteral("printer"),
         status.printer.isEmpty() ? colour::warning : colour::muted,
         status.printer.isEmpty() ? tr("No printer set") : QFileInfo(status.printer).fileName());
    showToken(status.token);
}

void StatusLine::showSignedOut(const desk::TokenView &token)
{
    for (const Place &place : {m_link, m_dataAge, m_outbox, m_printer})
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
