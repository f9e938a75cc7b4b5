#include "ui/tax/taxpayersheet.h"

#include "ui/tax/forms.h"
#include "ui/tax/sheet.h"
#include "ui/tax/wording.h"
#include "ui/widgets/parts.h"

#include <QLabel>
#include <QVBoxLayout>

using widgets::TextRole;

namespace taxui {

TaxpayerSheet::TaxpayerSheet(QWidget *parent)
    : QWidget(parent)
    , m_planCard(new widgets::Card(tr("Plan of the instalments"), this))
    , m_noNegotiations(widgets::label(tr("Nothing has been written down."), TextRole::Muted, this))
    , m_propertyCard(new widgets::Card(tr("Property found"), this))
{
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    widgets::setSpacingEm(column, 0.6);
    auto *notes = new widgets::Card(tr("Course of the negotiations"), this);
    m_negotiations = new Sheet(notes);
    m_negotiations->setObjectName(QStringLiteral("negotiations"));
    notes->body()->addWidget(m_noNegotiations);
    notes->body()->addWidget(m_negotiations);
    auto *file = new widgets::Card(tr("The taxpayer"), this);
    m_file = new widgets::FormGrid(2, file);
    file->body()->addWidget(m_file);
    m_plan = new Sheet(m_planCard);
    m_plan->setObjectName(QStringLiteral("plan"));
    m_planCard->body()->addWidget(m_plan);
    m_properties = new Sheet(m_propertyCard);
    m_propertyCard->body()->addWidget(m_properties);
    for (QWidget *part :
         {static_cast<QWidget *>(file), static_cast<QWidget *>(notes),
          static_cast<QWidget *>(m_planCard), static_cast<QWidget *>(m_propertyCard)})
        column->addWidget(part);
}

void TaxpayerSheet::showFile(const desk::LedgerView &view)
{
    fillFile(view);
    fillPlan(view.file);
    fillNegotiations(view.file);
    fillProperties(view.file);
}

void TaxpayerSheet::fillFile(const desk::LedgerView &view)
{
    const tax::TaxpayerFile &file = view.file;
    const auto place = [&view](const QString &text, const QString &none) {
        if (view.addressHidden)
            return tr("(address not shown)");
        return text.isEmpty() ? none : text;
    };
    m_file->clearValues();
    m_file->addValue(tr("Sent to"), place(file.sendTo, tr("To the address")), 2, TextRole::Name);
    m_file->addValue(tr("Tax agent"), place(file.agent, {}), 2, TextRole::Name);
    const QStringList account{file.bank, file.accountKind, accountWords(file.accountTail)};
    m_file->addValue(tr("Account of the direct debit"),
                     file.accountTail.isEmpty() ? QString() : account.join(QChar(0x3000)), 2);
    m_file->addValue(tr("Direct debit since"), dayWords(file.debitFrom));
    m_file->addValue(tr("In charge of the arrears"), file.inCharge);
    m_file->addValue(tr("Pledged on"), dayWords(file.pledgedOn));
    m_file->addValue(tr("Handed over to the collection agency on"), dayWords(file.transferredOn));
    m_file->addValue(tr("Oldest debt prescribes on"), dayWords(file.prescribesOn));
    finish(m_file);
}

void TaxpayerSheet::fillPlan(const tax::TaxpayerFile &file)
{
    using Column = Sheet::Column;
    m_plan->setColumns({Column::Amount, Column::Word, Column::Amount, Column::Word},
                       {tr("No."), tr("Promised for"), tr("Amount (yen)"), tr("Kept")});
    qint64 sum = 0;
    int number = 0;
    for (const tax::PlannedPart &one : file.plan) {
        sum += one.yen;
        m_plan->addRow({QString::number(++number), dayWords(one.on), amountWords(one.yen),
                        one.kept ? tr("Kept", "promise") : tr("Not yet", "promise")});
    }
    m_plan->addRow({{}, tr("Total"), amountWords(sum), {}}, Sheet::RowKind::Total);
    m_planCard->setVisible(!file.plan.isEmpty());
}

void TaxpayerSheet::fillNegotiations(const tax::TaxpayerFile &file)
{
    using Column = Sheet::Column;
    m_negotiations->setVerbatim({3});
    m_negotiations->setColumns(
        {Column::Word, Column::Word, Column::Word, Column::Text, Column::Word},
        {tr("Day"), tr("Way"), tr("With"), tr("What was said"), tr("Written by")});
    for (const tax::Negotiation &one : file.negotiations)
        m_negotiations->addRow({shortDayWords(one.on), one.way, one.with, one.text, one.by});
    m_negotiations->setVisible(!file.negotiations.isEmpty());
    m_noNegotiations->setVisible(file.negotiations.isEmpty());
}

void TaxpayerSheet::fillProperties(const tax::TaxpayerFile &file)
{
    using Column = Sheet::Column;
    m_properties->setVerbatim({1});
    m_properties->setColumns({Column::Word, Column::Text, Column::Word},
                             {tr("Kind", "of property"), tr("Property"), tr("Found on")});
    for (const tax::Property &one : file.properties)
        m_properties->addRow({one.kind, one.words, dayWords(one.foundOn)});
    m_propertyCard->setVisible(!file.properties.isEmpty());
}

} // namespace taxui
