#pragma once

#include "residents/move.h"
#include "residents/person.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;

namespace widgets {
class NameCheckBox;
} // namespace widgets

namespace moves {

class RelationshipField;

/// Where who moves lives afterwards.
enum class Goal {
    Whole, ///< the whole household moves and stays the same, or nobody's 続柄 is touched
    New,   ///< a new household
    Join,  ///< a household that is there
    Away,  ///< in none here: who stays may need another head
};

/// Who of the household moves, and the 続柄 of everybody towards the head of the household he is in
/// afterwards. Who keeps head and 続柄 is not asked.
class MembersTable final : public QWidget
{
    Q_OBJECT

public:
    /// `members` in legal order; `chosen` is ticked, and who planned to go with him where it is
    /// about that. Whom this 異動処理 cannot be about cannot be ticked.
    MembersTable(residents::MoveKind kind, const QList<residents::Snapshot> &members,
                 base::PersonId chosen, QWidget *parent = nullptr);
    ~MembersTable() override;
    Q_DISABLE_COPY_MOVE(MembersTable)
    /// The household that is joined: those who live there. Empty: none is.
    void setJoined(const QList<residents::Snapshot> &members);
    void setGoal(Goal goal);
    /// As a draft has it: who moves and who stays; those of the household that is joined when they
    /// are there.
    void fill(const residents::Move &move);
    void fillJoined(const residents::Move &move);

    [[nodiscard]] QList<residents::MemberChange> movers() const;
    [[nodiscard]] QList<residents::MemberChange> others() const;
    [[nodiscard]] bool isEverybody() const; ///< all are ticked
    /// The first whose 続柄 cannot be registered; null when there is none.
    [[nodiscard]] QWidget *firstWrong() const;
    [[nodiscard]] QWidget *first() const;
    /// In order, those of the joined household last.
    [[nodiscard]] QList<QWidget *> fields() const;
    void tickEverybody();

Q_SIGNALS:
    void changed(); ///< by the clerk
    void moversChanged();
    void fieldsChanged(); ///< there are others than before

private:
    struct Line
    {
        residents::Snapshot member;
        bool joined = false; ///< lives in the household that is joined
        QCheckBox *box = nullptr;
        QLabel *name = nullptr; ///< of who lives where others come
        QLabel *born = nullptr;
        QLabel *now = nullptr;
        RelationshipField *wanted = nullptr;
        QLabel *advice = nullptr;
    };
    void add(const residents::Snapshot &member, bool joined);
    void addHead();
    void remove(const Line &line);
    static void fillWord(const Line &line, const residents::Move &move);
    void tick(base::PersonId chosen);
    void follow();
    void propose();
    [[nodiscard]] bool moves(const Line &line) const;
    [[nodiscard]] bool asks(const Line &line) const;
    [[nodiscard]] int moving() const;
    [[nodiscard]] bool headLeaves() const;
    [[nodiscard]] bool headComes() const;
    [[nodiscard]] QString proposalFor(const Line &line, bool moving) const;

    residents::MoveKind m_kind;
    QGridLayout *m_grid;
    QCheckBox *m_everybody;
    QList<Line> m_lines;
    Goal m_goal = Goal::New;
    int m_row = 0;
    bool m_filling = false;
};

} // namespace moves
