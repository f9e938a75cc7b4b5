#pragma once

#include "desk/entryviews.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace entries {
class FieldComparison;
}
namespace widgets {
class BadgeRow;
}

namespace outbox {

/// One item, opened: what stands in the register beside what was entered. In a conflict: theirs and
/// mine, the items that differ marked, and three buttons.
class ItemPanel final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ItemPanel(QWidget *parent = nullptr);
    void showItem(const desk::OutboxItem &item);
    void takeFocus();

Q_SIGNALS:
    void takeTheirs();  ///< theirs stands: mine is discarded
    void keepAsDraft(); ///< mine, on top of theirs
    void discardMine();

private:
    void makeChoice(QVBoxLayout *column);

    QLabel *m_title;
    QLabel *m_person;
    widgets::BadgeRow *m_badge;
    QLabel *m_means;
    QLabel *m_todo;
    QLabel *m_reason;
    entries::FieldComparison *m_sides;
    QWidget *m_choice;
    QPushButton *m_theirs = nullptr;
    QPushButton *m_mine = nullptr;
    QPushButton *m_discard = nullptr;
};

} // namespace outbox
