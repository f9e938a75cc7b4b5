#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;

namespace taxui {

/// One item of a record and its value, as words.
struct Amount
{
    QString name;
    QString value;
    bool total = false;   ///< in bold, on a line of its own under a rule
    bool printed = false; ///< the name is printed in a 評価書 and kept to the letter
    bool blank = false;   ///< keeps a place free, so that 市 and 県 stand beside each other
};

/// Items with their values right-aligned, in as many columns as the width holds: names wrap, values
/// never do.
class AmountList final : public QWidget
{
    Q_OBJECT

public:
    explicit AmountList(QWidget *parent = nullptr);
    /// `columns` 0: by the width, one to three.
    void setAmounts(const QList<Amount> &amounts, int columns = 0);
    [[nodiscard]] const QList<Amount> &amounts() const { return m_amounts; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int columnsFor(int width) const;
    void arrange();
    void measure();
    void place(const Amount &amount, int line, int column);

    QList<Amount> m_amounts;
    int m_fixed = 0;
    int m_columns = 0;
    QGridLayout *m_grid;
};

} // namespace taxui
