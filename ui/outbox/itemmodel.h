#pragma once

#include "desk/entryviews.h"

#include <QAbstractTableModel>

namespace outbox {

/// The lines of the outbox, as the desk orders them.
class ItemModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { State, Kind, Person, Author, MadeAt, Age, Reason, Count };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<desk::OutboxLine> &rows, const QDateTime &now);
    [[nodiscard]] const desk::OutboxLine &rowAt(int row) const { return m_rows.at(row); }
    /// -1 when it is not there.
    [[nodiscard]] int rowOf(const QString &uuid) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const desk::OutboxLine &line, Column column) const;

    QList<desk::OutboxLine> m_rows;
    QDateTime m_now;
};

} // namespace outbox
