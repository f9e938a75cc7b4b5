#pragma once

#include "desk/taxviews.h"

#include <QAbstractTableModel>
#include <QWidget>

namespace widgets {
class TableView;
}

namespace resident {

/// Who lives with the person, as the files need it: nothing of the files yet, never an address.
class NeededModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Relationship, Name, Mark, Count };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<desk::NeededMember> &rows);
    [[nodiscard]] const desk::NeededMember &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<desk::NeededMember> m_rows;
};

/// The members, of whom only those needed are opened, each a view of its own in the log.
class MembersPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MembersPanel(QWidget *parent = nullptr);
    void showMembers(const desk::HouseholdFiles &household);
    void takeFocus();

Q_SIGNALS:
    void memberChosen(base::PersonId person);

private:
    NeededModel *m_members;
    widgets::TableView *m_table;
};

} // namespace resident
