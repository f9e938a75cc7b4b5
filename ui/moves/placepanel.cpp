#include "ui/moves/placepanel.h"

#include "text/input.h"
#include "ui/moves/townfield.h"
#include "ui/widgets/parts.h"

#include <QComboBox>
#include <QCompleter>
#include <QVBoxLayout>

namespace moves {

namespace {

constexpr int lotLimit = 60;
constexpr int buildingLimit = 100;
constexpr int wholeData = -1;
constexpr int newData = 0;

} // namespace

PlacePanel::PlacePanel(const QList<desk::Town> &towns, const residents::HouseholdBase &from,
                       const residents::Address &left, QWidget *parent)
    : FormPart(parent)
    , m_from(from)
    , m_municipality(left.municipality)
    , m_town(new TownField(towns, this))
    , m_lot(new widgets::TextField(widgets::FieldKind::Address, lotLimit, this))
    , m_building(new widgets::TextField(widgets::FieldKind::Address, buildingLimit, this))
    , m_goal(new QComboBox(this))
{
    makeFields();
    offerHouseholds({});
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    auto *grid = new widgets::FormGrid(1, this);
    grid->add(tr("Town"), m_town);
    grid->add(tr("Lot"), m_lot);
    grid->add(tr("Building, flat"), m_building);
    grid->add(tr("Household"), m_goal);
    column->addWidget(grid);
}

PlacePanel::~PlacePanel()
{
    widgets::deafen(this);
}

void PlacePanel::makeFields()
{
    m_town->setObjectName(QStringLiteral("town"));
    m_lot->setObjectName(QStringLiteral("lot"));
    m_building->setObjectName(QStringLiteral("building"));
    m_goal->setObjectName(QStringLiteral("goal"));
    m_goal->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    // What is picked from a list is changed as much as what is typed.
    for (widgets::TextField *field : {static_cast<widgets::TextField *>(m_town), m_lot, m_building})
        connect(field, &QLineEdit::textChanged, this, &PlacePanel::changed);
    connect(m_town, &TownField::left, this, &PlacePanel::writeLot);
    connect(m_lot, &QLineEdit::editingFinished, this, &PlacePanel::writeLot);
    connect(m_building, &QLineEdit::editingFinished, this, [this] {
        if (!m_building->problem())
            m_building->setText(text::toFullWidth(m_building->value()));
    });
    connect(m_goal, &QComboBox::currentIndexChanged, this, [this] {
        if (m_joined && m_joined->id != chosen())
            m_joined.reset();
        m_wanted = {};
        Q_EMIT goalChanged();
        Q_EMIT changed();
    });
}

/// Numbers get the words of the town, of another town others; then it is looked up who lives there.
void PlacePanel::writeLot()
{
    const auto town = m_town->town();
    if (!town || m_lot->value().isEmpty())
        return;
    if (m_lot->text() != m_writtenLot)
        m_typedLot = m_lot->value();
    m_writtenLot = text::registeredLot(m_typedLot, town->numbering);
    if (m_writtenLot != m_lot->text())
        m_lot->setText(m_writtenLot);
    askForPlace();
}

void PlacePanel::askForPlace()
{
    const residents::Address asked = address();
    if (asked.code.isEmpty() || asked.lot.isEmpty() ||
        (asked.town == m_asked.town && asked.lot == m_asked.lot))
        return;
    m_asked = asked;
    Q_EMIT placeWanted(asked);
}

residents::Address PlacePanel::address() const
{
    const auto town = m_town->town();
    return {.code = town ? town->code : QString(),
            .postalCode = town ? town->postalCode : QString(),
            .municipality = m_municipality,
            .town = town ? town->name : m_town->value(),
            .lot = m_lot->value(),
            .building = m_building->value()};
}

void PlacePanel::showPlace(const residents::Address &asked, const desk::PlaceView &place)
{
    if (asked.town != m_asked.town || asked.lot != m_asked.lot)
        return; // another one was typed meanwhile
    auto *known = new QCompleter(place.buildings, m_building);
    known->setFilterMode(Qt::MatchContains);
    known->setCompletionMode(QCompleter::PopupCompletion);
    m_building->setCompleter(known);
    m_building->setPlaceholderText(place.buildings.join(QStringLiteral("、")));
    offerHouseholds(place.households);
}

/// What was chosen stays chosen while it is there.
void PlacePanel::offerHouseholds(const QList<desk::PlaceHousehold> &households)
{
    const Goal before = goal();
    const QVariant chosen = m_goal->currentData();
    {
        const QSignalBlocker quiet(m_goal);
        m_goal->clear();
        m_goal->addItem(tr("A new household"), newData);
        if (m_from.id.value > 0) // who comes leaves none here
            m_goal->addItem(tr("Stays the household it is (number %1)").arg(m_from.id.value),
                            wholeData);
        for (const desk::PlaceHousehold &one : households) {
            if (one.id == m_from.id)
                continue;
            const QString head = one.headName.isEmpty() ? tr("no head") : one.headName;
            const QString where = one.building.isEmpty() ? QString() : u'　' + one.building;
            m_goal->addItem(
                tr("Joins that of %1 (%2 persons)%3").arg(head).arg(one.members).arg(where),
                one.id.value);
        }
        m_goal->setCurrentIndex(qMax(0, m_goal->findData(chosen)));
    }
    // One that is being opened, or that lives there and is shown to nobody else.
    const bool here =
        m_joined && m_joined->address.town == m_asked.town && m_joined->address.lot == m_asked.lot;
    if (before == Goal::Join && (here || m_wanted.id.value > 0))
        pick(chosen.toLongLong());
    // The household that was to be joined does not live at this place.
    if (before == Goal::Join && goal() != Goal::Join) {
        m_joined.reset();
        m_wanted = {};
        Q_EMIT goalChanged();
        Q_EMIT changed();
    }
}

void PlacePanel::pick(qint64 goal)
{
    const QSignalBlocker quiet(m_goal);
    if (m_goal->findData(goal) < 0)
        m_goal->addItem(tr("Joins household %1").arg(goal), goal);
    m_goal->setCurrentIndex(m_goal->findData(goal));
}

void PlacePanel::setJoined(const residents::Household &household)
{
    m_joined = household;
    pick(household.id.value);
    m_building->setText(household.address.building);
    Q_EMIT changed();
}

void PlacePanel::notJoined()
{
    m_joined.reset();
    pick(newData);
    Q_EMIT goalChanged();
}

void PlacePanel::setWhole(bool everybody)
{
    const Goal now = goal();
    if (everybody && now == Goal::New)
        m_goal->setCurrentIndex(m_goal->findData(wholeData));
    else if (!everybody && now == Goal::Whole)
        m_goal->setCurrentIndex(m_goal->findData(newData));
}

Goal PlacePanel::goal() const
{
    const qint64 picked = m_goal->currentData().toLongLong();
    return picked == wholeData ? Goal::Whole : picked == newData ? Goal::New : Goal::Join;
}

base::HouseholdId PlacePanel::chosen() const
{
    return goal() == Goal::Join ? base::HouseholdId{m_goal->currentData().toLongLong()}
                                : base::HouseholdId{};
}

void PlacePanel::fill(const residents::Move &move)
{
    const residents::Address &address = move.address;
    m_town->setTown(address);
    m_lot->setText(address.lot);
    m_building->setText(address.building);
    m_typedLot = m_writtenLot = address.lot;
    // A number that was taken for a new household names nobody yet.
    if (move.to.baseVersion > 0 && move.to.id == m_from.id)
        pick(wholeData);
    else if (move.to.baseVersion > 0)
        pick(move.to.id.value);
    m_wanted = chosen().value > 0 ? move.to : residents::HouseholdBase{};
    askForPlace();
}

void PlacePanel::into(residents::Move &move) const
{
    move.address = address();
    move.from = m_from;
    switch (goal()) {
    case Goal::Whole:
    case Goal::Away: // never from here
        move.to = m_from;
        break;
    case Goal::New:
        move.to = {};
        break;
    case Goal::Join:
        // Until it is open nobody can join it; a draft keeps which one it is.
        move.to = m_joined ? residents::HouseholdBase{m_joined->id, m_joined->version}
                  : m_wanted.id == chosen() ? m_wanted
                                            : residents::HouseholdBase{chosen(), 1};
        break;
    }
}

QList<QWidget *> PlacePanel::fields() const
{
    return {m_town, m_lot, m_building, m_goal};
}

QWidget *PlacePanel::fieldOf(const QString &rule) const
{
    if (rule == u"PartOfHousehold" || rule == u"Pending" || rule == u"to")
        return m_goal;
    if (rule == u"BuildingMissing" || rule == u"OthersLiveThere" || rule == u"building")
        return m_building;
    if (rule == u"lot")
        return m_lot;
    return rule.startsWith(u"Address") || rule == u"town" || rule == u"code" ? m_town : nullptr;
}

QWidget *PlacePanel::firstUnreadable() const
{
    for (widgets::TextField *field :
         {static_cast<widgets::TextField *>(m_town), m_lot, m_building}) {
        if (field->problem())
            return field;
    }
    return nullptr;
}

} // namespace moves
