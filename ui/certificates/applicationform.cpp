#include "ui/certificates/applicationform.h"

#include "ui/certificates/memberchoice.h"
#include "ui/widgets/entermoves.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"
#include "ui/words/words.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace certificates {

namespace {
constexpr int requesterLimit = 60;
constexpr int useLimit = 200;
constexpr int mostCopies = 20;

RequesterKind requesterOf(desk::Caller caller)
{
    switch (caller) {
    case desk::Caller::SameHousehold:
        return RequesterKind::SameHousehold;
    case desk::Caller::Agent:
        return RequesterKind::Agent;
    case desk::Caller::Official:
        return RequesterKind::Official;
    case desk::Caller::ThirdParty:
        return RequesterKind::ThirdParty;
    case desk::Caller::Self:
    case desk::Caller::Telephone:
    case desk::Caller::Nobody:
        break;
    }
    return RequesterKind::Self;
}

} // namespace

ApplicationForm::ApplicationForm(const QList<desk::IdentityDocument> &documents, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    widgets::setMarginsEm(m_column, {0, 0, 0.4, 0});
    widgets::setSpacingEm(m_column, 0.6);
    makeForm();
    makeRequester();
    makeIdentification(documents);
    makeItems();
    m_column->addStretch(1);
    followForm();
    followRequester();
}

void ApplicationForm::makeForm()
{
    auto *card = new widgets::Card(tr("Whose certificate"), this);
    auto *grid = new widgets::FormGrid(1);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("form"));
    for (const FormKind kind : {FormKind::Household, FormKind::Individual, FormKind::Removed})
        m_kind->addItem(words::of(kind), int(kind));
    grid->add(tr("Form"), m_kind);
    m_members = new MemberChoice(this);
    card->body()->addWidget(grid);
    card->body()->addWidget(m_members);
    m_column->addWidget(card);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        followForm();
        Q_EMIT changed();
    });
    connect(m_members, &MemberChoice::changed, this, &ApplicationForm::changed);
}

void ApplicationForm::watch(QAbstractButton *box)
{
    connect(box, &QAbstractButton::toggled, this, &ApplicationForm::changed);
}

void ApplicationForm::makeRequester()
{
    auto *card = new widgets::Card(tr("Who asks"), this);
    auto *grid = new widgets::FormGrid(1);
    m_requester = new QComboBox(this);
    m_requester->setObjectName(QStringLiteral("requester"));
    for (const RequesterKind kind :
         {RequesterKind::Self, RequesterKind::SameHousehold, RequesterKind::Agent,
          RequesterKind::Official, RequesterKind::ThirdParty, RequesterKind::Professional})
        m_requester->addItem(words::of(kind), int(kind));
    m_requesterName = new widgets::TextField(widgets::FieldKind::Name, requesterLimit, this);
    m_useOf = new widgets::TextField(widgets::FieldKind::Free, useLimit, this);
    m_requesterName->setObjectName(QStringLiteral("requesterName"));
    m_useOf->setObjectName(QStringLiteral("useOf"));
    grid->add(tr("Requester"), m_requester);
    grid->add(tr("Requester's name"), m_requesterName);
    grid->add(tr("Used for"), m_useOf);
    card->body()->addWidget(grid);
    m_column->addWidget(card);
    connect(m_requester, &QComboBox::currentIndexChanged, this, [this] {
        followRequester();
        Q_EMIT changed();
    });
    for (widgets::TextField *field : {m_requesterName, m_useOf})
        connect(field, &QLineEdit::editingFinished, this, &ApplicationForm::changed);
}

void ApplicationForm::makeIdentification(const QList<desk::IdentityDocument> &documents)
{
    auto *card = new widgets::Card(tr("How identified"), this);
    auto *grid = new widgets::FormGrid(1);
    m_firstDocument = new QComboBox(this);
    m_secondDocument = new QComboBox(this);
    m_firstDocument->setObjectName(QStringLiteral("firstDocument"));
    m_secondDocument->setObjectName(QStringLiteral("secondDocument"));
    m_firstDocument->addItem(tr("(not chosen)"), QString());
    m_secondDocument->addItem(tr("(none)"), QString());
    for (const desk::IdentityDocument &document : documents) {
        const QString words = document.kind == 1 ? tr("%1 (one is enough)").arg(document.words)
                                                 : tr("%1 (two needed)").arg(document.words);
        m_firstDocument->addItem(words, document.code);
        if (document.kind != 1)
            m_secondDocument->addItem(words, document.code);
    }
    m_questioned = new QCheckBox(tr("Identified by questions"), this);
    for (QComboBox *box : {m_firstDocument, m_secondDocument}) {
        // The longest document decides the width of the list, not that of the form.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->view()->setMinimumWidth(box->view()->sizeHintForColumn(0) + widgets::em(2));
    }
    m_questioned->setObjectName(QStringLiteral("questioned"));
    grid->add(tr("Document"), m_firstDocument);
    grid->add(tr("Second document"), m_secondDocument);
    card->body()->addWidget(grid);
    card->body()->addWidget(m_questioned);
    m_column->addWidget(card);
    for (QComboBox *box : {m_firstDocument, m_secondDocument})
        connect(box, &QComboBox::currentIndexChanged, this, &ApplicationForm::changed);
    watch(m_questioned);
}

void ApplicationForm::makeItems()
{
    auto *card = new widgets::Card(tr("Shown on special request"), this);
    for (const Item item :
         {Item::Relationship, Item::Domicile, Item::ForeignItems, Item::FormerFamily, Item::History,
          Item::IndividualNumber, Item::ResidentCode}) {
        auto *box = new QCheckBox(words::of(item), this);
        box->setObjectName(QStringLiteral("item-%1").arg(m_items.size() + 1));
        m_items.append({item, box});
        card->body()->addWidget(box);
        watch(box);
    }
    m_copies = new QSpinBox(this);
    m_copies->setObjectName(QStringLiteral("copies"));
    m_copies->setRange(1, mostCopies);
    m_copies->setAlignment(Qt::AlignRight);
    auto *grid = new widgets::FormGrid(1);
    grid->add(tr("Copies"), m_copies);
    card->body()->addWidget(grid);
    m_column->addWidget(card);
    connect(m_copies, &QSpinBox::valueChanged, this, &ApplicationForm::changed);
}

void ApplicationForm::setMembers(const desk::HouseholdView &household, base::PersonId chosen,
                                 QAbstractButton *end)
{
    m_household = household.id;
    const auto isChosen = [chosen](const desk::MemberLine &line) {
        return line.id.person == chosen;
    };
    const auto &gone = household.formerMembers;
    if (std::any_of(gone.begin(), gone.end(), isChosen))
        m_kind->setCurrentIndex(m_kind->findData(int(FormKind::Removed)));
    m_members->setMembers(household, chosen);
    QList<QWidget *> fields{m_kind};
    fields += m_members->fields();
    fields +=
        {m_requester, m_requesterName, m_useOf, m_firstDocument, m_secondDocument, m_questioned};
    for (const auto &[item, box] : std::as_const(m_items))
        fields.append(box);
    fields.append(m_copies);
    delete m_enterMoves;
    m_enterMoves = new widgets::EnterMoves(this, fields, end);
    Q_EMIT changed();
}

void ApplicationForm::keepInSight(QScrollArea *area)
{
    connect(qApp, &QApplication::focusChanged, area, [this, area](QWidget *, QWidget *now) {
        if (!now || !isAncestorOf(now))
            return;
        area->ensureWidgetVisible(now);
        // A field that has only just appeared has its place when the layout has been made.
        QTimer::singleShot(0, now, [area, now] {
            if (now->hasFocus())
                area->ensureWidgetVisible(now);
        });
    });
}

void ApplicationForm::setCaller(desk::Caller caller)
{
    m_requester->setCurrentIndex(m_requester->findData(int(requesterOf(caller))));
}

FormKind ApplicationForm::form() const
{
    return FormKind(m_kind->currentData().toInt());
}

void ApplicationForm::followForm()
{
    m_members->setForm(form());
    for (const auto &[item, box] : std::as_const(m_items)) {
        if (item == Item::History)
            box->setVisible(isForOnePerson(form()));
    }
    followNumbers();
}

void ApplicationForm::followRequester()
{
    const auto kind = RequesterKind(m_requester->currentData().toInt());
    const bool third = kind == RequesterKind::ThirdParty || kind == RequesterKind::Professional;
    m_requesterName->setEnabled(kind != RequesterKind::Self);
    m_useOf->setEnabled(third || kind == RequesterKind::Official);
    followNumbers();
}

void ApplicationForm::offerNumbers(bool offered)
{
    m_numbers = offered;
    followNumbers();
}

/// Only the person and who lives with him are handed a copy that bears them; a 除票 never does
/// (municipal-facts.md 5.3). The rules judge again.
void ApplicationForm::followNumbers()
{
    const auto kind = RequesterKind(m_requester->currentData().toInt());
    const bool entitled = kind == RequesterKind::Self || kind == RequesterKind::SameHousehold;
    for (const auto &[item, box] : std::as_const(m_items)) {
        if (item == Item::IndividualNumber || item == Item::ResidentCode)
            box->setVisible(m_numbers && entitled && form() != FormKind::Removed);
    }
}

Request ApplicationForm::request() const
{
    Request request;
    request.form = form();
    request.household = m_household;
    request.persons = m_members->persons();
    for (const auto &[item, box] : m_items)
        request.items.setFlag(item, box->isChecked() && !box->isHidden());
    request.requester = RequesterKind(m_requester->currentData().toInt());
    request.requesterName = m_requesterName->isEnabled() ? m_requesterName->value() : QString();
    request.useOf = m_useOf->isEnabled() ? m_useOf->value() : QString();
    for (const QComboBox *box : {m_firstDocument, m_secondDocument})
        if (!box->currentData().toString().isEmpty())
            request.identification.documents.append(box->currentData().toString());
    request.identification.questioned = m_questioned->isChecked();
    request.copies = m_copies->value();
    return request;
}

void ApplicationForm::takeFocus()
{
    m_kind->setFocus();
}

} // namespace certificates
