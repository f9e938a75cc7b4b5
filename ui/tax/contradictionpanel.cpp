#include "ui/tax/contradictionpanel.h"

#include "ui/tax/sheet.h"
#include "ui/tax/wording.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QVBoxLayout>

using widgets::TextRole;

namespace taxui {

ContradictionPanel::ContradictionPanel(QWidget *parent)
    : QFrame(parent)
    , m_sheet(new Sheet(this))
{
    setProperty("card", true);
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {1.2, 0.9, 1.2, 1.0});
    widgets::setSpacingEm(column, 0.5);
    auto *head = new QHBoxLayout;
    widgets::setSpacingEm(head, 0.5);
    auto *sign = new QLabel(this);
    sign->setPixmap(widgets::icon(QStringLiteral("warning"), widgets::colour::warning));
    head->addWidget(sign);
    head->addWidget(
        widgets::label(tr("The records do not agree with each other"), TextRole::Heading, this));
    head->addStretch();
    column->addLayout(head);
    auto *words = widgets::label(
        tr("The figures below are shown as they are recorded. Do not tell the resident an amount "
           "before the section in charge has checked them."),
        TextRole::Warning, this);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addWidget(m_sheet);
    hide();
}

void ContradictionPanel::setContradictions(const QList<tax::Contradiction> &contradictions)
{
    using Column = Sheet::Column;
    m_sheet->setColumns(
        {Column::Text, Column::Amount, Column::Amount, Column::Amount, Column::Text},
        {tr("What"), tr("Recorded (yen)"), tr("Expected (yen)"), tr("Difference (yen)"),
         tr("What to do")});
    for (const tax::Contradiction &one : contradictions) {
        const ContradictionWords words = contradictionWords(one.code);
        m_sheet->addRow({words.what, amountWords(one.storedYen), amountWords(one.expectedYen),
                         amountWords(one.storedYen - one.expectedYen), words.todo});
    }
    setVisible(!contradictions.isEmpty());
}

} // namespace taxui
