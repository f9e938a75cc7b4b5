#pragma once

#include "desk/record.h"

#include <QAbstractTableModel>

namespace household {

/// Members of a household as a list shows them: never an address.
class MemberModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Relationship, Name, Kana, Born, Age, Sex, State, LeftOn, Count };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<desk::MemberLine> &rows);
    [[nodiscard]] const desk::MemberLine &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString textOf(const desk::MemberLine &line, Column column);
    QList<desk::MemberLine> m_rows;
};

} // namespace household
