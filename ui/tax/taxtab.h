#pragma once

#include "desk/taxviews.h"
#include "ui/widgets/keybar.h"

#include <QWidget>

class QStackedWidget;

namespace widgets {
class EmptyState;
class MessageBar;
class TableView;
} // namespace widgets

namespace taxui {

class AssessmentSheet;
class ExplanationPanel;
class YearModel;

/// Tab 賦課: the years with their history, and below them the chosen one item by item
/// (requirements/tax.md 3.1). Asks nobody: the page hands in what the desk answered.
class TaxTab final : public QWidget
{
    Q_OBJECT

public:
    explicit TaxTab(QWidget *parent = nullptr);
    void showTax(const desk::TaxView &view);
    void showExplanation(const desk::TaxExplanation &explanation);
    /// In the tab's own message bar: the explanation could not be had.
    void showError(const base::Error &error);
    /// Another person, or the record closes: nothing of him stays.
    void clearView();
    [[nodiscard]] bool isFilled() const { return m_filled; }
    /// F4: explain the chosen year.
    [[nodiscard]] QList<widgets::KeyHint> keys() const;
    void press(int key);
    /// Closes the explanation; false when none was open.
    bool stepBack();
    void takeFocus();

Q_SIGNALS:
    void explainWanted(int fiscalYear, int history);
    void keysChanged();

private:
    void choose(int row);

    bool m_filled = false;
    desk::TaxView m_view;
    widgets::MessageBar *m_message;
    YearModel *m_years;
    widgets::TableView *m_table;
    QStackedWidget *m_below;
    AssessmentSheet *m_sheet;
    ExplanationPanel *m_explanation;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_nothing;
};

} // namespace taxui
