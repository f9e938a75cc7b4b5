#include "ui/widgets/eradatefield.h"

#include "ui/widgets/textfield.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace widgets {

namespace {

constexpr int longestDate = 40;

calendar::DateRules searchRules()
{
    calendar::DateRules rules;
    rules.wholeDayOnly = false;
    return rules;
}

} // namespace

EraDateField::EraDateField(const calendar::DateRules &rules, QWidget *parent)
    : QWidget(parent)
    , m_rules(rules)
    , m_input(new TextField(FieldKind::Direct, longestDate, this))
    , m_echo(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_input);
    row->addWidget(m_echo, 1);
    setWidthEm(m_input, 9, 9);
    m_echo->setWordWrap(true);
    m_input->setPlaceholderText(tr("S43.2.3"));
    m_echo->setObjectName(QStringLiteral("echo"));
    setFocusProxy(m_input);
    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &EraDateField::read);
    read();
}

EraDateField::EraDateField(QWidget *parent)
    : EraDateField(searchRules(), parent)
{
}

QSize EraDateField::minimumSizeHint() const
{
    return {em(9), m_input->minimumSizeHint().height()};
}

// With large text the echo goes below the field instead of being squeezed.
void EraDateField::resizeEvent(QResizeEvent *event)
{
    constexpr double besideEm = 21;
    auto *row = qobject_cast<QBoxLayout *>(layout());
    row->setDirection(width() < em(besideEm) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

std::optional<DayRange> EraDateField::range() const
{
    if (!m_reading.ok() || !m_reading.date.earliest.isValid())
        return std::nullopt;
    return DayRange{m_reading.date.earliest, m_reading.date.latest};
}

bool EraDateField::isEmpty() const
{
    return m_input->text().trimmed().isEmpty();
}

QString EraDateField::echo() const
{
    return m_echo->text();
}

void EraDateField::clear()
{
    m_input->clear();
}

void EraDateField::setText(const QString &typed)
{
    m_input->setText(typed);
}

// A date of another era that was meant (平成31年5月1日): one key takes the offer.
bool EraDateField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_reading.suggestion.isValid()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down) {
            m_input->setText(calendar::wareki(m_reading.suggestion, calendar::Style::Short));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

namespace {

QString faultWords(const calendar::DateReading &reading)
{
    using calendar::DateFault;
    switch (reading.fault) {
    case DateFault::None:
    case DateFault::Empty:
        return {};
    case DateFault::TooLong:
        return EraDateField::tr("Too long for a date");
    case DateFault::Unreadable:
        return EraDateField::tr("Not readable as a date (example: S43.2.3)");
    case DateFault::NoSuchDay:
        return EraDateField::tr("There is no such day");
    case DateFault::EraOver:
        return EraDateField::tr("The era had ended: %1 (Down key takes it)")
            .arg(calendar::wareki(reading.suggestion));
    case DateFault::EraNotBegun:
        return EraDateField::tr("The era had not begun");
    case DateFault::EraMissing:
        return EraDateField::tr("Type the era too (T S H R)");
    case DateFault::NotWhole:
        return EraDateField::tr("Type year, month and day");
    case DateFault::UnknownRefused:
        return EraDateField::tr("An unknown date cannot be used here");
    }
    return {};
}

} // namespace

void EraDateField::setWestern(bool western)
{
    m_western = western;
    read();
}

QString EraDateField::dayWords(QDate day, bool alone) const
{
    if (!m_western)
        return alone ? calendar::wareki(day, calendar::Style::ScreenWeekday)
                     : calendar::wareki(day);
    return tr("%1/%2/%3").arg(day.year()).arg(day.month()).arg(day.day());
}

void EraDateField::read()
{
    m_reading = calendar::readDate(m_input->text(), m_rules);
    const bool wrong = !m_reading.ok() && m_reading.fault != calendar::DateFault::Empty;
    if (wrong) {
        m_echo->setText(faultWords(m_reading));
    } else if (m_reading.ok() && m_reading.date.earliest.isValid()) {
        const auto &date = m_reading.date;
        m_echo->setText(
            date.earliest == date.latest
                ? dayWords(date.earliest, true)
                : tr("%1 to %2").arg(dayWords(date.earliest, false), dayWords(date.latest, false)));
    } else {
        m_echo->clear();
    }
    setRole(m_echo, wrong ? TextRole::Error : TextRole::Body);
    Q_EMIT changed();
}

} // namespace widgets
