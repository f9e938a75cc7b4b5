#pragma once

#include "desk/moveviews.h"
#include "ui/moves/whopanel.h"

#include <optional>

class QComboBox;

namespace widgets {
class FormGrid;
class TextField;
} // namespace widgets

namespace moves {

class TownField;

/// Where they live afterwards, and in which household: the town from the list, the lot, the 方書
/// known there, and what is there to be joined.
class PlacePanel final : public FormPart
{
    Q_OBJECT

public:
    PlacePanel(const QList<desk::Town> &towns, const residents::HouseholdBase &from,
               const residents::Address &left, QWidget *parent = nullptr);
    ~PlacePanel() override;
    Q_DISABLE_COPY_MOVE(PlacePanel)
    void fill(const residents::Move &move) override;
    void into(residents::Move &move) const override;
    /// Who lives at the place that was asked for.
    void showPlace(const residents::Address &asked, const desk::PlaceView &place);
    /// Its address becomes that of the move.
    void setJoined(const residents::Household &household);
    /// Everybody is ticked: they may move as the household they are.
    void setWhole(bool everybody);
    [[nodiscard]] Goal goal() const;
    /// False while the household that is to be joined is not open yet.
    [[nodiscard]] bool isReady() const { return goal() != Goal::Join || m_joined; }
    /// It could not be opened: nothing is joined.
    void notJoined();
    /// The household that is to be joined; 0 = none.
    [[nodiscard]] base::HouseholdId chosen() const;
    [[nodiscard]] QList<QWidget *> fields() const override;
    [[nodiscard]] QWidget *fieldOf(const QString &rule) const override;
    [[nodiscard]] QWidget *firstUnreadable() const override;

Q_SIGNALS:
    void goalChanged(); ///< by the clerk
    /// A town and lot are there to be looked up.
    void placeWanted(const residents::Address &address);

private:
    void makeFields();
    void writeLot();
    void askForPlace();
    void offerHouseholds(const QList<desk::PlaceHousehold> &households);
    void pick(qint64 goal);
    [[nodiscard]] residents::Address address() const;

    residents::HouseholdBase m_from;
    QString m_municipality;
    TownField *m_town;
    widgets::TextField *m_lot;
    widgets::TextField *m_building;
    QComboBox *m_goal;
    std::optional<residents::Household> m_joined;
    residents::HouseholdBase m_wanted; ///< to be joined, while it is not open
    QString m_typedLot;                ///< as the clerk wrote it
    QString m_writtenLot;              ///< what was made of it
    residents::Address m_asked;        ///< the town and lot asked for last
};

} // namespace moves
