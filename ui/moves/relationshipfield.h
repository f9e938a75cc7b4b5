#pragma once

#include "residents/relationship.h"
#include "ui/widgets/textfield.h"

namespace moves {

/// 続柄 towards the head, from the list (JS1 1.1.11). What is meant stands there as registered when
/// the field is left.
class RelationshipField final : public widgets::TextField
{
    Q_OBJECT

public:
    explicit RelationshipField(QWidget *parent = nullptr);
    /// As it is registered; what cannot be read stays as typed.
    [[nodiscard]] QString relationship() const;
    void setRelationship(const QString &relationship) { setText(relationship); }
    /// Why it cannot be registered, and how it is written instead; empty when it can, or is empty.
    [[nodiscard]] QString advice() const;

protected:
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace moves
