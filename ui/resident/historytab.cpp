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

HistoryTab::HistoryTab(desk::ViewRecords &records, desk::VisitId visit, QWidget *parent)
    : QWidget(parent)
    , m_records(records)
    , m_visit(visit)
    , m_message(new widgets::MessageBar(this))
    , m_lines(new HistoryModel(this))
    , m_states(new ComparisonModel(this))
    , m_table(new widgets::TableView(this))
    , m_comparisonHeading(widgets::label({}, TextRole::Heading, this))
    , m_comparison(new widgets::TableView(this))
{
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setModel(m_lines);
    m_table->setColumnsEm({6, 12, 0, 11, 11, 9});
    m_table->setAccessibleName(tr("History"));
    m_comparison->setModel(m_states);
    m_comparison->setColumnsEm({13, 4, 0, 0});
    m_comparison->setAccessibleName(tr("Comparison of two states"));
    m_comparisonHeading->setText(tr("Enter on a line shows what changed"));
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {0, 0.6, 0, 0});
    layout->addWidget(m_message);
    layout->addWidget(m_table, 2);
    layout->addWidget(m_comparisonHeading);
    layout->addWidget(m_comparison, 3);
    m_comparison->hide();
    connect(m_table, &widgets::TableView::opened, this,
            [this](const QModelIndex &index) { compare(m_lines->rowAt(index.row()).version); });
}

void HistoryTab::show(base::PersonId person, const QString &reason)
{
    m_person = person;
    m_reason = reason;
    m_message->clear();
    base::whenReady(this, m_records.history(m_visit, person, reason),
                    [this](const base::Result<desk::HistoryView> &view) {
                        if (!view) {
                            m_message->showError(view.error());
                            return;
                        }
                        m_lines->setRows(view->lines);
                        m_table->selectRow(0);
                    });
}

void HistoryTab::compare(int version)
{
    m_message->clear();
    base::whenReady(this, m_records.formerState(m_visit, {m_person, version}, m_reason),
                    [this, version](const base::Result<desk::FormerStateView> &view) {
                        if (!view) {
                            m_message->showError(view.error());
                            return;
                        }
                        m_states->setStates(*view);
                        m_comparisonHeading->setText(
                            view->before
                                ? tr("Version %1 beside version %2").arg(version - 1).arg(version)
                                : tr("Version %1: the first state").arg(version));
                        m_comparison->show();
                    });
}

void HistoryTab::takeFocus()
{
    m_table->setFocus();
}

} // namespace resident
