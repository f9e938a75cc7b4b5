#pragma once

#include "base/result.h"
#include "desk/search.h"
#include "ui/widgets/page.h"

#include <QFuture>
#include <QTimer>

#include <functional>

class QLabel;
class QStackedWidget;

namespace widgets {
class EmptyState;
class MessageBar;
class TableView;
} // namespace widgets

namespace search {

class ConditionForm;
class PeopleModel;

/// What the page needs from the desk.
struct Searching
{
    std::function<QFuture<base::Result<desk::FoundPeople>>(const desk::SearchConditions &)> find;
    std::function<bool(const desk::SearchConditions &)> enough;
    int pauseMs = 250;
    QString municipality = {}; ///< "○○県○○市": not repeated in every line of the list
    bool mayEnterMove = false; ///< who comes from elsewhere is entered from here
};

/// Finding people with the keyboard alone. Searches after a pause in typing, or at once by F2 or
/// the button; the two-condition rule is explained, not punished, while somebody types.
class SearchPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit SearchPage(Searching searching, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Find people"); }
    [[nodiscard]] QString helpName() const override { return QStringLiteral("search"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    void arrive() override;
    /// Somebody in the list may be protected by now: it goes at once, and is searched again when
    /// the page is in front.
    void lookAgain();

Q_SIGNALS:
    void personChosen(base::PersonId person);
    void arrivalWanted(); ///< 転入

private:
    enum class How { WhileTyping, Asked };
    void conditionsChanged();
    void search(How how);
    void showFound(const desk::FoundPeople &found, How how);
    void showNothing();
    void open();

    Searching m_searching;
    QTimer m_pause;
    int m_revision = 0; ///< of the conditions: counts every change
    int m_asked = -1;   ///< revision of the last search
    bool m_answered = false;
    bool m_outdated = false;
    QList<std::function<void()>> m_offers; ///< what the empty state offers
    ConditionForm *m_form;
    QLabel *m_rule;
    QLabel *m_count;
    widgets::MessageBar *m_message;
    QStackedWidget *m_results;
    widgets::EmptyState *m_empty;
    widgets::TableView *m_table;
    PeopleModel *m_rows;
};

} // namespace search
