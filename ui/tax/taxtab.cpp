#include "ui/tax/taxtab.h"

#include "ui/tax/assessmentsheet.h"
#include "ui/tax/explanationpanel.h"
#include "ui/tax/marks.h"
#include "ui/tax/yearmodel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace taxui {

TaxTab::TaxTab(QWidget *parent)
    : QWidget(parent)
    , m_message(new widgets::MessageBar(this))
    , m_years(new YearModel(this))
    , m_table(new widgets::TableView(this))
    , m_below(new QStackedWidget(this))
    , m_sheet(new AssessmentSheet(m_below))
    , m_explanation(new ExplanationPanel(m_below))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new widgets::EmptyState(m_stack))
{
    setObjectName(QStringLiteral("taxTab"));
    m_message->setObjectName(QStringLiteral("taxMessage"));
    m_table->setObjectName(QStringLiteral("yearTable"));
    m_sheet->setObjectName(QStringLiteral("assessmentSheet"));
    m_explanation->setObjectName(QStringLiteral("explanationPanel"));
    m_nothing->setObjectName(QStringLiteral("noAssessments"));
    m_table->setModel(m_years);
    m_table->setAccessibleName(tr("Assessed years"));
    m_table->setColumnsEm({7, 4, 10, 10, 9, 9, -9});
    m_table->setItemDelegateForColumn(int(YearModel::Column::State), new MarkDelegate(m_table));
    m_nothing->setWords(QStringLiteral("nothing"), tr("No tax was assessed"),
                        tr("There is no assessment of this resident. He may have moved in after 1 "
                           "January or be taxed elsewhere."));
    m_below->addWidget(m_sheet);
    m_below->addWidget(m_explanation);
    widgets::setHeightEm(m_below, 13);
    auto *content = new QWidget(m_stack);
    auto *column = new QVBoxLayout(content);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    widgets::setSpacingEm(column, 0.6);
    column->addWidget(m_table);
    column->addWidget(m_below, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(m_nothing);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {0, 0, 0, 0});
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    connect(m_table, &widgets::TableView::opened, this, [this] { m_sheet->setFocus(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { choose(now.row()); });
}

void TaxTab::showTax(const desk::TaxView &view)
{
    clearView();
    m_filled = true;
    m_view = view;
    m_years->setRows(view.assessments);
    // So high as its years, four at most: the year itself needs the room.
    const double rows = 2.1 * qBound<double>(2, double(view.assessments.size()), 4);
    widgets::setHeightEm(m_table, 2.6 + rows, 2.6 + rows);
    const bool any = !view.assessments.isEmpty();
    m_stack->setCurrentIndex(any ? 0 : 1);
    if (any)
        m_table->selectRow(0);
    if (isVisible())
        takeFocus();
    Q_EMIT keysChanged();
}

void TaxTab::choose(int row)
{
    if (row < 0 || row >= m_view.assessments.size())
        return;
    m_message->clear();
    m_below->setCurrentWidget(m_sheet);
    m_sheet->showAssessment(m_view.assessments.at(row));
}

void TaxTab::showExplanation(const desk::TaxExplanation &explanation)
{
    m_message->clear();
    const int row = m_table->currentRow();
    const tax::Assessment &asked = explanation.assessment;
    const bool same = row >= 0 && m_years->rowAt(row).assessment.fiscalYear == asked.fiscalYear &&
                      m_years->rowAt(row).assessment.history == asked.history;
    if (!same)
        return; // another year was chosen since
    m_explanation->showExplanation(explanation);
    m_below->setCurrentWidget(m_explanation);
    m_explanation->setFocus();
}

void TaxTab::showError(const base::Error &error)
{
    m_message->showError(error);
}

void TaxTab::clearView()
{
    m_filled = false;
    m_view = {};
    m_message->clear();
    m_years->setRows({});
    m_sheet->showAssessment({});
    m_explanation->showExplanation({});
    m_below->setCurrentWidget(m_sheet);
}

QList<widgets::KeyHint> TaxTab::keys() const
{
    return {
        {.key = Qt::Key_F4, .words = tr("Explain the tax"), .enabled = m_table->currentRow() >= 0}};
}

void TaxTab::press(int key)
{
    const int row = m_table->currentRow();
    if (key != Qt::Key_F4 || row < 0)
        return;
    const tax::Assessment &chosen = m_years->rowAt(row).assessment;
    Q_EMIT explainWanted(chosen.fiscalYear, chosen.history);
}

bool TaxTab::stepBack()
{
    if (m_below->currentWidget() == m_explanation) {
        m_below->setCurrentWidget(m_sheet);
        m_table->setFocus();
        return true;
    }
    if (m_table->hasFocus() || m_years->rowCount() == 0)
        return false;
    m_table->setFocus();
    return true;
}

void TaxTab::takeFocus()
{
    if (m_years->rowCount() > 0)
        m_table->setFocus();
    else
        m_nothing->setFocus();
}

} // namespace taxui
