#include "ui/resident/historytab.h"

#include "base/whenready.h"
#include "ui/resident/historymodel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QLabel>
#include <QVBoxLayout>

using widgets::TextRole;

namespace resident {

HistoryTab::HistoryTab(AskHistory askHistory, AskState askState, QWidget *parent)
    : QWidget(parent)
    , m_askHistory(std::move(askHistory))
    , m_askState(std::move(askState))
    , m_message(new widgets::MessageBar(this))
    , m_lines(new HistoryModel(this))
    , m_states(new ComparisonModel(this))
    , m_table(new widgets::TableView(this))
    , m_comparisonHeading(widgets::label({}, TextRole::Heading, this))
    , m_comparison(new widgets::TableView(this))
{
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setModel(m_lines);
    m_table->setColumnsEm({6.5, -10, 9.3, 9.3, 9.3, 10.5});
    m_table->setAccessibleName(tr("History"));
    m_comparison->setObjectName(QStringLiteral("comparisonTable"));
    m_comparison->setModel(m_states);
    m_comparison->setColumnsEm({11, 4.7, -20.2, -20.2});
    m_comparison->setAccessibleName(tr("Comparison of two states"));
    m_comparisonHeading->setText(tr("Enter on a line shows what changed"));
    auto *card = new widgets::Card({}, this);
    card->body()->addWidget(m_table, 2);
    card->body()->addWidget(m_comparisonHeading);
    card->body()->addWidget(m_comparison, 3);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {0, 0, 0, 0});
    layout->addWidget(m_message);
    layout->addWidget(card, 1);
    m_comparison->hide();
    connect(m_table, &widgets::TableView::opened, this,
            [this](const QModelIndex &index) { compare(m_lines->rowAt(index.row()).version); });
}

void HistoryTab::showHistory(base::PersonId person)
{
    m_person = person;
    m_message->clear();
    base::whenReady(this, m_askHistory(person),
                    [this](const base::Result<desk::HistoryView> &view) {
                        if (!view) {
                            failed(view.error());
                            return;
                        }
                        m_filled = true;
                        m_lines->setRows(view->lines);
                        m_table->selectRow(0);
                    });
}

void HistoryTab::failed(const base::Error &error)
{
    closeComparison();
    if (error.code == base::ErrorCode::ReasonMissing)
        Q_EMIT reasonNeeded();
    else
        m_message->showError(error);
}

void HistoryTab::compare(int version)
{
    m_wanted = version;
    m_message->clear();
    base::whenReady(this, m_askState({m_person, version}),
                    [this, version](const base::Result<desk::FormerStateView> &view) {
                        if (version != m_wanted)
                            return; // another line was opened since
                        if (!view) {
                            failed(view.error());
                            return;
                        }
                        desk::FormerStateView states = *view;
                        states.addressHidden |= m_hidesAddresses;
                        m_states->setStates(states);
                        m_comparisonHeading->setText(
                            view->before
                                ? tr("Version %1 beside version %2").arg(version - 1).arg(version)
                                : tr("Version %1: the first state").arg(version));
                        m_comparison->show();
                        m_table->scrollTo(m_table->currentIndex());
                    });
}

bool HistoryTab::closeComparison()
{
    m_wanted = 0;
    if (m_comparison->isHidden())
        return false;
    m_comparison->hide();
    m_comparisonHeading->setText(tr("Enter on a line shows what changed"));
    m_table->setFocus();
    return true;
}

void HistoryTab::takeFocus()
{
    m_table->setFocus();
}

} // namespace resident
