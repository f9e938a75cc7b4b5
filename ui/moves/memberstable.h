#pragma once

#include "residents/person.h"
#include "ui/moves/whopanel.h"

class QCheckBox;
class QGridLayout;
class QLabel;

namespace widgets {
class NameCheckBox;
} // namespace widgets

namespace moves {

class RelationshipField;

/// Who of the household moves, and the 続柄 of everybody towards the head of the household he is in
/// afterwards. Who keeps head and 続柄 is not asked.
class MembersTable final : public WhoPanel
{
    Q_OBJECT

public:
    /// `members` in legal order; `chosen` is ticked, and who planned to go with him where it is
    /// about that. Whom this 異動処理 cannot be about cannot be ticked.
    MembersTable(residents::MoveKind kind, const QList<residents::Snapshot> &members,
                 base::PersonId chosen, QWidget *parent = nullptr);
    ~MembersTable() override;
    Q_DISABLE_COPY_MOVE(MembersTable)
    void setJoined(const QList<residents::Snapshot> &members) override;
    void setGoal(Goal goal) override;
    /// Somebody who is not in the table leads the household that is joined.
    void setHeadComes(bool comes);
    void fill(const residents::Move &move) override;
    void fillJoined(const residents::Move &move) override;
    void into(residents::Move &move) const override;
    [[nodiscard]] bool isEverybody() const override; ///< all are ticked
    [[nodiscard]] QWidget *first() const override;
    /// In order, those of the joined household last.
    [[nodiscard]] QList<QWidget *> fields() const override;
    [[nodiscard]] QWidget *fieldOf(const QString &rule) const override;
    [[nodiscard]] QWidget *firstUnreadable() const override { return nullptr; }

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
    [[nodiscard]] QList<residents::MemberChange> movers() const;
    [[nodiscard]] QList<residents::MemberChange> others() const;
    /// The first whose 続柄 cannot be registered; null when there is none.
    [[nodiscard]] QWidget *firstWrong() const;
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
    bool m_headComes = false; ///< from outside the table
    int m_row = 0;
    bool m_filling = false;
};

} // namespace moves
