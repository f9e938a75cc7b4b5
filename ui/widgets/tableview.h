#pragma once

#include <QTableView>

namespace widgets {

/// Data roles of the house's tables besides Qt's own.
enum TableRole {
    BadgesRole = Qt::UserRole + 1, ///< QList<BadgeKind>, drawn before the text
    NameRole,                      ///< true: a registered name or address, in its own glyphs
    MutedRole,                     ///< true: drawn in the quiet colour
    SortRole,                      ///< the key to sort by
};

/// A list of rows in the house style: whole rows are chosen, Enter or double click opens, Home and
/// End go to the first and last row. Column widths are given in em. Nothing is cut: a text too long
/// for its cell is set smaller, then in several lines, and the row grows with them.
class TableView final : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget *parent = nullptr);
    /// One width a column in em; 0 = takes what is left, -n = the same but at least n em; several
    /// share it. Call after setModel().
    void setColumnsEm(const QList<double> &widths);
    /// -1 when none.
    [[nodiscard]] int currentRow() const;
    void setModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applySizes();
    void applyRows();

    QList<double> m_widths;
};

} // namespace widgets
