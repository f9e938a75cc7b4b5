#pragma once

#include "ui/entries/doors.h"

#include <QWidget>

class QVBoxLayout;

namespace entries {

/// What stands beside the register's record and is not in it: drafts, 送信待ち, 仮登録, 競合,
/// 差戻し. Who and when; before and after for its author. Hidden when nothing waits.
class WaitingPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingPanel(QWidget *parent = nullptr);
    void showWaiting(const QList<desk::WaitingEntry> &waiting);

Q_SIGNALS:
    void continueWanted(const QString &draft);
    void openWanted(const QString &uuid); ///< in the outbox

private:
    void add(const desk::WaitingEntry &entry);

    QVBoxLayout *m_list;
};

} // namespace entries
