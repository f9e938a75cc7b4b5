#pragma once

#include "desk/search.h"

#include <QAbstractTableModel>

namespace search {

/// What a search found, as a list. A protected person's address and head stand as （非表示）.
class PeopleModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { State, Name, Kana, BornOn, Sex, Address, Head, Number, Count };

    /// Addresses are shown without the name of this municipality; the record has them whole.
    explicit PeopleModel(QString municipality, QObject *parent = nullptr);
    void setRows(const QList<desk::FoundPerson> &rows);
    /// Nothing for a row that is not there.
    [[nodiscard]] const desk::FoundPerson *rowAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QString m_municipality;
    QList<desk::FoundPerson> m_rows;
};

} // namespace search
