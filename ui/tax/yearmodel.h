#pragma once

#include "desk/taxviews.h"
#include "ui/tax/marks.h"

#include <QAbstractTableModel>

namespace taxui {

/// The assessed years, newest first, each with its history.
class YearModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Year, History, Collection, Income, Taxable, YearTax, State, Count };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<desk::AssessmentView> &rows);
    [[nodiscard]] const desk::AssessmentView &rowAt(int row) const { return m_rows.at(row); }
    /// No later history of the same year stands above it.
    [[nodiscard]] bool isPresent(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString words(int row, Column column) const;
    [[nodiscard]] QList<Mark> marks(int row) const;

    QList<desk::AssessmentView> m_rows;
};

} // namespace taxui
