#include "ui/signin/dayendpage.h"

#include "calendar/eras.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>

namespace signin {

namespace {

constexpr int japanOffsetSeconds = 9 * 60 * 60;

QString inWords(const QDateTime &when)
{
    const QDateTime here = when.toOffsetFromUtc(japanOffsetSeconds);
    return calendar::wareki(here.date()) + here.toString(QStringLiteral(" HH:mm:ss"));
}

} // namespace

using widgets::ButtonRole;

DayEndPage::DayEndPage(QWidget *parent)
    : Page(parent)
    , m_values(new widgets::FormGrid(1, this))
{
    setObjectName(QStringLiteral("dayendpage"));
    auto *whole = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    auto *card = new widgets::Card({}, this);
    widgets::setWidthEm(card, 38, 46);
    card->body()->addWidget(widgets::label(tr("Signed out"), widgets::TextRole::Title, card));
    auto *text =
        widgets::label(tr("The log of this station stands as follows. Copy or print it for "
                          "the day-end sheet: with it, rows that were cut off later can be "
                          "found."),
                       widgets::TextRole::Muted, card);
    text->setWordWrap(true);
    card->body()->addWidget(text);
    m_message = new widgets::MessageBar(card);
    card->body()->addWidget(m_message);
    card->body()->addWidget(widgets::line(card));
    card->body()->addWidget(m_values);
    auto *buttons = new QHBoxLayout;
    auto *print = widgets::button(tr("Print the day-end sheet"), ButtonRole::Ordinary, card);
    auto *again = widgets::button(tr("To the sign-in page"), ButtonRole::Primary, card);
    m_again = again;
    buttons->addStretch();
    buttons->addWidget(print);
    buttons->addWidget(again);
    card->body()->addLayout(buttons);
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    whole->addStretch(2);
    whole->addLayout(row);
    whole->addStretch(3);
    connect(print, &QPushButton::clicked, this, [this] { Q_EMIT printAsked(m_end); });
    connect(again, &QPushButton::clicked, this, &Page::left);
}

QList<widgets::KeyHint> DayEndPage::keys() const
{
    return {{Qt::Key_F8, tr("Print")}, {Qt::Key_F12, tr("To the sign-in page")}};
}

void DayEndPage::press(int key)
{
    if (key == Qt::Key_F8)
        Q_EMIT printAsked(m_end);
    else if (key == Qt::Key_F12)
        Q_EMIT left();
}

void DayEndPage::arrive()
{
    m_again->setFocus();
}

// The next clerk finds nothing of this one, on the screen or behind it.
void DayEndPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        qobject_cast<widgets::FormGrid *>(m_values)->clearValues();
    Page::hideEvent(event);
}

void DayEndPage::showError(const base::Error &error)
{
    m_message->showError(error);
}

void DayEndPage::showEnd(const DayEnd &end)
{
    m_end = end;
    m_message->clear();
    auto *values = qobject_cast<widgets::FormGrid *>(m_values);
    values->clearValues();
    values->addValue(tr("Station"), end.station);
    values->addValue(tr("Signed out by"), end.clerk);
    values->addValue(tr("Time"), inWords(end.when));
    if (end.waiting > 0)
        values->addValue(
            tr("Not sent yet"),
            tr("%n: each is sent when its author signs in here again", nullptr, end.waiting));
    values->addValue(tr("Rows in the log"), QLocale().toString(end.rows));
    QLabel *head = values->addValue(tr("Head"), grouped(end.head));
    head->setProperty("verbatim", true);
    head->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

QString DayEndPage::grouped(const QByteArray &head)
{
    constexpr int group = 8;
    const QString digits = QString::fromLatin1(head.toHex());
    QStringList groups;
    for (qsizetype at = 0; at < digits.size(); at += group)
        groups << digits.mid(at, group);
    return groups.join(u' ');
}

} // namespace signin
