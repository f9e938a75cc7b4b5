#include "ui/tax/assessmentsheet.h"

#include "calendar/deadlines.h"
#include "ui/tax/assessmentitems.h"
#include "ui/tax/contradictionpanel.h"
#include "ui/tax/forms.h"
#include "ui/tax/sheet.h"
#include "ui/tax/wording.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

using widgets::TextRole;

namespace taxui {

AssessmentSheet::AssessmentSheet(QWidget *parent)
    : QScrollArea(parent)
    , m_title(widgets::label({}, TextRole::Heading, this))
    , m_unmask(widgets::button(tr("Show the hidden items"), widgets::ButtonRole::Quiet, this))
    , m_contradictions(new ContradictionPanel(this))
    , m_undeclared(widgets::label(tr("Undeclared: nothing is known of the income of this year, so "
                                     "no tax was assessed. This is not an income of zero."),
                                  TextRole::Warning, this))
    , m_instalmentCard(new widgets::Card(tr("Instalments"), this))
    , m_instalments(new Sheet(m_instalmentCard))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Assessment of the chosen year"));
    m_unmask->setObjectName(QStringLiteral("unmask"));
    m_undeclared->setWordWrap(true);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    widgets::setMarginsEm(column, {0.3, 0.2, 0.5, 0.4});
    widgets::setSpacingEm(column, 0.6);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_unmask);
    column->addLayout(head);
    column->addWidget(m_contradictions);
    column->addWidget(m_undeclared);
    setWidget(content);
    addForm(m_summaryCard, m_summary, tr("Outline of the assessment"));
    addSection(QStringLiteral("tax/result"), tr("Taxable amount and tax"), 2);
    m_instalmentCard->body()->addWidget(m_instalments);
    column->addWidget(m_instalmentCard);
    addSection(QStringLiteral("tax/income"), tr("Income"));
    addSection(QStringLiteral("tax/variable"), tr("Fluctuating, extraordinary and other income"));
    addSection(QStringLiteral("tax/separate"), tr("Income taxed separately"));
    addSection(QStringLiteral("tax/losses"), tr("Losses carried forward"));
    addSection(QStringLiteral("tax/deductions"), tr("Deductions from income"));
    addSection(QStringLiteral("tax/persons"), tr("The person and the dependants"));
    addSection(QStringLiteral("tax/credits"), tr("Credits against the tax"), 2);
    addSection(QStringLiteral("tax/flags"), tr("Kinds of declaration and family workers"));
    addForm(m_changeCard, m_change, tr("Change"));
    column->addStretch(1);
    connect(m_unmask, &QPushButton::clicked, this, [this] {
        m_unmasked = !m_unmasked;
        fill();
    });
}

void AssessmentSheet::addSection(const QString &place, const QString &heading, int columns)
{
    auto *card = new widgets::Card(heading, widget());
    auto *list = new AmountList(card);
    list->setObjectName(place);
    card->body()->addWidget(list);
    widget()->layout()->addWidget(card);
    m_sections.append({place, card, list, columns});
}

void AssessmentSheet::addForm(widgets::Card *&card, widgets::FormGrid *&form,
                              const QString &heading)
{
    card = new widgets::Card(heading, widget());
    form = new widgets::FormGrid(2, card);
    card->body()->addWidget(form);
    widget()->layout()->addWidget(card);
}

void AssessmentSheet::showAssessment(const desk::AssessmentView &view)
{
    m_view = view;
    m_unmasked = false;
    fill();
    verticalScrollBar()->setValue(0);
}

void AssessmentSheet::fill()
{
    const tax::Assessment &one = m_view.assessment;
    m_title->setText(tr("%1　History %2", "assessment")
                         .arg(calendar::fiscalYearName(one.fiscalYear))
                         .arg(one.history));
    m_unmask->setVisible(hasMasked(one));
    m_unmask->setText(m_unmasked ? tr("Hide the items again") : tr("Show the hidden items"));
    m_contradictions->setContradictions(m_view.contradictions);
    m_undeclared->setVisible(one.undeclared);
    fillSummary();
    for (const Section &section : std::as_const(m_sections))
        fillSection(section);
    fillInstalments();
    fillChange();
}

void AssessmentSheet::fillSummary()
{
    const tax::Assessment &one = m_view.assessment;
    m_summary->clearValues();
    for (const tax::RecordItem &item : tax::itemsAt(QStringLiteral("tax/summary")))
        m_summary->addValue(item.name, headWords(item.number, one));
    if (!one.employer.isEmpty())
        m_summary->addValue(tr("Withholding agent"), one.employer, 2, TextRole::Name);
    finish(m_summary);
}

void AssessmentSheet::fillSection(const Section &section)
{
    const auto amounts =
        amountsAt(section.place, m_view.assessment, m_unmasked ? Masking::Off : Masking::On);
    section.list->setAmounts(amounts, section.columns);
    section.card->setVisible(!amounts.isEmpty());
}

void AssessmentSheet::fillInstalments()
{
    using Column = Sheet::Column;
    m_instalments->setColumns({Column::Word, Column::Word, Column::Word, Column::Amount},
                              {tr("Period"), tr("Collection"), tr("Due on"), tr("Amount (yen)")});
    qint64 sum = 0;
    for (const tax::Instalment &one : std::as_const(m_view.assessment.instalments)) {
        sum += one.yen;
        m_instalments->addRow(
            {instalmentWords(one), of(one.collection), dayWords(one.dueOn), amountWords(one.yen)});
    }
    m_instalments->addRow({tr("Total"), {}, {}, amountWords(sum)}, Sheet::RowKind::Total);
    m_instalmentCard->setVisible(!m_view.assessment.instalments.isEmpty());
}

void AssessmentSheet::fillChange()
{
    m_change->clearValues();
    bool any = false;
    for (const tax::RecordItem &item : tax::itemsAt(QStringLiteral("tax/change"))) {
        const QString words = headWords(item.number, m_view.assessment);
        any |= !words.isEmpty();
        m_change->addValue(item.name, words);
    }
    finish(m_change);
    m_changeCard->setVisible(any);
}

} // namespace taxui
