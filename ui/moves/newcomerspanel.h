#pragma once

#include "desk/moveviews.h"
#include "ui/moves/whopanel.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace moves {

class MembersTable;
class NewcomerForm;

/// Who comes, one below the other, and the 続柄 of those whose household is joined.
class NewcomersPanel final : public WhoPanel
{
    Q_OBJECT

public:
    explicit NewcomersPanel(QWidget *parent = nullptr);
    ~NewcomersPanel() override;
    Q_DISABLE_COPY_MOVE(NewcomersPanel)
    /// Answers `moreWanted`: another one, with candidates from the last.
    void add(base::PersonId number);
    /// Takes out whose fields have the focus; not the last one. His name; empty: nobody was.
    QString removeCurrent();
    /// Who was taken out last stands there again, at the end.
    void bringBack();
    /// Everybody as he stands there, by number.
    [[nodiscard]] QHash<base::PersonId, QString> names() const;

    void setJoined(const QList<residents::Snapshot> &members) override;
    void setGoal(Goal goal) override;
    void fill(const residents::Move &move) override;
    void fillJoined(const residents::Move &move) override;
    void into(residents::Move &move) const override;
    [[nodiscard]] bool isEverybody() const override { return true; }
    [[nodiscard]] QWidget *first() const override;
    [[nodiscard]] QList<QWidget *> fields() const override;
    [[nodiscard]] QWidget *fieldOf(const QString &rule) const override;
    [[nodiscard]] QWidget *firstUnreadable() const override;

Q_SIGNALS:
    void moreWanted();
    void numberWanted(moves::NewcomerForm *form); ///< answered by its setDrawn
    void knownWanted(moves::NewcomerForm *form, const residents::Snapshot &newcomer);

private:
    NewcomerForm *append(base::PersonId number);
    void follow();

    QList<NewcomerForm *> m_forms;
    std::optional<std::pair<residents::Snapshot, residents::MemberChange>> m_removed;
    Goal m_goal = Goal::New;
    bool m_hasJoined = false;
    QVBoxLayout *m_people;
    QPushButton *m_more;
    MembersTable *m_joined;
};

} // namespace moves
