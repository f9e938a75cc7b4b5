#pragma once

#include "residents/move.h"
#include "residents/person.h"

#include <QList>
#include <QWidget>

namespace widgets {
class ChoiceList;
} // namespace widgets

namespace moves {

/// Which 異動処理 is entered: those that can be about this person as he stands. A number key or
/// Enter goes on.
class KindPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit KindPanel(QWidget *parent = nullptr);
    void offerFor(residents::State state);

Q_SIGNALS:
    void chosen(residents::MoveKind kind);

private:
    void choose(int index);

    QList<residents::MoveKind> m_kinds;
    widgets::ChoiceList *m_list;
};

} // namespace moves
