#include "ui/moves/noticepanel.h"

#include "calendar/eras.h"
#include "ui/widgets/eradatefield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"
#include "ui/words/movewords.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>

using residents::NotifierKind;

namespace moves {

namespace {

constexpr int nameLimit = 100;
constexpr int paperLimit = 40;

calendar::DateRules ruled()
{
    calendar::DateRules rules;
    rules.defaultEra = QStringLiteral("R");
    return rules;
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

NoticePanel::NoticePanel(residents::MoveKind kind, const QList<desk::IdentityDocument> &documents,
                         QDate today, QWidget *parent)
    : FormPart(parent)
    , m_ofTheOffice(residents::traitsOf(kind).ofTheOffice)
    , m_happenedOn(new widgets::EraDateField(ruled(), this))
    , m_notifiedOn(new widgets::EraDateField(ruled(), this))
    , m_kind(new QComboBox(this))
    , m_name(new widgets::TextField(widgets::FieldKind::Name, nameLimit, this))
    , m_mandate(new QCheckBox(tr("The mandate was shown"), this))
    , m_firstDocument(new QComboBox(this))
    , m_secondDocument(new QComboBox(this))
    , m_questioned(new QCheckBox(tr("Identified by questions"), this))
    , m_paper(new widgets::TextField(widgets::FieldKind::Direct, paperLimit, this))
{
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    auto *grid = new widgets::FormGrid(1, this);
    makeDays(grid, kind, today);
    makeNotifier(grid, documents);
    column->addWidget(grid);
    follow();
}

NoticePanel::~NoticePanel()
{
    widgets::deafen(this);
}

void NoticePanel::makeDays(widgets::FormGrid *grid, residents::MoveKind kind, QDate today)
{
    using residents::MoveKind;
    m_happenedOn->input()->setObjectName(QStringLiteral("happenedOn"));
    m_notifiedOn->input()->setObjectName(QStringLiteral("notifiedOn"));
    m_happenedOn->input()->setPlaceholderText(dayText(today));
    // 処理日 is the register's; 届出日 is today but for a notice that came by post (JS1 4.0.3).
    m_notifiedOn->setText(dayText(today));
    // Whoever takes it back does so today, as a rule.
    if (kind == MoveKind::OutCancellation)
        m_happenedOn->setText(dayText(today));
    grid->add(words::dayOf(kind), m_happenedOn);
    grid->add(m_ofTheOffice ? tr("Known to the office on") : tr("Day of the notice"), m_notifiedOn);
    for (widgets::EraDateField *field : {m_happenedOn, m_notifiedOn})
        connect(field, &widgets::EraDateField::changed, this, &NoticePanel::changed);
    connect(m_happenedOn->input(), &QLineEdit::textEdited, this, [this] { m_dayTouched = true; });
}

void NoticePanel::makeNotifier(widgets::FormGrid *grid,
                               const QList<desk::IdentityDocument> &documents)
{
    m_kind->setObjectName(QStringLiteral("notifierKind"));
    for (const auto kind :
         {NotifierKind::Self, NotifierKind::Head, NotifierKind::Member, NotifierKind::Agent})
        m_kind->addItem(words::of(kind), int(kind));
    m_name->setObjectName(QStringLiteral("notifierName"));
    m_mandate->setObjectName(QStringLiteral("mandate"));
    m_questioned->setObjectName(QStringLiteral("questioned"));
    m_paper->setObjectName(QStringLiteral("paper"));
    m_firstDocument->setObjectName(QStringLiteral("firstDocument"));
    m_secondDocument->setObjectName(QStringLiteral("secondDocument"));
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_kind, m_name, m_mandate, m_firstDocument, m_secondDocument, m_questioned})
        field->setVisible(!m_ofTheOffice);
    if (!m_ofTheOffice) {
        offerDocuments(documents);
        grid->add(tr("Who gives notice"), m_kind);
        grid->add(tr("Agent's name"), m_name);
        grid->add(tr("Mandate"), m_mandate);
        grid->add(tr("Document"), m_firstDocument);
        grid->add(tr("Second document"), m_secondDocument);
        grid->add(tr("Questions"), m_questioned);
    }
    grid->add(tr("Number of the paper"), m_paper);
    for (QComboBox *box : {m_kind, m_firstDocument, m_secondDocument})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            follow();
            Q_EMIT changed();
        });
    for (QCheckBox *box : {m_mandate, m_questioned})
        connect(box, &QCheckBox::toggled, this, &NoticePanel::changed);
    for (widgets::TextField *field : {m_name, m_paper})
        connect(field, &QLineEdit::textEdited, this, &NoticePanel::changed);
}

void NoticePanel::offerDocuments(const QList<desk::IdentityDocument> &documents)
{
    m_firstDocument->addItem(tr("(not chosen)"), QString());
    m_secondDocument->addItem(tr("(none)"), QString());
    for (const desk::IdentityDocument &document : documents) {
        const QString words = document.kind == 1 ? tr("%1 (one is enough)").arg(document.words)
                                                 : tr("%1 (two needed)").arg(document.words);
        m_firstDocument->addItem(words, document.code);
        if (document.kind != 1)
            m_secondDocument->addItem(words, document.code);
    }
    for (QComboBox *box : {m_firstDocument, m_secondDocument}) {
        // The longest document decides the width of the list, not that of the form.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->view()->setMinimumWidth(box->view()->sizeHintForColumn(0) + widgets::em(2));
    }
}

void NoticePanel::proposeHappenedOn(QDate day)
{
    if (!m_dayTouched)
        m_happenedOn->setText(dayText(day));
}

/// Only what this notifier has to show.
void NoticePanel::follow()
{
    const bool agent = NotifierKind(m_kind->currentData().toInt()) == NotifierKind::Agent;
    m_name->setEnabled(agent);
    m_mandate->setEnabled(agent);
    const QString first = m_firstDocument->currentData().toString();
    // The second list holds what is not enough alone: who needs no second is not asked for it.
    m_secondDocument->setEnabled(!first.isEmpty() && m_secondDocument->findData(first) >= 0);
}

void NoticePanel::fill(const residents::Move &move)
{
    const auto pick = [](QComboBox *box, const QVariant &value) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(qMax(0, box->findData(value)));
    };
    m_happenedOn->setText(dayText(move.happenedOn));
    m_dayTouched = move.happenedOn.isValid();
    if (move.notifiedOn.isValid())
        m_notifiedOn->setText(dayText(move.notifiedOn));
    const residents::Notifier &notifier = move.notifier;
    pick(m_kind, int(notifier.kind));
    m_name->setText(notifier.name);
    m_mandate->setChecked(notifier.mandate);
    m_questioned->setChecked(notifier.questioned);
    pick(m_firstDocument, notifier.documents.value(0));
    pick(m_secondDocument, notifier.documents.value(1));
    m_paper->setText(move.paper);
    follow();
}

void NoticePanel::into(residents::Move &move) const
{
    // While it is being filed the whole form is disabled.
    move.happenedOn = dayOf(*m_happenedOn);
    move.notifiedOn = dayOf(*m_notifiedOn);
    move.paper = m_paper->value();
    residents::Notifier &notifier = move.notifier;
    if (m_ofTheOffice) {
        notifier = {.kind = NotifierKind::Office, .name = {}, .documents = {}};
        return;
    }
    notifier = {.kind = NotifierKind(m_kind->currentData().toInt()),
                .name = m_name->isEnabledTo(this) ? m_name->value() : QString(),
                .documents = {},
                .questioned = m_questioned->isChecked(),
                .mandate = m_mandate->isEnabledTo(this) && m_mandate->isChecked()};
    for (const QComboBox *box : {m_firstDocument, m_secondDocument}) {
        const QString code = box->currentData().toString();
        if (box->isEnabledTo(this) && !code.isEmpty() && !notifier.documents.contains(code))
            notifier.documents.append(code);
    }
}

QList<QWidget *> NoticePanel::days() const
{
    return {m_happenedOn, m_notifiedOn};
}

QList<QWidget *> NoticePanel::fields() const
{
    if (m_ofTheOffice)
        return {m_paper};
    return {m_kind, m_name, m_mandate, m_firstDocument, m_secondDocument, m_questioned, m_paper};
}

QWidget *NoticePanel::fieldOf(const QString &rule) const
{
    if (rule.startsWith(u"Date") || rule.startsWith(u"Before") || rule == u"happenedOn")
        return m_happenedOn;
    if (rule.startsWith(u"Notice") || rule == u"notifiedOn")
        return m_notifiedOn;
    if (rule == u"IdentificationMissing" || rule == u"documents")
        return m_firstDocument;
    if (rule == u"NotifierNameMissing" || rule == u"notifierName")
        return m_name;
    if (rule == u"MandateMissing")
        return m_mandate;
    return rule == u"paper" ? m_paper : nullptr;
}

QWidget *NoticePanel::firstUnreadable() const
{
    for (widgets::EraDateField *field : {m_happenedOn, m_notifiedOn}) {
        if (!field->isEmpty() && !field->range())
            return field;
    }
    for (widgets::TextField *field : {m_name, m_paper}) {
        if (field->problem())
            return field;
    }
    return nullptr;
}

} // namespace moves
