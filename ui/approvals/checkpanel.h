#pragma once

#include "desk/entryviews.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace entries {
class FieldComparison;
}

namespace approvals {

/// One 仮登録: what stands in the register beside what it becomes, and the two buttons.
class CheckPanel final : public QScrollArea
{
    Q_OBJECT

public:
    explicit CheckPanel(QWidget *parent = nullptr);
    /// `mine`: its author looks at it; he cannot decide.
    void showEntry(const desk::CheckView &view, bool mine);
    void takeFocus();

Q_SIGNALS:
    void registerWanted();
    void sendBackWanted();

private:
    void showMove(const desk::CheckView &view);

    QLabel *m_title;
    QLabel *m_person;
    QLabel *m_author;
    QLabel *m_reason;
    QLabel *m_own;
    entries::FieldComparison *m_sides;
    QVBoxLayout *m_people; ///< of an 異動: everybody whom it changes
    QPushButton *m_sendBack;
    QPushButton *m_register;
};

} // namespace approvals
