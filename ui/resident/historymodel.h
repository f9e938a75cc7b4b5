#pragma once

#include "desk/record.h"

#include <QAbstractTableModel>

namespace resident {

/// The 異動 of a person, newest first.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Version, Reason, Happened, Notified, Processed, EnteredBy, Count };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<desk::HistoryLine> &rows);
    [[nodiscard]] const desk::HistoryLine &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<desk::HistoryLine> m_rows;
};

/// Two states of a person item by item; items that differ are marked by a sign and a word as well
/// as by colour, and stand first. Items that neither state holds are left out.
class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Item, Mark, Before, After, Count };

    using QAbstractTableModel::QAbstractTableModel;
    void setStates(const desk::FormerStateView &view);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line
    {
        QString item;
        QString before;
        QString after;
        bool name = false;    ///< in the typeface of registered names
        bool differs = false; ///< between the two states
    };
    QList<Line> m_lines;
    bool m_compares = false; ///< there is a state before
};

} // namespace resident
