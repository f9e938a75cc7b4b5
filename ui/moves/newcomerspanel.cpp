#include "ui/moves/newcomerspanel.h"

#include "ui/moves/memberstable.h"
#include "ui/moves/newcomerform.h"
#include "ui/widgets/parts.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using residents::Snapshot;

namespace moves {

namespace {
const auto headWord = QStringLiteral("世帯主");
} // namespace

NewcomersPanel::NewcomersPanel(QWidget *parent)
    : WhoPanel(parent)
    , m_people(new QVBoxLayout)
    , m_back(widgets::button({}, widgets::ButtonRole::Ordinary, this))
    , m_more(widgets::button(tr("One more person (F2)"), widgets::ButtonRole::Ordinary, this))
    , m_joined(new MembersTable(residents::MoveKind::In, {}, {}, this))
{
    setObjectName(QStringLiteral("newcomers"));
    m_more->setObjectName(QStringLiteral("moreNewcomers"));
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    widgets::setSpacingEm(column, 0.5);
    column->addLayout(m_people);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_joined);
    m_joined->hide();
    m_back->setObjectName(QStringLiteral("putBack"));
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &NewcomersPanel::putBack);
    connect(m_more, &QPushButton::clicked, this, &NewcomersPanel::moreWanted);
    connect(m_joined, &MembersTable::changed, this, &NewcomersPanel::changed);
    connect(m_joined, &MembersTable::fieldsChanged, this, &NewcomersPanel::fieldsChanged);
}

NewcomersPanel::~NewcomersPanel()
{
    widgets::deafen(this);
}

NewcomerForm *NewcomersPanel::insert(qsizetype place, base::PersonId number)
{
    auto *form = new NewcomerForm(number, this);
    m_forms.insert(place, form);
    m_people->insertWidget(int(place), form);
    form->show();
    connect(form, &NewcomerForm::changed, this, [this] {
        follow();
        Q_EMIT changed();
    });
    connect(form, &NewcomerForm::numberChanged, this, &NewcomersPanel::moversChanged);
    connect(form, &NewcomerForm::fieldsChanged, this, &NewcomersPanel::fieldsChanged);
    connect(form, &NewcomerForm::numberWanted, this, [this, form] { Q_EMIT numberWanted(form); });
    connect(form, &NewcomerForm::knownWanted, this,
            [this, form](const Snapshot &newcomer) { Q_EMIT knownWanted(form, newcomer); });
    return form;
}

void NewcomersPanel::add(base::PersonId number)
{
    const NewcomerForm *before = m_forms.isEmpty() ? nullptr : m_forms.last();
    NewcomerForm *form = insert(m_forms.size(), number);
    if (before)
        form->propose(*before);
    tellChanged();
    if (before)
        form->fields().first()->setFocus(Qt::TabFocusReason);
}

void NewcomersPanel::tellChanged()
{
    follow();
    Q_EMIT fieldsChanged();
    Q_EMIT moversChanged();
    Q_EMIT changed();
}

void NewcomersPanel::removeCurrent()
{
    const QWidget *focus = QApplication::focusWidget();
    const auto found = std::find_if(m_forms.begin(), m_forms.end(), [focus](NewcomerForm *form) {
        return focus && form->isAncestorOf(focus);
    });
    if (found == m_forms.end() || m_forms.size() == 1)
        return;
    if (m_removed)
        m_removed->deleteLater();
    m_removed = *found;
    m_removedFrom = std::distance(m_forms.begin(), found);
    m_forms.removeAt(m_removedFrom);
    const QString name = residents::fullName(m_removed->newcomer().name).trimmed();
    m_back->setText(tr("%1 was taken out. Put back")
                        .arg(name.isEmpty() ? tr("Somebody without a name") : name));
    m_people->removeWidget(m_back);
    m_people->insertWidget(m_people->indexOf(m_removed), m_back, 0, Qt::AlignLeft);
    m_back->show();
    m_removed->hide();
    m_people->removeWidget(m_removed);
    tellChanged();
    m_back->setFocus();
}

void NewcomersPanel::putBack()
{
    m_back->hide();
    m_people->removeWidget(m_back);
    if (!m_removed)
        return;
    NewcomerForm *form = m_removed;
    m_removed = nullptr;
    const qsizetype place = std::min(m_removedFrom, m_forms.size());
    m_forms.insert(place, form);
    m_people->insertWidget(int(place), form);
    form->show();
    tellChanged();
    form->fields().first()->setFocus();
}

QHash<base::PersonId, QString> NewcomersPanel::names() const
{
    QHash<base::PersonId, QString> names;
    for (const NewcomerForm *form : m_forms) {
        const Snapshot one = form->newcomer();
        names.insert(one.id.person, residents::fullName(one.name));
    }
    return names;
}

void NewcomersPanel::setJoined(const QList<Snapshot> &members)
{
    m_hasJoined = !members.isEmpty();
    m_joined->setJoined(members);
    follow();
}

void NewcomersPanel::setGoal(Goal goal)
{
    m_goal = goal;
    m_joined->setGoal(goal);
    follow();
}

/// Who comes alone leads himself; the first of several is the likely head. In a household that is
/// there everybody's 続柄 is asked for.
void NewcomersPanel::follow()
{
    const bool several = m_forms.size() > 1;
    int place = 0;
    for (NewcomerForm *form : std::as_const(m_forms)) {
        form->setPlace(++place);
        form->ask(several || m_goal == Goal::Join,
                  m_goal == Goal::New && place == 1 ? headWord : QString());
    }
    m_joined->setHeadComes(
        m_goal == Goal::Join &&
        std::any_of(m_forms.cbegin(), m_forms.cend(), [](const NewcomerForm *form) {
            return form->change().relationship == headWord;
        }));
    m_joined->setVisible(m_hasJoined);
}

void NewcomersPanel::fill(const residents::Move &move)
{
    // As `follow` asks of those who are there.
    const auto asks = [](const residents::Move &kept) {
        return kept.movers.size() > 1 || kept.to.baseVersion > 0;
    };
    for (NewcomerForm *form : std::as_const(m_forms)) {
        form->hide();
        form->deleteLater();
    }
    m_forms.clear();
    for (qsizetype i = 0; i < std::min(move.newcomers.size(), move.movers.size()); ++i)
        insert(i, move.movers.at(i).person)
            ->fill(move.newcomers.at(i), move.movers.at(i), asks(move));
    follow();
    Q_EMIT fieldsChanged();
}

void NewcomersPanel::fillJoined(const residents::Move &move)
{
    m_joined->fillJoined(move);
}

void NewcomersPanel::into(residents::Move &move) const
{
    m_joined->into(move);
    move.movers.clear();
    move.newcomers.clear();
    for (const NewcomerForm *form : m_forms) {
        move.movers.append(form->change());
        move.newcomers.append(form->newcomer());
    }
}

QWidget *NewcomersPanel::first() const
{
    return m_forms.isEmpty() ? m_more : m_forms.first()->fields().first();
}

QList<QWidget *> NewcomersPanel::fields() const
{
    QList<QWidget *> fields;
    for (qsizetype i = 0; i <= m_forms.size(); ++i) {
        if (m_removed && i == m_removedFrom)
            fields.append(m_back);
        if (i < m_forms.size())
            fields += m_forms.at(i)->fields();
    }
    fields.append(m_more);
    return fields + m_joined->fields();
}

QWidget *NewcomersPanel::fieldOf(const QString &rule) const
{
    for (const NewcomerForm *form : m_forms) {
        if (QWidget *field = form->fieldOf(rule))
            return field;
    }
    if (rule == u"LooksKnown" || rule == u"AlreadyResident" || rule == u"newcomers")
        return first();
    return m_joined->fieldOf(rule);
}

QWidget *NewcomersPanel::fieldOfPerson(const QString &rule, base::PersonId person) const
{
    for (const NewcomerForm *form : m_forms) {
        if (form->newcomer().id.person != person)
            continue;
        if (QWidget *field = form->fieldOf(rule))
            return field;
        return rule == u"AlreadyResident" ? form->fields().first() : nullptr;
    }
    return m_joined->fieldOf(rule);
}

QWidget *NewcomersPanel::firstUnreadable() const
{
    for (const NewcomerForm *form : m_forms) {
        if (QWidget *field = form->firstUnreadable())
            return field;
    }
    return nullptr;
}

} // namespace moves
