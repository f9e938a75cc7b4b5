#include "ui/search/conditionform.h"

#include "calendar/eras.h"
#include "text/address.h"
#include "ui/widgets/entermoves.h"
#include "ui/widgets/eradatefield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace search {

namespace {

constexpr int telephoneDigits = 15;
constexpr int numberDigits = 15;

} // namespace

ConditionForm::ConditionForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new widgets::NameField(this))
    , m_birth(new widgets::EraDateField(this))
    , m_address(new widgets::AddressField(this))
    , m_head(new widgets::NameField(this))
    , m_telephone(new widgets::NumberField(telephoneDigits, this))
    , m_sex(new QComboBox(this))
    , m_person(new widgets::NumberField(numberDigits, this))
    , m_household(new widgets::NumberField(numberDigits, this))
    , m_removed(new QCheckBox(tr("Include removed records"), this))
    , m_grid(new widgets::FormGrid(2, this))
    , m_search(widgets::button(tr("Search (F2)"), widgets::ButtonRole::Primary, this))
{
    m_name->setObjectName(QStringLiteral("name"));
    m_birth->setObjectName(QStringLiteral("birth"));
    m_address->setObjectName(QStringLiteral("address"));
    m_head->setObjectName(QStringLiteral("head"));
    m_telephone->setObjectName(QStringLiteral("telephone"));
    m_person->setObjectName(QStringLiteral("person"));
    m_household->setObjectName(QStringLiteral("household"));
    m_removed->setObjectName(QStringLiteral("removed"));
    m_search->setObjectName(QStringLiteral("searchbutton"));
    m_name->setPlaceholderText(tr("Kana, kanji or Latin; a part is enough"));
    m_address->setPlaceholderText(tr("Town, lot or building; a part is enough"));
    m_sex->addItem(tr("Not set"));
    for (const auto sex : {residents::Sex::Male, residents::Sex::Female})
        m_sex->addItem(words::of(sex), static_cast<int>(sex));

    auto *grid = m_grid;
    grid->add(tr("Name"), m_name);
    grid->add(tr("Birth date"), m_birth);
    grid->add(tr("Address"), m_address);
    grid->add(tr("Head of household"), m_head);
    grid->add(tr("Telephone"), m_telephone);
    grid->add(tr("Sex"), m_sex);
    grid->add(tr("Person number"), m_person);
    grid->add(tr("Household number"), m_household);
    m_sex->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    widgets::setWidthEm(m_sex, 9, 9);
    for (QWidget *narrow : {static_cast<QWidget *>(m_telephone), static_cast<QWidget *>(m_person),
                            static_cast<QWidget *>(m_household)})
        widgets::setWidthEm(narrow, 9, 14);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(grid);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_removed);
    foot->addWidget(m_search);
    column->addLayout(foot);

    new widgets::EnterMoves(
        this,
        {m_name, m_birth, m_address, m_head, m_telephone, m_sex, m_person, m_household, m_removed},
        m_search);
    for (auto *field : {static_cast<QLineEdit *>(m_name), static_cast<QLineEdit *>(m_address),
                        static_cast<QLineEdit *>(m_head), static_cast<QLineEdit *>(m_telephone),
                        static_cast<QLineEdit *>(m_person), static_cast<QLineEdit *>(m_household)})
        connect(field, &QLineEdit::textChanged, this, &ConditionForm::changed);
    connect(m_address, &QLineEdit::textChanged, this, &ConditionForm::judgeAddress);
    connect(m_birth, &widgets::EraDateField::changed, this, &ConditionForm::changed);
    connect(m_sex, &QComboBox::currentIndexChanged, this, &ConditionForm::changed);
    connect(m_removed, &QCheckBox::toggled, this, &ConditionForm::changed);
    connect(m_search, &QPushButton::clicked, this, &ConditionForm::searchAsked);
}

desk::SearchConditions ConditionForm::conditions() const
{
    desk::SearchConditions wanted;
    wanted.name = m_name->value();
    if (const auto range = m_birth->range())
        wanted.birth = desk::BirthRange{range->from, range->to};
    wanted.address = m_address->value();
    wanted.headName = m_head->value();
    wanted.telephone = m_telephone->value();
    if (const auto number = m_person->number())
        wanted.person = base::PersonId{*number};
    if (const auto number = m_household->number())
        wanted.household = base::HouseholdId{*number};
    if (m_sex->currentIndex() > 0)
        wanted.sex = static_cast<residents::Sex>(m_sex->currentData().toInt());
    wanted.withRemoved = m_removed->isChecked();
    return wanted;
}

bool ConditionForm::hasProblem() const
{
    for (const widgets::TextField *field :
         {static_cast<widgets::TextField *>(m_name), static_cast<widgets::TextField *>(m_address),
          static_cast<widgets::TextField *>(m_head), static_cast<widgets::TextField *>(m_telephone),
          static_cast<widgets::TextField *>(m_person),
          static_cast<widgets::TextField *>(m_household)}) {
        if (field->problem())
            return true;
    }
    return isAddressVague() || (!m_birth->isEmpty() && !m_birth->range());
}

bool ConditionForm::isAddressVague() const
{
    return !m_address->value().isEmpty() && !text::isSpecificAddress(m_address->value());
}

void ConditionForm::judgeAddress()
{
    if (m_address->problem()) // the field has said what is wrong
        return;
    m_grid->setProblem(m_address,
                       isAddressVague()
                           ? tr("Every address has this. Add a town name, a number or a building.")
                           : QString());
}

bool ConditionForm::hasBirthDay() const
{
    const auto range = m_birth->range();
    return range && range->from == range->to;
}

bool ConditionForm::isEmpty() const
{
    const auto inputs = findChildren<QLineEdit *>();
    for (const QLineEdit *input : inputs) {
        if (!input->text().trimmed().isEmpty())
            return false;
    }
    return true;
}

void ConditionForm::clear()
{
    for (auto *field : {static_cast<QLineEdit *>(m_name), static_cast<QLineEdit *>(m_address),
                        static_cast<QLineEdit *>(m_head), static_cast<QLineEdit *>(m_telephone),
                        static_cast<QLineEdit *>(m_person), static_cast<QLineEdit *>(m_household)})
        field->clear();
    m_birth->clear();
    m_sex->setCurrentIndex(0);
    m_removed->setChecked(false);
    start();
}

void ConditionForm::start()
{
    m_name->setFocus();
    m_name->selectAll();
}

void ConditionForm::includeRemoved()
{
    m_removed->setChecked(true);
}

void ConditionForm::widenBirth()
{
    const auto range = m_birth->range();
    if (!range)
        return;
    const auto &eras = calendar::Eras::shipped();
    const auto era = eras.eraOf(range->from);
    m_birth->setText(era ? QStringLiteral("%1%2")
                               .arg(era->letter)
                               .arg(calendar::Eras::yearIn(*era, range->from.year()))
                         : QString::number(range->from.year()));
}

} // namespace search
