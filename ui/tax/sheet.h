#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace taxui {

/// A small table of labels that is read, not worked in: a heading row, rows, a totals row under a
/// line. It is as high as its rows, so that it can stand in a scrolling card; text columns wrap.
class Sheet final : public QWidget
{
    Q_OBJECT

public:
    enum class Column {
        Text,   ///< wraps, takes what width is left
        Word,   ///< one line
        Amount, ///< right-aligned, one line
    };
    enum class RowKind { Ordinary, Total };

    explicit Sheet(QWidget *parent = nullptr);
    void setColumns(const QList<Column> &columns, const QStringList &headings);
    void addRow(const QStringList &cells, RowKind kind = RowKind::Ordinary);
    /// The columns with the given numbers hold what people wrote, in any letters.
    void setVerbatim(const QList<int> &columns) { m_verbatim = columns; }
    void clear();
    [[nodiscard]] int rowCount() const { return m_rows; }

private:
    QLabel *addCell(int column, const QString &text);
    void addRule();

    QList<Column> m_columns;
    QStringList m_headings;
    QList<int> m_verbatim;
    QGridLayout *m_grid;
    int m_line = 0; ///< next free line of the grid
    int m_rows = 0;
};

} // namespace taxui
