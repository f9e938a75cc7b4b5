#include "ui/moves/destinationpanel.h"

#include "calendar/eras.h"
#include "ui/moves/elsewherefields.h"
#include "ui/widgets/parts.h"
#include "ui/words/movewords.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

using residents::MoveKind;
using residents::RemovalCause;

namespace moves {

DestinationPanel::DestinationPanel(MoveKind kind, const residents::HouseholdBase &from,
                                   const std::optional<residents::Destination> &planned,
                                   QWidget *parent)
    : FormPart(parent)
    , m_kind(kind)
    , m_from(from)
    , m_planned(planned)
    , m_cause(new QComboBox(this))
    , m_place(new ElsewhereFields(this))
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
    if (names)
        m_place->addTo(*grid);
    else
        m_place->hide();
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
    for (const auto cause : {RemovalCause::Noticed, RemovalCause::DayCame})
        m_cause->addItem(words::causeOf(cause == RemovalCause::Noticed), int(cause));
    connect(m_cause, &QComboBox::currentIndexChanged, this, [this] {
        propose();
        Q_EMIT causeChanged();
        Q_EMIT changed();
    });
    connect(m_place, &ElsewhereFields::changed, this, &DestinationPanel::changed);
    connect(m_place, &ElsewhereFields::edited, this, [this] { m_touched = true; });
}

/// What was said before is the candidate for what became of it. What a clerk has typed is not
/// proposed over; without a word from there it is not filed.
void DestinationPanel::propose()
{
    if (m_kind != MoveKind::OutRemoval)
        return;
    const bool noticed = isNoticed();
    m_place->setEnabled(noticed);
    if (!m_touched)
        m_place->write(noticed && m_planned ? m_planned->address : residents::Address());
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
    m_place->write(move.address);
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
    move.address = m_place->address();
}

QList<QWidget *> DestinationPanel::fields() const
{
    if (m_kind == MoveKind::OutCancellation)
        return {};
    QList<QWidget *> fields = m_place->fields();
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
    return m_place->fieldOf(rule);
}

QWidget *DestinationPanel::firstUnreadable() const
{
    return m_place->firstUnreadable();
}

} // namespace moves
