#include "ui/tax/explanationpanel.h"

#include "calendar/deadlines.h"
#include "tax/catalogue.h"
#include "ui/tax/contradictionpanel.h"
#include "ui/tax/sheet.h"
#include "ui/tax/wording.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

using widgets::TextRole;

namespace taxui {

ExplanationPanel::ExplanationPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_title(widgets::label({}, TextRole::Heading, this))
    , m_outside(widgets::label({}, TextRole::Warning, this))
    , m_version(widgets::label({}, TextRole::Muted, this))
    , m_contradictions(new ContradictionPanel(this))
    , m_steps(new Sheet(this))
    , m_comparison(new Sheet(this))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Explanation of the tax"));
    m_steps->setObjectName(QStringLiteral("explanationSteps"));
    m_outside->setObjectName(QStringLiteral("explanationOutside"));
    m_outside->setWordWrap(true);
    m_version->setWordWrap(true);
    // The digest of a table is no word.
    m_version->setProperty("verbatim", true);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    widgets::setMarginsEm(column, {0.3, 0.2, 0.5, 0.4});
    widgets::setSpacingEm(column, 0.6);
    column->addWidget(m_title);
    column->addWidget(m_outside);
    column->addWidget(m_contradictions);
    auto *steps = new widgets::Card(tr("The working"), this);
    steps->body()->addWidget(m_steps);
    column->addWidget(steps);
    auto *comparison = new widgets::Card(tr("Beside what is recorded"), this);
    comparison->body()->addWidget(m_comparison);
    column->addWidget(comparison);
    column->addWidget(m_version);
    column->addStretch(1);
    setWidget(content);
}

void ExplanationPanel::showExplanation(const desk::TaxExplanation &explanation)
{
    const tax::Assessment &one = explanation.assessment;
    m_title->setText(tr("How the tax of %1 (history %2) comes about")
                         .arg(calendar::fiscalYearName(one.fiscalYear))
                         .arg(one.history));
    QStringList outside;
    for (const QString &code : explanation.computation.outside)
        outside.append(QStringLiteral("・") + outsideWords(code));
    m_outside->setText(
        tr("This case is outside the rules of the calculation here. The figures are an aid only; "
           "the assessment counts.") +
        u'\n' + outside.join(u'\n'));
    m_outside->setVisible(!outside.isEmpty());
    m_contradictions->setContradictions(explanation.contradictions);
    fillSteps(explanation.computation);
    fillComparison(explanation);
    m_version->setText(tr("The calculation is for explanation; the assessment is what counts. "
                          "Version of the tables: %1")
                           .arg(explanation.computation.tableVersion));
    verticalScrollBar()->setValue(0);
}

void ExplanationPanel::fillSteps(const tax::TaxComputation &computation)
{
    using Column = Sheet::Column;
    m_steps->setColumns({Column::Text, Column::Text, Column::Amount, Column::Text},
                        {tr("Step"), tr("Arithmetic"), tr("Amount (yen)"), tr("Article")});
    for (const tax::TaxLine &line : computation.lines)
        m_steps->addRow(
            {stepWords(line.code), arithmeticWords(line.how), amountWords(line.yen), line.article});
    m_steps->addRow({tr("Tax of the year"), {}, amountWords(computation.yearYen), {}},
                    Sheet::RowKind::Total);
}

void ExplanationPanel::fillComparison(const desk::TaxExplanation &explanation)
{
    using Column = Sheet::Column;
    m_comparison->setColumns(
        {Column::Word, Column::Amount, Column::Amount, Column::Amount},
        {tr("Item"), tr("Calculated (yen)"), tr("Recorded (yen)"), tr("Difference (yen)")});
    const tax::TaxComputation &worked = explanation.computation;
    const auto add = [&](int item, qint64 yen, Sheet::RowKind kind) {
        const qint64 recorded = explanation.assessment.amount(item);
        m_comparison->addRow({tax::itemName(item), amountWords(yen), amountWords(recorded),
                              amountWords(recorded - yen)},
                             kind);
    };
    add(61, worked.totalIncomeYen, Sheet::RowKind::Ordinary);
    add(113, worked.deductionsYen, Sheet::RowKind::Ordinary);
    add(148, worked.cityIncomeYen, Sheet::RowKind::Ordinary);
    add(150, worked.prefectureIncomeYen, Sheet::RowKind::Ordinary);
    add(149, worked.cityFlatYen, Sheet::RowKind::Ordinary);
    add(151, worked.prefectureFlatYen, Sheet::RowKind::Ordinary);
    add(152, worked.yearYen, Sheet::RowKind::Total);
}

} // namespace taxui
