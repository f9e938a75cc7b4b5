#include "ui/shell/headerband.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>

namespace shell {

using widgets::TextRole;

namespace {

/// One above the other.
QWidget *pair(QWidget *upper, QWidget *lower, QWidget *parent)
{
    auto *both = new QWidget(parent);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(upper);
    column->addWidget(lower);
    return both;
}

} // namespace

TrainingBand::TrainingBand(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("training"));
    auto *row = new QHBoxLayout(this);
    widgets::setMarginsEm(row, {1, 0.1, 1, 0.1});
    auto *words = widgets::label(tr("Training: no real resident is shown here"), TextRole::Body);
    row->addWidget(words, 0, Qt::AlignHCenter);
}

HeaderBand::HeaderBand(QWidget *parent)
    : QWidget(parent)
    , m_title(widgets::label({}, TextRole::Heading, this))
    , m_number(widgets::label({}, TextRole::Heading, this))
    , m_purpose(widgets::label({}, TextRole::Body, this))
    , m_caller(widgets::label({}, TextRole::Muted, this))
    , m_clerk(widgets::label({}, TextRole::Body, this))
    , m_place(widgets::label({}, TextRole::Muted, this))
    , m_person(new QFrame(this))
    , m_name(widgets::label({}, TextRole::LargeName, this))
    , m_kana(widgets::label({}, TextRole::Muted, this))
    , m_details(widgets::label({}, TextRole::Body, this))
    , m_personNumber(widgets::label({}, TextRole::Muted, this))
    , m_state(widgets::label({}, TextRole::Heading, this))
    , m_badges(new widgets::BadgeRow(widgets::BadgeRow::Form::Words, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *band = new QFrame(this);
    band->setObjectName(QStringLiteral("band"));
    auto *row = new widgets::FlowLayout(band, {1, 0.4, 1, 0.4}, 1.1);
    for (QLabel *label : {m_title, m_number, m_purpose, m_caller})
        row->addWidget(label);
    row->pushRight();
    row->addWidget(m_place);
    row->addWidget(m_clerk);
    column->addWidget(band);

    m_person->setObjectName(QStringLiteral("person"));
    auto *who = new widgets::FlowLayout(m_person, {1, 0.35, 1, 0.35}, 1.2);
    who->addWidget(pair(m_kana, m_name, m_person));
    who->addWidget(pair(m_personNumber, m_details, m_person));
    who->pushRight();
    who->addWidget(m_state);
    who->addWidget(m_badges);
    column->addWidget(m_person);
    setSubject(std::nullopt);
    setVisit(std::nullopt);
}

void HeaderBand::setClerk(const desk::Clerk &clerk)
{
    m_clerk->setText(clerk.name);
    m_place->setText(
        QStringLiteral("%1　%2　%3").arg(clerk.municipality, clerk.station, clerk.section));
}

void HeaderBand::setVisit(const std::optional<desk::Visit> &visit)
{
    const bool numbered = visit && !visit->opening.number.isEmpty();
    m_number->setText(numbered ? tr("No. %1").arg(visit->opening.number) : QString());
    m_number->setVisible(numbered);
    m_purpose->setText(visit ? visit->purposeWords : tr("No visit is open"));
    m_caller->setText(visit ? tr("Here: %1").arg(words::of(visit->opening.caller)) : QString());
    m_caller->setVisible(visit.has_value());
}

void HeaderBand::setTitle(const QString &title)
{
    m_title->setText(title);
}

void HeaderBand::setSubject(const std::optional<widgets::Subject> &subject)
{
    m_person->setVisible(subject.has_value());
    const widgets::Subject shown = subject.value_or(widgets::Subject());
    m_name->setText(shown.name);
    m_kana->setText(shown.kana);
    m_details->setText(shown.details);
    m_personNumber->setText(shown.number.isEmpty() ? QString()
                                                   : tr("Person number %1").arg(shown.number));
    m_state->setText(shown.state);
    m_badges->setBadges(shown.badges);
}

} // namespace shell
