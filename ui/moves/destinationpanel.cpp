#include "ui/moves/destinationpanel.h"

#include "calendar/eras.h"
#include "text/input.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"
#include "ui/words/movewords.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

using residents::MoveKind;
using residents::RemovalCause;

namespace moves {

namespace {

constexpr int placeLimit = 60;
constexpr int buildingLimit = 100;

} // namespace

DestinationPanel::DestinationPanel(MoveKind kind, const residents::HouseholdBase &from,
                                   const std::optional<residents::Destination> &planned,
                                   QWidget *parent)
    : WherePanel(parent)
    , m_kind(kind)
    , m_from(from)
    , m_planned(planned)
    , m_cause(new QComboBox(this))
    , m_municipality(new widgets::TextField(widgets::FieldKind::Address, placeLimit, this))
    , m_town(new widgets::TextField(widgets::FieldKind::Address, placeLimit, this))
    , m_lot(new widgets::TextField(widgets::FieldKind::Address, placeLimit, this))
    , m_building(new widgets::TextField(widgets::FieldKind::Address, buildingLimit, this))
{
    makeFields();
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    auto *grid = new widgets::FormGrid(1, this);
    const bool names = kind != MoveKind::OutCancellation;
    if (m_planned) {
        const residents::Address &address = m_planned->address;
        grid->addValue(
            tr("Said before"),
            tr("%1 on %2")
                .arg(address.street() + address.building, calendar::wareki(m_planned->on)),
            2);
    }
    m_cause->setVisible(kind == MoveKind::OutRemoval);
    if (kind == MoveKind::OutRemoval)
        grid->add(tr("Because"), m_cause);
    for (const auto &[name, field] :
         {std::pair(tr("Municipality"), m_municipality), std::pair(tr("Town elsewhere"), m_town),
          std::pair(tr("Lot"), m_lot), std::pair(tr("Building, flat"), m_building)}) {
        field->setVisible(names);
        if (names)
            grid->add(name, field);
    }
    column->addWidget(grid);
    propose();
}

DestinationPanel::~DestinationPanel()
{
    widgets::deafen(this);
}

void DestinationPanel::makeFields()
{
    m_cause->setObjectName(QStringLiteral("cause"));
    m_municipality->setObjectName(QStringLiteral("municipality"));
    m_town->setObjectName(QStringLiteral("townElsewhere"));
    m_lot->setObjectName(QStringLiteral("lotElsewhere"));
    m_building->setObjectName(QStringLiteral("buildingElsewhere"));
    m_municipality->setPlaceholderText(tr("with its prefecture"));
    for (const auto cause : {RemovalCause::Noticed, RemovalCause::DayCame})
        m_cause->addItem(words::causeOf(cause == RemovalCause::Noticed), int(cause));
    connect(m_cause, &QComboBox::currentIndexChanged, this, [this] {
        propose();
        Q_EMIT causeChanged();
        Q_EMIT changed();
    });
    for (widgets::TextField *field : {m_municipality, m_town, m_lot, m_building}) {
        connect(field, &QLineEdit::textChanged, this, &DestinationPanel::changed);
        connect(field, &QLineEdit::textEdited, this, [this] { m_touched = true; });
        connect(field, &QLineEdit::editingFinished, this, [field] {
            if (!field->problem())
                field->setText(text::toFullWidth(field->value()));
        });
    }
}

/// What was said before is the candidate for what became of it. What a clerk has typed is not
/// proposed over; without a word from there it is not filed.
void DestinationPanel::propose()
{
    if (m_kind != MoveKind::OutRemoval)
        return;
    const bool noticed = isNoticed();
    for (widgets::TextField *field : {m_municipality, m_town, m_lot, m_building})
        field->setEnabled(noticed);
    if (!m_touched)
        write(noticed && m_planned ? m_planned->address : residents::Address());
}

void DestinationPanel::write(const residents::Address &address)
{
    m_municipality->setText(address.municipality);
    m_town->setText(address.town);
    m_lot->setText(address.lot);
    m_building->setText(address.building);
}

bool DestinationPanel::isNoticed() const
{
    return m_kind != MoveKind::OutRemoval ||
           m_cause->currentData().toInt() == int(RemovalCause::Noticed);
}

void DestinationPanel::fill(const residents::Move &move)
{
    const auto cause = residents::isNoticed(move) ? RemovalCause::Noticed : RemovalCause::DayCame;
    const QSignalBlocker quiet(m_cause);
    if (m_kind == MoveKind::OutRemoval)
        m_cause->setCurrentIndex(m_cause->findData(int(cause)));
    // Of a draft nothing is proposed over but what was proposed.
    m_touched = true;
    propose();
    write(move.address);
    m_touched = isNoticed() && (!m_planned || move.address != m_planned->address);
}

void DestinationPanel::into(residents::Move &move) const
{
    move.from = move.to = m_from;
    move.address = {};
    if (m_kind == MoveKind::OutRemoval)
        move.cause = isNoticed() ? RemovalCause::Noticed : RemovalCause::DayCame;
    if (m_kind == MoveKind::OutCancellation || !isNoticed())
        return;
    move.address.municipality = m_municipality->value();
    move.address.town = m_town->value();
    move.address.lot = m_lot->value();
    move.address.building = m_building->value();
}

QList<QWidget *> DestinationPanel::fields() const
{
    if (m_kind == MoveKind::OutCancellation)
        return {};
    QList<QWidget *> fields{m_municipality, m_town, m_lot, m_building};
    if (m_kind == MoveKind::OutRemoval)
        fields.prepend(m_cause);
    return fields;
}

QWidget *DestinationPanel::fieldOf(const QString &rule) const
{
    if (m_kind == MoveKind::OutCancellation)
        return nullptr;
    if (rule == u"NotOnPlannedDay" && m_kind == MoveKind::OutRemoval)
        return m_cause;
    if (rule == u"town")
        return m_town;
    if (rule == u"lot")
        return m_lot;
    if (rule == u"building")
        return m_building;
    return rule.startsWith(u"Address") || rule == u"municipality" ? m_municipality : nullptr;
}

QWidget *DestinationPanel::firstUnreadable() const
{
    for (widgets::TextField *field : {m_municipality, m_town, m_lot, m_building}) {
        if (field->problem())
            return field;
    }
    return nullptr;
}

} // namespace moves
