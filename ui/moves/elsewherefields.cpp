#include "ui/moves/elsewherefields.h"

#include "text/input.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"

namespace moves {

using widgets::FieldKind;
using widgets::TextField;

namespace {

constexpr int placeLimit = 60;
constexpr int buildingLimit = 100;

} // namespace

ElsewhereFields::ElsewhereFields(QWidget *panel)
    : QObject(panel)
    , m_municipality(new TextField(FieldKind::Address, placeLimit, panel))
    , m_town(new TextField(FieldKind::Address, placeLimit, panel))
    , m_lot(new TextField(FieldKind::Address, placeLimit, panel))
    , m_building(new TextField(FieldKind::Address, buildingLimit, panel))
{
    m_municipality->setObjectName(QStringLiteral("municipality"));
    m_town->setObjectName(QStringLiteral("townElsewhere"));
    m_lot->setObjectName(QStringLiteral("lotElsewhere"));
    m_building->setObjectName(QStringLiteral("buildingElsewhere"));
    m_municipality->setPlaceholderText(tr("with its prefecture"));
    for (TextField *field : all()) {
        connect(field, &QLineEdit::textChanged, this, &ElsewhereFields::changed);
        connect(field, &QLineEdit::textEdited, this, &ElsewhereFields::edited);
        connect(field, &QLineEdit::editingFinished, this, [field] {
            if (!field->problem())
                field->setText(text::toFullWidth(field->value()));
        });
    }
}

void ElsewhereFields::addTo(widgets::FormGrid &grid)
{
    grid.add(tr("Municipality"), m_municipality);
    grid.add(tr("Town elsewhere"), m_town);
    grid.add(tr("Lot"), m_lot);
    grid.add(tr("Building, flat"), m_building);
}

QList<TextField *> ElsewhereFields::all() const
{
    return {m_municipality, m_town, m_lot, m_building};
}

void ElsewhereFields::write(const residents::Address &address)
{
    m_municipality->setText(address.municipality);
    m_town->setText(address.town);
    m_lot->setText(address.lot);
    m_building->setText(address.building);
}

residents::Address ElsewhereFields::address() const
{
    residents::Address address;
    address.municipality = m_municipality->value();
    address.town = m_town->value();
    address.lot = m_lot->value();
    address.building = m_building->value();
    return address;
}

void ElsewhereFields::setEnabled(bool enabled)
{
    for (TextField *field : all())
        field->setEnabled(enabled);
}

void ElsewhereFields::hide()
{
    for (TextField *field : all())
        field->hide();
}

QList<QWidget *> ElsewhereFields::fields() const
{
    return {m_municipality, m_town, m_lot, m_building};
}

QWidget *ElsewhereFields::fieldOf(const QString &rule) const
{
    if (rule == u"town")
        return m_town;
    if (rule == u"lot")
        return m_lot;
    if (rule == u"building")
        return m_building;
    return rule.startsWith(u"Address") || rule == u"municipality" ? m_municipality : nullptr;
}

QWidget *ElsewhereFields::firstUnreadable() const
{
    for (TextField *field : all()) {
        if (field->problem())
            return field;
    }
    return nullptr;
}

} // namespace moves
