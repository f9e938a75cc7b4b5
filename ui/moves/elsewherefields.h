#pragma once

#include "residents/address.h"

#include <QList>
#include <QObject>

class QWidget;

namespace widgets {
class FormGrid;
class TextField;
} // namespace widgets

namespace moves {

/// An address outside this municipality, as a paper names it: 都道府県 and 市区町村, town, lot,
/// building.
class ElsewhereFields final : public QObject
{
    Q_OBJECT

public:
    /// `panel`: the fields' parent, until a grid has them.
    explicit ElsewhereFields(QWidget *panel);
    void addTo(widgets::FormGrid &grid);
    void write(const residents::Address &address);
    [[nodiscard]] residents::Address address() const;
    void setEnabled(bool enabled);
    void hide();
    [[nodiscard]] QList<QWidget *> fields() const;
    /// The field of this name, or the first one for a rule of the address; null for neither.
    [[nodiscard]] QWidget *fieldOf(const QString &rule) const;
    [[nodiscard]] QWidget *firstUnreadable() const;

Q_SIGNALS:
    void changed(); ///< whoever wrote it
    void edited();  ///< by the clerk

private:
    [[nodiscard]] QList<widgets::TextField *> all() const;

    widgets::TextField *m_municipality;
    widgets::TextField *m_town;
    widgets::TextField *m_lot;
    widgets::TextField *m_building;
};

} // namespace moves
