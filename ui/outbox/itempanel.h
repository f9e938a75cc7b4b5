#pragma once

#include "desk/entryviews.h"
#include "ui/widgets/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace entries {
class FieldComparison;
}
namespace widgets {
class BadgeRow;
}

namespace outbox {

/// One item, opened: what stands in the register beside what was entered. In a conflict: theirs and
/// mine, the items that differ marked, and three buttons that are always in sight.
class ItemPanel final : public QWidget
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
    void layOut();
    void makeChoice();
    void showTheirMoves(const desk::OutboxItem &item);
    void say(const QString &text, widgets::TextRole role);

    QScrollArea *m_scroll;
    QLabel *m_title;
    QLabel *m_person;
    widgets::BadgeRow *m_badge;
    QLabel *m_means;
    QLabel *m_todo;
    QLabel *m_reason;
    entries::FieldComparison *m_sides;
    QVBoxLayout *m_others; ///< of an 異動 in conflict
    QWidget *m_choice;
    QPushButton *m_theirs = nullptr;
    QPushButton *m_mine = nullptr;
    QPushButton *m_discard = nullptr;
};

} // namespace outbox
