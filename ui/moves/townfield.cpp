#include "ui/moves/townfield.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>

#include <algorithm>

namespace moves {

namespace {

constexpr int townLimit = 60;
constexpr qsizetype shortCode = 6; ///< of a 住所コード without the municipality
constexpr int linesInSight = 12;

} // namespace

TownField::TownField(QList<desk::Town> towns, QWidget *parent)
    : TextField(widgets::FieldKind::Address, townLimit, parent)
    , m_towns(std::move(towns))
{
    QStringList names;
    for (const desk::Town &town : std::as_const(m_towns))
        names.append(town.name);
    auto *completer = new QCompleter(names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(linesInSight);
    setCompleter(completer);
}

std::optional<desk::Town> TownField::town() const
{
    const QString typed = value();
    if (typed.isEmpty())
        return std::nullopt;
    QList<desk::Town> within;
    for (const desk::Town &town : m_towns) {
        if (town.name == typed || town.code.right(shortCode) == typed || town.code == typed)
            return town;
        if (town.name.contains(typed))
            within.append(town);
    }
    return within.size() == 1 ? std::optional(within.first()) : std::nullopt;
}

void TownField::setTown(const residents::Address &address)
{
    setText(address.town);
}

void TownField::focusOutEvent(QFocusEvent *event)
{
    // What is meant stands there in full.
    if (const auto meant = town();
        meant && event->reason() != Qt::PopupFocusReason && text() != meant->name)
        setText(meant->name);
    TextField::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT left();
}

} // namespace moves
