#include "ui/moves/moveform.h"

#include "base/whenready.h"
#include "ui/moves/destinationpanel.h"
#include "ui/moves/memberstable.h"
#include "ui/moves/newcomerform.h"
#include "ui/moves/newcomerspanel.h"
#include "ui/moves/noticepanel.h"
#include "ui/moves/originpanel.h"
#include "ui/moves/placepanel.h"
#include "ui/moves/rulespanel.h"
#include "ui/widgets/entermoves.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using residents::Move;
using residents::MoveFinding;

namespace moves {

namespace {

constexpr int askAfterMs = 350;

const Move &moveIn(const residents::Proposal &proposal)
{
    return std::get<Move>(proposal.entered);
}

} // namespace

MoveForm::MoveForm(const entries::Task &task, const entries::Setting &setting, Doors doors,
                   const desk::MoveHousehold &household, QWidget *parent)
    : EntryForm(parent)
    , m_doors(std::move(doors))
    , m_setting(setting)
    , m_base(task.proposal)
    , m_message(new widgets::MessageBar(this))
    , m_rules(new RulesPanel(this))
    , m_members(makeWho(household))
    , m_notice(new NoticePanel(moveIn(task.proposal).kind, m_doors.documents, setting.today, this))
    , m_where(makeWhere(household))
{
    setObjectName(QStringLiteral("moveForm"));
    m_message->setObjectName(QStringLiteral("moveMessage"));
    for (const residents::Snapshot &member : household.members)
        m_names.insert(member.id.person, residents::fullName(member.name));
    if (m_newcomers)
        layOutArrival();
    else
        layOut(household);
    join();
    if (!task.draft.isEmpty())
        fill(moveIn(m_base));
    else if (m_newcomers)
        m_newcomers->add(setting.about.person);
    else if (m_place)
        m_place->setWhole(m_members->isEverybody());
    m_filling = false;
    follow();
    orderFields();
    lookAtRules();
}

MoveForm::~MoveForm()
{
    widgets::deafen(this);
}

void MoveForm::fill(const Move &kept)
{
    for (FormPart *part : parts())
        part->fill(kept);
    m_rules->setAcknowledged(kept.acknowledged);
    if (m_place && m_place->chosen().value > 0)
        openChosen(m_place->chosen());
}

WhoPanel *MoveForm::makeWho(const desk::MoveHousehold &household)
{
    const residents::MoveKind kind = moveIn(m_base).kind;
    if (!residents::traitsOf(kind).ofNewcomers)
        return new MembersTable(kind, household.members, m_setting.about.person, this);
    m_newcomers = new NewcomersPanel(this);
    m_origin = new OriginPanel(this);
    return m_newcomers;
}

QList<FormPart *> MoveForm::parts() const
{
    QList<FormPart *> parts{m_where, m_notice, m_members};
    if (m_origin)
        parts.prepend(m_origin);
    return parts;
}

/// Read from the 転出証明書: where from, where to, who; the notice beside it.
void MoveForm::layOutArrival()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    widgets::setSpacingEm(column, 0.6);
    const auto card = [this](const QString &heading, QWidget *content) {
        auto *made = new widgets::Card(heading, this);
        made->body()->addWidget(content);
        made->body()->addStretch(1);
        return made;
    };
    auto *top = new QHBoxLayout;
    widgets::setSpacingEm(top, 0.8);
    top->addWidget(card(tr("Where from"), m_origin), 1);
    top->addWidget(card(tr("Where to"), m_where), 1);
    top->addWidget(card(tr("The notice"), m_notice), 1);
    column->addWidget(m_message);
    column->addLayout(top);
    column->addWidget(card(tr("Who comes"), m_members));
    column->addWidget(m_rules);
    column->addStretch(1);
}

void MoveForm::layOut(const desk::MoveHousehold &household)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    widgets::setSpacingEm(column, 0.6);
    auto *left = new widgets::Card(tr("Who moves"), this);
    const residents::Address &address = household.household.address;
    auto *home = widgets::label(
        tr("Household %1, %2")
            .arg(QString::number(household.household.id.value),
                 address.street() +
                     (address.building.isEmpty() ? QString() : u'　' + address.building)),
        widgets::TextRole::Muted, left);
    home->setWordWrap(true);
    left->body()->addWidget(home);
    left->body()->addWidget(m_members);
    left->body()->addStretch(1);
    auto *where = new widgets::Card(tr("Where to"), this);
    where->body()->addWidget(m_where);
    auto *notice = new widgets::Card(tr("The notice"), this);
    notice->body()->addWidget(m_notice);
    notice->body()->addStretch(1);
    auto *first = new QVBoxLayout;
    first->addWidget(left);
    first->addWidget(where);
    first->addStretch(1);
    auto *row = new QHBoxLayout;
    widgets::setSpacingEm(row, 0.8);
    row->addLayout(first, 3);
    row->addWidget(notice, 2);
    column->addWidget(m_message);
    column->addLayout(row);
    column->addWidget(m_rules);
    column->addStretch(1);
}

void MoveForm::join()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(askAfterMs);
    connect(&m_pause, &QTimer::timeout, this, &MoveForm::lookAtRules);
    for (FormPart *part : parts())
        connect(part, &FormPart::changed, this, &MoveForm::touched);
    connect(m_members, &WhoPanel::fieldsChanged, this, &MoveForm::orderFields);
    connect(m_rules, &RulesPanel::changed, this, &MoveForm::touched);
    if (m_newcomers)
        joinNewcomers();
    if (m_place)
        joinPlace();
    if (m_destination)
        joinDestination();
}

FormPart *MoveForm::makeWhere(const desk::MoveHousehold &household)
{
    const residents::MoveKind kind = moveIn(m_base).kind;
    const residents::HouseholdBase from{.id = household.household.id,
                                        .baseVersion = household.household.version};
    if (residents::traitsOf(kind).place == residents::MoveTraits::Place::Here) {
        residents::Address left = household.household.address;
        if (m_newcomers)
            left.municipality = m_doors.municipality;
        m_place = new PlacePanel(m_doors.towns, from, left, this);
        return m_place;
    }
    std::optional<residents::Destination> planned;
    for (const residents::Snapshot &member : household.members) {
        if (member.id.person == m_setting.about.person)
            planned = member.plannedDestination;
    }
    m_destination = new DestinationPanel(kind, from, planned, this);
    m_plannedOn = planned ? planned->on : QDate();
    return m_destination;
}

/// Without a word from there, the planned day is the one.
void MoveForm::joinDestination()
{
    connect(m_destination, &DestinationPanel::causeChanged, this, [this] {
        m_notice->proposeHappenedOn(m_destination->isNoticed() ? QDate() : m_plannedOn);
    });
}

void MoveForm::joinPlace()
{
    if (!m_newcomers) {
        connect(m_members, &WhoPanel::moversChanged, this,
                [this] { m_place->setWhole(m_members->isEverybody()); });
    }
    connect(m_place, &PlacePanel::placeWanted, this, &MoveForm::lookUp);
    connect(m_place, &PlacePanel::goalChanged, this, [this] {
        if (m_place->chosen().value > 0)
            openChosen(m_place->chosen());
        else
            leaveJoined();
        follow();
    });
}

void MoveForm::joinNewcomers()
{
    connect(m_newcomers, &NewcomersPanel::moreWanted, this, &MoveForm::addNewcomer);
    // Somebody else's record is concerned now, or no longer.
    connect(m_newcomers, &WhoPanel::moversChanged, this, &MoveForm::touchesMore);
    connect(m_newcomers, &NewcomersPanel::numberWanted, this, [this](NewcomerForm *form) {
        base::whenReady(form, m_doors.newcomer(),
                        [this, form](const base::Result<base::PersonId> &number) {
                            if (number)
                                form->setDrawn(*number);
                            else
                                m_message->showError(number.error());
                        });
    });
    connect(m_newcomers, &NewcomersPanel::knownWanted, this,
            [this](NewcomerForm *form, const residents::Snapshot &newcomer) {
                base::whenReady(
                    form, m_doors.known(newcomer),
                    [this, form, newcomer](const base::Result<desk::KnownPeople> &known) {
                        if (known) {
                            form->showKnown(newcomer, known->people);
                            return;
                        }
                        form->notLookedUp();
                        m_message->showError(known.error());
                    });
            });
}

void MoveForm::addNewcomer()
{
    if (!m_newcomers || !isEnabled())
        return;
    base::whenReady(this, m_doors.newcomer(), [this](const base::Result<base::PersonId> &number) {
        if (number)
            m_newcomers->add(*number);
        else
            m_message->showError(number.error());
    });
}

void MoveForm::removeNewcomer()
{
    if (m_newcomers && isEnabled())
        m_newcomers->removeCurrent();
}

/// In the order of the paper: who, the days, where to, who gave notice, what was read.
void MoveForm::orderFields()
{
    if (m_filling)
        return;
    QList<QWidget *> fields;
    if (m_origin)
        fields = m_origin->fields() + m_where->fields() + m_notice->days() + m_notice->fields() +
                 m_members->fields();
    else
        fields = m_members->fields() + m_notice->days() + m_where->fields() + m_notice->fields();
    fields += m_rules->boxes();
    delete m_enterMoves;
    m_enterMoves = new widgets::EnterMoves(this, fields, m_setting.end);
}

void MoveForm::touched()
{
    if (m_filling)
        return;
    follow();
    m_pause.start();
    Q_EMIT changed();
}

void MoveForm::follow()
{
    const bool leaves = residents::traitsOf(moveIn(m_base).kind).anotherLife;
    m_members->setGoal(m_place ? m_place->goal() : leaves ? Goal::Away : Goal::Whole);
}

/// Answers to what was typed before come to nothing.
void MoveForm::lookAtRules()
{
    base::whenReady(this, m_doors.judge(m_setting.about.person, move()),
                    [this, round = ++m_round, judged = move()](const auto &findings) {
                        if (round == m_round)
                            showRules(judged, findings);
                    });
}

void MoveForm::showRules(const Move &judged, const base::Result<QList<MoveFinding>> &findings)
{
    if (!findings) {
        m_ruleless = true;
        m_message->showError(findings.error());
        return;
    }
    if (std::exchange(m_ruleless, false))
        m_message->clear();
    m_findings = *findings;
    m_judged = judged;
    auto names = m_names;
    if (m_newcomers)
        names.insert(m_newcomers->names());
    m_rules->showFindings(m_findings, m_judged, names);
}

void MoveForm::leaveJoined()
{
    m_opened = {};
    m_members->setJoined({});
}

void MoveForm::lookUp(const residents::Address &address)
{
    base::whenReady(this, m_doors.place(m_setting.about.person, address),
                    [this, address](const base::Result<desk::PlaceView> &place) {
                        if (place)
                            m_place->showPlace(address, *place);
                        else
                            m_message->showError(place.error());
                    });
}

void MoveForm::openChosen(base::HouseholdId household)
{
    if (household == m_opened)
        return;
    m_opened = household;
    base::whenReady(this, m_doors.join(m_setting.about.person, household),
                    [this, household](const base::Result<desk::MoveHousehold> &joined) {
                        if (m_opened != household)
                            return;
                        if (!joined) {
                            m_place->notJoined();
                            leaveJoined();
                            m_message->showError(joined.error());
                            return;
                        }
                        m_message->clear();
                        for (const residents::Snapshot &member : joined->members)
                            m_names.insert(member.id.person, residents::fullName(member.name));
                        m_place->setJoined(joined->household);
                        m_members->setJoined(joined->members);
                        follow();
                        if (household == moveIn(m_base).to.id &&
                            !std::exchange(m_draftsJoined, true))
                            m_members->fillJoined(moveIn(m_base));
                        lookAtRules();
                        Q_EMIT touchesMore();
                    });
}

Move MoveForm::move() const
{
    Move made;
    made.kind = moveIn(m_base).kind;
    for (const FormPart *part : parts())
        part->into(made);
    if (m_newcomers) // nobody leaves one here
        made.from = made.to;
    made.person = m_setting.about.person;
    const auto isHe = [&made](const residents::MemberChange &mover) {
        return mover.person == made.person;
    };
    if (!made.movers.isEmpty() && std::none_of(made.movers.cbegin(), made.movers.cend(), isHe))
        made.person = made.movers.first().person;
    made.acknowledged = m_rules->acknowledged();
    return made;
}

residents::Proposal MoveForm::proposal() const
{
    return {.entered = move(), .baseVersion = 0, .reason = {}};
}

bool MoveForm::judge()
{
    const auto stay = [](QWidget *field) {
        field->setFocus();
        return false;
    };
    for (const FormPart *part : parts()) {
        if (QWidget *unreadable = part->firstUnreadable())
            return stay(unreadable);
    }
    if (m_place && !m_place->isReady())
        return stay(m_place->fieldOf(QStringLiteral("to")));
    const Move made = move();
    // What is known of just this; else the desk says it when it is filed.
    Move judged = m_judged;
    judged.acknowledged = made.acknowledged;
    const auto stops =
        residents::whatStops(made, judged == made ? m_findings : QList<MoveFinding>());
    if (!stops)
        return true;
    if (QWidget *field = fieldOf(residents::moveRuleName(stops->rule), stops->person))
        return stay(field);
    return stay(m_members->first());
}

QWidget *MoveForm::fieldOf(const QString &rule, base::PersonId person) const
{
    const auto known = residents::moveRuleFromName(rule);
    if (known != residents::MoveRule::Count && residents::isAlert(known))
        return m_rules->firstUnread();
    if (QWidget *field = person.value > 0 ? m_members->fieldOfPerson(rule, person) : nullptr)
        return field;
    for (const FormPart *part : parts()) {
        if (QWidget *field = part->fieldOf(rule))
            return field;
    }
    return nullptr;
}

bool MoveForm::showProblemAt(const QString &field)
{
    lookAtRules();
    base::PersonId person;
    for (const MoveFinding &finding : std::as_const(m_findings)) {
        if (person.value == 0 && residents::moveRuleName(finding.rule) == field)
            person = finding.person;
    }
    QWidget *at = fieldOf(field, person);
    if (!at)
        at = m_members->first();
    at->setFocus();
    return true;
}

void MoveForm::takeFocus()
{
    if (m_origin)
        m_origin->fields().first()->setFocus();
    else
        m_members->first()->setFocus();
}

/// Whoever has the household open that was to be joined keeps it; this notice stays.
bool MoveForm::concede(const central::EditLock &lock)
{
    const bool joined = m_place && lock.key.kind == central::LockKey::Kind::Household &&
                        lock.key.id == m_place->chosen().value;
    if (!joined)
        return false;
    m_place->notJoined();
    leaveJoined();
    follow();
    m_message->say(widgets::Severity::Warning,
                   tr("%1 has the household open that is to be joined.").arg(lock.userName),
                   tr("It was not joined. Choose it again when it is closed there."));
    return true;
}

} // namespace moves
