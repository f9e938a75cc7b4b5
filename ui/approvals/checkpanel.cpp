#include "ui/approvals/checkpanel.h"

#include "ui/entries/fieldcomparison.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using widgets::ButtonRole;
using widgets::TextRole;

namespace approvals {

CheckPanel::CheckPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_title(widgets::label({}, TextRole::Title, this))
    , m_person(widgets::label({}, TextRole::Name, this))
    , m_author(widgets::label({}, TextRole::Muted, this))
    , m_reason(widgets::label({}, TextRole::Body, this))
    , m_own(widgets::label(tr("You entered this yourself: another person has to check it."),
                           TextRole::Warning, this))
    , m_sides(new entries::FieldComparison(this))
    , m_sendBack(widgets::button(tr("Send back (F8)"), ButtonRole::Ordinary, this))
    , m_register(widgets::button(tr("Register (F12)"), ButtonRole::Primary, this))
{
    setObjectName(QStringLiteral("checkPanel"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Entry to be checked"));
    m_sendBack->setObjectName(QStringLiteral("sendBack"));
    m_register->setObjectName(QStringLiteral("registerEntry"));
    m_own->setObjectName(QStringLiteral("ownEntry"));
    m_reason->setObjectName(QStringLiteral("entryReason"));
    auto *content = new QWidget(this);
    auto *whole = new QVBoxLayout(content);
    widgets::setMarginsEm(whole, {0, 0, 0.5, 0.4});
    auto *card = new widgets::Card({}, content);
    auto *column = card->body();
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_person);
    column->addLayout(head);
    for (QLabel *words : {m_author, m_reason, m_own}) {
        words->setWordWrap(true);
        column->addWidget(words);
    }
    column->addWidget(m_sides);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_sendBack);
    foot->addWidget(m_register);
    column->addLayout(foot);
    whole->addWidget(card);
    whole->addStretch(1);
    setWidget(content);
    connect(m_sendBack, &QPushButton::clicked, this, &CheckPanel::sendBackWanted);
    connect(m_register, &QPushButton::clicked, this, &CheckPanel::registerWanted);
}

void CheckPanel::showEntry(const desk::CheckView &view, bool mine)
{
    const residents::Entry &entry = view.entry;
    m_title->setText(
        tr("%1 (number %2)").arg(entries::deedWords(entry.proposal)).arg(entry.number));
    m_person->setText(view.personName);
    m_author->setText(tr("Entered by %1").arg(entries::authorWords(entry.author)));
    m_reason->setText(tr("Reason: %1").arg(entry.proposal.reason));
    m_own->setVisible(mine);
    m_sendBack->setEnabled(!mine);
    m_register->setEnabled(!mine);
    std::optional<residents::Entered> before;
    if (view.before)
        before = *view.before;
    m_sides->compare({tr("In the register"), before}, {tr("Becomes"), entry.proposal.entered});
    takeFocus();
}

void CheckPanel::takeFocus()
{
    setFocus();
}

} // namespace approvals
