#pragma once

#include "desk/moveviews.h"
#include "ui/moves/whopanel.h"

#include <QPointer>

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
    /// Takes out whose fields have the focus, but not the last one; in his place stands that he can
    /// be put back.
    void removeCurrent();
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
    [[nodiscard]] QWidget *fieldOfPerson(const QString &rule, base::PersonId person) const override;
    [[nodiscard]] QWidget *firstUnreadable() const override;

Q_SIGNALS:
    void moreWanted();
    void numberWanted(moves::NewcomerForm *form); ///< answered by its setDrawn
    void knownWanted(moves::NewcomerForm *form, const residents::Snapshot &newcomer);

private:
    NewcomerForm *insert(qsizetype place, base::PersonId number);
    void putBack();
    void tellChanged();
    void follow();

    QList<NewcomerForm *> m_forms;
    QPointer<NewcomerForm> m_removed; ///< taken out last
    qsizetype m_removedFrom = 0;
    Goal m_goal = Goal::New;
    bool m_hasJoined = false;
    QVBoxLayout *m_people;
    QPushButton *m_back;
    QPushButton *m_more;
    MembersTable *m_joined;
};

} // namespace moves
