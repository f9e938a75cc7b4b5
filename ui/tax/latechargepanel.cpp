#include "ui/tax/latechargepanel.h"

#include "ui/tax/sheet.h"
#include "ui/tax/wording.h"
#include "ui/widgets/eradatefield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using widgets::TextRole;

namespace taxui {

namespace {

constexpr qint64 cutSum = 100;

QLabel *wrapped(TextRole role, QWidget *parent)
{
    auto *label = widgets::label({}, role, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

LateChargePanel::LateChargePanel(QWidget *parent)
    : QFrame(parent)
    , m_payOn(new widgets::EraDateField(calendar::DateRules{}, this))
    , m_button(widgets::button(tr("Calculate"), widgets::ButtonRole::Primary, this))
    , m_paid(wrapped(TextRole::Muted, this))
    , m_form(new QWidget(this))
    , m_result(new QWidget(this))
    , m_basis(wrapped(TextRole::Body, this))
    , m_lines(new Sheet(this))
    , m_rounding(wrapped(TextRole::Muted, this))
    , m_answer(wrapped(TextRole::Title, this))
    , m_version(wrapped(TextRole::Muted, this))
{
    setProperty("card", true);
    m_payOn->setObjectName(QStringLiteral("payOn"));
    m_button->setObjectName(QStringLiteral("calculateLateCharge"));
    m_answer->setObjectName(QStringLiteral("lateChargeAnswer"));
    m_lines->setObjectName(QStringLiteral("lateChargeLines"));
    m_paid->setText(tr("Nothing is unpaid in this period."));
    m_version->setProperty("verbatim", true);
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {1.2, 0.9, 1.2, 1.0});
    widgets::setSpacingEm(column, 0.6);
    column->addWidget(widgets::label(tr("Late charge to a chosen day"), TextRole::Heading, this));
    column->addWidget(m_paid);
    auto *row = new QHBoxLayout(m_form);
    widgets::setMarginsEm(row, {0, 0, 0, 0});
    widgets::setSpacingEm(row, 0.8);
    auto *caption = widgets::label(tr("Paid on"), TextRole::Body, m_form);
    caption->setBuddy(m_payOn);
    m_payOn->setAccessibleName(tr("Paid on"));
    m_payOn->input()->setAccessibleName(tr("Paid on"));
    widgets::setWidthEm(m_payOn, 24, 30);
    row->addWidget(caption);
    row->addWidget(m_payOn);
    row->addWidget(m_button);
    row->addStretch();
    column->addWidget(m_form);
    auto *result = new QVBoxLayout(m_result);
    widgets::setMarginsEm(result, {0, 0, 0, 0});
    widgets::setSpacingEm(result, 0.5);
    for (QWidget *part : {static_cast<QWidget *>(m_answer), static_cast<QWidget *>(m_basis),
                          static_cast<QWidget *>(m_lines), static_cast<QWidget *>(m_rounding),
                          static_cast<QWidget *>(m_version)})
        result->addWidget(part);
    column->addWidget(m_result);
    connect(m_button, &QPushButton::clicked, this, &LateChargePanel::ask);
    connect(m_payOn->input(), &QLineEdit::returnPressed, this, &LateChargePanel::ask);
    // Another day: the working below no longer answers it.
    connect(m_payOn, &widgets::EraDateField::changed, this, [this] { m_result->hide(); });
    prepare({}, false);
}

void LateChargePanel::prepare(QDate payOn, bool owes)
{
    m_owes = owes;
    if (payOn.isValid())
        m_payOn->setText(shortDayWords(payOn));
    else
        m_payOn->clear();
    m_form->setVisible(owes);
    m_paid->setVisible(!owes);
    m_result->hide();
    for (QLabel *label : {m_answer, m_basis, m_rounding, m_version})
        label->clear();
    fillLines({});
}

void LateChargePanel::ask()
{
    const auto range = m_payOn->range();
    if (m_owes && range && range->from == range->to)
        Q_EMIT wanted(range->from);
    else
        m_payOn->input()->setFocus();
}

void LateChargePanel::showWorking(const desk::LateChargeView &view)
{
    const tax::LateChargeWorking &working = view.working;
    m_answer->setText(
        tr("Late charge if paid on %1: %2").arg(dayWords(view.payOn), yenWords(working.chargeYen)));
    m_basis->setText(
        tr("Unpaid tax %1, due on %2").arg(yenWords(view.unpaidYen), dayWords(view.row.dueOn)));
    fillLines(working);
    QStringList rules{tr("Each line: base × days × rate ÷ 365, the base cut to 1,000 yen "
                         "(Local Tax Act 20-4-2 (2)), fractions of a yen dropped.")};
    if (working.why.isEmpty())
        rules.append(
            tr("The sum is cut to %1 yen: %2 becomes %3 (Local Tax Act 20-4-2 (5)).")
                .arg(amountWords(cutSum), yenWords(working.sumYen), yenWords(working.chargeYen)));
    else
        rules.append(lateChargeWords(working.why) + tr("(Local Tax Act 20-4-2)"));
    m_rounding->setText(rules.join(u'\n'));
    m_version->setText(tr("Version of the table of rates: %1").arg(working.tableVersion));
    m_result->show();
}

void LateChargePanel::fillLines(const tax::LateChargeWorking &working)
{
    using Column = Sheet::Column;
    m_lines->setColumns({Column::Word, Column::Word, Column::Amount, Column::Amount, Column::Amount,
                         Column::Amount, Column::Text},
                        {tr("From"), tr("To"), tr("Days"), tr("Base (yen)"), tr("Rate a year"),
                         tr("Late charge (yen)"), tr("Which time")});
    int days = 0;
    for (const tax::LateChargeLine &line : working.lines) {
        days += line.days;
        m_lines->addRow({shortDayWords(line.from), shortDayWords(line.to), amountWords(line.days),
                         amountWords(line.baseYen), rateWords(line.rateBasisPoints),
                         amountWords(line.yen), lateChargeWords(line.why)});
    }
    m_lines->addRow({tr("Total"), {}, amountWords(days), {}, {}, amountWords(working.sumYen), {}},
                    Sheet::RowKind::Total);
    m_lines->setVisible(!working.lines.isEmpty());
}

void LateChargePanel::takeFocus()
{
    m_payOn->input()->setFocus();
    m_payOn->input()->selectAll();
}

} // namespace taxui
