#include "ui/entries/restrictionform.h"

#include "calendar/eras.h"
#include "ui/entries/contactform.h"
#include "ui/entries/fieldlines.h"
#include "ui/entries/noteform.h"
#include "ui/widgets/entermoves.h"
#include "ui/widgets/eradatefield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

using residents::Restriction;
using residents::RestrictionKind;
using residents::RestrictionLevel;

namespace entries {

namespace {

constexpr int reasonLimit = 500;

calendar::DateRules ruled()
{
    calendar::DateRules rules;
    rules.defaultEra = QStringLiteral("R");
    return rules;
}

QComboBox *levels(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    for (const auto level :
         {RestrictionLevel::None, RestrictionLevel::Alert, RestrictionLevel::Stop})
        box->addItem(words::of(level), int(level));
    widgets::setWidthEm(box, 12, 12);
    return box;
}

QString dayText(QDate day)
{
    return day.isValid() ? calendar::wareki(day, calendar::Style::Short) : QString();
}

QDate dayOf(const widgets::EraDateField &field)
{
    const auto range = field.range();
    return range ? range->from : QDate();
}

} // namespace

RestrictionForm::RestrictionForm(const Task &task, const Setting &setting, QWidget *parent)
    : EntryForm(parent)
    , m_base(task.proposal)
    , m_about(setting.about)
    , m_today(setting.today)
    , m_grid(new widgets::FormGrid(2, this))
    , m_reason(new widgets::TextField(widgets::FieldKind::Free, reasonLimit, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    widgets::setSpacingEm(column, 0.5);
    const QString said =
        ends() ? tr("The restriction stays in force until another person has checked that it "
                    "ends.")
        : m_base.baseVersion == 0
            ? tr("It protects at once, provisionally. Another person checks it.")
            : tr("The restriction stays as it is until another person has checked the change.");
    auto *hint = widgets::label(said, widgets::TextRole::Muted, this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    m_reason->setObjectName(QStringLiteral("restrictionReason"));
    m_reason->setText(m_base.reason);
    if (ends())
        showWhatEnds();
    else
        makeFields();
    m_grid->add(tr("Reason (for the check)"), m_reason, 2);
    column->addWidget(m_grid);
    column->addStretch(1);
    watch(setting.end);
}

bool RestrictionForm::ends() const
{
    return std::get<Restriction>(m_base.entered).ended;
}

void RestrictionForm::showWhatEnds()
{
    auto *what = new widgets::FormGrid(2, this);
    const auto &restriction = std::get<Restriction>(m_base.entered);
    what->addValue(tr("Kind"), words::of(restriction.kind));
    what->addValue(tr("Term"), termWords(restriction));
    what->addValue(tr("Effect"), levelWords(restriction), 2);
    layout()->addWidget(what);
}

void RestrictionForm::makeFields()
{
    m_covers = new QComboBox(this);
    m_covers->setObjectName(QStringLiteral("restrictionCovers"));
    m_covers->addItem(tr("This person"));
    if (m_about.household.value != 0)
        m_covers->addItem(tr("The whole household"));
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("restrictionKind"));
    for (const auto kind :
         {RestrictionKind::Support, RestrictionKind::ProvisionalSupport,
          RestrictionKind::Litigation, RestrictionKind::Investigation, RestrictionKind::CardLost,
          RestrictionKind::DeathPending, RestrictionKind::Other})
        m_kind->addItem(words::of(kind), int(kind));
    m_inquiry = levels(QStringLiteral("restrictionInquiry"), this);
    m_certificate = levels(QStringLiteral("restrictionCertificate"), this);
    m_movement = levels(QStringLiteral("restrictionMovement"), this);
    m_hidesAddress = new QCheckBox(tr("Hidden from lists and searches"), this);
    m_hidesAddress->setObjectName(QStringLiteral("restrictionHides"));
    m_from = new widgets::EraDateField(ruled(), this);
    m_until = new widgets::EraDateField(ruled(), this);
    m_from->input()->setObjectName(QStringLiteral("restrictionFrom"));
    m_until->input()->setObjectName(QStringLiteral("restrictionUntil"));
    for (widgets::EraDateField *field : {m_from, m_until})
        field->input()->setPlaceholderText(dayText(m_today));
    m_grid->add(tr("Covers"), m_covers);
    m_grid->add(tr("Kind"), m_kind);
    m_grid->add(tr("Inquiry"), m_inquiry);
    m_grid->add(tr("Certificates"), m_certificate);
    m_grid->add(tr("Moves"), m_movement);
    m_grid->add(tr("Address"), m_hidesAddress);
    m_grid->add(tr("From"), m_from, 2);
    m_grid->add(tr("Due for renewal"), m_until, 2);
    Restriction restriction = std::get<Restriction>(m_base.entered);
    if (!restriction.from.isValid())
        restriction.from = m_today;
    fill(restriction);
}

void RestrictionForm::fill(const Restriction &restriction)
{
    const auto pick = [](QComboBox *box, int value) {
        box->setCurrentIndex(qMax(0, box->findData(value)));
    };
    m_covers->setCurrentIndex(restriction.household.value != 0 ? m_covers->count() - 1 : 0);
    m_covers->setEnabled(m_base.baseVersion == 0);
    pick(m_kind, int(restriction.kind));
    pick(m_inquiry, int(restriction.inquiry));
    pick(m_certificate, int(restriction.certificate));
    pick(m_movement, int(restriction.movement));
    m_hidesAddress->setChecked(restriction.hidesAddress);
    m_from->setText(dayText(restriction.from));
    m_until->setText(dayText(restriction.until));
}

void RestrictionForm::watch(QAbstractButton *end)
{
    const auto tell = [this] { Q_EMIT changed(); };
    connect(m_reason, &QLineEdit::textEdited, this, [this, tell] {
        if (!m_reason->problem())
            m_grid->setProblem(m_reason, {});
        tell();
    });
    if (ends()) {
        new widgets::EnterMoves(this, {m_reason}, end);
        return;
    }
    QList<QWidget *> order;
    for (QComboBox *box : {m_covers, m_kind, m_inquiry, m_certificate, m_movement}) {
        connect(box, &QComboBox::currentIndexChanged, this, tell);
        order.append(box);
    }
    connect(m_hidesAddress, &QCheckBox::toggled, this, tell);
    order.append(m_hidesAddress);
    for (widgets::EraDateField *field : {m_from, m_until}) {
        connect(field, &widgets::EraDateField::changed, this, [this, field, tell] {
            m_grid->setProblem(field, {});
            tell();
        });
        order.append(field);
    }
    order.append(m_reason);
    new widgets::EnterMoves(this, order, end);
}

residents::Proposal RestrictionForm::proposal() const
{
    residents::Proposal made = m_base;
    made.reason = m_reason->problem() ? m_reason->text() : m_reason->value();
    if (ends())
        return made;
    auto &restriction = std::get<Restriction>(made.entered);
    if (m_base.baseVersion == 0) {
        const bool household = m_covers->currentIndex() > 0;
        restriction.person = household ? base::PersonId() : m_about.person;
        restriction.household = household ? m_about.household : base::HouseholdId();
    }
    restriction.kind = RestrictionKind(m_kind->currentData().toInt());
    restriction.inquiry = RestrictionLevel(m_inquiry->currentData().toInt());
    restriction.certificate = RestrictionLevel(m_certificate->currentData().toInt());
    restriction.movement = RestrictionLevel(m_movement->currentData().toInt());
    restriction.hidesAddress = m_hidesAddress->isChecked();
    restriction.from = dayOf(*m_from);
    restriction.until = dayOf(*m_until);
    return made;
}

bool RestrictionForm::fail(QWidget *field, const QString &words)
{
    m_grid->setProblem(field, words);
    field->setFocus();
    return false;
}

bool RestrictionForm::judge()
{
    if (!ends()) {
        // What is wrong with a date stands beside it already.
        if (m_from->isEmpty())
            return fail(m_from, tr("Type the first day."));
        if (!m_from->range())
            return fail(m_from, {});
        if (!m_until->isEmpty() && !m_until->range())
            return fail(m_until, {});
        if (!m_until->isEmpty() && dayOf(*m_until) < dayOf(*m_from))
            return fail(m_until, tr("This day lies before the first day."));
    }
    if (m_reason->value().isEmpty() && !m_reason->problem())
        return fail(m_reason, tr("Write the reason: the checker decides by it."));
    if (m_reason->problem()) {
        m_reason->setFocus();
        return false;
    }
    return true;
}

bool RestrictionForm::showProblemAt(const QString &field)
{
    const QList<QPair<QLatin1StringView, QWidget *>> named{{QLatin1StringView("reason"), m_reason},
                                                           {QLatin1StringView("until"), m_until},
                                                           {QLatin1StringView("from"), m_from},
                                                           {QLatin1StringView("kind"), m_kind}};
    for (const auto &[name, at] : named) {
        if (at && field.contains(name))
            return !fail(at, tr("The register did not accept what stands here."));
    }
    return false;
}

void RestrictionForm::takeFocus()
{
    if (ends())
        m_reason->setFocus();
    else if (m_covers->isEnabled())
        m_covers->setFocus();
    else
        m_kind->setFocus();
}

EntryForm *makeForm(const Task &task, const Setting &setting, QWidget *parent)
{
    switch (residents::kindOf(task.proposal.entered)) {
    case residents::EntryKind::Note:
        return new NoteForm(task, setting, parent);
    case residents::EntryKind::Contact:
        return new ContactForm(task, setting, parent);
    case residents::EntryKind::Restriction:
    case residents::EntryKind::Move:
        break;
    }
    return new RestrictionForm(task, setting, parent);
}

} // namespace entries
