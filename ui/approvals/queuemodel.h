#pragma once

#include "desk/entryviews.h"

#include <QAbstractTableModel>

namespace approvals {

/// 仮登録 that wait for their 照合, oldest first.
class QueueModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Number, Mark, Covers, Author, Section, At, Age, Count };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<desk::CheckLine> &rows, const QDateTime &now);
    [[nodiscard]] const desk::CheckLine &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const desk::CheckLine &line, Column column) const;

    QList<desk::CheckLine> m_rows;
    QDateTime m_now;
};

} // namespace approvals
