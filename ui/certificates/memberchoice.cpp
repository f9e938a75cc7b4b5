#include "ui/certificates/memberchoice.h"

#include "ui/widgets/parts.h"
#include "ui/widgets/registeredtext.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace certificates {

MemberChoice::MemberChoice(QWidget *parent)
    : QWidget(parent)
    , m_boxes(new QVBoxLayout)
    , m_everybody(new QCheckBox(tr("Everybody in the household"), this))
    , m_nobody(widgets::label(tr("Nobody was removed from this household."),
                              widgets::TextRole::Muted, this))
{
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    widgets::setSpacingEm(column, 0.2);
    widgets::setSpacingEm(m_boxes, 0);
    column->addLayout(m_boxes);
    column->addWidget(m_everybody);
    column->addWidget(m_nobody);
    m_nobody->setWordWrap(true);
    m_nobody->hide();
    m_everybody->setObjectName(QStringLiteral("everybody"));
    connect(m_everybody, &QCheckBox::clicked, this, [this](bool checked) {
        for (const Member &member : std::as_const(m_members)) {
            if (isOffered(member))
                member.box->setChecked(checked);
        }
    });
}

void MemberChoice::add(const desk::MemberLine &line, const QString &name)
{
    const bool present = residents::isPresent(line.state);
    const QString words = present ? tr("%1 (%2)").arg(line.name, line.relationship)
                                  : tr("%1: %2").arg(line.name, words::of(line.state));
    auto *box = new widgets::NameCheckBox(words, this);
    box->setObjectName(name);
    m_boxes->addWidget(box);
    m_members.append({.id = line.id.person,
                      .box = box,
                      .resident = present,
                      // The plan of a 転出届 may have come true: the desk knows the day.
                      .removed = line.state != residents::State::Resident});
    connect(box, &QCheckBox::toggled, this, [this, box] {
        follow(box);
        Q_EMIT changed();
    });
}

void MemberChoice::setMembers(const desk::HouseholdView &household, base::PersonId chosen)
{
    for (const Member &member : std::as_const(m_members))
        delete member.box;
    m_members.clear();
    m_chosen = chosen;
    int number = 0;
    for (const desk::MemberLine &line : household.members)
        add(line, QStringLiteral("member-%1").arg(++number));
    number = 0;
    for (const desk::MemberLine &line : household.formerMembers)
        add(line, QStringLiteral("former-%1").arg(++number));
    for (const Member &member : std::as_const(m_members)) {
        const QSignalBlocker quiet(member.box);
        member.box->setChecked(member.id == chosen);
    }
    setForm(m_form);
}

bool MemberChoice::isOffered(const Member &member) const
{
    return m_form == FormKind::Removed ? member.removed : member.resident;
}

/// Ticks stay where they can; nobody left: the one whose record was open, else the only one there
/// is.
void MemberChoice::setForm(FormKind form)
{
    m_form = form;
    QList<Member> offered;
    QCheckBox *ticked = nullptr;
    for (const Member &member : std::as_const(m_members)) {
        const bool shown = isOffered(member);
        member.box->setVisible(shown);
        const QSignalBlocker quiet(member.box);
        if (!shown || (ticked && isForOnePerson(form)))
            member.box->setChecked(false);
        else if (member.box->isChecked())
            ticked = member.box;
        if (shown)
            offered.append(member);
    }
    for (const Member &member : std::as_const(offered)) {
        const QSignalBlocker quiet(member.box);
        if (!ticked && (member.id == m_chosen || offered.size() == 1))
            member.box->setChecked(true);
    }
    m_everybody->setVisible(form == FormKind::Household);
    m_nobody->setVisible(form == FormKind::Removed && offered.isEmpty());
    follow(nullptr);
}

void MemberChoice::follow(const QCheckBox *changedBox)
{
    if (changedBox && changedBox->isChecked() && isForOnePerson(m_form)) {
        for (const Member &member : std::as_const(m_members)) {
            const QSignalBlocker quiet(member.box);
            if (member.box != changedBox)
                member.box->setChecked(false);
        }
    }
    m_everybody->setChecked(
        std::all_of(m_members.cbegin(), m_members.cend(), [this](const Member &member) {
            return !isOffered(member) || member.box->isChecked();
        }));
}

QList<base::PersonId> MemberChoice::persons() const
{
    QList<base::PersonId> persons;
    for (const Member &member : m_members) {
        if (isOffered(member) && member.box->isChecked())
            persons.append(member.id);
    }
    return persons;
}

QList<QWidget *> MemberChoice::fields() const
{
    QList<QWidget *> fields;
    for (const Member &member : m_members)
        fields.append(member.box);
    fields.append(m_everybody);
    return fields;
}

} // namespace certificates
