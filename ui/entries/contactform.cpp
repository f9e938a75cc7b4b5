#include "ui/entries/contactform.h"

#include "ui/entries/fieldlines.h"
#include "ui/widgets/entermoves.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"
#include "ui/words/errorwords.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using widgets::FieldKind;
using widgets::TextField;

namespace entries {

namespace {

constexpr int telephoneLimit = 30;
constexpr int postalDigits = 7;
constexpr int addressLimit = 200;
constexpr int nameLimit = 100;

/// As kept in a draft: what cannot be filed too.
QString typed(const TextField &field)
{
    return field.problem() ? field.text() : field.value();
}

} // namespace

ContactForm::ContactForm(const Task &task, const Setting &setting, QWidget *parent)
    : EntryForm(parent)
    , m_base(task.proposal)
    , m_grid(new widgets::FormGrid(1, this))
    , m_telephone(new TextField(FieldKind::Direct, telephoneLimit, this))
    , m_postalCode(new widgets::NumberField(postalDigits, this))
    , m_address(new TextField(FieldKind::Address, addressLimit, this))
    , m_name(new TextField(FieldKind::Name, nameLimit, this))
{
    auto &contact = std::get<residents::Contact>(m_base.entered);
    contact.person = setting.about.person;
    m_telephone->setObjectName(QStringLiteral("contactTelephone"));
    m_postalCode->setObjectName(QStringLiteral("contactPostalCode"));
    m_address->setObjectName(QStringLiteral("contactAddress"));
    m_name->setObjectName(QStringLiteral("contactName"));
    m_telephone->setText(contact.telephone);
    m_postalCode->setText(contact.sendPostalCode);
    m_address->setText(contact.sendAddress);
    m_name->setText(contact.sendName);
    m_telephone->setPlaceholderText(QStringLiteral("090-0000-0000"));
    m_postalCode->setPlaceholderText(QStringLiteral("0000000"));
    widgets::setWidthEm(m_telephone, 15, 15);
    widgets::setWidthEm(m_postalCode, 9, 9);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *hint =
        widgets::label(tr("Where the person is reached beside the registered address. It changes "
                          "nothing in the resident record and is printed on no certificate."),
                       widgets::TextRole::Muted, this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    m_grid->add(tr("Telephone"), m_telephone);
    m_grid->add(tr("Send to: postal code"), m_postalCode);
    m_grid->add(tr("Send to: address"), m_address);
    m_grid->add(tr("Send to: name"), m_name);
    column->addWidget(m_grid);
    column->addStretch(1);
    new widgets::EnterMoves(this, {m_telephone, m_postalCode, m_address, m_name}, setting.end);
    for (TextField *field : fields())
        connect(field, &QLineEdit::textEdited, this, [this, field] {
            if (!field->problem())
                m_grid->setProblem(field, {});
            Q_EMIT changed();
        });
}

QList<TextField *> ContactForm::fields() const
{
    return {m_telephone, m_postalCode, m_address, m_name};
}

residents::Proposal ContactForm::proposal() const
{
    residents::Proposal made = m_base;
    auto &contact = std::get<residents::Contact>(made.entered);
    contact.telephone = typed(*m_telephone);
    contact.sendPostalCode = typed(*m_postalCode);
    contact.sendAddress = typed(*m_address);
    contact.sendName = typed(*m_name);
    return made;
}

bool ContactForm::judge()
{
    const auto all = fields();
    for (TextField *field : all) {
        if (field->problem()) {
            field->setFocus();
            return false;
        }
    }
    const qsizetype digits = m_postalCode->value().size();
    if (digits != 0 && digits != postalDigits) {
        m_grid->setProblem(m_postalCode, tr("A postal code has seven digits."));
        m_postalCode->setFocus();
        return false;
    }
    const bool empty = std::all_of(all.begin(), all.end(),
                                   [](const TextField *field) { return field->value().isEmpty(); });
    if (empty && m_base.baseVersion == 0) {
        m_grid->setProblem(m_telephone, tr("Fill in at least one field."));
        m_telephone->setFocus();
        return false;
    }
    return true;
}

bool ContactForm::showProblemAt(const QString &field)
{
    const QList<QPair<QLatin1StringView, TextField *>> named{
        {QLatin1StringView("elephone"), m_telephone},
        {QLatin1StringView("ostal"), m_postalCode},
        {QLatin1StringView("ddress"), m_address},
        {QLatin1StringView("ame"), m_name}};
    for (const auto &[part, at] : named) {
        if (!field.contains(part))
            continue;
        m_grid->setProblem(at, tr("The register did not accept what stands here."));
        at->setFocus();
        return true;
    }
    return false;
}

void ContactForm::takeFocus()
{
    m_telephone->setFocus();
}

} // namespace entries
