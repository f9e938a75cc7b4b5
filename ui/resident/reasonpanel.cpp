#include "ui/resident/reasonpanel.h"

#include "ui/widgets/entermoves.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using widgets::TextRole;

namespace resident {

namespace {
constexpr int reasonLimit = 200;
}

ReasonPanel::ReasonPanel(QWidget *parent)
    : QWidget(parent)
    , m_reason(new widgets::TextField(widgets::FieldKind::Free, reasonLimit, this))
    , m_problem(widgets::label({}, TextRole::Error, this))
    , m_open(widgets::button(tr("Open the record"), widgets::ButtonRole::Primary, this))
{
    auto *card = new widgets::Card(tr("This person is protected (support measures)"), this);
    auto *explanation = widgets::label(
        tr("The record opens only for work that needs it. The reason you write is kept in the log "
           "with your name. The address must not be told to anybody but the person."));
    explanation->setWordWrap(true);
    card->body()->addWidget(explanation);
    auto *form = new widgets::FormGrid(1);
    form->add(tr("Reason for opening"), m_reason);
    card->body()->addWidget(form);
    m_problem->setWordWrap(true);
    card->body()->addWidget(m_problem);
    card->body()->addWidget(m_open, 0, Qt::AlignRight);
    auto *layout = new QVBoxLayout(this);
    widgets::setWidthEm(card, 30, 44);
    layout->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card, 8);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addStretch(2);
    m_reason->setObjectName(QStringLiteral("reasonField"));
    m_open->setObjectName(QStringLiteral("reasonOpen"));
    m_problem->hide();
    new widgets::EnterMoves(card, {m_reason}, m_open);
    connect(m_open, &QPushButton::clicked, this, &ReasonPanel::judge);
}

void ReasonPanel::judge()
{
    constexpr int leastCharacters = 4;
    const QString reason = m_reason->value();
    if (reason.size() >= leastCharacters) {
        m_problem->hide();
        Q_EMIT given(reason);
        return;
    }
    m_problem->setVisible(!m_reason->problem()); // what is wrong with the text stands below it
    m_problem->setText(tr("Write in a few words what the record is needed for."));
    m_reason->setFocus();
}

void ReasonPanel::takeFocus()
{
    m_reason->setFocus();
}

} // namespace resident
