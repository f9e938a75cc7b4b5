#pragma once

#include "ui/entries/fieldlines.h"

#include <QFrame>

class QGridLayout;

namespace entries {

/// Two states of an entry side by side, item by item. Items that differ carry a mark and a word as
/// well as a colour; an item that neither holds is left out.
class FieldComparison final : public QFrame
{
    Q_OBJECT

public:
    struct Side
    {
        QString heading;
        /// None: there is nothing on this side (it is set anew).
        std::optional<residents::Entered> entered;
    };

    explicit FieldComparison(QWidget *parent = nullptr);
    /// `names`: of those whom an 異動 names.
    void compare(const Side &left, const Side &right, const Names &names = {});
    /// Items in words, the same on both sides in the same order.
    void compareLines(const QString &leftHeading, const QList<FieldLine> &lefts,
                      const QString &rightHeading, const QList<FieldLine> &rights);
    /// How many items differ; 0 when one side holds nothing.
    [[nodiscard]] int differences() const { return m_differences; }

private:
    void clear();
    void addHeads(const QStringList &headings);
    void addRows(QList<std::pair<FieldLine, FieldLine>> rows);
    void addRow(int row, const FieldLine &left, const FieldLine &right);

    QGridLayout *m_grid;
    int m_differences = 0;
    bool m_compares = false; ///< both sides hold something
};

} // namespace entries
