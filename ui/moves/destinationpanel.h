#pragma once

#include "residents/person.h"
#include "ui/moves/formpart.h"

class QComboBox;

namespace moves {

class ElsewhereFields;

/// 転出先 as the notice names it, the 市区町村 at least; of a 消除 what the other city wrote, or
/// that the planned day has come without a word from there; of a cancellation nothing.
class DestinationPanel final : public FormPart
{
    Q_OBJECT

public:
    /// `planned`: what was said before, if anything.
    DestinationPanel(residents::MoveKind kind, const residents::HouseholdBase &from,
                     const std::optional<residents::Destination> &planned,
                     QWidget *parent = nullptr);
    ~DestinationPanel() override;
    Q_DISABLE_COPY_MOVE(DestinationPanel)
    void fill(const residents::Move &move) override;
    void into(residents::Move &move) const override;
    [[nodiscard]] QList<QWidget *> fields() const override;
    [[nodiscard]] QWidget *fieldOf(const QString &rule) const override;
    [[nodiscard]] QWidget *firstUnreadable() const override;
    /// False: nobody wrote from there, the planned day has come.
    [[nodiscard]] bool isNoticed() const;

Q_SIGNALS:
    void causeChanged(); ///< whether the other city wrote

private:
    void makeFields();
    void propose();

    residents::MoveKind m_kind;
    residents::HouseholdBase m_from;
    std::optional<residents::Destination> m_planned;
    bool m_touched = false; ///< the place was typed, by this clerk or in the draft
    QComboBox *m_cause;
    ElsewhereFields *m_place;
};

} // namespace moves
