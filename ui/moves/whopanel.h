#pragma once

#include "ui/moves/formpart.h"

namespace moves {

/// Where who moves lives afterwards.
enum class Goal {
    Whole, ///< the whole household moves and stays the same, or nobody's 続柄 is touched
    New,   ///< a new household
    Join,  ///< a household that is there
    Away,  ///< in none here: who stays may need another head
};

/// Who moves, and the 続柄 of everybody towards the head of the household he is in afterwards.
class WhoPanel : public FormPart
{
    Q_OBJECT

public:
    using FormPart::FormPart;
    /// The household that is joined: those who live there. Empty: none is.
    virtual void setJoined(const QList<residents::Snapshot> &members) = 0;
    virtual void setGoal(Goal goal) = 0;
    /// As a draft has those of the household that is joined, when they are there.
    virtual void fillJoined(const residents::Move &move) = 0;
    [[nodiscard]] virtual bool isEverybody() const = 0; ///< nobody stays behind
    [[nodiscard]] virtual QWidget *first() const = 0;
    /// The field of this person that a rule is about; null when it is about none of his.
    [[nodiscard]] virtual QWidget *fieldOfPerson(const QString &rule, base::PersonId person) const
    {
        Q_UNUSED(person)
        return fieldOf(rule);
    }

Q_SIGNALS:
    void moversChanged();
    void fieldsChanged(); ///< there are others than before
};

/// A rule, or a field that the register names, of 続柄 and 世帯主.
[[nodiscard]] inline bool isOfRelationships(const QString &rule)
{
    return rule == u"RelationshipWrong" || rule.startsWith(u"Head") || rule == u"others";
}

} // namespace moves
