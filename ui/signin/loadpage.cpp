#include "ui/signin/loadpage.h"

#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>

namespace signin {

LoadPage::LoadPage(QWidget *parent)
    : Page(parent)
{
    setObjectName(QStringLiteral("loadpage"));
    auto *whole = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    auto *card = new widgets::Card({}, this);
    widgets::setWidthEm(card, 34, 44);
    m_progress = new widgets::ProgressPanel(card);
    m_progress->setWords(tr("Loading the register"),
                         tr("The encrypted copy on this PC is being made. Searching is possible as "
                            "soon as it is complete. You may lock the screen meanwhile."));
    m_message = new widgets::MessageBar(card);
    card->body()->addWidget(m_message);
    card->body()->addWidget(m_progress);
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    whole->addStretch(2);
    whole->addLayout(row);
    whole->addStretch(3);
}

void LoadPage::setPercent(int percent)
{
    m_message->clear();
    m_progress->setPercent(percent);
}

void LoadPage::showProblem(const base::Error &error)
{
    m_message->showError(error);
}

} // namespace signin
